"""Write the vectors of the sealed backup: `python -m tests.vectors.make_backup_vectors`.

Each file in `tests/vectors/backup/` has one fault, named by the file. It begins with ASCII lines
`name: value`, then an empty line, then the backup as it is:

    expect:   success | damaged | key wrong | newer   what opening with the identity gives
    inspect:  success | damaged                       what can be said without a key
    identity: the age identity to open it with
    manifest: SHA-256 of the manifest (success only)
    comment:  what is special

All keys are fixed and invented, so that a second run writes the same bytes; a test compares.
To add a vector, add a line below, run this, and commit the new file; never change an old one.
"""

from __future__ import annotations

import base64
import hashlib
import json
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bmnn_desktop.backup.identity import identity_text
from tests.vectors.age_writer import CHUNK, AgeFile, base64_text, fixed

FOLDER = Path(__file__).parent / "backup"
RECOVERY, SECOND, STRANGER = fixed("recovery"), fixed("second office"), fixed("stranger")
SIGNER = Ed25519PrivateKey.from_private_bytes(fixed("signer"))
TAG = b"bmnn-backup manifest v1\n"
PAGE = 512
IMAGE = bytes(range(256)) * 4  # two pages of an invented database
KEY = fixed("database").hex().encode()

Values = dict[str, object]


@dataclass(frozen=True)
class Vector:
    """One file: its name, what is expected of it, and its bytes."""

    name: str
    comment: str
    data: bytes
    expect: str = "damaged"
    inspect: str = "success"
    manifest: bytes | None = None

    def to_bytes(self) -> bytes:
        """Return the file as it is committed."""
        lines = [f"expect: {self.expect}", f"inspect: {self.inspect}"]
        lines.append(f"identity: {identity_text(RECOVERY)}")
        if self.manifest is not None:
            lines.append(f"manifest: {hashlib.sha256(self.manifest).hexdigest()}")
        lines.append(f"comment: {self.comment}")
        return "\n".join([*lines, "", ""]).encode("ascii") + self.data


def manifest_values(image: bytes = IMAGE) -> Values:
    """Return the fields of a sound manifest for `image`."""
    return {
        "format": 1,
        "store": fixed("store")[:16].hex(),
        "generation": 1,
        "number": 7,
        "head_seq": 42,
        "head_hash": fixed("head").hex(),
        "genesis": fixed("genesis").hex(),
        "pages": len(image) // PAGE,
        "page_size": PAGE,
        "schema": 1,
        "created": "2026-03-01T07:30:00.000Z",
        "signer": SIGNER.public_key().public_bytes_raw().hex(),
        "signer_row": 1,
        "previous": None,
        "parts": [part("register.db", image), part("register.key", KEY)],
    }


def part(name: str, data: bytes) -> Values:
    """Return the manifest's line for a part."""
    return {"name": name, "length": len(data), "sha256": hashlib.sha256(data).hexdigest()}


def canonical(values: object) -> bytes:
    """Return canonical JSON."""
    return json.dumps(values, sort_keys=True, separators=(",", ":")).encode()


def front(text: bytes, signed: bytes | None = None, signer: Ed25519PrivateKey = SIGNER) -> bytes:
    """Return magic, length, manifest and signature."""
    signature = signer.sign(TAG + text if signed is None else signed)
    return b"bmnn-backup\n" + len(text).to_bytes(4, "big") + text + signature


def sealed(payload: bytes) -> AgeFile:
    """Return an age file to the recovery key over any payload."""
    return AgeFile((RECOVERY,), payload)


def with_manifest(text: bytes) -> bytes:
    """Return a sealed file whose manifest, signed as it is, is `text`."""
    return sealed(front(text) + IMAGE + KEY).to_bytes()


def with_values(**changed: object) -> bytes:
    """Return a sealed file with some fields of its manifest changed, signed as changed."""
    return with_manifest(canonical({**manifest_values(), **changed}))


