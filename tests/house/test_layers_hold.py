"""A room imports only rooms below its own; libraries stay in their rooms."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT

GUARDED = ("gui", "wiring", "store", "backup", "printing", "media")


def lint(checkout: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over a checkout with this project's contracts."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache", "--config", str(ROOT / "pyproject.toml")],
        cwd=checkout,
        env={"PYTHONPATH": str(checkout), "PYTHONIOENCODING": "utf-8"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


def copy_package(into: Path) -> Path:
    """Copy the package's Python files, so that a test may spoil them."""
    for source in PACKAGE.rglob("*.py"):
        copy = into / source.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(source.read_bytes())
    return into / "bmnn_desktop"


def test_every_contract_is_kept() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("domain/level.py", "import bmnn_desktop.registers"),
        ("domain/level.py", "import platformdirs"),
        ("registers/outgoing.py", "import sqlcipher3"),
        ("registers/outgoing.py", "from PySide6 import QtCore"),
        ("registers/outgoing.py", "import reportlab.pdfgen"),
        ("registers/outgoing.py", "import cryptography.hazmat"),
        ("errors/known.py", "import urllib.request"),
        ("errors/known.py", "import bmnn_desktop.paths"),
        ("wallpaper.py", "import bmnn_desktop.domain"),
    ],
)
def test_a_forbidden_import_is_noticed(tmp_path: Path, room: str, line: str) -> None:
    spoiled = copy_package(tmp_path) / room
    before = spoiled.read_text("utf-8") if spoiled.exists() else ""
    spoiled.write_text(f"{before}\n{line}\n", "utf-8")
    done = lint(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "bmnn_desktop." + room.removesuffix(".py").replace("/", ".") in done.stdout


def test_every_guarded_room_has_its_guard() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    protected = {name for contract in contracts for name in contract.get("protected_modules", [])}
    standing = {
        f"bmnn_desktop.{room}"
        for room in GUARDED
        if (PACKAGE / room / "__init__.py").exists() or (PACKAGE / f"{room}.py").exists()
    }
    assert standing <= protected
