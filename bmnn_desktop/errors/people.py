"""Keys and people: passphrases, logins, the recovery sheet."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


class WrongPassphrase(KnownError):
    code = "K201"
    sentence = (
        "Tên đăng nhập hoặc mật khẩu không đúng; kho sổ vẫn nguyên. "
        "Hãy xem bộ gõ tiếng Việt có đang bật không rồi thử lại."
    )


class TooManyAttempts(KnownError):
    code = "K202"
    sentence = "Đã nhập sai nhiều lần; hãy chờ {seconds} giây rồi thử lại, kho sổ vẫn nguyên."


class AttemptsTampered(KnownError):
    code = "K219"
    sentence = (
        "Tệp đếm số lần nhập sai bị xóa, bị sửa hoặc được chép từ nơi khác; "
        "hãy chờ {seconds} giây rồi thử lại, kho sổ vẫn nguyên."
    )


class PassphraseTooShort(KnownError):
    code = "K203"
    sentence = "Mật khẩu phải có ít nhất {least} ký tự; chưa ghi gì, hãy đặt mật khẩu dài hơn."


class PassphraseFileOpen(KnownError):
    code = "K204"
    sentence = "Người khác đọc được tệp mật khẩu; hãy đặt quyền chỉ mình đọc (0600) rồi làm lại."


class PassphraseFileUnreadable(KnownError):
    code = "K205"
    sentence = "Không đọc được tệp mật khẩu; hãy kiểm tra lại đường dẫn."


class LoginInvalid(KnownError):
    code = "K206"
    sentence = (
        "Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm và gạch nối, dài 2–32 ký tự."
    )


class UserUnnamed(KnownError):
    code = "K207"
    sentence = "Hãy cho biết tên đăng nhập và tệp mật khẩu trước tên lệnh."


class NotAllowed(KnownError):
    code = "K208"
    sentence = "Người đang đăng nhập không có quyền làm việc này; chưa ghi gì."


class RecoveryFileExists(KnownError):
    code = "K210"
    sentence = "Đã có tệp ở nơi ghi phiếu khóa khôi phục; chưa ghi gì, hãy chọn tên tệp khác."


class RecoverySheetWrong(KnownError):
    code = "K211"
    sentence = "Phiếu khóa khôi phục không đúng ở {where}; hãy gõ hoặc chọn lại đúng tệp."


class RecoveryGroupWrong(KnownError):
    code = "K213"
    sentence = "Nhóm gõ lại chưa khớp với phiếu; hãy xem lại tờ vừa chép."


class UserUnknown(KnownError):
    code = "K214"
    sentence = "Kho sổ không có người dùng “{login}”; hãy xem lại tên đăng nhập."


class KeyRevoked(KnownError):
    code = "K215"
    sentence = "Quyền của người này đã bị thu hồi; kho sổ không mở và vẫn nguyên."


class LoginTaken(KnownError):
    code = "K231"
    sentence = (
        "Đã có người dùng tên đăng nhập “{login}”, kể cả người đã bị thu hồi quyền; "
        "chưa ghi gì, hãy chọn tên khác."
    )


class RolesMissing(KnownError):
    code = "K232"
    sentence = "Chưa chọn vai trò nào; chưa ghi gì."


class RolesClash(KnownError):
    code = "K233"
    sentence = (
        "Một người không vừa là người được giao bảo vệ BMNN vừa là người xác nhận: "
        "không ai tự xác nhận việc mình làm. Chưa ghi gì."
    )


class LastPerson(KnownError):
    code = "K234"
    sentence = (
        "Không thu hồi được: sau đó không còn ai mở được kho sổ. "
        "Hãy thêm người khác trước; chưa ghi gì."
    )


class PersonRevoked(KnownError):
    code = "K235"
    sentence = "Quyền của “{login}” đã bị thu hồi; chưa thay đổi gì."


class PersonNotRevoked(KnownError):
    code = "K236"
    sentence = (
        "Phải thu hồi quyền của “{login}” trước khi giải tỏa trách nhiệm giữ; chưa thay đổi gì."
    )


class PersonReleased(KnownError):
    code = "K237"
    sentence = "Người dùng “{login}” đã được giải tỏa trách nhiệm giữ; chưa thay đổi gì."


class OwnPassphrase(KnownError):
    code = "K238"
    sentence = (
        "Không tự cấp lại mật khẩu cho mình; hãy dùng “Đổi mật khẩu của tôi”. Chưa thay đổi gì."
    )


class PassphraseSame(KnownError):
    code = "K239"
    sentence = "Mật khẩu mới phải khác mật khẩu cũ; chưa thay đổi gì."


class OldPassphraseWrong(KnownError):
    code = "K240"
    sentence = "Mật khẩu cũ không đúng; chưa thay đổi gì."


class PassphraseShared(KnownError):
    code = "K310"
    sentence = (
        "Người xác nhận phải có mật khẩu riêng, khác mật khẩu người giữ sổ; chưa ghi gì, "
        "hãy đặt mật khẩu khác."
    )
