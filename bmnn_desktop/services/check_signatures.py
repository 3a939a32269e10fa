"""The process that checks the signatures of a journal for the one that replays it."""

from __future__ import annotations

import contextlib

from bmnn_desktop import program
from bmnn_desktop.store import signature_batch as batches


def check_signatures() -> int:
    """Answer batch after batch on the standard streams until no more come."""
    hears, says = program.standard_streams()
    with contextlib.suppress(OSError, KeyboardInterrupt):  # who asked is gone
        while len(records := batches.read_whole(hears, batches.BATCH_BYTES)) == batches.BATCH_BYTES:
            says.write(batches.answer(records))
    return 0
