"""Papers about the vault itself as subjects of a preview: a year's statistics, people, computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bmnn_desktop.gui.preview.subject import Subject
from bmnn_desktop.gui.sheets.files import PrintFiles
from bmnn_desktop.services.print_people_papers import (
    preview_commitment,
    preview_founding_minutes,
    print_commitment,
    print_founding_minutes,
)
from bmnn_desktop.services.statistics import preview_statistics, print_statistics

if TYPE_CHECKING:
    from bmnn_desktop.services.list_people import Member
    from bmnn_desktop.services.office import Office


def statistics(office: Office, year: int) -> Subject:
    """Return the statistics of a working year."""
    return Subject(
        title=f"Thống kê bí mật nhà nước {year}",
        preview=lambda _progress: office.read(preview_statistics, year=year),
        print_to=lambda to, _progress: office.write(print_statistics, year=year, out=to),
        out=str(PrintFiles(office.place).next(f"thong-ke-{year}")),
        is_once=True,
        is_upright=True,
    )


def founding_minutes(office: Office) -> Subject:
    """Return the minutes of setting up this computer."""
    return Subject(
        title="Biên bản cài đặt, nghiệm thu máy",
        preview=lambda _progress: office.read(preview_founding_minutes),
        print_to=lambda to, _progress: office.write(print_founding_minutes, out=to),
        out=str(PrintFiles(office.place).next("nghiem-thu-may")),
        is_once=True,
        is_upright=True,
    )


def commitment(office: Office, member: Member) -> Subject:
    """Return the commitment of one person."""
    return Subject(
        title=f"Bản cam kết – {member.name}",
        preview=lambda _progress: office.read(preview_commitment, member.login),
        print_to=lambda to, _progress: office.write(print_commitment, login=member.login, out=to),
        out=str(PrintFiles(office.place).next(f"cam-ket-{member.login}")),
        is_once=True,
        is_upright=True,
    )
