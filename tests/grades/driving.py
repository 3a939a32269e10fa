"""How each act is done in the window: its own pages, acts and dialogs, answered as typed.

An act without a driver here is clicked by a test of its own: `ELSEWHERE`.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar, cast

from PySide6.QtWidgets import QMessageBox

from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import Withdrawal
from bmnn_desktop.domain.sheet import Answer, Sheet, WaitingRun
from bmnn_desktop.domain.volume import Signing, Volume
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.backup_page import BackupPage
from bmnn_desktop.gui.clock_dialog import ask_day
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.journal.answer_dialog import Question
from bmnn_desktop.gui.journal.answers import Answers
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.media.acts import MediaActs
from bmnn_desktop.gui.people.acts import PeopleActs
from bmnn_desktop.gui.people.new_keys import NewKeys
from bmnn_desktop.gui.register.line_acts import LineActs
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.sheets.acts import SheetActs
from bmnn_desktop.gui.sheets.unsign_dialog import UnsignDialog
from bmnn_desktop.gui.widgets.notice import Notice
from bmnn_desktop.gui.year.form_acts import FormActs
from bmnn_desktop.gui.year.forms_dialog import FormsDialog
from bmnn_desktop.gui.year.volume_acts import VolumeActs
from bmnn_desktop.gui.year.year_page import YearPage
from bmnn_desktop.registers.form_file import read_pack
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_media import list_media
from bmnn_desktop.services.list_people import Member, list_people
from bmnn_desktop.services.list_sheets import waiting_prints
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.year_change import Step
from bmnn_desktop.store import documents, sheets, volumes
from tests.grades.custody_window import CUSTODY_DRIVERS, CUSTODY_ELSEWHERE
from tests.grades.deed import INSPECTION, NEW, NEW_PHRASE, OPENED
from tests.grades.media_deeds import NEW_STICK, inward_file
from tests.grades.plan_window import PLAN_DRIVERS
from tests.grades.stage import GONE, MAIL, TARGET, Scene, passphrase_of
from tests.services.offices import DOCUMENT
from tests.services.second_people import PIN
from tests.services.signing import ChosenHere

T = TypeVar("T")
# Done by the window, driven by tests of its own: the inspector's session and the recipient lists.
ELSEWHERE = {
    "inspection.look": "tests/gui/test_inspection.py",
    "inspection.close": "tests/gui/test_inspection.py",
    "inspection.print": "tests/gui/test_inspection.py",
    "list.save": "tests/gui/register/test_recipient_lists.py",
    "list.drop": "tests/gui/register/test_recipient_lists.py",
    "document.add_late": "tests/gui/register/test_entering.py",
    **CUSTODY_ELSEWHERE,
}


@dataclass
class Hand:
    """A window at a desk, and what its services were asked and answered."""

    window: MainWindow
    scene: Scene
    asked: list[tuple[str, Future[Any]]] = field(default_factory=list)
    told: list[BaseException] = field(default_factory=list)  # what was refused without a dialog

    def __post_init__(self) -> None:
        self.office = self.window.office
        write = self.office.write

        def spy(service: Callable[..., Any], *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ANN401
            future = write(service, *args, **kwargs)
            self.asked.append((service.__name__, future))
            return future

        self.office.write = spy  # type: ignore[method-assign]
        self.jobs = Jobs(self.window, self.told.append)
        rest = (self.office, self.jobs, self.window.lock)
        self.lines = LineActs(self.window, *rest)
        self.papers = SheetActs(self.window, *rest)
        self.books = VolumeActs(self.window, *rest)
        self.forms = FormActs(
            self.window, self.office, self.jobs, self.scene.signs, self.window.lock
        )
        self.answers = Answers(
            self.window, self.office, self.jobs, self.scene.signs, self.window.lock
        )
        self.media = MediaActs(
            self.window, self.office, self.jobs, self.scene.signs, self.window.lock
        )
        self.people = PeopleActs(
            self.window, self.office, self.jobs, self.scene.signs, self.window.lock
        )

    def drive(self, act: Callable[[Hand], object]) -> tuple[str, BaseException | None, str]:
        """Do it; return the service it ended in, the error, and what the window says of it."""
        self.asked.clear()
        self.told.clear()
        for dialog in (
            *self.window.findChildren(AskDialog),
            *self.window.findChildren(QMessageBox),
        ):
            dialog.close()
            dialog.deleteLater()
        for notice in self.window.findChildren(Notice):
            notice.hush()  # or what was said before would pass for what is said now
        act(self)
        until(lambda: bool(self.asked), "the window to ask its service")
        name, future = self.asked[-1]
        until(future.done, name)
        for jobs in (self.jobs, self.window.jobs):
            until(lambda jobs=jobs: not jobs.is_busy, "the window to hear of it")  # type: ignore[misc]
        error = future.exception()
        return name, error, "" if error is None else self._shown(error)

    def _shown(self, error: BaseException) -> str:
        """Wait until the window says it: beside the form, in the dialog or in its own way."""

        def sentences() -> list[str]:
            said = [one.sentence for one in self.window.findChildren(Notice)]
            said += [box.text() for box in self.window.findChildren(QMessageBox)]
            return [text for text in [*said, *map(str, self.told)] if text.startswith(str(error))]

        until(lambda: bool(sentences()), f"the window to say: {error}", 10)
        return sentences()[0]

    def answer(self, *values: object, signal: str = "confirmed") -> None:
        """Answer the dialog that is asked."""
        until(lambda: bool(self._dialogs()), "the dialog")
        getattr(self._dialogs()[-1], signal).emit(*values)

    def unsign(self, reason: str) -> None:
        """Choose the first place that is marked."""
        until(lambda: bool(self._dialogs()), "the dialog")
        cast("UnsignDialog", self._dialogs()[-1]).place_choice.setCurrentIndex(0)
        self.answer(reason)

    def _dialogs(self) -> list[AskDialog]:
        return [one for one in self.window.findChildren(AskDialog) if one.isVisible()]

    def line(self, number: int, book: str = "outgoing") -> Document:
        """Return a line of 2026."""
        return self._find(lambda desk: documents.by_number(desk.rows, book, 2026, number))

    def volume(self, book: str = "outgoing", year: int = 2026) -> Volume:
        """Return the newest volume of a year."""
        return self._find(lambda desk: volumes.find(desk.rows, book, year))

    def sheet(self) -> Sheet:
        """Return the first sheet of the outgoing register."""
        volume = self.volume()
        return self._find(lambda desk: sheets.by_number(desk.rows, volume.id, 1))

    def run(self) -> WaitingRun:
        """Return the print that waits for its answer."""
        return self.office.read(waiting_prints).result()[0]

    @property
    def members(self) -> tuple[Member, ...]:
        """Return the people of the vault."""
        return self.office.read(list_people).result()

    @property
    def target(self) -> Member:
        """Return whom things are done to."""
        return self.member(TARGET)

    def member(self, login: str) -> Member:
        """Return a person."""
        return next(one for one in self.members if one.login == login)

    def saving(self, book: str = "outgoing") -> Any:  # noqa: ANN401
        """Return what saves the form of a register."""
        return cast("RegisterPage", self.window.go(book)).entering._saving

    def _find(self, read: Callable[[Desk], T | None]) -> T:
        found = self.office.read(read).result()
        assert found is not None
        return found


def _enrol_here(hand: Hand) -> None:
    hand.people._maker_of = lambda: ChosenHere(PIN)
    hand.people.ask_to_enrol(hand.target, hand.members)


def _steps(*steps: Callable[[Hand], object]) -> Callable[[Hand], object]:
    def do(hand: Hand) -> None:
        for step in steps:
            step(hand)

    return do


def _with(number: int, **changed: object) -> Callable[[Hand], object]:
    """Correct a line, printed or not."""
    new = replace(DOCUMENT, **changed)  # type: ignore[arg-type]
    return _steps(
        lambda h: h.saving()._ask_to_correct(
            h.line(number), replace(new, doc_number=h.line(number).doc_number)
        ),
        lambda h: h.answer("nhầm"),
    )


def _move(number: int) -> Callable[[Hand], object]:
    return _steps(
        lambda h: h.saving("incoming")._ask_to_move(h.line(number), MAIL),
        lambda h: h.answer("nhầm"),
    )


def _back_up(hand: Hand) -> None:
    page = cast("BackupPage", hand.window.go("backup"))
    page.ui.medium_edit.setText(str(hand.scene.folder()))
    page.start()


def _open_envelope(hand: Hand) -> None:
    saving = hand.saving("incoming")
    saving._panel.form.values = lambda: {"opened_by": "Chủ tịch"}
    saving._open_envelope(hand.line(2, "incoming"), OPENED)


def _reason(act: Callable[[Hand], object]) -> Callable[[Hand], object]:
    return _steps(act, lambda h: h.answer("nhầm"))


DRIVERS: dict[str, Callable[[Hand], object]] = {
    "recovery.renew": _steps(
        lambda h: h.people.ask_to_renew(h.members), lambda h: h.answer(h.scene.beside)
    ),
    "person.admit": _steps(
        lambda h: h.people.ask_to_admit(h.members), lambda h: h.answer(NEW, h.scene.beside)
    ),
    "person.rekey": _steps(
        lambda h: h.people.ask_to_rekey(h.target, h.members),
        lambda h: h.answer(NEW_PHRASE, h.scene.beside),
    ),
    "person.change": _steps(
        lambda h: h.people.ask_to_change(h.target, h.members),
        lambda h: h.answer(h.target.name, "Kế toán", h.target.roles, h.scene.beside),
    ),
    "person.stick": _steps(
        _enrol_here,
        lambda h: h.answer(h.scene.folder(), h.scene.beside),
    ),
    "person.release": _steps(
        lambda h: h.people.ask_to_release(h.member(GONE), h.members),
        lambda h: h.answer(h.scene.beside),
    ),
    "generation.begin": _steps(
        lambda h: NewKeys(h.window, h.members), lambda h: h.answer("hằng năm", h.scene.beside)
    ),
    "confirm": _steps(
        lambda h: h.answers.ask(Question.CONFIRM, [h.scene.stage.struck]),
        lambda h: h.answer("", h.scene.beside),
    ),
    "person.revoke": _reason(lambda h: h.people.ask_to_revoke(h.target)),
    "person.passphrase": _steps(
        lambda h: h.people.ask_for_own(),
        lambda h: h.answer(passphrase_of(h.office.session.login), NEW_PHRASE),
    ),
    "inspection.open": _steps(lambda h: h.window.guest.ask(), lambda h: h.answer(INSPECTION)),
    "document.add": lambda h: h.saving()._add(DOCUMENT, then_next=False),
    "document.correct": _with(4, signer="Khác"),
    "document.amend": _with(1, signer="Khác"),
    "document.amend_level": _with(1, level=Level.MAT),
    "document.annul": _reason(lambda h: h.lines.annul(h.line(4))),
    "document.annul_printed": _reason(lambda h: h.lines.annul(h.line(1))),
    "document.move": _move(4),
    "document.move_printed": _move(1),
    "document.receive_rest": _steps(
        lambda h: h.lines.receive_rest(h.line(1, "incoming")),
        lambda h: h.answer({"copies": 1, "words": "", "is_all": True}),
    ),
    "envelope.open": _open_envelope,
    "envelope.keep_closed": _steps(
        lambda h: h.lines.keep_closed(h.line(2, "incoming"), "Chủ tịch"),
        lambda h: h.answer({"opened_by": "Chủ tịch"}),
    ),
    "direction.give": _steps(
        lambda h: h.lines.give_direction(h.line(3, "incoming")),
        lambda h: h.answer(
            {"leader": "Chủ tịch", "assignee": "Kế toán", "due_on": None, "words": ""}
        ),
    ),
    "direction.finish": lambda h: h.lines.finish_direction(
        h.line(3, "incoming"), h.scene.stage.direction
    ),
    "handover.prepare": lambda h: h.papers.print_receipts(lambda: None),
    "book.print": lambda h: h.papers.reprint(h.volume(), h.sheet()),
    "book.print.answer": lambda h: h.papers.answer(h.run(), Answer.GOOD),
    "book.print.spoiled": _steps(
        lambda h: h.papers.answer(h.run(), Answer.SPOILED), lambda h: h.answer("kẹt giấy")
    ),
    "paper.print": lambda h: h.papers.print_opening(h.volume()),
    "sheet.sign": lambda h: h.papers.sign(h.volume(), h.sheet()),
    "sheet.unsign": _steps(
        lambda h: h.papers.ask_unsign(h.volume(), h.sheet()), lambda h: h.unsign("nhầm")
    ),
    "sheet.spoil": _reason(lambda h: h.papers.ask_spoil(h.volume(), h.sheet())),
    "form.install": _steps(
        lambda h: h.forms.ask_to_install(FormsDialog(h.window, h.window.lock, is_read_only=False)),
        lambda h: h.answer(read_pack(h.scene.pack()), h.scene.beside),
    ),
    "volume.open": _steps(
        lambda h: h.books.ask_to_open("outgoing", 2026, 2),
        lambda h: h.answer(2026, 2, None, ""),
    ),
    "volume.signing": lambda h: h.papers.choose_signing(h.volume(), Signing.RECEIPT_SHEET),
    "volume.close": _steps(
        lambda h: h.books.ask_to_close(h.volume("incoming", 2025)), lambda h: h.answer("")
    ),
    "volume.reopen": _steps(
        lambda h: h.books.ask_to_reopen(h.volume("outgoing", 2025)),
        lambda h: h.answer("sót", RecoverySheetHolder(h.scene.sheet.key)),
    ),
    "year.step": lambda h: cast("YearPage", h.window.go("year"))._mark(
        2026, Step.SIGN, is_done=True
    ),
    "day.state": _steps(
        lambda h: ask_day(h.window, h.office, h.jobs, h.window.lock),
        lambda h: h.answer(date(2026, 3, 6), True, signal="stated"),
    ),
    "backup.create": _back_up,
    "backup.recheck": lambda h: h.media.recheck(h.scene.stage.stick),
    "inward.read": lambda h: h.media.read_file(inward_file(h.scene)),
    "medium.enrol": _steps(
        lambda h: h.media.ask_to_enrol((), h.members),
        lambda h: h.answer(h.scene.folder(), NEW_STICK, h.scene.beside),
    ),
    "medium.withdraw": _steps(
        lambda h: h.media.ask_to_withdraw(h.office.read(list_media).result()[0], h.members),
        lambda h: h.answer(Withdrawal.LOST, "rơi", h.scene.beside),
    ),
    **CUSTODY_DRIVERS,
    **PLAN_DRIVERS,
}
