"""The command line as a process: streams that are closed, full or foreign, and Ctrl+C."""

from __future__ import annotations

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bmnn_desktop.services.list_documents import list_ids
from tests.cli.terminal import lines, write_secret
from tests.faults.vaults import copy_vault
from tests.house.tree import ROOT
from tests.services.offices import PASSPHRASE, cheap_wiring, found

PROGRAM = [sys.executable, "-m", "tests.cli.cheap"]


@pytest.fixture
def words(tmp_path: Path) -> list[str]:
    """Found a vault; return the program with the words that open it."""
    office, _sheet = found(tmp_path / "vault")
    office.close()
    secret = write_secret(tmp_path / "passphrase.txt", PASSPHRASE)
    opening = ["--vault", str(tmp_path / "vault"), "--passphrase-file", str(secret)]
    return [*PROGRAM, *opening]


def count(tmp_path: Path) -> int:
    """Return how many documents the vault holds, which must open."""
    office = cheap_wiring().gate(tmp_path / "vault").unlock("giu-so", PASSPHRASE)
    try:
        return len(office.read(list_ids, "outgoing").result())
    finally:
        office.close()


def run(
    command: list[str] | str, stdin: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command if isinstance(command, list) else ["bash", "-c", command],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8", "en_US.ISO-8859-1"])
def test_vietnamese_goes_in_and_out_in_any_locale(words: list[str], locale: str) -> None:
    foreign = {"LC_ALL": locale} | ({"PYTHONIOENCODING": "latin-1"} if "8859" in locale else {})
    done = run(
        [*words, "--json", "document", "add", "outgoing"],
        lines({"doc_number": "05/QĐ-ĐẾN"}).encode(),
        foreign,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["added"][0]["doc_number"] == "05/QĐ-ĐẾN"
    refused = run([*words, "verify", "--anchor", "0"], b"", foreign)
    assert refused.returncode == 1
    assert refused.stderr.decode("utf-8").startswith("K506 Mã đối chiếu")


def test_a_place_whose_name_is_no_text_is_no_bug(words: list[str], tmp_path: Path) -> None:
    place = os.fsdecode(os.fsencode(tmp_path / "kho-") + b"\xff")
    copy_vault(tmp_path / "vault", Path(place))
    Path(f"{place}.medium").mkdir()
    opening = [*words, "--vault", place]
    for options in ([], ["--json"]):
        done = run([*opening, *options, "backup", "create", "--medium", f"{place}.medium"])
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"\\udcff" in done.stdout


def test_a_reader_that_leaves_is_no_bug(words: list[str], tmp_path: Path) -> None:
    many = lines(*[{"doc_number": f"{n}/X"} for n in range(60)]).encode()
    adding = shlex.join([*words, "document", "add", "outgoing"])
    done = run(f"{adding} | head -n 1; exit ${{PIPESTATUS[0]}}", many)
    assert done.stdout.count(b"\n") == 1
    assert done.returncode in {0, 1}
    assert not done.stderr if done.returncode == 0 else _is_lost(done.stderr)
    assert 1 <= count(tmp_path) <= 60


def _is_lost(stderr: bytes) -> bool:
    return re.fullmatch(r"K703 .*\.\n", stderr.decode()) is not None


def test_a_full_output_is_said_and_what_was_done_stays(words: list[str], tmp_path: Path) -> None:
    adding = shlex.join([*words, "document", "add", "outgoing"])
    done = run(f"{adding} > /dev/full", lines({}, {}).encode())
    assert done.returncode == 1
    assert _is_lost(done.stderr), done.stderr
    assert count(tmp_path) == 1


def test_closed_streams_are_no_bug(words: list[str], tmp_path: Path) -> None:
    listing = shlex.join([*words, "document", "list", "outgoing"])
    adding = shlex.join([*words, "document", "add", "outgoing"])
    assert run(f"{adding} >&-", lines({}).encode()).returncode == 0
    assert run(f"{adding} >&- 2>&-", b"{").returncode == 1
    silent = run(f"{adding} <&-")
    assert (silent.returncode, silent.stdout, silent.stderr) == (0, b"", b"")
    assert run(f"{listing} 2>&-").stdout.count(b"\n") == 1
    assert count(tmp_path) == 1


def test_ctrl_c_ends_with_a_sentence_and_what_was_said_is_kept(
    words: list[str], tmp_path: Path
) -> None:
    command = [*words, "document", "add", "outgoing"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        # A suite that a shell started in the background hands down a Ctrl+C that is ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(lines({}).encode())
        process.stdin.flush()
        assert process.stdout.readline() == b"01\t2026\t05/KH-UBND\n"
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        code = process.wait(20)
        assert time.monotonic() - began < 10
        error = process.stderr.read().decode()
    assert code == 1
    assert re.fullmatch(r"K702 .*\.\n", error), error
    assert count(tmp_path) == 1
    assert run([*words, "document", "list", "outgoing"]).returncode == 0
