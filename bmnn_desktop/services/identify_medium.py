"""Which medium is plugged in at a place, and whether it is the one that two people enrolled."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.domain.medium import Medium, Plugged, Purpose, same_serial
from bmnn_desktop.errors import (
    KnownError,
    MediumAhead,
    MediumCloned,
    MediumForOther,
    MediumMissing,
    MediumRefused,
    MediumRestored,
    MediumSwapped,
    MediumTokenMissing,
    MediumUnknown,
    MediumWithdrawn,
)
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.store import media, medium_token
from bmnn_desktop.store.medium_token import MediumToken

_HEAD = "SELECT seq, lower(hex(hash)) FROM entry ORDER BY seq DESC LIMIT 1"


def plugged_at(desk: Desk, place: Path, *, writes: bool = True) -> Plugged:
    """Return the stick that a place lies on; in a training vault a folder plays one.

    Raises MediumMissing, and why no medium can be there (`Plugged.check_place`).
    """
    try:
        path = place.resolve(strict=True)
        mounted = [one for one in desk.usb.plugged() if _holds(one.root.resolve(), path)]
        found = max(mounted, key=lambda one: len(one.root.parts), default=None)
        if desk.training and (found is None or not found.is_stick):
            found = _playing(path if path.is_dir() else path.parent)
    except OSError as error:
        raise MediumMissing from error
    if found is None:
        raise MediumMissing
    found.check_place(writes=writes)
    if _holds(found.root.resolve(), desk.place.resolve()):
        raise MediumRefused(why="kho sổ nằm ngay trên đó")
    return found


def identify(desk: WritingDesk, plugged: Plugged, purpose: Purpose) -> Medium:
    """Return the enrolled medium that this is; raise the exact reason why it is none."""
    token = medium_token.read(plugged.root, desk.vault.medium_key)
    row = media.by_serial(desk.rows, plugged.serial)
    if row is None:
        raise MediumUnknown if token is None else MediumCloned
    if row.withdrawn_on is not None:
        why = "" if row.withdrawal is None else row.withdrawal.label
        raise MediumWithdrawn(number=row.inventory_no, why=why)
    if token is None:
        raise MediumTokenMissing(number=row.inventory_no)
    if token.token != row.token or not same_serial(token.serial, row.serial):
        raise MediumCloned
    if token.counter < row.counter:
        raise MediumRestored(number=row.inventory_no)
    # One ahead is what a power cut leaves between the token and the entry.
    if token.counter > row.counter + 1 or token.head_seq > desk.rows.one(_HEAD)[0]:  # type: ignore[index]
        raise MediumAhead(number=row.inventory_no)
    if row.purpose is not purpose:
        raise MediumForOther(number=row.inventory_no, purpose=row.purpose.label)
    return row


def token_for(desk: WritingDesk, medium: str, serial: str, counter: int) -> MediumToken:
    """Return a token that carries the journal's head of now."""
    head = desk.rows.one(_HEAD)
    seq, digest = (0, "") if head is None else (int(head[0]), str(head[1]))
    return MediumToken(desk.vault.header.store.hex(), medium, serial, counter, seq, digest)


@dataclass(frozen=True, slots=True)
class Claim:
    """A medium that is about to be written to: its token is one ahead of the journal."""

    desk: WritingDesk
    plugged: Plugged
    medium: Medium
    token: MediumToken

    def check_again(self) -> None:
        """Raise MediumSwapped unless the same stick with the same token is still there."""
        try:
            now = plugged_at(self.desk, self.plugged.root)
            token = medium_token.read(now.root, self.desk.vault.medium_key)
        except KnownError as error:
            raise MediumSwapped from error
        if token != self.token or now != self.plugged:
            raise MediumSwapped


def claim(desk: WritingDesk, plugged: Plugged) -> Claim | None:
    """Identify a backup medium and mark it as about to be written to.

    None: a folder that nobody enrolled plays it, in a training vault. Raises what `identify` does,
    MediumTokenUnwritable.
    """
    try:
        row = identify(desk, plugged, Purpose.BACKUP)
    except MediumUnknown:
        if desk.training and is_played(plugged):
            return None
        raise
    token = token_for(desk, row.token, row.serial, row.counter + 1)
    token.write(plugged.root, desk.vault.medium_key)
    return Claim(desk, plugged, row, token)


def is_played(plugged: Plugged) -> bool:
    """Tell whether a folder plays this stick."""
    return plugged.bus == _PLAYED


_PLAYED = "folder"


def _playing(folder: Path) -> Plugged:
    """Return the stick that a folder plays; a copy of the folder is another one."""
    told = folder.stat()
    return Plugged(
        root=folder,
        serial=f"thu-muc-{told.st_dev:x}-{told.st_ino:x}",
        model="Thư mục (kho tập huấn)",
        volume="",
        bus=_PLAYED,
        size=0,
        is_removable=True,
        is_read_only=False,
        is_network=False,
        is_system=False,
    )


def _holds(root: Path, path: Path) -> bool:
    return root == path or root in path.parents
