"""JOURNAL.md's three vectors, recomputed from its text alone and by the store."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

import bmnn_desktop.store
from bmnn_desktop.store.entry import SIGNATURE_DOMAIN, Change, Entry
from bmnn_desktop.store.keys import PublicKey, SigningKey

_PAGE = Path(bmnn_desktop.store.__file__).with_name("JOURNAL.md").read_text(encoding="utf-8")
VECTORS: list[dict[str, Any]] = [
    json.loads(block) for block in re.findall(r"```json\n(.*?)```", _PAGE, re.DOTALL)
]


def _sha(tag: str, *parts: bytes) -> str:
    return hashlib.sha256(tag.encode() + b"\0" + b"".join(parts)).hexdigest()


def test_there_are_three_vectors_and_they_chain() -> None:
    contents = [json.loads(vector["hashed"]) for vector in VECTORS]
    assert [content["seq"] for content in contents] == [1, 2, 3]
    previous = ["00" * 32, *(vector["hash"] for vector in VECTORS[:-1])]
    assert [content["previous"] for content in contents] == previous


@pytest.mark.parametrize("vector", VECTORS, ids=["genesis", "act", "approve"])
def test_a_vector_follows_from_the_text_of_the_page(vector: dict[str, Any]) -> None:
    content = json.loads(vector["hashed"])
    spelled = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert spelled == vector["hashed"]
    assert _sha("bmnn entry 1", vector["hashed"].encode()) == vector["hash"]
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(vector["public_key"]))
    signed = b"bmnn entry signature 1\0" + bytes.fromhex(vector["hash"])
    key.verify(bytes.fromhex(vector["signature"]), signed)
    if vector["reason"]:
        salt, reason = bytes.fromhex(vector["reason"]["salt"]), vector["reason"]["text"]
        assert _sha("bmnn text 1", salt, reason.encode()) == content["reason"]
    for listed, change in zip(content["changes"], vector["changes"], strict=True):
        assert _sha("bmnn payload 1", change["payload"].encode()) == listed[3]
        if change["text"] is not None:
            salt = bytes.fromhex(change["salt"])
            assert _sha("bmnn text 1", salt, change["text"].encode()) == listed[4]


@pytest.mark.parametrize("vector", VECTORS, ids=["genesis", "act", "approve"])
def test_the_store_computes_the_vector(vector: dict[str, Any]) -> None:
    content = json.loads(vector["hashed"])
    changes = [
        Change(
            table=listed[1],
            row=listed[2],
            payload=given["payload"],
            text=given["text"],
            salt=bytes.fromhex(given["salt"]) if given["salt"] else None,
            payload_digest=bytes.fromhex(listed[3]),
            text_digest=bytes.fromhex(listed[4]) if listed[4] else None,
        )
        for listed, given in zip(content["changes"], vector["changes"], strict=True)
    ]
    reason = vector["reason"]
    entry = Entry(
        seq=content["seq"],
        generation=content["generation"],
        time=content["time"],
        signer=content["signer"],
        kind=content["kind"],
        action=content["action"],
        detail=json.dumps(
            content["detail"], sort_keys=True, ensure_ascii=False, separators=(",", ":")
        ),
        reason=reason["text"] if reason else None,
        reason_salt=bytes.fromhex(reason["salt"]) if reason else None,
        reason_digest=bytes.fromhex(content["reason"]) if reason else None,
        previous=bytes.fromhex(content["previous"]),
        hash=bytes.fromhex(vector["hash"]),
        signature=bytes.fromhex(vector["signature"]),
    )
    assert entry.reason_is_whole()
    assert all(change.is_whole() for change in changes)
    assert entry.computed_hash(bytes.fromhex(content["store"]), changes) == entry.hash
    key = PublicKey(vector["public_key"])
    assert key.verifies(entry.signature, SIGNATURE_DOMAIN + entry.hash)
    assert not key.verifies(entry.signature, SIGNATURE_DOMAIN + entry.hash[::-1])


def test_the_page_names_the_seeds() -> None:
    for vector, seed in zip(VECTORS, (b"\1", b"\1", b"\2"), strict=True):
        assert SigningKey(seed * 32).public == vector["public_key"]
