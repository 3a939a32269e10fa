"""Chuyển năm: eight steps, each with what does it; none blocks, all can be left and resumed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from bmnn_desktop.domain.text import inside
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.year.tick_row import TickRow
from bmnn_desktop.gui.year.volume_acts import VolumeActs
from bmnn_desktop.gui.year.volumes_model import name_of
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.year_change import (
    Step,
    Tick,
    YearChange,
    look_at_year_change,
    mark_step,
)

if TYPE_CHECKING:
    from bmnn_desktop.services.office import Office

_PROMISE = (
    "Không bước nào ở đây chặn việc đăng ký; có thể làm dần, bỏ dở rồi quay lại. Sổ năm cũ vẫn "
    "nhận đăng ký bổ sung cho đến khi khóa."
)
_TITLES = {
    Step.OPEN: "Mở sổ đến, sổ đi năm {new}",
    Step.PRINT: "In hết các dòng năm {old}",
    Step.SIGN: "Ký nhận đủ, hoặc ghi rõ chỗ còn thiếu",
    Step.CROSS: "Gạch chéo phần trống của tờ cuối",
    Step.CLOSE: "Khóa sổ năm {old}, từng quyển",
    Step.CLOSING: "In chứng nhận khóa sổ, trình ký",
    Step.OPENING: "In chứng nhận mở sổ năm {new}, trình ký",
    Step.BACKUP: "Sao lưu cuối năm, đọc lại kiểm tra",
}
_PLACES = {
    Step.PRINT: "Đến tờ sổ",
    Step.SIGN: "Đến tờ sổ",
    Step.CROSS: "Đến tờ sổ",
    Step.CLOSING: "Đến tờ sổ",
    Step.OPENING: "Đến tờ sổ",
    Step.BACKUP: "Đến Sao lưu",
}
_MARKS = {
    Step.SIGN: "Đã ghi rõ",
    Step.CROSS: "Đã gạch bằng bút",
    Step.CLOSING: "Đã có bản giấy",
    Step.OPENING: "Đã có bản giấy",
}


class YearPage(QWidget):
    """Looks anew each time it is shown."""

    place_wanted = Signal(str)
    has_unsaved_text = False

    def __init__(self, office: Office, lock: Callable[[], None]) -> None:
        super().__init__()
        self._office = office
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self.acts = VolumeActs(self, office, self.jobs, lock)
        self.acts.changed.connect(self.refresh)
        self.title_label = _label("Chuyển năm", "title")
        self.done_label = _label("", "quiet")
        self.rows = {step: TickRow(self) for step in Step}
        self._build()

    def refresh(self) -> None:
        """Look again."""
        self.jobs.new(self._arrived).watch(self._office.read(look_at_year_change))

    def stop(self) -> None:
        """End the work: the window is going away."""
        self.jobs.stop()

    def _arrived(self, change: YearChange) -> None:
        self.title_label.setText(f"Chuyển năm {change.year - 1} → {change.year}")
        self.done_label.setText(f"Đã xong {change.done} trên {len(change.ticks)} bước. {_PROMISE}")
        for tick in change.ticks:
            title = _TITLES[tick.step].format(old=change.year - 1, new=change.year)
            self.rows[tick.step].show_tick(title, tick, self._ways(tick, change))

    def _ways(self, tick: Tick, change: YearChange) -> list[tuple[str, Callable[[], object]]]:
        """Return the buttons of a step: words, and what each does."""
        step = tick.step
        if tick.marked_on is not None:
            return [("Bỏ đánh dấu", lambda: self._mark(change.year, step, is_done=False))]
        if tick.is_done:
            return []
        ways: list[tuple[str, Callable[[], object]]] = []
        if step is Step.OPEN:
            ways += [
                (
                    f"Mở {inside(find_book(key).short_title)} {change.year}…",
                    partial(self.acts.ask_to_open, key, change.year),
                )
                for key in change.to_open
            ]
        elif step is Step.CLOSE:
            ways += [
                (
                    f"Khóa {inside(name_of(volume))}…",
                    partial(self.acts.ask_to_close, volume),
                )
                for volume in change.old
                if not volume.is_closed
            ][:2]
        elif tick.lacks:
            place = "backup" if step is Step.BACKUP else "sheets"
            ways.append((_PLACES[step], lambda: self.place_wanted.emit(place)))
        if step in _MARKS:
            ways.append((_MARKS[step], lambda: self._mark(change.year, step, is_done=True)))
        return ways

    def _mark(self, year: int, step: Step, *, is_done: bool) -> None:
        self.jobs.new(lambda _: self.refresh()).watch(
            self._office.write(mark_step, year, step, is_done=is_done)
        )

    def _build(self) -> None:
        panel = QWidget(self)
        steps = QVBoxLayout(panel)
        steps.setContentsMargins(0, 0, 0, 0)
        steps.setSpacing(8)
        for row in self.rows.values():
            steps.addWidget(row)
        steps.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(panel)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 14)
        column.setSpacing(10)
        column.addWidget(self.title_label)
        column.addWidget(self.done_label)
        column.addWidget(area, 1)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
