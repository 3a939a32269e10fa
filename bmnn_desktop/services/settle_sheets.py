"""What closing a volume does to its sheets: blank ones are left over, full ones are settled."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.sheet import SheetState
from bmnn_desktop.services.sign_places import settle_signed
from bmnn_desktop.store import sheets
from bmnn_desktop.store.act import Act


def settle_sheets(act: Act, volume: int, today: date) -> None:
    """Retire the blank sheets of a closed volume and settle those on which all have signed."""
    found = sheets.of_volume(act.rows, volume)
    used = {line.sheet_id for line in sheets.lines_of_sheets(act.rows, [s.id for s in found])}
    for sheet in found:
        if sheet.is_blank and sheet.state is SheetState.OPEN and sheet.id not in used:
            state, day = SheetState.UNUSED.value, today.isoformat()
            act.update("sheet", sheet.id, state=state, state_on=day)
        else:
            settle_signed(act, sheet.id, today)
