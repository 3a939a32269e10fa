"""The story by window: every field typed, every act by key or button, from founding to lock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from bmnn_desktop import app
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.gui.backup_page import BackupPage
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.entrance import Entrance
from bmnn_desktop.gui.founding.wizard import FoundingWizard
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.preview.window import PreviewWindow
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.gui.verify_page import VerifyPage
from tests.cli.terminal import Shell
from tests.services.offices import cheap_wiring
from tests.stories.story import (
    ANNULMENT,
    BOOK,
    CORRECTION,
    DOCUMENTS,
    FOUNDING,
    MEDIUM,
    SEARCHES,
    YEAR,
)
from tests.stories.test_story_by_command import dumped, play

CTRL = Qt.KeyboardModifier.ControlModifier
_Widget = TypeVar("_Widget", bound=QWidget)


@pytest.fixture
def entrance(qapp: QApplication, tmp_path: Path) -> Iterator[Entrance]:
    app.dress(qapp)
    wiring = cheap_wiring()
    left: list[str] = []
    entrance = Entrance(
        wiring.gate(tmp_path / "window" / "vault"), wiring.clock, lambda: left.append("lock")
    )
    (tmp_path / "window" / MEDIUM).mkdir(parents=True)
    yield entrance
    window = entrance.window
    if isinstance(window, MainWindow) and not left:  # the story broke off
        window.office.close()


def play_window(entrance: Entrance, home: Path) -> None:
    """Live through the story up to the backup, then lock."""
    wizard = entrance.open()
    assert isinstance(wizard, FoundingWizard)
    _found(wizard)
    until(lambda: isinstance(entrance.window, MainWindow), "the window")
    window = entrance.window
    assert isinstance(window, MainWindow)
    _register(window)
    _correct(window)
    _annul(window)
    _search(window)
    _verify(window, _print(window, home / "so.pdf"))
    _back_up(window, home / MEDIUM)
    press(window, Qt.Key.Key_L, CTRL)
    until(lambda: not window.isVisible(), "the lock")


def _found(wizard: FoundingWizard) -> None:
    ui = wizard.ui
    ui.training_radio.click()
    type_text(ui.org_edit, FOUNDING.org)
    type_text(ui.parent_org_edit, FOUNDING.parent_org)
    type_text(ui.place_edit, FOUNDING.place)
    type_text(ui.symbol_edit, FOUNDING.symbol)
    press(ui.symbol_edit, Qt.Key.Key_Return)
    type_text(ui.name_edit, FOUNDING.name)
    type_text(ui.login_edit, FOUNDING.login)
    press(ui.login_edit, Qt.Key.Key_Return)
    ui.year_box.setValue(FOUNDING.year)
    ui.first_box.setValue(FOUNDING.first_no)
    type_text(ui.paper_edit, FOUNDING.paper_reference)
    press(ui.paper_edit, Qt.Key.Key_Return)
    ui.own_radio.click()
    type_text(ui.own_edit.line, FOUNDING.passphrase)
    type_text(ui.repeat_edit.line, FOUNDING.passphrase)
    press(ui.repeat_edit.line, Qt.Key.Key_Return)
    press(ui.next_button, Qt.Key.Key_Space)  # nobody confirms yet
    until(lambda: wizard.sheet is not None, "the vault")
    assert wizard.sheet is not None
    press(ui.next_button, Qt.Key.Key_Space)
    type_text(ui.group_edit, wizard.sheet.groups[wizard.asked_group])
    press(ui.group_edit, Qt.Key.Key_Return)
    press(ui.next_button, Qt.Key.Key_Space)


def _register(window: MainWindow) -> None:
    press(window, Qt.Key.Key_F3)
    page = window.register_page(BOOK)
    for number, document in enumerate(DOCUMENTS, FOUNDING.first_no):
        until(
            lambda number=number: (
                page.entering.is_active  # type: ignore[misc]
                and f"số thứ tự {number} năm" in page.entry.title.text()
            ),
            "the form",
        )
        _type(page, document)
        press(page.entry.form.editor("note"), Qt.Key.Key_Return, CTRL)
    until(lambda: page.model.rowCount() == len(DOCUMENTS), "the lines")
    _settle(page)
    press(page.entry.form.editor("note"), Qt.Key.Key_Escape)


def _type(page: RegisterPage, document: NewDocument) -> None:
    typed = {
        "doc_number": document.doc_number,
        "doc_date": short_date(document.doc_date).replace("/", "") if document.doc_date else "",
        "doc_type": document.doc_type,
        "subject": document.subject,
        "signer": document.signer,
        "recipients": "\n".join(document.recipients),
        "holding_unit": document.holding_unit,
        "copies_issued": "" if document.copies_issued is None else str(document.copies_issued),
        "note": document.note,
    }
    form = page.entry.form
    for name, text in typed.items():
        editor = form.editor(name)
        press(editor, Qt.Key.Key_A, CTRL)
        press(editor, Qt.Key.Key_Delete)
        for line_number, line in enumerate(text.split("\n")):
            if line_number:
                press(editor, Qt.Key.Key_Return)
            type_text(editor, line)
    level = form.editor("level").focusProxy()
    assert level is not None
    assert document.level is not None
    type_text(level, document.level.cover_code)
    form.editor("note").setFocus()


def _open(page: RegisterPage, seq_no: int) -> None:
    _settle(page)
    lines = [page.model.document(row) for row in range(page.model.rowCount())]
    row = next(row for row, one in enumerate(lines) if one is not None and one.seq_no == seq_no)
    page.view.selectRow(row)
    press(page.view, Qt.Key.Key_Return)
    until(
        lambda: (
            page.card.isVisible()
            and page.card.document is not None
            and page.card.document.seq_no == seq_no
        ),
        "the card",
    )


def _answer(window: MainWindow, reason: str) -> None:
    (dialog,) = (one for one in window.findChildren(ReasonDialog) if one.isVisible())
    type_text(dialog.reason_edit, reason)
    press(dialog.act_button, Qt.Key.Key_Space)


def _correct(window: MainWindow) -> None:
    page = window.register_page(BOOK)
    _open(page, CORRECTION.seq_no)
    press(page.view, Qt.Key.Key_E, CTRL)
    until(lambda: page.entering.is_active, "the form")
    _type(page, CORRECTION.new)
    press(page.entry.form.editor("note"), Qt.Key.Key_S, CTRL)
    _answer(window, CORRECTION.reason)
    until(lambda: not page.entering.is_active, "the correction")


def _annul(window: MainWindow) -> None:
    page = window.register_page(BOOK)
    _open(page, ANNULMENT.seq_no)
    press(page.card.buttons[Action.ANNUL], Qt.Key.Key_Space)
    _answer(window, ANNULMENT.reason)
    until(lambda: not page.card.buttons[Action.ANNUL].isEnabled(), "the number struck")


def _search(window: MainWindow) -> None:
    page = window.register_page(BOOK)
    for text, numbers in SEARCHES:
        page.lines.find_edit.clear()
        type_text(page.lines.find_edit, text)

        def found() -> tuple[int, ...]:
            lines = [page.model.document(row) for row in range(page.model.rowCount())]
            return tuple(line.seq_no for line in lines if line is not None)

        until(lambda numbers=numbers: found() == numbers, text)  # type: ignore[misc]
    page.lines.find_edit.clear()
    until(lambda: page.model.rowCount() == len(DOCUMENTS), "all lines")
    _settle(page)


def _print(window: MainWindow, out: Path) -> str:
    press(window.register_page(BOOK).view, Qt.Key.Key_P, CTRL)
    preview = next(one for one in window.findChildren(PreviewWindow) if one.isVisible())
    until(lambda: preview.is_ready, "the preview")
    assert preview.ui.book_label.text().endswith(str(YEAR))
    type_text(preview.ui.out_edit, str(out))
    press(preview.ui.out_edit, Qt.Key.Key_Return)
    until(lambda: bool(preview.code) and not preview.jobs.is_busy, "the print")
    press(preview.ui.good_button, Qt.Key.Key_Space)
    until(preview.ui.question_frame.isHidden, "the answer")
    code = preview.code
    preview.close()
    return code


def _verify(window: MainWindow, code: str) -> None:
    page = _page(window, "verify", VerifyPage)
    type_text(page.ui.anchor_edit, code)
    press(page.ui.anchor_edit, Qt.Key.Key_Return)
    until(lambda: page.ui.verdict_frame.isVisible() and not page.jobs.is_busy, "the verdict")
    assert page.ui.verdict_label.property("tone") == "good"


def _back_up(window: MainWindow, medium: Path) -> None:
    page = _page(window, "backup", BackupPage)
    type_text(page.ui.medium_edit, str(medium))
    press(page.ui.medium_edit, Qt.Key.Key_Return)
    until(lambda: page.ui.result_frame.isVisible() and not page.jobs.is_busy, "the backup")


def _page(window: MainWindow, key: str, kind: type[_Widget]) -> _Widget:
    page = window.go(key)
    assert isinstance(page, kind)
    return page


def _settle(page: RegisterPage) -> None:
    until(lambda: not page.jobs.is_busy, "the answer")


def test_the_window_and_the_command_line_end_with_equal_rows(
    entrance: Entrance,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    play_window(entrance, tmp_path / "window")
    (tmp_path / "terminal").mkdir()
    shell = Shell(tmp_path / "terminal", capsys, monkeypatch)
    play(shell)
    by_window = dumped(tmp_path / "window" / "vault", FOUNDING.passphrase)
    by_command = dumped(shell.vault, FOUNDING.passphrase)
    assert by_window.keys() == by_command.keys()
    for table, rows in by_command.items():
        assert by_window[table] == rows, table
