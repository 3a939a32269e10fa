"""What waits for a second person is listed, answered once, and by nobody who may not."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from bmnn_desktop import paths
from bmnn_desktop.errors import (
    NotConfirmer,
    ProposalClosed,
    ProposalStale,
    ReasonMissing,
    RecoverySheetForeign,
    SelfApproval,
    VaultDamaged,
)
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.list_pending import list_pending
from bmnn_desktop.services.list_unconfirmed import list_unconfirmed
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.quick_signatures import quick_signatures
from bmnn_desktop.services.reopen_volume import reopen_volume
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson, SessionHolder
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store.connection import open_database
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.keys import SigningKey
from tests.faults.forging import unguarded
from tests.services.offices import PASSPHRASE, FakeClock, found
from tests.services.second_people import CHIEF, CHIEF_PASSPHRASE, TwoPeople, admit, unlock_as


@pytest.fixture
def chief(people: TwoPeople) -> SecondPerson:
    """Return the confirming person with the key at hand."""
    return SessionHolder(people.chief)


def approve(people: TwoPeople, seq: int, second: SecondPerson | None) -> int:
    return people.office.write(answer_proposal, seq, approve=True, second=second).result().entry


def pending(people: TwoPeople) -> list[tuple[int, bool, bool]]:
    return [
        (one.act.seq, one.is_stale, one.is_own) for one in people.office.read(list_pending).result()
    ]


def as_chief(people: TwoPeople) -> Office:
    """Close the keeper's office and open the vault as the confirming person."""
    people.office.close()
    people.office = unlock_as(people.home, people.clock, CHIEF, CHIEF_PASSPHRASE)
    return people.office


# ── lists ────────────────────────────────────────────────────────────────────────────────────


def test_pending_says_who_what_why_old_and_new_and_what_is_stale(
    people: TwoPeople, chief: SecondPerson
) -> None:
    one, other = people.propose("UBND-1"), people.propose("UBND-2")
    assert pending(people) == [(one, False, True), (other, False, True)]
    act = people.office.read(list_pending).result()[0].act
    assert (act.name, act.reason) == ("Trần Thị Thử", "đổi ký hiệu")
    assert act.changes == (("Ký hiệu", "UBND", "UBND-1"),)
    approve(people, one, chief)
    assert pending(people) == [(other, True, True)]
    # What a stale proposal saw is not there any more: no old value is made up.
    assert people.office.read(list_pending).result()[0].act.changes[0][1] == "–"
    as_chief(people)
    assert pending(people) == [(other, True, False)]


def test_the_sentence_names_what_is_reopened(people: TwoPeople, chief: SecondPerson) -> None:
    people.office.write(close_volume, "outgoing", year=2026, number=1).result()
    asked = people.office.write(
        reopen_volume, "outgoing", year=2026, number=1, reason="sót", second=None
    ).result()
    assert asked.volume.is_closed  # a proposal applies nothing
    (one,) = people.office.read(list_pending).result()
    assert one.act.sentence == "Mở lại quyển 01 sổ đi 2026 đã khóa, ngày 05/03/2026; lý do: sót"
    assert ("Khóa sổ ngày", "05/03/2026", "–") in one.act.changes
    approve(people, one.act.seq, chief)
    assert pending(people) == []


def test_an_act_waits_and_is_red_after_45_days(people: TwoPeople, chief: SecondPerson) -> None:
    seq, made = people.strike_printed(), people.clock.moment
    for days, is_red in ((0, False), (1, False), (45, False), (46, True)):
        people.clock.moment = made + timedelta(days=days)
        (one,) = people.office.read(list_unconfirmed).result()
        assert (one.act.seq, one.days, one.is_red) == (seq, days, is_red)
    people.office.write(confirm_acts, [seq], second=chief).result()
    assert people.office.read(list_unconfirmed).result() == ()


def test_only_acts_of_their_grade_wait(people: TwoPeople) -> None:
    people.propose()
    assert people.office.read(list_unconfirmed).result() == ()
    first, second = people.strike_printed(), people.strike_printed()
    found = people.office.read(list_unconfirmed).result()
    assert [one.act.seq for one in found] == [first, second]
    assert [one.act.changes for one in found] == [(), ()]


# ── answers ──────────────────────────────────────────────────────────────────────────────────


