"""A process that opens a guest session, looks, and is killed: python -m … PLACE."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from bmnn_desktop.services.inspection import open_inspection
from bmnn_desktop.services.list_documents import list_documents
from tests.services.inspecting import NEW
from tests.services.offices import PASSPHRASE, cheap_wiring

if __name__ == "__main__":
    office = cheap_wiring().gate(Path(sys.argv[1])).unlock("giu-so", PASSPHRASE)
    office.write(open_inspection, NEW).result()
    office.read(list_documents, "outgoing", year=2026).result()
    os.kill(os.getpid(), signal.SIGKILL)
