"""What a volume still lacks: lines not on paper, lines not signed for, numbers nobody used."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import derived_book
from bmnn_desktop.store.handovers import OF_ORIGINALS
from bmnn_desktop.store.rows import Rows

# On paper: on a good print, or written there by hand.
_NOT_ON_PAPER = """
    NOT EXISTS (SELECT 1 FROM sheet_line AS l LEFT JOIN print_run AS r ON r.id = l.print_run_id
                WHERE l.{line} = x.id AND l.in_use = 1 AND (r.id IS NULL OR r.state = 'good'))"""
_UNPRINTED = " + ".join(
    f"(SELECT count(*) FROM {table} AS x WHERE x.volume_id = ?1 AND "  # noqa: S608 (own names)
    f"{_NOT_ON_PAPER.format(line=f'{table}_id')})"
    for table in ("document", "correction")
)
# The lines of a derived book are found by year and number.
_UNPRINTED_DERIVED = (
    "SELECT count(*) FROM {table} AS x WHERE x.year = ? AND x.seq_no >= ? AND x.volume_id = ? AND"  # noqa: S608 (own names)
    f"{_NOT_ON_PAPER.format(line='{table}_id')}"
)
# Only sheets that are not signed in full are looked at: the others are most of a volume.
_UNSIGNED = rf"""
    SELECT coalesce(h.handed_on, d.registered_on) AS since, d.id, d.book, d.year, d.seq_no
    FROM sheet AS s
    JOIN sheet_line AS l ON l.sheet_id = s.id AND l.in_use = 1 AND l.part = 1
    LEFT JOIN print_run AS r ON r.id = l.print_run_id
    LEFT JOIN handover AS h ON h.id = l.handover_id
    JOIN document AS d ON d.id = coalesce(h.document_id, l.document_id)
    WHERE s.volume_id = ? AND s.state IN ('open', 'full') AND (r.id IS NULL OR r.state = 'good')
      AND d.annulled_on IS NULL AND CASE
        WHEN h.id IS NOT NULL THEN h.ending <> 'refused' AND NOT EXISTS (
          SELECT 1 FROM receipt AS t WHERE t.handover_id = h.id AND t.in_use = 1)
        WHEN instr(l.cells, '\u001f') THEN 0 -- they sign elsewhere, as the line says
        WHEN d.book = 'incoming' THEN d.receiving_unit <> '' AND NOT EXISTS (
          SELECT 1 FROM receipt AS t LEFT JOIN handover AS x ON x.id = t.handover_id
          WHERE t.document_id = d.id AND t.in_use = 1
          AND (x.id IS NULL OR (x.receiver = d.receiving_unit
                                AND {OF_ORIGINALS.format(line="x")})))
        ELSE EXISTS (
          SELECT 1 FROM recipient AS p WHERE p.document_id = d.id AND p.in_use = 1
          AND NOT EXISTS (SELECT 1 FROM receipt AS t WHERE t.document_id = d.id
                          AND t.recipient_id = p.id AND t.in_use = 1))
        END"""  # noqa: S608 (own text)
_VACANT = """
    SELECT before + 1, seq_no - 1 FROM (
      SELECT seq_no, lag(seq_no, 1, ?2 - 1) OVER (ORDER BY seq_no) AS before
      FROM document WHERE volume_id = ?1)
    WHERE seq_no > before + 1 ORDER BY seq_no"""


@dataclass(frozen=True, slots=True)
class Unsigned:
    """Lines on paper that nobody has signed for, and the one that waits longest."""

    lines: int
    since: date | None
    document: int | None
    book: str
    year: int
    seq_no: int


def unprinted(rows: Rows, volume: Volume) -> int:
    """Return how many lines of the volume stand on no sheet yet, correction lines included."""
    derived = derived_book(volume.book)
    if derived is not None:
        place = (volume.year, volume.first_no, volume.id)
        return int(rows.value(_UNPRINTED_DERIVED.format(table=derived.table), place))
    return int(rows.value(f"SELECT {_UNPRINTED}", (volume.id,)))


def unsigned(rows: Rows, volume: Volume, before: date = date.max) -> Unsigned:
    """Return how many lines given before a day nobody has signed for."""
    found = rows.one(
        f"SELECT count(*) OVER (), u.* FROM ({_UNSIGNED}) AS u WHERE since < ?"  # noqa: S608
        " ORDER BY since, id LIMIT 1",
        (volume.id, before.isoformat()),
    )
    if found is None:
        return Unsigned(0, None, None, "", 0, 0)
    return Unsigned(found[0], date.fromisoformat(found[1]), found[2], found[3], found[4], found[5])


def vacant(rows: Rows, volume: Volume) -> tuple[tuple[int, int], ...]:
    """Return the numbers between the volume's first and last that no line has, as spans."""
    if derived_book(volume.book) is not None:  # dealt in one go, never typed
        return ()
    return tuple((row[0], row[1]) for row in rows.all(_VACANT, (volume.id, volume.first_no)))


def waits_for_answer(rows: Rows, volume: Volume) -> bool:
    """Tell whether a print of the volume may still be good or spoiled."""
    sql = "SELECT 1 FROM print_run WHERE state = 'asked' AND volume_id = ? LIMIT 1"
    return rows.one(sql, (volume.id,)) is not None
