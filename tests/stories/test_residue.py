"""Nothing is left behind: after a whole session no file, no log and no memory holds a secret."""

from __future__ import annotations

import base64
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.house.tree import ROOT
from tests.stories.residue import Sentinels, files_under, hits, memory_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
]

_COUNT = 50
_DOCUMENTS = 9
_SPOOLS = ("/dev/shm", "/var/spool", "/var/tmp", "/var/log", "/run/user")  # noqa: S108


@dataclass
class Session:
    """What the session left, and what was seen in its memory on the way."""

    home: Path
    printed: Path
    started: float
    sentinels: Sentinels
    before: set[str]
    after: set[str]
    limits: tuple[str, str]

    def left(self) -> Iterator[Path]:
        """Yield every file that the session may have touched, but for the printed sheets."""
        yield from files_under([self.home], but=[self.printed])
        for path in files_under(Path(place) for place in _SPOOLS):
            try:
                if path.stat().st_mtime >= self.started:
                    yield path
            except OSError:
                continue


def given(sentinels: Sentinels) -> dict[str, Any]:
    """Return what is typed, said and named during the day: 50 sentinels in all."""
    fields = ("number", "subject", "signer", "recipient", "note")
    words: dict[str, Any] = {
        "passphrase": f"mot cau dai {sentinels.new()}",
        "org": f"UBND xã {sentinels.new()}",
        "name": f"Trần Thị {sentinels.new()}",
        "reason": f"Ghi trùng {sentinels.new()}",
        "documents": [
            {name: f"{name[:2]} {sentinels.new()}" for name in fields} for _ in range(_DOCUMENTS)
        ],
    }
    words["org"] += f" {sentinels.new()}"
    return words


def _environment(home: Path) -> dict[str, str]:
    """Return an environment in which every place to leave something is below `home`."""
    places = {
        "HOME": home,
        "TMPDIR": home / "tmp",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_STATE_HOME": home / "state",
        "XDG_RUNTIME_DIR": home / "run",
    }
    for place in places.values():
        place.mkdir(mode=0o700, exist_ok=True)
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("XDG_")},
        **{name: str(place) for name, place in places.items()},
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONFAULTHANDLER": "1",
    }


def _wait(driver: subprocess.Popen[bytes], what: str, is_so: Any) -> None:  # noqa: ANN401
    end = time.monotonic() + 180
    while not is_so():
        assert driver.poll() is None, f"ended before {what}: {driver.returncode}"
        assert time.monotonic() < end, what
        time.sleep(0.05)


def _seen(sentinels: Sentinels, process: int) -> set[str]:
    found: set[str] = set()
    for piece in memory_of(process):
        found |= sentinels.whole_in(piece)
        found |= {f"({how})" for how in sentinels.seen_in(piece)}
    return found


def _core_limit(process: int) -> str:
    limits = Path(f"/proc/{process}/limits").read_text(encoding="utf-8")
    found = re.search(r"Max core file size +(\S+ +\S+)", limits)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    """Live through the day and through the lock; look into the process before and after."""
    room = tmp_path_factory.mktemp("residue")
    home, sentinels = room / "home", Sentinels()
    for place in (home, home / "printed", home / "medium", home / "cwd"):
        place.mkdir()
    words = room / "given.json"
    words.write_text(json.dumps(given(sentinels)), encoding="utf-8")
    assert len(sentinels.made) == _COUNT
    started = time.time()
    with (home / "stdout").open("wb") as out, (home / "stderr").open("wb") as err:
        driver = subprocess.Popen(
            [sys.executable, "-m", "tests.stories.residue_session", str(words), str(home)],
            cwd=home / "cwd",
            env=_environment(home),
            stdout=out,
            stderr=err,
        )
    try:
        _wait(driver, "the day", lambda: b"ready" in (home / "stdout").read_bytes())
        before, limit = _seen(sentinels, driver.pid), _core_limit(driver.pid)
        (home / "go").touch()
        command, maps = (Path(f"/proc/{driver.pid}/{name}") for name in ("cmdline", "maps"))
        _wait(driver, "the lock", lambda: b"bmnn_desktop\0--vault" in command.read_bytes())
        _wait(driver, "the door", lambda: b"libQt6Widgets" in maps.read_bytes())
        time.sleep(2)  # into its event loop
        after = _seen(sentinels, driver.pid)
        limits = (limit, _core_limit(driver.pid))
        driver.send_signal(signal.SIGSEGV)  # as a crash that would dump
        driver.wait(timeout=30)
        yield Session(home, home / "printed", started, sentinels, before, after, limits)
    finally:
        if driver.poll() is None:
            driver.kill()
            driver.wait()


def test_no_file_holds_a_secret(session: Session) -> None:
    left = list(session.left())
    ours = (path for path in left if session.home in path.parents)
    names = {path.relative_to(session.home).as_posix() for path in ours}
    assert {"vault/register.db", "vault/keys.a", "vault/attempts", "stdout", "stderr"} <= names
    assert any(name.startswith("medium/") for name in names)
    assert (session.printed / "so.pdf").exists()
    assert hits(session.sentinels, left) == []


def test_no_core_file_is_left_and_none_may_be(session: Session) -> None:
    assert [path for path in session.left() if re.match(r"core(\.|$)", path.name)] == []
    assert [limit.split() for limit in session.limits] == [["0", "0"], ["0", "0"]]


def test_what_a_crash_shows_and_logs_is_a_code(session: Session) -> None:
    told = (session.home / "stderr").read_text(encoding="utf-8", errors="replace")
    codes = re.findall(r"^Lỗi chương trình: (.*)$", told, re.MULTILINE)
    assert len(codes) == 2
    assert all(re.fullmatch(r"ValueError [\w.]+:\d+", code) for code in codes), codes
    shown = re.findall(r"shown: (.*)", (session.home / "stdout").read_text(encoding="utf-8"))
    assert shown == codes


def test_the_open_window_does_hold_them_in_memory(session: Session) -> None:
    whole = session.before & set(session.sentinels.made)
    assert len(whole) > _COUNT // 2


def test_after_the_lock_no_memory_holds_a_secret(session: Session) -> None:
    assert session.after == set()


def test_a_planted_file_is_found_in_each_encoding(tmp_path: Path) -> None:
    sentinels = Sentinels()
    word = sentinels.new()
    ways = {
        "UTF-8": word.encode(),
        "UTF-16": word.encode("utf-16-le"),
        "UTF-16 upper": word.upper().encode("utf-16-le"),
        "upper": word.upper().encode(),
        "hex": word.encode().hex().encode(),
        "hex upper": word.encode().hex().upper().encode(),
        **{f"base64 at {n}": base64.b64encode(b"x" * n + word.encode() + b"yz") for n in range(3)},
    }
    assert set(ways) == set(sentinels.patterns())
    for number, raw in enumerate(ways.values()):
        (tmp_path / f"{number}").write_bytes(b"before" + raw + b"after")
    (tmp_path / sentinels.new()).touch()
    found = hits(sentinels, files_under([tmp_path]))
    for number, how in enumerate(ways):
        assert f"{tmp_path / str(number)}: {how}" in found
    assert f"{tmp_path / sentinels.made[1]}: UTF-8" in found
    assert hits(Sentinels(), files_under([tmp_path])) == []
