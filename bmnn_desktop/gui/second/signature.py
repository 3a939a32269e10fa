"""A second signature: shown and asked for apart, so that no save waits for whoever reads."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from bmnn_desktop.services.broken_off import Work
from bmnn_desktop.services.signed_apart import SignedApart

if TYPE_CHECKING:
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.second_person import SecondPerson

Done = Callable[[Any], object]
Failed = Callable[[BaseException], object]


class SecondSignature(QObject):
    """One at a time. `give_up` ends it from outside; then nothing is signed."""

    def __init__(self, parent: QObject, jobs: Jobs) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._asked: SignedApart | None = None

    def ask(
        self,
        second: SecondPerson | None,
        show: Callable[[SecondPerson], Future[Any]],
        write: Callable[[SecondPerson | None], Future[Any]],
        done: Done,
        failed: Failed,
    ) -> None:
        """Have `second` see what `show` returns, wait for his secret, then `write`.

        Whoever is here himself, with the session's key or the recovery sheet, is not asked again.
        """

        def end(error: BaseException) -> None:
            if self._asked is not None:
                self._asked.leave()
            self._asked = None
            failed(error)

        def finish(found: object) -> None:
            self._asked = None
            done(found)

        def sign(_seen: object = None) -> None:
            self._jobs.new(finish, end, work=Work.SIGNATURE).watch(write(second))

        if not isinstance(second, SignedApart):
            sign()
            return
        asked = self._asked = second

        def look(shown: Any) -> None:  # noqa: ANN401  (what the writer read for him)
            job = self._jobs.new(sign, end, work=Work.SIGNATURE).ending_by(asked.give_up)
            job.start(lambda: asked.look_at(shown))

        self._jobs.new(look, end).watch(show(second))

    def give_up(self) -> None:
        """Ask no longer: whoever waits is told that nothing was signed."""
        if self._asked is not None:
            self._asked.give_up()
