"""A passphrase field: hidden, with an eye to see what was typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from bmnn_desktop.gui.icon import icon


class PassphraseEdit(QWidget):
    """Holds what was typed until it is taken; nothing of it reaches the clipboard."""

    text_changed = Signal(str)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.line.setDragEnabled(False)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoAutoUppercase
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.line.textChanged.connect(self.text_changed)
        self.line.selectionChanged.connect(self._keep_unselected)
        self.line.returnPressed.connect(self.entered)
        self.eye = QToolButton(self)
        self.eye.setObjectName("eye_button")
        self.eye.setProperty("role", "eye")
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        self.setFocusProxy(self.line)
        self._look(False)

    @property
    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def set_text(self, text: str) -> None:
        """Put `text` in."""
        self.line.setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the eye again in the colours of a new palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_eye()
        super().changeEvent(event)

    def _look(self, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        # An input method left on would turn syllables into marked letters.
        self.line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        words = "Che mật khẩu" if is_shown else "Xem mật khẩu đã gõ"
        self.eye.setToolTip(words)
        self.eye.setAccessibleName(words)
        self._draw_eye()

    def _keep_unselected(self) -> None:
        """Let nothing be selected while it can be read: what is selected can be copied."""
        if self.eye.isChecked() and self.line.hasSelectedText():
            self.line.deselect()

    def _draw_eye(self) -> None:
        name = "eye_off" if self.eye.isChecked() else "eye"
        self.eye.setIcon(icon(name, self.palette().color(QPalette.ColorRole.WindowText)))