TEXT = canonical(manifest_values())
FRONT = front(TEXT)
SOUND = sealed(FRONT + IMAGE + KEY)
LONG_IMAGE = IMAGE * (CHUNK // len(IMAGE))
LONG_TEXT = canonical(manifest_values(LONG_IMAGE))
LONG = sealed(front(LONG_TEXT) + LONG_IMAGE + KEY)


def all_vectors() -> Iterator[Vector]:
    """Return every vector."""
    yield from _sound()
    yield from _age_header()
    yield from _age_payload()
    yield from _payload()
    for name, comment, data in _manifests():
        yield Vector(f"manifest_{name}", comment, data)


def _sound() -> Iterator[Vector]:
    def good(name: str, comment: str, data: bytes, text: bytes = TEXT) -> Vector:
        return Vector(name, comment, data, "success", "success", text)

    yield good("sound", "nothing is wrong", SOUND.to_bytes())
    several = replace(SOUND, identities=(SECOND, RECOVERY, STRANGER))
    yield good("sound_three_recipients", "ours is the second", several.to_bytes())
    grease = replace(SOUND, extra_stanzas=b"-> x-grease a b\n" + b"Zm9v\n")
    yield good("sound_grease", "a stanza of an unknown type is skipped", grease.to_bytes())
    text = canonical({**manifest_values(), "previous": fixed("previous").hex()})
    yield good("sound_previous", "names the backup before it", with_manifest(text), text)
    yield good("sound_two_chunks", "longer than one age chunk", LONG.to_bytes(), LONG_TEXT)
    newer = with_values(format=2, more={"later": True})
    yield Vector("newer_format", "format 2 with a field of its own", newer, "newer")


def _age_header() -> Iterator[Vector]:
    def bad(name: str, comment: str, data: bytes, inspect: str = "damaged") -> Vector:
        return Vector(f"age_{name}", comment, data, inspect=inspect)

    sound, header = SOUND.to_bytes(), SOUND.header()
    rest = sound[len(header) :]
    yield bad("empty", "no byte at all", b"")
    yield bad("not_age", "some other file", b"SQLite format 3\0" + bytes(84))
    yield bad("v2", "a later age", replace(SOUND, intro=b"age-encryption.org/v2\n").to_bytes())
    lines = "\n".join(textwrap.wrap(base64.b64encode(sound).decode(), 64)).encode()
    frame = b"-----%s AGE ENCRYPTED FILE-----\n"
    armoured = frame % b"BEGIN" + lines + b"\n" + frame % b"END"
    yield bad("armoured", "the text form", armoured)
    yield bad("crlf", "lines end in CR LF", header.replace(b"\n", b"\r\n") + rest)
    yield bad("no_mac", "the header just stops", header[: header.index(b"---")])
    mac = header.index(b"--- ") + 4
    wrong = header[:mac] + base64_text(fixed("another MAC")) + b"\n"
    yield bad("mac_wrong", "another MAC", wrong + rest, "success")
    spelling = header[:-2] + bytes([header[-2] + 1]) + b"\n"
    yield bad("mac_second_spelling", "unused bits of the MAC's last letter set", spelling + rest)
    short = header[:-2] + b"\n"
    yield bad("mac_short", "the MAC lacks a letter", short + rest)
    stanza = SOUND.stanza(RECOVERY)
    padded = stanza[:-1] + b"==\n"
    yield bad("padded", "base64 with padding", sound.replace(stanza, padded))
    argument = replace(SOUND, extra_stanzas=b"-> X25519 Zm9v\n" + b"A" * 43 + b"\n")
    yield bad("short_share", "an X25519 stanza with a short share", argument.to_bytes())
    huge = replace(SOUND, extra_stanzas=(b"-> x-grease\n" + b"A" * 64 + b"\n\n") * 300)
    yield bad("header_too_large", "over 16,384 bytes", huge.to_bytes())
    scrypt = b"-> scrypt " + base64_text(fixed("salt")[:16]) + b" 10\n" + b"A" * 43 + b"\n"
    phrase = replace(SOUND, identities=(), extra_stanzas=scrypt).to_bytes()
    yield bad("passphrase", "sealed with a passphrase, not to a key", phrase, "success")
    removed = sound.replace(SOUND.stanza(RECOVERY), b"")
    yield bad("stanza_removed", "no stanza is left", removed, "success")
    two = replace(SOUND, identities=(RECOVERY, SECOND))
    swapped = two.to_bytes().replace(two.stanza(SECOND), two.stanza(STRANGER))
    yield bad("stanza_exchanged", "a stanza that the MAC does not know", swapped, "success")
    other = replace(SOUND, identities=(STRANGER,)).to_bytes()
    yield Vector("key_wrong", "sealed to somebody else", other, "key wrong")
    others = replace(SOUND, identities=(STRANGER, SECOND)).to_bytes()
    yield Vector("key_wrong_two", "sealed to two others", others, "key wrong")


def _age_payload() -> Iterator[Vector]:
    def bad(name: str, comment: str, data: bytes, inspect: str = "success") -> Vector:
        return Vector(f"age_{name}", comment, data, inspect=inspect)

    sound = SOUND.to_bytes()
    yield bad("cut_last_byte", "the last byte is missing", sound[:-1])
    cut = SOUND.header() + SOUND.nonce
    yield bad("cut_after_nonce", "no chunk at all", cut, "damaged")
    yield bad("cut_in_nonce", "half a nonce", cut[:-8], "damaged")
    yield bad("byte_after", "one byte after the end", sound + b"\0")
    yield bad("flipped_bit", "one bit of the last byte", sound[:-1] + bytes([sound[-1] ^ 1]))
    start, chunks = LONG.header() + LONG.nonce, LONG.chunks()
    yield bad("cut_at_chunk", "the last chunk is missing", start + b"".join(chunks[:-1]))
    wide = replace(LONG, payload=LONG.payload + bytes(CHUNK)).chunks()
    swapped = start + b"".join([wide[1], wide[0], wide[2]])
    yield bad("chunks_swapped", "the first two of three chunks exchanged", swapped)
    early = start + LONG.chunk(0, last=True) + b"".join(chunks[1:])
    yield bad("last_mark_early", "the first chunk says it is the last", early)
    unmarked = start + b"".join(chunks[:-1]) + LONG.chunk(len(chunks) - 1, last=False)
    yield bad("last_mark_missing", "the last chunk does not say so", unmarked)
    empty = sealed(b"").to_bytes()
    yield bad("empty_payload", "a sound age file of nothing", empty, "damaged")


def _payload() -> Iterator[Vector]:
    def bad(name: str, comment: str, payload: bytes) -> Vector:
        return Vector(f"payload_{name}", comment, sealed(payload).to_bytes())

    length = len(TEXT).to_bytes(4, "big")
    yield bad("magic", "another magic", b"bmnn-backuq\n" + FRONT[12:] + IMAGE + KEY)
    yield bad("only_magic", "ends after the magic", FRONT[:12])
    large = FRONT.replace(length, (65_537).to_bytes(4, "big"), 1)
    yield bad(
        "manifest_too_large", "a length above the ceiling", large + IMAGE + KEY + bytes(65_537)
    )
    beyond = FRONT.replace(length, (60_000).to_bytes(4, "big"), 1)
    yield bad("manifest_beyond_end", "a length beyond the end", beyond + IMAGE + KEY)
    yield bad("no_signature", "ends after the manifest", FRONT[:-64])
    yield bad("signature_zero", "a signature of zeros", FRONT[:-64] + bytes(64) + IMAGE + KEY)
    yield bad("signature_untagged", "signed without the tag", front(TEXT, TEXT) + IMAGE + KEY)
    other = Ed25519PrivateKey.from_private_bytes(fixed("other signer"))
    yield bad("signature_other", "signed by another", front(TEXT, signer=other) + IMAGE + KEY)
    renumbered = FRONT.replace(b'"number":7', b'"number":8', 1)
    yield bad("manifest_edited", "changed after signing", renumbered + IMAGE + KEY)
    yield bad("no_parts", "ends after the signature", FRONT)
    yield bad("cut_in_image", "ends inside the image", FRONT + IMAGE[:-1])
    yield bad("cut_in_key", "the last byte of the key is missing", FRONT + IMAGE + KEY[:-1])
    yield bad("byte_after", "one byte after the last part", FRONT + IMAGE + KEY + b"\0")
    yield bad("second_backup_after", "a second payload follows", (FRONT + IMAGE + KEY) * 2)
    edited = bytes([IMAGE[0] ^ 1]) + IMAGE[1:]
    yield bad("image_edited", "one bit of the image", FRONT + edited + KEY)
    yield bad("key_edited", "another database key", FRONT + IMAGE + KEY[::-1])
    yield bad("parts_exchanged", "key before image", FRONT + KEY + IMAGE)


def _manifests() -> Iterator[tuple[str, str, bytes]]:
    values = manifest_values()
    image, key = part("register.db", IMAGE), part("register.key", KEY)
    yield "empty", "no manifest", with_manifest(b"")
    yield "not_json", "no JSON", with_manifest(b"\x89PNG")
    yield (
        "not_utf8",
        "a byte that is no UTF-8",
        with_manifest(TEXT.replace(b"register", b"regi\xffter")),
    )
    yield "list", "a list", with_manifest(canonical([values]))
    yield "nested", "thirty thousand brackets", with_manifest(b"[" * 30_000)
    yield (
        "spaces",
        "not canonical: spaces",
        with_manifest(json.dumps(values, sort_keys=True).encode()),
    )
    unsorted = json.dumps(
        dict(sorted(values.items(), reverse=True)), separators=(",", ":")
    ).encode()
    yield "unsorted", "not canonical: order of keys", with_manifest(unsorted)
    escaped = TEXT.replace(b"register.db", b"register\\u002edb")
    yield "escaped", "not canonical: an escape", with_manifest(escaped)
    yield "line_feed", "not canonical: ends in a line feed", with_manifest(TEXT + b"\n")
    doubled = TEXT.replace(b'"number":7', b'"number":6,"number":7')
    yield "doubled_key", "the number twice", with_manifest(doubled)
    missing = canonical({k: v for k, v in values.items() if k != "genesis"})
    yield "missing_key", "no genesis", with_manifest(missing)
    yield "unknown_key", "a key format 1 does not have", with_values(extra=1)
    yield "format_0", "format 0", with_values(format=0)
    yield "format_true", "true is not 1", with_values(format=True)
    yield "format_text", "a text is not a number", with_values(format="2")
    yield "number_text", "a text is not a number", with_values(number="7")
    yield "number_float", "7.0 is not a whole number", with_values(number=7.0)
    yield "number_zero", "backups are counted from 1", with_values(number=0)
    yield "number_huge", "more than the vault can count", with_values(number=2**63)
    yield "number_nan", "NaN is not JSON", with_values(number=float("nan"))
    yield "hash_upper", "hex in capitals", with_values(head_hash=fixed("head").hex().upper())
    yield "hash_short", "63 digits", with_values(head_hash=fixed("head").hex()[1:])
    yield (
        "store_dashes",
        "the store with dashes",
        with_values(store="0" * 8 + "-0000" * 3 + "-" + "0" * 8),
    )
    yield "created_no_date", "30 February", with_values(created="2026-02-30T07:30:00.000Z")
    yield "created_offset", "not UTC", with_values(created="2026-03-01T14:30:00.000+07:00")
    yield "previous_empty", "an empty text is not null", with_values(previous="")
    yield "page_size_odd", "a page of 1,000 bytes", with_values(page_size=1000)
    yield "pages_disagree", "pages x page_size is not the image", with_values(pages=3)
    yield "no_parts", "no part", with_values(parts=[])
    yield "no_key", "no key part", with_values(parts=[image])
    yield "unknown_part", "a third part", with_values(parts=[image, key, part("autorun.inf", b"x")])
    yield (
        "part_path",
        "a path as a name",
        with_values(parts=[{**image, "name": "../register.db"}, key]),
    )
    yield "part_twice", "the image twice", with_values(parts=[image, image])
    yield "parts_order", "key before image", with_values(parts=[key, image])
    yield "part_empty", "a part of no bytes", with_values(parts=[image, {**key, "length": 0}])
    yield "part_unknown_key", "a part with a mode", with_values(parts=[{**image, "mode": 511}, key])
    yield "part_text", "a part that is a text", with_values(parts=["register.db", "register.key"])


def write(folder: Path = FOLDER) -> int:
    """Write every vector into `folder` and return how many there are."""
    folder.mkdir(exist_ok=True)
    vectors = list(all_vectors())
    for vector in vectors:
        (folder / f"{vector.name}.vector").write_bytes(vector.to_bytes())
    return len(vectors)


if __name__ == "__main__":
    write()
