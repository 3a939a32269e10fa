"""What Hôm nay says, in words: numbers, level and issuer only."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.action import RED_AFTER
from bmnn_desktop.domain.clock import VIETNAM, civil_date
from bmnn_desktop.domain.dates import long_date, short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.sheet import WaitingRun
from bmnn_desktop.registers import REGISTERS, printed_book
from bmnn_desktop.services.duties import Duty, DutyKind
from bmnn_desktop.services.today import BookLine, Today

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
NOTHING_DUE = "Hôm nay không có việc quá hạn."


def date_words(today: Today) -> str:
    """Return "Thứ Hai, ngày 16 tháng 11 năm 2026"; what the clock says is no day while doubted."""
    if today.is_doubtful:
        return f"máy báo ngày {short_date(today.date)}"
    return f"{_WEEKDAYS[today.date.weekday()]}, {long_date(today.date)}"


def truth_words(today: Today) -> str:
    """Return how far the books are, what lacks on paper, and how old the backup is."""
    parts = [_book(line) for line in today.books]
    if today.unprinted:
        parts.append(f"{today.unprinted} dòng chưa in")
    elif any(line.last_no is not None for line in today.books):
        parts.append("đã in hết")
    if today.unsigned:
        parts.append(f"{today.unsigned} dòng chưa ký nhận")
    if today.spare_sheets:
        parts.append(f"còn {today.spare_sheets} tờ dự phòng in sẵn")
    if today.lacks_code:
        parts.append("hôm nay chưa có mã trên giấy")
    parts.append(backup_words(today))
    return " · ".join(parts)


def stated_words(today: Today) -> str:
    """Return that the day is a person's, not the clock's; nothing when it is the clock's."""
    stated = today.stated
    if stated is None or stated.clock_on == stated.stated_on:
        return ""
    clock_on = today.date - (stated.stated_on - stated.clock_on)
    return (
        f"Máy báo ngày {short_date(clock_on)}; đang ghi sổ theo ngày {short_date(today.date)} "
        "do người giữ sổ ghi."
    )


def backup_words(today: Today) -> str:
    """Return how long ago a backup was read back and found whole."""
    if today.last_backup is None:
        return "chưa có bản sao lưu nào được kiểm tra"
    days = max(0, (today.date - civil_date(today.last_backup)).days)
    when = "hôm nay" if days == 0 else "hôm qua" if days == 1 else f"{days} ngày trước"
    return f"sao lưu đã kiểm tra: {when}"


def print_words(run: WaitingRun) -> str:
    """Return the question that a print waits with."""
    when = run.printed_at.astimezone(VIETNAM)
    sheets = f", tờ {', '.join(map(str, run.sheets))}" if run.sheets else ""
    return (
        f"{printed_words(run.book, run.year, run.kind.label)} lúc {when:%H:%M} ngày "
        f"{short_date(when.date())}{sheets}: tờ in có tốt không?"
    )


def duty_words(duty: Duty, today: date) -> tuple[str, str]:
    """Return what is to be done and, shorter, how it stands."""
    return _WORDS[duty.kind](duty, today)


def more_words(count: int) -> str:
    """Return how many things are not shown."""
    return f"còn {count} việc, xem hết"


def _book(line: BookLine) -> str:
    reached = "chưa có số nào" if line.last_no is None else f"đến số {show_number(line.last_no)}"
    words = f"{line.short_title} {line.year}, quyển {show_number(line.volume_no)}: {reached}"
    if line.is_closed:
        return f"{words}, đã khóa sổ"
    if line.sheet_no is not None:
        words += f", tờ {line.sheet_no} đã có {line.sheet_lines} dòng"
    return words


def _line(duty: Duty) -> str:
    """Return "Sổ đến số 37 (Mật, Sở Nội vụ)"."""
    told = ", ".join(part for part in (duty.level.label if duty.level else "", duty.issuer) if part)
    head = f"{_title(duty.book)} {duty.year} số {show_number(duty.number)}"
    return f"{head} ({told})" if told else head


def _title(key: str) -> str:
    return printed_book(key).short_title


def _days(duty: Duty, today: date) -> int:
    return 0 if duty.day is None else abs((today - duty.day).days)


