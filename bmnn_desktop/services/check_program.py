"""What this program is made of, looked up without a vault: for `selfcheck` and for a help desk."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bmnn_desktop import no_network, resources
from bmnn_desktop.domain.form import Form
from bmnn_desktop.registers.shipped_forms import shipped_forms
from bmnn_desktop.store.schema import Schema


@dataclass(frozen=True, slots=True)
class ProgramState:
    """`fonts`: each file with its SHA-256; `is_silent`: a filter lets no network socket be made."""

    version: str
    schema: int
    fonts: tuple[tuple[str, str], ...]
    is_silent: bool
    forms: tuple[Form, ...]


def check_program(migrations: Path | None = None) -> ProgramState:
    """Return what is there; raise FormFileWrong for a form that came damaged."""
    fonts = sorted(resources.path("fonts").glob("*.ttf"))
    return ProgramState(
        version=version("bmnn-desktop"),
        schema=Schema(migrations).version,
        fonts=tuple((one.name, hashlib.sha256(one.read_bytes()).hexdigest()) for one in fonts),
        is_silent=no_network.is_silent(),
        forms=shipped_forms(),
    )
