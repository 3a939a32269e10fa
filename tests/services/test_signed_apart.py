"""Whatever the process that signs says is checked; whatever it does, nothing else is written."""

from __future__ import annotations

import sys
import threading
import time

import pytest

from bmnn_desktop import paths
from bmnn_desktop.errors import (
    AttemptsTampered,
    NotConfirmer,
    PinWrong,
    ProposalClosed,
    SecondSilent,
    SelfApproval,
    SignatureRefused,
    TooMuchToShow,
    UserUnknown,
    WrongPassphrase,
)
from bmnn_desktop.services import signed_apart, signing_talk
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.list_pending import list_pending
from bmnn_desktop.services.list_unconfirmed import list_unconfirmed
from bmnn_desktop.services.show_to_second import show_acts, show_proposal
from bmnn_desktop.services.signed_apart import SignedApart
from bmnn_desktop.services.verify_vault import verify_vault
from tests.services.liar import SILENCE, ways
from tests.services.offices import PASSPHRASE
from tests.services.second_people import CHIEF, TwoPeople

SILENT = (*(way for way, said in ways().items() if SILENCE in said), "deaf")
LYING = [way for way in ways() if way not in SILENT]


def approve(people: TwoPeople, seq: int, second: SignedApart) -> int:
    return people.office.write(answer_proposal, seq, approve=True, second=second).result().entry


def liar(people: TwoPeople, way: str, patience: float = 30) -> SignedApart:
    """Return the chief as a process that breaks its word; it knows another's true signature."""
    other = people.chief.key.sign(b"something else").hex()
    words = [sys.executable, "-m", "tests.services.liar", way]
    words += [str(people.chief.row), people.chief.key.public, other]
    return people.apart(command=lambda _is_window: words, patience=patience)


def kill_its(second: SignedApart) -> None:
    """End the process from outside."""
    assert second._process is not None
    second._process._child.kill()


def test_the_second_person_signs_apart(people: TwoPeople) -> None:
    approve(people, people.propose(), people.apart())
    assert people.symbol() == "UBND-VP"
    seq = people.propose("UBND-2")
    people.office.write(
        answer_proposal, seq, approve=False, reason="chưa có quyết định", second=people.apart()
    ).result()
    assert people.symbol() == "UBND-VP"
    acts = [people.strike_printed(), people.strike_printed()]
    people.enrol()
    people.office.write(confirm_acts, acts, second=people.apart(people.stick_files())).result()
    assert people.office.read(list_unconfirmed).result() == ()
    assert people.office.write(verify_vault).result().ok is None  # sound, and nothing compared


def test_a_counter_that_was_taken_away_is_told_and_the_secret_not_tried(
    people: TwoPeople,
) -> None:
    seq, before = people.propose(), people.entries()
    (people.office.place / paths.SIGN_ATTEMPTS).unlink()
    with pytest.raises(AttemptsTampered) as refused:
        approve(people, seq, people.apart())
    assert refused.value.facts["seconds"] == 900
    assert (people.symbol(), people.entries()) == ("UBND", before)


@pytest.mark.parametrize("way", LYING)
def test_a_lying_process_changes_nothing(people: TwoPeople, way: str) -> None:
    seq, before = people.propose(), people.entries()
    with pytest.raises((SignatureRefused, SecondSilent)):
        approve(people, seq, liar(people, way))
    assert (people.symbol(), people.entries()) == ("UBND", before)
    assert [one.act.seq for one in people.office.read(list_pending).result()] == [seq]


@pytest.mark.parametrize("way", SILENT)
def test_a_silent_process_is_not_waited_for(
    people: TwoPeople, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signed_apart, "_SIGNING", 1.0)
    seq, before, begun = people.propose(), people.entries(), time.monotonic()
    with pytest.raises(SecondSilent):
        approve(people, seq, liar(people, way, 1.5))
    assert time.monotonic() - begun < 10
    assert (people.symbol(), people.entries()) == ("UBND", before)


def test_giving_up_ends_the_wait_from_another_thread(people: TwoPeople) -> None:
    seq, second = people.propose(), liar(people, "silent", 60)
    threading.Timer(0.5, second.give_up).start()
    begun = time.monotonic()
    with pytest.raises(SecondSilent):
        approve(people, seq, second)
    assert time.monotonic() - begun < 10
    with pytest.raises(SecondSilent):
        approve(people, seq, second)  # nor is anybody asked afterwards


