"""Below the recipients: the saved lists, to be taken with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from bmnn_desktop.services.distribution_lists import DistributionList

_GAP = 2
_WIDTH = 420
_MOST_LINES = 8
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListsPopup(QFrame):
    """Enter takes the chosen list, F8 saves what is typed as one, Ctrl+E changes it."""

    taken = Signal(object)  # DistributionList
    edit_wanted = Signal(object)
    save_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self._lists: tuple[DistributionList, ...] = ()
        self._names = QStringListModel(self)
        self.view = QListView(self)
        self.view.setModel(self._names)
        self.view.setProperty("role", "suggestions")
        self.view.setAccessibleName("Danh sách nơi nhận mẫu")
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.clicked.connect(self._clicked)
        empty = QLabel("Chưa có danh sách nào.", self)
        empty.setProperty("role", "quiet")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        self.save_button = self._make_button("Lưu nơi nhận đang gõ…   F8")
        self.edit_button = self._make_button("Sửa, bỏ danh sách…   Ctrl+E")
        self.save_button.clicked.connect(self._save)
        self.edit_button.clicked.connect(self._edit)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(4, 2, 4, 4)
        buttons.setSpacing(4)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.edit_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._stack)
        column.addLayout(buttons)
        self.setFocusProxy(self.view)

    def shown(self) -> list[str]:
        """Return the lists that are offered, as they are shown."""
        return self._names.stringList()

    def open_at(
        self, field: QWidget, lists: tuple[DistributionList, ...], *, can_save: bool
    ) -> None:
        """Offer `lists` below `field`, the first one chosen."""
        self._lists = lists
        self._names.setStringList([f"{one.name}  ({len(one.members)})" for one in lists])
        self.view.setCurrentIndex(self._names.index(0))
        self._stack.setCurrentIndex(int(not lists))
        self.save_button.setEnabled(can_save)
        self.edit_button.setEnabled(bool(lists))
        self._place(field)
        self.show()
        self.view.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keep every key from the shortcuts of the page: Esc closes the list, not the form."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the keys of the list do not."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in _ENTER:
            self._take()
        elif event.key() == Qt.Key.Key_F8:
            self._save()
        elif event.key() == Qt.Key.Key_E and ctrl:
            self._edit()
        else:
            super().keyPressEvent(event)

    def _chosen(self) -> DistributionList | None:
        row = self.view.currentIndex().row()
        return self._lists[row] if 0 <= row < len(self._lists) else None

    def _take(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.close()
            self.taken.emit(chosen)

    def _edit(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.close()
            self.edit_wanted.emit(chosen)

    def _save(self) -> None:
        if self.save_button.isEnabled():
            self.close()
            self.save_wanted.emit()

    def _clicked(self, _index: QModelIndex) -> None:
        self._take()

    def _make_button(self, words: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("role", "quiet")
        button.setAutoDefault(False)
        return button

    def _place(self, field: QWidget) -> None:
        """Lie below the field, above it where the screen ends."""
        self.ensurePolished()
        lines = max(1, min(len(self._lists), _MOST_LINES))
        row = max(self.view.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 8)
        self._stack.setFixedHeight(lines * row + 4)
        height = self.sizeHint().height()
        width = max(_WIDTH, self.sizeHint().width())
        screen = field.screen().availableGeometry()
        at = QRect(field.mapToGlobal(QPoint(0, 0)), field.size())
        top = at.bottom() + 1 + _GAP
        if top + height > screen.bottom():
            top = max(screen.top(), at.top() - _GAP - height)
        left = max(screen.left(), min(at.left(), screen.right() - width))
        self.setGeometry(left, top, width, height)
