"""Tờ sổ: the numbered sheet of paper, what stands where on it, and the runs that printed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class SheetState(Enum):
    """How far a sheet is; the value is what the vault stores."""

    PLANNED = "planned"  # numbered by a print that is not answered, or never reached paper
    OPEN = "open"  # has room: it is fed again
    FULL = "full"
    SIGNED = "signed"
    SPOILED = "spoiled"  # stays in the book with its number
    UNUSED = "unused"  # a blank one left over

    @property
    def label(self) -> str:
        """Return the state as the screen names it."""
        return _STATES[self]


_STATES = {
    SheetState.PLANNED: "chưa ra giấy",
    SheetState.OPEN: "đang dùng",
    SheetState.FULL: "đủ dòng",
    SheetState.SIGNED: "đã ký đủ",
    SheetState.SPOILED: "hỏng",
    SheetState.UNUSED: "không dùng",
}


class RunKind(Enum):
    """What a print run is for; the value is what the vault stores."""

    BOOK = "book"  # the whole volume on fresh paper
    NEW_LINES = "new_lines"  # in tiếp
    REPRINT = "reprint"  # one sheet once more, marked
    BLANK = "blank"
    CROSSING = "crossing"
    OPENING = "opening"
    CLOSING = "closing"
    MINUTES = "minutes"
    LETTER = "letter"
    DIRECTION = "direction"
    CLOSING_SHEET = "closing_sheet"
    BALANCE = "balance"
    HOLDINGS = "holdings"
    REMINDER = "reminder"
    PARCEL_LIST = "parcel_list"
    PARCEL_SLIP = "parcel_slip"
    REMOVAL_REQUEST = "removal_request"
    REMOVAL_RETURN = "removal_return"
    PROVISION_REQUEST = "provision_request"
    PROVISION_REFUSAL = "provision_refusal"
    INCIDENT_REPORT = "incident_report"
    INCIDENT_NOTICE = "incident_notice"
    SEARCH_MINUTES = "search_minutes"
    TASK_LIST = "task_list"
    PROGRESS_REPORT = "progress_report"
    UNIT_REPORTS = "unit_reports"
    COPY_REQUEST = "copy_request"
    COPY_STAMP = "copy_stamp"
    COPY_RECORD = "copy_record"
    PARCEL_MARKS = "parcel_marks"
    HANDOVER_SLIP = "handover_slip"
    HANDOVER_MINUTES = "handover_minutes"
    COMMITMENT = "commitment"
    FOUNDING_MINUTES = "founding_minutes"
    STATISTICS = "statistics"

    @property
    def label(self) -> str:
        """Return the run as the screen names it."""
        return _KINDS[self]

    @property
    def is_of_sheets(self) -> bool:
        """Tell whether it prints on numbered sheets, not a page of its own."""
        return self in _OF_SHEETS


_KINDS = {
    RunKind.BOOK: "in cả quyển",
    RunKind.NEW_LINES: "in tiếp",
    RunKind.REPRINT: "in lại một tờ",
    RunKind.BLANK: "in tờ dự phòng",
    RunKind.CROSSING: "gạch chéo phần trống",
    RunKind.OPENING: "chứng nhận mở sổ",
    RunKind.CLOSING: "chứng nhận khóa sổ",
    RunKind.MINUTES: "biên bản kiểm tra bì, tài liệu",
    RunKind.LETTER: "thông báo cho nơi gửi",
    RunKind.DIRECTION: "phiếu trình văn bản đến",
    RunKind.CLOSING_SHEET: "tờ chốt sổ",
    RunKind.BALANCE: "bảng cân đối bản",
    RunKind.HOLDINGS: "danh mục tài liệu đang giữ",
    RunKind.REMINDER: "phiếu nhắc trả",
    RunKind.PARCEL_LIST: "bảng kê bì",
    RunKind.PARCEL_SLIP: "phiếu gửi",
    RunKind.REMOVAL_REQUEST: "đề nghị mang ra nước ngoài",
    RunKind.REMOVAL_RETURN: "biên bản bàn giao lại",
    RunKind.PROVISION_REQUEST: "đề nghị cung cấp, chuyển giao",
    RunKind.PROVISION_REFUSAL: "văn bản từ chối cung cấp, chuyển giao",
    RunKind.INCIDENT_REPORT: "báo cáo đột xuất",
    RunKind.INCIDENT_NOTICE: "thông báo cho nơi ban hành",
    RunKind.SEARCH_MINUTES: "biên bản xác minh, tìm kiếm",
    RunKind.TASK_LIST: "danh mục nhiệm vụ",
    RunKind.PROGRESS_REPORT: "báo cáo tiến độ kế hoạch",
    RunKind.UNIT_REPORTS: "bảng theo dõi báo cáo của đơn vị",
    RunKind.COPY_REQUEST: "phiếu đề nghị sao, chụp",
    RunKind.COPY_STAMP: "phiếu thông tin đóng dấu bản sao",
    RunKind.COPY_RECORD: "văn bản trích sao, ghi nhận việc chụp",
    RunKind.PARCEL_MARKS: "phiếu thông tin ghi trên bì",
    RunKind.HANDOVER_SLIP: "phiếu giao nhận",
    RunKind.HANDOVER_MINUTES: "biên bản bàn giao",
    RunKind.COMMITMENT: "bản cam kết",
    RunKind.FOUNDING_MINUTES: "biên bản cài đặt, nghiệm thu máy",
    RunKind.STATISTICS: "thống kê bí mật nhà nước",
}


_OF_SHEETS = frozenset(
    {RunKind.BOOK, RunKind.NEW_LINES, RunKind.REPRINT, RunKind.BLANK, RunKind.CROSSING}
)


class Answer(Enum):
    """What came of a print, the best first: a run is good if any of its sheets is."""

    GOOD = "good"
    SPOILED = "spoiled"
    NOTHING = "nothing"  # no sheet came out


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a volume."""

    id: int
    volume_id: int
    number: int
    is_blank: bool  # ruled, to be written by hand
    state: SheetState
    state_on: date
    spoil_reason: str

    @property
    def is_on_paper(self) -> bool:
        """Tell whether the number stands on paper, be it spoiled."""
        return self.state is not SheetState.PLANNED


