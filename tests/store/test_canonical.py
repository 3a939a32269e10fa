"""Canonical JSON: one value has one text, and nothing else is read."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.store import canonical
from bmnn_desktop.store.entry import change_of, columns_of

VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.text(st.characters(exclude_categories=["Cs"])),
)
COLUMNS = st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), VALUES)


@given(COLUMNS)
def test_what_is_dumped_is_read_back(columns: canonical.Columns) -> None:
    text = canonical.dump(columns)
    assert canonical.load(text) == columns
    assert canonical.dump(canonical.load(text)) == text
    text.encode()


@given(COLUMNS)
def test_the_order_of_keys_does_not_matter(columns: canonical.Columns) -> None:
    backwards = dict(reversed(columns.items()))
    assert canonical.dump(backwards) == canonical.dump(columns)


@given(COLUMNS, COLUMNS)
def test_different_values_have_different_texts_and_digests(
    one: canonical.Columns, other: canonical.Columns
) -> None:
    same = canonical.dump(one) == canonical.dump(other)
    assert same == (one == other)
    digests = {canonical.payload_digest(canonical.dump(found)) for found in (one, other)}
    assert (len(digests) == 1) == same


@given(st.dictionaries(st.text("aé\U0001f600z"), VALUES, min_size=2))
def test_keys_are_sorted_by_code_point(columns: canonical.Columns) -> None:
    assert list(json.loads(canonical.dump(columns))) == sorted(columns)


@pytest.mark.parametrize(
    "text",
    [
        *('{"b":1,"a":2}', '{"a": 1}', '{"a":1} ', ' {"a":1}', '{"a":1,"a":1}', '{"a":1,"a":2}'),
        *('{"a":1.0}x', '{"a":01}', '{"a":+1}', '{"a":1e3}', '{"a":-0}', "[1]", '"a"', "1", "null"),
        *('{"a":"\\u00e9"}', '{"a":"\\ud800"}', '{"a":"\\/"}', "", "{", '{"a":}', "\ufeff{}"),
        *('{"a":NaN}', '{"a":Infinity}', '{"a":-Infinity}', '{"a":0.5}', '{"a":1.0}'),
        '{"a":' * 20_000,
    ],
)
def test_nothing_else_is_read(text: str) -> None:
    with pytest.raises((ValueError, RecursionError)):
        canonical.load(text)


PIECES = st.sampled_from((
    *("{}", '{"a":1}', '{"b":2}', '{"a":1,"b":2}', '{"a":[1', "2]}", '{"a":1', '"b":2}'),
    *('{"a": 1}', '{"b":2,"a":1}', '{"a":{"b":1}}', "[]", "1", "", ",", "{},{}", '{"a":-0}'),
))  # fmt: skip


@given(st.lists(PIECES, max_size=4))
def test_many_texts_are_read_together_as_each_alone(texts: list[str]) -> None:
    try:
        alone = [canonical.load(text) for text in texts]
    except ValueError:
        with pytest.raises(ValueError):  # noqa: PT011  (which one matters to nobody)
            canonical.load_all(texts)
    else:
        assert canonical.load_all(texts) == alone


@pytest.mark.parametrize("value", [float("nan"), float("inf"), [-float("inf")]])
def test_what_is_no_number_is_never_written(value: object) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical.dump({"a": value})


@given(st.text(st.characters(exclude_categories=["Cs"])), st.binary(min_size=16, max_size=16))
def test_text_and_salt_make_the_digest(text: str, salt: bytes) -> None:
    other = salt[:-1] + bytes([salt[-1] ^ 1])
    assert canonical.text_digest(text, salt) != canonical.text_digest(text, other)
    assert canonical.text_digest(text, salt) != canonical.text_digest(text + "x", salt)
    assert canonical.text_digest(text, salt) != canonical.payload_digest(text)


@given(st.dictionaries(st.sampled_from(["subject", "note", "level", "year"]), VALUES))
def test_a_change_is_the_whole_row_in_two_parts(columns: canonical.Columns) -> None:
    row: canonical.Columns = {"id": 1, **columns}
    change = change_of(
        "document", row, frozenset({"subject", "note"}), salt=b"s" * 16, replaces=None
    )
    assert change.columns() == row
    assert change.is_whole()
    assert "subject" not in canonical.load(change.payload)
    assert (change.text is None) == (not {"subject", "note"} & columns.keys())


def test_of_many_changes_a_bad_one_is_met_in_its_turn() -> None:
    free = frozenset({"note"})
    good, other = (
        change_of("volume", {"id": row, "note": "x"}, free, salt=b"s" * 16, replaces=None)
        for row in (1, 2)
    )
    assert list(columns_of([good, other])) == [good.columns(), other.columns()]
    for bad in (replace(other, payload='{"id": 2}'), replace(other, text="{}x")):
        read = columns_of([good, bad, other])
        assert next(read) == good.columns()
        with pytest.raises(ValueError, match="not canonical"):
            next(read)