def test_the_confirmer_who_is_logged_in_answers_himself(people: TwoPeople) -> None:
    one, other = people.propose("UBND-1"), people.propose("UBND-2")
    acts = [people.strike_printed(), people.strike_printed()]
    office = as_chief(people)
    office.write(answer_proposal, other, approve=False, reason="chưa có quyết định").result()
    office.write(answer_proposal, one, approve=True).result()
    entry = office.write(confirm_acts, acts).result().entry
    assert office.read(list_unconfirmed).result() == ()
    sql = "SELECT kind, json_array_length(detail, '$.acts') FROM entry WHERE seq = ?"
    (told,) = office.read(lambda desk: desk.rows.all(sql, (entry,))).result()
    assert tuple(told) == ("confirm", 2)
    assert people.symbol() == "UBND-1"
    assert office.write(verify_vault).result().ok is None


def test_a_rejection_needs_a_reason(people: TwoPeople, chief: SecondPerson) -> None:
    seq = people.propose()
    before = people.entries()
    for nothing in ("", "   "):
        with pytest.raises(ReasonMissing):
            people.office.write(
                answer_proposal, seq, approve=False, reason=nothing, second=chief
            ).result()
    assert people.entries() == before
    people.office.write(answer_proposal, seq, approve=False, reason="sai", second=chief).result()
    with pytest.raises(ProposalClosed):
        approve(people, seq, chief)
    assert people.symbol() == "UBND"


def test_a_stale_proposal_is_not_approved_but_may_be_rejected(
    people: TwoPeople, chief: SecondPerson
) -> None:
    one, *others = (people.propose(symbol) for symbol in ("UBND-1", "UBND-2", "UBND-3"))
    approve(people, one, chief)
    # Whoever signs apart is shown it too, although what it saw is not there any more.
    for other, second in zip(others, (chief, people.apart()), strict=True):
        with pytest.raises(ProposalStale):
            approve(people, other, chief)
        people.office.write(
            answer_proposal, other, approve=False, reason="muộn", second=second
        ).result()
    assert pending(people) == []
    assert people.symbol() == "UBND-1"


def test_nobody_answers_himself_not_even_by_another_key(people: TwoPeople) -> None:
    key = SigningKey(os.urandom(32))

    def rekey(desk: WritingDesk) -> int:
        with desk.journal.propose("person.rekey") as act:
            row = act.insert("signer", person_id=1, public_key=key.public, retired=0)
        desk.journal.approve(act.seq, people.chief)
        return row

    own = SessionHolder(Signer(people.office.write(rekey).result(), key))
    seq, act = people.propose(), people.strike_printed()
    before = people.entries()
    for second in (None, own):
        with pytest.raises(SelfApproval):
            approve(people, seq, second)
        with pytest.raises(SelfApproval):
            people.office.write(
                answer_proposal, seq, approve=False, reason="thôi", second=second
            ).result()
        with pytest.raises(SelfApproval):
            people.office.write(confirm_acts, [act], second=second).result()
    assert people.entries() == before


@pytest.mark.parametrize("roles", ["keeper", "administrator", "administrator keeper"])
def test_who_is_no_confirmer_answers_nothing(tmp_path: Path, clock: FakeClock, roles: str) -> None:
    office, sheet = found(tmp_path / "vault", clock)
    other = admit(office, sheet, "nga", "chin tam bay sau nam", roles)
    chief = admit(office, sheet, CHIEF, CHIEF_PASSPHRASE)
    people = TwoPeople(office, sheet, tmp_path, clock, chief)
    seq, act = people.propose(), people.strike_printed()
    before = people.entries()
    for second in (SessionHolder(other), RecoverySheetHolder(sheet.key)):
        with pytest.raises(NotConfirmer):
            approve(people, seq, second)
        with pytest.raises(NotConfirmer):
            people.office.write(
                answer_proposal, seq, approve=False, reason="thôi", second=second
            ).result()
        with pytest.raises(NotConfirmer):
            people.office.write(confirm_acts, [act], second=second).result()
    assert people.entries() == before
    office.close()


