"""Copies as the tests name them, and where they are."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.custody import Origin
from bmnn_desktop.domain.holding import CopyStory
from bmnn_desktop.services.add_document import Registered
from bmnn_desktop.services.copy_story import copy_chain, find_copy
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.office import Office

DAY = date(2026, 3, 5)  # as the clock of the tests says


def copy_id(office: Office, line: Registered, number: int, origin: Origin | None = None) -> int:
    """Return a copy of a line."""
    return office.read(
        find_copy, line.book, year=line.year, seq_no=line.seq_no, origin=origin, copy_no=number
    ).result()


def story(office: Office, copy: int) -> CopyStory:
    """Return what happened to a copy."""
    return office.read(copy_chain, copy).result()


def where(office: Office, copy: int) -> tuple[str, str]:
    """Return standing and holder of a copy."""
    now = story(office, copy).now.copy
    return now.standing.value, now.holder


def log(office: Office) -> list[tuple[int, str, int, str | None, str]]:
    """Return the lines of the transfer log: number, receiver, copies, when it ended and how."""

    def read(desk: Desk) -> list[tuple[int, str, int, str | None, str]]:
        sql = "SELECT seq_no, receiver, copies, ended_on, ending FROM handover ORDER BY id"
        return [tuple(row) for row in desk.rows.all(sql)]

    return office.read(read).result()
