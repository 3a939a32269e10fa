"""Moves of copies in one sentence each: which copies, of which lines, to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from bmnn_desktop.domain.custody import Standing
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.dispatch import ParcelOutcome
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.services.deed import Deed, copy_words, line_words
from bmnn_desktop.store.canonical import Columns
from bmnn_desktop.store.row_names import NamedCopy, Numbered

_FEW = 3
_NO_LINE = Numbered("", 0, 0)


def copies_words(deed: Deed, *standings: Standing) -> str:
    """Return "bản số 03 của số 12 sổ đi 2026", of many how many; nothing where none is named.

    `standings`: only those that the entry left so.
    """
    by_line: dict[str, dict[int, str]] = {}
    for row, copy in _copies(deed, standings):
        line = line_words(copy.line) if copy.line.book else ""
        by_line.setdefault(line, {})[row] = copy_words(copy.origin, copy.number)
    if not by_line:
        return ""
    count = sum(map(len, by_line.values()))
    if count <= _FEW:
        return ", ".join(
            f"{', '.join(some.values())} của {line}" if line else ", ".join(some.values())
            for line, some in by_line.items()
        )
    lines = [line for line in by_line if line]
    more = f" và {len(lines) - _FEW} dòng khác" if len(lines) > _FEW else ""
    return f"{count} bản của {', '.join(lines[:_FEW])}{more}"


def _copies(deed: Deed, standings: tuple[Standing, ...]) -> Iterator[tuple[int, NamedCopy]]:
    known = {standing.value for standing in standings}
    for image in deed.of("copy"):
        columns = image.columns
        if not known or columns.get("standing") in known:
            line = deed.names.documents.get(int(columns["document_id"] or 0), _NO_LINE)
            yield image.row, NamedCopy(line, str(columns["origin"]), int(columns["copy_no"] or 0))
    for image in () if known else deed.of("incident_item"):  # of a leak the copy's row is as it was
        row = int(image.columns["copy_id"] or 0)
        if row in deed.names.copies:
            yield row, deed.names.copies[row]


def _told(
    before: str, after: Callable[[Columns], str] = lambda _columns: ""
) -> Callable[[Deed], str]:
    """Return a teller of a step: the words, the copies, and what the first copy says of it."""

    def tell(deed: Deed) -> str:
        copies = copies_words(deed)
        if not copies:
            return ""
        what = "" if after is None else after(deed.first("copy"))
        return f"{before} {copies}{what}"

    return tell


def _to(columns: Columns) -> str:
    return f" cho {columns['holder']}"


def _of(columns: Columns) -> str:
    return f": {columns['holder']}"


def _place(columns: Columns) -> str:
    return f": {columns['place']}"


def _due(columns: Columns) -> str:
    return f", hạn trả {short_date(date.fromisoformat(str(columns['due_on'])))}"


def _send(deed: Deed) -> str:
    copies, sent = copies_words(deed), deed.first("dispatch")
    if not copies or not sent:
        return ""
    number = f"{show_number(int(sent['number'] or 0))}/{sent['year']}"
    return f"Gửi {copies} đi, bảng kê số {number} ({len(deed.of('parcel'))} bì)"


def _refuse(deed: Deed) -> str:
    if copies := copies_words(deed):
        return f"Ghi không nhận, mang về {copies}"
    parcel = deed.first("parcel")
    if not parcel:
        return ""
    outcome = ParcelOutcome(str(parcel["outcome"])).label
    return f"{outcome}: bì số {show_number(int(parcel['number'] or 0))}"


MOVES: dict[str, Callable[[Deed], str]] = {
    "custody.give": _told("Giao", _to),
    "custody.send": _send,
    "custody.sign": _told("Ghi ký nhận", _of),
    "custody.refuse": _refuse,
    "custody.return": _told("Ghi trả lại"),
    "custody.place": _told("Đổi nơi để", _place),
    "custody.recall": _told("Yêu cầu thu hồi", _due),
    "custody.remind": _told("Nhắc trả", _of),
    "custody.give_back": _told("Trả nơi ban hành", _of),
    "custody.archive": _told("Nộp lưu trữ", _of),
    "removal.take": _told("Mang ra khỏi nơi lưu giữ", _of),
    "removal.bring_back": _told("Mang về nơi lưu giữ"),
    "stock.see": _told("Đối chiếu với bản giấy"),
}
DAYS = dict.fromkeys(MOVES, (("custody", "on_day"),))
