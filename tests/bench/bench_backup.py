"""Sealing and writing a backup against the `age` program on the same image.

Ours: hash the image, sign the manifest, seal, write, fsync; `age`: encrypt to a file, then fsync.
Reading back and verifying is shown apart, against `age --decrypt` of the same file. Both sides see
the image warm and write to the same folder. 10,000 documents stand for an image of 64 MiB.
"""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import BinaryIO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bmnn_desktop.backup.container import measure, open_sealed, seal, sealed_size
from bmnn_desktop.backup.identity import identity_text, recipient_text
from bmnn_desktop.backup.manifest import FORMAT, IMAGE, KEY, Manifest
from bmnn_desktop.backup.write import file_name, one_time_identity, write_backup
from bmnn_desktop.media.folder import FolderMedium
from tests.bench.row import Row

SIZE = 10_000  # documents
_RUNS = 7
_PAGE = 4096
_PAGES_IN_10_000_DOCUMENTS = 16_384
_RECOVERY = bytes(range(32))
_SIGNER = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
_DATABASE_KEY = b"5e" * 32


def rows(size: int) -> list[Row]:
    """Return the rows for build/bench.json: medians of alternating runs."""
    pages = max(1, size * _PAGES_IN_10_000_DOCUMENTS // 10_000)
    ours: list[tuple[float, float]] = []
    theirs: list[tuple[float, float]] = []
    with tempfile.TemporaryDirectory(prefix="bench-") as directory:
        place = Path(directory)
        _write_image(place / "image", pages)
        (place / "identity").write_text(identity_text(_RECOVERY))
        for _ in range(_RUNS):
            ours.append(_ours(place, pages))
            theirs.append(_age(place))
    names = [
        ("backup: seal and write, s", "age + fsync"),
        ("backup: re-read and verify, s", "age --decrypt"),
    ]
    return [
        _row(
            *both, n=pages * _PAGE, ours=[run[i] for run in ours], theirs=[run[i] for run in theirs]
        )
        for i, both in enumerate(names)
    ]


def _row(name: str, anchor_name: str, *, n: int, ours: list[float], theirs: list[float]) -> Row:
    our, anchor = median(ours), median(theirs)
    return Row(name=name, n=n, ours=our, anchor=anchor, anchor_name=anchor_name, ratio=anchor / our)


def _ours(place: Path, pages: int) -> tuple[float, float]:
    """Run the whole write protocol; return the seconds up to the re-reading, and those of it."""
    vault, root = place / "vault", place / "medium"
    root.mkdir(exist_ok=True)
    identity, once = one_time_identity()
    recipients = [recipient_text(_RECOVERY), once]
    start = time.perf_counter()
    turned = start
    with (place / "image").open("rb") as image:
        key = io.BytesIO(_DATABASE_KEY)
        manifest = _manifest(pages, image, key)
        image.seek(0)
        key.seek(0)

        def seal_into(out: BinaryIO) -> None:
            seal(manifest, _SIGNER.sign, [image, key], recipients, out, progress=_nothing)

        def check(source: BinaryIO) -> None:
            nonlocal turned
            turned = time.perf_counter()
            open_sealed(source, identity, None)

        written = write_backup(
            FolderMedium(root, vault),
            file_name(manifest.store, manifest.number),
            seal_into,
            check,
            estimate=sealed_size(manifest, len(recipients)),
            progress=_nothing,
        )
    end = time.perf_counter()
    written.path.unlink()
    return turned - start, end - turned


def _age(place: Path) -> tuple[float, float]:
    """Run the age program both ways; return the seconds of each."""
    recipients = ["-r", recipient_text(_RECOVERY), "-r", one_time_identity()[1]]
    out = place / "age"

    def encrypt() -> None:
        subprocess.run(["age", *recipients, "-o", out, place / "image"], check=True)
        handle = os.open(out, os.O_RDONLY)
        os.fsync(handle)
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(handle)

    def decrypt() -> None:
        subprocess.run(
            ["age", "-d", "-i", place / "identity", out], stdout=subprocess.DEVNULL, check=True
        )

    seconds = _seconds(encrypt), _seconds(decrypt)
    out.unlink()
    return seconds


def _manifest(pages: int, image: BinaryIO, key: BinaryIO) -> Manifest:
    return Manifest(
        format=FORMAT,
        store="0a" * 16,
        generation=1,
        number=1,
        head_seq=1,
        head_hash="ab" * 32,
        genesis="cd" * 32,
        pages=pages,
        page_size=_PAGE,
        schema=1,
        created="2026-03-01T07:30:00.000Z",
        signer=_SIGNER.public_key().public_bytes_raw().hex(),
        signer_row=1,
        previous=None,
        parts=(measure(IMAGE, image), measure(KEY, key)),
    )


def _write_image(file: Path, pages: int) -> None:
    """Write random bytes: an encrypted database looks no different."""
    with file.open("wb") as out:
        for _ in range(pages):
            out.write(os.urandom(_PAGE))


def _seconds(act: Callable[[], None]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def _nothing(done: int, total: int) -> None:
    """Nobody watches."""
