"""Nhật ký thao tác: every entry, what waits for a second person, the closing sheet."""
