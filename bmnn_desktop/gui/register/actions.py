"""What can be done with a line that stands in a book, by its state."""

from __future__ import annotations

from enum import Enum

from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.document import Document


class Action(Enum):
    """The value is (words on the button, key)."""

    OPEN = ("Mở bì", "Ctrl+O")
    REST = ("Nhận bổ sung…", "Ctrl+T")
    CORRECT = ("Sửa", "Ctrl+E")
    DIRECT = ("Ý kiến chỉ đạo…", "Ctrl+Y")
    COPY = ("Sao, chụp…", "Ctrl+Shift+C")
    ANNUL = ("Gạch bỏ số…", "Ctrl+G")
    MOVE = ("Ghi nhầm sổ…", "Ctrl+M")
    MINUTES = ("Biên bản…", "Ctrl+Shift+B")
    LETTER = ("Thư báo nơi gửi…", "Ctrl+Shift+T")
    DIRECTION_SHEET = ("Phiếu trình…", "Ctrl+Shift+P")
    MISSING = ("Chưa tìm thấy…", "F12")
    TAKE_OUT = ("Mang ra…", "Ctrl+Shift+M")
    PROVIDE = ("Cung cấp…", "Ctrl+Shift+D")

    @property
    def words(self) -> str:
        """Return what stands on the button."""
        return self.value[0]

    @property
    def key(self) -> str:
        """Return the key."""
        return self.value[1]

    @property
    def paper(self) -> str:
        """Return the kind of paper it prints; nothing for the others."""
        return _PAPERS.get(self, "")


_PAPERS = {
    Action.MINUTES: "minutes",
    Action.LETTER: "letter",
    Action.DIRECTION_SHEET: "direction",
}


def possible_actions(document: Document) -> frozenset[Action]:
    """Return what may be done with `document` as it stands."""
    if document.is_annulled:
        return frozenset()
    possible = {Action.CORRECT, Action.ANNUL, Action.MOVE}
    possible |= {Action.MISSING, Action.TAKE_OUT, Action.PROVIDE}
    comparison = document.comparison
    if document.level is not None and not document.is_sealed:
        possible |= {Action.COPY}
    if document.book == "incoming":
        possible |= {Action.DIRECT, Action.DIRECTION_SHEET}
    if document.is_sealed:
        possible |= {Action.OPEN}
    if comparison is not None and comparison.awaiting:
        possible |= {Action.REST}
    if comparison is not None and comparison.finding is not Finding.COMPLETE:
        possible |= {Action.MINUTES, Action.LETTER}
    return frozenset(possible)
