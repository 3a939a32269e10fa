"""What stored values are called where old and new are shown side by side."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.copy_order import CopyForm, CopyMedium
from bmnn_desktop.domain.correction import CorrectionKind
from bmnn_desktop.domain.custody import Origin, Standing, Step
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.dispatch import ParcelOutcome
from bmnn_desktop.domain.document import EntryKind
from bmnn_desktop.domain.envelope import Urgency
from bmnn_desktop.domain.form import Status
from bmnn_desktop.domain.incident import IncidentKind, IncidentOutcome, IncidentStepKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import Purpose, Withdrawal
from bmnn_desktop.domain.provision import AskerKind, ProvisionOutcome
from bmnn_desktop.domain.removal import RemovalKind
from bmnn_desktop.domain.sheet import Answer, RunKind, SheetState
from bmnn_desktop.domain.task import PartRole, TaskSort, TaskState
from bmnn_desktop.domain.task_note import NoteKind
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.errors import BookUnknown
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.column_labels import COLUMNS, DOCUMENT
from bmnn_desktop.services.deed import roles_words
from bmnn_desktop.store.canonical import Columns, Value
from bmnn_desktop.store.times import read_time

_YES_NO = (
    "in_use",
    "retired",
    "is_stick",
    "addressee_only",
    "awaiting",
    "is_blank",
    "struck",
    "is_off",
)
_BY_NAME: dict[str, Callable[[str], str]] = {
    "level": lambda stored: Level(stored).label,
    "book": lambda stored: printed_book(stored).short_title,
    "copying_allowed": lambda stored: "Được phép" if stored == "1" else "Không được phép",
    **dict.fromkeys(_YES_NO, lambda stored: "có" if stored == "1" else "không"),
}
_CONDITIONS = {"whole": "còn nguyên", "torn": "rách, hỏng", "suspect": "nghi bị bóc, tráo"}
_CORRECTIONS = {
    CorrectionKind.CORRECT: "đính chính",
    CorrectionKind.ANNUL: "gạch bỏ số",
    CorrectionKind.COMPLETE: "ghi tiếp nội dung bì",
}
_ORIGINS = {
    Origin.ISSUED: "phát hành",
    Origin.RECEIVED: "nhận đến",
    Origin.MADE: "sao, chụp",
    Origin.STOCK: "có sẵn từ trước",
}
_SOURCES = {"file": "tệp", "paper": "giấy", "template": "mẫu"}
_ENDINGS = {"returned": "đã trả", "refused": "không nhận"}
_STATES = {"asked": "chưa trả lời"} | {
    Answer.GOOD.value: "in tốt",
    Answer.SPOILED.value: "tờ hỏng",
    Answer.NOTHING.value: "không ra tờ nào",
}
_OUTCOMES = {"sound": "nguyên vẹn", "damaged": "không còn đúng", "gone": "không còn tệp"}
_READERS: dict[tuple[str, str], Callable[[str], str]] = {
    ("document", "entry_kind"): lambda stored: EntryKind(stored).label,
    ("form", "status"): lambda stored: Status(stored).label,
    ("volume", "signing"): lambda stored: Signing(stored).label,
    ("envelope", "urgency"): lambda stored: Urgency(stored).label,
    ("envelope", "condition"): lambda stored: _CONDITIONS[stored],
    ("recipient", "channel"): lambda stored: Channel(stored).label,
    ("distribution_list", "channel"): lambda stored: Channel(stored).label,
    ("comparison", "finding"): lambda stored: Finding(stored).label,
    ("correction", "kind"): lambda stored: _CORRECTIONS[CorrectionKind(stored)],
    ("print_run", "kind"): lambda stored: RunKind(stored).label,
    ("print_run", "state"): lambda stored: _STATES[stored],
    ("copy", "origin"): lambda stored: _ORIGINS[Origin(stored)],
    ("copy", "standing"): lambda stored: Standing(stored).label,
    ("custody", "standing"): lambda stored: Standing(stored).label,
    ("medium", "purpose"): lambda stored: Purpose(stored).label,
    ("medium", "withdrawal"): lambda stored: Withdrawal(stored).label,
    ("backup_recheck", "outcome"): lambda stored: _OUTCOMES[stored],
    ("custody", "act"): lambda stored: Step(stored).label,
    ("copy_order", "form"): lambda stored: CopyForm(stored).label,
    ("copy_order", "medium"): lambda stored: CopyMedium(stored).label,
    ("dispatch", "channel"): lambda stored: Channel(stored).label,
    ("parcel", "outcome"): lambda stored: ParcelOutcome(stored).label,
    ("handover", "ending"): lambda stored: _ENDINGS[stored],
    ("provision", "commitment"): _BY_NAME["in_use"],
    ("removal", "kind"): lambda stored: RemovalKind(stored).label,
    ("provision", "asker_kind"): lambda stored: AskerKind(stored).label,
    ("provision", "outcome"): lambda stored: ProvisionOutcome(stored).label,
    ("incident", "kind"): lambda stored: IncidentKind(stored).label,
    ("incident", "outcome"): lambda stored: IncidentOutcome(stored).label,
    ("incident", "discovered_at"): str,
    ("incident_step", "kind"): lambda stored: IncidentStepKind(stored).label,
    ("plan", "dated_on"): str,  # as much of a day as is printed
    ("plan", "source"): lambda stored: _SOURCES[stored],
    ("task", "sort"): lambda stored: TaskSort(stored).label,
    ("task", "state"): lambda stored: TaskState(stored).label,
    ("task_part", "role"): lambda stored: PartRole(stored).label,
    ("task_note", "kind"): lambda stored: NoteKind(stored).label,
    ("sheet", "state"): lambda stored: SheetState(stored).label,
    ("person", "roles"): lambda stored: roles_words({"roles": stored}),
}


def labels_of(table: str, columns: Columns) -> dict[str, str]:
    """Return the columns of a row that are shown, in their order, with their labels."""
    if table != "document":
        return COLUMNS.get(table, {})
    try:
        fields = find_book(str(columns.get("book"))).fields
    except BookUnknown:
        return DOCUMENT
    own = {field.name: field.label for field in fields if field.name not in DOCUMENT}
    return {**DOCUMENT, **{name: label for name, label in own.items() if name in columns}}


def shown_value(table: str, name: str, value: Value) -> str:
    """Return a stored value as it is read; nothing for what is empty."""
    if value is None or value == "":
        return ""
    try:
        return _reader(table, name)(str(value))
    except (ValueError, KeyError, BookUnknown):
        return str(value)  # as it is stored: a later release may write what this one does not know


def _reader(table: str, name: str) -> Callable[[str], str]:
    if (reader := _READERS.get((table, name)) or _BY_NAME.get(name)) is not None:
        return reader
    if name.endswith(("_on", "_date", "_from", "_until")) or name in ("day", "on_day"):
        return _day
    return _moment if name.endswith("_at") else str


def _day(stored: str) -> str:
    return short_date(date.fromisoformat(stored))


def _moment(stored: str) -> str:
    when = read_time(stored).astimezone(VIETNAM)
    return f"{when:%H:%M} ngày {short_date(when.date())}"
