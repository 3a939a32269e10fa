"""A lost document (USERS.md 1.9) through the window: asked at once, reported the same day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton

from bmnn_desktop.domain.custody import Standing, Step
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.incident import IncidentOutcome, IncidentStepKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.custody.story_dialog import StoryDialog
from bmnn_desktop.gui.demo import custody, ink
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.demo.typist import close_suggestions
from bmnn_desktop.gui.events.copies_dialog import CopiesDialog
from bmnn_desktop.gui.events.page import EventsPage
from bmnn_desktop.gui.year.close_dialog import CloseDialog
from bmnn_desktop.gui.year.volumes_page import VolumesPage
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.balance import read_balance
from bmnn_desktop.services.duties import DutyKind
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.services.waiting_acts import look_at_waiting_acts
from tests.gui.register.clerk import Clerk, said
from tests.printing.reading import texts
from tests.services.moving import copy_id, story, where
from tests.stories.conftest import Room

FIRST, SECOND, _THIRD = custody.OFFICIALS
LETTER = NewDocument(
    doc_number="12/KH-UBND",
    doc_date=date(2026, 11, 16),
    doc_type="Kế hoạch",
    subject="Diễn tập giả định",
    level=Level.MAT,
    signer="Nguyễn Văn Mẫu",
    recipients=("Đảng ủy xã Mẫu",),
    holding_unit="Văn phòng",
    pages=4,
)


def printed(room: Room, name: str) -> str:
    """Print what is shown and return its words."""
    ink.print_preview(room.window, room.camera, name)
    (paper,) = (room.home / "prints").glob(f"{name}-*.pdf")
    return " ".join(" ".join(texts(paper.read_bytes())).split())


def events_of(room: Room) -> EventsPage:
    """Open the page of cases and wait for what is on it."""
    page = cast("EventsPage", room.window.go("events"))
    until(lambda: not page.jobs.is_busy, "the cases")
    return page


def shown(room: Room, name: str) -> None:
    """Press a button of the page of cases."""
    button = events_of(room).findChild(QPushButton, name)
    assert button is not None
    assert button.isVisible()
    press(button, Qt.Key.Key_Space)


def incident_tasks(room: Room) -> list[bool]:
    """Return whether each task of a case on Today is red."""
    today = room.window.office.read(look_at_today).result().duties.must
    return [duty.is_red for duty in today if duty.kind is DutyKind.INCIDENT_STEP]


def where_is_it(room: Room) -> str:
    """Ask on the one screen of a copy and return its words."""
    page = custody.page_of(room.window)
    page.show_holder(FIRST)
    custody.settle(page)
    page.ui.holdings_view.setFocus()
    press(page.ui.holdings_view, Qt.Key.Key_Return)
    asked = custody.dialog_of(room.window, StoryDialog)
    words = " ".join(label.text() for label in asked.findChildren(QLabel))
    press(asked.close_button, Qt.Key.Key_Space)
    return words


def report(room: Room, copy: int) -> str:
    """Report by one key of the register; return what was known by itself."""
    clerk = Clerk(room.window, "outgoing")
    clerk.open()
    clerk.press(Qt.Key.Key_F12)
    dialog = custody.dialog_of(room.window, CopiesDialog)
    assert "mất" not in said(dialog)
    box = dialog.choice.findChild(QCheckBox, f"copy_{copy}_box")
    assert box is not None
    box.click()
    until(lambda: bool(dialog.view("last_seen").value()), "what is known")
    known = str(dialog.view("last_seen").value())
    dialog.view("discovered_at").editor.set_value("09:40")
    dialog.view("persons").editor.set_value(f"{FIRST}; {SECOND}")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: not custody.dialogs(room.window, CopiesDialog), "the dialog to close")
    return known


def refused_hand_over(room: Room) -> str:
    """Try to hand the copy to somebody else; return the refusal."""
    page = custody.page_of(room.window)
    type_text(page.give_bar.numbers_edit, "đi 12.2")
    type_text(page.give_bar.receiver_edit, SECOND)
    close_suggestions(page.give_bar.receiver_edit)
    press(page.give_bar.receiver_edit, Qt.Key.Key_Return)
    until(lambda: "không ghi" in said(page), "the refusal")
    custody.settle(page)
    words = said(page)
    page.give_bar.numbers_edit.clear()
    page.give_bar.receiver_edit.clear()
    return words


def told(room: Room, button: str, **values: object) -> None:
    """Press a button of the page of cases, fill what it asks and send it."""
    shown(room, button)
    dialog = custody.dialog_of(room.window, CopiesDialog)
    for name, value in values.items():
        dialog.view(name).editor.set_value(value)
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: not custody.dialogs(room.window, CopiesDialog), "the dialog to close")


def close_the_volume(room: Room) -> str:
    """Close the outgoing register and return what waits for the head, in words."""
    volumes = cast("VolumesPage", room.window.go("volumes"))
    until(lambda: not volumes.jobs.is_busy, "the volumes")
    books = [state.volume.book for state in volumes.model.rows]
    volumes.view.selectRow(books.index("outgoing"))
    press(volumes.close_button, Qt.Key.Key_Space)
    closing = custody.dialog_of(room.window, CloseDialog)
    type_text(closing.discrepancy_edit, "Bản số 02 của số 12 xác định đã mất, vụ việc số 1")
    press(closing.act_button, Qt.Key.Key_Space)
    until(lambda: not custody.dialogs(room.window, CloseDialog), "the volume to close")
    until(lambda: not volumes.jobs.is_busy, "the volumes")
    acts = room.window.office.read(look_at_waiting_acts).result().acts
    return " ".join(act.sentence for act in acts).lower()


def test_a_document_nobody_finds_is_reported_the_same_day_and_the_book_still_closes(
    room: Room,
) -> None:
    office = room.window.office
    line = office.write(add_document, "outgoing", LETTER).result()
    copy = copy_id(office, line, 2)
    custody.give(room.window, "đi 12.2", FIRST)
    custody.sign_all(room.window)
    room.clock.moment += timedelta(days=3)
    words = where_is_it(room)
    assert [part for part in (FIRST, "16/11/2026") if part not in words] == []
    known = report(room, copy)
    assert f"Đang giữ: {FIRST}" in known
    assert "ký nhận lần cuối 16/11/2026, dòng số 1 Sổ chuyển giao năm 2026" in known
    assert "Các bản khác của số 12 sổ đi 2026: Bản số 01: Tại nơi lưu giữ" in known
    assert where(office, copy)[0] == Standing.NOT_FOUND.value
    assert incident_tasks(room) == [True]
    assert "vụ việc số 1 năm 2026" in refused_hand_over(room)

    # The report of the same day, and the minutes of the search.
    shown(room, "incident_report_button")
    paper = printed(room, "incident-report")
    for part in ("09 giờ 40", FIRST, SECOND, "12/KH-UBND"):
        assert part in paper, paper
    shown(room, "search_minutes_button")
    assert "BIÊN BẢN" in printed(room, "search-minutes").upper()
    told(room, "note_button", kind=IncidentStepKind.REPORT, words="Báo cáo số 9/BC-UBND")
    assert True not in incident_tasks(room)

    # A week later it is clear; the books stay whole and the volume closes with a discrepancy.
    room.clock.moment += timedelta(days=7)
    told(
        room, "close_button", outcome=IncidentOutcome.LOST, conclusion="Kết luận số 3 của Chủ tịch"
    )
    assert where(office, copy)[0] == Standing.LOST.value
    steps = [step.step for step in story(office, copy).chain]
    assert steps == [Step.GIVE, Step.SIGN, Step.MISS, Step.LOSE]
    total = office.read(read_balance).result().total
    assert (total.born, total.held, total.lost, total.difference) == (2, 1, 1, 0)
    waiting = close_the_volume(room)
    assert [part for part in ("vụ việc số 1", "sổ đi 2026") if part not in waiting] == []
    assert office.write(verify_vault).result().ok is None
