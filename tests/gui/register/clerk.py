"""A clerk at a book's page: keys go where the focus is, as on a real keyboard."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget

from bmnn_desktop.domain.document import Document
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.services.list_documents import list_documents

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Clerk:
    """Works on the page of one book; `keys` counts the key presses since it was set to 0."""

    def __init__(self, window: MainWindow, book: str) -> None:
        self.window = window
        self.book = book
        self.keys = 0
        window.go(book)
        self.page: RegisterPage = window.register_page(book)
        until(lambda: self.page.year is not None, "the years")
        self.settle()

    # ── hands ────────────────────────────────────────────────────────────────────────────────

    def at(self) -> QWidget:
        """Return where the next key goes: into a list that is open, else where the focus is."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        window = QApplication.activeModalWidget() or self.window
        window.activateWindow()
        until(window.isActiveWindow, "the window to be active")
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key."""
        self.keys += 1
        widget = self.at()
        if QApplication.activePopupWidget() is None:
            press(widget, key, modifiers)
        else:  # never the active window
            QTest.keyClick(widget, key, modifiers)

    def type(self, *texts: str) -> None:
        """Type each text where the focus is, with a Tab between two; "" passes a field by.

        A line feed is the Enter key.
        """
        for place, text in enumerate(texts):
            if place:
                self.press(Qt.Key.Key_Tab)
            for line, words in enumerate(text.split("\n")):
                if line:
                    self.press(Qt.Key.Key_Return)
                type_text(self.at(), words)
                self.keys += len(words)

    def type_in(self, name: str, text: str) -> None:
        """Type over what stands in a field."""
        widget = self.editor(name)
        widget = widget.focusProxy() or widget
        widget.setFocus()
        press(widget, Qt.Key.Key_A, CTRL)
        press(widget, Qt.Key.Key_Delete)
        self.type(text)

    def settle(self) -> None:
        """Wait until the page has its answers."""
        until(lambda: not self.page.jobs.is_busy, "the answer")

    # ── the form ─────────────────────────────────────────────────────────────────────────────

    def start(self) -> None:
        """Open an empty form."""
        self.press(Qt.Key.Key_N, CTRL)
        until(lambda: self.page.entering.is_active, "the form")
        self.settle()

    def save(self) -> None:
        """Save, and wait for the line or the refusal."""
        self.press(Qt.Key.Key_S, CTRL)
        self.settle()

    def editor(self, name: str) -> QWidget:
        """Return the widget of a field."""
        return self.page.entry.form.editor(name)

    @property
    def values(self) -> dict[str, Any]:
        """Return what is typed."""
        return self.page.entry.form.values()

    def notes(self) -> list[str]:
        """Return what is said beside the fields."""
        return _shown(self.page.entry.form)

    # ── the card and what stands over the window ─────────────────────────────────────────────

    def open(self, row: int = 0) -> None:
        """Open the card of a line."""
        self.page.refresh()
        until(lambda: self.page.model.rowCount() > row, "the line")
        self.settle()
        self.page.view.setFocus()
        self.page.view.selectRow(row)
        self.press(Qt.Key.Key_Return)
        until(self.page.card.isVisible, "the card")
        self.settle()

    def card(self) -> str:
        """Return all that the card says."""
        return "\n".join(_shown(self.page.card))

    def dialog(self) -> AskDialog:
        """Return the dialog that is open."""
        (dialog,) = (one for one in self.window.findChildren(AskDialog) if one.isVisible())
        return dialog

    def answer(self, words: str) -> None:
        """Press the button of the question that is asked."""
        boxes = [box for box in self.window.findChildren(QMessageBox) if box.isVisible()]
        buttons = [button for box in boxes for button in box.findChildren(QPushButton)]
        next(button for button in buttons if button.text() == words).click()
        until(lambda: QApplication.activeModalWidget() is None, "the question to go")
        self.settle()

    # ── the book ─────────────────────────────────────────────────────────────────────────────

    def lines(self) -> tuple[Document, ...]:
        """Return what is stored, newest first."""
        return self.window.office.read(list_documents, self.book).result().rows

    def line(self) -> Document:
        """Return the newest line."""
        return self.lines()[0]


def said(widget: QWidget) -> str:
    """Return every word that `widget` shows."""
    return "\n".join(_shown(widget))


def _shown(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
