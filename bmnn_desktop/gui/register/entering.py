"""The form at work: opened for an errand, left, saved; its draft kept over lock and crash."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bmnn_desktop.gui.ask_unsaved import ask_unsaved
from bmnn_desktop.gui.register.asked import BACK_FIELDS
from bmnn_desktop.gui.register.draft_keeper import DraftKeeper
from bmnn_desktop.gui.register.draft_values import from_content, to_content
from bmnn_desktop.gui.register.errand import Errand
from bmnn_desktop.gui.register.saving import Saving
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.propose_document import Proposal, propose_document
from bmnn_desktop.services.show_document import DocumentCard, show_document

if TYPE_CHECKING:
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.gui.register.entry_panel import EntryPanel
    from bmnn_desktop.services.add_document import Registered
    from bmnn_desktop.services.drafts import Content, Draft
    from bmnn_desktop.services.office import Office


class Entering(QObject):
    """Stands between the form and the services; the page shows what its signals say."""

    form_opened = Signal()
    form_left = Signal(object)  # the line of this book that the form was about, or None
    line_registered = Signal(object)  # Registered
    next_wanted = Signal(object)  # Registered, and the form goes on with the next one
    line_changed = Signal(int)
    book_changed = Signal()

    def __init__(
        self, panel: EntryPanel, office: Office, jobs: Jobs, lock: Callable[[], None]
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._office = office
        self._jobs = jobs
        self.is_active = False
        self.draft = DraftKeeper(f"register.{panel.book.key}", office, jobs, self._content)
        saving = self._saving = Saving(panel, office, jobs, lock)
        saving.stored.connect(self._close)
        saving.line_registered.connect(self.line_registered)
        saving.next_wanted.connect(self._go_on)
        saving.line_changed.connect(self.line_changed)
        saving.settled.connect(self.book_changed)
        saving.unchanged.connect(self._left)
        panel.save_wanted.connect(lambda then_next: self.save(then_next=then_next))
        panel.leave_wanted.connect(self.leave)
        panel.form.changed.connect(self._typed)
        panel.draft_notice.drop_wanted.connect(self._throw_away)

    @property
    def has_unsaved_text(self) -> bool:
        """Tell whether the form holds text that would be lost."""
        return self.is_active and self._panel.has_unsaved_text

    def save(self, *, then_next: bool = False) -> None:
        """Save what the form holds."""
        if self.is_active:
            self._saving.save(then_next=then_next)

    def save_and(self, after: Callable[[], None]) -> None:
        """Save what the form holds and call `after` once it is in the book."""
        self._saving.save(then_next=False, after=after)

    def leave(self) -> None:
        """Leave the form, asking first if text would be lost."""
        self.unless_lost(self._left)

    def unless_lost(self, go_on: Callable[[], None]) -> None:
        """Call `go_on`; ask first where the form holds text."""

        def drop() -> None:
            self._close()
            go_on()

        if self.has_unsaved_text:
            ask_unsaved(self._panel, save=lambda: self.save_and(go_on), drop=drop)
        else:
            go_on()

    # ── opening ──────────────────────────────────────────────────────────────────────────────

    def start_new(self, year: int | None) -> None:
        """Open an empty form for the next number of `year`."""
        self._propose(Errand.NEW, None, year)

    def start_correction(self, line: Document) -> None:
        """Open the form on a line."""
        self._show(Errand.CORRECT, line, None)

    def start_opening(self, line: Document) -> None:
        """Open the form for what was inside a closed envelope."""
        self._show(Errand.OPEN, line, None)

    def start_move(self, line: Document) -> None:
        """Open the form for a line of the other book that belongs into this one."""
        self._propose(Errand.MOVE, line, None)

    def restore(self) -> None:
        """Open the form on the draft that was left, if there is one."""
        self.draft.find(self._found)

    def _propose(
        self, errand: Errand, line: Document | None, year: int | None, draft: Draft | None = None
    ) -> None:
        self._jobs.new(lambda proposal: self._show(errand, line, proposal, draft)).watch(
            self._office.read(propose_document, self._panel.book.key, year)
        )

    def _show(
        self,
        errand: Errand,
        line: Document | None,
        proposal: Proposal | None,
        draft: Draft | None = None,
    ) -> None:
        panel = self._panel
        if draft is None and self.has_unsaved_text:  # a draft came back meanwhile: it stays
            self.form_opened.emit()
            return
        self.is_active = True
        self.form_opened.emit()
        if proposal is not None:
            panel.form.set_year(proposal.year)
            if line is None:
                panel.start_new(proposal)
            else:
                panel.start_move(line, proposal, find_book(line.book).short_title)
        elif line is not None:
            panel.form.set_year(line.year)
            if errand is Errand.OPEN:
                panel.start_opening(line)
            else:
                panel.start_correction(line)
        if draft is not None:
            self._fill(draft)

    # ── the draft ────────────────────────────────────────────────────────────────────────────

    def _content(self) -> Content | None:
        """Return what to keep of the form; None when nothing would be lost."""
        if not self.has_unsaved_text:
            return None
        panel = self._panel
        return {
            **to_content(panel.form.values()),
            "errand": panel.errand.value,
            "line": None if panel.line is None else panel.line.id,
            "year": None if panel.proposal is None else panel.proposal.year,
        }

    def _typed(self) -> None:
        if self.is_active:
            self.draft.typed()

    def _found(self, draft: Draft) -> None:
        if self.has_unsaved_text:
            return
        errand = Errand(draft.content["errand"])
        line, year = draft.content["line"], draft.content["year"]

        def arrived(card: DocumentCard) -> None:
            if errand.deals_number:
                self._propose(errand, card.document, None, draft)
            else:
                self._show(errand, card.document, None, draft)

        if isinstance(line, int):
            self._jobs.new(arrived).watch(self._office.read(show_document, line))
        else:
            self._propose(Errand.NEW, None, year if isinstance(year, int) else None, draft)

    def _fill(self, draft: Draft) -> None:
        panel = self._panel
        if panel.book.is_yearly and BACK_FIELDS & draft.content.keys():
            panel.ask_back_entry(is_asked=True)
        panel.form.set_values(from_content(panel.form.fields, draft.content))
        panel.draft_notice.tell(draft.saved_at)
        panel.form.focus_first_empty()

    def _throw_away(self) -> None:
        """Begin anew without what the draft held."""
        self._close()
        panel = self._panel
        if panel.errand.deals_number:
            year = None if panel.proposal is None else panel.proposal.year
            self._propose(panel.errand, panel.line, year)
        else:
            self._show(panel.errand, panel.line, None)

    # ── closing ──────────────────────────────────────────────────────────────────────────────

    def _close(self) -> None:
        """Take what the form holds as nothing to lose."""
        self._panel.form.accept_as_is()
        self.is_active = False
        self.draft.drop()

    def _go_on(self, registered: Registered) -> None:
        self.next_wanted.emit(registered)
        self.start_new(registered.year)

    def _left(self) -> None:
        self._close()
        line = self._panel.line
        is_here = line is not None and line.book == self._panel.book.key
        self.form_left.emit(line if is_here else None)
