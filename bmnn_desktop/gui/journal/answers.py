"""What waits for a second person is answered from the journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.errors import KnownError
from bmnn_desktop.gui.journal.answer_dialog import AnswerDialog, Question
from bmnn_desktop.gui.people.acts_of_two import ActsOfTwo
from bmnn_desktop.gui.people.second_panel import SecondOf
from bmnn_desktop.gui.second.signature import SecondSignature
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.show_to_second import show_acts, show_proposal
from bmnn_desktop.services.who_may_sign import MaySign, who_may_sign

if TYPE_CHECKING:
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.act_of_two import Settled
    from bmnn_desktop.services.office import Office
    from bmnn_desktop.services.second_person import SecondPerson

_DONE = {
    Question.APPROVE: "Đã xác nhận đề nghị ở mục {seq}.",
    Question.REJECT: "Đã ghi không xác nhận đề nghị ở mục {seq}.",
    Question.CONFIRM: "Đã xác nhận {count} việc.",
}


@dataclass(frozen=True, slots=True)
class _Answer:
    """What is answered how."""

    question: Question
    seqs: tuple[int, ...]
    reason: str

    @property
    def is_approval(self) -> bool:
        return self.question is Question.APPROVE

    @property
    def done(self) -> str:
        return _DONE[self.question].format(seq=self.seqs[0], count=len(self.seqs))


class Answers(ActsOfTwo):
    """`changed` says what was done; `stopped` that whoever was asked was given up."""

    changed = Signal(str)
    stopped = Signal()

    def __init__(
        self,
        parent: QWidget,
        office: Office,
        jobs: Jobs,
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, office, jobs, second_of, lock)
        self.signature = SecondSignature(self, jobs)

    def ask(self, question: Question, seqs: Sequence[int]) -> None:
        """Show what would be signed, ask who signs, and have it signed."""

        def seen(may: MaySign) -> None:
            dialog = AnswerDialog(self._parent.window(), question, may, self._second_of, self._lock)
            dialog.given_up.connect(self.signature.give_up)
            dialog.confirmed.connect(
                lambda reason, second: self._sign(
                    dialog, _Answer(question, tuple(seqs), reason), second
                )
            )
            dialog.open()

        self._jobs.new(seen).watch(self._office.read(who_may_sign, tuple(seqs)))

    def _sign(self, dialog: AnswerDialog, answer: _Answer, second: SecondPerson | None) -> None:
        def done(settled: Settled) -> None:
            dialog.accept()
            self.changed.emit(answer.done)
            self._show_new(settled.sheet)

        def failed(error: BaseException) -> None:
            if not dialog.is_left:
                dialog.refuse(error)
                return
            dialog.accept()
            if isinstance(error, KnownError):
                self.stopped.emit()
            else:
                self._jobs.refuse(error)

        self.signature.ask(
            second, partial(self._show, answer), partial(self._write, answer), done, failed
        )

    def _show(self, answer: _Answer, who: SecondPerson) -> Future[Any]:
        if answer.question is Question.CONFIRM:
            return self._office.write(show_acts, who, answer.seqs)
        seq, approve, reason = answer.seqs[0], answer.is_approval, answer.reason
        return self._office.write(show_proposal, who, seq, approve=approve, reason=reason)

    def _write(self, answer: _Answer, who: SecondPerson | None) -> Future[Settled]:
        if answer.question is Question.CONFIRM:
            return self._office.write(confirm_acts, answer.seqs, second=who)
        seq, approve, reason = answer.seqs[0], answer.is_approval, answer.reason
        return self._office.write(answer_proposal, seq, approve=approve, reason=reason, second=who)
