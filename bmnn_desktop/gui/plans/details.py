"""What is told of the duty that is chosen."""

from __future__ import annotations

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.money import show_amount
from bmnn_desktop.domain.task import TaskCard
from bmnn_desktop.domain.task_note import Note

_MOST_NOTES = 4


def details_of(card: TaskCard) -> str:
    """Return a duty in a few lines: whole text, bodies, why this day, what was noted last."""
    task = card.task
    facts = [
        f"Đơn vị: {'; '.join(_part(part.name, part.done_on) for part in card.parts)}"
        if card.parts
        else "",
        f"Kết quả phải có: {card.deliverable}" if card.deliverable else "",
        f"Báo cáo về: {card.report_to}" if card.report_to else "",
        f"Cấp quyết định: {card.decider}" if card.decider else "",
        f"Chờ sự kiện: {card.event}" if card.event and card.event_on is None else "",
        _money(card),
        f"Làm sau mục {card.after.ref} ({card.after.state.label.lower()})" if card.after else "",
        f"Theo dõi ở mục {card.same_as.ref}, {card.same_as.plan_name}" if card.same_as else "",
    ]
    where = f"dòng {task.line} của tệp, " if task.line else ""
    lines = [
        f"{task.ref} (mã {task.id}) {task.summary}",
        "  ·  ".join(filter(None, facts)),
        f"Ghi trong kế hoạch: {task.timing_text or 'không ghi thời hạn'}. {card.rule}",
        f"{task.plan_name}, {where}độ chắc khi đọc: {task.doubt.label}.",
        *(_note(note) for note in card.notes[-_MOST_NOTES:]),
    ]
    return "\n".join(filter(None, lines))


def _part(name: str, done_on: object) -> str:
    return f"{name} ✓" if done_on is not None else name


def _money(card: TaskCard) -> str:
    parts = [
        f"{words} {show_amount(amount)}"
        for words, amount in (("dự toán", card.estimate), ("đã chi", card.spent))
        if amount is not None
    ]
    return f"Kinh phí: {', '.join(parts)}" if parts else ""


def _note(note: Note) -> str:
    told = [note.words, note.whom, note.reference]
    if note.document is not None:
        told.append(f"dòng sổ mã {note.document}")
    if note.amount is not None:
        told.append(show_amount(note.amount))
    return f"– {short_date(note.on_day)} {note.kind.label}: {'; '.join(filter(None, told))}"
