"""An entry of the journal in one sentence that somebody understands who was not there.

Pure: what the entry wrote, and what the rows it names are called. Never a subject.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.custody import Standing
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import EntryKind
from bmnn_desktop.domain.incident import IncidentKind, IncidentOutcome
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import Withdrawal
from bmnn_desktop.domain.provision import ProvisionOutcome
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services import custody_sentence
from bmnn_desktop.services.deed import (
    Deed,
    form_words,
    medium_words,
    own_line,
    own_volume,
    person_words,
    roles_words,
    run_words,
    sheet_words,
    thing_words,
)
from bmnn_desktop.store.canonical import Columns


def act_sentence(deed: Deed) -> str:
    """Return what was done, on which day, and why, without a full stop."""
    words = act_words(deed)
    if deed.action not in _TELL_THEIR_DAY:
        words += f", ngày {short_date(day_of(deed))}"
    return f"{words}; lý do: {deed.reason.rstrip('.')}" if deed.reason else words


def act_words(deed: Deed) -> str:
    """Return what was done, and to what."""
    tell = SENTENCES.get(deed.action) or custody_sentence.MOVES.get(deed.action)
    told = tell(deed) if tell is not None else ""
    if told:
        return told
    what = thing_words(deed)
    words = actions.find(deed.action).words
    return f"{words}: {what}" if what else words


def day_of(deed: Deed) -> date:
    """Return the day that went into the books; the clock's where the act wrote none."""
    for table, column in _DAYS.get(deed.action, ()):
        for image in deed.of(table):
            if image.columns.get(column):
                return date.fromisoformat(str(image.columns[column]))
    return deed.on


# ── the graded acts ──────────────────────────────────────────────────────────────────────────


def _named(words: str) -> Callable[[Deed], str]:
    """Return a teller of an act that is done to a person."""

    def tell(deed: Deed) -> str:
        name = person_words(deed)
        return f"{words} {name}" if name else ""

    return tell


def _as_in_table(deed: Deed) -> str:
    return actions.find(deed.action).words


def _admit(deed: Deed) -> str:
    columns = deed.first("person")
    if not columns:
        return ""
    roles = roles_words(columns)
    return f"Thêm người dùng kho sổ: {columns['name']}{f' ({roles})' if roles else ''}"


def _change_person(deed: Deed) -> str:
    image = next(iter(deed.of("person")), None)
    if image is None:
        return ""
    old = deed.before.get(image.key, {})
    parts = [
        f"{words} từ “{_shown(name, old)}” thành “{_shown(name, image.columns)}”"
        for name, words in (("name", "họ tên"), ("post", "chức vụ"), ("roles", "vai trò"))
        if old and (old.get(name) or "") != (image.columns.get(name) or "")
    ]
    whose = f"của {old.get('name') or image.columns['name']}"
    return f"Đổi {'; '.join(parts)} {whose}" if parts else f"Đổi thông tin người dùng {whose}"


def _shown(name: str, columns: Columns) -> str:
    return roles_words(columns) if name == "roles" else str(columns.get(name) or "")


def _reopen(deed: Deed) -> str:
    columns = deed.first("volume")
    return f"Mở lại {own_volume(columns)} đã khóa" if columns else ""


def _install(deed: Deed) -> str:
    columns = deed.first("form")
    return f"Cài biểu mẫu {form_words(columns)}" if columns else ""


def _add_late(deed: Deed) -> str:
    columns = deed.first("document")
    if not columns:
        return ""
    is_back = columns.get("entry_kind") == EntryKind.BACK.value
    return f"{'Nhập bù từ giấy' if is_back else 'Đăng ký bổ sung'} {own_line(columns)}"


def _amend(deed: Deed) -> str:
    columns = deed.first("document")
    if not columns:
        return ""
    book = find_book(str(columns["book"]))
    changed = str(deed.first("correction").get("columns") or "").split()
    labels = [one.label for one in book.fields if one.name in changed]
    what = f" (mục {', '.join(label.lower() for label in labels)})" if labels else ""
    return f"Đính chính {own_line(columns)}{what}"


def _amend_level(deed: Deed) -> str:
    image = next(iter(deed.of("document")), None)
    if image is None:
        return ""
    old = deed.before.get(image.key, {}).get("level")
    was = "" if old is None else f" từ {Level(str(old)).label}"
    new = image.columns.get("level")
    now = "chưa rõ" if new is None else Level(str(new)).label
    return f"Đính chính độ mật {own_line(image.columns)}{was} thành {now}"


