"""Biểu mẫu sổ: every form with its source and status, and which volumes are printed with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.form import Form
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.widgets.column_model import ColumnModel, Columns
from bmnn_desktop.gui.widgets.column_view import ColumnView
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.list_forms import FormState

_WIDTH, _HEIGHT, _LOWEST = 1100, 320, 110  # pixels, where the window has the room
_NEXT = "quyển mở hôm nay"


def _used(state: FormState) -> str:
    used = [f"{one.year} quyển {show_number(one.number)}" for one in state.volumes]
    return "; ".join((*used, *((_NEXT,) if state.is_next else ())))


_COLUMNS: Columns[FormState] = (
    ("Sổ", lambda state: printed_book(state.form.book).short_title),
    ("Biểu mẫu", lambda state: state.form.id),
    ("Hiệu lực từ", lambda state: short_date(state.form.effective_from)),
    ("Tình trạng căn cứ", lambda state: state.form.status.label),
    ("Nguồn", lambda state: "đơn vị cài" if state.is_installed else "kèm chương trình"),
    ("Dùng cho", _used),
)


class FormsDialog(AskDialog):
    """The act is to install another; leaving changes nothing."""

    install_wanted = Signal()
    preview_wanted = Signal(object)  # Form

    def __init__(self, parent: QWidget, lock: Callable[[], None], *, is_read_only: bool) -> None:
        super().__init__(parent, "Biểu mẫu sổ", "Cài biểu mẫu từ tệp…", lock)
        self.setMinimumWidth(min(_WIDTH, parent.width() - 40))
        self.leave_button.setText("Đóng")
        self.act_button.setHidden(is_read_only)
        self.say(
            "Quyển đã mở giữ biểu mẫu của mình đến hết quyển. Quyển mở sau ngày hiệu lực in theo "
            "biểu mẫu mới nhất.",
        )
        self.model: ColumnModel[FormState] = ColumnModel(self, _COLUMNS)
        self.view = ColumnView(self.model, len(_COLUMNS) - 1, self)
        self.view.setMinimumHeight(max(_LOWEST, min(_HEIGHT, parent.height() - 340)))
        self.view.selectionModel().currentRowChanged.connect(self._show_source)
        self.view.doubleClicked.connect(lambda _index: self._preview())
        self.body.addWidget(self.view, 1)
        self.source_label = self.say("", "quiet")
        self.preview_button = QPushButton("Xem trước…", self)
        self.preview_button.setObjectName("preview_form_button")
        self.preview_button.setAutoDefault(False)
        self.preview_button.clicked.connect(self._preview)
        self.buttons.insertWidget(0, self.preview_button)
        self.view.setFocus()

    @property
    def chosen(self) -> Form | None:
        """Return the form that is chosen."""
        state = self.model.at(self.view.currentIndex().row())
        return None if state is None else state.form

    def show_forms(self, states: tuple[FormState, ...]) -> None:
        """Show these; the one that was chosen stays so."""
        row = max(0, self.view.currentIndex().row())
        self.model.show_rows(states)
        self.view.selectRow(min(row, len(states) - 1))

    def act(self) -> None:
        """Ask for another form."""
        self.install_wanted.emit()

    def _show_source(self, _now: QModelIndex, _before: QModelIndex) -> None:
        form = self.chosen
        self.source_label.setText("" if form is None else f"Căn cứ: {form.citation}")

    def _preview(self) -> None:
        if self.chosen is not None:
            self.preview_wanted.emit(self.chosen)
