"""Role × act × state in the window: what may not be done there is refused there, and told."""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from bmnn_desktop import app
from bmnn_desktop.errors import KnownError, NotAllowed
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.main_window import MainWindow
from tests.grades.deed import Deed
from tests.grades.deeds import BY_KEY, DEEDS
from tests.grades.driving import DRIVERS, ELSEWHERE, Hand
from tests.grades.rules import Case
from tests.grades.stage import ADMIN, BOTH, CLERK, DEPUTY, HEAD, Scene, last
from tests.house.tree import ROOT

Stages = Callable[[bool], Scene]
GUI = ROOT / "bmnn_desktop" / "gui"


class _Recorder:
    """Stands for an office: remembers which service a deed is done by."""

    def __init__(self) -> None:
        self.session = type("Session", (), {"login": CLERK})()
        self.service = ""

    def write(self, service: Callable[..., Any], *_args: object, **_kwargs: object) -> None:
        """Remember the service."""
        self.service = service.__name__


def service_of(deed: Deed, scene: Scene) -> str:
    """Return the name of the service that does it."""
    recorder = _Recorder()
    deed.do(recorder, scene)  # type: ignore[arg-type]
    return recorder.service


@functools.cache
def called_by_the_window() -> set[str]:
    """Return every name that the window's rooms import from the services."""
    return {
        name.name
        for path in GUI.rglob("*.py")
        if "demo" not in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("bmnn_desktop.services")
        for name in node.names
    }


@pytest.fixture(scope="module")
def any_scene(sat: Stages) -> Scene:
    """Give a scene to look at."""
    scene = sat(True)
    scene.second = scene.signs(DEPUTY)
    return scene


def test_every_act_has_a_driver_or_a_test_elsewhere() -> None:
    assert {*DRIVERS} | {*ELSEWHERE} == {*BY_KEY}
    assert len(DRIVERS) + len(ELSEWHERE) == len(BY_KEY)
    for path in ELSEWHERE.values():
        assert (ROOT / path).is_file()


BY_ANOTHER_SERVICE = ("inspection.look", "inspection.close", "paper.print", "inspection.print")


@pytest.mark.parametrize(
    "deed", [one for one in DEEDS if one.key not in BY_ANOTHER_SERVICE], ids=lambda deed: deed.key
)
def test_the_window_has_every_act(any_scene: Scene, deed: Deed) -> None:
    assert service_of(deed, any_scene) in called_by_the_window()


def test_nothing_in_the_window_writes_but_through_the_office() -> None:
    """There is no other way: neither the journal nor a desk is known to it."""
    sources = [path.read_text(encoding="utf-8") for path in GUI.rglob("*.py")]
    assert not [text for text in sources if "desk.journal" in text or "WritingDesk" in text]


@pytest.fixture(scope="module", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """Return the application as it is on a desk."""
    app.dress(qapp)
    return qapp


Seat = Callable[[Scene, str], Hand]


def _sit(scene: Scene, login: str) -> Hand:
    window = MainWindow(scene.open(login), lock=lambda: None, quit_program=lambda: None)
    window.resize(1366, 768)
    window.show()
    return Hand(window, scene)


def _leave(hand: Hand) -> None:
    left: list[bool] = []
    hand.jobs.stop()
    if not hand.window.leaving.is_under_way:
        hand.window.leaving.close_vault(lambda: left.append(True))
        until(lambda: bool(left), "the window to close")
    hand.window.deleteLater()


@pytest.fixture(scope="module")
def seated(sat: Stages) -> Iterator[Callable[[str], Hand]]:
    """Give one window a person for all that is refused there."""
    hands: dict[str, Hand] = {}

    def at(login: str) -> Hand:
        if login not in hands:
            hands[login] = _sit(sat(True), login)
        return hands[login]

    yield at
    for hand in hands.values():
        _leave(hand)


REFUSED = [
    (login, key) for login in (HEAD, ADMIN) for key in DRIVERS if login not in BY_KEY[key].may
]


@pytest.mark.parametrize(("login", "key"), REFUSED)
def test_the_window_refuses_and_says_so(
    seated: Callable[[str], Hand], login: str, key: str
) -> None:
    hand = seated(login)
    hand.scene.second = hand.scene.signs(DEPUTY)
    before = hand.scene.stored()
    service, error, shown = hand.drive(DRIVERS[key])
    assert type(error) is NotAllowed
    assert service == service_of(BY_KEY[key], hand.scene) or key in ("book.print", "paper.print")
    assert shown.startswith(str(error))
    assert hand.scene.stored() == before


# Reopened is below; new keys close the office, which tests/gui/people/test_new_keys.py clicks.
DONE = [key for key in DRIVERS if key not in ("volume.reopen", "generation.begin")]


@pytest.mark.parametrize("key", [pytest.param(key, marks=pytest.mark.slow) for key in DONE])
def test_the_window_does_it(staged: Stages, key: str) -> None:
    scene = staged(True)
    scene.second = scene.signs(DEPUTY)
    hand = _sit(scene, CLERK)
    try:
        head = last(hand.office)
        _service, error, _shown = hand.drive(DRIVERS[key])
        assert error is None, error
    finally:
        _leave(hand)
    with scene.desk(BOTH) as office:
        written = scene.entries(office, head)
    second = DEPUTY if BY_KEY[key].is_by_two or key == "confirm" else ""
    expected = Case(BY_KEY[key], CLERK, second, confirmers=True).entries
    assert written[: len(expected)] == expected


@pytest.mark.parametrize("confirmers", [True, False])
def test_a_volume_is_reopened_by_the_sheet_only_where_nobody_confirms(
    staged: Stages,
    confirmers: bool,
) -> None:
    scene = staged(confirmers)
    hand = _sit(scene, CLERK)
    try:
        before = scene.stored()
        _service, error, shown = hand.drive(DRIVERS["volume.reopen"])
        assert (error is None) is not confirmers
        assert shown.startswith("" if error is None else str(error))
        assert (scene.stored() == before) is confirmers
        assert error is None or isinstance(error, KnownError)
    finally:
        _leave(hand)
