"""The services of custody as the machine calls them, on a real vault."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.copy_order import Making, NewRequest, Permission
from bmnn_desktop.domain.custody import Standing
from bmnn_desktop.domain.dispatch import NewDispatch, NewParcel
from bmnn_desktop.domain.incident import Closing, IncidentOutcome, NewIncident
from bmnn_desktop.domain.removal import Counted, NewRemoval, RemovalKind
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.balance import read_balance
from bmnn_desktop.services.bring_back import bring_back
from bmnn_desktop.services.close_incident import close_incident
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.holdings import holdings_of
from bmnn_desktop.services.let_go import archive_copies, give_back_copies
from bmnn_desktop.services.make_copies import enter_copying
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_incident import open_incident
from bmnn_desktop.services.refuse_lines import refuse_lines
from bmnn_desktop.services.return_copies import return_copies
from bmnn_desktop.services.send_copies import send_copies
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.take_out import take_out
from bmnn_desktop.store import copies
from tests.services.offices import FakeClock, add
from tests.services.paper import receive

_STANDINGS = {
    Standing.STORE: "here",
    Standing.HANDED: "unsigned",
    Standing.HELD: "signed",
    Standing.SENT: "way",
    Standing.AWAY: "elsewhere",
    Standing.TAKEN_OUT: "out",
    Standing.NOT_FOUND: "not found",
    Standing.RETURNED: "back",
    Standing.ARCHIVED: "archived",
    Standing.LOST: "lost",
}
_PERMISSION = Permission("Nguyễn Văn Mẫu", "Chủ tịch Ủy ban nhân dân cấp xã")
_TASK = NewRemoval(RemovalKind.COUNTRY, taker="", purpose="Họp tại tỉnh Giả Định", due_on=None)
_CASE = NewIncident(discovered_at="14:30", discoverer="Trần Thị Thử")


class Hands:
    """Each act returns what the model has to know; a refusal is raised as it comes."""

    def __init__(self, office: Office, clock: FakeClock) -> None:
        self.office = office
        self.clock = clock

    @property
    def today(self) -> date:
        return self.office.day.today()

    def wait(self, days: int) -> None:
        self.clock.moment += timedelta(days=days)

    # ── documents ────────────────────────────────────────────────────────────────────────────

    def issue(self, recipients: int) -> tuple[int, list[int]]:
        names = tuple(f"Cơ quan {number}" for number in range(1, recipients + 1))
        return self._numbered(add(self.office, recipients=names).document_id)

    def receive(self, announced: int, received: int) -> tuple[int, list[int]]:
        finding = Finding.COMPLETE
        if announced != received:
            finding = Finding.SHORT if received < announced else Finding.SURPLUS
        done = receive(
            self.office,
            finding=finding,
            remark="" if announced == received else "khác số ghi trên bì",
            copies_announced=announced,
            copies_issued=received,
        )
        return self._numbered(done.document_id)

    def strike(self, document: int) -> None:
        book, number = self.office.read(_named, document).result()
        year = self.today.year
        self.office.write(
            annul_document, book, year=year, seq_no=number, reason="Ghi trùng"
        ).result()

    def copy(self, document: int, number: int, spoiled: int) -> list[int]:
        """Have copies made and return them; the spoiled ones are destroyed at once."""
        book, seq_no = self.office.read(_named, document).result()
        before = set(self._numbered(document)[1])
        made = Making(number, spoiled=spoiled, made_by="Trần Thị Thử", destroyed_by="Trần Thị Thử")
        self.office.write(
            enter_copying,
            book,
            year=self.today.year,
            seq_no=seq_no,
            new=NewRequest("Nguyễn Văn Mẫu", number, purpose="Triển khai"),
            given=_PERMISSION,
            made=made,
        ).result()
        return [copy for copy in self._numbered(document)[1] if copy not in before]

    # ── moves ────────────────────────────────────────────────────────────────────────────────

    def give(self, some: list[int], who: str, day: date) -> list[int]:
        done = self.office.write(give_copies, some, receiver=who, on=day).result()
        return list(done.lines)

    def send(self, some: list[int], who: str, day: date) -> list[int]:
        parcel = NewParcel(who, tuple(some))
        new = NewDispatch(Channel.LIAISON, "Giao liên huyện Thí Dụ", (parcel,))
        return list(self.office.write(send_copies, new, on=day).result().lines[0])

    def sign(self, line: int, day: date) -> None:
        self.office.write(sign_lines, year=self.today.year, numbers=[line], on=day).result()

    def refuse(self, line: int, day: date) -> None:
        year = self.today.year
        self.office.write(
            refuse_lines, year=year, numbers=[line], reason="Vắng mặt", on=day
        ).result()

    def give_back(self, some: list[int], day: date) -> None:
        self.office.write(return_copies, some, on=day).result()

    def return_to_issuer(self, some: list[int], who: str, day: date) -> list[int]:
        work = self.office.write(give_back_copies, some, receiver=who, on=day)
        return list(work.result().lines)

    def archive(self, some: list[int], who: str, day: date) -> list[int]:
        return list(self.office.write(archive_copies, some, archive=who, on=day).result().lines)

    def take_out(self, some: list[int], who: str, day: date) -> int:
        new = replace(_TASK, taker=who, taken_on=day, due_on=self.today + timedelta(days=3))
        return self.office.write(take_out, some, new).result()

    def bring_back(self, removal: int, some: list[int], day: date) -> None:
        counted = [Counted(copy, pages=5, annexes=0) for copy in some]
        self.office.write(bring_back, removal, counted, on=day, remark="Đã đếm").result()

    def miss(self, some: list[int], day: date) -> tuple[int, int]:
        found = self.office.write(open_incident, some, replace(_CASE, discovered_on=day)).result()
        return found.year, found.number

    def close_case(self, case: tuple[int, int], lost: list[int], day: date) -> None:
        outcome = IncidentOutcome.LOST if lost else IncidentOutcome.FOUND
        closing = Closing(
            outcome, conclusion="Đã rõ", closed_on=day, lost=tuple(lost), place="Tủ 1"
        )
        self.office.write(close_incident, *case, closing).result()

    # ── looking ──────────────────────────────────────────────────────────────────────────────

    def places(self) -> dict[int, tuple[str, str]]:
        """Return how and with whom each copy is."""
        return self.office.read(_places).result()

    def held_by(self, who: str) -> set[int]:
        page = self.office.read(holdings_of, who, limit=1000).result()
        return {each.copy.id for each in page.rows}

    def counts(self) -> dict[str, int]:
        one = self.office.read(read_balance).result().total
        names = ("born", "held", "out", "returned", "archived", "lost", "destroyed")
        more = ("missing_at_receipt", "difference")
        return {name: getattr(one, name) for name in (*names, *more)}

    def broken_chains(self) -> list[int]:
        return self.office.read(broken_chains).result()

    def _numbered(self, document: int) -> tuple[int, list[int]]:
        def read(desk: Desk) -> list[int]:
            return [copy.id for copy in copies.of_document(desk.rows, document)]

        return document, self.office.read(read).result()


def _named(desk: Desk, document: int) -> tuple[str, int]:
    row = desk.rows.one("SELECT book, seq_no FROM document WHERE id = ?", (document,))
    return str(row["book"]), int(row["seq_no"])  # type: ignore[index]


def _places(desk: Desk) -> dict[int, tuple[str, str]]:
    ids = [row[0] for row in desk.rows.all("SELECT id FROM copy WHERE in_use = 1")]
    found = copies.by_ids(desk.rows, ids)
    return {copy.id: (_STANDINGS[copy.standing], copy.holder) for copy in found.values()}


def broken_chains(desk: Desk) -> list[int]:
    """Return the copies whose chain is not one chain that ends where the copy is."""
    wrong = []
    ids = [row[0] for row in desk.rows.all("SELECT id FROM copy WHERE in_use = 1")]
    for copy in copies.by_ids(desk.rows, ids).values():
        standing, day = Standing.STORE, date.min
        holder = ""
        for line in copies.chain(desk.rows, copy.id):
            if line.step.leads_to(standing) is not line.standing or line.on < day:
                wrong.append(copy.id)
            standing, day, holder = line.standing, line.on, line.holder
        if (standing, holder) != (copy.standing, copy.holder):
            wrong.append(copy.id)
    return wrong
