"""Vụ việc, mang ra, cung cấp: what is open about copies, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bmnn_desktop.domain.incident import Incident
from bmnn_desktop.domain.provision import Provision, ProvisionOutcome
from bmnn_desktop.domain.removal import Removal, RemovalKind
from bmnn_desktop.gui.events.acts import EventActs
from bmnn_desktop.gui.events.details import details_of
from bmnn_desktop.gui.events.matters_model import ABOUT, MattersModel
from bmnn_desktop.gui.job import Jobs
from bmnn_desktop.gui.preview.subject import event_paper
from bmnn_desktop.gui.register.card_parts import label
from bmnn_desktop.gui.sheets.files import PrintFiles
from bmnn_desktop.gui.show_error import show_error
from bmnn_desktop.gui.widgets.column_view import ColumnView
from bmnn_desktop.gui.widgets.notice import Notice, Tone
from bmnn_desktop.services.open_matters import Matters, open_matters

if TYPE_CHECKING:
    from bmnn_desktop.services.office import Office

_HEAD = (
    "Bản chưa tìm thấy, bản mang ra khỏi nơi lưu giữ, đề nghị cung cấp. Ghi mới từ thẻ của dòng "
    "trong sổ: F12 là báo chưa tìm thấy."
)


class EventsPage(QWidget):
    """The buttons below act on the row that is chosen; a guest only looks."""

    preview_wanted = Signal(object)  # a Subject

    has_unsaved_text = False

    def __init__(self, office: Office, lock: Callable[[], None]) -> None:
        super().__init__()
        self._office = office
        self._is_read_only = office.session.guest.is_here
        self._matters: Matters | None = None
        self.jobs = Jobs(self, lambda error: show_error(self, error))
        self.acts = EventActs(self, office, self.jobs, lock)
        self.acts.changed.connect(self.tell)
        self.model = MattersModel(self)
        self.buttons: dict[str, QPushButton] = {}
        self._build()
        self.setFocusProxy(self.view)

    def refresh(self) -> None:
        """Look again."""
        is_open_only = not self.all_box.isChecked()
        self.jobs.new(self._arrived).watch(
            self._office.read(open_matters, is_open_only=is_open_only)
        )

    def stop(self) -> None:
        """End the work: the window is going away."""
        self.jobs.stop()

    @property
    def chosen(self) -> Incident | Removal | Provision | None:
        """Return what is chosen."""
        row = self.model.at(self.view.currentIndex().row())
        return None if row is None else row.event

    def _arrived(self, matters: Matters) -> None:
        row = max(0, self.view.currentIndex().row())
        self._matters = matters
        self.model.show_matters(matters)
        self.view.selectRow(min(row, len(self.model.rows) - 1))
        self.nothing.setVisible(not self.model.rows)
        self._show_chosen()

    def tell(self, words: str) -> None:
        """Say what was done, and look again."""
        self.notice.say(Tone.GOOD, words)
        self.refresh()

    def _show_chosen(self) -> None:
        event, matters = self.chosen, self._matters
        self.details.setText("" if event is None or matters is None else details_of(event, matters))
        possible = set() if event is None else _possible(event)
        for name, button in self.buttons.items():
            is_paper = name in _PAPERS
            button.setVisible(name in possible and (is_paper or not self._is_read_only))

    def _do(self, name: str) -> None:
        event, matters = self.chosen, self._matters
        if event is None or matters is None:
            return
        if name in _PAPERS:
            which = (event.year, event.number) if isinstance(event, Incident) else (event.id,)
            issuers = matters.issuers.get(event.id, ()) if isinstance(event, Incident) else ()
            if name == _NOTICE and len(issuers) > 1:
                self._ask_issuer(which, issuers)
                return
            self._preview(name, which)
        elif isinstance(event, Incident):
            if name == "note":
                self.acts.note(event)
            else:
                self.acts.close(event, matters)
        elif isinstance(event, Removal):
            self.acts.bring_back(event, matters)
        elif name == "decide":
            self.acts.decide(event)
        else:
            self.acts.give(event)

    def _preview(self, name: str, which: tuple[int, ...]) -> None:
        out = PrintFiles(self._office.place).next(f"{name}-{'-'.join(map(str, which))}")
        self.preview_wanted.emit(event_paper(self._office, name, which, out))

    def _ask_issuer(self, which: tuple[int, ...], issuers: tuple[str, ...]) -> None:
        """Offer a letter to each issuer: none reads of another's papers."""
        self.issuers_menu.clear()
        for place, issuer in enumerate(issuers, 1):
            action = self.issuers_menu.addAction(issuer.replace("&", "&&"))
            action.triggered.connect(partial(self._preview, _NOTICE, (*which, place)))
        self.issuers_menu.popup(self.buttons[_NOTICE].mapToGlobal(QPoint(0, 0)))

    # ── building ─────────────────────────────────────────────────────────────────────────────

    def _build(self) -> None:
        title = QLabel("Vụ việc, mang ra, cung cấp", self)
        title.setProperty("role", "title")
        self.notice = Notice(self)
        self.all_box = QCheckBox("Xem cả việc đã xong", self)
        self.all_box.setObjectName("all_box")
        self.all_box.toggled.connect(self.refresh)
        self.contacts_button = QPushButton("Báo cho ai, gọi ai…", self)
        self.contacts_button.setObjectName("contacts_button")
        self.contacts_button.setVisible(not self._is_read_only)
        self.contacts_button.clicked.connect(self.acts.ask_whom_to_tell)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.contacts_button)
        self.nothing = label("Không có việc nào đang mở.", "quiet")
        self.view = ColumnView(self.model, ABOUT, self)
        self.view.selectionModel().currentRowChanged.connect(self._show_chosen)
        self.details = label("")
        self.issuers_menu = QMenu(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(12)
        column.addLayout(head)
        for widget in (label(_HEAD, "quiet"), self.notice, self.all_box, self.nothing):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addWidget(self.details)
        for names in (_DEEDS, _PAPERS):
            row = QHBoxLayout()
            row.setSpacing(10)
            for name, words in names.items():
                button = self.buttons[name] = QPushButton(words, self)
                button.setObjectName(f"{name.replace('-', '_')}_button")
                button.clicked.connect(lambda _=False, name=name: self._do(name))
                button.hide()
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)


