"""The vault: where it lies, whether it opens."""

from __future__ import annotations

from bmnn_desktop.errors.known import KnownError


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


class UpgradeNotBackedUp(KnownError):
    code = "K110"
    sentence = (
        "Kho sổ phải nâng cấp cho phiên bản này, nhưng trước đó chưa chụp được bản sao: {why}; "
        "kho sổ vẫn nguyên như trước, hãy khắc phục rồi mở lại."
    )


class NetworkOpen(KnownError):
    code = "K109"
    sentence = (
        "Máy thiếu thư viện libseccomp2 nên chương trình không tự cắt mạng được và không chạy; "
        "kho sổ vẫn nguyên, hãy nhờ người quản trị máy cài thư viện này."
    )
