"""Đổi toàn bộ khóa: after somebody with a key has left, when a key may be known, or once a year.

Whoever has left and kept an old copy of the key files could else open the register for ever.
Where a passphrase is known to others, its owner gets a new key first (cấp lại mật khẩu và khóa ký).
Afterwards the vault takes no more work: the program locks, and everyone unlocks as before.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import RecoverySlotTooOld, SlotsTooOld, SwitchUnfinished
from bmnn_desktop.services.act_of_two import require_manager
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.recovery import replace_recovery
from bmnn_desktop.services.second_person import SecondPerson, present
from bmnn_desktop.services.typed_text import needed_reason
from bmnn_desktop.store import generation, rights, signers
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.new_keys import NewKeys

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class GenerationBegun:
    """The new generation, and whose old slots were dropped; `sheet`: where the old one signed.

    Not certain: only the next opening tells whether it began, and so which sheet is good.
    """

    generation: int
    dropped: tuple[str, ...]
    sheet: RecoverySheet | None = None
    is_certain: bool = True


def begin_generation(
    desk: WritingDesk, *, reason: str, second: SecondPerson, progress: Progress | None = None
) -> GenerationBegun:
    """Give the vault new keys; everyone keeps passphrase and stick.

    A recovery sheet that signs is replaced in the same act; else it stays good. `progress` may
    raise Cancelled until the switch begins. The caller closes the vault afterwards, which finishes
    the switch, and speaks of success only then.

    Raises ReasonMissing, NotAllowed, SlotsTooOld, RecoverySlotTooOld, NotConfirmer, SelfApproval,
    VaultDamaged, DiskFull and what `second` raises, with the vault as it was; SwitchUnfinished,
    after which the next opening decides. With a new sheet that is returned instead, not certain:
    the sheet must be seen.
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
    given: list[RecoverySheet] = []

    def renew(act: Act) -> Callable[[Header, bytes], Header]:
        keys = NewKeys(desk.writing, act)
        given.append(replace_recovery(act, keys, before.store))
        return keys.with_slots

    with present(second, desk.rows) as signer:
        # The journal asks as well, but only after the register has been copied.
        desk.journal.check_second(rights.GENERATION, signer)
        renewal = renew if signers.is_recovery(desk.rows, signer.row) else None
        try:
            made = desk.writing.begin_generation(signer, why, progress or _ignore, renewal)
        except SwitchUnfinished:
            if not given:
                raise
            return GenerationBegun(before.generation + 1, (), given[0], is_certain=False)
    sheet = given[0] if given else None
    dropped = {slot.login for slot in before.slots} - {slot.login for slot in made.slots}
    return GenerationBegun(made.generation, tuple(sorted(dropped - {""})), sheet)


def _ignore(_step: str, _done: float) -> None:
    """Nobody watches."""
