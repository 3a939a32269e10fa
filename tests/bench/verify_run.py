"""A process of its own that verifies a vault: python -m tests.bench.verify_run VAULT.

Prints the seconds, the peak of its memory in MiB, and the longest time between two moments at which
it could have been cancelled, in seconds.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from bmnn_desktop.services.verify_vault import verify_vault
from tests.bench.kept_vault import opened


def main(vault: Path) -> None:
    """Verify and print."""
    office = opened(vault)
    start = time.perf_counter()
    asked = [start]
    longest = 0.0

    def progress(_done: float) -> None:
        nonlocal longest
        asked.append(time.perf_counter())
        longest = max(longest, asked[-1] - asked.pop(0))

    verdict = office.write(verify_vault, None, progress).result()
    seconds = time.perf_counter() - start
    office.close()
    if verdict.ok is False:
        raise RuntimeError("the vault is not sound")
    # Its own, and that of the process that checks signatures. getrusage would tell the peak of
    # whoever started this process, were that the higher one.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    own = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    peak = (own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
    print(json.dumps({"seconds": seconds, "peak": peak, "longest": longest}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
