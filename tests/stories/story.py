"""The one story that the window and the command line both live through, as plain data.

Found the vault → register DOCUMENTS → correct → strike → search → print (answer: in tốt) →
verify with the sheet's code → back up into an empty folder called MEDIUM → restore → verify.
Played on `tests.services.offices.FakeClock`, both ways must end with equal `rows_of`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.services.office import Office
from bmnn_desktop.store import tables

BOOK = "outgoing"
YEAR = 2026
MEDIUM = "medium"
NEW_PASSPHRASE = "bac cham nghi phou kang tui"

FOUNDING = Founding(
    training=True,
    org="UBND xã Đắk Mẫu",
    parent_org="UBND tỉnh Giả Định",
    place="Đắk Mẫu",
    symbol="UBND",
    login="giu-so",
    name="Trần Thị Ví Dụ",
    passphrase="coi bang ngau thui khach pem",
    year=YEAR,
    first_no=12,
    paper_reference="Quyển 01/2026, tờ 3",
)

_SIGNER = "Nguyễn Văn Mẫu"
_UNIT = "Văn phòng"
_POLICE, _ARMY, _PARTY = "Công an xã Đắk Mẫu", "Ban Chỉ huy quân sự xã", "Đảng ủy xã Đắk Mẫu"


def _one(
    number: str,
    day: date,
    doc_type: str,
    subject: str,
    *recipients: str,
    level: Level = Level.MAT,
    copies: int | None = None,
    note: str = "",
) -> NewDocument:
    return NewDocument(
        doc_number=number,
        doc_date=day,
        doc_type=doc_type,
        subject=subject,
        level=level,
        signer=_SIGNER,
        recipients=recipients,
        holding_unit=_UNIT,
        note=note,
        copies_issued=copies,
    )


DOCUMENTS: tuple[NewDocument, ...] = (
    _one("12/KH-UBND", date(2026, 1, 5), "Kế hoạch", "Diễn tập giả định số 1", _POLICE, _ARMY),
    _one("13/UBND", date(2026, 1, 6), "Công văn", "V/v rà soát danh sách giả định", _PARTY),
    _one("14/BC-UBND", date(2026, 1, 9), "Báo cáo", "", _PARTY, level=Level.TUYET_MAT),
    _one("15/TB-UBND", date(2026, 1, 12), "Thông báo", "Lịch trực giả định quý I", _ARMY, copies=4),
    _one(
        *("16/PA-UBND", date(2026, 1, 20), "Phương án", "Bảo vệ địa điểm diễn tập thử nghiệm"),
        *(_POLICE, _ARMY, _PARTY),
        level=Level.TOI_MAT,
    ),
    _one("17/QĐ-UBND", date(2026, 2, 2), "Quyết định", "Thành lập tổ giúp việc giả định", _PARTY),
    _one("18/UBND", date(2026, 2, 3), "Công văn", "V/v phối hợp “tập huấn – đợt 2”", _POLICE),
    _one("19/TTr-UBND", date(2026, 2, 9), "Tờ trình", "Đề nghị phê duyệt kịch bản", _PARTY),
    _one("20/BC-UBND", date(2026, 2, 16), "Báo cáo", "Kết quả đợt giả định số 1", _PARTY, _ARMY),
    _one("21/UBND", date(2026, 2, 20), "Công văn", "V/v đính chính phụ lục 3", _ARMY, note="Gấp"),
    _one("22/KH-UBND", date(2026, 2, 27), "Kế hoạch", "Kiểm tra kho tài liệu mẫu", _POLICE),
    _one("23/HD-UBND", date(2026, 3, 4), "Hướng dẫn", "Cách ghi sổ trong buổi tập huấn", _PARTY),
)


@dataclass(frozen=True, slots=True)
class Correction:
    """What is corrected: the line `seq_no` becomes `new`."""

    seq_no: int
    new: NewDocument
    reason: str


@dataclass(frozen=True, slots=True)
class Annulment:
    """Which line is struck, and why."""

    seq_no: int
    reason: str


CORRECTION = Correction(
    16,
    replace(DOCUMENTS[4], doc_date=date(2026, 1, 21), recipients=(_POLICE, "Trạm Y tế xã Đắk Mẫu")),
    "Ghi nhầm ngày và nơi nhận",
)
ANNULMENT = Annulment(18, "Ghi trùng với văn bản khác")

# What is typed in the find box, and the numbers that must be found.
SEARCHES: tuple[tuple[str, tuple[int, ...]], ...] = (
    ("dien tap", (16, 12)),
    ("đính chính", (21,)),
    ("y te", (16,)),
    ("DAK MAU ke hoach", (22, 12)),
    ("khong co gi", ()),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line as both stories must leave it; every line is printed."""

    seq_no: int
    new: NewDocument
    copies: int
    struck: str | None


def expected_lines() -> tuple[Line, ...]:
    """Return the lines of the book at the end, in its order."""
    lines = []
    for seq_no, typed in enumerate(DOCUMENTS, FOUNDING.first_no):
        new = CORRECTION.new if seq_no == CORRECTION.seq_no else typed
        struck = ANNULMENT.reason if seq_no == ANNULMENT.seq_no else None
        lines.append(Line(seq_no, new, new.copies, struck))
    return tuple(lines)


# Columns that differ between two vaults with the same history: random, or the moment of an act.
_PECULIAR = {
    "signer": {"public_key"},
    "print_run": {"printed_at"},
    "backup": {"file_name", "sha256", "size", "verified_at"},
    "backup_recipient": {"recipient"},
}


def rows_of(office: Office) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every journalled table, and what each journal entry did.

    Random columns and moments show as "…"; civil dates stay, so both vaults need the same day.
    """

    def work(desk: Desk) -> dict[str, list[tuple[object, ...]]]:
        found: dict[str, list[tuple[object, ...]]] = {}
        for table in tables.JOURNALLED:
            hidden = _PECULIAR.get(table.name, set())
            found[table.name] = [
                tuple("…" if name in hidden else row[name] for name in row.keys())  # noqa: SIM118
                for row in desk.rows.all(f"SELECT * FROM {table.name} ORDER BY id")
            ]
        acts = "SELECT seq, generation, signer, kind, action, reason FROM entry ORDER BY seq"
        found["entry"] = [tuple(row) for row in desk.rows.all(acts)]
        return found

    return office.read(work).result()
