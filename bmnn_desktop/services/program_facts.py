"""Which program runs: its version and a digest of all its files, to be compared with paper."""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_NAME = "bmnn-desktop"
_KINDS = frozenset({".py", ".sql", ".md"})


def program_version() -> str:
    """Return the version, nothing where the program was not installed."""
    try:
        return version(_NAME)
    except PackageNotFoundError:
        return ""


def program_digest() -> str:
    """Return the SHA-256 of the frozen program, or of the package's files with their names."""
    if getattr(sys, "frozen", False):
        return hashlib.sha256(Path(sys.executable).read_bytes()).hexdigest()
    package = Path(__file__).parent.parent
    digest = hashlib.sha256()
    for file in sorted(file for file in package.rglob("*") if file.suffix in _KINDS):
        digest.update(f"{file.relative_to(package).as_posix()}\n".encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
