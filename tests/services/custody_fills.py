"""Rows that acts about copies, provisions and incidents write, without their services."""

from __future__ import annotations

from bmnn_desktop.store.act import Act

_ON = "2026-03-05"
_MADE_NO = 41  # of a copy that no other row has


def make_late(act: Act) -> None:
    """Write a copying order that is done, and its copy."""
    order = act.insert(
        "copy_order", volume_id=1, year=2026, seq_no=1, document_id=1, requested_on=_ON,
        requester="Lê Văn Thí", purpose="", form="sao_y", medium="paper", extract="", wanted=1,
        permitted=1, permitter="Nguyễn Văn Mẫu", permitter_post="Chủ tịch", delegation="", basis="",
        permitted_on=_ON, refused_on=None, refusal="", made_on=_ON, entered_on=_ON,
        made_by="Trần Thị Thử", made_at="", made=1, spare=0, spoiled=0, destroyed_on=None,
        destroyed_by="", note="",
    )  # fmt: skip
    act.insert(
        "copy", document_id=1, origin="made", copy_no=_MADE_NO, recipient_id=None,
        copy_order_id=order, meant_for="", in_use=1, pages=None, annexes=None, standing="store",
        holder="", place="", since=None, due_on=None, handover_id=None, seen_on=None,
    )  # fmt: skip


def permit_late(act: Act) -> None:
    """Write a copying order that is permitted."""
    act.insert(
        "copy_order", volume_id=None, year=None, seq_no=None, document_id=1, requested_on=_ON,
        requester="Lê Văn Thí", purpose="", form="sao_y", medium="paper", extract="", wanted=1,
        permitted=1, permitter="Nguyễn Văn Mẫu", permitter_post="Chủ tịch", delegation="", basis="",
        permitted_on=_ON, refused_on=None, refusal="", made_on=None, entered_on=_ON, made_by="",
        made_at="", made=None, spare=0, spoiled=0, destroyed_on=None, destroyed_by="", note="",
    )  # fmt: skip


def decide(act: Act) -> None:
    """Write a provision that was granted."""
    _provide(act, given_on=None, given="")


def give(act: Act) -> None:
    """Write a provision that was given."""
    _provide(act, given_on=_ON, given="Bản số 01")


def _provide(act: Act, *, given_on: str | None, given: str) -> None:
    act.insert(
        "provision", document_id=1, requested_on=_ON, request="7/CV", asker_kind="body",
        asker="Sở Thí Dụ", representative="Lê Văn Thí", identity="", what="Cả văn bản",
        purpose="Phối hợp", commitment=1, decider="Nguyễn Văn Mẫu", decider_post="Chủ tịch",
        decided_on=_ON, outcome="granted", reasons="", given_on=given_on, given=given,
    )  # fmt: skip


def open_leak(act: Act) -> None:
    """Write a case of a leak: its copy is named by the case alone."""
    case = _incident(act, 1, "leaked", outcome="", conclusion="", closed_on=None)
    act.insert("incident_item", incident_id=case, copy_id=2)


def close_case(act: Act) -> None:
    """Write a closed case and the copy that is lost."""
    _incident(act, 2, "missing", outcome="lost", conclusion="Không tìm thấy", closed_on=_ON)
    act.update("copy", 2, standing="lost")


def _incident(
    act: Act, number: int, kind: str, *, outcome: str, conclusion: str, closed_on: str | None
) -> int:
    return act.insert(
        "incident", year=2026, number=number, kind=kind, discovered_on=_ON, discovered_at="08:30",
        discoverer="Trần Thị Thử", last_seen="", persons="", circumstances="", outcome=outcome,
        conclusion=conclusion, closed_on=closed_on,
    )  # fmt: skip
