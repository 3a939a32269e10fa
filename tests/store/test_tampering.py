"""A counter that was tampered with costs the longest wait, is told once and journalled."""

from __future__ import annotations

import contextlib
import json
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from bmnn_desktop import paths
from bmnn_desktop.errors import AttemptsTampered, DiskFull, NotAllowed, WrongPassphrase
from bmnn_desktop.store import attempts as counting
from bmnn_desktop.store import header, opening, settings
from bmnn_desktop.store.attempts import LONGEST_WAIT, TOLERANCE, Attempts
from bmnn_desktop.store.journal import Journal
from bmnn_desktop.wiring import Wiring
from tests.faults.guessing import seconds_left
from tests.faults.vaults import CHEAP, LOGIN, PASSPHRASE, Sample, founding, run_here
from tests.store.openings import Computer, told, unlock

OLD = Path(__file__).resolve().parent.parent / "vaults"


@pytest.fixture
def computer() -> Computer:
    return Computer()


@pytest.fixture
def place(sample: Sample, computer: Computer) -> Path:
    """Give a vault that was opened on this computer."""
    assert told(sample.place, computer) == ((), [])
    return sample.place


def file(place: Path) -> Path:
    return place / paths.ATTEMPTS


def put_back(file: Path, raw: bytes) -> None:
    time.sleep(TOLERANCE / 1e9 + 0.02)
    file.write_bytes(raw)


def rename_back(file: Path, raw: bytes) -> None:
    other = file.with_name("other")
    other.write_bytes(raw)
    time.sleep(TOLERANCE / 1e9 + 0.02)
    other.rename(file)


def touch(file: Path, _raw: bytes) -> None:
    time.sleep(TOLERANCE / 1e9 + 0.02)
    file.chmod(0o600)


BYPASSES: dict[str, tuple[Callable[[Path, bytes], object], str]] = {
    "deleted": (lambda file, _raw: file.unlink(), "missing"),
    "emptied": (lambda file, _raw: file.write_bytes(b""), "damaged"),
    "another format": (
        lambda file, _raw: file.write_bytes(b'{"count": 0, "boot": "", "since": 0}'),
        "foreign",
    ),
    "put back": (put_back, "foreign"),
    "put back by its name": (rename_back, "foreign"),
    "touched": (touch, "foreign"),
}


@pytest.mark.parametrize(("bypass", "what"), BYPASSES.values(), ids=BYPASSES)
def test_a_bypass_waits_longest_and_is_told_and_journalled_once(
    place: Path, computer: Computer, bypass: Callable[[Path, bytes], object], what: str
) -> None:
    before = file(place).read_bytes()
    with pytest.raises(WrongPassphrase):
        unlock(place, computer, "sai het roi nhe ban")
    bypass(file(place), before)
    with pytest.raises(AttemptsTampered) as refused:
        unlock(place, computer)
    assert refused.value.facts["seconds"] == LONGEST_WAIT
    computer.seconds += LONGEST_WAIT - 1
    with pytest.raises(AttemptsTampered):
        unlock(place, computer)
    computer.seconds += 1
    with pytest.raises(WrongPassphrase):  # it is remembered over a failure, and waits again
        unlock(place, computer, "sai het roi nhe ban")
    computer.seconds += LONGEST_WAIT
    notices, acts = told(place, computer)
    assert len(notices) == 1
    assert "Tệp đếm số lần nhập sai" in notices[0]
    assert acts == [what]
    assert told(place, computer) == ((), [what])


@pytest.mark.parametrize(("bypass", "what"), BYPASSES.values(), ids=BYPASSES)
@pytest.mark.parametrize("tried", [False, True], ids=["not tried", "tried"])
def test_a_bypass_at_the_second_signature_is_told_and_journalled_once_and_still_waits(
    place: Path,
    computer: Computer,
    bypass: Callable[[Path, bytes], object],
    what: str,
    *,
    tried: bool,
) -> None:
    def signing() -> Attempts:
        """Return the counter as a new signing process sees it."""
        return Attempts(place, computer, paths.SIGN_ATTEMPTS, is_expected=True)

    signs = place / paths.SIGN_ATTEMPTS
    before = signs.read_bytes()
    signing().begin()
    bypass(signs, before)
    if tried:  # refused, waited for, and the secret is right: it is still told
        with pytest.raises(AttemptsTampered):
            signing().begin()
        computer.seconds += LONGEST_WAIT
        signing().begin()
        signing().succeed()
        assert seconds_left(signing()) == 0
    notices, acts = told(place, computer)
    assert len(notices) == 1
    assert "khi người thứ hai xác nhận" in notices[0]
    assert acts == [what]
    assert seconds_left(signing()) == (0 if tried else LONGEST_WAIT)
    assert told(place, computer) == ((), [what])
    assert seconds_left(signing()) == (0 if tried else LONGEST_WAIT)


