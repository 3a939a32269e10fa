"""Báo chưa tìm thấy: what the books know is already typed, so that one key and Enter are enough."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.incident import INCIDENT_FIELDS, REPORT_AT_ONCE
from bmnn_desktop.gui.events.copies_choice import Offered
from bmnn_desktop.gui.events.copies_dialog import CopiesDialog

_MEANING = (
    "Ghi ngay khi chưa thấy, không cần biết vì sao: bản được khóa, không giao, gửi hay tiêu hủy "
    "được cho tới khi có kết luận. Tìm thấy thì kết thúc vụ việc là xong."
)


class MissingDialog(CopiesDialog):
    """`seen_wanted` asks what the books know of the chosen copies."""

    seen_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        offered: Sequence[Offered],
        today: date,
        discoverer: str,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(
            parent,
            "Chưa tìm thấy",
            "Ghi chưa tìm thấy",
            lock,
            offered=offered,
            fields=INCIDENT_FIELDS,
            year=today.year,
            basis=f"{_MEANING} {REPORT_AT_ONCE.line}",
        )
        now = datetime.now(VIETNAM)
        self.set_values(
            {"discovered_on": today, "discovered_at": f"{now:%H:%M}", "discoverer": discoverer}
        )
        self.phone_label = self.say("Gọi ai: đang xem…", "warning")  # the dialog has room for it
        self._known = ""  # what was filled in; what somebody typed is left alone
        self.choice.changed.connect(self._ask)

    def ask_what_is_known(self) -> None:
        """Ask for the copies that are chosen at once."""
        self._ask()

    def show_known(self, words: str) -> None:
        """Fill in what the books know, unless something else was typed."""
        view = self.view("last_seen")
        if view.value() == self._known:
            self._known = words
            view.editor.set_value(words)

    def show_phone(self, words: str) -> None:
        """Say whom to call at once."""
        self.phone_label.setText(
            f"Gọi ngay: {words}" if words else "Chưa ghi gọi ai: đặt ở trang Vụ việc, mang ra."
        )

    def _ask(self) -> None:
        if self.choice.chosen:
            self.seen_wanted.emit(self.choice.chosen)
