"""What is done to people and keys from the window: asks, does, shows the new sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bmnn_desktop.gui.people.acts_of_two import ActsOfTwo
from bmnn_desktop.gui.people.admit_dialog import AdmitDialog
from bmnn_desktop.gui.people.change_dialog import ChangeDialog
from bmnn_desktop.gui.people.own_dialog import OwnDialog
from bmnn_desktop.gui.people.rekey_dialog import RekeyDialog
from bmnn_desktop.gui.people.release_dialog import ReleaseDialog
from bmnn_desktop.gui.people.renew_dialog import RenewDialog
from bmnn_desktop.gui.people.revoke_dialog import RevokeDialog
from bmnn_desktop.gui.people.second_panel import SecondOf
from bmnn_desktop.gui.people.stick_dialog import StickDialog
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.change_passphrase import change_passphrase
from bmnn_desktop.services.change_person import change_person
from bmnn_desktop.services.enrol_stick import EnrolledStick, enrol_stick
from bmnn_desktop.services.rekey_person import rekey_person
from bmnn_desktop.services.release_person import release_person
from bmnn_desktop.services.renew_recovery import renew_recovery
from bmnn_desktop.services.revoke_person import revoke_person

if TYPE_CHECKING:
    from pathlib import Path

    from bmnn_desktop.gui.job import Jobs
    from bmnn_desktop.gui.people.form_dialog import FormDialog
    from bmnn_desktop.services.act_of_two import Settled
    from bmnn_desktop.services.list_people import Member
    from bmnn_desktop.services.office import Office
    from bmnn_desktop.services.second_person import SecondPerson
    from bmnn_desktop.services.stick_apart import StickMaker


class PeopleActs(ActsOfTwo):
    """`changed` says in words what was done."""

    changed = Signal(str)

    def __init__(
        self,
        parent: QWidget,
        office: Office,
        jobs: Jobs,
        second_of: SecondOf,
        lock: Callable[[], None],
    ) -> None:
        super().__init__(parent, office, jobs, second_of, lock)
        self._maker_of: Callable[[], StickMaker] = office.stick_maker

    def ask_to_admit(self, members: Sequence[Member]) -> None:
        """Ask who is to be admitted, and do it."""
        dialog = AdmitDialog(self._parent.window(), members, self._second_of, self._lock)
        dialog.confirmed.connect(
            lambda new, second: self._settle(
                dialog,
                second,
                self._office.write(admit_person, new, second=second),
                f"Đã thêm {new.name}.",
            )
        )
        dialog.open()

    def ask_to_rekey(self, member: Member, members: Sequence[Member]) -> None:
        """Ask for a new passphrase of somebody else, and give it."""
        dialog = RekeyDialog(self._parent.window(), member, members, self._second_of, self._lock)
        dialog.confirmed.connect(
            lambda passphrase, second: self._settle(
                dialog,
                second,
                self._office.write(rekey_person, member.login, passphrase, second=second),
                f"Đã cấp lại mật khẩu và khóa ký cho {member.name}.",
            )
        )
        dialog.open()

    def ask_to_change(self, member: Member, members: Sequence[Member]) -> None:
        """Ask for another name, post or roles of a person, and write them down."""
        dialog = ChangeDialog(self._parent.window(), member, members, self._second_of, self._lock)
        dialog.confirmed.connect(
            lambda name, post, roles, second: self._settle(
                dialog,
                second,
                self._office.write(
                    change_person, member.login, name=name, post=post, roles=roles, second=second
                ),
                f"Đã đổi thông tin của {name}; vai trò mới có từ lần mở khóa sau.",
            )
        )
        dialog.open()

    def ask_to_enrol(self, member: Member, members: Sequence[Member]) -> None:
        """Ask for the stick of a confirming person, and write the key onto it."""
        dialog = StickDialog(self._parent.window(), member, members, self._second_of, self._lock)

        def done(made: EnrolledStick) -> None:
            dialog.accept()
            self.changed.emit(
                f"Đã cấp USB ký cho {member.name}: {made.path}. Rút USB và giao người ấy giữ."
            )
            self._show_new(made.sheet)

        def enrol(place: Path, second: SecondPerson) -> None:
            maker = self._maker_of()
            dialog.ask_apart(maker.give_up)
            self._do(
                dialog,
                self._office.write(
                    enrol_stick, member.login, place=place, maker=maker, second=second
                ),
                done,
                second,
            )

        dialog.confirmed.connect(enrol)
        dialog.open()

    def ask_to_release(self, member: Member, members: Sequence[Member]) -> None:
        """Ask who signs that a person has handed everything over, and write it down."""
        dialog = ReleaseDialog(self._parent.window(), member, members, self._second_of, self._lock)
        dialog.confirmed.connect(
            lambda second: self._settle(
                dialog,
                second,
                self._office.write(release_person, member.login, second=second),
                f"Đã giải tỏa trách nhiệm giữ của {member.name}.",
            )
        )
        dialog.open()

    def ask_to_renew(self, members: Sequence[Member]) -> None:
        """Ask who signs, and replace the recovery sheet."""
        dialog = RenewDialog(self._parent.window(), members, self._second_of, self._lock)
        dialog.confirmed.connect(
            lambda second: self._settle(
                dialog,
                second,
                self._office.write(renew_recovery, second=second),
                "Đã cấp phiếu khóa khôi phục mới.",
                renews=True,
            )
        )
        dialog.open()

    def ask_for_own(self) -> None:
        """Ask for the old and a new passphrase, and change it."""
        dialog = OwnDialog(self._parent.window(), self._lock)

        def done(_entry: int) -> None:
            dialog.accept()
            self.changed.emit("Đã đổi mật khẩu của tôi.")

        dialog.confirmed.connect(
            lambda old, new: self._do(dialog, self._office.write(change_passphrase, old, new), done)
        )
        dialog.open()

    def ask_to_revoke(self, member: Member) -> None:
        """Ask for the reason, and take the right away; whoever takes his own is locked out."""
        dialog = RevokeDialog(self._parent.window(), member, self._lock)

        def done(_entry: int) -> None:
            dialog.accept()
            if member.is_you:
                self._lock()
            else:
                self.changed.emit(f"Đã thu hồi quyền của {member.name}.")

        dialog.confirmed.connect(
            lambda reason: self._do(
                dialog, self._office.write(revoke_person, member.login, reason=reason), done
            )
        )
        dialog.open()

    def _settle(
        self,
        dialog: FormDialog,
        second: SecondPerson,
        work: Future[Settled],
        words: str,
        *,
        renews: bool = False,
    ) -> None:
        def done(settled: Settled) -> None:
            dialog.accept()
            self.changed.emit(words)
            self._show_new(settled.sheet)

        self._do(dialog, work, done, second, renews=renews)
