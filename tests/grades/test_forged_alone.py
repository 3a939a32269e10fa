"""What two must sign, done by one under another act's name: found when the vault is verified.

The forger holds his own key and the database: he writes a sound entry, applies it, and is found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import canonical
from tests.grades.stage import CLERK, Scene

Stages = Callable[[bool], Scene]


@dataclass(frozen=True)
class Forgery:
    """A change of one row that no act of one person may bring."""

    table: str
    find: str
    columns: dict[str, canonical.Value]
    is_new: bool = False


FORGERIES = {
    "gives himself a role": Forgery(
        "person",
        "SELECT id FROM person WHERE login = 'nguoi-giu'",
        {"roles": "administrator keeper"},
    ),
    "takes another's name": Forgery(
        "person", "SELECT id FROM person WHERE login = 'truong'", {"name": "Người khác"}
    ),
    "gives a right back": Forgery(
        "person", "SELECT id FROM person WHERE login = 'da-nghi'", {"revoked_on": None}
    ),
    "releases": Forgery(
        "person", "SELECT id FROM person WHERE login = 'da-nghi'", {"released_on": "2026-03-05"}
    ),
    "admits": Forgery(
        "person", "", {"login": "la", "name": "Lạ", "roles": "confirmer", "post": "",
                       "revoked_on": None, "released_on": None}, is_new=True,
    ),
    "gives a key": Forgery(
        "signer", "", {"person_id": 1, "public_key": "ab" * 32, "retired": 0, "is_stick": 0},
        is_new=True,
    ),
    "gives a key back": Forgery("signer", "SELECT id FROM signer WHERE retired", {"retired": 0}),
    "takes a key away": Forgery("signer", "SELECT max(id) FROM signer", {"retired": 1}),
    "has backups sealed to himself": Forgery(
        "backup_recipient", "", {"name": "sheet", "recipient": "age1" + "q" * 58, "retired": 0},
        is_new=True,
    ),
    "has backups sealed to nobody": Forgery(
        "backup_recipient", "SELECT id FROM backup_recipient WHERE retired = 0", {"retired": 1}
    ),
    "changes the form of a volume": Forgery(
        "volume", "SELECT id FROM volume WHERE closed_on IS NULL", {"form": "outgoing-2027"}
    ),
    "installs a form": Forgery(
        "form", "", {"name": "outgoing-2027", "book": "outgoing", "effective_from": "2027-01-01",
                     "status": "confirmed", "citation": "x", "sha256": "0" * 64, "content": "x"},
        is_new=True,
    ),
    "reopens a volume": Forgery(
        "volume", "SELECT id FROM volume WHERE closed_on IS NOT NULL",
        {"closed_on": None, "closed_by": None, "last_no": None},
    ),
}  # fmt: skip
UNDER = ("document.add", "person.passphrase", "unheard.of")


def _forge(forgery: Forgery, action: str) -> Callable[[WritingDesk], None]:
    def work(desk: WritingDesk) -> None:
        with desk.journal.write(action) as act:
            if forgery.is_new:
                act.insert(forgery.table, **forgery.columns)
            else:
                act.update(forgery.table, int(act.rows.value(forgery.find)), **forgery.columns)

    return work


def _verdict(office: Office) -> bool | None:
    return office.write(verify_vault).result().ok


@pytest.mark.parametrize("action", UNDER)
@pytest.mark.parametrize("forgery", FORGERIES.values(), ids=FORGERIES)
def test_what_two_must_sign_is_found_under_another_name(
    staged: Stages, forgery: Forgery, action: str
) -> None:
    with staged(True).desk(CLERK) as office:
        assert _verdict(office) is None
        office.write(_forge(forgery, action)).result()
        assert _verdict(office) is False


def test_a_volume_that_stays_open_is_changed_by_one(staged: Stages) -> None:
    """The forger's tools are in order: what one person may do passes."""
    opened = Forgery("volume", "SELECT id FROM volume WHERE closed_on IS NULL", {"last_no": None})
    with staged(True).desk(CLERK) as office:
        office.write(_forge(opened, "volume.signing")).result()
        assert _verdict(office) is None
