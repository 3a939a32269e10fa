"""Damage and tampering: these leave with 3."""

from __future__ import annotations

from bmnn_desktop.errors.known import IntegrityError


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
