"""Vietnamese has two spellings in Unicode; the house writes the composed one (NFC)."""

from __future__ import annotations

import unicodedata

from tests.house.tree import shown, tracked


def test_every_tracked_text_file_is_nfc_and_utf8() -> None:
    wrong = []
    seen = 0
    for path in tracked():
        content = path.read_bytes()
        if b"\0" in content or path.suffix in {".pdf", ".age"}:
            continue  # pictures, fonts, databases
        seen += 1
        if not unicodedata.is_normalized("NFC", content.decode("utf-8")):
            wrong.append(shown(path))
    assert seen
    assert not wrong


def test_every_tracked_name_is_nfc() -> None:
    assert not [
        name for path in tracked() if not unicodedata.is_normalized("NFC", name := str(path))
    ]
