"""A dialog of labelled fields about one person."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.widgets.notice import Tone


class FormDialog(AskDialog):
    """The fields stand in `form`, under the words of the head."""

    def __init__(
        self, parent: QWidget, title: str, act: str, head: str, lock: Callable[[], None]
    ) -> None:
        super().__init__(parent, title, act, lock)
        # Much is typed here: Enter in a line neither acts nor throws it away.
        self.leave_button.setDefault(False)
        self.leave_button.setAutoDefault(False)
        self.say(head)
        self.form = QFormLayout()
        self.form.setSpacing(8)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.body.addLayout(self.form)

    def line(self, words: str, name: str, hint: str = "") -> QLineEdit:
        """Add a line to type."""
        edit = QLineEdit(self)
        edit.setObjectName(name)
        edit.setPlaceholderText(hint)
        self.form.addRow(words, edit)
        return edit

    def is_whole(self, *missing: str) -> bool:
        """Tell whether nothing is missing; else say the first thing that is."""
        words = next(filter(None, missing), "")
        if words:
            self.notice.say(Tone.AMBER, words)
        else:
            self.notice.hush()
            self.act_button.setEnabled(False)
        return not words
