"""What can go wrong and is not a bug: each leaf carries one sentence for the user.

A `KnownError` is raised where its cause is known and shown in one place per front end.
Whatever else is raised is a bug and reaches the crash window. The code stands in logs and on
stderr; the sentence never carries a subject, a name, a passphrase or a path inside the vault.
"""

from __future__ import annotations

from typing import ClassVar


class KnownError(Exception):
    """A refusal with a sentence for the user; `exit_code` is what the command line returns."""

    code: ClassVar[str] = ""
    sentence: ClassVar[str] = ""
    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence.format(**facts))


class IntegrityError(KnownError):
    """The vault, a backup or a sheet is not what it should be (exit 3)."""

    exit_code = 3


# ── the place of the vault ────────────────────────────────────────────────────────────────────


class VaultMissing(KnownError):
    code = "K101"
    sentence = "Không thấy kho sổ ở nơi đã chỉ; chưa có gì thay đổi, hãy kiểm tra lại đường dẫn."


class VaultExists(KnownError):
    code = "K102"
    sentence = "Nơi này đã có kho sổ hoặc tệp khác; chưa ghi gì, hãy chọn một thư mục mới."


class VaultInUse(KnownError):
    code = "K103"
    sentence = "Kho sổ đang được mở ở một cửa sổ khác; hãy dùng cửa sổ đó hoặc đóng nó trước."


class PlaceReadOnly(KnownError):
    code = "K104"
    sentence = "Nơi để kho sổ chỉ cho đọc nên không mở được; dữ liệu vẫn nguyên như trước."


class DiskFull(KnownError):
    code = "K105"
    sentence = (
        "Ổ đĩa đã đầy nên chưa ghi được; sổ vẫn nguyên như trước, hãy giải phóng chỗ rồi làm lại."
    )


class VaultNewer(KnownError):
    code = "K106"
    sentence = (
        "Kho sổ do phiên bản mới hơn của chương trình tạo ra; "
        "chưa thay đổi gì, hãy dùng phiên bản đó để mở."
    )


class DiskFailing(KnownError):
    code = "K107"
    sentence = (
        "Ổ đĩa báo lỗi khi đọc hoặc ghi; việc vừa rồi chưa được ghi, hãy đóng chương trình và báo "
        "người quản trị máy."
    )


class VaultBusy(KnownError):
    code = "K108"
    sentence = "Kho sổ đang bận một việc khác; việc vừa rồi chưa được ghi, hãy làm lại sau ít giây."


# ── keys and people ───────────────────────────────────────────────────────────────────────────


class WrongPassphrase(KnownError):
    code = "K201"
    sentence = (
        "Tên đăng nhập hoặc mật khẩu không đúng; kho sổ vẫn nguyên. "
        "Hãy xem bộ gõ tiếng Việt có đang bật không rồi thử lại."
    )


class TooManyAttempts(KnownError):
    code = "K202"
    sentence = "Đã nhập sai nhiều lần; hãy chờ {seconds} giây rồi thử lại, kho sổ vẫn nguyên."


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


class RecoverySheetForeign(KnownError):
    code = "K212"
    sentence = "Phiếu khóa khôi phục này thuộc kho sổ khác; không dùng được ở đây."


class RecoveryGroupWrong(KnownError):
    code = "K213"
    sentence = "Nhóm số {group} gõ lại chưa khớp với phiếu; hãy xem lại tờ vừa chép."


class UserUnknown(KnownError):
    code = "K214"
    sentence = "Kho sổ không có người dùng “{login}”; hãy xem lại tên đăng nhập."


# ── damage ────────────────────────────────────────────────────────────────────────────────────


class HeaderDamaged(IntegrityError):
    code = "K301"
    sentence = (
        "Cả hai tệp khóa của kho sổ (keys.a, keys.b) đều hỏng; dữ liệu chưa bị đụng tới, "
        "hãy khôi phục từ bản sao lưu bằng phiếu khóa khôi phục."
    )


class VaultDamaged(IntegrityError):
    code = "K302"
    sentence = (
        "Kho sổ bị hỏng hoặc bị sửa từ bên ngoài nên không đọc được; chưa thay đổi gì, "
        "hãy dừng ghi sổ và khôi phục từ bản sao lưu."
    )


class JournalBroken(IntegrityError):
    code = "K303"
    sentence = (
        "Nhật ký thao tác không còn nguyên vẹn ở mục {seq}; hãy dừng ghi sổ và báo người phụ trách."
    )


# ── documents and books ───────────────────────────────────────────────────────────────────────


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
    sentence = "Số thứ tự {seq_no} đã gạch bỏ; số được giữ và không sửa được nữa."


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
    sentence = "Sổ năm {year} đã mở; chưa thay đổi gì."


