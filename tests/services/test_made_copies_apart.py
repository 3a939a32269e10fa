"""What a made copy went through says nothing about the document's own copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bmnn_desktop.domain.custody import Standing
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.mark_signed import mark_signed
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.prepare_handovers import prepare_handovers, waiting_handovers
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.sign_places import unsigned_places
from bmnn_desktop.store import balances, loose_ends, volumes
from tests.services.copying import MAKING, copies_of, enter
from tests.services.moving import DAY, log
from tests.services.offices import add
from tests.services.paper import INCOMING, Desktop, receive

UNIT = INCOMING.receiving_unit


def give_a_made_copy_to_the_unit(office: Office) -> None:
    """Give the unit of the incoming line a copy made of it, and let it sign for that."""
    made = copies_of(office, 1)[1]
    done = office.write(give_copies, (made.id,), receiver=UNIT).result()
    office.write(sign_lines, year=2026, numbers=done.lines).result()


def places(office: Office) -> list[tuple[str, str]]:
    found = office.read(unsigned_places).result()
    return [(each.book, each.place.receiver) for each in found]


def unsigned(office: Office) -> int:
    def read(desk: Desk) -> int:
        volume = volumes.find(desk.rows, "incoming", 2026, 1)
        assert volume is not None
        return loose_ends.unsigned(desk.rows, volume, DAY + timedelta(days=9)).lines

    return office.read(read).result()


def test_the_unit_that_got_a_made_copy_is_still_to_get_the_document(office: Office) -> None:
    office.write(set_signing, "incoming", year=2026, signing=Signing.RECEIPT_SHEET).result()
    receive(office)
    enter(office)
    give_a_made_copy_to_the_unit(office)
    assert len(office.read(waiting_handovers).result()) == 2  # the document; another's made copy
    assert office.write(prepare_handovers).result() == 2
    assert [line[1:3] for line in log(office)] == [(UNIT, 1), (UNIT, 1), ("Đảng ủy xã Mẫu", 1)]
    assert [copy.standing for copy in copies_of(office, 1)] == [
        Standing.HANDED,
        Standing.HELD,
        Standing.HANDED,
        Standing.STORE,
    ]
    assert office.read(waiting_handovers).result() == ()


def test_its_signature_for_a_made_copy_is_none_in_the_register(
    desktop: Desktop, office: Office
) -> None:
    receive(office)
    desktop.go_on("incoming")
    enter(office)
    give_a_made_copy_to_the_unit(office)
    assert places(office) == [("incoming", UNIT)]
    assert unsigned(office) == 1
    office.write(mark_signed, "incoming", year=2026, sheet=1).result()
    assert (places(office), unsigned(office)) == ([], 0)
    assert copies_of(office, 1)[0].standing is Standing.HELD


def test_the_register_cites_the_sheet_where_the_document_is_signed_for(
    desktop: Desktop, office: Office
) -> None:
    office.write(set_signing, "incoming", year=2026, signing=Signing.RECEIPT_SHEET).result()
    receive(office)
    enter(office)
    give_a_made_copy_to_the_unit(office)
    desktop.go_on("transfer")
    desktop.go_on("incoming")
    receive(office)
    office.write(prepare_handovers).result()
    desktop.go_on("transfer")
    desktop.go_on("incoming")
    early, late = (line.cells[8] for line in desktop.lines(1, "incoming"))
    assert "TKN …" in early
    assert late == f"{UNIT}\x1fTKN 1/2026, dòng 4"


def test_a_made_copy_for_a_body_the_document_went_to_is_sent(office: Office) -> None:
    add(office)
    making = replace(MAKING, recipients=("Công an xã Mẫu", "Phòng Tổng hợp"))
    enter(office, "outgoing", made=making)
    office.write(prepare_handovers).result()
    made = [copy for copy in copies_of(office, 1) if copy.meant_for]
    assert [(copy.holder, copy.standing) for copy in made] == [
        ("Công an xã Mẫu", Standing.SENT),
        ("Phòng Tổng hợp", Standing.HANDED),
    ]


def test_a_made_copy_of_what_came_in_is_sent_to_a_body_the_registers_know(office: Office) -> None:
    add(office)  # the outgoing register knows Công an xã Mẫu
    line = receive(office).document_id
    making = replace(MAKING, recipients=("Công an xã Mẫu", INCOMING.issuer, "Phòng Tổng hợp"))
    enter(office, made=replace(making, made=3))
    office.write(prepare_handovers).result()
    made = [copy for copy in copies_of(office, line) if copy.meant_for]
    assert [(copy.holder, copy.standing) for copy in made] == [
        ("Công an xã Mẫu", Standing.SENT),
        (INCOMING.issuer, Standing.SENT),
        ("Phòng Tổng hợp", Standing.HANDED),
    ]
    counted = office.read(lambda desk: balances.of(desk.rows, balances.Scope(document=line)))
    assert (counted.result().out, counted.result().difference) == (2, 0)
