"""Danh sách nơi nhận mẫu: saved lists, so that seven recipients take two keys."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bmnn_desktop.domain.channel import Channel, split_channel
from bmnn_desktop.domain.text import fold, tidy
from bmnn_desktop.errors import FieldsWrong, FieldWrong, ListMissing
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.settings import read_setting, write_setting
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store.rows import Rows

_LAST_USED = "distribution_list.last_used"  # rows as JSON, the last one first
_REMEMBERED = 50


@dataclass(frozen=True, slots=True)
class DistributionList:
    """A named list of recipients, in order; `channel` goes for those that name none."""

    id: int
    name: str
    channel: Channel | None
    members: tuple[str, ...]


def distribution_lists(
    desk: Desk, *, last_used_first: bool = False
) -> tuple[DistributionList, ...]:
    """Return every list in use, by name, or those first that were used last."""
    found = desk.rows.all("SELECT id, name, channel FROM distribution_list WHERE in_use = 1")
    lists = (
        DistributionList(
            row[0], row[1], Channel(row[2]) if row[2] else None, _members(desk.rows, row[0])
        )
        for row in found
    )
    by_name = tuple(sorted(lists, key=lambda one: fold(one.name)))
    if not last_used_first:
        return by_name
    used = _last_used(desk)
    return tuple(
        sorted(by_name, key=lambda one: used.index(one.id) if one.id in used else len(used))
    )


def note_list_used(desk: WritingDesk, row: int) -> None:
    """Remember on this computer that a list was just used."""
    used = [row, *(other for other in _last_used(desk) if other != row)]
    write_setting(desk, _LAST_USED, json.dumps(used[:_REMEMBERED]))


def save_distribution_list(
    desk: WritingDesk,
    name: str,
    members: tuple[str, ...],
    channel: Channel | None = None,
    *,
    instead_of: str = "",
) -> int:
    """Save a list under `name`, in place of one of that name or of `instead_of`; return its row.

    Raises FieldsWrong, ListMissing, ChannelForbidden, ChannelUnknown, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    called = tidy(name)
    names = tuple(dict.fromkeys(tidied for tidied in map(tidy, members) if tidied))
    wrong = tuple(
        FieldWrong(field=field, label=label, why="chưa ghi.")
        for field, label, value in (
            ("name", "Tên danh sách", called),
            ("members", "Nơi nhận", names),
        )
        if not value
    )
    if wrong:
        raise FieldsWrong(wrong)
    for typed in names:
        split_channel(typed)
    for text in (called, *names):
        check_length("name", "Tên", text)
    with desk.journal.write("list.save") as act:
        kept = channel.value if channel is not None else ""
        row = _find(act.rows, instead_of or called)
        if row is None and instead_of:
            raise ListMissing(name=instead_of)
        if _find(act.rows, called) not in (None, row):
            why = "đã có danh sách tên này."
            raise FieldsWrong((FieldWrong(field="name", label="Tên danh sách", why=why),))
        if row is None:
            row = act.insert("distribution_list", name=called, channel=kept, in_use=1)
        else:
            act.update("distribution_list", row, name=called, channel=kept)
        rows = [
            found[0]
            for found in act.rows.all(
                "SELECT id FROM distribution_member WHERE list_id = ? ORDER BY position", (row,)
            )
        ]
        for member, typed in zip(rows, names, strict=False):
            act.update("distribution_member", member, name=typed, in_use=1)
        for member in rows[len(names) :]:
            act.update("distribution_member", member, in_use=0)
        for position, typed in enumerate(names[len(rows) :], len(rows) + 1):
            act.insert("distribution_member", list_id=row, position=position, name=typed, in_use=1)
    return row


def drop_distribution_list(desk: WritingDesk, name: str) -> int:
    """Take a list out of use; return the entry. Raises ListMissing, NotAllowed."""
    desk.session.require(Role.KEEPER)
    called = tidy(name)
    with desk.journal.write("list.drop") as act:
        row = _find(act.rows, called)
        if row is None:
            raise ListMissing(name=called)
        act.update("distribution_list", row, in_use=0)
    return act.seq


def _last_used(desk: Desk) -> list[int]:
    kept: list[int] = json.loads(read_setting(desk, _LAST_USED) or "[]")
    return kept


def _find(rows: Rows, name: str) -> int | None:
    found = rows.all("SELECT id, name FROM distribution_list WHERE in_use = 1")
    return next((int(row[0]) for row in found if fold(row[1]) == fold(name)), None)


def _members(rows: Rows, row: int) -> tuple[str, ...]:
    found = rows.all(
        "SELECT name FROM distribution_member WHERE list_id = ? AND in_use = 1 ORDER BY position",
        (row,),
    )
    return tuple(member[0] for member in found)
