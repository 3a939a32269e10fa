"""Người dùng kho sổ: who has or had a key, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.errors import NeedsSecondPerson
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.people.acts import PeopleActs
from bmnn_desktop.gui.people.people_model import STATE, PeopleModel
from bmnn_desktop.gui.people.second_panel import SecondOf
from bmnn_desktop.gui.preview.own_papers import commitment, founding_minutes
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.widgets.button_row import button_row
from bmnn_desktop.gui.widgets.column_view import ColumnView
from bmnn_desktop.gui.widgets.notice import Notice, Tone
from bmnn_desktop.services.list_people import Member, list_people
from bmnn_desktop.services.session import Role

if TYPE_CHECKING:
    from bmnn_desktop.services.office import Office
    from bmnn_desktop.services.second_person import SecondPerson


def _nobody(_login: str) -> SecondPerson:
    raise NeedsSecondPerson


class PeoplePage(QWidget):
    """The buttons below the table act on the person that is chosen."""

    new_keys_wanted = Signal(object)  # the people
    preview_wanted = Signal(object)  # a Subject
    has_unsaved_text = False

    def __init__(
        self, office: Office, lock: Callable[[], None], second_of: SecondOf = _nobody
    ) -> None:
        super().__init__()
        self._office = office
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self.acts = PeopleActs(self, office, self.jobs, second_of, lock)
        self.acts.changed.connect(self._changed)
        self.model = PeopleModel(self)
        self._build()
        self.setFocusProxy(self.view)

    def refresh(self) -> None:
        """Look again."""
        self.jobs.new(self._arrived).watch(self._office.read(list_people))

    def stop(self) -> None:
        """End the work: the window is going away."""
        self.jobs.stop()

    @property
    def chosen(self) -> Member | None:
        """Return the person that is chosen."""
        return self.model.at(self.view.currentIndex().row())

    def _arrived(self, members: tuple[Member, ...]) -> None:
        row = max(0, self.view.currentIndex().row())
        self.model.show_rows(members)
        self.view.selectRow(min(row, len(members) - 1))
        for button in (
            *(self.admit_button, self.own_button),
            *(self.renew_button, self.new_keys_button, self.setup_button),
        ):
            button.setEnabled(True)

    def _changed(self, words: str) -> None:
        self.notice.say(Tone.GOOD, words)
        self.refresh()

    def _show_what_can_be_done(self) -> None:
        one = self.chosen
        is_present = one is not None and one.revoked_on is None
        self.change_button.setEnabled(is_present)
        self.commitment_button.setEnabled(one is not None)
        self.rekey_button.setEnabled(is_present and one is not None and not one.is_you)
        confirms = one is not None and Role.CONFIRMER in one.roles
        self.stick_button.setEnabled(is_present and confirms)
        self.revoke_button.setEnabled(is_present)
        # Custody is released after the right is gone: one button stands where the other stood.
        has_left = one is not None and one.revoked_on is not None
        self.revoke_button.setVisible(not has_left)
        self.release_button.setVisible(has_left)
        self.release_button.setEnabled(one is not None and one.released_on is None)

    # ── acts ─────────────────────────────────────────────────────────────────────────────────

    def _about_chosen(self, ask: Callable[[Member, Sequence[Member]], None]) -> Callable[[], None]:
        def about() -> None:
            if self.chosen is not None:
                ask(self.chosen, self.model.rows)

        return about

    def _revoke(self) -> None:
        if self.chosen is not None:
            self.acts.ask_to_revoke(self.chosen)

    def _print_commitment(self) -> None:
        if self.chosen is not None:
            self.preview_wanted.emit(commitment(self._office, self.chosen))

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _build(self) -> None:
        title = QLabel("Người dùng kho sổ", self)
        title.setProperty("role", "title")
        words = QLabel(
            "Ai đã hoặc đang có khóa mở kho sổ. Mọi việc ở đây cần chữ ký của người thứ hai, "
            "trừ đổi mật khẩu của mình và thu hồi quyền; thu hồi có hiệu lực ngay.",
            self,
        )
        words.setProperty("role", "quiet")
        words.setWordWrap(True)
        self.notice = Notice(self)
        self.view = ColumnView(self.model, STATE, self)
        self.view.selectionModel().currentRowChanged.connect(self._show_what_can_be_done)
        self.admit_button = self._button(
            "Thêm người…", "admit_button", lambda: self.acts.ask_to_admit(self.model.rows)
        )
        self.own_button = self._button("Đổi mật khẩu của tôi…", "own_button", self.acts.ask_for_own)
        self.renew_button = self._button(
            "Phiếu khóa khôi phục mới…",
            "renew_button",
            lambda: self.acts.ask_to_renew(self.model.rows),
        )
        self.new_keys_button = self._button(
            "Đổi toàn bộ khóa…",
            "new_keys_button",
            lambda: self.new_keys_wanted.emit(self.model.rows),
        )
        self.setup_button = self._button(
            "Biên bản nghiệm thu máy…",
            "setup_button",
            lambda: self.preview_wanted.emit(founding_minutes(self._office)),
        )
        self.commitment_button = self._button(
            "Bản cam kết…", "commitment_button", self._print_commitment
        )
        self.change_button = self._button(
            "Đổi thông tin…", "change_button", self._about_chosen(self.acts.ask_to_change)
        )
        self.rekey_button = self._button(
            "Cấp lại mật khẩu…", "rekey_button", self._about_chosen(self.acts.ask_to_rekey)
        )
        self.stick_button = self._button(
            "Cấp USB ký…", "stick_button", self._about_chosen(self.acts.ask_to_enrol)
        )
        self.revoke_button = self._button("Thu hồi quyền…", "revoke_button", self._revoke)
        self.release_button = self._button(
            "Giải tỏa trách nhiệm giữ…",
            "release_button",
            self._about_chosen(self.acts.ask_to_release),
        )
        self.release_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(12)
        for widget in (title, words, self.notice):
            column.addWidget(widget)
        column.addLayout(
            button_row(
                *(self.admit_button, self.own_button, self.renew_button),
                *(self.new_keys_button, self.setup_button),
            )
        )
        column.addWidget(self.view, 1)
        column.addLayout(
            button_row(
                *(self.change_button, self.rekey_button, self.stick_button),
                *(self.revoke_button, self.release_button, self.commitment_button),
            )
        )

    def _button(self, words: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setEnabled(False)
        button.clicked.connect(act)
        return button
