"""What every book checks alike: what is missing, too long, or a subject where none may stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import FieldWrong

Wrong = Callable[[str, str], None]

MOST_COPIES = 999
LONGEST = 2000  # characters of one field; a register line is never longer
_MOST_PAGES = 99_999
_MISSING = {
    FieldKind.DATE: "chưa ghi hoặc không phải ngày có thật.",
    FieldKind.LEVEL: "chưa chọn Tuyệt mật, Tối mật hay Mật.",
    FieldKind.NAMES: "chưa ghi nơi nhận nào.",
    FieldKind.CHOICE: "chưa chọn.",
}


class Errors:
    """The errors of one entry, each tied to its field."""

    def __init__(self, fields: Sequence[Field]) -> None:
        self._labels = {field.name: field.label for field in fields}
        self._fields = fields
        self._found: list[FieldWrong] = []

    def wrong(self, name: str, why: str) -> None:
        """Note that a field is wrong."""
        self._found.append(FieldWrong(field=name, label=self._labels[name], why=why))

    def all(self) -> tuple[FieldWrong, ...]:
        """Return what was found, in the order of the form."""
        order = list(self._labels)
        return tuple(sorted(self._found, key=lambda error: order.index(error.field)))

    def check_presence(
        self, values: Mapping[str, object], *, but: frozenset[str] = frozenset()
    ) -> None:
        """Check that required fields are there (`but` some) and none is too long."""
        for field in self._fields:
            value = values.get(field.name)
            if field.required and field.name not in but and (value is None or value in ("", ())):
                self.wrong(field.name, _MISSING.get(field.kind, "chưa ghi."))
            texts = value if isinstance(value, tuple) else (value,)
            if any(isinstance(text, str) and len(text) > LONGEST for text in texts):
                self.wrong(field.name, f"dài quá {LONGEST} ký tự.")

    def check_subject(self, values: Mapping[str, object]) -> None:
        """Check that a subject stands where it must, and none where it may not (NĐ 63, Điều 6)."""
        level = values.get("level")
        if not isinstance(level, Level):
            return
        if level.allows_subject and not values.get("subject"):
            self.wrong("subject", "chưa ghi trích yếu.")
        if not level.allows_subject and values.get("subject"):
            self.wrong(
                "subject",
                "độ Tuyệt mật không được ghi trích yếu (Điều 6 NĐ 63/2026/NĐ-CP); hãy xóa ô này.",
            )

    def check_pages(self, values: Mapping[str, object]) -> None:
        """Check the number of pages and annexes of a copy."""
        for name in ("pages", "annexes"):
            value = values.get(name)
            if isinstance(value, int) and not 0 <= value <= _MOST_PAGES:
                self.wrong(name, f"phải từ 0 đến {_MOST_PAGES}.")
