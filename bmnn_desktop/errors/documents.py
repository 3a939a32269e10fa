"""Documents and books: what a form or a line refuses."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class FieldWrong(KnownError):
    """One field of a form is wrong; the window shows it beside the field."""

    code = "K401"
    sentence = "{label}: {why}"

    def __init__(self, *, field: str, label: str, why: str) -> None:
        super().__init__(field=field, label=label, why=why)
        self.field = field
        self.why = why


class FieldsWrong(KnownError):
    """Several fields are wrong at once."""

    code = "K402"
    sentence = "Chưa ghi vào sổ vì: {summary}"

    def __init__(self, errors: tuple[FieldWrong, ...]) -> None:
        super().__init__(summary="; ".join(str(error).rstrip(".") for error in errors) + ".")
        self.errors = errors


class DocumentMissing(KnownError):
    code = "K403"
    sentence = "Không có số thứ tự {seq_no} trong sổ năm {year}."


class DocumentAnnulled(KnownError):
    code = "K404"
    sentence = "Dòng {line} đã gạch bỏ; số được giữ, không ghi và không sửa được nữa."


class DocumentPrinted(KnownError):
    code = "K405"
    sentence = "Số thứ tự {seq_no} đã in trên tờ sổ nên không sửa trực tiếp được; chưa thay đổi gì."


class ReasonMissing(KnownError):
    code = "K406"
    sentence = "Cần ghi lý do; chưa thay đổi gì."


class BookUnknown(KnownError):
    code = "K407"
    sentence = "Chương trình không có sổ tên “{book}”."


class VolumeMissing(KnownError):
    code = "K408"
    sentence = "Chưa mở sổ năm {year}; hãy mở quyển sổ trước khi đăng ký hoặc in."


class VolumeExists(KnownError):
    code = "K409"
    sentence = "Quyển {number} năm {year} đã mở; chưa thay đổi gì."


class InputLineWrong(KnownError):
    code = "K410"
    sentence = "Dòng nhập thứ {line} không đọc được: {why}; các dòng trước đã ghi vẫn giữ nguyên."


class NothingChanged(KnownError):
    code = "K411"
    sentence = "Không có gì khác với nội dung đã ghi nên không sửa."


class ChannelForbidden(KnownError):
    code = "K412"
    sentence = (
        "Không được gửi bí mật nhà nước qua “{channel}”: cấm dùng mạng Internet, mạng viễn thông "
        "(Điều 5 Luật 117/2025/QH15)."
    )


class ChannelUnknown(KnownError):
    code = "K413"
    sentence = "Không rõ cách gửi “{channel}”; chỉ nhận: {known}."


class NumberTaken(KnownError):
    code = "K414"
    sentence = "Số {number} năm {year} đã có trong sổ; số đã cấp không cấp lại, chưa ghi gì."


class NumberOutside(KnownError):
    code = "K415"
    sentence = "Số {number} nhỏ hơn số đầu tiên của sổ năm {year} ({first}); chưa ghi gì."


class PaperReferenceMissing(KnownError):
    code = "K416"
    sentence = "Nhập bù phải ghi rõ tờ, dòng của sổ giấy; chưa ghi gì."


class SameBook(KnownError):
    code = "K417"
    sentence = "Số thứ tự {seq_no} đang ở chính sổ này; chưa thay đổi gì."


class DocumentNotPrinted(KnownError):
    code = "K418"
    sentence = "Số thứ tự {seq_no} chưa in; hãy sửa trực tiếp, chưa cần dòng đính chính."
