"""The way out: nothing typed is lost unasked, work ends, the vault is closed, then the process."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPlainTextEdit, QWidget

from bmnn_desktop.errors import SwitchUnfinished
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.ask_unsaved import ask_unsaved
from bmnn_desktop.gui.job import Job, Jobs
from bmnn_desktop.gui.lock.curtain import true_title
from bmnn_desktop.gui.pages import KeepsDraft
from bmnn_desktop.services.broken_off import Work, note_broken_off

if TYPE_CHECKING:
    from bmnn_desktop.gui.main_window import MainWindow
    from bmnn_desktop.gui.pages import Page
    from bmnn_desktop.gui.register.page import RegisterPage

_PATIENCE = 3000  # milliseconds that a lock nobody asked for waits for the drafts
_READING = 60_000  # milliseconds that the last words stand; the keys go only with the process


class Leaving(QObject):
    """Quitting asks about unsaved text; locking never asks.

    The order of a lock: long work is told to stop; drafts are saved, after that work, on the one
    thread that writes; what was broken off is noted there; timers and windows end; the vault is
    closed, which finishes what is queued or rolls it back; the process is replaced.
    """

    begun = Signal()  # from here on there is no way back
    ended = Signal()  # the vault is closed

    def __init__(
        self, window: MainWindow, *, lock: Callable[[], None], quit_program: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._to_lock = lock
        self._to_quit = quit_program
        self._broken: list[Job] = []
        self.is_under_way = False
        self.is_over = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(lambda: self._lock_with(self._unsaved()))

    def lock(self) -> None:
        """Lock for somebody who is there: a draft that cannot be kept is told, and nothing ends."""
        if self.is_under_way:
            return
        self._break_off()
        self._keep_drafts(self._keeping(), (), self._lock_without)

    def keep_drafts(self, then: Callable[[], None]) -> None:
        """Keep what is typed, then call `then`; what cannot be kept is told and calls nothing."""
        self._keep_drafts(self._keeping(), (), lambda _kept: then())

    def lock_and_tell(self, words: str) -> None:
        """Lock a vault that takes nothing more; `words` are said once it is closed."""
        self.close_vault(self._to_lock, words)

    def lock_at_once(self) -> None:
        """Lock although nobody may be there: nothing keeps it from happening."""
        if not self.is_under_way and not self._patience.isActive():
            self._patience.start()
            self.lock()

    def quit(self) -> None:
        """Close the vault and end, asking first if text would be lost."""
        if self.is_under_way:
            return
        unsaved = next(iter(self._unsaved()), None)
        if unsaved is None:
            self.close_vault(self._to_quit)
            return
        page = cast("RegisterPage", unsaved)
        self._window.go(page.book.key)
        ask_unsaved(
            self._window,
            save=lambda: page.entering.save_and(lambda: self.close_vault(self._to_quit)),
            drop=lambda: self._drop(page),
        )

    def close_vault(self, then: Callable[[], None], words: str = "") -> None:
        """Stop timers and work, empty the screen, close the vault, say `words`, go."""
        if self.is_under_way:
            return
        self.is_under_way = True
        self._patience.stop()
        self.begun.emit()
        window = self._window
        for other in _other_windows(window):
            other.close()
        for page in window.made_pages():
            cast("Page", page).stop()
        window.ui.body.hide()
        window.jobs.new(
            lambda _: self._closed(then, words), lambda error: self._closed_badly(error, then)
        ).start(window.office.close)

    def _unsaved(self) -> list[QWidget]:
        return [page for page in self._window.made_pages() if cast("Page", page).has_unsaved_text]

    def _keeping(self) -> list[KeepsDraft]:
        return [page for page in self._unsaved() if isinstance(page, KeepsDraft)]

    def _break_off(self) -> None:
        """Tell the work that has a name to stop at its next step."""
        for jobs in self._window.findChildren(Jobs):
            for job in jobs.named():
                job.cancel()
                self._broken.append(job)

    def _keep_drafts(
        self,
        left: list[KeepsDraft],
        kept: Collection[object],
        then: Callable[[Collection[object]], None],
    ) -> None:
        """Keep what is typed, page by page, then go on with the pages that were kept."""
        if left:
            left[0].keep_draft(lambda: self._keep_drafts(left[1:], (*kept, left[0]), then))
        else:
            then(kept)

    def _lock_without(self, kept: Collection[object]) -> None:
        self._lock_with([page for page in self._unsaved() if page not in kept])

    def _lock_with(self, lost: list[QWidget]) -> None:
        """Note what the next session must be told, then close."""
        if self.is_under_way:
            return
        titles = [self._window.title_of(page) for page in lost]
        titles += [title for title in map(_typed_into, _other_windows(self._window)) if title]
        jobs = self._broken
        if jobs or titles:
            self._window.office.write(note_broken_off, lambda: _unfinished(jobs), titles)
        self.close_vault(self._to_lock)

    def _drop(self, page: RegisterPage) -> None:
        """Forget what was typed, its draft as well."""
        page.entering.draft.drop()
        self.close_vault(self._to_quit)

    def _closed(self, then: Callable[[], None], words: str) -> None:
        self._window.jobs.stop()
        self.is_over = True
        self._window.hide()
        self.ended.emit()
        if words:
            self._tell(words, then)
        else:
            then()

    def _closed_badly(self, error: BaseException, then: Callable[[], None]) -> None:
        """Go all the same: the vault is closed, and its next opening knows which keys count."""
        if isinstance(error, SwitchUnfinished):
            self._closed(then, str(error))
        else:
            self._window.jobs.refuse(error)

    def _tell(self, words: str, then: Callable[[], None]) -> None:
        box = QMessageBox(self._window)
        box.setObjectName("told_box")
        box.setIcon(QMessageBox.Icon.Information)
        box.setWindowTitle("Đổi toàn bộ khóa")
        box.setText(words)
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.finished.connect(lambda _: then())
        QTimer.singleShot(_READING, box, box.accept)
        box.open()


def _unfinished(jobs: list[Job]) -> list[Work]:
    """Return the work that ended without its result; asked on the thread that ended it."""
    return [job.work for job in jobs if job.work is not None and job.has_failed]


def _other_windows(window: QWidget) -> list[QWidget]:
    """Return what stands over `window`: dialogs, previews, lists, whoever opened them."""
    found = [one for one in window.findChildren(QWidget) if one.isWindow()]
    for over in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
        if over is not None and over is not window and over not in found:
            found.append(over)
    return found


def _typed_into(window: QWidget) -> str:
    """Return the title of a dialog that was typed into: it keeps no draft."""
    if not isinstance(window, AskDialog) or not window.isVisible():
        return ""
    lines = any(line.isModified() for line in window.findChildren(QLineEdit))
    texts = any(text.document().isModified() for text in window.findChildren(QPlainTextEdit))
    return true_title(window) if lines or texts else ""
