"""A program whose second person signs apart, for a test to look into its memory.

python -m tests.services.second_driver PLACE OWN_FILE LOGIN FILE [FILE]: proposes, has it signed,
says so, and stays until its input ends.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bmnn_desktop import no_network
from bmnn_desktop.cli.secret_file import read_secret
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.signed_apart import SecretFiles
from tests.services.offices import cheap_wiring


def propose(desk: WritingDesk) -> int:
    """Propose that the body be called otherwise."""
    with desk.journal.propose("person.change") as act:
        act.update("organisation", 1, symbol="UBND-2")
    return act.seq


def main(place: Path, own: Path, login: str, files: tuple[Path, ...]) -> None:
    """Propose, have it signed, stay."""
    office = cheap_wiring().gate(place).unlock("giu-so", read_secret(own))
    second = office.second_person(login, SecretFiles(files))
    office.write(
        answer_proposal, office.write(propose).result(), approve=True, second=second
    ).result()
    print("signed", flush=True)  # noqa: T201
    sys.stdin.read()
    office.close()


if __name__ == "__main__":
    no_network.enter()
    place, own, login, *files = sys.argv[1:]
    main(Path(place), Path(own), login, tuple(map(Path, files)))
