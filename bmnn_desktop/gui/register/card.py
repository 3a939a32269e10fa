"""A document beside the table: its line, its copies, its history and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.custody.copies_panel import CopiesPanel
from bmnn_desktop.gui.custody.copy_entries import CopyEntry
from bmnn_desktop.gui.custody.words import balance_words
from bmnn_desktop.gui.register.actions import Action, possible_actions
from bmnn_desktop.gui.register.card_parts import (
    correction_words,
    directions_of,
    fields_of_line,
    history_words,
    label,
    rules_for,
    state_of_line,
)
from bmnn_desktop.gui.widgets.polish import set_look

if TYPE_CHECKING:
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.services.show_document import DocumentCard

_TONES: dict[Level | None, str] = {Level.TUYET_MAT: "bad", Level.TOI_MAT: "amber", Level.MAT: ""}
_LASTING = (Action.CORRECT, Action.ANNUL, Action.MOVE)
_WARNED = (Action.OPEN, Action.REST, Action.MINUTES, Action.LETTER)
_FIRST_ROW = (Action.CORRECT, Action.DIRECT)
_SECOND_ROW = (Action.COPY, Action.TAKE_OUT, Action.PROVIDE, Action.MISSING)
_THIRD_ROW = (Action.ANNUL, Action.MOVE, Action.DIRECTION_SHEET)


class CardPanel(QFrame):
    """Only shows; doing something is its owner's."""

    wanted = Signal(Action)
    done_wanted = Signal(int)  # a direction
    copy_wanted = Signal(object)  # Holding: its story
    close_wanted = Signal()

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.document: Document | None = None
        self.is_read_only = False  # a guest looks: nothing is offered
        self.copy_entries: tuple[CopyEntry, ...] = ()
        self.copies: CopiesPanel | None = None
        self.buttons = {action: self._make_button(action) for action in Action}
        self.setProperty("role", "side")
        self.title = label("", "subtitle")
        self.badge = label("", "badge")
        self.badge.setWordWrap(False)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._make_warning())
        column.addWidget(self._area, 1)
        column.addLayout(self._make_rows())

    def show_card(self, card: DocumentCard) -> None:
        """Show `card` in place of the one before."""
        document = card.document
        self.document = document
        number = f"Số thứ tự {show_number(document.seq_no)}"
        self.title.setText(" · ".join(part for part in (number, document.doc_number) if part))
        self.badge.setText(document.level_label or "Chưa rõ độ mật")
        set_look(self.badge, "tone", _TONES.get(document.level, "amber"))
        self._warn(document)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(label(state_of_line(card), "quiet"))
        column.addLayout(fields_of_line(self._book, document))
        if card.directions:
            column.addWidget(label("Ý kiến chỉ đạo", "field"))
            column.addLayout(directions_of(card.directions, self.done_wanted.emit))
        if card.corrections:
            column.addWidget(label("Dòng đính chính", "field"))
            for correction in card.corrections:
                column.addWidget(label(correction_words(correction)))
        self.copies = None
        if card.custody:
            column.addWidget(label("Các bản   F9", "field"))
            self.copies = CopiesPanel(card, () if self.is_read_only else self.copy_entries)
            self.copies.opened.connect(self.copy_wanted)
            column.addWidget(self.copies)
            column.addWidget(label(balance_words(card.balance), "quiet"))
        column.addWidget(label("Đã làm gì với dòng này", "field"))
        for line in card.history:
            column.addWidget(label(history_words(line)))
        column.addWidget(label("Quy định áp dụng", "field"))
        for rule in rules_for(self._book, document):
            column.addWidget(label(f"•  {rule}", "quiet"))
        column.addStretch(1)
        self._area.setWidget(body)
        self._offer(document)

    def go_to_copies(self) -> None:
        """Take the keyboard to the copies."""
        if self.copies is not None:
            self.copies.view.setFocus()
            self._area.ensureWidgetVisible(self.copies)

    def can(self, action: Action) -> bool:
        """Tell whether `action` is offered for the line that is shown."""
        if self.document is None or self.is_read_only:
            return False
        return action in possible_actions(self.document)

    def _warn(self, document: Document) -> None:
        """Say above all else what waits to be done with the line."""
        envelope, comparison = document.envelope, document.comparison
        words = ""
        if document.is_sealed and envelope is not None:
            words = f"Còn nguyên bì. Chỉ người có tên được bóc: {envelope.addressee}."
        elif comparison is not None and comparison.awaiting:
            words = f"Nhận thiếu, chờ bổ sung: {comparison.remark}"
        elif comparison is not None and comparison.finding is not Finding.COMPLETE:
            words = f"{comparison.finding.label}: {comparison.remark}"
        self._warning_label.setText(words)
        self._warning.setVisible(bool(words) and not document.is_annulled)

    def _offer(self, document: Document) -> None:
        possible = frozenset() if self.is_read_only else possible_actions(document)
        self.buttons[Action.CORRECT].setText(
            f"{'Đính chính' if document.printed else 'Sửa'}   {Action.CORRECT.key}"
        )
        for action, button in self.buttons.items():
            is_lasting = action in _LASTING and not self.is_read_only
            if action is Action.MOVE and not self._book.is_yearly:
                is_lasting = False
            button.setVisible(is_lasting or action in possible)
            button.setEnabled(action in possible)

    def _make_warning(self) -> QFrame:
        self._warning = QFrame(self)
        self._warning.setProperty("role", "warning_card")
        self._warning_label = label("")
        column = QVBoxLayout(self._warning)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self._warning_label)
        row = QHBoxLayout()
        row.setSpacing(6)
        for action in _WARNED:
            row.addWidget(self.buttons[action])
        row.addStretch(1)
        column.addLayout(row)
        return self._warning

    def _make_rows(self) -> QVBoxLayout:
        self.close_button = QPushButton("Đóng   Esc", self)
        self.close_button.setObjectName("close_button")
        self.close_button.clicked.connect(self.close_wanted)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        for actions in (_FIRST_ROW, _SECOND_ROW, _THIRD_ROW):
            row = QHBoxLayout()
            row.setSpacing(8)
            for action in actions:
                row.addWidget(self.buttons[action])
            row.addStretch(1)
            if actions is _FIRST_ROW:
                row.addWidget(self.close_button)
            rows.addLayout(row)
        return rows

    def _make_button(self, action: Action) -> QPushButton:
        button = QPushButton(f"{action.words}   {action.key}", self)
        button.setObjectName(f"{action.name.lower()}_button")
        if action.paper or action in _SECOND_ROW:  # four in a row leave their keys no room
            button.setText(action.words)
            button.setToolTip(action.key)
        if action in _SECOND_ROW + _THIRD_ROW:
            button.setProperty("role", "quiet")
        elif action in _WARNED:
            button.setProperty("role", "compact")
        button.clicked.connect(lambda: self.wanted.emit(action))
        return button
