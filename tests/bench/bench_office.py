"""A province office's five years: unlock, save, search, Hôm nay, verify.

python -m tests.bench --only office
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.bench.plan import OFFICE
from tests.bench.row import Row
from tests.bench.true_size import rows_of

SIZE = 42_500  # documents


def rows(size: int) -> Iterator[Row]:
    """Yield the measurements on a vault of `size` documents."""
    yield from rows_of(OFFICE.of(size))
