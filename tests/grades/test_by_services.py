"""Role × act × state, the services called directly."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bmnn_desktop.domain.action import ACTIONS
from bmnn_desktop.errors import InspectionMissing, InspectionUnderWay, KeyRevoked, KnownError
from bmnn_desktop.services.inspection import open_inspection
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.verify_vault import verify_vault
from tests.grades.deed import INSPECTION, Deed
from tests.grades.deeds import AT_THE_DOOR, BY_KEY, DEEDS
from tests.grades.rules import CASES, Case, is_slow
from tests.grades.stage import BOTH, CLERK, DEPUTY, GONE, Scene, last, passphrase_of
from tests.services.offices import cheap_wiring

Stages = Callable[[bool], Scene]
Refusing = Callable[[bool, str], tuple[Scene, Office]]


def _marked(case: Case) -> object:
    return pytest.param(case, id=str(case), marks=[pytest.mark.slow] if is_slow(case) else [])


@pytest.fixture(scope="module")
def refusing(sat: Callable[[bool], Scene]) -> Iterator[Refusing]:
    """Open a desk once for all that is refused there: a refusal leaves nothing behind."""
    opened: dict[tuple[bool, str], tuple[Scene, Office]] = {}

    def at(confirmers: bool, login: str) -> tuple[Scene, Office]:
        if (confirmers, login) not in opened:
            scene = sat(confirmers)
            opened[confirmers, login] = scene, scene.open(login)
        return opened[confirmers, login]

    yield at
    for _scene, office in opened.values():
        office.close()


def test_every_act_of_the_table_has_a_way_to_do_it() -> None:
    assert {*BY_KEY} | AT_THE_DOOR == {action.key for action in ACTIONS}
    assert not {*BY_KEY} & AT_THE_DOOR
    assert len(BY_KEY) == len(DEEDS)


@pytest.mark.parametrize("case", [_marked(one) for one in CASES if one.refusal is not None])
def test_it_is_refused_and_nothing_is_written(refusing: Refusing, case: Case) -> None:
    scene, office = refusing(case.confirmers, case.desk)
    scene.second = scene.signs(case.second) if case.second else None
    before = scene.written()
    with pytest.raises(KnownError) as caught:
        case.deed.do(office, scene).result()
    assert type(caught.value) is case.refusal
    assert scene.written() == before


@pytest.mark.parametrize("case", [_marked(one) for one in CASES if one.refusal is None])
def test_it_is_done_and_journalled(staged: Stages, case: Case) -> None:
    scene = staged(case.confirmers)
    scene.second = scene.signs(case.second) if case.second else None
    with scene.desk(case.desk) as office:
        head = last(office)
        case.deed.do(office, scene).result()
        if case.deed.key != "generation.begin":  # after which only another unlocking reads
            assert scene.entries(office, head) == case.entries
            assert office.write(verify_vault).result().verdict == "unknown"
    if case.deed.key == "generation.begin":
        with scene.desk(case.desk) as office:
            assert scene.entries(office, head) == case.entries


# ── an inspector at the desk ─────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def visited(sat: Callable[[bool], Scene]) -> Iterator[tuple[Scene, Office]]:
    """Give a desk with an inspector at it."""
    scene = sat(True)
    office = scene.open(BOTH)
    office.write(open_inspection, INSPECTION).result()
    scene.second = scene.signs(DEPUTY)
    yield scene, office
    office.close()


GUESTS = ("inspection.look", "inspection.close", "inspection.print")


@pytest.mark.parametrize(
    "deed", [one for one in DEEDS if one.key not in GUESTS], ids=lambda d: d.key
)
def test_beside_an_inspector_nothing_is_written(visited: tuple[Scene, Office], deed: Deed) -> None:
    scene, office = visited
    before = scene.written()
    with pytest.raises(InspectionUnderWay):
        deed.do(office, scene).result()
    assert scene.written() == before


@pytest.mark.parametrize("key", GUESTS)
def test_what_an_inspector_causes_is_journalled(staged: Stages, key: str) -> None:
    scene = staged(True)
    with scene.desk(BOTH) as office:
        office.write(open_inspection, INSPECTION).result()
        head = last(office)
        BY_KEY[key].do(office, scene).result()
    with scene.desk(CLERK) as office:
        entries = scene.entries(office, head)
    assert entries[0] == ("act", key, BOTH)
    assert {action for _kind, action, _login in entries[1:]} <= {"inspection.close"}


def test_without_an_inspector_there_is_nothing_to_end_or_to_record(refusing: Refusing) -> None:
    scene, office = refusing(True, BOTH)
    before = scene.written()
    with pytest.raises(InspectionMissing):
        BY_KEY["inspection.close"].do(office, scene).result()
    assert BY_KEY["inspection.look"].do(office, scene).result() == 0
    assert scene.written() == before


# ── a right taken away while the vault stood open ────────────────────────────────────────────────


@pytest.fixture(scope="module")
def gone(sat: Callable[[bool], Scene]) -> Iterator[tuple[Scene, Office]]:
    """Give a desk whose owner took his own right away."""
    scene = sat(True)
    office = scene.open(BOTH)
    office.write(revoke_person, BOTH, reason="chuyển công tác").result()
    scene.second = scene.signs(DEPUTY)
    yield scene, office
    office.close()


@pytest.mark.parametrize(
    "deed", [one for one in DEEDS if not one.is_for_guests], ids=lambda deed: deed.key
)
def test_whoever_was_revoked_writes_nothing_more(gone: tuple[Scene, Office], deed: Deed) -> None:
    scene, office = gone
    before = scene.written()
    with pytest.raises(KeyRevoked):
        deed.do(office, scene).result()
    assert scene.written() == before


def test_whoever_was_revoked_does_not_come_in(staged: Stages) -> None:
    scene = staged(True)
    before = scene.written()
    with pytest.raises(KnownError):
        cheap_wiring().gate(scene.place).unlock(GONE, passphrase_of(GONE))
    assert scene.written() == before