def test_a_disk_too_full_to_journal_it_tells_it_the_next_time(
    place: Path, computer: Computer
) -> None:
    (place / paths.SIGN_ATTEMPTS).unlink()
    with mock.patch.object(Journal, "write", side_effect=DiskFull):
        vault = unlock(place, computer)
        vault.close()
    assert vault.notices == ()
    notices, acts = told(place, computer)
    assert len(notices) == 1
    assert acts == ["missing"]


def test_failures_alone_are_no_tampering(place: Path, computer: Computer) -> None:
    for _ in range(4):
        with pytest.raises(WrongPassphrase):
            unlock(place, computer, "sai het roi nhe ban")
    assert told(place, computer) == ((), [])


def forged(place: Path, raw: bytes, name: str = paths.ATTEMPTS) -> None:
    """Write a record with the right moment, as one does who knows the format."""
    record = json.loads(raw) | {"written": time.time_ns()}
    (place / name).write_bytes(json.dumps(record).encode().ljust(512))


def test_a_record_of_an_earlier_session_with_a_forged_moment_is_known_by_its_mark(
    place: Path, computer: Computer
) -> None:
    before = file(place).read_bytes()
    assert told(place, computer) == ((), [])
    forged(place, before)
    with pytest.raises(WrongPassphrase):
        unlock(place, computer, "sai het roi nhe ban")
    notices, acts = told(place, computer)
    assert len(notices) == 1
    assert acts == ["older"]


@pytest.mark.parametrize("sessions", [1, 3])
def test_the_second_signatures_counter_of_an_earlier_session_is_known_by_its_mark_as_well(
    place: Path, computer: Computer, sessions: int
) -> None:
    signs = place / paths.SIGN_ATTEMPTS
    before = signs.read_bytes()
    for _ in range(sessions):
        assert told(place, computer) == ((), [])
    for _ in range(3):  # five guesses, the old file again, five guesses …
        for _ in range(counting.FREE):
            Attempts(place, computer, paths.SIGN_ATTEMPTS, is_expected=True).begin()
        forged(place, before, paths.SIGN_ATTEMPTS)
    notices, acts = told(place, computer)
    assert len(notices) == 1
    assert "khi người thứ hai xác nhận" in notices[0]
    assert acts == ["older"]
    signing = Attempts(place, computer, paths.SIGN_ATTEMPTS, is_expected=True)
    assert seconds_left(signing) == LONGEST_WAIT  # guessing gained nothing
    assert told(place, computer) == ((), ["older"])


def test_what_is_counted_at_the_second_signature_stays_over_an_opening(
    place: Path, computer: Computer
) -> None:
    for _ in range(counting.FREE + 1):
        signing = Attempts(place, computer, paths.SIGN_ATTEMPTS, is_expected=True)
        computer.seconds += seconds_left(signing)
        signing.begin()
    wait = seconds_left(signing)
    assert wait > 0
    assert told(place, computer) == ((), [])
    assert seconds_left(signing) == wait


def test_what_a_forger_of_the_newest_record_gains_is_known_and_said(
    place: Path, computer: Computer
) -> None:
    """The limit that the module's docstring admits; if it ever fails, mend the docstring."""
    forged(place, file(place).read_bytes())
    assert told(place, computer) == ((), [])
    assert "leaves no trace" in " ".join((counting.__doc__ or "").replace("\n", " ").split())


def test_a_program_killed_before_the_journal_tells_it_the_next_time(
    place: Path, computer: Computer
) -> None:
    file(place).unlink()
    with pytest.raises(AttemptsTampered):
        unlock(place, computer)
    computer.seconds += LONGEST_WAIT
    with (
        mock.patch.object(opening, "settle", side_effect=KeyboardInterrupt),
        pytest.raises(KeyboardInterrupt),
    ):
        unlock(place, computer)
    notices, acts = told(place, computer)
    assert len(notices) == 1
    assert acts == ["missing"]


