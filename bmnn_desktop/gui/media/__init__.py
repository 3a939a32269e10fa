"""USB sao lưu, USB nhập: the unit's sticks and what is done about them."""
