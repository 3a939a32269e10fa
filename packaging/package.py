"""Freeze the program and pack it: one .tar.xz, one .deb, their bill of materials and their sums.

python packaging/package.py           build/package/bundle/ and the four files in dist/

Equal sources on equal machines give equal bytes: every time in them is that of the commit
(SOURCE_DATE_EPOCH overrules), names are sorted, owners are root.
"""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import debian
import sbom

ROOT = Path(__file__).resolve().parent.parent
ROOM = ROOT / "build" / "package"
BUNDLE = ROOM / "bundle" / "bmnn-desktop"
DIST = ROOT / "dist"


def version() -> str:
    """Return the program's version."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])


def moment() -> int:
    """Return the time that every packed file gets: of the commit, in seconds since 1970."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    asked = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    return int(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)


def run(*command: str | Path, at: int) -> None:
    """Run a tool; what it writes must depend on the sources alone."""
    fixed = {"SOURCE_DATE_EPOCH": str(at), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    # Several threads: the same bytes whatever their number.
    fixed["XZ_OPT"] = "-6 --threads=2"
    subprocess.run([str(word) for word in command], check=True, env=os.environ | fixed)


def freeze(at: int) -> None:
    """Let PyInstaller make the bundle; all of it can be read by everybody and written by root."""
    shutil.rmtree(ROOM, ignore_errors=True)
    run(
        *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"),
        *("--distpath", BUNDLE.parent, "--workpath", ROOM / "work"),
        ROOT / "packaging" / "bmnn-desktop.spec",
        at=at,
    )
    for path in BUNDLE.rglob("*"):
        if path.is_file() and not path.is_symlink():
            path.chmod(0o755 if path == BUNDLE / "bmnn-desktop" else 0o644)
    shutil.copy(ROOT / "packaging" / "INSTALL.vi.txt", BUNDLE / "CÀI ĐẶT.txt")


def tar(name: str, at: int) -> Path:
    """Pack the bundle under a folder of its name."""
    out = DIST / f"{name}.tar.xz"
    run(
        *("tar", "--create", "--xz", "--sort=name", "--owner=0", "--group=0", "--numeric-owner"),
        *("--format=posix", "--pax-option=exthdr.name=%d/PaxHeaders/%f,delete=atime,delete=ctime"),
        *(f"--mtime=@{at}", f"--transform=flags=r;s,^bmnn-desktop,{name},"),
        *("--directory", BUNDLE.parent, "--file", out, "bmnn-desktop"),
        at=at,
    )
    return out


def sums(files: list[Path]) -> Path:
    """Write what `sha256sum --check` reads."""
    out = DIST / "SHA256SUMS"
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    out.write_text("".join(sorted(lines, key=lambda line: line[66:])), "utf-8")
    return out


def main() -> int:
    """Make everything anew; return the exit code."""
    at, name = moment(), f"bmnn-desktop-{version()}-linux-{platform.machine()}"
    shutil.rmtree(DIST, ignore_errors=True)
    DIST.mkdir()
    freeze(at)
    bill = DIST / f"{name}.cdx.json"
    bill.write_text(sbom.of_bundle(BUNDLE, version(), at), "utf-8")
    packed = [tar(name, at), debian.pack(BUNDLE, DIST, version(), at), bill]
    for path in (*packed, sums(packed)):
        print(f"{path.stat().st_size:>12,}  {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
