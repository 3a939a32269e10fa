"""A document beside the table: its line, its copies, its history and the rules that apply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.register.columns import show_value
from bmnn_desktop.gui.register.saved_banner import SavedBanner

if TYPE_CHECKING:
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.services.show_document import DocumentCard, HistoryLine

_LABEL_WIDTH = 118
_TONES: dict[Level | None, str] = {Level.TUYET_MAT: "bad", Level.TOI_MAT: "amber", Level.MAT: ""}


class CardPanel(QFrame):
    """Only shows; correcting and annulling are its owner's."""

    correct_wanted = Signal()
    annul_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self.document: Document | None = None
        self.setProperty("role", "side")
        self.banner = SavedBanner(self)
        self.title = _label("", "subtitle")
        self.badge = _label("", "badge")
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
        column.addWidget(self.banner)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addLayout(self._make_buttons())

    def show_card(self, card: DocumentCard) -> None:
        """Show `card` in place of the one before."""
        document = card.document
        self.document = document
        self.title.setText(f"Số thứ tự {show_number(document.seq_no)} · {document.doc_number}")
        self.badge.setText(document.level_label or "Còn nguyên bì")
        self.badge.setProperty("tone", _TONES.get(document.level, "amber"))
        self.badge.style().unpolish(self.badge)
        self.badge.style().polish(self.badge)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(_label(self._state(document), "quiet"))
        column.addLayout(self._fields(document))
        column.addWidget(_label("Các bản", "field"))
        column.addLayout(_copies(card))
        column.addWidget(_label("Đã làm gì với dòng này", "field"))
        for line in card.history:
            column.addWidget(_label(_deed(line)))
        column.addWidget(_label("Quy định áp dụng", "field"))
        for rule in self._rules(document):
            column.addWidget(_label(f"•  {rule}", "quiet"))
        column.addStretch(1)
        self._area.setWidget(body)
        can_change = not document.is_annulled
        self.correct_button.setEnabled(can_change and not document.printed)
        self.annul_button.setEnabled(can_change)

    def _fields(self, document: Document) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        typed = document.typed()
        for row, field in enumerate(self._book.fields):
            shown = show_value(getattr(typed, field.name)).replace("; ", "\n")
            if not shown:
                shown = "không ghi" if field.name == "subject" else "–"
            grid.addWidget(_label(field.label, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(shown), row, 1)
        return grid

    def _state(self, document: Document) -> str:
        registered = f"Đăng ký ngày {short_date(document.registered_on)}"
        struck = document.annulment
        if struck is not None:
            return (
                f"{registered} · ĐÃ GẠCH BỎ SỐ ngày {short_date(struck.on)} ({struck.by}); "
                f"lý do: {struck.reason}. Số được giữ, không cấp lại."
            )
        return f"{registered} · {'đã in trên tờ sổ' if document.printed else 'chưa in'}"

    def _rules(self, document: Document) -> tuple[str, ...]:
        rules = [field.hint for field in self._book.fields if "Điều" in field.hint]
        if document.printed:
            rules.append("Dòng đã in không sửa trực tiếp; sai sót ghi bằng dòng đính chính.")
        else:
            rules.append("Trước khi in còn sửa được; nội dung cũ và lý do vẫn giữ trong nhật ký.")
        rules.append("Số đã gạch bỏ được giữ nguyên chỗ, không cấp lại cho tài liệu khác.")
        return tuple(rules)

    def _make_buttons(self) -> QHBoxLayout:
        self.correct_button = QPushButton("Sửa   Ctrl+E", self)
        self.correct_button.setObjectName("correct_button")
        self.correct_button.clicked.connect(self.correct_wanted)
        self.annul_button = QPushButton("Gạch bỏ số…", self)
        self.annul_button.setObjectName("annul_button")
        self.annul_button.clicked.connect(self.annul_wanted)
        self.close_button = QPushButton("Đóng   Esc", self)
        self.close_button.setObjectName("close_button")
        self.close_button.clicked.connect(self.close_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.correct_button)
        row.addWidget(self.annul_button)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return row


def _copies(card: DocumentCard) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    for row, copy in enumerate(card.copies):
        number = _label(f"Bản số {show_number(copy.copy_no)}", "quiet")
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(
            _label(f"{copy.holder} (bản lưu)" if copy.is_file_copy else copy.holder), row, 1
        )
    return grid


def _deed(line: HistoryLine) -> str:
    when = line.time.astimezone(VIETNAM)
    parts = [f"{short_date(when.date())} {when:%H:%M} · {line.action_label} · {line.name}"]
    if line.reason:
        parts.append(f"Lý do: {line.reason}")
    parts += [
        f"{label}: “{old or 'để trống'}” → “{new or 'để trống'}”"
        for label, old, new in line.changes
        if new != line.reason
    ]
    return "\n".join(parts)


def _label(text: str, role: str = "") -> QLabel:
    """Return a label that can neither be read as markup nor copied from."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
