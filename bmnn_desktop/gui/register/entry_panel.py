"""Beside the table: the form, what it is open for, and its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.book import Book
from bmnn_desktop.domain.doc_type import abbreviation_of
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.numbering import propose_doc_number, show_number
from bmnn_desktop.gui.register.asked import BACK_FIELDS, BACK_NO, OPENED_BY
from bmnn_desktop.gui.register.draft_notice import DraftNotice
from bmnn_desktop.gui.register.errand import Errand
from bmnn_desktop.gui.register.form import DocumentForm
from bmnn_desktop.gui.widgets.notice import Notice, Tone

if TYPE_CHECKING:
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.services.propose_document import Proposal

# What differs from line to line: the rest is taken over from the line before.
_OWN = frozenset(
    {
        *("doc_number", "doc_date", "subject", "note", "arrival_no", "arrival_date"),
        *("pages", "annexes", "finding", "remark", "copies_announced", "copies_issued"),
        *("envelope", "addressee", "urgency"),
    }
)
_NOT_MOVED = frozenset({"copies_issued"})  # issued there, received here
_SAVE = {
    Errand.NEW: "Ghi   Ctrl+S",
    Errand.CORRECT: "Xem thay đổi và ghi   Ctrl+S",
    Errand.OPEN: "Ghi mở bì   Ctrl+S",
    Errand.MOVE: "Ghi, gạch bỏ số cũ   Ctrl+S",
}


class EntryPanel(QFrame):
    """`line` is the one that the errand is about; None for a new one."""

    save_wanted = Signal(bool)  # True: and the next one at once
    copy_wanted = Signal()
    leave_wanted = Signal()
    keep_closed_wanted = Signal()

    def __init__(self, book: Book, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.book = book
        self.errand = Errand.NEW
        self.line: Document | None = None
        self.proposal: Proposal | None = None
        self.is_back_entry = False
        self._last_proposed = ""
        self.setProperty("role", "side")
        self.title = QLabel(self)
        self.title.setProperty("role", "subtitle")
        self.draft_notice = DraftNotice(self)
        self.lead = Notice(self)
        self.form = DocumentForm(book, year, self)
        self.form.changed.connect(self._field_changed)
        self.hint = self._make_hint()
        self.form.hinted.connect(self.hint.setText)
        self.notice = Notice(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(6)
        head, foot = QVBoxLayout(), QVBoxLayout()
        for part in (head, foot):
            part.setContentsMargins(16, 0, 16, 0)
            part.setSpacing(6)
        head.addWidget(self.title)
        head.addLayout(self._make_helps())
        head.addWidget(self.draft_notice)
        head.addWidget(self.lead)
        foot.addWidget(self.hint)
        foot.addWidget(self.notice)
        foot.addLayout(self._make_buttons())
        column.addLayout(head)
        column.addWidget(self.form, 1)
        column.addLayout(foot)

    # ── beginning ────────────────────────────────────────────────────────────────────────────

    def start_new(self, proposal: Proposal) -> None:
        """Begin an empty line with what can be proposed."""
        self._clear(Errand.NEW, proposal=proposal)
        if proposal.is_late:
            self.lead.say(Tone.AMBER, f"Đăng ký bổ sung vào sổ năm {proposal.year}.")
        self._propose(proposal, {})
        self._begin()

    def start_correction(self, line: Document) -> None:
        """Show a line to be corrected; its number stays."""
        self._clear(Errand.CORRECT, line=line)
        if line.printed:
            self.lead.say(Tone.INFO, "Dòng đã in giữ nguyên; sổ thêm một dòng đính chính.")
        self.form.set_values(self._typed(line))
        # A closed envelope is opened by "Mở bì", with the name of the person who opened it.
        self._lock_envelope(is_locked=line.is_sealed)
        self._begin()

    def start_opening(self, line: Document) -> None:
        """Ask what was inside an envelope that was registered closed."""
        self._clear(Errand.OPEN, line=line)
        self.form.ask_extra({OPENED_BY.name})
        person = "" if line.envelope is None else line.envelope.addressee
        opened = {"envelope": EnvelopeKind.OPENED, "finding": None, OPENED_BY.name: person}
        self.form.set_values(self._typed(line) | opened)
        self._lock_envelope(is_locked=True)
        self._begin()

    def start_move(self, line: Document, proposal: Proposal, from_title: str) -> None:
        """Begin a line of this book with what fits of a line of the book `from_title`."""
        self._clear(Errand.MOVE, line=line, proposal=proposal)
        self.lead.say(
            Tone.AMBER,
            f"Ghi xong thì số thứ tự {show_number(line.seq_no)} của {from_title} được gạch bỏ.",
        )
        typed = self._typed(line)
        fitting = {name: typed[name] for name in typed if typed[name] and name not in _NOT_MOVED}
        self._propose(proposal, fitting)
        self._begin()

    def copy_from(self, line: Document) -> None:
        """Take over what mostly stays the same from line to line."""
        typed = self._typed(line)
        self.form.set_values({name: typed[name] for name in typed if name not in _OWN})

    def ask_back_entry(self, *, is_asked: bool) -> None:
        """Ask for the number on paper and its place there, or do so no more."""
        self.is_back_entry = is_asked
        self.form.ask_extra(BACK_FIELDS if is_asked else ())
        self.back_button.setChecked(is_asked)
        self._entitle()
        self._number_changed()
        if is_asked:
            self.form.editor(BACK_NO.name).setFocus()

    @property
    def has_unsaved_text(self) -> bool:
        """Tell whether something would be lost."""
        return self.form.has_unsaved_text

    # ── proposing ────────────────────────────────────────────────────────────────────────────

    def _clear(
        self, errand: Errand, *, line: Document | None = None, proposal: Proposal | None = None
    ) -> None:
        self.errand, self.line, self.proposal = errand, line, proposal
        self.is_back_entry = False
        self._last_proposed = ""
        self.back_button.setChecked(False)
        self.form.clear()
        self.form.ask_extra(())
        for notice in (self.lead, self.notice, self.draft_notice):
            notice.hide()
        self.save_button.setText(_SAVE[errand])
        self.next_button.setVisible(errand is Errand.NEW)
        self.copy_button.setVisible(errand is Errand.NEW)
        self.back_button.setVisible(errand is Errand.NEW and self.book.is_yearly)
        self.keep_closed_button.setVisible(errand is Errand.OPEN)
        self._entitle()

    def _begin(self) -> None:
        self._number_changed()
        self.form.accept_as_is()
        self.form.verticalScrollBar().setValue(0)
        self.form.focus_first_empty()

    def _propose(self, proposal: Proposal, fitting: dict[str, Any]) -> None:
        """Show what can be proposed, `fitting` before it."""
        day = proposal.today if proposal.today.year == proposal.year else None
        if self.book.key == "incoming":
            proposed: dict[str, Any] = {"arrival_date": day, "envelope": EnvelopeKind.ORDINARY}
        elif not self.book.is_yearly:
            proposed = {}  # what lay there before has its own number and day
        else:
            self._last_proposed = self._doc_number_for("")
            proposed = {
                "doc_number": self._last_proposed,
                "doc_date": day,
                "holding_unit": proposal.holding_unit,
            }
        self.form.set_values(proposed | fitting)

    def _typed(self, line: Document) -> dict[str, Any]:
        typed = line.typed()
        return {field.name: getattr(typed, field.name) for field in self.book.fields}

    def _line_number(self) -> int | None:
        """Return the number that the line has or will have."""
        back_no = self.form.values().get(BACK_NO.name)
        if isinstance(back_no, int):
            return back_no
        if self.proposal is not None:
            return self.proposal.seq_no
        return None if self.line is None else self.line.seq_no

    def _doc_number_for(self, doc_type: str) -> str:
        number = self._line_number()
        if self.proposal is None or number is None:
            return ""
        return propose_doc_number(number, abbreviation_of(doc_type), self.proposal.symbol)

    def _field_changed(self, name: str) -> None:
        if name in ("doc_type", BACK_NO.name, "arrival_no"):
            self._number_changed()

    def _number_changed(self) -> None:
        """Propose the numbers that follow from the line's; one typed over stays."""
        values = self.form.values()
        if self.book.key == "incoming":
            self._explain_arrival_no(values["arrival_no"])
        elif (
            self.book.is_yearly
            and self.proposal is not None
            and values["doc_number"] == self._last_proposed
        ):
            self._last_proposed = self._doc_number_for(str(values["doc_type"]))
            self.form.set_values({"doc_number": self._last_proposed})

    def _explain_arrival_no(self, typed: object) -> None:
        number = self._line_number()
        view = self.form.view("arrival_no")
        view.say_inside("" if number is None else show_number(number))
        is_other = typed is not None and number is not None and typed != number
        view.explain(
            f"Khác số thứ tự {show_number(number or 0)}: ghi đúng số ở dấu ĐẾN." if is_other else ""
        )

    def _lock_envelope(self, *, is_locked: bool) -> None:
        if self.book.key == "incoming":
            self.form.editor("envelope").setEnabled(not is_locked)

    def _entitle(self) -> None:
        proposal, line = self.proposal, self.line
        match self.errand:
            case Errand.CORRECT if line is not None:
                way = "Đính chính" if line.printed else "Sửa trước khi in"
                words = f"{way} – {_number_of(line)}"
            case Errand.OPEN if line is not None:
                words = f"Mở bì – {_number_of(line)}"
            case _ if proposal is None:
                words = ""
            case Errand.NEW if self.is_back_entry:
                words = f"Nhập bù từ sổ giấy – năm {proposal.year}"
            case Errand.NEW:
                number = f"số thứ tự {show_number(proposal.seq_no)}"
                year = f" năm {proposal.year}" if self.book.is_yearly else ""
                words = f"Đăng ký mới – {number}{year}"
            case _:
                number = f"số thứ tự {show_number(proposal.seq_no)} năm {proposal.year}"
                words = f"Ghi lại vào {self.book.short_title.lower()} – {number}"
        self.title.setText(words)

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _make_hint(self) -> QLabel:
        hint = QLabel(self)
        hint.setObjectName("hint_label")
        hint.setProperty("role", "quiet")
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        hint.setFixedHeight(hint.fontMetrics().lineSpacing() + 4)
        return hint

    def _make_helps(self) -> QHBoxLayout:
        self.copy_button = self._make_button("copy_button", "Chép dòng trước   Ctrl+D", "quiet")
        self.copy_button.clicked.connect(self.copy_wanted)
        self.back_button = self._make_button("back_button", "Nhập bù từ sổ giấy   Ctrl+B", "quiet")
        self.back_button.setCheckable(True)
        self.back_button.clicked.connect(lambda is_on: self.ask_back_entry(is_asked=is_on))
        self.keep_closed_button = self._make_button(
            "keep_closed_button", "Không đăng ký nội dung…   Ctrl+Shift+K", "quiet"
        )
        self.keep_closed_button.clicked.connect(self.keep_closed_wanted)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.copy_button, self.back_button, self.keep_closed_button):
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes through the fields
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _make_buttons(self) -> QHBoxLayout:
        self.save_button = self._make_button("save_button", _SAVE[Errand.NEW], "primary")
        self.save_button.clicked.connect(lambda: self.save_wanted.emit(False))
        self.next_button = self._make_button("next_button", "Ghi, nhập tiếp   Ctrl+Enter")
        self.next_button.clicked.connect(lambda: self.save_wanted.emit(True))
        self.leave_button = self._make_button("leave_button", "Thôi   Esc")
        self.leave_button.clicked.connect(self.leave_wanted)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save_button, 2)
        row.addWidget(self.next_button, 3)
        row.addWidget(self.leave_button, 1)
        return row

    def _make_button(self, name: str, words: str, role: str = "") -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        if role:
            button.setProperty("role", role)
        return button


def _number_of(line: Document) -> str:
    return f"số thứ tự {show_number(line.seq_no)} năm {line.year}"
