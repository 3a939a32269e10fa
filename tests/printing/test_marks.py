"""What is seen and not read: the QR square, strikes, signature lines; judged by pixels."""

from __future__ import annotations

import dataclasses
import io
from itertools import pairwise

import pytest
from PIL import Image, ImageChops

from bmnn_desktop.printing.books import print_crossings
from bmnn_desktop.printing.placed import SLOTS, SheetInUse
from bmnn_desktop.printing.raster import PagePictures, Picture
from tests.printing.invented import COVER, FOOT, lines, outgoing
from tests.printing.reading import pieces, printed

_DPI = 300
_MM = _DPI / 25.4
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def _dark(picture: Picture, x: float, y: float) -> bool:
    place = round(y) * picture.stride + round(x) * 4
    return picture.data[place] < 128


def _page(pdf: bytes, page: int) -> Picture:
    pictures = PagePictures(pdf)
    try:
        return pictures.picture(page, _DPI)
    finally:
        pictures.close()


def _qr_modules(picture: Picture, slot: int = 1, count: int = 25) -> list[list[bool]]:
    row, place = divmod(slot - 1, 6)
    module = 7.7 * _MM / count
    left = (30 + place * 252 / 6) * _MM + module / 2
    top = (210 - (17.5, 8.5)[row] - 7.7) * _MM + module / 2
    return [
        [_dark(picture, left + column * module, top + row * module) for column in range(count)]
        for row in range(count)
    ]


def _read_qr(modules: list[list[bool]]) -> str:
    """Read a version 2 square, level Q, alphanumeric: format, mask, zigzag, 22 data bytes."""
    size = len(modules)
    mask_bits = (modules[8][2], modules[8][3], modules[8][4])
    mask = sum(bit << 2 - place for place, bit in enumerate(mask_bits)) ^ 0b101
    masks = (
        lambda r, c: (r + c) % 2 == 0,
        lambda r, _: r % 2 == 0,
        lambda _, c: c % 3 == 0,
        lambda r, c: (r + c) % 3 == 0,
        lambda r, c: (r // 2 + c // 3) % 2 == 0,
        lambda r, c: r * c % 2 + r * c % 3 == 0,
        lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
        lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
    )

    def is_fixed(row: int, column: int) -> bool:
        finder = (row < 9 and (column < 9 or column >= size - 8)) or (
            row >= size - 8 and column < 9
        )
        timing = 6 in {row, column}
        return finder or timing or (16 <= row <= 20 and 16 <= column <= 20)

    bits = []
    upward = True
    for right in [*range(size - 1, 6, -2), 5, 3, 1]:
        for row in range(size - 1, -1, -1) if upward else range(size):
            bits += [
                modules[row][column] ^ masks[mask](row, column)
                for column in (right, right - 1)
                if not is_fixed(row, column)
            ]
        upward = not upward
    stream = "".join("01"[bit] for bit in bits)
    assert stream[:4] == "0010"  # alphanumeric
    length = int(stream[4:13], 2)
    at = 13
    text = ""
    while length - len(text) > 1:
        pair = int(stream[at : at + 11], 2)
        text += _ALPHABET[pair // 45] + _ALPHABET[pair % 45]
        at += 11
    return text + (_ALPHABET[int(stream[at : at + 6], 2)] if length > len(text) else "")


def test_the_square_on_every_page_reads_as_the_code() -> None:
    pdf, sheets = printed(lines(9))
    for page in range(len(sheets) + 1):
        assert _read_qr(_qr_modules(_page(pdf, page))) == FOOT.code


@pytest.mark.parametrize("slot", range(2, SLOTS + 1))
def test_the_square_in_every_slot_reads_as_the_code_with_white_around(slot: int) -> None:
    out = io.BytesIO()
    used = SheetInUse(1, 0, 0, slot - 1)
    print_crossings(outgoing(), COVER, out=out, commit=lambda _: FOOT, sheets=[used])
    continued = _page(out.getvalue(), 0)
    assert _read_qr(_qr_modules(continued, slot)) == FOOT.code
    picture = _over(continued, _page(printed(lines(1))[0], 1))
    modules = _qr_modules(picture, slot)
    assert _read_qr(modules) == FOOT.code
    module = 7.7 * _MM / 25
    x, y = (30 + (slot - 1) % 6 * 42) * _MM, (210 - (17.5, 8.5)[(slot - 1) // 6] - 7.7) * _MM
    for step in range(-4, 29):
        for out_of in (-1, -2, -3, 25, 26, 27):
            assert not _dark(picture, x + (step + 0.5) * module, y + (out_of + 0.5) * module)
            assert not _dark(picture, x + (out_of + 0.5) * module, y + (step + 0.5) * module)


def _over(one: Picture, other: Picture) -> Picture:
    """Return one page printed over another."""
    size = (one.stride // 4, one.height)
    pages = [Image.frombytes("RGBA", size, picture.data) for picture in (one, other)]
    data = ImageChops.darker(*pages).tobytes()
    return Picture(one.width, one.height, one.stride, data)


def test_an_annulled_line_is_struck_in_every_column_but_the_note() -> None:
    whole = next(line for line in lines(40) if line.struck)
    struck_pdf, _ = printed([whole])
    plain_pdf, _ = printed([dataclasses.replace(whole, struck=False)])
    struck, plain = _page(struck_pdf, 1), _page(plain_pdf, 1)
    words = [piece for piece in pieces(struck_pdf, 1) if piece.left < 800 and 420 < piece.top < 473]
    edges = _edges()
    changed = set()
    for piece in words:
        y = (595.28 - piece.bottom - 4.5) * _DPI / 72
        for step in range(20):
            x = (piece.left + (piece.right - piece.left) * step / 20) * _DPI / 72
            near = [_dark(struck, x, y + up) for up in range(-6, 7)]
            before = [_dark(plain, x, y + up) for up in range(-6, 7)]
            if sum(near) > sum(before):
                changed.add(next(n for n, (a, b) in enumerate(pairwise(edges), 1) if a <= x < b))
    assert changed == set(range(1, 10))


def _edges() -> list[float]:
    edges = [30 * _MM]
    for column in outgoing().columns:
        edges.append(edges[-1] + column.width_mm * _MM)
    return edges


def test_a_picture_has_the_size_and_order_of_bytes_it_promises() -> None:
    training_yellow = (46, 191, 250)
    pdf, _ = printed(lines(1), cover=dataclasses.replace(COVER, training=True))
    pictures = PagePictures(pdf)
    assert pictures.page_count == 2
    picture = pictures.picture(0, 72)
    pictures.close()
    assert (picture.width, picture.height) == (842, 596)
    assert len(picture.data) == picture.stride * picture.height
    place = 20 * picture.stride + 120 * 4
    assert all(
        abs(a - b) < 3
        for a, b in zip(picture.data[place : place + 3], training_yellow, strict=True)
    )
    assert picture.data[:3] == b"\xff\xff\xff"
