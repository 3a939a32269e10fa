"""Read a template of a plan from its TOML file; its times are read like those of any plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.domain.plan import PlanTask
from bmnn_desktop.domain.timing import UNSTATED
from bmnn_desktop.errors import LawFileWrong
from bmnn_desktop.plans.timing import find_timing
from bmnn_desktop.registers.strict_table import StrictTable, read_table

_NO_TIME = "–"
_POLICE = "Công an cùng cấp"


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of plan with the duties it usually has."""

    title: str
    subject: str
    citation: str
    tasks: tuple[PlanTask, ...]


def read_template(path: Path, *, own: str, year: int) -> Template:
    """Return a template filled in for our unit and a year; raise LawFileWrong."""
    table = read_table(path, LawFileWrong)

    def filled(words: str) -> str:
        return words.replace("{own}", own).replace("{year}", str(year))

    def task(each: StrictTable) -> PlanTask:
        words = filled(each.text("timing")).replace(_NO_TIME, "")
        found = find_timing(words, year=year) if words else None
        made = PlanTask(
            ref=each.text("ref"),
            section="",
            summary=filled(each.text("summary")),
            lead=(own,),
            coordinate=(_POLICE,) if each.flag("with_police") else (),
            timing_text=words or None,
            timing=UNSTATED if found is None else found.timing,
        )
        each.nothing_else()
        return made

    template = Template(
        filled(table.text("title")),
        filled(table.text("subject")),
        table.text("citation"),
        tuple(task(each) for each in table.tables("tasks")),
    )
    table.nothing_else()
    return template
