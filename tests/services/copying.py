"""Copying orders as the tests ask for them."""

from __future__ import annotations

from dataclasses import replace

from bmnn_desktop.domain.copy_order import CopyOrder, Making, NewRequest, Permission
from bmnn_desktop.domain.custody import CopyPlace
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_copy_orders import show_copy_order
from bmnn_desktop.services.make_copies import Made, enter_copying, make_copies
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.permit_copying import permit_copying
from bmnn_desktop.services.request_copying import request_copying
from bmnn_desktop.store import copies

CHAIRMAN = "Chủ tịch Ủy ban nhân dân cấp xã"
REQUEST = NewRequest(requester="Lê Văn Thí", wanted=3, purpose="Phục vụ họp giả định")
PERMISSION = Permission(permitter="Nguyễn Văn Mẫu", post=CHAIRMAN)
MAKING = Making(
    made=3,
    made_by="Trần Thị Thử",
    recipients=("Phòng Thí Dụ", "Đảng ủy xã Mẫu"),
    made_at="Phòng máy, máy photo số 1",
)


def request(office: Office, book: str = "incoming", seq_no: int = 1, **changed: object) -> int:
    """Ask for copies of a line of 2026."""
    new = replace(REQUEST, **changed)  # type: ignore[arg-type]
    return office.write(request_copying, book, year=2026, seq_no=seq_no, new=new).result()


def permit(office: Office, order: int, **changed: object) -> int:
    """Permit an order."""
    given = replace(PERMISSION, **changed)  # type: ignore[arg-type]
    return office.write(permit_copying, order, given).result()


def make(office: Office, order: int, **changed: object) -> Made:
    """Make the copies of an order."""
    made = replace(MAKING, **changed)  # type: ignore[arg-type]
    return office.write(make_copies, order, made).result()


def enter(
    office: Office,
    book: str = "incoming",
    seq_no: int = 1,
    *,
    new: NewRequest = REQUEST,
    given: Permission = PERMISSION,
    made: Making = MAKING,
) -> Made:
    """Enter a job that is done already."""
    return office.write(
        enter_copying, book, year=2026, seq_no=seq_no, new=new, given=given, made=made
    ).result()


def shown(office: Office, order: int) -> CopyOrder:
    """Return an order as it stands."""
    return office.read(show_copy_order, order).result()


def copies_of(office: Office, document: int) -> list[CopyPlace]:
    """Return the copies of a document, made ones last."""

    def read(desk: Desk) -> list[CopyPlace]:
        return list(copies.of_document(desk.rows, document))

    return office.read(read).result()
