"""The page of one book: its lines, and beside them the form or the card."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bmnn_desktop.gui.copying.acts import CopyingActs
from bmnn_desktop.gui.custody.acts import CustodyActs
from bmnn_desktop.gui.custody.copy_entries import copy_entries
from bmnn_desktop.gui.custody.copy_reader import CopyReader
from bmnn_desktop.gui.events.acts import EventActs
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.register.actions import Action
from bmnn_desktop.gui.register.card import CardPanel
from bmnn_desktop.gui.register.entering import Entering
from bmnn_desktop.gui.register.entry_panel import EntryPanel
from bmnn_desktop.gui.register.errand import Errand
from bmnn_desktop.gui.register.line_acts import LineActs
from bmnn_desktop.gui.register.lines_panel import LinesPanel
from bmnn_desktop.gui.register.recipient_lists import RecipientLists
from bmnn_desktop.gui.register.saved_banner import SavedBanner
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.year.asked_year import AskedYear
from bmnn_desktop.services.open_volume import list_volumes
from bmnn_desktop.services.remembered_values import remembered_values
from bmnn_desktop.services.show_document import DocumentCard, show_document

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bmnn_desktop.domain.book import Book
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.services.add_document import Registered
    from bmnn_desktop.services.office import Office

_SIDE_WIDTH = 464
_ANY_WIDTH = 16_777_215  # Qt's own bound
_READING_KEYS = ("Ctrl+P", "Ctrl+F", "F9", "Esc")
_WIDE = 940  # from here on table and form stand side by side


class RegisterPage(QWidget):
    """Keys: Ctrl+N, Ctrl+S, Ctrl+Enter, Ctrl+D, Ctrl+B, Ctrl+P, Ctrl+F, Esc; those of the card."""

    book_changed = Signal()
    preview_wanted = Signal(str, int)
    move_wanted = Signal(object)  # a Document of this book that belongs into the other
    paper_wanted = Signal(str, object)  # kind of paper, Document
    copying_paper_wanted = Signal(str, int)  # kind of paper, copying order
    event_told = Signal(str)  # what was done about copies of a line
    stopped = Signal()  # a guest wanted to write

    def __init__(self, book: Book, office: Office, lock: Callable[[], None]) -> None:
        super().__init__()
        self.book = book
        self._office = office
        self._is_read_only = office.session.guest.is_here
        self._previous: Document | None = None
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self.lines = LinesPanel(book, office, self.jobs, self)
        self.model, self.view = self.lines.model, self.lines.view
        self.entry = EntryPanel(book, 0, self)
        self.card = CardPanel(book, self)
        self.banner = SavedBanner(self)
        self._build()
        self.entering = Entering(self.entry, office, self.jobs, lock)
        self.acts = LineActs(self, office, self.jobs, lock)
        self.copying = CopyingActs(self, office, self.jobs, lock)
        self.events = EventActs(self, office, self.jobs, lock)
        self.copy_acts = CustodyActs(self, office, self.jobs, lock)
        self.reader = CopyReader(self, office, self.jobs, lock)
        self.card.copy_entries = copy_entries(self.copy_acts)
        self.recipient_lists = (
            RecipientLists(self.entry.form, office, self.jobs, lock)
            if any(field.name == "recipients" for field in book.fields)
            else None
        )
        self.asked_year = AskedYear(book, office, self.jobs, lock, self)
        self._connect()
        self._add_keys()
        self.setFocusProxy(self.view)
        self._learn()
        if self._is_read_only:
            self.lines.new_button.hide()
            self.card.is_read_only = True
        else:
            self.entering.restore()

    @property
    def year(self) -> int | None:
        """Return the year on view."""
        return self.lines.year

    @property
    def has_unsaved_text(self) -> bool:
        """Tell whether a form holds text that would be lost."""
        return self.entering.has_unsaved_text

    def search(self, text: str) -> None:
        """Search for `text`."""
        self.lines.find_edit.setText(text)
        self.lines.find_edit.setFocus()

    def refresh(self) -> None:
        """Read the lines on view again."""
        self.lines.refresh()

    def start_new(self, *, newest: bool = False) -> None:
        """Open an empty form, asking first if another would be lost.

        It is for the year on view, or for the book's newest one.
        """
        year = None if newest else self.year

        def start(answered: int) -> None:
            self.banner.hide()
            self.lines.show_year(answered)
            self.entering.start_new(answered)

        self.entering.unless_lost(lambda: self.asked_year.before(year, start))

    def start_move(self, line: Document) -> None:
        """Open the form for a line of the other book, asking first if another would be lost."""
        self.entering.unless_lost(lambda: self.entering.start_move(line))

    def open_line(self, row: int) -> None:
        """Open the card of a line, asking first if a form would be lost."""
        document = self.model.document(row)
        if document is not None:
            self.entering.unless_lost(lambda: self._open(document.id))

    def save_draft_now(self) -> Future[None] | None:
        """Keep what is typed in the vault at once; None when there is nothing to keep."""
        return self.entering.draft.save_now()

    def keep_draft(self, then: Callable[[], None]) -> None:
        """Call `then` once what is typed is kept; a refusal is shown and calls nothing."""
        work = self.save_draft_now()
        if work is None:
            then()
        else:
            self.jobs.new(lambda _: then()).watch(work)

    def open_document(self, document_id: int) -> None:
        """Open the card of a document, asking first if a form would be lost."""
        self.entering.unless_lost(lambda: self._open(document_id))

    def stop(self) -> None:
        """End timers and work: the window is going away."""
        self.lines.stop()
        self.entering.draft.stop()
        self.jobs.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self._share_width()

    def showEvent(self, event: QShowEvent) -> None:
        """Look which years there are: a volume may have been opened meanwhile."""
        super().showEvent(event)
        self._look_at_years()

    # ── keys ─────────────────────────────────────────────────────────────────────────────────

    def _act(self, action: Action) -> None:
        """Do something with the line on the card, where its state allows."""
        line = self.card.document
        if line is None or not self._is_card_shown or not self.card.can(action):
            return
        acts: dict[Action, Callable[[Document], object]] = {
            Action.CORRECT: self.entering.start_correction,
            Action.OPEN: self.entering.start_opening,
            Action.REST: self.acts.receive_rest,
            Action.DIRECT: self.acts.give_direction,
            Action.COPY: self.copying.open,
            Action.ANNUL: self.acts.annul,
            Action.MOVE: self.move_wanted.emit,
            Action.MISSING: self.events.miss,
            Action.TAKE_OUT: self.events.take_out,
            Action.PROVIDE: self.events.provide,
        }
        if action.paper:
            self.paper_wanted.emit(action.paper, line)
        else:
            acts[action](line)

    def _finish_direction(self, direction: int) -> None:
        if self._is_read_only:
            self.stopped.emit()
        elif self.card.document is not None:
            self.acts.finish_direction(self.card.document, direction)

    def _copies_moved(self, _words: str) -> None:
        if self.card.document is not None:
            self._show_card(self.card.document.id)

    def _keep_closed(self) -> None:
        line = self.entry.line
        if self.entering.is_active and self.entry.errand is Errand.OPEN and line is not None:
            person = "" if line.envelope is None else line.envelope.addressee
            self.acts.keep_closed(line, person)

    def _copy_previous(self) -> None:
        previous = self._previous or self.model.document(0)
        if self._is_entering_new and previous is not None:
            self.entry.copy_from(previous)

    def _switch_back_entry(self) -> None:
        if self._is_entering_new and self.book.is_yearly:
            self.entry.ask_back_entry(is_asked=not self.entry.is_back_entry)

    def _offer_lists(self) -> None:
        if self.recipient_lists is not None and self.entering.is_active:
            self.recipient_lists.open()

    def _leave(self) -> None:
        if self.entering.is_active:
            self.entering.leave()
        elif self.side.isVisible():
            self._close_side()
        elif not self.banner.isHidden():
            self.banner.hide()
        elif self.lines.find_edit.text():
            self.lines.find_edit.clear()

    @property
    def _is_entering_new(self) -> bool:
        return self.entering.is_active and self.entry.errand is Errand.NEW

    # ── the side ─────────────────────────────────────────────────────────────────────────────

    @property
    def _is_card_shown(self) -> bool:
        return self.side.isVisible() and self.side.currentWidget() is self.card

    def _open(self, document_id: int) -> None:
        self.banner.hide()
        self._show_card(document_id)

    def _show_card(self, document_id: int) -> None:
        self.entering.is_active = False
        self.jobs.new(self._card_arrived).watch(self._office.read(show_document, document_id))

    def _card_arrived(self, card: DocumentCard) -> None:
        self._previous = card.document
        self.card.show_card(card)
        self._show_side(self.card)
        self.lines.choose(card.document.id)
        (self.view if self.view.isVisible() else self.card.close_button).setFocus()

    def _registered(self, registered: Registered) -> None:
        self.banner.announce(registered)
        self._show_card(registered.document_id)

    def _next(self, registered: Registered) -> None:
        self.banner.announce(registered)
        self.jobs.new(self._remember).watch(
            self._office.read(show_document, registered.document_id)
        )

    def _remember(self, card: DocumentCard) -> None:
        self._previous = card.document

    def _form_left(self, line: Document | None) -> None:
        if line is None:
            self._close_side()
        else:
            self._show_card(line.id)

    def _close_side(self) -> None:
        self.banner.hide()
        self.side.hide()
        self._share_width()
        self.lines.take_focus()

    def _show_side(self, panel: QWidget) -> None:
        self.side.setCurrentWidget(panel)
        self.side.show()
        self._share_width()

    def _share_width(self) -> None:
        """Give a narrow window (a large scale) to the form or card alone."""
        is_wide = self.width() >= _WIDE
        self.lines.setVisible(is_wide or self.side.isHidden())
        self.side.setMaximumWidth(_SIDE_WIDTH if is_wide else _ANY_WIDTH)

    def _lines_arrived(self) -> None:
        if self._is_card_shown and self.card.document is not None:
            self.lines.choose(self.card.document.id)
        else:
            self.lines.choose_first()

    def _look_at_years(self) -> None:
        self.jobs.new(self.lines.offer_years).watch(self._office.read(list_volumes, self.book.key))

    def _learn(self) -> None:
        """Offer what was typed before, the newest too."""
        self.jobs.new(self.entry.form.set_suggestions).watch(
            self._office.read(remembered_values, self.book.key)
        )

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _build(self) -> None:
        self.side = QStackedWidget(self)
        self.side.setMinimumWidth(_SIDE_WIDTH)
        self.side.addWidget(self.entry)
        self.side.addWidget(self.card)
        self.side.hide()
        self.setMinimumWidth(_SIDE_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.lines, 1)
        row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.lines.new_wanted.connect(self.start_new)
        self.lines.preview_wanted.connect(self._preview)
        self.lines.arrived.connect(self._lines_arrived)
        self.view.opened.connect(self.open_line)
        self.entry.copy_wanted.connect(self._copy_previous)
        self.entry.keep_closed_wanted.connect(self._keep_closed)
        self.entering.form_opened.connect(lambda: self._show_side(self.entry))
        self.entering.form_left.connect(self._form_left)
        self.entering.line_registered.connect(self._registered)
        self.entering.next_wanted.connect(self._next)
        self.card.wanted.connect(self._act)
        self.card.done_wanted.connect(self._finish_direction)
        self.card.copy_wanted.connect(self.reader.open)
        self.copy_acts.done.connect(self._copies_moved)
        self.card.close_wanted.connect(self._close_side)
        self.copying.paper_wanted.connect(self.copying_paper_wanted)
        for changing in (self.entering, self.acts, self.copying):
            changing.line_changed.connect(self._show_card)
        self.acts.line_changed.connect(self.book_changed)
        self.events.changed.connect(self.event_told)
        self.entering.book_changed.connect(self.book_changed)
        self.book_changed.connect(self.refresh)
        self.book_changed.connect(self._learn)
        self.book_changed.connect(self._look_at_years)

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+N": self.start_new,
            "Ctrl+S": self.entering.save,
            "Ctrl+Shift+S": lambda: self.entering.save(then_next=True),
            "Ctrl+Return": lambda: self.entering.save(then_next=True),
            "Ctrl+Enter": lambda: self.entering.save(then_next=True),
            "Ctrl+D": self._copy_previous,
            "Ctrl+B": self._switch_back_entry,
            "Ctrl+Shift+K": self._keep_closed,
            "F8": self._offer_lists,
            "Ctrl+P": self._preview,
            "Ctrl+F": self._find_key,
            "F9": self.card.go_to_copies,
            "Esc": self._leave,
        }
        keys |= {action.key: lambda action=action: self._act(action) for action in Action}  # type: ignore[misc]
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            is_stopped = self._is_read_only and key not in _READING_KEYS
            shortcut.activated.connect(self.stopped if is_stopped else act)

    def _find_key(self) -> None:
        self.lines.find_edit.setFocus()
        self.lines.find_edit.selectAll()

    def _preview(self) -> None:
        if self.year is not None:
            self.preview_wanted.emit(self.book.key, self.year)
