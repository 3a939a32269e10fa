"""`python -m bmnn_desktop` and `bmnn-desktop`: no command opens the window."""

from __future__ import annotations

import sys

from bmnn_desktop import no_network
from bmnn_desktop.errors import NetworkOpen

_WITH_VALUE = ("--vault", "--user", "--passphrase-file")


def main() -> int:
    """Take the network away, then hand over to the window or to the command line."""
    try:
        no_network.enter()
    except NetworkOpen as error:
        sys.stderr.write(f"{error.code} {error}\n")
        return error.exit_code
    argv = sys.argv[1:]
    if _first_word(argv) in (None, "demo"):
        from bmnn_desktop import app  # noqa: PLC0415  (Qt only when a window is wanted)

        return app.main(argv)
    from bmnn_desktop import cli  # noqa: PLC0415

    return cli.main(argv)


def _first_word(argv: list[str]) -> str | None:
    """Return the command: the first argument that is no option before it."""
    words = iter(argv)
    for word in words:
        if word in _WITH_VALUE:
            next(words, None)
        elif word in ("-h", "--help") or not word.startswith("-"):
            return word
    return None


if __name__ == "__main__":
    sys.exit(main())
