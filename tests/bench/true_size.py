"""The rows of a vault of true size."""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench import looking_back, readings
from tests.bench.kept_vault import opened, worked_vault
from tests.bench.plan import Plan
from tests.bench.row import Row
from tests.bench.saving import save_to_next


def rows_of(plan: Plan) -> Iterator[Row]:
    """Yield what a clerk waits for in a vault in which the plan's years have been worked."""
    vault, size = worked_vault(plan), plan.documents
    yield readings.unlock(vault, size)
    for book in ("incoming", "outgoing"):
        yield save_to_next(vault, size, book, plan.recipients)
    office = opened(vault)
    try:
        yield readings.todays(office, size)
        yield from readings.searches(office, size)
        yield from looking_back.journal(office, size)
        yield readings.verification(office, size)
    finally:
        office.close()
    yield from looking_back.silences(vault, size)
