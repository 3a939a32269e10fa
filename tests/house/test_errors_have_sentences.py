"""Every KnownError leaf has a code of its own and a sentence fit for the user."""

from __future__ import annotations

import ast
import re
import unicodedata

import pytest

from bmnn_desktop import errors
from bmnn_desktop.errors import KnownError
from tests.house.tree import PACKAGE, shown


def family(kind: type[KnownError]) -> list[type[KnownError]]:
    """Return every error below `kind`."""
    return [error for child in kind.__subclasses__() for error in (child, *family(child))]


LEAVES = sorted(
    (
        error
        for error in family(KnownError)
        if not error.__subclasses__() and error.__module__.startswith(errors.__name__)
    ),
    key=lambda error: error.__name__,
)


def test_no_two_errors_share_a_code() -> None:
    codes = [leaf.code for leaf in LEAVES]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("leaf", LEAVES, ids=lambda leaf: leaf.__name__)
def test_a_leaf_speaks_to_the_user(leaf: type[KnownError]) -> None:
    assert re.fullmatch(r"K\d{3}", leaf.code)
    assert unicodedata.is_normalized("NFC", leaf.sentence)
    # A full stop, or a last value that brings its own.
    assert leaf.sentence.endswith((".", "{why}", "{summary}")), leaf.sentence
    assert leaf.sentence == leaf.sentence.strip()
    assert leaf.sentence[0].isupper() or leaf.sentence[0] == "{"
    assert leaf.exit_code in {1, 3}


def test_errors_live_in_errors_alone() -> None:
    every: tuple[type[KnownError], ...] = (KnownError, *family(KnownError))
    names = {error.__name__ for error in every}
    strays = [
        f"{shown(path)}: {node.name}"
        for path in PACKAGE.rglob("*.py")
        if PACKAGE / "errors" not in path.parents
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id in names for base in node.bases)
    ]
    assert not strays
