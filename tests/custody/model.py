"""A pure model of custody: who has which copy, in words of its own and without a database.

Written from what the law and a clerk say, not from the product's table: a copy is here, in
somebody's hands (signed for or not), with another body, taken out, not found, or gone for good.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

HERE, UNSIGNED, SIGNED, ON_THE_WAY, ELSEWHERE = "here", "unsigned", "signed", "way", "elsewhere"
OUTSIDE, NOT_FOUND, BACK, ARCHIVED, LOST = "out", "not found", "back", "archived", "lost"
GONE = (BACK, ARCHIVED, LOST)
INSIDE = (UNSIGNED, SIGNED, OUTSIDE)


@dataclass(frozen=True)
class Place:
    """Where a copy is: how, with whom, by which line of the transfer log, since when."""

    how: str = HERE
    who: str = ""
    line: int | None = None
    since: date = date.min


@dataclass
class Paper:
    """A document with its copies; `came`: from another body, which it may go back to."""

    came: bool
    announced: int = 0
    copies: dict[int, Place] = field(default_factory=dict)
    spoiled: int = 0
    made: set[int] = field(default_factory=set)  # copies that a copying order made
    struck: bool = False


@dataclass
class Line:
    """A line of the transfer log: what went out with it, when, and whether it was signed for."""

    copies: tuple[int, ...]
    handed: date
    signed: bool = False


@dataclass
class Model:
    """Every document, and every line of the transfer log by its number."""

    papers: dict[int, Paper] = field(default_factory=dict)
    lines: dict[int, Line] = field(default_factory=dict)

    # ── looking ──────────────────────────────────────────────────────────────────────────────

    def paper_of(self, copy: int) -> Paper:
        """Return the document a copy is of."""
        return next(paper for paper in self.papers.values() if copy in paper.copies)

    def place(self, copy: int) -> Place:
        """Return where a copy is."""
        return self.paper_of(copy).copies[copy]

    def out_with(self, line: int) -> list[int]:
        """Return the copies that went out with a line and have not come back since."""
        return [copy for copy in self.lines[line].copies if self.place(copy).line == line]

    def is_open(self, line: int) -> bool:
        """Tell whether somebody has still to answer for a line."""
        return bool(self.out_with(line)) and not self.lines[line].signed

    def held_by(self, who: str) -> set[int]:
        """Return what a person or body has, signed for or not."""
        return {
            copy
            for paper in self.papers.values()
            if not paper.struck
            for copy, place in paper.copies.items()
            if place.who == who and place.how in (*INSIDE, ON_THE_WAY, ELSEWHERE)
        }

    def counts(self) -> dict[str, int]:
        """Return the sides of the balance."""
        papers = [paper for paper in self.papers.values() if not paper.struck]
        places = [place.how for paper in papers for place in paper.copies.values()]
        spoiled = sum(paper.spoiled for paper in papers)
        return {
            "born": len(places) + spoiled + sum(self._short(paper) for paper in papers),
            "held": sum(how in (HERE, *INSIDE) for how in places),
            "out": sum(how in (ON_THE_WAY, ELSEWHERE) for how in places),
            "returned": places.count(BACK),
            "archived": places.count(ARCHIVED),
            "lost": places.count(LOST),
            "destroyed": spoiled,
            "missing_at_receipt": sum(self._short(paper) for paper in papers),
            "difference": places.count(NOT_FOUND),
        }

    @staticmethod
    def _short(paper: Paper) -> int:
        return max(paper.announced - len(paper.copies) + len(paper.made), 0) if paper.came else 0

    # ── acts: each says whether it may be done, and does it ──────────────────────────────────

    def give(self, copies: list[int], who: str, day: date) -> bool:
        """Hand over to somebody here: from the safe, or on from whoever has signed for it."""
        if any(self.place(copy).who == who for copy in copies):
            return False  # he has it
        return self._go(copies, (HERE, SIGNED), Place(UNSIGNED, who), day)

    def send(self, copies: list[int], who: str, day: date) -> bool:
        """Send to another body: only what is here."""
        return self._go(copies, (HERE,), Place(ON_THE_WAY, who), day)

    def lines_of(self, copies: list[int]) -> list[tuple[int, ...]]:
        """Return the copies of each document together: they go on one line."""
        papers = dict.fromkeys(id(self.paper_of(copy)) for copy in copies)
        return [
            tuple(copy for copy in copies if id(self.paper_of(copy)) == paper) for paper in papers
        ]

    def went(self, number: int, copies: tuple[int, ...], day: date) -> None:
        """Note the line that copies went out with."""
        self.lines[number] = Line(copies, day)
        for copy in copies:
            self._put(copy, replace(self.place(copy), line=number))

    def sign(self, line: int, day: date) -> bool:
        """Sign for everything that a line handed over; what is gone for good only gets its ink."""
        out = [copy for copy in self.out_with(line) if self.place(copy).how not in GONE]
        signed = {UNSIGNED: SIGNED, ON_THE_WAY: ELSEWHERE}
        if not self.is_open(line) or day < self.lines[line].handed:
            return False
        if out and not self._may(out, tuple(signed), day):
            return False
        for copy in out:
            place = self.place(copy)
            self._put(copy, replace(place, how=signed[place.how], since=day))
        self.lines[line].signed = True
        return True

    def refuse(self, line: int, day: date) -> bool:
        """Take everything of a line home that nobody would sign for."""
        out = self.out_with(line)
        return self.is_open(line) and self._go(out, (UNSIGNED, ON_THE_WAY), Place(), day)

    def give_back(self, copies: list[int], day: date) -> bool:
        """Return what was signed for to the safe."""
        return self._go(copies, (SIGNED, ELSEWHERE), Place(), day)

    def take_out(self, copies: list[int], who: str, day: date) -> bool:
        """Take out of the building for a task."""
        if not self._may(copies, (HERE, SIGNED), day):
            return False
        for copy in copies:  # whoever signed for it answers for it on his line meanwhile
            self._put(copy, Place(OUTSIDE, who, self.place(copy).line, day))
        return True

    def bring_back(self, copies: list[int], day: date) -> bool:
        """Bring home what was taken out."""
        return self._go(copies, (OUTSIDE,), Place(), day)

    def return_to_issuer(self, copies: list[int], who: str, day: date) -> bool:
        """Give received ones back to whoever issued them."""
        papers = [(self.paper_of(copy), copy) for copy in copies]
        if not all(paper.came and copy not in paper.made for paper, copy in papers):
            return False
        return self._go(copies, (HERE,), Place(BACK, who), day)

    def archive(self, copies: list[int], who: str, day: date) -> bool:
        """Hand to the archive."""
        return self._go(copies, (HERE,), Place(ARCHIVED, who), day)

    def miss(self, copies: list[int], day: date) -> bool:
        """Say that nobody finds them; whoever had them last is still named."""
        alive = (HERE, UNSIGNED, SIGNED, ON_THE_WAY, ELSEWHERE, OUTSIDE)
        if not self._may(copies, alive, day):
            return False
        for copy in copies:
            self._put(copy, replace(self.place(copy), how=NOT_FOUND, since=day))
        return True

    def find(self, copies: list[int], day: date) -> bool:
        """Find them again: they go to the safe first."""
        return self._go(copies, (NOT_FOUND,), Place(), day)

    def lose(self, copies: list[int], day: date) -> bool:
        """Conclude that they are lost."""
        if not self._may(copies, (NOT_FOUND,), day):
            return False
        for copy in copies:
            self._put(copy, replace(self.place(copy), how=LOST, since=day))
        return True

    def may_copy(self, paper: int) -> bool:
        """Copy from one that is here or with somebody of this body."""
        found = self.papers[paper]
        at_hand = (HERE, *INSIDE)
        return not found.struck and any(place.how in at_hand for place in found.copies.values())

    def copied(self, paper: int, copies: list[int], spoiled: int) -> None:
        """Note what was made."""
        found = self.papers[paper]
        found.copies |= {copy: Place() for copy in copies}
        found.made |= set(copies)
        found.spoiled += spoiled

    def strike(self, paper: int) -> bool:
        """Annul a number: only while every copy is here, and nothing made of it is left."""
        found = self.papers[paper]
        if found.struck or any(place.how != HERE for place in found.copies.values()):
            return False
        if found.made:
            return False
        found.struck = True
        return True

    # ── inside ───────────────────────────────────────────────────────────────────────────────

    def _may(self, copies: list[int], where: tuple[str, ...], day: date) -> bool:
        return bool(copies) and all(
            self.place(copy).how in where
            and self.place(copy).since <= day
            and not self.paper_of(copy).struck
            for copy in copies
        )

    def _go(self, copies: list[int], where: tuple[str, ...], to: Place, day: date) -> bool:
        if not self._may(copies, where, day):
            return False
        for copy in copies:
            self._put(copy, replace(to, since=day))
        return True

    def _put(self, copy: int, place: Place) -> None:
        self.paper_of(copy).copies[copy] = place
