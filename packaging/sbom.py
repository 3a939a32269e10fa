"""The bill of materials of a bundle (CycloneDX 1.6, JSON): what is inside, in which version.

Python packages are told by their own metadata. The libraries inside them have none: SQLCipher,
SQLite, OpenSSL, Qt and the C libraries of the building machine are read from the bytes of the
binaries that are shipped, so that the bill cannot say anything else than the bundle does.
"""

from __future__ import annotations

import hashlib
import platform
import re
import subprocess
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from packaging.requirements import Requirement

_PROGRAM = "bmnn-desktop"
# Of which file which library is read: name, where it lies, what it says of itself.
_SAYS = (
    ("Qt", "PySide6/Qt/lib/libQt6Core.so*", rb"Qt (\d+\.\d+\.\d+) \("),
    ("SQLCipher", "sqlcipher3/_sqlite3*.so", rb"\x00community\x00(\d+\.\d+\.\d+)\x00"),
    ("SQLite", "sqlcipher3/_sqlite3*.so", rb"[\x00\x01](3\.\d{2,}\.\d+)\x00"),
    ("OpenSSL", "sqlcipher3/_sqlite3*.so", rb"\x00OpenSSL (\d+\.\d+\.\d+) "),
    ("OpenSSL", "cryptography/**/_rust*.so", rb"OpenSSL (\d+\.\d+\.\d+) \d"),
    ("OpenSSL", "libcrypto.so*", rb"\x00OpenSSL (\d+\.\d+\.\d+) "),
    ("ICU", "PySide6/Qt/lib/libicuuc.so*", rb"\x00(\d+\.\d+)\x00"),
)


def of_bundle(bundle: Path, version: str, at: int) -> str:
    """Return the bill of the bundle in `bundle`; `at` is its time, in seconds since 1970."""
    bom = Bom()
    bom.metadata.timestamp = datetime.fromtimestamp(at, UTC)
    bom.metadata.component = Component(
        name=_PROGRAM,
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref=_PROGRAM,
        licenses=[DisjunctiveLicense(id="Apache-2.0")],
    )
    parts = [*python_parts(), *native_parts(bundle), *system_parts(bundle)]
    bom.components.update(parts)
    bom.register_dependency(bom.metadata.component, parts)
    said = "".join(sorted(f"{part.bom_ref}\n" for part in parts))
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, f"{_PROGRAM} {version} {at}\n{said}")
    text: str = JsonV1Dot6(bom).output_as_string(indent=2)
    return text + "\n"


def python_parts() -> Iterator[Component]:
    """Give what the program requires, and what that requires in turn, as it is installed here."""
    for name in sorted(required(_PROGRAM)):
        told = distribution(name).metadata.json
        version = str(told["version"])
        licence = str(told.get("license_expression") or told.get("license") or "")
        yield Component(
            name=name,
            version=version,
            bom_ref=f"pkg:pypi/{name}@{version}",
            purl=PackageURL("pypi", None, name, version),
            description=str(told.get("summary", "")),
            licenses=[DisjunctiveLicense(name=licence.splitlines()[0])] if licence else [],
        )


def required(program: str) -> set[str]:
    """Return the names of the distributions that `program` stands on, on this platform."""
    found: set[str] = set()
    asked = [program]
    while asked:
        for line in distribution(asked.pop()).requires or ():
            wanted = Requirement(line)
            name = re.sub(r"[-_.]+", "-", wanted.name).lower()
            if name in found or (wanted.marker and not wanted.marker.evaluate({"extra": ""})):
                continue
            try:
                distribution(name)
            except PackageNotFoundError:
                raise SystemExit(f"sbom: {name} is required and not installed") from None
            found.add(name)
            asked.append(name)
    return found


def native_parts(bundle: Path) -> Iterator[Component]:
    """Give the libraries that lie inside others, each with the file it was read from."""
    for name, where, pattern in _SAYS:
        for path in sorted((bundle / "_internal").glob(where)):
            if path.is_symlink():
                continue
            yield _library(bundle, path, name, version_in(path.read_bytes(), pattern, name))


def version_in(data: bytes, pattern: bytes, name: str) -> str:
    """Return the one version of itself that a binary tells; stop the build where it tells none."""
    found = {bytes(each[1]).decode() for each in re.finditer(pattern, data)}
    if len(found) != 1:
        raise SystemExit(f"sbom: the version of {name} cannot be read: {sorted(found)}")
    return found.pop()


def system_parts(bundle: Path) -> Iterator[Component]:
    """Give the C libraries of the building machine, under the version of their package."""
    for path in sorted((bundle / "_internal").glob("lib*.so*")):
        if path.is_symlink():
            continue
        asked = ["dpkg-query", "--search", f"*/{path.name}"]
        said = subprocess.run(asked, check=False, capture_output=True, text=True).stdout
        owner = said.split(":")[0]
        version = "unknown"
        if path.name.startswith("libpython"):  # of the interpreter that runs us, not of a package
            version = platform.python_version()
        elif owner:
            shown = ["dpkg-query", "--show", "--showformat=${source:Version}\n", owner]
            done = subprocess.run(shown, check=True, capture_output=True, text=True)
            version = done.stdout.splitlines()[0]
        yield _library(bundle, path, owner or path.name, version)


def _library(bundle: Path, path: Path, name: str, version: str) -> Component:
    inside = path.relative_to(bundle).as_posix()
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{name}@{version}#{inside}",
        hashes=[
            HashType(
                alg=HashAlgorithm.SHA_256, content=hashlib.sha256(path.read_bytes()).hexdigest()
            )
        ],
        properties=[Property(name="file", value=inside)],
    )
