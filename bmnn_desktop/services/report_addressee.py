"""Whom the unit reports an incident to: a setting of this unit, shown and printed as it stands."""

from __future__ import annotations

from bmnn_desktop.domain.text import tidy
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.settings import read_setting, write_setting
from bmnn_desktop.services.typed_text import check_length

_NAME = "incident.report_to"


def report_addressee(desk: Desk) -> str:
    """Return whom an ad hoc report goes to; nothing while nobody has said."""
    return read_setting(desk, _NAME) or ""


def set_report_addressee(desk: WritingDesk, whom: str) -> None:
    """Say whom an ad hoc report goes to; raise FieldsWrong, NotAllowed."""
    desk.session.require(Role.KEEPER)
    check_length("whom", "Gửi ai", tidy(whom))
    write_setting(desk, _NAME, tidy(whom))
