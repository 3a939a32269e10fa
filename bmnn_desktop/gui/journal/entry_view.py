"""One entry beside the list: who, when, why, old and new side by side, what it answers."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.gui.appearance import colours
from bmnn_desktop.services.list_entries import EntryLine
from bmnn_desktop.services.show_entry import EntryCard, RowChange

_SCHEME = "entry"
_NOTHING = "để trống"
_ASK = "Chọn một mục để xem ai ký, lúc nào, giá trị cũ và mới."


class EntryView(QTextBrowser):
    """Reads only: nothing can be selected, so nothing reaches the clipboard."""

    entry_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry_view")
        self.setAccessibleName("Mục đang xem")
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.document().setDocumentMargin(14)
        self.anchorClicked.connect(self._followed)
        self.clear_card()

    def clear_card(self) -> None:
        """Show that nothing is chosen."""
        self.setHtml(f"<p style='color:{self._tone('quiet')}'>{escape(_ASK)}</p>")

    def show_card(self, card: EntryCard) -> None:
        """Show an entry in place of the one before."""
        line = card.line
        when = f"{line.time.astimezone(VIETNAM):%H:%M:%S ngày %d/%m/%Y}"
        facts = [
            ("Người ký", line.name),
            ("Lúc", f"{when}, giờ Việt Nam theo đồng hồ máy"),
            ("Tính chất", card.kind_label),
            ("Lý do", line.reason),
        ]
        parts = [
            f"<p style='font-size:11pt; font-weight:600'>Mục {line.seq}</p>",
            f"<p>{escape(line.words)}</p>",
            self._table([(label, value) for label, value in facts if value]),
        ]
        parts += self._links("Trả lời cho", card.answers)
        parts += self._links("Được trả lời ở", card.answered_by)
        parts += [self._change(change) for change in card.changes]
        if card.rows_left:
            parts.append(self._quiet(f"Còn {card.rows_left} dòng của mục này không kê ở đây."))
        elif not card.changes:
            parts.append(self._quiet("Mục này không ghi thêm giá trị nào."))
        self.setHtml("".join(parts))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the clipboard nothing: select all and copy would take everything, links or not."""
        return QMimeData()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Refuse to select and to copy."""
        keys = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)
        if not any(event.matches(key) for key in keys):
            super().keyPressEvent(event)

    def _change(self, change: RowChange) -> str:
        head = f"<p style='font-weight:600; margin-top:14px'>{escape(change.title)}</p>"
        if change.is_new:
            return head + self._table([(value.label, value.new) for value in change.values])
        rows = [(value.label, value.old, value.new) for value in change.values]
        return head + self._table([("", "Cũ", "Mới"), *rows], has_head=True)

    def _table(self, rows: list[tuple[str, ...]], *, has_head: bool = False) -> str:
        """Return rows whose first cell is a label."""
        quiet = self._tone("quiet")
        widths = ("30%", "35%", "35%") if has_head else ("30%", "70%")
        lines = []
        for place, row in enumerate(rows):
            cells = [f"<td width='{widths[0]}' style='color:{quiet}'>{escape(row[0])}</td>"]
            for width, words in zip(widths[1:], row[1:], strict=True):
                shown = escape(words).replace("\n", "<br>")
                if not words:
                    shown = f"<span style='color:{quiet}'>{_NOTHING}</span>"
                elif has_head and place == 0:
                    shown = f"<b>{shown}</b>"
                cells.append(f"<td width='{width}'>{shown}</td>")
            ground = f" bgcolor='{self._tone('hover')}'" if has_head and place == 0 else ""
            lines.append(f"<tr{ground}>{''.join(cells)}</tr>")
        return f"<table width='100%' cellspacing='0' cellpadding='4'>{''.join(lines)}</table>"

    def _links(self, title: str, lines: tuple[EntryLine, ...]) -> list[str]:
        accent = self._tone("accent")
        return [
            f"<p>{escape(title)} <a style='color:{accent}' href='{_SCHEME}:{line.seq}'>mục "
            f"{line.seq}</a> ({escape(line.name)}): {escape(line.words)}</p>"
            for line in lines
        ]

    def _quiet(self, words: str) -> str:
        return f"<p style='color:{self._tone('quiet')}'>{escape(words)}</p>"

    def _followed(self, link: QUrl) -> None:
        if link.scheme() == _SCHEME:
            self.entry_wanted.emit(int(link.path()))

    @staticmethod
    def _tone(name: str) -> str:
        return colours(QApplication.palette())[name]
