"""The one place where a refusal is shown; whatever is not a KnownError goes to the crash window."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from bmnn_desktop.errors import Cancelled, KnownError
from bmnn_desktop.gui.widgets.notice import Notice, Tone


def show_error(parent: QWidget, error: BaseException) -> None:
    """Show `error` in a box over `parent`; a stop the user asked for needs no words."""
    if isinstance(error, Cancelled):
        return
    if not isinstance(error, KnownError):
        raise error
    box = QMessageBox(parent)
    box.setObjectName("error_box")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Chưa thực hiện được")
    box.setText(str(error))
    box.setInformativeText(f"Mã: {error.code}")
    box.setStandardButtons(QMessageBox.StandardButton.Ok)
    box.open()


def show_beside(notice: Notice, error: BaseException) -> None:
    """Show `error` in the notice of the page it belongs to."""
    if not isinstance(error, KnownError):
        raise error
    tone = Tone.INFO if isinstance(error, Cancelled) else Tone.BAD
    notice.say(tone, f"{error} (Mã: {error.code})")
