"""Reading the requests to provide a secret, and what became of them."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.provision import AskerKind, Provision, ProvisionOutcome
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Row, Rows
from bmnn_desktop.store.times import read_day

_OPEN = "outcome = '' OR (outcome = 'granted' AND given_on IS NULL)"
_WAITING = """
    SELECT count(*) AS total, min(requested_on) AS since FROM provision WHERE outcome = ''"""


def by_id(rows: Rows, provision: int) -> Provision | None:
    """Return a request."""
    found = rows.one("SELECT * FROM provision WHERE id = ?", (provision,))
    return None if found is None else _provision(found)


def listed(rows: Rows, *, is_open_only: bool) -> tuple[Provision, ...]:
    """Return the requests, oldest first."""
    some = f"WHERE {_OPEN}" if is_open_only else ""
    sql = f"SELECT * FROM provision {some} ORDER BY requested_on, id"  # noqa: S608
    return tuple(map(_provision, rows.all(sql)))


def waiting(rows: Rows) -> tuple[int, date | None]:
    """Return how many requests nobody has decided, and since when."""
    row = rows.all(_WAITING)[0]
    with as_damage():
        return row["total"], None if row["since"] is None else date.fromisoformat(row["since"])


def _provision(row: Row) -> Provision:
    with as_damage():
        return Provision(
            id=row["id"],
            document_id=row["document_id"],
            requested_on=date.fromisoformat(row["requested_on"]),
            request=row["request"],
            kind=AskerKind(row["asker_kind"]),
            asker=row["asker"],
            representative=row["representative"],
            identity=row["identity"],
            what=row["what"],
            purpose=row["purpose"],
            commitment=bool(row["commitment"]),
            decider=row["decider"],
            decider_post=row["decider_post"],
            decided_on=read_day(row["decided_on"]),
            outcome=ProvisionOutcome(row["outcome"]),
            reasons=row["reasons"],
            given_on=read_day(row["given_on"]),
            given=row["given"],
        )
