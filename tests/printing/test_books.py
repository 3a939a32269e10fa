"""A printed book as its signers, and later an inspector, will see it."""

from __future__ import annotations

import dataclasses
import io
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from itertools import count

import pytest

from bmnn_desktop.errors import Cancelled
from bmnn_desktop.printing.books import preview_sheets, print_sheets
from bmnn_desktop.printing.lines import Foot, Line
from bmnn_desktop.printing.placed import SheetKept, SheetPrinted
from tests.printing.invented import COVER, FOOT, lines, outgoing
from tests.printing.reading import pieces, previewed, printed, shows_code, squeezed, texts

_TRAINING = dataclasses.replace(COVER, training=True)


def _line(seq_no: int, *, struck: bool = False, **cells: str) -> Line:
    """Return a short line; `c4="…"` fills column 4."""
    filled = [f"{seq_no:02d}", "", "05/03/2026", "Báo cáo", "Mật", "", "", "", "02", ""]
    for name, text in cells.items():
        filled[int(name[1:]) - 1] = text
    return Line(seq_no, tuple(filled), struck)


def _print(
    number: int,
    out: io.BytesIO,
    commit: Callable[[Sequence[SheetPrinted]], Foot],
    progress: Callable[[int], None] | None = None,
) -> tuple[SheetPrinted, ...]:
    return print_sheets(
        outgoing(),
        COVER,
        out=out,
        commit=commit,
        numbers=count(1),
        lines=lines(number),
        with_cover=True,
        progress=progress,
    )


# ── the order of things ───────────────────────────────────────────────────────────────────────────


def test_the_entry_is_committed_after_layout_and_before_the_first_byte() -> None:
    out = io.BytesIO()
    seen: list[tuple[int, int]] = []

    def commit(sheets: Sequence[SheetPrinted]) -> Foot:
        seen.append((len(sheets), len(out.getvalue())))
        return FOOT

    sheets = _print(40, out, commit)
    assert seen == [(len(sheets), 0)]
    assert out.getvalue().startswith(b"%PDF-")


def test_nothing_is_written_when_the_commit_fails() -> None:
    out = io.BytesIO()

    def commit(_: Sequence[SheetPrinted]) -> Foot:
        raise OSError

    with pytest.raises(OSError, match=r"^$"):
        _print(3, out, commit)
    assert not out.getvalue()


def test_stopping_leaves_neither_entry_nor_file() -> None:
    out = io.BytesIO()
    reached: list[int] = []

    def stop(done: int) -> None:
        reached.append(done)
        raise Cancelled

    def commit(_: Sequence[SheetPrinted]) -> Foot:
        pytest.fail("committed after it was stopped")

    with pytest.raises(Cancelled):
        _print(40, out, commit, stop)
    assert len(reached) == 1
    assert not out.getvalue()


def test_progress_counts_lines_up_to_the_last() -> None:
    reached: list[int] = []
    _print(40, io.BytesIO(), lambda _: FOOT, reached.append)
    assert reached == sorted(reached)
    assert reached[-1] == 40


def test_the_same_book_is_the_same_file() -> None:
    assert printed(lines(40))[0] == printed(lines(40))[0]


# ── the foot ──────────────────────────────────────────────────────────────────────────────────────


def test_every_page_carries_code_entry_and_sheet_number() -> None:
    pdf, sheets = printed(lines(40))
    cover, *body = texts(pdf)
    assert len(body) == len(sheets)
    assert "Quyển 01/2026 – Bìa" in cover
    for number, text in enumerate(body, 1):
        assert re.search(rf"Quyển 01/2026 – Tờ số {number}\s", text)
    for text in (cover, *body):
        assert shows_code(text, FOOT.code)
        assert "mục 1207 · 16/11/2026" in text
        assert not re.search(r"Tờ số \d+/\d+", text)


def test_a_reprint_says_which_it_is_on_the_cover_and_on_what_is_drawn_again() -> None:
    out = io.BytesIO()
    first, *_ = printed(lines(4))[1]
    print_sheets(
        outgoing(),
        COVER,
        out=out,
        commit=lambda _: dataclasses.replace(FOOT, reprint=2),
        numbers=count(2),
        kept=[SheetKept(1, first.lines)],
        lines=lines(1),
        with_cover=True,
    )
    assert ["In lại lần 2" in text for text in texts(out.getvalue())] == [True, True, False]
    assert not any("In lại" in text for text in texts(printed(lines(2))[0]))


def test_every_page_names_the_source_of_its_form_and_how_sure_it_is() -> None:
    for text in texts(printed(lines(2))[0]):
        assert "Nghị định 63/2026/NĐ-CP" in text
        assert "theo nguồn khác, chưa đối chiếu" in text


def test_a_preview_is_the_same_sheets_with_a_watermark_and_no_code() -> None:
    out = io.BytesIO()
    sheets = preview_sheets(outgoing(), COVER, out=out, numbers=count(1), lines=lines(40))
    assert sheets == printed(lines(40))[1]
    pages = texts(out.getvalue())
    assert len(pages) == len(sheets) + 1
    for text in pages:
        assert "BẢN XEM TRƯỚC – KHÔNG DÙNG ĐỂ KÝ" in text
        assert "mã đối chiếu" not in text
        assert "mục " not in text


