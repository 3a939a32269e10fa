"""Every graded act in one sentence: no act of the table is forgotten."""

from __future__ import annotations

from datetime import date

import pytest

from bmnn_desktop.domain.action import ACTIONS, Action, Grade
from bmnn_desktop.services.act_sentence import SENTENCES, act_sentence, act_words, day_of
from bmnn_desktop.services.deed import Deed
from bmnn_desktop.store.canonical import Columns, Value
from bmnn_desktop.store.journal_reading import Image, RowKey
from bmnn_desktop.store.row_names import Case, NamedCopy, Names, Numbered

ON = date(2026, 3, 5)
GRADED = [action for action in ACTIONS if action.grade is not Grade.NONE]
NAMES = Names(
    documents={4: Numbered("outgoing", 2026, 14)},
    volumes={1: Numbered("outgoing", 2026, 1)},
    sheets={7: Numbered("outgoing", 2026, 3)},
    people={2: "Nguyễn Văn Mẫu"},
    copies={8: NamedCopy(Numbered("outgoing", 2026, 14), "issued", 3)},
    incidents={4: Case(2026, 3)},
)


def image(table: str, row: int = 4, **columns: Value) -> Image:
    return Image(table, row, {"id": row, **columns})


def line(number: int = 14, book: str = "outgoing", row: int = 4, **columns: Value) -> Image:
    known: dict[str, Value] = {"book": book, "year": 2026, "seq_no": number, "level": "TOI_MAT"}
    return image("document", row, **{**known, "annulled_on": None, **columns})


def person(**columns: Value) -> Image:
    known: dict[str, Value] = {"name": "Nguyễn Văn Mẫu", "roles": "confirmer", "post": "Chủ tịch"}
    return image("person", 2, **{**known, **columns})


def sheet(number: int, state: str = "spoiled") -> Image:
    return image("sheet", 7, volume_id=1, number=number, state=state, state_on="2026-03-05")


def copy(standing: str, row: int = 8, **columns: Value) -> Image:
    known: dict[str, Value] = {"document_id": 4, "origin": "issued", "copy_no": 3, "holder": ""}
    return image("copy", row, **{**known, "standing": standing, **columns})


