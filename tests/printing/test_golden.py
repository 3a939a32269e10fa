"""The layout does not move by itself.

Wanted changes: `python -m tests.printing.golden` makes the golden files anew; look at them.
"""

from __future__ import annotations

import re

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.printing.golden import FOLDER, LINES, PICTURES, picture_of, text_of

_MOVED = 0.3  # points
_RUN = re.compile(r"\s*([\d.-]+)\s+([\d.-]+)  (.*)")


def _runs(text: str) -> list[tuple[float, float, str]]:
    found = [_RUN.fullmatch(line) for line in text.splitlines()]
    return [(float(run[1]), float(run[2]), run[3]) if run else (0, 0, "page") for run in found]


@pytest.mark.parametrize("key", LINES)
def test_every_word_stands_where_it_stood(key: str) -> None:
    now, then = _runs(text_of(key)), _runs((FOLDER / f"{key}.txt").read_text("utf-8"))
    assert [text for *_, text in now] == [text for *_, text in then]
    moved = [
        (text, x, y, old_x, old_y)
        for (x, y, text), (old_x, old_y, _) in zip(now, then, strict=True)
        if abs(x - old_x) > _MOVED or abs(y - old_y) > _MOVED
    ]
    assert not moved


@pytest.mark.parametrize("name", PICTURES)
def test_pages_look_as_they_looked(name: str) -> None:
    now = picture_of(*PICTURES[name]())
    with Image.open(FOLDER / f"{name}.png") as file:
        then = file.convert("L")
    assert now.size == then.size
    blurred = [picture.filter(ImageFilter.BoxBlur(1)) for picture in (now, then)]
    apart = ImageChops.difference(*blurred)
    assert ImageStat.Stat(apart).mean[0] < 0.4
    assert max(level for level, count in enumerate(apart.histogram()) if count) < 60
