"""What the columns of the journalled tables are called where old and new values are shown.

Columns of a line have the labels of its book. A column is either named here or hidden on purpose:
keys, digests and what only the printing engine needs say nothing to a reader.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.clock import VIETNAM
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.correction import CorrectionKind
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import EntryKind
from bmnn_desktop.domain.envelope import Urgency
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import Answer, RunKind, SheetState
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.errors import BookUnknown
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.registers import printed_book
from bmnn_desktop.services.deed import roles_words
from bmnn_desktop.store.canonical import Columns, Value
from bmnn_desktop.store.times import read_time

TABLES: dict[str, str] = {
    "organisation": "Cơ quan, tổ chức",
    "person": "Người dùng kho sổ",
    "signer": "Khóa ký",
    "volume": "Quyển sổ",
    "envelope": "Bì",
    "document": "Dòng của sổ",
    "recipient": "Nơi nhận",
    "copy": "Bản",
    "comparison": "Đối chiếu khi nhận",
    "direction": "Ý kiến chỉ đạo",
    "correction": "Dòng đính chính",
    "print_run": "Lần in",
    "sheet": "Tờ sổ",
    "sheet_line": "Dòng trên tờ",
    "printed_sheet": "Trang đã in",
    "handover": "Giao – nhận",
    "receipt": "Ký nhận",
    "distribution_list": "Danh sách nơi nhận",
    "distribution_member": "Nơi nhận trong danh sách",
    "stated_day": "Ngày ghi sổ",
    "inspection": "Phiên kiểm tra",
    "inspection_look": "Cán bộ kiểm tra xem",
    "year_step": "Việc chuyển năm",
    "backup": "Bản sao lưu",
    "backup_recipient": "Khóa mở bản sao lưu",
}
_USE = {"in_use": "Còn dùng"}
_DOCUMENT = {
    "book": "Sổ",
    "year": "Năm",
    "seq_no": "Số thứ tự",
    "registered_on": "Ngày vào sổ",
    "entry_kind": "Cách vào sổ",
    "paper_reference": "Ghi ở sổ giấy",
    "annulled_on": "Ngày gạch bỏ",
    "annul_reason": "Lý do gạch bỏ",
}
_COLUMNS: dict[str, dict[str, str]] = {
    "organisation": {
        "effective_from": "Từ ngày",
        "name": "Tên",
        "parent_name": "Cơ quan cấp trên",
        "place": "Địa danh",
        "symbol": "Ký hiệu",
    },
    "person": {
        "login": "Tên đăng nhập",
        "name": "Họ và tên",
        "post": "Chức vụ",
        "roles": "Vai trò",
        "revoked_on": "Ngày thu hồi quyền",
        "released_on": "Ngày giải tỏa trách nhiệm giữ",
    },
    "signer": {"retired": "Thôi dùng", "is_stick": "USB ký"},
    "volume": {
        "book": "Sổ",
        "year": "Năm",
        "number": "Quyển số",
        "first_no": "Từ số",
        "last_no": "Đến số",
        "opened_on": "Ngày mở sổ",
        "closed_on": "Ngày khóa sổ",
        "paper_reference": "Tiếp theo sổ giấy",
        "discrepancy": "Sai lệch",
        "signing": "Nơi ký nhận",
    },
    "envelope": {
        "arrived_on": "Ngày đến",
        "sender": "Nơi gửi",
        "cover_number": "Số ghi ngoài bì",
        "addressee_only": "Chỉ người có tên được bóc",
        "addressee": "Người có tên trên bì",
        "urgency": "Độ khẩn",
        "condition": "Tình trạng bì",
        "opened_on": "Ngày mở bì",
        "opened_by": "Người mở bì",
    },
    "recipient": {"name": "Tên", "channel": "Cách gửi", **_USE},
    "copy": {"copy_no": "Bản số", "pages": "Số trang", "annexes": "Phụ lục", **_USE},
    "comparison": {
        "compared_on": "Ngày đối chiếu",
        "finding": "Kết quả",
        "remark": "Ghi rõ sai lệch",
        "awaiting": "Chờ bổ sung",
        "settled_on": "Ngày nhận đủ",
        "settlement": "Cách giải quyết",
    },
    "direction": {
        "given_on": "Ngày cho ý kiến",
        "leader": "Người chỉ đạo",
        "assignee": "Người xử lý",
        "due_on": "Hạn",
        "words": "Ý kiến",
        "done_on": "Ngày xong",
        **_USE,
    },
    "correction": {"kind": "Loại", "made_on": "Ngày ghi", "words": "Nội dung"},
    "print_run": {"kind": "In gì", "reprint_no": "In lại lần", "state": "Kết quả"},
    "sheet": {
        "number": "Tờ số",
        "is_blank": "Tờ dự phòng",
        "state": "Tình trạng",
        "state_on": "Từ ngày",
        "spoil_reason": "Lý do hỏng",
    },
    "sheet_line": {"position": "Dòng thứ", "struck": "Gạch ngang", **_USE},
    "printed_sheet": {"number": "Tờ số", "line_count": "Số dòng"},
    "handover": {
        "year": "Năm",
        "seq_no": "Số thứ tự",
        "receiver": "Người nhận",
        "copies": "Số bản",
        "handed_on": "Ngày giao",
    },
    "receipt": {"signed_on": "Ngày ký", **_USE},
    "distribution_list": {"name": "Tên", "channel": "Cách gửi", **_USE},
    "distribution_member": {"name": "Tên", **_USE},
    "stated_day": {"clock_on": "Máy báo", "stated_on": "Ghi sổ theo ngày"},
    "inspection": {
        "inspector": "Cán bộ kiểm tra",
        "body": "Cơ quan kiểm tra",
        "decision": "Quyết định số",
        "decided_on": "Ngày quyết định",
        "opened_at": "Bắt đầu",
        "closed_at": "Kết thúc",
    },
    "inspection_look": {"what": "Đã xem", "looked_at": "Lúc"},
    "year_step": {"year": "Năm", "step": "Việc", "done_on": "Ngày xong"},
    "backup": {
        "number": "Bản số",
        "file_name": "Tên tệp",
        "medium": "USB",
        "size": "Dung lượng",
        "head_seq": "Đến mục nhật ký",
        "verified_at": "Đọc lại, kiểm tra lúc",
    },
    "backup_recipient": {"name": "Tên", "retired": "Thôi dùng"},
}
HIDDEN: dict[str, frozenset[str]] = {
    table: frozenset(names.split())
    for table, names in {
        "signer": "person_id public_key",
        "volume": "closed_by",
        "document": "volume_id envelope_id moved_from_id annulled_by",
        "recipient": "document_id position",
        "copy": "document_id recipient_id",
        "comparison": "document_id",
        "direction": "document_id",
        "correction": "document_id volume_id made_by columns",
        "print_run": "volume_id document_id printed_at",
        "sheet": "volume_id",
        # what was printed carries the subject
        "sheet_line": "sheet_id document_id correction_id handover_id part print_run_id top height"
        " cells",
        "printed_sheet": "print_run_id sheet_id slot digest",
        "handover": "volume_id document_id recipient_id",
        "receipt": "document_id recipient_id sheet_id",
        "distribution_member": "list_id position",
        "stated_day": "person_id",
        "inspection": "opened_by",
        "inspection_look": "inspection_id kind row",
        "year_step": "person_id",
        "backup": "sha256",
        "backup_recipient": "recipient",
    }.items()
}
_YES_NO = ("in_use", "retired", "is_stick", "addressee_only", "awaiting", "is_blank", "struck")
_BY_NAME: dict[str, Callable[[str], str]] = {
    "level": lambda stored: Level(stored).label,
    "book": lambda stored: printed_book(stored).short_title,
    "copying_allowed": lambda stored: "Được phép" if stored == "1" else "Không được phép",
    **dict.fromkeys(_YES_NO, lambda stored: "có" if stored == "1" else "không"),
}
_CONDITIONS = {"whole": "còn nguyên", "torn": "rách, hỏng", "suspect": "nghi bị bóc, tráo"}
_CORRECTIONS = {
    CorrectionKind.CORRECT: "đính chính",
    CorrectionKind.ANNUL: "gạch bỏ số",
    CorrectionKind.COMPLETE: "ghi tiếp nội dung bì",
}
_STATES = {"asked": "chưa trả lời"} | {
    Answer.GOOD.value: "in tốt",
    Answer.SPOILED.value: "tờ hỏng",
    Answer.NOTHING.value: "không ra tờ nào",
}
_READERS: dict[tuple[str, str], Callable[[str], str]] = {
    ("document", "entry_kind"): lambda stored: EntryKind(stored).label,
    ("volume", "signing"): lambda stored: Signing(stored).label,
    ("envelope", "urgency"): lambda stored: Urgency(stored).label,
    ("envelope", "condition"): lambda stored: _CONDITIONS[stored],
    ("recipient", "channel"): lambda stored: Channel(stored).label,
    ("distribution_list", "channel"): lambda stored: Channel(stored).label,
    ("comparison", "finding"): lambda stored: Finding(stored).label,
    ("correction", "kind"): lambda stored: _CORRECTIONS[CorrectionKind(stored)],
    ("print_run", "kind"): lambda stored: RunKind(stored).label,
    ("print_run", "state"): lambda stored: _STATES[stored],
    ("sheet", "state"): lambda stored: SheetState(stored).label,
    ("person", "roles"): lambda stored: roles_words({"roles": stored}),
}


def labels_of(table: str, columns: Columns) -> dict[str, str]:
    """Return the columns of a row that are shown, in their order, with their labels."""
    if table != "document":
        return _COLUMNS.get(table, {})
    try:
        fields = find_book(str(columns.get("book"))).fields
    except BookUnknown:
        return _DOCUMENT
    own = {field.name: field.label for field in fields if field.name not in _DOCUMENT}
    return {**_DOCUMENT, **{name: label for name, label in own.items() if name in columns}}


def shown_value(table: str, name: str, value: Value) -> str:
    """Return a stored value as it is read; nothing for what is empty."""
    if value is None or value == "":
        return ""
    try:
        return _reader(table, name)(str(value))
    except (ValueError, KeyError, BookUnknown):
        return str(value)  # as it is stored: a later release may write what this one does not know


def _reader(table: str, name: str) -> Callable[[str], str]:
    if (reader := _READERS.get((table, name)) or _BY_NAME.get(name)) is not None:
        return reader
    if name.endswith(("_on", "_date", "_from")):
        return _day
    return _moment if name.endswith("_at") else str


def _day(stored: str) -> str:
    return short_date(date.fromisoformat(stored))


def _moment(stored: str) -> str:
    when = read_time(stored).astimezone(VIETNAM)
    return f"{when:%H:%M} ngày {short_date(when.date())}"
