"""Copies and where they are, in words: number, level, type and issuer only, never a subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.registers import printed_book

if TYPE_CHECKING:
    from datetime import date

    from bmnn_desktop.domain.balance import Balance
    from bmnn_desktop.domain.holding import About, HandedOn, Holding


def day_words(day: date | None) -> str:
    """Return a day as it is written; nothing for none."""
    return "" if day is None else short_date(day)


def line_of(about: About) -> str:
    """Return "Sổ đi 2026, số 12"."""
    return f"{printed_book(about.book).short_title} {about.year}, số {show_number(about.seq_no)}"


def level_of(about: About) -> str:
    """Return the level; a closed envelope has none yet."""
    return "Bì chưa mở" if about.level is None else about.level.label


def paper_of(about: About) -> str:
    """Return "Kế hoạch 12/KH-UBND, UBND tỉnh Giả Định"."""
    named = " ".join(part for part in (about.doc_type, about.doc_number) if part)
    return ", ".join(part for part in (named, about.issuer) if part)


def copy_of(one: Holding) -> str:
    """Return "Bản số 03 – Sổ đi 2026, số 12 (Mật)"."""
    return f"{one.copy.number} – {line_of(one.about)} ({level_of(one.about)})"


def handed_words(line: HandedOn | None) -> str:
    """Return the line of the transfer log, with its sheet or envelope: "dòng 2/2026, tờ 1"."""
    if line is None:
        return ""
    parts = [f"dòng {line.number}/{line.year}"]
    if line.signed_sheet is not None:
        parts.append(f"tờ {show_number(line.signed_sheet)}")
    if line.parcel:
        parts.append(line.parcel)
    return ", ".join(parts)


def place_words(one: Holding) -> str:
    """Return who has it or where it lies, since when, until when, and by which line."""
    copy = one.copy
    parts = [copy.words]
    if copy.since is not None:
        parts.append(f"từ {short_date(copy.since)}")
    if copy.due_on is not None:
        parts.append(f"hạn trả {short_date(copy.due_on)}")
    if one.handed is not None:
        parts.append(handed_words(one.handed))
    return ", ".join(parts)


def balance_words(balance: Balance) -> str:
    """Return both sides of a balance in one line; what is nought is left out."""
    born = (
        (max(balance.announced, balance.received), "báo đến"),
        (balance.issued, "phát hành"),
        (balance.made, "sao, chụp"),
        (balance.stock, "có sẵn"),
    )
    there = (
        (balance.held, "trong cơ quan"),
        (balance.out, "nơi khác giữ, đang gửi"),
        (balance.returned, "đã trả nơi ban hành"),
        (balance.archived, "đã nộp lưu trữ"),
        (balance.destroyed, "đã tiêu hủy"),
        (balance.lost, "xác định đã mất"),
        (balance.missing_at_receipt, "thiếu khi nhận"),
    )
    end = "cân đối" if not balance.difference else f"{balance.difference} bản chưa tìm thấy"
    return f"{_side(born)} = {_side(there)}: {end}."


def _side(parts: tuple[tuple[int, str], ...]) -> str:
    return " + ".join(f"{count} {words}" for count, words in parts if count) or "0 bản"
