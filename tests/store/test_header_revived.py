"""Key files of an earlier day put back are told once and journalled."""

from __future__ import annotations

import contextlib
from pathlib import Path
from unittest import mock

import pytest

from bmnn_desktop import paths
from bmnn_desktop.errors import DiskFull
from bmnn_desktop.store import header, settings
from bmnn_desktop.store.rows import Rows
from tests.faults.vaults import CHEAP, LOGIN, PASSPHRASE, Sample
from tests.store.openings import Computer, told, unlock


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
def place(sample: Sample, computer: Computer) -> Path:
    """Give a vault that was opened on this computer."""
    assert told(sample.place, computer) == ((), [])
    return sample.place


def test_an_older_header_put_back_is_told_and_journalled_once(
    place: Path, computer: Computer
) -> None:
    older = {name: (place / name).read_bytes() for name in paths.HEADERS}
    other = "bay tam chin muoi muoi mot"
    _root, seed, _slot = header.read(place).header.unlock(LOGIN, PASSPHRASE)
    vault = unlock(place, computer)
    vault.write(
        lambda seat: seat.change_header(
            lambda head, root: head.with_passphrase(
                *(LOGIN, vault.signer.row, other, CHEAP), root=root, seed=seed
            )
        )
    ).result()
    vault.close()
    vault = unlock(place, computer, other)
    vault.close()
    assert vault.notices == ()
    for name, raw in older.items():
        (place / name).write_bytes(raw)
    vault = unlock(place, computer)
    vault.close()
    assert len(vault.notices) == 1
    assert "cũ hơn" in vault.notices[0]
    vault = unlock(place, computer)

    def acts(rows: Rows) -> int:
        return int(rows.value("SELECT count(*) FROM entry WHERE action = 'header.revived'"))

    assert vault.read(lambda reading: acts(reading.rows)).result() == 1
    vault.close()
    assert vault.notices == ()


def test_a_change_of_the_header_cut_short_raises_no_alarm(place: Path, computer: Computer) -> None:
    older = (place / paths.HEADERS[0]).read_bytes()
    vault = unlock(place, computer)
    with (
        mock.patch.object(settings, "put", side_effect=DiskFull),
        contextlib.suppress(DiskFull),
    ):
        vault.write(
            lambda seat: seat.change_header(lambda head, _root: head.with_only({1, 2, 3}))
        ).result()
    vault.close()
    (place / paths.HEADERS[0]).write_bytes(older[:-9])
    (place / paths.HEADERS[1]).write_bytes(older)
    vault = unlock(place, computer)
    vault.close()
    assert len(vault.notices) == 1
    assert "đã chép lại" in vault.notices[0]
