"""Nhắc sao lưu: how old the last good backup is, and which old one is to be read once more."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bmnn_desktop.domain.backup_days import PROPOSED, BackupDays
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.medium import Withdrawal
from bmnn_desktop.errors import FieldsWrong, FieldWrong
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.settings import read_setting, write_setting
from bmnn_desktop.store import media
from bmnn_desktop.store.media import KeptBackup
from bmnn_desktop.store.rows import Rows

_NAME = "backup.days"


def read_backup_days(desk: Desk) -> BackupDays:
    """Return the days, the proposed ones when nobody has chosen others."""
    parts = (read_setting(desk, _NAME) or "").split()
    if len(parts) != 4 or not all(part.isascii() and part.isdigit() for part in parts):  # noqa: PLR2004
        return PROPOSED
    days = BackupDays(*map(int, parts))
    return days if days.is_sane else PROPOSED


def set_backup_days(desk: WritingDesk, days: BackupDays) -> BackupDays:
    """Choose the days; raise NotAllowed, FieldsWrong when they do not rise or exceed a year."""
    desk.session.require(Role.KEEPER)
    if not days.is_sane:
        why = "phải tăng dần và trong khoảng 1–366 ngày."
        raise FieldsWrong((FieldWrong(field="remind", label="Số ngày", why=why),))
    text = f"{days.remind} {days.red} {days.first} {days.recheck}"
    write_setting(desk, _NAME, text)
    return days


def last_good_backup(rows: Rows) -> datetime | None:
    """Return when the newest backup was made that is, as far as known, still there and whole."""
    return max((one.made_at for one in _good(rows)), default=None)


def to_recheck(rows: Rows, today: date, after: int) -> KeptBackup | None:
    """Return the backup that was not read for the longest time, if that is over `after` days.

    Of each stick only the newest counts: it is what a restore would use.
    """
    newest = {one.medium: one for one in _good(rows)}
    eldest = min(newest.values(), key=lambda one: one.checked_at, default=None)
    if eldest is None or civil_date(eldest.checked_at) + timedelta(days=after) > today:
        return None
    return eldest


def _good(rows: Rows) -> list[KeptBackup]:
    away = {
        one.id
        for one in media.everything(rows)
        if one.withdrawal in (Withdrawal.LOST, Withdrawal.DAMAGED)
    }
    return [one for one in media.backups(rows) if not one.is_lost and one.medium not in away]
