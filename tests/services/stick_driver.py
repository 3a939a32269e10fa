"""A program that gives a signing stick, for a test to look into its memory.

python -m tests.services.stick_driver PLACE OWN_FILE LOGIN STICK PIN_FILE PASSPHRASE_FILE: gives it,
says the key's row, and stays until its input ends.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bmnn_desktop import no_network
from bmnn_desktop.cli.secret_file import read_secret
from bmnn_desktop.services.enrol_stick import enrol_stick
from bmnn_desktop.services.signed_apart import SecretFiles
from tests.services.offices import cheap_wiring


def main(place: Path, own: Path, login: str, *files: Path) -> None:
    """Give the stick, stay."""
    usb, pin, phrase = files
    office = cheap_wiring().gate(place).unlock("giu-so", read_secret(own))
    second = office.second_person(login, SecretFiles((phrase,)))
    made = office.write(
        enrol_stick, login, place=usb, maker=office.stick_maker(pin), second=second
    ).result()
    print(made.signer, flush=True)  # noqa: T201
    sys.stdin.read()
    office.close()


if __name__ == "__main__":
    no_network.enter()
    place, own, login, *files = sys.argv[1:]
    main(Path(place), Path(own), login, *map(Path, files))
