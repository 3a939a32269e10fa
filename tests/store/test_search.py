"""Search: no diacritics needed, no text typed is an error, the index follows every act."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.correct_document import correct_document
from bmnn_desktop.services.list_documents import list_documents, list_ids
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.wiring import Wiring
from tests.faults.vaults import BOOK, LOGIN, PASSPHRASE, YEAR, Sample, document


@pytest.fixture(scope="module")
def office(built: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    place = built.copy(tmp_path_factory.mktemp("search") / "vault").place
    opened = Wiring().gate(place).unlock(LOGIN, PASSPHRASE)
    for number, subject in enumerate(
        (
            "Đề án bảo vệ biên giới",
            "Kế hoạch điều động cán bộ",
            "Báo cáo (số 12/BC) về “an ninh” mạng",
            "C\u2019est l\u2019été — naïve ĐƯỜNG Straße",
        )
    ):
        opened.write(add_document, BOOK, document(3 * number + 40, subject=subject)).result()
    yield opened
    opened.close()


def found(office: Office, typed: str) -> list[str]:
    page = office.read(list_documents, BOOK, search=typed, limit=5000).result()
    ids = office.read(list_ids, BOOK, search=typed).result()
    assert list(ids) == [row.id for row in page.rows]
    return [row.subject for row in page.rows]


@pytest.mark.parametrize(
    ("typed", "subject"),
    [
        *(("de an", "Đề án"), ("Đề án", "Đề án"), ("ĐỀ ÁN", "Đề án"), ("bien gioi", "biên giới")),
        *(("dieu dong", "điều động"), ("điều", "điều động"), ("đieu", "điều động")),
        *(("duong", "ĐƯỜNG"), ("strasse", "Straße"), ("naive", "naïve"), ("ete", "été")),
        *(("an ninh mang", "mạng"), ("12/BC", "12/BC"), ("“an ninh”", "mạng"), ("(so", "mạng")),
        (unicodedata.normalize("NFD", "Đề án"), "Đề án"),
    ],
)
def test_a_line_is_found_without_its_marks(office: Office, typed: str, subject: str) -> None:
    assert any(subject in line for line in found(office, typed))


def test_every_word_must_be_there_and_each_may_be_a_beginning(office: Office) -> None:
    assert found(office, "de bien") == ["Đề án bảo vệ biên giới"]
    assert found(office, "bien de") == ["Đề án bảo vệ biên giới"]
    assert found(office, "de khongco") == []
    assert found(office, " ".join(["de", "an", "bao", "ve"] * 40)) == ["Đề án bảo vệ biên giới"]


def test_one_letter_finds_every_word_that_begins_with_it(office: Office) -> None:
    everything = office.read(list_documents, BOOK, limit=5000).result().rows
    assert len(found(office, "n")) == len(everything)  # each has a signer named Nguyễn
    assert found(office, "ơ") == found(office, "o")


def test_nothing_typed_is_everything(office: Office) -> None:
    everything = len(office.read(list_documents, BOOK, limit=5000).result().rows)
    for typed in ("", " ", "...", "“”", "-", "*", '"', "\0", "\u200b"):
        assert len(found(office, typed)) == everything


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=60))
def test_no_text_is_an_error(office: Office, typed: str) -> None:
    found(office, typed)


@pytest.mark.parametrize(
    "typed",
    [
        *('"', "a AND", "NOT x", "NEAR(a b)", "a*", "^a", "folded:a", "{folded} : a", "(", "a OR"),
        *("'; DROP TABLE document; --", "\\", "%", "_", "-a", "+", "a + b", "\ud800", "\U0010ffff"),
        "x" * 100_000,
        "a " * 5_000,
    ],
)
def test_the_language_of_the_index_is_not_spoken(office: Office, typed: str) -> None:
    found(office, typed)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    subject=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30),
    data=st.data(),
)
def test_any_word_of_any_subject_is_found_by_its_beginning(
    office: Office, subject: str, data: st.DataObject
) -> None:
    stored = office.write(
        add_document, BOOK, document(3, subject=f"qx {subject}", note="thử")
    ).result()
    start = data.draw(st.integers(1, max(1, len(subject))))
    page = office.read(list_documents, BOOK, search=f"qx {subject[:start]}", limit=1000).result()
    assert stored.document_id in {row.id for row in page.rows}


def test_the_index_follows_corrections_and_annulments(office: Office) -> None:
    new = document(3, subject="Chuyện zebra", recipients=("Sở Yttrium",))
    done = office.write(add_document, BOOK, new).result()
    assert found(office, "zebra yttrium") == ["Chuyện zebra"]
    office.write(
        correct_document,
        BOOK,
        year=YEAR,
        seq_no=done.seq_no,
        new=document(3, subject="Chuyện xebra", recipients=("Sở Wolfram",)),
        reason="nhầm",
    ).result()
    assert found(office, "zebra") == []
    assert found(office, "yttrium") == []
    assert found(office, "xebra wolfram") == ["Chuyện xebra"]
    office.write(annul_document, BOOK, year=YEAR, seq_no=done.seq_no, reason="nhầm cả").result()
    assert found(office, "xebra wolfram") == ["Chuyện xebra"]
    assert office.write(verify_vault).result().verdict == "unknown"
