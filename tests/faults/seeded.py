"""Faults put in on purpose, one at a time: each must turn a test red.

python -m tests.faults.seeded [NAME …] works on a copy of the tree and prints which tests noticed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.house.tree import ROOT

_COPIED = ("bmnn_desktop", "tests", "resources", "ui", "packaging", "pyproject.toml", "README.md")
_STORE = "bmnn_desktop/store"


@dataclass(frozen=True, slots=True)
class Seed:
    """A fault: in `file`, `new` stands for `old`, which is there once; `tests` must notice."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def put(self, root: Path) -> None:
        """Put the fault into the tree at `root`."""
        path = root / self.file
        sound = path.read_text(encoding="utf-8")
        if sound.count(self.old) != 1:
            msg = f"{self.name}: {self.old!r} stands {sound.count(self.old)} times in {self.file}"
            raise LookupError(msg)
        path.write_text(sound.replace(self.old, self.new), encoding="utf-8")


SEEDS: tuple[Seed, ...] = (
    Seed(
        "synchronous OFF",
        f"{_STORE}/connection.py",
        '"synchronous = EXTRA"',
        '"synchronous = OFF"',
        ("tests/store/test_guard.py", "tests/faults/test_power.py"),
    ),
    Seed(
        "synchronous NORMAL",
        f"{_STORE}/connection.py",
        '"synchronous = EXTRA"',
        '"synchronous = NORMAL"',
        ("tests/store/test_guard.py",),
    ),
    Seed(
        "triggers passed by REPLACE",
        f"{_STORE}/connection.py",
        '"recursive_triggers = ON"',
        '"recursive_triggers = OFF"',
        ("tests/store/test_guard.py", "tests/store/test_append_only.py"),
    ),
    Seed(
        "no authorizer",
        f"{_STORE}/connection.py",
        "    connection.set_authorizer(authorizer)\n",
        "",
        ("tests/store/test_guard.py",),
    ),
    Seed(
        "no MAC of the header",
        f"{_STORE}/header.py",
        "if not any(hmac.compare_digest(expected, mac) for mac in given):",
        "if False:",
        ("tests/store/test_header.py",),
    ),
    Seed(
        "a counter taken away forgiven",
        f"{_STORE}/attempts.py",
        "if self._is_expected else Record(0",
        "if False else Record(0",
        ("tests/store/test_tampering.py",),
    ),
    Seed(
        "a counter put back believed",
        f"{_STORE}/attempts.py",
        "abs(changed - written) > TOLERANCE",
        "False",
        ("tests/store/test_tampering.py", "tests/faults/test_guessing.py"),
    ),
    Seed(
        "an older counter of the second signature believed",
        f"{_STORE}/tampering.py",
        "if found.tampering is Tampering.NONE and known not in (None, found.mark, found.before):",
        "if False:",
        ("tests/store/test_tampering.py",),
    ),
    Seed(
        "a slot bound to nothing",
        f"{_STORE}/slots.py",
        'fields = {**self.plain(), "store": store.hex()}',
        "fields: dict[str, object] = {}",
        ("tests/store/test_header.py", "tests/store/test_opening.py"),
    ),
    Seed(
        "a root key boxed by anybody",
        f"{_STORE}/opening.py",
        "if active[signer.row] != signer.key.public:",
        "if False:",
        ("tests/store/test_opening.py",),
    ),
    Seed(
        "the role ignored",
        "bmnn_desktop/services/session.py",
        "if role not in self.roles:",
        "if False:",
        ("tests/services",),
    ),
    Seed(
        "an act of two done by one",
        f"{_STORE}/journal.py",
        "if rights.needs_two(act.action):",
        "if False:",
        ("tests/store/test_second_person.py", "tests/store/test_forged_second_person.py"),
    ),
    Seed(
        "the same, unnoticed at verification",
        f"{_STORE}/replay.py",
        "if self._is_graded() and rights.needs_two(entry.action):",
        "if False:",
        ("tests/store/test_second_person.py", "tests/store/test_forged_second_person.py"),
    ),
    Seed(
        "a stale approval accepted",
        f"{_STORE}/journal.py",
        "return (row_digest(dict(current)) if current else None) != change.replaces",
        "return False",
        ("tests/store/test_second_person.py", "tests/store/test_forged_second_person.py"),
    ),
    Seed(
        "self-approval",
        f"{_STORE}/journal.py",
        "return one == other or bool(found)",
        "return False",
        ("tests/store/test_second_person.py", "tests/store/test_forged_second_person.py"),
    ),
    Seed(
        "anybody confirms",
        f"{_STORE}/rights.py",
        "return action not in BRINGS_ITS_KEY and bool(found[2] and found[3])",
        "return True",
        ("tests/store/test_second_person.py", "tests/store/test_forged_second_person.py"),
    ),
    Seed(
        "signatures not checked",
        f"{_STORE}/keys.py",
        "        except InvalidSignature:\n            return False",
        "        except InvalidSignature:\n            return True",
        ("tests/store/test_verify.py", "tests/store/test_forged_second_person.py"),
    ),
    Seed(
        "a backup not sealed to whoever confirms",
        "bmnn_desktop/services/create_backup.py",
        " + [identity.recipient_of_public(one.public) for one in people]",
        "",
        ("tests/services/test_backup_openers.py",),
    ),
    Seed(
        "a key taken away still opens backups",
        f"{_STORE}/backup_readers.py",
        "s.retired = 0 AND s.is_stick = 0 AND p.revoked_on IS NULL",
        "s.is_stick = 0",
        ("tests/services/test_backup_openers.py",),
    ),
    Seed(
        "whoever confirms no longer still opens backups",
        f"{_STORE}/backup_readers.py",
        "    AND instr(p.roles, 'confirmer') ORDER BY s.id",
        "    ORDER BY s.id",
        ("tests/services/test_backup_openers.py",),
    ),
    Seed(
        "a number dealt twice",
        f"{_STORE}/volumes.py",
        "return next_number(volume.first_no, last_number(rows, volume.book, volume.year))",
        "return last_number(rows, volume.book, volume.year) or volume.first_no",
        ("tests/services/test_add_document.py",),
    ),
)


def notice(seed: Seed, room: Path) -> str:
    """Put the fault into a copy of the tree and return the tests' last line; "" when all pass."""
    root = room / "tree"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, root / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, root / name)
    seed.put(root)
    command = [sys.executable, "-m", "pytest", "-q", "-x", *seed.tests]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stdout + done.stderr)  # the tests did not even run
    failed = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    return next(iter(failed), "")


def main(names: list[str]) -> int:
    """Try the faults of these names, all without any; return 1 when one went unnoticed."""
    unnoticed = 0
    with tempfile.TemporaryDirectory() as room:
        for seed in SEEDS:
            if names and seed.name not in names:
                continue
            found = notice(seed, Path(room))
            unnoticed += not found
            print(f"{seed.name}: {found or 'UNNOTICED'}", flush=True)
    return int(bool(unnoticed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
