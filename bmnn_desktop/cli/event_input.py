"""What commands about removals, provisions and incidents are given: fields, and copies."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import day, positive
from bmnn_desktop.cli.copy_names import add_copies, copy_id, copy_ids, copy_no
from bmnn_desktop.cli.terminal import Terminal
from bmnn_desktop.domain.book import Field, FieldKind
from bmnn_desktop.domain.custody import CopyPlace
from bmnn_desktop.domain.legal_basis import LegalBasis
from bmnn_desktop.domain.removal import Counted
from bmnn_desktop.domain.text import inside
from bmnn_desktop.errors import BatchLineWrong
from bmnn_desktop.services.office import Office

BATCH = (
    "Không ghi --book thì bản đọc từ đầu vào, mỗi dòng một JSON: "
    '{"book": "outgoing", "year": 2026, "number": 12, "copy": "3"}'
)
_KEYS = ("book", "year", "number", "copy")


def add_fields(command: Parser, fields: Sequence[Field]) -> None:
    """Add an option for each field; the service says what is missing."""
    for field in fields:
        name = f"--{field.name.replace('_', '-')}"
        words = inside(field.label)
        if field.kind is FieldKind.FLAG:
            command.add_argument(name, dest=field.name, action="store_true", help=words)
        elif field.kind is FieldKind.DATE:
            command.add_argument(name, dest=field.name, type=day, metavar="NGÀY", help=words)
        elif field.kind is FieldKind.CHOICE:
            named = ", ".join(f"{_value(one)} ({label})" for one, label in field.choices)
            command.add_argument(
                name,
                dest=field.name,
                choices=tuple(_value(one) for one, _label in field.choices),
                metavar="LOẠI",
                help=f"{words}: {named}",
            )
        else:
            command.add_argument(name, dest=field.name, default="", metavar="CHỮ", help=words)


def told(arguments: argparse.Namespace, fields: Sequence[Field]) -> dict[str, Any]:
    """Return what was given for each field."""
    values = {}
    for field in fields:
        value = getattr(arguments, field.name)
        if field.kind is FieldKind.CHOICE and value is not None:
            value = next(one for one, _label in field.choices if _value(one) == value)
        values[field.name] = value
    return values


def add_some(command: Parser) -> None:
    """Add the copies: of one document by options, of several by lines of the input."""
    add_copies(command, required=False)
    command.epilog = BATCH


def some(terminal: Terminal, office: Office, arguments: argparse.Namespace) -> tuple[int, ...]:
    """Return the copies that are named; raise BatchLineWrong, DocumentMissing, CopyMissing."""
    if arguments.book is not None:
        return copy_ids(office, arguments)
    return tuple(
        copy_id(office, line["book"], line["year"], line["number"], copy_no(line["copy"]))
        for line in _lines(terminal, {})
    )


def add_counted(command: Parser) -> None:
    """Add copies with what was counted of each."""
    add_some(command)
    command.epilog = f'{BATCH[:-1]}, "pages": 12, "annexes": 0}}'
    command.add_argument("--pages", type=positive, metavar="SỐ", help="số trang đếm được mỗi bản")
    command.add_argument("--annexes", type=int, metavar="SỐ", help="số phụ lục đếm được mỗi bản")


def counted(
    terminal: Terminal, office: Office, arguments: argparse.Namespace
) -> tuple[Counted, ...]:
    """Return the copies that are named, each with what was counted."""
    if arguments.book is not None:
        ids = copy_ids(office, arguments)
        return tuple(Counted(one, arguments.pages, arguments.annexes) for one in ids)
    return tuple(
        Counted(
            copy_id(office, line["book"], line["year"], line["number"], copy_no(line["copy"])),
            line.get("pages"),
            line.get("annexes"),
        )
        for line in _lines(terminal, {"pages": int, "annexes": int})
    )


def place_json(copy: CopyPlace) -> dict[str, object]:
    """Return a copy as JSON."""
    return {
        "document": copy.document_id,
        "copy": copy.number,
        "standing": copy.standing.value,
        "holder": copy.holder,
        "place": copy.place,
    }


def say_bases(terminal: Terminal, bases: Sequence[LegalBasis]) -> None:
    """Say by what rules, each with how far it was checked."""
    for basis in bases:
        terminal.say(basis.line)


def _lines(terminal: Terminal, more: dict[str, Callable[..., object]]) -> list[dict[str, Any]]:
    found = []
    for number, text in terminal.lines():
        if not text.strip():
            continue
        try:
            line = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise BatchLineWrong(line=number, why="không phải JSON") from error
        if not isinstance(line, dict) or line.keys() - {*_KEYS, *more} or set(_KEYS) - line.keys():
            names = ", ".join((*_KEYS, *more))
            raise BatchLineWrong(line=number, why=f"phải là một đối tượng có {names}")
        found.append(_checked(line, number, more))
    return found


def _checked(
    line: dict[str, Any], number: int, more: dict[str, Callable[..., object]]
) -> dict[str, Any]:
    line["copy"] = str(line["copy"])
    whole = [line[name] for name in ("year", "number", *more) if line.get(name) is not None]
    if any(not isinstance(each, int) or isinstance(each, bool) or each < 0 for each in whole):
        raise BatchLineWrong(line=number, why="năm và các số phải là số nguyên")
    try:
        copy_no(line["copy"])
    except argparse.ArgumentTypeError as error:
        raise BatchLineWrong(line=number, why=f"số bản {error}") from error
    if not isinstance(line["book"], str):
        raise BatchLineWrong(line=number, why="sổ phải là chữ")
    return line


def _value(choice: object) -> str:
    return str(choice.value) if isinstance(choice, Enum) else str(choice)
