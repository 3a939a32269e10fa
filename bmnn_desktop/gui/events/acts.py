"""What is done about missing, travelling and provided copies from the window: asks, then does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.custody import CopyPlace, Standing, Step
from bmnn_desktop.domain.incident import STEP_FIELDS, Closing, NewIncident, NewStep
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.provision import (
    BODY_REQUEST,
    DECIDED_BY,
    DECISION_FIELDS,
    GIVEN_FIELDS,
    PERSON_REQUEST,
    REFUSAL,
    REQUEST_FIELDS,
    Decision,
    NewRequest,
)
from bmnn_desktop.domain.removal import NewRemoval
from bmnn_desktop.domain.text import inside
from bmnn_desktop.gui.events.closing_dialog import ClosingDialog
from bmnn_desktop.gui.events.copies_choice import Offered
from bmnn_desktop.gui.events.copies_dialog import CopiesDialog
from bmnn_desktop.gui.events.missing_dialog import MissingDialog
from bmnn_desktop.gui.events.removal_dialog import RemovalDialog
from bmnn_desktop.services.bring_back import bring_back
from bmnn_desktop.services.close_incident import close_incident
from bmnn_desktop.services.decide_provision import decide_provision
from bmnn_desktop.services.duty_phone import contacts, duty_phone, set_contacts
from bmnn_desktop.services.give_provision import Given, give_provision
from bmnn_desktop.services.list_incidents import last_seen
from bmnn_desktop.services.note_incident_step import note_incident_step
from bmnn_desktop.services.open_incident import open_incident
from bmnn_desktop.services.open_matters import Matters, copies_of_document
from bmnn_desktop.services.request_provision import request_provision
from bmnn_desktop.services.take_out import take_out

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.domain.incident import Incident
    from bmnn_desktop.domain.provision import Provision
    from bmnn_desktop.domain.removal import Removal
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

_CONTACTS = (
    Field("whom", "Báo cáo đột xuất gửi", None, FieldKind.TEXT, required=False),
    Field(
        "phone",
        "Gọi ai, số nào",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Ví dụ Công an xã và số máy trực; hiện khi báo chưa tìm thấy và trên báo cáo",
    ),
)
_CONTACTS_SOURCE = (
    "Do đơn vị tự đặt trên máy này; chương trình không có mặc định. Sửa lúc nào cũng được."
)
_BACK_FIELDS = (
    Field("on", "Ngày mang về", None, FieldKind.DATE, required=False, hint="Để trống: hôm nay"),
    Field("place", "Nơi để", None, FieldKind.TEXT, required=False),
    Field(
        "remark",
        "Ghi chú",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Bắt buộc khi số trang, phụ lục khác với sổ",
    ),
)


class EventActs(QObject):
    """`changed` says in words what was done; a refusal keeps what was typed."""

    changed = Signal(str)

    def __init__(self, page: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]) -> None:
        super().__init__(page)
        self._page = page
        self._office = office
        self._jobs = jobs
        self._lock = lock

    # ── from a line of a register ────────────────────────────────────────────────────────────

    def miss(self, line: Document) -> None:
        """Ask about copies of a line that nobody finds."""

        def ask(places: tuple[CopyPlace, ...]) -> None:
            offered = _of_line(places, Step.MISS)
            today = self._office.day.today()
            dialog = MissingDialog(
                self._page.window(), offered, today, self._office.session.name, self._lock
            )

            def know(some: tuple[int, ...]) -> None:
                self._jobs.new(dialog.show_known).watch(self._office.read(last_seen, some))

            def go_on(values: dict[str, Any]) -> None:
                work = self._office.write(
                    open_incident, dialog.choice.chosen, NewIncident(**values)
                )
                self._finish(
                    dialog,
                    work,
                    lambda found: _opened(found.title),
                )

            dialog.seen_wanted.connect(know)
            dialog.confirmed.connect(go_on)
            dialog.open()
            dialog.ask_what_is_known()
            self._jobs.new(dialog.show_phone).watch(self._office.read(duty_phone))

        self._jobs.new(ask).watch(self._office.read(copies_of_document, line.id))

    def take_out(self, line: Document) -> None:
        """Ask who takes copies of a line out of the place of storage."""

        def ask(places: tuple[CopyPlace, ...]) -> None:
            offered = _of_line(places, Step.TAKE_OUT)
            dialog = RemovalDialog(self._page.window(), offered, self._year, self._lock)

            def go_on(values: dict[str, Any]) -> None:
                work = self._office.write(take_out, dialog.choice.chosen, NewRemoval(**values))
                self._finish(dialog, work, lambda row: f"Đã ghi mang ra, mã {row}.")

            dialog.confirmed.connect(go_on)
            dialog.open()

        self._jobs.new(ask).watch(self._office.read(copies_of_document, line.id))

    def provide(self, line: Document) -> None:
        """Ask who wants a document to be provided."""
        title = f"Đề nghị cung cấp, chuyển giao · số thứ tự {show_number(line.seq_no)}"
        basis = f"{BODY_REQUEST.line} {PERSON_REQUEST.line}"
        dialog = self._plain(title, "Ghi đề nghị", REQUEST_FIELDS, basis)

        def go_on(values: dict[str, Any]) -> None:
            work = self._office.write(
                request_provision,
                line.book,
                year=line.year,
                seq_no=line.seq_no,
                new=NewRequest(**values),
            )
            self._finish(dialog, work, lambda row: f"Đã ghi đề nghị, mã {row}.")

        dialog.confirmed.connect(go_on)
        dialog.open()

    def ask_whom_to_tell(self) -> None:
        """Ask whom the unit reports to and calls when something is not found."""

        def ask(known: tuple[str, str]) -> None:
            dialog = self._plain("Báo cho ai, gọi ai", "Ghi", _CONTACTS, _CONTACTS_SOURCE)
            dialog.set_values({"whom": known[0], "phone": known[1]})

            def go_on(values: dict[str, Any]) -> None:
                work = self._office.write(set_contacts, values["whom"], values["phone"])
                self._finish(dialog, work, lambda _done: "Đã ghi báo cho ai, gọi ai.")

            dialog.confirmed.connect(go_on)
            dialog.open()

        self._jobs.new(ask).watch(self._office.read(contacts))

    # ── about what is open ───────────────────────────────────────────────────────────────────

    def note(self, incident: Incident) -> None:
        """Ask what was done about a case."""
        title = f"Việc đã làm · {inside(incident.title)}"
        dialog = self._plain(title, "Ghi việc đã làm", STEP_FIELDS)

        def go_on(values: dict[str, Any]) -> None:
            work = self._office.write(
                note_incident_step, incident.year, incident.number, NewStep(**values)
            )
            self._finish(dialog, work, lambda _found: f"Đã ghi vào {inside(incident.title)}.")

        dialog.confirmed.connect(go_on)
        dialog.open()

    def close(self, incident: Incident, matters: Matters) -> None:
        """Ask what a case turned out to be."""
        frozen = [copy for copy in incident.copies if copy.standing is Standing.NOT_FOUND]
        offered = [Offered(copy.id, matters.name(copy)) for copy in frozen]
        dialog = ClosingDialog(self._page.window(), incident, offered, self._lock)

        def go_on(values: dict[str, Any]) -> None:
            closing = Closing(**values, lost=dialog.lost)
            work = self._office.write(close_incident, incident.year, incident.number, closing)
            self._finish(
                dialog, work, lambda found: f"{found.title}: {inside(found.outcome.label)}."
            )

        dialog.confirmed.connect(go_on)
        dialog.open()

    def bring_back(self, removal: Removal, matters: Matters) -> None:
        """Ask what came back of a removal and what was counted."""
        offered = [Offered(copy.id, matters.name(copy)) for copy in removal.still_out]
        dialog = CopiesDialog(
            self._page.window(),
            f"Mang về · {removal.taker}",
            "Ghi mang về",
            self._lock,
            offered=offered,
            fields=_BACK_FIELDS,
            year=self._year,
            basis="Đếm số trang, phụ lục từng bản; bản chưa mang về vẫn tính là ở ngoài.",
            with_counts=True,
        )

        def go_on(values: dict[str, Any]) -> None:
            work = self._office.write(bring_back, removal.id, dialog.choice.counted, **values)
            self._finish(dialog, work, lambda done: _back_words(done.still_out, done.days_late))

        dialog.confirmed.connect(go_on)
        dialog.open()

    def decide(self, provision: Provision) -> None:
        """Ask what was decided about a request."""
        title = f"Quyết định về đề nghị của {provision.asker}"
        basis = f"{DECIDED_BY.line} {REFUSAL.line}"
        dialog = self._plain(title, "Ghi quyết định", DECISION_FIELDS, basis)

        def go_on(values: dict[str, Any]) -> None:
            work = self._office.write(decide_provision, provision.id, Decision(**values))
            said = "đồng ý" if values["granted"] else "từ chối"
            self._finish(dialog, work, lambda _entry: f"Đã ghi quyết định {said}.")

        dialog.confirmed.connect(go_on)
        dialog.open()

    def give(self, provision: Provision) -> None:
        """Ask which copies are given, or what information."""

        def ask(places: tuple[CopyPlace, ...]) -> None:
            dialog = CopiesDialog(
                self._page.window(),
                f"Cung cấp cho {provision.asker}",
                "Ghi cung cấp",
                self._lock,
                offered=_of_line(places, Step.SEND),
                fields=GIVEN_FIELDS,
                year=self._year,
                basis="Bản giao đi có một dòng Sổ chuyển giao để ký nhận.",
                needs_copy=False,
            )

            def go_on(values: dict[str, Any]) -> None:
                work = self._office.write(
                    give_provision, provision.id, Given(**values), copies=dialog.choice.chosen
                )
                self._finish(dialog, work, lambda _entry: f"Đã cung cấp cho {provision.asker}.")

            dialog.confirmed.connect(go_on)
            dialog.open()

        self._jobs.new(ask).watch(self._office.read(copies_of_document, provision.document_id))

    # ── common ground ────────────────────────────────────────────────────────────────────────

    @property
    def _year(self) -> int:
        return self._office.day.today().year

    def _plain(
        self, title: str, act: str, fields: tuple[Field, ...], basis: str = ""
    ) -> CopiesDialog:
        return CopiesDialog(
            self._page.window(),
            title,
            act,
            self._lock,
            offered=(),
            fields=fields,
            year=self._year,
            basis=basis,
            needs_copy=False,
        )

    def _finish(self, dialog: CopiesDialog, work: Future[Any], words: Callable[[Any], str]) -> None:
        def done(result: Any) -> None:  # noqa: ANN401  (each act returns its own)
            dialog.accept()
            self.changed.emit(words(result))

        self._jobs.new(done, dialog.refuse).watch(work)


def _of_line(places: Iterable[CopyPlace], step: Step) -> tuple[Offered, ...]:
    return tuple(
        Offered(copy.id, f"{copy.number} · {copy.words}", copy.standing in step.begins_at)
        for copy in places
    )


def _back_words(still_out: int, days_late: int) -> str:
    late = f", chậm {days_late} ngày" if days_late else ""
    left = f"còn {still_out} bản ở ngoài" if still_out else "đã mang về hết"
    return f"Đã ghi mang về{late}; {left}."


def _opened(title: str) -> str:
    return f"Đã mở {inside(title)}; báo cáo ngay hôm nay."
