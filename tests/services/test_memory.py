"""After a second person signed, the program's memory holds nothing that he signs with."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from bmnn_desktop import program
from bmnn_desktop.services.show_to_second import show_proposal
from bmnn_desktop.services.signing_talk import Request, encode
from bmnn_desktop.store import header, keys, stick
from tests.house.tree import ROOT
from tests.services.offices import PASSPHRASE
from tests.services.second_people import CHIEF, CHIEF_PASSPHRASE, PIN, TwoPeople

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def memory(pid: int) -> bytes:
    """Return all that a process may have written."""
    found = []
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as mem:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights, *_rest = line.split()
            if "w" not in rights or "[v" in line:
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            mem.seek(start)
            try:
                while start < end and (part := mem.read(end - start)):
                    found.append(part)
                    start += len(part)
            except OSError:
                continue
    return b"\0".join(found)


def passphrase_secrets(place: Path, login: str, passphrase: str) -> dict[str, bytes]:
    """Return what a login's passphrase opens."""
    head = header.read(place).header
    _root, seed, slot = head.unlock(login, passphrase)
    assert slot.kdf is not None
    key = keys.passphrase_key(passphrase, slot.salt, slot.kdf)
    return {"passphrase": passphrase.encode(), "seed": seed, "slot key": key}


def stick_secrets(people: TwoPeople, row: int) -> dict[str, bytes]:
    """Return what a stick and its PIN open."""
    head = header.read(people.office.place).header
    secret = stick.read(people.stick_dir / stick.NAME, head.store).secret
    seed, slot = head.unlock_stick(CHIEF, row, PIN, secret)
    assert slot.kdf is not None
    key = keys.stick_key(PIN, slot.salt, slot.kdf, secret)
    return {"PIN": PIN.encode(), "seed": seed, "slot key": key, "key file": secret}


def held(secrets: dict[str, bytes], pid: int) -> set[str]:
    """Return which of the secrets a process holds, as bytes, hex or wide letters."""
    found = memory(pid)
    return {
        name
        for name, secret in secrets.items()
        if secret in found
        or secret.hex().encode() in found
        or (secret.isascii() and secret.decode().encode("utf-16-le") in found)
    }


def start(*words: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        list(map(str, words)), cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )


def files_for(people: TwoPeople, way: str) -> tuple[dict[str, bytes], tuple[Path, ...]]:
    if way == "passphrase":
        secrets = passphrase_secrets(people.office.place, CHIEF, CHIEF_PASSPHRASE)
        return secrets, people.passphrase_files().files
    return stick_secrets(people, people.enrol()), people.stick_files().files


@pytest.mark.parametrize("way", ["passphrase", "stick"])
def test_the_program_that_asked_holds_neither_secret_nor_seed(people: TwoPeople, way: str) -> None:
    secrets, files = files_for(people, way)
    place, own = people.office.place, people.secret("own.txt", PASSPHRASE)
    its_own = passphrase_secrets(place, "giu-so", PASSPHRASE)
    people.office.close()
    driver = start(sys.executable, "-m", "tests.services.second_driver", place, own, CHIEF, *files)
    assert driver.stdout is not None
    assert driver.stdin is not None
    try:
        assert driver.stdout.readline() == b"signed\n"
        assert held(secrets, driver.pid) == set()
        assert "seed" in held(its_own, driver.pid)  # the keeper's own: the search does find
    finally:
        driver.communicate(timeout=60)
    assert driver.returncode == 0


@pytest.mark.parametrize("way", ["passphrase", "stick"])
def test_the_process_that_signs_does_hold_them_while_it_asks(people: TwoPeople, way: str) -> None:
    """The control; and it leaves no core, and opens no network."""
    secrets, files = files_for(people, way)
    second = people.apart()
    asked = people.office.write(show_proposal, second, people.propose(), approve=True).result()
    child = start(*program.command("sign"))
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        child.stdin.write(encode(Request(people.office.place, CHIEF, asked, files).to_json()))
        child.stdin.flush()
        assert "ready" in json.loads(child.stdout.readline())
        # What the seed was opened with is soon written over; the seed it needs to the end.
        assert "seed" in held(secrets, child.pid)
        assert resource.prlimit(child.pid, resource.RLIMIT_CORE) == (0, 0)
        status = Path(f"/proc/{child.pid}/status").read_text()
        filters = Path("/proc/self/status").read_text()
        assert count_filters(status) == count_filters(filters) + 1
    finally:
        child.communicate(timeout=60)
    assert child.returncode == 1  # nobody gave it an entry to sign


def test_the_program_that_gives_a_stick_holds_neither_pin_nor_seed(people: TwoPeople) -> None:
    """The PIN is read, the seed made and the key file written by a process of its own."""
    place, own = people.office.place, people.secret("own.txt", PASSPHRASE)
    pin, phrase = people.secret("pin.txt", PIN), people.secret("chief.txt", CHIEF_PASSPHRASE)
    its_own = passphrase_secrets(place, "giu-so", PASSPHRASE)
    people.stick_dir.mkdir()
    people.office.close()
    words = (place, own, CHIEF, people.stick_dir, pin, phrase)
    driver = start(sys.executable, "-m", "tests.services.stick_driver", *words)
    assert driver.stdout is not None
    try:
        row = int(driver.stdout.readline())
        secrets = stick_secrets(people, row)
        assert held(secrets, driver.pid) == set()
        assert "seed" in held(its_own, driver.pid)  # the search does find
    finally:
        driver.communicate(timeout=60)
    assert driver.returncode == 0


def count_filters(status: str) -> int:
    return next(int(line.split()[1]) for line in status.splitlines() if "Seccomp_filters" in line)
