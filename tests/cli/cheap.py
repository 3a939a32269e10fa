"""The program with cheap keys, as a process of its own: python -m tests.cli.cheap [words].

`--open` first leaves the network filter out, so that nothing is hidden from a tracer.
"""

from __future__ import annotations

import sys

from bmnn_desktop import cli, no_network
from tests.services.offices import cheap_wiring

if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == ["--open"]:
        words = words[1:]
    else:
        no_network.enter()
    sys.exit(cli.main(words, cheap_wiring()))
