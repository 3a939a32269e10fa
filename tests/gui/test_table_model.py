"""The table's model on a real book."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.register.table_model import ENTRY_ROLE, SORT_ROLE, RegisterModel
from bmnn_desktop.registers import book
from bmnn_desktop.services.office import Office


@pytest.fixture
def jobs(qapp: QApplication) -> Jobs:
    return Jobs(QObject(qapp), _fail)


@pytest.fixture
def model(office: Office, jobs: Jobs) -> RegisterModel:
    return RegisterModel(book("outgoing"), office, jobs, jobs)


def test_the_model_keeps_qts_contract_while_pages_arrive(
    qtmodeltester: ModelTester, model: RegisterModel, jobs: Jobs, add: Callable[..., int]
) -> None:
    for number in range(1, 131):
        add(number)
    qtmodeltester.check(model, force_py=False)  # type: ignore[no-untyped-call]
    model.show_lines(2026, "")
    until(lambda: model.rowCount() >= 100, "the first page")
    if model.canFetchMore(QModelIndex()):  # the tester of Qt fetches by itself
        model.fetchMore(QModelIndex())
    until(lambda: model.rowCount() == 130 and not jobs.is_busy, "the second page")
    assert not model.canFetchMore(QModelIndex())
    numbers = [model.index(row, 0).data(SORT_ROLE)[1] for row in range(130)]
    assert numbers == list(range(141, 11, -1))
    jobs.stop()


def test_the_columns_are_the_state_and_the_official_ten(model: RegisterModel, jobs: Jobs) -> None:
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
    jobs.stop()


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
    jobs.stop()


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
    jobs.stop()


def _fail(error: BaseException) -> None:
    raise error