def test_founding_makes_the_file_and_a_vault_never_opened_misses_it(
    sample: Sample, room: Path, computer: Computer
) -> None:
    assert header.read(sample.place).header.counted
    gate = Wiring(kdf=CHEAP, boot=computer).gate(room / "new")
    founded = gate.found(founding())
    assert founded.office.notices == ()
    founded.office.close()
    file(room / "new").unlink()
    with pytest.raises(AttemptsTampered):
        gate.unlock(LOGIN, PASSPHRASE)
    refusal = gate.refusal()
    assert refusal is not None
    assert refusal.code == "K219"


@pytest.mark.parametrize("schema", ["schema-0001", "schema-0002"])
@pytest.mark.parametrize(
    "record", [None, b'{"count": 2, "boot": "boot 9", "since": 5}'.ljust(512)], ids=["none", "old"]
)
def test_a_vault_from_before_opens_once_without_alarm_and_is_counted_from_then_on(
    room: Path, schema: str, record: bytes | None
) -> None:
    place = Path(shutil.copytree(OLD / schema / "vault", room / "vault"))
    if record is not None:
        file(place).write_bytes(record)
    about = json.loads((OLD / schema / "about.json").read_text(encoding="utf-8"))
    passphrase = (OLD / schema / "passphrase.txt").read_text(encoding="utf-8").strip()
    gate = Wiring(kdf=CHEAP).gate(place)
    before = {name: (place / name).read_bytes() for name in paths.HEADERS}
    office = gate.unlock(about["login"], passphrase)
    office.close()
    (upgraded,) = office.notices
    assert "được nâng cấp" in upgraded
    office = gate.unlock(about["login"], passphrase)
    office.close()
    assert office.notices == ()
    # The header of before put back as well: its vault knows better.
    file(place).unlink()
    with pytest.raises(AttemptsTampered):
        gate.unlock(about["login"], passphrase)
    for name, raw in before.items():
        (place / name).write_bytes(raw)
    file(place).unlink()
    office = gate.unlock(about["login"], passphrase)
    office.close()
    # Of the door, and of the second signature: a header of that day starts its counter anew.
    assert len(office.notices) == 2


def test_a_copied_vault_is_a_foreign_one_but_for_a_rehearsal(
    place: Path, room: Path, computer: Computer
) -> None:
    time.sleep(TOLERANCE / 1e9 + 0.02)
    copy = Path(shutil.copytree(place, room / "copy"))
    with pytest.raises(AttemptsTampered):
        unlock(copy, computer)
    opening.copy_training(place, room / "rehearsal")
    assert told(room / "rehearsal", computer) == ((), [])
    Wiring(kdf=CHEAP).gate(room / "real").found(founding(training=False)).office.close()
    with pytest.raises(NotAllowed):
        opening.copy_training(room / "real", room / "second")


def test_a_place_without_change_times_raises_no_alarm(
    place: Path, computer: Computer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "_COARSE", 1)  # every time looks rounded
    assert told(place, computer) == ((), [])
    monkeypatch.undo()
    touch(file(place), b"")
    assert told(place, computer) == ((), [])


def test_a_program_killed_between_the_file_and_the_vault_raises_no_alarm(
    place: Path, computer: Computer
) -> None:
    for _ in range(3):
        with (
            mock.patch.object(settings, "put", side_effect=DiskFull),
            contextlib.suppress(DiskFull),
        ):
            unlock(place, computer).close()
    assert told(place, computer) == ((), [])
    for _ in range(3):
        with (
            mock.patch.object(opening, "settle", side_effect=KeyboardInterrupt),
            pytest.raises(KeyboardInterrupt),
        ):
            unlock(place, computer)
    assert told(place, computer) == ((), [])
    for counter in (paths.ATTEMPTS, paths.SIGN_ATTEMPTS):
        record = json.loads((place / counter).read_bytes())
        assert record["mark"] != record["before"] != ""


def test_the_moment_is_exact_where_the_place_keeps_it(place: Path) -> None:
    assert json.loads(file(place).read_bytes())["written"] > 0


def test_the_command_line_refuses_and_never_sleeps(place: Path) -> None:
    file(place).unlink()
    with mock.patch.object(time, "sleep", side_effect=AssertionError("slept")):
        ran = run_here(place, "verify")
    assert (ran.code, ran.err[:4]) == (1, "K219")


def test_a_directory_in_its_place_is_no_bug(place: Path, computer: Computer) -> None:
    file(place).unlink()
    file(place).mkdir()
    with pytest.raises(AttemptsTampered):
        unlock(place, computer)
    assert seconds_left(Attempts(place, computer)) == LONGEST_WAIT
