"""Biên bản cài đặt, nghiệm thu máy: which program, which vault, who has keys, what is sealed.

What stands in the vault is printed; what only eyes can see is written by hand. The program's own
paper: no law read so far gives a form of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from bmnn_desktop.domain.dates import long_date, short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.papers.composition import Composition
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Column, Fact, Facts, Paragraph, Section, Table
from bmnn_desktop.printing.papers.signature import (
    LEADER,
    SEALED,
    SIGNED,
    Capacity,
    Signature,
    Signer,
)

_PEOPLE = (
    Column("TT", 0.7, "center"),
    Column("Họ và tên", 2.8),
    Column("Chức vụ", 2.6),
    Column("Vai trò", 3.4),
    Column("Khóa", 2.3),
)
_BOOKS = (
    Column("Sổ", 4.2),
    Column("Năm, quyển", 2.0, "center"),
    Column("Mở ngày", 1.9, "center"),
    Column("Từ số", 1.2, "center"),
    Column("Nối tiếp sổ giấy", 3.0),
)


@dataclass(frozen=True, slots=True)
class KeyHolder:
    """A person with a key: how he stands to the vault in words."""

    name: str
    post: str
    roles: str
    keys: str


@dataclass(frozen=True, slots=True)
class OpenedVolume:
    """A volume the vault was begun with."""

    title: str
    year: int
    number: int
    opened_on: date
    first_no: int
    paper_reference: str


@dataclass(frozen=True, slots=True)
class FoundingMinutes:
    """A vault and the computer it lies on."""

    kind: ClassVar[str] = "founding-minutes"

    version: str
    program_sha256: str
    fingerprint: str  # of the first entry
    founded_on: date
    people: tuple[KeyHolder, ...]
    volumes: tuple[OpenedVolume, ...]
    keeper: str
    day: date

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the minutes."""
        return Composition(
            letterhead,
            body=(
                Paragraph(
                    f"Hôm nay, {long_date(self.day)}, tại {letterhead.org}, đã cài đặt, nghiệm thu "
                    "máy tính và kho sổ dùng để đăng ký, quản lý bí mật nhà nước."
                ),
                Section("I. Máy tính (không nối mạng)"),
                Facts(
                    (
                        (Fact("Hãng, kiểu máy"), Fact("Số máy (serial)")),
                        (Fact("Số ổ đĩa"), Fact("Nơi đặt máy")),
                        (Fact("Biên bản kiểm tra an ninh số"), Fact("ngày")),
                        (Fact("Đã tháo, khóa: Wi-Fi, Bluetooth, LAN, micrô, camera"),),
                    )
                ),
                Section("II. Phần mềm"),
                Facts(
                    (
                        (Fact("Tên, phiên bản", f"BMNN Desktop {self.version}"),),
                        (Fact("Mã băm SHA-256 của phần mềm đang chạy", self.program_sha256),),
                        (Fact("Mã băm ghi trên giấy kèm bộ cài (chép vào để đối chiếu)"),),
                    )
                ),
                Section("III. Kho sổ"),
                Facts(
                    (
                        (Fact("Lập ngày", short_date(self.founded_on)),),
                        (Fact("Dấu vân tay của mục nhật ký đầu tiên", self.fingerprint),),
                    )
                ),
                Table(
                    _BOOKS,
                    tuple(
                        (
                            one.title,
                            f"{one.year}, quyển {show_number(one.number)}",
                            short_date(one.opened_on),
                            show_number(one.first_no),
                            one.paper_reference,
                        )
                        for one in self.volumes
                    ),
                ),
                Section("IV. Người có khóa"),
                Table(
                    _PEOPLE,
                    tuple(
                        (str(number), one.name, one.post, one.roles, one.keys)
                        for number, one in enumerate(self.people, 1)
                    ),
                ),
                Section("V. Phiếu khóa khôi phục và USB"),
                Facts(
                    (
                        (Fact("Phiếu khóa khôi phục niêm phong lúc"), Fact("Số niêm phong")),
                        (Fact("Người giữ phong bì"), Fact("Nơi giữ")),
                        (Fact("USB sao lưu đã duyệt (số hiệu)"), Fact("Người giữ")),
                        (Fact("Bản sao lưu đầu tiên đã kiểm tra ngày"),),
                    )
                ),
                Paragraph(
                    "Những người ký tên đã thấy phiếu khóa khôi phục được niêm phong, không ai "
                    "chép lại nội dung. Biên bản lập thành hai bản, một bản lưu cùng phong bì."
                ),
            ),
            signatures=(
                Signature.of(
                    Signer(Capacity("Người được giao bảo vệ BMNN"), self.keeper), "", SIGNED
                ),
                Signature.of(Signer(Capacity("Người cài đặt")), "", SIGNED),
                Signature.of(None, LEADER, SEALED),
            ),
            dated=letterhead.dated(self.day),
            number=letterhead.numbered("", "BB"),
            title="Biên bản",
            subject="Cài đặt, nghiệm thu máy và lập kho sổ",
        )