def _annul_printed(deed: Deed) -> str:
    columns = deed.first("document")
    return f"Gạch bỏ {own_line(columns)} sau khi in" if columns else ""


def _move_printed(deed: Deed) -> str:
    struck = next((i.columns for i in deed.of("document") if i.columns.get("annulled_on")), None)
    begun = next((i.columns for i in deed.of("document") if not i.columns.get("annulled_on")), None)
    if struck is None or begun is None:
        return ""
    return (
        f"Ghi nhầm sổ: gạch bỏ {own_line(struck)} sau khi in và đăng ký lại thành {own_line(begun)}"
    )


def _spoil(deed: Deed) -> str:
    spoiled = [image for image in deed.of("sheet") if image.columns.get("state") == "spoiled"]
    where = sheet_words(deed, spoiled)
    after = " sau khi in" if deed.action == "book.print.spoiled" else ""
    if where:
        return f"Ghi {where} là tờ hỏng{after}"
    run = next(iter(deed.of("print_run")), None)
    about = "" if run is None else run_words(deed, run)
    return f"Ghi bản in hỏng{after}: {about}" if about else ""


def _inspection(deed: Deed) -> str:
    columns = deed.first("inspection")
    if not columns:
        return ""
    whole = (
        f"{columns['inspector']}, {columns['body']}" if columns["body"] else columns["inspector"]
    )
    decided = columns.get("decided_on")
    on = f" ngày {short_date(date.fromisoformat(str(decided)))}" if decided else ""
    return f"Mở phiên kiểm tra cho {whole}, theo quyết định số {columns['decision']}{on}"


def _make_late(deed: Deed) -> str:
    columns = deed.first("copy_order")
    if not columns:
        return ""
    copies, line = custody_sentence.copies_words(deed), thing_words(deed)
    made = f"{columns['made']} bản{f' của {line}' if line else ''}"
    return f"Ghi sau việc sao, chụp {copies or made}"


def _permit_late(deed: Deed) -> str:
    columns = deed.first("copy_order")
    if not columns:
        return ""
    copies, line = custody_sentence.copies_words(deed), thing_words(deed)
    permitted = f"{columns['permitted']} bản{f' của {line}' if line else ''}"
    return f"Ghi sau việc cho phép sao, chụp {copies or permitted}"


def _save_authority(deed: Deed) -> str:
    columns = deed.first("authority")
    if not columns:
        return ""
    if not columns["in_use"]:
        return f"Bỏ người có thẩm quyền cho phép: “{columns['post']}”"
    level = Level(str(columns["level"])).label
    basis = f"đến độ {level}, căn cứ {columns['citation']}"
    return f"{_as_in_table(deed)}: “{columns['post']}”, {basis}"


def _enter_stock(deed: Deed) -> str:
    columns = deed.first("document")
    if not columns:
        return ""
    holder = f", {columns['receiving_unit']} giữ" if columns.get("receiving_unit") else ""
    count = f"{columns['copies_issued']} bản"
    return f"{_as_in_table(deed)}: {count} của {own_line(columns)}{holder}"


def _close_short(deed: Deed) -> str:
    columns = deed.first("volume")
    if not columns:
        return ""
    said = f": {columns['discrepancy']}" if columns.get("discrepancy") else ""
    return f"Khóa {own_volume(columns)} có sai lệch số bản{said}"


def _incident_open(deed: Deed) -> str:
    columns = deed.first("incident")
    if not columns:
        return ""
    what = custody_sentence.copies_words(deed)
    kind = IncidentKind(str(columns["kind"])).label.lower()
    case = f"Báo {kind}, vụ việc số {columns['number']} năm {columns['year']}"
    return f"{case}: {what}" if what else case


def _incident_close(deed: Deed) -> str:
    columns = deed.first("incident")
    if not columns:
        return ""
    outcome = IncidentOutcome(str(columns["outcome"])).label.lower()
    parts = [f"Kết thúc vụ việc số {columns['number']} năm {columns['year']}: {outcome}"]
    for words, standing in (("mất", Standing.LOST), ("tìm thấy", Standing.STORE)):
        if copies := custody_sentence.copies_words(deed, standing):
            parts.append(f"{words} {copies}")
    return "; ".join(parts)


def _provision_decide(deed: Deed) -> str:
    columns = deed.first("provision")
    if not columns:
        return ""
    outcome = ProvisionOutcome(str(columns["outcome"])).label
    return f"{outcome} cung cấp, chuyển giao {thing_words(deed)} cho {columns['asker']}"


