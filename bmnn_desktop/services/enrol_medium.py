"""Duyệt USB: a stick gets an inventory number, a level, a custodian and a token of this vault."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from pathlib import Path

from bmnn_desktop.domain.medium import NewMedium, Plugged, Purpose
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import (
    KnownError,
    MediumKnown,
    MediumLevelLow,
    MediumNumberTaken,
)
from bmnn_desktop.services.act_of_two import require_manager, settle
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.identify_medium import identify, plugged_at, token_for
from bmnn_desktop.services.second_person import SecondPerson
from bmnn_desktop.services.typed_text import needed_text
from bmnn_desktop.store import media, medium_token
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.new_keys import NewKeys

_TOKEN_BYTES = 16


@dataclass(frozen=True, slots=True)
class EnrolledMedium:
    """The stick's number and place; `sheet`: the new recovery sheet, where the old one signed."""

    inventory_no: str
    serial: str
    root: Path
    sheet: RecoverySheet | None = None


def enrol_medium(
    desk: WritingDesk, place: Path, new: NewMedium, *, second: SecondPerson
) -> EnrolledMedium:
    """Enrol the stick at `place`; one whose token is lost or no longer fits gets a new one.

    Raises why no medium can be there, MediumKnown, MediumNumberTaken, MediumLevelLow, FieldsWrong,
    MediumTokenUnwritable, NotAllowed and what `settle` raises; then nothing is changed.
    """
    require_manager(desk)
    plugged = plugged_at(desk, place)
    columns = _columns(new, plugged)
    row = media.by_serial(desk.rows, plugged.serial)
    is_in_use = row is not None and row.withdrawn_on is None
    if row is not None and is_in_use:
        _refuse_known(desk, plugged, row.purpose)
    other = media.by_number(desk.rows, str(columns["inventory_no"]))
    if other is not None and (row is None or other.id != row.id):
        raise MediumNumberTaken(number=other.inventory_no)
    highest = media.highest_level(desk.rows)
    ranks = list(type(new.level))  # the highest first
    if (
        new.purpose is Purpose.BACKUP
        and highest is not None
        and ranks.index(new.level) > ranks.index(highest)
    ):
        raise MediumLevelLow(level=highest.label)
    token = secrets.token_hex(_TOKEN_BYTES)
    written: list[Path] = []

    def fill(act: Act, _given: NewKeys) -> None:
        facts = {
            **columns,
            "token": token,
            "counter": 0,
            "enrolled_on": desk.today().isoformat(),
            "withdrawn_on": None,
            "withdrawal": "",
        }
        if row is not None and is_in_use:
            act.update("medium", row.id, **facts)
        else:
            act.insert("medium", **facts)
        written.append(plugged.root)
        made = token_for(desk, token, plugged.serial, 0)
        made.write(plugged.root, desk.vault.medium_key)

    try:
        settled = settle(desk, "medium.enrol", second, fill)
    except BaseException:
        if written:
            medium_token.remove(plugged.root)
        raise
    return EnrolledMedium(str(columns["inventory_no"]), plugged.serial, plugged.root, settled.sheet)


def _columns(new: NewMedium, plugged: Plugged) -> dict[str, str | int]:
    return {
        "purpose": new.purpose.value,
        "inventory_no": needed_text("inventory_no", "Số USB", new.inventory_no),
        "level": new.level.value,
        "custodian": needed_text("custodian", "Người giữ USB", new.custodian),
        "place": needed_text("place", "Nơi để", new.place),
        "serial": plugged.serial,
        "model": plugged.model,
        "size": plugged.size,
    }


def _refuse_known(desk: WritingDesk, plugged: Plugged, purpose: Purpose) -> None:
    """Raise MediumKnown for a stick whose token is in order: it needs no other."""
    try:
        known = identify(desk, plugged, purpose)
    except KnownError:
        return
    raise MediumKnown(number=known.inventory_no)
