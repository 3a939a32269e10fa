"""What is typed in words beside a form's fields: reasons and remarks, as they are stored."""

from __future__ import annotations

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.errors import FieldsWrong, FieldWrong, ReasonMissing
from bmnn_desktop.registers.checking import LONGEST


def needed_reason(reason: str) -> str:
    """Return the reason as it is stored; raise ReasonMissing, FieldsWrong when it is too long."""
    why = tidy(reason)
    if not why:
        raise ReasonMissing
    check_length("reason", "Lý do", why)
    return why


def check_length(field: str, label: str, text: str) -> None:
    """Raise FieldsWrong for a text that no line of a book and no paper could hold."""
    if len(text) > LONGEST:
        why = f"dài quá {LONGEST} ký tự."
        raise FieldsWrong((FieldWrong(field=field, label=label, why=why),))


def needed_text(field: str, label: str, text: str) -> str:
    """Return a text as it is stored; raise FieldsWrong when it is missing or too long."""
    typed = tidy(text)
    if not typed:
        raise FieldsWrong((FieldWrong(field=field, label=label, why="chưa ghi."),))
    check_length(field, label, typed)
    return typed
