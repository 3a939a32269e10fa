"""A new passphrase: a generated one to copy, or an own one; typed again either way."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.passphrase import LEAST, generate, has_marks
from bmnn_desktop.gui.widgets.passphrase_edit import PassphraseEdit

MARKS_WARNING = (
    "Mật khẩu có chữ có dấu: khi bộ gõ tắt hoặc đổi kiểu gõ sẽ không gõ lại được. "
    "Nên dùng chữ không dấu."
)


def too_short(passphrase: str) -> str:
    """Return the sentence for a passphrase that is too short, else nothing."""
    return f"Mật khẩu phải có ít nhất {LEAST} ký tự." if len(passphrase) < LEAST else ""


def not_again(passphrase: str, typed: str) -> str:
    """Return the sentence for a passphrase that was not typed again as it is, else nothing."""
    if not typed:
        return "Hãy gõ lại mật khẩu để chắc là đã chép đúng."
    if typed != passphrase:
        return "Mật khẩu gõ lại chưa khớp; hãy bấm hình con mắt để xem lại."
    return ""


class NewPassphrase(QWidget):
    """Nothing of it is remembered; the generated one reads the same with Telex, VNI or neither."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.generated_label = QLabel(generate(), self)
        self.generated_label.setObjectName("generated_label")
        self.generated_label.setProperty("role", "group")
        self.generated_label.setTextFormat(Qt.TextFormat.PlainText)
        self.again_button = QPushButton("Câu khác", self)
        self.again_button.setAutoDefault(False)
        self.again_button.clicked.connect(lambda: self.generated_label.setText(generate()))
        self.own_check = QCheckBox("Tự đặt mật khẩu khác", self)
        self.own_check.setObjectName("own_check")
        self.own_edit = PassphraseEdit(self)
        self.own_edit.setObjectName("own_edit")
        self.note_label = QLabel(self)
        self.note_label.setWordWrap(True)
        self.note_label.setProperty("role", "warning")
        self.repeat_edit = PassphraseEdit(self)
        self.repeat_edit.setObjectName("repeat_edit")
        self.repeat_edit.line.setPlaceholderText("Gõ lại mật khẩu đã chép")
        self.own_edit.line.setPlaceholderText(f"Ít nhất {LEAST} ký tự, chữ không dấu")
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.generated_label, 1)
        row.addWidget(self.again_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (
            *(self._row, self.own_check, self.own_edit),
            *(self.note_label, self.repeat_edit),
        ):
            column.addWidget(widget)
        self.own_check.toggled.connect(self._show)
        self.own_edit.text_changed.connect(self._show)
        self._show()

    @property
    def passphrase(self) -> str:
        """Return the passphrase that is meant."""
        return self.own_edit.text if self.own_check.isChecked() else self.generated_label.text()

    def missing(self) -> str:
        """Return what is missing, and go there; nothing when it is whole."""
        words = too_short(self.passphrase)
        if words:
            self.own_edit.setFocus()
            return words
        words = not_again(self.passphrase, self.repeat_edit.text)
        if words:
            self.repeat_edit.setFocus()
        return words

    def forget(self) -> None:
        """Hold nothing of it any more: it was given."""
        self.generated_label.clear()
        for edit in (self.own_edit, self.repeat_edit):
            edit.set_text("")

    def _show(self) -> None:
        is_own = self.own_check.isChecked()
        self._row.setVisible(not is_own)
        self.own_edit.setVisible(is_own)
        warns = is_own and has_marks(self.own_edit.text)
        self.note_label.setText(MARKS_WARNING if warns else "")
        self.note_label.setVisible(warns)
