"""Đổi toàn bộ khóa: after somebody with a key has left, when a key may be known, or once a year.

Whoever has left and kept an old copy of the key files could else open the register for ever.
Where a passphrase is known to others, its owner gets a new key first (cấp lại mật khẩu và khóa ký).
Afterwards the vault takes no more work: the program locks, and everyone unlocks as before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bmnn_desktop.errors import RecoverySlotTooOld, SlotsTooOld
from bmnn_desktop.services.act_of_two import require_manager
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.second_person import SecondPerson, present
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.store import generation, rights

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class GenerationBegun:
    """The new generation, and whose old slots were dropped."""

    generation: int
    dropped: tuple[str, ...]


def begin_generation(
    desk: WritingDesk, *, reason: str, second: SecondPerson, progress: Progress | None = None
) -> GenerationBegun:
    """Give the vault new keys; everyone keeps passphrase, stick or recovery sheet.

    `progress` may raise Cancelled until the switch begins. The caller closes the vault afterwards,
    which finishes the switch, and speaks of success only then.

    Raises ReasonMissing, NotAllowed, SlotsTooOld, RecoverySlotTooOld, NotConfirmer, SelfApproval,
    VaultDamaged, DiskFull and what `second` raises, with the vault as it was; SwitchUnfinished,
    after which the next opening decides.
    """
    require_manager(desk)
    why = needed_reason(reason)
    before = desk.vault.header
    kept = generation.kept_slots(desk.writing.connection, before)
    old = [slot for slot in kept.slots if slot.is_first_format]
    logins = sorted({slot.login for slot in old if not slot.is_recovery})
    if logins:
        raise SlotsTooOld(logins=", ".join(logins))
    if old:
        raise RecoverySlotTooOld
    with present(second, desk.rows) as signer:
        # The journal asks as well, but only after the register has been copied.
        desk.journal.check_second(rights.GENERATION, signer)
        made = desk.writing.begin_generation(signer, why, progress or _ignore)
    dropped = {slot.login for slot in before.slots} - {slot.login for slot in made.slots}
    return GenerationBegun(made.generation, tuple(sorted(dropped - {""})))


def _ignore(_step: str, _done: float) -> None:
    """Nobody watches."""
