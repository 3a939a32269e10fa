"""Kế hoạch in the window: reviewed, accepted, seen by list and month, drilled into."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QPushButton

from bmnn_desktop.domain.task import Sure, TaskSort, TaskState
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.plans.page import PlansPage
from bmnn_desktop.gui.plans.review_dialog import ReviewDialog
from bmnn_desktop.gui.preview.subject import Subject
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.services.list_tasks import list_plans, list_tasks
from bmnn_desktop.services.office import Office
from tests.cli.test_plan_following import PLAN


@pytest.fixture
def page(window: MainWindow) -> PlansPage:
    found = window.go("plans")
    assert isinstance(found, PlansPage)
    idle(found)
    return found


def show_view(page: PlansPage, view: str) -> None:
    choice = page.ui.view_choice
    choice.setCurrentIndex(choice.findData(view))
    choice.activated.emit(choice.currentIndex())


def idle(page: PlansPage) -> None:
    until(lambda: not page.jobs.is_busy, "the page")


def review_of(page: PlansPage) -> ReviewDialog:
    def shown() -> list[ReviewDialog]:
        return [one for one in page.window().findChildren(ReviewDialog) if one.isVisible()]

    until(lambda: bool(shown()), "the review")
    return shown()[-1]


def accepted(page: PlansPage) -> None:
    until(lambda: page.ui.notice.sentence.startswith("Đã nhận kế hoạch"), "the plan")


def press(dialog: ReviewDialog | PlansPage, name: str) -> None:
    button = dialog.findChild(QPushButton, name)
    assert button is not None
    assert button.isEnabled()
    button.click()


def choose(dialog: ReviewDialog, *rows: int) -> None:
    selection = dialog.view.selectionModel()
    selection.clearSelection()
    for row in rows:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        selection.select(dialog.model.index(row, 0), flags)


def type_in(dialog: ReviewDialog, row: int, column: int, words: str) -> None:
    index = dialog.model.index(row, column)
    assert dialog.model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert dialog.model.setData(index, words)


def test_a_file_is_reviewed_cell_by_cell_then_followed(
    page: PlansPage, office: Office, tmp_path: Path
) -> None:
    file = tmp_path / "ke-hoach.txt"
    file.write_text(PLAN, encoding="utf-8")
    page.acts.read_file(file)
    dialog = review_of(page)
    assert dialog.own_edit.text() == office.org_name
    assert dialog.edits["date"].text() == "02/03/2026"
    assert [one.sort for one in dialog.model.rows][:2] == [TaskSort.OURS, TaskSort.KNOW]
    dialog.own_edit.setText("Công an tỉnh")
    press(dialog, "sort_button")
    assert [one.sort for one in dialog.model.rows][:2] == [TaskSort.KNOW, TaskSort.OURS]
    choose(dialog, 0)
    press(dialog, "ours_button")
    assert dialog.model.rows[0].sure_sort is Sure.HIGH
    type_in(dialog, 0, 5, "trước ngày 20/3/2026")
    assert dialog.model.data(dialog.model.index(0, 6)) == "19/03/2026"
    type_in(dialog, 0, 3, "Văn phòng; Phòng Kinh tế")
    assert dialog.model.rows[0].lead == ("Văn phòng", "Phòng Kinh tế")
    count = len(dialog.model.rows)
    choose(dialog, 0, 1)
    press(dialog, "merge_button")
    assert len(dialog.model.rows) == count - 1
    assert "; " in dialog.model.rows[0].summary
    choose(dialog, 0)
    press(dialog, "split_button")
    assert len(dialog.model.rows) == count
    choose(dialog, count - 1)
    press(dialog, "drop_button")
    assert f"{count - 1} việc" in dialog.counts.text()
    assert office.read(list_plans).result() == ()
    dialog.act_button.click()
    accepted(page)
    idle(page)
    (plan,) = office.read(list_plans).result()
    assert (plan.own_name, plan.tasks) == ("Công an tỉnh", count - 1)
    assert page.ui.notice.sentence.startswith("Đã nhận kế hoạch, mã 1")
    assert page.model.rowCount() >= 1


def test_paper_begins_with_empty_rows_and_a_wrong_day_is_asked_again(page: PlansPage) -> None:
    page.acts.type_from_paper()
    dialog = review_of(page)
    assert len(dialog.model.rows) == 12
    dialog.act_button.click()
    until(lambda: "chưa có nhiệm vụ nào" in dialog.notice.sentence, "the refusal")
    dialog.edits["date"].setText("hôm qua")
    dialog.act_button.click()
    assert "phải như 05/03/2026" in dialog.notice.sentence
    dialog.reject()


def test_a_template_is_followed_and_noted_and_counts_drill_down(
    page: PlansPage, office: Office
) -> None:
    page.acts.begin_from_template("year", 2026)
    dialog = review_of(page)
    dialog.act_button.click()
    accepted(page)
    idle(page)
    late = office.read(list_tasks, overdue=True).result()
    assert page.ui.counts["overdue"].text() == f"Quá hạn: {len(late)}"
    page.ui.counts["overdue"].click()
    idle(page)
    assert page.model.rowCount() == len(late)
    show_view(page, "all")
    idle(page)
    page.view.selectRow(0)
    until(lambda: "Ghi trong kế hoạch" in page.ui.details.text(), "the duty")
    press(page, "note_button")
    (asked,) = [one for one in page.window().findChildren(FieldsDialog) if one.isVisible()]
    asked.view("kind").editor.set_value(asked.view("kind").field.choices[1][0])
    asked.act_button.click()
    until(lambda: page.ui.notice.sentence.startswith("Đã ghi"), "the note")
    idle(page)
    page.ui.counts["done"].click()
    idle(page)
    assert [one.state for one in page.model.rows] == [TaskState.DONE]


def test_a_month_shows_its_days_and_turns(page: PlansPage) -> None:
    page.acts.begin_from_template("year", 2026)
    dialog = review_of(page)
    dialog.act_button.click()
    accepted(page)
    page._month = (2026, 12)
    show_view(page, "month")
    idle(page)
    cells = [
        str(page.ui.month_model.data(page.ui.month_model.index(row, column)) or "")
        for row in range(page.ui.month_model.rowCount())
        for column in range(7)
    ]
    assert next(cell for cell in cells if "IV.1" in cell).startswith("4")
    press(page, "later_button")
    idle(page)
    assert page.ui.month_label.text() == "Tháng 1 năm 2027"
    seen: list[Subject] = []
    page.preview_wanted.connect(seen.append)
    press(page, "list_button")
    until(lambda: bool(page.window().findChildren(QPushButton)), "the window")
    assert seen[0].title == "Việc đến hạn trong tháng"
