"""This program once more, as a process in which somebody is asked for a secret."""

from __future__ import annotations

import queue
import subprocess
import threading
from io import RawIOBase
from typing import Any, cast

from bmnn_desktop.errors import SecondSilent
from bmnn_desktop.services import signing_talk as talk
from bmnn_desktop.services.signing_talk import Ear, TalkError, TalkSilence


class ProcessApart:
    """A process that asks somebody. Saying and hearing are threads' work: it may do neither."""

    def __init__(self, command: list[str]) -> None:
        try:
            # Unbuffered: what is being read by one thread can be closed by another.
            self._child = subprocess.Popen(  # noqa: S603  (our own program)
                command,
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            raise SecondSilent from error
        self._ear = Ear(cast("RawIOBase", self._child.stdout))

    def ask(self, line: bytes, patience: float) -> dict[str, Any]:
        """Say `line` and return the answer; raise SecondSilent, TalkError."""
        answers: queue.Queue[dict[str, Any] | TalkError] = queue.Queue()
        threading.Thread(target=self._exchange, args=(line, answers), daemon=True).start()
        try:
            answer = answers.get(timeout=patience)
        except queue.Empty:
            raise SecondSilent from None
        if isinstance(answer, TalkSilence):
            raise SecondSilent from answer
        if isinstance(answer, TalkError):
            raise answer
        return answer

    def kill(self) -> None:
        """End the process at once."""
        self._child.kill()

    def close(self) -> None:
        """End the process and leave nothing of it."""
        self._child.kill()
        self._child.wait()
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe is not None:
                pipe.close()

    def _exchange(self, line: bytes, answers: queue.Queue[dict[str, Any] | TalkError]) -> None:
        try:
            talk.say(cast("RawIOBase", self._child.stdin), line)
            answers.put(self._ear.hear(talk.LONGEST_ANSWER))
        except TalkError as error:
            answers.put(error)
