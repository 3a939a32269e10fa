"""Sticks of a real vault: enrolled by two, else refused for the exact reason."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bmnn_desktop import paths
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import Withdrawal
from bmnn_desktop.domain.rotation import Profile
from bmnn_desktop.errors import (
    FieldsWrong,
    KnownError,
    MediumAhead,
    MediumCloned,
    MediumKnown,
    MediumLevelLow,
    MediumMissing,
    MediumNetwork,
    MediumNotEnrolled,
    MediumNotRemovable,
    MediumNumberTaken,
    MediumReadOnly,
    MediumRestored,
    MediumSerialMissing,
    MediumSwapped,
    MediumSystem,
    MediumTokenForged,
    MediumTokenMissing,
    MediumTokenUnwritable,
    MediumUnknown,
    MediumWithdrawn,
    RecoverySheetForeign,
)
from bmnn_desktop.services.create_backup import create_backup
from bmnn_desktop.services.enrol_medium import enrol_medium
from bmnn_desktop.services.list_media import (
    list_media,
    look_at_port,
    set_backup_profile,
)
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import medium_token
from tests.media.plugged import stick
from tests.services.offices import FOUNDING, PASSPHRASE, FakeClock, add, cheap_wiring, entries
from tests.services.stick_room import LABEL, SERIAL, Room, open_room, refused


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    with open_room(tmp_path) as made:
        yield made


def test_an_enrolled_stick_is_a_carrier_in_the_books(room: Room) -> None:
    root = room.plug()
    made = room.enrol(root)
    assert (made.inventory_no, made.serial, made.root) == ("01/USB", SERIAL, root)
    one = room.listed()
    assert (one.level, one.custodian, one.place, one.serial, one.model, one.state) == (
        *(Level.TOI_MAT, "Phạm Giữ Đĩa", "Két số 1", SERIAL, "Giả Định Đĩa 8"),
        "đang dùng",
    )
    token = json.loads((root / medium_token.NAME).read_text())
    assert (token["serial"], token["counter"], len(token["mac"])) == (SERIAL, 0, 64)
    (plugged,) = room.office.read(look_at_port).result()
    assert (plugged.known, plugged.words) == ("01/USB", "USB sao lưu số 01/USB")


def test_a_real_vault_is_backed_up_to_its_stick_and_counts(room: Room) -> None:
    root = room.plug()
    room.enrol(root)
    for turn in (1, 2, 3):
        assert room.back_up(root) == turn
        assert json.loads((root / medium_token.NAME).read_text())["counter"] == turn
    one = room.listed()
    assert (one.backups, one.state) == (3, "đang dùng")
    verdict = room.office.write(verify_vault).result()
    assert verdict.ok is not False


PLACES: tuple[tuple[dict[str, object], type[KnownError]], ...] = (
    ({"is_network": True}, MediumNetwork),
    ({"is_system": True}, MediumSystem),
    ({"is_removable": False, "bus": "ata"}, MediumNotRemovable),
    ({"serial": ""}, MediumSerialMissing),
    ({"serial": "000000000000"}, MediumSerialMissing),
    ({"is_read_only": True}, MediumReadOnly),
)


@pytest.mark.parametrize(("changed", "error"), PLACES)
def test_no_other_place_is_enrolled_or_written_to(
    room: Room, changed: dict[str, object], error: type[KnownError]
) -> None:
    root = room.plug(**changed)  # type: ignore[arg-type]
    refused(room, error, lambda: room.enrol(root), root)
    refused(room, error, lambda: room.back_up(root), root)


def test_each_refusal_has_its_own_sentence() -> None:
    sentences = [error.sentence for _changed, error in PLACES]
    assert len({*sentences}) == len({error for _changed, error in PLACES}) == 5


def test_what_is_not_plugged_in_is_missing(room: Room) -> None:
    refused(room, MediumMissing, lambda: room.back_up(room.home / "nowhere"))
    (room.home / "plain").mkdir()
    refused(room, MediumMissing, lambda: room.back_up(room.home / "plain"))


def test_an_unknown_stick_is_refused(room: Room) -> None:
    root = room.plug()
    refused(room, MediumUnknown, lambda: room.back_up(root), root)


def test_a_cloned_stick_is_refused(room: Room) -> None:
    root = room.plug()
    room.enrol(root)
    clone = room.plug("clone", "AA0102030405")
    shutil.copy(root / medium_token.NAME, clone)
    refused(room, MediumCloned, lambda: room.back_up(clone), clone)


def test_the_token_of_another_stick_is_no_token(room: Room) -> None:
    root, other = room.plug(), room.plug("other", "AA0102030405")
    room.enrol(root)
    room.enrol(other, inventory_no="02/USB")
    shutil.copy(root / medium_token.NAME, other)
    refused(room, MediumCloned, lambda: room.back_up(other), other)


def test_an_older_image_put_back_is_refused(room: Room) -> None:
    root = room.plug()
    room.enrol(root)
    old = (root / medium_token.NAME).read_bytes()
    room.back_up(root)
    (root / medium_token.NAME).write_bytes(old)
    refused(room, MediumRestored, lambda: room.back_up(root), root)
    room.enrol(root)  # two people look at it: it may be used again
    assert room.back_up(root) == 2
    assert room.listed().backups == 2


def test_a_vault_older_than_its_stick_is_told(room: Room, tmp_path: Path) -> None:
    root = room.plug()
    room.enrol(root)
    room.office.close()
    old = (tmp_path / "vault" / paths.REGISTER).read_bytes()
    room.office = _open(room)
    add(room.office, doc_number="06/KH-UBND")
    room.back_up(root)
    room.office.close()
    (tmp_path / "vault" / paths.REGISTER).write_bytes(old)
    room.office = _open(room)
    refused(room, MediumAhead, lambda: room.back_up(root), root)


def _open(room: Room) -> Office:
    wiring = replace(cheap_wiring(FakeClock()), usb=room.port)
    return wiring.gate(room.home / "vault").unlock("giu-so", PASSPHRASE)


def test_a_stick_without_its_token_is_refused(room: Room) -> None:
    root = room.plug()
    room.enrol(root)
    (root / medium_token.NAME).unlink()
    refused(room, MediumTokenMissing, lambda: room.back_up(root), root)


def _forgeries(root: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    path = root / medium_token.NAME
    good = json.loads(path.read_text())
    for name, value in good.items():
        worse = {**good, name: value + 1 if isinstance(value, int) else "0" * len(value)}
        yield name, lambda worse=worse: path.write_text(json.dumps(worse))  # type: ignore[misc]
        less = {key: each for key, each in good.items() if key != name}
        yield f"no {name}", lambda less=less: path.write_text(json.dumps(less))  # type: ignore[misc]
    more = {**good, "more": 1}
    yield "more", lambda: path.write_text(json.dumps(more))
    for text in ("", "[]", "null", '{"mac": 5}', "[" * 3000):
        yield text[:9], lambda text=text: path.write_text(text)  # type: ignore[misc]
    yield "a link", lambda: path.symlink_to("/etc/hostname")
    yield "a pipe", lambda: os.mkfifo(path)
    yield "a folder", path.mkdir


def test_a_forged_token_is_refused_in_every_field(room: Room) -> None:
    root = room.plug()
    room.enrol(root)
    path, count = root / medium_token.NAME, 0
    for _name, forge in list(_forgeries(root)):
        forge()
        before = entries(room.office)
        with pytest.raises(MediumTokenForged):
            room.back_up(root)
        assert entries(room.office) == before
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        count += 1
    assert count == 25


def test_another_vaults_stick_is_no_stick_of_this_one(room: Room, tmp_path: Path) -> None:
    root = room.plug()
    room.enrol(root)
    wiring = replace(cheap_wiring(FakeClock()), usb=room.port)
    other = wiring.gate(tmp_path / "other").found(replace(FOUNDING, training=False))
    second = Room(other.office, room.port, tmp_path, other.recovery, room.clock)
    refused(second, MediumTokenForged, lambda: second.back_up(root), root)
    second.office.close()


def test_what_was_withdrawn_is_used_no_more(room: Room) -> None:
    root = room.plug()
    room.enrol(root)
    room.back_up(root)
    room.withdraw()
    error = refused(room, MediumWithdrawn, lambda: room.back_up(root), root)
    assert "01/USB đã ghi là bị mất" in str(error)
    one = room.listed()
    assert (one.withdrawal, one.backups, one.state) == (
        *(Withdrawal.LOST, 1),
        "bị mất từ 05/03/2026",
    )
    refused(room, MediumNotEnrolled, room.withdraw)
    room.enrol(root)  # found again: enrolled anew, the old line stays
    assert [one.state for one in room.office.read(list_media).result()] == [
        *("đang dùng", "bị mất từ 05/03/2026"),
    ]


def test_a_stick_in_order_is_not_enrolled_twice_and_numbers_are_one_each(room: Room) -> None:
    root, other = room.plug(), room.plug("other", "AA0102030405")
    room.enrol(root)
    refused(room, MediumKnown, lambda: room.enrol(root, inventory_no="09/USB"), root)
    refused(room, MediumNumberTaken, lambda: room.enrol(other), other)
    refused(
        room, MediumLevelLow, lambda: room.enrol(other, inventory_no="2", level=Level.MAT), other
    )
    refused(room, FieldsWrong, lambda: room.enrol(other, inventory_no="2", custodian=" "), other)


def test_who_may_not_sign_leaves_no_token(room: Room) -> None:
    root = room.plug()
    bad = RecoverySheetHolder(bytes(32))
    refused(
        room,
        RecoverySheetForeign,
        lambda: room.office.write(enrol_medium, root, LABEL, second=bad).result(),
        root,
    )


def test_a_stick_that_takes_no_token_is_not_enrolled(room: Room) -> None:
    root = room.plug()
    (root / medium_token.NAME).mkdir()
    (root / medium_token.NAME / "x").write_text("in the way")
    refused(room, MediumTokenUnwritable, lambda: room.enrol(root), root)


@pytest.mark.parametrize("step", ["Chụp lại kho sổ", "Niêm phong và ghi", "Đọc lại và kiểm tra"])
def test_a_stick_pulled_or_swapped_makes_no_backup(room: Room, step: str) -> None:
    root = room.plug()
    room.enrol(root)
    assert room.back_up(root) == 1
    before = entries(room.office)

    def pull(now: str, _done: float) -> None:
        if now == step:
            room.port.put(stick(root, "AA0102030405"))

    with pytest.raises(MediumSwapped):
        room.office.write(create_backup, root, pull).result()
    assert entries(room.office) == before
    assert [one.suffix for one in sorted(root.iterdir())] == [".age", ".json"]
    room.plug()
    assert room.back_up(root) == 2  # one ahead is what a failure leaves, and is no restoring


def test_a_turn_is_the_stick_with_the_oldest_backup(room: Room) -> None:
    first, second = room.plug(), room.plug("other", "AA0102030405")
    room.enrol(first)
    assert not room.listed().is_next
    room.enrol(second, inventory_no="02/USB")
    room.back_up(first)
    assert room.listed("02/USB").is_next
    room.back_up(second)
    assert room.listed("01/USB").state == "đang dùng, đến lượt sao lưu"


def test_a_level_outgrown_is_told_and_stops_no_backup(room: Room) -> None:
    root = room.plug()
    room.enrol(root)
    add(room.office, doc_number="07/KH-UBND", level=Level.TUYET_MAT, subject="")
    assert room.listed().state == "đang dùng, độ mật thấp hơn nội dung kho sổ"
    assert room.back_up(root) == 1


def test_old_backups_are_named_and_never_removed(room: Room) -> None:
    root = room.plug()
    room.enrol(root)
    for _turn in range(3):
        room.back_up(root)
    assert room.listed().may_go == ()
    room.office.write(set_backup_profile, Profile.ROTATE).result()
    assert room.listed().may_go == (1, 2)  # all of one day
    assert len([*root.glob("*.age")]) == 3
