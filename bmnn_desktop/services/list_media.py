"""USB sao lưu, USB nhập: the list of the unit's sticks, and what is plugged in now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bmnn_desktop.domain import rotation
from bmnn_desktop.domain.clock import civil_date
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import Medium, Purpose, Withdrawal
from bmnn_desktop.domain.rotation import Profile
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.settings import read_setting, write_setting
from bmnn_desktop.store import media
from bmnn_desktop.store.media import KeptBackup

_PROFILE = "backup.profile"


@dataclass(frozen=True, slots=True)
class Listed:
    """One stick with what lies on it; `may_go`: numbers of old backups that need not be kept."""

    inventory_no: str
    purpose: Purpose
    level: Level
    custodian: str
    place: str
    serial: str
    model: str
    enrolled_on: date
    withdrawn_on: date | None
    withdrawal: Withdrawal | None
    backups: int
    last_backup: datetime | None
    last_check: datetime | None
    is_next: bool  # whose turn it is
    is_level_low: bool  # what is registered has outgrown it
    may_go: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        """Return "USB sao lưu số 01/USB"."""
        return f"{self.purpose.label} số {self.inventory_no}"

    @property
    def state(self) -> str:
        """Say in words how it stands."""
        if self.withdrawn_on is not None and self.withdrawal is not None:
            return f"{self.withdrawal.label} từ {short_date(self.withdrawn_on)}"
        parts = ["đang dùng"]
        if self.is_level_low:
            parts.append("độ mật thấp hơn nội dung kho sổ")
        if self.is_next:
            parts.append("đến lượt sao lưu")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class PluggedIn:
    """A stick at the port; `known`: its number, where it is one of the unit's."""

    root: Path
    model: str
    serial: str
    known: str
    words: str


def list_media(desk: Desk) -> tuple[Listed, ...]:
    """Return every stick, those in use first, in the order they were enrolled."""
    every = media.everything(desk.rows)
    kept = media.backups(desk.rows)
    highest = media.highest_level(desk.rows)
    turn = _whose_turn(every, kept)
    profile = backup_profile(desk)
    listed = [_listed(one, kept, highest, turn, profile) for one in every]
    return tuple(sorted(listed, key=lambda one: one.withdrawn_on is not None))


def look_at_port(desk: Desk) -> tuple[PluggedIn, ...]:
    """Return the sticks that are plugged in; their tokens are looked at when they are used."""
    return tuple(
        _plugged(one.root, one.model, one.serial, media.by_serial(desk.rows, one.serial))
        for one in desk.usb.plugged()
        if one.is_stick
    )


def backup_profile(desk: Desk) -> Profile:
    """Return how old backups are kept; keeping all is proposed."""
    stored = read_setting(desk, _PROFILE)
    return next((one for one in Profile if one.value == stored), Profile.KEEP_ALL)


def set_backup_profile(desk: WritingDesk, profile: Profile) -> Profile:
    """Choose how old backups are kept; nothing is ever removed by the program."""
    desk.session.require(Role.KEEPER)
    write_setting(desk, _PROFILE, profile.value)
    return profile


def _whose_turn(every: tuple[Medium, ...], kept: tuple[KeptBackup, ...]) -> int | None:
    """Return the stick whose newest backup is the oldest; None for fewer than two."""
    used = [one for one in every if one.withdrawn_on is None and one.purpose is Purpose.BACKUP]
    if len(used) < 2:  # noqa: PLR2004
        return None
    newest = {one.medium: one.number for one in kept}
    return min(used, key=lambda one: (newest.get(one.id, 0), one.id)).id


def _listed(
    one: Medium,
    kept: tuple[KeptBackup, ...],
    highest: Level | None,
    turn: int | None,
    profile: Profile,
) -> Listed:
    own = [each for each in kept if each.medium == one.id]
    ranks = list(Level)
    is_low = (
        one.purpose is Purpose.BACKUP
        and highest is not None
        and ranks.index(one.level) > ranks.index(highest)
    )
    old = rotation.may_go(
        [(each.number, civil_date(each.made_at)) for each in own if not each.is_lost], profile
    )
    return Listed(
        inventory_no=one.inventory_no,
        purpose=one.purpose,
        level=one.level,
        custodian=one.custodian,
        place=one.place,
        serial=one.serial,
        model=one.model,
        enrolled_on=one.enrolled_on,
        withdrawn_on=one.withdrawn_on,
        withdrawal=one.withdrawal,
        backups=len(own),
        last_backup=own[-1].made_at if own else None,
        last_check=max((each.checked_at for each in own if not each.is_lost), default=None),
        is_next=one.id == turn,
        is_level_low=is_low and one.withdrawn_on is None,
        may_go=old,
    )


def _plugged(root: Path, model: str, serial: str, known: Medium | None) -> PluggedIn:
    if known is None:
        return PluggedIn(root, model, serial, "", "chưa duyệt")
    if known.withdrawn_on is not None:
        return PluggedIn(root, model, serial, "", f"đã thôi dùng, số {known.inventory_no}")
    return PluggedIn(root, model, serial, known.inventory_no, known.name)