def test_where_there_is_no_confirmer_the_recovery_sheet_answers(
    tmp_path: Path, clock: FakeClock
) -> None:
    office, sheet = found(tmp_path / "vault", clock)
    chief = Signer(0, SigningKey(bytes(32)))
    people = TwoPeople(office, sheet, tmp_path, clock, chief)
    used = RecoverySheetHolder(sheet.key)
    answered = office.write(answer_proposal, people.propose(), approve=True, second=used).result()
    assert people.symbol() == "UBND-VP"
    act = people.strike_printed()
    # Each answer uses up the sheet that gave it.
    with pytest.raises(RecoverySheetForeign):
        office.write(confirm_acts, [act], second=used).result()
    assert answered.sheet is not None
    confirmed = office.write(
        confirm_acts, [act], second=RecoverySheetHolder(answered.sheet.key)
    ).result()
    assert confirmed.sheet not in (None, answered.sheet)
    assert office.read(list_unconfirmed).result() == ()
    assert office.write(verify_vault).result().ok is None
    office.close()


def test_a_revoked_confirmer_answers_nothing(people: TwoPeople, chief: SecondPerson) -> None:
    seq = people.propose()

    def revoke(desk: WritingDesk) -> None:
        with desk.journal.write("person.revoke") as act:
            act.update("person", 2, revoked_on="2026-03-05")

    people.office.write(revoke).result()
    with pytest.raises(NotConfirmer):
        approve(people, seq, chief)


def forge(people: TwoPeople, forgery: str) -> None:
    """Rewrite the journal with the right key and an SQL tool while nobody looks."""
    key = people.office.training_database_key()
    people.office.close()
    sql = open_database(people.office.place / paths.REGISTER, key)
    with unguarded(sql):
        sql.execute(forgery)
    sql.close()
    people.office = unlock_as(people.home, people.clock, "giu-so", PASSPHRASE)


FORGERIES = {
    "another value": "UPDATE change SET payload = replace(payload, 'UBND-VP', 'X')",
    "another value with its digest": "UPDATE change SET payload = replace(payload, 'UBND-VP', 'X'),"
    " payload_digest = zeroblob(32)",
    "another action": "UPDATE entry SET action = 'person.revoke' WHERE kind = 'propose'",
    "another proposer": "UPDATE entry SET signer = 2 WHERE kind = 'propose' AND seq > 5",
    "another reason": "UPDATE entry SET reason = 'theo chỉ đạo' WHERE kind = 'propose'",
    "another link": "UPDATE entry SET previous = zeroblob(32) WHERE kind = 'propose'",
    "no signature": "UPDATE entry SET signature = zeroblob(64) WHERE kind = 'propose'",
}


@pytest.mark.parametrize("forgery", FORGERIES.values(), ids=FORGERIES)
def test_a_proposal_that_was_changed_is_answered_by_nobody(people: TwoPeople, forgery: str) -> None:
    seq = people.propose()
    forge(people, forgery)
    before = people.entries()
    for second in (SessionHolder(people.chief), people.apart()):
        with pytest.raises(VaultDamaged):
            approve(people, seq, second)
    assert (people.symbol(), people.entries()) == ("UBND", before)


def test_an_act_that_was_changed_is_confirmed_by_nobody(people: TwoPeople) -> None:
    seq = people.strike_printed()
    forge(people, "UPDATE change SET payload = replace(payload, '05/KH', '06/KH')")
    with pytest.raises(VaultDamaged):
        people.office.write(confirm_acts, [seq], second=SessionHolder(people.chief)).result()


# ── too quick ────────────────────────────────────────────────────────────────────────────────


def test_two_signatures_within_ten_seconds_are_counted(
    people: TwoPeople, chief: SecondPerson
) -> None:
    assert people.office.read(quick_signatures).result() == ()  # the sheet is nobody
    slow = people.propose("UBND-1")
    people.clock.moment += timedelta(seconds=30)
    approve(people, slow, chief)
    assert people.office.read(quick_signatures).result() == ()
    quick = people.propose("UBND-2")
    answer = approve(people, quick, chief)
    (one,) = people.office.read(quick_signatures).result()
    assert (one.seq, one.first, one.second) == (answer, "Trần Thị Thử", "Lê Văn hung")
    assert 0 < one.seconds < 10
    act = people.strike_printed()
    people.office.write(confirm_acts, [act], second=chief).result()
    assert len(people.office.read(quick_signatures).result()) == 2


def test_the_chiefs_own_acts_one_after_the_other_are_not_counted(people: TwoPeople) -> None:
    one, other = people.propose("UBND-1"), people.propose("UBND-2")
    people.clock.moment += timedelta(hours=1)
    office = as_chief(people)
    office.write(answer_proposal, one, approve=False, reason="sai").result()
    office.write(answer_proposal, other, approve=False, reason="sai").result()
    assert office.read(quick_signatures).result() == ()
