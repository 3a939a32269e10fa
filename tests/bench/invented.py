"""Invented mail in the words of the trade: every name, body and subject is made up."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.envelope import EnvelopeKind, Urgency
from bmnn_desktop.domain.level import Level

PEOPLE = ("Nguyễn Văn Mẫu", "Trần Thị Ví Dụ", "Lê Văn Giả Định", "Phạm Thị Thử Nghiệm")
UNITS = ("Phòng Mẫu", "Văn phòng", "Ban Chỉ huy quân sự", "Công an xã Mẫu", "Đảng ủy xã Mẫu")
BODIES = tuple(
    f"{kind} {place}"
    for kind in ("Công an", "Ban Chỉ huy quân sự", "Đảng ủy", "Văn phòng UBND", "Sở Nội vụ")
    for place in ("xã Mẫu", "xã Thí Dụ", "phường Giả Định", "tỉnh Ví Dụ", "xã Thử Nghiệm")
) + tuple(f"UBND xã Giả Định {number}" for number in range(1, 31))
_WORDS = (
    "an ninh trật tự diễn tập phòng thủ khu vực kế hoạch báo cáo kết quả kiểm tra danh sách "
    "tài liệu bảo vệ địa điểm thành lập tổ giúp việc phê duyệt kịch bản phương án xử lý tình "
    "huống đường biên giới cửa khẩu hải đảo đắk lắk quảng trị thừa thiên huế nghệ an hà tĩnh "
    "yên bái xuất nhập cảnh quốc gia tỉnh huyện xã thôn bản làng người dân quân đội công chức "
    "viên chức tuyển sinh đề thi đáp án ngân sách dự toán quyết toán kho bạc tiền tệ xăng dầu "
    "lương thực điện lực viễn thông cơ yếu mật mã khóa chìa truyền tin vệ tinh sóng bưu chính "
    "hỏa tốc thượng khẩn năm tháng quý tuần ngày giờ phút sáng chiều đêm mưa bão lũ lụt hạn "
    "hán cháy nổ cứu hộ"
)
SYLLABLES = tuple(_WORDS.split())
TYPES = ("Công văn", "Kế hoạch", "Báo cáo", "Thông báo", "Quyết định", "Tờ trình", "Phương án")
_ADDRESSEE = "Nguyễn Văn Mẫu, Chủ tịch"


def subject(chance: random.Random) -> str:
    """Return six to fifteen syllables; a few are common, most are rare."""
    words = [
        SYLLABLES[min(int(chance.paretovariate(0.6)) - 1, 10**6) % len(SYLLABLES)]
        for _ in range(chance.randrange(6, 16))
    ]
    return " ".join(words).capitalize()


def outgoing(
    chance: random.Random, number: int, day: date, *, level: Level = Level.MAT, recipients: int = 1
) -> NewDocument:
    """Return a document to be sent."""
    return NewDocument(
        doc_number=f"{number}/{chance.choice(('KH', 'BC', 'TB', 'QĐ'))}-UBND",
        doc_date=day,
        doc_type=chance.choice(TYPES),
        subject=subject(chance) if level.allows_subject else "",
        level=level,
        signer=chance.choice(PEOPLE),
        recipients=tuple(chance.sample(BODIES, recipients)),
        holding_unit="Văn phòng",
        channel=chance.choice((Channel.DIRECT, Channel.LIAISON, Channel.POST)),
        drafter=chance.choice(PEOPLE),
        basis="Quyết định giả định, mục 2, điểm a",
        copying_allowed=chance.random() < 0.2,
        pages=chance.randrange(1, 9),
        annexes=chance.randrange(3),
    )


def incoming(
    chance: random.Random, number: int, day: date, *, level: Level = Level.MAT
) -> NewDocument:
    """Return a document that came in whole."""
    return NewDocument(
        arrival_date=day,
        issuer=chance.choice(BODIES),
        doc_number=f"{number}/{chance.choice(('CV', 'KH', 'BC'))}-GĐ",
        doc_date=day - timedelta(days=chance.randrange(1, 6)),
        doc_type=chance.choice(TYPES),
        subject=subject(chance) if level.allows_subject else "",
        level=level,
        receiving_unit=chance.choice(UNITS),
        copies_announced=1 + (chance.random() < 0.2),
        pages=chance.randrange(1, 12),
        annexes=chance.randrange(3),
        finding=Finding.COMPLETE,
        urgency=chance.choice((Urgency.NONE,) * 8 + (Urgency.KHAN, Urgency.HOA_TOC)),
    )


def sealed(chance: random.Random, number: int, day: date) -> NewDocument:
    """Return an envelope that only the person it names may open."""
    return NewDocument(
        arrival_date=day,
        issuer=chance.choice(BODIES),
        doc_number=f"{number}/BM",
        envelope=EnvelopeKind.SEALED,
        addressee=_ADDRESSEE,
        finding=Finding.COMPLETE,
    )


def short(new: NewDocument) -> NewDocument:
    """Return the same document with one copy missing."""
    announced = (new.copies_announced or 1) + 1
    return replace(
        new,
        copies_announced=announced,
        copies_issued=announced - 1,
        finding=Finding.SHORT,
        remark="Thiếu 1 bản, đã báo nơi gửi",
    )
