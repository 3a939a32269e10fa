"""The table's model on a real book."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from bmnn_desktop.domain.document import EntryKind, NewDocument
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.register import table_model
from bmnn_desktop.gui.register.columns import columns_of
from bmnn_desktop.gui.register.table_model import ENTRY_ROLE, SORT_ROLE, RegisterModel
from bmnn_desktop.gui.register.table_view import RegisterView
from bmnn_desktop.gui.widgets import paged_model
from bmnn_desktop.registers import book
from bmnn_desktop.registers.outgoing import OUTGOING
from bmnn_desktop.services.add_document import Place, insert_line
from bmnn_desktop.services.correct_document import correct_document
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.list_documents import list_documents, read_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.store import volumes


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    jobs = Jobs(QObject(qapp), _fail)
    yield jobs
    jobs.stop()


@pytest.fixture
def model(office: Office, jobs: Jobs) -> RegisterModel:
    return RegisterModel(book("outgoing"), office, jobs, jobs)


@pytest.fixture
def add_many(office: Office, document: Callable[..., NewDocument]) -> Callable[[int], None]:
    """Register many documents in one entry, in the newest year."""

    def fill(desk: WritingDesk, count: int) -> None:
        volume = volumes.find(desk.rows, "outgoing", None)
        first = volumes.number_to_deal(desk.rows, volume)
        with desk.journal.write("document.add") as act:
            for seq_no in range(first, first + count):
                place = Place(volume, seq_no, EntryKind.ON_TIME, "")
                new = document(seq_no, recipients=("Công an xã Mẫu",))
                insert_line(act, OUTGOING, new, place, today=desk.today())

    return lambda count: office.write(fill, count).result()


@pytest.fixture
def view(model: RegisterModel, qtbot: QtBot) -> RegisterView:
    view = RegisterView(columns_of(book("outgoing")))
    qtbot.addWidget(view)
    view.setModel(model)
    view.resize(1000, 600)
    view.show()
    return view


def seen(model: RegisterModel, row: int) -> int:
    """Look at a row until its line is there; return its number."""
    until(lambda: model.index(row, 0).data() is not None, f"row {row}")
    return int(model.index(row, 0).data(SORT_ROLE)[1])


def in_sql(office: Office, search: str = "") -> list[tuple[int, int]]:
    """Return (year, number) of every line in the order of the table."""

    def look(desk: Desk) -> list[tuple[int, int]]:
        sql = (
            "SELECT year, seq_no FROM document WHERE book = 'outgoing' AND subject LIKE ?"
            " ORDER BY year DESC, seq_no DESC"
        )
        return [tuple(row) for row in desk.rows.all(sql, (f"%{search}%",))]

    return office.read(look).result()


def test_the_model_keeps_qts_contract_while_pages_arrive(
    qtmodeltester: ModelTester, model: RegisterModel, jobs: Jobs, add_many: Callable[[int], None]
) -> None:
    add_many(130)
    qtmodeltester.check(model, force_py=False)  # type: ignore[no-untyped-call]
    counts: list[int] = []
    model.arrived.connect(lambda: counts.append(model.rowCount()))
    model.counted.connect(counts.append)
    model.show_lines(2026, "")
    until(lambda: len(counts) == 2 and not jobs.is_busy, "all rows")
    assert counts == [100, 130]
    assert [seen(model, row) for row in range(130)] == list(range(141, 11, -1))


def test_the_columns_are_the_state_and_the_official_ten(model: RegisterModel) -> None:
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(11)]
    assert titles == [
        "STT",
        "Tình trạng",
        "Số, ký hiệu",
        "Ngày tháng",
        "Tên loại, trích yếu nội dung",
        "Độ mật",
        "Người ký",
        "Nơi nhận",
        "Đơn vị lưu",
        "Số lượng bản",
        "Ghi chú",
    ]
    assert model.columnCount() == 11


def test_a_row_shows_the_document_behind_it(
    model: RegisterModel, jobs: Jobs, add: Callable[..., int]
) -> None:
    identity = add(7, note="ghi chú")
    model.show_lines(None, "")
    until(lambda: model.rowCount() == 1 and not jobs.is_busy, "the line")
    cells = [model.index(0, column).data() for column in range(11)]
    assert cells == [
        "12",
        "",
        "07/KH-UBND",
        "05/03/2026",
        "Kế hoạch: Diễn tập giả định số 7",
        "Mật",
        "Nguyễn Văn Mẫu",
        "Công an xã Mẫu; Đảng ủy xã Mẫu",
        "Văn phòng",
        "3",
        "ghi chú",
    ]
    assert model.index(0, 0).data(ENTRY_ROLE).id == identity
    assert model.index(0, 3).data(Qt.ItemDataRole.ToolTipRole) is None


def test_only_the_last_question_is_answered(
    model: RegisterModel, jobs: Jobs, add: Callable[..., int]
) -> None:
    add(1, subject="một")
    add(2, subject="hai")
    resets: list[int] = []
    model.arrived.connect(lambda: resets.append(model.rowCount()))
    for search in ("m", "mo", "mot", "hai"):
        model.show_lines(2026, search)
    until(lambda: not jobs.is_busy, "the answers")
    assert resets == [1]
    assert model.index(0, 4).data() == "Kế hoạch: hai"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have ids come in many pieces and pages thrown away soon."""
    monkeypatch.setattr(paged_model, "PIECE", 300)
    monkeypatch.setattr(paged_model, "_KEPT", 3)


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("search", ["", "số 4"])
def test_any_jump_shows_the_lines_sql_says(
    model: RegisterModel,
    view: RegisterView,
    office: Office,
    add_many: Callable[[int], None],
    search: str,
) -> None:
    add_many(700)
    office.write(open_volume, "outgoing", year=2027, first_no=5).result()
    add_many(500)
    expected = in_sql(office, search)
    model.show_lines(None, search)
    until(lambda: model.rowCount() == len(expected), "all rows")
    chance = random.Random(5)

    def is_read(row: int) -> bool:
        return model.document(row) is not None

    for _ in range(25):
        view.verticalScrollBar().setValue(chance.randrange(len(expected)))
        top, bottom = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
        last = bottom if bottom >= 0 else len(expected) - 1
        until(lambda top=top, last=last: is_read(top) and is_read(last), "the lines")  # type: ignore[misc]
        shown = [model.index(row, 0).data(SORT_ROLE) for row in range(top, last + 1)]
        assert shown == expected[top : last + 1]


