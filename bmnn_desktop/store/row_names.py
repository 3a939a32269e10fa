"""What rows are called that entries name by their ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from bmnn_desktop.store.canonical import Columns
from bmnn_desktop.store.rows import Row, Rows

_DOCUMENTS = "SELECT id, book, year, seq_no FROM document WHERE id IN ({marks})"
_VOLUMES = "SELECT id, book, year, number FROM volume WHERE id IN ({marks})"
_SHEETS = (
    "SELECT s.id, v.book, v.year, s.number FROM sheet AS s JOIN volume AS v ON v.id = s.volume_id"
    " WHERE s.id IN ({marks})"
)
_PEOPLE = "SELECT id, name FROM person WHERE id IN ({marks})"
_COPIES = (
    "SELECT c.id, d.book, d.year, d.seq_no, c.origin, c.copy_no"
    " FROM copy AS c JOIN document AS d ON d.id = c.document_id WHERE c.id IN ({marks})"
)
_INCIDENTS = "SELECT id, year, number FROM incident WHERE id IN ({marks})"
_HIDDEN = "SELECT id FROM document WHERE level = 'TUYET_MAT' AND id IN ({marks})"
_BATCH = 500


class Numbered(NamedTuple):
    """A line, a volume or a sheet as people name it: book, year, number."""

    book: str
    year: int
    number: int


class NamedCopy(NamedTuple):
    """A copy as people name it: its line, where it comes from, its own number."""

    line: Numbered
    origin: str
    number: int


class Case(NamedTuple):
    """An incident as people name it."""

    year: int
    number: int


@dataclass(frozen=True)
class Names:
    """What the rows are called that an entry names only by their ids."""

    documents: Mapping[int, Numbered] = field(default_factory=dict)
    volumes: Mapping[int, Numbered] = field(default_factory=dict)
    sheets: Mapping[int, Numbered] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)
    copies: Mapping[int, NamedCopy] = field(default_factory=dict)
    incidents: Mapping[int, Case] = field(default_factory=dict)

    def to_json(self) -> dict[str, object]:
        """Return what `names_from_json` reads."""
        return {
            "documents": [[row, *name] for row, name in self.documents.items()],
            "volumes": [[row, *name] for row, name in self.volumes.items()],
            "sheets": [[row, *name] for row, name in self.sheets.items()],
            "people": [[row, name] for row, name in self.people.items()],
            "copies": [
                [row, *name.line, name.origin, name.number] for row, name in self.copies.items()
            ],
            "incidents": [[row, *name] for row, name in self.incidents.items()],
        }


def names_from_json(body: Mapping[str, Any]) -> Names:
    """Read names; raise ValueError, KeyError, TypeError for what cannot be one."""
    return Names(
        documents=_numbered(body["documents"]),
        volumes=_numbered(body["volumes"]),
        sheets=_numbered(body["sheets"]),
        people={int(row): str(name) for row, name in body["people"]},
        copies={
            int(row): NamedCopy(_number(*line), str(origin), int(number))
            for row, *line, origin, number in body["copies"]
        },
        incidents={
            int(row): Case(int(year), int(number)) for row, year, number in body["incidents"]
        },
    )


def names_of(rows: Rows, images: Iterable[Columns]) -> Names:
    """Return what the rows are called that the columns of these rows name by id."""
    wanted: dict[str, set[int]] = {
        f"{noun}_id": set()
        for noun in ("document", "volume", "sheet", "person", "copy", "incident")
    }
    for columns in images:
        for column, ids in wanted.items():
            if (row := columns.get(column)) is not None:
                ids.add(int(row))
    return Names(
        documents=documents(rows, wanted["document_id"]),
        volumes=volumes(rows, wanted["volume_id"]),
        sheets=sheets(rows, wanted["sheet_id"]),
        people=people(rows, wanted["person_id"]),
        copies=copies(rows, wanted["copy_id"]),
        incidents=incidents(rows, wanted["incident_id"]),
    )


def documents(rows: Rows, ids: Collection[int]) -> dict[int, Numbered]:
    """Return the lines by the ids of their documents."""
    return {row[0]: Numbered(*tuple(row)[1:]) for row in _all(rows, _DOCUMENTS, ids)}


def volumes(rows: Rows, ids: Collection[int]) -> dict[int, Numbered]:
    """Return volumes by their ids."""
    return {row[0]: Numbered(*tuple(row)[1:]) for row in _all(rows, _VOLUMES, ids)}


def sheets(rows: Rows, ids: Collection[int]) -> dict[int, Numbered]:
    """Return sheets by their ids, each with its volume's book and year."""
    return {row[0]: Numbered(*tuple(row)[1:]) for row in _all(rows, _SHEETS, ids)}


def people(rows: Rows, ids: Collection[int]) -> dict[int, str]:
    """Return names by the ids of their persons."""
    return {row[0]: row[1] for row in _all(rows, _PEOPLE, ids)}


def copies(rows: Rows, ids: Collection[int]) -> dict[int, NamedCopy]:
    """Return copies by their ids."""
    return {
        row[0]: NamedCopy(Numbered(row[1], row[2], row[3]), row[4], row[5])
        for row in _all(rows, _COPIES, ids)
    }


def incidents(rows: Rows, ids: Collection[int]) -> dict[int, Case]:
    """Return incidents by their ids."""
    return {row[0]: Case(row[1], row[2]) for row in _all(rows, _INCIDENTS, ids)}


def top_secret(rows: Rows, ids: Collection[int]) -> frozenset[int]:
    """Return which of these documents are Tuyệt mật now: no subject of theirs is shown."""
    return frozenset(row[0] for row in _all(rows, _HIDDEN, ids))


def _numbered(body: Iterable[tuple[Any, Any, Any, Any]]) -> dict[int, Numbered]:
    return {int(row): _number(book, year, number) for row, book, year, number in body}


def _number(book: Any, year: Any, number: Any) -> Numbered:  # noqa: ANN401
    return Numbered(str(book), int(year), int(number))


def _all(rows: Rows, sql: str, ids: Collection[int]) -> list[Row]:
    found: list[Row] = []
    wanted = sorted(ids)
    for start in range(0, len(wanted), _BATCH):
        some = wanted[start : start + _BATCH]
        found += rows.all(sql.format(marks=",".join("?" * len(some))), some)
    return found
