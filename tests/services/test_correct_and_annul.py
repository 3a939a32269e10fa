"""Correcting before print, striking at any time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.errors import (
    DocumentAnnulled,
    DocumentMissing,
    DocumentPrinted,
    FieldsWrong,
    KnownError,
    NothingChanged,
    PrintUnanswered,
    ReasonMissing,
)
from bmnn_desktop.services.add_document import Registered
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.correct_document import correct_document
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.show_document import show_document
from bmnn_desktop.services.verify_vault import verify_vault
from tests.services.offices import add, document, entries, print_out


def correct(
    office: Office, number: int, *, reason: str = "Ghi nhầm", **changed: object
) -> Registered:
    new = document(**changed)
    return office.write(
        correct_document, "outgoing", year=2026, seq_no=number, new=new, reason=reason
    ).result()


def annul(office: Office, number: int, *, reason: str = "Ghi trùng") -> int:
    return office.write(
        annul_document, "outgoing", year=2026, seq_no=number, reason=reason
    ).result()


def test_a_corrected_line_keeps_its_number(office: Office) -> None:
    done = add(office)
    again = correct(office, 1, signer="Lê Văn Giả")
    assert (again.document_id, again.seq_no) == (done.document_id, 1)
    shown = office.read(show_document, done.document_id).result().document
    assert (shown.signer, shown.seq_no) == ("Lê Văn Giả", 1)
    assert add(office).seq_no == 2


def test_copies_follow_the_corrected_recipients(office: Office) -> None:
    done = add(office)
    for names in (("A", "B", "C", "D"), ("B",), ("E", "F")):
        again = correct(office, 1, recipients=names)
        shown = office.read(show_document, done.document_id).result()
        assert shown.document.recipients == names
        assert shown.copies == again.copies
        assert [copy.holder for copy in again.copies] == [*names, "Văn phòng"]
    assert office.write(verify_vault).result().ok is None


def test_a_raise_to_tuyet_mat_takes_the_subject_away(office: Office) -> None:
    add(office)
    with pytest.raises(FieldsWrong):
        correct(office, 1, level=Level.TUYET_MAT)
    done = correct(office, 1, level=Level.TUYET_MAT, subject="")
    assert office.read(show_document, done.document_id).result().document.subject == ""


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda office: correct(office, 1), NothingChanged),
        (lambda office: correct(office, 1, note="  "), NothingChanged),
        (lambda office: correct(office, 1, signer=""), FieldsWrong),
        (lambda office: correct(office, 1, signer="X", reason=" \u200b "), ReasonMissing),
        (lambda office: correct(office, 2, signer="X"), DocumentMissing),
        (lambda office: annul(office, 2), DocumentMissing),
        (lambda office: annul(office, 1, reason=""), ReasonMissing),
    ],
)
def test_a_refusal_stores_nothing(
    office: Office, act: Callable[[Office], object], error: type[KnownError]
) -> None:
    done = add(office)
    before = entries(office), office.read(show_document, done.document_id).result()
    with pytest.raises(error):
        act(office)
    assert (entries(office), office.read(show_document, done.document_id).result()) == before


def test_a_struck_line_is_neither_corrected_nor_struck_again(office: Office) -> None:
    add(office)
    annul(office, 1)
    with pytest.raises(DocumentAnnulled):
        correct(office, 1, signer="X")
    with pytest.raises(DocumentAnnulled):
        annul(office, 1)


def test_a_printed_line_is_struck_but_not_corrected(office: Office, tmp_path: Path) -> None:
    add(office)
    print_out(office, tmp_path / "so.pdf")
    with pytest.raises(DocumentPrinted):
        correct(office, 1, signer="X")
    add(office)
    correct(office, 2, signer="X")
    assert annul(office, 1) == entries(office)


def test_a_line_that_waits_for_the_answer_of_a_print_is_not_corrected(
    office: Office, tmp_path: Path
) -> None:
    add(office)
    done = office.write(print_book, "outgoing", year=2026, out=tmp_path / "so.pdf").result()
    add(office)
    before = entries(office)
    with pytest.raises(PrintUnanswered):
        correct(office, 1, signer="X")
    assert entries(office) == before
    correct(office, 2, signer="X")
    office.write(answer_print, done.run_id, Answer.NOTHING).result()
    correct(office, 1, signer="X")


def test_lines_of_a_spoiled_print_are_corrected(office: Office, tmp_path: Path) -> None:
    add(office)
    print_out(office, tmp_path / "so.pdf", answer=Answer.SPOILED)
    correct(office, 1, signer="X")
