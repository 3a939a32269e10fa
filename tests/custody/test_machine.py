"""Custody against the model: any order of acts by three people, each legal one done, no other.

`BMNN_CUSTODY_STEPS` takes a size for more than the 2,000 steps of every run; hypothesis prints
what it needs to run a failure again.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar, TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bmnn_desktop.errors import KnownError
from bmnn_desktop.services.verify_vault import verify_vault
from tests.custody.hands import Hands
from tests.custody.model import ELSEWHERE, HERE, NOT_FOUND, OUTSIDE, SIGNED, Model, Paper, Place
from tests.faults.vaults import small_room
from tests.services.offices import FakeClock, entries, found

T = TypeVar("T")
PEOPLE = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Thị Ví Dụ")
STEPS = int(os.environ.get("BMNN_CUSTODY_STEPS", "2000"))
EACH = 60  # steps of one vault, at most

people = st.sampled_from(PEOPLE)
some = st.lists(st.integers(0, 30), min_size=1, max_size=3, unique=True)
one = st.integers(0, 30)
ways_out = st.sampled_from(("give", "give", "send", "return_to_issuer", "archive"))
days_ago = st.sampled_from((0, 0, 0, 0, 1, 3))


@dataclass
class Done:
    """How many steps were taken in all."""

    legal: int = 0
    illegal: int = 0


class Custody(RuleBasedStateMachine):
    """What the model allows succeeds; what it forbids is refused and changes nothing."""

    total: ClassVar[Done]

    def __init__(self) -> None:
        super().__init__()
        self.room = Path(tempfile.mkdtemp(prefix="bmnn-custody-", dir=small_room()))
        clock = FakeClock()
        self.hands = Hands(found(self.room / "vault", clock)[0], clock)
        self.model = Model()
        self.removals: list[tuple[int, list[int]]] = []
        self.cases: list[tuple[tuple[int, int], list[int]]] = []

    def teardown(self) -> None:
        try:
            verdict = self.hands.office.write(verify_vault, None).result()
            assert verdict.seq is None, verdict.what
        finally:
            self.hands.office.close()
            shutil.rmtree(self.room)

    # ── documents ────────────────────────────────────────────────────────────────────────────

    @rule(recipients=st.integers(1, 3))
    def issue(self, recipients: int) -> None:
        self.total.legal += 1
        document, numbered = self.hands.issue(recipients)
        assert len(numbered) == recipients + 1  # the file copy
        self.model.papers[document] = Paper(False, copies={copy: Place() for copy in numbered})

    @rule(announced=st.integers(1, 3), received=st.integers(1, 3))
    def receive(self, announced: int, received: int) -> None:
        self.total.legal += 1
        document, numbered = self.hands.receive(announced, received)
        assert len(numbered) == received
        copies = {copy: Place() for copy in numbered}
        self.model.papers[document] = Paper(True, announced, copies)

    @rule(days=st.integers(1, 4))
    def wait(self, days: int) -> None:
        self.hands.wait(days)

    @precondition(lambda self: self.model.papers)
    @rule(which=one)
    def strike(self, which: int) -> None:
        document = sorted(self.model.papers)[which % len(self.model.papers)]
        self._hold(self.model.strike(document), lambda: self.hands.strike(document))

    @precondition(lambda self: self.model.papers)
    @rule(which=one, number=st.integers(1, 2), spoiled=st.integers(0, 1))
    def copy(self, which: int, number: int, spoiled: int) -> None:
        document = sorted(self.model.papers)[which % len(self.model.papers)]
        allowed = self.model.may_copy(document)
        made = self._hold(allowed, lambda: self.hands.copy(document, number, spoiled))
        if made is not None:
            assert len(made) == number
            self.model.copied(document, made, spoiled)

    # ── moves ────────────────────────────────────────────────────────────────────────────────

    @precondition(lambda self: self.model.papers)
    @rule(which=some, who=people, ago=days_ago, how=ways_out)
    def hand_out(self, which: list[int], who: str, ago: int, how: str) -> None:
        chosen, day = self._chosen(which, (HERE, SIGNED)), self._day(ago)
        act = getattr(self.hands, how)
        groups = self.model.lines_of(chosen)
        allowed = getattr(self.model, how)(chosen, who, day)
        numbers = self._hold(allowed, lambda: act(chosen, who, day))
        if numbers is not None:
            assert len(numbers) == len(groups)
            for number, group in zip(numbers, groups, strict=True):
                self.model.went(number, group, day)

    @precondition(lambda self: self.model.lines)
    @rule(which=one, ago=days_ago, is_refused=st.booleans())
    def answer(self, which: int, ago: int, *, is_refused: bool) -> None:
        lines = sorted(self.model.lines)
        if which % 4:
            lines = [line for line in lines if self.model.is_open(line)] or lines
        line, day = lines[-1 - which % len(lines)], self._day(ago)
        if is_refused:
            self._hold(self.model.refuse(line, day), lambda: self.hands.refuse(line, day))
        else:
            self._hold(self.model.sign(line, day), lambda: self.hands.sign(line, day))

    @precondition(lambda self: self.model.papers)
    @rule(which=some, ago=days_ago)
    def give_back(self, which: list[int], ago: int) -> None:
        chosen, day = self._chosen(which, (SIGNED, ELSEWHERE)), self._day(ago)
        allowed = self.model.give_back(chosen, day)
        self._hold(allowed, lambda: self.hands.give_back(chosen, day))

    @precondition(lambda self: self.model.papers)
    @rule(which=some, who=people, ago=days_ago)
    def take_out(self, which: list[int], who: str, ago: int) -> None:
        chosen, day = self._chosen(which, (HERE, SIGNED)), self._day(ago)
        allowed = self.model.take_out(chosen, who, day)
        removal = self._hold(allowed, lambda: self.hands.take_out(chosen, who, day))
        if removal is not None:
            self.removals.append((removal, chosen))

    @precondition(lambda self: self.removals)
    @rule(which=one, ago=days_ago)
    def bring_back(self, which: int, ago: int) -> None:
        removal, copies = self.removals[which % len(self.removals)]
        day = self._day(ago)
        out = [copy for copy in copies if self.model.place(copy).how == "out"]
        mine = [copy for copy in out if self._last_removal(copy) == removal]
        allowed = len(mine) == len(copies) and self.model.bring_back(copies, day)
        self._hold(allowed, lambda: self.hands.bring_back(removal, copies, day))

    @precondition(lambda self: self.model.papers)
    @rule(which=some, ago=days_ago)
    def miss(self, which: list[int], ago: int) -> None:
        chosen, day = self._chosen(which, (HERE, SIGNED, OUTSIDE)), self._day(ago)
        case = self._hold(self.model.miss(chosen, day), lambda: self.hands.miss(chosen, day))
        if case is not None:
            self.cases.append((case, chosen))

    @precondition(lambda self: self.cases)
    @rule(which=one, ago=days_ago, lost=st.booleans())
    def close_case(self, which: int, ago: int, *, lost: bool) -> None:
        case, copies = self.cases[which % len(self.cases)]
        day = self._day(ago)
        is_open = all(self.model.place(copy).how == NOT_FOUND for copy in copies)
        is_mine = is_open and all(self._last_case(copy) == case for copy in copies)
        allow = self.model.lose if lost else self.model.find
        gone = copies if lost else []
        allowed = is_mine and allow(copies, day)
        self._hold(allowed, lambda: self.hands.close_case(case, gone, day))

    # ── what always holds ────────────────────────────────────────────────────────────────────

    @invariant()
    def every_copy_is_where_the_model_says(self) -> None:
        real = self.hands.places()
        for paper in self.model.papers.values():
            for copy, place in paper.copies.items():
                assert real[copy] == (place.how, place.who), copy

    @invariant()
    def balances_close_but_for_what_is_not_found(self) -> None:
        assert self.hands.counts() == self.model.counts()

    @invariant()
    def each_copy_has_one_unbroken_chain(self) -> None:
        assert self.hands.broken_chains() == []

    @invariant()
    def people_have_what_the_model_gave_them(self) -> None:
        for who in PEOPLE:
            assert self.hands.held_by(who) == self.model.held_by(who), who

    # ── inside ───────────────────────────────────────────────────────────────────────────────

    def _hold(self, allowed: bool, act: Callable[[], T]) -> T | None:
        """Do it: what the model forbids must be refused, and leave the journal as it was."""
        if allowed:
            self.total.legal += 1
            return act()
        before = entries(self.hands.office)
        with pytest.raises(KnownError):
            act()
        assert entries(self.hands.office) == before
        self.total.illegal += 1
        return None

    def _chosen(self, which: list[int], likely: tuple[str, ...]) -> list[int]:
        """Return copies: mostly of those where the act makes sense, at times just any."""
        every = [copy for paper in self.model.papers.values() for copy in paper.copies]
        if sum(which) % 4:
            every = [copy for copy in every if self.model.place(copy).how in likely] or every
        return list(dict.fromkeys(every[-1 - number % len(every)] for number in which))

    def _day(self, ago: int) -> date:
        return self.hands.today - timedelta(days=ago)

    def _last_removal(self, copy: int) -> int:
        return max(removal for removal, copies in self.removals if copy in copies)

    def _last_case(self, copy: int) -> tuple[int, int]:
        return max(case for case, copies in self.cases if copy in copies)


def test_any_order_of_acts_is_what_the_model_says() -> None:
    done = Done()
    machine = type("Machine", (Custody,), {"total": done})
    few = settings(max_examples=20, stateful_step_count=EACH, deadline=None, print_blob=True)
    while done.legal + done.illegal < STEPS:
        run_state_machine_as_test(machine, settings=few)
    # Neither side of the model is left untried.
    assert done.legal > STEPS // 4
    assert done.illegal > STEPS // 20
