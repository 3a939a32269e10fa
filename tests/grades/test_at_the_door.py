"""What is done before anybody has unlocked, or by the unlocking itself."""

from __future__ import annotations

import ast
from collections.abc import Callable

import pytest

from bmnn_desktop import paths
from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.errors import (
    KnownError,
    PersonRevoked,
    RecoverySheetForeign,
    UserUnknown,
    VaultExists,
)
from bmnn_desktop.services.change_passphrase import change_passphrase
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store.attempts import adopt_counters
from tests.cli.terminal import write_secret
from tests.grades.deed import NEW_PHRASE
from tests.grades.deeds import AT_THE_DOOR
from tests.grades.line import Desk, refused
from tests.grades.stage import BOTH, CLERK, GONE, HEAD, Scene, last, passphrase_of
from tests.house.tree import ROOT
from tests.services.offices import cheap_wiring, found

Stages = Callable[[bool], Scene]


@pytest.mark.parametrize("confirmers", [True, False])
@pytest.mark.parametrize("login", [BOTH, CLERK, HEAD])
def test_the_sheet_opens_the_vault_for_a_person_of_it(
    staged: Stages, login: str, confirmers: bool
) -> None:
    """Where somebody confirms as well: whoever can unlock is missing, not who could sign."""
    if login == HEAD and not confirmers:
        return
    scene = staged(confirmers)
    with scene.desk(BOTH) as office:
        head = last(office)
    gate = cheap_wiring(scene.clock).gate(scene.place)
    gate.recover(scene.stage.sheet.key, login, NEW_PHRASE)
    office = gate.unlock(login, NEW_PHRASE)
    try:
        written = scene.entries(office, head)
        assert office.write(verify_vault).result().verdict == "unknown"
    finally:
        office.close()
    assert written == [
        ("propose", "person.recover", login),
        ("approve", "person.recover", None),
    ]


@pytest.mark.parametrize(
    ("login", "is_own", "error"),
    [
        (CLERK, False, RecoverySheetForeign),
        (GONE, True, PersonRevoked),
        ("khong-co", True, UserUnknown),
    ],
)
def test_the_sheet_opens_it_for_nobody_else(
    staged: Stages, desk: Desk, login: str, is_own: bool, error: type[KnownError]
) -> None:
    scene = staged(True)
    before = scene.stored()
    key = scene.stage.sheet.key if is_own else bytes(32)
    with pytest.raises(error):
        cheap_wiring(scene.clock).gate(scene.place).recover(key, login, NEW_PHRASE)
    assert scene.stored() == before
    if is_own:
        adopt_counters(scene.place)
        sheet = write_secret(scene.home / "sheet.txt", scene.stage.sheet.text())
        new = write_secret(scene.home / "new.txt", NEW_PHRASE)
        words = ["vault", "recover", login, "--recovery-file", sheet]
        words += ["--new-passphrase-file", new, "--recovery-out", scene.home / "out.txt"]
        refused(desk(scene, CLERK).says(words), error)
        assert scene.stored() == before


def test_a_vault_is_founded_once(staged: Stages) -> None:
    scene = staged(True)
    before = scene.stored()
    with pytest.raises(VaultExists):
        found(scene.place)
    assert scene.stored() == before
    with scene.desk(CLERK) as office:
        kinds = scene.entries(office, 0)
    assert kinds[0] == ("genesis", "vault.found", BOTH)
    steps = [action for kind, action, _login in kinds if kind == "migration"]
    assert set(steps) <= {"vault.migrate"}


def test_what_unlocking_notices_is_written_by_whoever_unlocks(staged: Stages) -> None:
    """A counter that was tampered with has tests of its own: tests/store/test_tampering.py."""
    scene = staged(True)
    kept = {name: (scene.place / name).read_bytes() for name in paths.HEADERS}
    with scene.desk(CLERK) as office:
        office.write(change_passphrase, passphrase_of(CLERK), NEW_PHRASE).result()
    with scene.desk(BOTH) as office:  # from here on the vault knows which header is the newest
        head = last(office)
    for name, content in kept.items():
        (scene.place / name).write_bytes(content)
    with scene.desk(BOTH) as office:
        assert scene.entries(office, head) == [("act", "header.revived", BOTH)]
        assert office.write(verify_vault).result().verdict == "unknown"
    listed = {"attempts.tampered", "header.revived"}
    assert {actions.grade(key) for key in listed} == {Grade.LISTED}, "both on the closing sheet"


def test_nothing_restores_yet() -> None:
    """It fails once a service does: then restoring wants its cases here."""
    services = (ROOT / "bmnn_desktop" / "services").glob("*.py")
    names = {
        node.attr
        for path in services
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    assert "RESTORE" not in names
    assert "vault.restore" in AT_THE_DOOR
