"""The second person of a founding act: who he is and his own passphrase, or that there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.gui.widgets.new_passphrase import NewPassphrase

if TYPE_CHECKING:
    from bmnn_desktop.services.new_person import NewPerson

_NOBODY = (
    "Kho sổ ghi được ngay. Cho đến khi thêm người xác nhận: Hôm nay ghi “chưa có người xác nhận”; "
    "việc cần hai người (thêm người, cấp lại mật khẩu, mở lại quyển sổ…) phải mở phong bì phiếu "
    "khóa khôi phục; số gạch bỏ sau khi in cứ ở trạng thái chờ xác nhận."
)
_SOMEBODY = (
    "Người xác nhận tự ngồi vào bàn phím, tự chép mật khẩu của mình ra giấy và cất phong bì riêng; "
    "người giữ sổ không xem."
)


class ConfirmerForm(QWidget):
    """Nobody is chosen at first: a vault may begin with one person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.none_radio = QRadioButton("Chưa có người xác nhận", self)
        self.none_radio.setObjectName("none_radio")
        self.none_radio.setChecked(True)
        self.some_radio = QRadioButton("Có, người đó đang ở đây", self)
        self.some_radio.setObjectName("some_radio")
        self.meaning_label = QLabel(self)
        self.meaning_label.setWordWrap(True)
        self.fields = QWidget(self)
        form = QFormLayout(self.fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.name_edit = self._line(form, "Họ và tên", "confirmer_name_edit")
        self.post_edit = self._line(form, "Chức vụ", "confirmer_post_edit")
        self.login_edit = self._line(form, "Tên đăng nhập", "confirmer_login_edit")
        self.login_edit.setPlaceholderText("Chữ thường không dấu, ví dụ: chutich")
        self.new_passphrase = NewPassphrase(self)
        form.addRow(_field("Mật khẩu"), self.new_passphrase)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.none_radio, self.some_radio, self.meaning_label, self.fields):
            column.addWidget(widget)
        self.some_radio.toggled.connect(self._chosen)
        self._chosen()

    @property
    def is_somebody(self) -> bool:
        """Tell whether a confirming person is to be there from the beginning."""
        return self.some_radio.isChecked()

    @property
    def person(self) -> NewPerson | None:
        """Return the person as typed; None: there is none yet."""
        # Loaded when wanted: the window is to stand quickly.
        from bmnn_desktop.services.new_person import NewPerson  # noqa: PLC0415
        from bmnn_desktop.services.session import Role  # noqa: PLC0415

        if not self.is_somebody:
            return None
        return NewPerson(
            tidy(self.login_edit.text()),
            tidy(self.name_edit.text()),
            frozenset({Role.CONFIRMER}),
            self.new_passphrase.passphrase,
            tidy(self.post_edit.text()),
        )

    def missing(self) -> str:
        """Return what is missing, and go there; nothing when it is whole or nobody is meant."""
        if not self.is_somebody:
            return ""
        for line, sentence in (
            (self.name_edit, "Chưa ghi họ và tên người xác nhận."),
            (self.login_edit, "Chưa ghi tên đăng nhập người xác nhận."),
        ):
            if not tidy(line.text()):
                line.setFocus()
                return sentence
        return self.new_passphrase.missing()

    def go_to_wrong(self, *, is_passphrase: bool) -> None:
        """Stand where something must be typed anew."""
        (self.new_passphrase.repeat_edit if is_passphrase else self.login_edit).setFocus()

    def _chosen(self) -> None:
        self.fields.setVisible(self.is_somebody)
        self.meaning_label.setText(_SOMEBODY if self.is_somebody else _NOBODY)
        if self.is_somebody:
            self.name_edit.setFocus()

    def _line(self, form: QFormLayout, words: str, name: str) -> QLineEdit:
        edit = QLineEdit(self.fields)
        edit.setObjectName(name)
        form.addRow(_field(words), edit)
        return edit


def _field(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "field")
    return label
