"""The command line of somebody at a stage."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bmnn_desktop.errors import KnownError
from bmnn_desktop.services.office import Office
from tests.cli.terminal import Answer, Shell, write_secret
from tests.grades.deed import Deed
from tests.grades.rules import NOBODY, SHEET
from tests.grades.stage import Scene, passphrase_of

Desk = Callable[[Scene, str], "Line"]


class Line(Shell):
    """The command line of somebody at a stage."""

    def __init__(
        self,
        scene: Scene,
        login: str,
        capsys: pytest.CaptureFixture[str],
        patch: pytest.MonkeyPatch,
    ) -> None:
        super().__init__(scene.home, capsys, patch)
        self.scene = scene
        self.login = login
        patch.setattr(
            Office, "second_person", lambda _office, login, _files=None: scene.signs(login)
        )

    def does(self, deed: Deed, second: str = NOBODY) -> Answer:
        """Run the command of a deed."""
        self.scene.second_words = tuple(self.beside(second))
        return self.says(deed.words(self.scene), stdin=deed.stdin)

    def beside(self, second: str) -> list[object]:
        """Return the words that name the second person."""
        if second == SHEET:
            return ["--recovery-file", write_secret(self.recovery, self.scene.sheet.text())]
        return ["--second", second] if second else []

    def says(self, words: list[object], *, stdin: str = "") -> Answer:
        """Run a command."""
        secret = write_secret(self.home / f"{self.login}.secret", passphrase_of(self.login))
        opening = ("--vault", self.scene.place, "--user", self.login, "--passphrase-file", secret)
        return self.run(*opening, *words, stdin=stdin)


def refused(answer: Answer, error: type[KnownError]) -> None:
    assert (answer.code, answer.out) == (1, ""), answer
    assert answer.err.startswith(f"{error.code} "), answer.err
    assert answer.err.count("\n") == 1
