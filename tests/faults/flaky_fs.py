"""A real file system that fails when it is told to: FUSE over a folder, which holds the truth.

python -m tests.faults.flaky_fs BACKING MOUNT: each line of the input is a plan (JSON: kind, at);
the answer is how many calls came since the last one.
"""

from __future__ import annotations

import errno
import json
import os
import sys
import threading
from pathlib import Path
from typing import Any

KINDS = ("pull", "once", "full", "read_only", "drop", "torn", "stale", "flip")
_WRITES = frozenset({"create", "write", "rename", "unlink", "truncate"})


class Plan:
    """What goes wrong, from which call on; it counts the calls."""

    def __init__(self) -> None:
        self.kind, self.at, self.calls = "", 0, 0
        self._lock = threading.Lock()

    def begin(self, kind: str, at: int) -> int:
        """Begin another plan; return the calls under the last one."""
        with self._lock:
            calls, self.kind, self.at, self.calls = self.calls, kind, at, 0
        return calls

    def meet(self, call: str) -> str:
        """Count a call; raise what it fails with, or return the lie that it is to tell."""
        with self._lock:
            self.calls += 1
            reached, exactly = self.calls >= self.at > 0, self.calls == self.at
            kind = self.kind
        if kind == "pull" and reached:
            raise OSError(errno.ENODEV, "pulled")
        if kind == "once" and exactly:
            raise OSError(errno.EIO, "once")
        if kind == "full" and reached and call in ("write", "create"):
            raise OSError(errno.ENOSPC, "full")
        if kind == "read_only" and reached and call in _WRITES:
            raise OSError(errno.EROFS, "read only")
        if call == "write" and ((kind == "drop" and reached) or (kind == "torn" and exactly)):
            return kind
        if call == "read" and ((kind == "stale" and reached) or (kind == "flip" and exactly)):
            return kind
        return ""


def serve(backing: Path, mount: Path) -> None:  # noqa: C901  (one method for each call)
    """Mount, and listen until the input ends."""
    import mfusepy  # noqa: PLC0415  (needs libfuse)

    plan = Plan()

    class Flaky(mfusepy.Operations):  # type: ignore[misc]
        """Passes everything on, unless the plan says otherwise."""

        use_ns = True

        def _at(self, path: str) -> str:
            return str(backing) + path

        def getattr(self, path: str, fh: int | None = None) -> dict[str, Any]:  # noqa: ARG002
            told = os.lstat(self._at(path))
            names = ("st_mode", "st_nlink", "st_uid", "st_gid", "st_size", "st_ino")
            found: dict[str, Any] = {name: getattr(told, name) for name in names}
            return found | {"st_mtime": told.st_mtime_ns, "st_ctime": told.st_ctime_ns}

        def readdir(self, path: str, fh: int) -> list[str]:  # noqa: ARG002
            plan.meet("readdir")
            return [".", "..", *os.listdir(self._at(path))]  # noqa: PTH208

        def statfs(self, path: str) -> dict[str, int]:
            plan.meet("statfs")
            told = os.statvfs(self._at(path))
            names = ("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_namemax")
            return {name: getattr(told, name) for name in names}

        def create(self, path: str, mode: int, fi: Any = None) -> int:  # noqa: ANN401, ARG002
            plan.meet("create")
            return os.open(self._at(path), os.O_RDWR | os.O_CREAT | os.O_TRUNC, mode)

        def open(self, path: str, flags: int) -> int:
            plan.meet("open")
            return os.open(self._at(path), flags & ~os.O_NOFOLLOW)

        def read(self, path: str, size: int, offset: int, fh: int) -> bytes:  # noqa: ARG002
            lie = plan.meet("read")
            data = os.pread(fh, size, offset)
            if lie == "stale":
                return bytes(len(data))
            if lie == "flip" and data:
                return bytes([data[0] ^ 1]) + data[1:]
            return data

        def write(self, path: str, data: bytes, offset: int, fh: int) -> int:  # noqa: ARG002
            lie = plan.meet("write")
            if lie == "drop":
                os.pwrite(fh, b"\0" * len(data), offset)  # room was kept, nothing came there
            else:
                os.pwrite(fh, data[: len(data) // 2] if lie == "torn" else data, offset)
            return len(data)

        def truncate(self, path: str, length: int, fh: int | None = None) -> int:  # noqa: ARG002
            plan.meet("truncate")
            os.truncate(self._at(path), length)
            return 0

        def fsync(self, path: str, datasync: int, fh: int) -> int:  # noqa: ARG002
            plan.meet("fsync")
            return 0

        def fsyncdir(self, path: str, datasync: int, fh: int) -> int:  # noqa: ARG002
            plan.meet("fsyncdir")
            return 0

        def release(self, path: str, fh: int) -> int:  # noqa: ARG002
            os.close(fh)
            return 0

        def rename(self, old: str, new: str) -> int:
            plan.meet("rename")
            os.rename(self._at(old), self._at(new))  # noqa: PTH104
            return 0

        def unlink(self, path: str) -> int:
            plan.meet("unlink")
            os.unlink(self._at(path))  # noqa: PTH108
            return 0

    def listen() -> None:
        for line in sys.stdin:
            told = json.loads(line)
            print(plan.begin(told["kind"], told["at"]), flush=True)

    threading.Thread(target=listen, daemon=True).start()
    mfusepy.FUSE(Flaky(), str(mount), foreground=True, nothreads=True, attr_timeout=0)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), Path(sys.argv[2]))
