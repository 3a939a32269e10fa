"""One act, one sentence: on the screen, on the closing sheet, as a command, where it is signed."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from bmnn_desktop.domain.action import ACTIONS, Grade, grade, keys
from bmnn_desktop.services.closing_sheet import closing_sheet
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.list_pending import list_pending
from bmnn_desktop.services.list_unconfirmed import list_unconfirmed
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.show_entry import show_entry
from bmnn_desktop.services.signing_desk import SigningDesk
from bmnn_desktop.services.signing_talk import Request, encode, read_request
from bmnn_desktop.services.waiting_acts import look_at_waiting_acts
from bmnn_desktop.store import asked as asking
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.asked import Asked
from bmnn_desktop.store.entry import Kind
from tests.cli.terminal import Shell
from tests.services import custody_fills
from tests.services.offices import PASSPHRASE
from tests.services.second_people import CHIEF, TwoPeople, unlock_as

GRADED = [action.key for action in ACTIONS if action.grade is not Grade.NONE]
WAITING = keys(Grade.BEFORE, Grade.AFTERWARDS)


def _nothing(act: Act) -> None:
    """Write no row: the entry says it all."""


def _correct(act: Act, columns: str) -> None:
    act.insert(
        "correction", document_id=1, volume_id=1, kind="correct", made_on="2026-03-05", made_by=1,
        columns=columns, words="",
    )  # fmt: skip


def _amend(act: Act) -> None:
    act.update("document", 1, signer="Trần Văn Giả")
    _correct(act, "signer note")


def _amend_level(act: Act) -> None:
    act.update("document", 1, level="MAT")
    _correct(act, "level")


def _move(act: Act) -> None:
    act.update("document", 1, annul_reason="sai sổ")
    act.update("document", 2, note="ghi lại")


def _spoil(number: int) -> Callable[[Act], object]:
    return lambda act: act.insert(
        "sheet", volume_id=1, number=number, is_blank=0, state="spoiled", state_on="2026-03-05",
        spoil_reason="rách",
    )  # fmt: skip


def _enrol(act: Act) -> None:
    act.insert(
        "medium", purpose="backup", inventory_no="01/USB", level="TOI_MAT",
        custodian="Phạm Giữ Đĩa", place="Tủ sắt", serial="AA010203", model="", size=0,
        token="0" * 32, counter=0, enrolled_on="2026-03-05", withdrawn_on=None, withdrawal="",
    )  # fmt: skip


def _withdraw(act: Act) -> None:
    act.insert(
        "medium", purpose="inward", inventory_no="02/NHAP", level="MAT",
        custodian="Phạm Giữ Đĩa", place="Tủ sắt", serial="AA010204", model="", size=0,
        token="1" * 32, counter=0, enrolled_on="2026-03-05", withdrawn_on="2026-03-05",
        withdrawal="lost",
    )  # fmt: skip


def _give_key(act: Act) -> None:
    act.insert("signer", person_id=2, public_key="00" * 32, retired=0, is_stick=0)


FILLS: dict[str, Callable[[Act], object]] = {
    "vault.restore": _nothing,
    "generation.begin": _nothing,
    "recovery.renew": _nothing,
    "person.admit": lambda act: act.insert(
        "person", login="moi", name="Ngô Thị Mới", roles="confirmer"
    ),
    "person.change": lambda act: act.update("person", 2, name="Lê Văn Khác", post="Chủ tịch"),
    "person.rekey": _give_key,
    "person.stick": _give_key,
    "medium.enrol": _enrol,
    "medium.withdraw": _withdraw,
    "person.release": lambda act: act.update("person", 2, released_on="2026-03-05"),
    "person.recover": _give_key,
    "person.revoke": lambda act: act.update("person", 2, revoked_on="2026-03-04"),
    "inspection.open": lambda act: act.insert(
        "inspection", inspector="Lê Văn Thử", body="Công an tỉnh Giả Định", decision="12/QĐ-CAT",
        decided_on="2026-03-02", opened_by=1, opened_at="2026-03-05T01:30:00.000000Z"
    ),
    "document.add_late": lambda act: act.update("document", 1, entry_kind="late"),
    "document.amend": _amend,
    "document.amend_level": _amend_level,
    "document.annul_printed": lambda act: act.update("document", 1, annul_reason="trùng"),
    "document.move_printed": _move,
    "book.print.spoiled": _spoil(91),
    "sheet.spoil": _spoil(92),
    "form.install": lambda act: act.insert(
        "form", name="outgoing-2027", book="outgoing", effective_from="2027-01-01",
        status="confirmed", citation="Thông tư giả định 1", sha256="0" * 64, content="x",
    ),
    "plan.holiday": lambda act: act.insert(
        "holiday", day="2027-02-08", name="Tết giả định", is_off=1, citation="Thông báo số 1"
    ),
    "volume.reopen": lambda act: act.update("volume", 1, paper_reference="quyển giấy"),
    "day.state": lambda act: act.insert(
        "stated_day", clock_on="2020-01-01", stated_on="2026-03-05", person_id=1
    ),
    "custody.archive": lambda act: act.update(
        "copy", 1, standing="archived", holder="Lưu trữ tỉnh"
    ),
    "copy.make_late": custody_fills.make_late,
    "copy.permit_late": custody_fills.permit_late,
    "authority.save": lambda act: act.insert(
        "authority", post="Chánh Văn phòng", level="MAT", citation="Quy chế số 1", in_use=1
    ),
    "provision.decide": custody_fills.decide,
    "provision.give": custody_fills.give,
    "incident.open": custody_fills.open_leak,
    "incident.close": custody_fills.close_case,
    "stock.enter": lambda act: act.update("document", 2, receiving_unit="Phòng Thí Dụ"),
    "volume.close_short": lambda act: act.update("volume", 1, discrepancy="đang tìm bản số 03"),
    "attempts.tampered": _nothing,
    "header.revived": _nothing,
}  # fmt: skip


@pytest.fixture
def acted(people: TwoPeople) -> dict[str, int]:
    """Write an entry of every graded act that has rows and reasons as its service gives it."""
    for _twice in range(2):
        people.strike_printed()

    def write(desk: WritingDesk, key: str) -> int:
        how = desk.journal.propose if grade(key) is Grade.BEFORE else desk.journal.write
        with how(key, reason="có lý do.") as act:
            FILLS[key](act)
        return act.seq

    # Proposals last: what they replace has to be there still when they are shown.
    return {
        key: people.office.write(write, key).result()
        for key in sorted(GRADED, key=lambda key: grade(key) is Grade.BEFORE)
    }


@pytest.fixture
def shell(
    people: TwoPeople, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """Give the command line of the same vault on the same day."""
    made = Shell(people.home, capsys, monkeypatch)
    made.clock = people.clock
    return made


def signed(office: Office, seq: int, kind: Kind) -> str:
    """Return the sentence that the signing process makes of what it hears."""

    def ask(desk: WritingDesk) -> Asked:
        told = asking.tell(desk.rows, seq)
        return Asked(desk.vault.header.store, kind, (told,))

    request = Request(office.place, CHIEF, office.write(ask).result())
    heard: dict[str, Any] = json.loads(encode(request.to_json()))
    (act,) = SigningDesk(read_request(heard)).acts
    return act.sentence


def test_every_graded_act_is_told_here() -> None:
    assert set(FILLS) == set(GRADED)


def test_it_is_the_same_sentence_wherever_it_stands(
    people: TwoPeople,
    acted: dict[str, int],
    shell: Shell,
) -> None:
    office = people.office
    waiting = office.read(look_at_waiting_acts).result()
    screen = {one.seq: one.sentence for one in (*waiting.proposals, *waiting.acts)}
    paper = office.read(closing_sheet).result()
    sheet = {one.entry: one.sentence for one in (*paper.proposals, *paper.acts, *paper.listed)}
    command = {
        one.act.seq: one.act.sentence
        for listed in (office.read(list_pending), office.read(list_unconfirmed))
        for one in listed.result()
    }
    for key, seq in acted.items():
        kind = Kind.APPROVE if grade(key) is Grade.BEFORE else Kind.CONFIRM
        said = signed(office, seq, kind)
        assert sheet[seq] == said, key
        assert office.read(show_entry, seq).result().sentence == said, key
        assert said.endswith("; lý do: có lý do"), key
        if key in WAITING:
            assert (screen[seq], command[seq]) == (said, said), key
    assert "năm 2026: bản số 02 của số 01 sổ đi" in sheet[acted["incident.open"]]
    assert len({sheet[seq] for seq in acted.values()}) >= len(acted) - 1
    office.close()
    said_here = shell("journal", "pending").out + shell("journal", "unconfirmed").out
    shown = {
        one["seq"]: one["words"]
        for what in ("pending", "unconfirmed")
        for one in shell.json("journal", what)[what]
    }
    people.office = unlock_as(people.home, people.clock, "giu-so", PASSPHRASE)
    for key in WAITING:
        assert shown[acted[key]] == sheet[acted[key]], key
        assert f"\t{sheet[acted[key]]}" in said_here, key
