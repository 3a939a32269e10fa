"""Cấp phiếu khóa khôi phục mới: the old sheet opens, signs and unseals nothing made from now on."""

from __future__ import annotations

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.services.act_of_two import require_manager, settle
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson


def renew_recovery(desk: WritingDesk, *, second: SecondPerson) -> RecoverySheet:
    """Replace the recovery key and return the new sheet, shown this once.

    Raises NotAllowed, what `settle` raises.
    """
    require_manager(desk)
    settled = settle(desk, "recovery.renew", second, lambda _act, _given: None, renews=True)
    if settled.sheet is None:
        msg = "a renewal without a sheet"
        raise RuntimeError(msg)
    return settled.sheet
