"""What a clerk tells in a few fields, as it is stored: tidied, and refused field by field."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar, Protocol, TypeVar

from bmnn_desktop.domain.book import Field
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import FieldsWrong
from bmnn_desktop.registers.checking import Errors


class _Told(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]


T = TypeVar("T", bound=_Told)


class Told:
    """Gathers what is wrong with what was told; `refuse` raises it all at once."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._labels = {field.name: field.label for field in fields}
        self._errors = Errors(fields)

    def tidied(self, told: T) -> T:
        """Return it as it is stored, having noted what is missing or too long."""
        texts = {name: tidy(value) for name, value in _values(told) if isinstance(value, str)}
        stored: T = dataclasses.replace(told, **texts)
        self._errors.check_presence(dict(_values(stored)))
        return stored

    def need(self, told: _Told, names: Iterable[str], why: str) -> None:
        """Note each field that this case needs and that is empty."""
        values = dict(_values(told))
        for name in names:
            if not values[name]:
                self._errors.wrong(name, why)

    def not_to_come(self, name: str, day: date, today: date) -> None:
        """Note a day to come."""
        if day > today:
            self._errors.wrong(name, "chưa đến ngày này.")

    def not_before(self, name: str, day: date, first: date, what: str) -> None:
        """Note a day before another; `what` says what happened on that one."""
        if day < first:
            self._errors.wrong(name, f"trước ngày {short_date(first)} ({what}).")

    def wrong(self, name: str, why: str) -> None:
        """Note that a field is wrong."""
        self._errors.wrong(name, why)

    def refuse(self) -> None:
        """Raise FieldsWrong if anything is wrong."""
        if found := self._errors.all():
            raise FieldsWrong(found)


def _values(told: _Told) -> list[tuple[str, object]]:
    return [(name, getattr(told, name)) for name in told.__dataclass_fields__]
