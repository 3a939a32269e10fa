"""A stick is made in a process of its own: what it refuses, and what is not taken from it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bmnn_desktop.errors import (
    KnownError,
    PassphraseFileOpen,
    PinNotGiven,
    PinUnfit,
    SecondSilent,
    StickUnwritable,
)
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.enrol_stick import enrol_stick
from bmnn_desktop.services.list_pending import list_pending
from bmnn_desktop.services.second_person import SecondPerson, SessionHolder
from bmnn_desktop.services.signing_talk import TalkError
from bmnn_desktop.services.stick_apart import StickApart
from bmnn_desktop.services.stick_order import StickOrder, read_order
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import header, stick
from tests.services.second_people import CHEAP, CHIEF, PIN, TwoPeople


def give(
    people: TwoPeople,
    maker: StickApart,
    *,
    place: Path | None = None,
    second: SecondPerson | None = None,
) -> int:
    people.stick_dir.mkdir(exist_ok=True)
    return people.office.write(
        enrol_stick,
        CHIEF,
        place=place or people.stick_dir,
        maker=maker,
        second=second or SessionHolder(people.chief),
    ).result().signer  # fmt: skip


def nothing_was_given(people: TwoPeople, before: int) -> bool:
    slots = header.read(people.office.place).header.slots
    return (
        people.entries() == before
        and not any(slot.is_stick for slot in slots)
        and list(people.stick_dir.iterdir()) == []
        and people.office.read(list_pending).result() == ()
    )


def test_a_stick_that_was_made_apart_signs_with_its_pin(people: TwoPeople) -> None:
    row = give(people, StickApart(people.secret("pin.txt", PIN)))
    act = people.strike_printed()
    signed = people.office.write(confirm_acts, [act], second=people.apart(people.stick_files()))
    entry = signed.result().entry
    by = people.office.read(
        lambda desk: desk.rows.value("SELECT signer FROM entry WHERE seq = ?", (entry,))
    ).result()
    assert by == row
    assert people.office.write(verify_vault).result().ok is None


def open_file(people: TwoPeople) -> Path:
    path = people.secret("pin.txt", PIN)
    path.chmod(0o644)
    return path


@pytest.mark.parametrize(
    ("pin_file", "error"),
    [
        (lambda people: people.secret("pin.txt", "123456"), PinUnfit),
        (open_file, PassphraseFileOpen),
    ],
)
def test_what_its_process_refuses_is_told(
    people: TwoPeople, pin_file: Callable[[TwoPeople], Path], error: type[KnownError]
) -> None:
    before = people.entries()
    with pytest.raises(error):
        give(people, StickApart(pin_file(people)))
    pin = people.secret("right.txt", PIN)
    with pytest.raises(StickUnwritable):
        give(people, StickApart(pin), place=people.home / "none" / "key.json")
    assert nothing_was_given(people, before)


def test_a_second_person_who_does_not_sign_leaves_no_key_file(people: TwoPeople) -> None:
    before = people.entries()
    silent = people.apart(command=lambda _is_window: ["/none/such"])
    with pytest.raises(SecondSilent):
        give(people, StickApart(people.secret("pin.txt", PIN)), second=silent)
    assert nothing_was_given(people, before)


ANSWERS = {
    "nothing": "",
    "no line": "print('x' * 9000)",
    "no key": "print('{}')",
    "a slot that opens the vault": 'print(\'{"public": "ab", "slot": {"box": "aa"}}\')',
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_is_no_key_is_not_taken(people: TwoPeople, answer: str) -> None:
    """And a key file that such a process left goes."""
    before, path = people.entries(), people.stick_dir / stick.NAME
    script = f"import pathlib; pathlib.Path({str(path)!r}).write_text('left'); {ANSWERS[answer]}"
    maker = StickApart(command=lambda _is_window: [sys.executable, "-c", script])
    with pytest.raises(PinNotGiven):
        give(people, maker)
    assert nothing_was_given(people, before)


def test_a_lock_does_not_wait_for_whoever_chooses_a_pin(people: TwoPeople) -> None:
    before = people.entries()
    waits = [sys.executable, "-c", "import time; time.sleep(60)"]
    maker = StickApart(command=lambda _is_window: waits, patience=50)
    threading.Timer(1, maker.give_up).start()
    with pytest.raises(PinNotGiven):
        give(people, maker)
    assert nothing_was_given(people, before)


def order(tmp_path: Path, row: int = 5, login: str = CHIEF) -> StickOrder:
    path = tmp_path / f"{row}{login}.json"
    return StickOrder(bytes(16), row, login, "Lê Văn Giả", CHEAP, path, None)


def test_an_order_is_read_as_it_was_said(tmp_path: Path) -> None:
    said = order(tmp_path)
    assert read_order(said.to_json()) == said
    for name in said.to_json():
        with pytest.raises(TalkError):
            read_order({key: value for key, value in said.to_json().items() if key != name})


def test_a_key_of_another_row_or_person_is_not_read(tmp_path: Path) -> None:
    said = order(tmp_path)
    key = said.make(PIN)
    assert said.read_key(key.to_json()) == key
    for other in (order(tmp_path, row=6), order(tmp_path, login="khac")):
        with pytest.raises(TalkError):
            said.read_key(other.make(PIN).to_json())
    # And what goes over tells neither seed nor the secret of the stick.
    secret = stick.read(said.path, said.store).secret
    assert secret.hex() not in str(key.to_json())
