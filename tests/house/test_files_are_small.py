"""A file holds one noun: nobody dreads to open it."""

from __future__ import annotations

from tests.house.tree import own_python, shown

CEILING = 400


def test_no_python_file_is_above_the_ceiling() -> None:
    lengths = {shown(path): len(path.read_text("utf-8").splitlines()) for path in own_python()}
    assert lengths
    assert not {name: length for name, length in lengths.items() if length > CEILING}


def test_no_room_is_named_for_nothing() -> None:
    vague = {"utils", "helpers", "common", "misc"}
    assert not [shown(path) for path in own_python() if vague & {path.stem, path.parent.name}]
