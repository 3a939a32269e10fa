"""Opens the previews of what can be printed; nothing of printing is loaded before the first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bmnn_desktop.registers import book as find_book

if TYPE_CHECKING:
    from bmnn_desktop.domain.document import Document
    from bmnn_desktop.gui.preview.subject import Subject
    from bmnn_desktop.gui.preview.window import PreviewWindow
    from bmnn_desktop.services.office import Office


class Previews:
    """The preview windows above `window`, each as large as it."""

    def __init__(self, window: QWidget, office: Office, lock: Callable[[], None]) -> None:
        self._window = window
        self._office = office
        self._lock = lock

    def show(self, subject: Subject) -> PreviewWindow:
        """Open the preview of anything that can be printed."""
        from bmnn_desktop.gui.preview.window import PreviewWindow  # noqa: PLC0415

        preview = PreviewWindow(subject, self._office, self._lock, self._window)
        preview.resize(self._window.size())
        preview.show()
        return preview

    def volume(self, key: str, year: int) -> PreviewWindow:
        """Open the preview of a book's volume."""
        from bmnn_desktop.gui.preview.subject import whole_volume  # noqa: PLC0415

        return self.show(whole_volume(self._office, find_book(key), year))

    def incoming_paper(self, kind: str, line: Document) -> PreviewWindow:
        """Open the preview of minutes, letter or slip about an incoming document."""
        from bmnn_desktop.gui.preview.subject import incoming_paper  # noqa: PLC0415
        from bmnn_desktop.gui.sheets.files import PrintFiles  # noqa: PLC0415

        out = PrintFiles(self._office.place).next(f"{line.book}-{line.year}-{line.seq_no}-{kind}")
        return self.show(incoming_paper(self._office, kind, line, out))

    def copying_paper(self, kind: str, order: int) -> PreviewWindow:
        """Open the preview of a paper about a copying order."""
        from bmnn_desktop.gui.preview.subject import copying_paper  # noqa: PLC0415
        from bmnn_desktop.gui.sheets.files import PrintFiles  # noqa: PLC0415

        out = PrintFiles(self._office.place).next(f"copying-{order}-{kind}")
        return self.show(copying_paper(self._office, kind, order, out))
