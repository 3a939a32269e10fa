"""`python -m bmnn_desktop` and `bmnn-desktop`: no command opens the window."""

from __future__ import annotations

import sys

from bmnn_desktop import no_network
from bmnn_desktop.errors import NetworkOpen

# No commands for people: the program starts itself with them.
_SIGN = "sign"
_MAKE_STICK = "make-stick"
_CHECK_SIGNATURES = "check-signatures"
_WITH_VALUE = ("--vault", "--user", "--passphrase-file")


def main() -> int:
    """Take the network away, then hand over to the window or to the command line."""
    try:
        no_network.enter()
    except NetworkOpen as error:
        sys.stderr.write(f"{error.code} {error}\n")
        return error.exit_code
    argv = sys.argv[1:]
    word = _first_word(argv)
    if word == _SIGN:
        return _sign(in_window="--window" in argv)
    if word == _MAKE_STICK:
        return _make_stick(in_window="--window" in argv)
    if word == _CHECK_SIGNATURES:
        from bmnn_desktop.services import check_signatures  # noqa: PLC0415  (this process only)

        return check_signatures.check_signatures()
    if word in (None, "demo"):
        from bmnn_desktop import app  # noqa: PLC0415  (Qt only when a window is wanted)

        return app.main(argv)
    from bmnn_desktop import cli  # noqa: PLC0415

    return cli.main(argv)


def _sign(*, in_window: bool) -> int:
    """Be the process that asks a second person for his signature."""
    if in_window:
        from bmnn_desktop import app  # noqa: PLC0415  (Qt only when a window is wanted)

        return app.sign()
    from bmnn_desktop.cli import sign  # noqa: PLC0415

    return sign.main()


def _make_stick(*, in_window: bool) -> int:
    """Be the process in which the owner of a signing stick chooses its PIN."""
    if in_window:
        from bmnn_desktop import app  # noqa: PLC0415  (Qt only when a window is wanted)

        return app.make_stick()
    from bmnn_desktop.cli import make_stick  # noqa: PLC0415

    return make_stick.main()


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
