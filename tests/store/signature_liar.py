"""A process that checks signatures badly: python -m tests.store.signature_liar WAY."""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Callable

from bmnn_desktop import program
from bmnn_desktop.store import signature_batch as batches


def _answer(records: bytes, place: int) -> bytes:
    return hashlib.sha256(records).digest() + place.to_bytes(4, "big")


def _silent(_records: bytes) -> bytes:
    time.sleep(60)
    return b""


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "leaves": lambda _records: b"",
    "silent": _silent,
    "half an answer": lambda records: batches.answer(records)[:20],
    "nonsense": lambda _records: b"tot ca, khong sai gi dau " * 20,
    "zeros": lambda _records: bytes(batches.ANSWER_BYTES),
    "all of another batch good": lambda records: _answer(records[::-1], 0xFFFFFFFF),
    "accuses a good one": lambda records: _answer(records, 1),
    "accuses one that is not there": lambda records: _answer(records, batches.RECORDS),
}


def main(way: str, batch: int) -> None:
    """Check truly, and break the word at `batch`; after an empty answer it leaves."""
    hears, says = program.standard_streams()
    number = 0
    while records := batches.read_whole(hears, batches.BATCH_BYTES):
        number += 1
        said = (WAYS[way] if number == batch else batches.answer)(records)
        if not said:
            return
        says.write(said)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