def _ago(duty: Duty, today: date) -> str:
    days = _days(duty, today)
    return "từ hôm nay" if days == 0 else "từ hôm qua" if days == 1 else f"từ {days} ngày trước"


def _until(duty: Duty, today: date) -> str:
    days = _days(duty, today)
    if duty.day is not None and duty.day > today:
        return f"còn {days} ngày"
    return "hạn hôm nay" if days == 0 else f"quá hạn {days} ngày"


def printed_words(book: str, year: int, what: str) -> str:
    """Return what was printed; a closing sheet is of no one book."""
    return f"{_title(book)} {year}, {what}" if book else f"{what[:1].upper()}{what[1:]}"


def _print_words(duty: Duty, today: date) -> tuple[str, str]:
    what = printed_words(duty.book, duty.year, duty.about)
    return f"{what}: chưa trả lời tờ in có tốt không", _ago(duty, today)


def _direction_words(duty: Duty, today: date) -> tuple[str, str]:
    return f"{_line(duty)}: {duty.who} xử lý", _until(duty, today)


def _rest_words(duty: Duty, today: date) -> tuple[str, str]:
    return f"{_line(duty)}: nhận thiếu, chờ bổ sung", _ago(duty, today)


def _sealed_words(duty: Duty, today: date) -> tuple[str, str]:
    whom = f" gửi {duty.who}" if duty.who else ""
    return f"{_line(duty)}: bì còn nguyên{whom}, chưa ghi nội dung", _ago(duty, today)


def _overdue_words(duty: Duty, today: date) -> tuple[str, str]:
    return f"{_line(duty)}: {duty.who} chưa trả", f"quá hạn {_days(duty, today)} ngày"


def _receipt_words(duty: Duty, today: date) -> tuple[str, str]:
    oldest = f"lâu nhất là {duty.who}, {_line(duty)}"
    return f"{duty.count} bản giao, gửi chưa có ký nhận, {oldest}", f"đã {_days(duty, today)} ngày"


def _unsigned_words(duty: Duty, today: date) -> tuple[str, str]:
    where = f"{_title(duty.book)} {duty.year}"
    oldest = f"lâu nhất là số {show_number(duty.number)}"
    return f"{where}: {duty.count} dòng chưa ký nhận, {oldest}", _ago(duty, today)


def _new_year_words(duty: Duty, today: date) -> tuple[str, str]:
    if not duty.book:
        return f"Chuẩn bị chuyển năm: mở sổ {duty.year}", f"còn {_days(duty, today)} ngày"
    return f"{_title(duty.book)} {duty.year} chưa mở", "chuyển năm"


def _closing_words(duty: Duty, _today: date) -> tuple[str, str]:
    name = f"{_title(duty.book)} {duty.year}, quyển {show_number(duty.number)}"
    return f"{name} chưa khóa sổ", "chuyển năm"


def _draft_words(duty: Duty, today: date) -> tuple[str, str]:
    return f"{_title(draft_book(duty))}: một biểu nhập gõ dở, chưa ghi vào sổ", _ago(duty, today)


def _backup_words(duty: Duty, today: date) -> tuple[str, str]:
    if duty.day is None:
        return "Sao lưu: sổ đã có dòng nhưng chưa có bản sao lưu nào", "chưa có"
    return "Sao lưu ra USB và đọc lại để kiểm tra", f"bản cũ {_days(duty, today)} ngày"


def _recheck_words(duty: Duty, today: date) -> tuple[str, str]:
    words = f"Đọc lại bản sao lưu số {duty.number} xem còn nguyên vẹn không"
    return words, f"đã {_days(duty, today)} ngày"


def _confirmer_words(_duty: Duty, _today: date) -> tuple[str, str]:
    words = "Chưa có người xác nhận: sổ vẫn đăng ký được, việc cần hai người thì chưa làm được."
    return words, ""


def _confirm_words(duty: Duty, today: date) -> tuple[str, str]:
    late = f"đã quá {RED_AFTER.days} ngày"
    return f"{duty.count} việc chờ xác nhận", late if duty.is_red else _ago(duty, today)


