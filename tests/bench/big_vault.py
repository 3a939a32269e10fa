"""A big invented vault, filled quickly, and its unencrypted twin."""

from __future__ import annotations

import random
import sqlite3
from datetime import date, timedelta
from pathlib import Path

from bmnn_desktop.domain.document import NewDocument, deal_copies
from bmnn_desktop.domain.level import Level
from bmnn_desktop.registers.outgoing import OUTGOING
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.document_columns import columns_of
from bmnn_desktop.services.office import Office
from bmnn_desktop.store import schema as schemas
from bmnn_desktop.store.schema import Schema
from tests.services.offices import found

YEARS = 10
_BATCH = 1000
_BODIES = tuple(
    f"{kind} {place}"
    for kind in ("Công an", "Ban Chỉ huy quân sự", "Đảng ủy", "Văn phòng UBND", "Sở Nội vụ")
    for place in ("xã Mẫu", "xã Thí Dụ", "phường Giả Định", "tỉnh Ví Dụ", "xã Thử Nghiệm")
)
_WORDS = (
    "an ninh trật tự diễn tập phòng thủ khu vực kế hoạch báo cáo kết quả kiểm tra danh sách tài "
    "liệu bảo vệ địa điểm thành lập tổ giúp việc phê duyệt kịch bản phương án xử lý tình huống "
    "đường biên giới cửa khẩu hải đảo đắk lắk quảng trị thừa thiên huế nghệ an hà tĩnh yên bái "
    "xuất nhập cảnh quốc gia tỉnh huyện xã thôn bản làng người dân quân đội công chức viên chức "
    "tuyển sinh đề thi đáp án ngân sách dự toán quyết toán kho bạc tiền tệ xăng dầu lương thực "
    "điện lực viễn thông cơ yếu mật mã khóa chìa truyền tin vệ tinh sóng bưu chính hỏa tốc thượng "
    "khẩn năm tháng quý tuần ngày giờ phút sáng chiều đêm mưa bão lũ lụt hạn hán cháy nổ cứu hộ"
)
_SYLLABLES = tuple(_WORDS.split())
_TYPES = ("Công văn", "Kế hoạch", "Báo cáo", "Thông báo", "Quyết định", "Tờ trình", "Phương án")


def document(chance: random.Random, number: int, *, recipients: int = 1) -> NewDocument:
    """Return an invented document; a few syllables are common, most are rare."""
    words = [
        _SYLLABLES[min(int(chance.paretovariate(0.6)) - 1, 10**6) % len(_SYLLABLES)]
        for _ in range(chance.randrange(6, 16))
    ]
    return NewDocument(
        doc_number=f"{number}/{chance.choice(('KH', 'BC', 'TB', 'QĐ'))}-UBND",
        doc_date=date(2026, 1, 1) + timedelta(days=chance.randrange(300)),
        doc_type=chance.choice(_TYPES),
        subject=" ".join(words).capitalize(),
        level=chance.choice((Level.MAT, Level.TOI_MAT)),
        signer=chance.choice(("Nguyễn Văn Mẫu", "Trần Thị Ví Dụ", "Lê Văn Giả Định")),
        recipients=tuple(chance.sample(_BODIES, recipients)),
        holding_unit="Văn phòng",
    )


def filled(place: Path, size: int) -> Office:
    """Found a vault of `size` documents in ten years; an entry holds up to 1,000 of them."""
    office, _sheet = found(place, year=2017)
    chance = random.Random(size)
    per_year = -(-size // YEARS)
    left = size
    for year in range(2017, 2017 + YEARS):
        office.write(_fill_year, year, min(per_year, left), chance).result()
        left -= min(per_year, left)
    return office


def entered(place: Path, count: int) -> Office:
    """Found a vault of `count` documents, each its own entry; the disk is not waited for."""
    office, _sheet = found(place)
    chance = random.Random(count)

    def fill(desk: WritingDesk) -> None:
        desk.writing.connection.set_authorizer(None)
        desk.writing.connection.execute("PRAGMA synchronous = OFF")
        for number in range(1, count + 1):
            add_document(desk, "outgoing", document(chance, number, recipients=2))

    office.write(fill).result()
    return office


def _fill_year(desk: WritingDesk, year: int, count: int, chance: random.Random) -> None:
    with desk.journal.write("volume.open") as act:
        volume = 1
        if year != 2017:
            volume = act.insert(
                "volume",
                book="outgoing",
                year=year,
                number=1,
                first_no=1,
                opened_on=f"{year}-01-02",
                paper_reference="",
            )
    for start in range(1, count + 1, _BATCH):
        with desk.journal.write("document.add") as act:
            for seq_no in range(start, min(start + _BATCH, count + 1)):
                new = document(chance, seq_no)
                row = act.insert(
                    "document",
                    volume_id=volume,
                    book="outgoing",
                    year=year,
                    seq_no=seq_no,
                    registered_on=f"{year}-03-05",
                    **columns_of(OUTGOING, new),
                    annulled_on=None,
                    annulled_by=None,
                    annul_reason=None,
                )
                body = act.insert(
                    "recipient", document_id=row, position=1, name=new.recipients[0], in_use=1
                )
                for copy in deal_copies(new.recipients, new.holding_unit, new.copies):
                    recipient = None if copy.is_file_copy else body
                    act.insert(
                        "copy",
                        document_id=row,
                        copy_no=copy.copy_no,
                        recipient_id=recipient,
                        in_use=1,
                    )


def twin(office: Office, path: Path) -> sqlite3.Connection:
    """Return the same registers in plain SQLite; the journal is left out."""
    plain = sqlite3.connect(path, isolation_level=None)
    plain.row_factory = sqlite3.Row
    plain.execute("PRAGMA cache_size = -65536")
    plain.execute("BEGIN")
    schemas.create(plain, Schema(), Schema().version)
    for table in ("person", "volume", "document", "recipient", "search_document"):
        rows = office.read(lambda desk, name: desk.rows.all(f"SELECT * FROM {name}"), table)
        found_rows = [tuple(row) for row in rows.result()]
        marks = ",".join("?" * len(found_rows[0]))
        plain.executemany(f"INSERT INTO {table} VALUES ({marks})", found_rows)
    plain.execute("INSERT INTO search_index (search_index) VALUES ('rebuild')")
    plain.execute("COMMIT")
    return plain
