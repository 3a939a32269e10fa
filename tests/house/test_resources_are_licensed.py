"""Every resource is used by the code and named in LICENCES.md, and nothing is named in vain."""

from __future__ import annotations

import ast
import re

from tests.house.tree import PACKAGE, RESOURCES, texts_in, tracked

# They serve the people who work on the house, not the running program.
FOR_THE_HOUSE = {"LICENCES.md", "wording.toml"}


def resources() -> list[str]:
    """Return every resource by the name that `resources.path()` takes."""
    return [
        path.relative_to(RESOURCES).as_posix() for path in tracked() if RESOURCES in path.parents
    ]


def above(name: str) -> list[str]:
    """Return the folders a resource lies in, nearest last."""
    parts = name.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


def licensed() -> set[str]:
    """Return the first column of LICENCES.md, folders without their slash."""
    table = (RESOURCES / "LICENCES.md").read_text("utf-8")
    return {name.rstrip("/") for name in re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)}


def folders_loaded(source: str) -> set[str]:
    """Return the folders a module asks `resources.path()` for as a whole."""
    return {
        argument.value.rstrip("/")
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("path")
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


def is_named(resource: str, texts: set[str]) -> bool:
    """Tell whether the code names a resource, in full or as icons/{name}.svg and its name."""
    folder = resource.split("/", maxsplit=1)[0]
    for text in texts:
        if text.startswith(f"{folder}/") and "…" in text:
            pattern = "(.+)".join(re.escape(piece) for piece in text.split("…"))
            found = re.fullmatch(pattern, resource)
            if found and texts.issuperset(found.groups()):
                return True
    return resource in texts


def test_every_resource_has_its_licence() -> None:
    names = licensed()
    bare = [name for name in resources() if not names & {name, *above(name)}]
    assert not bare, f"not in resources/LICENCES.md: {bare}"


def test_no_licence_is_for_a_resource_that_is_gone() -> None:
    standing = {part for name in resources() for part in (name, *above(name))}
    assert licensed() <= standing


def test_every_resource_is_used() -> None:
    texts: set[str] = set()
    folders: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        source = path.read_text("utf-8")
        texts |= {text for _, text in texts_in(source)}
        folders |= folders_loaded(source)
    idle = [
        name
        for name in resources()
        if name not in FOR_THE_HOUSE
        # the licence that travels with the fonts
        and not name.endswith("/OFL.txt")
        and not folders & set(above(name))
        and not is_named(name, texts)
    ]
    assert not idle, f"no code names them: {idle}"


def test_a_name_in_pieces_counts_with_its_last_piece_only() -> None:
    assert is_named("icons/lock.svg", {"icons/….svg", "lock"})
    assert not is_named("icons/lock.svg", {"icons/….svg", "today"})
    assert is_named("law/periods.toml", {"law/periods.toml"})
    assert not is_named("law/periods.toml", {"…", "periods"})
