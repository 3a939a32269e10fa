"""One step of the change of the year: whether it is done, what lacks, what does it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.gui.widgets.polish import set_look
from bmnn_desktop.services.year_change import Tick

_SIGN_WIDTH = 26
_SHOWN = 3


class TickRow(QFrame):
    """The sign says it without colour."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.sign_label = QLabel(self)
        self.sign_label.setFixedWidth(_SIGN_WIDTH)
        self.sign_label.setProperty("role", "verdict")
        self.title_label = _plain(self, "field")
        self.detail_label = _plain(self, "quiet")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.title_label)
        words.addWidget(self.detail_label)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 10, 7)
        row.setSpacing(8)
        row.addWidget(self.sign_label, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addLayout(self._buttons)

    @property
    def buttons(self) -> list[QPushButton]:
        """Return what can be pressed."""
        found = (self._buttons.itemAt(place) for place in range(self._buttons.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def show_tick(
        self, title: str, tick: Tick, ways: Sequence[tuple[str, Callable[[], object]]]
    ) -> None:
        """Show how the step stands and what can be done about it."""
        self.sign_label.setText("✓" if tick.is_done else "○")
        set_look(self.sign_label, "tone", "good" if tick.is_done else "")
        self.title_label.setText(title)
        self.detail_label.setText(_detail(tick))
        self.detail_label.setVisible(bool(self.detail_label.text()))
        self.setAccessibleName(f"{title}: {'đã xong' if tick.is_done else 'chưa xong'}")
        had_focus = any(button.hasFocus() for button in self.buttons)
        for button in self.buttons:
            self._buttons.removeWidget(button)
            button.deleteLater()
        for words, act in ways:
            self._buttons.addWidget(self._button(words, act))
        if had_focus and self.buttons:
            self.buttons[0].setFocus()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words, self)
        button.clicked.connect(lambda _is_checked: act())
        return button


def _detail(tick: Tick) -> str:
    if tick.marked_on is not None:
        return f"đánh dấu đã xong ngày {short_date(tick.marked_on)}"
    shown = "; ".join(tick.lacks[:_SHOWN])
    return f"{shown}; …" if len(tick.lacks) > _SHOWN else shown


def _plain(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