VOLUME = image("volume", 1, book="outgoing", year=2026, number=1, closed_on=None)
PROVISION = image(
    "provision",
    document_id=4,
    asker="Sở Thí Dụ",
    outcome="granted",
    decided_on="2026-03-05",
    given="Bản số 01",
    given_on="2026-03-05",
)
INCIDENT = image(
    "incident",
    year=2026,
    number=3,
    kind="missing",
    discovered_on="2026-03-05",
    outcome="found",
    closed_on="2026-03-05",
)
AUTHORITY = image(
    "authority", 1, post="Giám đốc Thí Dụ", level="TOI_MAT", citation="Quyết định 5/QĐ", in_use=1
)
MEDIUM = image(
    "medium",
    1,
    purpose="backup",
    inventory_no="01/USB",
    level="TUYET_MAT",
    custodian="Phạm Giữ Đĩa",
    serial="AA010203",
    withdrawal="lost",
)
MADE = [copy("store", number, origin="made", copy_no=number) for number in range(20, 25)]
DEEDS: dict[str, tuple[tuple[Image, ...], str]] = {
    "provision.decide": (
        (PROVISION,),
        "Đồng ý cung cấp, chuyển giao số 14 sổ đi 2026 cho Sở Thí Dụ",
    ),
    "provision.give": (
        (PROVISION,),
        "Cung cấp, chuyển giao số 14 sổ đi 2026 (Bản số 01) cho Sở Thí Dụ",
    ),
    "incident.open": (
        (INCIDENT, copy("not_found")),
        "Báo chưa tìm thấy, vụ việc số 3 năm 2026: bản số 03 của số 14 sổ đi 2026",
    ),
    "incident.close": (
        (INCIDENT, copy("store"), copy("lost", 9, copy_no=1)),
        (
            "Kết thúc vụ việc số 3 năm 2026: đã tìm thấy; mất bản số 01 của số 14 sổ đi 2026; "
            "tìm thấy bản số 03 của số 14 sổ đi 2026"
        ),
    ),
    "stock.enter": (
        (
            line(
                2, "stock", receiving_unit="Phòng Thí Dụ", copies_issued=3,
                registered_on="2026-03-05",
            ),
        ),
        "Ghi tài liệu có sẵn từ trước: 3 bản của số 02 tài liệu có sẵn 2026, Phòng Thí Dụ giữ",
    ),
    "volume.close_short": (
        (
            image(
                "volume", 1, book="outgoing", year=2026, number=1, closed_on="2026-03-05",
                discrepancy="đang tìm bản số 03",
            ),
        ),
        "Khóa quyển 01 sổ đi 2026 có sai lệch số bản: đang tìm bản số 03",
    ),
    "vault.restore": ((), "Khôi phục kho sổ từ bản sao lưu"),
    "generation.begin": ((), "Đổi toàn bộ khóa của kho sổ"),
    "recovery.renew": ((), "Cấp phiếu khóa khôi phục mới"),
    "person.admit": ((person(),), "Thêm người dùng kho sổ: Nguyễn Văn Mẫu (Người xác nhận)"),
    "person.change": (
        (person(post="Phó Chủ tịch"),),
        "Đổi chức vụ từ “Chủ tịch” thành “Phó Chủ tịch” của Nguyễn Văn Mẫu",
    ),
    "person.rekey": (
        (image("signer", 3, person_id=2),),
        "Cấp lại mật khẩu và khóa ký cho Nguyễn Văn Mẫu",
    ),
    "person.stick": (
        (image("signer", 3, person_id=2, is_stick=1),),
        "Cấp USB ký xác nhận cho Nguyễn Văn Mẫu",
    ),
    "person.release": ((person(),), "Giải tỏa trách nhiệm giữ của Nguyễn Văn Mẫu"),
    "person.recover": (
        (image("signer", 3, person_id=2),),
        "Mở lại kho sổ bằng phiếu khóa khôi phục cho Nguyễn Văn Mẫu",
    ),
    "person.revoke": (
        (person(revoked_on="2026-03-04"),),
        "Thu hồi quyền của Nguyễn Văn Mẫu",
    ),
    "inspection.open": (
        (
            image(
                "inspection", 1, inspector="Lê Văn Thử", body="Công an tỉnh Giả Định",
                decision="12/QĐ-CAT", decided_on="2026-03-02",
            ),
        ),
        (
            "Mở phiên kiểm tra cho Lê Văn Thử, Công an tỉnh Giả Định, theo quyết định số "
            "12/QĐ-CAT ngày 02/03/2026"
        ),
    ),
    "custody.archive": (
        (
            image(
                "copy", 8, document_id=4, origin="issued", copy_no=3, holder="Lưu trữ tỉnh",
            ),
        ),
        "Nộp lưu trữ bản số 03 của số 14 sổ đi 2026: Lưu trữ tỉnh",
    ),
    "document.add_late": (
        (line(entry_kind="late", registered_on="2026-03-05"),),
        "Đăng ký bổ sung số 14 sổ đi 2026",
    ),
    "document.amend": (
        (line(), image("correction", 1, columns="signer note", made_on="2026-03-05")),
        "Đính chính số 14 sổ đi 2026 (mục người ký, ghi chú)",
    ),
    "document.amend_level": (
        (line(),),
        "Đính chính độ mật số 14 sổ đi 2026 từ Mật thành Tối mật",
    ),
    "document.annul_printed": (
        (line(annulled_on="2026-03-05"),),
        "Gạch bỏ số 14 sổ đi 2026 sau khi in",
    ),
    "document.move_printed": (
        (line(annulled_on="2026-03-05"), line(3, "incoming", 9)),
        "Ghi nhầm sổ: gạch bỏ số 14 sổ đi 2026 sau khi in và đăng ký lại thành số 03 sổ đến 2026",
    ),
    "book.print.spoiled": (
        (sheet(6), sheet(5), sheet(4, "full")),
        "Ghi tờ số 5, 6 sổ đi 2026 là tờ hỏng sau khi in",
    ),
    "sheet.spoil": ((sheet(5),), "Ghi tờ số 5 sổ đi 2026 là tờ hỏng"),
    "form.install": (
        (image(
            "form", 1, name="outgoing-2027", book="outgoing", effective_from="2027-01-01",
            citation="Thông tư giả định 1",
        ),),
        (
            "Cài biểu mẫu outgoing-2027 của sổ đi, hiệu lực từ 01/01/2027, căn cứ "
            "Thông tư giả định 1"
        ),
    ),
    "volume.reopen": ((VOLUME,), "Mở lại quyển 01 sổ đi 2026 đã khóa"),
    "day.state": (
        (image("stated_day", 1, clock_on="2020-01-01", stated_on="2026-03-05"),),
        "Máy báo ngày 01/01/2020, ghi sổ theo ngày 05/03/2026",
    ),
    "copy.make_late": (
        (image("copy_order", 1, document_id=4, made=5, made_on="2026-03-05"), *MADE),
        "Ghi sau việc sao, chụp 5 bản của số 14 sổ đi 2026",
    ),
    "copy.permit_late": (
        (image("copy_order", 1, document_id=4, permitted=5, permitted_on="2026-03-05"),),
        "Ghi sau việc cho phép sao, chụp 5 bản của số 14 sổ đi 2026",
    ),
    "authority.save": (
        (AUTHORITY,),
        (
            "Ghi người có thẩm quyền cho phép: “Giám đốc Thí Dụ”, đến độ Tối mật, căn cứ "
            "Quyết định 5/QĐ"
        ),
    ),
    "medium.enrol": (
        (MEDIUM,),
        (
            "Duyệt USB sao lưu số 01/USB (sê-ri AA010203), độ Tuyệt mật, giao Phạm Giữ Đĩa giữ"
        ),
    ),
    "medium.withdraw": ((MEDIUM,), "Thôi dùng USB sao lưu số 01/USB: bị mất"),
    "plan.holiday": (
        (image("holiday", 1, day="2027-02-05", name="Tết", is_off=1, citation="Thông báo 1"),),
        "Ghi ngày 05/02/2027 là ngày nghỉ (Tết, căn cứ Thông báo 1)",
    ),
    "attempts.tampered": ((), "Tệp đếm lần nhập sai bị thay"),
    "header.revived": ((), "Tệp khóa cũ bị đặt lại"),
}  # fmt: skip


