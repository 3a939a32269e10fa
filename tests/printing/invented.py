"""Invented books: no body, person or document in here exists."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from bmnn_desktop import resources
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.form import Form
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.printing.lines import SIGNED, Cover, Foot, Line
from bmnn_desktop.registers.form_file import load_form

FOOT = Foot(code="ABCDE-01234-56789-VWXYZ-J7KQ8", entry=1207, printed_on=date(2026, 11, 16))

COVER = Cover(
    parent_org="Ủy ban nhân dân tỉnh Bình Nguyên",
    org="Ủy ban nhân dân xã Phú Cường",
    place="Phú Cường",
    book_title="SỔ ĐĂNG KÝ BÍ MẬT NHÀ NƯỚC ĐI",
    year=2026,
    volume_no=1,
    opened_on=date(2026, 3, 2),
    closed_on=None,
    first_no=1,
    last_no=None,
    training=False,
)

_TYPES = (("Kế hoạch", "KH"), ("Báo cáo", "BC"), ("Tờ trình", "TTr"), ("Quyết định", "QĐ"))
_SUBJECTS = (
    "triển khai nhiệm vụ bảo vệ bí mật nhà nước trên địa bàn xã",
    "kết quả rà soát tài liệu, vật chứa bí mật nhà nước đang lưu giữ tại các phòng, ban chuyên môn",
    "phê duyệt danh sách người được giao trực tiếp quản lý tài liệu mật",
    (
        "công tác phối hợp giữ gìn trật tự trong đợt diễn tập khu vực phòng thủ cấp xã; phân công "
        "lực lượng, phương tiện và chế độ báo cáo của các đơn vị tham gia"
    ),
    "kiểm kê, đối chiếu sáu tháng đầu năm",
)
_BODIES = (
    "Công an tỉnh",
    "Văn phòng Ủy ban nhân dân tỉnh",
    "Ban Chỉ huy Quân sự xã",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    "Đảng ủy xã",
    "Trạm Y tế",
    "Ủy ban Mặt trận Tổ quốc xã",
)
_SIGNERS = ("Nguyễn Thị Thục Quyên", "Trần Đức Ngữ", "Lê Hoàng Phước Ửng")
_LEVELS = ("Mật",) * 12 + ("Tối mật",) * 2 + ("Tuyệt mật",)
_UNITS = ("Văn phòng", "Công an xã")


def outgoing() -> Form:
    """Return the shipped form of the outgoing register."""
    return form("outgoing")


def form(book: str) -> Form:
    """Return the shipped form of a book."""
    return load_form(resources.path(f"forms/{book}-2026.toml"))


def lines(count: int, *, seed: int = 2026) -> Iterator[Line]:
    """Yield `count` lines of an invented outgoing register; every 17th is annulled."""
    dice = random.Random(seed)
    day = date(2026, 3, 2)
    for seq_no in range(1, count + 1):
        day = min(day + timedelta(days=dice.random() < 0.4), date(2026, 12, 31))
        yield _line(seq_no, day, dice, struck=seq_no % 17 == 0)


def _line(seq_no: int, day: date, dice: random.Random, *, struck: bool) -> Line:
    kind, symbol = dice.choice(_TYPES)
    level = dice.choice(_LEVELS)
    subject = "" if level == "Tuyệt mật" else f" {dice.choice(_SUBJECTS)}"
    bodies = dice.sample(_BODIES, dice.choice((1, 1, 2, 2, 3, 5)))
    note = f"Gạch bỏ {short_date(day)}: ghi trùng. Người gạch: Đỗ Mai Khuê." if struck else ""
    return Line(
        seq_no,
        (
            show_number(seq_no),
            f"{show_number(seq_no)}/{symbol}-UBND",
            short_date(day),
            f"{kind}{subject}",
            level,
            dice.choice(_SIGNERS),
            "\n".join(bodies),
            dice.choice(_UNITS),
            show_number(len(bodies) + 1),
            note,
        ),
        struck,
    )


def incoming_lines(count: int) -> Iterator[Line]:
    """Yield lines of an invented incoming register; every 9th envelope is still unopened."""
    dice = random.Random(63)
    day = date(2026, 3, 2)
    for seq_no in range(1, count + 1):
        day = min(day + timedelta(days=dice.random() < 0.4), date(2026, 12, 31))
        unopened = seq_no % 9 == 0
        kind, symbol = dice.choice(_TYPES)
        level = dice.choice(_LEVELS)
        subject = "" if level == "Tuyệt mật" else f". {dice.choice(_SUBJECTS).capitalize()}"
        yield Line(
            seq_no,
            (
                show_number(seq_no),
                short_date(day),
                show_number(seq_no),
                dice.choice(_BODIES),
                f"{dice.randint(2, 480)}/{symbol}-{dice.choice(('CAT', 'UBND', 'VP'))}",
                "" if unopened else short_date(day - timedelta(days=dice.randint(0, 6))),
                "" if unopened else f"{kind}{subject}",
                "" if unopened else level,
                "Chủ tịch Ủy ban nhân dân xã" if unopened else dice.choice(_UNITS),
                "Bì chưa bóc: chỉ người có tên mới được bóc bì." if unopened else "",
            ),
        )


def transfer_lines(count: int) -> Iterator[Line]:
    """Yield lines of an invented transfer log; every 6th document is to come back."""
    dice = random.Random(16)
    day = date(2026, 3, 2)
    for seq_no in range(1, count + 1):
        day = min(day + timedelta(days=dice.random() < 0.4), date(2026, 12, 31))
        kind, symbol = dice.choice(_TYPES)
        level = dice.choice(_LEVELS)
        subject = "" if level == "Tuyệt mật" else f". {dice.choice(_SUBJECTS).capitalize()}"
        due = f"Hạn trả {short_date(day + timedelta(days=10))}" if seq_no % 6 == 0 else ""
        yield Line(
            seq_no,
            (
                show_number(seq_no),
                short_date(day),
                f"{dice.randint(2, 480)}/{symbol}-UBND",
                f"{kind}{subject}",
                level,
                f"{dice.choice(('01', '01', '02'))} bản",
                f"{dice.choice(_UNITS)}\n{dice.choice(_SIGNERS)}",
                "",
                due,
                "",
            ),
        )


def copying_lines(count: int) -> Iterator[Line]:
    """Yield lines of an invented copying log; its receivers sign in the transfer log."""
    dice = random.Random(11)
    day = date(2026, 3, 2)
    for seq_no in range(1, count + 1):
        day = min(day + timedelta(days=dice.random() < 0.4), date(2026, 12, 31))
        kind, symbol = dice.choice(_TYPES)
        level = dice.choice(_LEVELS)
        subject = "" if level == "Tuyệt mật" else f". {dice.choice(_SUBJECTS).capitalize()}"
        units = dice.sample(_UNITS, 2)
        waste = f"01 bản hỏng: tiêu hủy ngày {short_date(day)}, Đỗ Mai Khuê"
        yield Line(
            seq_no,
            (
                show_number(seq_no),
                short_date(day),
                f"{dice.randint(2, 480)}/{symbol}-UBND, {short_date(day)}",
                f"{kind}{subject}",
                level,
                "Trích sao: Mục II, phần 1" if seq_no % 5 == 0 else "Sao y bản chính",
                "02",
                "01–02",
                "\n".join(f"{unit}: {number:02d}" for number, unit in enumerate(units, 1)),
                f"{dice.choice(_SIGNERS)}, Chủ tịch Ủy ban nhân dân cấp xã ngày {short_date(day)}",
                "Đỗ Mai Khuê, phòng máy",
                waste if seq_no % 4 == 0 else "Không có",
                "\n".join(f"{SIGNED}TKN {seq_no}/2026, dòng {line}" for line in (1, 2)),
                (f"Sổ đến: {show_number(seq_no)}/2026\nCăn cứ: Điều 11 Luật 117/2025/QH15"),
            ),
        )


def stock_lines(count: int) -> Iterator[Line]:
    """Yield lines of an invented list of what lay in the safe; every 4th is in somebody's hands."""
    dice = random.Random(17)
    for seq_no in range(1, count + 1):
        kind, symbol = dice.choice(_TYPES)
        level = dice.choice(_LEVELS)
        subject = "" if level == "Tuyệt mật" else f". {dice.choice(_SUBJECTS).capitalize()}"
        year = dice.randint(2017, 2025)
        holder = dice.choice(_UNITS) if seq_no % 4 == 0 else f"Tủ số {dice.randint(1, 3)}"
        yield Line(
            seq_no,
            (
                show_number(seq_no),
                dice.choice(_UNITS),
                f"{dice.randint(2, 480)}/{symbol}-UBND",
                short_date(date(year, dice.randint(1, 12), dice.randint(1, 28))),
                f"{kind}{subject}",
                level,
                show_number(dice.choice((1, 1, 1, 2, 3))),
                f"{dice.randint(1, 40)} trang\n{dice.randint(0, 2)} phụ lục",
                f"Sổ đến {year}, số {dice.randint(1, 300)}" if dice.random() < 0.8 else "",
                holder,
            ),
        )
