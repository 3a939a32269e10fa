"""Sao, chụp: why a copying job is not permitted, not made, not entered."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class CopyOrderMissing(KnownError):
    code = "K860"
    sentence = "Không có việc sao, chụp mã {order}; chưa ghi gì."


class CopyOrderSettled(KnownError):
    code = "K861"
    sentence = "Việc sao, chụp mã {order} ({line}): {state}; chưa ghi gì."


class NoAuthority(KnownError):
    code = "K862"
    sentence = (
        "Chức vụ “{post}” không có trong danh sách người được cho phép sao, chụp độ {level} (Điều "
        "11 Luật 117/2025/QH15, theo những gì chương trình biết{known}); nếu đơn vị có căn cứ, hãy "
        "ghi chức vụ này kèm căn cứ trước, chưa ghi gì."
    )


class CopyingForbidden(KnownError):
    code = "K863"
    sentence = (
        "Tài liệu {line} ghi “không được phép sao, chụp” ở mục Nơi nhận (Điều 2 Nghị định "
        "26/2020/NĐ-CP, quy định cũ, chưa xác nhận còn áp dụng); chưa ghi gì."
    )


class MoreThanPermitted(KnownError):
    code = "K864"
    sentence = (
        "Được phép sao, chụp {permitted} bản, không ghi được {made} bản: chỉ sao, chụp đúng số bản "
        "được phép, bản dư phải tiêu hủy ngay (Nghị định 26/2020/NĐ-CP, quy định cũ, chưa xác nhận "
        "còn áp dụng); chưa ghi gì."
    )


class CopyLevelUnknown(KnownError):
    code = "K865"
    sentence = (
        "Tài liệu {line} chưa rõ độ mật nên chưa biết ai được cho phép sao, chụp; hãy mở bì, ghi "
        "nội dung trước, chưa ghi gì."
    )


class NothingToCopyFrom(KnownError):
    code = "K866"
    sentence = "Tài liệu {line} không còn bản nào ở đây để sao, chụp ({where}); chưa ghi gì."


class RecipientsUnnumbered(KnownError):
    code = "K867"
    sentence = (
        "Có {recipients} nơi nhận nhưng chỉ {made} bản sao: mỗi bản giao cho một nơi phải có số "
        "riêng; chưa ghi gì."
    )


class CopiesMade(KnownError):
    code = "K868"
    sentence = (
        "Tài liệu {line} đã sao, chụp ({numbers}, số {seq_no} Sổ sao, chụp năm {year}) nên không "
        "gạch bỏ số được: bản sao còn thuộc tài liệu này; chưa thay đổi gì."
    )


class LawFileWrong(KnownError):
    code = "K869"
    sentence = "Tệp quy định “{file}” sai ở {where}: {why}."
