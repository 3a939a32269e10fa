"""What is being typed is kept over a lock and a crash. A draft never carries a secret subject."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from bmnn_desktop.domain.clock import stamp
from bmnn_desktop.domain.level import Level
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.store import drafts
from bmnn_desktop.store.times import read_time

Content = dict[str, object]  # what JSON can hold: texts, numbers, lists of texts, None


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in a form, and since when."""

    saved_at: datetime
    content: Content


def save_draft(desk: WritingDesk, form: str, content: Content) -> None:
    """Keep what stands in `form` for the person at the keyboard.

    The subject of a Tuyệt mật item is dropped, and as long as no level is chosen as well.
    """
    kept = dict(content)
    if kept.get("level") not in (Level.MAT.value, Level.TOI_MAT.value):
        kept.pop("subject", None)
    with desk.writing.local() as connection:
        drafts.put(
            connection,
            form,
            desk.session.person,
            saved_at=stamp(desk.clock.now()),
            content=json.dumps(kept, ensure_ascii=False),
        )


def drop_draft(desk: WritingDesk, form: str) -> None:
    """Forget the draft of a form: it was saved or thrown away."""
    with desk.writing.local() as connection:
        drafts.drop(connection, form, desk.session.person)


def find_draft(desk: Desk, form: str) -> Draft | None:
    """Return the draft of a form, None when there is none."""
    found = drafts.find(desk.rows, form, desk.session.person)
    return None if found is None else Draft(read_time(found[0]), json.loads(found[1]))
