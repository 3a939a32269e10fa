"""A normal Monday through the keys: every step typed, the books as they stand in the evening."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import SheetState
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.gui.demo import ink, monday
from bmnn_desktop.services.give_direction import list_directions
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.list_sheets import list_sheets
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.services.verify_vault import verify_vault
from tests.printing.reading import texts
from tests.stories.conftest import Room

DAY = monday.Day(date(2026, 11, 16))


@pytest.fixture
def evening(room: Room) -> Room:
    """Live through the day."""
    window, camera = room.window, room.camera
    office = window.office
    monday.keep_list(window)
    office.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET).result()
    monday.receive(window, camera, DAY)
    monday.direct(window, camera, DAY)
    ink.print_papers(window, camera)
    monday.send(window, camera, DAY)
    ink.print_new(window, camera, "incoming", "so-den")
    ink.print_receipts(window, camera)
    ink.print_new(window, camera, "outgoing", "so-di")
    monday.open_envelope(window, camera, DAY, 37)
    ink.sign(window, camera, "incoming", "so-den")
    ink.sign_but_one(window, camera, "transfer", "to-ky-nhan")
    ink.print_new(window, camera, "incoming", "mo-bi")
    return room


def lines(room: Room, book: str) -> dict[int, Document]:
    rows = room.window.office.read(list_documents, book).result().rows
    return {row.seq_no: row for row in rows}


def pdf(room: Room, name: str) -> list[str]:
    (found,) = sorted(Path(room.home / "prints").glob(name))
    return texts(found.read_bytes())


def test_the_day_stands_in_both_books(evening: Room) -> None:
    incoming = lines(evening, "incoming")
    assert list(incoming) == [39, 38, 37]
    opened, secret, short = incoming[37], incoming[38], incoming[39]
    assert (opened.is_sealed, opened.subject) == (False, DAY.inside.subject)
    assert opened.envelope is not None
    assert opened.envelope.opened_by == monday.CHAIRMAN
    assert (secret.level, secret.subject) == (Level.TUYET_MAT, "")
    assert short.comparison is not None
    assert (short.comparison.finding, short.comparison.awaiting) == (Finding.SHORT, True)
    (given,) = evening.window.office.read(list_directions, short.id).result()
    assert (given.assignee, given.due_on) == ("Phòng Thí Dụ", date(2026, 11, 26))
    outgoing = lines(evening, "outgoing")
    assert list(outgoing) == [13, 12]
    for line in outgoing.values():
        assert line.recipients == monday.SEVEN
        assert set(line.channels) == {Channel.DIRECT}
        assert line.copies_issued == 8
        assert line.copying_allowed is False
    assert [outgoing[no].doc_number for no in (12, 13)] == ["12/KH-UBND", "13/TB-UBND"]
    assert all(line.printed for line in (*incoming.values(), *outgoing.values()))


def test_the_paper_says_what_the_vault_says(evening: Room) -> None:
    (first,) = pdf(evening, "incoming-2026-01.pdf")
    assert "Bì còn nguyên, chỉ người có tên mới được bóc" in first.replace("\r\n", " ")
    assert DAY.inside.subject not in first
    (later,) = pdf(evening, "incoming-2026-01-2.pdf")
    assert "Tiếp 37" in later.replace("\r\n", " ")
    assert "Ngày đến" not in later  # the heads are on the paper already
    outgoing = " ".join(pdf(evening, "outgoing-2026-01.pdf")).replace("\r\n", " ")
    assert outgoing.count("TKN") == 14
    minutes = " ".join(pdf(evening, "incoming-2026-39-minutes.pdf")).replace("\r\n", " ")
    assert "BIÊN BẢN" in minutes
    assert "Bì ghi 2 bản, bên trong có 1 bản" in minutes
    assert "245/STD-VP" in " ".join(pdf(evening, "incoming-2026-39-letter.pdf"))
    assert "Phòng Thí Dụ" in " ".join(pdf(evening, "incoming-2026-39-direction.pdf"))
    receipts = " ".join(pdf(evening, "transfer-2026-01.pdf"))
    assert receipts.count("13/TB-UBND") == 7


def test_ink_is_marked_but_for_one_place(evening: Room) -> None:
    office = evening.window.office
    incoming = office.read(list_sheets, "incoming", year=2026).result()
    # The envelope went on to the police: who receives what was inside signs anew.
    assert [each.open_places for each in incoming.sheets] == [1]
    transfer = office.read(list_sheets, "transfer", year=2026).result()
    assert sum(each.open_places for each in transfer.sheets) >= 1
    assert transfer.sheets[0].open_places == 1
    assert transfer.sheets[0].sheet.state in {SheetState.OPEN, SheetState.FULL}
    assert office.write(verify_vault).result().ok is None
