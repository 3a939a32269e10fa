"""Thôi dùng USB: lost, damaged or retired, by two people; its backups stay in the books."""

from __future__ import annotations

from bmnn_desktop.domain.medium import Withdrawal
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import MediumNotEnrolled
from bmnn_desktop.services.act_of_two import Settled, require_manager, settle
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.store import media
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.new_keys import NewKeys


def withdraw_medium(
    desk: WritingDesk,
    inventory_no: str,
    why: Withdrawal,
    *,
    reason: str,
    second: SecondPerson,
) -> Settled:
    """Use a stick no more; it need not be there.

    Raises NotAllowed, MediumNotEnrolled, ReasonMissing, FieldsWrong and what `settle` raises.
    """
    require_manager(desk)
    told = needed_reason(reason)
    number = tidy(inventory_no)
    found = media.by_number(desk.rows, number)
    if found is None:
        raise MediumNotEnrolled(number=number)

    def fill(act: Act, _given: NewKeys) -> None:
        act.update("medium", found.id, withdrawn_on=desk.today().isoformat(), withdrawal=why.value)

    return settle(desk, "medium.withdraw", second, fill, reason=told)
