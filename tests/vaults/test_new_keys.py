"""Vaults of earlier releases take new keys, once their slots can be given one in absence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop.domain.clock import SystemClock
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.store import header, keys, opening
from bmnn_desktop.store.attempts import adopt_counters
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.store.vault import Vault, Writing
from tests.faults.vaults import CHEAP

PLACES = sorted(Path(__file__).parent.glob("schema-*"))


@pytest.mark.parametrize("kept", PLACES, ids=lambda place: place.name)
def test_an_old_vault_takes_new_keys_once_its_slots_are_new(kept: Path, tmp_path: Path) -> None:
    shutil.copytree(kept, tmp_path / "old")
    adopt_counters(tmp_path / "old" / "vault")
    about: dict[str, Any] = json.loads((kept / "about.json").read_text(encoding="utf-8"))
    passphrase = (kept / "passphrase.txt").read_text(encoding="utf-8").strip()
    sheet = RecoverySheet.parse((kept / "recovery.txt").read_text(encoding="utf-8"))
    place = tmp_path / "old" / "vault"
    halves = header.read(place)
    _root, seed, slot = halves.header.unlock(about["login"], passphrase)

    def renew(head: Header, root: bytes) -> Header:
        login, signer = about["login"], slot.signer
        made = head.with_passphrase(login, signer, passphrase, CHEAP, root=root, seed=seed)
        return made.with_recovery(_recovery_row(head), sheet.key, root)

    second = Signer(_recovery_row(halves.header), SigningKey(keys.recovery_seed(sheet.key)))

    def begin(writing: Writing) -> Header:
        return writing.begin_generation(second, "đổi khóa", lambda _step, _done: None)

    vault = _open_as(about["login"], passphrase, place)
    if slot.is_first_format:
        with pytest.raises(ValueError, match="slot"):
            vault.write(begin).result()
    vault.write(lambda writing: writing.change_header(renew)).result()
    vault.write(begin).result()
    vault.close()
    assert header.read(place).header.generation == 2
    vault = _open_as(about["login"], passphrase, place)
    verdict = vault.write(lambda writing: writing.verify([], lambda _done: None)).result()
    vault.close()
    assert verdict.ok is None, verdict.what


def _recovery_row(head: Header) -> int:
    return next(slot.signer for slot in head.slots if slot.is_recovery)


def _open_as(login: str, passphrase: str, place: Path) -> Vault:
    return opening.open_vault(place, login, passphrase, schema=Schema(), clock=SystemClock())
