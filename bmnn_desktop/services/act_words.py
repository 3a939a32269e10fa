"""An entry of the journal in words: what was done to what, by whom, why, old and new values.

Made of the entry alone, without the vault: the process that asks for a signature has no vault.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain import column_words
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import BookUnknown
from bmnn_desktop.registers import REGISTERS, printed_book
from bmnn_desktop.services.session import Role
from bmnn_desktop.store.asked import Told
from bmnn_desktop.store.entry import Kind
from bmnn_desktop.store.times import read_time

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FLAGS = ("retired", "is_stick", "in_use", "copying_allowed")
_NONE = "–"
_RECOVERY = "phiếu khóa khôi phục"


@dataclass(frozen=True, slots=True)
class ActInWords:
    """One act in one sentence; `changes` are (label, old, new): all that a proposal will change.

    An act that was done has none: its entry does not say what was there before.
    """

    seq: int
    action: str
    sentence: str
    name: str
    at: datetime
    reason: str
    changes: tuple[tuple[str, str, str], ...]


def in_words(told: Told) -> ActInWords:
    """Return an entry as it is shown to whoever answers for it."""
    entry = told.entry
    about = _about(told)
    words = actions.find(entry.action).words
    return ActInWords(
        seq=entry.seq,
        action=entry.action,
        sentence=f"{words}: {about}" if about else words,
        name=told.name or _RECOVERY,
        at=read_time(entry.time),
        reason=entry.reason or "",
        changes=tuple(
            line
            for change, old in zip(told.changes, told.replaced, strict=True)
            for line in _differences(change.table, old, change.columns())
            if entry.kind == Kind.PROPOSE.value
        ),
    )


def _about(told: Told) -> str:
    """Return what the act is about: documents, volumes, people, sheets."""
    found: list[str] = []
    for change in told.changes:
        with contextlib.suppress(KeyError):  # a scrubbed row may lack what it is named by
            name = _name(change.table, change.columns())
            if name and name not in found and name != told.entry.reason:
                found.append(name)
    shown = "; ".join(found[:3])
    return f"{shown} và {len(found) - 3} dòng khác" if len(found) > 3 else shown  # noqa: PLR2004


def _name(table: str, row: Mapping[str, Any]) -> str:
    match table:
        case "document":
            return f"{_book(row['book'])} {row['year']}, số {row['seq_no']}"
        case "volume":
            return f"{_book(row['book'])} {row['year']}, quyển {show_number(row['number'])}"
        case "person":
            return f"{row['name']} ({row['login']})"
        case "sheet":
            return f"tờ số {row['number']}"
        case "correction":
            return str(row["words"])
        case _:
            return ""


def _book(key: str) -> str:
    try:
        title = printed_book(key).short_title
    except BookUnknown:
        return key
    return title[:1].lower() + title[1:]


def _differences(
    table: str, old: Mapping[str, Any] | None, new: Mapping[str, Any]
) -> list[tuple[str, str, str]]:
    """Return every column that will be another; of a new row those that hold something."""
    before = old or {}
    return [
        (_label(table, new, name), _shown(name, before.get(name)), _shown(name, value))
        for name, value in new.items()
        if name != "id" and (value != before[name] if name in before else value not in (None, ""))
    ]


def _label(table: str, row: Mapping[str, Any], name: str) -> str:
    words = column_words.of(table, name)
    if words is not None:
        return words
    fields = [field for book in REGISTERS if book.key == row.get("book") for field in book.fields]
    found = (field.label for field in fields if table == "document" and field.name == name)
    return next(found, f"{table}.{name}")  # never left out, even where there are no words for it


def _shown(name: str, value: object) -> str:  # noqa: PLR0911  (one way a kind of value)
    if value is None or value == "":
        return _NONE
    text = str(value)
    if name in _FLAGS:
        return "có" if value else "không"
    if name == "level":
        return Level(text).label
    if name == "book":
        return _book(text)
    if name == "roles":
        labels = {role.value: role.label for role in Role}
        return ", ".join(labels.get(role, role) for role in text.split()) or _NONE
    if _DAY.fullmatch(text):
        with contextlib.suppress(ValueError):
            return short_date(date.fromisoformat(text))
    return text.replace("\n", "; ")
