"""What is done with copies: given, sent, signed for, asked back, returned, handed over for good."""

from __future__ import annotations

import json
from datetime import date

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.dispatch import NewDispatch, NewParcel
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.let_go import archive_copies, give_back_copies
from bmnn_desktop.services.place_copies import place_copies
from bmnn_desktop.services.recall_copies import recall_copies, remind_holders
from bmnn_desktop.services.refuse_lines import refuse_lines
from bmnn_desktop.services.return_copies import return_copies
from bmnn_desktop.services.see_copies import see_copies
from bmnn_desktop.services.send_copies import send_copies
from bmnn_desktop.services.sign_lines import sign_lines
from tests.grades.custody_stage import HOLDER, MAIL_NO, OUT, STOCKED
from tests.grades.deed import KEEPERS, OF_2026, WHY, Deed
from tests.grades.stage import Scene

DUE = date(2026, 3, 20)
HELD = ("--book", "outgoing", *OF_2026, "--number", OUT, "--copy", 1)
IN_STORE = ("--book", "incoming", *OF_2026, "--number", MAIL_NO, "--copy", 1)
WAITING_LINE = 2  # of the transfer log
PARCEL = {
    "receiver": "Sở Mẫu",
    "copies": [{"book": "incoming", "year": 2026, "number": MAIL_NO, "copy": "1"}],
}
STOCK_LINE = {
    "issuer": "Sở Thí Dụ", "doc_number": "4/BC", "doc_date": "2019-05-02", "doc_type": "Báo cáo",
    "subject": "Nội dung giả định",
    "level": "Mật", "copies_issued": 1, "holding_unit": "Tủ số 1",
}  # fmt: skip

CUSTODY_DEEDS: tuple[Deed, ...] = (
    Deed(
        "custody.give",
        KEEPERS,
        lambda o, s: o.write(give_copies, (s.stage.custody.in_store,), receiver=HOLDER),
        lambda _s: ["custody", "give", *IN_STORE, "--to", HOLDER],
    ),
    Deed(
        "custody.send",
        KEEPERS,
        lambda o, s: o.write(
            send_copies,
            NewDispatch(Channel.POST, "Lê Văn Bưu", (NewParcel("Sở Mẫu", (_here(s),)),)),
        ),
        lambda _s: ["custody", "send", "--channel", "bưu chính", "--carrier", "Lê Văn Bưu"],
        json.dumps(PARCEL) + "\n",
    ),
    Deed(
        "custody.sign",
        KEEPERS,
        lambda o, _s: o.write(sign_lines, year=2026, numbers=(WAITING_LINE,)),
        lambda _s: ["custody", "sign", *OF_2026, WAITING_LINE],
    ),
    Deed(
        "custody.refuse",
        KEEPERS,
        lambda o, _s: o.write(refuse_lines, year=2026, numbers=(WAITING_LINE,), reason="nhầm"),
        lambda _s: ["custody", "refuse", *OF_2026, WAITING_LINE, *WHY],
    ),
    Deed(
        "custody.return",
        KEEPERS,
        lambda o, s: o.write(return_copies, (s.stage.custody.held,)),
        lambda _s: ["custody", "return", *HELD],
    ),
    Deed(
        "custody.place",
        KEEPERS,
        lambda o, s: o.write(place_copies, (_here(s),), place="Tủ số 2"),
        lambda _s: ["custody", "place", *IN_STORE, "--place", "Tủ số 2"],
    ),
    Deed(
        "custody.recall",
        KEEPERS,
        lambda o, s: o.write(recall_copies, (s.stage.custody.held,), due_on=DUE, reason="thu hồi"),
        lambda _s: ["custody", "recall", *HELD, "--due", "20/03/2026", *WHY],
    ),
    Deed(
        "custody.remind",
        KEEPERS,
        lambda o, s: o.write(remind_holders, (s.stage.custody.held,)),
        lambda _s: ["custody", "remind", *HELD],
    ),
    Deed(
        "custody.give_back",
        KEEPERS,
        lambda o, s: o.write(give_back_copies, (_here(s),)),
        lambda _s: ["custody", "give-back", *IN_STORE],
    ),
    Deed(
        "custody.archive",
        KEEPERS,
        lambda o, s: o.write(archive_copies, (_here(s),), archive="Lưu trữ tỉnh"),
        lambda _s: ["custody", "archive", *IN_STORE, "--to", "Lưu trữ tỉnh"],
    ),
    Deed(
        "stock.enter",
        KEEPERS,
        lambda o, _s: o.write(add_document, "stock", STOCKED),
        lambda _s: ["document", "add", "stock"],
        json.dumps(STOCK_LINE, ensure_ascii=False) + "\n",
    ),
    Deed(
        "stock.see",
        KEEPERS,
        lambda o, s: o.write(see_copies, (s.stage.custody.held,)),
        lambda _s: ["custody", "see", *HELD],
    ),
    Deed(
        "volume.close_short",
        KEEPERS,
        lambda o, _s: o.write(
            close_volume, "outgoing", year=2026, number=1, discrepancy="đang tìm một bản"
        ),
        lambda _s: [
            *("volume", "close", "outgoing", *OF_2026, "--volume", 1),
            *("--discrepancy", "đang tìm một bản"),
        ],
    ),
)


def _here(scene: Scene) -> int:
    return scene.stage.custody.in_store
