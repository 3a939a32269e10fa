"""What the columns that a second person is shown are called; a book's own come from its fields."""

from __future__ import annotations

_WORDS: dict[str, dict[str, str]] = {
    "person": {
        "login": "Tên đăng nhập",
        "name": "Họ và tên",
        "roles": "Vai trò",
        "post": "Chức vụ",
        "revoked_on": "Thu hồi quyền ngày",
        "released_on": "Giải tỏa trách nhiệm giữ ngày",
    },
    "signer": {
        "person_id": "Khóa ký của người có mã",
        "public_key": "Khóa công khai",
        "retired": "Khóa ký đã thôi dùng",
        "is_stick": "Ký bằng USB ký",
    },
    "volume": {
        "book": "Sổ",
        "year": "Năm",
        "number": "Quyển số",
        "first_no": "Từ số",
        "last_no": "Đến số",
        "opened_on": "Mở sổ ngày",
        "closed_on": "Khóa sổ ngày",
        "closed_by": "Mã người khóa sổ",
        "paper_reference": "Quyển giấy đang dùng",
        "discrepancy": "Sai lệch khi khóa sổ",
        "signing": "Nơi ký nhận",
        "form": "Biểu mẫu",
    },
    "form": {
        "name": "Biểu mẫu",
        "book": "Sổ",
        "effective_from": "Hiệu lực từ",
        "status": "Tình trạng căn cứ",
        "citation": "Căn cứ",
        "sha256": "Dấu của tệp (SHA-256)",
        "content": "Nội dung tệp",
    },
    "organisation": {
        "effective_from": "Từ ngày",
        "name": "Tên cơ quan, tổ chức",
        "parent_name": "Cơ quan cấp trên",
        "place": "Địa danh",
        "symbol": "Ký hiệu",
    },
    "backup_recipient": {
        "name": "Tên",
        "recipient": "Khóa nhận bản sao lưu",
        "retired": "Đã thôi dùng",
    },
    "document": {
        "book": "Sổ",
        "year": "Năm",
        "seq_no": "Số thứ tự",
        "registered_on": "Đăng ký ngày",
        "annulled_on": "Gạch bỏ ngày",
        "annulled_by": "Mã người gạch bỏ",
        "annul_reason": "Lý do gạch bỏ",
    },
}


def of(table: str, column: str) -> str | None:
    """Return what a column is called, None for one that has no words."""
    return _WORDS.get(table, {}).get(column)