_DEEDS = {
    "note": "Ghi việc đã làm…",
    "close": "Kết thúc vụ việc…",
    "bring-back": "Mang về…",
    "decide": "Ghi quyết định…",
    "give": "Cung cấp…",
}
_NOTICE = "incident-notice"
_PAPERS = {
    "incident-report": "Báo cáo đột xuất…",
    _NOTICE: "Thông báo nơi ban hành…",
    "search-minutes": "Biên bản tìm kiếm…",
    "removal-request": "Đề nghị ra nước ngoài…",
    "removal-return": "Biên bản bàn giao lại…",
    "provision-request": "Văn bản đề nghị…",
    "provision-refusal": "Văn bản từ chối…",
}


def _possible(event: Incident | Removal | Provision) -> set[str]:
    """Return what can be done about it and printed of it."""
    if isinstance(event, Incident):
        deeds = {"note", "close"} if event.closed_on is None else set()
        return deeds | {"incident-report", _NOTICE, "search-minutes"}
    if isinstance(event, Removal):
        possible = {"bring-back"} if event.still_out else set()
        if event.kind is RemovalKind.ABROAD:
            possible.add("removal-request")
        if len(event.still_out) < len(event.taken):
            possible.add("removal-return")
        return possible
    possible = {"provision-request"}
    if event.outcome is ProvisionOutcome.OPEN:
        possible.add("decide")
    elif event.is_open:
        possible.add("give")
    if event.outcome is ProvisionOutcome.REFUSED:
        possible.add("provision-refusal")
    return possible
