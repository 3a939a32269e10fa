"""Who signs beside the one at the keyboard: a confirming person, or the recovery sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from bmnn_desktop.domain.recovery_sheet import read_key
from bmnn_desktop.errors import RecoverySheetWrong
from bmnn_desktop.services.list_people import Member
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson
from bmnn_desktop.services.session import Role

SecondOf = Callable[[str], SecondPerson]
_SHEET = (
    "Chưa có người xác nhận khác: lãnh đạo mở phong bì phiếu khóa khôi phục và gõ tám nhóm của "
    "dòng “Khóa”. "
)
_RENEWED = "Phiếu này được thay ngay bằng phiếu mới."
_NOBODY = (
    "Người này là người xác nhận duy nhất và không tự xác nhận cho mình. Hãy khóa kho sổ, bấm "
    "“Quên mật khẩu…” trước cửa rồi dùng phiếu khóa khôi phục."
)
_PERSON = "Người xác nhận ký trong cửa sổ riêng hiện ra sau khi bấm."


class SecondPanel(QWidget):
    """`second_of` asks a confirming person for a signature, by the login.

    `about` is the person it is about, who does not sign for himself.
    """

    def __init__(
        self,
        parent: QWidget,
        members: Sequence[Member],
        second_of: SecondOf,
        about: str = "",
    ) -> None:
        super().__init__(parent)
        self._second_of = second_of
        every = [
            one
            for one in members
            if Role.CONFIRMER in one.roles and (one.opens or one.signs) and not one.is_you
        ]
        self.confirmers = [one for one in every if one.login != about]
        self._is_stuck = bool(every) and not self.confirmers  # the sheet signs beside no confirmer
        self.person_box = QComboBox(self)
        self.person_box.setObjectName("person_box")
        for one in self.confirmers:
            self.person_box.addItem(one.name, one.login)
        self.key_edit = QLineEdit(self)
        self.key_edit.setObjectName("key_edit")
        self.key_edit.setPlaceholderText("Khóa trên phiếu (tám nhóm)")
        # Nothing here is a syllable: an input method would only change the letters.
        self.key_edit.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        sheet = _NOBODY if self._is_stuck else _SHEET + _RENEWED
        words = QLabel(_PERSON if self.confirmers else sheet, self)
        words.setWordWrap(True)
        words.setProperty("role", "quiet")
        self.person_box.setVisible(bool(self.confirmers))
        self.key_edit.setVisible(not self.confirmers and not self._is_stuck)
        self.setFocusProxy(self.person_box if self.confirmers else self.key_edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.person_box, self.key_edit, words):
            column.addWidget(widget)

    def missing(self) -> str:
        """Return what is wrong with the sheet as typed, and go there."""
        if self.confirmers or self._is_stuck:
            return _NOBODY if self._is_stuck else ""
        try:
            read_key(self.key_edit.text())
        except RecoverySheetWrong as error:
            self.key_edit.setFocus()
            return str(error)
        return ""

    def second(self) -> SecondPerson:
        """Return who signs; raise RecoverySheetWrong."""
        if self.confirmers:
            return self._second_of(str(self.person_box.currentData()))
        return RecoverySheetHolder(read_key(self.key_edit.text()))
