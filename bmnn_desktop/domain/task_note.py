"""What is noted about a duty: progress, results, difficulties and answers, evidence, money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bmnn_desktop.domain.book import Field, FieldKind


class NoteKind(Enum):
    """What is noted about a duty; the value is what the vault stores."""

    PROGRESS = "progress"
    RESULT = "result"  # ends it, or the turn of it that is due
    UNIT_DONE = "unit_done"  # one of several bodies has done its part
    DIFFICULTY = "difficulty"
    GUIDANCE = "guidance"  # the answer to a difficulty
    EVIDENCE = "evidence"
    URGED = "urged"  # a reminder that was sent
    SPENT = "spent"

    @property
    def label(self) -> str:
        """Return the kind as the screen names it."""
        return _NOTES[self]


_NOTES = {
    NoteKind.PROGRESS: "Tiến độ",
    NoteKind.RESULT: "Kết quả, đã xong",
    NoteKind.UNIT_DONE: "Một đơn vị đã xong",
    NoteKind.DIFFICULTY: "Khó khăn, vướng mắc",
    NoteKind.GUIDANCE: "Hướng dẫn nhận được",
    NoteKind.EVIDENCE: "Tài liệu kiểm chứng",
    NoteKind.URGED: "Đã đôn đốc",
    NoteKind.SPENT: "Kinh phí đã chi",
}


@dataclass(frozen=True, slots=True)
class Note:
    """One thing noted about a duty."""

    id: int
    kind: NoteKind
    on_day: date
    words: str
    whom: str  # who reported, was asked or answered
    document: int | None  # a line of a register
    reference: str  # of a paper file
    amount: int | None  # đồng


@dataclass(frozen=True, slots=True)
class NewNote:
    """What is noted; `on_day` None: today."""

    kind: NoteKind | None
    words: str = ""
    on_day: date | None = None
    whom: str = ""
    evidence: str = ""
    reference: str = ""
    amount: str = ""


NOTE_FIELDS = (
    Field(
        "kind",
        "Ghi gì",
        None,
        FieldKind.CHOICE,
        choices=tuple((kind, kind.label) for kind in NoteKind),
    ),
    Field("on_day", "Ngày", None, FieldKind.DATE, required=False, hint="Để trống: hôm nay"),
    Field("words", "Nội dung", None, FieldKind.LONG_TEXT, required=False),
    Field(
        "whom",
        "Đơn vị",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Đơn vị đã làm xong, nơi được hỏi, nơi trả lời",
    ),
    Field(
        "evidence",
        "Dòng của sổ",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Ví dụ: sổ đi 12/2026 hoặc sổ đến 37/2026",
    ),
    Field(
        "reference",
        "Số hồ sơ giấy",
        None,
        FieldKind.TEXT,
        required=False,
        hint="Không lưu tệp, chỉ ghi nơi tìm thấy",
    ),
    Field("amount", "Số tiền (đồng)", None, FieldKind.TEXT, required=False),
)
