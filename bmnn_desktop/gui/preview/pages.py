"""The pages of a preview: drawn one at a time off the GUI thread, the last few kept."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from bmnn_desktop.gui.job import Job, Jobs

_KEPT = 6
_PEN = QColor(255, 226, 92)


class Picture(Protocol):
    """A page as pixels: four bytes each, as QImage.Format_RGB32 has them."""

    @property
    def width(self) -> int:
        """Pixels across."""
        ...

    @property
    def height(self) -> int:
        """Pixels down."""
        ...

    @property
    def stride(self) -> int:
        """Bytes from row to row."""
        ...

    @property
    def data(self) -> bytes:
        """The rows from the top."""
        ...


class Hit(Protocol):
    """A page, and the shares of its width and height between which each letter stands."""

    @property
    def page(self) -> int:
        """The page, counted from 0."""
        ...

    @property
    def boxes(self) -> Sequence[tuple[float, float, float, float]]:
        """Left, top, right, bottom of every letter."""
        ...


class Preview(Protocol):
    """What the service gives: page pictures, safe to ask from one thread at a time."""

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        ...

    def picture(self, page: int, dpi: float) -> Picture:
        """Return a page, counted from 0."""
        ...

    def find(self, words: str, start: int) -> Hit | None:
        """Return where the pages say `words`, from `start` on."""
        ...

    def close(self) -> None:
        """Forget the document."""
        ...


class Pages:
    """Asks for one page at a time; a newer wish replaces the one that waits."""

    def __init__(self, preview: Preview, jobs: Jobs, show: Callable[[QImage], None]) -> None:
        self._preview = preview
        self._jobs = jobs
        self._show = show
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._wished: tuple[int, int] | None = None
        self._running: Job | None = None

    @property
    def count(self) -> int:
        """Return how many pages there are."""
        return self._preview.page_count

    def want(self, page: int, dpi: float) -> None:
        """Show `page` at `dpi` as soon as it is drawn."""
        self._wished = (page, round(dpi))
        self._go_on()

    def find(self, words: str, start: int, found: Callable[[Hit | None], None]) -> None:
        """Look for words from a page on, off the GUI thread."""
        self._jobs.new(found).start(lambda: self._preview.find(words, start))

    def close(self) -> None:
        """Forget the document; the jobs must have stopped."""
        self._preview.close()

    def _go_on(self) -> None:
        wish = self._wished
        if wish is None or self._running is not None:
            return
        if wish in self._kept:
            self._wished = None
            self._kept.move_to_end(wish)
            self._show(self._kept[wish])
            return
        job = self._jobs.new(lambda image: self._drawn(wish, image))
        job.settled.connect(self._free)
        self._running = job
        job.start(lambda: _image(self._preview.picture(*wish)))

    def _free(self) -> None:
        self._running = None

    def _drawn(self, wish: tuple[int, int], image: QImage) -> None:
        self._kept[wish] = image
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self._go_on()


def _image(picture: Picture) -> QImage:
    image = QImage(
        picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
    )
    return image.copy()  # the bytes above belong to the picture


def marked(image: QImage, hit: Hit) -> QImage:
    """Return a page with what was found on it marked as with a pen."""
    shown = image.copy()
    painter = QPainter(shown)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for left, top, right, bottom in hit.boxes:
        place = QRectF(left, top, right - left, bottom - top)
        painter.fillRect(QTransform.fromScale(shown.width(), shown.height()).mapRect(place), _PEN)
    painter.end()
    return shown
