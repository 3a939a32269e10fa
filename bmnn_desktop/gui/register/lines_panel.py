"""The left side of a book's page: find box, year, the table and what is said around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.gui.register.columns import columns_of
from bmnn_desktop.gui.register.table_model import RegisterModel
from bmnn_desktop.gui.register.table_view import RegisterView
from bmnn_desktop.services.list_forms import book_form
from bmnn_desktop.services.see_copies import count_unseen

if TYPE_CHECKING:
    from bmnn_desktop.domain.book import Book
    from bmnn_desktop.domain.form import Form
    from bmnn_desktop.domain.volume import Volume
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

_TYPING_PAUSE = 120  # milliseconds


class LinesPanel(QWidget):
    """Shows the lines of a year that match what is sought; `arrived` tells that they stand."""

    arrived = Signal()
    new_wanted = Signal()
    preview_wanted = Signal()

    def __init__(self, book: Book, office: Office, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._book, self._office, self._jobs = book, office, jobs
        self._count = 0  # lines
        self._unseen = 0  # copies of a list that nobody has compared with the paper
        self._sought: int | None = None  # the document to select once its row is known
        self.model = RegisterModel(book, office, jobs, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE)
        self._build()
        self._pause.timeout.connect(self.refresh)
        self.find_edit.textChanged.connect(self._typed)
        self.find_edit.returnPressed.connect(self.view.setFocus)
        self.year_box.currentIndexChanged.connect(self.refresh)
        self.new_button.clicked.connect(self.new_wanted)
        self.preview_button.clicked.connect(self.preview_wanted)
        self.model.arrived.connect(self._arrived)
        self.model.counted.connect(self._counted)

    @property
    def year(self) -> int | None:
        """Return the year on view."""
        year: int | None = self.year_box.currentData()
        return year

    def refresh(self) -> None:
        """Read the lines on view again."""
        self._pause.stop()
        self.model.show_lines(self.year, self.find_edit.text().strip())
        if not self._book.is_yearly:
            self._jobs.new(self._say_unseen).watch(self._office.read(count_unseen))

    def offer_years(self, volumes: tuple[Volume, ...]) -> None:
        """Offer the years that have a volume; the one on view stays, at first the newest is."""
        self._jobs.new(self._say_status).watch(self._office.read(book_form, self._book.key))
        years = sorted({volume.year for volume in volumes}, reverse=True)
        if years == [self.year_box.itemData(place) for place in range(self.year_box.count())]:
            return
        chosen = self.year
        self.year_box.blockSignals(True)
        self.year_box.clear()
        for year in years:
            self.year_box.addItem(f"Năm {year}", year)
        if chosen in years:
            self.year_box.setCurrentIndex(years.index(chosen))
        self.year_box.blockSignals(False)
        if self.year != chosen:
            self.refresh()

    def show_year(self, year: int) -> None:
        """Show the lines of a year, of one that was opened just now as well."""
        if self.year_box.findData(year) < 0:
            self.year_box.insertItem(0, f"Năm {year}", year)
        self.year_box.setCurrentIndex(self.year_box.findData(year))

    def choose(self, document_id: int) -> None:
        """Select the line of a document; one below the first lines once all rows are known."""
        row = self.model.row_of(document_id)
        self._sought = document_id if row is None else None
        if row is not None:
            self.view.selectRow(row)

    def choose_first(self) -> None:
        """Go to the newest line."""
        self._sought = None
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))

    def take_focus(self) -> None:
        """Take the keyboard; an empty book offers its first line."""
        (self.view if self.model.rowCount() else self.new_button).setFocus()

    def stop(self) -> None:
        """End the timer."""
        self._pause.stop()

    def _typed(self) -> None:
        self.model.interrupt()
        self._pause.start()

    def _arrived(self) -> None:
        is_empty = self.model.rowCount() == 0
        self.empty_label.setText(
            "Không có dòng nào khớp."
            if self.find_edit.text().strip()
            else f"{self._kind} chưa có dòng nào. Bấm Ctrl+N để ghi dòng đầu tiên."
        )
        self._stack.setCurrentIndex(int(is_empty))
        self.arrived.emit()

    def _counted(self, number: int) -> None:
        self._count = number
        self._say_count()
        if self._sought is not None:
            self.choose(self._sought)

    def _say_status(self, form: Form) -> None:
        self.status_label.setText(f"Mẫu {self._kind.lower()}: {form.status.label}")

    def _say_unseen(self, number: int) -> None:
        self._unseen = number
        self._say_count()

    def _say_count(self) -> None:
        unseen = f" · {self._unseen} bản chưa đối chiếu" if self._unseen else ""
        self.count_label.setText(f"{self._count} dòng{unseen}")

    @property
    def _kind(self) -> str:
        return "Sổ" if self._book.is_yearly else "Danh mục"

    def _build(self) -> None:
        self.view = RegisterView(columns_of(self._book), self)
        self.view.setModel(self.model)
        self.empty_label = _quiet("")
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty_label)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(12)
        column.addLayout(self._make_head())
        column.addLayout(self._make_tools())
        column.addWidget(self._stack, 1)
        column.addLayout(self._make_foot())

    def _make_head(self) -> QHBoxLayout:
        title = QLabel(self._book.short_title, self)
        title.setProperty("role", "title")
        self.new_button = QPushButton("Đăng ký mới   Ctrl+N", self)
        self.new_button.setObjectName("new_button")
        self.new_button.setProperty("role", "primary")
        self.preview_button = QPushButton("Xem trước khi in   Ctrl+P", self)
        self.preview_button.setObjectName("preview_button")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(title)
        head.addStretch(1)
        head.addWidget(self.preview_button)
        head.addWidget(self.new_button)
        return head

    def _make_tools(self) -> QHBoxLayout:
        self.find_edit = QLineEdit(self)
        self.find_edit.setObjectName("find_edit")
        self.find_edit.setPlaceholderText(
            "Tìm (Ctrl+F): số, ký hiệu, trích yếu, nơi nhận… gõ không dấu cũng được"
        )
        self.year_box = QComboBox(self)
        self.year_box.setObjectName("year_box")
        self.year_box.setAccessibleName("Năm")
        self.year_box.setMinimumContentsLength(len("Năm 2026"))
        self.year_box.setVisible(self._book.is_yearly)
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.find_edit, 1)
        tools.addWidget(self.year_box)
        return tools

    def _make_foot(self) -> QHBoxLayout:
        self.count_label = _quiet("")
        self.status_label = _quiet("")
        foot = QHBoxLayout()
        foot.addWidget(self.count_label)
        foot.addStretch(1)
        foot.addWidget(self.status_label)
        return foot


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "quiet")
    return label
