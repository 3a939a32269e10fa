"""Who is offered to sign is whom the journal lets sign."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bmnn_desktop.errors import NotConfirmer, ProposalClosed, SelfApproval
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.who_may_sign import MaySign, who_may_sign
from tests.services.offices import PASSPHRASE, FakeClock
from tests.services.second_people import (
    CHIEF,
    CHIEF_PASSPHRASE,
    TwoPeople,
    two_people,
    unlock_as,
)


def may(office: Office, *seqs: int) -> tuple[bool, list[str], bool]:
    """Return whether whoever is logged in may, who else, and whether the sheet."""
    found: MaySign = office.read(who_may_sign, seqs).result()
    return found.you_may, [one.login for one in found.others], found.sheet_may


@pytest.fixture
def headed(tmp_path: Path, clock: FakeClock) -> Iterator[TwoPeople]:
    """Give the vault with the chief at the keyboard."""
    people = two_people(tmp_path, clock)
    people.office.close()
    people.office = unlock_as(tmp_path, clock, CHIEF, CHIEF_PASSPHRASE)
    yield people
    people.office.close()


def test_the_keeper_is_offered_the_chief_and_not_the_sheet(people: TwoPeople) -> None:
    seq, act = people.propose(), people.strike_printed()
    for seqs in ((seq,), (act,)):
        assert may(people.office, *seqs) == (False, [CHIEF], False)
    assert people.office.read(who_may_sign, (act,)).result().is_own
    with pytest.raises(ProposalClosed):
        people.office.read(who_may_sign, (act + 1,)).result()


def test_the_chief_signs_for_others_and_the_sheet_for_him_alone(
    headed: TwoPeople, tmp_path: Path, clock: FakeClock
) -> None:
    own = headed.propose()
    assert may(headed.office, own) == (False, [], True)
    with pytest.raises(SelfApproval):
        headed.office.write(answer_proposal, own, approve=True).result()
    sheet = RecoverySheetHolder(headed.sheet.key)
    settled = headed.office.write(answer_proposal, own, approve=True, second=sheet).result()
    assert headed.symbol() == "UBND-VP"
    assert settled.sheet is not None  # the sheet that signed is used up
    headed.office.close()
    headed.office = unlock_as(tmp_path, clock, "giu-so", PASSPHRASE)
    act = headed.strike_printed()
    headed.office.close()
    headed.office = unlock_as(tmp_path, clock, CHIEF, CHIEF_PASSPHRASE)
    assert may(headed.office, act) == (True, [], False)


def test_a_keeper_keeps_the_sheet_that_signs_for_the_only_confirmer(
    headed: TwoPeople, tmp_path: Path, clock: FakeClock
) -> None:
    of_chief = headed.propose()
    headed.office.close()
    headed.office = unlock_as(tmp_path, clock, "giu-so", PASSPHRASE)
    assert may(headed.office, of_chief) == (False, [], True)
    sheet = RecoverySheetHolder(headed.sheet.key)
    settled = headed.office.write(answer_proposal, of_chief, approve=True, second=sheet).result()
    # Here the chief would have to sign for a new one: it is replaced with him.
    assert settled.sheet is None
    with pytest.raises(NotConfirmer):
        headed.office.write(
            answer_proposal, headed.propose("UBND-3"), approve=True, second=sheet
        ).result()


def test_who_confirms_nothing_is_not_offered(tmp_path: Path, clock: FakeClock) -> None:
    people = two_people(tmp_path, clock)
    seq = people.propose()
    assert may(people.office, seq)[1] == [CHIEF]

    def revoke(desk: WritingDesk) -> None:
        with desk.journal.write("person.revoke") as act:
            act.update("signer", people.chief.row, retired=1)
            act.update("person", 2, revoked_on="2026-03-05")

    people.office.write(revoke).result()
    assert may(people.office, seq) == (False, [], True)
    people.office.close()
