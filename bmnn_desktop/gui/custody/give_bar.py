"""Giao bản: numbers, receiver, Enter. What the numbers mean is read back while they are typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from bmnn_desktop.domain.text import inside, tidy
from bmnn_desktop.errors import KnownError
from bmnn_desktop.gui.custody.words import copy_of
from bmnn_desktop.gui.widgets.date_edit import DateEdit
from bmnn_desktop.gui.widgets.polish import set_look
from bmnn_desktop.gui.widgets.suggesting_edit import SuggestingEdit
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.name_copies import name_copies

if TYPE_CHECKING:
    from bmnn_desktop.domain.holding import Holding
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.hand_out import HandedOut
    from bmnn_desktop.services.office import Office

_TYPING_PAUSE = 120  # milliseconds
_SAID = 4  # copies read back by name
_DATE_WIDTH = 150
_HINT = (
    "Số của tài liệu, sau dấu chấm là bản số mấy: “đến 37, đi 12.3” – bản số 03 của số 12 sổ đi; "
    "“12.1-3”: các bản 01 đến 03; “12.S1”: bản sao số 01; “đi 12/2025.3”: sổ năm 2025."
)


class GiveBar(QFrame):
    """`given` carries what was written and the copies it was about."""

    given = Signal(object, object)  # HandedOut, tuple[Holding, ...]

    def __init__(self, office: Office, jobs: Jobs, year: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._jobs = office, jobs
        self._question = 0
        self.setProperty("role", "card")
        self.numbers_edit = QLineEdit(self)
        self.receiver_edit = SuggestingEdit(self)
        self.due_edit = DateEdit(year, self)
        self.occasion_edit = SuggestingEdit(self)
        self.give_button = QPushButton("Giao   Enter", self)
        self.told_label = QLabel(_HINT, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._build()
        self.setFocusProxy(self.numbers_edit)

    @property
    def has_text(self) -> bool:
        """Tell whether something is typed that would be lost."""
        return bool(tidy(self.numbers_edit.text()))

    def set_suggestions(self, receivers: tuple[str, ...]) -> None:
        """Offer receivers."""
        self.receiver_edit.set_values(receivers)

    def stop(self) -> None:
        """End the timer: the window is going away."""
        self._pause.stop()

    def give(self) -> None:
        """Give what is named to whom is named; what was typed stays when it is refused."""
        if not self.has_text:
            self._say("Chưa ghi số của bản nào.", is_wrong=True)
            self.numbers_edit.setFocus()
        elif not tidy(self.receiver_edit.text()):
            self._say("Chưa ghi người nhận.", is_wrong=True)
            self.receiver_edit.setFocus()
        elif not self.due_edit.is_readable():
            self._say("Hạn trả không phải là ngày tháng.", is_wrong=True)
            self.due_edit.setFocus()
        elif self.give_button.isEnabled():
            self._question += 1  # what is still being read back comes too late
            self._pause.stop()
            self.give_button.setEnabled(False)
            self._jobs.new(self._give, self._refused).watch(
                self._office.read(name_copies, self.numbers_edit.text())
            )

    def _give(self, some: tuple[Holding, ...]) -> None:
        occasion = tidy(self.occasion_edit.text())
        due: date | None = self.due_edit.value()

        def done(handed: HandedOut) -> None:
            self.give_button.setEnabled(True)
            self.clear()
            self.given.emit(handed, some)

        self._jobs.new(done, self._refused).watch(
            self._office.write(
                give_copies,
                tuple(one.copy.id for one in some),
                receiver=self.receiver_edit.text(),
                due_on=due,
                occasion=occasion,
            )
        )

    def clear(self) -> None:
        """Empty the fields for the next hand-over."""
        for edit in (self.numbers_edit, self.receiver_edit, self.due_edit, self.occasion_edit):
            edit.clear()
        self._say(_HINT)
        self.numbers_edit.setFocus()

    def _refused(self, error: BaseException) -> None:
        self.give_button.setEnabled(True)
        if not isinstance(error, KnownError):
            raise error
        self._say(f"{error} (Mã: {error.code})", is_wrong=True)

    def _typed(self) -> None:
        self._question += 1
        if self.has_text:
            self._pause.start()
        else:
            self._pause.stop()
            self._say(_HINT)

    def _ask(self) -> None:
        question = self._question

        def answered(some: tuple[Holding, ...]) -> None:
            if question == self._question:
                self._say(_read_back(some))

        def refused(error: BaseException) -> None:
            if question != self._question:
                return
            if not isinstance(error, KnownError):
                raise error
            self._say(str(error))

        self._jobs.new(answered, refused).watch(
            self._office.read(name_copies, self.numbers_edit.text())
        )

    def _say(self, words: str, *, is_wrong: bool = False) -> None:
        set_look(self.told_label, "role", "error" if is_wrong else "quiet")
        self.told_label.setText(words)

    def _build(self) -> None:
        self.told_label.setTextFormat(Qt.TextFormat.PlainText)
        self.told_label.setWordWrap(True)
        self.told_label.setObjectName("told_label")
        self.told_label.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        set_look(self.told_label, "role", "quiet")
        self.give_button.setObjectName("give_button")
        self.give_button.setProperty("role", "primary")
        self.give_button.clicked.connect(self.give)
        self.due_edit.setFixedWidth(_DATE_WIDTH)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        for column, (words, name, edit, stretch) in enumerate(
            (
                ("Giao các bản", "numbers_edit", self.numbers_edit, 3),
                ("Người nhận", "receiver_edit", self.receiver_edit, 3),
                ("Hạn trả", "due_edit", self.due_edit, 0),
                ("Dùng cho cuộc họp", "occasion_edit", self.occasion_edit, 2),
            )
        ):
            label = QLabel(words, self)
            label.setProperty("role", "field")
            label.setBuddy(edit)
            edit.setObjectName(name)
            edit.setAccessibleName(words)
            edit.returnPressed.connect(self.give)
            grid.addWidget(label, 0, column)
            grid.addWidget(edit, 1, column)
            grid.setColumnStretch(column, stretch)
        self.numbers_edit.setPlaceholderText("đến 37, đi 12.3")
        self.occasion_edit.setPlaceholderText("thu lại trong ngày")
        grid.addWidget(self.give_button, 1, 4)
        grid.addWidget(self.told_label, 2, 0, 1, 5)
        self.numbers_edit.textChanged.connect(self._typed)


def _read_back(some: tuple[Holding, ...]) -> str:
    named = [f"{copy_of(one)}: {inside(one.copy.words)}" for one in some]
    more = f"; và {len(named) - _SAID} bản nữa" if len(named) > _SAID else ""
    return f"{len(named)} bản – {'; '.join(named[:_SAID])}{more}."
