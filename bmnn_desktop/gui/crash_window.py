"""What the user sees of a bug: a code to pass on, never a value, a name or a subject."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from bmnn_desktop.gui.forms.ui_crash_window import Ui_CrashWindow


class CrashWindow(QDialog):
    """Shows the code of one bug."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CrashWindow()
        self.ui.setupUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui.code_edit.setText(code)
        self.ui.close_button.clicked.connect(self.close)
