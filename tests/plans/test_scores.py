"""Annotated plans: what the parser must find in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bmnn_desktop.domain.plan import Plan
from bmnn_desktop.plans.docx_source import docx_source
from bmnn_desktop.plans.parse import parse
from bmnn_desktop.plans.text_source import text_source
from tests.plans.commune import commune_docx
from tests.plans.scoring import figures, read

SAMPLES = Path(__file__).parent / "samples"
REAL = Path(__file__).resolve().parents[3] / "shared" / "plans"
LEAST = {
    "paragraph_f1": 0.95,
    "lead_f1": 0.95,
    "coordinate_f1": 0.90,
    "requested_f1": 0.90,
    "timing_kind": 0.95,
    "due_date": 1.0,
    "heading": 1.0,
}


def read_text(path: Path) -> Plan:
    return parse(text_source(path.read_text("utf-8")))


def missed(found: dict[str, float]) -> dict[str, float]:
    return {name: found[name] for name, least in LEAST.items() if found[name] < least}


@pytest.mark.parametrize("name", ["ministry", "party", "school", "storehouse", "sea_office"])
def test_an_invented_plan_is_read_as_a_person_reads_it(name: str) -> None:
    plan = read_text(SAMPLES / f"{name}.txt")
    assert not missed(figures(plan, read(SAMPLES / f"{name}.json")))


def test_a_docx_with_counted_lists_and_a_table_is_read_as_a_person_reads_it() -> None:
    plan = parse(docx_source(commune_docx()))
    assert not missed(figures(plan, read(SAMPLES / "commune.json")))


@pytest.mark.skipif(not REAL.is_dir(), reason="the real plans are not part of the checkout")
@pytest.mark.parametrize("prefix", ["000", "001", "002"])
def test_a_real_plan_is_read_as_a_person_reads_it(prefix: str) -> None:
    text = next(REAL.glob(f"{prefix}-*.txt"))
    assert not missed(figures(read_text(text), read(text.with_suffix(".json"))))


@pytest.mark.skipif(not REAL.is_dir(), reason="the real plans are not part of the checkout")
def test_no_sentence_of_a_real_plan_stands_in_code_or_tests() -> None:
    root = Path(__file__).resolve().parents[2]
    own = "\n".join(
        path.read_text("utf-8")
        for folder in (root / "bmnn_desktop", root / "tests")
        for path in folder.rglob("*")
        if path.suffix in {".py", ".txt", ".json", ".toml"}
    )
    eight_words = {
        " ".join(words[index : index + 12])
        for text in REAL.glob("*.txt")
        for line in text.read_text("utf-8").splitlines()
        for words in [line.split()]
        for index in range(len(words) - 11)
    }
    assert not [words for words in eight_words if words in own]


def test_a_decision_carries_its_plan() -> None:
    heading = read_text(SAMPLES / "ministry.txt").plan
    assert heading.type == "Quyết định"
    assert heading.number == "615/QĐ-BTL"
    assert heading.attached is not None
    assert heading.attached.type == "Kế hoạch"
    assert heading.attached.title == "Làm sạch hồ sơ mật của Bộ Thủy lâm năm 2026"
    assert heading.signer.name == "Đoàn Bích Sam"
    assert "Nghị định 901/2025/NĐ-CP 20/12/2025" in heading.based_on


def test_recipients_and_signer_are_read() -> None:
    heading = read_text(SAMPLES / "party.txt").plan
    assert heading.recipients == (
        "Thường trực Tỉnh ủy (để báo cáo)",
        "Các chi bộ, đảng bộ cơ sở",
        "Lưu Văn phòng Huyện ủy",
    )
    assert heading.signer.capacity == "T/M BAN THƯỜNG VỤ / PHÓ BÍ THƯ"
    assert heading.signer.name == "Kiều Thị Mận"


def test_a_tentative_date_is_marked() -> None:
    tasks = {task.ref: task for task in read_text(SAMPLES / "ministry.txt").tasks}
    assert tasks["II.3.a"].timing.tentative
    assert tasks["II.1.a"].deliverable == "Bảng kê hồ sơ"
    assert not tasks["II.1.a"].timing.tentative


def test_reports_and_funding_stand_apart_from_the_work() -> None:
    plan = read_text(SAMPLES / "ministry.txt")
    reports = {report.ref: report for report in plan.reporting_duties}
    assert reports["IV.1"].to == "Văn phòng Bộ"
    assert reports["IV.1"].timing.kind == "recurring_quarterly"
    assert reports["IV.4"].to == "Văn phòng Bộ"
    assert [line.partition(":")[0] for line in plan.funding] == ["III.1", "III.2"]
