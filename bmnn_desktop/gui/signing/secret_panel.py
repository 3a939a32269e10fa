"""How the second person proves who he is: a stick and its PIN, or the passphrase of his login."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.gui.widgets.passphrase_edit import PassphraseEdit
from bmnn_desktop.services.plugged_sticks import plugged_sticks


class SecretPanel(QWidget):
    """Offers what the person has; with both, the stick comes first."""

    entered = Signal()

    def __init__(self, parent: QWidget, *, has_stick: bool, has_passphrase: bool) -> None:
        super().__init__(parent)
        self.stick_choice = QRadioButton("USB ký và mã PIN", self)
        self.stick_choice.setObjectName("stick_choice")
        self.passphrase_choice = QRadioButton("Mật khẩu đăng nhập", self)
        self.passphrase_choice.setObjectName("passphrase_choice")
        self.place_label = self._field("Tệp khóa trên USB ký")
        self.place_edit = QLineEdit(self)
        self.place_edit.setObjectName("place_edit")
        self.place_label.setBuddy(self.place_edit)
        self.find_button = QPushButton("Chọn…", self)
        self.find_button.setObjectName("find_button")
        self.find_button.setAutoDefault(False)
        self.find_button.clicked.connect(self._find)
        self.secret_label = self._field("")
        self.secret_edit = PassphraseEdit(self)
        self.secret_label.setBuddy(self.secret_edit)
        self.secret_edit.entered.connect(self.entered)
        self.place_edit.returnPressed.connect(self.secret_edit.setFocus)
        choices, place = QHBoxLayout(), QHBoxLayout()
        for choice in (self.stick_choice, self.passphrase_choice):
            choices.addWidget(choice)
            choice.setVisible(has_stick and has_passphrase)
            choice.toggled.connect(self._choose)
        choices.addStretch(1)
        place.addWidget(self.place_edit, 1)
        place.addWidget(self.find_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(choices)
        column.addWidget(self.place_label)
        column.addLayout(place)
        column.addWidget(self.secret_label)
        column.addWidget(self.secret_edit)
        if has_stick and len(plugged := plugged_sticks()) == 1:
            self.place_edit.setText(str(plugged[0]))
        (self.stick_choice if has_stick else self.passphrase_choice).setChecked(True)

    @property
    def is_stick(self) -> bool:
        """Tell whether a stick signs."""
        return self.stick_choice.isChecked()

    @property
    def place(self) -> Path | None:
        """Return where the key file lies; None until it is said."""
        text = self.place_edit.text().strip()
        return Path(text) if text else None

    @property
    def secret(self) -> str:
        """Return PIN or passphrase as typed."""
        return self.secret_edit.text

    def ask_again(self) -> None:
        """Let a wrong secret be typed anew."""
        self.secret_edit.line.selectAll()
        self.secret_edit.setFocus()

    def _choose(self) -> None:
        for part in (self.place_label, self.place_edit, self.find_button):
            part.setVisible(self.is_stick)
        self.secret_label.setText("Mã PIN" if self.is_stick else "Mật khẩu đăng nhập")
        self.secret_edit.set_text("")
        is_next = self.is_stick and not self.place_edit.text()
        (self.place_edit if is_next else self.secret_edit).setFocus()

    def _find(self) -> None:
        words = "Chọn tệp khóa trên USB ký"
        chosen, _kind = QFileDialog.getOpenFileName(self, words, "", "Tệp khóa (*.json)")
        if chosen:
            self.place_edit.setText(chosen)
            self.secret_edit.setFocus()

    def _field(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("role", "field")
        return label
