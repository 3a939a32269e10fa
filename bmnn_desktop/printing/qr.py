"""The anchor code as a QR square, for a phone or a reader beside the verifying computer."""

from __future__ import annotations

from itertools import groupby

from bmnn_desktop.printing.ink import Ink

_QUIET = 4  # modules of white around, as the standard asks


def draw_qr(ink: Ink, content: str, x: float, y: float, side: float) -> None:
    """Draw `content` in a square of `side` whose lower left corner is (x, y)."""
    # here and not at the top: it draws in all of ReportLab's page layout, a fifth of a second
    # that a preview need not pay
    from reportlab.graphics.barcode import qrencoder  # noqa: PLC0415

    square = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.Q)
    square.addData(content)
    square.make()
    module = side / (square.getModuleCount() + 2 * _QUIET)
    for row, modules in enumerate(square.modules):
        column = 0
        top = y + side - (row + _QUIET + 1) * module
        for dark, run in groupby(map(bool, modules)):
            length = len(list(run))
            if dark:
                start = x + (column + _QUIET) * module
                ink.add(f"{start:.3f} {top:.3f} {length * module:.3f} {module:.3f} re")
            column += length
    ink.add("f")
