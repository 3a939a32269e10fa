"""What can be done with copies from the card of their document: one entry for each act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bmnn_desktop.domain.custody import Origin, Step
from bmnn_desktop.domain.holding import Holding

if TYPE_CHECKING:
    from bmnn_desktop.gui.custody.acts import CustodyActs


@dataclass(frozen=True)
class CopyEntry:
    """A line of the menu; `can` tells whether a copy as it stands lets it be done."""

    name: str  # of the menu's line, for tests and tools
    words: str
    can: Callable[[Holding], bool]
    act: Callable[[tuple[Holding, ...]], None]


def copy_entries(acts: CustodyActs) -> tuple[CopyEntry, ...]:
    """Return what the menu of copies offers, in its order."""
    return (
        CopyEntry("give", "Giao…", _begins(Step.GIVE), acts.give),
        CopyEntry("take_back", "Trả lại, ký trả…", _begins(Step.RETURN), acts.take_back),
        CopyEntry("recall", "Yêu cầu thu hồi…", _begins(Step.RECALL), acts.recall),
        CopyEntry("place", "Đổi nơi để…", _begins(Step.PLACE), acts.place),
        CopyEntry("give_back", "Trả nơi ban hành…", _can_give_back, acts.give_back),
        CopyEntry("archive", "Nộp lưu trữ…", _begins(Step.ARCHIVE), acts.archive),
        CopyEntry("see", "Đã đối chiếu với bản giấy", _can_see, acts.see),
    )


def _begins(step: Step) -> Callable[[Holding], bool]:
    return lambda one: one.copy.standing in step.begins_at


def _can_give_back(one: Holding) -> bool:
    came = one.copy.origin is Origin.RECEIVED
    return came and one.copy.standing in Step.GIVE_BACK.begins_at


def _can_see(one: Holding) -> bool:
    is_stock = one.copy.origin is Origin.STOCK
    return is_stock and one.copy.standing in Step.SEE.begins_at
