"""The papers of giao – nhận as subjects of a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.text import fold
from bmnn_desktop.gui.preview.subject import Progress, Subject
from bmnn_desktop.gui.sheets.files import PrintFiles
from bmnn_desktop.services.print_custody_papers import (
    preview_holdings,
    preview_parcel_list,
    preview_parcel_slip,
    preview_reminder,
    print_holdings,
    print_parcel_list,
    print_parcel_slip,
    print_reminder,
)
from bmnn_desktop.services.print_handover_papers import (
    preview_handover_minutes,
    preview_handover_slip,
    preview_parcel_marks,
    print_handover_minutes,
    print_handover_slip,
    print_parcel_marks,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from bmnn_desktop.domain.holding import HandedOn
    from bmnn_desktop.services.preview_book import Preview
    from bmnn_desktop.services.print_run import Printed

    Previewing = Callable[[Progress], Future[Preview]]
    Printing = Callable[[Path, Progress], Future[Printed]]

    from bmnn_desktop.services.office import Office


class CustodyPapers:
    """Each is printed once and answered for."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._files = PrintFiles(office.place)

    def holdings(self, holder: str) -> Subject:
        """Return the list of what somebody holds."""
        office = self._office
        return self._subject(
            f"Danh mục tài liệu đang giữ – {holder}",
            f"dang-giu-{_slug(holder)}",
            lambda _progress: office.read(preview_holdings, holder),
            lambda to, _progress: office.write(print_holdings, holder=holder, out=to),
        )

    def reminder(self, holder: str) -> Subject:
        """Return the reminder of what somebody was to give back."""
        office = self._office
        return self._subject(
            f"Phiếu nhắc trả – {holder}",
            f"nhac-tra-{_slug(holder)}",
            lambda _progress: office.read(preview_reminder, holder),
            lambda to, _progress: office.write(print_reminder, holder=holder, out=to),
        )

    def parcel_list(self, parcel: tuple[int, int, int], _words: str) -> Subject:
        """Return the list that an envelope stands on."""
        office, (year, number, _) = self._office, parcel
        return self._subject(
            f"Bảng kê bì số {show_number(number)}/{year}",
            f"bang-ke-bi-{year}-{number}",
            lambda _progress: office.read(preview_parcel_list, year=year, dispatch=number),
            lambda to, _progress: office.write(
                print_parcel_list, year=year, dispatch=number, out=to
            ),
        )

    def parcel_slip(self, parcel: tuple[int, int, int], words: str) -> Subject:
        """Return the slip that goes in an envelope."""
        office, (year, number, place) = self._office, parcel
        return self._subject(
            f"Phiếu gửi – {words}",
            f"phieu-gui-{year}-{number}-{place}",
            lambda _progress: office.read(
                preview_parcel_slip, year=year, dispatch=number, parcel=place
            ),
            lambda to, _progress: office.write(
                print_parcel_slip, year=year, dispatch=number, parcel=place, out=to
            ),
        )

    def parcel_marks(self, parcel: tuple[int, int, int], words: str) -> Subject:
        """Return what is to be written and stamped on an envelope."""
        office, (year, number, place) = self._office, parcel
        return self._subject(
            f"Thông tin ghi trên bì – {words}",
            f"ghi-bi-{year}-{number}-{place}",
            lambda _progress: office.read(
                preview_parcel_marks, year=year, dispatch=number, parcel=place
            ),
            lambda to, _progress: office.write(
                print_parcel_marks, year=year, dispatch=number, parcel=place, out=to
            ),
        )

    def handover_slip(self, line: HandedOn) -> Subject:
        """Return the slip of a line of the transfer log."""
        office, year, number = self._office, line.year, line.number
        return self._subject(
            f"Phiếu giao nhận – dòng số {show_number(number)}/{year}",
            f"giao-nhan-{year}-{number}",
            lambda _progress: office.read(preview_handover_slip, year=year, line=number),
            lambda to, _progress: office.write(print_handover_slip, year=year, line=number, out=to),
        )

    def handover_minutes(self, holder: str) -> Subject:
        """Return the minutes of all that somebody hands over."""
        office = self._office
        return self._subject(
            f"Biên bản bàn giao – {holder}",
            f"ban-giao-{_slug(holder)}",
            lambda _progress: office.read(preview_handover_minutes, holder),
            lambda to, _progress: office.write(print_handover_minutes, holder=holder, out=to),
        )

    def _subject(self, title: str, name: str, preview: Previewing, print_to: Printing) -> Subject:
        out: Path = self._files.next(name)
        return Subject(title, preview, print_to, out=str(out), is_once=True, is_upright=True)


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split())
