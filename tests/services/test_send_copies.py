"""Copies go to other bodies in envelopes, and what came of each."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.dispatch import NewDispatch, NewParcel, ParcelOutcome
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.errors import (
    DispatchMissing,
    FieldsWrong,
    HandoverSettled,
    NoCopyChosen,
    ParcelMissing,
    ParcelSettled,
    ReasonMissing,
    StepImpossible,
)
from bmnn_desktop.services.answer_parcel import answer_parcel
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_sheets import sheet_places
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.prepare_handovers import prepare_handovers
from bmnn_desktop.services.send_copies import Sent, send_copies
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.waiting_receipts import (
    read_receipt_days,
    set_receipt_days,
    waiting_receipts,
)
from tests.services.moving import DAY, copy_id, log, story, where
from tests.services.offices import FakeClock, add, entries
from tests.services.paper import Desktop

POLICE, ARMY = "Công an xã Mẫu", "Ban Chỉ huy quân sự xã Mẫu"


def send(office: Office, *parcels: NewParcel, on: date | None = None) -> Sent:
    new = NewDispatch(Channel.LIAISON, "Lê Văn Giao Liên", parcels, "Túi niêm phong")
    return office.write(send_copies, new, on=on).result()


def answer(office: Office, outcome: ParcelOutcome, parcel: int, **said: Any) -> int:  # noqa: ANN401
    return office.write(
        answer_parcel, outcome, year=2026, dispatch=1, parcel=parcel, **said
    ).result()


def two_parcels(office: Office) -> tuple[int, int]:
    line = add(office)
    one, two = copy_id(office, line, 1), copy_id(office, line, 2)
    send(office, NewParcel(POLICE, (one,)), NewParcel(ARMY, (two,), "Chỉ huy trưởng"))
    return one, two


def outcomes(office: Office) -> list[tuple[int, str, str | None, str]]:
    def read(desk: Desk) -> list[tuple[int, str, str | None, str]]:
        sql = "SELECT number, outcome, received_on, received_by FROM parcel ORDER BY id"
        return [tuple(row) for row in desk.rows.all(sql)]

    return office.read(read).result()


def test_one_carrier_takes_several_envelopes_with_one_entry(office: Office) -> None:
    line, other = add(office), add(office)
    ids = [copy_id(office, line, 1), copy_id(office, other, 1), copy_id(office, line, 2)]
    before = entries(office)
    sent = send(office, NewParcel(POLICE, (ids[0], ids[1])), NewParcel(ARMY, (ids[2],)))
    assert (entries(office), sent.year, sent.number) == (before + 1, 2026, 1)
    assert sent.lines == ((1, 2), (3,))
    assert [where(office, one) for one in ids] == [
        ("sent", POLICE),
        ("sent", POLICE),
        ("sent", ARMY),
    ]
    handed = story(office, ids[2]).now.handed
    assert handed is not None
    assert handed.parcel == "bì số 02, bảng kê số 01/2026"
    file_copy = copy_id(office, line, 3)
    assert send(office, NewParcel("Sở Mẫu", (file_copy,))).number == 2


def test_nothing_is_sent_that_is_not_here_or_is_in_another_envelope(office: Office) -> None:
    line = add(office)
    one, two = copy_id(office, line, 1), copy_id(office, line, 2)
    before = entries(office)
    with pytest.raises(StepImpossible, match="Vướng dòng số 1 Sổ chuyển giao"):
        send(office, NewParcel(POLICE, (one,)), NewParcel(ARMY, (two, one)))
    for parcels in ((), (NewParcel(POLICE, ()),)):
        with pytest.raises(NoCopyChosen):
            send(office, *parcels)
    with pytest.raises(FieldsWrong):
        send(office, NewParcel("", (one,)))
    with pytest.raises(FieldsWrong):
        send(office, NewParcel(POLICE, (one,)), on=DAY + timedelta(days=1))
    new = NewDispatch(Channel.POST, " ", (NewParcel(POLICE, (one,)),))
    with pytest.raises(FieldsWrong, match="Người vận chuyển"):
        office.write(send_copies, new).result()
    assert (entries(office), log(office)) == (before, [])


def test_a_signed_slip_signs_all_lines_of_its_envelope(office: Office) -> None:
    one, two = two_parcels(office)
    answer(office, ParcelOutcome.SIGNED, 1, received_by="Nguyễn Văn Nhận")
    assert (where(office, one), where(office, two)) == (("away", POLICE), ("sent", ARMY))
    assert outcomes(office) == [(1, "signed", "2026-03-05", "Nguyễn Văn Nhận"), (2, "", None, "")]
    assert story(office, one).outstanding == ()
    for outcome in ParcelOutcome:
        with pytest.raises(ParcelSettled):
            answer(office, outcome, 1, reason="phiếu đến sau")
    with pytest.raises(HandoverSettled):
        office.write(sign_lines, year=2026, numbers=(1,)).result()
    with pytest.raises(ParcelMissing):
        answer(office, ParcelOutcome.SIGNED, 3)
    with pytest.raises(DispatchMissing):
        office.write(answer_parcel, ParcelOutcome.SIGNED, year=2025, dispatch=1, parcel=1).result()


def test_an_envelope_not_accepted_brings_its_copies_back(office: Office) -> None:
    one, two = two_parcels(office)
    with pytest.raises(ReasonMissing):
        answer(office, ParcelOutcome.REFUSED, 2)
    answer(office, ParcelOutcome.REFUSED, 2, reason="sai nơi nhận")
    assert (where(office, one), where(office, two)) == (("sent", POLICE), ("store", ""))
    assert log(office)[1] == (2, ARMY, 1, "2026-03-05", "refused")
    send(office, NewParcel(ARMY, (two,)))
    assert where(office, two) == ("sent", ARMY)


def test_a_slip_that_never_came_back_leaves_its_copies_awaited(office: Office) -> None:
    one, two = two_parcels(office)
    answer(office, ParcelOutcome.NEVER, 1, reason="đã hỏi hai lần")
    assert where(office, one) == ("sent", POLICE)
    answer(office, ParcelOutcome.SIGNED, 1)  # it came after all
    assert where(office, one) == ("away", POLICE)
    answer(office, ParcelOutcome.NEVER, 2, reason="bưu cục trả bì", came_back=True)
    assert where(office, two) == ("store", "")


def test_receipts_are_awaited_since_a_number_of_days(office: Office, clock: FakeClock) -> None:
    known = office.read(read_receipt_days).result()
    assert (known.days, known.is_proposed) == (10, True)
    assert "đề xuất của chương trình" in known.source
    one, _two = two_parcels(office)
    clock.moment += timedelta(days=9)
    assert office.read(waiting_receipts).result().rows == ()
    clock.moment += timedelta(days=1)
    page = office.read(waiting_receipts).result()
    assert [(each.handed.number, each.copies, each.is_outside) for each in page.rows] == [
        (1, 1, True),
        (2, 1, True),
    ]
    assert [each.days(date(2026, 3, 15)) for each in page.rows] == [10, 10]
    first = office.read(waiting_receipts, limit=1).result()
    rest = office.read(waiting_receipts, limit=1, after=first.rows[0]).result()
    assert (first.more, rest.more, rest.rows[0].handed.number) == (True, False, 2)
    answer(office, ParcelOutcome.SIGNED, 1)
    assert len(office.read(waiting_receipts).result().rows) == 1
    office.write(set_receipt_days, 30).result()
    assert office.read(waiting_receipts).result().rows == ()
    assert office.read(read_receipt_days).result().is_proposed is False
    assert len(office.read(waiting_receipts, days=0).result().rows) == 1
    with pytest.raises(FieldsWrong):
        office.write(set_receipt_days, 0).result()
    assert where(office, one) == ("away", POLICE)


def test_a_line_sent_explicitly_is_the_recipients_own(desktop: Desktop, office: Office) -> None:
    office.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET).result()
    two_parcels(office)
    assert office.write(prepare_handovers).result() == 0  # nobody is handed it twice
    desktop.go_on("transfer")
    cells = [line.cells for line in desktop.lines(1, "transfer")]
    assert [each[6] for each in cells] == [
        f"{POLICE}\nbì số 01, bảng kê số 01/2026",
        f"{ARMY}\nbì số 02, bảng kê số 01/2026",
    ]
    desktop.go_on()
    assert [line.cells[6] for line in desktop.lines(1)] == [
        f"{POLICE}\x1fTKN 1/2026, dòng 1\n{ARMY}\x1fTKN 1/2026, dòng 2"
    ]
    answer(office, ParcelOutcome.SIGNED, 1)
    places = office.read(sheet_places, "transfer", year=2026, sheet=1).result()
    assert [(place.key, place.signed_on) for place in places] == [("1", DAY), ("2", None)]
