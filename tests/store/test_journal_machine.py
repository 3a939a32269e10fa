"""Random acts of two people: the vault is sound after each, whoever refused what."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from bmnn_desktop.domain.document import Document
from bmnn_desktop.errors import KnownError, ProposalClosed, ProposalStale, SelfApproval
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.correct_document import correct_document
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store.vault import Vault, Writing
from bmnn_desktop.wiring import Wiring
from tests.faults.vaults import (
    BOOK,
    LOGIN,
    PASSPHRASE,
    YEAR,
    Sample,
    build,
    document,
    small_room,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


class JournalMachine(RuleBasedStateMachine):
    """A vault at work."""

    template: Sample  # set by the test, copied by each run

    def __init__(self) -> None:
        super().__init__()
        self.room = Path(tempfile.mkdtemp(prefix="bmnn-", dir=small_room()))
        self.sample = self.template.copy(self.room / "vault")
        self.office: Office | None = None
        self.notes: dict[int, str] = {}
        self.proposals: dict[int, tuple[int, str, str]] = {}  # row, note before, note wished
        self.answered: set[int] = set()
        self.annulled: set[int] = set()
        self.last = 0

    @property
    def vault(self) -> Vault:
        assert self.office is not None
        return self.office._vault

    @initialize()
    def open(self) -> None:
        """Unlock."""
        self.office = Wiring().gate(self.sample.place).unlock(LOGIN, PASSPHRASE)

    @rule()
    def lock_and_unlock(self) -> None:
        assert self.office is not None
        self.office.close()
        self.open()

    @rule(subject=TEXT, recipients=st.lists(TEXT, min_size=1, max_size=3))
    def add(self, subject: str, recipients: list[str]) -> None:
        assert self.office is not None
        new = document(3, subject=subject, recipients=tuple(recipients))
        try:
            done = self.office.write(add_document, BOOK, new).result()
        except KnownError:
            return  # not a printable letter in it
        assert done.seq_no == self.last + 1
        self.last = done.seq_no
        self.notes[done.document_id] = ""

    @precondition(lambda self: self.last > 0)
    @rule(data=st.data(), note=TEXT)
    def correct(self, data: st.DataObject, note: str) -> None:
        assert self.office is not None
        number = data.draw(st.integers(1, self.last + 1))
        try:
            done = self.office.write(
                correct_document,
                BOOK,
                year=YEAR,
                seq_no=number,
                new=document(3, note=note),
                reason="sửa",
            ).result()
        except KnownError:
            return
        assert number not in self.annulled
        stored = self.office.write(_note_of, done.document_id).result()
        self.notes[done.document_id] = stored

    @precondition(lambda self: self.last > 0)
    @rule(data=st.data())
    def annul(self, data: st.DataObject) -> None:
        assert self.office is not None
        number = data.draw(st.integers(1, self.last))
        try:
            self.office.write(
                annul_document, BOOK, year=YEAR, seq_no=number, reason="nhầm"
            ).result()
        except KnownError:
            assert number in self.annulled
        self.annulled.add(number)

    @precondition(lambda self: self.last > 0)
    @rule(data=st.data(), note=TEXT)
    def propose(self, data: st.DataObject, note: str) -> None:
        row = data.draw(st.sampled_from(sorted(self.notes)))

        def work(writing: Writing) -> int:
            with writing.journal.propose("document.note", reason="đề nghị") as act:
                act.update("document", row, note=note)
            return act.seq

        self.proposals[self.vault.write(work).result()] = (row, self.notes[row], note)

    @precondition(lambda self: self.proposals)
    @rule(data=st.data(), approved=st.booleans(), own=st.booleans())
    def answer(self, data: st.DataObject, approved: bool, own: bool) -> None:
        seq = data.draw(st.sampled_from(sorted(self.proposals)))
        row, before, wished = self.proposals[seq]
        second = self.vault.signer if own else self.sample.recovery_signer()

        def work(writing: Writing) -> None:
            if approved:
                writing.journal.approve(seq, second)
            else:
                writing.journal.reject(seq, second, reason="không")

        try:
            self.vault.write(work).result()
        except ProposalClosed:
            assert seq in self.answered
        except SelfApproval:
            assert own
        except ProposalStale:
            assert approved
        else:
            assert not own
            assert seq not in self.answered
            self.answered.add(seq)
            if approved:
                assert self.notes[row] == before
                self.notes[row] = wished

    @precondition(lambda self: self.last > 0)
    @rule(note=TEXT)
    def break_off(self, note: str) -> None:
        """Fail in the middle of an act."""

        def work(writing: Writing) -> None:
            with writing.journal.write("document.note") as act:
                act.update("document", min(self.notes), note=note)
                raise KeyError(note)

        with pytest.raises(KeyError):
            self.vault.write(work).result()

    @invariant()
    def is_sound(self) -> None:
        if self.office is None:
            return
        verdict = self.office.write(verify_vault).result()
        assert verdict.verdict == "unknown", verdict
        rows: tuple[Document, ...] = (
            self.office.read(list_documents, BOOK, limit=1000).result().rows
        )
        assert {row.id: row.note for row in rows} == self.notes
        assert {row.seq_no for row in rows if row.is_annulled} == self.annulled

    def teardown(self) -> None:
        if self.office is not None:
            self.office.close()
        shutil.rmtree(self.room)


def _note_of(desk: object, row: int) -> str:
    return str(desk.rows.value("SELECT note FROM document WHERE id = ?", (row,)))  # type: ignore[attr-defined]


def test_random_acts_leave_a_sound_vault(room: Path) -> None:
    JournalMachine.template = build(room / "template", 0)
    machine = JournalMachine.TestCase
    machine.settings = settings(
        max_examples=25,
        stateful_step_count=12,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    machine().runTest()
