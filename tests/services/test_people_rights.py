"""Who may do what to people and keys: every role, every act, alone and beside another."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.errors import KnownError, NotAllowed, NotConfirmer, SelfApproval
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.change_passphrase import change_passphrase
from bmnn_desktop.services.change_person import change_person
from bmnn_desktop.services.enrol_stick import enrol_stick
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.rekey_person import rekey_person
from bmnn_desktop.services.release_person import release_person
from bmnn_desktop.services.renew_recovery import renew_recovery
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import header
from tests.faults.vaults import copy_vault
from tests.services.offices import cheap_wiring, entries, found
from tests.services.second_people import PIN
from tests.services.signing import ChosenHere, InPerson

OTHER = "cau cua nguoi khac nua"
NEW = NewPerson("moi", "Đỗ Thị Mới", frozenset({Role.KEEPER}), OTHER)
KEEPER, ADMINISTRATOR, CONFIRMER = Role.KEEPER, Role.ADMINISTRATOR, Role.CONFIRMER

ACTS: dict[str, Callable[[Office, SecondPerson], Any]] = {
    "person.admit": lambda office, second: office.write(admit_person, NEW, second=second),
    "person.change": lambda office, second: office.write(
        change_person, "thu-ba", post="Kế toán", second=second
    ),
    "person.rekey": lambda office, second: office.write(
        rekey_person, "thu-ba", "mot cau moi khac han", second=second
    ),
    "person.stick": lambda office, second: office.write(
        enrol_stick,
        "phu",
        place=office.place.with_suffix(".json"),
        maker=ChosenHere(PIN),
        second=second,
    ),
    "person.release": lambda office, second: office.write(release_person, "da-nghi", second=second),
    "recovery.renew": lambda office, second: office.write(renew_recovery, second=second),
    "person.revoke": lambda office, _second: office.write(
        revoke_person, "thu-ba", reason="nghỉ hưu"
    ),
    "person.passphrase": lambda office, _second: office.write(
        change_passphrase, OTHER, "mot cau moi khac han"
    ),
}
ROLES = {
    "keeper": frozenset({KEEPER}),
    "administrator": frozenset({ADMINISTRATOR}),
    "keeper and administrator": frozenset({KEEPER, ADMINISTRATOR}),
    "confirmer": frozenset({CONFIRMER}),
    "confirmer and administrator": frozenset({CONFIRMER, ADMINISTRATOR}),
}
SECONDS = ("confirmer", "keeper", "self", "sheet")


@dataclass(frozen=True)
class State:
    """Who is there beside the one at the keyboard."""

    confirmer: bool
    manager: bool


STATES = {
    f"{'a' if confirmer else 'no'} confirmer, {'a' if manager else 'no'} keeper": State(
        confirmer, manager
    )
    for confirmer, manager in itertools.product((True, False), repeat=2)
}


def expected(act: str, roles: frozenset[Role], state: State, second: str) -> str:
    """Return what the rules say: an error's name, or "" for allowed."""
    if actions.grade(act) is not Grade.BEFORE:
        return ""
    if not roles & {KEEPER, ADMINISTRATOR} and state.manager:
        return NotAllowed.__name__
    if second == "self":
        return SelfApproval.__name__
    if second == "keeper" or (second == "sheet" and state.confirmer):
        return NotConfirmer.__name__
    return ""


def is_possible(act: str, state: State, second: str) -> bool:
    """Tell whether there is anybody to sign so, and anybody to do it to."""
    if (second == "confirmer" and not state.confirmer) or (
        second == "keeper" and not state.manager
    ):
        return False
    if act == "person.stick":
        return state.confirmer
    has_third = state.confirmer or state.manager
    return has_third or act not in {"person.change", "person.rekey", "person.revoke"}


def _build(place: Path, roles: frozenset[Role], state: State) -> tuple[Path, bytes]:
    office, sheet = found(place)
    helper = NewPerson("phu", "Phụ", frozenset({CONFIRMER}), OTHER)
    settled = office.write(admit_person, helper, second=RecoverySheetHolder(sheet.key)).result()
    third = frozenset({ADMINISTRATOR if state.manager else CONFIRMER})
    has_third = state.confirmer or state.manager
    people = [
        ("chinh", roles),
        ("da-nghi", frozenset({KEEPER})),
        ("nguoi-giu", frozenset({KEEPER})),
    ]
    for login, given in [*people, ("thu-ba", third)] if has_third else people:
        new = replace(helper, login=login, name=login, roles=given)
        office.write(admit_person, new, second=InPerson(place, "phu", OTHER)).result()
    office.close()
    office = cheap_wiring().gate(place).unlock("chinh", OTHER)
    gone = ["da-nghi"]
    gone += [] if state.confirmer else ["phu"]
    gone += [] if state.manager else ["giu-so", "nguoi-giu"]
    for login in gone:
        office.write(revoke_person, login, reason="nghỉ hưu").result()
    office.close()
    assert settled.sheet is not None
    return place, settled.sheet.key


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], tuple[Path, bytes]]:
    """Build a vault for each pair of roles and state, with everybody who may be needed."""
    return {
        (role, state): _build(tmp_path_factory.mktemp("rights") / "vault", ROLES[role], there)
        for role in ROLES
        for state, there in STATES.items()
    }


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("role", ROLES)
def test_the_table_of_rights(
    built: dict[tuple[str, str], tuple[Path, bytes]],
    tmp_path: Path,
    role: str,
    state: str,
    act: str,
) -> None:
    source, key = built[role, state]
    for second in SECONDS:
        if not is_possible(act, STATES[state], second):
            continue
        place = tmp_path / second
        copy_vault(source, place)
        signs: dict[str, SecondPerson] = {
            "confirmer": InPerson(place, "phu", OTHER),
            "keeper": InPerson(place, "nguoi-giu", OTHER),
            "self": InPerson(place, "chinh", OTHER),
            "sheet": RecoverySheetHolder(key),
        }
        office = cheap_wiring().gate(place).unlock("chinh", OTHER)
        try:
            told = _done(office, act, signs[second], place)
            assert told == expected(act, ROLES[role], STATES[state], second), (second, told)
            assert office.write(verify_vault).result().verdict == "unknown"
        finally:
            office.close()


def _done(office: Office, act: str, second: SecondPerson, place: Path) -> str:
    """Do it; return the refusal, which must have changed neither journal nor header."""
    before = entries(office), header.read(place).header
    try:
        ACTS[act](office, second).result()
    except KnownError as error:
        assert (entries(office), header.read(place).header) == before
        return type(error).__name__
    assert entries(office) == before[0] + (2 if actions.grade(act) is Grade.BEFORE else 1)
    return ""


def test_every_act_about_people_is_in_the_table() -> None:
    about = {action.key for action in actions.ACTIONS if action.key.startswith("person.")}
    # Recovered is whoever cannot unlock: no role is asked.
    assert {*ACTS} - {"recovery.renew"} == about - {"person.recover"}
