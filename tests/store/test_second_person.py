"""Propose, approve, reject, confirm: refused when written."""

from __future__ import annotations

import functools
import os

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
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.vault import Vault, Writing
from tests.faults import forging
from tests.faults.vaults import Sample, run_here
from tests.store.forger import Forger


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
    vault.write(lambda w: w.journal.confirm([7, 8], chief)).result()
    assert is_sound(vault) is None
    for seqs in ([900], []):
        asked = functools.partial(confirm, seqs=seqs, second=chief)
        with pytest.raises(ProposalClosed):
            vault.write(asked).result()
    with pytest.raises(SelfApproval):
        vault.write(lambda w: w.journal.confirm([7], vault.signer)).result()
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
        vault.write(lambda w: w.journal.confirm([7], sample.recovery_signer())).result()
    assert is_sound(vault) is None


@pytest.mark.parametrize("roles", ["keeper", "administrator", "administrator keeper", ""])
def test_another_person_without_the_role_answers_nothing(
    vault: Vault, sample: Sample, chief: Signer, roles: str
) -> None:
    key = SigningKey(os.urandom(32))

    def admit(writing: Writing) -> int:
        with writing.journal.propose("person.admit") as act:
            person = act.insert("person", login="mai", name="Mai Thị Mẫu", roles=roles)
            row = act.insert("signer", person_id=person, public_key=key.public, retired=0)
        writing.journal.approve(act.seq, chief)
        return row

    other = Signer(vault.write(admit).result(), key)
    with pytest.raises(NotConfirmer):
        vault.write(lambda w: w.journal.approve(propose(w), other)).result()
    with pytest.raises(NotConfirmer):
        vault.write(lambda w: w.journal.confirm([6], other)).result()
    assert is_sound(vault) is None
    vault.close()
    forger = Forger(sample)
    forger.answer(other, forger.propose())
    ran = run_here(sample.place, "--json", "verify")
    assert "vai trò người xác nhận" in ran.json["what"]


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
