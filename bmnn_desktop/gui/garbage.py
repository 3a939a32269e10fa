"""Python's garbage is collected on the GUI thread alone.

Python looks for cycles on whatever thread happens to allocate. A widget in a cycle then dies on the
vault's thread, and Qt waits there for the GUI thread, which waits for the vault: for ever.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500  # milliseconds


class Garbage(QObject):
    """Collects when Python itself would have, a little later."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_if_due)
        self._timer.start(_EVERY)


def collect_if_due() -> None:
    """Collect the oldest generation that has reached Python's own threshold."""
    limits = gc.get_threshold()
    for generation, count in reversed(list(enumerate(gc.get_count()))):
        if count > limits[generation]:
            gc.collect(generation)
            return
