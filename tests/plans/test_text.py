"""Text as it arrives: page breaks, stars, footnotes, other normal forms and line ends."""

from __future__ import annotations

import unicodedata

import pytest

from bmnn_desktop.domain.plan import Plan
from bmnn_desktop.errors import NotAPlan, PlanHasNoText, PlanTooLarge
from bmnn_desktop.plans.parse import parse
from bmnn_desktop.plans.text_source import text_source

HEAD = (
    "ỦY BAN NHÂN DÂN\nXÃ MẪU\n\nSố: 5/KH-UBND\nMẫu, ngày 04 tháng 5 năm 2027\n\nKẾ HOẠCH\nThử\n\n"
)
BODY = (
    "I. NHIỆM VỤ\n\n1. Sở A kiểm tra kho trước ngày 01/7/2027.\n\n"
    "2. Số hoá sổ\n\n- Trạm Y tế soạn mẫu biểu.\n\n- Công an xã hoà mạng nội bộ.\n"
)


def read(text: str) -> Plan:
    return parse(text_source(text))


def same_tasks(one: Plan, other: Plan) -> bool:
    return [(t.ref, t.lead, t.timing, t.summary) for t in one.tasks] == [
        (t.ref, t.lead, t.timing, t.summary) for t in other.tasks
    ]


@pytest.mark.parametrize(
    "changed",
    [
        (HEAD + BODY).replace("\n", "\r\n"),
        (HEAD + BODY).replace("\n", "\r"),
        unicodedata.normalize("NFD", HEAD + BODY),
        "\ufeff" + HEAD + BODY,
        HEAD + BODY.replace("kiểm tra kho", "kiểm tra *kho*").replace("I. NH", "**I. NH"),
        HEAD + BODY.replace("kiểm tra kho", "kiểm tra kho^{1}"),
        HEAD + BODY.replace("kho trước", "kho\n\n7\n\ntrước"),
        HEAD + BODY.replace("- ", "• "),
        HEAD + BODY.replace(" ", "\u00a0"),
    ],
    ids=["crlf", "cr", "nfd", "bom", "stars", "footnote", "page break", "bullets", "hard spaces"],
)
def test_the_same_plan_in_other_clothes_has_the_same_duties(changed: str) -> None:
    plain = read(HEAD + BODY)
    assert [task.ref for task in plain.tasks] == ["I.1", "I.2-1", "I.2-2"]
    assert same_tasks(read(changed), plain)


def test_a_sentence_goes_on_over_the_page_even_with_a_capital() -> None:
    cut = BODY.replace("soạn mẫu biểu.", "soạn mẫu biểu để trình\n\n3\n\nChủ tịch xã xem xét.")
    summaries = [task.summary for task in read(HEAD + cut).tasks]
    assert "Trạm Y tế soạn mẫu biểu để trình Chủ tịch xã xem xét" in summaries


def test_wrapped_lines_are_joined_and_items_kept_apart() -> None:
    body = (
        "I. NHIỆM VỤ\n1. Văn phòng Ủy ban nhân dân xã lập sổ theo dõi tài liệu mật, ghi đủ các\n"
        "cột và trình Chủ tịch ký.\n2. Công an xã tập huấn cho văn thư của các đơn vị thuộc xã\n"
        "trong quý III/2027.\n"
    )
    tasks = read(HEAD + body).tasks
    assert [task.lead for task in tasks] == [("Văn phòng Ủy ban nhân dân xã",), ("Công an xã",)]
    assert tasks[1].timing.due is not None


def test_a_number_and_a_day_may_be_blank() -> None:
    head = HEAD.replace("Số: 5", "Số:     ").replace("ngày 04 tháng 5", "ngày … tháng …")
    heading = read(head + BODY).plan
    assert (heading.number, heading.date) == (None, "2027")
    assert heading.number_raw == "Số: /KH-UBND"
    assert heading.issuer == "Ủy ban nhân dân xã Mẫu"


@pytest.mark.parametrize(
    "day", ["31 tháng 02 năm 2027", "04 tháng 5 năm 9999", "04 tháng 5 năm 0000"]
)
def test_a_day_that_cannot_be_counts_for_nothing(day: str) -> None:
    body = "I. NHIỆM VỤ\n1. Sở A tổng kết 05 năm thực hiện.\n2. Sở B nộp sổ trước ngày 01/7.\n"
    first, _ = read(HEAD.replace("04 tháng 5 năm 2027", day) + body).tasks
    assert first.timing.due is None
    assert first.timing.offset is not None


def test_mislabelled_letters_keep_what_is_printed() -> None:
    body = "I. NHIỆM VỤ\n1. Kho\na) Sở A quét dọn.\nb) Sở B sơn cửa.\nd) Sở C thay khóa.\n"
    assert [task.ref for task in read(HEAD + body).tasks] == ["I.1.a", "I.1.b", "I.1.d"]


def test_plus_signs_inherit_the_owner_of_the_heading() -> None:
    body = "I. NHIỆM VỤ\n1. Sở Y tế\n- Chủ trì, phối hợp với Sở B:\n+ Lập sổ.\n+ Mở lớp.\n"
    tasks = read(HEAD + body).tasks
    assert [task.ref for task in tasks] == ["I.1-1+1", "I.1-1+2"]
    assert {(task.lead, task.coordinate) for task in tasks} == {(("Sở Y tế",), ("Sở B",))}


def test_counted_items_within_a_paragraph_are_duties() -> None:
    body = "I. NHIỆM VỤ\n1. Sở Y tế có trách nhiệm: (1) Lập sổ; (2) Mở lớp trong quý II/2027.\n"
    tasks = read(HEAD + body).tasks
    assert [task.ref for task in tasks] == ["I.1(1)", "I.1(2)"]
    assert all(task.lead == ("Sở Y tế",) for task in tasks)


def test_purposes_are_no_duties() -> None:
    body = "I. MỤC ĐÍCH, YÊU CẦU\n1. Sở A nắm vững quy định.\n" + BODY.replace("I.", "II.", 1)
    assert all(task.ref.startswith("II.") for task in read(HEAD + body).tasks)


def test_a_bar_table_is_read() -> None:
    body = (
        "I. NHIỆM VỤ\n\n| STT | Nội dung | Chủ trì | Thời hạn |\n|---|---|---|---|\n"
        "| 1 | Lập sổ | Sở A, Sở B | 01/7/2027 |\n| 2 | Mở lớp | Sở C | |\n"
    )
    first, second = read(HEAD + body).tasks
    assert (first.ref, first.lead) == ("I.1", ("Sở A", "Sở B"))
    assert first.timing_text == "01/7/2027"
    assert (second.lead, second.timing_text) == (("Sở C",), None)


@pytest.mark.parametrize(
    "text",
    [
        "Ngày xửa ngày xưa có một người tiều phu.\nAnh ta sống trong rừng.",
        "KẾ HOẠCH\nThử\n",
        "QUYẾT ĐỊNH\nVề việc khen thưởng\n\nĐiều 1. Khen thưởng Sở A.\nĐiều 2. Sở B thi hành.",
        "a,b,c\n1,2,3\n",
    ],
)
def test_what_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises(NotAPlan):
        read(text)


@pytest.mark.parametrize("text", ["", " \n\t\n ", "7\n\n- 8 -\n"])
def test_nothing_is_refused(text: str) -> None:
    with pytest.raises(PlanHasNoText):
        text_source(text)


def test_too_much_text_is_refused() -> None:
    with pytest.raises(PlanTooLarge):
        text_source("a b\n" * 1_000_000)
