"""A snapshot sealed onto a medium and read back: by a backup, and by the copy before an upgrade."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from bmnn_desktop.backup import container, manifest, write
from bmnn_desktop.backup.manifest import Manifest
from bmnn_desktop.backup.write import Written
from bmnn_desktop.domain.clock import Clock, stamp
from bmnn_desktop.errors import BackupDamaged

if TYPE_CHECKING:
    from bmnn_desktop.media.folder import FolderMedium
    from bmnn_desktop.store.header import Header
    from bmnn_desktop.store.journal import Signer
    from bmnn_desktop.store.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Sealing:
    """What a backup says of itself beside its snapshot, and who opens it."""

    header: Header
    signer: Signer
    number: int
    previous: str | None  # SHA-256 of the backup before
    recipients: Sequence[str]


def seal_backup(
    snapshot: Snapshot,
    sealing: Sealing,
    medium: FolderMedium,
    name: str,
    *,
    clock: Clock,
    check_again: Callable[[], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Written:
    """Write by the protocol of every backup: only what was read back and verified gets `name`.

    `check_again` is asked of the medium after the reading back. Raises what `write_backup` and
    `check_again` raise; then nothing stands under `name`.
    """
    one_time, recipient = write.one_time_identity()
    recipients = [*sealing.recipients, recipient]
    key = io.BytesIO(snapshot.key.encode())
    with snapshot.path.open("rb") as image:
        described = _manifest(snapshot, sealing, clock, image, key)

        def seal(out: BinaryIO) -> None:
            image.seek(0)
            key.seek(0)
            sign = sealing.signer.key.sign
            container.seal(described, sign, [image, key], recipients, out, progress=_ignore)

        def check(source: BinaryIO) -> None:
            if container.open_sealed(source, one_time, None) != described:
                raise BackupDamaged
            if check_again is not None:
                check_again()

        return write.write_backup(
            medium,
            name,
            seal,
            check,
            estimate=container.sealed_size(described, len(recipients)),
            progress=progress or _ignore,
        )


def _manifest(
    snapshot: Snapshot, sealing: Sealing, clock: Clock, image: BinaryIO, key: BinaryIO
) -> Manifest:
    return Manifest(
        format=manifest.FORMAT,
        store=sealing.header.store.hex(),
        generation=sealing.header.generation,
        number=sealing.number,
        head_seq=snapshot.head_seq,
        head_hash=snapshot.head_hash.hex(),
        genesis=snapshot.first_hash.hex(),
        pages=snapshot.pages,
        page_size=snapshot.page_size,
        schema=snapshot.version,
        created=stamp(clock.now()),
        signer=sealing.signer.key.public,
        signer_row=sealing.signer.row,
        previous=sealing.previous,
        parts=(
            container.measure(manifest.IMAGE, image),
            container.measure(manifest.KEY, key),
        ),
    )


def _ignore(_done: int, _total: int) -> None:
    """Sealing is counted where the bytes are written, or nobody watches."""
