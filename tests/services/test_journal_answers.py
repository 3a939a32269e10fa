"""Proposals, approvals, rejections and confirmations in the journal: what each answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.closing_sheet import closing_sheet
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.list_entries import EntryQuery, list_entries
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.reopen_volume import reopen_volume
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.show_entry import EntryCard, show_entry
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.services.waiting_acts import look_at_waiting_acts
from tests.services.offices import add, entries, found
from tests.services.paper import Desktop


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[tuple[Office, RecoverySheet]]:
    office, sheet = found(tmp_path / "vault")
    yield office, sheet
    office.close()


def card(office: Office, seq: int) -> EntryCard:
    return office.read(show_entry, seq).result()


def propose(office: Office) -> int:
    """Propose to reopen the closed volume and leave it at that."""

    def ask(desk: WritingDesk) -> int:
        with desk.journal.propose("volume.reopen", reason="khóa nhầm") as act:
            act.update("volume", 1, closed_on=None, closed_by=None, last_no=None)
        return act.seq

    return office.write(ask).result()


def close(office: Office) -> None:
    office.write(
        close_volume, "outgoing", year=2026, number=1, discrepancy="chưa in (giả định)"
    ).result()


def test_an_approval_shows_what_it_put_into_effect(opened: tuple[Office, RecoverySheet]) -> None:
    office, sheet = opened
    add(office)
    close(office)
    office.write(
        reopen_volume,
        "outgoing",
        year=2026,
        number=1,
        reason="còn sót",
        second=RecoverySheetHolder(sheet.key),
    ).result()
    approval = card(office, entries(office))
    proposal = card(office, entries(office) - 1)
    assert proposal.line.words == "Đề nghị mở lại quyển 01 sổ đi 2026 đã khóa"
    assert proposal.kind_label == "đề nghị, chưa có hiệu lực"
    assert [line.seq for line in proposal.answered_by] == [approval.line.seq]
    assert approval.line.words == (
        f"Xác nhận mục {proposal.line.seq}: mở lại quyển 01 sổ đi 2026 đã khóa"
    )
    assert approval.line.name == "Phiếu khóa khôi phục"
    assert [line.seq for line in approval.answers] == [proposal.line.seq]
    for shown in (proposal, approval):  # the proposal still shows what stood there then
        row = shown.changes[0]
        values = {value.label: (value.old, value.new) for value in row.values}
        assert values["Ngày khóa sổ"] == ("05/03/2026", "")
    assert office.read(look_at_waiting_acts).result().proposals == ()


def test_an_open_proposal_waits_and_stands_on_the_closing_sheet(
    opened: tuple[Office, RecoverySheet],
) -> None:
    office, sheet = opened
    add(office)
    close(office)
    seq = propose(office)
    (waiting,) = office.read(look_at_waiting_acts).result().proposals
    sentence = "Mở lại quyển 01 sổ đi 2026 đã khóa, ngày 05/03/2026; lý do: khóa nhầm"
    assert (waiting.seq, waiting.sentence) == (seq, sentence)
    (line,) = office.read(closing_sheet).result().proposals
    assert (line.entry, line.sentence) == (seq, sentence)

    def refuse(desk: WritingDesk) -> None:
        signer = RecoverySheetHolder(sheet.key).signer(desk.rows)
        desk.journal.reject(seq, signer, reason="không cần")

    office.write(refuse).result()
    rejection = card(office, entries(office))
    assert rejection.line.words.startswith(f"Không xác nhận mục {seq}: mở lại quyển 01")
    assert rejection.line.reason == "không cần"
    assert office.read(look_at_waiting_acts).result().proposals == ()


def test_a_proposal_changes_nothing_that_a_later_entry_would_show_as_old(
    opened: tuple[Office, RecoverySheet],
) -> None:
    office, sheet = opened
    add(office)
    close(office)
    propose(office)
    office.write(
        reopen_volume,
        "outgoing",
        year=2026,
        number=1,
        reason="còn sót",
        second=RecoverySheetHolder(sheet.key),
    ).result()
    row = card(office, entries(office)).changes[0]
    assert {value.label: value.old for value in row.values}["Ngày khóa sổ"] == "05/03/2026"


def test_a_confirmation_names_the_acts_it_confirms(
    opened: tuple[Office, RecoverySheet], tmp_path: Path
) -> None:
    office, sheet = opened
    for _document in range(3):
        add(office)
    Desktop(office, tmp_path).go_on()
    acts = [
        office.write(annul_document, "outgoing", year=2026, seq_no=no, reason="ghi trùng").result()
        for no in (1, 2, 3)
    ]

    def confirm(desk: WritingDesk) -> None:
        signer = RecoverySheetHolder(sheet.key).signer(desk.rows)
        desk.journal.confirm(acts[:2], signer)

    office.write(confirm).result()
    seq = entries(office)
    confirmation = card(office, seq)
    assert confirmation.line.words == "Xác nhận 2 việc đã làm"
    assert [line.seq for line in confirmation.answers] == acts[:2]
    assert confirmation.changes == ()
    assert [line.seq for line in card(office, acts[0]).answered_by] == [seq]
    assert card(office, acts[2]).answered_by == ()
    assert [act.seq for act in office.read(look_at_waiting_acts).result().acts] == acts[2:]
    query = EntryQuery(book="outgoing", number=1)
    of_line = [row.seq for row in office.read(list_entries, query).result().rows]
    assert of_line[0] == seq  # the confirmation belongs to the line's history
    other = EntryQuery(book="outgoing", number=3)
    assert seq not in [row.seq for row in office.read(list_entries, other).result().rows]
    assert office.write(verify_vault).result().ok is None
