"""Whatever arrives, the parser answers or refuses, and soon."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bmnn_desktop.errors import KnownError
from bmnn_desktop.plans.docx_source import docx_source
from bmnn_desktop.plans.parse import parse
from bmnn_desktop.plans.text_source import text_source
from tests.plans.commune import commune_docx

SAMPLES = [
    path.read_text("utf-8") for path in sorted((Path(__file__).parent / "samples").glob("*.txt"))
]
PIECES = (
    "\n", "\n\n", "- ", "+ ", "a) ", "1. ", "1.1. ", "II. ", ": ", "; ", ". ", "(", ")", "|", "\t",
    "trước ngày ", "31/02/2026", "quý III", "tháng 13", "năm 0000", "ngày 99", "Đề nghị ",
    "phối hợp với ", "Sở ", "các ", "\0", "\u0301", "\u2028", "hằng năm ", "Nơi nhận:", "KẾ HOẠCH",
)  # fmt: skip


def answers(text: str) -> None:
    try:
        plan = parse(text_source(text))
    except KnownError:
        return
    assert plan.tasks
    refs = [task.ref for task in plan.tasks]
    assert all(refs)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=60))
def test_any_text_is_answered_or_refused(pieces: list[str]) -> None:
    answers("KẾ HOẠCH\nThử\n\nI. NHIỆM VỤ\n" + "".join(pieces))


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.integers(1, 25))
def test_a_garbled_plan_is_answered_or_refused(seed: int, changes: int) -> None:
    chance = random.Random(seed)
    letters = list(chance.choice(SAMPLES))
    for _ in range(changes):
        at = chance.randrange(len(letters))
        match chance.randrange(3):
            case 0:
                del letters[at : at + chance.randint(1, 60)]
            case 1:
                letters[at:at] = chance.choice(PIECES)
            case _:
                other = chance.randrange(len(letters))
                letters[at:at] = letters[other : other + 150]
        letters = letters or [" "]
    answers("".join(letters))


@settings(max_examples=80)
@given(st.data())
def test_a_garbled_docx_is_answered_or_refused(data: st.DataObject) -> None:
    raw = bytearray(commune_docx())
    for _ in range(data.draw(st.integers(1, 8))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        parse(docx_source(bytes(raw)))
    except KnownError:
        return


HEAD = "KẾ HOẠCH\nThử\n\nI. NHIỆM VỤ\n"


@pytest.mark.parametrize(
    "piece",
    ["các sở, ban, ", "hằng năm kinh phí ", "a; ", "phối hợp với Sở Y tế, ", "báo cáo về gửi ",
     "(1) a ", "1", " ", "Nếu ", "Căn cứ ", "thuộc UBND, ", "Thời hạn: "],
)  # fmt: skip
def test_time_grows_with_length_not_with_its_square(piece: str) -> None:
    def taken(length: int) -> float:
        text = HEAD + "1. " + piece * (length // len(piece)) + "\n2. Sở A làm.\n"
        start = time.process_time()
        answers(text)
        return time.process_time() - start

    assert taken(32_000) < 16 * max(taken(8_000), 0.02)
