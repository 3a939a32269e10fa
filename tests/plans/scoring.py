"""How near a parsed plan comes to a hand-made annotation: figures from 0 to 1."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bmnn_desktop.domain.plan import Plan

ROLES = ("lead", "coordinate", "requested")
HEADING = ("type", "place", "date", "title", "issuer")


@dataclass
class Paragraph:
    """What one paragraph asks for: the duties split from it are united."""

    roles: dict[str, set[str]] = field(default_factory=lambda: {role: set() for role in ROLES})
    times: set[tuple[str, str | None]] = field(default_factory=set)


def spelled(name: object) -> str:
    text = unicodedata.normalize("NFC", str(name)).casefold().replace("*", "")
    return re.sub(r"\s+", " ", text).strip(" .;,:-")


def read(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return document


def annotated(tasks: Sequence[Mapping[str, Any]]) -> dict[str, Paragraph]:
    found: dict[str, Paragraph] = {}
    for task in tasks:
        paragraph = found.setdefault(re.sub(r"#\d+$", "", task["ref"]), Paragraph())
        for role in ROLES:
            paragraph.roles[role] |= {spelled(name) for name in task[role]}
        paragraph.times.add((task["timing"]["kind"], task["timing"]["due"]))
    return found


def parsed(plan: Plan) -> dict[str, Paragraph]:
    return annotated(
        [
            {
                "ref": task.ref,
                **{role: getattr(task, role) for role in ROLES},
                "timing": {
                    "kind": str(task.timing.kind),
                    "due": task.timing.due.isoformat() if task.timing.due else None,
                },
            }
            for task in plan.tasks
        ]
    )


def f1(hits: int, said: int, true: int) -> float:
    return 2 * hits / (said + true) if said + true else 1.0


def figures(plan: Plan, document: Mapping[str, Any]) -> dict[str, float]:
    """Return the figures of a parsed plan against its annotation."""
    truth, said = annotated(document["tasks"]), parsed(plan)
    both = truth.keys() & said.keys()
    dated = [ref for ref in truth if any(due for _, due in truth[ref].times)]
    out = {"paragraph_f1": f1(len(both), len(said), len(truth))}
    for role in ROLES:
        hits = sum(len(truth[ref].roles[role] & said[ref].roles[role]) for ref in both)
        out[f"{role}_f1"] = f1(
            hits,
            sum(len(each.roles[role]) for each in said.values()),
            sum(len(each.roles[role]) for each in truth.values()),
        )
    kinds = sum(
        {kind for kind, _ in truth[ref].times} == {kind for kind, _ in said[ref].times}
        for ref in both
    )
    out["timing_kind"] = kinds / len(truth)
    out["due_date"] = (
        sum(
            ref in both
            and {due for _, due in truth[ref].times} == {due for _, due in said[ref].times}
            for ref in dated
        )
        / len(dated)
        if dated
        else 1.0
    )
    heading = document["plan"]
    same = [spelled(heading.get(name)) == spelled(getattr(plan.plan, name)) for name in HEADING]
    out["heading"] = sum(same) / len(HEADING)
    return out
