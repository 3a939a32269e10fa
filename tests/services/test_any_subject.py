"""Anything may be typed as a subject: it is refused with its reason, or printed readably.

Through the real entry and the real print; random Unicode from one seed, so that a failure repeats.
"""

from __future__ import annotations

import random
import sys
import unicodedata
from pathlib import Path

import pytest

from bmnn_desktop.errors import FieldsWrong, KnownError
from bmnn_desktop.services.office import Office
from tests.printing.reading import squeezed, texts
from tests.services.offices import add
from tests.services.paper import Desktop

_SEED = 20261124
_COUNT = 40
_LONGEST = 60
_LONG = "rất " * 200
_PLAIN = "aăâbcdđeêghiklmnoôơpqrstuưvxy0123456789"


def _subjects() -> list[str]:
    chance = random.Random(_SEED)
    ranges = ((0, 0x20), (0x20, 0x7F), (0xC0, 0x1EFF), (0x2000, 0x206F), (0x300, 0x36F))
    found = []
    for _ in range(_COUNT):
        letters = []
        for _ in range(chance.randrange(1, _LONGEST)):
            low, high = chance.choice([*ranges, (0x20, sys.maxunicode)])
            code = chance.randrange(low, high)
            if not 0xD800 <= code <= 0xDFFF:
                letters.append(chr(code))
        found.append("".join(letters))
    composed = unicodedata.normalize("NFD", "Ưỡn ẹo")
    return [*found, "😀", "\u202e", "\t\r\n\x0b", composed, _LONG]


def test_any_subject_is_refused_with_its_reason_or_printed(office: Office, tmp_path: Path) -> None:
    desktop = Desktop(office, tmp_path)
    kept: list[tuple[str, str]] = []
    reasons: list[str] = []
    for place, subject in enumerate(_subjects()):
        number = f"{place + 100}/KH"
        try:
            add(office, subject=subject, doc_number=number)
        except KnownError as reason:
            reasons.append(str(reason))
        else:
            kept.append((number, subject))
    assert all(reasons)
    assert len(kept) > _COUNT / 2
    assert kept[-1][1] == _LONG
    with pytest.raises(FieldsWrong, match="dài"):
        add(office, subject=_LONG * 13)  # more than ten thousand letters
    printed = desktop.go_on()
    assert printed.sheets > 1
    shown = squeezed("".join(texts((tmp_path / "in-0.pdf").read_bytes())))
    for number, subject in kept:
        assert number in shown
        composed = unicodedata.normalize("NFC", subject)
        assert {each for each in composed if each in _PLAIN} <= set(shown)
    assert "Ưỡnẹo" in shown
    assert shown.count("rất") == 200
    strange = {each for each in shown if unicodedata.category(each) in {"Cc", "Cf", "Co", "Cn"}}
    assert strange <= {"\ufffe", "\x02", "\xad"}  # hyphens at a line's end, as PDFium reads them
