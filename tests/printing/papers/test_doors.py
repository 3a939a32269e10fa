"""Printing and previewing: the order of things, the foot, the marks, the digest."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import re
import subprocess
import sys

import pytest
from reportlab.graphics.barcode import qrencoder

from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.papers import PaperPrinted, print_paper
from bmnn_desktop.printing.papers.composition import paper_digest
from bmnn_desktop.printing.papers.parts import Paragraph
from bmnn_desktop.printing.raster import PagePictures
from tests.printing.papers.invented import FOOT, LETTERHEAD, MINUTES, PAPERS, plain
from tests.printing.papers.reading import MM, find, previewed, printed, runs
from tests.printing.reading import texts

_DPI = 300


def test_the_entry_is_committed_after_layout_and_before_the_first_byte() -> None:
    out = io.BytesIO()
    seen: list[tuple[PaperPrinted, int]] = []

    def commit(known: PaperPrinted) -> Foot:
        seen.append((known, len(out.getvalue())))
        return FOOT

    known = print_paper(MINUTES, LETTERHEAD, out, commit, training=False)
    assert seen == [(known, 0)]
    assert (known.kind, known.pages) == ("receipt-minutes", 2)
    assert out.getvalue().startswith(b"%PDF-")


def test_nothing_is_written_when_the_commit_fails() -> None:
    out = io.BytesIO()

    def commit(_: PaperPrinted) -> Foot:
        raise OSError

    with pytest.raises(OSError, match=r"^$"):
        print_paper(MINUTES, LETTERHEAD, out, commit, training=False)
    assert not out.getvalue()


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_carries_code_entry_and_the_status_of_its_form(name: str) -> None:
    pdf, known = printed(PAPERS[name])
    pages = texts(pdf)
    assert len(pages) == known.pages
    for text in pages:
        assert f"Mã đối chiếu: {FOOT.code}" in " ".join(text.split())
        assert "Mục nhật ký số 1207" in text
        assert "Nghị định 30/2020/NĐ-CP" in text
        assert "mẫu tạm, chưa xác nhận" in text
        assert "In lại" not in text
        assert "TẬP HUẤN" not in text


@pytest.mark.parametrize("name", ["minutes", "closing"])
def test_the_square_in_the_foot_holds_the_code(name: str) -> None:
    pdf, _ = printed(PAPERS[name])
    width = 297 if name == "closing" else 210
    height = 210 if name == "closing" else 297
    square = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.Q)
    square.addData(FOOT.code)
    square.make()
    count = square.getModuleCount()
    pictures = PagePictures(pdf)
    picture = pictures.picture(0, _DPI)
    pictures.close()
    dot = _DPI / 25.4
    module = 14 * dot / (count + 8)
    left, top = (width - 15 - 14) * dot + 4.5 * module, (height - 4.6 - 14) * dot + 4.5 * module
    for row in range(count):
        for column in range(count):
            x, y = round(left + column * module), round(top + row * module)
            dark = picture.data[y * picture.stride + x * 4] < 128
            assert dark == bool(square.modules[row][column])


def test_a_reprint_says_which_it_is() -> None:
    pdf, _ = printed(MINUTES, foot=Foot(FOOT.code, 1300, FOOT.printed_on, reprint=2))
    assert all("In lại lần 2" in text for text in texts(pdf))


def test_a_training_paper_says_so_on_every_page() -> None:
    for pdf, _ in (printed(MINUTES, training=True), previewed(MINUTES, training=True)):
        pages = texts(pdf)
        assert len(pages) == 2
        assert all("KHO TẬP HUẤN – SỐ LIỆU GIẢ" in text for text in pages)


def test_the_band_leaves_the_page_number_and_the_head_free() -> None:
    for page in runs(printed(MINUTES, training=True)[0]):
        band = find(page, "KHO TẬP HUẤN")
        below = max(run.base + run.size for run in page if run is not band)
        assert band.base - 4.7 > below - 3


@pytest.mark.parametrize("name", PAPERS)
def test_a_preview_is_the_same_text_with_a_watermark_and_no_code(name: str) -> None:
    pdf, known = previewed(PAPERS[name])
    whole, printed_paper = printed(PAPERS[name])
    assert known == printed_paper
    for draft, final in zip(runs(pdf), runs(whole), strict=True):
        marks = [run for run in draft if run.size > 30]
        assert "".join(run.text for run in marks).replace(" ", "") == "BẢNXEMTRƯỚC–KHÔNGDÙNGĐỂKÝ"
        foot = {run for run in final if run.base < 20 * MM and not run.text.startswith("Mẫu:")}
        assert [run for run in draft if run.size <= 30] == [run for run in final if run not in foot]


def test_the_digest_is_over_the_text_and_can_be_computed_by_hand() -> None:
    paper = plain(Paragraph("Một\u0301 câu.\x07"))
    _, known = printed(paper)
    lines = [
        [LETTERHEAD.parent_org],
        [LETTERHEAD.org],
        ["Thông báo"],
        ["Một\u0301 câu."],
        ["", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Trần Đức Ngữ"],
    ]
    content = {"lines": lines, "paper": "plain"}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert known.digest == hashlib.sha256(text.encode()).hexdigest()


def test_every_word_and_the_letterhead_count_in_the_digest() -> None:
    base = MINUTES.compose(LETTERHEAD)
    others = [
        dataclasses.replace(MINUTES, handling="Khác.").compose(LETTERHEAD),
        dataclasses.replace(MINUTES, number="06/BB-UBND").compose(LETTERHEAD),
        MINUTES.compose(dataclasses.replace(LETTERHEAD, org="Ủy ban nhân dân xã Phú Hòa")),
        dataclasses.replace(base, recipients=("Lưu: VT",)),
    ]
    digests = {paper_digest("receipt-minutes", each) for each in (base, *others)}
    assert len(digests) == 5


def test_the_same_paper_is_the_same_file_and_tells_nothing_beside_its_text() -> None:
    pdf, _ = printed(MINUTES)
    assert pdf == printed(MINUTES)[0]
    for name in (LETTERHEAD.org, LETTERHEAD.place, "Khuê"):
        assert name.encode() not in pdf
        assert name.encode("utf-16-be") not in pdf
    assert b"/Lang (vi)" in pdf
    names = {name.split(b"+")[1] for name in re.findall(rb"/BaseFont /(\S+)", pdf)}
    assert names == {b"LiberationSerif", b"LiberationSerif-Bold", b"LiberationSerif-Italic"}


def test_the_door_and_every_paper_are_imported_without_reportlab() -> None:
    code = (
        "import sys, bmnn_desktop.printing.papers.receipt_minutes, "
        "bmnn_desktop.printing.papers.sender_letter, bmnn_desktop.printing.papers.submission_slip, "
        "bmnn_desktop.printing.papers.closing_certificate; print('reportlab' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == "False"
