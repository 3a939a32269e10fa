"""Propose, approve, reject, confirm: refused when written, and found when forged."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from typing import Any

import pytest

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.errors import (
    NeedsSecondPerson,
    NotConfirmer,
    ProposalClosed,
    ProposalStale,
    SelfApproval,
)
from bmnn_desktop.store import canonical
from bmnn_desktop.store.entry import Change, Kind, change_of
from bmnn_desktop.store.journal import Signer, apply_change
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.vault import Vault, Writing
from tests.faults import forging
from tests.faults.vaults import Sample, run_here


@pytest.fixture
def chief(sample: Sample) -> Signer:
    """Return the confirming person's key."""
    return sample.second_signer()


def propose(writing: Writing, note: str = "sửa theo đề nghị") -> int:
    with writing.journal.propose("document.note", reason="ghi thêm") as act:
        act.update("document", 2, note=note)
    return act.seq


def approve(writing: Writing, *, seq: int, second: Signer) -> None:
    writing.journal.approve(seq, second)


def confirm(writing: Writing, *, seqs: list[int], second: Signer) -> None:
    writing.journal.confirm(seqs, second)


def note(writing: Writing) -> object:
    return writing.rows.value("SELECT note FROM document WHERE id = 2")


def is_sound(vault: Vault) -> bool | None:
    return vault.write(lambda writing: writing.verify([], lambda _done: None)).result().ok


def test_a_proposal_applies_nothing_and_its_approval_applies_it(
    vault: Vault, chief: Signer
) -> None:
    def act(writing: Writing) -> tuple[object, object]:
        seq = propose(writing)
        before = note(writing)
        writing.journal.approve(seq, chief)
        return before, note(writing)

    assert vault.write(act).result() == ("", "sửa theo đề nghị")
    assert is_sound(vault) is None


def test_a_rejected_proposal_applies_nothing(vault: Vault, chief: Signer) -> None:
    def act(writing: Writing) -> object:
        writing.journal.reject(propose(writing), chief, reason="không đúng")
        return note(writing)

    assert vault.write(act).result() == ""
    assert is_sound(vault) is None


def test_a_proposal_is_refused_by_the_database_at_once(vault: Vault) -> None:
    def act(writing: Writing) -> None:
        with writing.journal.propose("document.level") as opened:
            opened.update("document", 2, seq_no=1)

    before = vault.write(lambda w: w.rows.value("SELECT max(seq) FROM entry")).result()
    with pytest.raises(Exception, match="UNIQUE"):
        vault.write(act).result()
    assert vault.write(lambda w: w.rows.value("SELECT max(seq) FROM entry")).result() == before


@pytest.mark.parametrize("answer", ["approve", "reject"])
def test_nobody_answers_the_own_proposal(vault: Vault, answer: str) -> None:
    def act(writing: Writing) -> None:
        seq = propose(writing)
        if answer == "approve":
            writing.journal.approve(seq, vault.signer)
        else:
            writing.journal.reject(seq, vault.signer, reason="tự bỏ")

    with pytest.raises(SelfApproval):
        vault.write(act).result()
    assert is_sound(vault) is None


def test_nobody_approves_the_own_proposal_with_a_second_key(vault: Vault, chief: Signer) -> None:
    second = SigningKey(os.urandom(32))

    def admit(writing: Writing) -> int:
        with writing.journal.propose("person.key") as act:
            row = act.insert("signer", person_id=1, public_key=second.public, retired=0)
        writing.journal.approve(act.seq, chief)
        return row

    other = Signer(vault.write(admit).result(), second)
    with pytest.raises(SelfApproval):
        vault.write(lambda w: w.journal.approve(propose(w), other)).result()
    assert is_sound(vault) is None


def test_a_proposal_is_answered_once(vault: Vault, chief: Signer) -> None:
    def act(writing: Writing) -> None:
        seq = propose(writing)
        writing.journal.approve(seq, chief)
        with pytest.raises(ProposalClosed):
            writing.journal.approve(seq, chief)
        with pytest.raises(ProposalClosed):
            writing.journal.reject(seq, chief, reason="muộn")

    vault.write(act).result()
    assert is_sound(vault) is None


def test_a_proposal_grows_stale(vault: Vault, chief: Signer) -> None:
    def act(writing: Writing) -> object:
        seq = propose(writing)
        with writing.journal.write("document.note") as between:
            between.update("document", 2, note="đã khác")
        with pytest.raises(ProposalStale):
            writing.journal.approve(seq, chief)
        return note(writing)

    assert vault.write(act).result() == "đã khác"
    assert is_sound(vault) is None


def test_what_is_no_proposal_cannot_be_approved(vault: Vault, chief: Signer) -> None:
    for seq in (1, 5, 900, 0):
        asked = functools.partial(approve, seq=seq, second=chief)
        with pytest.raises(ProposalClosed):
            vault.write(asked).result()
    assert is_sound(vault) is None


