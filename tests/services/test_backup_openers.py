"""Whose passphrase opens a backup: confirming people, as two have admitted them, and no longer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest

from bmnn_desktop.backup.identity import identity_text
from bmnn_desktop.errors import (
    BackupDamaged,
    BackupForged,
    BackupNotForYou,
    BackupUnreadable,
    NotAllowed,
)
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.backup_files import recognise_backup
from bmnn_desktop.services.backup_openers import BackupOpeners, look_at_openers, openers_words
from bmnn_desktop.services.begin_generation import begin_generation
from bmnn_desktop.services.change_passphrase import change_passphrase
from bmnn_desktop.services.change_person import change_person
from bmnn_desktop.services.create_backup import BackupDone, create_backup
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.prove_backup import prove_backup
from bmnn_desktop.services.rekey_person import rekey_person
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store.keys import SigningKey
from tests.services.offices import FakeClock, add, entries
from tests.services.second_people import (
    CHIEF,
    CHIEF_PASSPHRASE,
    TwoPeople,
    two_people,
    unlock_as,
)

NEWER = "cau moi cua thu truong"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[TwoPeople]:
    people = two_people(tmp_path, FakeClock())
    (tmp_path / "medium").mkdir()
    add(people.office)
    yield people
    people.office.close()


def back_up(two: TwoPeople) -> BackupDone:
    return two.office.write(create_backup, two.home / "medium").result()


def prove(office: Office, done: BackupDone, path: Path | None = None) -> tuple[int, int]:
    manifest = office.write(prove_backup, path or done.path, lambda _done: None).result()
    return manifest.number, manifest.head_seq


def prove_as(two: TwoPeople, passphrase: str, *backups: BackupDone) -> list[tuple[int, int]]:
    """Close the keeper's office, prove as the chief, and open the keeper's again."""
    two.office.close()
    office = unlock_as(two.home, two.clock, CHIEF, passphrase)
    try:
        return [prove(office, done) for done in backups]
    finally:
        office.close()
        two.office = unlock_as(two.home, two.clock, "giu-so", "mot cau dai de thu")


def opens(key: SigningKey, path: Path) -> bool:
    """Tell whether any age program opens the file with the reading half of a key."""
    identity = pyrage.x25519.Identity.from_str(identity_text(key.reading_secret()))
    try:
        return bool(pyrage.decrypt(path.read_bytes(), [identity]))
    except pyrage.DecryptError:
        return False


def openers(two: TwoPeople) -> BackupOpeners | None:
    return two.office.read(look_at_openers).result()


def test_the_chief_proves_a_backup_with_his_passphrase_alone(two: TwoPeople) -> None:
    assert openers(two) is None
    done = back_up(two)
    assert done.opened_by == ("Lê Văn hung",)
    assert opens(two.chief.key, done.path)  # nothing of ours is needed to read it
    sheet = pyrage.x25519.Identity.from_str(identity_text(two.sheet.key))
    assert pyrage.decrypt(done.path.read_bytes(), [sheet])
    assert openers(two) == BackupOpeners(("Lê Văn hung",), (), ())
    assert two.office.read(recognise_backup, done.path).result().opened_by == done.opened_by
    before = entries(two.office)
    [(number, head)] = prove_as(two, CHIEF_PASSPHRASE, done)
    assert (number, head) == (1, before - 1)  # the backup does not hold the entry about itself
    assert entries(two.office) == before
    assert two.office.write(verify_vault).result().ok is not False


def test_whose_keys_a_backup_has_stands_in_the_journal(two: TwoPeople) -> None:
    back_up(two)
    detail = two.office.read(
        lambda desk: desk.rows.value("SELECT detail FROM entry WHERE action = 'backup.create'")
    ).result()
    assert detail == f'{{"opened_by":[{two.chief.row}]}}'


def test_only_a_confirming_person_and_never_a_signing_stick(two: TwoPeople) -> None:
    stick = two.enrol()
    done = back_up(two)
    assert done.opened_by == ("Lê Văn hung",)
    assert stick != two.chief.row
    assert not opens(two.office._vault.signer.key, done.path)
    with pytest.raises(NotAllowed):
        prove(two.office, done)


def test_whoever_is_revoked_opens_no_later_backup(two: TwoPeople) -> None:
    first = back_up(two)
    two.office.write(revoke_person, CHIEF, reason="nghỉ hưu").result()
    told = openers(two)
    assert told == BackupOpeners((), ("Lê Văn hung",), ())
    assert told.words == (
        "Mở được bản sao lưu sau cùng: phiếu khóa khôi phục.\n"
        "Khóa cũ của Lê Văn hung cũng mở được bản đó; hãy sao lưu lại và giữ riêng các bản cũ."
    )
    second = back_up(two)
    assert second.opened_by == ()
    assert (opens(two.chief.key, first.path), opens(two.chief.key, second.path)) == (True, False)
    assert openers(two) == BackupOpeners((), (), ())
    assert "chỉ phiếu khóa khôi phục" in openers_words(second.opened_by)


def test_whoever_confirms_no_longer_reads_no_later_backup(two: TwoPeople) -> None:
    back_up(two)
    two.office.write(
        change_person,
        CHIEF,
        name="Lê Văn Hùng",
        post="",
        roles=frozenset({Role.ADMINISTRATOR}),
        second=two.apart(),
    ).result()
    done = back_up(two)
    assert done.opened_by == ()
    assert not opens(two.chief.key, done.path)


def test_a_new_passphrase_and_new_keys_of_the_vault_keep_the_backups_readable(
    two: TwoPeople,
) -> None:
    first = back_up(two)
    two.office.close()
    office = unlock_as(two.home, two.clock, CHIEF, CHIEF_PASSPHRASE)
    office.write(change_passphrase, CHIEF_PASSPHRASE, NEWER).result()
    office.close()
    two.office = unlock_as(two.home, two.clock, "giu-so", "mot cau dai de thu")
    two.office.write(
        begin_generation,
        reason="người có khóa đã đi",
        second=two.apart(two.passphrase_files(NEWER)),
    ).result()
    two.office.close()
    two.office = unlock_as(two.home, two.clock, "giu-so", "mot cau dai de thu")
    second = back_up(two)
    assert [number for number, _head in prove_as(two, NEWER, first, second)] == [1, 2]


def test_a_forgotten_passphrase_brings_a_key_that_opens_only_what_comes(two: TwoPeople) -> None:
    first = back_up(two)
    two.office.write(rekey_person, CHIEF, NEWER, second=two.apart()).result()
    assert openers(two) == BackupOpeners((), ("Lê Văn hung",), ("Lê Văn hung",))
    second = back_up(two)
    assert not opens(two.chief.key, second.path)
    with pytest.raises(BackupNotForYou, match="phiếu khóa khôi phục"):
        prove_as(two, NEWER, first)
    assert [number for number, _head in prove_as(two, NEWER, second)] == [2]


def test_two_who_confirm_read_both(two: TwoPeople, tmp_path: Path) -> None:
    first = back_up(two)
    deputy = NewPerson("pho", "Ngô Văn Phó", frozenset({Role.CONFIRMER}), NEWER)
    two.office.write(admit_person, deputy, second=two.apart()).result()
    assert openers(two) == BackupOpeners(("Lê Văn hung",), (), ("Ngô Văn Phó",))
    second = back_up(two)
    assert second.opened_by == ("Lê Văn hung", "Ngô Văn Phó")
    two.office.close()
    office = unlock_as(tmp_path, two.clock, "pho", NEWER)
    try:
        assert prove(office, second)[0] == 2
        with pytest.raises(BackupNotForYou):
            prove(office, first)
    finally:
        office.close()


def test_what_is_no_backup_of_this_vault_is_refused(two: TwoPeople, tmp_path: Path) -> None:
    done = back_up(two)
    whole = done.path.read_bytes()
    broken = tmp_path / "broken.age"
    broken.write_bytes(whole[:-40] + bytes([whole[-40] ^ 1]) + whole[-39:])
    two.office.close()
    chief = unlock_as(two.home, two.clock, CHIEF, CHIEF_PASSPHRASE)
    try:
        with pytest.raises(BackupDamaged):
            prove(chief, done, broken)
        with pytest.raises(BackupUnreadable):
            prove(chief, done, tmp_path / "none.age")
        # The file of another vault that has the same person by the same key.
        chief._vault.header = replace(chief._vault.header, store=bytes(16))
        with pytest.raises(BackupForged):
            prove(chief, done)
    finally:
        chief.close()
