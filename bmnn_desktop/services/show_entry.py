"""Show one entry: who, when, why, what it changed, what it answers and who answered it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bmnn_desktop.errors import EntryMissing
from bmnn_desktop.services.column_labels import TABLES
from bmnn_desktop.services.column_words import labels_of, shown_value
from bmnn_desktop.services.deed import SCRUBBED, Deed, line_words, thing_words
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_entries import EntryLine, line_of
from bmnn_desktop.services.tell_entries import tell_entries
from bmnn_desktop.store import journal_reading, row_names
from bmnn_desktop.store.canonical import Columns
from bmnn_desktop.store.journal_reading import Image

MOST_ROWS = 60  # shown of one entry; a print of a whole book writes thousands
_HIDDEN_SUBJECT = "(không hiện: tài liệu nay là Tuyệt mật)"
_KINDS = {
    "genesis": "lập kho sổ",
    "migration": "nâng cấp",
    "act": "có hiệu lực ngay",
    "propose": "đề nghị, chưa có hiệu lực",
    "approve": "xác nhận, có hiệu lực",
    "reject": "không xác nhận",
    "confirm": "xác nhận sau",
}


@dataclass(frozen=True, slots=True)
class ValueChange:
    """One value that was written."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that was written; `is_new`: there was none before."""

    title: str
    is_new: bool
    values: tuple[ValueChange, ...]


@dataclass(frozen=True, slots=True)
class EntryCard:
    """An entry with all that is known of it; `rows_left` rows more were written."""

    line: EntryLine
    kind_label: str
    sentence: str
    changes: tuple[RowChange, ...]
    rows_left: int
    answers: tuple[EntryLine, ...]
    answered_by: tuple[EntryLine, ...]


def show_entry(desk: Desk, seq: int) -> EntryCard:
    """Return the card of an entry; raise EntryMissing."""
    rows = desk.rows
    told = tell_entries(rows, (seq,))
    if not told:
        raise EntryMissing(seq=seq)
    entry = journal_reading.read(rows, (seq,))[seq]
    answers = journal_reading.answered(rows, entry)
    # An approval has no rows of its own: it puts those of its proposal into effect.
    source = answers[0] if entry.kind.value in ("approve", "reject") and answers else seq
    images = journal_reading.images(rows, (source,), MOST_ROWS)[source]
    return EntryCard(
        line=line_of(told[0]),
        kind_label=_KINDS[entry.kind.value],
        sentence=told[0].sentence,
        changes=_changes(desk, source, images),
        rows_left=journal_reading.count_changes(rows, source) - len(images),
        answers=tuple(map(line_of, tell_entries(rows, answers))),
        answered_by=tuple(map(line_of, tell_entries(rows, journal_reading.answers_to(rows, seq)))),
    )


def _changes(desk: Desk, seq: int, images: Sequence[Image]) -> tuple[RowChange, ...]:
    rows = desk.rows
    before = journal_reading.before(rows, seq, (image.key for image in images))
    names = row_names.names_of(rows, (image.columns for image in images))
    documents = {image.row for image in images if image.table == "document"}
    hidden = row_names.top_secret(rows, documents)
    changes = []
    for image in images:
        old = before.get(image.key)
        values = _values(image, old, hides_subject=image.row in hidden)
        if values:
            about = _about(image, names)
            title = TABLES.get(image.table, image.table)
            changes.append(RowChange(f"{title}: {about}" if about else title, old is None, values))
    return tuple(changes)


def _about(image: Image, names: row_names.Names) -> str:
    """Return which row it is, as far as people name it."""
    about = thing_words(Deed("", date.min, images=(image,), names=names))
    line = names.documents.get(int(image.columns.get("document_id") or 0))
    if image.table == "receipt" and line is not None:
        return f"{line_words(line)}, {about}"
    return about


def _values(image: Image, old: Columns | None, *, hides_subject: bool) -> tuple[ValueChange, ...]:
    """Return what differs from what stood there before."""
    found = []
    for name, label in labels_of(image.table, image.columns).items():
        if name not in image.columns:
            if image.is_scrubbed and old is not None and name in old:
                found.append(ValueChange(label, SCRUBBED, SCRUBBED))
            continue
        was = None if old is None else old.get(name)
        value = image.columns[name]
        if was == value and old is not None:
            continue
        shown = [shown_value(image.table, name, each) for each in (was, value)]
        if image.table == "document" and name == "subject" and hides_subject:
            shown = [_HIDDEN_SUBJECT if each else "" for each in shown]
        if shown[0] != shown[1] or _HIDDEN_SUBJECT in shown:
            found.append(ValueChange(label, *shown))
    return tuple(found)
