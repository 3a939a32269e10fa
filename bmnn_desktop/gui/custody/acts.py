"""What is done with copies from the window: asks, does, and says what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.dispatch import NewDispatch, ParcelOutcome
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.text import inside
from bmnn_desktop.errors import FieldsWrong, FieldWrong, LogsDiffer
from bmnn_desktop.gui.custody.return_dialog import ReturnDialog
from bmnn_desktop.gui.custody.send_dialog import SendDialog
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.services.answer_parcel import answer_parcel
from bmnn_desktop.services.give_copies import give_copies, pass_everything_on
from bmnn_desktop.services.let_go import archive_copies, give_back_copies
from bmnn_desktop.services.place_copies import place_copies
from bmnn_desktop.services.recall_copies import recall_copies, remind_holders
from bmnn_desktop.services.refuse_lines import refuse_lines
from bmnn_desktop.services.return_copies import Returned, return_copies
from bmnn_desktop.services.see_copies import see_copies
from bmnn_desktop.services.send_copies import Sent, send_copies
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.waiting_receipts import read_receipt_days, set_receipt_days

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bmnn_desktop.domain.holding import Holding, WaitingReceipt
    from bmnn_desktop.gui.ask_dialog import AskDialog
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.hand_out import HandedOut
    from bmnn_desktop.services.office import Office
    from bmnn_desktop.services.waiting_receipts import ReceiptDays

Said = Callable[[Any], str]  # from what a service returned to what is said
_DAY = Field("on", "Ngày", None, FieldKind.DATE)
_REASON = Field("reason", "Lý do", None, FieldKind.TEXT)
_RECEIVER = Field("receiver", "Người nhận", None, FieldKind.TEXT, remembered=True)
_ARCHIVE = Field("archive", "Nơi lưu trữ", None, FieldKind.TEXT)
_REMARK = Field("remark", "Ghi chú", None, FieldKind.TEXT, required=False)
_DUE = Field("due_on", "Hạn trả", None, FieldKind.DATE, required=False)
_DUE_BACK = Field("due_on", "Trả chậm nhất ngày", None, FieldKind.DATE)
_OUTCOME = Field(
    "outcome",
    "Kết quả",
    None,
    FieldKind.CHOICE,
    choices=tuple((each, each.label) for each in ParcelOutcome),
)
_PLACE = Field("place", "Nơi để", None, FieldKind.TEXT, hint="Tủ, ngăn", remembered=True)
_DAYS = Field("days", "Số ngày", None, FieldKind.COUNT, hint="Từ 1 đến 365")
_SLIP = (
    _OUTCOME,
    _DAY,
    Field("received_by", "Người ký nhận", None, FieldKind.TEXT, hint="Theo phiếu gửi lại"),
    Field("reason", "Lý do", None, FieldKind.TEXT, hint="Khi không nhận hoặc phiếu không quay lại"),
    Field("came_back", "Bì đã mang về", None, FieldKind.FLAG),
)


class CustodyActs(QObject):
    """`done` says in words what was written; a refusal keeps what was typed."""

    done = Signal(str)

    def __init__(
        self, parent: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._office = office
        self._jobs = jobs
        self._lock = lock
        self._receivers: tuple[str, ...] = ()

    def offer(self, receivers: tuple[str, ...]) -> None:
        """Offer receivers where one is asked for."""
        self._receivers = receivers

    # ── copies ───────────────────────────────────────────────────────────────────────────────

    def give(self, some: Sequence[Holding]) -> None:
        """Ask to whom copies go."""
        dialog = self._ask("Giao", "Giao", (_RECEIVER, _DUE, _REMARK), _count("Giao", some))

        def said(handed: HandedOut) -> str:
            return f"Đã giao {len(some)} bản: {lines_words(handed)}."

        self._write(dialog, said, give_copies, _ids(some))

    def take_back(self, some: Sequence[Holding]) -> None:
        """Ask what was counted in copies that come back."""
        dialog = ReturnDialog(self._parent.window(), some, self._today, self._lock)

        def go_on(day: date, place: str, counted: object) -> None:
            work: Future[Returned] = self._office.write(
                return_copies,
                _ids(some),
                on=day,
                place=place,
                counted=counted,  # type: ignore[arg-type]
            )
            self._finish(dialog, work, lambda done: _returned(some, done))

        dialog.confirmed.connect(go_on)
        dialog.open()

    def place(self, some: Sequence[Holding]) -> None:
        """Ask where copies lie from now on."""
        dialog = self._ask("Đổi nơi để", "Ghi nơi để", (_PLACE,), _count("Đổi nơi để của", some))
        self._write(
            dialog, lambda _: f"Đã ghi nơi để của {len(some)} bản.", place_copies, _ids(some)
        )

    def give_back(self, some: Sequence[Holding]) -> None:
        """Ask who takes received copies for the body that issued them."""
        fields = (replace(_RECEIVER, required=False, hint="Để trống: nơi ban hành"), _REMARK)
        head = _count("Trả nơi ban hành", some)
        dialog = self._ask("Trả nơi ban hành", "Ghi trả", fields, head)

        def said(handed: HandedOut) -> str:
            return f"Đã ghi trả nơi ban hành {len(some)} bản: {lines_words(handed)}."

        self._write(dialog, said, give_back_copies, _ids(some))

    def archive(self, some: Sequence[Holding]) -> None:
        """Ask which archive takes copies."""
        dialog = self._ask(
            "Nộp lưu trữ", "Ghi nộp", (_ARCHIVE, _REMARK), _count("Nộp lưu trữ", some)
        )

        def said(handed: HandedOut) -> str:
            return f"Đã ghi nộp lưu trữ {len(some)} bản: {lines_words(handed)}."

        self._write(dialog, said, archive_copies, _ids(some))

    def see(self, some: Sequence[Holding]) -> None:
        """Record that copies were compared with the paper."""
        self._jobs.new(
            lambda _: self.done.emit(f"Đã đối chiếu {len(some)} bản với bản giấy.")
        ).watch(self._office.write(see_copies, _ids(some)))

    def recall(self, some: Sequence[Holding]) -> None:
        """Ask by when copies are to be back, and why."""
        dialog = self._ask(
            "Yêu cầu thu hồi", "Ghi yêu cầu", (_DUE_BACK, _REASON), _count("Thu hồi", some)
        )
        self._write(dialog, lambda _: f"Đã yêu cầu trả {len(some)} bản.", recall_copies, _ids(some))

    def remind(self, some: Sequence[Holding]) -> None:
        """Record that the holders were reminded."""
        self._jobs.new(lambda _: self.done.emit(f"Đã ghi nhắc trả {len(some)} bản.")).watch(
            self._office.write(remind_holders, _ids(some))
        )

    def pass_on(self, holder: str) -> None:
        """Ask who gets all that somebody holds."""
        head = f"Giao hết những gì {holder} đang giữ cho người khác"
        dialog = self._ask("Giao hết cho người khác", "Giao hết", (_RECEIVER, _REMARK), head)

        def said(handed: HandedOut) -> str:
            return f"Đã giao hết của {holder}: {lines_words(handed)}."

        self._write(dialog, said, pass_everything_on, holder=holder)

    def send(self) -> None:
        """Ask for the envelopes of a carrier."""
        dialog = SendDialog(self._parent.window(), self._office, self._jobs, self._lock)

        def said(sent: Sent) -> str:
            number = f"{show_number(sent.number)}/{sent.year}"
            return f"Đã ghi bảng kê bì số {number}: {len(sent.lines)} bì."

        def go_on(new: NewDispatch) -> None:
            self._finish(dialog, self._office.write(send_copies, new), said)

        dialog.confirmed.connect(go_on)
        dialog.open()

    def ask_receipt_days(self) -> None:
        """Ask after how many days a receipt is missed; say whose number stands now."""

        def ask(known: ReceiptDays) -> None:
            head = "Chờ ký nhận quá bao nhiêu ngày thì được nhắc"
            status = "mặc định" if known.is_proposed else "đơn vị đặt"
            said = f"Đang dùng: {known.days} ngày ({status}). Nguồn: {known.source}."
            dialog = self._ask("Số ngày chờ ký nhận", "Ghi", (_DAYS,), head, said)
            dialog.set_values({"days": known.days})
            self._write(dialog, lambda now: f"Từ nay nhắc sau {now.days} ngày.", set_receipt_days)

        self._jobs.new(ask).watch(self._office.read(read_receipt_days))

    # ── lines of the transfer log ────────────────────────────────────────────────────────────

    def sign(self, lines: Sequence[WaitingReceipt]) -> None:
        """Ask on which day lines were signed."""
        head = _numbers("Đã ký nhận", lines)
        self._ask_of_lines("Đã ký nhận", (_DAY,), head, lines, sign_lines)

    def refuse(self, lines: Sequence[WaitingReceipt]) -> None:
        """Ask why lines were not accepted."""
        head = _numbers("Không nhận, mang về", lines)
        fields = (_REASON, _DAY)
        self._ask_of_lines("Không nhận, mang về", fields, head, lines, refuse_lines)

    def answer_slip(self, line: WaitingReceipt) -> None:
        """Ask what came of the slip that went with an envelope: it answers for all in it."""
        if line.handed.parcel_no is None:
            return
        year, dispatch, parcel = line.handed.parcel_no
        head = f"Phiếu gửi của {line.handed.parcel}"
        dialog = self._ask("Kết quả phiếu gửi", "Ghi", _SLIP, head)
        dialog.set_values({"on": self._today})
        said = f"Đã ghi kết quả phiếu gửi: {line.handed.parcel}."
        known = {"year": year, "dispatch": dispatch, "parcel": parcel}
        self._write(dialog, lambda _: said, answer_parcel, **known)

    # ── asking and doing ─────────────────────────────────────────────────────────────────────

    @property
    def _today(self) -> date:
        return self._office.day.today()

    def _ask(
        self, title: str, act: str, fields: tuple[Field, ...], head: str, more: str = ""
    ) -> FieldsDialog:
        dialog = FieldsDialog(
            self._parent.window(), title, act, self._lock, fields=fields, year=self._today.year
        )
        dialog.say(head, "subtitle")
        if more:
            dialog.say(more, "quiet")
        dialog.set_suggestions({_RECEIVER.name: self._receivers})
        dialog.open()
        return dialog

    def _write(
        self,
        dialog: FieldsDialog,
        said: Said,
        service: Callable[..., Any],
        *args: object,
        **known: object,
    ) -> None:
        """Call a service with what the dialog asks for."""

        def go_on(values: dict[str, Any]) -> None:
            # A day or a choice that is missing is no text the service could find empty.
            missing = tuple(
                FieldWrong(field=each.name, label=each.label, why="chưa ghi.")
                for each in (_DUE_BACK, _OUTCOME, _DAYS)
                if values.get(each.name, "") is None and dialog.view(each.name).field is each
            )
            if missing:
                dialog.refuse(FieldsWrong(missing))
            else:
                self._finish(dialog, self._office.write(service, *args, **known, **values), said)

        dialog.confirmed.connect(go_on)

    def _ask_of_lines(
        self,
        title: str,
        fields: tuple[Field, ...],
        head: str,
        lines: Sequence[WaitingReceipt],
        service: Callable[..., Any],
    ) -> None:
        """Ask for what a service needs that takes lines of one year's log, all or none."""
        years = sorted({line.handed.year for line in lines})
        if len(years) != 1:
            self._jobs.refuse(LogsDiffer(years=", ".join(map(str, years))))
            return
        dialog = self._ask(title, "Ghi", fields, head)
        dialog.set_values({"on": self._today})
        numbers = tuple(line.handed.number for line in lines)
        said = f"{title}: đã ghi {len(lines)} dòng."
        self._write(dialog, lambda _: said, service, year=years[0], numbers=numbers)

    def _finish(self, dialog: AskDialog, work: Future[Any], said: Said) -> None:
        def done(result: object) -> None:
            dialog.accept()
            self.done.emit(said(result))

        self._jobs.new(done, dialog.refuse).watch(work)


def lines_words(handed: HandedOut) -> str:
    """Return "dòng 1, 2 Sổ chuyển giao năm 2026"."""
    numbers = ", ".join(map(str, handed.lines))
    return f"dòng {numbers} Sổ chuyển giao năm {handed.year}"


def _returned(some: Sequence[Holding], done: Returned) -> str:
    words = f"Đã nhận lại {len(some)} bản."
    return " ".join((words, *(f"{each}." for each in done.differences)))


def _ids(some: Sequence[Holding]) -> tuple[int, ...]:
    return tuple(one.copy.id for one in some)


def _count(verb: str, some: Sequence[Holding]) -> str:
    if len(some) == 1:
        number = some[0].copy.number
        return f"{verb} {inside(number)}"
    return f"{verb} {len(some)} bản"


def _numbers(verb: str, lines: Sequence[WaitingReceipt]) -> str:
    numbers = ", ".join(f"{line.handed.number}/{line.handed.year}" for line in lines)
    return f"{verb}: dòng {numbers} Sổ chuyển giao"
