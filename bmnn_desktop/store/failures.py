"""What SQLite's error codes mean for the user."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.errors import (
    Cancelled,
    DiskFailing,
    DiskFull,
    KnownError,
    PlaceReadOnly,
    VaultBusy,
    VaultDamaged,
)

_BY_CODE: dict[int, type[KnownError]] = {
    sqlcipher.SQLITE_FULL: DiskFull,
    sqlcipher.SQLITE_READONLY: PlaceReadOnly,
    sqlcipher.SQLITE_CANTOPEN: PlaceReadOnly,
    sqlcipher.SQLITE_IOERR: DiskFailing,
    sqlcipher.SQLITE_BUSY: VaultBusy,
    sqlcipher.SQLITE_LOCKED: VaultBusy,
    sqlcipher.SQLITE_INTERRUPT: Cancelled,
    sqlcipher.SQLITE_CORRUPT: VaultDamaged,
    sqlcipher.SQLITE_NOTADB: VaultDamaged,
}
_BY_ERRNO: dict[int, type[KnownError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: PlaceReadOnly,
    errno.EACCES: PlaceReadOnly,
    errno.EPERM: PlaceReadOnly,
    errno.EIO: DiskFailing,
}
# Told as a mere SQLITE_ERROR:
_BROKEN_INDEX = "invalid fts5 file format"
_INDEX_NOT_OPENED = "vtable constructor failed"
_MERE_ERRORS = (0, sqlcipher.SQLITE_ERROR)
# SQLite's own words for a code, all that `Connection.backup()` leaves of it.
_CODES = {
    "attempt to write a readonly database": sqlcipher.SQLITE_READONLY,
    "database disk image is malformed": sqlcipher.SQLITE_CORRUPT,
    "database is locked": sqlcipher.SQLITE_BUSY,
    "database or disk is full": sqlcipher.SQLITE_FULL,
    "disk I/O error": sqlcipher.SQLITE_IOERR,
    "file is not a database": sqlcipher.SQLITE_NOTADB,
    "unable to open database file": sqlcipher.SQLITE_CANTOPEN,
}
_PRIMARY = 0xFF  # the low byte of an extended result code


def code_of(error: sqlcipher.Error) -> int:
    """Return SQLite's primary result code, 0 when the driver gave none."""
    code = getattr(error, "sqlite_errorcode", None)
    return int(_CODES.get(str(error), 0) if code is None else code) & _PRIMARY


def is_mere(code: int) -> bool:
    """Tell whether SQLite says no more than "error"."""
    return code in _MERE_ERRORS


def is_index_unopened(error: sqlcipher.Error) -> bool:
    """Tell whether the search index could not be opened: it is broken, or was interrupted.

    Where SQLite says more than "error" (a busy file, a failing disk), it is neither.
    """
    return is_mere(code_of(error)) and _INDEX_NOT_OPENED in str(error)


@contextlib.contextmanager
def as_damage() -> Iterator[None]:
    """Raise VaultDamaged for a stored value that means nothing: the program never wrote it."""
    try:
        yield
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise VaultDamaged from error


@contextlib.contextmanager
def as_known() -> Iterator[None]:
    """Raise the KnownError for what SQLite or the system refused; a bug stays a bug."""
    try:
        yield
    except sqlcipher.Error as error:
        known = _BY_CODE.get(code_of(error))
        if _BROKEN_INDEX in str(error) or is_index_unopened(error):
            known = VaultDamaged
        if known is None:
            raise
        raise known from error
    except OSError as error:
        known = _BY_ERRNO.get(error.errno or 0)
        if known is None:
            raise
        raise known from error
