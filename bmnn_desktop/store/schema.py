"""The form of the database: the journal, the numbered migrations, the local tables."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlcipher

_ROOM = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Migration:
    """One numbered step; released ones never change."""

    version: int
    name: str
    script: str

    @property
    def sha256(self) -> str:
        """Return what the migration's journal entry records."""
        return hashlib.sha256(self.script.encode()).hexdigest()


class Schema:
    """The migrations of one folder, with the journal and the local tables around them."""

    def __init__(self, folder: Path | None = None) -> None:
        found = sorted((folder or _ROOM / "migrations").glob("[0-9][0-9][0-9][0-9]_*.sql"))
        self.migrations = tuple(
            Migration(int(path.stem[:4]), path.stem, path.read_text(encoding="utf-8"))
            for path in found
        )
        if [step.version for step in self.migrations] != list(range(1, len(found) + 1)):
            msg = "migrations are not numbered from 0001 without gaps"
            raise ValueError(msg)

    @property
    def version(self) -> int:
        """Return the newest version this program knows."""
        return len(self.migrations)

    def expected(self, version: int) -> frozenset[tuple[str, str, str]]:
        """Return type, name and text of everything a vault of `version` holds."""
        connection = sqlcipher.connect(":memory:", isolation_level=None)
        try:
            create(connection, self, version)
            return actual(connection)
        finally:
            connection.close()


def create_journal(connection: sqlcipher.Connection) -> None:
    """Make the tables of the journal, inside the transaction that is open."""
    run_script(connection, (_ROOM / "journal.sql").read_text("utf-8"))


def create(connection: sqlcipher.Connection, schema: Schema, version: int) -> None:
    """Make the tables of `version` on an empty database."""
    create_journal(connection)
    local = (_ROOM / "local.sql").read_text("utf-8")
    steps = [migration.script for migration in schema.migrations[:version]]
    for script in (*steps[:1], local, *steps[1:]):
        run_script(connection, script)


def actual(connection: sqlcipher.Connection) -> frozenset[tuple[str, str, str]]:
    """Return type, name and text of everything that is there."""
    return frozenset(
        (row[0], row[1], row[2] or "")
        for row in connection.execute("SELECT type, name, sql FROM sqlite_schema")
    )


def run_script(connection: sqlcipher.Connection, script: str) -> None:
    """Run each statement inside the transaction that is open (executescript would commit it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlcipher.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    if any(line.strip() and not line.lstrip().startswith("--") for line in statement.splitlines()):
        msg = "a script ends in the middle of a statement"
        raise ValueError(msg)
