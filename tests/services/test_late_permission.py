"""A permission that is told after the day it was given is flagged for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from bmnn_desktop.registers.copying import COPYING
from bmnn_desktop.services.list_entries import EntryQuery, list_entries
from bmnn_desktop.services.office import Office
from tests.services.copying import PERMISSION, REQUEST, enter, make, permit, request, shown
from tests.services.offices import FakeClock
from tests.services.paper import receive


def last_action(office: Office) -> str:
    return office.read(list_entries, EntryQuery()).result().rows[0].action


def test_a_permission_told_late_is_flagged_for_good(office: Office, clock: FakeClock) -> None:
    receive(office)
    order = request(office)
    clock.moment = datetime(2026, 3, 9, 1, 30, tzinfo=UTC)
    permit(office, order, permitted_on=date(2026, 3, 6))
    told = shown(office, order)
    assert (told.permission_told, told.is_permission_late) == (date(2026, 3, 9), True)
    clock.moment = datetime(2026, 3, 10, 1, 30, tzinfo=UTC)
    make(office, order)
    told = shown(office, order)
    assert (told.permission_told, told.is_permission_late) == (date(2026, 3, 9), True)
    assert not told.is_late
    assert "Ghi việc cho phép ngày 09/03/2026" in COPYING.texts(told)["note"]
    in_time = request(office)
    permit(office, in_time)
    assert not shown(office, in_time).is_permission_late
    given, new = (
        replace(PERMISSION, permitted_on=date(2026, 3, 9)),
        replace(REQUEST, requested_on=date(2026, 3, 9)),
    )
    at_once = enter(office, given=given, new=new)
    assert last_action(office) == "copy.permit_late"
    assert shown(office, at_once.order).is_permission_late
