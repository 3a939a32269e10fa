"""The checkout as the house tests walk through it."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "bmnn_desktop"
FORMS = PACKAGE / "gui" / "forms"
DRAWINGS = ROOT / "ui"
RESOURCES = ROOT / "resources"


def tracked() -> list[Path]:
    """Return every file of the checkout that git knows or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = sorted(set(listed.stdout.decode("utf-8").split("\0")) - {""})
    return [path for name in names if (path := ROOT / name).is_file()]


def own_python() -> list[Path]:
    """Return the Python files somebody wrote: generated forms left out."""
    return [path for path in tracked() if path.suffix == ".py" and path.parent != FORMS]


def shown(path: Path) -> str:
    """Return the path as a failure names it."""
    return path.relative_to(ROOT).as_posix()


def texts_in(source: str) -> list[tuple[int, str]]:
    """Return the string literals of a module with their lines, docstrings left out.

    The pieces of an f-string come as one text, with … where a value stands.
    """
    module = ast.parse(source)
    silent: set[int] = set()  # docstrings, and pieces of f-strings seen as a whole
    texts: list[tuple[int, str]] = []
    for node in ast.walk(module):
        match node:
            case ast.Expr(value=ast.Constant(value=str()) as docstring):
                silent.add(id(docstring))
            case ast.JoinedStr(values=pieces):
                silent.update(id(piece) for piece in pieces)
                texts.append((node.lineno, "".join(_piece(piece) for piece in pieces)))
            case ast.Constant(value=str() as text) if id(node) not in silent:
                texts.append((node.lineno, text))
            case _:
                pass
    return texts


def _piece(piece: ast.expr) -> str:
    return str(piece.value) if isinstance(piece, ast.Constant) else "…"