def test_what_is_saved_meanwhile_moves_no_row_and_comes_with_the_next_question(
    model: RegisterModel,
    office: Office,
    add: Callable[..., int],
    add_many: Callable[[int], None],
    document: Callable[..., NewDocument],
) -> None:
    add_many(400)
    model.show_lines(2026, "")
    until(lambda: model.rowCount() == 400, "all rows")
    newest = add(999, subject="Dòng mới nhất")
    office.write(
        correct_document,
        "outgoing",
        year=2026,
        seq_no=50,
        new=document(50, subject="Đã sửa", recipients=("Công an xã Mẫu",)),
        reason="Ghi nhầm",
    ).result()
    assert [seen(model, row) for row in (0, 361, 399)] == [411, 50, 12]
    assert model.index(361, 0).data(ENTRY_ROLE).subject == "Đã sửa"
    assert model.row_of(newest) is None
    model.show_lines(2026, "")
    until(lambda: model.rowCount() == 401, "all rows")
    assert [seen(model, row) for row in (0, 1, 362, 400)] == [412, 411, 50, 12]
    assert model.row_of(newest) == 0
    assert model.index(0, 0).data(ENTRY_ROLE).subject == "Dòng mới nhất"


def test_a_page_read_for_the_old_rows_is_not_shown_among_the_new_ones(
    model: RegisterModel, add: Callable[..., int], add_many: Callable[[int], None]
) -> None:
    add_many(400)
    model.show_lines(2026, "")
    until(lambda: model.rowCount() == 400, "all rows")
    add(999)
    model.show_lines(2026, "")
    assert model.index(370, 0).data() is None  # the old rows are still on view and painted
    until(lambda: model.rowCount() == 401, "all rows")
    assert [seen(model, row) for row in range(345, 401)] == list(range(67, 11, -1))


def test_reads_of_others_that_are_stopped_lose_no_row(
    model: RegisterModel, jobs: Jobs, office: Office, add_many: Callable[[int], None]
) -> None:
    add_many(300)
    model.show_lines(2026, "")
    for _ in range(20):  # as the find box of another book does
        office.stop_read(office.read(list_documents, "outgoing", search="a"))
        jobs.thread().msleep(1)
    until(lambda: model.rowCount() == 300 and not jobs.is_busy, "all rows")
    assert seen(model, 299) == 12


def test_pages_scrolled_past_are_not_read(
    monkeypatch: pytest.MonkeyPatch,
    model: RegisterModel,
    jobs: Jobs,
    add_many: Callable[[int], None],
) -> None:
    add_many(2_000)
    read: list[int] = []

    def counting(desk: Desk, ids: tuple[int, ...]) -> object:
        read.append(len(ids))
        return read_documents(desk, ids)

    monkeypatch.setattr(table_model, "read_documents", counting)
    model.show_lines(2026, "")
    until(lambda: model.rowCount() == 2_000 and not jobs.is_busy, "all rows")
    for row in range(0, 2_000, 10):  # a drag of the scroll bar, no event handled between
        model.index(row, 0).data()
    assert seen(model, 1_999) == 12
    assert len(read) <= 3
    assert model.document(1_000) is None


def test_a_page_of_the_rows_before_never_stands_among_the_new_ones(
    model: RegisterModel, jobs: Jobs, add: Callable[..., int]
) -> None:
    for number in range(1, 122):
        add(number)
    model.show_lines(2026, "")
    until(lambda: model.rowCount() == 121 and not jobs.is_busy, "all lines")
    add(122)
    model.show_lines(2026, "")
    assert model.index(110, 0).data() is None  # asks for a page of the rows before
    until(lambda: model.rowCount() == 122 and not jobs.is_busy, "all lines again")
    assert model.index(110, 0).data() is None
    until(lambda: model.index(110, 0).data() is not None, "the page")
    assert model.index(110, 0).data(SORT_ROLE) == (2026, 133 - 110)
    jobs.stop()


def _fail(error: BaseException) -> None:
    raise error
