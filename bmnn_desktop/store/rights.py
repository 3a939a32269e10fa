"""Who may sign what: asked by the journal before it writes, and by the replay of what it wrote."""

from __future__ import annotations

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.store.canonical import Columns
from bmnn_desktop.store.rows import Rows

RESTORE = "vault.restore"
RECOVER = "person.recover"
GENERATION = "generation.begin"
REVOKE = "person.revoke"
SINCE = 3  # the migration that brought graded confirmations; entries before it obey older rules

# The proposal brings the key that signs it, and only the recovery sheet may approve.
BRINGS_ITS_KEY = (RESTORE, RECOVER)
BEGINS_A_GENERATION = (RESTORE, GENERATION)
_TAKEN_AWAY = {"signer": "retired", "person": "revoked_on"}  # the column that says so
_CONFIRMERS = """
    SELECT count(*) FROM signer AS s JOIN person AS p ON p.id = s.person_id
    WHERE s.retired = 0 AND p.revoked_on IS NULL AND instr(p.roles, 'confirmer')
    AND p.id IS NOT (SELECT person_id FROM signer WHERE id = ?)"""
# Tables of which no act of one person may change everything, whatever it calls itself.
GUARDED = frozenset({"signer", "person", "backup_recipient", "volume", "form"})


def needs_two(action: str) -> bool:
    """Tell whether an act has no effect before a second person has signed."""
    return actions.grade(action) is Grade.BEFORE


def takes_two(action: str, table: str, old: Columns | None, new: Columns) -> bool:
    """Tell whether a row of a guarded table becomes what two have to sign for.

    One person alone takes a right and its keys away, and opens, fills and closes volumes; who is
    who, who signs, who reads the backups, which closed volume opens again and which form is
    printed is for two.
    """
    if table == "volume":
        if old is None:
            return False
        is_reopened = old.get("closed_on") is not None and new["closed_on"] is None
        return is_reopened or new.get("form", "") != old.get("form", "")
    if action != REVOKE or old is None or table not in _TAKEN_AWAY:
        return True
    column = _TAKEN_AWAY[table]
    is_taken = new[column] is not None and not old.get(column)
    return not is_taken or new != {**old, column: new[column]}


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
