"""The process that signs, under strace: no network, no file written but the counter, its own end.

The whole confirmation is a real one: the program asks, the second person signs apart, the entry
is checked and applied.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bmnn_desktop import paths
from bmnn_desktop.services.answer_proposal import answer_proposal
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.signed_apart import SignedApart, sign_command
from tests.house.tree import ROOT
from tests.services.offices import FakeClock
from tests.services.second_people import CHIEF, CHIEF_PASSPHRASE, TwoPeople, two_people
from tests.stories.test_silence import noise

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the filter is for Linux"),
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is missing"),
]

_CALL = re.compile(r"^(?:\d+ +)?(\w+)\((.*)\) += (\d+)")
_END = re.compile(r"^\+\+\+ (.*) \+\+\+$", re.MULTILINE)
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
_OPENS = ("open", "openat", "openat2")
_LOOKS = (
    *("access", "faccessat", "faccessat2", "stat", "lstat", "newfstatat", "statx", "readlink"),
    *(
        "readlinkat",
        "getcwd",
        "execve",
        "statfs",
        "chdir",
        "socket",
        "connect",
        "inotify_add_watch",
    ),
    *("getxattr", "lgetxattr"),
)
_PATIENCE = 60.0


def written(traces: str) -> set[str]:
    """Return what was opened for writing, made, moved or taken away; calls that failed are none."""
    found = set()
    for line in traces.splitlines():
        call = _CALL.match(line)
        if call is None or call[1] in _LOOKS:
            continue
        if call[1] in _OPENS and not re.search(r"O_(WRONLY|RDWR|CREAT|TRUNC|TMPFILE)", call[2]):
            continue
        found |= set(_PATH.findall(call[2])) or {line}
    return found


class Traced:
    """Starts the signing process under strace; what it did is read when it has ended by itself.

    The program kills what it started once it has its signature: that is a shell, and its pipes
    close, so that the signing process ends as it would have a moment later.
    """

    def __init__(self, room: Path) -> None:
        self._room = room
        self.home = room / "home"
        self.home.mkdir(parents=True)
        (room / "traces").mkdir()

    def command(self, *words: str) -> list[str]:
        """Return `words` under strace, in an environment whose every place is below `home`."""
        places = ("HOME", "TMPDIR", *(f"XDG_{what}_HOME" for what in ("CACHE", "CONFIG", "DATA")))
        settings = [f"{name}={self.home}" for name in places]
        settings += ["PYTHONDONTWRITEBYTECODE=1", "QT_QPA_PLATFORM=offscreen"]
        tracer = ["strace", "--seccomp-bpf", "-z", "-ff", "-o", str(self._room / "traces" / "t")]
        tracer += ["-e", "trace=%file,socket,connect,io_uring_setup,memfd_create"]
        run = 'env "$@"; exit $?'  # not the last command, else the shell becomes it
        return ["sh", "-c", run, "sh", *settings, *tracer, *words]

    def traces(self) -> str:
        """Wait for the end of every process and thread, and return all they did."""
        end = time.monotonic() + _PATIENCE
        while True:
            files = sorted((self._room / "traces").iterdir())
            texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
            if texts and all(
                re.search(r"^\+\+\+ .* \+\+\+$", text, re.MULTILINE) for text in texts
            ):
                return "\n".join(texts)
            assert time.monotonic() < end, [text[-200:] for text in texts]
            time.sleep(0.05)


@pytest.fixture
def people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TwoPeople]:
    monkeypatch.chdir(ROOT)
    both = two_people(tmp_path, FakeClock())
    yield both
    both.office.close()


@pytest.fixture
def traced(tmp_path: Path) -> Traced:
    return Traced(tmp_path / "apart")


def check(traced: Traced, people: TwoPeople, before: set[Path], code: int = 0) -> None:
    """Look at everything the process did and left."""
    traces = traced.traces()
    assert noise(traces) == []
    counter = str(people.office.place / paths.SIGN_ATTEMPTS)
    assert written(traces) <= {counter, "/dev/null"}
    assert counter in written(traces)  # the tracer saw it write
    assert set(_END.findall(traces)) == {f"exited with {code}"}
    assert files_of(people) == before
    assert list(traced.home.rglob("*")) == []


def files_of(people: TwoPeople) -> set[Path]:
    """Return the files of the vault, and those beside it but for the traces."""
    apart = people.home / "apart"
    return {path for path in people.home.rglob("*") if apart not in (path, *path.parents)}


@pytest.mark.parametrize("way", ["passphrase", "stick"])
def test_who_signs_by_files_opens_no_network_and_leaves_nothing(
    people: TwoPeople, traced: Traced, way: str
) -> None:
    if way == "stick":
        people.enrol()
    files = people.passphrase_files() if way == "passphrase" else people.stick_files()
    seq = people.strike_printed()
    before = files_of(people)
    second = people.apart(files, command=lambda _window: traced.command(*sign_command(False)))
    people.office.write(confirm_acts, [seq], second=second).result()
    check(traced, people, before)


@pytest.mark.slow
def test_who_signs_in_a_window_opens_no_network_and_leaves_nothing(
    people: TwoPeople, traced: Traced
) -> None:
    seq = people.propose()
    before = files_of(people)
    words = (sys.executable, "-m", "tests.gui.signing_hands", CHIEF_PASSPHRASE)
    second = SignedApart(
        people.office.place, CHIEF, command=lambda _window: traced.command(*words), patience=60
    )
    people.office.write(answer_proposal, seq, approve=True, second=second).result()
    assert people.symbol() == "UBND-VP"
    check(traced, people, before)


def test_the_checker_sees_a_file_and_a_socket(traced: Traced, tmp_path: Path) -> None:
    made = tmp_path / "made"
    code = "import os, socket, sys\n"
    code += "open(sys.argv[1], 'w').close(); os.rename(sys.argv[1], sys.argv[1] + '2')\n"
    code += "socket.socket(socket.AF_INET, socket.SOCK_DGRAM)"
    subprocess.run(traced.command(sys.executable, "-c", code, str(made)), check=True)
    traces = traced.traces()
    assert written(traces) == {str(made), f"{made}2"}
    (found,) = noise(traces)
    assert "AF_INET" in found
