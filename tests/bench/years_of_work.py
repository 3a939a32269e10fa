"""Years of a clerk's work, day by day, in a real vault: registered, printed, signed, closed."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.envelope import EnvelopeKind
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.registers import REGISTERS
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.add_document import insert_line, place_for
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.correct_document import amend_document, correct_document
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.document_columns import checked
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_envelope import open_envelope
from bmnn_desktop.services.receive_rest import receive_rest
from bmnn_desktop.store import documents, volumes
from bmnn_desktop.store.act import Act
from tests.bench import invented
from tests.bench.paper import Paper
from tests.bench.plan import Plan
from tests.services.offices import FakeClock, found

LAST_DAY = date(2026, 12, 18)


def worked(place: Path, plan: Plan) -> Office:
    """Found a vault at `place` in which the plan's years have been worked; return it open.

    What stands in it follows from the plan; keys, salts and signatures do not. The disk is not
    waited for.
    """
    clock = FakeClock(_morning(date(plan.first_year, 1, 1)))
    office, _sheet = found(place, clock, year=plan.first_year)

    def work(desk: WritingDesk) -> None:
        connection = desk.writing.connection
        connection.set_authorizer(None)
        connection.execute("PRAGMA synchronous = OFF")
        Clerk(desk, clock, plan).work()
        connection.execute("PRAGMA synchronous = EXTRA")

    office.write(work).result()
    return office


@dataclass(frozen=True, slots=True)
class _Line:
    """What is to be done about a line on a later day."""

    year: int
    seq_no: int
    document: int
    new: NewDocument


class Clerk:
    """One who registers what comes and goes and never forgets what is due."""

    def __init__(self, desk: WritingDesk, clock: FakeClock, plan: Plan) -> None:
        self._desk = desk
        self._clock = clock
        self._plan = plan
        self._chance = random.Random(plan.documents)
        self._papers: dict[str, Paper] = {}
        self._later: dict[str, defaultdict[date, list[_Line]]] = {
            errand: defaultdict(list)
            for errand in ("direct", "finish", "open", "rest", "correct", "annul", "hand")
        }
        self._directions: dict[int, int] = {}

    def work(self) -> None:
        """Work through the years."""
        plan, left = self._plan, {"incoming": self._plan.incoming, "outgoing": self._plan.outgoing}
        for year in range(plan.first_year, plan.first_year + plan.years):
            years_left = plan.first_year + plan.years - year
            share = {book: -(-count // years_left) for book, count in left.items()}
            left = {book: left[book] - share[book] for book in left}
            days = list(_working_days(year))
            mail = self._mail(share, len(days))
            self._begin(days[0])
            self._desk.day.look_up(self._desk.rows)  # no session lasts longer than a year
            self._open_year(year)
            for number, day in enumerate(days):
                self._begin(day)
                self._day(year, day, mail[number])
            if year < LAST_DAY.year:
                self._close_year(year)

    def _mail(self, share: dict[str, int], days: int) -> list[list[str]]:
        """Deal the year's documents to its days."""
        mail: list[list[str]] = [[] for _ in range(days)]
        for book, count in share.items():
            for _ in range(count):
                mail[self._chance.randrange(days)].append(book)
        for books in mail:
            self._chance.shuffle(books)
        return mail

    def _day(self, year: int, day: date, books: Sequence[str]) -> None:
        self._write("document.add", books, lambda act, book: self._register(act, book, year, day))
        self._errands(day)
        if day.weekday() in self._plan.print_days:
            for paper in self._papers.values():
                paper.print_new_lines()
                paper.sign(one_by_one=self._plan.one_by_one)

    # ── registering ──────────────────────────────────────────────────────────────────────────

    def _register(self, act: Act, key: str, year: int, day: date) -> None:
        book = find_book(key)
        place = place_for(act.rows, book, year, today=day)
        new = checked(book, self._invented(key, place.seq_no, day))
        row, _copies = insert_line(act, book, new, place, today=day)
        line = _Line(year, place.seq_no, row, new)
        chance = self._chance.random
        if key == "outgoing" or new.envelope is EnvelopeKind.ORDINARY:
            self._sometimes(0.01, "correct", day, line)
            self._sometimes(0.005, "annul", day, line)
        if new.envelope is EnvelopeKind.SEALED:
            self._sometimes(0.6, "open", day, line)
        elif key == "incoming" and new.remark:
            self._sometimes(0.8, "rest", day, line)
        elif key == "incoming" and chance() < 0.7:
            self._put_off("direct", day, line)
        if self._plan.signing is Signing.RECEIPT_SHEET:
            self._later["hand"][day].append(line)

    def _invented(self, key: str, number: int, day: date) -> NewDocument:
        chance, (top, highest) = self._chance, self._plan.levels
        drawn = chance.random()
        level = Level.MAT
        if drawn < top + highest:
            level = Level.TUYET_MAT if drawn < highest else Level.TOI_MAT
        if key == "outgoing":
            least, most = self._plan.recipients // 2 + 1, self._plan.recipients * 3 // 2
            count = chance.randint(least, most)
            return invented.outgoing(chance, number, day, level=level, recipients=count)
        new = invented.incoming(chance, number, day, level=level)
        if chance.random() < 0.01:
            return invented.sealed(chance, number, day)
        return invented.short(new) if chance.random() < 0.01 else new

    def _sometimes(self, share: float, errand: str, day: date, line: _Line) -> None:
        if self._chance.random() < share:
            self._put_off(errand, day, line)

    def _put_off(self, errand: str, day: date, line: _Line) -> None:
        self._later[errand][_workday(day + timedelta(days=self._chance.randrange(1, 12)))].append(
            line
        )

    # ── errands ──────────────────────────────────────────────────────────────────────────────

    def _errands(self, day: date) -> None:
        due = {errand: days.pop(day, []) for errand, days in self._later.items()}
        self._write("direction.give", due["direct"], lambda act, line: self._direct(act, line, day))
        self._write("direction.finish", due["finish"], self._finish)
        self._write("handover", due["hand"], lambda act, line: self._hand(act, line, day))
        desk = self._desk
        for line in due["open"]:
            inside = invented.incoming(self._chance, line.seq_no, day)
            inside = replace(inside, addressee=line.new.addressee, arrival_no=line.seq_no)
            open_envelope(
                desk, year=line.year, seq_no=line.seq_no, new=inside, opened_by=line.new.addressee
            )
        for line in due["rest"]:
            receive_rest(desk, year=line.year, seq_no=line.seq_no, copies=1, words="")
        for line in due["correct"]:
            self._correct(line)
        for line in due["annul"]:
            book = "outgoing" if line.new.recipients else "incoming"
            annul_document(
                desk, book, year=line.year, seq_no=line.seq_no, reason="Đăng ký trùng (giả định)"
            )

    def _direct(self, act: Act, line: _Line, day: date) -> None:
        self._directions[line.document] = act.insert(
            "direction",
            document_id=line.document,
            given_on=day.isoformat(),
            leader="Nguyễn Văn Mẫu",
            assignee=self._chance.choice(invented.UNITS),
            due_on=(day + timedelta(days=15)).isoformat(),
            words="Tham mưu thực hiện",
            done_on=None,
            in_use=1,
        )
        self._sometimes(0.98, "finish", day, line)

    def _finish(self, act: Act, line: _Line) -> None:
        today = self._desk.today().isoformat()
        act.update("direction", self._directions.pop(line.document), done_on=today)

    def _hand(self, act: Act, line: _Line, day: date) -> None:
        """Hand each copy over in the transfer log."""
        volume = volumes.find(act.rows, "transfer", day.year)
        recipients = act.rows.all(
            "SELECT id, name FROM recipient WHERE document_id = ? AND in_use = 1", (line.document,)
        )
        for recipient, receiver in recipients or [(None, line.new.receiving_unit or "Văn phòng")]:
            act.insert(
                "handover",
                volume_id=volume.id,
                year=day.year,
                seq_no=self._next_handover(act, day.year),
                document_id=line.document,
                recipient_id=recipient,
                receiver=receiver,
                copies=1,
                handed_on=day.isoformat(),
            )

    def _next_handover(self, act: Act, year: int) -> int:
        last = act.rows.value("SELECT max(seq_no) FROM handover WHERE year = ?", (year,))
        return int(last or 0) + 1

    def _correct(self, line: _Line) -> None:
        stored = documents.by_id(self._desk.rows, line.document)
        if stored is None or stored.is_annulled:
            return
        correct = amend_document if stored.printed else correct_document
        correct(
            self._desk,
            stored.book,
            year=stored.year,
            seq_no=stored.seq_no,
            new=replace(stored.typed(), note="Kèm phụ lục giả định"),
            reason="Ghi thiếu phụ lục",
        )

    # ── years ────────────────────────────────────────────────────────────────────────────────

    def _open_year(self, year: int) -> None:
        books = [book.key for book in REGISTERS if book.key in {"incoming", "outgoing"}]
        if self._plan.signing is Signing.RECEIPT_SHEET:
            books.append("transfer")
        for key in books:
            self._papers[key] = self._opened(key, year)
            self._papers[key].print_page("opening")

    def _opened(self, key: str, year: int) -> Paper:
        found_row = self._desk.rows.value(
            "SELECT id FROM volume WHERE book = ? AND year = ?", (key, year)
        )
        if found_row is None:
            with self._desk.journal.write("volume.open") as act:
                found_row = act.insert(
                    "volume",
                    book=key,
                    year=year,
                    number=1,
                    first_no=1,
                    opened_on=self._desk.today().isoformat(),
                    paper_reference="",
                    closed_on=None,
                    closed_by=None,
                    last_no=None,
                    discrepancy="",
                    signing=self._plan.signing.value,
                )
        signs = self._plan.signing is Signing.IN_LINE or key == "transfer"
        return Paper(self._desk, self._chance, key, int(found_row), signs=signs)

    def _close_year(self, year: int) -> None:
        for key, paper in self._papers.items():
            paper.print_new_lines()
            paper.sign(one_by_one=self._plan.one_by_one)
            last = volumes.last_number(self._desk.rows, key, year)
            if key == "transfer":
                last = self._desk.rows.value(
                    "SELECT max(seq_no) FROM handover WHERE year = ?", (year,)
                )
            paper.close(last)

    def _begin(self, day: date) -> None:
        self._clock.moment = _morning(day)

    def _write(self, action: str, items: Sequence[object], put: Callable[..., object]) -> None:
        """Write each item in an entry of its own, or all in one."""
        groups = [[item] for item in items] if self._plan.one_by_one else [items] if items else []
        for group in groups:
            with self._desk.journal.write(action) as act:
                for item in group:
                    put(act, item)


def _working_days(year: int) -> Iterator[date]:
    day = date(year, 1, 2)
    while day <= min(date(year, 12, 30), LAST_DAY):
        if day == _workday(day):
            yield day
        day += timedelta(days=1)


def _workday(day: date) -> date:
    """Return the first working day from `day` on."""
    while day.weekday() > 4 or (day.month, day.day) in {(1, 1), (12, 31)}:
        day += timedelta(days=1)
    return day


def _morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 1, 0, tzinfo=UTC)
