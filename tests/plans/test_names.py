"""Names of bodies: where they end, and which commas part them."""

from __future__ import annotations

import pytest

from bmnn_desktop.plans.agency import scan
from bmnn_desktop.plans.label import Label, Labelled, read_label, split_inline
from bmnn_desktop.plans.roles import Roles, clause_roles, heading_roles, label_roles

RUNNING = {
    "Sở Xây dựng tổ chức thi": ["Sở Xây dựng"],
    "Sở Thông tin và Truyền thông, Sở Y tế hướng dẫn": [
        "Sở Thông tin và Truyền thông",
        "Sở Y tế",
    ],
    "các phòng, ban, đoàn thể và UBND các xã lập danh sách": [
        "các phòng, ban, đoàn thể",
        "UBND các xã",
    ],
    "Văn phòng HĐND và UBND xã trình": ["Văn phòng HĐND và UBND xã"],
    "Phòng Văn hóa - Xã hội mở lớp": ["Phòng Văn hóa - Xã hội"],
    "Thủ trưởng các đơn vị; Chủ tịch UBND xã và người đứng đầu các hội có trách nhiệm": [
        "Thủ trưởng các đơn vị",
        "Chủ tịch UBND xã",
        "người đứng đầu các hội",
    ],
    "các ban thuộc Tỉnh ủy, HĐND tỉnh và UBND tỉnh rà soát": [
        "các ban thuộc Tỉnh ủy, HĐND tỉnh và UBND tỉnh"
    ],
    "các chi cục thuộc UBND tỉnh, UBND cấp xã và Kho bạc Nhà nước rà soát": [
        "các chi cục thuộc UBND tỉnh",
        "UBND cấp xã",
        "Kho bạc Nhà nước",
    ],
    "Tổ chức hội nghị": [],
    "Ban hành nội quy": [],
    "Phòng, chống cháy": [],
    "Báo cáo kết quả": [],
    "Hội nghị sơ kết": [],
}


@pytest.mark.parametrize("text", RUNNING)
def test_a_name_ends_before_its_predicate(text: str) -> None:
    assert list(scan(text).names) == RUNNING[text]


CLAUSES = {
    "Công an xã chủ trì, phối hợp với Trạm Y tế, các thôn tuần tra": Roles(
        ("Công an xã",), ("Trạm Y tế", "các thôn")
    ),
    "Giao Phòng Kinh tế phối hợp các đơn vị liên quan lập dự toán": Roles(
        ("Phòng Kinh tế",), ("các đơn vị liên quan",)
    ),
    "Đề nghị Tòa án nhân dân tỉnh và Viện Kiểm sát nhân dân tỉnh quán triệt": Roles(
        requested=("Tòa án nhân dân tỉnh", "Viện Kiểm sát nhân dân tỉnh")
    ),
    "Căn cứ Quy chế này, các trường học ban hành nội quy": Roles(("các trường học",)),
    "Phối hợp chặt chẽ với Sở Y tế kiểm tra": Roles(coordinate=("Sở Y tế",)),
    "Nâng cao ý thức giữ bí mật": Roles(),
    "Việc kiểm kê do Văn phòng chủ trì": Roles(("Văn phòng",)),
    "Tự kiểm tra: các tổ tự kiểm tra sổ": Roles(("các tổ",)),
}


@pytest.mark.parametrize("text", CLAUSES)
def test_the_roles_of_a_clause(text: str) -> None:
    assert clause_roles(text).roles == CLAUSES[text]


def test_a_heading_may_name_the_owner() -> None:
    assert heading_roles("Trách nhiệm của Sở Y tế").lead == ("Sở Y tế",)
    assert heading_roles("Đề nghị Báo Lam Sơn").requested == ("Báo Lam Sơn",)
    assert not heading_roles("Công tác tuyên truyền").is_named


def test_joint_owners_behind_a_label_all_lead() -> None:
    found = label_roles(Labelled(Label.OWNERS, "Sở A, các huyện (trừ huyện đảo) và Báo Lam Sơn."))
    assert found == Roles(("Sở A", "các huyện", "Báo Lam Sơn"))


def test_roles_may_be_mixed_behind_a_label() -> None:
    found = label_roles(Labelled(Label.OWNERS, "Sở A chủ trì, phối hợp với Sở B.\nĐề nghị Sở C."))
    assert found == Roles(("Sở A",), ("Sở B",), ("Sở C",))


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Đơn vị chủ trì: Sở A", Label.LEAD),
        ("Cơ quan, đơn vị phối hợp: Sở B", Label.COORDINATE),
        ("Thời hạn hoàn thành: quý I", Label.DONE_BY),
        ("Thời gian thực hiện: quý I", Label.DURING),
        ("Sản phẩm: báo cáo", Label.DELIVERABLE),
        ("Phối hợp với Sở B làm", None),
        ("Thời gian qua có nhiều sai sót", None),
    ],
)
def test_a_label_is_known_by_its_words_and_colon(text: str, label: Label | None) -> None:
    found = read_label(text)
    assert (found.label if found else None) == label


def test_labels_in_the_midst_of_a_paragraph_are_found() -> None:
    text, labels = split_inline("Mua tủ. Thời hạn: 01/7/2027. Đơn vị chủ trì: Sở A.")
    assert text == "Mua tủ."
    assert labels == [
        Labelled(Label.DONE_BY, "01/7/2027"),
        Labelled(Label.LEAD, "Sở A"),
    ]
