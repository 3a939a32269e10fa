"""A whole session as one process, for a tracer to watch: python -m tests.stories.session.

session.py [--open] cli DIR      found, add, print, back up, restore, verify through cli.main
session.py [--open] window DIR   the demonstration through the real window, offscreen
session.py [--open] forbidden    opens an AF_INET socket: what the checker must catch

`--open` leaves the network filter out, so that nothing is hidden. At the end the libraries mapped
into the process are printed, one a line.
"""

from __future__ import annotations

import io
import json
import socket
import sys
from contextlib import redirect_stdout
from pathlib import Path

from bmnn_desktop import cli, no_network
from tests.cli.terminal import write_secret
from tests.services.offices import cheap_wiring
from tests.stories.story import DOCUMENTS, FOUNDING, YEAR
from tests.stories.test_story_by_command import as_json


def command_line(home: Path) -> None:
    """Run every kind of command once, and some that are refused."""
    secret = write_secret(home / "passphrase.txt", FOUNDING.passphrase)
    recovery = home / "recovery.txt"
    key = ["--recovery-file", recovery]

    def run(*words: object, place: str = "vault", typed: str = "", code: int = 0) -> str:
        sys.stdin = io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8")
        opening = ["--json", "--vault", home / place, "--passphrase-file", secret]
        out = io.StringIO()
        with redirect_stdout(out):
            got = cli.main([str(word) for word in (*opening, *words)], cheap_wiring())
        if got != code:
            raise SystemExit(f"{words} gave {got}")
        return out.getvalue()

    run(
        *("vault", "create", home / "vault", "--training", "--recovery-out", recovery),
        *("--org", FOUNDING.org, "--place", FOUNDING.place, "--login", FOUNDING.login),
        *("--name", FOUNDING.name, "--year", YEAR),
    )
    run(
        "document",
        "add",
        "outgoing",
        typed="".join(json.dumps(as_json(d)) + "\n" for d in DOCUMENTS),
    )
    run("document", "annul", "outgoing", "--year", YEAR, "--number", 2, "--reason", "thử")
    run("document", "list", "outgoing", "--search", "dien tap")
    volume = ("outgoing", "--year", YEAR, "--volume", 1)
    run("volume", "close", *volume, "--discrepancy", "thử")
    run("volume", "reopen", *volume, "--reason", "thử")
    seq = json.loads(run("journal", "pending"))["pending"][0]["seq"]
    own = ("--second", FOUNDING.login, "--second-passphrase-file", secret)
    run("journal", "approve", seq, *own, code=1)
    key = ["--recovery-file", home / "recovery-2.txt"]
    run("journal", "approve", seq, "--recovery-file", recovery, "--recovery-out", key[1])
    run("journal", "unconfirmed")
    printed = json.loads(run("book", "print", "outgoing", "--year", YEAR, "--out", home / "so.pdf"))
    (home / "medium").mkdir()
    made = json.loads(run("backup", "create", "--medium", home / "medium"))
    run("backup", "inspect", made["file"])
    run("backup", "verify", made["file"])
    run("backup", "verify", made["file"], *key)
    run("backup", "identity", *key)
    run("backup", "restore", made["file"], "--into", home / "anew", *key)
    run("verify", "--anchor", printed["code"], place="anew")
    run("verify", "--anchor", "00000-00000", code=1)
    run("verify", place="none", code=1)


def window(home: Path) -> None:
    """Drive the demonstration."""
    from bmnn_desktop import app  # noqa: PLC0415  (Qt only where it is wanted)

    with redirect_stdout(io.StringIO()):
        code = app.demo(home / "demo", wiring=cheap_wiring())
    if code:
        raise SystemExit(code)


def main() -> None:
    """Run what the words ask for."""
    words = sys.argv[1:]
    if words[0] == "--open":
        words = words[1:]
    else:
        no_network.enter()
    if words[0] == "forbidden":
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
    else:
        {"cli": command_line, "window": window}[words[0]](Path(words[1]))
    for line in Path("/proc/self/maps").read_text(encoding="utf-8").splitlines():
        name = line.rpartition("/")[2]
        if ".so" in name:
            print(name)  # noqa: T201


if __name__ == "__main__":
    main()
