"""Mở lại sổ: takes effect only with a second signature, until then it is a proposal.

As long as a vault has no confirming person, the recovery sheet is the second: its key signs, and
the same act replaces it.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.errors import VolumeNotNewest, VolumeOpen
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.act_of_two import settle
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson, present
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.store import volumes
from bmnn_desktop.store.act import Act

_ACTION = "volume.reopen"


@dataclass(frozen=True, slots=True)
class Reopening:
    """The volume, closed as long as its proposal waits; `entry` is that of the proposal.

    `sheet`: the new recovery sheet, where the old one signed.
    """

    volume: Volume
    entry: int
    sheet: RecoverySheet | None = None


def reopen_volume(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    number: int,
    reason: str,
    second: SecondPerson | None,
) -> Reopening:
    """Open a closed volume again; only the newest one of its year.

    `second` None: it stays closed, and the proposal waits for `answer_proposal`; so it does when
    the second person is there and does not sign. Whoever may not sign leaves no proposal behind.
    Raises VolumeMissing, VolumeOpen, VolumeNotNewest, ReasonMissing, SelfApproval, NotConfirmer,
    ProposalStale, NotAllowed and what `second` raises.
    """
    desk.session.require(Role.KEEPER)
    kept = printed_book(book)
    why = needed_reason(reason)
    if isinstance(second, RecoverySheetHolder):
        settled = settle(
            desk,
            _ACTION,
            second,
            lambda act, _given: _reopen(act, kept.key, year, number),
            reason=why,
        )
        return Reopening(
            volumes.find(desk.rows, kept.key, year, number), settled.entry, settled.sheet
        )
    with contextlib.ExitStack() as stack:
        signer = stack.enter_context(present(second, desk.rows)) if second is not None else None
        if signer is not None:
            desk.journal.check_second(_ACTION, signer)
        with desk.journal.propose(_ACTION, reason=why) as act:
            _reopen(act, kept.key, year, number)
        if signer is not None:
            desk.journal.approve(act.seq, signer)
    return Reopening(volumes.find(desk.rows, kept.key, year, number), act.seq)


def _reopen(act: Act, book: str, year: int, number: int) -> None:
    volume = volumes.find(act.rows, book, year, number)
    newest = volumes.find(act.rows, book, year)
    if not volume.is_closed:
        raise VolumeOpen(number=number, year=year)
    if newest.number != number:
        raise VolumeNotNewest(year=year, newest=newest.number)
    act.update("volume", volume.id, closed_on=None, closed_by=None, last_no=None, discrepancy="")
