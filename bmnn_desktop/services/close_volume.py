"""Khóa sổ: what a volume still lacks never blocks its closing, but must be said in words.

A volume some of whose copies nobody can account for closes too; a second person confirms that.
"""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import DiscrepancyMissing, VolumeClosed, VolumeUnanswered
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.settle_sheets import settle_sheets
from bmnn_desktop.services.sign_places import unsigned_places
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store import balances, loose_ends, volumes
from bmnn_desktop.store.balances import Scope

_SPANS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class LooseEnds:
    """What a volume still lacks: lines not printed, places not signed, numbers no line has."""

    unprinted: int
    unsigned: int
    vacant: tuple[tuple[int, int], ...]
    waits_for_answer: bool
    not_found: int = 0  # copies that nobody can account for

    @property
    def words(self) -> str:
        """Return it in words; nothing when nothing lacks."""
        parts = []
        if self.unprinted:
            parts.append(f"{self.unprinted} dòng chưa in")
        if self.unsigned:
            parts.append(f"{self.unsigned} chỗ chưa ký nhận")
        if self.vacant:
            spans = ", ".join(_span(*span) for span in self.vacant[:_SPANS_SHOWN])
            more = ", …" if len(self.vacant) > _SPANS_SHOWN else ""
            parts.append(f"số bỏ trống {spans}{more}")
        if self.not_found:
            parts.append(f"{self.not_found} bản chưa tìm thấy")
        return ", ".join(parts)


def close_volume(
    desk: WritingDesk, book: str, *, year: int, number: int, discrepancy: str = ""
) -> Volume:
    """Close a volume; `discrepancy` says what it lacks ("khóa sổ có sai lệch").

    Raises VolumeMissing, VolumeClosed, VolumeUnanswered, DiscrepancyMissing, DayUnknown,
    NotAllowed; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    kept = printed_book(book)
    said = tidy(discrepancy)
    check_length("discrepancy", "Sai lệch", said)
    with desk.journal.write("volume.close") as act:
        volume = volumes.find(act.rows, kept.key, year, number)
        if volume.is_closed:
            raise VolumeClosed(number=number, year=year)
        lacks = _loose_ends(desk, volume)
        if lacks.waits_for_answer:
            raise VolumeUnanswered(number=number, year=year)
        if lacks.not_found:
            act.action = "volume.close_short"
        if lacks.words and not said:
            raise DiscrepancyMissing(number=number, year=year, what=lacks.words)
        act.update(
            "volume",
            volume.id,
            closed_on=desk.today().isoformat(),
            closed_by=desk.session.person,
            last_no=volumes.last_in(act.rows, volume),
            discrepancy=said,
        )
        settle_sheets(act, volume.id, desk.today())
        return volumes.find(act.rows, kept.key, year, number)


def look_at_loose_ends(desk: Desk, book: str, year: int, number: int) -> LooseEnds:
    """Return what a volume still lacks; raise VolumeMissing."""
    return _loose_ends(desk, volumes.find(desk.rows, printed_book(book).key, year, number))


def _loose_ends(desk: Desk, volume: Volume) -> LooseEnds:
    return LooseEnds(
        unprinted=loose_ends.unprinted(desk.rows, volume),
        unsigned=len(unsigned_places(desk, volume.id)),
        vacant=loose_ends.vacant(desk.rows, volume),
        waits_for_answer=loose_ends.waits_for_answer(desk.rows, volume),
        not_found=balances.of(desk.rows, Scope(volume=volume.id)).difference,
    )


def _span(first: int, last: int) -> str:
    return show_number(first) if first == last else f"{show_number(first)}–{show_number(last)}"
