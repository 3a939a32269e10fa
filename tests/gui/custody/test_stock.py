"""Tài liệu có sẵn in the window, and the balance of copies."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from bmnn_desktop.domain.custody import Step
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.custody.balance_dialog import BalanceDialog
from bmnn_desktop.gui.custody.copies_panel import CopiesPanel
from bmnn_desktop.gui.demo.hands import press, until
from bmnn_desktop.gui.demo.typist import fill_form, save
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.year.volumes_page import VolumesPage
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.copy_steps import chosen, take_step
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.see_copies import count_unseen
from bmnn_desktop.services.today import look_at_today
from tests.gui.custody.counter import rows
from tests.gui.custody.test_copies import entry
from tests.services.moving import copy_id

CTRL = Qt.KeyboardModifier.ControlModifier
OLD = NewDocument(
    issuer="Sở Thí Dụ tỉnh Giả Định",
    doc_number="45/BC-STD",
    doc_date=date(2019, 4, 2),
    doc_type="Báo cáo",
    subject="Tình hình giả định năm 2018",
    level=Level.MAT,
    copies_issued=2,
    paper_reference="Sổ đến 2019, số 37",
    holding_unit="Tủ 2",
)


@pytest.fixture
def page(window: MainWindow) -> RegisterPage:
    window.go("stock")
    found = window.register_page("stock")
    until(lambda: not found.jobs.is_busy, "the list")
    return found


def test_the_first_line_of_the_list_is_typed_and_needs_no_open_volume(
    window: MainWindow, page: RegisterPage, office: Office
) -> None:
    assert page.lines.year_box.isHidden()
    press(page.lines.new_button, Qt.Key.Key_N, CTRL)
    until(lambda: page.entering.is_active and not page.jobs.is_busy, "the form")
    assert page.entry.title.text() == "Đăng ký mới – số thứ tự 01"
    assert page.entry.back_button.isHidden()
    values = page.entry.form.values()
    assert (values["doc_number"], values["doc_date"], values["holding_unit"]) == ("", None, "")
    fill_form(page, OLD)
    save(page)
    until(lambda: page.card.copies is not None and not page.jobs.is_busy, "the card")
    line = page.card.document
    assert line is not None
    assert (line.seq_no, line.doc_number, line.paper_reference) == (
        1,
        "45/BC-STD",
        "Sổ đến 2019, số 37",
    )
    assert "ĐẾN" not in page.banner.more
    assert page.card.buttons[Action.MOVE].isHidden()
    assert not page.card.can(Action.MOVE)
    until(lambda: "chưa đối chiếu" in page.lines.count_label.text(), "the count")
    assert page.lines.count_label.text() == "1 dòng · 2 bản chưa đối chiếu"
    kinds = {
        duty.kind.value: duty.count for duty in office.read(look_at_today).result().duties.to_know
    }
    assert kinds["unseen"] == 2
    assert window.isVisible()


def test_chosen_copies_are_compared_with_the_paper(
    window: MainWindow, page: RegisterPage, office: Office
) -> None:
    line = office.write(add_document, "stock", OLD).result()
    window.open_line("stock", line.document_id)
    panel = card_of(page)
    assert rows(panel.view)[0][1] == "Tại nơi lưu giữ, Tủ 2\nChưa đối chiếu"
    panel.view.selectAll()
    entry(panel, "see").trigger()
    until(lambda: office.read(count_unseen).result() == 0, "the act")
    until(lambda: card_of(page) is not panel, "the card anew")
    assert "Đối chiếu ngày 05/03/2026" in rows(card_of(page).view)[1][1]
    assert page.card.document is not None
    page.refresh()
    until(lambda: page.lines.count_label.text() == "1 dòng", "the count")


def test_the_balance_leads_to_what_does_not_close_and_is_printed(
    window: MainWindow, office: Office, letters: tuple[Registered, ...]
) -> None:
    missing = copy_id(office, letters[1], 2)

    def lose(desk: WritingDesk) -> None:
        with desk.journal.write("test.miss") as act:
            some = chosen(act.rows, (missing,))
            take_step(act, some, Step.MISS, desk.today(), today=desk.today())

    office.write(lose).result()
    page = window.go("volumes")
    assert isinstance(page, VolumesPage)
    until(lambda: not page.jobs.is_busy, "the volumes")
    names = [one.volume.book for one in page.model.rows]
    page.view.selectRow(names.index("outgoing"))
    press(page.balance_button, Qt.Key.Key_Space)
    dialog = balance_of(window)
    assert rows(dialog.counts_view)[-1] == (
        *("Cộng", "–", "9", "–", "–", "8"),
        *("–", "–", "–", "–", "–", "–", "1"),
    )
    (out,) = rows(dialog.out_view)
    assert out == ("Sổ đi 2026, số 13", "Mật", "1 bản", "Bản số 02: Chưa tìm thấy")
    press(dialog.print_button, Qt.Key.Key_Space)
    until(lambda: bool(window.findChildren(PreviewWindow)), "the preview")
    preview = window.findChildren(PreviewWindow)[0]
    until(lambda: preview.is_ready, "the page")
    assert "Tờ cân đối bản – Sổ đi 2026, quyển 01" in preview.ui.book_label.text()
    preview.close()
    press(page.every_button, Qt.Key.Key_Space)
    dialog = balance_of(window)
    assert dialog.print_button.isHidden()
    press(dialog.out_view, Qt.Key.Key_Return)
    register = window.register_page("outgoing")
    until(lambda: register.card.document is not None, "the card")
    assert register.card.document is not None
    assert register.card.document.id == letters[1].document_id


def card_of(page: RegisterPage) -> CopiesPanel:
    until(lambda: page.card.copies is not None and not page.jobs.is_busy, "the card")
    assert page.card.copies is not None
    return page.card.copies


def balance_of(window: MainWindow) -> BalanceDialog:
    def shown() -> list[BalanceDialog]:
        return [each for each in window.findChildren(BalanceDialog) if each.isVisible()]

    until(lambda: bool(shown()), "the balance")
    return shown()[0]
