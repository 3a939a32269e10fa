"""A bug shows a code and nothing else."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication

from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.crash_reporter import CrashReporter, code_of
from bmnn_desktop.gui.crash_window import CrashWindow
from bmnn_desktop.gui.demo.hands import until

SECRET = "nội dung mật không được lộ"


def _bug() -> BaseException:
    try:
        Level.parse(object())  # type: ignore[arg-type]
    except (TypeError, AttributeError) as error:
        error.args = (SECRET,)
        return error
    raise AssertionError


def test_the_code_names_type_and_line_and_no_value() -> None:
    code = code_of(_bug())
    assert code.startswith(("TypeError domain.", "AttributeError domain."))
    assert code.rpartition(":")[2].isdigit()
    assert SECRET not in code


def test_what_nobody_caught_opens_the_crash_window(
    dressed: QApplication, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter = CrashReporter(dressed)
    reporter.install()
    error = _bug()
    sys.excepthook(type(error), error, error.__traceback__)

    def windows() -> list[CrashWindow]:
        return [one for one in dressed.topLevelWidgets() if isinstance(one, CrashWindow)]

    until(lambda: bool(windows()), "the crash window")
    (window,) = windows()
    assert window.ui.code_edit.text() == code_of(error)
    window.close()
    told = capsys.readouterr()
    assert SECRET not in told.out + told.err
    assert code_of(error) in told.err
