"""Rename a file without ever overwriting another one."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_NOREPLACE = 1
# File systems that do not know the flag (some FUSE drivers) and kernels that do not know the call.
_NOT_KNOWN = frozenset({errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP})


def rename_new(source: Path, target: Path) -> None:
    """Rename `source` to `target`; FileExistsError if the target is there, whatever it is."""
    if sys.platform == "linux":
        code = _renameat2(source, target)
        if code == 0:
            return
        if code not in _NOT_KNOWN:
            raise OSError(code, os.strerror(code), str(target))
    # Windows refuses an existing target by itself. Elsewhere a look first is the best there is,
    # and enough: one program writes to a medium at a time.
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    source.rename(target)


def _renameat2(source: Path, target: Path) -> int:
    """Call renameat2 with RENAME_NOREPLACE and return its error number, 0 for success."""
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "renameat2"):
        return errno.ENOSYS
    names = (os.fsencode(source), os.fsencode(target))
    failed = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_NOREPLACE)
    return ctypes.get_errno() if failed else 0
