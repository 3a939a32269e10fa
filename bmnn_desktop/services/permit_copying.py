"""Cho phép sao, chụp: who decided, in which post, by which right, and how many copies."""

from __future__ import annotations

from bmnn_desktop.domain.copy_order import OrderState, Permission
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import FieldsWrong, FieldWrong
from bmnn_desktop.registers.checking import MOST_COPIES
from bmnn_desktop.services.copy_steps import check_day
from bmnn_desktop.services.copying_rules import (
    basis_of,
    check_order,
    check_texts,
    order_in_state,
    require_copyable,
)
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.store.act import Act


def permit_copying(desk: WritingDesk, order: int, given: Permission) -> int:
    """Record a permission and return the entry; its day may lie before the day it is entered.

    Raises CopyOrderMissing, CopyOrderSettled, NoAuthority, FieldsWrong, NotAllowed and what makes
    a document one that is not copied.
    """
    desk.session.require(Role.KEEPER)
    with desk.journal.write("copy.permit") as act:
        write_permission(desk, act, order, given)
        if (given.permitted_on or desk.today()) < desk.today():
            act.action = "copy.permit_late"
    return act.seq


def refuse_copying(desk: WritingDesk, order: int, given: Permission, reason: str) -> int:
    """Record that copying was not permitted, by whom and why, and return the entry.

    Raises CopyOrderMissing, CopyOrderSettled, ReasonMissing, FieldsWrong, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    why = needed_reason(reason)
    on = given.permitted_on or desk.today()
    check_day(on, desk.today(), "permitted_on", "Ngày không cho phép")
    texts = _texts(given)
    check_texts(texts, frozenset({"permitter"}))
    with desk.journal.write("copy.refuse", reason=why) as act:
        found = order_in_state(act.rows, order, OrderState.REQUESTED, OrderState.PERMITTED)
        since = found.permitted_on or found.requested_on
        check_order(since, on, "permitted_on", "Ngày không cho phép", "đề nghị, cho phép")
        act.update(
            "copy_order",
            order,
            permitted=None,
            permitted_on=None,
            entered_on=None,
            basis="",
            refused_on=on.isoformat(),
            refusal=why,
            permitter=texts["permitter"][1],
            permitter_post=texts["post"][1],
            delegation=texts["delegation"][1],
        )
    return act.seq


def write_permission(desk: WritingDesk, act: Act, order: int, given: Permission) -> None:
    """Write who permitted; raises as `permit_copying`."""
    on = given.permitted_on or desk.today()
    check_day(on, desk.today(), "permitted_on", "Ngày cho phép")
    texts = _texts(given)
    check_texts(texts, frozenset({"permitter", "post"}))
    found = order_in_state(act.rows, order, OrderState.REQUESTED)
    check_order(found.requested_on, on, "permitted_on", "Ngày cho phép", "đề nghị")
    count = found.wanted if given.permitted is None else given.permitted
    if not 1 <= count <= MOST_COPIES:
        why = f"phải từ 1 đến {MOST_COPIES}."
        raise FieldsWrong((FieldWrong(field="permitted", label="Số bản cho phép", why=why),))
    level = require_copyable(act.rows, found.document)
    post = texts["post"][1]
    act.update(
        "copy_order",
        order,
        permitted=count,
        permitter=texts["permitter"][1],
        permitter_post=post,
        delegation=texts["delegation"][1],
        basis=basis_of(act.rows, post, level),
        permitted_on=on.isoformat(),
        entered_on=desk.today().isoformat(),
    )


def _texts(given: Permission) -> dict[str, tuple[str, str]]:
    return {
        "permitter": ("Người cho phép", tidy(given.permitter)),
        "post": ("Chức vụ", tidy(given.post)),
        "delegation": ("Văn bản ủy quyền, phân công", tidy(given.delegation)),
    }
