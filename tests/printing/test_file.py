"""The file itself, as other programs read it: what it tells, what it carries, that it comes again.

poppler and qpdf share no code with the writer.
"""

from __future__ import annotations

import dataclasses
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from bmnn_desktop.printing.books import print_test_page
from tests.printing.invented import COVER, FOOT, lines
from tests.printing.papers.invented import PAPERS
from tests.printing.papers.reading import printed as printed_paper
from tests.printing.reading import previewed, printed

_ROOT = Path(__file__).resolve().parents[2]
_FONT = re.compile(r"^([A-Z]{6})\+(\S+) +TrueType .* (\S+) +(\S+) +(\S+) +\d+ +\d+$")
_AGAIN = (
    "import hashlib; from tests.printing.invented import lines; from tests.printing.reading "
    "import printed; print(hashlib.sha256(printed(lines(40))[0]).hexdigest())"
)


def _asked(tmp_path: Path, pdf: bytes, *command: str) -> str:
    file = tmp_path / "file.pdf"
    file.write_bytes(pdf)
    answer = subprocess.run([*command, file], check=True, capture_output=True, text=True)
    return answer.stdout


def _trial() -> bytes:
    out = io.BytesIO()
    print_test_page(out=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def book() -> bytes:
    return printed(lines(40), foot=dataclasses.replace(FOOT, reprint=1))[0]


@pytest.fixture(scope="module")
def minutes() -> bytes:
    return printed_paper(PAPERS["minutes"])[0]


@pytest.fixture(scope="module")
def files(book: bytes, minutes: bytes) -> dict[str, bytes]:
    return {
        "book": book,
        "preview": previewed(lines(9)),
        "minutes": minutes,
        "opening": printed_paper(PAPERS["opening"])[0],
        "trial": _trial(),
    }


@pytest.mark.parametrize("name", ["book", "preview", "minutes", "opening", "trial"])
def test_the_file_is_whole_tagged_and_tells_its_title_and_nothing_else(
    files: dict[str, bytes], name: str, tmp_path: Path
) -> None:
    pdf = files[name]
    assert "No syntax or stream encoding errors found" in _asked(tmp_path, pdf, "qpdf", "--check")
    told = dict(
        line.split(":", 1) for line in _asked(tmp_path, pdf, "pdfinfo").splitlines() if line
    )
    titles = {"book": "Sổ đăng ký", "preview": "Sổ đăng ký", "trial": "Trang thử máy in"}
    assert told["Title"].strip() == titles.get(name, "Văn bản")
    assert told["Tagged"].strip() == "yes"
    assert not {"Author", "Creator", "Producer", "Subject", "Keywords"} & set(told)
    assert not {"CreationDate", "ModDate"} & set(told)
    assert told["Metadata Stream"].strip() == "no"
    assert b"/Lang (vi)" in pdf
    assert b"/DisplayDocTitle true" in pdf
    for word in (b"ReportLab", b"BMNN", b"/home", b"Date"):
        assert word not in pdf


def test_neither_names_nor_subjects_stand_in_clear_in_the_file(book: bytes) -> None:
    for name in (COVER.org, COVER.place, "Kế hoạch"):
        assert name.encode() not in book
        assert name.encode("utf-16-be") not in book


@pytest.mark.parametrize("name", ["book", "minutes"])
def test_all_fonts_are_embedded_subsets_of_liberation_serif(
    files: dict[str, bytes], name: str, tmp_path: Path
) -> None:
    told = _asked(tmp_path, files[name], "pdffonts").splitlines()[2:]
    fonts = [_FONT.match(line) for line in told]
    assert all(fonts), told
    found = [font.groups() for font in fonts if font]
    assert {each[1] for each in found} >= {"LiberationSerif", "LiberationSerif-Bold"}
    assert all(family.startswith("LiberationSerif") for _, family, *_ in found)
    assert {tuple(each[2:]) for each in found} == {("yes", "yes", "yes")}  # embedded, subset, text
    assert len(files[name]) < 200_000  # four whole styles are 1.5 MB


def test_a_book_is_read_sheet_by_sheet_and_line_by_line(book: bytes, tmp_path: Path) -> None:
    told = _asked(tmp_path, book, "pdfinfo", "-struct-text").splitlines()
    assert told[0] == "Document"
    sheets = [line.strip(' "') for line in told if "Tờ số" in line and "Quyển" in line]
    assert sheets[:2] == ["Quyển 01/2026 – Tờ số 1", "Quyển 01/2026 – Tờ số 2"]
    numbers = [int(found[1]) for line in told if (found := re.match(r' {6}"(\d\d)\1/', line))]
    assert numbers == list(range(1, 41))
    assert "Mã đối chiếu" not in "".join(told)  # the foot and the repeated heads are no text


def test_a_paper_is_read_in_order_with_headings_and_tables(minutes: bytes, tmp_path: Path) -> None:
    told = [
        line.strip().removesuffix(" (block)")
        for line in _asked(tmp_path, minutes, "pdfinfo", "-struct-text").splitlines()
    ]
    title = told.index("H1")
    assert told[title + 1].startswith('"BIÊN BẢN')
    assert told[1] == "P"  # names and motto come first
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in told[2]
    sections = [told[at + 1] for at, role in enumerate(told) if role == "H2"]
    assert sections[0] == '"I. Thành phần"'
    table = told.index("Table")
    assert told[table + 1 : table + 4] == ["TR", "TH", '"TT"']
    row = told.index("TD", table)
    assert told[row - 1] == "TR"
    assert told[row + 2 : row + 5] == ["TD", '"Số bản của tài liệu số"', '"115/KH-UBND"']


def test_heads_that_come_again_are_not_read_again(tmp_path: Path) -> None:
    pdf = printed_paper(PAPERS["balance"])[0]
    told = _asked(tmp_path, pdf, "pdfinfo", "-struct-text")
    assert "Pages:           2" in _asked(tmp_path, pdf, "pdfinfo")
    headings = [line for line in told.splitlines() if line.strip() == "TH"]
    assert len(headings) == len(set(re.findall(r"TH\n +\"(.*)\"", told)))


def test_the_same_lines_give_the_same_bytes_in_any_process(book: bytes) -> None:
    assert printed(lines(40), foot=dataclasses.replace(FOOT, reprint=1))[0] == book
    answers = {
        subprocess.run(
            [sys.executable, "-c", _AGAIN],
            check=True,
            capture_output=True,
            cwd=_ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LANG": "C.UTF-8"},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh"))
    }
    assert len(answers) == 1
    assert printed(lines(41))[0] != printed(lines(40))[0]
