"""Copies go from hand to hand, each hand-over a line of the transfer log."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from bmnn_desktop.errors import (
    AlreadyHolds,
    CopyMissing,
    DocumentAnnulled,
    FieldsWrong,
    HandoverMissing,
    HandoverSettled,
    KnownError,
    NoCopyChosen,
    NothingHeld,
    ReasonMissing,
    StepImpossible,
)
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.give_copies import give_copies, pass_everything_on
from bmnn_desktop.services.hand_out import HandedOut
from bmnn_desktop.services.mark_signed import mark_signed, take_back_mark
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.prepare_handovers import prepare_handovers
from bmnn_desktop.services.refuse_lines import refuse_lines
from bmnn_desktop.services.return_copies import return_copies
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.verify_vault import verify_vault
from tests.services.moving import DAY, copy_id, log, story, where
from tests.services.offices import FakeClock, add, entries
from tests.services.paper import Desktop, receive

WHO = "Nguyễn Văn Thí Dụ"
OTHER = "Trần Thị Ví Dụ"
SIGNED = "\x1f"


def give(office: Office, *copies: int, to: str = WHO, **terms: Any) -> HandedOut:  # noqa: ANN401
    return office.write(give_copies, copies, receiver=to, **terms).result()


def sign(office: Office, *numbers: int, on: date | None = None) -> int:
    return office.write(sign_lines, year=2026, numbers=numbers, on=on).result()


def test_each_document_of_a_batch_has_a_line_and_all_go_in_one_act(office: Office) -> None:
    first, second = add(office), receive(office, copies_issued=2, copies_announced=2)
    ids = [copy_id(office, first, 3), *(copy_id(office, second, number) for number in (1, 2))]
    before = entries(office)
    done = give(office, *ids, due_on=DAY + timedelta(days=7))
    assert (entries(office), done.year, done.lines) == (before + 1, 2026, (1, 2))
    assert log(office) == [(1, WHO, 1, None, ""), (2, WHO, 2, None, "")]
    assert [where(office, one) for one in ids] == [("handed", WHO)] * 3
    now = story(office, ids[0]).now
    assert (now.copy.due_on, now.signed_on) == (date(2026, 3, 12), None)
    assert [line.number for line in story(office, ids[1]).outstanding] == [2]
    sign(office, 1, 2)
    assert where(office, ids[2]) == ("held", WHO)
    assert story(office, ids[0]).now.copy.due_on == date(2026, 3, 12)  # signing keeps it


def test_what_stands_in_the_way_is_named_and_nothing_is_written(office: Office) -> None:
    line = add(office)
    one, two = copy_id(office, line, 1), copy_id(office, line, 2)
    give(office, one)
    before = entries(office)
    with pytest.raises(StepImpossible) as caught:
        give(office, two, one, to=OTHER)
    said = str(caught.value)
    assert "Bản số 01 của số 01 sổ đi 2026: Đã giao, chờ ký nhận: Nguyễn Văn Thí Dụ" in said
    assert "Vướng dòng số 1 Sổ chuyển giao năm 2026; chưa ghi gì." in said
    sign(office, 1)
    with pytest.raises(AlreadyHolds, match="đang do Nguyễn Văn Thí Dụ giữ"):
        give(office, one)
    refusals: tuple[tuple[dict[str, object], type[KnownError]], ...] = (
        ({"copies": ()}, NoCopyChosen),
        ({"copies": (999,)}, CopyMissing),
        ({"receiver": " "}, FieldsWrong),
        ({"on": DAY + timedelta(days=1)}, FieldsWrong),
        ({"due_on": DAY - timedelta(days=1)}, FieldsWrong),
    )
    for refused, wrong in refusals:
        asked: dict[str, Any] = {"copies": (two,), "receiver": WHO, **refused}
        with pytest.raises(wrong):
            office.write(give_copies, **asked).result()
    assert entries(office) == before + 1  # the signature alone
    assert where(office, two) == ("store", "")
    other = add(office)
    gone = copy_id(office, other, 1)
    office.write(annul_document, "outgoing", year=2026, seq_no=2, reason="ghi nhầm").result()
    with pytest.raises(DocumentAnnulled):
        give(office, gone)


def test_a_meeting_wants_its_papers_back_the_same_day(office: Office, clock: FakeClock) -> None:
    copy = copy_id(office, add(office), 1)
    give(office, copy, occasion="Họp Ban Chỉ đạo")
    now = story(office, copy).now
    assert now.copy.due_on == DAY
    assert now.handed is not None
    assert (now.handed.due_on, now.handed.occasion) == (DAY, "Họp Ban Chỉ đạo")
    clock.moment += timedelta(days=1)
    assert story(office, copy).now.days_late(DAY + timedelta(days=1)) == 1


def test_a_holder_passes_a_copy_on_and_the_chain_stays_one(office: Office) -> None:
    copy = copy_id(office, add(office), 1)
    give(office, copy)
    sign(office, 1)
    give(office, copy, to=OTHER)
    assert log(office) == [(1, WHO, 1, "2026-03-05", "returned"), (2, OTHER, 1, None, "")]
    sign(office, 2)
    steps = story(office, copy).chain
    assert [(each.step.value, each.holder, each.handover_no) for each in steps] == [
        ("give", WHO, 1),
        ("sign", WHO, 1),
        ("give", OTHER, 2),
        ("sign", OTHER, 2),
    ]


def test_who_leaves_hands_over_everything_but_what_he_never_signed(office: Office) -> None:
    line = add(office)
    ids = [copy_id(office, line, number) for number in (1, 2)]
    more = copy_id(office, receive(office), 1)
    give(office, ids[0], more)
    sign(office, 1, 2)
    give(office, ids[1])
    with pytest.raises(StepImpossible, match="Vướng dòng số 3"):
        office.write(pass_everything_on, holder=WHO, receiver=OTHER).result()
    sign(office, 3)
    done = office.write(pass_everything_on, holder=f" {WHO} ", receiver=OTHER).result()
    assert done.lines == (4, 5)
    assert [where(office, one) for one in (*ids, more)] == [("handed", OTHER)] * 3
    with pytest.raises(NothingHeld, match=WHO):
        office.write(pass_everything_on, holder=WHO, receiver=OTHER).result()


def test_a_line_not_accepted_brings_its_copies_back(office: Office) -> None:
    copy = copy_id(office, add(office), 1)
    give(office, copy)

    def refuse(number: int, reason: str = "không phải việc của tôi") -> int:
        return office.write(refuse_lines, year=2026, numbers=(number,), reason=reason).result()

    with pytest.raises(ReasonMissing):
        refuse(1, " ")
    with pytest.raises(HandoverMissing, match="dòng số 9"):
        refuse(9)
    refuse(1)
    assert where(office, copy) == ("store", "")
    assert log(office) == [(1, WHO, 1, "2026-03-05", "refused")]
    assert story(office, copy).chain[-1].remark == "không phải việc của tôi"
    with pytest.raises(HandoverSettled, match="không nhận ngày 05/03/2026"):
        sign(office, 1)
    give(office, copy, to=OTHER)
    sign(office, 2)
    with pytest.raises(HandoverSettled, match="đã ký nhận ngày 05/03/2026"):
        refuse(2)
    with pytest.raises(NoCopyChosen):
        sign(office)


def test_a_batch_of_lines_is_signed_all_or_none(office: Office) -> None:
    line = add(office)
    for number in (1, 2):
        give(office, copy_id(office, line, number))
    with pytest.raises(HandoverMissing):
        sign(office, 1, 2, 3)
    assert where(office, copy_id(office, line, 1)) == ("handed", WHO)
    with pytest.raises(FieldsWrong):
        sign(office, 1, on=DAY - timedelta(days=1))  # before it was handed over
    sign(office, 1, 2)
    assert where(office, copy_id(office, line, 2)) == ("held", WHO)


def test_lines_of_gives_print_are_signed_on_their_sheet_and_cited(
    desktop: Desktop, office: Office
) -> None:
    line = receive(office)
    copy = copy_id(office, line, 1)
    give(office, copy, to="Phòng Thí Dụ", due_on=date(2026, 4, 1), occasion="Họp giao ban")
    desktop.go_on("transfer")
    (printed,) = desktop.lines(1, "transfer")
    assert printed.cells[6] == "Phòng Thí Dụ"
    assert printed.cells[8] == "Hạn trả 01/04/2026"
    assert printed.cells[9] == "Sổ đến: 01/2026\nHọp giao ban"
    done = office.write(mark_signed, "transfer", year=2026, sheet=1).result()
    assert (done.signed, done.open) == (1, 0)
    assert where(office, copy) == ("held", "Phòng Thí Dụ")
    assert story(office, copy).lines[0].signed_sheet == 1
    reason = "nhầm dòng"
    office.write(take_back_mark, "transfer", year=2026, sheet=1, place="1", reason=reason).result()
    assert where(office, copy) == ("handed", "Phòng Thí Dụ")
    # A signature on a slip is told where the line is printed again, and leaves no place to sign.
    sign(office, 1)
    done = office.write(mark_signed, "transfer", year=2026, sheet=1).result()
    assert (done.signed, done.open) == (0, 0)
    assert office.write(prepare_handovers).result() == 0


@pytest.mark.parametrize("is_accepted", [True, False])
def test_a_sheet_is_signed_in_full_by_the_last_answer(
    desktop: Desktop, office: Office, *, is_accepted: bool
) -> None:
    line = add(office)
    for number in (1, 2):
        give(office, copy_id(office, line, number))
    desktop.go_on("transfer")
    office.write(close_volume, "transfer", year=2026, number=1, discrepancy="chờ ký").result()
    sign(office, 1)
    assert desktop.states("transfer") == {1: "open"}
    if is_accepted:
        sign(office, 2)
    else:
        office.write(refuse_lines, year=2026, numbers=(2,), reason="gửi nhầm").result()
    assert desktop.states("transfer") == {1: "signed"}


def test_a_line_that_ended_before_it_was_printed_asks_nobody_to_sign(
    desktop: Desktop, office: Office
) -> None:
    line = add(office, recipients=("Công an xã Mẫu", "Đảng ủy xã Mẫu"))
    one, two = copy_id(office, line, 1), copy_id(office, line, 2)
    give(office, one)
    sign(office, 1)
    office.write(return_copies, (one,)).result()
    give(office, two)
    office.write(refuse_lines, year=2026, numbers=(2,), reason="gửi nhầm").result()
    desktop.go_on("transfer")
    first, second = desktop.lines(1, "transfer")
    assert first.cells[7:9] == (f"{SIGNED}đã ký ngày 05/03/2026", "Trả 05/03/2026")
    assert second.cells[7:9] == (f"{SIGNED}không nhận", "")
    done = office.write(mark_signed, "transfer", year=2026, sheet=1).result()
    assert (done.signed, done.open) == (0, 0)


def test_moves_are_in_the_journal_and_verify(office: Office) -> None:
    copy = copy_id(office, add(office), 1)
    give(office, copy)
    sign(office, 1)
    office.write(return_copies, (copy,)).result()
    verdict = office.write(verify_vault).result()
    assert verdict.ok is not False, verdict.what
