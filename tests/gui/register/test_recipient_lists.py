"""Danh sách nơi nhận mẫu: many recipients in few keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.register.list_dialog import ListDialog
from bmnn_desktop.gui.register.lists_popup import ListsPopup
from bmnn_desktop.services.distribution_lists import (
    DistributionList,
    distribution_lists,
    save_distribution_list,
)
from bmnn_desktop.services.office import Office
from tests.gui.register.clerk import CTRL, Clerk

_SEVEN = tuple(f"Phòng Giả Định số {number}" for number in range(1, 8))
_COLUMNS = ("Kế hoạch", "V/v giả định", "c", "Nguyễn Văn Mẫu", "", "", "", "ghi chú")


@pytest.fixture(autouse=True)
def lists(office: Office) -> None:
    office.write(save_distribution_list, "Các phòng thuộc xã", _SEVEN).result()
    office.write(
        save_distribution_list, "Hai nơi", ("Công an xã Mẫu", "Hội Mẫu"), Channel.LIAISON
    ).result()


def popup(clerk: Clerk) -> ListsPopup:
    lists = clerk.page.recipient_lists
    assert lists is not None
    return lists.popup


def offer(clerk: Clerk) -> None:
    clerk.press(Qt.Key.Key_F8)
    until(popup(clerk).isVisible, "the lists")


def stored(office: Office) -> dict[str, DistributionList]:
    return {one.name: one for one in office.read(distribution_lists).result()}


def test_seven_recipients_take_at_most_six_keys_after_the_ten_columns(outgoing: Clerk) -> None:
    outgoing.start()
    outgoing.type(*_COLUMNS)
    assert outgoing.editor("note").hasFocus()
    outgoing.keys = 0
    offer(outgoing)
    outgoing.press(Qt.Key.Key_Return)
    outgoing.press(Qt.Key.Key_S, CTRL)
    outgoing.settle()
    assert outgoing.line().recipients == _SEVEN
    assert outgoing.keys <= 6
    assert outgoing.page.banner.more.startswith("Bản số 01–07, lưu 08 · ")


def test_names_that_are_typed_stay_and_none_comes_twice(outgoing: Clerk) -> None:
    outgoing.start()
    outgoing.type_in("recipients", "Đảng ủy xã Mẫu\nphòng giả định số 3")
    offer(outgoing)
    outgoing.press(Qt.Key.Key_Return)
    outgoing.settle()
    expected = (name for name in _SEVEN if name != "Phòng Giả Định số 3")
    assert outgoing.values["recipients"] == ("Đảng ủy xã Mẫu", "phòng giả định số 3", *expected)
    assert outgoing.editor("recipients").hasFocus()


def test_the_list_brings_its_channel(outgoing: Clerk) -> None:
    outgoing.start()
    offer(outgoing)
    outgoing.press(Qt.Key.Key_Down)
    outgoing.press(Qt.Key.Key_Return)
    outgoing.settle()
    values = outgoing.values
    assert values["channel"] is Channel.LIAISON
    assert values["recipients"] == ("Công an xã Mẫu", "Hội Mẫu")
    outgoing.type_in("recipients", "Đảng ủy xã Mẫu")
    outgoing.type_in("channel", "b")
    outgoing.editor("recipients").setFocus()
    offer(outgoing)
    outgoing.press(Qt.Key.Key_Return)  # the one used last is the first
    outgoing.settle()
    values = outgoing.values
    assert values["channel"] == Channel.POST
    assert values["recipients"] == (
        "Đảng ủy xã Mẫu",
        "Công an xã Mẫu @qua giao liên, văn thư",
        "Hội Mẫu @qua giao liên, văn thư",
    )


def test_the_list_used_last_comes_first(outgoing: Clerk) -> None:
    outgoing.start()
    offer(outgoing)
    assert popup(outgoing).shown() == ["Các phòng thuộc xã  (7)", "Hai nơi  (2)"]
    outgoing.press(Qt.Key.Key_Down)
    outgoing.press(Qt.Key.Key_Return)
    outgoing.settle()
    offer(outgoing)
    assert popup(outgoing).shown() == ["Hai nơi  (2)", "Các phòng thuộc xã  (7)"]
    outgoing.press(Qt.Key.Key_Escape)
    assert not popup(outgoing).isVisible()
    assert outgoing.page.entering.is_active, "Esc closes the list, not the form"


def test_what_is_typed_is_saved_as_a_list(outgoing: Clerk, office: Office) -> None:
    outgoing.start()
    outgoing.type_in("recipients", "Trường Mẫu\nTrạm Mẫu")
    offer(outgoing)
    outgoing.press(Qt.Key.Key_F8)
    dialog = outgoing.dialog()
    assert isinstance(dialog, ListDialog)
    outgoing.press(Qt.Key.Key_Return)
    outgoing.settle()
    assert dialog.view("name").wrong == "chưa ghi."
    assert dialog.view("members").value() == ("Trường Mẫu", "Trạm Mẫu")
    outgoing.type("Đơn vị sự nghiệp")
    outgoing.press(Qt.Key.Key_Return)
    outgoing.settle()
    assert stored(office)["Đơn vị sự nghiệp"].members == ("Trường Mẫu", "Trạm Mẫu")
    assert outgoing.values["recipients"] == ("Trường Mẫu", "Trạm Mẫu")


def test_a_list_is_changed_renamed_and_dropped(outgoing: Clerk, office: Office) -> None:
    outgoing.start()
    row = stored(office)["Hai nơi"].id
    offer(outgoing)
    outgoing.press(Qt.Key.Key_Down)
    outgoing.press(Qt.Key.Key_E, CTRL)
    dialog = outgoing.dialog()
    assert isinstance(dialog, ListDialog)
    outgoing.press(Qt.Key.Key_A, CTRL)
    outgoing.type("Các phòng thuộc xã")
    outgoing.press(Qt.Key.Key_Return)
    outgoing.settle()
    assert dialog.view("name").wrong == "đã có danh sách tên này."
    outgoing.press(Qt.Key.Key_A, CTRL)
    outgoing.type("Hai đơn vị", "Trường Mẫu\n")
    dialog.act_button.click()
    outgoing.settle()
    changed = stored(office)
    assert changed.keys() == {"Các phòng thuộc xã", "Hai đơn vị"}
    assert changed["Hai đơn vị"].id == row
    assert "Trường Mẫu" in changed["Hai đơn vị"].members
    offer(outgoing)
    outgoing.press(Qt.Key.Key_Down)
    outgoing.press(Qt.Key.Key_E, CTRL)
    again = outgoing.dialog()
    assert isinstance(again, ListDialog)
    again.drop_button.click()
    outgoing.settle()
    assert stored(office).keys() == {"Các phòng thuộc xã"}
