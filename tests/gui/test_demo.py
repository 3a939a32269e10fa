"""The demonstration, as a process of its own."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bmnn_desktop.domain.clock import SystemClock, civil_date
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.wiring import Wiring

ROOT = Path(__file__).parents[2]
YEAR = civil_date(SystemClock().now()).year  # the demonstration is of today


def _run(directory: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bmnn_desktop", "demo", str(directory)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    directory = tmp_path_factory.mktemp("demo") / "new"
    done = _run(directory)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return directory, done.stdout.splitlines()


def test_it_leaves_what_it_promises_and_says_so(demo: tuple[Path, list[str]]) -> None:
    directory, told = demo
    left = {path.relative_to(directory).as_posix() for path in directory.rglob("*.*")}
    assert {
        "vault/register.db",
        "vault/keys.a",
        "vault/keys.b",
        "passphrase.txt",
        "dbkey.txt",
        "recovery.txt",
        f"prints/so-dang-ky-di-{YEAR}.pdf",
    } <= left
    assert len([name for name in left if name.startswith("medium/") and name.endswith(".age")]) == 1
    assert len([name for name in left if name.startswith("screens/")]) >= 90
    assert all(Path(line).is_file() for line in told)
    assert len(told) >= len(left)
    if os.name == "posix":
        for name in ("passphrase.txt", "dbkey.txt", "recovery.txt"):
            assert stat.S_IMODE((directory / name).stat().st_mode) == 0o600


def test_its_vault_opens_with_the_passphrase_and_holds_the_documents(
    demo: tuple[Path, list[str]],
) -> None:
    directory, _ = demo
    passphrase = (directory / "passphrase.txt").read_text(encoding="utf-8").strip()
    gate = Wiring().gate(directory / "vault")
    office = gate.unlock(gate.logins()[0], passphrase)
    rows = office.read(list_documents, "outgoing", year=YEAR).result().rows
    key = (directory / "dbkey.txt").read_text(encoding="utf-8").strip()
    assert key == office.training_database_key()
    office.close()
    assert [row.seq_no for row in rows] == list(range(37, 11, -1))
    assert [row.seq_no for row in rows if row.is_annulled] == [20, 14]
    assert all(row.printed for row in rows)
    RecoverySheet.parse((directory / "recovery.txt").read_text(encoding="utf-8"))


def test_every_screen_is_taken_at_the_size_that_matters(demo: tuple[Path, list[str]]) -> None:
    directory, _ = demo
    for path in (directory / "screens").glob("*.png"):
        header = path.read_bytes()[16:24]
        size = (int.from_bytes(header[:4], "big"), int.from_bytes(header[4:], "big"))
        assert size == (1366, 768), path.name


def test_it_never_writes_into_a_folder_that_holds_something(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    done = _run(tmp_path)
    assert done.returncode == 1
    assert "K102" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
