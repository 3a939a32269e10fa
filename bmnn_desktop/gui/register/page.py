"""The page of one book: find box, year, table, and beside it the form or the card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
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

from bmnn_desktop import resources
from bmnn_desktop.errors import Cancelled
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.register.card import CardPanel
from bmnn_desktop.gui.register.columns import columns_of
from bmnn_desktop.gui.register.entering import Entering
from bmnn_desktop.gui.register.entry_panel import EntryPanel
from bmnn_desktop.gui.register.table_model import RegisterModel
from bmnn_desktop.gui.register.table_view import RegisterView
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.registers.form_file import load_form
from bmnn_desktop.services.open_volume import list_volumes
from bmnn_desktop.services.show_document import DocumentCard, show_document

if TYPE_CHECKING:
    from bmnn_desktop.domain.book import Book
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.domain.volume import Volume
    from bmnn_desktop.services.add_document import Registered
    from bmnn_desktop.services.office import Office

_TYPING_PAUSE = 120  # milliseconds
_SIDE_WIDTH = 460
_WIDE = 940  # from here on table and form stand side by side


class RegisterPage(QWidget):
    """Keys: Ctrl+N, Ctrl+S, Ctrl+Enter, Ctrl+D, F2, Ctrl+P, Ctrl+F, Esc."""

    book_changed = Signal()
    preview_wanted = Signal(str, int)

    def __init__(self, book: Book, office: Office, lock: Callable[[], None]) -> None:
        super().__init__()
        self.book = book
        self._office = office
        self._previous: Document | None = None
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self.model = RegisterModel(book, office, self.jobs, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE)
        self._build()
        self.entering = Entering(self.entry, office, self.jobs, lock)
        self._connect()
        self._add_keys()
        self.setFocusProxy(self.view)
        self.jobs.new(self._volumes_arrived).watch(office.read(list_volumes, book.key))

    @property
    def year(self) -> int | None:
        """Return the year on view."""
        year: int | None = self.year_box.currentData()
        return year

    @property
    def has_unsaved_text(self) -> bool:
        """Tell whether a form holds text that would be lost."""
        return self.entering.has_unsaved_text

    def search(self, text: str) -> None:
        """Search for `text`."""
        self.find_edit.setText(text)
        self.find_edit.setFocus()

    def refresh(self) -> None:
        """Read the lines on view again."""
        self._pause.stop()
        self.model.show_lines(self.year, self.find_edit.text().strip())

    def start_new(self) -> None:
        """Open an empty form, asking first if another would be lost."""
        self.entering.unless_lost(lambda: self.entering.start_new(self.year))

    def open_line(self, row: int) -> None:
        """Open the card of a line, asking first if a form would be lost."""
        document = self.model.document(row)
        if document is not None:
            self.card.banner.hide()
            self.entering.unless_lost(lambda: self._show_card(document.id))

    def stop(self) -> None:
        """End timers and work: the window is going away."""
        self._pause.stop()
        self.jobs.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width()

    # ── keys ─────────────────────────────────────────────────────────────────────────────────

    def _correct(self) -> None:
        document = self.card.document
        if self._is_card_shown and document is not None and self.card.correct_button.isEnabled():
            self.entering.start_correction(document)

    def _annul(self) -> None:
        document = self.card.document
        if self._is_card_shown and document is not None:
            self.entering.ask_to_annul(document)

    def _copy_previous(self) -> None:
        previous = self._previous or self.model.document(0)
        is_new = self.entering.is_active and self.entry.corrected is None
        if is_new and previous is not None:
            self.entry.copy_from(previous)

    def _leave(self) -> None:
        if self.entering.is_active:
            self.entering.leave()
        elif self.side.isVisible():
            self._close_side()
        elif self.find_edit.text():
            self.find_edit.clear()

    def _typed(self) -> None:
        self.model.interrupt()
        self._pause.start()

    # ── the side ─────────────────────────────────────────────────────────────────────────────

    @property
    def _is_card_shown(self) -> bool:
        return self.side.isVisible() and self.side.currentWidget() is self.card

    def _show_card(self, document_id: int) -> None:
        def failed(error: BaseException) -> None:
            if isinstance(error, Cancelled):  # the find box interrupted the reader
                self._show_card(document_id)
            else:
                show_error(self, error)

        self.entering.is_active = False
        self.jobs.new(self._card_arrived, failed).watch(
            self._office.read(show_document, document_id)
        )

    def _card_arrived(self, card: DocumentCard) -> None:
        self._previous = card.document
        self.card.show_card(card)
        self._show_side(self.card)
        self._choose(card.document.id)
        (self.view if self.view.isVisible() else self.card.close_button).setFocus()

    def _registered(self, registered: Registered) -> None:
        self.card.banner.announce("Đã ghi vào sổ. Ghi lên tài liệu:", registered)
        self._show_card(registered.document_id)

    def _form_left(self, corrected: Document | None) -> None:
        if corrected is None:
            self._close_side()
        else:
            self._show_card(corrected.id)

    def _close_side(self) -> None:
        self.card.banner.hide()
        self.side.hide()
        self._share_width()
        self.view.setFocus()

    def _show_side(self, panel: QWidget) -> None:
        self.side.setCurrentWidget(panel)
        self.side.show()
        self._share_width()

    def _share_width(self) -> None:
        """Give a narrow window (a large scale) to the form or card alone."""
        is_wide = self.width() >= _WIDE
        self._book_side.setVisible(is_wide or self.side.isHidden())

    def _choose(self, document_id: int) -> None:
        row = self.model.row_of(document_id)
        if row is not None:
            self.view.selectRow(row)

    # ── the table ────────────────────────────────────────────────────────────────────────────

    def _lines_arrived(self) -> None:
        is_empty = self.model.rowCount() == 0
        self.empty_label.setText(
            "Không có dòng nào khớp."
            if self.find_edit.text().strip()
            else "Sổ chưa có dòng nào. Bấm Ctrl+N để đăng ký văn bản đầu tiên."
        )
        self.lines.setCurrentIndex(int(is_empty))
        if self._is_card_shown and self.card.document is not None:
            self._choose(self.card.document.id)
        elif not is_empty:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def _counted(self, number: int) -> None:
        self.count_label.setText(f"{number} dòng")
        if self._is_card_shown and self.card.document is not None:
            self._choose(self.card.document.id)  # it may stand below the first lines

    def _volumes_arrived(self, volumes: tuple[Volume, ...]) -> None:
        self.year_box.blockSignals(True)
        for year in sorted({volume.year for volume in volumes}, reverse=True):
            self.year_box.addItem(f"Năm {year}", year)
        self.year_box.blockSignals(False)
        self.refresh()

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _build(self) -> None:
        self.view = RegisterView(columns_of(self.book), self)
        self.view.setModel(self.model)
        self.empty_label = _quiet("")
        self.empty_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.lines = QStackedWidget(self)
        self.lines.addWidget(self.view)
        self.lines.addWidget(self.empty_label)
        self.entry = EntryPanel(self.book, 0, self)
        self.card = CardPanel(self.book, self)
        self.side = QStackedWidget(self)
        self.side.setFixedWidth(_SIDE_WIDTH)
        self.side.addWidget(self.entry)
        self.side.addWidget(self.card)
        self.side.hide()
        self._book_side = QWidget(self)
        left = QVBoxLayout(self._book_side)
        left.setContentsMargins(24, 18, 24, 18)
        left.setSpacing(12)
        left.addLayout(self._make_head())
        left.addLayout(self._make_tools())
        left.addWidget(self.lines, 1)
        left.addLayout(self._make_foot())
        self.setMinimumWidth(_SIDE_WIDTH)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._book_side, 1)
        row.addWidget(self.side)

    def _make_head(self) -> QHBoxLayout:
        title = QLabel(self.book.short_title, self)
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
        tools = QHBoxLayout()
        tools.setSpacing(12)
        tools.addWidget(self.find_edit, 1)
        tools.addWidget(self.year_box)
        return tools

    def _make_foot(self) -> QHBoxLayout:
        status = load_form(resources.path(f"forms/{self.book.form}.toml")).status
        self.count_label = _quiet("")
        self.status_label = _quiet(f"Mẫu sổ: {status.label}")
        foot = QHBoxLayout()
        foot.addWidget(self.count_label)
        foot.addStretch(1)
        foot.addWidget(self.status_label)
        return foot

    def _connect(self) -> None:
        self._pause.timeout.connect(self.refresh)
        self.find_edit.textChanged.connect(self._typed)
        self.find_edit.returnPressed.connect(self.view.setFocus)
        self.year_box.currentIndexChanged.connect(self.refresh)
        self.new_button.clicked.connect(self.start_new)
        self.preview_button.clicked.connect(self._preview)
        self.view.opened.connect(self.open_line)
        self.model.arrived.connect(self._lines_arrived)
        self.model.counted.connect(self._counted)
        self.entry.copy_wanted.connect(self._copy_previous)
        self.entering.form_opened.connect(lambda: self._show_side(self.entry))
        self.entering.form_left.connect(self._form_left)
        self.entering.line_registered.connect(self._registered)
        self.entering.line_changed.connect(self._show_card)
        self.entering.book_changed.connect(self.refresh)
        self.entering.book_changed.connect(self.book_changed)
        self.card.correct_wanted.connect(self._correct)
        self.card.annul_wanted.connect(self._annul)
        self.card.close_wanted.connect(self._close_side)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+N": self.start_new,
            "Ctrl+S": self.entering.save,
            "Ctrl+Shift+S": lambda: self.entering.save(then_next=True),
            "Ctrl+Return": lambda: self.entering.save(then_next=True),
            "Ctrl+Enter": lambda: self.entering.save(then_next=True),
            "Ctrl+D": self._copy_previous,
            "F2": self._correct,
            "Ctrl+P": self._preview,
            "Ctrl+F": self._find_key,
            "Esc": self._leave,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _find_key(self) -> None:
        self.find_edit.setFocus()
        self.find_edit.selectAll()

    def _preview(self) -> None:
        if self.year is not None:
            self.preview_wanted.emit(self.book.key, self.year)


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "quiet")
    return label
