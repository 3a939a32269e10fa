"""Chuyển năm: eight steps that may be left and resumed; none of them blocks registering.

Most steps are told from the vault itself. Those that ink or scissors do are marked by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import YEARLY, printed_book
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import loose_ends, volumes, year_steps
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.times import read_time

_YEAR_END = (12, 15)
_SPRING = (3, 31)  # until then the change stays in sight


class Step(Enum):
    """The steps, in order; the value is what the vault stores."""

    OPEN = "open"
    PRINT = "print"
    SIGN = "sign"
    CROSS = "cross"
    CLOSE = "close"
    CLOSING = "closing_certificate"
    OPENING = "opening_certificate"
    BACKUP = "backup"

    @property
    def by_hand(self) -> bool:
        """Tell whether a person may mark it done: ink does it, or a paper of one's own."""
        return self in (Step.SIGN, Step.CROSS, Step.CLOSING, Step.OPENING)


@dataclass(frozen=True, slots=True)
class Tick:
    """A step as it stands; `lacks` says volume by volume what is to be done.

    `marked_on`: a person said on that day that it is done.
    """

    step: Step
    is_done: bool
    lacks: tuple[str, ...]
    marked_on: date | None = None


@dataclass(frozen=True, slots=True)
class YearChange:
    """The change to `year`: its ticks, and the volumes of the year before and of the new one."""

    year: int
    ticks: tuple[Tick, ...]
    old: tuple[Volume, ...]
    new: tuple[Volume, ...]
    to_open: tuple[str, ...]  # the books that `year` has no volume of

    @property
    def done(self) -> int:
        """Return how many steps are done."""
        return sum(tick.is_done for tick in self.ticks)


def year_of_change(opened: Iterable[Volume], today: date) -> int | None:
    """Return the year that the books are being changed to; None when nothing asks for it.

    That is so from 15 December, in a year whose books are not open yet, as long as an older year
    has a volume that is not closed, and until the end of March.
    """
    every = tuple(opened)
    newest = max(volume.year for volume in every)
    if newest < today.year:
        return today.year
    is_left_open = any(volume.year < newest and not volume.is_closed for volume in every)
    is_spring = newest == today.year and (today.month, today.day) <= _SPRING
    if is_left_open or (is_spring and any(volume.year < newest for volume in every)):
        return newest
    if newest == today.year and (today.month, today.day) >= _YEAR_END:
        return today.year + 1
    return None


def look_at_year_change(desk: Desk, year: int | None = None) -> YearChange:
    """Return how far the change to `year` is; None: the year that is being changed to."""
    rows = desk.rows
    every = tuple(one for book in volumes.books(rows) for one in volumes.of_book(rows, book))
    if year is None:
        newest = max(volume.year for volume in every)
        year = year_of_change(every, desk.today()) or newest
    old = tuple(volume for volume in every if volume.year == year - 1)
    new = tuple(volume for volume in every if volume.year == year)
    opened = {volume.book for volume in new}
    to_open = tuple(book.key for book in YEARLY if book.key not in opened)
    found = {
        Step.OPEN: [f"{_title(book)} {year} chưa mở" for book in to_open],
        Step.PRINT: _each(old, "còn {} dòng chưa in", lambda one: loose_ends.unprinted(rows, one)),
        Step.SIGN: _each(
            old, "còn {} dòng chưa ký nhận", lambda one: loose_ends.unsigned(rows, one).lines
        ),
        Step.CROSS: _unprinted_paper(rows, old, "crossing", "chưa gạch chéo phần trống"),
        Step.CLOSE: [f"{_name(one)} chưa khóa" for one in old if not one.is_closed],
        Step.CLOSING: _unprinted_paper(rows, old, "closing", "chưa in chứng nhận khóa sổ"),
        Step.OPENING: _unprinted_paper(rows, new, "opening", "chưa in chứng nhận mở sổ"),
        Step.BACKUP: _backup(rows, old),
    }
    if to_open:
        found[Step.OPENING] += [f"{_title(book)} {year} chưa mở" for book in to_open]
    marked = year_steps.done(rows, year)
    ticks = tuple(
        Tick(
            step,
            is_done=not found[step] or step.value in marked,
            lacks=tuple(found[step]),
            marked_on=marked.get(step.value),
        )
        for step in Step
    )
    return YearChange(year, ticks, old, new, to_open)


def mark_step(desk: WritingDesk, year: int, step: Step, *, is_done: bool = True) -> int:
    """Take down that a step which ink does is done, or is not after all; return the entry."""
    desk.session.require(Role.KEEPER)
    if not step.by_hand:
        raise ValueError(step)
    done_on = desk.today().isoformat() if is_done else None
    with desk.journal.write("year.step") as act:
        row = year_steps.row_of(act.rows, year, step.value)
        if row is None:
            act.insert(
                "year_step",
                year=year,
                step=step.value,
                done_on=done_on,
                person_id=desk.session.person,
            )
        else:
            act.update("year_step", row, done_on=done_on, person_id=desk.session.person)
    return act.seq


def _each(old: tuple[Volume, ...], words: str, count: Callable[[Volume], int]) -> list[str]:
    counted = ((one, count(one)) for one in old)
    return [f"{_name(one)} {words.format(number)}" for one, number in counted if number]


def _unprinted_paper(rows: Rows, those: tuple[Volume, ...], kind: str, words: str) -> list[str]:
    return [
        f"{_name(one)} {words}" for one in those if not year_steps.is_printed(rows, one.id, kind)
    ]


def _backup(rows: Rows, old: tuple[Volume, ...]) -> list[str]:
    """Return what lacks of a backup that was verified after everything was closed."""
    closed = [volume.closed_on for volume in old if volume.closed_on is not None]
    if len(closed) < len(old):
        return ["Làm sau khi khóa hết các quyển"]
    stamped = year_steps.last_backup(rows)
    if stamped is None or (closed and civil_date(read_time(stamped)) < max(closed)):
        return ["Chưa có bản sao lưu nào được kiểm tra sau khi khóa sổ"]
    return []


def _name(volume: Volume) -> str:
    return f"{_title(volume.book)} {volume.year}, quyển {show_number(volume.number)}"


def _title(key: str) -> str:
    return printed_book(key).short_title
