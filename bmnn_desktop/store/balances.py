"""Counting copies: what came into being, and where it is."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.balance import Balance, place_of
from bmnn_desktop.domain.custody import Origin, Standing
from bmnn_desktop.domain.level import Level
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows

# {key}: what the counts are grouped by; {where}: which documents (own text, values bound).
_COPIES = """
    SELECT {key} AS key, c.origin, c.standing, count(*),
           sum(c.origin = 'stock' AND c.seen_on IS NULL)
    FROM document AS d JOIN copy AS c ON c.document_id = d.id AND c.in_use = 1
    WHERE {where} GROUP BY 1, 2, 3"""
# The cover's number counts where it says more than came; a closed envelope is one thing.
_ANNOUNCED = """
    SELECT {key} AS key, sum(max(coalesce(d.copies_announced, n), n)) FROM (
      SELECT d.*, (SELECT count(*) FROM copy AS c WHERE c.document_id = d.id AND c.in_use = 1
                   AND c.origin = 'received') AS n
      FROM document AS d WHERE d.book = 'incoming' AND {where}) AS d
    GROUP BY 1"""
_SPOILED = """
    SELECT {key} AS key, sum(o.spare + o.spoiled) FROM copy_order AS o
    JOIN document AS d ON d.id = o.document_id WHERE o.made_on IS NOT NULL AND {where}
    GROUP BY 1"""
_KEYS = {"document": "d.id", "level": "coalesce(d.level, '')", "year": "d.year", "all": "0"}


@dataclass(frozen=True, slots=True)
class Scope:
    """Which documents are counted; None: all."""

    book: str | None = None
    year: int | None = None
    volume: int | None = None
    document: int | None = None

    @property
    def where(self) -> tuple[str, tuple[object, ...]]:
        """Return the condition on `d`, and its values."""
        wanted = {
            "d.book": self.book,
            "d.year": self.year,
            "d.volume_id": self.volume,
            "d.id": self.document,
        }
        named = {column: value for column, value in wanted.items() if value is not None}
        parts = ("d.annulled_on IS NULL", *(f"{column} = ?" for column in named))
        return " AND ".join(parts), tuple(named.values())


def by_document(rows: Rows, scope: Scope) -> dict[int, Balance]:
    """Return the balance of each document, by its row."""
    return {int(key): balance for key, balance in _by(rows, "document", scope).items()}


def by_level(rows: Rows, scope: Scope) -> dict[Level | None, Balance]:
    """Return the balance of each level; None: of envelopes nobody has opened."""
    with as_damage():
        return {
            Level(str(key)) if key else None: balance
            for key, balance in _by(rows, "level", scope).items()
        }


def by_year(rows: Rows, scope: Scope) -> dict[int, Balance]:
    """Return the balance of each year."""
    return {int(key): balance for key, balance in _by(rows, "year", scope).items()}


def of(rows: Rows, scope: Scope) -> Balance:
    """Return the balance of all that is in scope."""
    return _by(rows, "all", scope).get(0, Balance())


def _by(rows: Rows, key: str, scope: Scope) -> dict[int | str, Balance]:
    where, values = scope.where

    def counted(sql: str) -> list[Row]:
        return rows.all(sql.format(key=_KEYS[key], where=where), values)

    counts: dict[int | str, dict[str, int]] = {}

    def add(group: int | str, name: str, count: int) -> None:
        of_group = counts.setdefault(group, {})
        of_group[name] = of_group.get(name, 0) + count

    with as_damage():
        for group, origin, standing, count, unseen in counted(_COPIES):
            add(group, Origin(origin).value, count)
            add(group, place_of(Standing(standing)), count)
            add(group, "unseen", unseen)
        for group, count in counted(_ANNOUNCED):
            add(group, "announced", count)
        for group, count in counted(_SPOILED):
            add(group, "made", count)
            add(group, "destroyed", count)
        return {group: Balance(**of_group) for group, of_group in counts.items()}
