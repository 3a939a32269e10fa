"""Vietnamese has two spellings in Unicode; the house writes the composed one (NFC)."""

from __future__ import annotations

import unicodedata

from tests.house.tree import shown, tracked

TEXT = {".in", ".lock", ".md", ".py", ".qss", ".sql", ".svg", ".toml", ".ui"}


def test_every_text_file_is_composed() -> None:
    texts = [path for path in tracked() if path.suffix in TEXT]
    assert texts
    assert not [
        shown(path)
        for path in texts
        if not unicodedata.is_normalized("NFC", path.read_text("utf-8"))
    ]


def test_every_file_name_is_composed() -> None:
    assert not [
        name for path in tracked() if not unicodedata.is_normalized("NFC", name := str(path))
    ]
