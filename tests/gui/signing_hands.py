"""The signing window as a process with hands: python -m tests.gui.signing_hands [SECRET].

Types the secret and signs; without one it leaves.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from bmnn_desktop import app, no_network
from bmnn_desktop.gui.demo.hands import type_text
from bmnn_desktop.gui.signing import window as signing
from bmnn_desktop.gui.signing.window import SigningWindow

if TYPE_CHECKING:
    from bmnn_desktop.services.signing_desk import SigningDesk
    from bmnn_desktop.services.signing_post import SigningPost


class Driven(SigningWindow):
    """The window, and who sits before it."""

    secret_typed = ""

    def __init__(self, desk: SigningDesk, post: SigningPost) -> None:
        super().__init__(desk, post)
        QTimer.singleShot(200, self.act)

    def act(self) -> None:
        """Sign or leave."""
        type_text(self.secret.secret_edit.line, self.secret_typed)
        (self.sign_button if self.secret_typed else self.leave_button).click()


if __name__ == "__main__":
    no_network.enter()
    Driven.secret_typed = "".join(sys.argv[1:])
    signing.SigningWindow = Driven  # type: ignore[misc]
    sys.exit(app.sign())