def test_a_lock_does_not_wait_for_the_second_person(
    people: TwoPeople, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [sys.executable, "-m", "tests.services.liar", "silent", "3", "", ""]
    monkeypatch.setattr("bmnn_desktop.program.command", lambda *_words: words)
    seq = people.propose()
    asking = people.office.write(
        answer_proposal, seq, approve=True, second=people.office.second_person(CHIEF)
    )
    time.sleep(0.5)
    begun = time.monotonic()
    people.office.close()
    assert time.monotonic() - begun < 5
    assert isinstance(asking.exception(), SecondSilent)


def test_a_program_that_cannot_be_started_is_silent(people: TwoPeople) -> None:
    second = people.apart(command=lambda _is_window: ["/none/such"])
    with pytest.raises(SecondSilent):
        approve(people, people.propose(), second)


def test_no_process_is_left_behind(people: TwoPeople) -> None:
    second = people.apart()
    approve(people, people.propose(), second)
    assert second._process is None
    refused = liar(people, "wrong signature")
    with pytest.raises(SignatureRefused):
        approve(people, people.propose("X"), refused)
    assert refused._process is None


def test_what_the_person_saw_before_is_not_shown_again(people: TwoPeople) -> None:
    """He reads and types while the writer's thread is free; saves do not wait for him."""
    seq, second = people.propose(), people.apart()
    asked = people.office.write(show_proposal, second, seq, approve=True).result()
    second.look_at(asked)
    process = second._process
    assert process is not None
    people.strike_printed()  # entries in between: he signs the proposal, not a place in the journal
    approve(people, seq, second)
    assert process._child.returncode is not None
    assert people.symbol() == "UBND-VP"


def test_the_answer_to_one_proposal_is_none_to_another(
    people: TwoPeople, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who saw the first is asked anew for the second, and the process refuses to be misled."""
    one, other = people.propose("UBND-1"), people.propose("UBND-2")
    second = people.apart()
    second.look_at(people.office.write(show_proposal, second, one, approve=True).result())
    first = second._process
    approve(people, other, second)
    assert first is not None
    assert second._process is None
    assert people.symbol() == "UBND-2"
    # Pressed upon the process that was shown the first one:
    third, fourth = people.propose("UBND-3"), people.propose("UBND-4")
    second = people.apart()
    second.look_at(people.office.write(show_proposal, second, third, approve=True).result())
    monkeypatch.setattr(second, "look_at", lambda _asked: None)
    with pytest.raises(SecondSilent):
        approve(people, fourth, second)
    assert people.symbol() == "UBND-2"


def test_wrong_secrets_are_passed_on_and_sign_nothing(people: TwoPeople) -> None:
    people.enrol()
    seq, before = people.propose(), people.entries()
    with pytest.raises(WrongPassphrase):
        approve(people, seq, people.apart(people.passphrase_files("sai mat khau roi")))
    with pytest.raises(PinWrong):
        approve(people, seq, people.apart(people.stick_files("864213")))
    assert (people.symbol(), people.entries()) == ("UBND", before)


def test_more_than_can_be_shown_is_not_signed(
    people: TwoPeople, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(signing_talk, "LONGEST_ASKED", 100)
    with pytest.raises(TooMuchToShow):
        approve(people, people.propose(), people.apart())


# ── who may sign ─────────────────────────────────────────────────────────────────────────────


def test_nobody_signs_for_himself_or_without_the_role(people: TwoPeople) -> None:
    seq, before = people.propose(), people.entries()
    own = people.secret("own.txt", PASSPHRASE)
    keeper = people.apart(signed_apart.SecretFiles((own,)), login="giu-so")
    with pytest.raises(SelfApproval):
        approve(people, seq, keeper)
    with pytest.raises(UserUnknown):
        approve(people, seq, people.apart(login="ai-do"))
    assert people.entries() == before


def test_only_what_waits_is_confirmed_and_never_by_its_maker(people: TwoPeople) -> None:
    act = people.strike_printed()
    before = people.entries()
    with pytest.raises(SelfApproval):
        people.office.write(confirm_acts, [act]).result()
    for seqs in ([], [1], [act, 999], [act - 1, act]):
        with pytest.raises(ProposalClosed):
            people.office.write(confirm_acts, seqs, second=people.apart()).result()
    assert people.entries() == before
    people.office.write(confirm_acts, [act, act], second=people.apart()).result()
    with pytest.raises(ProposalClosed):
        people.office.write(confirm_acts, [act], second=people.apart()).result()


def test_acts_are_looked_at_before_as_well(people: TwoPeople) -> None:
    act, second = people.strike_printed(), people.apart()
    second.look_at(people.office.write(show_acts, second, [act]).result())
    people.office.write(confirm_acts, [act], second=second).result()
    assert people.office.read(list_unconfirmed).result() == ()


def test_a_revoked_person_signs_no_more(people: TwoPeople) -> None:
    seq = people.propose()

    def revoke(desk: WritingDesk) -> None:
        with desk.journal.write("person.revoke") as act:
            act.update("signer", people.chief.row, retired=1)
            act.update("person", 2, revoked_on="2026-03-05")

    second = people.apart()
    second.look_at(people.office.write(show_proposal, second, seq, approve=True).result())
    people.office.write(revoke).result()
    with pytest.raises(NotConfirmer):  # he had seen it and given his secret before
        approve(people, seq, second)
    with pytest.raises(NotConfirmer):
        approve(people, seq, people.apart())
    assert people.symbol() == "UBND"


@pytest.mark.parametrize("kill", [1, 2])
def test_a_killed_process_changes_nothing(people: TwoPeople, kill: int) -> None:
    """Killed while it asks, and after the secret was right."""
    seq, before = people.propose(), people.entries()
    second = people.apart()
    if kill == 1:
        second = liar(people, "silent", 60)
        threading.Timer(0.5, lambda: kill_its(second)).start()
    else:
        second.look_at(people.office.write(show_proposal, second, seq, approve=True).result())
        kill_its(second)
    with pytest.raises(SecondSilent):
        approve(people, seq, second)
    assert (people.symbol(), people.entries()) == ("UBND", before)
