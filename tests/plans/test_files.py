"""Files from outside: kinds, bad ones, and the command that reads them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from bmnn_desktop import resources
from bmnn_desktop.cli import main
from bmnn_desktop.errors import (
    KnownError,
    NotAPlan,
    PlanFileDamaged,
    PlanFileUnreadable,
    PlanHasNoText,
    PlanKindUnknown,
    PlanTooLarge,
)
from bmnn_desktop.services.parse_plan import parse_plan
from tests.plans.commune import commune_docx
from tests.plans.docx_file import W, docx

SCHOOL = Path(__file__).parent / "samples" / "school.txt"


def pdf(lines: list[str]) -> bytes:
    """Return a PDF with a text layer, thirty lines a page."""
    font = next(resources.path("fonts").glob("*Serif-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("plain", font))
    out = io.BytesIO()
    canvas = Canvas(out)
    for start in range(0, max(len(lines), 1), 30):
        canvas.setFont("plain", 6)
        for row, line in enumerate(lines[start : start + 30]):
            canvas.drawString(30, 800 - 20 * row, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def bomb() -> bytes:
    return docx([], document=b"<w:document>" + b" " * 60_000_000 + b"</w:document>")


def written(folder: Path, data: bytes, name: str = "plan") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_pdf_and_its_text_are_the_same_plan(tmp_path: Path) -> None:
    text = SCHOOL.read_text("utf-8")
    from_pdf = parse_plan(written(tmp_path, pdf(text.splitlines())))
    from_text = parse_plan(SCHOOL)
    assert [(t.ref, t.lead, t.timing.due) for t in from_pdf.tasks] == [
        (t.ref, t.lead, t.timing.due) for t in from_text.tasks
    ]
    assert from_pdf.plan.issuer == from_text.plan.issuer


def test_utf_16_from_notepad_is_read(tmp_path: Path) -> None:
    data = SCHOOL.read_text("utf-8").encode("utf-16")
    assert parse_plan(written(tmp_path, data)).tasks == parse_plan(SCHOOL).tasks


ENTITIES = (
    f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc">]><w:document {W}><w:body>'
    "<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
).encode()


DOCTYPE = (
    f'<!DOCTYPE a SYSTEM "file:///etc/hostname"><w:document {W}><w:body>'
    "<w:p><w:r><w:t>a</w:t></w:r></w:p></w:body></w:document>"
).encode()


def other_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as container:
        container.writestr("xl/workbook.xml", "<a/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", PlanHasNoText),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), PlanKindUnknown),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), PlanKindUnknown),
        ("Kế hoạch".encode("cp1258", "ignore") + b"\xea\xff", PlanKindUnknown),
        (b"%PDF-1.7\nnothing", PlanFileDamaged),
        (pdf([]), PlanHasNoText),
        (b"PK\x03\x04nothing", PlanFileDamaged),
        (other_zip(), PlanFileDamaged),
        (docx([], document=ENTITIES), PlanFileDamaged),
        (docx([], document=DOCTYPE), PlanFileDamaged),
        (docx([], document=b"<w:document><w:body>"), PlanFileDamaged),
        (docx([], document=b"<a>" * 5000 + b"</a>" * 5000), PlanFileDamaged),
        (bomb(), PlanTooLarge),
        (b"x" * 21_000_000, PlanTooLarge),
    ],
)
def test_a_bad_file_is_refused_with_what_to_do(
    data: bytes, error: type[KnownError], tmp_path: Path
) -> None:
    with pytest.raises(error):
        parse_plan(written(tmp_path, data))


def test_ten_megabytes_of_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanTooLarge):
        parse_plan(written(tmp_path, b"So A lam viec.\n" * 700_000))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanFileUnreadable):
        parse_plan(tmp_path / "none.txt")
    with pytest.raises(PlanFileUnreadable):
        parse_plan(tmp_path)


def test_a_docx_without_duties_is_no_plan(tmp_path: Path) -> None:
    with pytest.raises(NotAPlan):
        parse_plan(written(tmp_path, docx([(("a", "b"), ("c", "d"))])))


def test_the_command_prints_one_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, commune_docx())
    assert main(["plan", "parse", str(path), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["plan"]["issuer"] == "Ủy ban nhân dân xã Thượng Bồ"
    due = {task["ref"]: task["timing"]["due"] for task in document["tasks"]}
    assert due["2.1.3"] == "2026-09-29"
    assert main(["--json", "plan", "parse", str(path)]) == 0
    assert json.loads(capsys.readouterr().out) == document


def test_the_command_lists_duties_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", "parse", str(SCHOOL)]) == 0
    out = capsys.readouterr().out
    assert "B.1.1\tTổ trưởng các tổ chuyên môn\ttrước ngày 10/12/2026\t" in out


def test_the_command_refuses_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, "Thư gửi mẹ.\nCon vẫn khỏe.".encode())
    assert main(["plan", "parse", str(path), "--json"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("K806 ")