class InputLineWrong(KnownError):
    code = "K410"
    sentence = "Dòng nhập thứ {line} không đọc được: {why}; các dòng trước đã ghi vẫn giữ nguyên."


class NothingChanged(KnownError):
    code = "K411"
    sentence = "Không có gì khác với nội dung đã ghi nên không sửa."


# ── proposals ─────────────────────────────────────────────────────────────────────────────────


class ProposalStale(KnownError):
    code = "K451"
    sentence = "Nội dung đã thay đổi sau khi đề nghị nên không xác nhận được; hãy đề nghị lại."


class ProposalClosed(KnownError):
    code = "K452"
    sentence = "Đề nghị này không có hoặc đã được trả lời; chưa thay đổi gì."


class SelfApproval(KnownError):
    code = "K453"
    sentence = "Người đề nghị không được tự xác nhận; cần người thứ hai. Chưa thay đổi gì."


# ── printing and anchors ──────────────────────────────────────────────────────────────────────


class BookEmpty(KnownError):
    code = "K501"
    sentence = "Quyển sổ này chưa có dòng nào để in."


class FormFileWrong(KnownError):
    code = "K502"
    sentence = "Tệp mẫu sổ “{file}” sai ở {where}: {why}."


class OutputExists(KnownError):
    code = "K503"
    sentence = "Đã có tệp ở nơi ghi ra; chưa ghi đè, hãy chọn tên khác."


class OutputFailed(KnownError):
    code = "K504"
    sentence = "Không ghi được tệp ra nơi đã chọn; sổ vẫn nguyên, hãy kiểm tra nơi ghi rồi in lại."


class ClearFileRefused(KnownError):
    code = "K505"
    sentence = (
        "Chỉ kho tập huấn mới được ghi tệp không mã hóa; kho thật chỉ in ra giấy hoặc ghi vào "
        "USB đã duyệt khi có hai người xác nhận."
    )


class AnchorMistyped(KnownError):
    code = "K506"
    sentence = "Mã đối chiếu gõ chưa đúng (sai ký tự kiểm tra); hãy xem lại chân tờ sổ và gõ lại."


class PrintRunUnknown(KnownError):
    code = "K507"
    sentence = "Không có lần in này hoặc đã trả lời rồi; chưa thay đổi gì."


class PrintUnanswered(KnownError):
    code = "K508"
    sentence = (
        "Số thứ tự {seq_no} nằm trong lần in chưa trả lời; hãy trả lời “In tốt” hoặc “Tờ hỏng” "
        "trước, chưa thay đổi gì."
    )


# ── backups and media ─────────────────────────────────────────────────────────────────────────


class MediumRefused(KnownError):
    code = "K601"
    sentence = "Nơi sao lưu không dùng được: {why}; chưa ghi gì, kho sổ vẫn nguyên."


class MediumFull(KnownError):
    code = "K602"
    sentence = "Nơi sao lưu không đủ chỗ; chưa ghi bản sao lưu nào, kho sổ vẫn nguyên."


class BackupFailed(KnownError):
    code = "K603"
    sentence = (
        "Bản sao lưu vừa ghi đọc lại không đúng nên đã bỏ; kho sổ vẫn nguyên, hãy dùng USB khác."
    )


class BackupUnreadable(KnownError):
    code = "K604"
    sentence = "Không đọc được tệp sao lưu ở nơi đã chỉ; hãy kiểm tra lại đường dẫn."


class BackupDamaged(IntegrityError):
    code = "K605"
    sentence = "Tệp sao lưu bị hỏng hoặc không phải của kho sổ này; không có gì được khôi phục."


class BackupForged(IntegrityError):
    code = "K606"
    sentence = (
        "Tệp sao lưu không khớp với phiếu khóa khôi phục (dấu nhận dạng mục đầu tiên khác); "
        "không có gì được khôi phục."
    )


class BackupKeyWrong(KnownError):
    code = "K607"
    sentence = "Phiếu khóa khôi phục này không mở được tệp sao lưu đã chọn."


class BackupUnknown(KnownError):
    code = "K608"
    sentence = (
        "Chưa biết tệp này: nó không trùng với bản sao lưu nào đã kiểm tra của kho sổ đang mở; "
        "muốn kiểm tra kỹ hãy dùng phiếu khóa khôi phục."
    )


class BackupNewer(KnownError):
    code = "K609"
    sentence = "Tệp sao lưu do phiên bản mới hơn tạo ra; hãy dùng phiên bản đó để mở."


class Cancelled(KnownError):
    code = "K701"
    sentence = "Đã dừng theo yêu cầu; sổ vẫn nguyên như trước."
