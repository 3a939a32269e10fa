"""Nothing is cut off at 1366×768, light or dark, and text can be told from its ground."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from bmnn_desktop.gui.appearance import _contrast, colours, is_dark
from bmnn_desktop.gui.demo.camera import SCREEN
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.demo.inspection import begin
from bmnn_desktop.gui.founding.wizard import FoundingWizard
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.unlock_window import UnlockWindow
from bmnn_desktop.services.gate import Gate
from bmnn_desktop.wiring import Wiring


def dark() -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in (
        (role.Window, "#2b2b2b"), (role.WindowText, "#f0f0f0"), (role.Base, "#1f1f1f"),
        (role.AlternateBase, "#262626"), (role.Text, "#f0f0f0"), (role.Button, "#353535"),
        (role.ButtonText, "#f0f0f0"), (role.Highlight, "#308cc6"),
    ):  # fmt: skip
        palette.setColor(which, QColor(colour))
    return palette


@pytest.fixture
def in_the_dark(dressed: QApplication) -> Iterator[None]:
    light = dressed.palette()
    dressed.setPalette(dark())
    yield
    dressed.setPalette(light)


def _cut_off(window: QWidget) -> list[str]:
    window.resize(*SCREEN)
    QApplication.processEvents()
    assert (window.width(), window.height()) == SCREEN, "the window cannot be this small"
    wrong = []
    for child in window.findChildren(QWidget):
        if not isinstance(child, QLabel | QPushButton | QRadioButton) or not child.isVisible():
            continue
        if isinstance(child, QLabel) and (child.wordWrap() or not child.text()):
            fits = child.height() >= child.heightForWidth(child.width())
        else:
            fits = child.width() >= child.minimumSizeHint().width() and (
                child.height() >= child.minimumSizeHint().height()
            )
        corner = child.mapTo(window, child.rect().bottomRight())
        if not fits or (child.window() is window and corner.x() > window.width()):
            wrong.append(child.text())
    return wrong


def test_every_page_fits(window: MainWindow, add: Callable[..., int], tmp_path: Path) -> None:
    add()
    for key in (
        *("today", "incoming", "outgoing", "sheets"),
        *("volumes", "backup", "media", "verify", "journal", "people", "year"),
    ):
        page = window.go(key)
        until(lambda page=page: not page.jobs.is_busy, "the page")  # type: ignore[misc]
        assert _cut_off(window) == []
    page = window.register_page("outgoing")
    window.go("outgoing")
    page.open_line(0)
    until(page.card.isVisible, "the card")
    assert _cut_off(window) == []
    page.start_new()
    until(page.entry.isVisible, "the form")
    assert _cut_off(window) == []
    page.entering.save()  # every error at once
    assert _cut_off(window) == []
    preview = window.open_preview("outgoing", 2026)
    until(lambda: preview.is_ready, "the preview")
    preview.print_to(str(tmp_path / "so.pdf"))
    until(lambda: bool(preview.code), "the print")
    assert _cut_off(preview) == []
    preview.close()


def test_every_page_of_a_guest_session_fits(window: MainWindow, add: Callable[..., int]) -> None:
    row = add()
    begin(window)
    for key in ("today", "incoming", "outgoing", "sheets", "volumes", "verify"):
        page = window.go(key)
        until(lambda page=page: not page.jobs.is_busy, "the page")  # type: ignore[misc]
        assert _cut_off(window) == []
    window.open_line("outgoing", row)
    page = window.register_page("outgoing")
    until(page.card.isVisible, "the card")
    window.guest.say_stopped()
    until(lambda: _cut_off(window) == [], "the words to find room")
    window.resize(SCREEN[0] // 2, SCREEN[1] // 2)  # a scale of 200 %
    QApplication.processEvents()
    band = window.guest.band
    assert band is not None
    assert band.end_button.text() == "Kết thúc"
    assert band.minimumWidth() + window.ui.nav_frame.width() <= SCREEN[0] // 2


@pytest.mark.usefixtures("in_the_dark")
def test_every_page_fits_in_the_dark_too(window: MainWindow) -> None:
    for key in (
        *("today", "incoming", "outgoing", "sheets"),
        *("volumes", "backup", "media", "verify", "journal", "people", "year"),
    ):
        window.go(key)
        assert _cut_off(window) == []


def test_the_door_and_the_wizard_fit(qtbot: QtBot, wiring: Wiring, tmp_path: Path) -> None:
    wizard = FoundingWizard(wiring.gate(tmp_path / "new"), wiring.clock)
    qtbot.addWidget(wizard)
    wizard.show()
    for step in range(wizard.ui.pages.count()):
        wizard._go(step)
        assert _cut_off(wizard) == []


@pytest.mark.usefixtures("founded")
def test_the_door_fits(qtbot: QtBot, gate: Gate) -> None:
    door = UnlockWindow(gate)
    qtbot.addWidget(door)
    door.show()
    assert _cut_off(door) == []


@pytest.mark.parametrize("palette", [QPalette(), dark()], ids=["light", "dark"])
def test_every_tone_can_be_read_on_its_ground(palette: QPalette) -> None:
    chosen = colours(palette)
    pairs = [
        ("good", "good-back"), ("amber", "amber-back"), ("bad", "bad-back"), ("accent", "field"),
        ("quiet", "field"), ("good", "field"), ("amber", "field"), ("bad", "field"),
    ]  # fmt: skip
    weak = [
        (text, ground)
        for text, ground in pairs
        if _contrast(QColor(chosen[text]), QColor(chosen[ground])) < 4.5
    ]
    assert weak == []
    assert _contrast(QColor("white"), QColor(chosen["fill"])) >= 4.5
    window = palette.color(QPalette.ColorRole.Window)
    assert _contrast(QColor(chosen["quiet"]), window) >= 4.5


def test_every_window_fits_twice_enlarged(
    window: MainWindow, add: Callable[..., int], qtbot: QtBot, wiring: Wiring, tmp_path: Path
) -> None:
    """At 200 % the screen has half as many units each way."""
    add()
    page = window.register_page("outgoing")
    window.go("outgoing")
    for key in (
        "today",
        "volumes",
        "year",
        "backup",
        "verify",
        "custody",
        "stock",
        "incoming",
        "outgoing",
    ):
        window.go(key)
    until(lambda: page.model.rowCount() == 1 and not page.jobs.is_busy, "the line")
    page.open_line(0)
    until(page.card.isVisible, "the card")
    preview = window.open_preview("outgoing", 2026)
    until(lambda: preview.is_ready, "the preview")
    wizard = FoundingWizard(wiring.gate(tmp_path / "new"), wiring.clock)
    qtbot.addWidget(wizard)
    for shown in (window, preview, wizard):
        shown.resize(SCREEN[0] // 2, SCREEN[1] // 2)
        QApplication.processEvents()
        assert (shown.width(), shown.height()) == (SCREEN[0] // 2, SCREEN[1] // 2), shown
    assert page.card.isVisible()
    assert not page.view.isVisible()
    preview.close()
    window.resize(*SCREEN)
    QApplication.processEvents()
    assert page.view.isVisible()


def test_the_dark_palette_is_known_as_dark() -> None:
    assert is_dark(dark())
    assert not is_dark(QPalette())
