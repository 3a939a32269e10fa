"""No network: whole sessions under strace, with and without the filter, and the filter itself."""

from __future__ import annotations

import errno
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from bmnn_desktop.store.entry import SIGNATURE_DOMAIN
from bmnn_desktop.store.keys import PublicKey, SigningKey
from bmnn_desktop.store.signature_batch import RECORDS, answer, record
from bmnn_desktop.store.signature_process import check_command
from tests.house.tree import ROOT

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the filter is for Linux")
needs_strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is missing")

_SESSION = [sys.executable, "-m", "tests.stories.session"]
_CALL = re.compile(r"^(?:\d+ +)?(socket|connect|io_uring_setup)\((.*)")


def noise(traces: str) -> list[str]:
    """Return the traced calls that are not about AF_UNIX."""
    found = []
    for line in traces.splitlines():
        call = _CALL.match(line)
        if call is None:
            continue
        family = {
            "socket": r"AF_UNIX,",
            "connect": r"\d+, \{sa_family=AF_UNIX,",
            "io_uring_setup": r"(?!)",
        }[call[1]]
        if not re.match(family, call[2]):
            found.append(line)
    return found


def run(*words: object, under: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*under, *_SESSION, *map(str, words)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def traced(tmp_path: Path, *words: object, attempts: bool) -> tuple[list[str], set[str]]:
    """Run a session under strace; return its noise and the libraries it had mapped.

    `attempts`: calls that failed count as well.
    """
    traces = tmp_path / "traces"
    traces.mkdir()
    under = ["strace", "--seccomp-bpf", "-ff", "-o", str(traces / "t")]
    under += ["-e", "trace=socket,connect,io_uring_setup", *([] if attempts else ["-z"])]
    done = run(*words, under=tuple(under))
    assert done.returncode == 0, done.stderr
    files = list(traces.iterdir())
    assert files
    text = "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files)
    assert "+++ exited with 0 +++" in text
    return noise(text), set(done.stdout.split())


@needs_strace
def test_the_command_line_opens_no_socket(tmp_path: Path) -> None:
    assert traced(tmp_path, "cli", tmp_path, attempts=False)[0] == []


@needs_strace
def test_without_its_filter_the_command_line_does_not_even_try(tmp_path: Path) -> None:
    assert traced(tmp_path, "--open", "cli", tmp_path, attempts=True)[0] == []


@needs_strace
def test_the_process_that_checks_signatures_opens_no_socket(tmp_path: Path) -> None:
    key = SigningKey(bytes(32))
    one = record(PublicKey(key.public), key.sign(SIGNATURE_DOMAIN + bytes(32)), bytes(32))
    traces = tmp_path / "t"
    trace = ("-e", "trace=socket,connect,io_uring_setup,prctl,seccomp")
    done = subprocess.run(
        ["strace", "-f", "-z", "-o", str(traces), *trace, *check_command()],
        cwd=ROOT,
        input=one * RECORDS,
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (0, answer(one * RECORDS))
    text = traces.read_text(encoding="utf-8")
    assert noise(text) == []
    assert "SECCOMP" in text  # its own filter: nobody gave it one


@needs_strace
def test_the_checker_catches_a_socket(tmp_path: Path) -> None:
    (found,) = traced(tmp_path, "--open", "forbidden", attempts=False)[0]
    assert "AF_INET" in found


def test_the_checker_knows_what_is_noise() -> None:
    quiet = [
        "socket(AF_UNIX, SOCK_STREAM, 0) = 3",
        '7 connect(3, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = 0',
        "+++ exited with 0 +++",
    ]
    loud = [
        "socket(AF_INET, SOCK_DGRAM, 0) = 3",
        "12345 socket(AF_INET6, SOCK_STREAM, 0) = 3",
        "socket(AF_NETLINK, SOCK_RAW, 0) = 3",
        "connect(3, {sa_family=AF_INET, sin_port=htons(631)}, 16) = 0",
        "io_uring_setup(8, {flags=0}) = 4",
    ]
    assert noise("\n".join(quiet + loud)) == loud


def test_the_filter_stops_what_the_checker_would_catch() -> None:
    done = run("forbidden")
    assert done.returncode != 0
    assert "PermissionError" in done.stderr


@needs_strace
@pytest.mark.slow
def test_the_window_opens_no_socket_and_maps_no_network_library(tmp_path: Path) -> None:
    found, libraries = traced(tmp_path, "window", tmp_path, attempts=False)
    assert found == []
    assert any(name.startswith("libQt6Widgets") for name in libraries)
    assert not {name for name in libraries if re.match(r"libQt6Network|QtNetwork|libssl", name)}


@needs_strace
@pytest.mark.slow
def test_without_its_filter_the_window_does_not_even_try(tmp_path: Path) -> None:
    assert traced(tmp_path, "--open", "window", tmp_path, attempts=True)[0] == []


@pytest.mark.slow
def test_the_window_works_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    unshare = ("unshare", "-n")
    if subprocess.run([*unshare, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("unshare is not allowed here")
    done = run("--open", "window", tmp_path, under=unshare)
    assert done.returncode == 0, done.stderr


# ── the filter itself ────────────────────────────────────────────────────────────────────────

_PROBE = """
import errno, os, socket, subprocess, sys
from bmnn_desktop import no_network
def filters():
    for line in open("/proc/self/status"):
        if line.startswith("Seccomp_filters"):
            return int(line.split()[1])
def answer(family):
    try:
        socket.socket(family, socket.SOCK_RAW if family == 17 else socket.SOCK_DGRAM).close()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "open"
before = filters()
no_network.enter()
once = filters()
no_network.enter()
print(once - before, filters() - once)
print(*(answer(int(family)) for family in sys.argv[1:]))
child = "import socket\\ntry: socket.socket(socket.AF_INET)\\nexcept OSError as e: print(e.errno)"
print(subprocess.run([sys.executable, "-c", child], capture_output=True, text=True).stdout.strip())
again = "from bmnn_desktop import no_network; no_network.enter()\\n"
again += "print(*[l.split()[1] for l in open('/proc/self/status') if l[:9] == 'Seccomp_f'])"
print(subprocess.run([sys.executable, "-c", again], capture_output=True, text=True).stdout.strip())
print(filters(), os.environ["CUPS_SERVER"])
import resource
print(*resource.getrlimit(resource.RLIMIT_CORE))
one, other = socket.socketpair()
one.send(b"x"); print(other.recv(1))
"""


def test_the_program_itself_puts_the_filter_on(tmp_path: Path) -> None:
    script = "import sys; from bmnn_desktop import __main__, no_network\n"
    script += f"sys.argv = ['x', '--vault', {str(tmp_path / 'none')!r}, 'verify']\n"
    script += "print(no_network.is_silent(), __main__.main(), no_network.is_silent())"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "False 1 True\n"


@pytest.fixture(scope="module")
def probed() -> list[str]:
    families = (socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET)
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            _PROBE,
            *(str(int(family)) for family in (*families, socket.AF_UNIX)),
        ],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_filter_is_put_on_once(probed: list[str]) -> None:
    assert probed[0] == "1 0"


def test_only_unix_sockets_are_left(probed: list[str]) -> None:
    assert probed[1].split() == ["EACCES"] * 4 + ["open"]


def test_a_child_inherits_the_filter_and_adds_none(probed: list[str]) -> None:
    assert probed[2] == str(errno.EACCES)
    own, cups = probed[4].split()
    assert (probed[3], cups) == (own, "/run/cups/cups.sock")


def test_there_is_no_core_dump_and_pairs_still_talk(probed: list[str]) -> None:
    assert probed[5:] == ["0 0", "b'x'"]
