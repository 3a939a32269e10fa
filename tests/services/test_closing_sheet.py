"""Tờ chốt sổ: its period, its figures, its acts; printed, journalled, told on Hôm nay."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.domain.sheet import Answer, RunKind
from bmnn_desktop.errors import ClearFileRefused, PeriodWrong
from bmnn_desktop.printing.papers.closing_sheet import ClosingSheet
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.clock import state_day
from bmnn_desktop.services.closing_period import Period
from bmnn_desktop.services.closing_sheet import (
    closing_sheet,
    preview_closing_sheet,
    print_closing_sheet,
    read_period,
)
from bmnn_desktop.services.correct_document import amend_document
from bmnn_desktop.services.create_backup import create_backup
from bmnn_desktop.services.duties import Duties, DutyKind
from bmnn_desktop.services.list_sheets import waiting_prints
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.services.spoil_sheet import spoil_sheet
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.today_words import duty_words, print_words
from bmnn_desktop.services.verify_vault import verify_vault
from tests.printing.reading import texts
from tests.services.offices import FakeClock, add, document, entries, found
from tests.services.paper import Desktop, receive


def sheet(office: Office, first: date | None = None, last: date | None = None) -> ClosingSheet:
    return office.read(closing_sheet, first=first, last=last).result()


def period(office: Office) -> Period:
    return office.read(read_period).result()


def print_it(desktop: Desktop, answer: Answer | None = Answer.GOOD) -> tuple[Printed, Path]:
    out = desktop.out()
    printed = desktop.office.write(print_closing_sheet, out=out).result()
    if answer is not None:
        desktop.answer(printed, answer)
    return printed, out


def duties(office: Office) -> Duties:
    return office.read(look_at_today, 50).result().duties


def kinds(office: Office) -> set[DutyKind]:
    return {duty.kind for duty in duties(office).must}


@pytest.fixture
def worked(desktop: Desktop, office: Office) -> Office:
    """Return the vault after a month's work."""
    for _document in range(3):
        add(office)
    receive(office)
    desktop.go_on()
    office.write(annul_document, "outgoing", year=2026, seq_no=2, reason="ghi trùng").result()
    new = document(signer="Lê Văn Giả Định")
    office.write(
        amend_document, "outgoing", year=2026, seq_no=1, new=new, reason="sai người ký"
    ).result()
    office.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason="đổ cà phê").result()
    desktop.go_on()
    return office


def test_the_figures_are_those_of_the_vault(worked: Office, tmp_path: Path) -> None:
    (tmp_path / "usb").mkdir()
    worked.write(create_backup, tmp_path / "usb").result()
    paper = sheet(worked)
    assert (paper.first, paper.last) == (date(2026, 3, 1), date(2026, 3, 5))
    incoming, outgoing = paper.books
    assert (incoming.title, incoming.first_no, incoming.lines) == ("Sổ đến 2026", 1, 1)
    assert (outgoing.first_no, outgoing.last_no, outgoing.lines) == (1, 3, 3)
    assert outgoing.annulled == (2,)
    assert outgoing.corrections == 2  # one of them says that number 2 is annulled
    assert (outgoing.sheets_printed, outgoing.sheets_spoiled) == (2, (1,))
    assert (incoming.sheets_unsigned, outgoing.sheets_unsigned) == (0, 1)
    assert outgoing.workers == ("Trần Thị Thử",)
    assert [act.sentence for act in paper.acts] == [
        "Gạch bỏ số 02 sổ đi 2026 sau khi in, ngày 05/03/2026; lý do: ghi trùng",
        "Ghi tờ số 1 sổ đi 2026 là tờ hỏng, ngày 05/03/2026; lý do: đổ cà phê",
    ]
    assert [act.sentence for act in paper.listed] == [
        "Đính chính số 01 sổ đi 2026 (mục người ký), ngày 05/03/2026; lý do: sai người ký"
    ]
    (backup,) = paper.backups
    assert backup.startswith("Bản số 1 (usb), kiểm tra xong lúc ")
    assert (paper.journal.total, paper.journal.last) == (entries(worked), entries(worked))
    assert paper.journal.signed == (("Trần Thị Thử", paper.journal.count),)


def test_the_sheet_is_a_paper_with_a_code_and_an_entry(desktop: Desktop, worked: Office) -> None:
    printed, out = print_it(desktop, None)
    text = " ".join(" ".join(texts(out.read_bytes())).split())
    for words in (
        "TỜ CHỐT SỔ THÁNG 3 NĂM 2026",
        "Từ ngày 01/03/2026 đến ngày 05/03/2026",
        "Gạch bỏ số 02 sổ đi 2026 sau khi in",
        "NGƯỜI LẬP SỔ",
        "LÃNH ĐẠO CƠ QUAN, TỔ CHỨC",
        "tờ của riêng chương trình",
        printed.code,
    ):
        assert words in text, words
    assert "Diễn tập khu vực phòng thủ" not in text  # never a subject
    assert Anchor.parse(printed.code).seq == printed.entry
    (waiting,) = worked.read(waiting_prints).result()
    assert (waiting.kind, waiting.book) == (RunKind.CLOSING_SHEET, "")
    assert print_words(waiting).startswith("Tờ chốt sổ lúc ")
    (duty,) = (one for one in duties(worked).must if one.kind is DutyKind.PRINT)
    assert duty_words(duty, date(2026, 3, 5))[0] == "Tờ chốt sổ: chưa trả lời tờ in có tốt không"
    worked.write(answer_print, printed.run_id, Answer.GOOD).result()
    assert worked.write(verify_vault, printed.code).result().ok is True


