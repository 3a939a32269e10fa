"""How a copy is named by hand: "đi 12.3" is bản số 03 of số 12 sổ đi, "đến 37" what came as 37."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bmnn_desktop.domain.custody import Origin

_SEPARATOR = re.compile(r"[,;\n]+")
_NAME = re.compile(
    r"(?P<book>[^\W\d][^\d/.]*?)?\s*(?P<number>\d{1,6})(?:\s*/\s*(?P<year>\d{4}))?"
    r"(?:\s*\.\s*(?P<made>[sS])?(?P<first>\d{1,4})(?:\s*-\s*(?P<last>\d{1,4}))?)?"
)
_MOST = 1_000  # copies of one name; who types more has slipped


@dataclass(frozen=True, slots=True)
class CopyName:
    """One typed name; `book` is what stands before the number, `copies` empty: the only one."""

    text: str
    book: str
    number: int
    year: int | None
    origin: Origin | None
    copies: tuple[int, ...]


def read_names(text: str) -> Iterator[CopyName | str]:
    """Read names between commas, each as a CopyName, or as its text when it is none.

    "12.1-3" are the copies 1 to 3; a name without a book is of the book before it.
    """
    book = ""
    for part in filter(None, (each.strip() for each in _SEPARATOR.split(text))):
        found = _NAME.fullmatch(part)
        copies = () if found is None else _copies(found["first"], found["last"])
        if found is None or copies is None:
            yield part
            continue
        book = (found["book"] or book).strip()
        yield CopyName(
            text=part,
            book=book,
            number=int(found["number"]),
            year=None if found["year"] is None else int(found["year"]),
            origin=Origin.MADE if found["made"] else None,
            copies=copies,
        )


def _copies(first: str | None, last: str | None) -> tuple[int, ...] | None:
    if first is None:
        return ()
    numbers = tuple(range(int(first), int(last or first) + 1)[: _MOST + 1])
    return numbers if numbers and numbers[0] > 0 and len(numbers) <= _MOST else None
