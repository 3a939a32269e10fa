"""A commune's ten years: unlock, save, search, Hôm nay, verify.

python -m tests.bench --only commune
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.plan import COMMUNE
from tests.bench.row import Row
from tests.bench.true_size import rows_of

SIZE = 3_200  # documents


def rows(size: int) -> Iterator[Row]:
    """Yield the measurements on a vault of `size` documents."""
    yield from rows_of(COMMUNE.of(size))
