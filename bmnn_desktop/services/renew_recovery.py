"""Cấp phiếu khóa khôi phục mới: the old sheet opens, signs and unseals nothing made from now on."""

from __future__ import annotations

from bmnn_desktop.services.act_of_two import Settled, require_manager, settle
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson


def renew_recovery(desk: WritingDesk, *, second: SecondPerson) -> Settled:
    """Replace the recovery key; the new sheet is shown this once.

    Raises NotAllowed, what `settle` raises.
    """
    require_manager(desk)
    return settle(desk, "recovery.renew", second, lambda _act, _given: None, renews=True)
