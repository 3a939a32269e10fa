"""Look at the volumes: what is open, what is closed, what each still lacks."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.domain.volume import Volume
from bmnn_desktop.registers import PRINTED
from bmnn_desktop.services.close_volume import LooseEnds, look_at_loose_ends
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import volumes


@dataclass(frozen=True, slots=True)
class VolumeState:
    """A volume, how far its numbers are, and what it lacks (None: it is closed).

    `is_newest` is so of the volume that new lines of its year go to.
    """

    volume: Volume
    last_no: int | None
    is_newest: bool
    lacks: LooseEnds | None


def look_at_volumes(desk: Desk) -> tuple[VolumeState, ...]:
    """Return the volumes of every book, the newest year first."""
    states = [
        _state(desk, volume, is_newest=place == 0 or found[place - 1].year != volume.year)
        for book in PRINTED
        for found in [volumes.of_book(desk.rows, book.key)]
        for place, volume in enumerate(found)
    ]
    return tuple(sorted(states, key=lambda one: -one.volume.year))


def _state(desk: Desk, volume: Volume, *, is_newest: bool) -> VolumeState:
    lacks = None
    if not volume.is_closed:
        lacks = look_at_loose_ends(desk, volume.book, volume.year, volume.number)
    return VolumeState(volume, volumes.last_in(desk.rows, volume), is_newest, lacks)
