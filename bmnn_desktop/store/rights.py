"""Who may sign what: asked by the journal before it writes, and by the replay of what it wrote."""

from __future__ import annotations

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.store.rows import Rows

RESTORE = "vault.restore"
RECOVER = "person.recover"
GENERATION = "generation.begin"
REVOKE = "person.revoke"
SINCE = 3  # the migration that brought graded confirmations; entries before it obey older rules

# The proposal brings the key that signs it, and only the recovery sheet may approve.
BRINGS_ITS_KEY = (RESTORE, RECOVER)
BEGINS_A_GENERATION = (RESTORE, GENERATION)
_CONFIRMERS = """
    SELECT count(*) FROM signer AS s JOIN person AS p ON p.id = s.person_id
    WHERE s.retired = 0 AND p.revoked_on IS NULL AND instr(p.roles, 'confirmer')
    AND p.id IS NOT (SELECT person_id FROM signer WHERE id = ?)"""


def needs_two(action: str) -> bool:
    """Tell whether an act has no effect before a second person has signed."""
    return actions.grade(action) is Grade.BEFORE


def has_confirmer(rows: Rows, beside: int | None = None) -> bool:
    """Tell whether somebody else than the recovery sheet can confirm what `beside` proposes."""
    return bool(rows.value(_CONFIRMERS, (beside,)))


def may_confirm(rows: Rows, signer: int, action: str, proposer: int | None = None) -> bool:
    """Tell whether the key in row `signer` may approve, reject or confirm.

    A confirming person's may; the recovery sheet's only where there is no such person, or none but
    the one who proposes, and where a proposal brought its own key.
    """
    found = rows.one(
        "SELECT s.person_id, s.retired, p.revoked_on IS NULL, instr(p.roles, 'confirmer')"
        " FROM signer AS s LEFT JOIN person AS p ON p.id = s.person_id WHERE s.id = ?",
        (signer,),
    )
    if found is None or found[1]:
        return False
    if found[0] is None:
        return action in BRINGS_ITS_KEY or not has_confirmer(rows, proposer)
    return action not in BRINGS_ITS_KEY and bool(found[2] and found[3])
