"""Plans and their duties as JSON."""

from __future__ import annotations

import dataclasses
from datetime import date
from enum import Enum

from bmnn_desktop.domain.task import DraftPlan, KeptTask, TaskCard


def plain(value: object) -> object:
    """Return a value as JSON knows it: dates as text, tuples as lists, an enumeration's value."""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def draft_json(draft: DraftPlan, row: int | None) -> object:
    """Return a reviewed plan, with its row once it is kept."""
    return {"plan_id": row, **{n: plain(v) for n, v in dataclasses.asdict(draft).items()}}


def task_json(task: KeptTask, on: date) -> dict[str, object]:
    """Return a kept duty as it stands on a day."""
    values = {name: plain(value) for name, value in dataclasses.asdict(task).items()}
    return {**values, "days_late": task.days_late(on)}


def card_json(card: TaskCard, on: date) -> dict[str, object]:
    """Return all about a kept duty."""
    values = {name: plain(value) for name, value in dataclasses.asdict(card).items()}
    return {**values, "task": task_json(card.task, on)}
