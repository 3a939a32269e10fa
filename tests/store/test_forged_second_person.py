"""Forged straight into the journal, well signed: found."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from bmnn_desktop.store import canonical
from bmnn_desktop.store.entry import Change, Kind, change_of
from bmnn_desktop.store.journal import Signer, apply_change
from bmnn_desktop.store.keys import SigningKey
from tests.faults import forging
from tests.faults.vaults import Sample, run_here
from tests.store.forger import Forger


def person(row: int = 90) -> Change:
    columns: canonical.Columns = {"id": row, "login": f"x{row}", "name": "X", "roles": "keeper"}
    return change_of("person", columns, frozenset(), salt=b"", replaces=None)


def confirmation(*hashes: str) -> str:
    return '{"acts":[' + ",".join(f'"{found}"' for found in hashes) + "]}"


def hash_of(forger: Forger, seq: int) -> str:
    with forger.sample.sql() as sql:
        return forging.entry(sql, seq).hash.hex()


def stale_approval(forger: Forger) -> None:
    """Approve what replaces a row that never was, and make the tables agree."""
    columns: canonical.Columns = {"id": 1, "login": "z", "name": "Z", "roles": "keeper"}
    change = change_of("person", columns, frozenset(), salt=b"", replaces=b"x" * 32)
    proposal = forger.write(forger.keeper, [change], kind="propose", action="test")
    forger.answer(forger.second, proposal)
    with forger.sample.sql() as sql:
        apply_change(sql, change)


FORGERIES: dict[str, Callable[[Forger], object]] = {
    "self-approval": lambda f: f.answer(f.keeper, f.propose()),
    "self-rejection": lambda f: f.answer(f.keeper, f.propose(), kind="reject"),
    "answered twice": lambda f: [f.answer(f.second, p) for p in [f.propose()] for _ in range(2)],
    "rejected, then approved": lambda f: [
        f.answer(f.second, p, kind=kind) for p in [f.propose()] for kind in ("reject", "approve")
    ],
    "approval for another act": lambda f: f.answer(f.second, f.propose(), action="other"),
    "approval of nothing": lambda f: f.answer(f.second, "00" * 32),
    "approval of an act": lambda f: f.answer(f.second, hash_of(f, 6), action="document.add"),
    "approval that brings changes": lambda f: f.answer(
        f.second, f.propose(), changes=[person()]
    ),
    "rejection that brings changes": lambda f: f.answer(
        f.second, f.propose(), kind="reject", changes=[person()]
    ),
    "stale approval": stale_approval,
    "confirmation of the own act": lambda f: f.write(
        f.keeper, kind="confirm", detail=confirmation(hash_of(f, 6))
    ),
    "confirmation of nothing known": lambda f: f.write(
        f.second, kind="confirm", detail=confirmation("00" * 32)
    ),
    "confirmation of nothing": lambda f: f.write(f.second, kind="confirm", detail='{"acts":[]}'),
    "confirmation of a word": lambda f: f.write(f.second, kind="confirm", detail='{"acts":""}'),
    "confirmation that brings changes": lambda f: f.write(
        f.second, [person()], kind="confirm", detail=confirmation(hash_of(f, 6))
    ),
    "migration that brings changes": lambda f: f.write(
        f.keeper, [person()], kind="migration", detail='{"from":1,"sha256":"00","to":2}'
    ),
    "second genesis": lambda f: f.write(f.keeper, kind="genesis"),
    "unknown kind": lambda f: f.write(f.keeper, kind="wish"),
    "key admitted by an act": lambda f: f.write(
        f.keeper,
        [change_of("signer", {"id": 9, "person_id": 1, "public_key": "ab" * 32, "retired": 0},
                   frozenset(), salt=b"", replaces=None)],
    ),
    "restore nobody approved": lambda f: f.write(
        Signer(9, key := SigningKey(os.urandom(32))),
        [change_of("signer", {"id": 9, "person_id": 1, "public_key": key.public, "retired": 0},
                   frozenset(), salt=b"", replaces=None)],
        kind="propose",
        action="vault.restore",
    ),
    "approved by the recovery sheet beside a confirmer": lambda f: f.answer(
        f.sample.recovery_signer(), f.propose()
    ),
    "an act of one person that needs two": lambda f: f.write(f.keeper, action="volume.reopen"),
    "another generation": lambda f: f.write(f.keeper, generation=2),
    "an unknown signer": lambda f: f.write(Signer(77, f.keeper.key)),
    "another's name": lambda f: f.write(Signer(f.second.row, f.keeper.key)),
    "a change that was never applied": lambda f: f.write(f.keeper, [person()]),
    "a change of an unknown table": lambda f: f.write(
        f.keeper, [change_of("sqlite_schema", {"id": 1}, frozenset(), salt=b"", replaces=None)]
    ),
    "a change of the journal itself": lambda f: f.write(
        f.keeper, [change_of("entry", {"id": 1}, frozenset(), salt=b"", replaces=None)]
    ),
    "a change with SQL in a name": lambda f: f.write(
        f.keeper,
        [change_of("person", {"id": 90, "name) SELECT 1 --": "x"}, frozenset(), salt=b"",
                   replaces=None)],
    ),
    "a change of an unknown column": lambda f: f.write(
        f.keeper,
        [change_of("person", {"id": 1, "power": 9}, frozenset(), salt=b"", replaces=None)],
    ),
    "a number too large": lambda f: f.write(
        f.keeper,
        [change_of("person", {"id": 90, "login": 10**40, "name": "X", "roles": ""},
                   frozenset(), salt=b"", replaces=None)],
    ),
    "a detail that is no object": lambda f: f.write(
        f.keeper, kind="approve", detail='{"proposal":[]}'
    ),
}  # fmt: skip


@pytest.mark.parametrize("forgery", FORGERIES.values(), ids=FORGERIES)
def test_a_forgery_with_the_right_keys_is_found(
    sample: Sample, forgery: Callable[[Forger], object]
) -> None:
    forgery(Forger(sample))
    ran = run_here(sample.place, "--json", "verify")
    assert ran.code == 3, ran
    assert ran.json["ok"] is False
    assert "B001" not in ran.err


def test_what_a_forger_writes_soundly_is_sound(sample: Sample) -> None:
    """The forger's tools are in order: the same entries without the fault pass."""
    forger = Forger(sample)
    forger.answer(forger.second, forger.propose())
    forger.answer(forger.second, forger.propose(), kind="reject")
    forger.write(forger.second, kind="confirm", detail=confirmation(hash_of(forger, 6)))
    assert run_here(sample.place, "--json", "verify").json["verdict"] == "unknown"


def test_every_kind_of_entry_is_forged_here() -> None:
    assert {kind.value for kind in Kind} == {
        *("genesis", "migration", "act", "propose", "approve", "reject", "confirm")
    }
