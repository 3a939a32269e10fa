"""What is done about sticks from the window: asks, does, says what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from bmnn_desktop.gui.media.enrol_dialog import EnrolDialog
from bmnn_desktop.gui.media.withdraw_dialog import WithdrawDialog
from bmnn_desktop.gui.people.acts_of_two import ActsOfTwo
from bmnn_desktop.services.enrol_medium import EnrolledMedium, enrol_medium
from bmnn_desktop.services.read_inward import InwardFile, read_inward
from bmnn_desktop.services.recheck_backup import Rechecked, recheck_backup
from bmnn_desktop.services.withdraw_medium import withdraw_medium

if TYPE_CHECKING:
    from bmnn_desktop.gui.job import Job
    from bmnn_desktop.services.act_of_two import Settled
    from bmnn_desktop.services.list_media import Listed, PluggedIn
    from bmnn_desktop.services.list_people import Member


class MediaActs(ActsOfTwo):
    """`changed` says in words what was done; `reading`: a job whose progress is to be shown."""

    changed = Signal(str)
    reading = Signal(object)

    def ask_to_enrol(self, plugged: Sequence[PluggedIn], members: Sequence[Member]) -> None:
        """Ask which stick, what stands on its label, who signs; enrol it."""
        dialog = EnrolDialog(self._parent.window(), plugged, members, self._second_of, self._lock)

        def done(made: EnrolledMedium) -> None:
            dialog.accept()
            self.changed.emit(
                f"Đã duyệt USB số {made.inventory_no}. Ghi số và độ mật lên nhãn USB."
            )
            self._show_new(made.sheet)

        dialog.confirmed.connect(
            lambda place, new, second: self._do(
                dialog, self._office.write(enrol_medium, place, new, second=second), done, second
            )
        )
        dialog.open()

    def ask_to_withdraw(self, stick: Listed, members: Sequence[Member]) -> None:
        """Ask why and who signs; use the stick no more."""
        dialog = WithdrawDialog(self._parent.window(), stick, members, self._second_of, self._lock)

        def done(settled: Settled) -> None:
            dialog.accept()
            self.changed.emit(f"Đã ghi thôi dùng USB số {stick.inventory_no}.")
            self._show_new(settled.sheet)

        dialog.confirmed.connect(
            lambda why, reason, second: self._do(
                dialog,
                self._office.write(
                    withdraw_medium, stick.inventory_no, why, reason=reason, second=second
                ),
                done,
                second,
            )
        )
        dialog.open()

    def recheck(self, place: Path) -> Job:
        """Read the backup there that was not read for the longest time."""

        def done(found: Rechecked) -> None:
            self.changed.emit(f"Bản sao lưu số {found.number} vẫn đúng từng byte.")

        job = self._jobs.new(done)
        self.reading.emit(job)
        job.watch(self._office.write(recheck_backup, place, progress=job.report))
        return job

    def read_file(self, path: Path) -> None:
        """Read one file from an inward stick."""

        def done(read: InwardFile) -> None:
            self.changed.emit(
                f"Đã đọc {read.size} byte và ghi nhật ký. SHA-256: {read.sha256[:16]}…"
            )

        self._jobs.new(done).watch(self._office.write(read_inward, path))
