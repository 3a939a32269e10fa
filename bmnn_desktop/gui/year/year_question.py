"""The one question of a new year: open its book, or register into the year that is over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.text import inside
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.services.propose_document import Proposal


class YearQuestion(AskDialog):
    """Enter opens the new year's book; Esc leaves everything as it is."""

    opening_wanted = Signal()
    late_wanted = Signal()

    def __init__(
        self,
        parent: QWidget,
        book: Book,
        proposal: Proposal,
        new: int,
        lock: Callable[[], None],
    ) -> None:
        name = inside(book.short_title)
        opens = f"Mở {name} {new} từ số {show_number(1)} và đăng ký   Enter"
        super().__init__(parent, f"{book.short_title}: sang năm {new}", opens, lock)
        self.say(f"{book.short_title} {new} chưa mở", "subtitle")
        self.say(
            f"Hôm nay là ngày {short_date(proposal.today)}. Mở sổ năm mới không phải chờ khóa sổ "
            f"năm {proposal.year}."
        )
        self.late_button = QPushButton(self)
        self.late_button.setObjectName("late_button")
        self.late_button.setAutoDefault(False)
        self.late_button.setEnabled(not proposal.is_closed)
        self.late_button.setText(
            f"Sổ {proposal.year} đã khóa, không đăng ký bổ sung được"
            if proposal.is_closed
            else f"Đăng ký bổ sung vào sổ {proposal.year}, số {show_number(proposal.seq_no)}"
        )
        self.act_button.setProperty("role", "primary")
        self.body.addWidget(self.act_button)
        self.body.addWidget(self.late_button)
        self.say(
            "Sổ giấy năm mới đã ghi đến một số khác: mở sổ ở trang Chuyển năm, ghi số đầu tiên.",
            "quiet",
        )
        self.late_button.clicked.connect(self._late)
        self.act_button.setDefault(True)
        self.act_button.setFocus()

    def act(self) -> None:
        """Open the new year's book."""
        self.act_button.setEnabled(False)
        self.opening_wanted.emit()

    def _late(self) -> None:
        self.accept()
        self.late_wanted.emit()
