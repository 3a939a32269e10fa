"""What a reading service shows an inspector: the one table of services and the looks they are.

Kinds, books and numbers only; never a subject, never what was sought. A reading service that shows
nothing of a book stands in `SHOW_NOTHING`: a test asks that each stands in one of the two.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from bmnn_desktop.domain.inspection import Look, LookKind
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import printed_book
from bmnn_desktop.registers.copying import COPYING
from bmnn_desktop.services.balance import (
    document_balance,
    preview_balance_sheet,
    read_balance,
)
from bmnn_desktop.services.close_volume import look_at_loose_ends
from bmnn_desktop.services.closing_sheet import preview_closing_sheet
from bmnn_desktop.services.copy_story import (
    copy_chain,
    custody_of_line,
    document_custody,
)
from bmnn_desktop.services.copying_papers import preview_copying_paper
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.draw_sample import draw_sample
from bmnn_desktop.services.find_documents import find_documents
from bmnn_desktop.services.find_sheet import volume_of
from bmnn_desktop.services.give_direction import list_directions
from bmnn_desktop.services.holdings import holdings_of, list_holders, overdue_copies
from bmnn_desktop.services.incoming_papers import preview_incoming_paper
from bmnn_desktop.services.inspection_papers import (
    preview_sample_sheet,
)
from bmnn_desktop.services.list_copy_orders import (
    list_copy_orders,
    orders_of_document,
    show_copy_order,
)
from bmnn_desktop.services.list_dispatches import list_dispatches
from bmnn_desktop.services.list_documents import list_documents, list_ids
from bmnn_desktop.services.list_entries import (
    list_entries,
    list_entry_numbers,
)
from bmnn_desktop.services.list_incidents import last_seen, list_incidents, show_incident
from bmnn_desktop.services.list_media import list_media
from bmnn_desktop.services.list_pending import list_pending
from bmnn_desktop.services.list_people import list_people
from bmnn_desktop.services.list_provisions import list_provisions, show_provision
from bmnn_desktop.services.list_removals import list_removals, show_removal
from bmnn_desktop.services.list_sheets import (
    list_sheets,
    sheet_places,
)
from bmnn_desktop.services.list_tasks import (
    list_plans,
    list_tasks,
    show_plan,
    show_task,
    tasks_of_month,
)
from bmnn_desktop.services.list_unconfirmed import list_unconfirmed
from bmnn_desktop.services.look_at_plans import look_at_plans
from bmnn_desktop.services.look_at_volumes import look_at_volumes
from bmnn_desktop.services.looks_at_nothing import SHOW_NOTHING
from bmnn_desktop.services.name_copies import name_copies
from bmnn_desktop.services.open_matters import copies_of_document, open_matters
from bmnn_desktop.services.plan_papers import PLAN_PAPERS
from bmnn_desktop.services.plan_template import draft_from_plan
from bmnn_desktop.services.preview_book import preview_book, preview_new_lines
from bmnn_desktop.services.print_certificate import closing_figures
from bmnn_desktop.services.print_custody_papers import (
    preview_holdings,
    preview_parcel_list,
    preview_parcel_slip,
    preview_reminder,
)
from bmnn_desktop.services.print_event import EVENT_PAPERS, preview_event_paper
from bmnn_desktop.services.print_handover_papers import (
    preview_handover_minutes,
    preview_handover_slip,
    preview_parcel_marks,
)
from bmnn_desktop.services.print_people_papers import (
    preview_commitment,
    preview_founding_minutes,
)
from bmnn_desktop.services.print_plan import preview_plan_paper
from bmnn_desktop.services.receive_report import list_reports
from bmnn_desktop.services.show_document import show_document
from bmnn_desktop.services.show_entry import show_entry
from bmnn_desktop.services.sign_places import unsigned_places
from bmnn_desktop.services.statistics import preview_statistics
from bmnn_desktop.services.waiting_acts import look_at_waiting_acts
from bmnn_desktop.services.waiting_receipts import waiting_receipts
from bmnn_desktop.services.who_may_sign import who_may_sign
from bmnn_desktop.store import copies, copy_orders, documents, sheets

Asked = Mapping[str, Any]  # the arguments of the service by name
Finder = Callable[[Desk, Asked], Sequence[Look]]


def looks_of(
    desk: Desk, service: Callable[..., object], args: Sequence[object], kwargs: Mapping[str, object]
) -> tuple[Look, ...]:
    """Return what a service showed that was called with these arguments."""
    finder = _LOOKS.get(service)
    if finder is None:
        return ()
    bound = inspect.signature(service).bind(desk, *args, **kwargs)
    bound.apply_defaults()
    return tuple(finder(desk, bound.arguments))


def is_decided(service: Callable[..., object]) -> bool:
    """Tell whether it was decided what a reading service shows."""
    return service in _LOOKS or service in SHOW_NOTHING


def line_look(desk: Desk, document: int) -> Look | None:
    """Return the look at a line by its row; None when there is none."""
    found = documents.by_id(desk.rows, document)
    if found is None:
        return None
    book = printed_book(found.book).short_title
    return Look(LookKind.DOCUMENT, f"{book} {found.year}, số {show_number(found.seq_no)}", found.id)


def _line(desk: Desk, document: int) -> tuple[Look, ...]:
    look = line_look(desk, document)
    return () if look is None else (look,)


def _copy(desk: Desk, asked: Asked) -> tuple[Look, ...]:
    copy = copies.by_ids(desk.rows, (asked["copy"],)).get(asked["copy"])
    return () if copy is None else _line(desk, copy.document_id)


def _numbered(desk: Desk, asked: Asked) -> tuple[Look, ...]:
    found = documents.by_number(desk.rows, asked["book"], asked["year"], asked["seq_no"])
    return () if found is None else _line(desk, found.id)


def _held(_desk: Desk, asked: Asked) -> tuple[Look, ...]:
    return (Look(LookKind.REGISTER, f"Danh mục tài liệu đang giữ của {asked['holder']}"),)


def _parcels(_desk: Desk, asked: Asked) -> tuple[Look, ...]:
    number = show_number(asked["dispatch"])
    return (Look(LookKind.REGISTER, f"Bảng kê bì số {number} năm {asked['year']}"),)


def _transfer(_desk: Desk, asked: Asked) -> tuple[Look, ...]:
    number = show_number(asked["line"])
    return (Look(LookKind.REGISTER, f"Sổ chuyển giao năm {asked['year']}, dòng số {number}"),)


def _volume_words(volume: Volume) -> str:
    book = printed_book(volume.book).short_title
    return f"{book} {volume.year}, quyển {show_number(volume.number)}"


def _volume(desk: Desk, asked: Asked) -> tuple[Look, ...]:
    number = asked["number"] if "number" in asked else asked["volume"]
    volume = volume_of(desk.rows, asked["book"], asked["year"], number)
    return (Look(LookKind.VOLUME, _volume_words(volume), volume.id),)


def _sheet(desk: Desk, asked: Asked) -> tuple[Look, ...]:
    volume = volume_of(desk.rows, asked["book"], asked["year"], asked["volume"])
    sheet = sheets.by_number(desk.rows, volume.id, asked["sheet"])
    if sheet is None:
        return ()
    words = f"{_volume_words(volume)}, tờ {show_number(sheet.number)}"
    return (Look(LookKind.SHEET, words, sheet.id),)


def _register(_desk: Desk, asked: Asked) -> tuple[Look, ...]:
    sought = ", có tìm" if asked["search"].strip() else ""
    book = printed_book(asked["book"]).short_title
    return (Look(LookKind.REGISTER, f"{book}{sought}"),)


def _sought(_desk: Desk, asked: Asked) -> tuple[Look, ...]:
    return (Look(LookKind.REGISTER, "Tìm trong các sổ"),) if asked["text"].strip() else ()


def _incoming(desk: Desk, asked: Asked) -> tuple[Look, ...]:
    found = documents.by_number(desk.rows, "incoming", asked["year"], asked["seq_no"])
    return () if found is None else _line(desk, found.id)


def _copying(_desk: Desk, asked: Asked) -> tuple[Look, ...]:
    year = asked["year"]
    words = "Các việc sao, chụp đang chờ" if year is None else f"{COPYING.short_title} {year}"
    return (Look(LookKind.REGISTER, words),)


def _orders_of(desk: Desk, asked: Asked) -> tuple[Look, ...]:
    found = documents.by_number(desk.rows, asked["book"], asked["year"], asked["seq_no"])
    return () if found is None else _line(desk, found.id)


def _order(desk: Desk, asked: Asked) -> tuple[Look, ...]:
    found = copy_orders.by_id(desk.rows, asked["order"])
    return () if found is None else _line(desk, found.document.id)


def _sampled(desk: Desk, asked: Asked) -> tuple[Look, ...]:
    drawn = draw_sample(desk, **{name: asked[name] for name in asked if name != "desk"})
    book = printed_book(drawn.book).short_title
    words = f"{book} {drawn.year}, bốc ngẫu nhiên, số gieo {drawn.seed}"
    lines = [look for each in drawn.lines for look in _line(desk, each.id)]
    return (Look(LookKind.REGISTER, words), *lines)


def _event(words: str, number: int) -> tuple[Look, ...]:
    return (Look(LookKind.REGISTER, f"{words} {number}"),)


def _copies(desk: Desk, asked: Asked) -> tuple[Look, ...]:
    found = copies.by_ids(desk.rows, list(asked["some"]))
    lines = dict.fromkeys(copy.document_id for copy in found.values())
    return tuple(look for line in lines for look in _line(desk, line))


def _journal(_desk: Desk, _asked: Asked) -> tuple[Look, ...]:
    return (Look(LookKind.JOURNAL, "Nhật ký thao tác"),)


def _people(_desk: Desk, _asked: Asked) -> tuple[Look, ...]:
    return (Look(LookKind.REGISTER, "Người dùng kho sổ"),)


_LOOKS: Mapping[Callable[..., object], Finder] = {
    show_document: lambda desk, asked: _line(desk, asked["document_id"]),
    list_directions: lambda desk, asked: _line(desk, asked["document"]),
    preview_incoming_paper: _incoming,
    document_custody: lambda desk, asked: _line(desk, asked["document_id"]),
    copy_chain: _copy,
    custody_of_line: _numbered,
    holdings_of: _held,
    name_copies: lambda _desk, _asked: (Look(LookKind.REGISTER, "Các bản gọi theo số"),),
    preview_holdings: _held,
    preview_reminder: _held,
    preview_parcel_list: _parcels,
    preview_parcel_slip: _parcels,
    preview_parcel_marks: _parcels,
    preview_handover_slip: _transfer,
    preview_handover_minutes: _held,
    preview_founding_minutes: _people,
    preview_commitment: _people,
    preview_statistics: lambda _desk, asked: (
        Look(LookKind.REGISTER, f"Thống kê bí mật nhà nước năm {asked['year']}"),
    ),
    list_holders: lambda _desk, _asked: (Look(LookKind.REGISTER, "Người đang giữ tài liệu"),),
    overdue_copies: lambda _desk, _asked: (Look(LookKind.REGISTER, "Tài liệu quá hạn trả"),),
    list_dispatches: lambda _desk, _asked: (Look(LookKind.REGISTER, "Các bảng kê bì"),),
    waiting_receipts: lambda _desk, _asked: (Look(LookKind.REGISTER, "Các dòng chờ ký nhận"),),
    list_copy_orders: _copying,
    orders_of_document: _orders_of,
    show_copy_order: _order,
    preview_copying_paper: _order,
    list_documents: _register,
    list_ids: _register,
    find_documents: _sought,
    unsigned_places: lambda _desk, _asked: (Look(LookKind.REGISTER, "Các chỗ chưa ký nhận"),),
    list_people: _people,
    list_media: lambda _desk, _asked: (Look(LookKind.REGISTER, "Danh mục USB"),),
    look_at_volumes: lambda _desk, _asked: (Look(LookKind.REGISTER, "Danh sách quyển sổ"),),
    list_sheets: _volume,
    look_at_loose_ends: _volume,
    closing_figures: _volume,
    preview_book: _volume,
    preview_balance_sheet: _volume,
    read_balance: lambda _desk, _asked: (Look(LookKind.REGISTER, "Cân đối bản"),),
    document_balance: lambda desk, asked: _line(desk, asked["document"]),
    preview_new_lines: _volume,
    sheet_places: _sheet,
    list_entries: _journal,
    list_entry_numbers: _journal,
    show_entry: _journal,
    look_at_waiting_acts: _journal,
    list_pending: _journal,
    list_unconfirmed: _journal,
    who_may_sign: lambda desk, asked: (*_journal(desk, asked), *_people(desk, asked)),
    preview_closing_sheet: _journal,
    list_removals: lambda _desk, _asked: (Look(LookKind.REGISTER, "Mang ra khỏi nơi lưu giữ"),),
    list_provisions: lambda _desk, _asked: (Look(LookKind.REGISTER, "Cung cấp, chuyển giao"),),
    list_incidents: lambda _desk, _asked: (Look(LookKind.REGISTER, "Vụ việc"),),
    show_removal: lambda _desk, asked: _event("Mang ra khỏi nơi lưu giữ, mã", asked["removal"]),
    show_provision: lambda _desk, asked: _event("Cung cấp, chuyển giao, mã", asked["provision"]),
    show_incident: lambda _desk, asked: _event(f"Vụ việc năm {asked['year']}, số", asked["number"]),
    preview_event_paper: lambda _desk, asked: _event(
        EVENT_PAPERS[asked["paper"]].title, asked["which"][-1]
    ),
    last_seen: _copies,
    list_plans: lambda _desk, _asked: (Look(LookKind.REGISTER, "Các kế hoạch đã nhận"),),
    show_plan: lambda _desk, asked: _event("Kế hoạch mã", asked["plan"]),
    list_tasks: lambda _desk, _asked: (Look(LookKind.REGISTER, "Nhiệm vụ của kế hoạch"),),
    tasks_of_month: lambda _desk, _asked: (Look(LookKind.REGISTER, "Lịch nhiệm vụ"),),
    look_at_plans: lambda _desk, _asked: (Look(LookKind.REGISTER, "Kế hoạch, nhiệm vụ"),),
    show_task: lambda _desk, asked: _event("Nhiệm vụ mã", asked["task"]),
    draft_from_plan: lambda _desk, asked: _event("Kế hoạch mã", asked["plan"]),
    list_reports: lambda _desk, _asked: (Look(LookKind.REGISTER, "Báo cáo của đơn vị"),),
    preview_plan_paper: lambda _desk, asked: (
        Look(LookKind.REGISTER, PLAN_PAPERS[asked["paper"]].title),
    ),
    open_matters: lambda _desk, _asked: (Look(LookKind.REGISTER, "Vụ việc, mang ra, cung cấp"),),
    copies_of_document: lambda desk, asked: _line(desk, asked["document"]),
    draw_sample: _sampled,
    preview_sample_sheet: _sampled,
}
