"""Listing and searching: newest first, without diacritics, every line once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.document import Document, NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.correct_document import correct_document
from bmnn_desktop.services.list_documents import list_documents, list_ids, read_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from tests.services.offices import add, document, found

WORDS = ("Đắk Lắk", "đường biên", "Điện mật", "kế hoạch A2")


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Found an office of two years; the later year was entered in part before the earlier one."""
    office, _sheet = found(tmp_path_factory.mktemp("list") / "vault", year=2025)
    office.write(open_volume, "outgoing", year=2026, first_no=40).result()
    for number in range(33):
        new = document(subject=f"{WORDS[number % 4]} số {number}", doc_number=f"{number}/CV-X")
        year = (2026, 2025, 2026)[number % 3]
        office.write(add_document, "outgoing", new, year=year).result()
    yield office
    office.close()


def pages(
    office: Office, limit: int, *, year: int | None = None, search: str = ""
) -> list[Document]:
    """Return every line: the first ones, then piece by piece those below."""
    first = office.read(list_documents, "outgoing", year=year, search=search, limit=limit).result()
    seen = list(first.rows)
    more = first.more
    while more:
        assert len(seen) % limit == 0
        ids = office.read(
            list_ids, "outgoing", year=year, search=search, before=seen[-1].id, limit=limit
        ).result()
        seen += office.read(read_documents, ids).result()
        assert len({row.id for row in seen}) == len(seen)
        more = len(ids) == limit
    return seen


@pytest.mark.parametrize("limit", [1, 7, 11, 33, 100])
@pytest.mark.parametrize("year", [None, 2025, 2026, 2024])
@pytest.mark.parametrize("search", ["", "so", "dak", "đường"])
def test_pages_show_every_line_once(
    full: Office, limit: int, year: int | None, search: str
) -> None:
    seen = pages(full, limit, year=year, search=search)
    assert len({row.id for row in seen}) == len(seen)
    ids = full.read(list_ids, "outgoing", year=year, search=search).result()
    assert [row.id for row in seen] == list(ids)
    word = {"": "", "so": "", "dak": "Đắk", "đường": "đường"}[search]
    expected = [row for row in pages(full, 100) if year in (None, row.year) and word in row.subject]
    assert {row.id for row in seen} == {row.id for row in expected}


def test_lines_come_newest_first(full: Office) -> None:
    numbers = [(row.year, row.seq_no) for row in pages(full, 100)]
    assert numbers == sorted(numbers, reverse=True)


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("dak lak", 9),
        ("ĐẮK", 9),
        ("lak dak", 9),
        ("d", 25),
        ("dien m", 8),
        ("dien mat khong", 0),
        ("công an", 33),
        ("cong an dak", 9),
        ("7/cv", 2),  # số thứ tự 7 and số 7/CV-X
        ("nguyen van mau", 33),
        ("a2", 8),
        ('"', 33),
        ("*", 33),
        ("dak*", 9),
        ("NEAR(dak lak)", 0),
        ("dak OR duong", 0),
        ("'; DROP TABLE document; --", 0),
    ],
)
def test_search_needs_no_marks_and_obeys_no_syntax(full: Office, typed: str, count: int) -> None:
    assert len(full.read(list_ids, "outgoing", search=typed).result()) == count


def test_each_book_is_searched_alone_and_nobody_can_type_its_name(full: Office) -> None:
    new = NewDocument(
        arrival_date=date(2025, 3, 5),
        issuer="Sở Thí Dụ",
        doc_number="45/STD",
        doc_date=date(2025, 3, 2),
        doc_type="Công văn",
        subject="Đắk Lắk incoming",
        level=Level.MAT,
        receiving_unit="Phòng Mẫu",
        finding=Finding.COMPLETE,
    )
    done = full.write(add_document, "incoming", new).result()

    def hits(book: str, typed: str, year: int | None = None) -> int:
        return len(full.read(list_ids, book, search=typed, year=year).result())

    assert list(full.read(list_ids, "incoming", search="dak lak").result()) == [done.document_id]
    assert (hits("outgoing", "dak lak"), hits("outgoing", "so thi du")) == (9, 0)
    assert (hits("incoming", "dak", 2025), hits("incoming", "dak", 2024)) == (1, 0)
    assert (hits("incoming", "incoming"), hits("outgoing", "outgoing")) == (1, 0)
    assert (hits("outgoing", "\ue000outgoing"), hits("outgoing", "dak \ue000incoming")) == (0, 0)


def test_search_follows_corrections_and_keeps_struck_lines(office: Office) -> None:
    add(office, subject="Hội nghị giả định")

    def hits(typed: str) -> int:
        return len(office.read(list_ids, "outgoing", search=typed).result())

    new = document(subject="Lễ ra quân", recipients=("Trạm Y tế xã Mẫu",))
    assert (hits("hoi nghi"), hits("cong an"), hits("y te")) == (1, 1, 0)
    office.write(correct_document, "outgoing", year=2026, seq_no=1, new=new, reason="Nhầm").result()
    assert (hits("hoi nghi"), hits("cong an"), hits("y te"), hits("le ra quan")) == (0, 0, 1, 1)
    office.write(annul_document, "outgoing", year=2026, seq_no=1, reason="Trùng").result()
    assert hits("le ra quan") == 1


def test_an_empty_book_has_an_empty_page(tmp_path: Path) -> None:
    office, _sheet = found(tmp_path / "vault")
    try:
        page = office.read(list_documents, "outgoing").result()
        assert (page.rows, page.more) == ((), False)
        assert office.read(list_documents, "outgoing", search="gì").result().rows == ()
    finally:
        office.close()
