"""The bundle's contents, bill of materials and playbook (`make package-test` tries the bundle)."""

from __future__ import annotations

import importlib
import json
import os
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from PySide6.QtCore import qVersion

from tests.house.tree import ROOT

PACKAGING = ROOT / "packaging"


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """Load the scripts of packaging/, which is no package, as they see each other."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    names = ("contents", "sbom", "debian", "package")
    yield {name: importlib.import_module(name) for name in names}
    for name in names:
        del sys.modules[name]


@pytest.mark.parametrize(
    ("destination", "wanted"),
    [
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("libQt6Network.so.6", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/networkinformation/libqglib.so", False),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6/Qt/plugins/unheard/of.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("libstdc++.so.6", False),
        ("libEGL.so.1", False),
        ("libxcb-cursor.so.0", True),
        ("libseccomp.so.2", True),
        ("libjpeg-6dc8d115.so.62.4.0", True),
        ("bmnn_desktop/_resources/fonts/LiberationSerif-Regular.ttf", True),
    ],
)
def test_what_the_bundle_holds(
    scripts: dict[str, ModuleType], destination: str, wanted: bool
) -> None:
    assert scripts["contents"].is_wanted(destination) is wanted


def test_no_plugin_that_comes_along_needs_the_network(scripts: dict[str, ModuleType]) -> None:
    qt = Path(importlib.import_module("PySide6").__path__[0]) / "Qt"
    for plugin in (qt / "plugins").glob("*/*.so"):
        inside = Path("PySide6/Qt") / plugin.relative_to(qt)
        if scripts["contents"].is_wanted(inside.as_posix()):
            assert b"libQt6Network" not in plugin.read_bytes(), inside


def test_the_program_imports_nothing_that_is_left_out(scripts: dict[str, ModuleType]) -> None:
    names = "|".join(map(re.escape, scripts["contents"].EXCLUDED_MODULES))
    asks = re.compile(rf"^\s*(?:from|import) (?:{names})\b", re.MULTILINE)
    for path in (ROOT / "bmnn_desktop").rglob("*.py"):
        assert not asks.search(path.read_text("utf-8")), path


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """Return a bundle that holds the binaries whose versions are read, as links do not count."""
    for module, pattern in (
        ("PySide6", "Qt/lib/libQt6Core.so.6"),
        ("sqlcipher3", "_sqlite3*.so"),
        ("cryptography", "hazmat/bindings/_rust*.so"),
    ):
        home = Path(importlib.import_module(module).__path__[0])
        (path,) = home.glob(pattern)
        target = tmp_path / "_internal" / module / path.relative_to(home)
        target.parent.mkdir(parents=True)
        shutil.copy(path, target)
    return tmp_path


def test_the_bill_says_what_the_binaries_say(scripts: dict[str, ModuleType], bundle: Path) -> None:
    bill: dict[str, Any] = json.loads(scripts["sbom"].of_bundle(bundle, "9.9", 1_700_000_000))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["timestamp"].startswith("2023-11-14T22:13:20")
    assert bill == json.loads(scripts["sbom"].of_bundle(bundle, "9.9", 1_700_000_000))
    versions: dict[str, set[str]] = {}
    for part in bill["components"]:
        versions.setdefault(part["name"], set()).add(part["version"])
    cipher = sqlcipher.connect(":memory:").execute("PRAGMA cipher_version").fetchone()[0]
    openssl = importlib.import_module("cryptography.hazmat.backends.openssl").backend
    assert versions["SQLCipher"] == {cipher.split()[0]}
    assert versions["SQLite"] == {sqlcipher.sqlite_version}
    assert versions["Qt"] == {qVersion()}
    assert openssl.openssl_version_text().split()[1] in versions["OpenSSL"]
    assert {"cryptography", "reportlab", "pillow", "pyrage", "cffi"} <= set(versions)
    assert not {"pytest", "ruff", "pyinstaller", "cyclonedx-python-lib"} & set(versions)


def test_a_binary_that_tells_no_version_stops_the_build(scripts: dict[str, ModuleType]) -> None:
    for data in (b"nothing", b"Qt 6.1.1 (Qt 6.2.2 ("):
        with pytest.raises(SystemExit, match="Qt cannot be read"):
            scripts["sbom"].version_in(data, rb"Qt (\d+\.\d+\.\d+) \(", "Qt")


def test_the_sums_are_what_sha256sum_reads(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scripts["package"], "DIST", tmp_path)
    (tmp_path / "b").write_bytes(b"")
    (tmp_path / "a").write_bytes(b"abc")
    out = scripts["package"].sums([tmp_path / "b", tmp_path / "a"])
    assert out.read_text("utf-8") == (
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a\n"
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
    )


def test_the_playbooks_commands_exist() -> None:
    chores = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for page in (PACKAGING / "RELEASE.md", ROOT / "README.md"):
        text = page.read_text("utf-8")
        assert set(re.findall(r"make ([a-z-]+)", text)) <= chores | {"a"}, page
        for named in re.findall(r"`(packaging/[\w./-]+)`", text):
            assert (ROOT / named).exists(), named
    for script in ("package-test", "window-test", "system-deps"):
        assert os.access(PACKAGING / script, os.X_OK), script


def test_the_package_runs_nothing_when_it_is_installed() -> None:
    scripts_of_dpkg = {"preinst", "postinst", "prerm", "postrm", "triggers", "config"}
    assert not scripts_of_dpkg & {path.name for path in (PACKAGING / "deb").iterdir()}
