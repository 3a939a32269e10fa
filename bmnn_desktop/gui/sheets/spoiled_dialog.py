"""Tờ hỏng: what became of each sheet of a print, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.gui.register.reason_dialog import ReasonDialog
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.gui.widgets.radio_choice import Option, RadioChoice

_FATES = (
    Option(Answer.GOOD, "Tốt", "t"),
    Option(Answer.SPOILED, "Hỏng", "h"),
    Option(Answer.NOTHING, "Không ra", "k"),
)

_MEANING = "Tờ hỏng được giữ lại trong sổ với số tờ và lý do; các dòng của tờ đó in sang tờ sau."


class SpoiledDialog(ReasonDialog):
    """A print of one sheet, or of a paper that has no sheet number, asks for the reason only."""

    def __init__(self, parent: QWidget, numbers: Sequence[int], lock: Callable[[], None]) -> None:
        super().__init__(parent, "Tờ hỏng", "Ghi tờ hỏng", lock)
        is_one = len(numbers) <= 1
        self.say(_question(numbers), "subtitle")
        if numbers:
            self.say(_MEANING)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        self.choices: dict[int, RadioChoice] = {}
        for row, number in enumerate(numbers):
            choice = RadioChoice(_FATES, self)
            choice.set_value(Answer.SPOILED if is_one else Answer.GOOD)
            label = QLabel(f"Tờ số {number}", self)
            label.setBuddy(choice)
            grid.addWidget(label, row, 0)
            grid.addWidget(choice, row, 1)
            label.setVisible(not is_one)
            choice.setVisible(not is_one)
            self.choices[number] = choice
        self.body.addLayout(grid)
        if not is_one:
            self.choices[numbers[0]].setFocus()

    @property
    def spoiled(self) -> tuple[int, ...]:
        """Return the sheets that came out bad."""
        return tuple(
            number
            for number, choice in self.choices.items()
            if choice.chosen_value() is Answer.SPOILED
        )

    @property
    def missing_from(self) -> int | None:
        """Return the first sheet that never came out."""
        return next(
            (
                number
                for number, choice in self.choices.items()
                if choice.chosen_value() is Answer.NOTHING
            ),
            None,
        )

    def act(self) -> None:
        """See that something is wrong with a sheet before asking for the reason."""
        if self.choices and not self.spoiled and self.missing_from is None:
            self.notice.say(Tone.AMBER, "Chưa chọn tờ nào hỏng hay không ra.")
        elif self._came_after_missing():
            self.notice.say(Tone.AMBER, "Một tờ không ra thì các tờ sau nó cũng không ra.")
        else:
            super().act()

    def _came_after_missing(self) -> bool:
        fates = [choice.chosen_value() for choice in self.choices.values()]
        missing = fates.index(Answer.NOTHING) if Answer.NOTHING in fates else len(fates)
        return any(fate is not Answer.NOTHING for fate in fates[missing:])


def _question(numbers: Sequence[int]) -> str:
    if not numbers:
        return "Ghi bản in này là bản hỏng?"
    return f"Ghi tờ số {numbers[0]} là tờ hỏng?" if len(numbers) == 1 else "Tờ nào hỏng?"
