"""What a tampered vault must answer: exit 3, a verdict with an entry's number, no traceback."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.store import schema as schemas
from bmnn_desktop.store.tables import is_local
from tests.faults import attack_custody, attack_file, attack_journal
from tests.faults.moved import move_copies
from tests.faults.tamper import ATTACKS, Target
from tests.faults.vaults import Ran, Sample, build, run_here

# Each fills ATTACKS.
_KINDS = (attack_file, attack_journal, attack_custody)

# An old copy of a page that had not changed, or holds what only this computer remembers; two equal
# changes; a bit of the search index that counts its own merges: what left every compared table and
# every search as it was is no attack.
_MAY_CHANGE_NOTHING = ("old page replayed", "changes swapped", "search index data edited")

Run = Callable[..., Ran]


@dataclass(frozen=True)
class Ground:
    """A vault to attack again and again, with an earlier copy of its file."""

    sample: Sample
    older: bytes
    room: Path

    @classmethod
    def lay(cls, room: Path, documents: int = 8) -> Ground:
        """Build it in an empty directory."""
        sample = build(room / "ground", documents)
        older = sample.database.read_bytes()
        sample.add(range(documents + 1, documents + 5))
        move_copies(sample)
        return cls(sample, older, room)

    def attacked(self, name: str, dice: random.Random) -> Sample:
        """Return a fresh copy that was attacked."""
        copy = self.sample.copy(self.room / "victim")
        ATTACKS[name](Target(copy, self.older, dice))
        return copy


def trouble(ran: Ran) -> str | None:
    """Return what is wrong with the answer of `--json verify` on a tampered vault."""
    if ran.code != 3:
        return f"exit {ran.code}: {ran.out.strip()} {ran.err.strip()}"
    if "Traceback" in ran.err or "B001" in ran.err:
        return f"a bug showed: {ran.err.strip()}"
    if ran.json["ok"] is not False or not isinstance(ran.json["seq"], int):
        return f"no verdict: {ran.out.strip()}"
    return None


def content(sample: Sample) -> list[object]:
    """Return everything the tables say that are compared, and what every search finds."""
    with sample.sql() as sql:
        names = [row[0] for row in sql.execute("SELECT name FROM pragma_table_list").fetchall()]
        tables: list[object] = [
            (name, [tuple(row) for row in sql.execute(f"SELECT * FROM {name}").fetchall()])
            for name in sorted(names)
            # The index is judged by what is found, the schema by what it says, not by its order.
            if name == "search_document" or not (is_local(name) or name.startswith("sqlite_"))
        ]
        return [*tables, schemas.actual(sql), _findings(sql)]


def _findings(sql: sqlcipher.Connection) -> dict[str, list[int]]:
    texts = [row[0] for row in sql.execute("SELECT folded FROM search_document").fetchall()]
    words = set(re.findall(r"\w+", " ".join(texts)))
    typed = words | {word[:length] for word in words for length in (1, 2, 3)}
    query = "SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid"
    return {
        begun: [row[0] for row in sql.execute(query, (f'"{begun}"*',)).fetchall()]
        for begun in sorted(typed)
    }


def judge(ground: Ground, name: str, dice: random.Random, run: Run = run_here) -> str | None:
    """Attack once and return what is wrong."""
    victim = ground.attacked(name, dice)
    left = victim.database.read_bytes()
    found = trouble(run(victim.place, "--json", "verify"))
    if found and name in _MAY_CHANGE_NOTHING:
        victim.database.write_bytes(left)
        if _is_readable(victim) and content(victim) == content(ground.sample):
            return None
    return f"{name}: {found}" if found else None


def _is_readable(sample: Sample) -> bool:
    try:
        content(sample)
    except sqlcipher.Error:
        return False
    return True
