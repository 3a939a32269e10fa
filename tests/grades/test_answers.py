"""What a proposal and an act go through: fresh, stale, approved, rejected, confirmed; and replays.

Every answer by everybody, over the services and at the command line.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bmnn_desktop import paths
from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.errors import (
    InspectionUnderWay,
    KnownError,
    NotConfirmer,
    ProposalClosed,
    ProposalStale,
    SelfApproval,
    VaultDamaged,
)
from bmnn_desktop.services.act_of_two import Settled
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.inspection import open_inspection
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.reopen_volume import Reopening, reopen_volume
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store.connection import open_database
from bmnn_desktop.store.entry import Kind
from bmnn_desktop.store.journal import Signer
from tests.faults import forging
from tests.grades.deed import INSPECTION, renewed_words
from tests.grades.deeds import AT_THE_DOOR, DEEDS
from tests.grades.line import Desk, refused
from tests.grades.rules import NOBODY, SHEET, replaced
from tests.grades.stage import (
    ADMIN,
    BOTH,
    CLERK,
    CONFIRMER,
    DEPUTY,
    HEAD,
    PEOPLE,
    TARGET,
    Scene,
    last,
    passphrase_of,
)

Stages = Callable[[bool], Scene]
ANSWERS = ("approve", "reject", "confirm")
STATES = ("fresh", "stale", "approved", "rejected")
PROPOSER = BOTH  # of the waiting proposal, and of the act that waits


@dataclass(frozen=True)
class Case:
    """Who answers what is in which state."""

    answer: str
    state: str
    by: str
    confirmers: bool

    def __str__(self) -> str:
        where = "" if self.confirmers else ", no confirmer"
        return f"{self.answer} what is {self.state} by {self.by}{where}"

    @property
    def refusal(self) -> type[KnownError] | None:
        """Return the error; None: it is answered."""
        if self.state in ("approved", "rejected", "confirmed"):
            return ProposalClosed
        if self.by == PROPOSER:
            return SelfApproval
        may = not self.confirmers if self.by == SHEET else CONFIRMER in PEOPLE[self.by]
        if not may:
            return NotConfirmer
        return ProposalStale if self.state == "stale" and self.answer == "approve" else None


CASES = tuple(
    Case(answer, state, by, confirmers)
    for confirmers in (True, False)
    for by in (BOTH, CLERK, ADMIN, SHEET, *((HEAD,) if confirmers else ()))
    for answer in ANSWERS
    for state in (STATES if answer != "confirm" else ("fresh", "confirmed"))
)


def _prepare(scene: Scene, case: Case) -> int:
    """Bring what is answered into its state; return the entry that is answered."""
    stage = scene.stage
    settled: Settled | Reopening | None = None
    settler = scene.signs(DEPUTY if case.confirmers else SHEET)
    with scene.desk(BOTH) as office:
        if case.state == "confirmed":
            settled = office.write(confirm_acts, [stage.struck], second=settler).result()
        elif case.state in ("approved", "rejected"):
            settled = office.write(
                answer_proposal,
                stage.proposal,
                approve=case.state == "approved",
                reason="không" if case.state == "rejected" else "",
                second=settler,
            ).result()
        elif case.state == "stale":
            # Another proposal to the same end is approved first.
            settled = office.write(
                reopen_volume, "outgoing", year=2025, number=1, reason="khác", second=settler
            ).result()
    scene.sheet = (settled and settled.sheet) or scene.sheet
    return stage.struck if case.answer == "confirm" else stage.proposal


def _answer(office: Office, scene: Scene, case: Case, seq: int) -> None:
    second = scene.signs(case.by)
    if case.answer == "confirm":
        office.write(confirm_acts, [seq], second=second).result()
        return
    is_approval = case.answer == "approve"
    office.write(
        answer_proposal,
        seq,
        approve=is_approval,
        reason="" if is_approval else "chưa có quyết định",
        second=second,
    ).result()


def _expected(case: Case, desk: str) -> list[tuple[str, str, str | None]]:
    action = "confirm" if case.answer == "confirm" else "volume.reopen"
    signer = None if case.by == SHEET else case.by
    return [(case.answer, action, signer), *replaced(desk, case.by)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_whoever_answers_over_the_services(staged: Stages, case: Case) -> None:
    scene = staged(case.confirmers)
    seq = _prepare(scene, case)
    at = ADMIN if case.by in (BOTH, SHEET) else case.by
    with scene.desk(at) as office:
        head, before = last(office), scene.written()
        if case.refusal is not None:
            with pytest.raises(KnownError) as caught:
                _answer(office, scene, case, seq)
            assert type(caught.value) is case.refusal
            assert scene.written() == before
            return
        _answer(office, scene, case, seq)
        assert scene.entries(office, head) == _expected(case, at)
        assert office.write(verify_vault).result().verdict == "unknown"


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=str)
def test_whoever_answers_at_the_command_line(staged: Stages, desk: Desk, case: Case) -> None:
    scene = staged(case.confirmers)
    seq = _prepare(scene, case)
    with scene.desk(CLERK) as office:
        head = last(office)
    before = scene.stored()
    words = ["journal", case.answer, seq]
    words += ["--reason", "chưa có quyết định"] if case.answer == "reject" else []
    at = ADMIN if case.by == SHEET else case.by
    line = desk(scene, at)
    scene.second_words = tuple(line.beside(SHEET if case.by == SHEET else NOBODY))
    words += [*scene.second_words, *renewed_words(scene)]
    answer = line.says(words)
    if case.refusal is not None:
        refused(answer, case.refusal)
        assert scene.stored() == before
        return
    assert (answer.code, answer.err) == (0, ""), answer
    with scene.desk(CLERK) as office:
        assert scene.entries(office, head) == _expected(case, at)


# ── replays, and answers to something else ───────────────────────────────────────────────────────


def _signer(office: Office, scene: Scene, who: str) -> Signer:
    found: list[Signer] = []

    def work(desk: WritingDesk) -> None:
        found.append(scene.signs(who).signer(desk.rows))  # type: ignore[arg-type]

    office.write(work).result()
    return found[0]


@pytest.mark.parametrize("answer", ["approve", "reject"])
def test_an_act_an_approval_and_nothing_are_no_proposals(staged: Stages, answer: str) -> None:
    scene = staged(True)
    with scene.desk(HEAD) as office:
        for seq in (1, scene.stage.struck, scene.stage.proposal - 1, 9999):
            before = scene.written()
            with pytest.raises(ProposalClosed):
                _answer(office, scene, Case(answer, "fresh", HEAD, confirmers=True), seq)
            assert scene.written() == before


def test_an_act_that_waits_for_nobody_is_not_confirmed(staged: Stages) -> None:
    """Neither one without a grade, nor one that stands on the closing sheet only, nor an answer."""
    scene = staged(True)
    waiting = set(actions.keys(Grade.AFTERWARDS))
    with scene.desk(HEAD) as office:
        others = [
            seq
            for seq, (_kind, action, _login) in enumerate(scene.entries(office, 0), 1)
            if action not in waiting
        ]
        before = scene.written()
        assert len(others) > 20
        for seq in others:
            with pytest.raises(ProposalClosed):
                office.write(confirm_acts, [seq]).result()
        with pytest.raises(ProposalClosed):
            office.write(confirm_acts, [scene.stage.struck, others[0]]).result()
        assert scene.written() == before


def test_a_proposal_that_was_changed_is_not_put_to_anybody(staged: Stages) -> None:
    scene = staged(True)
    connection = open_database(scene.place / paths.REGISTER, scene.stage.key)
    with forging.unguarded(connection):
        connection.execute(
            "UPDATE change SET payload = replace(payload, '\"year\":2025', '\"year\":2024')"
            " WHERE seq = ?",
            (scene.stage.proposal,),
        )
        assert connection.execute("SELECT changes()").fetchone()[0] == 1
    connection.close()
    with scene.desk(HEAD) as office:
        before = scene.written()
        for is_approval in (True, False):
            with pytest.raises(VaultDamaged):
                office.write(
                    answer_proposal,
                    scene.stage.proposal,
                    approve=is_approval,
                    reason="" if is_approval else "thôi",
                ).result()
        assert scene.written() == before


@pytest.mark.parametrize("who", [DEPUTY, HEAD])
def test_a_proposal_made_before_he_came_may_be_answered_by_a_new_confirmer(
    staged: Stages, who: str
) -> None:
    """The right counts on the day of the answer: in law whoever holds the post then signs."""
    scene = staged(True)
    new = NewPerson("moi", "Lê Mới", frozenset({CONFIRMER}), passphrase_of("moi"))
    with scene.desk(BOTH) as office:
        office.write(admit_person, new, second=scene.signs(who)).result()
        office.write(
            answer_proposal, scene.stage.proposal, approve=True, second=scene.signs("moi")
        ).result()
        assert office.write(verify_vault).result().verdict == "unknown"


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_revoked_confirmer_answers_nothing(staged: Stages, answer: str) -> None:
    scene = staged(True)
    case = Case(answer, "fresh", TARGET, confirmers=True)
    with scene.desk(BOTH) as office:
        held = _signer(office, scene, TARGET)
        office.write(revoke_person, TARGET, reason="nghỉ hưu").result()
        before = scene.written()

        def work(desk: WritingDesk) -> None:
            if answer == "confirm":
                desk.journal.confirm([scene.stage.struck], held)
            elif answer == "approve":
                desk.journal.approve(scene.stage.proposal, held)
            else:
                desk.journal.reject(scene.stage.proposal, held, reason="thôi")

        with pytest.raises(NotConfirmer):
            office.write(work).result()
        assert scene.written() == before
    assert case.refusal is None, "he was one before"


def test_the_approval_of_one_proposal_is_none_of_another(staged: Stages) -> None:
    """Who was shown one proposal has not signed for the next one with the same content."""
    scene = staged(True)
    with scene.desk(BOTH) as office:
        office.write(
            reopen_volume, "outgoing", year=2025, number=1, reason="lần hai", second=None
        ).result()
        other = last(office)
        second = _signer(office, scene, DEPUTY)

        def work(desk: WritingDesk) -> tuple[object, object]:
            first = desk.journal.ask(Kind.APPROVE, (scene.stage.proposal,), second)
            then = desk.journal.ask(Kind.APPROVE, (other,), second)
            return first.detail, then.detail

        first, then = office.write(work).result()
        assert first != then
        office.write(
            answer_proposal, scene.stage.proposal, approve=True, second=scene.signs(DEPUTY)
        ).result()
        with pytest.raises(ProposalStale):
            office.write(answer_proposal, other, approve=True, second=scene.signs(HEAD)).result()
        with pytest.raises(ProposalClosed):
            office.write(
                answer_proposal, scene.stage.proposal, approve=True, second=scene.signs(HEAD)
            ).result()


def test_beside_an_inspector_nothing_is_answered(staged: Stages) -> None:
    scene = staged(True)
    with scene.desk(HEAD) as office:
        office.write(open_inspection, INSPECTION).result()
        before = scene.written()
        for answer in ANSWERS:
            seq = scene.stage.struck if answer == "confirm" else scene.stage.proposal
            with pytest.raises(InspectionUnderWay):
                _answer(office, scene, Case(answer, "fresh", HEAD, confirmers=True), seq)
        assert scene.written() == before


# ── an act before its effect, by one person ──────────────────────────────────────────────────────


@pytest.mark.parametrize("action", actions.keys(Grade.BEFORE))
def test_no_act_of_one_is_written_under_a_name_that_takes_two(staged: Stages, action: str) -> None:
    scene = staged(True)
    with scene.desk(BOTH) as office:
        before = scene.written()

        def work(desk: WritingDesk) -> None:
            with desk.journal.write(action) as act:
                act.detail["một mình"] = True

        with pytest.raises(KnownError, match="người thứ hai"):
            office.write(work).result()
        assert scene.written() == before


@pytest.mark.parametrize("action", actions.keys(Grade.BEFORE))
def test_an_act_of_one_put_into_the_journal_by_hand_is_found(staged: Stages, action: str) -> None:
    scene = staged(True)
    with scene.desk(CLERK) as office:
        own, store = _signer(office, scene, CLERK), office._vault.header.store
    connection = open_database(scene.place / paths.REGISTER, scene.stage.key)
    with forging.unguarded(connection):
        forged = forging.append(connection, store, own, [], action=action)
    connection.close()
    with scene.desk(CLERK) as office:
        verdict = office.write(verify_vault).result()
    assert (verdict.ok, verdict.seq) == (False, forged.seq)
    assert "người thứ hai" in (verdict.what or "")


def test_each_of_them_is_done_in_the_table_or_stands_at_the_door() -> None:
    done = {deed.key for deed in DEEDS if deed.is_by_two}
    assert done | (AT_THE_DOOR & {*actions.keys(Grade.BEFORE)}) == {*actions.keys(Grade.BEFORE)}
