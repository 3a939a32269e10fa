"""The window's front end: one process, one vault."""

from __future__ import annotations

import atexit
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import (
    QCoreApplication,
    QLoggingCategory,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from bmnn_desktop import paths, program
from bmnn_desktop.arguments import Parser
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.errors import VaultExists
from bmnn_desktop.gui.appearance import Appearance
from bmnn_desktop.gui.composition_order import CompositionOrder, keep_keys_in_order
from bmnn_desktop.gui.crash_reporter import CrashReporter
from bmnn_desktop.gui.entrance import Entrance
from bmnn_desktop.gui.garbage import Garbage
from bmnn_desktop.gui.translator import VietnameseWords
from bmnn_desktop.wiring import Wiring

_PLATFORM = "QT_QPA_PLATFORM"


def main(argv: list[str]) -> int:
    """Open the window; `argv` is what stands after the program's name."""
    parser = Parser(prog="bmnn-desktop")
    parser.add_argument("--vault", type=Path, metavar="THƯ_MỤC", help="thư mục kho sổ")
    commands = parser.add_subparsers(dest="command", title="lệnh", metavar="LỆNH")
    shown = commands.add_parser("demo")
    shown.add_argument("directory", type=Path, metavar="THƯ_MỤC")
    shown.add_argument("--open", action="store_true")
    chosen = parser.parse_args(argv)
    if chosen.command == "demo":
        return demo(chosen.directory, then_open=chosen.open)
    place = (chosen.vault or paths.default_vault()).absolute()
    return open_window(Wiring(), place, lambda: relaunch(place))


def open_window(
    wiring: Wiring,
    place: Path,
    go_again: Callable[[], None],
    then: Callable[[], None] | None = None,
) -> int:
    """Show the door of the vault at `place`; `go_again` replaces the process after a lock.

    `then` runs once the door stands: the demonstration and the tests drive the window from there.
    """
    app = make_application()
    entrance = Entrance(wiring.gate(place), wiring.clock, go_again)
    entrance.open()
    if then is not None:
        QTimer.singleShot(0, then)
    return app.exec()


def sign() -> int:
    """Ask a second person, in a window of its own, for the signature that stdin asks for."""
    from bmnn_desktop.gui.signing.window import SigningWindow  # noqa: PLC0415  (this process only)
    from bmnn_desktop.services.signing_post import SigningPost  # noqa: PLC0415

    post = SigningPost.at_standard_streams()
    desk = post.desk()
    if desk is None:
        return 1
    app = make_application()
    window = SigningWindow(desk, post)
    window.show()
    return app.exec()


def make_stick() -> int:
    """Ask the owner of a signing stick, in a window of its own, for the PIN that stdin orders."""
    from bmnn_desktop.gui.signing.pin_window import PinWindow  # noqa: PLC0415  (as above)
    from bmnn_desktop.services.stick_post import StickPost  # noqa: PLC0415

    post = StickPost.at_standard_streams()
    order = post.order()
    if order is None:
        return 1
    app = make_application()
    window = PinWindow(order, post)
    window.show()
    return app.exec()


def make_application() -> QApplication:
    """Return the application with its words, its looks and its way to report bugs."""
    qInstallMessageHandler(_mute)
    # Qt has messages until its libraries are unloaded: the process would die calling Python then.
    atexit.register(qInstallMessageHandler, None)
    QLoggingCategory.setFilterRules("*=false")  # for those messages
    keep_keys_in_order()
    app = QApplication(["bmnn-desktop"])
    dress(app)
    CrashReporter(app).install()
    return app


def dress(app: QApplication) -> None:
    """Give `app` its name, Qt's words in Vietnamese and its looks."""
    app.setApplicationDisplayName("BMNN Desktop")
    # Dialogs of the desktop speak another language, and no curtain of ours covers them.
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    QCoreApplication.installTranslator(VietnameseWords(app))
    Appearance(app)
    CompositionOrder(app)
    Garbage(app)


def relaunch(place: Path) -> NoReturn:
    """Become a new process before the locked door: keys do not leave a living one."""
    command = program.command("--vault", str(place))
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "posix":
        os.execv(command[0], command)  # noqa: S606  (our own program)
    import subprocess  # noqa: PLC0415  (Windows only)

    subprocess.Popen(command)  # noqa: S603  (our own program)
    os._exit(0)


def demo(directory: Path, *, then_open: bool = False, wiring: Wiring | None = None) -> int:
    """Drive the whole scenario through the real window, offscreen; print what it leaves."""
    from bmnn_desktop.gui.demo.scenario import (  # noqa: PLC0415  (not part of a day's work)
        VAULT,
        Scenario,
        is_there,
        left_in,
        picture_the_door,
        prepare,
    )

    directory = directory.absolute()
    vault = directory / VAULT
    if then_open and is_there(directory):
        relaunch(vault)
    try:
        prepare(directory)
    except VaultExists as error:
        sys.stderr.write(f"{error} ({error.code})\n")
        return error.exit_code
    screen = os.environ.get(_PLATFORM)
    os.environ[_PLATFORM] = "offscreen"
    app = make_application()
    wired = wiring or Wiring()
    today = civil_date(wired.clock.now())
    Scenario(directory, Entrance(wired.gate(vault), wired.clock, app.quit), today).run()
    _live_through_new_year(directory, vault, wired, today.year + 1)
    picture_the_door(directory, wired.gate(vault))
    for path in left_in(directory):
        sys.stdout.write(f"{path}\n")
    if then_open:
        os.environ.pop(_PLATFORM)
        if screen is not None:
            os.environ[_PLATFORM] = screen
        relaunch(vault)
    return 0


def _live_through_new_year(directory: Path, vault: Path, wired: Wiring, year: int) -> None:
    """Show the change of the year on a copy of the vault, with a clock of its own."""
    from bmnn_desktop.gui.demo.clock import LaterClock  # noqa: PLC0415  (not a day's work)
    from bmnn_desktop.gui.demo.scenario import next_year  # noqa: PLC0415

    passphrase = (directory / "passphrase.txt").read_text(encoding="utf-8").strip()
    clock = LaterClock(datetime(year, 1, 2, 0, 30, tzinfo=UTC))
    with tempfile.TemporaryDirectory(dir=directory) as room:
        place = Path(room) / vault.name
        wired.gate(vault).copy_training(place)
        gate = replace(wired, clock=clock).gate(place)
        next_year(directory, gate.unlock(gate.logins()[0], passphrase), clock, place)


def _mute(_kind: QtMsgType, _context: object, _message: str) -> None:
    """Qt's messages may quote what is on the screen: none reaches a log."""
