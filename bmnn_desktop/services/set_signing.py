"""Where receivers of a book sign: in its own lines, or on the day's sheets of the transfer log."""

from __future__ import annotations

from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.errors import VolumeClosed
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import volumes


def set_signing(desk: WritingDesk, book: str, *, year: int, signing: Signing) -> None:
    """Choose where the receivers of the year's newest volume sign; what is printed stays.

    Raises BookUnknown, VolumeMissing, VolumeClosed, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    volume = volumes.find(desk.rows, find_book(book).key, year)
    if volume.is_closed:
        raise VolumeClosed(number=volume.number, year=volume.year)
    if volume.signing is signing:
        return
    with desk.journal.write("volume.signing") as act:
        act.update("volume", volume.id, signing=signing.value)
