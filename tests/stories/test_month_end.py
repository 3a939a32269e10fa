"""Month end through the keys: put right on paper what was wrong on paper."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bmnn_desktop.domain.sheet import SheetState
from bmnn_desktop.gui.demo import ink, month_end
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.list_sheets import list_sheets, waiting_prints
from bmnn_desktop.services.verify_vault import verify_vault
from tests.printing.reading import texts
from tests.services.offices import document
from tests.stories.conftest import Room


@pytest.fixture
def done(room: Room) -> Room:
    """Live through the month end."""
    window, camera = room.window, room.camera
    for number in range(12, 16):
        window.office.write(
            add_document,
            "outgoing",
            document(doc_number=f"{number}/UBND", doc_date=date(2026, 11, number)),
        ).result()
    ink.print_new(window, camera, "outgoing", "lan-1")
    month_end.amend(window, camera, 13, "Lê Thị Người Ký")
    month_end.annul(window, camera, 14)
    ink.print_new(window, camera, "outgoing", "lan-2")
    month_end.spoil(window, camera, "outgoing")
    month_end.reprint(window, camera, "outgoing")
    month_end.spare_sheets(window, camera, "outgoing")
    month_end.opening_certificate(window, camera, "outgoing")
    ink.sign(window, camera, "outgoing", "cuoi-thang")
    return room


def printed(room: Room) -> dict[str, str]:
    found = sorted(Path(room.home / "prints").glob("*.pdf"))
    return {path.stem: " ".join(texts(path.read_bytes())).replace("\r\n", " ") for path in found}


def test_a_month_end_leaves_every_line_on_one_good_sheet(done: Room) -> None:
    office = done.window.office
    found = office.read(list_sheets, "outgoing", year=2026).result()
    states = {each.sheet.number: each.sheet.state for each in found.sheets}
    assert states[1] is SheetState.SPOILED
    assert states[2] is SheetState.SIGNED
    assert sum(each.sheet.is_blank for each in found.sheets) >= 1
    assert found.pending == 0
    assert office.read(waiting_prints).result() == ()
    rows = office.read(list_documents, "outgoing").result().rows
    assert all(row.printed for row in rows)
    assert {row.seq_no for row in rows if row.is_annulled} == {14}
    assert office.write(verify_vault).result().ok is None


def test_the_paper_tells_of_every_mistake(done: Room) -> None:
    papers = printed(done)
    second = papers["outgoing-2026-01-2"]
    assert "ĐC 13" in second
    assert "GB 14" in second
    assert "Lê Thị Người Ký" in second
    again = papers["outgoing-2026-01-3"]
    assert "12/UBND" in again
    assert "15/UBND" in again
    assert any("In lại lần 1" in text for name, text in papers.items() if "in-lai" in name)
    assert any("TỜ DỰ PHÒNG" in text.upper() for name, text in papers.items() if "du-phong" in name)
    assert any("CHỨNG NHẬN MỞ SỔ" in text.upper() for text in papers.values())
