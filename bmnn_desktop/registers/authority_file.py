"""Read the posts that may permit copying from their TOML file, strictly, each with its status."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.domain.authority import Authority, AuthorityStatus
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import LawFileWrong
from bmnn_desktop.registers.strict_table import StrictTable, read_table

_STATUSES = (AuthorityStatus.CONFIRMED, AuthorityStatus.OLD, AuthorityStatus.DRAFT)


def load_authorities(path: Path) -> tuple[Authority, ...]:
    """Return the posts in `path`; raise LawFileWrong with the place and the reason."""
    table = read_table(path, LawFileWrong)
    found = tuple(_authority(each) for each in table.tables("posts"))
    table.nothing_else()
    named = [(each.post, each.level) for each in found]
    if len(set(named)) < len(named):
        table.wrong("posts", "một chức vụ ghi hai lần cho cùng một độ mật")
    return found


def _authority(table: StrictTable) -> Authority:
    level = next((one for one in Level if one.value == table.text("level")), None)
    status = next((one for one in _STATUSES if one.value == table.text("status")), None)
    if level is None:
        table.wrong("level", "chỉ nhận TUYET_MAT, TOI_MAT hoặc MAT")
    if status is None:
        table.wrong("status", "chỉ nhận confirmed, old hoặc draft")
    found = Authority(table.text("post"), level, table.text("citation"), status)
    table.nothing_else()
    return found
