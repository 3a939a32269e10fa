"""A process of its own for test_unikey: the register's form on a real screen, keys from outside.

Says on its standard output which field waits for keys; once the field is left, what it holds.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from bmnn_desktop import app, no_network
from bmnn_desktop.domain.book import FieldKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.demo.hands import type_text, until
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.gui.unlock_window import UnlockWindow
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.store.keys import Kdf
from bmnn_desktop.wiring import Wiring
from tests.gui.conftest import LOGIN, PASSPHRASE

TYPED = ("note", "signer", "recipients", "subject")
_GIVEN = {
    FieldKind.TEXT: "Giả định",
    FieldKind.DATE: date(2026, 3, 5),
    FieldKind.LEVEL: Level.MAT,
    FieldKind.COUNT: 9,
}
REMEMBERED = ("Nguyễn Văn Mẫu", "Công an xã Mẫu", "Đảng ủy xã Mẫu")


def drive() -> None:
    """Open the form, let the keys come, say what stands in the book once they have saved it."""
    door = next(one for one in QApplication.topLevelWidgets() if isinstance(one, UnlockWindow))
    type_text(door.ui.passphrase_edit.line, PASSPHRASE)
    door.ui.unlock_button.click()
    until(lambda: bool(_windows()), "the window")
    (window,) = _windows()
    window.activateWindow()
    until(window.isActiveWindow, "the keyboard")
    window.start_registering()
    page = window.register_page("outgoing")
    until(lambda: page.entering.is_active, "the form")
    page.entry.form.set_values(
        {
            field.name: _GIVEN[field.kind]
            for field in page.book.fields
            if field.required and field.kind in _GIVEN and field.name not in TYPED
        }
    )
    for name, target in pairwise((*TYPED, TYPED[0])):
        _wait_for_keys(page, name, target)
    until(lambda: page.card.isVisible() and not page.jobs.is_busy, "the line")
    (row,) = window.office.read(list_documents, "outgoing").result().rows
    _say("row", {name: asdict(row)[name] for name in TYPED})
    window.close()


class _Composed(QObject):
    """What an input method is composing in a field."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.preedit = ""
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self.preedit = event.preeditString()
        return False


def _wait_for_keys(page: RegisterPage, name: str, target: str) -> None:
    """Say that the field is there and where the next one is; say each change, then the value."""
    form = page.entry.form
    field = form.editor(name)
    form.set_suggestions({name: REMEMBERED})
    composed = _Composed(field)
    field.setFocus()
    until(field.hasFocus, name)
    form.ensureWidgetVisible(form.editor(target))
    at = form.editor(target).mapToGlobal(form.editor(target).rect().center())
    _say("ready", [name, at.x(), at.y()])
    shown = ""

    def is_left() -> bool:
        nonlocal shown
        now = _text(field) + composed.preedit
        if now != shown:
            shown = now
            _say("shows", shown)
        return not field.hasFocus()

    until(is_left, f"{name}, showing {shown!r}")
    _say(name, _text(field))


def _text(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    assert isinstance(field, QPlainTextEdit)
    return field.toPlainText()


def _windows() -> list[MainWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]


def _say(what: str, value: object) -> None:
    sys.stdout.write(json.dumps([what, value]) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    no_network.enter()
    place = Path(sys.argv[1])
    wiring = Wiring(kdf=Kdf(1024, 1, 1))
    founding = Founding(
        training=True, org="Xã Mẫu", parent_org="", place="Xã Mẫu", symbol="UBND",
        login=LOGIN, name="Lê Thị Tập Huấn", passphrase=PASSPHRASE, year=2026,
    )  # fmt: skip
    wiring.gate(place).found(founding).office.close()
    sys.exit(app.open_window(wiring, place, QApplication.quit, then=drive))
