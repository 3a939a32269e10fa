"""What is known of the row that is chosen, in a few lines."""

from __future__ import annotations

from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.incident import Incident, IncidentStep
from bmnn_desktop.domain.provision import Provision
from bmnn_desktop.domain.removal import Removal
from bmnn_desktop.services.open_matters import Matters


def details_of(event: Incident | Removal | Provision, matters: Matters) -> str:
    """Return the lines, one a fact."""
    if isinstance(event, Incident):
        return "\n".join(_incident(event))
    if isinstance(event, Removal):
        return "\n".join(_removal(event, matters))
    return "\n".join(_provision(event))


def _incident(event: Incident) -> list[str]:
    told = (
        ("Người phát hiện", event.discoverer),
        ("Lần thấy cuối", event.last_seen),
        ("Người liên quan", event.persons),
        ("Diễn biến", event.circumstances),
        ("Kết luận", event.conclusion),
    )
    return [f"{name}: {words}" for name, words in told if words] + [_step(s) for s in event.steps]


def _step(step: IncidentStep) -> str:
    whom = f", gửi {step.whom}" if step.whom else ""
    if step.done_on is not None:
        return f"✓ {short_date(step.done_on)} · {step.kind.label}{whom}: {step.words}"
    due = "" if step.due_on is None else f", hạn {short_date(step.due_on)}"
    return f"□ {step.kind.label}{whom}{due}: chưa làm"


def _removal(event: Removal, matters: Matters) -> list[str]:
    lines = [f"{event.kind.label} · nhiệm vụ: {event.purpose}"]
    if event.destination:
        lines.append(f"Nơi đến: {event.destination}")
    if event.permitter:
        lines.append(f"Người cho phép: {event.permitter}, {event.permitter_post}")
    if event.still_out:
        lines.append(f"Còn {len(event.still_out)}/{len(event.taken)} bản ở ngoài")
    lines += [
        f"{matters.name(copy)}: {copy.standing.label}"
        for copy in event.still_out
        if copy.holder != event.taker
    ]
    return lines


def _provision(event: Provision) -> list[str]:
    told = (
        ("Văn bản đề nghị", event.request),
        ("Nội dung", event.what),
        ("Mục đích", event.purpose),
        ("Cam kết bảo vệ", "có" if event.commitment else "chưa có"),
        ("Người quyết định", ", ".join(filter(None, (event.decider, event.decider_post)))),
        ("Lý do từ chối", event.reasons),
        ("Đã cung cấp", event.given),
    )
    return [f"{name}: {words}" for name, words in told if words]
