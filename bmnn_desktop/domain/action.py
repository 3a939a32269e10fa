"""Every act the journal knows: what it is called, and which confirmation it needs.

The one table of graded confirmations: the journal and its verification enforce it, services and
both front ends ask it, tests and manual are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

RED_AFTER = timedelta(days=45)  # an act that still waits for its confirmation then is red
TOO_QUICK = timedelta(seconds=10)  # two signatures closer than this are counted for the inspector


class Grade(Enum):
    """When a second person has to sign an act; the value is what the command line prints."""

    BEFORE = "before"  # without effect until then
    AFTERWARDS = "afterwards"  # takes effect, is shown as waiting, confirmed by the closing sheet
    LISTED = "listed"  # never waits, but stands on the closing sheet
    NONE = "none"

    @property
    def label(self) -> str:
        """Return the grade as the screen names it."""
        return _LABELS[self]


_LABELS = {
    Grade.BEFORE: "Cần người thứ hai xác nhận trước khi có hiệu lực",
    Grade.AFTERWARDS: "Có hiệu lực ngay, xác nhận theo tờ chốt sổ",
    Grade.LISTED: "Không cần xác nhận, kê trên tờ chốt sổ",
    Grade.NONE: "Không cần xác nhận",
}


@dataclass(frozen=True, slots=True)
class Action:
    """One kind of act; `words` begins with a capital and names it to the user."""

    key: str
    words: str
    grade: Grade = Grade.NONE


ACTIONS: tuple[Action, ...] = (
    Action("vault.found", "Lập kho sổ"),
    Action("vault.migrate", "Nâng cấp kho sổ"),
    Action("vault.restore", "Khôi phục kho sổ từ bản sao lưu", Grade.BEFORE),
    Action("generation.begin", "Đổi toàn bộ khóa của kho sổ", Grade.BEFORE),
    Action("recovery.renew", "Cấp phiếu khóa khôi phục mới", Grade.BEFORE),
    Action("confirm", "Xác nhận các việc đã làm"),
    Action("person.admit", "Thêm người dùng kho sổ", Grade.BEFORE),
    Action("person.change", "Đổi họ tên, chức vụ, vai trò", Grade.BEFORE),
    Action("person.rekey", "Cấp lại mật khẩu và khóa ký", Grade.BEFORE),
    Action("person.stick", "Cấp USB ký xác nhận", Grade.BEFORE),
    Action("person.release", "Giải tỏa trách nhiệm giữ", Grade.BEFORE),
    Action("person.recover", "Mở lại kho sổ bằng phiếu khóa khôi phục", Grade.BEFORE),
    Action("person.revoke", "Thu hồi quyền", Grade.LISTED),
    Action("person.passphrase", "Tự đổi mật khẩu"),
    Action("inspection.open", "Mở phiên kiểm tra", Grade.LISTED),
    Action("inspection.look", "Cán bộ kiểm tra xem"),
    Action("inspection.close", "Kết thúc phiên kiểm tra"),
    Action("inspection.print", "In giấy tờ của phiên kiểm tra"),
    Action("document.add", "Đăng ký"),
    Action("document.add_late", "Đăng ký bổ sung", Grade.AFTERWARDS),
    Action("document.correct", "Sửa trước khi in"),
    Action("document.amend", "Đính chính", Grade.LISTED),
    Action("document.amend_level", "Đính chính độ mật", Grade.AFTERWARDS),
    Action("document.annul", "Gạch bỏ số"),
    Action("document.annul_printed", "Gạch bỏ số sau khi in", Grade.AFTERWARDS),
    Action("document.move", "Ghi nhầm sổ, chuyển sang sổ khác"),
    Action(
        "document.move_printed", "Ghi nhầm sổ, chuyển sang sổ khác sau khi in", Grade.AFTERWARDS
    ),
    Action("document.receive_rest", "Nhận bổ sung"),
    Action("envelope.open", "Mở bì, ghi nội dung"),
    Action("envelope.keep_closed", "Mở bì, không đăng ký nội dung"),
    Action("direction.give", "Ghi ý kiến chỉ đạo"),
    Action("direction.finish", "Xong ý kiến chỉ đạo"),
    Action("list.save", "Ghi danh sách nơi nhận"),
    Action("list.drop", "Bỏ danh sách nơi nhận"),
    Action("handover.prepare", "Lập giao – nhận"),
    Action("custody.give", "Giao bản"),
    Action("custody.send", "Gửi bản đi"),
    Action("custody.sign", "Ghi ký nhận"),
    Action("custody.refuse", "Ghi không nhận"),
    Action("custody.return", "Ghi trả lại"),
    Action("custody.place", "Đổi nơi để"),
    Action("custody.recall", "Yêu cầu thu hồi"),
    Action("custody.remind", "Nhắc trả"),
    Action("custody.give_back", "Trả nơi ban hành"),
    Action("custody.archive", "Nộp lưu trữ", Grade.LISTED),
    Action("copy.request", "Đề nghị sao, chụp"),
    Action("copy.permit", "Ghi cho phép sao, chụp"),
    Action("copy.permit_late", "Ghi cho phép sao, chụp sau ngày cho phép", Grade.LISTED),
    Action("copy.refuse", "Ghi không cho phép sao, chụp"),
    Action("copy.make", "Sao, chụp"),
    Action("copy.make_late", "Ghi sao, chụp sau ngày làm", Grade.LISTED),
    Action("authority.save", "Ghi người có thẩm quyền cho phép", Grade.LISTED),
    Action("removal.take", "Mang ra khỏi nơi lưu giữ"),
    Action("removal.bring_back", "Mang về nơi lưu giữ"),
    Action("provision.request", "Đề nghị cung cấp, chuyển giao"),
    Action("provision.decide", "Ghi quyết định cung cấp, chuyển giao", Grade.LISTED),
    Action("provision.give", "Cung cấp, chuyển giao", Grade.LISTED),
    Action("incident.open", "Báo chưa tìm thấy", Grade.LISTED),
    Action("incident.step", "Ghi việc của vụ việc"),
    Action("incident.close", "Kết thúc vụ việc", Grade.AFTERWARDS),
    Action("stock.enter", "Ghi tài liệu có sẵn từ trước", Grade.LISTED),
    Action("stock.see", "Đối chiếu với bản giấy"),
    Action("plan.accept", "Nhận kế hoạch"),
    Action("plan.change", "Sửa nhiệm vụ"),
    Action("plan.note", "Ghi tiến độ nhiệm vụ"),
    Action("plan.ask_reports", "Lập lịch báo cáo của đơn vị"),
    Action("plan.receive_report", "Ghi nhận báo cáo của đơn vị"),
    Action("plan.holiday", "Ghi ngày nghỉ, ngày làm bù", Grade.LISTED),
    Action("book.print", "In sổ"),
    Action("book.print.answer", "Trả lời sau khi in"),
    Action("book.print.spoiled", "Ghi tờ hỏng sau khi in", Grade.AFTERWARDS),
    Action("paper.print", "In giấy tờ"),
    Action("sheet.sign", "Đánh dấu tờ đã ký"),
    Action("sheet.unsign", "Bỏ dấu đã ký"),
    Action("sheet.spoil", "Ghi tờ hỏng", Grade.AFTERWARDS),
    Action("form.install", "Cài biểu mẫu sổ", Grade.BEFORE),
    Action("volume.open", "Mở sổ"),
    Action("volume.signing", "Chọn nơi ký nhận"),
    Action("volume.close", "Khóa sổ"),
    Action("volume.close_short", "Khóa sổ có sai lệch số bản", Grade.AFTERWARDS),
    Action("volume.reopen", "Mở lại sổ đã khóa", Grade.BEFORE),
    Action("year.step", "Việc chuyển năm"),
    Action("day.state", "Ghi ngày khi đồng hồ máy sai", Grade.LISTED),
    Action("backup.create", "Sao lưu"),
    Action("backup.recheck", "Đọc lại bản sao lưu cũ"),
    Action("medium.enrol", "Duyệt USB", Grade.BEFORE),
    Action("medium.withdraw", "Thôi dùng USB", Grade.BEFORE),
    Action("inward.read", "Đọc tệp từ USB nhập"),
    Action("attempts.tampered", "Tệp đếm lần nhập sai bị thay", Grade.LISTED),
    Action("header.revived", "Tệp khóa cũ bị đặt lại", Grade.LISTED),
)
_BY_KEY = {action.key: action for action in ACTIONS}


def find(key: str) -> Action:
    """Return the act of this name; a name that nobody knows is an act without a grade."""
    return _BY_KEY.get(key, Action(key, key))


def grade(key: str) -> Grade:
    """Return which confirmation the act of this name needs."""
    return find(key).grade


def keys(*grades: Grade) -> tuple[str, ...]:
    """Return the acts of these grades, in the order of the table."""
    return tuple(action.key for action in ACTIONS if action.grade in grades)
