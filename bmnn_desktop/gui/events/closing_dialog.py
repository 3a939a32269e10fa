"""Kết thúc vụ việc: what it turned out to be, and which copies are lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.incident import CLOSING_FIELDS, Incident, IncidentOutcome
from bmnn_desktop.domain.text import inside
from bmnn_desktop.gui.events.copies_choice import Offered
from bmnn_desktop.gui.events.copies_dialog import CopiesDialog

_MEANING = (
    "Bản tìm thấy trở lại nơi lưu giữ; bản xác định đã mất không dùng được nữa. Có hiệu lực ngay, "
    "người thứ hai xác nhận theo tờ chốt sổ."
)
_LOSES = (IncidentOutcome.LOST, IncidentOutcome.LEAKED)


class ClosingDialog(CopiesDialog):
    """Copies are ticked only where some may be lost."""

    def __init__(
        self,
        parent: QWidget,
        incident: Incident,
        frozen: Sequence[Offered],
        lock: Callable[[], None],
    ) -> None:
        super().__init__(
            parent,
            f"Kết thúc {inside(incident.title)}",
            "Kết thúc vụ việc",
            lock,
            offered=frozen,
            fields=CLOSING_FIELDS,
            year=incident.year,
            basis=_MEANING,
            needs_copy=False,
        )
        self._which = self.say("Đánh dấu những bản xác định đã mất; các bản khác là tìm thấy.")
        self._has_frozen = bool(frozen)
        self.view("outcome").editor.changed.connect(self._show_outcome)
        self._show_outcome()

    @property
    def lost(self) -> tuple[int, ...]:
        """Return the copies that are lost."""
        return self.choice.chosen if self._asks_which else ()

    @property
    def _asks_which(self) -> bool:
        return self._has_frozen and self.view("outcome").value() in _LOSES

    def _show_outcome(self) -> None:
        self.choice.setVisible(self._asks_which)
        self._which.setVisible(self._asks_which)
