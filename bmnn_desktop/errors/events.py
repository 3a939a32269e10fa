"""Out of storage, provision, incidents: what stands in the way."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class EventMissing(KnownError):
    code = "K870"
    sentence = "Không có {event}; chưa ghi gì."


class NotOutWithRemoval(KnownError):
    code = "K871"
    sentence = "{copy} của {line} không ở ngoài theo lần mang ra mã {number}: {where}; chưa ghi gì."


class PaperNotDue(KnownError):
    code = "K873"
    sentence = "Không in {paper} được: {why}; chưa in gì."


class ProvisionSettled(KnownError):
    code = "K874"
    sentence = "Đề nghị cung cấp, chuyển giao mã {number}: {state}; chưa ghi gì."


class ForeignAsker(KnownError):
    code = "K875"
    sentence = "Không ghi ở chương trình này. {basis} Chưa ghi gì."


class DeciderWithoutAuthority(KnownError):
    code = "K876"
    sentence = (
        "Chức vụ “{post}” không có trong danh sách được cho phép sao, chụp độ {level} nên không "
        "quyết định cung cấp, chuyển giao được (Điều 11, Điều 15 Luật số 117/2025/QH15); chưa ghi "
        "gì."
    )


class NotInCase(KnownError):
    code = "K877"
    sentence = (
        "{copy} của {line} không ghi chưa tìm thấy trong vụ việc số {number} năm {year}: {where}; "
        "chưa ghi gì."
    )


class IncidentClosed(KnownError):
    code = "K878"
    sentence = "Vụ việc số {number} năm {year} đã kết thúc ngày {closed}; chưa ghi gì."


class CopyInCase(KnownError):
    code = "K879"
    sentence = "{copy} của {line} đã thuộc vụ việc số {number} năm {year}; chưa ghi gì."
