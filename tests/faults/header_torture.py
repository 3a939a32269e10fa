"""Torn, flipped and forged halves of the header, thousands of them.

The header is tortured through `read`, `unlock` and `prove` only, and through whatever fields its
JSON has, so that a new format is tortured as the old one was.
"""

from __future__ import annotations

import copy
import hashlib
import itertools
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bmnn_desktop import paths
from bmnn_desktop.errors import KnownError
from bmnn_desktop.store import canonical, header
from bmnn_desktop.store.header import Header
from tests.faults.vaults import CHEAP, LOGIN, PASSPHRASE, build

OTHER = "bay tam chin muoi muoi mot"
A, B = paths.HEADERS
_SECTOR = 512
_MOST_FLIPS = 8


@dataclass
class Report:
    """How the states ended: what opened, what was refused, and what must not be."""

    ended: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def states(self) -> int:
        """Return how many states there were."""
        return self.ended.total()


@dataclass
class Rack:
    """One vault, the headers it has had, and what unlocks each."""

    place: Path
    root: bytes
    headers: list[Header]
    foreign: Header  # of another vault, with the same login and passphrase
    is_single: bool = False  # the control: a program that keeps one half only
    damaged: tuple[str, ...] = ()

    @classmethod
    def build(cls, room: Path) -> Rack:
        """Found two vaults and change the first one's header in several ways."""
        sample, other = build(room / "rack", 0), build(room / "foreign", 0)
        first = header.read(sample.place).header
        root, seed, slot = first.unlock(LOGIN, PASSPHRASE)
        second = _next(
            first.with_passphrase(LOGIN, slot.signer, OTHER, CHEAP, root=root, seed=seed), first
        )
        third = _next(
            second.with_passphrase("hung", slot.signer, OTHER, CHEAP, root=root, seed=seed), second
        )
        fourth = _next(third.with_recovery(2, sample.recovery.key, root), third)
        return cls(
            sample.place,
            root,
            [first, second, third, fourth],
            header.read(other.place).header,
        )

    def lay(self, one: bytes, other: bytes) -> None:
        """Put both halves down."""
        (self.place / A).write_bytes(one)
        (self.place / B).write_bytes(b"" if self.is_single else other)

    def opens(self) -> Header | None:
        """Open as opening a vault does, mend, and return the header; None for a refusal."""
        try:
            halves = header.read(self.place)
        except KnownError:
            return None
        for passphrase in (PASSPHRASE, OTHER):
            try:
                root = halves.header.unlock(LOGIN, passphrase)[0]
                halves.prove(root)
            except KnownError:
                continue
            damaged = halves.damaged(root)
            header.write(self.place, halves.header, root, damaged)
            self.damaged = damaged
            return halves.header
        return None

    def judge(self, report: Report, what: str, one: bytes, other: bytes, *, whole: bool) -> None:
        """Lay a state and see how it ends; `whole`: it must open."""
        self.lay(one, other)
        try:
            found = self.opens()
        except Exception as error:  # noqa: BLE001  (whatever it is, no user may meet it)
            report.ended["bug"] += 1
            report.wrong.append(f"{what}: {type(error).__name__}: {error}")
            return
        if found is None:
            report.ended["refused"] += 1
            if whole:
                report.wrong.append(f"{what}: locked out")
            return
        if found not in self.headers:
            report.wrong.append(f"{what}: a header that nobody wrote was accepted")
        right = found.half(self.root)
        should = {name for name, raw in ((A, one), (B, other)) if raw != right}
        report.ended["mended" if should else "opened"] += 1
        if should != set(self.damaged):
            report.wrong.append(f"{what}: {sorted(should)} damaged, {self.damaged} told")
        if any((self.place / name).read_bytes() != right for name in paths.HEADERS):
            report.wrong.append(f"{what}: not mended")


def torn_write(rack: Rack, report: Report, dice: random.Random) -> None:
    """Let the power fail in one half of an update, its sectors kept or dropped at random."""
    number = dice.randrange(len(rack.headers) - 1)
    old, new = (one.half(rack.root) for one in rack.headers[number : number + 2])
    torn = _torn(old, new, dice)
    if dice.randrange(2):
        rack.judge(report, "torn keys.a", torn, old, whole=True)
    else:
        rack.judge(report, "torn keys.b", new, torn, whole=True)


def every_cut(rack: Rack, step: int = 1) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield every byte at which either half's write may be cut."""
    for before, after in itertools.pairwise(rack.headers):
        old, new = before.half(rack.root), after.half(rack.root)
        for cut in range(0, max(len(old), len(new)) + 1, step):
            torn = new[:cut] + old[cut:]
            yield f"keys.a cut at {cut}", torn, old
            yield f"keys.b cut at {cut}", new, torn