@dataclass(frozen=True, slots=True)
class SheetLine:
    """What stands in one place of a sheet; of document, correction and handover one is there.

    `top` and `height` are hundredths of a point below the column heads. They are None where nobody
    knows them: written by hand, printed before schema 0002, or never come out of the printer.
    """

    id: int
    sheet_id: int
    position: int
    seq_no: int  # in the book; of a correction the number of the line it corrects
    document_id: int | None
    correction_id: int | None
    handover_id: int | None
    copy_order_id: int | None
    part: int
    run_id: int | None  # None: written by hand
    top: int | None
    height: int | None
    cells: tuple[str, ...]
    struck: bool
    in_use: bool
    is_answered: bool  # written by hand, or its print was good
    put_on: date  # when it was printed or written

    @property
    def source(self) -> tuple[str, int]:
        """Return the table and row of what the line shows."""
        if self.document_id is not None:
            return "document", self.document_id
        if self.correction_id is not None:
            return "correction", self.correction_id
        if self.handover_id is not None:
            return "handover", self.handover_id
        return "copy_order", self.copy_order_id or 0


@dataclass(frozen=True, slots=True)
class SignPlace:
    """A place on a sheet where a receiver signs; `signed_on` None: still open.

    `key` names it on its sheet: "12" of line 12, "12.3" its third recipient.
    """

    key: str
    sheet_id: int
    seq_no: int
    receiver: str
    document_id: int
    recipient_id: int | None
    handover_id: int | None  # the line of the transfer log it stands in
    since: date  # on paper, or handed over
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class WaitingRun:
    """A print that waits for "in tốt", "tờ hỏng" or "không ra tờ nào"."""

    id: int
    kind: RunKind
    book: str
    year: int
    volume_no: int
    seq_no: int | None  # of the document a paper is about
    printed_at: datetime
    sheets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class FeedStep:
    """One sheet of paper to put into the tray, in the order of printing."""

    number: int
    is_continued: bool  # the sheet itself, fed again
    first_line: int  # its position on the sheet
    lines: int

    @property
    def words(self) -> str:
        """Return what to do, in words."""
        if self.is_continued:
            where = f"in {self.lines} dòng từ dòng {self.first_line}"
            return f"Đặt lại tờ số {self.number} vào khay, {where}."
        return f"Lấy 1 tờ trắng: tờ số {self.number}, in {self.lines} dòng."
