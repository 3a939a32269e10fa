"""The steps of copying, each asked in a dialog over the list of the document's orders."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.copy_order import (
    CopyForm,
    CopyMedium,
    CopyOrder,
    Making,
    NewRequest,
    Permission,
)
from bmnn_desktop.gui.copying.orders_dialog import OrdersDialog, Wish
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.registers import copying_fields
from bmnn_desktop.services.authorities import list_authorities, save_authority
from bmnn_desktop.services.list_copy_orders import orders_of_document
from bmnn_desktop.services.make_copies import Made, enter_copying, make_copies
from bmnn_desktop.services.permit_copying import permit_copying, refuse_copying
from bmnn_desktop.services.request_copying import request_copying

if TYPE_CHECKING:
    from bmnn_desktop.domain.authority import Authorities
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.office import Office

_REASON = Field("reason", "Lý do", None, FieldKind.TEXT)
_AUTHORITY = (
    Field("post", "Chức vụ", None, FieldKind.TEXT),
    Field("level", "Cao nhất đến", None, FieldKind.LEVEL),
    Field("citation", "Căn cứ", None, FieldKind.TEXT, hint="Văn bản, điều, khoản"),
)
# Entered afterwards: as many were asked for and permitted as were made.
_AT_ONCE = (
    *(f for f in copying_fields.REQUEST if f.name in ("requester", "form", "extract")),
    *(f for f in copying_fields.PERMISSION if f.name != "permitted"),
    *copying_fields.MAKING,
)
_PAPERS = {Wish.SLIP: "request", Wish.STAMP: "stamp", Wish.RECORD: "record"}


class Asking(QObject):
    """What is asked over one open list; a refusal keeps what was typed."""

    changed = Signal()
    paper_wanted = Signal(str, int)  # kind, order

    def __init__(
        self,
        orders: OrdersDialog,
        line: Document,
        office: Office,
        jobs: Jobs,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(orders)
        self._orders = orders
        self._line = line
        self._office = office
        self._jobs = jobs
        self._lock = lock

    def refresh(self) -> None:
        """Read the orders anew."""
        line = self._line
        self._jobs.new(self._orders.show_orders, self._orders.refuse).watch(
            self._office.read(orders_of_document, line.book, year=line.year, seq_no=line.seq_no)
        )

    def request(self) -> None:
        """Ask who wants how many copies."""
        dialog = self._ask("Đề nghị sao, chụp", "Ghi đề nghị", copying_fields.REQUEST)
        dialog.set_values(
            {"form": CopyForm.SAO_Y, "medium": CopyMedium.PAPER, "requested_on": self._today()}
        )

        def go_on(values: dict[str, Any]) -> None:
            new = NewRequest(**{"wanted": 0, **_given(values)})
            line = self._line
            work = self._office.write(
                request_copying, line.book, year=line.year, seq_no=line.seq_no, new=new
            )
            self._finish(dialog, work, lambda order: f"Đã ghi đề nghị sao, chụp, mã {order}.")

        dialog.confirmed.connect(go_on)
        dialog.open()

    def do(self, wish: Wish, order: CopyOrder) -> None:
        """Do what is wanted with an order."""
        if wish in _PAPERS:
            self._orders.accept()  # the preview is a window of its own
            self.paper_wanted.emit(_PAPERS[wish], order.id)
        elif wish is Wish.MAKE:
            self._make(order)
        else:
            ask = self._permit if wish is Wish.PERMIT else self._refuse
            self._with_posts(lambda known: ask(order, known))

    def enter(self) -> None:
        """Ask everything of a job that is done already."""
        self._with_posts(self._enter)

    def add_authority(self) -> None:
        """Ask for a post of the unit's own, with its basis."""
        dialog = self._ask("Thêm chức vụ có thẩm quyền", "Ghi chức vụ", _AUTHORITY)
        dialog.say(
            "Chức vụ mà luật hoặc bộ, ngành của đơn vị cho phép sao, chụp; ghi rõ căn cứ. Việc này "
            "được kê trên tờ chốt sổ."
        )

        def go_on(values: dict[str, Any]) -> None:
            if values["level"] is None:
                dialog.view("level").refuse("chưa chọn Tuyệt mật, Tối mật hay Mật.")
                dialog.act_button.setEnabled(True)
                return
            work = self._office.write(
                save_authority, values["post"], values["level"], values["citation"]
            )
            self._finish(dialog, work, lambda _entry: "Đã ghi chức vụ có thẩm quyền.")

        dialog.confirmed.connect(go_on)
        dialog.open()

    def _permit(self, order: CopyOrder, known: Authorities) -> None:
        dialog = self._ask("Cho phép sao, chụp", "Ghi cho phép", self._with(known, "permitted"))
        self._explain_post(dialog, known)
        dialog.set_values({"permitted": order.wanted, "permitted_on": self._today()})

        def go_on(values: dict[str, Any]) -> None:
            work = self._office.write(permit_copying, order.id, _permission(values))
            self._finish(dialog, work, lambda _entry: "Đã ghi cho phép.")

        dialog.confirmed.connect(go_on)
        dialog.open()

    def _refuse(self, order: CopyOrder, known: Authorities) -> None:
        fields = tuple(
            replace(field, label="Ngày không cho phép")
            if field.name == "permitted_on"
            else replace(field, label="Người quyết định")
            if field.name == "permitter"
            else field
            for field in self._with(known)
        )
        dialog = self._ask("Không cho phép sao, chụp", "Ghi không cho phép", (*fields, _REASON))
        self._explain_post(dialog, known)
        dialog.set_values({"permitted_on": self._today()})

        def go_on(values: dict[str, Any]) -> None:
            reason = values.pop("reason")
            work = self._office.write(refuse_copying, order.id, _permission(values), reason)
            self._finish(dialog, work, lambda _entry: "Đã ghi không cho phép.")

        dialog.confirmed.connect(go_on)
        dialog.open()

    def _make(self, order: CopyOrder) -> None:
        dialog = self._ask("Đã sao, chụp", "Ghi và cấp số bản sao", copying_fields.MAKING)
        dialog.say(
            f"Được phép {order.permitted} bản. Bản không ghi nơi nhận được lưu tại nơi lưu giữ; "
            "bản dư thừa, bản hỏng tiêu hủy ngay."
        )
        dialog.set_values({"made": order.permitted, **self._made_here()})

        def go_on(values: dict[str, Any]) -> None:
            work = self._office.write(make_copies, order.id, _making(values))
            self._finish(dialog, work, _dealt)

        dialog.confirmed.connect(go_on)
        dialog.open()

    def _enter(self, known: Authorities) -> None:
        fields = tuple(self._offering(field, known) for field in _AT_ONCE)
        dialog = self._ask("Ghi việc đã làm xong", "Ghi và cấp số bản sao", fields, abreast=2)
        dialog.say(
            "Đề nghị, cho phép và sao, chụp ghi một lần, số bản được phép bằng số bản đã làm. Ngày "
            "cho phép được trước ngày ghi sổ; việc ghi sau ngày làm được kê trên tờ chốt sổ."
        )
        self._explain_post(dialog, known)
        dialog.set_values({"form": CopyForm.SAO_Y, **self._made_here()})

        def go_on(values: dict[str, Any]) -> None:
            of = {
                name: {field.name for field in some}
                for name, some in (
                    ("new", copying_fields.REQUEST),
                    ("given", copying_fields.PERMISSION),
                    ("made", copying_fields.MAKING),
                )
            }
            typed = {
                step: {name: value for name, value in values.items() if name in names}
                for step, names in of.items()
            }
            line = self._line
            work = self._office.write(
                enter_copying,
                line.book,
                year=line.year,
                seq_no=line.seq_no,
                new=NewRequest(**_given(typed["new"]), wanted=values["made"] or 0),
                given=_permission(typed["given"]),
                made=_making(typed["made"]),
            )
            self._finish(dialog, work, _dealt)

        dialog.confirmed.connect(go_on)
        dialog.open()

    def _with_posts(self, ask: Callable[[Authorities], None]) -> None:
        self._jobs.new(ask, self._orders.refuse).watch(self._office.read(list_authorities))

    def _with(self, known: Authorities, *more: str) -> tuple[Field, ...]:
        """Return the fields of a decision; `more` names those that only some decisions have."""
        return tuple(
            self._offering(field, known)
            for field in copying_fields.PERMISSION
            if field.name != "permitted" or field.name in more
        )

    def _offering(self, field: Field, known: Authorities) -> Field:
        """Return the field; that of the post offers those for the level, each with its status."""
        if field.name != "post" or self._line.level is None:
            return field
        posts = known.for_level(self._line.level)
        choices = tuple(
            (each.post, f"{each.post}{' – chưa xác nhận' if each.status.is_unconfirmed else ''}")
            for each in posts
        )
        return replace(field, kind=FieldKind.CHOICE, choices=choices)

    def _explain_post(self, dialog: FieldsDialog, known: Authorities) -> None:
        """Say under the chosen post by what it may permit this level."""
        view, level = dialog.view("post"), self._line.level

        def say() -> None:
            post = view.editor.value()
            found = known.may_permit(str(post), level) if post and level else None
            view.explain("" if found is None else f"{found.citation} – {found.status.label}")

        view.editor.changed.connect(say)

    def _made_here(self) -> dict[str, Any]:
        return {"made_on": self._today(), "made_by": self._office.session.name}

    def _today(self) -> object:
        return self._office.day.today()

    def _ask(
        self, title: str, act: str, fields: tuple[Field, ...], *, abreast: int = 1
    ) -> FieldsDialog:
        year = self._office.day.today().year
        dialog = FieldsDialog(
            self._orders, title, act, self._lock, fields=fields, year=year, abreast=abreast
        )
        dialog.say(title, "subtitle")
        return dialog

    def _finish(self, dialog: FieldsDialog, work: Future[Any], words: Callable[[Any], str]) -> None:
        def done(found: object) -> None:
            dialog.accept()
            self._orders.notice.say(Tone.GOOD, words(found))
            self.refresh()
            self.changed.emit()

        self._jobs.new(done, dialog.refuse).watch(work)


def _given(values: dict[str, Any]) -> dict[str, Any]:
    """Return what was typed; what was not is left to what stands in for it."""
    return {name: value for name, value in values.items() if value is not None}


def _permission(values: dict[str, Any]) -> Permission:
    return Permission(**{"post": "", **_given(values)})


def _making(values: dict[str, Any]) -> Making:
    return Making(**{"made": 0, **_given(values)})


def _dealt(done: Made) -> str:
    numbers = f"{done.first_copy:02d}–{done.last_copy:02d}"
    return f"Số {done.seq_no:02d} Sổ sao, chụp năm {done.year}: bản sao số {numbers}."