def _provision_give(deed: Deed) -> str:
    columns = deed.first("provision")
    if not columns:
        return ""
    what = f"{thing_words(deed)} ({columns['given']})"
    return f"Cung cấp, chuyển giao {what} cho {columns['asker']}"


def _holiday(deed: Deed) -> str:
    columns = deed.first("holiday")
    if not columns:
        return ""
    day = short_date(date.fromisoformat(str(columns["day"])))
    what = "nghỉ" if columns["is_off"] else "làm việc"
    basis = f", căn cứ {columns['citation']}" if columns["citation"] else ""
    return f"Ghi ngày {day} là ngày {what} ({columns['name']}{basis})"


def _state_day(deed: Deed) -> str:
    columns = deed.first("stated_day")
    if not columns:
        return ""
    clock, stated = (
        short_date(date.fromisoformat(str(columns[name]))) for name in ("clock_on", "stated_on")
    )
    if clock == stated:
        return f"Ghi lại theo ngày của máy: {stated}"
    return f"Máy báo ngày {clock}, ghi sổ theo ngày {stated}"


def _enrol_medium(deed: Deed) -> str:
    columns = deed.first("medium")
    if not columns:
        return ""
    level = Level(str(columns["level"])).label
    return (
        f"Duyệt {medium_words(columns)} (sê-ri {columns['serial']}), độ {level}, giao "
        f"{columns['custodian']} giữ"
    )


def _withdraw_medium(deed: Deed) -> str:
    columns = deed.first("medium")
    if not columns:
        return ""
    why = Withdrawal(str(columns["withdrawal"])).label
    return f"Thôi dùng {medium_words(columns)}: {why}"


_TELL_THEIR_DAY = ("day.state",)
_DAYS = {
    "document.add_late": (("document", "registered_on"),),
    "document.amend": (("correction", "made_on"),),
    "document.amend_level": (("correction", "made_on"),),
    "document.annul_printed": (("document", "annulled_on"),),
    "document.move_printed": (("document", "annulled_on"),),
    "sheet.spoil": (("sheet", "state_on"),),
    "book.print.spoiled": (("sheet", "state_on"),),
    "person.revoke": (("person", "revoked_on"),),
    "copy.make_late": (("copy_order", "made_on"),),
    "copy.permit_late": (("copy_order", "permitted_on"),),
    "day.state": (("stated_day", "stated_on"),),
    "incident.open": (("incident", "discovered_on"),),
    "incident.close": (("incident", "closed_on"),),
    "provision.decide": (("provision", "decided_on"),),
    "provision.give": (("provision", "given_on"),),
    "stock.enter": (("document", "registered_on"),),
    "volume.close_short": (("volume", "closed_on"),),
    **custody_sentence.DAYS,
}
SENTENCES: dict[str, Callable[[Deed], str]] = {
    "vault.restore": _as_in_table,
    "generation.begin": _as_in_table,
    "recovery.renew": _as_in_table,
    "person.admit": _admit,
    "person.change": _change_person,
    "person.rekey": _named("Cấp lại mật khẩu và khóa ký cho"),
    "person.stick": _named("Cấp USB ký xác nhận cho"),
    "person.release": _named("Giải tỏa trách nhiệm giữ của"),
    "person.recover": _named("Mở lại kho sổ bằng phiếu khóa khôi phục cho"),
    "person.revoke": _named("Thu hồi quyền của"),
    "form.install": _install,
    "volume.reopen": _reopen,
    "document.add_late": _add_late,
    "document.amend": _amend,
    "document.amend_level": _amend_level,
    "document.annul_printed": _annul_printed,
    "document.move_printed": _move_printed,
    "book.print.spoiled": _spoil,
    "sheet.spoil": _spoil,
    "inspection.open": _inspection,
    "day.state": _state_day,
    "copy.make_late": _make_late,
    "copy.permit_late": _permit_late,
    "authority.save": _save_authority,
    "incident.open": _incident_open,
    "incident.close": _incident_close,
    "provision.decide": _provision_decide,
    "provision.give": _provision_give,
    "stock.enter": _enter_stock,
    "volume.close_short": _close_short,
    "medium.enrol": _enrol_medium,
    "medium.withdraw": _withdraw_medium,
    "plan.holiday": _holiday,
    "attempts.tampered": _as_in_table,
    "custody.archive": custody_sentence.MOVES["custody.archive"],
    "header.revived": _as_in_table,
}