def flips(rack: Rack, report: Report, dice: random.Random) -> None:
    """Flip some bits of one half or of both."""
    raw = dice.choice(rack.headers).half(rack.root)
    where = dice.choice((A, B, "both"))
    count = dice.choice((1, 1, 1, dice.randrange(1, _MOST_FLIPS + 1)))
    one = _flipped(raw, count, dice) if where in (A, "both") else raw
    other = _flipped(raw, count, dice) if where in (B, "both") else raw
    rack.judge(report, f"{count} bits of {where}", one, other, whole=where != "both")


def forgery(rack: Rack, report: Report, dice: random.Random) -> None:
    """Change a field, remake the SHA-256 and lay it down as one half or as both."""
    genuine = dice.choice(rack.headers)
    raw = genuine.half(rack.root)
    outer = json.loads(raw)
    what = _forge(rack, outer, dice)
    plain = canonical.dump(outer["body"])
    if plain == canonical.dump(json.loads(raw)["body"]):
        return
    outer["sha256"] = hashlib.sha256(plain.encode()).hexdigest()
    forged = json.dumps(outer).encode()
    one, other = dice.choice(((forged, forged), (forged, raw), (raw, forged)))
    rack.judge(report, f"forged: {what}", one, other, whole=False)


def run(room: Path, size: int, dice: random.Random, *, is_single: bool = False) -> Report:
    """Torture `size` states: half of them torn, the rest flipped and forged."""
    rack, report = Rack.build(room), Report()
    rack.is_single = is_single
    cuts = list(every_cut(rack))
    for what, one, other in dice.sample(cuts, min(len(cuts), size // 4)):
        rack.judge(report, what, one, other, whole=True)
    tortures = (torn_write, flips, forgery)
    while report.states < size:
        dice.choice(tortures)(rack, report, dice)
    return report


def _next(made: Header, before: Header) -> Header:
    """Return `made` as the header after `before`, whoever counts the sequence."""
    if made.sequence > before.sequence:
        return made
    return Header(
        **{name: getattr(made, name) for name in Header.__slots__ if name != "sequence"},
        sequence=before.sequence + 1,
    )


def _torn(old: bytes, new: bytes, dice: random.Random) -> bytes:
    length = dice.choice((len(old), len(new), dice.randrange(len(new) + 1)))
    drawn = bytearray()
    for start in range(0, max(len(old), len(new)), _SECTOR):
        sector = slice(start, start + _SECTOR)
        drawn += dice.choice((old, new, new))[sector].ljust(_SECTOR, b"\0")
    return bytes(drawn[:length])


def _flipped(raw: bytes, count: int, dice: random.Random) -> bytes:
    drawn = bytearray(raw)
    for _ in range(count):
        drawn[dice.randrange(len(drawn))] ^= 1 << dice.randrange(8)
    return bytes(drawn)


def _forge(rack: Rack, outer: dict[str, Any], dice: random.Random) -> str:
    """Change the body in place and tell what was done."""
    body = outer["body"]
    kind = dice.randrange(6)
    if kind == 0:
        one, other = dice.sample(range(len(body["slots"])), 2)
        name = dice.choice(sorted(set(body["slots"][one]) & set(body["slots"][other])))
        slots = body["slots"]
        slots[one][name], slots[other][name] = slots[other][name], slots[one][name]
        return f"{name} of two slots swapped"
    if kind == 1:
        foreign = rack.foreign.body()["slots"]
        assert isinstance(foreign, list)
        body["slots"][dice.randrange(len(body["slots"]))] = copy.deepcopy(dice.choice(foreign))
        return "slot of another vault"
    if kind == 2:
        older = json.loads(rack.headers[0].half(rack.root))["body"]
        body.update(older | {"sequence": body["sequence"] + dice.randrange(1, 9)})
        return "older half with a newer number"
    if kind == 3:
        slot = next(slot for slot in body["slots"] if slot["kdf"])
        slot["kdf"][dice.choice(sorted(slot["kdf"]))] = dice.choice(
            (0, 1, -1, 8, 2**20 + 1, 2**31, 2**64, "x", None, 1.5)
        )
        return "another cost"
    if kind == 4:
        outer["hmac"] = dice.choice(("", None, "đ" * 64, "\ud800", outer["hmac"].upper()))
    holder, key = dice.choice(list(_fields(body)))
    holder[key] = _changed(holder[key], dice)
    return f"field {key}"


def _fields(value: object) -> Iterator[tuple[Any, Any]]:
    """Yield each place in the body where a plain value stands."""
    pairs: list[tuple[object, object]] = []
    if isinstance(value, dict):
        pairs = list(value.items())
    elif isinstance(value, list):
        pairs = list(enumerate(value))
    for key, inner in pairs:
        if isinstance(inner, (dict, list)) and inner:
            yield from _fields(inner)
        yield value, key


def _changed(value: object, dice: random.Random) -> object:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return dice.choice((value + 1, value - 1, 0, 2**63, -value))
    if isinstance(value, str) and value:
        place = dice.randrange(len(value))
        return value[:place] + ("0" if value[place] != "0" else "1") + value[place + 1 :]
    return dice.choice((None, [], {}, "00", 7, 1.0))
