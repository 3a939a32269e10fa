"""Hands at the page of hand-overs."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QTableView

from bmnn_desktop.gui.custody.page import CustodyPage
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.main_window import MainWindow

D = TypeVar("D", bound=QDialog)


class Counter:
    """F4 opens the page; everything goes by keys."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        press(window, Qt.Key.Key_F4)
        page = window.ui.pages.currentWidget()
        assert isinstance(page, CustodyPage)
        self.page = page
        self.settle()

    def settle(self) -> None:
        until(lambda: not self.page.jobs.is_busy, "the page")

    def give(self, numbers: str, receiver: str) -> None:
        """Type numbers, Tab, the receiver, Enter."""
        bar = self.page.give_bar
        type_text(bar.numbers_edit, numbers)
        press(bar.numbers_edit, Qt.Key.Key_Tab)
        assert bar.receiver_edit.hasFocus()
        type_text(bar.receiver_edit, receiver)
        press(bar.receiver_edit, Qt.Key.Key_Return)
        self.settle()

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        press(self.page.ui.view, key, modifiers)
        self.settle()

    def dialog(self, kind: type[D]) -> D:
        def shown() -> list[D]:
            return [each for each in self.window.findChildren(kind) if each.isVisible()]

        until(lambda: bool(shown()), "the dialog")
        return shown()[0]

    def gone(self, kind: type[QDialog]) -> None:
        until(
            lambda: not any(each.isVisible() for each in self.window.findChildren(kind)),
            "the dialog to close",
        )
        self.settle()

    @property
    def told(self) -> str:
        return self.page.give_bar.told_label.text()

    @property
    def said(self) -> str:
        return self.page.ui.notice.sentence


def rows(view: QTableView) -> list[tuple[Any, ...]]:
    """Return what a table shows."""
    model = view.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def words_of(widget: Any) -> str:  # noqa: ANN401
    return "\n".join(label.text() for label in widget.findChildren(QLabel))
