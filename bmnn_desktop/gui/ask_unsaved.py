"""Before typed text would be lost: save it, drop it, or stay."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask_unsaved(parent: QWidget, *, save: Callable[[], object], drop: Callable[[], object]) -> None:
    """Ask, and call what was chosen; staying is the default and calls nothing."""
    box = QMessageBox(parent)
    box.setObjectName("unsaved_box")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Chưa ghi vào sổ")
    box.setText("Biểu nhập còn nội dung chưa ghi vào sổ.")
    box.setInformativeText("Ghi vào sổ, bỏ nội dung vừa gõ, hay thôi để gõ tiếp?")
    save_button = box.addButton("Ghi", QMessageBox.ButtonRole.AcceptRole)
    drop_button = box.addButton("Bỏ", QMessageBox.ButtonRole.DestructiveRole)
    stay_button = box.addButton("Thôi", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay_button)
    box.setEscapeButton(stay_button)
    save_button.clicked.connect(save)
    drop_button.clicked.connect(drop)
    box.open()
