"""The parts of a document's card, each made anew for the card it stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton

from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import EntryKind
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.register.columns import show_field

if TYPE_CHECKING:
    from bmnn_desktop.domain.book import Book
    from bmnn_desktop.domain.correction import Correction
    from bmnn_desktop.domain.direction import Direction
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.services.show_document import DocumentCard, HistoryLine

_LABEL_WIDTH = 128


def label(text: str, role: str = "") -> QLabel:
    """Return a label that can neither be read as markup nor copied from."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made


def state_of_line(card: DocumentCard) -> str:
    """Return when and how the line came into the book and what became of it."""
    document = card.document
    parts = [f"Đăng ký ngày {short_date(document.registered_on)}"]
    if document.entry_kind is EntryKind.BACK:
        parts.append(f"nhập bù từ sổ giấy: {document.paper_reference}")
    elif document.entry_kind is EntryKind.LATE:
        parts.append(f"đăng ký bổ sung vào sổ năm {document.year}")
    struck = document.annulment
    if struck is not None:
        parts.append(
            f"ĐÃ GẠCH BỎ SỐ ngày {short_date(struck.on)} ({struck.by}); lý do: {struck.reason}. "
            "Số được giữ, không cấp lại."
        )
    else:
        sheet = "" if card.sheet_no is None else f" số {show_number(card.sheet_no)}"
        parts.append(f"đã in trên tờ{sheet}" if document.printed else "chưa in")
    return " · ".join(parts)


def fields_of_line(book: Book, document: Document) -> QGridLayout:
    """Return the official fields, filled or not, and those others that say something."""
    typed = document.typed()
    shown = {field: show_field(field, getattr(typed, field.name)) for field in book.fields}
    if document.is_sealed:
        shown = {field: text for field, text in shown.items() if field.while_sealed}
    rows = [
        (field.label, text or ("không ghi" if field.name == "subject" else "–"))
        for field, text in shown.items()
        if text or field.column is not None
    ]
    envelope, comparison = document.envelope, document.comparison
    if envelope is not None and envelope.addressee_only and envelope.opened_on is not None:
        rows.append(("Mở bì", f"{short_date(envelope.opened_on)}, {envelope.opened_by}"))
    if comparison is not None and comparison.settlement:
        ended = comparison.settled_on
        when = "" if ended is None else f" (đủ ngày {short_date(ended)})"
        rows.append(("Nhận bổ sung", comparison.settlement + when))
    return _grid((name, text.replace("; ", "\n")) for name, text in rows)


def directions_of(directions: Iterable[Direction], finish: Callable[[int], object]) -> QGridLayout:
    """Return each direction, with a button while it is still to be done."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(0, 1)
    for row, direction in enumerate(directions):
        grid.addWidget(label(_direction(direction)), row, 0)
        if direction.done_on is None:
            button = QPushButton("Xong")
            button.setObjectName("done_button")
            button.setProperty("role", "small")
            button.setAccessibleName(f"Xong: {direction.assignee}")
            button.clicked.connect(lambda _=False, which=direction.id: finish(which))
            grid.addWidget(button, row, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def correction_words(correction: Correction) -> str:
    """Return a correction line in one sentence."""
    on_paper = "đã in" if correction.printed else "chưa in"
    return (
        f"{correction.kind.label} · {short_date(correction.made_on)} · {correction.made_by} · "
        f"{on_paper}\n{correction.words}"
    )


def history_words(line: HistoryLine) -> str:
    """Return what was done, by whom, why, and what it changed."""
    when = line.time.astimezone(VIETNAM)
    parts = [f"{short_date(when.date())} {when:%H:%M} · {line.action_label} · {line.name}"]
    if line.reason:
        parts.append(f"Lý do: {line.reason}")
    parts += [
        f"{name}: “{old or 'để trống'}” → “{new or 'để trống'}”"
        for name, old, new in line.changes
        if new != line.reason
    ]
    return "\n".join(parts)


def rules_for(book: Book, document: Document) -> tuple[str, ...]:
    """Return the rules that apply to the line."""
    rules = [field.hint for field in book.fields if "Điều" in field.hint]
    if document.printed:
        rules.append("Dòng đã in không sửa trực tiếp; sai sót ghi bằng dòng đính chính.")
    else:
        rules.append("Trước khi in còn sửa được; nội dung cũ và lý do vẫn giữ trong nhật ký.")
    rules.append("Số đã gạch bỏ được giữ nguyên chỗ, không cấp lại cho tài liệu khác.")
    return tuple(rules)


def _direction(direction: Direction) -> str:
    due = "" if direction.due_on is None else f", hạn {short_date(direction.due_on)}"
    words = f"{direction.leader} giao {direction.assignee}{due}"
    if direction.words:
        words += f"\n{direction.words}"
    if direction.done_on is not None:
        words += f"\nXong ngày {short_date(direction.done_on)}"
    return words


def _grid(rows: Iterable[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
    grid.setColumnStretch(1, 1)
    for row, (name, text) in enumerate(rows):
        grid.addWidget(label(name, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(text), row, 1)
    return grid
