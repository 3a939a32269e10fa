"""The journal tells moves of copies so that a reader knows which ones, and who has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.dispatch import NewDispatch, NewParcel, ParcelOutcome
from bmnn_desktop.services.answer_parcel import answer_parcel
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.let_go import archive_copies, give_back_copies
from bmnn_desktop.services.list_entries import EntryQuery, list_entry_numbers
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.place_copies import place_copies
from bmnn_desktop.services.recall_copies import recall_copies, remind_holders
from bmnn_desktop.services.return_copies import return_copies
from bmnn_desktop.services.send_copies import send_copies
from bmnn_desktop.services.show_entry import show_entry
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.tell_entries import tell_entries
from tests.services.moving import DAY, copy_id
from tests.services.offices import add
from tests.services.paper import receive

WHO = "Nguyễn Văn Thí Dụ"


def last(office: Office) -> str:
    def tell(desk: Desk) -> str:
        (newest,) = list_entry_numbers(desk, EntryQuery(), limit=1)
        (told,) = tell_entries(desk.rows, (newest,))
        return told.sentence

    return office.read(tell).result()


def test_every_move_is_told(office: Office) -> None:
    line, mail = add(office), receive(office)
    ids = [copy_id(office, line, number) for number in (1, 2, 3)]
    theirs = copy_id(office, mail, 1)
    said = []
    acts: tuple[tuple[Callable[..., object], dict[str, Any]], ...] = (
        (give_copies, {"copies": (ids[0], theirs), "receiver": WHO}),
        (sign_lines, {"year": 2026, "numbers": (1, 2)}),
        (recall_copies, {"copies": ids[:1], "due_on": DAY, "reason": "thu hồi"}),
        (remind_holders, {"copies": ids[:1]}),
        (return_copies, {"copies": (ids[0], theirs)}),
        (place_copies, {"copies": ids, "place": "Tủ số 2"}),
        (give_back_copies, {"copies": (theirs,)}),
        (archive_copies, {"copies": ids[2:], "archive": "Lưu trữ tỉnh"}),
    )
    for service, asked in acts:
        office.write(service, **asked).result()
        said.append(last(office))
    first, second = "bản số 01 của số 01 sổ đi 2026", "bản số 01 của số 01 sổ đến 2026"
    on = "ngày 05/03/2026"
    assert said == [
        f"Giao {first}, {second} cho {WHO}, {on}",
        f"Ghi ký nhận {first}, {second}: {WHO}, {on}",
        f"Yêu cầu thu hồi {first}, hạn trả 05/03/2026, {on}; lý do: thu hồi",
        f"Nhắc trả {first}: {WHO}, {on}",
        f"Ghi trả lại {first}, {second}, {on}",
        f"Đổi nơi để bản số 01, bản số 02, bản số 03 của số 01 sổ đi 2026: Tủ số 2, {on}",
        f"Trả nơi ban hành {second}: Sở Thí Dụ, {on}",
        f"Nộp lưu trữ bản số 03 của số 01 sổ đi 2026: Lưu trữ tỉnh, {on}",
    ]


def test_envelopes_are_told_and_their_slips(office: Office) -> None:
    lines = [add(office) for _line in range(2)]
    ids = [copy_id(office, line, number) for line in lines for number in (1, 2)]
    parcels = (NewParcel("Công an xã Mẫu", tuple(ids[:3])), NewParcel("Sở Mẫu", tuple(ids[3:])))
    new = NewDispatch(Channel.POST, "Lê Văn Giao Liên", parcels)
    office.write(send_copies, new).result()
    assert last(office) == (
        "Gửi 4 bản của số 01 sổ đi 2026, số 02 sổ đi 2026 đi, bảng kê số 01/2026 (2 bì), "
        "ngày 05/03/2026"
    )
    where: dict[str, Any] = {"year": 2026, "dispatch": 1, "parcel": 2, "reason": "đã hỏi"}
    office.write(answer_parcel, ParcelOutcome.NEVER, **where).result()
    assert last(office).startswith("Phiếu gửi không quay lại: bì số 02")
    office.write(answer_parcel, ParcelOutcome.REFUSED, **where).result()
    assert last(office).startswith("Ghi không nhận, mang về bản số 02 của số 02 sổ đi 2026")


def test_the_card_of_an_entry_says_which_copy_each_row_is(office: Office) -> None:
    line = add(office)
    ids = tuple(copy_id(office, line, number) for number in (1, 3))
    entry = office.write(give_copies, ids, receiver=WHO).result().entry
    titles = {change.title for change in office.read(show_entry, entry).result().changes}
    for number in ("01", "03"):
        said = [
            title for title in titles if title.endswith(f"bản số {number} của số 01 sổ đi 2026")
        ]
        assert len(said) == len(("the copy", "its step")), titles
