"""Đổi toàn bộ khóa: who may, who signs, what stays readable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import (
    BackupKeyWrong,
    Cancelled,
    DiskFull,
    GenerationOver,
    KnownError,
    NotAllowed,
    NotConfirmer,
    ReasonMissing,
    RecoverySheetForeign,
    RecoverySlotTooOld,
    SelfApproval,
    SlotsTooOld,
    WrongPassphrase,
)
from bmnn_desktop.services.begin_generation import GenerationBegun, begin_generation
from bmnn_desktop.services.create_backup import create_backup
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import generation, header, keys
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.rows import Rows
from tests.services.offices import PASSPHRASE, add, cheap_wiring, entries, found, print_out

REASON = "Người giữ khóa chuyển công tác"


@dataclass(frozen=True)
class Present:
    """A second person who signs with this key."""

    key: Signer

    def signer(self, rows: Rows) -> Signer:  # noqa: ARG002
        return self.key

    def leave(self) -> None:
        """Stay."""


@pytest.fixture
def founded(tmp_path: Path) -> Iterator[tuple[Office, RecoverySheet]]:
    office, sheet = found(tmp_path / "vault")
    add(office)
    yield office, sheet
    office.close()


def change(office: Office, second: SecondPerson, reason: str = REASON) -> GenerationBegun:
    return office.write(begin_generation, reason=reason, second=second).result()


def again(office: Office) -> Office:
    """Close the office and unlock it again."""
    office.close()
    return cheap_wiring().gate(office.place).unlock(office.session.login, PASSPHRASE)


def refused(office: Office, second: SecondPerson, error: type[KnownError]) -> KnownError:
    before, head = entries(office), header.read(office.place).header
    with pytest.raises(error) as caught:
        change(office, second)
    assert entries(office) == before
    assert header.read(office.place).header == head
    assert not (office.place / "register.next").exists()
    return caught.value


def test_the_vault_goes_on_under_new_keys(founded: tuple[Office, RecoverySheet]) -> None:
    office, sheet = founded
    key = office.training_database_key()
    steps: list[str] = []
    begun = office.write(
        begin_generation,
        reason=REASON,
        second=RecoverySheetHolder(sheet.key),
        progress=lambda step, _done: steps.append(step),
    ).result()
    assert (begun.generation, begun.dropped, begun.is_certain) == (2, (), True)
    assert begun.sheet is not None
    assert list(dict.fromkeys(steps)) == ["Chép sổ sang khóa mới", "Kiểm tra bản chép"]
    with pytest.raises(GenerationOver):
        add(office)
    office = again(office)
    assert office.training_database_key() != key
    assert add(office).seq_no == 2
    proposal, approval = office.read(
        lambda desk: desk.rows.all(
            "SELECT generation, kind, signer, reason FROM entry WHERE action = 'generation.begin'"
        )
    ).result()
    assert tuple(proposal) == (1, "propose", 1, REASON)
    assert tuple(approval) == (2, "approve", 2, None)
    office.close()


def test_a_sheet_that_signs_is_replaced_in_the_same_act(
    founded: tuple[Office, RecoverySheet],
) -> None:
    office, sheet = founded
    begun = change(office, RecoverySheetHolder(sheet.key))
    assert begun.sheet is not None
    assert (begun.sheet.store, begun.sheet.fingerprint) == (sheet.store, sheet.fingerprint)
    office = again(office)
    assert office.write(verify_vault).result().verdict == "unknown"
    head = header.read(office.place).header
    assert [slot.is_recovery for slot in head.slots].count(True) == 1
    with pytest.raises(WrongPassphrase):
        head.unlock_recovery(sheet.key)
    assert head.unlock_recovery(begun.sheet.key)[0] == office._vault._root
    # All of it stands in the one proposal that the old sheet approved.
    changed = office.read(
        lambda desk: desk.rows.all(
            "SELECT e.kind, c.table_name FROM entry AS e JOIN change AS c ON c.seq = e.seq"
            " WHERE e.action = 'generation.begin' ORDER BY e.seq, c.n"
        )
    ).result()
    assert [tuple(row) for row in changed] == [
        ("propose", "signer"), ("propose", "signer"),
        ("propose", "backup_recipient"), ("propose", "backup_recipient"),
    ]  # fmt: skip
    refused(office, RecoverySheetHolder(sheet.key), RecoverySheetForeign)
    third = change(office, RecoverySheetHolder(begun.sheet.key))
    assert third.generation == 3
    office.close()


def test_a_change_that_fails_before_the_switch_leaves_the_sheet_good(
    founded: tuple[Office, RecoverySheet],
) -> None:
    office, sheet = founded

    def stop(step: str, _done: float) -> None:
        if step == generation.CHECKING:
            raise Cancelled

    before, head = entries(office), header.read(office.place).header
    work = office.write(
        begin_generation, reason=REASON, second=RecoverySheetHolder(sheet.key), progress=stop
    )
    with pytest.raises(Cancelled):
        work.result()
    assert (entries(office), header.read(office.place).header) == (before, head)
    assert change(office, RecoverySheetHolder(sheet.key)).generation == 2


@pytest.mark.parametrize("written", [False, True], ids=["not switched", "switched"])
def test_a_switch_nobody_knows_of_gives_the_new_sheet_beside_the_old_one(
    founded: tuple[Office, RecoverySheet], monkeypatch: pytest.MonkeyPatch, *, written: bool
) -> None:
    office, sheet = founded
    whole = generation.switch

    def fails(place: Path, made: generation.Successor) -> None:
        if written:
            whole(place, made)
        raise DiskFull

    monkeypatch.setattr(generation, "switch", fails)
    begun = change(office, RecoverySheetHolder(sheet.key))
    monkeypatch.undo()
    assert begun.sheet is not None
    assert not begun.is_certain
    office = again(office)
    good, dead = (begun.sheet, sheet) if written else (sheet, begun.sheet)
    head = header.read(office.place).header
    assert head.unlock_recovery(good.key)
    with pytest.raises(WrongPassphrase):
        head.unlock_recovery(dead.key)
    assert office.write(verify_vault).result().verdict == "unknown"
    office.close()


def test_who_may_not_and_what_is_missing(founded: tuple[Office, RecoverySheet]) -> None:
    office, sheet = founded
    holder = RecoverySheetHolder(sheet.key)
    with pytest.raises(ReasonMissing):
        change(office, holder, " ")
    refused(office, RecoverySheetHolder(keys.new_secret()), RecoverySheetForeign)
    refused(office, Present(office._vault.signer), SelfApproval)
    keeper = office.session
    office.session = replace(keeper, roles=frozenset({Role.CONFIRMER}))
    refused(office, holder, NotAllowed)
    office.session = replace(keeper, roles=frozenset({Role.ADMINISTRATOR}))
    assert change(office, holder).generation == 2


def test_with_a_confirmer_the_sheet_does_not_do_and_the_dropped_are_named(
    founded: tuple[Office, RecoverySheet],
) -> None:
    office, sheet = founded
    seed = keys.new_secret()
    key = SigningKey(seed)

    def admit(desk: object, login: str) -> int:
        writing = desk.writing  # type: ignore[attr-defined]
        with writing.journal.propose("person.admit", reason="thêm") as act:
            person = act.insert("person", login=login, name="Lê Văn Hùng", roles="confirmer")
            row: int = act.insert("signer", person_id=person, public_key=key.public, retired=0)
        sheet_key = Signer(2, SigningKey(keys.recovery_seed(sheet.key)))
        writing.change_header(
            lambda head, root: head.with_passphrase(
                login, row, PASSPHRASE, keys.Kdf(64, 1, 1), root=root, seed=seed
            )
        )
        writing.journal.approve(act.seq, sheet_key)
        return row

    row = office.write(admit, "hung").result()
    refused(office, RecoverySheetHolder(sheet.key), NotConfirmer)
    begun = change(office, Present(Signer(row, key)))
    assert (begun.dropped, begun.sheet) == ((), None)  # a sheet that was not used stays good
    office = again(office)

    def revoke(desk: object) -> None:
        writing = desk.writing  # type: ignore[attr-defined]
        with writing.journal.write("person.revoke") as act:
            act.update("person", 2, revoked_on="2026-03-05")

    office.write(revoke).result()
    begun = change(office, RecoverySheetHolder(sheet.key))
    assert (begun.generation, begun.dropped) == (3, ("hung",))
    office.close()
    assert cheap_wiring().gate(office.place).logins() == ("giu-so",)


def _as_first_format(head: Header, *, recovery: bool) -> Header:
    slots = tuple(
        replace(slot, box=None) if slot.is_recovery == recovery else slot for slot in head.slots
    )
    return replace(head, slots=slots)


def test_who_could_not_be_given_the_new_key_is_named(
    founded: tuple[Office, RecoverySheet],
) -> None:
    office, sheet = founded
    holder = RecoverySheetHolder(sheet.key)
    whole = office._vault.header
    office._vault.header = _as_first_format(whole, recovery=False)
    assert "giu-so phải tự đổi mật khẩu" in str(refused(office, holder, SlotsTooOld))
    office._vault.header = _as_first_format(whole, recovery=True)
    assert "cấp phiếu mới" in str(refused(office, holder, RecoverySlotTooOld))


def test_backups_and_sheets_of_the_older_generation_stay_good(
    founded: tuple[Office, RecoverySheet], tmp_path: Path
) -> None:
    office, sheet = founded
    code = print_out(office, tmp_path / "so.pdf").code
    medium = tmp_path / "medium"
    medium.mkdir()
    first = office.write(create_backup, medium).result()
    newer = change(office, RecoverySheetHolder(sheet.key)).sheet
    assert newer is not None
    office = again(office)
    assert office.write(verify_vault, code).result().verdict == "pass"
    add(office)
    second = office.write(create_backup, medium).result()
    newest = print_out(office, tmp_path / "so-2.pdf").code
    office.close()

    files = cheap_wiring().backup_files()
    # The sheet that signed opens the backups of before, its successor those since.
    with pytest.raises(BackupKeyWrong):
        files.verify(second.path, sheet, lambda _done: None)
    for done, number, good in ((first, 1, sheet), (second, 2, newer)):
        assert files.verify(done.path, good, lambda _done: None).generation == number
        into = tmp_path / f"restored {number}"
        restored = files.restore(
            done.path,
            into,
            good,
            login=None,
            passphrase=PASSPHRASE,
            progress=lambda _done: None,
        )
        assert restored.generation == number + 1
        office = cheap_wiring().gate(into).unlock("giu-so", PASSPHRASE)
        assert office.write(verify_vault, code).result().verdict == "pass"
        # Older than the newest sheet: whoever restores an old backup is told.
        assert office.write(verify_vault, newest).result().ok is False
        assert len(office.read(list_documents, "outgoing").result().rows) == number
        # The restored vault takes new keys in its turn.
        change(office, RecoverySheetHolder(good.key))
        office = again(office)
        assert office.write(verify_vault, code).result().verdict == "pass"
        office.close()
