"""Đọc tệp từ USB nhập: one file comes in, hostile until somebody has parsed it."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.domain.medium import Purpose
from bmnn_desktop.errors import InwardFileWrong, MediumMissing, MediumUnknown
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.identify_medium import identify, is_played, plugged_at
from bmnn_desktop.services.session import Role

LARGEST: Final = 50 << 20  # bytes: what the reader of plans takes at most
_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_WAIT_FOR_NOBODY = getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True, slots=True)
class InwardFile:
    """What was read; `kind` is the end of its name, which alone of the name is kept."""

    data: bytes = field(repr=False)
    kind: str  # ".docx"
    sha256: str
    size: int


def read_inward(desk: WritingDesk, path: Path) -> InwardFile:
    """Read one file from an enrolled inward stick, into memory only; its digest is journalled.

    In a training vault a folder plays the stick. Raises NotAllowed, why no medium is there or it is
    not the enrolled one, InwardFileWrong.
    """
    desk.session.require(Role.KEEPER)
    plugged = plugged_at(desk, path.parent, writes=False)
    try:
        medium = identify(desk, plugged, Purpose.INWARD).id
    except MediumUnknown:
        if not (desk.training and is_played(plugged)):
            raise
        medium = None
    data = _read(path)
    made = InwardFile(data, path.suffix.lower(), hashlib.sha256(data).hexdigest(), len(data))
    with desk.journal.write("inward.read") as act:
        act.insert(
            "inward_file",
            medium_id=medium,
            sha256=made.sha256,
            size=made.size,
            read_at=stamp(desk.clock.now()),
        )
    return made


def _read(path: Path) -> bytes:
    try:
        handle = os.open(path, os.O_RDONLY | _FLAGS | _WAIT_FOR_NOBODY)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise InwardFileWrong(why="không phải một tệp thường")
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise MediumMissing from error
    except OSError as error:
        raise InwardFileWrong(why="không đọc được, hoặc là một liên kết") from error
    if len(data) > LARGEST:
        raise InwardFileWrong(why=f"lớn quá {LARGEST >> 20} MB")
    return data
