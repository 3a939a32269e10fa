"""For a guest: who has still to sign on a sheet, said beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bmnn_desktop.domain.sheet import SheetState, SignPlace
from bmnn_desktop.gui.widgets.notice import Notice, Tone
from bmnn_desktop.services.list_sheets import sheet_places

if TYPE_CHECKING:
    from bmnn_desktop.domain.volume import Volume
    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.services.list_sheets import SheetSummary
    from bmnn_desktop.services.office import Office

_MOST = 20  # places named


class SheetLook:
    """Reads and says; changes nothing."""

    def __init__(self, office: Office, jobs: Jobs, notice: Notice) -> None:
        self._office = office
        self._jobs = jobs
        self._notice = notice

    def look(self, volume: Volume | None, chosen: SheetSummary | None) -> None:
        """Say what is open on the sheet that is chosen."""
        if volume is None or chosen is None:
            return
        number = chosen.sheet.number
        if chosen.sheet.state is SheetState.SPOILED:
            self._notice.say(Tone.INFO, f"Tờ số {number} hỏng: {chosen.sheet.spoil_reason}.")
            return
        self._jobs.new(lambda places: self._say(number, places)).watch(
            self._office.read(
                sheet_places, volume.book, year=volume.year, volume=volume.number, sheet=number
            )
        )

    def _say(self, number: int, places: Sequence[SignPlace]) -> None:
        still = [f"{each.key} ({each.receiver})" for each in places if each.signed_on is None]
        if not places:
            words = "không có chỗ ký nhận trên tờ này"
        elif not still:
            words = f"đã ký đủ {len(places)} chỗ"
        else:
            more = f" và {len(still) - _MOST} chỗ nữa" if len(still) > _MOST else ""
            words = f"chưa ký {len(still)}/{len(places)} chỗ: {', '.join(still[:_MOST])}{more}"
        self._notice.say(Tone.INFO, f"Tờ số {number}: {words}.")