def _closing_sheet_words(duty: Duty, today: date) -> tuple[str, str]:
    month = duty.day or today
    return f"In tờ chốt sổ tháng {month.month} năm {month.year}", "cuối tháng"


def _without_day_words(duty: Duty, _today: date) -> tuple[str, str]:
    return f"{duty.count} ý kiến chỉ đạo chưa xong và không ghi hạn xử lý.", ""


def _spare_words(_duty: Duty, _today: date) -> tuple[str, str]:
    return "Chưa có tờ dự phòng in sẵn để dùng khi mất điện hoặc hỏng máy.", ""


def _incident_step_words(duty: Duty, today: date) -> tuple[str, str]:
    return f"Vụ việc số {duty.number} năm {duty.year}: {duty.about.lower()}", _until(duty, today)


def _incident_words(duty: Duty, today: date) -> tuple[str, str]:
    return f"Vụ việc số {duty.number} năm {duty.year}: đang tìm, xác minh", _ago(duty, today)


def _removal_words(duty: Duty, today: date) -> tuple[str, str]:
    return f"Mang ra khỏi nơi lưu giữ: {duty.who} phải mang về", _until(duty, today)


def _provision_words(duty: Duty, today: date) -> tuple[str, str]:
    return f"{duty.count} đề nghị cung cấp, chuyển giao chờ quyết định", _ago(duty, today)


def _task_words(duty: Duty, today: date) -> tuple[str, str]:
    head = "Đôn đốc nhiệm vụ" if duty.count else "Nhiệm vụ"
    return f"{head} {duty.who}, {duty.about}", _until(duty, today)


def _task_check_words(duty: Duty, _today: date) -> tuple[str, str]:
    day = "" if duty.day is None else f"ngày {short_date(duty.day)}"
    return f"Ghi kết quả nhiệm vụ {duty.who}, {duty.about}", day


def _tasks_words(duty: Duty, _today: date) -> tuple[str, str]:
    return f"còn {duty.count} nhiệm vụ của kế hoạch quá hạn hoặc sắp đến hạn", ""


def _unit_reports_words(duty: Duty, today: date) -> tuple[str, str]:
    return f"{duty.count} đơn vị chưa gửi báo cáo", f"quá hạn {_days(duty, today)} ngày"


def _unseen_words(duty: Duty, _today: date) -> tuple[str, str]:
    return f"{duty.count} bản có sẵn từ trước chưa đối chiếu với bản giấy.", ""


def draft_book(duty: Duty) -> str:
    """Return the book whose form was left half typed."""
    named = duty.about.split(".")  # "register.incoming"
    return next((book.key for book in REGISTERS if book.key in named), REGISTERS[0].key)


_WORDS = {
    DutyKind.OVERDUE: _overdue_words,
    DutyKind.PRINT: _print_words,
    DutyKind.DIRECTION: _direction_words,
    DutyKind.REST: _rest_words,
    DutyKind.SEALED: _sealed_words,
    DutyKind.RECEIPT: _receipt_words,
    DutyKind.UNSIGNED: _unsigned_words,
    DutyKind.NEW_YEAR: _new_year_words,
    DutyKind.CLOSING: _closing_words,
    DutyKind.DRAFT: _draft_words,
    DutyKind.BACKUP: _backup_words,
    DutyKind.RECHECK: _recheck_words,
    DutyKind.CONFIRMER: _confirmer_words,
    DutyKind.CONFIRM: _confirm_words,
    DutyKind.CLOSING_SHEET: _closing_sheet_words,
    DutyKind.DIRECTIONS_WITHOUT_DAY: _without_day_words,
    DutyKind.SPARE_SHEETS: _spare_words,
    DutyKind.INCIDENT_STEP: _incident_step_words,
    DutyKind.INCIDENT: _incident_words,
    DutyKind.REMOVAL: _removal_words,
    DutyKind.PROVISION: _provision_words,
    DutyKind.TASK: _task_words,
    DutyKind.TASK_CHECK: _task_check_words,
    DutyKind.TASKS: _tasks_words,
    DutyKind.UNIT_REPORTS: _unit_reports_words,
    DutyKind.UNSEEN: _unseen_words,
}
