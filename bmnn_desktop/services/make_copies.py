"""Sao, chụp: the copies are born with numbers of their own, the job gets its line in the log.

Spare and spoiled ones are destroyed at once, with day and person (LAW.md 1.8, of the old decree).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bmnn_desktop.domain.copy_order import Making, NewRequest, OrderState, Permission
from bmnn_desktop.domain.custody import Origin
from bmnn_desktop.domain.numbering import next_number
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import (
    FieldsWrong,
    FieldWrong,
    MoreThanPermitted,
    RecipientsUnnumbered,
)
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.registers.checking import MOST_COPIES
from bmnn_desktop.registers.copying import COPYING
from bmnn_desktop.services.birth_of_copy import insert_copy
from bmnn_desktop.services.copy_steps import check_day
from bmnn_desktop.services.copying_rules import (
    basis_of,
    check_order,
    check_texts,
    line_to_copy,
    order_in_state,
    require_copyable,
)
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.permit_copying import write_permission
from bmnn_desktop.services.request_copying import insert_request
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.services.unopened_volume import newest_volume
from bmnn_desktop.store import copy_orders, volumes
from bmnn_desktop.store.act import Act


@dataclass(frozen=True, slots=True)
class Made:
    """What was dealt: the line of the copying log and the numbers of the copies."""

    order: int
    year: int
    seq_no: int
    first_copy: int
    last_copy: int
    entry: int


def make_copies(desk: WritingDesk, order: int, made: Making) -> Made:
    """Record that the copies of a permitted order were made.

    Raises CopyOrderMissing, CopyOrderSettled, MoreThanPermitted, RecipientsUnnumbered,
    NoAuthority, FieldsWrong, VolumeClosed, NotAllowed and what makes a document one that is not
    copied; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    with desk.journal.write("copy.make") as act:
        done = _Making(desk, act, order, made)
        done.write()
    return done.dealt()


def enter_copying(
    desk: WritingDesk,
    book: str,
    *,
    year: int,
    seq_no: int,
    new: NewRequest,
    given: Permission,
    made: Making,
) -> Made:
    """Enter request, permission and making in one step, for a job that is already done.

    A day that is not given is that of the next step. Raises as `request_copying`, `permit_copying`
    and `make_copies`; then nothing is stored.
    """
    desk.session.require(Role.KEEPER)
    kept = find_book(book)
    with desk.journal.write("copy.make") as act:
        line = line_to_copy(act.rows, kept.key, year, seq_no)
        permitted_on = given.permitted_on or made.made_on
        requested_on = new.requested_on or permitted_on
        order = insert_request(desk, act, line, replace(new, requested_on=requested_on))
        write_permission(desk, act, order, replace(given, permitted_on=permitted_on))
        if permitted_on is not None and permitted_on < desk.today():
            act.action = "copy.permit_late"
        done = _Making(desk, act, order, made)
        done.write()
    return done.dealt()


class _Making:
    """Writes one making into its act."""

    def __init__(self, desk: WritingDesk, act: Act, order: int, made: Making) -> None:
        self._act = act
        self._made = made
        self._today = desk.today()
        self._on = made.made_on or self._today
        self._destroyed_on = made.destroyed_on or self._on
        self._names = tuple(map(tidy, made.recipients))
        self._order = order_in_state(act.rows, order, OrderState.PERMITTED)
        self._year = self._seq_no = 0
        self._first = copy_orders.last_copy(act.rows, self._order.document.id) + 1

    def write(self) -> None:
        """Check and write everything."""
        texts = self._check()
        level = require_copyable(self._act.rows, self._order.document)
        basis_of(self._act.rows, self._order.permitter_post, level)  # the level may be another now
        if self._on < self._today:
            self._act.action = "copy.make_late"
        volume = newest_volume(self._act, COPYING.key, self._on.year, self._today)
        self._year = volume.year
        last = volumes.last_number(self._act.rows, COPYING.key, volume.year)
        self._seq_no = next_number(volume.first_no, last)
        is_destroyed = bool(self._made.spare or self._made.spoiled)
        self._act.update(
            "copy_order",
            self._order.id,
            volume_id=volume.id,
            year=volume.year,
            seq_no=self._seq_no,
            made_on=self._on.isoformat(),
            entered_on=self._today.isoformat(),
            made=self._made.made,
            spare=self._made.spare,
            spoiled=self._made.spoiled,
            destroyed_on=self._destroyed_on.isoformat() if is_destroyed else None,
            **texts,
        )
        for place in range(self._made.made):
            insert_copy(
                self._act,
                self._order.document.id,
                Origin.MADE,
                self._first + place,
                copy_order_id=self._order.id,
                meant_for=self._names[place] if place < len(self._names) else "",
            )

    def dealt(self) -> Made:
        """Return what was dealt, once the act is written."""
        return Made(
            order=self._order.id,
            year=self._year,
            seq_no=self._seq_no,
            first_copy=self._first,
            last_copy=self._first + self._made.made - 1,
            entry=self._act.seq,
        )

    def _check(self) -> dict[str, str]:
        made, order = self._made, self._order
        check_day(self._on, self._today, "made_on", "Ngày sao, chụp")
        check_order(order.permitted_on, self._on, "made_on", "Ngày sao, chụp", "cho phép")
        permitted = order.permitted or 0
        if made.made > permitted:
            raise MoreThanPermitted(permitted=permitted, made=made.made)
        _check_counts(made)
        names = [name for name in self._names if name]
        if len(self._names) > made.made:
            raise RecipientsUnnumbered(recipients=len(self._names), made=made.made)
        for name in names:
            check_length("recipients", "Nơi nhận", name)
        texts = {
            "made_by": ("Người thực hiện", tidy(made.made_by)),
            "made_at": ("Nơi, máy sao chụp", tidy(made.made_at)),
            "destroyed_by": ("Người tiêu hủy bản dư, hỏng", tidy(made.destroyed_by)),
        }
        is_destroyed = bool(made.spare or made.spoiled)
        check_texts(texts, frozenset({"made_by", *(("destroyed_by",) if is_destroyed else ())}))
        if is_destroyed:
            label = "Ngày tiêu hủy bản dư, hỏng"
            check_day(self._destroyed_on, self._today, "destroyed_on", label)
            check_order(self._on, self._destroyed_on, "destroyed_on", label, "sao, chụp")
        return {field: text for field, (_label, text) in texts.items()}


def _check_counts(made: Making) -> None:
    for field, label, count, least in (
        ("made", "Số bản đã làm", made.made, 1),
        ("spare", "Bản dư thừa", made.spare, 0),
        ("spoiled", "Bản hỏng", made.spoiled, 0),
    ):
        if not least <= count <= MOST_COPIES:
            why = f"phải từ {least} đến {MOST_COPIES}."
            raise FieldsWrong((FieldWrong(field=field, label=label, why=why),))
