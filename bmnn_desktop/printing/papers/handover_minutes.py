"""Biên bản bàn giao: all that somebody holds goes to whoever follows him, with keys and media.

Điều 26 (as known of the law of 2018) asks for it before a person leaves; no form was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date, short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.held_item import HeldItem
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Fact, Facts, Paragraph, Part, Section, Table
from bmnn_desktop.printing.papers.signature import SIGNED, Capacity, Signature, Signer

_ITEMS = (
    Column("TT", 0.7, "center"),
    Column("Số, ký hiệu, ngày tháng", 2.3),
    Column("Tên loại, trích yếu", 3.1),
    Column("Độ mật", 1.2, "center"),
    Column("Bản, số trang", 1.9),
    Column("Hạn trả", 1.8, "center"),
    Column("Đã nhận", 1.2, "center"),
)
_THINGS = (
    Column("TT", 0.7, "center"),
    Column("Vật bàn giao", 5.6),
    Column("Số hiệu, số lượng", 2.6),
    Column("Đã nhận", 1.2, "center"),
)
_KEPT = (
    "USB sao lưu đã duyệt, USB nhập",
    "USB ký xác nhận (không kèm mã PIN)",
    "Chìa khóa phòng, tủ, hòm sắt",
    "Con dấu độ mật, dấu ký hiệu A, B, C, dấu niêm phong",
    "Phong bì niêm phong phiếu khóa khôi phục",
    "Sổ giấy, tờ dự phòng in sẵn, tệp lưu",
)


@dataclass(frozen=True, slots=True)
class HandoverMinutes:
    """What `giver` holds on a day; the receiver and what is no paper are written by hand."""

    kind: ClassVar[str] = "handover-minutes"

    giver: str
    items: tuple[HeldItem, ...]
    keeper: str
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the minutes."""
        return Composition(
            letterhead,
            body=(
                Paragraph(
                    f"Hôm nay, {long_date(self.day)}, tại {letterhead.org}, đã bàn giao tài liệu, "
                    "vật chứa bí mật nhà nước và các vật kèm theo như sau."
                ),
                Section("I. Thành phần"),
                Facts(
                    (
                        (Fact("1. Bên giao", self.giver), Fact("Chức vụ")),
                        (Fact("2. Bên nhận"), Fact("Chức vụ")),
                        (Fact("3. Người chứng kiến"), Fact("Chức vụ")),
                    )
                ),
                *self._papers(),
                Section("III. Vật khác"),
                Table(
                    _THINGS,
                    tuple((str(number), thing, "", "") for number, thing in enumerate(_KEPT, 1)),
                ),
                Section("IV. Sai lệch, ý kiến"),
                Facts(((Fact("Bản thiếu, thừa, không đúng số trang"),), (Fact("Ý kiến khác"),))),
                Paragraph(
                    "Quyền mở kho sổ của bên giao được thu hồi ngay; trách nhiệm giữ được giải tỏa "
                    "khi biên bản này đã ký đủ. Biên bản lập thành ba bản: mỗi bên giữ một bản, "
                    "một bản lưu tại văn thư."
                ),
            ),
            signatures=(
                Signature.of(Signer(Capacity("Bên giao"), self.giver), "", SIGNED),
                Signature.of(Signer(Capacity("Bên nhận")), "", SIGNED),
                Signature.of(Signer(Capacity("Người chứng kiến")), "", SIGNED),
                Signature.of(
                    Signer(Capacity("Người được giao bảo vệ BMNN"), self.keeper), "", SIGNED
                ),
                Signature.of(Signer(Capacity("Lãnh đạo cơ quan, tổ chức")), "", SIGNED),
            ),
            dated=letterhead.dated(self.day),
            number=letterhead.numbered("", "BB"),
            title="Biên bản",
            subject="Bàn giao tài liệu, vật chứa bí mật nhà nước",
        )

    def _papers(self) -> tuple[Part, ...]:
        if not self.items:
            return (
                Section("II. Tài liệu, vật chứa bí mật nhà nước"),
                Paragraph("Theo Sổ chuyển giao, bên giao không giữ bản nào."),
            )
        title = f"II. Tài liệu, vật chứa bí mật nhà nước ({show_number(len(self.items))} bản)"
        return (Section(title), Table(_ITEMS, tuple(map(_row, enumerate(self.items, 1)))))


def _row(numbered: tuple[int, HeldItem]) -> tuple[str, ...]:
    number, item = numbered
    return (
        str(number),
        item.number_and_day,
        item.title,
        item.level_label,
        "\n".join(filter(None, (item.copy, item.amount))),
        short_date(item.due_on) if item.due_on else "",
        "",
    )
