"""Drawing on a page or a shared drawing: text at a place, lines, boxes.

In points from the lower left corner.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bmnn_desktop.printing.face import Face, Text
from bmnn_desktop.printing.tags import Element

MM = 72 / 25.4
_STRIKE = 0.27  # height of the strike over the baseline, in sizes


class Ink:
    """A growing content stream."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._is_artifact = False
        self.marks: list[Element] = []  # what the marked pieces belong to, in order

    def add(self, code: str) -> None:
        """Append operators as they are."""
        self._parts.append(code)

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Let what is drawn now be read as a piece of `element`."""
        if self._is_artifact:
            yield
            return
        self._parts.append(f"/{element.role} << /MCID {len(self.marks)} >> BDC")
        self.marks.append(element)
        yield
        self._parts.append("EMC")

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Let what is drawn now not be read: it comes again on every page, or is no text."""
        self._parts.append("/Artifact BMC")
        self._is_artifact = True
        yield
        self._is_artifact = False
        self._parts.append("EMC")

    def show(self, name: str) -> None:
        """Show a shared drawing."""
        self._parts.append(f"/Artifact BMC /{name} Do EMC")

    def show_moved(self, name: str, right: float, up: float) -> None:
        """Show a shared drawing away from where it was drawn."""
        self._parts.append(f"/Artifact BMC q 1 0 0 1 {right:.2f} {up:.2f} cm /{name} Do Q EMC")

    def text(self, face: Face, size: float, x: float, y: float, text: Text | str) -> float:
        """Show `text` from `x` on; return where it ends."""
        line = face.text(text, size) if isinstance(text, str) else text
        if line.shown:
            self._parts.append(f"BT {face.name} {size:g} Tf {x:.2f} {y:.2f} Td {line.shown} ET")
        return x + line.width * size / 1000

    def centred(self, face: Face, size: float, x: float, y: float, text: Text | str) -> float:
        """Show `text` with its middle at `x`; return its width."""
        line = face.text(text, size) if isinstance(text, str) else text
        width = line.width * size / 1000
        self.text(face, size, x - width / 2, y, line)
        return width

    def right(self, face: Face, size: float, x: float, y: float, text: Text | str) -> float:
        """Show `text` so that it ends at `x`; return where it begins."""
        line = face.text(text, size) if isinstance(text, str) else text
        start = x - line.width * size / 1000
        self.text(face, size, start, y, line)
        return start

    def line(self, x1: float, y1: float, x2: float, y2: float, thick: float = 0.5) -> None:
        """Draw a straight line."""
        self._parts.append(f"{thick:g} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def dots(self, x1: float, y: float, x2: float) -> None:
        """Draw a dotted line to write on."""
        self._parts.append(f"q {dotted([(x1, x2, y)])} Q")

    def box(self, x: float, y: float, width: float, height: float, thick: float) -> None:
        """Draw a frame."""
        self._parts.append(f"{thick:g} w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def fill(
        self, x: float, y: float, width: float, height: float, colour: tuple[float, float, float]
    ) -> None:
        """Fill a rectangle; what follows is black again."""
        red, green, blue = colour
        self._parts.append(
            f"q {red:g} {green:g} {blue:g} rg {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f Q"
        )

    @property
    def operators(self) -> str:
        """Return what was drawn so far."""
        return "\n".join(self._parts)

    def code(self) -> bytes:
        """Return the content stream."""
        return self.operators.encode("latin-1")


def dotted(lines: list[tuple[float, float, float]]) -> str:
    """Return operators for dotted lines (x1, x2, y); the caller saves and restores the state."""
    path = " ".join([f"{x1:.2f} {y:.2f} m {x2:.2f} {y:.2f} l" for x1, x2, y in lines])
    return f"1 J 0.7 w [0 2.2] 0 d {path} S"


def struck(lines: list[tuple[float, float, float]], size: float) -> str:
    """Return operators that strike through text with baselines (x1, x2, y)."""
    up = size * _STRIKE
    path = " ".join([f"{x1:.2f} {y + up:.2f} m {x2:.2f} {y + up:.2f} l" for x1, x2, y in lines])
    return f"q 0.8 w {path} S Q"
