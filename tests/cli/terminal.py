"""The command line as a test runs it: real vault, real streams, cheap keys."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop import cli
from bmnn_desktop.wiring import Wiring
from tests.services.offices import PASSPHRASE, FakeClock, cheap_wiring

LINE = {
    "doc_number": "05/KH-UBND",
    "doc_date": "2026-03-05",
    "doc_type": "Kế hoạch",
    "subject": "Diễn tập khu vực phòng thủ giả định",
    "level": "Tối mật",
    "signer": "Nguyễn Văn Mẫu",
    "recipients": ["Công an xã Mẫu", "Ban Chỉ huy quân sự xã Mẫu"],
    "holding_unit": "Văn phòng",
}


def lines(*changed: Mapping[str, object]) -> str:
    """Return JSON lines of the sample document, each with some fields changed."""
    return "".join(json.dumps({**LINE, **each}, ensure_ascii=False) + "\n" for each in changed)


@dataclass(frozen=True)
class Answer:
    """What a command left: exit code, both streams."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401
        """Return the one JSON document on stdout."""
        return json.loads(self.out)


class Shell:
    """Runs commands in this process."""

    def __init__(
        self, home: Path, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch
    ) -> None:
        self.home = home
        self.vault = home / "vault"
        self.passphrase = write_secret(home / "passphrase.txt", PASSPHRASE)
        self.recovery = home / "recovery.txt"
        self.clock = FakeClock()
        self._capsys = capsys
        self._patch = patch

    def run(self, *words: object, stdin: str | bytes = b"", wiring: Wiring | None = None) -> Answer:
        """Run the words as they stand."""
        data = stdin.encode() if isinstance(stdin, str) else stdin
        self._patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        self._capsys.readouterr()
        try:
            code = cli.main([str(w) for w in words], wiring or cheap_wiring(self.clock))
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1
        out, err = self._capsys.readouterr()
        return Answer(code, out, err)

    def __call__(self, *words: object, stdin: str | bytes = b"") -> Answer:
        """Run a command on the vault with its passphrase."""
        return self.run(
            *("--vault", self.vault, "--passphrase-file", self.passphrase), *words, stdin=stdin
        )

    def json(self, *words: object, stdin: str | bytes = b"") -> Any:  # noqa: ANN401
        """Run a command with --json, expect success and return the document."""
        answer = self("--json", *words, stdin=stdin)
        assert (answer.code, answer.err) == (0, "")
        return answer.json

    def found(self, *options: object, training: bool = True) -> Answer:
        """Found the vault."""
        return self.run(
            *("--passphrase-file", self.passphrase), *self.founding(*options, training=training)
        )

    def founding(self, *options: object, training: bool = True) -> Sequence[object]:
        """Return the words that found the vault."""
        words: list[object] = ["vault", "create", self.vault, "--recovery-out", self.recovery]
        words += ["--org", "UBND xã Mẫu", "--parent-org", "UBND tỉnh Giả Định", "--place", "Mẫu"]
        words += ["--symbol", "UBND", "--login", "giu-so", "--name", "Trần Thị Thử"]
        words += ["--year", 2026, *options]
        return [*words, "--training"] if training else words


def write_secret(path: Path, text: str) -> Path:
    """Write a file only its owner can read."""
    path.touch(mode=0o600)
    path.write_text(text + os.linesep, encoding="utf-8")
    return path
