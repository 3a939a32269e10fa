"""Make the vault of the newest schema anew: python -m tests.vaults.make.

tests/vaults/schema-NNNN/ holds one training vault as the release that brought migration NNNN
writes it: cheap keys, three outgoing documents, one printed before the other two came, one struck;
since 0002 incoming mail on sheets that were fed again; since 0004 copies on their way; since 0007
a plan that was accepted. Run this while the migration is not released yet; afterwards the folder
never changes.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.copy_order import Making, NewRequest, Permission
from bmnn_desktop.domain.direction import NewDirection
from bmnn_desktop.domain.dispatch import NewDispatch, NewParcel
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.incident import NewIncident
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.removal import NewRemoval, RemovalKind
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.distribution_lists import save_distribution_list
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.give_direction import give_direction
from bmnn_desktop.services.make_copies import enter_copying
from bmnn_desktop.services.mark_signed import mark_signed
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_envelope import open_envelope
from bmnn_desktop.services.open_incident import open_incident
from bmnn_desktop.services.receive_rest import receive_rest
from bmnn_desktop.services.send_copies import send_copies
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.take_out import take_out
from bmnn_desktop.store import copies, documents
from bmnn_desktop.store.schema import Schema
from tests.grades import plan_stage
from tests.services.offices import FOUNDING, PASSPHRASE, add, cheap_wiring, print_out
from tests.services.paper import INCOMING, Desktop, receive

HERE = Path(__file__).resolve().parent
KEPT = ("register.db", "keys.a", "keys.b")


def make(version: int) -> Path:
    """Write the vault of the newest schema and return its folder."""
    place = HERE / f"schema-{version:04d}"
    if place.exists():
        shutil.rmtree(place)
    place.mkdir()
    with tempfile.TemporaryDirectory() as room:
        founding: Founding = replace(FOUNDING, first_no=12, paper_reference="Quyển 01/2026, tờ 3")
        founded = cheap_wiring().gate(Path(room) / "vault").found(founding)
        office = founded.office
        add(office)
        printed = print_out(office, Path(room) / "so.pdf")
        add(office, doc_number="06/BC-UBND", level=Level.TUYET_MAT, subject="", copies_issued=5)
        add(office, doc_number="07/UBND", subject="Đường biên giả định", note="Gấp")
        office.write(annul_document, "outgoing", year=2026, seq_no=14, reason="Ghi trùng").result()
        incoming = _receive(office, Path(room))
        _hand_out(office, Path(room))
        plan_stage.stand(office)
        office.close()
        (place / "vault").mkdir()
        for name in KEPT:
            shutil.copyfile(Path(room) / "vault" / name, place / "vault" / name)
    about = {"schema": version, "login": FOUNDING.login, "anchor": printed.code}
    about |= {"numbers": [12, 13, 14], "incoming": incoming}
    (place / "about.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    (place / "passphrase.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
    (place / "recovery.txt").write_text(founded.recovery.text(), encoding="utf-8")
    return place


def _receive(office: Office, room: Path) -> list[int]:
    """Receive a closed envelope and a short letter, put them on paper, and go on with both."""
    desktop = Desktop(office, room)
    receive(office, finding=Finding.SHORT, remark="Bì ghi 2 bản", copies_announced=2)
    receive(
        office,
        envelope=EnvelopeKind.SEALED,
        addressee="Nguyễn Văn Mẫu",
        doc_date=None,
        doc_type="",
        subject="",
    )
    desktop.go_on("incoming")
    office.write(mark_signed, "incoming", year=2026, sheet=1).result()
    opened = replace(INCOMING, addressee="Nguyễn Văn Mẫu")
    office.write(open_envelope, year=2026, seq_no=2, new=opened, opened_by="Chủ tịch").result()
    office.write(receive_rest, year=2026, seq_no=1, copies=1, words="").result()
    direction = NewDirection("Chủ tịch", "Phòng Thí Dụ", date(2026, 3, 20))
    office.write(give_direction, year=2026, seq_no=1, new=direction).result()
    office.write(save_distribution_list, "Các phòng", ("Phòng Thí Dụ", "Phòng Mẫu")).result()
    desktop.go_on("incoming")
    return [1, 2]


def _hand_out(office: Office, room: Path) -> None:
    """Have copies made, given, sent, taken out, not found; enter what was there before."""

    def of(number: int) -> list[int]:
        def read(desk: Desk) -> list[int]:
            line = documents.by_number(desk.rows, "outgoing", 2026, number)
            assert line is not None
            return [copy.id for copy in copies.of_document(desk.rows, line.id)]

        return office.read(read).result()

    office.write(
        enter_copying,
        "outgoing",
        year=2026,
        seq_no=12,
        new=NewRequest("Trần Thị Ví Dụ", 2, purpose="Triển khai"),
        given=Permission("Nguyễn Văn Mẫu", "Chủ tịch Ủy ban nhân dân cấp xã"),
        made=Making(2, "Trần Thị Thử", ("Phòng Thí Dụ",), spoiled=1, destroyed_by="Trần Thị Thử"),
    ).result()
    some = of(12)
    office.write(give_copies, some[2:3], receiver="Lê Thị Ví Dụ").result()
    office.write(sign_lines, year=2026, numbers=[1]).result()
    parcel = NewParcel("Công an xã Mẫu", tuple(some[:1]))
    office.write(send_copies, NewDispatch(Channel.LIAISON, "Giao liên Mẫu", (parcel,))).result()
    task = NewRemoval(RemovalKind.COUNTRY, "Trần Thị Ví Dụ", "Họp", due_on=date(2026, 12, 31))
    office.write(take_out, some[1:2], task).result()
    case = NewIncident("14:30", "Trần Thị Thử")
    office.write(open_incident, some[4:5], case).result()
    stock = NewDocument(
        doc_number="12/KH-UBND",
        doc_date=date(2019, 5, 6),
        doc_type="Kế hoạch",
        level=Level.TUYET_MAT,
        issuer="Sở Thí Dụ",
        copies_issued=1,
        paper_reference="Sổ đến 2019, số 37",
        holding_unit="Tủ số 2",
    )
    office.write(add_document, "stock", stock).result()
    (room / "giao").mkdir()
    Desktop(office, room / "giao").go_on("transfer")


if __name__ == "__main__":
    sys.stdout.write(f"{make(Schema().version)}\n")
