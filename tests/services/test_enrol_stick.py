"""A signing stick: given by two people, worth nothing without its PIN, no way into the vault."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from bmnn_desktop.errors import (
    KeyRevoked,
    NotAllowed,
    NotConfirmer,
    PinUnfit,
    ProposalStale,
    RecoverySheetForeign,
    SecondSilent,
    SelfApproval,
    StickFileExists,
    StickForConfirmer,
    StickReplaced,
    StickUnwritable,
    UserUnknown,
    WrongPassphrase,
)
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.enrol_stick import EnrolledStick, enrol_stick
from bmnn_desktop.services.list_pending import list_pending
from bmnn_desktop.services.plugged_sticks import plugged_sticks
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson, SessionHolder
from bmnn_desktop.services.session import Session
from bmnn_desktop.services.signed_apart import SecretFiles
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import header, slots, stick
from bmnn_desktop.store.journal import Signer
from tests.services.second_people import CHEAP, CHIEF, CHIEF_PASSPHRASE, PIN, TwoPeople, unlock_as
from tests.services.signing import ChosenHere


def enrol(
    people: TwoPeople,
    login: str = CHIEF,
    *,
    pin: str = PIN,
    place: Path | None = None,
    second: SecondPerson | None = None,
) -> EnrolledStick:
    people.stick_dir.mkdir(exist_ok=True)
    return people.office.write(
        enrol_stick,
        login,
        place=place or people.stick_dir,
        maker=ChosenHere(pin),
        second=second or SessionHolder(people.chief),
    ).result()


def sticks(people: TwoPeople) -> list[int]:
    slots = header.read(people.office.place).header.slots
    return [slot.signer for slot in slots if slot.is_stick]


def test_the_key_file_is_small_private_and_tells_no_secret_of_the_vault(people: TwoPeople) -> None:
    made = enrol(people)
    assert made.path == people.stick_dir / stick.NAME
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    body = json.loads(made.path.read_text())
    assert body.keys() == {"kind", "store", "signer", "secret"}
    assert (body["signer"], len(body["secret"])) == (made.signer, 64)
    assert sticks(people) == [made.signer]
    assert people.office.write(verify_vault).result().ok is None


def test_a_stick_cannot_open_the_vault(people: TwoPeople) -> None:
    made = enrol(people)
    head = header.read(people.office.place).header
    slot = head.stick(CHIEF, made.signer)
    assert slot is not None
    assert (slot.root, slot.is_passphrase) == (b"", False)  # no root key was boxed to it
    secret = json.loads(made.path.read_text())["secret"]
    people.office.close()
    for attempt in (PIN, secret, PIN + secret):
        with pytest.raises(WrongPassphrase):
            unlock_as(people.home, people.clock, CHIEF, attempt)
    # Nor where the stick is all that its owner has.
    alone = replace(head, slots=tuple(one for one in head.slots if one.is_stick))
    with pytest.raises(WrongPassphrase):
        alone.unlock(CHIEF, PIN)
    assert len(alone.unlock_stick(CHIEF, made.signer, PIN, bytes.fromhex(secret))[0]) == 32


def test_a_new_stick_takes_the_place_of_the_old_one(people: TwoPeople) -> None:
    old = enrol(people)
    kept = old.path.rename(people.home / "old.json")
    new = enrol(people)
    assert sticks(people) == [new.signer]
    act, pin = people.strike_printed(), people.secret("pin.txt", PIN)
    with pytest.raises(StickReplaced):
        people.office.write(
            confirm_acts, [act], second=people.apart(SecretFiles((kept, pin)))
        ).result()
    people.office.write(confirm_acts, [act], second=people.apart(people.stick_files())).result()


@pytest.mark.parametrize("pin", ["", "12345", "111111", "123456", "abcdef", "123456789"])
def test_a_pin_that_is_tried_first_is_refused(people: TwoPeople, pin: str) -> None:
    before = people.entries()
    with pytest.raises(PinUnfit):
        enrol(people, pin=pin)
    assert (people.entries(), sticks(people)) == (before, [])


def test_only_a_confirmer_gets_one_and_no_guest_gives_it(people: TwoPeople) -> None:
    before = people.entries()
    with pytest.raises(StickForConfirmer):
        enrol(people, "giu-so")
    with pytest.raises(UserUnknown):
        enrol(people, "ai-do")

    def as_guest(desk: WritingDesk) -> None:
        guest = Session(1, "khach", "Khách", frozenset(), 1)
        enrol_stick(
            replace(desk, session=guest),
            CHIEF,
            place=people.home,
            maker=ChosenHere(PIN),
            second=SessionHolder(people.chief),
        )

    with pytest.raises(NotAllowed):
        people.office.write(as_guest).result()
    assert (people.entries(), sticks(people)) == (before, [])


def test_a_file_is_never_overwritten(people: TwoPeople) -> None:
    people.stick_dir.mkdir()
    there = people.stick_dir / stick.NAME
    there.write_text("another vault's key")
    before = people.entries()
    with pytest.raises(StickFileExists):
        enrol(people)
    with pytest.raises(StickUnwritable):
        enrol(people, place=people.home / "none" / "key.json")
    assert there.read_text() == "another vault's key"
    assert (people.entries(), sticks(people)) == (before, [])


@pytest.mark.parametrize(
    ("who", "error"),
    [("sheet", NotConfirmer), ("keeper", SelfApproval), ("silent", SecondSilent)],
)
def test_without_the_second_signature_no_stick_is_left(
    people: TwoPeople, who: str, error: type[Exception]
) -> None:
    own: Signer = people.office._vault.signer
    second: SecondPerson = {
        "sheet": RecoverySheetHolder(people.sheet.key),
        "keeper": SessionHolder(own),
        "silent": people.apart(command=lambda _is_window: ["/none/such"]),
    }[who]  # type: ignore[assignment]
    kept = enrol(people).signer
    (people.stick_dir / stick.NAME).unlink()
    with pytest.raises(error):
        enrol(people, second=second)
    assert list(people.stick_dir.iterdir()) == []
    assert sticks(people) == [kept]  # the stick there was signs on
    assert people.office.read(list_pending).result() == ()


def test_a_proposed_key_without_a_slot_is_stale(people: TwoPeople) -> None:
    """As an older program left it, or one that was killed: nobody has that key."""

    def propose(desk: WritingDesk) -> None:
        with desk.journal.propose("person.stick") as act:
            act.insert("signer", person_id=2, public_key="ab" * 32, retired=0, is_stick=1)

    people.office.write(propose).result()
    (pending,) = people.office.read(list_pending).result()
    assert pending.is_stale
    with pytest.raises(ProposalStale):
        people.office.write(
            answer_proposal, pending.act.seq, approve=True, second=SessionHolder(people.chief)
        ).result()


def test_a_power_cut_before_the_approval_leaves_the_old_stick(people: TwoPeople) -> None:
    kept = enrol(people).signer
    people.office.write(
        lambda desk: desk.writing.change_header(
            lambda head, _root: head.with_stick(
                slots.for_stick(head.store, CHIEF, 99, PIN, CHEAP, secret=bytes(32), seed=bytes(32))
            )
        )
    ).result()
    assert sticks(people) == [kept, 99]
    people.office.close()
    people.office = unlock_as(people.home, people.clock, "giu-so", "mot cau dai de thu")
    assert sticks(people) == [kept]


def test_whoever_was_revoked_signs_with_no_stick(people: TwoPeople) -> None:
    made = enrol(people)
    seq = people.propose()

    def revoke(desk: WritingDesk) -> None:
        with desk.journal.write("person.revoke") as act:
            for row in (people.chief.row, made.signer):
                act.update("signer", row, retired=1)
            act.update("person", 2, revoked_on="2026-03-05")

    people.office.write(revoke).result()
    with pytest.raises(NotConfirmer):
        people.office.write(
            answer_proposal, seq, approve=True, second=people.apart(people.stick_files())
        ).result()
    with pytest.raises(StickForConfirmer):
        enrol(people, second=RecoverySheetHolder(people.sheet.key))
    people.office.close()
    with pytest.raises(KeyRevoked):
        unlock_as(people.home, people.clock, CHIEF, "hai ba bon nam sau bay")
    people.office = unlock_as(people.home, people.clock, "giu-so", "mot cau dai de thu")
    assert sticks(people) == []


def test_where_the_sheet_signs_a_stick_it_is_replaced(people: TwoPeople) -> None:
    """The keeper is gone: whoever confirms gets his own, and nobody is there beside the sheet."""
    people.office.write(revoke_person, "giu-so", reason="nghỉ hưu").result()
    people.office.close()
    people.office = unlock_as(people.home, people.clock, CHIEF, CHIEF_PASSPHRASE)
    made = enrol(people, second=RecoverySheetHolder(people.sheet.key))
    assert made.sheet is not None
    assert made.sheet.key != people.sheet.key
    assert sticks(people) == [made.signer]
    before = people.entries()
    with pytest.raises(RecoverySheetForeign):
        enrol(people, place=people.home / "next.json", second=RecoverySheetHolder(people.sheet.key))
    assert people.entries() == before
    again = enrol(
        people, place=people.home / "next.json", second=RecoverySheetHolder(made.sheet.key)
    )
    assert sticks(people) == [again.signer]
    assert people.office.write(verify_vault).result().ok is None


def test_a_stick_that_is_plugged_in_is_found(tmp_path: Path) -> None:
    (tmp_path / "an" / "USB").mkdir(parents=True)
    (tmp_path / "an" / "OTHER").mkdir()
    key_file = tmp_path / "an" / "USB" / stick.NAME
    key_file.write_text("{}")
    assert plugged_sticks([f"{tmp_path}/*/*"]) == (key_file,)
    assert plugged_sticks([f"{tmp_path}/none/*"]) == ()
