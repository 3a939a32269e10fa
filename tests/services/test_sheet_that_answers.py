"""Between the recovery sheet's answer and its replacement: whatever stops there harms nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.services import answer_proposal as answering
from bmnn_desktop.services.act_of_two import replace_used_sheet
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.renew_recovery import renew_recovery
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import header
from bmnn_desktop.store.attempts import adopt_counters
from tests.services.offices import PASSPHRASE, cheap_wiring, found


def propose(desk: WritingDesk) -> int:
    with desk.journal.propose("person.change", reason="đổi ký hiệu") as act:
        act.update("organisation", 1, symbol="UBND-VP")
    return act.seq


@pytest.mark.parametrize("approve", [True, False])
def test_a_program_killed_there_leaves_the_answer_and_a_sheet_that_is_good(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, approve: bool
) -> None:
    office, sheet = found(tmp_path / "vault")
    seq = office.write(propose).result()

    def killed_here(desk: WritingDesk, second: SecondPerson | None) -> RecoverySheet | None:
        shutil.copytree(desk.place, tmp_path / "left")  # what stands on the disk at that moment
        return replace_used_sheet(desk, second)

    monkeypatch.setattr(answering, "replace_used_sheet", killed_here)
    holder = RecoverySheetHolder(sheet.key)
    reason = "" if approve else "sai"
    office.write(answer_proposal, seq, approve=approve, reason=reason, second=holder).result()
    office.close()

    adopt_counters(tmp_path / "left")
    office = cheap_wiring().gate(tmp_path / "left").unlock("giu-so", PASSPHRASE)
    assert office.notices == ()
    symbol = office.read(lambda desk: desk.rows.value("SELECT symbol FROM organisation")).result()
    assert symbol == ("UBND-VP" if approve else "UBND")
    assert office.write(verify_vault).result().ok is not False
    # The sheet that answered opens, signs and is replaced as if it had not been used.
    assert header.read(office.place).header.unlock_recovery(sheet.key)
    newer = office.write(renew_recovery, second=holder).result().sheet
    assert newer is not None
    office.close()
    assert header.read(office.place).header.unlock_recovery(newer.key)
