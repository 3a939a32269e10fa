"""The signatures of one replay: checked at once, or by a process while the replay goes on.

Nothing depends on that process. What it does not answer is checked here, be it dead, slow, silent
or talking nonsense; what it calls wrong is looked at again.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from bmnn_desktop.store import signature_batch as batches
from bmnn_desktop.store.entry import SIGNATURE_DOMAIN
from bmnn_desktop.store.keys import SIGNATURE_BYTES, PublicKey
from bmnn_desktop.store.signature_batch import Batch
from bmnn_desktop.store.signature_process import SignatureProcess

_AHEAD = 8  # batches that wait for an answer; one more is checked here


class Signatures:
    """Told entry by entry, in order. `ask` is called between long checks and may raise."""

    def __init__(
        self,
        process: SignatureProcess | None = None,
        ask: Callable[[], None] = lambda: None,
    ) -> None:
        self._process = process
        self._ask = ask
        self._records: list[bytes] = []
        self._first = 0
        self._waiting: deque[Batch] = deque()
        self._wrong: int | None = None

    def holds(self, seq: int, key: PublicKey, signature: bytes, signed: bytes) -> bool:
        """Tell whether the signature of entry `seq` over the hash `signed` is right.

        With a process it may be True too early, until `settle`. False as well once an earlier one
        is known to be wrong.
        """
        if self._process is None or len(signature) != SIGNATURE_BYTES:
            return key.verifies(signature, SIGNATURE_DOMAIN + signed)
        if not self._records:
            self._first = seq
        self._records.append(batches.record(key, signature, signed))
        if len(self._records) == batches.RECORDS:
            self._hand_over(self._process)
        return self._wrong is None

    def settle(self) -> int | None:
        """Return the first entry whose signature is wrong, once all are checked."""
        self._take_answers()
        self._check_here(self._taken())
        while self._waiting:
            # From the end: the process is at the beginning.
            self._check_here(self._waiting.pop())
            self._take_answers()
        return self._wrong

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.close()

    def _hand_over(self, process: SignatureProcess) -> None:
        batch = self._taken()
        self._take_answers()
        if self._process is None or len(self._waiting) == _AHEAD:
            self._check_here(batch)
        else:
            self._waiting.append(batch)
            process.say(batch.records)

    def _taken(self) -> Batch:
        batch = Batch(self._first, b"".join(self._records))
        self._records.clear()
        return batch

    def _take_answers(self) -> None:
        """Take the answers that are there, which come in order."""
        while self._process is not None and self._waiting:
            answer = self._process.answer()
            if answer is None:
                return
            try:
                wrong = self._waiting[0].answered(answer)
            except ValueError:
                self.close()
                return
            self._waiting.popleft()
            self._note(wrong)

    def _check_here(self, batch: Batch) -> None:
        self._ask()
        self._note(batch.first_wrong())

    def _note(self, wrong: int | None) -> None:
        if wrong is not None:
            self._wrong = wrong if self._wrong is None else min(wrong, self._wrong)