def test_acts_are_confirmed_by_another_person(vault: Vault, chief: Signer) -> None:
    vault.write(lambda w: w.journal.confirm([6, 7], chief)).result()
    assert is_sound(vault) is None
    for seqs in ([900], []):
        asked = functools.partial(confirm, seqs=seqs, second=chief)
        with pytest.raises(ProposalClosed):
            vault.write(asked).result()
    with pytest.raises(SelfApproval):
        vault.write(lambda w: w.journal.confirm([6], vault.signer)).result()
    assert is_sound(vault) is None


def test_a_person_is_not_admitted_by_an_act_alone(vault: Vault) -> None:
    def act(writing: Writing) -> None:
        with writing.journal.write("person.key") as opened:
            key = SigningKey(os.urandom(32)).public
            opened.insert("signer", person_id=1, public_key=key, retired=0)

    vault.write(act).result()
    assert is_sound(vault) is False


def test_only_a_confirming_person_answers(vault: Vault, sample: Sample) -> None:
    """The recovery sheet is second only as long as there is no such person."""
    with pytest.raises(NotConfirmer):
        vault.write(lambda w: w.journal.approve(propose(w), sample.recovery_signer())).result()
    with pytest.raises(NotConfirmer):
        vault.write(lambda w: w.journal.confirm([6], sample.recovery_signer())).result()
    assert is_sound(vault) is None


@pytest.mark.parametrize("action", actions.keys(Grade.BEFORE))
def test_an_act_that_needs_two_is_not_written_by_one(vault: Vault, action: str) -> None:
    def act(writing: Writing) -> None:
        with writing.journal.write(action) as opened:
            opened.update("document", 2, note="một mình")

    with pytest.raises(NeedsSecondPerson):
        vault.write(act).result()
    assert vault.write(note).result() == ""
    assert is_sound(vault) is None


def test_one_person_alone_takes_a_key_away_and_does_nothing_else_to_it(
    vault: Vault, chief: Signer
) -> None:
    def revoke(writing: Writing, **columns: canonical.Value) -> None:
        with writing.journal.write("person.revoke") as act:
            act.update("person", 2, revoked_on="2026-03-02")
            act.update("signer", chief.row, **columns)

    vault.write(functools.partial(revoke, retired=1)).result()
    assert is_sound(vault) is None
    with pytest.raises(NotConfirmer):
        vault.write(lambda w: w.journal.approve(propose(w), chief)).result()
    vault.write(functools.partial(revoke, retired=0)).result()
    assert is_sound(vault) is False


# ── forged straight into the journal, well signed ────────────────────────────────────────────────


class Forger:
    """Writes entries with the right keys that the product would refuse to write."""

    def __init__(self, sample: Sample) -> None:
        self.sample = sample
        self.keeper = sample.signer()
        self.second = sample.second_signer()

    def write(self, signer: Signer, changes: list[Change] | None = None, **fields: Any) -> str:  # noqa: ANN401
        """Append an entry, apply nothing, return its hash."""
        with self.sample.sql() as sql, forging.unguarded(sql):
            made = forging.append(sql, self.sample.store(), signer, changes or [], **fields)
        return made.hash.hex()

    def propose(self, **fields: Any) -> str:  # noqa: ANN401
        """Append a sound proposal of nothing."""
        return self.write(self.keeper, kind="propose", action="test", **fields)

    def answer(self, signer: Signer, proposal: str, **fields: Any) -> str:  # noqa: ANN401
        """Append an answer."""
        detail = f'{{"proposal":"{proposal}"}}'
        return self.write(
            signer, **{"kind": "approve", "action": "test", "detail": detail, **fields}
        )


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


def test_a_retired_key_signs_no_more(vault: Vault, sample: Sample, chief: Signer) -> None:
    key = SigningKey(os.urandom(32))

    def change_key(writing: Writing) -> int:
        with writing.journal.propose("person.key") as act:
            act.update("signer", chief.row, retired=1)
            row = act.insert("signer", person_id=2, public_key=key.public, retired=0)
        writing.journal.approve(act.seq, chief)
        return row

    new = Signer(vault.write(change_key).result(), key)
    assert is_sound(vault) is None
    vault.close()
    with sample.sql() as sql, forging.unguarded(sql):
        forging.append(sql, sample.store(), new, [])
    assert run_here(sample.place, "--json", "verify").json["verdict"] == "unknown"
    with sample.sql() as sql, forging.unguarded(sql):
        last = forging.append(sql, sample.store(), chief, [])
    ran = run_here(sample.place, "--json", "verify")
    assert (ran.code, ran.json["seq"]) == (3, last.seq)


def test_every_kind_of_entry_is_forged_here() -> None:
    assert {kind.value for kind in Kind} == {
        *("genesis", "migration", "act", "propose", "approve", "reject", "confirm")
    }
