"""Copies on their way, as the tests of removals, provisions and incidents need them."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.custody import CopyPlace, CustodyLine, Standing, Step
from bmnn_desktop.domain.removal import NewRemoval, RemovalKind
from bmnn_desktop.services.copy_steps import Leaves, chosen, take_step
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.handover_lines import HandoverLines
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_event import EVENT_PAPERS
from bmnn_desktop.services.print_paper import letterhead_of
from bmnn_desktop.store import copies

TODAY = date(2026, 3, 5)
INSIDE = NewRemoval(
    kind=RemovalKind.COUNTRY,
    taker="Trần Công Tác",
    purpose="Họp giao ban giả định",
    due_on=date(2026, 3, 7),
)
ABROAD = NewRemoval(
    kind=RemovalKind.ABROAD,
    taker="Lê Đi Xa",
    purpose="Đàm phán giả định",
    due_on=date(2026, 3, 20),
    destination="Nước Thí Dụ",
    post="Trưởng phòng",
    unit="Văn phòng UBND xã Mẫu",
    protection="Cặp có khóa, luôn mang theo người",
    request="12/ĐN-VP ngày 02/03/2026",
    permitter="Nguyễn Văn Mẫu",
    permitter_post="Chủ tịch UBND xã",
    permitted_on=date(2026, 3, 4),
)


def copies_of(office: Office, document: int) -> tuple[CopyPlace, ...]:
    """Return the copies of a document as they stand."""
    return office.read(lambda desk: copies.of_document(desk.rows, document)).result()


def ids_of(office: Office, document: int) -> tuple[int, ...]:
    """Return their rows."""
    return tuple(copy.id for copy in copies_of(office, document))


def standings(office: Office, document: int) -> list[Standing]:
    """Return how the copies of a document stand."""
    return [copy.standing for copy in copies_of(office, document)]


def chain_of(office: Office, copy: int) -> tuple[CustodyLine, ...]:
    """Return what happened to a copy."""
    return office.read(lambda desk: copies.chain(desk.rows, copy)).result()


def give(office: Office, copy: int, holder: str, on: date = TODAY, *, signed: bool = True) -> int:
    """Hand a copy to somebody of the house; return the line of the transfer log."""

    def do(desk: WritingDesk) -> int:
        with desk.journal.write("custody.give") as act:
            (one,) = chosen(act.rows, [copy])
            line = HandoverLines(act, on, desk.today()).deal(one.document_id, holder, 1)
            leaves = Leaves(holder=holder, handover=line)
            handed = take_step(act, (one,), Step.GIVE, on, leaves, today=desk.today())
            if signed:
                take_step(act, handed, Step.SIGN, on, today=desk.today())
                act.insert(
                    "receipt",
                    document_id=one.document_id,
                    recipient_id=None,
                    handover_id=line,
                    sheet_id=None,
                    signed_on=on.isoformat(),
                    in_use=1,
                )
        return line

    return office.write(do).result()


def line_of_log(office: Office, line: int) -> tuple[str | None, str]:
    """Return when and how a line of the transfer log ended."""
    sql = "SELECT ended_on, ending FROM handover WHERE id = ?"
    return office.read(lambda desk: tuple(desk.rows.all(sql, (line,))[0])).result()


def said_by(office: Office, paper: str, *which: int) -> str:
    """Return what a paper says, however its lines would be broken."""

    def compose(desk: Desk) -> str:
        one = EVENT_PAPERS[paper]
        made = one.paper(desk, which).compose(letterhead_of(desk))
        return "\n".join(" | ".join(line) for line in made.texts)

    return office.read(compose).result()


def let_permit(office: Office, post: str, level: str) -> None:
    """Give a post the right to permit, by the unit's own table."""

    def do(desk: WritingDesk) -> None:
        with desk.journal.write("authority.save") as act:
            act.insert(
                "authority", post=post, level=level, citation="Quy chế số 1 của xã Mẫu", in_use=1
            )

    office.write(do).result()
