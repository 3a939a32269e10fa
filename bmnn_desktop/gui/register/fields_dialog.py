"""A small dialog of a few fields, each with its error beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from bmnn_desktop.domain.book import Field
from bmnn_desktop.errors import FieldsWrong
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.register.field_view import FieldView


class FieldsDialog(AskDialog):
    """`confirmed` carries the values by field; what is refused stays as typed."""

    confirmed = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        act: str,
        lock: Callable[[], None],
        *,
        fields: tuple[Field, ...],
        year: int,
    ) -> None:
        super().__init__(parent, title, act, lock)
        self._views = {field.name: FieldView(field, year) for field in fields}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        for view in self._views.values():
            row = self._grid.rowCount()
            top = Qt.AlignmentFlag.AlignTop if view.is_tall else Qt.AlignmentFlag.AlignVCenter
            self._grid.addWidget(view.label, row, 0, top)
            self._grid.addWidget(view.widget, row, 1)
            self._grid.addWidget(view.note, row + 1, 1)
        self._column.insertLayout(1, self._grid)
        self.act_button.setProperty("role", "primary")
        self.act_button.setDefault(True)  # nothing is lost by it
        next(iter(self._views.values())).widget.setFocus()

    def view(self, name: str) -> FieldView:
        """Return a field."""
        return self._views[name]

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show `values`."""
        for name, value in values.items():
            self._views[name].editor.set_value(value)

    def set_suggestions(self, remembered: Mapping[str, tuple[str, ...]]) -> None:
        """Offer what was typed before."""
        for name, values in remembered.items():
            if name in self._views:
                self._views[name].editor.set_suggestions(values)

    def act(self) -> None:
        """Give what is typed, unless it is no value."""
        for view in self._views.values():
            view.refuse(view.editor.wrong())
        if not self._go_to_first_wrong():
            self.notice.hush()
            self.act_button.setEnabled(False)
            self.confirmed.emit({name: view.value() for name, view in self._views.items()})

    def refuse(self, error: BaseException) -> None:
        """Say why beside the fields, or below them."""
        is_asked = isinstance(error, FieldsWrong) and all(
            wrong.field in self._views for wrong in error.errors
        )
        if not isinstance(error, FieldsWrong) or not is_asked:
            super().refuse(error)
            return
        self.act_button.setEnabled(True)
        for wrong in error.errors:
            self._views[wrong.field].refuse(wrong.why)
        self._go_to_first_wrong()

    def _go_to_first_wrong(self) -> bool:
        wrong = [view for view in self._views.values() if view.wrong]
        if wrong:
            wrong[0].widget.setFocus()
        return bool(wrong)
