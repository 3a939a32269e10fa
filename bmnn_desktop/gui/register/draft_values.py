"""What is typed in a form as JSON can hold it, and back: choices by value, dates as ISO."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.level import Level


def to_content(values: Mapping[str, object]) -> dict[str, object]:
    """Return the values that say something."""
    kept = {name: _plain(value) for name, value in values.items()}
    return {name: value for name, value in kept.items() if value not in (None, "", [])}


def from_content(fields: Iterable[Field], content: Mapping[str, object]) -> dict[str, object]:
    """Return the values of `fields`; what no longer means anything is nothing."""
    return {field.name: _value(field, content.get(field.name)) for field in fields}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _value(field: Field, kept: object) -> object:
    if field.kind is FieldKind.CHOICE:
        return next((value for value, _label in field.choices if _plain(value) == kept), None)
    return _READERS[field.kind](kept)


def _text(kept: object) -> str | None:
    return kept if isinstance(kept, str) else None


def _day(kept: object) -> date | None:
    try:
        return date.fromisoformat(str(kept))
    except ValueError:
        return None


def _level(kept: object) -> Level | None:
    return next((level for level in Level if level.value == kept), None)


def _names(kept: object) -> tuple[str, ...]:
    return tuple(map(str, kept)) if isinstance(kept, list) else ()


def _count(kept: object) -> int | None:
    return kept if isinstance(kept, int) else None


_READERS: dict[FieldKind, Callable[[object], object]] = {
    FieldKind.TEXT: _text,
    FieldKind.LONG_TEXT: _text,
    FieldKind.DATE: _day,
    FieldKind.LEVEL: _level,
    FieldKind.NAMES: _names,
    FieldKind.COUNT: _count,
    FieldKind.FLAG: bool,
}
