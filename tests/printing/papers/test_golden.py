"""The layout of papers does not move by itself.

Wanted changes: `python -m tests.printing.papers.golden` makes the golden files anew; look at them.
"""

from __future__ import annotations

import re

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from tests.printing.golden import FOLDER, page_count, picture_of
from tests.printing.papers.golden import TEXT, papers, texts_of
from tests.printing.papers.invented import PAPERS

_MOVED = 0.3  # points
_RUN = re.compile(r"\s*([\d.-]+)\s+([\d.-]+)  (.*)")


@pytest.fixture(scope="module")
def pdfs() -> dict[str, bytes]:
    return papers()


def _runs(text: str) -> list[tuple[float, float, str]]:
    found = [(_RUN.fullmatch(line), line) for line in text.splitlines()]
    return [(float(run[1]), float(run[2]), run[3]) if run else (0, 0, line) for run, line in found]


def test_every_word_stands_where_it_stood(pdfs: dict[str, bytes]) -> None:
    now, then = _runs(texts_of(pdfs)), _runs(TEXT.read_text("utf-8"))
    assert [text for *_, text in now] == [text for *_, text in then]
    moved = [
        (text, x, y, old_x, old_y)
        for (x, y, text), (old_x, old_y, _) in zip(now, then, strict=True)
        if abs(x - old_x) > _MOVED or abs(y - old_y) > _MOVED
    ]
    assert not moved


@pytest.mark.parametrize("name", PAPERS)
def test_pages_look_as_they_looked(pdfs: dict[str, bytes], name: str) -> None:
    pictures = sorted(FOLDER.glob(f"papers-{name}-[0-9].png"))
    assert len(pictures) == page_count(pdfs[name])
    for page, path in enumerate(pictures):
        now = picture_of(pdfs[name], page)
        with Image.open(path) as file:
            then = file.convert("L")
        assert now.size == then.size
        apart = ImageChops.difference(
            *(each.filter(ImageFilter.BoxBlur(1)) for each in (now, then))
        )
        assert ImageStat.Stat(apart).mean[0] < 0.4
        assert max(level for level, count in enumerate(apart.histogram()) if count) < 60
