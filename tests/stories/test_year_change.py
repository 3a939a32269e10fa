"""The change of the year through the keys: nothing waits for the old year to be closed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bmnn_desktop.domain.document import EntryKind
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.gui.demo import ink, monday, year_change
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.open_volume import list_volumes
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.services.year_change import Step, look_at_year_change
from tests.stories.conftest import Room

DAY = monday.Day(date(2026, 11, 16))
JANUARY = monday.Day(date(2027, 1, 2))


@pytest.fixture
def done(room: Room) -> Room:
    """Live through the first days of January."""
    window, camera = room.window, room.camera
    office = window.office
    monday.keep_list(window)
    office.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET).result()
    monday.receive(window, camera, DAY)
    monday.send(window, camera, DAY)
    ink.print_new(window, camera, "incoming", "cuoi-nam-den")
    ink.print_receipts(window, camera)
    ink.print_new(window, camera, "outgoing", "cuoi-nam-di")
    room.clock.moment = datetime(2027, 1, 2, 0, 30, tzinfo=UTC)
    year_change.look(window, camera, "chuyen-nam-ngay-dau")
    year_change.receive_first(window, camera, JANUARY)
    room.clock.moment = datetime(2027, 1, 3, 0, 30, tzinfo=UTC)
    year_change.send_late(window, camera, JANUARY, date(2026, 12, 31))
    ink.print_receipts(window, camera)
    ink.print_new(window, camera, "outgoing", "bo-sung")
    for key in ("incoming", "outgoing", "transfer"):
        year_change.finish_paper(window, camera, key)
    year_change.close_old(window, camera, "Còn chỗ chưa ký, đã nhắc (giả định)")
    return room


def test_registering_never_waits_for_closing(done: Room) -> None:
    office = done.window.office
    rows = office.read(list_documents, "incoming").result().rows
    assert [(row.year, row.seq_no) for row in rows[:2]] == [(2027, 1), (2026, 39)]
    late = office.read(list_documents, "outgoing").result().rows[0]
    assert (late.year, late.seq_no, late.entry_kind) == (2026, 14, EntryKind.LATE)
    assert late.doc_date == date(2026, 12, 31)


def test_a_letter_of_december_is_handed_over_in_the_new_transfer_log(done: Room) -> None:
    found = done.window.office.read(
        lambda desk: [
            tuple(row)
            for row in desk.rows.all(
                "SELECT h.year, h.handed_on, count(*) FROM handover AS h"
                " JOIN document AS d ON d.id = h.document_id"
                " GROUP BY h.year, h.handed_on ORDER BY h.year"
            )
        ]
    ).result()
    assert found == [(2026, "2026-11-16", 14), (2027, "2027-01-03", 7)]


def test_the_old_year_is_closed_and_the_page_says_what_is_left(done: Room) -> None:
    office = done.window.office
    for key in ("incoming", "outgoing"):
        old = [one for one in office.read(list_volumes, key).result() if one.year == 2026]
        assert [one.is_closed for one in old] == [True], key
    change = office.read(look_at_year_change).result()
    ticks = {tick.step: tick.is_done for tick in change.ticks}
    assert ticks[Step.PRINT]
    assert ticks[Step.CLOSE]
    assert not ticks[Step.OPEN]  # the outgoing register of 2027 is opened by its first letter
    assert office.write(verify_vault).result().ok is None
