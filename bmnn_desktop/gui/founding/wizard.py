"""The founding wizard: seven steps, each checked before the next; the fifth makes the vault."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.passphrase import generate, has_marks
from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import LoginInvalid, LoginTaken, PassphraseShared, RecoveryGroupWrong
from bmnn_desktop.gui.forms.ui_founding_wizard import Ui_FoundingWizard
from bmnn_desktop.gui.founding.asked_group import is_group, where
from bmnn_desktop.gui.founding.groups_panel import show_sheet
from bmnn_desktop.gui.founding.sheet_file import write_sheet
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.show_error import show_beside
from bmnn_desktop.gui.widgets.new_passphrase import MARKS_WARNING, not_again, too_short
from bmnn_desktop.gui.widgets.notice import Tone
from bmnn_desktop.gui.widgets.polish import set_look

if TYPE_CHECKING:
    from bmnn_desktop.domain.clock import Clock
    from bmnn_desktop.domain.recovery_sheet import RecoverySheet
    from bmnn_desktop.gui.lock.sheet_veil import SheetVeil
    from bmnn_desktop.services.gate import Founded, Gate
    from bmnn_desktop.services.office import Office

_STEPS = (
    "Cơ quan, tổ chức",
    "Người được giao",
    "Sổ đến và sổ đi",
    "Mật khẩu",
    "Người xác nhận",
    "Phiếu khóa khôi phục",
    "Hoàn tất",
)
_ORGANISATION, _KEEPER, _BOOK, _PASSPHRASE, _CONFIRMER, _RECOVERY, _DONE = range(len(_STEPS))
_ALONE = "Thêm người xác nhận khi có thể; khi chưa có, Hôm nay sẽ nhắc."
_WITH_SECOND = "Người xác nhận giữ phong bì mật khẩu của mình, không để chung với người giữ sổ."


class FoundingWizard(QWidget):
    """Emits the opened office once the sheet has been copied."""

    opened = Signal(object)

    def __init__(self, gate: Gate, clock: Clock) -> None:
        super().__init__()
        self._gate = gate
        self._office: Office | None = None
        self.sheet: RecoverySheet | None = None
        self.veil: SheetVeil | None = None  # from the sheet on: the vault is open
        self.asked_group = secrets.randbelow(8)
        self._has_copied = False
        self.ui = Ui_FoundingWizard()
        self.ui.setupUi(self)
        self.jobs = Jobs(self, self._refused)
        self._steps = self._list_steps()
        today = civil_date(clock.now())
        self.ui.year_box.setValue(today.year)
        self.ui.generated_label.setText(generate())
        self._connect()
        self._go(_ORGANISATION)
        self._kind_chosen()
        self._passphrase_changed()

    def _connect(self) -> None:
        ui = self.ui
        ui.next_button.clicked.connect(self.forward)
        ui.back_button.clicked.connect(self._back)
        ui.leave_button.clicked.connect(self.close)
        ui.training_radio.toggled.connect(self._kind_chosen)
        ui.again_button.clicked.connect(lambda: ui.generated_label.setText(generate()))
        ui.generated_radio.toggled.connect(self._passphrase_changed)
        ui.own_edit.text_changed.connect(self._passphrase_changed)
        ui.save_button.clicked.connect(self._save_sheet)
        for line in self.findChildren(QLineEdit):
            line.returnPressed.connect(self.forward)

    # ── the steps ────────────────────────────────────────────────────────────────────────────

    def forward(self) -> None:
        """Leave the step shown for the next one when nothing is missing."""
        if self.jobs.is_busy:
            return
        step = self.ui.pages.currentIndex()
        missing = self._missing(step)
        if missing:
            self.ui.notice.say(Tone.AMBER, missing)
            return
        self.ui.notice.hush()
        if step == _CONFIRMER:
            self._found()
        elif step == _RECOVERY:
            self._copied()
        elif step == _DONE:
            office, self._office = self._office, None
            self._end()
            self.opened.emit(office)
        else:
            self._go(step + 1)

    def _back(self) -> None:
        self.ui.notice.hush()
        if self.ui.pages.currentIndex() == _RECOVERY:
            self._show_sheet(is_shown=True)
        else:
            self._go(self.ui.pages.currentIndex() - 1)

    def _go(self, step: int) -> None:
        ui = self.ui
        ui.pages.setCurrentIndex(step)
        for index, label in enumerate(self._steps):
            set_look(label, "tone", "now" if index == step else "")
        ui.back_button.setVisible(_ORGANISATION < step < _RECOVERY)
        ui.leave_button.setVisible(step < _RECOVERY)
        ui.next_button.setText(
            {_CONFIRMER: "Lập kho sổ", _DONE: "Vào Hôm nay"}.get(step, "Tiếp tục")
        )
        if step == _RECOVERY:
            self._show_sheet(is_shown=True)
        first = {
            _ORGANISATION: ui.org_edit, _KEEPER: ui.name_edit, _BOOK: ui.incoming_first_box,
            _PASSPHRASE: ui.repeat_edit, _CONFIRMER: ui.confirmer_form.none_radio,
            _DONE: ui.next_button,
        }.get(step)  # fmt: skip
        if first is not None:
            first.setFocus()

    def _missing(self, step: int) -> str:
        ui = self.ui
        required: dict[int, tuple[tuple[QLineEdit, str], ...]] = {
            _ORGANISATION: (
                (ui.org_edit, "Chưa ghi tên cơ quan, tổ chức."),
                (ui.place_edit, "Chưa ghi địa danh."),
                (ui.symbol_edit, "Chưa ghi ký hiệu cơ quan."),
            ),
            _KEEPER: (
                (ui.name_edit, "Chưa ghi họ và tên."),
                (ui.login_edit, "Chưa ghi tên đăng nhập."),
            ),
        }
        for line, sentence in required.get(step, ()):
            if not tidy(line.text()):
                line.setFocus()
                return sentence
        if step == _PASSPHRASE:
            return self._passphrase_missing()
        if step == _CONFIRMER:
            return ui.confirmer_form.missing()
        return ""

    def _list_steps(self) -> list[QLabel]:
        column = QVBoxLayout(self.ui.steps_panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        labels = [QLabel(f"{number}.  {title}") for number, title in enumerate(_STEPS, 1)]
        for label in labels:
            label.setProperty("role", "step")
            column.addWidget(label)
        return labels

    def _kind_chosen(self) -> None:
        self.ui.training_band.setVisible(self.ui.training_radio.isChecked())
        self.ui.save_frame.setVisible(self.ui.training_radio.isChecked())

    # ── the passphrase ───────────────────────────────────────────────────────────────────────

    @property
    def passphrase(self) -> str:
        """Return the passphrase that is meant: generated or own."""
        if self.ui.generated_radio.isChecked():
            return self.ui.generated_label.text()
        return self.ui.own_edit.text

    def _passphrase_changed(self) -> None:
        ui = self.ui
        is_own = ui.own_radio.isChecked()
        ui.generated_frame.setVisible(not is_own)
        ui.own_label.setVisible(is_own)
        ui.own_edit.setVisible(is_own)
        warns = is_own and has_marks(ui.own_edit.text)
        ui.passphrase_note_label.setText(MARKS_WARNING if warns else "")
        ui.passphrase_note_label.setVisible(warns)

    def _passphrase_missing(self) -> str:
        words = too_short(self.passphrase)
        if words:
            self.ui.own_edit.setFocus()
            return words
        words = not_again(self.passphrase, self.ui.repeat_edit.text)
        if words:
            self.ui.repeat_edit.setFocus()
        return words

    # ── founding ─────────────────────────────────────────────────────────────────────────────

    def _found(self) -> None:
        from bmnn_desktop.services.gate import Founding  # noqa: PLC0415  (quick start)

        ui = self.ui
        founding = Founding(
            training=ui.training_radio.isChecked(),
            org=tidy(ui.org_edit.text()),
            parent_org=tidy(ui.parent_org_edit.text()),
            place=tidy(ui.place_edit.text()),
            symbol=tidy(ui.symbol_edit.text()),
            login=tidy(ui.login_edit.text()),
            name=tidy(ui.name_edit.text()),
            passphrase=self.passphrase,
            year=ui.year_box.value(),
            first_no=ui.first_box.value(),
            paper_reference=tidy(ui.paper_edit.text()),
            incoming_first_no=ui.incoming_first_box.value(),
            incoming_paper_reference=tidy(ui.incoming_paper_edit.text()),
            small_kdf=ui.small_check.isChecked(),
            duty_phone=tidy(ui.duty_phone_edit.text()),
            confirmer=ui.confirmer_form.person,
        )
        ui.next_button.setEnabled(False)
        ui.back_button.setEnabled(False)
        job = self.jobs.new(self._founded)
        ui.progress_line.follow(job, "Đang lập kho sổ…", can_stop=False)
        job.settled.connect(lambda: ui.next_button.setEnabled(True))
        job.settled.connect(lambda: ui.back_button.setEnabled(True))
        job.start(lambda: self._gate.found(founding))

    def _founded(self, founded: Founded) -> None:
        self._office, self.sheet = founded.office, founded.recovery
        for edit in (self.ui.own_edit, self.ui.repeat_edit):
            edit.set_text("")
        self.ui.generated_label.clear()
        self.ui.confirmer_form.new_passphrase.forget()
        show_sheet(self.ui.groups_panel, self.sheet.lines)
        self._go(_RECOVERY)
        self._veil_over(founded.office)

    def _veil_over(self, office: Office) -> None:
        from bmnn_desktop.gui.lock.sheet_veil import SheetVeil  # noqa: PLC0415  (quick start)
        from bmnn_desktop.services.prove_passphrase import prove_passphrase  # noqa: PLC0415

        name = office.session.name
        self.veil = SheetVeil(self, name, lambda typed: office.write(prove_passphrase, typed))

    def _end(self) -> None:
        self.jobs.stop()
        if self.veil is not None:
            self.veil.go_deaf()

    def _refused(self, error: BaseException) -> None:
        ui = self.ui
        if isinstance(error, LoginInvalid) and error.facts["login"] == tidy(ui.login_edit.text()):
            self._go(_KEEPER)
            ui.login_edit.setFocus()
        elif isinstance(error, LoginInvalid | LoginTaken | PassphraseShared):
            is_passphrase = isinstance(error, PassphraseShared)
            ui.confirmer_form.go_to_wrong(is_passphrase=is_passphrase)
        show_beside(self.ui.notice, error)

    # ── the recovery sheet ───────────────────────────────────────────────────────────────────

    def _show_sheet(self, *, is_shown: bool) -> None:
        ui = self.ui
        self._has_copied = not is_shown
        ui.sheet_frame.setVisible(is_shown)
        ui.sheet_advice_label.setVisible(is_shown)
        ui.save_frame.setVisible(is_shown and ui.training_radio.isChecked())
        ui.group_label.setText("" if self.sheet is None else where(self.sheet, self.asked_group))
        ui.group_label.setVisible(not is_shown)
        ui.group_edit.setVisible(not is_shown)
        ui.back_button.setVisible(not is_shown)
        ui.back_button.setText("Quay lại" if is_shown else "Xem lại phiếu")
        ui.next_button.setText("Đã chép xong" if is_shown else "Tiếp tục")
        (ui.next_button if is_shown else ui.group_edit).setFocus()

    def _save_sheet(self) -> None:
        sheet, typed = self.sheet, self.ui.save_edit.text().strip()
        if sheet is None or not typed:
            self.ui.notice.say(Tone.AMBER, "Hãy ghi đường dẫn của tệp.")
            return
        self.jobs.new(
            lambda _: self.ui.notice.say(Tone.GOOD, "Đã ghi phiếu ra tệp (chỉ mình bạn đọc được).")
        ).start(lambda: write_sheet(sheet, Path(typed).expanduser()))

    def _copied(self) -> None:
        if not self._has_copied:
            self._show_sheet(is_shown=False)
            return
        sheet = self.sheet
        if sheet is None:
            return
        if not is_group(sheet, self.asked_group, self.ui.group_edit.text()):
            show_beside(self.ui.notice, RecoveryGroupWrong())
            self.ui.group_edit.setFocus()
            return
        is_second = self.ui.confirmer_form.is_somebody
        self.ui.done_label.setText(
            "Kho sổ đã sẵn sàng để đăng ký.\n\n"
            "•  Cất phong bì mật khẩu và phiếu khóa khôi phục ở hai nơi khác nhau.\n"
            "•  Sao lưu ngay khi có dòng đầu tiên.\n"
            f"•  {_WITH_SECOND if is_second else _ALONE}"
        )
        self._go(_DONE)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window while the vault is being made, and until the sheet was copied."""
        if self.jobs.is_busy:
            event.ignore()
            return
        if self._office is not None and self.ui.pages.currentIndex() == _RECOVERY:
            event.ignore()
            self._ask_to_leave()
            return
        self._end()
        if self._office is not None:
            self._office.close()
        super().closeEvent(event)

    def _ask_to_leave(self) -> None:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Phiếu chưa được chép")
        box.setText(
            "Phiếu khóa khôi phục chỉ hiện một lần. Đóng bây giờ thì không mở được bản sao lưu "
            "khi quên mật khẩu."
        )
        stay = box.addButton("Quay lại", QMessageBox.ButtonRole.RejectRole)
        leave = box.addButton("Đóng, không chép", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        leave.clicked.connect(self._leave)
        box.open()

    def _leave(self) -> None:
        self.ui.pages.setCurrentIndex(_DONE)
        self.close()
