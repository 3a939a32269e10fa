"""The story by command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.services.office import Office
from tests.cli.terminal import Shell, write_secret
from tests.services.offices import FakeClock, cheap_wiring
from tests.stories.story import (
    ANNULMENT,
    BOOK,
    CORRECTION,
    DOCUMENTS,
    FOUNDING,
    MEDIUM,
    NEW_PASSPHRASE,
    SEARCHES,
    YEAR,
    expected_lines,
    rows_of,
)


def as_json(new: NewDocument) -> dict[str, object]:
    """Return a document as the command line takes it."""
    typed: dict[str, object] = {
        name: getattr(new, name)
        for name in ("doc_number", "doc_type", "subject", "signer", "holding_unit", "note")
    }
    assert new.doc_date is not None
    assert new.level is not None
    typed |= {"doc_date": new.doc_date.isoformat(), "level": new.level.label}
    typed["recipients"] = list(new.recipients)
    return typed | ({} if new.copies_issued is None else {"copies_issued": new.copies_issued})


def play(shell: Shell) -> dict[str, Any]:
    """Live through the story up to the backup; return the print's and the backup's answers."""
    shell.passphrase = write_secret(shell.home / "founder.txt", FOUNDING.passphrase)
    words = ["vault", "create", shell.vault, "--training", "--recovery-out", shell.recovery]
    words += ["--org", FOUNDING.org, "--parent-org", FOUNDING.parent_org]
    words += ["--place", FOUNDING.place, "--symbol", FOUNDING.symbol, "--login", FOUNDING.login]
    words += ["--name", FOUNDING.name, "--year", FOUNDING.year, "--first-no", FOUNDING.first_no]
    words += ["--paper-ref", FOUNDING.paper_reference]
    shell.json(*words)
    typed = "".join(json.dumps(as_json(new), ensure_ascii=False) + "\n" for new in DOCUMENTS)
    added = shell.json("document", "add", BOOK, stdin=typed)["added"]
    assert [each["seq_no"] for each in added] == [line.seq_no for line in expected_lines()]
    which = (BOOK, "--year", YEAR, "--number")
    shell.json(
        *("document", "correct", *which, CORRECTION.seq_no, "--reason", CORRECTION.reason),
        stdin=json.dumps(as_json(CORRECTION.new)),
    )
    shell.json("document", "annul", *which, ANNULMENT.seq_no, "--reason", ANNULMENT.reason)
    for typed, numbers in SEARCHES:
        found = shell.json("document", "list", BOOK, "--search", typed)["documents"]
        assert tuple(row["seq_no"] for row in found) == numbers, typed
    printed = shell.json("book", "print", BOOK, "--year", YEAR, "--out", shell.home / "so.pdf")
    assert shell.json("verify", "--anchor", printed["code"])["verdict"] == "pass"
    (shell.home / MEDIUM).mkdir()
    backup = shell.json("backup", "create", "--medium", shell.home / MEDIUM)
    return {"print": printed, "backup": backup}


def opened(place: Path, passphrase: str) -> Office:
    return cheap_wiring().gate(place).unlock(FOUNDING.login, passphrase)


def dumped(place: Path, passphrase: str) -> dict[str, list[tuple[object, ...]]]:
    office = opened(place, passphrase)
    try:
        return rows_of(office)
    finally:
        office.close()


@pytest.fixture
def told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> tuple[Shell, dict[str, Any]]:
    shell = Shell(tmp_path, capsys, monkeypatch)
    return shell, play(shell)


def test_the_story_ends_as_expected(told: tuple[Shell, dict[str, Any]]) -> None:
    shell, answers = told
    assert answers["print"]["lines"] == len(DOCUMENTS)
    rows = shell.json("document", "list", BOOK)["documents"]
    for row, line in zip(reversed(rows), expected_lines(), strict=True):
        assert line.new.level is not None
        expected = as_json(line.new) | {"level": line.new.level.value, "copies_issued": line.copies}
        assert {name: row[name] for name in expected} == expected
        assert (row["seq_no"], row["annulled"], row["printed"]) == (line.seq_no, line.struck, True)


def test_the_restored_vault_tells_the_same_story(told: tuple[Shell, dict[str, Any]]) -> None:
    shell, answers = told
    before = dumped(shell.vault, FOUNDING.passphrase)
    into = shell.home / "anew"
    new = write_secret(shell.home / "new.txt", NEW_PASSPHRASE)
    shell.passphrase = new
    key = ("--recovery-file", shell.recovery)
    shell.json("backup", "restore", answers["backup"]["file"], "--into", into, *key)
    shell.vault = into
    assert shell.json("verify", "--anchor", answers["print"]["code"])["verdict"] == "pass"
    after = dumped(into, NEW_PASSPHRASE)
    # The backup's own entry came after its snapshot; the restore added a key and its two entries.
    assert after["entry"][:-2] == before["entry"][:-1]
    assert [entry[3:5] for entry in after["entry"][-2:]] == [
        ("propose", "vault.restore"),
        ("approve", "vault.restore"),
    ]
    for table in set(before) - {"entry", "signer", "backup"}:
        assert after[table] == before[table], table
    assert (before["signer"], after["backup"]) == ([(1, 1, "…", 0, 0), (2, None, "…", 0, 0)], [])
    assert after["signer"] == [(1, 1, "…", 1, 0), (2, None, "…", 0, 0), (3, 1, "…", 0, 0)]


def test_two_tellings_end_with_equal_rows(
    told: tuple[Shell, dict[str, Any]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shell, _answers = told
    (tmp_path / "again").mkdir()
    again = Shell(tmp_path / "again", capsys, monkeypatch)
    play(again)
    first, second = (dumped(s.vault, FOUNDING.passphrase) for s in (shell, again))
    assert first == second
    again.clock = FakeClock()
    strike = ("document", "annul", BOOK, "--year", YEAR, "--number", 12, "--reason", "khác")
    again.json(*strike)
    assert dumped(again.vault, FOUNDING.passphrase) != second
