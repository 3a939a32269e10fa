"""What is open, as rows of one table: incidents, journeys, requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.incident import Incident
from bmnn_desktop.domain.provision import Provision
from bmnn_desktop.domain.removal import Removal
from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns
from bmnn_desktop.services.open_matters import Matters


@dataclass(frozen=True, slots=True)
class Matter:
    """A row, and what it is about."""

    kind: str
    what: str
    about: str
    since: str
    state: str
    event: Incident | Removal | Provision


_COLUMNS: Columns[Matter] = (
    ("Loại", lambda one: one.kind),
    ("Việc", lambda one: one.what),
    ("Tài liệu", lambda one: one.about),
    ("Từ ngày", lambda one: one.since),
    ("Tình trạng", lambda one: one.state),
)
ABOUT = 2


class MattersModel(ColumnModel[Matter]):
    """Incidents first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, _COLUMNS)

    def show_matters(self, matters: Matters) -> None:
        """Show what is open."""
        self.show_rows((*_incidents(matters), *_removals(matters), *_provisions(matters)))


def _incidents(matters: Matters) -> Iterator[Matter]:
    for one in matters.incidents:
        waiting = [step.kind.label for step in one.steps if step.done_on is None]
        state = one.outcome.label
        yield Matter(
            one.kind.label,
            f"Số {one.number}/{one.year}",
            "; ".join(matters.name(copy) for copy in one.copies),
            f"{short_date(one.discovered_on)} {one.discovered_at}",
            f"{state}; chưa làm: {', '.join(waiting).lower()}" if waiting else state,
            one,
        )


def _removals(matters: Matters) -> Iterator[Matter]:
    for one in matters.removals:
        late = one.days_late(matters.today)
        if one.returned_on is not None:
            state = f"Đã xong ngày {short_date(one.returned_on)}"
        else:
            state = f"Quá hạn {late} ngày" if late else f"Hạn {short_date(one.due_on)}"
        yield Matter(
            "Mang ra",
            one.taker,
            "; ".join(matters.name(copy) for copy in one.still_out or one.taken),
            short_date(one.taken_on),
            state,
            one,
        )


def _provisions(matters: Matters) -> Iterator[Matter]:
    for one in matters.provisions:
        about = matters.lines.get(one.document_id, "")
        yield Matter(
            "Cung cấp",
            one.asker,
            f"{about[:1].upper()}{about[1:]}",
            short_date(one.requested_on),
            one.state,
            one,
        )
