"""Whom to call when a copy is not found: body, person, number; a setting of this unit."""

from __future__ import annotations

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.report_addressee import report_addressee, set_report_addressee
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.settings import read_setting, write_setting
from bmnn_desktop.services.typed_text import check_length

_NAME = "incident.duty_phone"


def duty_phone(desk: Desk) -> str:
    """Return whom to call; nothing while nobody has said."""
    return read_setting(desk, _NAME) or ""


def set_duty_phone(desk: WritingDesk, words: str) -> None:
    """Say whom to call; raise FieldsWrong, NotAllowed."""
    desk.session.require(Role.KEEPER)
    check_duty_phone(words)
    write_setting(desk, _NAME, tidy(words))


def check_duty_phone(words: str) -> None:
    """Raise FieldsWrong for words that are too long."""
    check_length("phone", "Gọi ai, số nào", tidy(words))


def contacts(desk: Desk) -> tuple[str, str]:
    """Return whom a report goes to, and whom to call."""
    return report_addressee(desk), duty_phone(desk)


def set_contacts(desk: WritingDesk, whom: str, phone: str) -> None:
    """Say both; raise FieldsWrong, NotAllowed."""
    check_duty_phone(phone)  # before anything is written
    set_report_addressee(desk, whom)
    set_duty_phone(desk, phone)
