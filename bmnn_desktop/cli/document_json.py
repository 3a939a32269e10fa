"""Documents as JSON: one object a document, its keys the fields of the book."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import Enum
from typing import Any

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.dates import parse_date
from bmnn_desktop.domain.document import Document, NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.text import fold
from bmnn_desktop.errors import BatchLineWrong, FieldWrong, KnownError


def read_document(line: str, number: int, book: Book, year: int) -> NewDocument:
    """Read one JSON object; raise BatchLineWrong saying what is wrong, never quoting it."""
    return NewDocument(**read_fields(line, number, book.fields, year))


def read_fields(line: str, number: int, fields: Sequence[Field], year: int) -> dict[str, Any]:
    """Read the values of one JSON object by field; raise BatchLineWrong, never quoting it."""
    try:
        typed = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BatchLineWrong(line=number, why="không phải JSON") from error
    if not isinstance(typed, dict):
        raise BatchLineWrong(line=number, why="không phải một đối tượng JSON")
    if typed.keys() - {field.name for field in fields}:
        names = ", ".join(field.name for field in fields)
        raise BatchLineWrong(line=number, why=f"có mục lạ, chỉ nhận {names}")
    values: dict[str, Any] = {}
    try:
        for field in fields:
            if typed.get(field.name) is not None:
                values[field.name] = _READERS[field.kind](field, typed[field.name], year)
    except FieldWrong as error:
        raise BatchLineWrong(line=number, why=str(error).rstrip(".")) from error
    return values


def written_document(document: Document, book: Book) -> dict[str, object]:
    """Return a stored line as JSON: what was typed, and what the book made of it."""
    typed = document.typed()
    return {
        "year": document.year,
        "volume": document.volume_no,
        "seq_no": document.seq_no,
        "registered_on": document.registered_on.isoformat(),
        **{field.name: _written(getattr(typed, field.name)) for field in book.fields},
        "entry_kind": document.entry_kind.value,
        "annulled": document.annulment.reason if document.annulment else None,
        "printed": document.printed,
    }


def _written(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return list(value)
    isoformat = getattr(value, "isoformat", None)
    return isoformat() if isoformat is not None else value


def _text(field: Field, value: object, _year: int) -> str:
    if not isinstance(value, str):
        raise _wrong(field, "không phải chữ.")
    return value


def _date(field: Field, value: object, year: int) -> object:
    text = _text(field, value, year)
    day = parse_date(text, year=year)
    if day is None and text.strip():
        raise _wrong(field, "chưa ghi hoặc không phải ngày có thật.")
    return day


def _level(field: Field, value: object, year: int) -> Level | None:
    text = _text(field, value, year)
    level = Level.parse(text)
    if level is None and text.strip():
        raise _wrong(field, "phải là Tuyệt mật, Tối mật hoặc Mật.")
    return level


def _names(field: Field, value: object, _year: int) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise _wrong(field, "không phải danh sách tên.")
    return tuple(value)


def _count(field: Field, value: object, _year: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wrong(field, "không phải số.")
    return value


def _flag(field: Field, value: object, _year: int) -> bool:
    if not isinstance(value, bool):
        raise _wrong(field, "phải là true hoặc false.")
    return value


def _choice(field: Field, value: object, year: int) -> object:
    """Read one of the choices: by its stored value, or by its label without diacritics."""
    found: list[object]
    if isinstance(value, bool):
        found = [choice for choice, _label in field.choices if choice is value]
    else:
        text = _text(field, value, year)
        if not text.strip():
            return None
        if isinstance(field.choices[0][0], Channel) and text not in {c.value for c in Channel}:
            try:
                return Channel.parse(text)
            except KnownError as error:
                raise _wrong(field, str(error)) from error
        found = [
            choice
            for choice, label in field.choices
            if fold(label) == fold(text.strip())
            or (isinstance(choice, Enum) and choice.value == text)
        ]
    if not found:
        labels = ", ".join(label for _choice, label in field.choices)
        raise _wrong(field, f"chỉ nhận {labels}.")
    return found[0]


def _wrong(field: Field, why: str) -> FieldWrong:
    return FieldWrong(field=field.name, label=field.label, why=why)


_READERS = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _text,
    FieldKind.DATE: _date,
    FieldKind.LEVEL: _level,
    FieldKind.NAMES: _names,
    FieldKind.COUNT: _count,
    FieldKind.CHOICE: _choice,
    FieldKind.FLAG: _flag,
}