def test_a_training_book_says_so_on_every_page() -> None:
    for pdf in (printed(lines(9), cover=_TRAINING)[0], previewed(lines(9), cover=_TRAINING)):
        assert all("KHO TẬP HUẤN – SỐ LIỆU GIẢ" in text for text in texts(pdf))
    assert not any("TẬP HUẤN" in text for text in texts(printed(lines(9))[0]))


# ── the sheets ────────────────────────────────────────────────────────────────────────────────────


def test_heads_are_repeated_on_every_sheet() -> None:
    _, *body = texts(printed(lines(40))[0])
    for text in body:
        flat = squeezed(text)
        for column in outgoing().columns:
            assert squeezed(column.title) in flat
            assert f"({column.number})" in flat


def test_no_row_is_split_and_none_is_lost() -> None:
    pdf, sheets = printed(lines(150))
    at = 0
    for sheet, text in zip(sheets, texts(pdf)[1:], strict=True):
        held = [line.seq_no for line in sheet.lines]
        assert held == list(range(at + 1, at + 1 + len(held)))
        shown = {int(number) for number in re.findall(r"\b(\d{2,3})/(?:KH|BC|TTr|QĐ)", text)}
        assert shown == set(held)
        at = held[-1]
    assert at == 150


def test_a_run_without_lines_is_the_cover_alone() -> None:
    pdf, sheets = printed([])
    assert (len(texts(pdf)), sheets) == (1, ())


def test_a_row_taller_than_a_sheet_goes_on_and_says_so() -> None:
    words = " ".join(f"chữ-{number}" for number in range(900))
    pdf, sheets = printed([_line(1), _line(2, c4=words), _line(3)])
    _, *body = texts(pdf)
    assert squeezed(words) in "".join(_column_four(pdf, page + 1) for page in range(len(body)))
    assert "(tiếp)" not in body[0]
    assert all("(tiếp)" in text for text in body[1:-1])
    for page in range(2, len(body) + 1):
        rows = [each for each in pieces(pdf, page) if 77 < each.bottom < 460]
        again = [each.text for each in rows if each.left < 115]
        assert again[:2] == ["02", "(tiếp)"]
    held = [[(line.seq_no, line.part) for line in sheet.lines] for sheet in sheets]
    assert held[0] == [(1, 1), (2, 1)]
    assert [line for each in held[1:] for line in each] == [
        *((2, part) for part in range(2, len(held) + 1)),
        (3, 1),
    ]
    for page in range(len(body)):
        assert min(piece.bottom for piece in pieces(pdf, page + 1) if piece.top > 80) > 77


def _column_four(pdf: bytes, page: int) -> str:
    found = [piece for piece in pieces(pdf, page) if 245 < piece.left < 405 and piece.top < 473]
    return squeezed("".join(piece.text for piece in found if piece.bottom > 77))


def test_two_hundred_recipients_are_cut_between_two_recipients() -> None:
    names = [f"Ủy ban nhân dân xã Phú Đông Thượng số {number}" for number in range(200)]
    pdf, _ = printed([_line(1, c7="\n".join(names))])
    seen = squeezed("".join(texts(pdf)))
    assert all(seen.count(squeezed(f"{name} ")) for name in names)
    for page in range(2, len(texts(pdf))):
        first = next(
            piece for piece in pieces(pdf, page) if 515 < piece.left < 530 and piece.top < 473
        )
        assert first.text.startswith("Ủy ban")


# ── the cover ─────────────────────────────────────────────────────────────────────────────────────


def test_the_cover_leaves_blanks_for_what_is_not_known() -> None:
    text = texts(printed(lines(1))[0])[0]
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "Độc lập - Tự do - Hạnh phúc" in text
    assert "ỦY BAN NHÂN DÂN XÃ PHÚ CƯỜNG" in text
    assert "Năm: 2026" in text
    assert "Từ ngày 02 tháng 3 năm 2026 đến ngày …… tháng …… năm ………" in text
    assert "Từ số 01 đến số ………" in text
    assert "Quyển số: 01" in text


def test_the_cover_of_a_closed_book_states_its_sheets() -> None:
    cover = dataclasses.replace(COVER, closed_on=date(2026, 12, 31), last_no=40, sheets=9)
    pdf, _ = printed(lines(40), cover=cover)
    flat = " ".join(texts(pdf)[0].split())
    assert "Từ ngày 02 tháng 3 năm 2026 đến ngày 31 tháng 12 năm 2026" in flat
    assert "Từ số 01 đến số 40" in flat
    assert "Sổ này có 09 tờ." in flat


# ── the program's start ───────────────────────────────────────────────────────────────────────────


def test_the_door_is_light() -> None:
    program = (
        "import sys; import bmnn_desktop.printing.books, bmnn_desktop.printing.raster; "
        "sys.exit(bool({'reportlab', 'pypdfium2'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
