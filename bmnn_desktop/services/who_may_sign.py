"""Who may sign for what waits, and what is signed: asked before anybody is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bmnn_desktop.services.act_words import ActInWords, in_words
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_people import Member, list_people
from bmnn_desktop.services.waiting_keys import lacks_key
from bmnn_desktop.store import confirmations, people, rights, signers
from bmnn_desktop.store.asked import CONFIRM, Told, tell
from bmnn_desktop.store.entry import Kind


@dataclass(frozen=True, slots=True)
class MaySign:
    """The acts in the words that are signed, and whom the law of the journal lets sign them all.

    `others` may beside whoever is logged in; the sheet only where there is nobody else.
    """

    acts: tuple[ActInWords, ...]
    is_own: bool  # one of them was done by whoever is logged in
    is_stale: bool
    you_may: bool
    others: tuple[Member, ...]
    sheet_may: bool


def who_may_sign(desk: Desk, seqs: Sequence[int]) -> MaySign:
    """Tell who may answer these proposals, or confirm these acts; raise ProposalClosed."""
    told = tuple(tell(desk.rows, seq) for seq in sorted(set(seqs)))
    behind = (people.behind_signer(desk.rows, one.entry.signer) for one in told)
    authors = {person.login for person in behind if person is not None}

    def may(keys: Sequence[int], login: str = "") -> bool:
        return login not in authors and any(
            all(_may_confirm(desk, key, one) for one in told) for key in keys
        )

    you = desk.session.login
    you_may = may((desk.session.signer,), you)
    others = tuple(
        one
        for one in list_people(desk)
        if not one.is_you and may(tuple(signers.of_login(desk.rows, one.login)), one.login)
    )
    return MaySign(
        acts=tuple(in_words(one) for one in told),
        is_own=you in authors,
        is_stale=any(_is_stale(desk, one) for one in told),
        you_may=you_may,
        others=others,
        sheet_may=not you_may and not others and may(signers.of_recovery(desk.rows)),
    )


def _may_confirm(desk: Desk, key: int, told: Told) -> bool:
    entry = told.entry
    if entry.kind == Kind.PROPOSE.value:
        return rights.may_confirm(desk.rows, key, entry.action, entry.signer)
    return rights.may_confirm(desk.rows, key, CONFIRM)


def _is_stale(desk: Desk, told: Told) -> bool:
    return told.entry.kind == Kind.PROPOSE.value and (
        confirmations.is_stale(desk.rows, told) or lacks_key(desk.place, told)
    )
