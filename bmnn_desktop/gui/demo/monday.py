"""A normal Monday: three envelopes, two letters to seven bodies, a direction, an opened envelope.

The day of a commune's clerk, typed key by key; `sheets` prints and gets the signatures.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.envelope import EnvelopeKind, Urgency
from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.demo.camera import Camera
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.demo.registering import show_line
from bmnn_desktop.gui.demo.typist import CTRL, close_suggestions, fill_form, save, type_value
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.register.asked import OPENED_BY
from bmnn_desktop.gui.register.fields_dialog import FieldsDialog
from bmnn_desktop.gui.register.page import RegisterPage
from bmnn_desktop.services.distribution_lists import save_distribution_list

CHAIRMAN = "Nguyễn Văn Mẫu, Chủ tịch"
LIST_NAME = "Các phòng, ban, ngành"
SEVEN = (
    "Công an xã Mẫu",
    "Ban Chỉ huy quân sự xã Mẫu",
    "Đảng ủy xã Mẫu",
    "Phòng Thí Dụ",
    "Phòng Giả Định",
    "Trung tâm Ví Dụ",
    "Mặt trận xã Mẫu",
)


@dataclass(frozen=True)
class Day:
    """What comes in and goes out on `today`; every name and matter is invented."""

    today: date

    @property
    def sealed(self) -> NewDocument:
        """Return the envelope that only the chairman may open."""
        return NewDocument(
            arrival_date=self.today,
            issuer="Công an tỉnh Giả Định",
            envelope=EnvelopeKind.SEALED,
            addressee=CHAIRMAN,
            doc_number="118/CAT",
            level=Level.MAT,
            finding=Finding.COMPLETE,
            urgency=Urgency.KHAN,
        )

    @property
    def top_secret(self) -> NewDocument:
        """Return the letter of two envelopes: A outside, Tuyệt mật inside."""
        return NewDocument(
            arrival_date=self.today,
            issuer="Ủy ban nhân dân tỉnh Giả Định",
            doc_number="07/BC-UBND",
            doc_date=self.today - timedelta(days=3),
            doc_type="Báo cáo",
            level=Level.TUYET_MAT,
            receiving_unit=CHAIRMAN,
            finding=Finding.COMPLETE,
            copies_announced=1,
        )

    @property
    def short(self) -> NewDocument:
        """Return the letter whose cover says two copies and that holds one."""
        return NewDocument(
            arrival_date=self.today,
            issuer="Sở Thí Dụ tỉnh Giả Định",
            doc_number="245/STD-VP",
            doc_date=self.today - timedelta(days=5),
            doc_type="Công văn",
            subject="V/v phối hợp tập huấn giả định quý IV",
            level=Level.MAT,
            receiving_unit="Phòng Thí Dụ",
            finding=Finding.SHORT,
            remark="Bì ghi 2 bản, bên trong có 1 bản",
            copies_announced=2,
            copies_issued=1,
            pages=4,
        )

    @property
    def inside(self) -> NewDocument:
        """Return what the chairman found in his envelope."""
        return replace(
            self.sealed,
            envelope=EnvelopeKind.OPENED,
            doc_number="118/CAT-VP",
            doc_date=self.today - timedelta(days=2),
            doc_type="Công văn",
            subject="V/v bảo vệ địa điểm diễn tập giả định",
            receiving_unit="Công an xã Mẫu",
            copies_announced=1,
            pages=3,
        )

    @property
    def plan(self) -> NewDocument:
        """Return the first outgoing letter; its recipients come from the list."""
        return NewDocument(
            doc_date=self.today,
            doc_type="Kế hoạch",
            subject="Diễn tập giả định cuối năm trên địa bàn xã Mẫu",
            level=Level.MAT,
            signer="Nguyễn Văn Mẫu",
            holding_unit="Văn phòng HĐND và UBND",
            drafter="Trần Thị Ví Dụ",
            basis="Danh mục giả định, mục 2",
            copying_allowed=False,
            pages=6,
        )

    @property
    def notice(self) -> NewDocument:
        """Return the second one."""
        return replace(
            self.plan,
            doc_type="Thông báo",
            subject="Lịch trực giả định tháng sau của các phòng, ban",
            drafter="Lê Văn Thí Dụ",
            pages=2,
        )


def keep_list(window: MainWindow) -> None:
    """Save the distribution list, as the clerk did once long ago."""
    window.office.write(save_distribution_list, LIST_NAME, SEVEN, Channel.DIRECT).result()


def receive(window: MainWindow, camera: Camera, day: Day) -> None:
    """Register the three envelopes of the morning."""
    for new, name in (
        (day.sealed, "bi-con-nguyen"),
        (day.top_secret, "den-tuyet-mat"),
        (day.short, "den-thieu-mot-ban"),
    ):
        page = begin(window, "incoming")
        fill_form(page, new)
        camera.take(window, f"dang-ky-{name}")
        save(page)
        camera.take(window, f"so-den-{name}")


def direct(window: MainWindow, camera: Camera, day: Day) -> None:
    """Note whom the leader charged with the last letter, and by when."""
    page = window.register_page("incoming")
    press(page.view, Qt.Key.Key_Y, CTRL)
    dialog = _dialog(window)
    for name, words in (
        ("leader", CHAIRMAN),
        ("assignee", "Phòng Thí Dụ"),
        ("due_on", f"{day.today + timedelta(days=10):%d%m%Y}"),
        ("words", "Tham mưu văn bản trả lời"),
    ):
        widget = dialog.view(name).widget
        type_text(widget, words)
        close_suggestions(widget)
    camera.take(window, "y-kien-chi-dao")
    press(dialog.act_button, Qt.Key.Key_Space)
    until(lambda: not _dialogs(window) and not page.jobs.is_busy, "the direction")
    camera.take(window, "the-tai-lieu-den")


def send(window: MainWindow, camera: Camera, day: Day) -> None:
    """Register two letters to the seven bodies of the list."""
    for place, new in enumerate((day.plan, day.notice)):
        page = begin(window, "outgoing")
        fill_form(page, new)
        take_list(page, camera if place == 0 else None, window)
        camera.take(window, "dang-ky-di-bay-noi-nhan" if place == 0 else "dang-ky-di-thong-bao")
        save(page)
        camera.take(window, "da-ghi-so-di" if place == 0 else "da-ghi-thong-bao")


def take_list(page: RegisterPage, camera: Camera | None, window: QWidget) -> None:
    """Take the seven recipients from the list: F8, Enter."""
    lists = page.recipient_lists
    if lists is None:
        raise TypeError(page.book.key)
    press(page.entry.form.editor("recipients"), Qt.Key.Key_F8)
    until(lists.popup.isVisible, "the lists")
    if camera is not None:
        camera.take(window, "danh-sach-noi-nhan")
    press(lists.popup.view, Qt.Key.Key_Return)
    until(lambda: not page.jobs.is_busy, "the recipients")


def open_envelope(window: MainWindow, camera: Camera, day: Day, seq_no: int) -> None:
    """Finish the line of the envelope that the chairman has opened."""
    page = show_line(window, "incoming", seq_no)
    press(page.view, Qt.Key.Key_O, CTRL)
    until(lambda: page.entering.is_active, "the form")
    type_value(page.entry.form.view(OPENED_BY.name), OPENED_BY, CHAIRMAN)
    fill_form(page, day.inside, but=("envelope", "addressee", "arrival_date"))
    camera.take(window, "mo-bi")
    save(page)
    camera.take(window, "da-mo-bi")


def begin(window: MainWindow, key: str) -> RegisterPage:
    """Open an empty form by its key."""
    page = window.register_page(key)
    press(window, Qt.Key.Key_F2 if key == "incoming" else Qt.Key.Key_F3)
    until(lambda: page.entering.is_active and not page.jobs.is_busy, "the form")
    return page


def _dialog(window: MainWindow) -> FieldsDialog:
    until(lambda: bool(_dialogs(window)), "the dialog")
    return _dialogs(window)[0]


def _dialogs(window: MainWindow) -> list[FieldsDialog]:
    return [one for one in window.findChildren(FieldsDialog) if one.isVisible()]