def test_the_next_period_begins_where_the_last_sheet_ended(
    desktop: Desktop, worked: Office, clock: FakeClock
) -> None:
    print_it(desktop, Answer.NOTHING)
    assert period(worked).first == date(2026, 3, 1)  # nothing came out
    print_it(desktop)
    assert period(worked) == Period(date(2026, 3, 5), date(2026, 3, 5))
    clock.moment += timedelta(days=2)
    # More may have been done on the day it was printed.
    assert period(worked) == Period(date(2026, 3, 5), date(2026, 3, 7))
    assert sheet(worked).listed != ()
    assert sheet(worked, date(2026, 3, 6)).listed == ()


def test_a_day_under_a_wrong_clock_is_on_the_next_sheet_once(
    desktop: Desktop, worked: Office, clock: FakeClock
) -> None:
    print_it(desktop)
    clock.moment += timedelta(days=3)
    right = clock.moment
    clock.moment = datetime(2020, 1, 1, 1, tzinfo=UTC)
    worked.write(state_day, date(2026, 3, 8), sure=True).result()
    clock.moment = right + timedelta(hours=1)
    worked.write(state_day, date(2026, 3, 8), sure=True).result()
    told = [act.sentence for act in sheet(worked, date(2026, 3, 6)).listed]
    assert told[0] == "Máy báo ngày 01/01/2020, ghi sổ theo ngày 08/03/2026"
    clock.moment += timedelta(days=1)
    print_it(desktop)
    clock.moment += timedelta(days=3)
    assert sheet(worked, date(2026, 3, 10)).listed == ()


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2026, 3, 6), None), (date(2026, 3, 5), date(2026, 3, 4)), (None, date(2026, 4, 1))],
)
def test_a_period_is_never_backwards_nor_to_come(
    worked: Office, first: date | None, last: date | None
) -> None:
    with pytest.raises(PeriodWrong):
        sheet(worked, first, last)


def test_an_empty_vault_has_a_sheet_too(office: Office) -> None:
    paper = sheet(office)
    assert paper.acts == paper.listed == paper.proposals == ()
    preview = office.read(preview_closing_sheet).result()
    assert preview.names == ("Trang 1",)
    preview.pictures.close()


def test_a_real_vault_writes_none_in_clear(tmp_path: Path) -> None:
    office, _sheet = found(tmp_path / "vault", training=False)
    try:
        with pytest.raises(ClearFileRefused):
            office.write(print_closing_sheet, out=tmp_path / "to.pdf").result()
    finally:
        office.close()


def test_month_end_asks_for_the_sheet_until_it_is_printed(
    desktop: Desktop, worked: Office, clock: FakeClock
) -> None:
    clock.moment = datetime(2026, 3, 28, 2, tzinfo=UTC)
    assert DutyKind.CLOSING_SHEET not in kinds(worked)
    clock.moment = datetime(2026, 3, 29, 2, tzinfo=UTC)
    assert DutyKind.CLOSING_SHEET in kinds(worked)
    clock.moment = datetime(2026, 4, 10, 2, tzinfo=UTC)
    (duty,) = (one for one in duties(worked).must if one.kind is DutyKind.CLOSING_SHEET)
    assert duty_words(duty, date(2026, 4, 10)) == ("In tờ chốt sổ tháng 3 năm 2026", "cuối tháng")
    assert period(worked) == Period(date(2026, 3, 1), date(2026, 3, 31))
    print_it(desktop)
    assert DutyKind.CLOSING_SHEET not in kinds(worked)
    assert period(worked) == Period(date(2026, 4, 1), date(2026, 4, 10))


def test_a_vault_of_today_has_no_month_to_close(office: Office, clock: FakeClock) -> None:
    add(office)
    assert DutyKind.CLOSING_SHEET not in kinds(office)
    clock.moment = datetime(2026, 4, 11, 2, tzinfo=UTC)
    assert DutyKind.CLOSING_SHEET not in kinds(office)  # too late to nag


def test_what_waits_is_known_at_first_and_due_when_it_is_red(
    worked: Office, clock: FakeClock
) -> None:
    today = duties(worked)
    (duty,) = (one for one in today.to_know if one.kind is DutyKind.CONFIRM)
    assert duty_words(duty, date(2026, 3, 5)) == ("2 việc chờ xác nhận", "từ hôm nay")
    clock.moment += timedelta(days=46)
    (duty,) = (one for one in duties(worked).must if one.kind is DutyKind.CONFIRM)
    assert duty.is_red
    assert duty_words(duty, date(2026, 4, 20)) == ("2 việc chờ xác nhận", "đã quá 45 ngày")
