"""New keys for the vault: asked, made, and spoken of only once the vault is closed under them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bmnn_desktop.errors import SheetUncertain, SwitchUnfinished
from bmnn_desktop.gui.people.new_keys_dialog import NewKeysDialog
from bmnn_desktop.gui.people.sheet_dialog import SheetDialog
from bmnn_desktop.services.begin_generation import GenerationBegun, begin_generation
from bmnn_desktop.services.broken_off import Work
from bmnn_desktop.services.second_person import RecoverySheetHolder

if TYPE_CHECKING:
    from bmnn_desktop.gui.main_window import MainWindow
    from bmnn_desktop.services.list_people import Member
    from bmnn_desktop.services.second_person import SecondPerson


class NewKeys(QObject):
    """One change of all keys, from the question to the locked door.

    What is typed is kept before: afterwards this vault takes nothing more. The switch is finished
    by closing the vault, so whether it was done is known, and told, only then.
    """

    def __init__(self, window: MainWindow, members: Sequence[Member]) -> None:
        super().__init__(window)
        self._window = window
        self.dialog = NewKeysDialog(window, members, window.office.second_person, window.lock)
        self.dialog.confirmed.connect(self._begin)
        self.dialog.destroyed.connect(self.deleteLater)
        self.dialog.open()

    def _begin(self, reason: str, second: SecondPerson) -> None:
        self._window.leaving.keep_drafts(lambda: self._make(reason, second))

    def _make(self, reason: str, second: SecondPerson) -> None:
        job = self._window.jobs.new(self._begun, self._refused, work=Work.NEW_KEYS)
        self.dialog.follow(job, second, brings_sheet=isinstance(second, RecoverySheetHolder))
        job.watch(
            self._window.office.write(
                begin_generation, reason=reason, second=second, progress=job.report
            )
        )

    def _begun(self, begun: GenerationBegun) -> None:
        leaving, words = self._window.leaving, _words(begun)
        if begun.sheet is None:
            leaving.lock_and_tell(words)
            return
        # The vault takes nothing more, but stays open behind the sheet until it was copied.
        shown = SheetDialog(self._window, begun.sheet, is_certain=begun.is_certain)
        shown.accepted.connect(lambda: leaving.lock_and_tell(words))
        self.dialog.accept()
        shown.open()

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, SwitchUnfinished):
            self._window.leaving.lock_and_tell(str(error))
        else:
            self.dialog.refuse(error)


def _words(begun: GenerationBegun) -> str:
    if not begun.is_certain:
        return str(SheetUncertain(where="vừa chép"))
    sheet = "phiếu khóa khôi phục cũng vậy" if begun.sheet is None else "phiếu mới thay phiếu cũ"
    words = (
        f"Đã đổi toàn bộ khóa của kho sổ, thế hệ {begun.generation}. Mật khẩu và USB ký dùng như "
        f"cũ, {sheet}."
    )
    if begun.dropped:
        words += f"\n\nĐã bỏ đường vào cũ của: {', '.join(begun.dropped)}."
    return words
