"""The computer's lock and sleep, as python-dbusmock's login manager and screen savers tell them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bmnn_desktop.gui.demo.hands import until, wait
from bmnn_desktop.gui.lock.session_watch import SessionWatch
from bmnn_desktop.gui.main_window import MainWindow
from tests.gui.lock import mocked
from tests.gui.lock.conftest import covers, needs_daemon
from tests.gui.lock.mocked import LOGIN, LOGIN_PATH, MOCK, Mocked

pytestmark = [
    needs_daemon,
    pytest.mark.skipif(not mocked.is_installed(), reason="python3-dbusmock is missing"),
]

SESSION = f"{LOGIN_PATH}/session/c1"
GNOME = "org.gnome.ScreenSaver"
GNOME_PATH = "/org/gnome/ScreenSaver"
SAVERS = {
    "org.freedesktop.ScreenSaver": "/ScreenSaver",  # Plasma's place for it
    "org.cinnamon.ScreenSaver": "/org/cinnamon/ScreenSaver",
    "org.mate.ScreenSaver": "/",
}


@pytest.fixture
def mock(bus: str) -> Iterator[Mocked]:
    """Return what starts services on the bus."""
    services = Mocked(bus)
    yield services
    services.stop()


@pytest.fixture
def login(mock: Mocked) -> Mocked:
    """Return the login manager with one session on its seat."""
    mock.start(LOGIN, "--system", "--template", "logind")
    mock.call(LOGIN, LOGIN_PATH, "AddSession", "c1", "seat0", 1000, "lan", True, interface=MOCK)
    return mock


@pytest.fixture
def listening(login: Mocked, window: MainWindow) -> MainWindow:
    """Return a window that came to a desktop already there, and for which sleep waits."""
    until(lambda: window.guard.session is not None, "the buses")
    session = window.guard.session
    assert isinstance(session, SessionWatch)
    until(lambda: session.delays_sleep, "the answer")
    assert login.inhibitors() == [["sleep", "BMNN Desktop", "Khóa kho sổ", "delay"]]
    return window


def test_the_vault_is_locked_with_the_session(
    login: Mocked, listening: MainWindow, left: list[str]
) -> None:
    login.call(LOGIN, SESSION, "Lock", interface=f"{LOGIN}.Session")
    until(lambda: bool(left), "the lock")
    assert left == ["lock"]
    assert covers(listening) or not listening.isVisible()


def test_the_vault_is_locked_before_the_sleep_that_waits_for_it(
    login: Mocked, listening: MainWindow, left: list[str]
) -> None:
    login.emit(LOGIN, LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", True)
    until(lambda: bool(left), "the lock")
    assert left == ["lock"]
    # Until the process is replaced or gone: keys leave the memory only with it.
    assert len(login.inhibitors()) == 1
    assert not listening.isVisible()


def test_the_vault_is_locked_after_a_sleep_it_did_not_hear_of(
    login: Mocked, listening: MainWindow, left: list[str]
) -> None:
    login.emit(LOGIN, LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", False)
    until(lambda: bool(left), "the lock")
    assert not listening.isVisible()


def test_an_unlocked_session_lifts_no_curtain(
    login: Mocked, listening: MainWindow, left: list[str]
) -> None:
    listening.guard.draw()
    login.call(LOGIN, SESSION, "Unlock", interface=f"{LOGIN}.Session")
    login.emit(LOGIN, LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForShutdown", False)
    wait(300)
    assert not left
    assert covers(listening)


def test_the_screen_saver_of_gnome_locks_when_it_comes_and_opens_nothing_when_it_goes(
    mock: Mocked, listening: MainWindow, left: list[str]
) -> None:
    mock.start(GNOME, "--session", "--template", "gnome_screensaver")
    listening.guard.draw()
    mock.call(GNOME, GNOME_PATH, "SetActive", False)
    wait(300)
    assert not left
    assert covers(listening)
    mock.call(GNOME, GNOME_PATH, "SetActive", True)
    until(lambda: bool(left), "the lock")
    assert left == ["lock"]


@pytest.mark.parametrize(("name", "path"), SAVERS.items())
def test_other_screen_savers_are_heard_wherever_they_sit(
    mock: Mocked, listening: MainWindow, left: list[str], name: str, path: str
) -> None:
    mock.start(name, "--session", name, path, name)
    mock.emit(name, path, name, "ActiveChanged", False)
    wait(300)
    assert not left
    assert listening.isVisible()
    mock.emit(name, path, name, "ActiveChanged", True)
    until(lambda: bool(left), "the lock")


def test_a_login_manager_that_goes_away_and_comes_again_is_still_heard(
    login: Mocked, listening: MainWindow, left: list[str]
) -> None:
    login.end_services()
    wait(200)
    assert not left
    login.start(LOGIN, "--system", "--template", "logind")
    login.emit(LOGIN, LOGIN_PATH, f"{LOGIN}.Manager", "PrepareForSleep", True)
    until(lambda: bool(left), "the lock")
    assert not listening.isVisible()
