"""Copies of a sample on their way: held, missing, made by an order; for attacks on their rows."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.copy_order import Making, NewRequest, Permission
from bmnn_desktop.domain.incident import NewIncident
from bmnn_desktop.services.copy_story import find_copy
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.make_copies import enter_copying
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_incident import open_incident
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.wiring import Wiring
from tests.faults.vaults import BOOK, CHEAP, LOGIN, PASSPHRASE, YEAR, Sample

HOLDERS = ("Trần Văn Giữ", "Lê Thị Cầm")
_MAT = (3, 6)  # lines of the lowest level, which a commune may copy
_DUE = date(2199, 12, 31)
_CHAIRMAN = "Chủ tịch Ủy ban nhân dân cấp xã"


def move_copies(sample: Sample) -> None:
    """Give a copy to each holder and let both sign, make one, report one missing."""
    office = Wiring(kdf=CHEAP).gate(sample.place).unlock(LOGIN, PASSPHRASE)
    try:
        for line, holder in zip(_MAT, HOLDERS, strict=True):
            done = office.write(
                give_copies, (_copy(office, line, 1),), receiver=holder, due_on=_DUE
            ).result()
            office.write(sign_lines, year=done.year, numbers=done.lines).result()
        office.write(
            enter_copying,
            BOOK,
            year=YEAR,
            seq_no=_MAT[1],
            new=NewRequest(requester="Lê Văn Thí", wanted=1),
            given=Permission(permitter="Nguyễn Văn Mẫu", post=_CHAIRMAN),
            made=Making(made=1, made_by="Trần Thị Lan"),
        ).result()
        case = NewIncident(discovered_at="08:30", discoverer="Trần Thị Lan")
        office.write(open_incident, (_copy(office, _MAT[0], 2),), case).result()
    finally:
        office.close()


def _copy(office: Office, line: int, number: int) -> int:
    return office.read(
        find_copy, BOOK, year=YEAR, seq_no=line, origin=None, copy_no=number
    ).result()
