"""Find over both books, by any word, without diacritics; a number alone finds the number."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bmnn_desktop.services.find_documents import find_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from tests.services.offices import FakeClock, add
from tests.services.received import receive


def found(office: Office, text: str, limit: int = 50) -> list[tuple[str, int, int]]:
    lines = office.read(find_documents, text, limit).result()
    return [(line.book, line.year, line.seq_no) for line in lines]


def test_both_books_are_searched_and_the_newest_stands_first(office: Office) -> None:
    add(office, recipients=("Công an xã Mẫu",))
    receive(office, issuer="Công an tỉnh Giả Định")
    add(office, recipients=("Đảng ủy xã Mẫu",))
    receive(office, issuer="Sở Nội vụ", doc_number="3/SNV", receiving_unit="Công an xã")
    assert found(office, "cong an") == [
        ("incoming", 2026, 2),
        ("incoming", 2026, 1),
        ("outgoing", 2026, 1),
    ]
    assert found(office, "ĐẢNG uỷ") == [("outgoing", 2026, 2)]
    assert found(office, "17 cv") == [("incoming", 2026, 1)]
    assert found(office, "qqq") == []


@pytest.mark.parametrize("nothing", ["", "  ", "/", "–"])
def test_nothing_finds_nothing(office: Office, nothing: str) -> None:
    add(office)
    assert found(office, nothing) == []


def test_a_number_alone_finds_that_number_before_all_else(office: Office, clock: FakeClock) -> None:
    add(office)
    receive(office, arrival_no=7)  # số thứ tự 1, số đến 7
    for number in range(2, 8):
        add(office, doc_number=f"{number}/KH")
    add(office, doc_number="7/BC")  # only the text has a 7; entered last
    clock.moment = datetime(2027, 1, 5, tzinfo=UTC)
    office.write(open_volume, "outgoing", year=2027, first_no=7).result()
    add(office)
    assert found(office, "7")[:3] == [
        ("outgoing", 2027, 7),
        ("outgoing", 2026, 7),
        ("incoming", 2026, 1),
    ]
    assert ("outgoing", 2026, 8) in found(office, " 7 ")
    assert len(found(office, "7")) == len(set(found(office, "7")))
    assert found(office, "99999999999999999999") == []


def test_no_more_than_asked_for_are_found(office: Office) -> None:
    for _number in range(5):
        add(office)
    assert found(office, "ke hoach", 3) == [("outgoing", 2026, number) for number in (5, 4, 3)]
