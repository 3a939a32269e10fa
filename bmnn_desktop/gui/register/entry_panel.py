"""Beside the table: the form for a new line, or for correcting one before it is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.doc_type import abbreviation_of
from bmnn_desktop.domain.numbering import propose_doc_number, show_number
from bmnn_desktop.gui.register.form import DocumentForm
from bmnn_desktop.gui.register.saved_banner import SavedBanner
from bmnn_desktop.gui.widgets.notice import Notice

if TYPE_CHECKING:
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.services.propose_document import Proposal

# What differs from line to line: the rest is taken over from the line before.
_OWN = frozenset(
    {
        *("doc_number", "doc_date", "subject", "note", "arrival_no", "arrival_date"),
        *("pages", "annexes", "finding", "remark", "copies_announced"),
    }
)


class EntryPanel(QFrame):
    """`corrected` is the line under correction; None: a new line."""

    save_wanted = Signal(bool)  # True: and the next one at once
    copy_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, book: Book, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.corrected: Document | None = None
        self.proposal: Proposal | None = None
        self._last_proposed = ""
        self._copied = [field.name for field in book.fields if field.name not in _OWN]
        self.setProperty("role", "side")
        self.title = QLabel(self)
        self.title.setProperty("role", "subtitle")
        self.banner = SavedBanner(self)
        self.form = DocumentForm(book, year, self)
        self.form.changed.connect(self._field_changed)
        self.notice = Notice(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 12)
        column.setSpacing(8)
        for widget in (self.title, self.banner, self.form, self.notice):
            if widget is self.form:
                column.addWidget(widget, 1)
            else:
                inset = QVBoxLayout()
                inset.setContentsMargins(16, 0, 16, 0)
                inset.addWidget(widget)
                column.addLayout(inset)
        column.addLayout(self._make_buttons())

    def start_new(self, proposal: Proposal) -> None:
        """Begin an empty line with what can be proposed."""
        self.corrected, self.proposal = None, proposal
        self.title.setText(
            f"Đăng ký mới – số thứ tự {show_number(proposal.seq_no)} năm {proposal.year}"
        )
        self._offer(is_new=True)
        self.form.clear()
        self._last_proposed = self._number_for("")
        self.form.set_values(
            {
                "doc_number": self._last_proposed,
                "doc_date": proposal.today,
                "holding_unit": proposal.holding_unit,
            }
        )
        self._begin()

    def start_correction(self, document: Document) -> None:
        """Show a line to be corrected; its number stays."""
        self.corrected, self.proposal = document, None
        self.banner.hide()
        self.title.setText(
            f"Sửa trước khi in – số thứ tự {show_number(document.seq_no)} năm {document.year}"
        )
        self._offer(is_new=False)
        self.form.show_errors(())
        self.form.set_values(
            {field.name: getattr(document.typed(), field.name) for field in self.book.fields}
        )
        self._begin()

    def copy_from(self, document: Document) -> None:
        """Take over what mostly stays the same from line to line."""
        self.form.set_values({name: getattr(document.typed(), name) for name in self._copied})

    @property
    def has_unsaved_text(self) -> bool:
        """Tell whether something would be lost."""
        return self.form.has_unsaved_text

    def _begin(self) -> None:
        self.notice.hush()
        self.form.accept_as_is()
        self.form.verticalScrollBar().setValue(0)
        first = self.form.editor(self.book.fields[0].name)
        first.setFocus()

    def _number_for(self, doc_type: str) -> str:
        if self.proposal is None:
            return ""
        return propose_doc_number(
            self.proposal.seq_no, abbreviation_of(doc_type), self.proposal.symbol
        )

    def _field_changed(self, name: str) -> None:
        if name != "doc_type" or self.proposal is None:
            return
        values = self.form.values()
        if values["doc_number"] == self._last_proposed:  # not typed over
            self._last_proposed = self._number_for(str(values["doc_type"]))
            self.form.set_values({"doc_number": self._last_proposed})

    def _offer(self, *, is_new: bool) -> None:
        self.save_button.setText("Ghi   Ctrl+S" if is_new else "Xem thay đổi và ghi   Ctrl+S")
        self.next_button.setVisible(is_new)
        self.copy_button.setVisible(is_new)

    def _make_buttons(self) -> QGridLayout:
        self.save_button = QPushButton("Ghi   Ctrl+S", self)
        self.save_button.setObjectName("save_button")
        self.save_button.setProperty("role", "primary")
        self.next_button = QPushButton("Ghi, nhập tiếp   Ctrl+Enter", self)
        self.next_button.setObjectName("next_button")
        self.copy_button = QPushButton("Chép dòng trước   Ctrl+D", self)
        self.copy_button.setObjectName("copy_button")
        self.leave_button = QPushButton("Thôi   Esc", self)
        self.leave_button.setObjectName("leave_button")
        self.save_button.clicked.connect(lambda: self.save_wanted.emit(False))
        self.next_button.clicked.connect(lambda: self.save_wanted.emit(True))
        self.copy_button.clicked.connect(self.copy_wanted)
        self.leave_button.clicked.connect(self.leave_wanted)
        grid = QGridLayout()
        grid.setContentsMargins(16, 0, 16, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        grid.addWidget(self.save_button, 0, 0)
        grid.addWidget(self.next_button, 0, 1)
        grid.addWidget(self.copy_button, 1, 1)
        grid.addWidget(self.leave_button, 1, 0)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        return grid
