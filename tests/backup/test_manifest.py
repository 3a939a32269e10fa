"""The manifest has one spelling."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.backup.manifest import FORMAT, Manifest
from bmnn_desktop.errors import BackupDamaged, BackupNewer
from tests.backup.sample import manifest_for

GOOD = manifest_for(bytes(1024))

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def test_what_is_written_is_read_back_equal() -> None:
    assert Manifest.from_bytes(GOOD.to_bytes()) == GOOD


def test_the_bytes_are_json_with_sorted_keys_and_no_spaces() -> None:
    text = GOOD.to_bytes()
    again = json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"))
    assert text == again.encode()
    assert b" " not in text


@given(st.sampled_from([field.name for field in dataclasses.fields(Manifest)]), ANY_JSON)
def test_any_value_in_any_field_is_read_back_equal_or_refused(name: str, value: object) -> None:
    read = json.loads(GOOD.to_bytes())
    changed = json.dumps({**read, name: value}, sort_keys=True, separators=(",", ":")).encode()
    try:
        assert Manifest.from_bytes(changed).to_bytes() == changed
    except BackupNewer:
        assert name == "format"
        assert isinstance(value, int)
        assert value > FORMAT
    except BackupDamaged:
        assert changed != GOOD.to_bytes()


@given(st.binary() | ANY_JSON.map(lambda value: json.dumps(value).encode()))
def test_no_bytes_at_all_make_it_stumble(data: bytes) -> None:
    with pytest.raises((BackupDamaged, BackupNewer)):
        Manifest.from_bytes(data)


def test_a_later_format_is_newer_even_where_nothing_else_fits() -> None:
    with pytest.raises(BackupNewer):
        Manifest.from_bytes(b'{"format":2}')