def deed(action: str, reason: str = "") -> Deed:
    images, _words = DEEDS[action]
    before: dict[RowKey, Columns] = {
        ("document", 4): {"level": "MAT"},
        ("person", 2): dict(person().columns),
    }
    return Deed(action, ON, reason, images, before, NAMES)


def test_every_graded_act_has_a_sentence_and_a_test() -> None:
    graded = {action.key for action in GRADED}
    assert graded == set(SENTENCES) == set(DEEDS)


@pytest.mark.parametrize("action", GRADED, ids=lambda action: action.key)
def test_a_graded_act_is_one_sentence(action: Action) -> None:
    words = DEEDS[action.key][1]
    assert act_words(deed(action.key)) == words
    day = "04/03/2026" if action.key == "person.revoke" else "05/03/2026"
    told = act_sentence(deed(action.key, "ghi trùng."))
    when = "" if action.key == "day.state" else f", ngày {day}"
    assert told == f"{words}{when}; lý do: ghi trùng"


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.key)
def test_an_act_of_which_nothing_is_known_is_told_by_its_name(action: Action) -> None:
    bare = Deed(action.key, ON)
    assert act_words(bare) == action.words
    assert act_sentence(bare).startswith(action.words)


@pytest.mark.parametrize(
    ("action", "images", "words"),
    [
        ("document.add", (line(5),), "Đăng ký: số 05 sổ đi 2026"),
        ("direction.give", (image("direction", 1, document_id=4),), "số 14 sổ đi 2026"),
        ("sheet.sign", (image("receipt", 1, document_id=4, sheet_id=7),), "tờ số 3 sổ đi 2026"),
        ("book.print", (image("print_run", 1, volume_id=1, kind="new_lines"),), "in tiếp"),
        ("paper.print", (image("print_run", 1, volume_id=None, kind="closing"),), "tờ chốt sổ"),
        ("paper.print", (image("print_run", 1, volume_id=1, kind="closing"),), "khóa sổ, quyển 01"),
        ("backup.create", (image("backup", 1, number=3),), "Sao lưu: bản số 3"),
    ],
)
def test_an_ordinary_act_says_to_what_it_was_done(
    action: str, images: tuple[Image, ...], words: str
) -> None:
    assert words in act_words(Deed(action, ON, images=images, names=NAMES))


@pytest.mark.parametrize(
    ("action", "images", "words"),
    [
        (
            "incident.open",
            (
                image("incident", year=2026, number=3, kind="leaked"),
                image("incident_item", incident_id=4, copy_id=8),
            ),
            "Báo nghi lộ, vụ việc số 3 năm 2026: bản số 03 của số 14 sổ đi 2026",
        ),
        (
            "incident.step",
            (image("incident_step", incident_id=4, kind="measure"),),
            "Ghi việc của vụ việc: số 3 năm 2026",
        ),
        (
            "copy.make_late",
            (image("copy_order", 1, document_id=4, made=1), *MADE[:1]),
            "Ghi sau việc sao, chụp bản sao số 20 của số 14 sổ đi 2026",
        ),
        (
            "authority.save",
            (image("authority", 1, **{**AUTHORITY.columns, "in_use": 0}),),
            "Bỏ người có thẩm quyền cho phép: “Giám đốc Thí Dụ”",
        ),
        (
            "removal.take",
            (image("removal", 1), copy("taken_out", holder="Lê Văn Thử")),
            "Mang ra khỏi nơi lưu giữ bản số 03 của số 14 sổ đi 2026: Lê Văn Thử",
        ),
        ("stock.see", (copy("store"),), "Đối chiếu với bản giấy bản số 03 của số 14 sổ đi 2026"),
    ],
)
def test_what_happens_to_copies_names_them(
    action: str, images: tuple[Image, ...], words: str
) -> None:
    assert act_words(Deed(action, ON, images=images, names=NAMES)) == words


def test_a_sealed_line_and_an_old_print_are_told_too() -> None:
    unknown = Deed("document.amend_level", ON, images=(line(level=None),), names=NAMES)
    assert act_words(unknown) == "Đính chính độ mật số 14 sổ đi 2026 thành chưa rõ"
    old = image("print_run", 1, volume_id=1)  # as schema 0001 wrote it
    told = act_words(Deed("book.print.spoiled", ON, images=(old,), names=NAMES))
    assert told == "Ghi bản in hỏng sau khi in: in cả quyển, quyển 01 sổ đi 2026"
    assert day_of(Deed("book.print.spoiled", ON, images=(old,), names=NAMES)) == ON
