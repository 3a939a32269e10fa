"""The recovery sheet's answer and its replacement are one act: both are there, or neither."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import paths
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import DiskFull, HeaderDamaged, WrongPassphrase
from bmnn_desktop.services.act_of_two import Settled
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.renew_recovery import renew_recovery
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import header
from bmnn_desktop.store.attempts import adopt_counters
from bmnn_desktop.store.vault import Vault
from tests.backup.tmpfs import tmpfs
from tests.services.offices import PASSPHRASE, add, cheap_wiring, found, print_out

_ROOM = 160 << 10  # bytes that are free beside the vault, taken away in steps
_STEP = 20 << 10
_ENTRIES = 3  # the answer, what proposes the new sheet and the old one's approval of it


def propose(desk: WritingDesk) -> int:
    with desk.journal.propose("person.change", reason="đổi ký hiệu") as act:
        act.update("organisation", 1, symbol="UBND-VP")
    return act.seq


@dataclass(frozen=True)
class Waiting:
    """A closed vault in which a proposal and an act wait for the recovery sheet."""

    place: Path
    sheet: RecoverySheet
    proposal: int
    act: int
    entries: int

    def copy(self, to: Path) -> Path:
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.place, to)
        adopt_counters(to)
        return to

    def answer(self, office: Office, how: str) -> Future[Settled]:
        holder = RecoverySheetHolder(self.sheet.key)
        if how == "confirm":
            return office.write(confirm_acts, [self.act], second=holder)
        return office.write(
            answer_proposal,
            self.proposal,
            approve=how == "approve",
            reason="sai" if how == "reject" else "",
            second=holder,
        )


def unlock(place: Path) -> Office:
    adopt_counters(place)
    return cheap_wiring().gate(place).unlock("giu-so", PASSPHRASE)


def answers(place: Path) -> list[str]:
    """Verify the vault and return what stands in its journal after the founding, one by one."""
    office = unlock(place)
    try:
        assert office.write(verify_vault).result().ok is not False
        slots = sorted(slot.signer for slot in header.read(place).header.slots)
        rows = office.read(
            lambda desk: (
                [row[0] for row in desk.rows.all("SELECT id FROM signer WHERE retired = 0")],
                [f"{row[0]} {row[1]}" for row in desk.rows.all(
                    "SELECT kind, action FROM entry WHERE kind <> 'genesis' ORDER BY seq")],
            )
        ).result()  # fmt: skip
        assert slots == sorted(rows[0])  # no slot without its key, no key without its slot
        return rows[1]
    finally:
        office.close()


def opens(place: Path, sheet: RecoverySheet) -> bool:
    try:
        return bool(header.read(place).header.unlock_recovery(sheet.key))
    except (WrongPassphrase, HeaderDamaged):
        return False


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Waiting:
    home = tmp_path_factory.mktemp("sheet")
    office, sheet = found(home / "vault")
    line = add(office)
    print_out(office, home / "so.pdf")
    act = office.write(
        annul_document, "outgoing", year=2026, seq_no=line.seq_no, reason="đăng ký hai lần"
    ).result()
    seq = office.write(propose).result()
    office.close()
    return Waiting(home / "vault", sheet, seq, act, len(answers(home / "vault")))


HOW = ("approve", "reject", "confirm")


@pytest.mark.parametrize("how", HOW)
def test_on_a_full_disk_the_answer_stands_with_its_new_sheet_or_not_at_all(
    tmp_path: Path, waiting: Waiting, how: str
) -> None:
    used = sum(path.stat().st_size for path in waiting.place.iterdir())
    seen: Counter[int] = Counter()
    with tmpfs(tmp_path / "medium", used + _ROOM) as medium:
        for left in range(0, _ROOM, _STEP):
            place = waiting.copy(medium / "vault")
            office = unlock(place)
            ballast = medium / "ballast"
            free = os.statvfs(medium)
            ballast.write_bytes(bytes(max(0, free.f_bavail * free.f_bsize - left)))
            new: RecoverySheet | None = None
            try:
                new = waiting.answer(office, how).result().sheet
                assert new is not None
            except DiskFull:
                pass
            ballast.unlink()
            office.close()
            more = len(answers(place)) - waiting.entries
            assert more == (_ENTRIES if new else 0)
            assert opens(place, waiting.sheet) is (new is None)
            assert new is None or opens(place, new)
            seen[more] += 1
    assert seen.keys() == {0, _ENTRIES}  # both ends were met


class PowerCut(BaseException):
    """The process is gone; nothing after it runs."""


def cut_at(monkeypatch: pytest.MonkeyPatch, moment: int) -> Callable[[], int]:
    """Cut the power at a moment: around each half of the header and around each commit.

    Returns what counts the moments that have come.
    """
    count = 0
    real_write, real_commit = header.write_durably, Vault.commit

    def step() -> None:
        nonlocal count
        count += 1
        if moment and count >= moment:
            raise PowerCut

    def write(path: Path, data: bytes, **mode: int) -> None:
        if path.name not in paths.HEADERS:
            real_write(path, data, **mode)
            return
        step()
        real_write(path, data, **mode)
        step()

    def commit(vault: Vault, connection: sqlcipher.Connection) -> None:
        step()
        real_commit(vault, connection)
        step()

    monkeypatch.setattr(header, "write_durably", write)
    monkeypatch.setattr(Vault, "commit", commit)
    return lambda: count


@pytest.mark.parametrize("how", HOW)
def test_a_program_killed_anywhere_leaves_both_or_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waiting: Waiting, how: str
) -> None:
    with monkeypatch.context() as patch:
        office = unlock(waiting.copy(tmp_path / "whole"))
        moments = cut_at(patch, 0)
        waiting.answer(office, how).result()
        last = moments()
    office.close()
    done = []
    for moment in range(1, last + 1):
        place = waiting.copy(tmp_path / "cut")
        office = unlock(place)
        with monkeypatch.context() as patch:
            cut_at(patch, moment)
            with pytest.raises(PowerCut):
                waiting.answer(office, how).result()
        office.close()
        more = len(answers(place)) - waiting.entries
        assert more in (0, _ENTRIES)
        assert opens(place, waiting.sheet) is (more == 0)
        done.append(more)
    assert done == sorted(done)
    assert set(done) == {0, _ENTRIES}


def test_the_new_sheet_signs_next_and_the_old_one_no_longer(
    tmp_path: Path, waiting: Waiting
) -> None:
    place = waiting.copy(tmp_path / "vault")
    office = unlock(place)
    sheet = waiting.answer(office, "approve").result().sheet
    assert sheet is not None
    newer = office.write(renew_recovery, second=RecoverySheetHolder(sheet.key)).result().sheet
    assert newer is not None
    office.close()
    assert answers(place)[-5:] == [
        "approve person.change",
        *("propose recovery.renew", "approve recovery.renew") * 2,
    ]
    assert [opens(place, one) for one in (waiting.sheet, sheet, newer)] == [False, False, True]


def test_where_the_answer_takes_the_keepers_own_key_the_sheet_stays(
    tmp_path: Path, waiting: Waiting
) -> None:
    """Nobody at the keyboard may sign for a new one any more: whoever opens next replaces it."""
    office = unlock(waiting.copy(tmp_path / "vault"))

    def propose_leaving(desk: WritingDesk) -> int:
        with desk.journal.propose("person.change") as act:
            act.update("signer", desk.session.signer, retired=1)
        return act.seq

    seq = office.write(propose_leaving).result()
    holder = RecoverySheetHolder(waiting.sheet.key)
    settled = office.write(answer_proposal, seq, approve=True, second=holder).result()
    assert settled.sheet is None
    office.close()
    assert opens(office.place, waiting.sheet)
