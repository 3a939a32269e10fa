"""The grammar: every word of it Vietnamese, every misuse a 2."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

import pytest

from bmnn_desktop import cli
from bmnn_desktop.arguments import Parser
from bmnn_desktop.cli.arguments import new_parser
from tests.cli.terminal import Shell

ENGLISH = {
    *("usage", "options", "option", "optional", "positional", "arguments", "argument", "show"),
    *("this", "help", "message", "exit", "required", "choose", "from", "invalid", "value", "int"),
    *("expected", "unrecognized", "ignored", "explicit", "default", "error", "one", "command"),
    *("the", "and", "following", "are", "choice", "positive", "allowed", "with", "not", "of"),
}


def parsers() -> Iterator[tuple[str, Parser]]:
    """Yield every command with its parser."""
    top, commands = new_parser()
    for group in cli._GROUPS:
        group.add_to(commands)
    waiting: list[tuple[str, Parser]] = [("", top)]
    while waiting:
        name, parser = waiting.pop()
        yield name.strip(), parser
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                waiting += [(f"{name} {word}", sub) for word, sub in action.choices.items()]


COMMANDS = dict(parsers())


def words(text: str) -> set[str]:
    """Return the words of a text that are no option and no part of a longer name."""
    return set(re.findall(r"(?<![\w-])[a-z]+(?![\w-])", text))


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_vietnamese(bare: Shell, command: str) -> None:
    answer = bare.run(*command.split(), "--help")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("cách dùng: bmnn-desktop")
    own = {word for name in COMMANDS for word in name.split()} | {"outgoing"}
    assert not words(answer.out) & ENGLISH - own, answer.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_argument_says_what_it_is(command: str) -> None:
    for action in COMMANDS[command]._actions:
        assert action.help or isinstance(action, argparse._SubParsersAction), action.dest
        assert action.metavar or action.nargs == 0, action.dest


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "document",
        "nope",
        "vault create here",
        "document add foo",
        "document list outgoing --limit x",
        "document list outgoing --limit 0",
        "document list outgoing --limit 99999999999999999999",
        "document list outgoing --limit",
        "document list outgoing extra",
        "document annul outgoing --year 2026 --number -1 --reason x",
        "document add outgoing --year 2026x",
        "--json=1 verify",
        "--vaul x verify",
        "verify --bad",
        "verify --anchor",
        "book print outgoing --year 2026",
        "backup restore file",
    ],
)
def test_a_misuse_is_a_2_in_vietnamese(bare: Shell, typed: str) -> None:
    answer = bare.run(*typed.split())
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("cách dùng: ")
    assert "Sai cách gọi lệnh: " in answer.err
    message = answer.err.rpartition("Sai cách gọi lệnh: ")[2]
    own = {word for name in COMMANDS for word in name.split()} | {"outgoing"}
    assert not words(message) & ENGLISH - own, message
