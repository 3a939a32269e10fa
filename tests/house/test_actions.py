"""Every act that is written stands in the one table of acts, and every act there is written."""

from __future__ import annotations

import re

import pytest

from bmnn_desktop.domain.action import ACTIONS, Grade, find, grade, keys
from tests.house.tree import ROOT, own_python

_WRITTEN = re.compile(
    r"(?:journal\.(?:write|propose|settle)\(|settle\(desk,|act\.action = "
    r"|(?:RESTORE|RECOVER|GENERATION|REVOKE|_TAMPERED|_REVIVED|_ACTION) = )"
    r'\s*"([a-z_.]+)"'
)


def written() -> set[str]:
    """Return the names of the acts that the product writes."""
    product = [path for path in own_python() if path.is_relative_to(ROOT / "bmnn_desktop")]
    return {name for path in product for name in _WRITTEN.findall(path.read_text(encoding="utf-8"))}


def test_every_act_that_is_written_is_in_the_table() -> None:
    assert written() - {action.key for action in ACTIONS} == set()


def test_names_and_words_are_one_each() -> None:
    assert len({action.key for action in ACTIONS}) == len(ACTIONS)
    assert len({action.words for action in ACTIONS}) == len(ACTIONS)
    assert all(action.words[0].isupper() and action.words[-1] != "." for action in ACTIONS)


def test_an_unknown_act_has_no_grade() -> None:
    assert (grade("wish"), find("wish").words) == (Grade.NONE, "wish")


@pytest.mark.parametrize(
    ("wanted", "some"),
    [
        (Grade.BEFORE, {"volume.reopen", "person.admit", "generation.begin", "vault.restore"}),
        (Grade.AFTERWARDS, {"document.annul_printed", "document.add_late", "sheet.spoil"}),
        (Grade.LISTED, {"day.state", "document.amend", "person.revoke"}),
    ],
)
def test_the_grades_are_those_decided(wanted: Grade, some: set[str]) -> None:
    assert set(keys(wanted)) >= some
    assert all(grade(key) is wanted for key in keys(wanted))
