"""A process of its own that opens a window and tells when it stood on the screen.

python -m tests.bench.start_run BEGUN [VAULT] prints the milliseconds from BEGUN, a moment of the
monotonic clock in nanoseconds, until the first paint: of the unlock window of VAULT as the program
opens it, or of a bare PySide6 window with the same few widgets.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path


def main(begun: int, vault: Path | None) -> None:
    """Open and print."""
    if vault is None:
        _open_bare(begun)
    else:
        _open_door(begun, vault)


def _open_door(begun: int, vault: Path) -> None:
    from bmnn_desktop import no_network  # noqa: PLC0415  (what is loaded is what is measured)

    no_network.enter()
    from bmnn_desktop import app  # noqa: PLC0415
    from bmnn_desktop.wiring import Wiring  # noqa: PLC0415

    app.open_window(Wiring(), vault, lambda: None, lambda: _tell(begun))


def _open_bare(begun: int) -> None:
    from PySide6.QtCore import QTimer  # noqa: PLC0415
    from PySide6.QtWidgets import (  # noqa: PLC0415
        QApplication,
        QComboBox,
        QLabel,
        QLineEdit,
        QPushButton,
        QVBoxLayout,
        QWidget,
    )

    app = QApplication(["bare"])
    window = QWidget()
    layout = QVBoxLayout(window)
    for made in (QLabel("Mở kho sổ"), QComboBox(), QLineEdit(), QPushButton("Mở kho sổ")):
        layout.addWidget(made)
    window.resize(1366, 768)
    window.show()
    QTimer.singleShot(0, lambda: _tell(begun))
    app.exec()


def _tell(begun: int) -> None:
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    QApplication.processEvents()  # paints
    print((time.monotonic_ns() - begun) / 1e6, flush=True)
    os._exit(0)  # nothing was written


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
