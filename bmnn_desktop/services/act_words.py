"""An entry of the journal in words: its sentence, by whom, old and new values.

Made of what is told of it, without the vault: the process that asks for a signature has no vault.
The sentence is the one of the lists on the screen and of the closing sheet.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bmnn_desktop.domain import column_words
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.text import inside
from bmnn_desktop.errors import BookUnknown
from bmnn_desktop.registers import REGISTERS, printed_book
from bmnn_desktop.services.act_sentence import act_sentence
from bmnn_desktop.services.deed import RECOVERY_SHEET, SCRUBBED, Deed
from bmnn_desktop.services.session import Role
from bmnn_desktop.store.asked import Told
from bmnn_desktop.store.canonical import Columns
from bmnn_desktop.store.entry import Kind
from bmnn_desktop.store.journal_reading import Image, RowKey
from bmnn_desktop.store.times import read_time

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FLAGS = ("retired", "is_stick", "in_use", "copying_allowed")
_NONE = "–"


@dataclass(frozen=True, slots=True)
class ActInWords:
    """One act in one sentence, its reason included.

    `changes` are (label, old, new): all that a proposal will change. An act that was done has none:
    its entry does not say what was there before.
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
    deed = _deed(told)
    return ActInWords(
        seq=entry.seq,
        action=entry.action,
        sentence=act_sentence(deed),
        name=told.name or RECOVERY_SHEET,
        at=read_time(entry.time),
        reason=deed.reason,
        changes=tuple(
            line
            for change, old in zip(told.changes, told.replaced, strict=True)
            for line in _differences(change.table, old, change.columns())
            if entry.kind == Kind.PROPOSE.value
        ),
    )


def _deed(told: Told) -> Deed:
    """Return the entry as its sentence is made of it, here as in the list on the screen."""
    entry = told.entry
    images = tuple(Image(one.table, one.row, one.columns()) for one in told.changes)
    before: dict[RowKey, Columns] = {}
    for image, seen, stood in zip(images, told.replaced, told.stood, strict=True):
        if (old := seen or stood) is not None:
            before.setdefault(image.key, old)
    is_scrubbed = entry.reason is None and entry.reason_digest is not None
    return Deed(
        action=entry.action,
        on=civil_date(read_time(entry.time)),
        reason=SCRUBBED if is_scrubbed else entry.reason or "",
        images=images,
        before=before,
        names=told.names,
    )


def _book(key: str) -> str:
    try:
        title = printed_book(key).short_title
    except BookUnknown:
        return key
    return inside(title)


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
