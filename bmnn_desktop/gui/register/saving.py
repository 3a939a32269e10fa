"""From the form into the book: register, correct, open an envelope, move; nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import (
    FieldsWrong,
    FieldWrong,
    NumberOutside,
    NumberTaken,
    PaperReferenceMissing,
)
from bmnn_desktop.gui.register.asked import BACK_NO, OPENED_BY, PAPER_REFERENCE
from bmnn_desktop.gui.register.correct_dialog import CorrectDialog, changes_of
from bmnn_desktop.gui.register.errand import Errand
from bmnn_desktop.gui.register.move_dialog import MoveDialog
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.back_entry import BackEntry
from bmnn_desktop.services.correct_document import amend_document, correct_document
from bmnn_desktop.services.move_document import move_document
from bmnn_desktop.services.open_envelope import open_envelope

if TYPE_CHECKING:
    from bmnn_desktop.domain.book import Field
    from bmnn_desktop.domain.document import Document, NewDocument
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.gui.register.entry_panel import EntryPanel
    from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
    from bmnn_desktop.services.office import Office

# What the vault refuses of an entry from paper, and the field it belongs to.
_FIELD_OF: dict[type[BaseException], Field] = {
    NumberTaken: BACK_NO,
    NumberOutside: BACK_NO,
    PaperReferenceMissing: PAPER_REFERENCE,
}


class Saving(QObject):
    """`stored` comes first of all signals, `settled` last; a refusal sends none."""

    stored = Signal()
    line_registered = Signal(object)  # Registered
    next_wanted = Signal(object)  # Registered, and the next one at once
    line_changed = Signal(int)
    unchanged = Signal()
    settled = Signal()

    def __init__(
        self, panel: EntryPanel, office: Office, jobs: Jobs, lock: Callable[[], None]
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._book = panel.book
        self._office = office
        self._jobs = jobs
        self._lock = lock
        self._after: Callable[[], None] | None = None

    def save(self, *, then_next: bool, after: Callable[[], None] | None = None) -> None:
        """Save what the form holds and call `after` once it is in the book."""
        panel = self._panel
        if not panel.save_button.isEnabled():
            return
        new = panel.form.new_document()
        if new is None:
            return
        self._after = after
        if panel.errand is Errand.NEW:
            self._add(new, then_next=then_next)
        elif panel.line is not None:
            acts = {
                Errand.CORRECT: self._ask_to_correct,
                Errand.OPEN: self._open_envelope,
                Errand.MOVE: self._ask_to_move,
            }
            acts[panel.errand](panel.line, new)

    def _add(self, new: NewDocument, *, then_next: bool) -> None:
        proposal = self._panel.proposal
        year = None if proposal is None else proposal.year
        signal = self.next_wanted if then_next else self.line_registered
        self._allow(is_allowed=False)
        self._jobs.new(
            lambda registered: self._store(signal.emit, registered), self._refused
        ).watch(
            self._office.write(
                add_document, self._book.key, new, year=year, back=self._back_entry()
            )
        )

    def _back_entry(self) -> BackEntry | None:
        if not self._panel.is_back_entry:
            return None
        values = self._panel.form.values()
        number = values[BACK_NO.name]
        place = str(values[PAPER_REFERENCE.name])
        return BackEntry(number if isinstance(number, int) else 0, place)

    def _open_envelope(self, line: Document, new: NewDocument) -> None:
        opened_by = str(self._panel.form.values()[OPENED_BY.name])
        self._allow(is_allowed=False)
        self._jobs.new(lambda _: self._store(self.line_changed.emit, line.id), self._refused).watch(
            self._office.write(
                open_envelope, year=line.year, seq_no=line.seq_no, new=new, opened_by=opened_by
            )
        )

    def _ask_to_correct(self, line: Document, new: NewDocument) -> None:
        changes = changes_of(self._book, line, new)
        if not changes:
            self.unchanged.emit()
            return
        dialog = CorrectDialog(self._panel.window(), line, changes, self._lock)

        def changed(_registered: Registered) -> None:
            dialog.accept()
            self._store(self.line_changed.emit, line.id)

        def go_on(reason: str) -> None:
            service = amend_document if line.printed else correct_document
            self._jobs.new(changed, dialog.refuse).watch(
                self._office.write(
                    service,
                    self._book.key,
                    year=line.year,
                    seq_no=line.seq_no,
                    new=new,
                    reason=reason,
                )
            )

        self._ask(dialog, go_on)

    def _ask_to_move(self, line: Document, new: NewDocument) -> None:
        proposal = self._panel.proposal
        number = "" if proposal is None else f", số thứ tự {show_number(proposal.seq_no)}"
        into = f"{self._book.short_title}{number}"
        source = find_book(line.book).short_title
        dialog = MoveDialog(self._panel.window(), line, source, into, self._lock)

        def moved(registered: Registered) -> None:
            dialog.accept()
            self._store(self.line_registered.emit, registered)

        def go_on(reason: str) -> None:
            self._jobs.new(moved, dialog.refuse).watch(
                self._office.write(
                    move_document,
                    line.book,
                    year=line.year,
                    seq_no=line.seq_no,
                    into=self._book.key,
                    new=new,
                    reason=reason,
                )
            )

        self._ask(dialog, go_on)

    def _ask(self, dialog: ReasonDialog, go_on: Callable[[str], None]) -> None:
        dialog.rejected.connect(self._forget_after)
        dialog.confirmed.connect(go_on)
        dialog.open()

    def _store(self, emit: Callable[[Any], None], what: object) -> None:
        self._allow(is_allowed=True)
        self.stored.emit()
        emit(what)
        self.settled.emit()
        after, self._after = self._after, None
        if after is not None:
            after()

    def _refused(self, error: BaseException) -> None:
        """Keep everything typed; say why beside the fields or under the form."""
        self._after = None
        self._allow(is_allowed=True)
        field = _FIELD_OF.get(type(error))
        if isinstance(error, FieldsWrong):
            self._panel.form.show_errors(error.errors)
        elif field is not None:
            wrong = FieldWrong(field=field.name, label=field.label, why=str(error))
            self._panel.form.show_errors((wrong,))
        else:
            show_beside(self._panel.notice, error)

    def _forget_after(self) -> None:
        self._after = None

    def _allow(self, *, is_allowed: bool) -> None:
        for button in (self._panel.save_button, self._panel.next_button):
            button.setEnabled(is_allowed)
