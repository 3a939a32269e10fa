"""Keeps what is typed in a form in the vault, so that neither lock nor crash loses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from bmnn_desktop.services.drafts import Draft, drop_draft, find_draft, save_draft

if TYPE_CHECKING:
    from concurrent.futures import Future

    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.drafts import Content
    from bmnn_desktop.services.office import Office

_TYPING_PAUSE = 1000  # milliseconds


class DraftKeeper(QObject):
    """One form's draft; `content` returns what to keep, None when there is nothing to lose."""

    def __init__(
        self, form: str, office: Office, jobs: Jobs, content: Callable[[], Content | None]
    ) -> None:
        super().__init__(jobs)
        self._form = form
        self._office = office
        self._jobs = jobs
        self._content = content
        self._is_kept = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_PAUSE)
        self._pause.timeout.connect(self._paused)

    def typed(self) -> None:
        """Keep the form once typing pauses."""
        self._pause.start()

    def save_now(self) -> Future[None] | None:
        """Keep the form at once; None when there is nothing to keep."""
        self._pause.stop()
        content = self._content()
        if content is None:
            self.drop()
            return None
        self._is_kept = True
        return self._office.write(save_draft, self._form, content)

    def drop(self) -> None:
        """Forget the draft: it was saved, or thrown away."""
        self._pause.stop()
        if self._is_kept:
            self._is_kept = False
            self._jobs.new().watch(self._office.write(drop_draft, self._form))

    def find(self, found: Callable[[Draft], object]) -> None:
        """Call `found` with the draft that was left, if there is one."""

        def arrived(draft: Draft | None) -> None:
            if draft is not None:
                self._is_kept = True
                found(draft)

        self._jobs.new(arrived).watch(self._office.read(find_draft, self._form))

    def stop(self) -> None:
        """End the timer: the window is going away."""
        self._pause.stop()

    def _paused(self) -> None:
        work = self.save_now()
        if work is not None:
            self._jobs.new().watch(work)
