"""Invented papers: no body, person or document in here exists."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from bmnn_desktop.domain.balance import Balance
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.level import Level
from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.papers.balance_sheet import BalanceLine, BalanceSheet
from bmnn_desktop.printing.papers.closing_certificate import ClosingCertificate, SpoiledSheet
from bmnn_desktop.printing.papers.closing_sheet import (
    ActLine,
    BookFigures,
    ClosingSheet,
    JournalFigures,
)
from bmnn_desktop.printing.papers.composition import Composition, Paper
from bmnn_desktop.printing.papers.cover_facts import CoverFacts
from bmnn_desktop.printing.papers.findings import BY_PEN, Compared, Findings
from bmnn_desktop.printing.papers.inspection_sheet import (
    Counted,
    InspectionSheet,
    QuickPair,
    Seen,
)
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.opening_certificate import OpeningCertificate
from bmnn_desktop.printing.papers.parts import Part
from bmnn_desktop.printing.papers.receipt_minutes import Person, ReceiptMinutes
from bmnn_desktop.printing.papers.sample_sheet import Drawn, SampleSheet
from bmnn_desktop.printing.papers.sender_letter import SenderLetter
from bmnn_desktop.printing.papers.signature import SEALED, Capacity, Signature, Signer
from bmnn_desktop.printing.papers.submission_slip import IncomingItem, SubmissionSlip
from tests.printing.papers.invented_copying import COPYING_PAPERS
from tests.printing.papers.invented_custody import CUSTODY_PAPERS
from tests.printing.papers.invented_events import EVENT_PAPERS
from tests.printing.papers.invented_plans import PLAN_PAPERS
from tests.printing.papers.invented_records import RECORDS

FOOT = Foot("ABCDE-01234-56789-VWXYZ-J7KQ8", 1207, date(2026, 11, 16))

LETTERHEAD = Letterhead(
    parent_org="Ủy ban nhân dân tỉnh Bình Nguyên",
    org="Ủy ban nhân dân xã Phú Cường",
    place="Phú Cường",
    symbol="UBND",
)

CHAIRMAN = Signer(
    Capacity("Chủ tịch", on_behalf_of="Ủy ban nhân dân"),
    "Trần Đức Ngữ",
)
DEPUTY = Signer(
    Capacity("Phó Chủ tịch", on_behalf_of="Ủy ban nhân dân", deputy_of="Chủ tịch"),
    "Lê Hoàng Phước Ửng",
)
KEEPER = Signer(Capacity("Người lập sổ"), "Đỗ Mai Khuê")

COVER = CoverFacts(
    sender="Văn phòng Ủy ban nhân dân tỉnh Bình Nguyên",
    numbers="115/KH-UBND, 116/BC-UBND",
    letter=Level.MAT,
    arrival_no="37",
    arrived_on=date(2026, 3, 5),
)

FINDINGS = Findings(
    rows=(
        Compared("Số bản của tài liệu số 115/KH-UBND", "02 bản", "01 bản (bản số 04)"),
        Compared(
            "Số trang, phụ lục của tài liệu số 116/BC-UBND",
            "12 trang, 02 phụ lục",
            "12 trang, 01 phụ lục",
        ),
        Compared("Niêm phong của bì", "Còn nguyên", "Mép bì bị bong 03 cm"),
    ),
    kinds=(Finding.SHORT, Finding.SUSPECT),
    remarks=(
        "Thiếu 01 bản của tài liệu số 115/KH-UBND (bản số 05) và phụ lục 2 của tài liệu số "
        "116/BC-UBND; mép bì bị bong, không thấy vết cắt."
    ),
)

MINUTES = ReceiptMinutes(
    COVER,
    FINDINGS,
    present=(
        Person("Người giao", "Nguyễn Văn Lưu Chuyển", "Giao liên, Bưu điện tỉnh Bình Nguyên"),
        Person("Người nhận", "Đỗ Mai Khuê", "Văn thư – lưu trữ"),
        Person("Người chứng kiến"),
    ),
    giver=Signer(Capacity("Người giao"), "Nguyễn Văn Lưu Chuyển"),
    receiver=Signer(Capacity("Người nhận"), "Đỗ Mai Khuê"),
    head=CHAIRMAN,
    number="05/BB-UBND",
    day=date(2026, 3, 5),
    begun=time(8, 5),
    ended=time(8, 40),
    venue="trụ sở Ủy ban nhân dân xã Phú Cường",
    handling=(
        "Nhận phần tài liệu hiện có, vào sổ với ghi chú “nhận thiếu, chờ bổ sung”; báo cáo ngay "
        "Chủ tịch Ủy ban nhân dân xã; gửi công văn thông báo cho nơi gửi."
    ),
)

EMPTY_MINUTES = ReceiptMinutes(
    None,
    BY_PEN,
    present=(Person("Người giao"), Person("Người nhận"), Person("Người chứng kiến")),
    giver=Signer(Capacity("Người giao")),
    receiver=Signer(Capacity("Người nhận")),
    head=None,
)

LETTER = SenderLetter(
    COVER,
    FINDINGS,
    DEPUTY,
    day=date(2026, 3, 6),
    minutes_number="05/BB-UBND",
    minutes_day=date(2026, 3, 5),
    reply_by=date(2026, 3, 20),
    recipients=("Như trên", "Chủ tịch, các Phó Chủ tịch UBND xã (để báo cáo)", "Lưu: VT, VP (02)"),
)

SLIP = SubmissionSlip(
    IncomingItem(
        arrival_no="37",
        arrived_on=date(2026, 3, 5),
        issuer="Văn phòng Ủy ban nhân dân tỉnh Bình Nguyên",
        number="115/KH-UBND",
        day=date(2026, 3, 2),
        doc_type="Kế hoạch",
        level=Level.MAT,
        subject=(
            "triển khai công tác phối hợp giữ gìn trật tự trong đợt diễn tập khu vực phòng thủ "
            "cấp xã"
        ),
        amount="02 bản, mỗi bản 12 trang",
    ),
    addressee="Chủ tịch Ủy ban nhân dân xã Phú Cường",
    submitter=Signer(Capacity("Người trình"), "Đỗ Mai Khuê"),
    leader=CHAIRMAN,
    day=date(2026, 3, 5),
)

TOP_SECRET_SLIP = SubmissionSlip(
    IncomingItem(
        arrival_no="38",
        arrived_on=date(2026, 11, 16),
        issuer="Công an tỉnh Bình Nguyên",
        number="09/BC-CAT",
        day=date(2026, 11, 12),
        doc_type="Báo cáo",
        level=Level.TUYET_MAT,
        amount="01 bản (bản số 03)",
    ),
    addressee="Chủ tịch Ủy ban nhân dân xã Phú Cường",
    submitter=None,
    leader=CHAIRMAN,
    day=date(2026, 11, 16),
    proposal="Kính trình Chủ tịch cho ý kiến chỉ đạo.",
    direction="Giao Công an xã tham mưu thực hiện; báo cáo kết quả trực tiếp.",
    assignee="Trưởng Công an xã",
    due=date(2026, 11, 30),
)

OPENING = OpeningCertificate(
    book_title="SỔ ĐĂNG KÝ BÍ MẬT NHÀ NƯỚC ĐI",
    year=2026,
    volume_no=1,
    opened_on=date(2026, 3, 2),
    first_no=13,
    sheets=None,
    keeper=KEEPER,
    head=CHAIRMAN,
    continues="sổ giấy đã dùng đến số 12",
)

CLOSING = ClosingCertificate(
    book_title="SỔ ĐĂNG KÝ BÍ MẬT NHÀ NƯỚC ĐI",
    year=2026,
    volume_no=1,
    closed_on=date(2026, 12, 31),
    first_no=13,
    last_no=320,
    sheets=26,
    keeper=KEEPER,
    head=CHAIRMAN,
    struck=(17, 34, 51, 52, 53, 119),
    vacant=(),
    spoiled=(SpoiledSheet(5, "kẹt giấy"), SpoiledSheet(19, "in lệch cột, đã in lại ở tờ số 20")),
    unused_blanks=(25, 26),
    corrections=4,
    discrepancies="01 tài liệu (số 88/BC-UBND, bản số 02) chưa tìm thấy, có biên bản kèm theo",
)

CLOSING_SHEET = ClosingSheet(
    first=date(2026, 3, 1),
    last=date(2026, 3, 31),
    day=date(2026, 3, 31),
    books=(
        BookFigures("Sổ đến 2026", 31, 58, 28, 0, (), 1, 3, (), 1, ("Đỗ Mai Khuê",)),
        BookFigures(
            "Sổ đi 2026", 13, 20, 8, 2, (14, 17), 3, 2, (5,), 2,
            ("Đỗ Mai Khuê", "Nguyễn Thị Thay Thế"),
        ),
        BookFigures("Sổ chuyển giao BMNN 2026", None, None, 0, 0, (), 0, 0, (), 0, ()),
    ),
    proposals=(
        ActLine(
            201,
            "Mở lại quyển 02 sổ đến 2026 đã khóa, ngày 28/03/2026; lý do: khóa nhầm khi còn 03 bì "
            "chưa vào sổ",
            "Đỗ Mai Khuê",
        ),
    ),
    acts=(
        ActLine(
            97,
            "Gạch bỏ số 14 sổ đi 2026 sau khi in, ngày 05/02/2026; lý do: đăng ký trùng với số 13",
            "Đỗ Mai Khuê",
            is_late=True,
        ),
        ActLine(
            143,
            "Đính chính độ mật số 17 sổ đi 2026 từ Mật thành Tối mật, ngày 12/03/2026; lý do: "
            "nơi soạn thảo đóng dấu nhầm, đã có văn bản đính chính của Văn phòng Ủy ban nhân dân",
            "Nguyễn Thị Thay Thế",
        ),
        ActLine(
            188,
            "Ghi tờ số 5 sổ đi 2026 là tờ hỏng, ngày 25/03/2026; lý do: kẹt giấy",
            "Đỗ Mai Khuê",
        ),
    ),
    listed=(
        ActLine(
            150,
            "Máy báo ngày 01/01/2020, ghi sổ theo ngày 16/03/2026",
            "Đỗ Mai Khuê",
        ),
        ActLine(
            160,
            "Đính chính số 15 sổ đi 2026 (mục người ký), ngày 18/03/2026; lý do: ghi nhầm người ký",
            "Đỗ Mai Khuê",
        ),
    ),
    backups=(
        "Bản số 7 (USB-SAO-LUU-01), kiểm tra xong lúc 16:05 ngày 13/03/2026.",
        "Bản số 8 (USB-SAO-LUU-02), kiểm tra xong lúc 16:10 ngày 27/03/2026.",
    ),
    journal=JournalFigures(
        214, 92, 123, 214, (("Đỗ Mai Khuê", 71), ("Nguyễn Thị Thay Thế", 20), ("Trần Đức Ngữ", 1))
    ),
    keeper=KEEPER,
    head=None,
)  # fmt: skip
INSPECTION = InspectionSheet(
    inspector="Lý Thường Xét",
    body="Công an tỉnh Bình Nguyên",
    decision="QĐ số 215/QĐ-CAT, ngày 02/11/2026",
    opened_by="Đỗ Mai Khuê",
    begun="08:05, 16/11/2026",
    ended="10:40, 16/11/2026",
    counted=(
        Counted("Sổ đến", 2026, "01–260", 260, 3, 1, 2, 14, 2),
        Counted("Sổ đi", 2026, "12–71", 60, 1, 0, 0, 5, 0),
        Counted("Sổ chuyển giao", 2026, "chưa có", 0, 0, 0, 0, 0, 0),
    ),
    elsewhere=1,
    seen=tuple(
        Seen(f"Sổ đến 2026, số {number}", f"08:{number}, 16/11/2026") for number in range(10, 34)
    ),
    quick=(
        QuickPair(
            *(412, "Mở lại sổ đã khóa", "Đỗ Mai Khuê", "Lê Minh Quyết"),
            *("16:58, 30/06/2026", "4,0"),
        ),
        QuickPair(
            *(1187, "Xác nhận các việc đã làm", "Đỗ Mai Khuê", "Lê Minh Quyết"),
            *("09:14, 02/11/2026", "7,5"),
        ),
    ),
    entries=1206,
    day=date(2026, 11, 16),
)

SAMPLE = SampleSheet(
    book_title="Sổ đăng ký bí mật nhà nước đến",
    year=2026,
    seed=424242,
    drawn=(
        Drawn("07", "115/KH-UBND", "Mật", "12", ""),
        Drawn("38", "116/BC-UBND", "Tối mật", "", "Đã gạch bỏ"),
        Drawn("201", "", "Chưa rõ", "", ""),
    ),
    inspector="Lý Thường Xét",
    keeper="Đỗ Mai Khuê",
    day=date(2026, 11, 16),
)

_MAT = Balance(announced=52, received=51, issued=160, made=6, held=81, out=134, destroyed=2)
_TOI_MAT = Balance(received=4, announced=4, issued=12, held=8, out=7, not_found=1)
BALANCE = BalanceSheet(
    title="Sổ đi 2026, quyển 01",
    day=date(2026, 12, 30),
    lines=(
        BalanceLine("Tuyệt mật", Balance(issued=2, held=2)),
        BalanceLine("Tối mật", _TOI_MAT),
        BalanceLine("Mật", _MAT),
        BalanceLine("Cộng", Balance(issued=2, held=2) + _TOI_MAT + _MAT),
    ),
    out=(("số 12 sổ đi 2026", "1", "Bản số 03: Chưa tìm thấy"),),
    keeper=Signer(Capacity("Người lập sổ"), "Trần Thị Thử"),
    head=None,
)

PAPERS: dict[str, Paper] = {
    "balance": BALANCE,
    "minutes": MINUTES,
    "minutes-empty": EMPTY_MINUTES,
    "letter": LETTER,
    "slip": SLIP,
    "slip-top-secret": TOP_SECRET_SLIP,
    "opening": OPENING,
    "closing": CLOSING,
    "closing-sheet": CLOSING_SHEET,
    "inspection": INSPECTION,
    "sample": SAMPLE,
    **COPYING_PAPERS,
    **EVENT_PAPERS,
    **CUSTODY_PAPERS,
    **RECORDS,
    **PLAN_PAPERS,
}


@dataclass(frozen=True, slots=True)
class Plain:
    """A paper made of any parts, to try the engine with."""

    kind: ClassVar[str] = "plain"

    composition: Composition

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the parts under the head of `letterhead`."""
        return dataclasses.replace(self.composition, letterhead=letterhead)


def plain(*parts: Part, signatures: tuple[Signature, ...] = ()) -> Plain:
    """Return a paper of these parts, signed by the chairman unless others are named."""
    places = signatures or (Signature.of(CHAIRMAN, "", SEALED),)
    return Plain(Composition(LETTERHEAD, parts, places, title="Thông báo"))
