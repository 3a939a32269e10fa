"""Mang ra khỏi nơi lưu giữ: abroad asks for more than within the country."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.removal import (
    ABROAD_REQUEST,
    COUNTRY_PERMIT,
    COUNTRY_USE,
    REMOVAL_FIELDS,
    RemovalKind,
)
from bmnn_desktop.gui.events.copies_choice import Offered
from bmnn_desktop.gui.events.copies_dialog import CopiesDialog

_WIDTH = 820  # thirteen fields under a long rule must leave a low screen some room
_ONLY_ABROAD = ("post", "unit", "protection", "request")


class RemovalDialog(CopiesDialog):
    """The rule that applies is said above the fields."""

    def __init__(
        self, parent: QWidget, offered: Sequence[Offered], year: int, lock: Callable[[], None]
    ) -> None:
        super().__init__(
            parent,
            "Mang ra khỏi nơi lưu giữ",
            "Ghi mang ra",
            lock,
            offered=offered,
            fields=REMOVAL_FIELDS,
            year=year,
            abreast=2,
        )
        self._rule = self.say("", "quiet")
        kind = self.view("kind").editor
        kind.set_value(RemovalKind.COUNTRY)
        kind.changed.connect(self._show_kind)
        self._show_kind()

    def _show_kind(self) -> None:
        is_abroad = self.view("kind").value() is RemovalKind.ABROAD
        for name in _ONLY_ABROAD:
            self.view(name).ask(is_abroad)
        inside = f"{COUNTRY_USE.line} {COUNTRY_PERMIT.line}"
        self._rule.setText(ABROAD_REQUEST.line if is_abroad else inside)
