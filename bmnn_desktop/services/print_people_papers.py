"""Papers about who has a key: the minutes of setting up the computer, a person's commitment."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.sheet import RunKind
from bmnn_desktop.domain.text import inside, tidy
from bmnn_desktop.errors import UserUnknown, VaultDamaged
from bmnn_desktop.printing.papers.commitment import Commitment
from bmnn_desktop.printing.papers.composition import Paper
from bmnn_desktop.printing.papers.founding_minutes import (
    FoundingMinutes,
    KeyHolder,
    OpenedVolume,
)
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.list_people import list_people
from bmnn_desktop.services.preview_book import Preview
from bmnn_desktop.services.print_paper import preview_paper, print_paper
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.services.program_facts import program_digest, program_version
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import closing_figures, volumes

_GROUP = 8  # characters of a digest that are read at once


def preview_founding_minutes(desk: Desk) -> Preview:
    """Return the pages of the minutes; the caller closes them."""
    return preview_paper(desk, founding_minutes_paper(desk))


def print_founding_minutes(desk: WritingDesk, *, out: Path) -> Printed:
    """Print the minutes of setting up this computer (training vaults only).

    Raises those of `print_paper`.
    """
    return print_paper(desk, founding_minutes_paper(desk), RunKind.FOUNDING_MINUTES, out=out)


def preview_commitment(desk: Desk, login: str) -> Preview:
    """Return the pages of a person's commitment; raise UserUnknown."""
    return preview_paper(desk, commitment_paper(desk, login))


def print_commitment(desk: WritingDesk, *, login: str, out: Path) -> Printed:
    """Print a person's commitment (training vaults only).

    Raises UserUnknown and those of `print_paper`.
    """
    return print_paper(desk, commitment_paper(desk, login), RunKind.COMMITMENT, out=out)


def founding_minutes_paper(desk: Desk) -> Paper:
    """Return what the vault knows of its founding and of who has a key today."""
    first = desk.rows.value("SELECT hash FROM entry WHERE seq = 1")
    if first is None:
        raise VaultDamaged
    return FoundingMinutes(
        version=program_version(),
        program_sha256=_grouped(program_digest()),
        fingerprint=_grouped(bytes(first).hex()),
        founded_on=civil_date(closing_figures.begun_at(desk.rows)),
        people=tuple(
            KeyHolder(one.name, one.post, _roles(one.roles), one.state)
            for one in list_people(desk)
            if one.revoked_on is None
        ),
        volumes=_first_volumes(desk),
        keeper=desk.session.name,
        day=desk.today(),
    )


def commitment_paper(desk: Desk, login: str) -> Paper:
    """Return a person's commitment; raise UserUnknown."""
    one = next((each for each in list_people(desk) if each.login == tidy(login)), None)
    if one is None:
        raise UserUnknown(login=login)
    return Commitment(
        name=one.name,
        post=one.post,
        roles=_roles(one.roles),
        has_left=one.revoked_on is not None,
        day=desk.today(),
    )


def _first_volumes(desk: Desk) -> tuple[OpenedVolume, ...]:
    """Return the oldest volume of each register that has one."""
    oldest = (volumes.of_book(desk.rows, book.key)[-1:] for book in REGISTERS)
    return tuple(
        OpenedVolume(
            title=book.short_title,
            year=volume.year,
            number=volume.number,
            opened_on=volume.opened_on,
            first_no=volume.first_no,
            paper_reference=volume.paper_reference,
        )
        for book, found in zip(REGISTERS, oldest, strict=True)
        for volume in found
    )


def _roles(roles: frozenset[Role]) -> str:
    """Return the roles in the order of their table: "Người xác nhận, quản trị máy"."""
    first, *others = [role.label for role in Role if role in roles] or [""]
    return ", ".join([first, *map(inside, others)])


def _grouped(digest: str) -> str:
    return " ".join(digest[start : start + _GROUP] for start in range(0, len(digest), _GROUP))
