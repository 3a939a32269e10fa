"""No English word on any window."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QScrollBar,
    QSpinBox,
    QWidget,
    QWizard,
)
from pytestqt.qtbot import QtBot

from bmnn_desktop.gui.crash_window import CrashWindow
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.founding.wizard import FoundingWizard
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.unlock_window import UnlockWindow
from bmnn_desktop.services.gate import Gate
from bmnn_desktop.wiring import Wiring

ENGLISH = re.compile(
    r"\b(ok|cancel|close|yes|no|save|open|discard|apply|reset|help|retry|ignore|abort|next|back"
    r"|finish|undo|redo|cut|copy|paste|delete|select|all|scroll|page|step|show|hide|the|of)\b",
    re.IGNORECASE,
)


def _english(words: list[str]) -> list[str]:
    # Key names stay as they are printed on the keyboard.
    return [word for word in words if ENGLISH.search(word.replace("&", ""))]


@pytest.fixture(autouse=True)
def speaking(dressed: QApplication) -> QApplication:
    return dressed


def test_every_standard_button_is_vietnamese(qtbot: QtBot) -> None:
    box = QDialogButtonBox()
    qtbot.addWidget(box)
    kinds = [one for one in QDialogButtonBox.StandardButton if one.value]
    for kind in kinds:
        if kind is not QDialogButtonBox.StandardButton.NoButton:
            box.addButton(kind)
    words = [button.text() for button in box.buttons()]
    assert len(words) >= 18
    assert _english(words) == []
    assert "Thôi" in words
    assert not any("Hủy" in word for word in words)


def test_every_button_of_a_wizard_is_vietnamese(qtbot: QtBot) -> None:
    wizard = QWizard()
    qtbot.addWidget(wizard)
    kinds = (
        QWizard.WizardButton.BackButton,
        QWizard.WizardButton.NextButton,
        QWizard.WizardButton.CommitButton,
        QWizard.WizardButton.FinishButton,
        QWizard.WizardButton.CancelButton,
        QWizard.WizardButton.HelpButton,
    )
    assert _english([wizard.buttonText(kind) for kind in kinds]) == []


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit, QSpinBox, QScrollBar])
def test_every_context_menu_is_vietnamese(
    qtbot: QtBot, dressed: QApplication, kind: type[QWidget]
) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    widget.show()
    menus = list(_menu(widget, dressed))
    words = [action.text().partition("\t")[0] for menu in menus for action in menu.actions()]
    words = [word for word in words if word]
    assert words
    assert _english(words) == []


def _menu(widget: QWidget, app: QApplication) -> Iterator[QMenu]:
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        menu = widget.createStandardContextMenu()
        yield menu
        menu.deleteLater()
        return
    seen: list[QMenu] = []

    def look() -> None:
        menu = app.activePopupWidget()
        if isinstance(menu, QMenu):
            copied = QMenu()
            for action in menu.actions():
                copied.addAction(action.text())
            seen.append(copied)
            menu.close()

    QTimer.singleShot(50, look)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(2, 2), QPoint(2, 2))
    QApplication.sendEvent(widget, event)
    until(lambda: bool(seen), "the menu")
    yield from seen


def test_a_word_that_is_not_qts_is_left_alone() -> None:
    assert QCoreApplication.translate("Any", "Some sentence of ours") == "Some sentence of ours"


@pytest.mark.usefixtures("founded")
def test_no_english_word_stands_on_any_window(
    qtbot: QtBot, window: MainWindow, gate: Gate, wiring: Wiring
) -> None:
    for key in ("today", "outgoing", "backup", "verify"):
        window.go(key)
    window.start_registering()
    page = window.register_page("outgoing")
    until(lambda: page.entering.is_active, "the form")
    preview = window.open_preview("outgoing", 2026)
    until(lambda: preview.is_ready, "the preview")
    box = QMessageBox(window)
    box.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    door, wizard = UnlockWindow(gate), FoundingWizard(gate, wiring.clock)
    crash = CrashWindow("ValueError gui.page:1")
    for shown in (door, wizard, crash):
        qtbot.addWidget(shown)
    told = [
        child.text()
        for shown in (window, preview, box, door, wizard)
        for child in shown.findChildren(QWidget)
        if isinstance(child, QAbstractButton | QLabel)
    ]
    told += [button.text() for button in crash.findChildren(QAbstractButton)]
    told += [
        child.toolTip()
        for shown in (window, preview, door, wizard)
        for child in shown.findChildren(QWidget)
    ]
    assert len(told) > 100
    assert _english(told) == []
    assert not [word for word in told if "Hủy" in word]
    preview.close()
    box.deleteLater()
