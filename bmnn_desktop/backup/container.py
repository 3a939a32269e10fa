"""Seal a backup and open it again; FORMAT.md has the container byte by byte.

Both ways stream: memory does not grow with the vault. Opening treats every byte as hostile.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import BinaryIO, Final, cast

import pyrage

from bmnn_desktop.backup.age_header import read_header
from bmnn_desktop.backup.manifest import Manifest, Part
from bmnn_desktop.backup.payload import Payload, front
from bmnn_desktop.backup.streams import BLOCK, Blocks, Sink, blocks_of, write_all
from bmnn_desktop.errors import BackupDamaged, BackupKeyWrong, BackupUnreadable, DiskFailing

Progress = Callable[[int, int], None]  # bytes done, bytes in all; may raise Cancelled

_CHUNK: Final = 65_536
_CHUNK_TAG: Final = 16
_FRONT_ROOM: Final = 2_048  # age intro, nonce, MAC and random stanza; our magic and signature
_RECIPIENT_ROOM: Final = 128


def measure(name: str, source: BinaryIO) -> Part:
    """Read a part from where it stands to its end and describe it."""
    digest, length = hashlib.sha256(), 0
    for block in blocks_of(source):
        digest.update(block)
        length += len(block)
    return Part(name, length, digest.hexdigest())


def sealed_size(manifest: Manifest, recipients: int) -> int:
    """Return a ceiling, close by, of how many bytes `seal` writes."""
    payload = len(manifest.to_bytes()) + sum(part.length for part in manifest.parts)
    tags = (payload // _CHUNK + 2) * _CHUNK_TAG
    return _FRONT_ROOM + _RECIPIENT_ROOM * recipients + payload + tags


def seal(
    manifest: Manifest,
    sign: Callable[[bytes], bytes],
    parts: Sequence[BinaryIO],
    recipients: Sequence[str],
    out: BinaryIO,
    *,
    progress: Progress,
) -> None:
    """Write the sealed container to `out`: the parts as the manifest lists them, from their places.

    An `OSError` of `out` comes out as it is, for the caller knows what `out` is; one of a part is
    DiskFailing. Lengths are checked here; hashes when the file is read back.
    """
    keys = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    blocks = _part_blocks(manifest, parts, progress)
    source = Blocks(chain([front(manifest, sign)], blocks))
    sink = Sink(lambda data: write_all(out, data))
    try:
        pyrage.encrypt_io(cast("BinaryIO", source), cast("BinaryIO", sink), keys)
    except Exception as error:  # noqa: BLE001  (pyrage hides what our ends raised)
        if isinstance(source.error, OSError):
            raise DiskFailing from source.error
        raise source.error or sink.error or error from None
    sink.check()


def open_sealed(
    source: BinaryIO, identity: str, sink: Callable[[str], BinaryIO] | None
) -> Manifest:
    """Decrypt and check everything, and return the manifest.

    `sink` gives for each part's name where its bytes go (None: nowhere); it must take every piece
    whole, and is not closed. **What was written to the sinks can be trusted only once this has
    returned**: until then the end may be missing. It must be thrown away when this raises. The
    signature proves only that the holder of the key *named in the manifest* signed; that this key
    belongs to the vault is for the caller to check, against the genesis on the recovery sheet.

    BackupKeyWrong if the header has no recipient that `identity` opens (age cannot tell this from
    damage inside that recipient's own lines); BackupNewer for a later format; BackupUnreadable if
    `source` cannot be read; BackupDamaged for everything else.
    """
    try:
        key = pyrage.x25519.Identity.from_str(identity)
    except pyrage.IdentityError:
        raise BackupKeyWrong from None
    payload = Payload(sink)
    reader, writer = Blocks(_sealed_blocks(source)), Sink(payload.take)
    try:
        pyrage.decrypt_io(cast("BinaryIO", reader), cast("BinaryIO", writer), [key])
    except Exception as error:  # noqa: BLE001  (pyrage hides what our ends raised)
        if isinstance(reader.error, OSError):
            raise BackupUnreadable from reader.error
        raise reader.error or writer.error or _refusal(error) from None
    writer.check()
    return payload.finished()


def _refusal(error: Exception) -> Exception:
    """Name what the age library refused; anything it does not document is a bug and stays."""
    if isinstance(error, pyrage.DecryptError) and "No matching keys" in str(error):
        return BackupKeyWrong()
    return BackupDamaged() if isinstance(error, (pyrage.DecryptError, OSError)) else error


def _part_blocks(
    manifest: Manifest, parts: Sequence[BinaryIO], progress: Progress
) -> Iterator[bytes]:
    total, done = sum(part.length for part in manifest.parts), 0
    for part, source in zip(manifest.parts, parts, strict=True):
        left = part.length
        while left:
            block = source.read(min(BLOCK, left))
            if not block:
                raise ValueError(f"{part.name} is shorter than its manifest says")
            yield block
            left -= len(block)
            done += len(block)
            progress(done, total)
        if source.read(1):
            raise ValueError(f"{part.name} is longer than its manifest says")


def _sealed_blocks(source: BinaryIO) -> Iterator[bytes]:
    """Read the age header by our own stricter rules, then hand on header and payload."""
    header = read_header(source)
    if header.recipients == 0:
        raise BackupDamaged  # a good age file, but not one of ours
    yield header.data
    yield from blocks_of(source)
