"""What an entry did, with what its rows are called: enough to tell it without the vault."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bmnn_desktop.domain.custody import Origin
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.medium import Purpose
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.domain.text import inside
from bmnn_desktop.errors import BookUnknown
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.session import Role
from bmnn_desktop.store.canonical import Columns, Value
from bmnn_desktop.store.journal_reading import Image, RowKey
from bmnn_desktop.store.row_names import Names, Numbered

SCRUBBED = "(đã xóa nội dung ghi nhầm)"
RECOVERY_SHEET = "Phiếu khóa khôi phục"  # the name of whoever signs with its key


@dataclass(frozen=True)
class Deed:
    """An entry: its act, its day, its reason, the rows it wrote and what stood there before."""

    action: str
    on: date
    reason: str = ""
    images: Sequence[Image] = ()
    before: Mapping[RowKey, Columns] = field(default_factory=dict)
    names: Names = field(default_factory=Names)

    def of(self, table: str) -> list[Image]:
        """Return the rows of one table."""
        return [image for image in self.images if image.table == table]

    def first(self, table: str) -> Columns:
        """Return the first row of one table; nothing where the entry wrote none."""
        return next((image.columns for image in self.of(table)), {})


def book_words(book: str, year: Value) -> str:
    """Return "sổ đi 2026"."""
    try:
        title = printed_book(book).short_title
    except BookUnknown:
        return f"sổ {book} {year}"
    return f"{inside(title)} {year}"


def line_words(numbered: Numbered) -> str:
    """Return "số 14 sổ đi 2026"."""
    words = book_words(numbered.book, numbered.year)
    return f"số {show_number(numbered.number)} {words}"


def own_line(columns: Columns) -> str:
    """Return the line that a row of `document` is."""
    number = Numbered(str(columns["book"]), int(columns["year"] or 0), int(columns["seq_no"] or 0))
    return line_words(number)


def volume_words(numbered: Numbered) -> str:
    """Return "quyển 01 sổ đi 2026"."""
    words = book_words(numbered.book, numbered.year)
    return f"quyển {show_number(numbered.number)} {words}"


def own_volume(columns: Columns) -> str:
    """Return the volume that a row of `volume` is."""
    number = Numbered(str(columns["book"]), int(columns["year"] or 0), int(columns["number"] or 0))
    return volume_words(number)


def form_words(columns: Columns) -> str:
    """Return "outgoing-2027 của sổ đi, hiệu lực từ 01/01/2027, căn cứ …"."""
    book = str(columns["book"])
    with contextlib.suppress(BookUnknown):
        book = inside(printed_book(book).short_title)
    day = short_date(date.fromisoformat(str(columns["effective_from"])))
    return f"{columns['name']} của {book}, hiệu lực từ {day}, căn cứ {columns['citation']}"


def sheet_words(deed: Deed, images: Iterable[Image]) -> str:
    """Return "tờ số 5, 6 sổ đi 2026"."""
    found: dict[str, list[int]] = {}
    for image in images:
        volume = deed.names.volumes.get(int(image.columns.get("volume_id") or 0))
        book = "" if volume is None else f" {book_words(volume.book, volume.year)}"
        found.setdefault(book, []).append(int(image.columns["number"] or 0))
    return "; ".join(
        f"tờ số {', '.join(map(str, sorted(set(numbers))))}{book}"
        for book, numbers in found.items()
    )


def person_words(deed: Deed) -> str:
    """Return the name of the person whose row or key was written."""
    if name := deed.first("person").get("name"):
        return str(name)
    for table in ("signer", "inspection"):
        row = deed.first(table).get("person_id")
        if row is not None and (known := deed.names.people.get(int(row))):
            return known
    return ""


def roles_words(columns: Columns) -> str:
    """Return the roles in a row of `person`."""
    known = {role.value: role.label for role in Role}
    named = [known.get(name, name) for name in str(columns.get("roles") or "").split()]
    return ", ".join(named)


def thing_words(deed: Deed) -> str:
    """Return what an act was done to, as far as a name tells it."""
    for table in _TOLD.get(deed.action, _ANY):
        for image in deed.of(table):
            if words := _THINGS[table](deed, image):
                return words
    return ""


def medium_words(columns: Columns) -> str:
    """Return "USB sao lưu số 01/USB"."""
    label = Purpose(str(columns["purpose"])).label
    return f"{label} số {columns['inventory_no']}"


def _about_document(deed: Deed, image: Image) -> str:
    row = image.columns.get("document_id")
    known = None if row is None else deed.names.documents.get(int(row))
    return "" if known is None else line_words(known)


def copy_words(origin: str, number: int) -> str:
    """Return "bản số 03"."""
    words = Origin(origin).number(number)
    return inside(words)


def _own_copy(deed: Deed, image: Image) -> str:
    columns = image.columns
    origin = columns.get("origin") or Origin.ISSUED.value  # before 0004 it was not told
    line = _about_document(deed, image)
    number = copy_words(str(origin), int(columns["copy_no"] or 0))
    return f"{number} của {line}" if line else number


def _about_copy(deed: Deed, image: Image) -> str:
    known = deed.names.copies.get(int(image.columns["copy_id"] or 0))
    if known is None:
        return ""
    return f"{copy_words(known.origin, known.number)} của {line_words(known.line)}"


def _about_case(deed: Deed, image: Image) -> str:
    known = deed.names.incidents.get(int(image.columns["incident_id"] or 0))
    return "" if known is None else f"số {known.number} năm {known.year}"


def run_words(deed: Deed, image: Image) -> str:
    """Return what a print run printed, and of which volume or line."""
    columns = image.columns
    kind = str(columns.get("kind") or RunKind.BOOK.value)
    has_volume, has_document = columns.get("volume_id"), columns.get("document_id")
    if kind == RunKind.CLOSING.value and not has_volume and not has_document:
        return RunKind.CLOSING_SHEET.label
    words = next((known.label for known in RunKind if known.value == kind), "")
    if has_volume:
        volume = deed.names.volumes.get(int(has_volume))
        where = "" if volume is None else volume_words(volume)
    else:
        where = _about_document(deed, image)
    return ", ".join(part for part in (words, where) if part)


def _about_sheet_line(deed: Deed, image: Image) -> str:
    sheet = deed.names.sheets.get(int(image.columns.get("sheet_id") or 0))
    if sheet is None:
        return ""
    return f"tờ số {sheet.number} {book_words(sheet.book, sheet.year)}"


_THINGS: dict[str, Callable[[Deed, Image], str]] = {
    "document": lambda _deed, image: own_line(image.columns),
    "direction": _about_document,
    "correction": _about_document,
    "comparison": _about_document,
    "recipient": _about_document,
    "handover": _about_document,
    "copy_order": _about_document,
    "sheet": lambda deed, image: sheet_words(deed, [image]),
    "receipt": _about_sheet_line,
    "form": lambda _deed, image: form_words(image.columns),
    "volume": lambda _deed, image: own_volume(image.columns),
    "print_run": run_words,
    "person": lambda _deed, image: str(image.columns["name"]),
    "signer": lambda deed, _image: person_words(deed),
    "distribution_list": lambda _deed, image: f"“{image.columns['name']}”",
    "medium": lambda _deed, image: medium_words(image.columns),
    "backup": lambda _deed, image: f"bản số {image.columns['number']}",
    "inspection": lambda _deed, image: str(image.columns["inspector"]),
    "inspection_look": lambda _deed, image: str(image.columns["what"]),
    "year_step": lambda _deed, image: f"năm {image.columns['year']}",
    "organisation": lambda _deed, image: str(image.columns["name"]),
    "authority": lambda _deed, image: f"“{image.columns['post']}”",
    "plan": lambda _deed, image: f"{image.columns['type']} {image.columns['number']}".strip(),
    "task": lambda _deed, image: f"nhiệm vụ {image.columns['ref']}",
    "unit_report": lambda _deed, image: f"{image.columns['unit']}, năm {image.columns['year']}",
    "holiday": lambda _deed, image: str(image.columns["day"]),
    "provision": _about_document,
    "incident_step": _about_case,
    "incident_item": _about_copy,
    "sheet_line": _about_document,
    "copy": _own_copy,
    "custody": _about_copy,
    "inward_file": lambda _deed, image: f"{image.columns['size']} byte",
}
_ANY = tuple(_THINGS)
_TOLD = {
    "plan.note": ("task",),
    "incident.step": ("incident_step", "incident_item", "copy"),
    "vault.found": ("organisation",),
    "book.print": ("print_run",),
    "book.print.answer": ("print_run",),
    "paper.print": ("print_run",),
    "sheet.sign": ("sheet", "receipt"),
    "sheet.unsign": ("sheet", "receipt"),
    "volume.close": ("volume",),
    "backup.create": ("backup",),
    "backup.recheck": ("backup",),
}
