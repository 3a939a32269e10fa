"""What the clerk does to the lines of a book: register, correct before printing, annul."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bmnn_desktop.errors import FieldsWrong
from bmnn_desktop.gui.ask_unsaved import ask_unsaved
from bmnn_desktop.gui.register.annul_dialog import AnnulDialog
from bmnn_desktop.gui.register.correct_dialog import CorrectDialog, changes_of
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.correct_document import correct_document
from bmnn_desktop.services.propose_document import Proposal, propose_document

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bmnn_desktop.domain.document import Document, NewDocument
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.gui.register.entry_panel import EntryPanel
    from bmnn_desktop.services.office import Office


class Entering(QObject):
    """Stands between the form and the services; the page shows what its signals say."""

    form_opened = Signal()
    form_left = Signal(object)  # the line that was to be corrected, or None
    line_registered = Signal(object)  # Registered
    line_changed = Signal(int)
    book_changed = Signal()

    def __init__(
        self, panel: EntryPanel, office: Office, jobs: Jobs, lock: Callable[[], None]
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._book = panel.book
        self._office = office
        self._jobs = jobs
        self._lock = lock
        self._after_save: Callable[[], None] | None = None
        self.is_active = False
        panel.save_wanted.connect(lambda then_next: self.save(then_next=then_next))
        panel.leave_wanted.connect(self.leave)

    @property
    def has_unsaved_text(self) -> bool:
        """Tell whether the form holds text that would be lost."""
        return self.is_active and self._panel.has_unsaved_text

    def unless_lost(self, go_on: Callable[[], None]) -> None:
        """Call `go_on`; ask first where the form holds text."""
        if self.has_unsaved_text:
            ask_unsaved(self._panel, save=lambda: self.save_and(go_on), drop=go_on)
        else:
            go_on()

    def start_new(self, year: int | None) -> None:
        """Open an empty form for the next number of `year`."""
        self._panel.banner.hide()
        self._propose(year)

    def start_correction(self, document: Document) -> None:
        """Open the form on a line."""
        self._panel.form.set_year(document.year)
        self.is_active = True
        self.form_opened.emit()
        self._panel.start_correction(document)

    def leave(self) -> None:
        """Leave the form, asking first if text would be lost."""
        self.unless_lost(self._left)

    # ── saving ───────────────────────────────────────────────────────────────────────────────

    def save(self, *, then_next: bool = False) -> None:
        """Save what the form holds."""
        if not self.is_active or not self._panel.save_button.isEnabled():
            return
        new = self._panel.form.new_document()
        if new is None:
            self._after_save = None
        elif self._panel.corrected is None:
            self._add(new, then_next=then_next)
        else:
            self._ask_to_correct(self._panel.corrected, new)

    def save_and(self, after: Callable[[], None]) -> None:
        """Save what the form holds and call `after` once it is in the book."""
        self._after_save = after
        self.save()

    def _propose(self, year: int | None) -> None:
        self._jobs.new(self._proposed).watch(
            self._office.read(propose_document, self._book.key, year)
        )

    def _proposed(self, proposal: Proposal) -> None:
        self._panel.form.set_year(proposal.year)
        self.is_active = True
        self.form_opened.emit()
        self._panel.start_new(proposal)

    def _add(self, new: NewDocument, *, then_next: bool) -> None:
        proposal = self._panel.proposal
        year = None if proposal is None else proposal.year
        self._allow(is_allowed=False)
        self._jobs.new(
            lambda registered: self._added(registered, then_next=then_next), self._refused
        ).watch(self._office.write(add_document, self._book.key, new, year=year))

    def _added(self, registered: Registered, *, then_next: bool) -> None:
        self._allow(is_allowed=True)
        self._panel.form.accept_as_is()
        if then_next:
            self._panel.banner.announce("Đã ghi vào sổ:", registered)
            self._propose(registered.year)
        else:
            self.is_active = False
            self.line_registered.emit(registered)
        self._saved()

    def _refused(self, error: BaseException) -> None:
        """Keep everything typed; say why beside the fields or under the form."""
        self._after_save = None
        self._allow(is_allowed=True)
        if isinstance(error, FieldsWrong):
            self._panel.form.show_errors(error.errors)
        else:
            show_beside(self._panel.notice, error)

    # ── correcting and annulling ─────────────────────────────────────────────────────────────

    def _ask_to_correct(self, document: Document, new: NewDocument) -> None:
        changes = changes_of(self._book, document, new)
        if not changes:
            self._left()
            return
        dialog = CorrectDialog(self._panel.window(), document, changes, self._lock)
        dialog.rejected.connect(self._forget_after_save)
        dialog.confirmed.connect(
            lambda reason: self._change(
                dialog,
                document,
                self._office.write(
                    correct_document,
                    self._book.key,
                    year=document.year,
                    seq_no=document.seq_no,
                    new=new,
                    reason=reason,
                ),
            )
        )
        dialog.open()

    def ask_to_annul(self, document: Document) -> None:
        """Ask for the reason and strike the number."""
        dialog = AnnulDialog(self._panel.window(), document, self._lock)
        dialog.confirmed.connect(
            lambda reason: self._change(
                dialog,
                document,
                self._office.write(
                    annul_document,
                    self._book.key,
                    year=document.year,
                    seq_no=document.seq_no,
                    reason=reason,
                ),
            )
        )
        dialog.open()

    def _change(self, dialog: ReasonDialog, document: Document, work: Future[object]) -> None:
        def changed(_result: object) -> None:
            dialog.accept()
            self._panel.form.accept_as_is()
            self.is_active = False
            self.line_changed.emit(document.id)
            self._saved()

        self._jobs.new(changed, dialog.refuse).watch(work)

    def _saved(self) -> None:
        self.book_changed.emit()
        after, self._after_save = self._after_save, None
        if after is not None:
            after()

    def _forget_after_save(self) -> None:
        self._after_save = None

    def _left(self) -> None:
        self._panel.form.accept_as_is()
        self.is_active = False
        self.form_left.emit(self._panel.corrected)

    def _allow(self, *, is_allowed: bool) -> None:
        for button in (self._panel.save_button, self._panel.next_button):
            button.setEnabled(is_allowed)
