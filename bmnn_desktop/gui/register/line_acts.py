"""What the clerk does to a line without its form: strike, receive the rest, note a direction."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.direction import NewDirection
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.register.annul_dialog import AnnulDialog
from bmnn_desktop.gui.register.asked import OPENED_BY
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.give_direction import finish_direction, give_direction
from bmnn_desktop.services.open_envelope import keep_content_closed
from bmnn_desktop.services.receive_rest import receive_rest
from bmnn_desktop.services.remembered_values import remembered_in_directions

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.gui.ask_dialog import AskDialog
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

_REST = (
    Field("copies", "Số bản nhận thêm", None, FieldKind.COUNT),
    Field(
        "words",
        "Nhận thêm những gì",
        None,
        FieldKind.TEXT,
        hint="Trang, phụ lục còn thiếu; chỉ thêm bản thì để trống",
    ),
    Field("is_all", "Đã nhận đủ", None, FieldKind.FLAG),
)
_DIRECTION = (
    Field("leader", "Người chỉ đạo", None, FieldKind.TEXT, remembered=True),
    Field("assignee", "Người xử lý", None, FieldKind.TEXT, remembered=True),
    Field("due_on", "Hạn xử lý", None, FieldKind.DATE),
    Field("words", "Ý kiến", None, FieldKind.TEXT, hint="Để trống nếu chỉ giao việc"),
)


class LineActs(QObject):
    """Dialogs stand over the window of `page`; a refusal keeps what was typed in them."""

    line_changed = Signal(int)

    def __init__(self, page: QWidget, office: Office, jobs: Jobs, lock: Callable[[], None]) -> None:
        super().__init__(page)
        self._page = page
        self._office = office
        self._jobs = jobs
        self._lock = lock

    def annul(self, line: Document) -> None:
        """Ask for the reason and strike the number."""
        dialog = AnnulDialog(self._page.window(), line, self._lock)

        def go_on(reason: str) -> None:
            work = self._office.write(
                annul_document, line.book, year=line.year, seq_no=line.seq_no, reason=reason
            )
            self._finish(dialog, line, work)

        dialog.confirmed.connect(go_on)
        dialog.open()

    def receive_rest(self, line: Document) -> None:
        """Ask what came later."""
        dialog = self._ask("Nhận bổ sung", "Ghi nhận bổ sung", _REST, line)
        dialog.set_values({"is_all": True})
        comparison = line.comparison
        missing = "" if comparison is None else comparison.remark
        announced, held = line.copies_announced, line.copies_issued or 0
        count = f"Bì ghi {announced} bản, đã nhận {held}. " if announced is not None else ""
        dialog.say(f"{count}Khi nhận: {missing}".strip())

        def go_on(values: dict[str, Any]) -> None:
            work = self._office.write(
                receive_rest,
                year=line.year,
                seq_no=line.seq_no,
                copies=values["copies"] or 0,
                words=values["words"],
                is_all=values["is_all"],
            )
            self._finish(dialog, line, work)

        dialog.confirmed.connect(go_on)
        dialog.open()

    def give_direction(self, line: Document) -> None:
        """Ask whom the leader charged with the document, and by when."""
        dialog = self._ask("Ý kiến chỉ đạo", "Ghi ý kiến", _DIRECTION, line)
        self._jobs.new(dialog.set_suggestions).watch(self._office.read(remembered_in_directions))

        def go_on(values: dict[str, Any]) -> None:
            work = self._office.write(
                give_direction, year=line.year, seq_no=line.seq_no, new=NewDirection(**values)
            )
            self._finish(dialog, line, work)

        dialog.confirmed.connect(go_on)
        dialog.open()

    def finish_direction(self, line: Document, direction: int) -> None:
        """Record that what was directed is done."""
        self._jobs.new(lambda _: self.line_changed.emit(line.id)).watch(
            self._office.write(finish_direction, direction)
        )

    def keep_closed(self, line: Document, opened_by: str) -> None:
        """Ask who opened the envelope and keeps what was inside out of the book."""
        dialog = self._ask(
            "Không đăng ký nội dung", "Ghi, không đăng ký nội dung", (OPENED_BY,), line
        )
        dialog.set_values({OPENED_BY.name: opened_by})
        dialog.say("Người có tên trên bì mở bì và giữ tài liệu; sổ chỉ ghi phần ngoài bì.")

        def go_on(values: dict[str, Any]) -> None:
            work = self._office.write(
                keep_content_closed,
                year=line.year,
                seq_no=line.seq_no,
                opened_by=values[OPENED_BY.name],
            )
            self._finish(dialog, line, work)

        dialog.confirmed.connect(go_on)
        dialog.open()

    def _ask(self, title: str, act: str, fields: tuple[Field, ...], line: Document) -> FieldsDialog:
        dialog = FieldsDialog(
            self._page.window(), title, act, self._lock, fields=fields, year=line.year
        )
        dialog.say(f"{title} · số thứ tự {show_number(line.seq_no)} năm {line.year}", "subtitle")
        return dialog

    def _finish(self, dialog: AskDialog, line: Document, work: Future[int]) -> None:
        def done(_entry: int) -> None:
            dialog.accept()
            self.line_changed.emit(line.id)

        self._jobs.new(done, dialog.refuse).watch(work)
