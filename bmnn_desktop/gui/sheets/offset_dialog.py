"""Chỉnh máy in: the offset in millimetres, and a test page to read it from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QGridLayout, QLabel, QPushButton, QWidget

from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.services.printer_offset import MOST_MM, PrinterOffset

_HUNDREDTHS = 100


class OffsetDialog(AskDialog):
    """In tiếp stands or falls with it: rows must meet the rules printed before."""

    confirmed = Signal(object)  # PrinterOffset
    test_wanted = Signal(object)  # PrinterOffset

    def __init__(self, parent: QWidget, known: PrinterOffset, lock: Callable[[], None]) -> None:
        super().__init__(parent, "Chỉnh máy in", "Ghi", lock)
        self.say("Máy in lệch bao nhiêu?", "subtitle")
        self.say(
            "In trang thử, đọc trên thước xem mực lệch mấy mm rồi ghi số dịch lại vào đây. Số âm "
            "là dịch sang trái, lên trên."
        )
        self.right_box = self._box("right_box", known.right)
        self.down_box = self._box("down_box", known.down)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (words, box) in enumerate(
            (("Dịch sang phải", self.right_box), ("Dịch xuống dưới", self.down_box))
        ):
            label = QLabel(words, self)
            label.setProperty("role", "field")
            label.setBuddy(box)
            grid.addWidget(label, row, 0)
            grid.addWidget(box, row, 1)
        self.body.addLayout(grid)
        self.test_button = QPushButton("In trang thử", self)
        self.test_button.setObjectName("test_button")
        self.test_button.setAutoDefault(False)
        self.test_button.clicked.connect(lambda: self.test_wanted.emit(self.offset))
        self.body.addWidget(self.test_button)
        self.act_button.setProperty("role", "primary")
        self.act_button.setDefault(True)
        self.right_box.setFocus()
        self.right_box.selectAll()

    @property
    def offset(self) -> PrinterOffset:
        """Return what is typed."""
        return PrinterOffset(
            round(self.right_box.value() * _HUNDREDTHS), round(self.down_box.value() * _HUNDREDTHS)
        )

    def act(self) -> None:
        """Give what is typed."""
        self.act_button.setEnabled(False)
        self.confirmed.emit(self.offset)

    def tested(self, name: str) -> None:
        """Say where the test page is."""
        self.notice.say(Tone.GOOD, f"Đã ghi trang thử: {name}.")

    def _box(self, name: str, hundredths: int) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setObjectName(name)
        box.setLocale(QLocale(QLocale.Language.Vietnamese))
        box.setRange(-MOST_MM, MOST_MM)
        box.setDecimals(2)
        box.setSingleStep(0.25)
        box.setSuffix(" mm")
        box.setValue(hundredths / _HUNDREDTHS)
        return box
