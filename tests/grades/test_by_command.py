"""Role × act × state at the command line: exit code, the sentence with its code, what is written.

The second person signs in this process: that he does so in one of his own is another test's.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bmnn_desktop.errors import (
    InspectionUnderWay,
    NeedsSecondPerson,
    NotAllowed,
    WrongPassphrase,
)
from bmnn_desktop.services.inspection import open_inspection
from bmnn_desktop.store.attempts import adopt_counters
from tests.grades.deed import INSPECTION, Deed
from tests.grades.deeds import BY_KEY, DEEDS
from tests.grades.line import Desk, refused
from tests.grades.rules import CASES, NOBODY, SHEET, Case, is_slow
from tests.grades.stage import BOTH, CLERK, DEPUTY, GONE, HEAD, Scene, last

Stages = Callable[[bool], Scene]
# Commands that no front end has yet; the test that says so fails once it is there.
NO_COMMAND = frozenset({"stock.see"})
COMMAND_LATER = NO_COMMAND | {"generation.begin"}  # beside a confirming person; the sheet may


@pytest.fixture(scope="module")
def refusing(sat: Stages) -> Callable[[bool], Scene]:
    """Give one copy for all that is refused: a refusal leaves nothing behind."""
    scenes: dict[bool, Scene] = {}

    def at(confirmers: bool) -> Scene:
        if confirmers not in scenes:
            scenes[confirmers] = sat(confirmers)
        return scenes[confirmers]

    return at


def _marked(case: Case) -> object:
    """Leave to the long run what differs from another case by the person alone."""
    at = CLERK if case.refusal is None else HEAD if case.refusal is NotAllowed else BOTH
    is_quick = case.confirmers and case.desk == at and not is_slow(case)
    return pytest.param(case, id=str(case), marks=[] if is_quick else [pytest.mark.slow])


AT_HAND = [case for case in CASES if case.deed.key not in COMMAND_LATER or case.second == SHEET]


@pytest.mark.parametrize("case", [_marked(one) for one in AT_HAND if one.refusal is not None])
def test_it_is_refused_in_one_sentence(
    refusing: Callable[[bool], Scene], desk: Desk, case: Case
) -> None:
    scene = refusing(case.confirmers)
    before = scene.stored()
    answer = desk(scene, case.desk).does(case.deed, case.second)
    assert case.refusal is not None
    refused(answer, case.refusal)
    assert scene.stored() == before


@pytest.mark.parametrize("case", [_marked(one) for one in AT_HAND if one.refusal is None])
def test_it_is_done_and_journalled(staged: Stages, desk: Desk, case: Case) -> None:
    scene = staged(case.confirmers)
    with scene.desk(BOTH) as office:
        head = last(office)
    answer = desk(scene, case.desk).does(case.deed, case.second)
    assert (answer.code, answer.err) == (0, ""), answer
    assert answer.out
    with scene.desk(
        BOTH if case.desk == CLERK else CLERK
    ) as office:  # whose passphrase is as it was
        written = scene.entries(office, head)
    if case.deed.key == "inspection.open":  # and ended by whoever unlocks next
        assert written.pop()[1] == "inspection.close"
    if case.deed.key == "paper.print":  # a command answers for its paper
        assert written.pop()[1] == "book.print.answer"
    assert written == case.entries


@pytest.mark.parametrize(
    "deed",
    [one for one in DEEDS if one.is_by_two and one.key not in {*COMMAND_LATER, "volume.reopen"}],
    ids=lambda deed: deed.key,
)
def test_what_takes_two_is_refused_to_one(
    refusing: Callable[[bool], Scene], desk: Desk, deed: Deed
) -> None:
    scene = refusing(True)
    before = scene.stored()
    refused(desk(scene, BOTH).does(deed), NeedsSecondPerson)
    assert scene.stored() == before


@pytest.mark.parametrize("key", sorted(COMMAND_LATER))
def test_what_no_command_does_yet(refusing: Callable[[bool], Scene], desk: Desk, key: str) -> None:
    """It fails once the command is there: then its name leaves COMMAND_LATER."""
    answer = desk(refusing(True), BOTH).does(BY_KEY[key], DEPUTY)
    assert answer.code == 2


def _some_second(deed: Deed) -> str:
    if not deed.is_by_two:
        return NOBODY
    return SHEET if deed.key in COMMAND_LATER else DEPUTY


# ── an inspector, somebody revoked, nobody ───────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def visited(sat: Stages) -> Scene:
    """Give a vault in which an inspector's session was opened by command."""
    scene = sat(True)
    with scene.desk(BOTH) as office:
        office.write(open_inspection, INSPECTION, by_command=True).result()
    return scene


@pytest.mark.parametrize(
    "deed",
    [
        one
        for one in DEEDS
        if not one.is_for_guests and one.key not in {"inspection.print", *NO_COMMAND}
    ],
    ids=lambda deed: deed.key,
)
def test_beside_an_inspector_every_command_is_refused(
    visited: Scene, desk: Desk, deed: Deed
) -> None:
    before = visited.stored()
    refused(desk(visited, BOTH).does(deed, _some_second(deed)), InspectionUnderWay)
    assert visited.stored() == before


@pytest.mark.parametrize("key", ["inspection.look", "inspection.print", "inspection.close"])
def test_what_an_inspector_causes_by_command_is_journalled(
    staged: Stages, desk: Desk, key: str
) -> None:
    scene = staged(True)
    line = desk(scene, BOTH)
    assert line.does(BY_KEY["inspection.open"]).code == 0
    answer = line.does(BY_KEY[key])
    assert (answer.code, answer.err) == (0, ""), answer
    with scene.desk(CLERK) as office:
        assert ("act", key, BOTH) in scene.entries(office, 0)


@pytest.mark.slow
@pytest.mark.parametrize(
    "deed", [one for one in DEEDS if one.key not in NO_COMMAND], ids=lambda deed: deed.key
)
def test_whoever_has_no_right_does_not_come_in(
    refusing: Callable[[bool], Scene], desk: Desk, deed: Deed
) -> None:
    """Revoked, unknown, or without a passphrase: the same for every command."""
    scene = refusing(True)
    before = scene.stored()
    for login in (GONE, "khong-co"):
        adopt_counters(scene.place)  # nothing is counted from test to test
        refused(desk(scene, login).does(deed, _some_second(deed)), WrongPassphrase)
    assert scene.stored() == before
