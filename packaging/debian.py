"""The Debian package: the bundle in /usr/lib/bmnn-desktop, a command, an icon, a page of manual."""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import sbom

FILES = Path(__file__).resolve().parent / "deb"
# All that dpkg-shlibdeps wants to know of a source.
_STANZAS = "Source: bmnn-desktop\n\nPackage: bmnn-desktop\nArchitecture: any\n"
_HOME = Path("usr/lib/bmnn-desktop")
_MAINTAINER = "BMNN Desktop <bmnn-desktop@example.invalid>"


def pack(bundle: Path, into: Path, version: str, at: int) -> Path:
    """Build the package in `into`; `at` is the time of every file, in seconds since 1970."""
    architecture = _said("dpkg", "--print-architecture").strip()
    tree = bundle.parent.parent / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(bundle, tree / _HOME, symlinks=True)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin/bmnn-desktop").symlink_to("../lib/bmnn-desktop/bmnn-desktop")
    _put(FILES / "bmnn-desktop.desktop", tree / "usr/share/applications")
    _put(FILES / "bmnn-desktop.svg", tree / "usr/share/icons/hicolor/scalable/apps")
    _put(FILES / "copyright", tree / "usr/share/doc/bmnn-desktop")
    _put(FILES / "lintian-overrides", tree / "usr/share/lintian/overrides", "bmnn-desktop")
    _zip((FILES / "bmnn-desktop.1").read_bytes(), tree / "usr/share/man/man1/bmnn-desktop.1.gz")
    _zip(_changes(version, at).encode(), tree / "usr/share/doc/bmnn-desktop/changelog.gz")
    size = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir()) // 1024
    control = (FILES / "control").read_text("utf-8")
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(
        control.format(
            version=version,
            architecture=architecture,
            size=size,
            maintainer=_MAINTAINER,
            depends=depends(tree / _HOME),
        ),
        "utf-8",
    )
    for path in (tree, *tree.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
        os.utime(path, (at, at), follow_symlinks=False)
    out = into / f"bmnn-desktop_{version}_{architecture}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(out)],  # noqa: S607
        check=True,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(at)},
    )
    return out


def depends(home: Path) -> str:
    """Return the packages of the libraries that the bundle wants and does not bring."""
    room = home.parents[2].parent / "shlibdeps"
    (room / "debian").mkdir(parents=True, exist_ok=True)
    (room / "debian/control").write_text(_STANZAS, "utf-8")
    folders = sorted({path.parent for path in home.rglob("*.so*")})
    programs = [
        path
        for path in sorted(home.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.read_bytes()[:4] == b"\x7fELF"
    ]
    said = _said(
        *("dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0"),
        *(f"-l{folder}" for folder in folders),
        *map(str, programs),
        inside=room,
    )
    found = said.strip().removeprefix("shlibs:Depends=").split(", ")
    brought = {part.name for part in sbom.system_parts(home)}
    wanted = [each for each in found if each.split()[0] not in brought]
    # Not linked: the layouts of keyboards are read, and pyseccomp asks the system for its library.
    return ", ".join(sorted([*wanted, "libseccomp2", "xkb-data"]))


def _changes(version: str, at: int) -> str:
    day = format_datetime(datetime.fromtimestamp(at, UTC))
    return (
        f"bmnn-desktop ({version}) stable; urgency=medium\n\n"
        f"  * See CHANGELOG.md of the sources.\n\n -- {_MAINTAINER}  {day}\n"
    )


def _put(source: Path, folder: Path, name: str | None = None) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / (name or source.name)
    shutil.copyfile(source, target)
    target.chmod(0o644)


def _zip(data: bytes, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(data, 9, mtime=0))
    target.chmod(0o644)


def _said(*command: str, inside: Path | None = None) -> str:
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=inside)
    return done.stdout
