"""Copies are named as the clerk says them."""

from __future__ import annotations

import pytest

from bmnn_desktop.domain.copy_name import CopyName, read_names
from bmnn_desktop.domain.custody import Origin
from bmnn_desktop.errors import (
    CopyMissing,
    CopyUnclear,
    CopyUnreadable,
    DocumentMissing,
    VolumeMissing,
)
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.birth_of_copy import insert_copy
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.name_copies import name_copies
from bmnn_desktop.services.office import Office
from tests.services.moving import copy_id
from tests.services.offices import add
from tests.services.paper import receive
from tests.services.test_balance import STOCK

# A request alone: what is under test is only how its copy is named.
ORDER: dict[str, str | int | None] = {
    **dict.fromkeys(
        (
            *("volume_id", "year", "seq_no", "permitted", "permitted_on", "refused_on"),
            *("made_on", "entered_on", "made", "destroyed_on"),
        )
    ),
    **dict.fromkeys(
        (
            *("purpose", "extract", "permitter", "permitter_post", "basis", "delegation"),
            *("refusal", "made_by", "made_at", "destroyed_by", "note"),
        ),
        "",
    ),
    "requested_on": "2026-03-05",
    "requester": "Trần Thị Ví Dụ",
    "form": "sao_y",
    "medium": "paper",
    "wanted": 1,
    "spare": 0,
    "spoiled": 0,
}


def named(office: Office, text: str) -> list[str]:
    found = office.read(name_copies, text).result()
    return [f"{one.about.book} {one.about.seq_no} {one.copy.number}" for one in found]


def test_a_name_is_book_number_year_and_copy() -> None:
    assert list(read_names("đi 12/2025.3, 13.S1-2 ; đến 7,, ???")) == [
        CopyName("đi 12/2025.3", "đi", 12, 2025, None, (3,)),
        CopyName("13.S1-2", "đi", 13, None, Origin.MADE, (1, 2)),
        CopyName("đến 7", "đến", 7, None, None, ()),
        "???",
    ]
    assert list(read_names("12.0")) == ["12.0"]
    assert list(read_names("12.5-3")) == ["12.5-3"]
    assert list(read_names("12.1-9999")) == ["12.1-9999"]


def test_copies_of_several_books_are_named_in_one_line(office: Office) -> None:
    own, came = add(office), receive(office)
    office.write(add_document, "stock", STOCK).result()
    assert named(office, f"đi {own.seq_no}.2, {own.seq_no}.1-2, đến {came.seq_no}, có sẵn 1.2") == [
        "outgoing 1 Bản số 01",
        "outgoing 1 Bản số 02",
        "incoming 1 Bản số 01",
        "stock 1 Bản số 02",
    ]
    assert named(office, f"{came.seq_no}") == ["incoming 1 Bản số 01"]  # sổ đến where none is said
    assert named(office, f"DI {own.seq_no}/2026.1") == ["outgoing 1 Bản số 01"]
    assert named(office, " , ") == []


def test_a_copy_made_of_it_has_a_number_of_its_own(office: Office) -> None:
    line = receive(office)

    def make(desk: WritingDesk) -> None:
        with desk.journal.write("test.copy") as act:
            order = act.insert("copy_order", **ORDER, document_id=line.document_id)
            insert_copy(act, line.document_id, Origin.MADE, 1, copy_order_id=order)

    office.write(make).result()
    assert named(office, f"đến {line.seq_no}.S1") == ["incoming 1 Bản sao số 01"]
    assert named(office, f"đến {line.seq_no}.1") == ["incoming 1 Bản số 01"]
    with pytest.raises(CopyUnclear, match="có 2 bản"):
        named(office, f"đến {line.seq_no}")
    with pytest.raises(CopyMissing, match="bản sao số 02"):
        named(office, f"đến {line.seq_no}.S2")


def test_the_only_copy_in_store_is_meant_where_none_is_said(office: Office) -> None:
    line = add(office)  # three copies
    with pytest.raises(CopyUnclear, match="Số 01 sổ đi 2026 có 3 bản"):
        named(office, "đi 1")
    ids = [copy_id(office, line, number) for number in (1, 3)]
    office.write(give_copies, ids, receiver="Nguyễn Văn Thí Dụ").result()
    assert named(office, "đi 1") == ["outgoing 1 Bản số 02"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("đi 9.1", DocumentMissing),
        ("đi 1/2025.1", DocumentMissing),
        ("đi 1.9", CopyMissing),
        ("trời 1.1", CopyUnreadable),
        ("đi một", CopyUnreadable),
    ],
)
def test_what_is_no_copy_is_refused(office: Office, text: str, wrong: type[Exception]) -> None:
    add(office)
    with pytest.raises(wrong):
        named(office, text)


def test_nothing_is_named_of_an_unused_stock_list(office: Office) -> None:
    with pytest.raises(VolumeMissing):
        named(office, "có sẵn 1")
