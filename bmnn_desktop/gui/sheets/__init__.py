"""Tờ sổ, ký nhận: what is to be printed, what came out, who has signed."""
