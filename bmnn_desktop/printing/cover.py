"""The cover: whose book it is, what it holds, and the certificates of its opening and closing."""

from __future__ import annotations

from datetime import date
from string import Formatter

from bmnn_desktop.domain.dates import long_date
from bmnn_desktop.domain.form import Form
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.ink import MM, Ink
from bmnn_desktop.printing.lines import Cover
from bmnn_desktop.printing.paper import BOTTOM, TOP, Paper
from bmnn_desktop.printing.pdf_file import PdfFile

_COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_ORG = 12.5
_MOTTO_SIZE = 13.5
_TITLE = 27.0
_FIELD = 14.5
_TEXT = 12.0
_TEXT_LEADING = 17.0
_BLANK = "………"
_BLANK_DAY = "…… tháng …… năm ………"
_INSET = 5 * MM
_LEADER = "LÃNH ĐẠO CƠ QUAN, TỔ CHỨC"
_SEALED = "(Ký, ghi rõ họ tên, đóng dấu)"


def draw_cover(pdf: PdfFile, paper: Paper, form: Form, cover: Cover) -> Ink:
    """Return the cover."""
    ink = Ink()
    height = TOP - BOTTOM
    ink.box(paper.left, BOTTOM, paper.right - paper.left, height, 1.6)
    ink.box(paper.left + 3, BOTTOM + 3, paper.right - paper.left - 6, height - 6, 0.5)
    names = _names(cover)
    lines = [(field.line, _filled(field.line, names)) for field in form.cover_fields]
    _heading(ink, pdf, paper, dict(lines))
    middle = (paper.left + paper.right) / 2
    y = TOP - 39 * MM
    for line in pdf.bold.wrap(cover.book_title, _room(paper, 0.9, _TITLE), _TITLE):
        ink.centred(pdf.bold, _TITLE, middle, y, line)
        y -= _TITLE * 1.25
    y -= 4
    for template, text in lines:
        if template not in (_PARENT, _OWN):
            face = pdf.bold if template.startswith("Năm") else pdf.regular
            ink.centred(face, _FIELD, middle, y, text)
            y -= _FIELD * 1.6
    _certificates(ink, pdf, paper, cover)
    return ink


_PARENT = "{parent_org}"
_OWN = "{org}"


def _heading(ink: Ink, pdf: PdfFile, paper: Paper, lines: dict[str, str]) -> None:
    width = paper.right - paper.left
    left, right = paper.left + width * 0.25, paper.right - width * 0.27
    top = TOP - 11 * MM
    y = top
    bottom_width = 0.0
    for template, face in ((_PARENT, pdf.regular), (_OWN, pdf.bold)):
        for line in face.wrap(lines.get(template, "").upper(), _room(paper, 0.42, _ORG), _ORG):
            bottom_width = ink.centred(face, _ORG, left, y, line)
            y -= _ORG * 1.25
    if bottom_width:
        half = bottom_width / 5  # the line is 2/5 of the text (NĐ 30/2020: 1/3 to 1/2)
        ink.line(left - half, y + _ORG * 0.8, left + half, y + _ORG * 0.8, 0.6)
    ink.centred(pdf.bold, _ORG, right, top, _COUNTRY)
    y = top - _ORG * 1.35
    half = ink.centred(pdf.bold, _MOTTO_SIZE, right, y, _MOTTO) / 2
    ink.line(right - half, y - 5, right + half, y - 5, 0.6)


def _certificates(ink: Ink, pdf: PdfFile, paper: Paper, cover: Cover) -> None:
    names = _names(cover)
    count = _BLANK if cover.sheets is None else show_number(cover.sheets)
    opened = (
        "CHỨNG NHẬN MỞ SỔ",
        (
            f"Mở sổ {_day(cover.opened_on)}, từ số {names['first_no']}. "
            f"Sổ này có {_BLANK} tờ, đánh số từ tờ số 1, đóng dấu giáp lai."
        ),
    )
    closed = (
        "CHỨNG NHẬN KHÓA SỔ",
        (
            f"Khóa sổ {_day(cover.closed_on)}, từ số {names['first_no']} đến số "
            f"{names['last_no'] if cover.closed_on else _BLANK}. Sổ này có {count} tờ."
        ),
    )
    width = (paper.right - paper.left) / 2 - 2 * _INSET
    for number, (title, text) in enumerate((opened, closed)):
        start = paper.left + _INSET * 1.5 + number * (width + _INSET)
        y = BOTTOM + 71 * MM
        middle = start + width / 2
        ink.centred(pdf.bold, _TEXT, middle, y, title)
        y -= _TEXT_LEADING * 1.2
        for line in pdf.regular.wrap(text, width * 1000 / _TEXT, _TEXT):
            ink.text(pdf.regular, _TEXT, start, y, line)
            y -= _TEXT_LEADING
        y = BOTTOM + 44 * MM
        ink.centred(pdf.italic, _TEXT, middle, y, _day_line(cover.place))
        ink.centred(pdf.bold, _TEXT, middle, y - 16, _LEADER)
        ink.centred(pdf.italic, _TEXT, middle, y - 31, _SEALED)


def _names(cover: Cover) -> dict[str, str]:
    return {
        "parent_org": cover.parent_org,
        "org": cover.org,
        "year": str(cover.year),
        "volume_no": show_number(cover.volume_no),
        "opened_on": _short(cover.opened_on),
        "closed_on": _short(cover.closed_on),
        "first_no": _BLANK if cover.first_no is None else show_number(cover.first_no),
        "last_no": _BLANK if cover.last_no is None else show_number(cover.last_no),
    }


def _filled(template: str, names: dict[str, str]) -> str:
    return Formatter().vformat(template, (), names)


def _day_line(place: str) -> str:
    start = f"{place}, ngày" if place else "Ngày"
    return f"{start} {_BLANK_DAY}"


def _short(day: date | None) -> str:
    return _BLANK_DAY if day is None else long_date(day).removeprefix("ngày ")


def _day(day: date | None) -> str:
    return f"ngày {_BLANK_DAY}" if day is None else long_date(day)


def _room(paper: Paper, share: float, size: float) -> float:
    return (paper.right - paper.left) * share * 1000 / size
