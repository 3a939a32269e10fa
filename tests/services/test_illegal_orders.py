"""Every act at every standing of a copy: what makes no sense is refused, says why, writes nothing.

One document of eleven copies, each left at another standing; made from the table of
`domain.custody`, so a new act or a new standing is tried too. What the table allows is what the
machine in tests/custody does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from bmnn_desktop.domain.channel import Channel
from bmnn_desktop.domain.custody import CopyPlace, Standing, Step
from bmnn_desktop.domain.dispatch import NewDispatch, NewParcel
from bmnn_desktop.domain.incident import Closing, IncidentOutcome, NewIncident
from bmnn_desktop.domain.provision import AskerKind, Decision, NewRequest
from bmnn_desktop.domain.removal import Counted
from bmnn_desktop.errors import (
    CopiesOut,
    CopyInCase,
    DocumentAnnulled,
    EventMissing,
    HandoverMissing,
    HandoverSettled,
    IncidentClosed,
    KnownError,
    NotInCase,
    NotOutWithRemoval,
    StepImpossible,
)
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.bring_back import bring_back
from bmnn_desktop.services.close_incident import close_incident
from bmnn_desktop.services.decide_provision import decide_provision
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.give_provision import Given, give_provision
from bmnn_desktop.services.let_go import archive_copies, give_back_copies
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_incident import open_incident
from bmnn_desktop.services.place_copies import place_copies
from bmnn_desktop.services.recall_copies import recall_copies, remind_holders
from bmnn_desktop.services.refuse_lines import refuse_lines
from bmnn_desktop.services.request_provision import request_provision
from bmnn_desktop.services.return_copies import return_copies
from bmnn_desktop.services.see_copies import see_copies
from bmnn_desktop.services.send_copies import send_copies
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.take_out import take_out
from tests.services.events import INSIDE, copies_of, let_permit
from tests.services.offices import entries, found
from tests.services.paper import receive

DAY = date(2026, 3, 5)
LINE = "số 01 sổ đến 2026"
CHAIRMAN = "Chủ tịch UBND xã"
CASE = NewIncident(discovered_at="08:30", discoverer="Trần Thị Thử")
ASKED = NewRequest(
    kind=AskerKind.BODY,
    asker="Sở Giả Định",
    representative="Phạm Đại Diện",
    request="45/ĐN-SGĐ",
    what="Công văn giả định",
    purpose="Phối hợp",
    commitment=True,
)
# How each copy came to where it is; what is lost and not found was never signed for.
PATHS: dict[Standing, tuple[str, ...]] = {
    Standing.STORE: ("give", "sign", "return"),
    Standing.HANDED: ("give",),
    Standing.HELD: ("give", "sign"),
    Standing.SENT: ("send",),
    Standing.AWAY: ("send", "sign"),
    Standing.TAKEN_OUT: ("take_out",),
    Standing.NOT_FOUND: ("give", "miss"),
    Standing.RETURNED: ("give_back",),
    Standing.ARCHIVED: ("archive",),
    Standing.DESTROYED: ("destroy",),
    Standing.LOST: ("give", "miss", "lose"),
}
# An act that no single copy is named for: its own tests are below.
NAMES_NO_COPY = {Step.UNSIGN, Step.FIND}


@dataclass
class Shelf:
    """The copies by their standing, and what each is bound up with."""

    office: Office
    copies: dict[Standing, CopyPlace] = field(default_factory=dict)
    lines: dict[int, int] = field(default_factory=dict)  # copy: line of the transfer log
    cases: dict[int, int] = field(default_factory=dict)
    removal: int = 0
    provision: int = 0

    def act(self, name: str, copy: int) -> Future[object]:
        """Try an act with a copy; the result tells what it came to."""
        write: Callable[..., Future[object]] = self.office.write
        one = (copy,)
        parcel = NewDispatch(Channel.LIAISON, "Giao liên", (NewParcel("Sở Giả Định", one),))
        line = [self.lines.get(copy, 0)]
        lost = Closing(IncidentOutcome.LOST, conclusion="Đã rõ", lost=one)
        acts: dict[str, Callable[[], Future[object]]] = {
            "place": lambda: write(place_copies, one, place="Tủ 2"),
            "give": lambda: write(give_copies, one, receiver="Lê Văn Khác"),
            "send": lambda: write(send_copies, parcel),
            "provide": lambda: write(give_provision, self.provision, Given(), copies=one),
            "sign": lambda: write(sign_lines, year=2026, numbers=line),
            "refuse": lambda: write(refuse_lines, year=2026, numbers=line, reason="Vắng"),
            "return": lambda: write(return_copies, one),
            "recall": lambda: write(recall_copies, one, due_on=DAY, reason="Kiểm kê"),
            "remind": lambda: write(remind_holders, one),
            "give_back": lambda: write(give_back_copies, one),
            "archive": lambda: write(archive_copies, one, archive="Lưu trữ lịch sử"),
            "take_out": lambda: write(take_out, one, INSIDE),
            "bring_back": lambda: write(bring_back, self.removal, [Counted(copy, 4, 0)]),
            "miss": lambda: write(open_incident, one, CASE),
            "lose": lambda: write(close_incident, 2026, self.case(copy), lost),
            "see": lambda: write(see_copies, one),
            "destroy": lambda: write(destroy, copy),
        }
        return acts[name]()

    def case(self, copy: int) -> int:
        """Return the copy's own case, else the one that is under way."""
        return self.cases.get(copy, max(self.cases.values(), default=0))

    def put(self, standing: Standing, copy: CopyPlace) -> None:
        """Bring a copy to its standing."""
        for name in PATHS[standing]:
            done = self.act(name, copy.id).result()
            if name in ("give", "send", "give_back", "archive"):
                self.lines[copy.id] = last_line(self.office)
            elif name == "miss":
                self.cases[copy.id] = done.number  # type: ignore[attr-defined]
            elif name == "take_out":
                self.removal = int(str(done))


def destroy(desk: WritingDesk, copy: int) -> None:
    """Let a copy be destroyed; nothing of the program does that yet."""
    with desk.journal.write("test.destroy") as act:
        act.update("copy", copy, standing=Standing.DESTROYED.value, since=DAY.isoformat())


def last_line(office: Office) -> int:
    sql = "SELECT max(seq_no) FROM handover"
    return office.read(lambda desk: int(desk.rows.value(sql))).result()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    office, _sheet = found(tmp_path_factory.mktemp("orders") / "vault")
    made = Shelf(office)
    many = len(Standing)
    document = receive(office, copies_announced=many, copies_issued=many).document_id
    # The case under way is the newest: what is lost comes before what is not found.
    order = sorted(Standing, key=lambda one: one is Standing.NOT_FOUND)
    for standing, copy in zip(order, copies_of(office, document), strict=True):
        made.put(standing, copy)
    now = {copy.standing: copy for copy in copies_of(office, document)}
    made.copies = now
    assert set(now) == set(Standing)
    let_permit(office, CHAIRMAN, "TOI_MAT")
    asked = office.write(request_provision, "incoming", year=2026, seq_no=1, new=ASKED)
    made.provision = asked.result()
    granted = Decision(granted=True, decider="Nguyễn Văn Mẫu", decider_post=CHAIRMAN)
    office.write(decide_provision, made.provision, granted).result()
    yield made
    office.close()


# A line of the transfer log that an archive, an issuer or a loser has still to sign may be signed.
SIGNED_ON_PAPER = {Standing.RETURNED, Standing.ARCHIVED, Standing.LOST}
ACTS = {step.value: step for step in Step if step not in NAMES_NO_COPY} | {"provide": Step.SEND}
ILLEGAL = [
    (name, standing)
    for name, step in ACTS.items()
    for standing in Standing
    if standing not in step.begins_at and not (step is Step.SIGN and standing in SIGNED_ON_PAPER)
]
NO_LINE = {Standing.TAKEN_OUT, Standing.DESTROYED}


def expected(  # noqa: PLR0911 (a table in words)
    shelf: Shelf, name: str, copy: CopyPlace
) -> tuple[type[KnownError], tuple[str, ...]]:
    """Return what stands in the way, and what its sentence has to name."""
    named, line = (f"{copy.number} của {LINE}", copy.words), shelf.lines.get(copy.id, 0)
    case = f"vụ việc số {shelf.case(copy.id)} năm 2026"
    if name in ("sign", "refuse"):
        log = f"ố {line} Sổ chuyển giao năm 2026"
        if copy.standing in NO_LINE:
            return HandoverMissing, ("Sổ chuyển giao năm 2026 không có dòng số 0",)
        if copy.standing is Standing.STORE:
            return HandoverSettled, (log, "đã trả ngày 05/03/2026")
        if copy.standing in (Standing.HELD, Standing.AWAY):
            return HandoverSettled, (log, "đã ký nhận ngày 05/03/2026")
    if name == "bring_back":
        return NotOutWithRemoval, (*named, f"mã {shelf.removal}")
    if name == "miss" and copy.standing is Standing.NOT_FOUND:
        return CopyInCase, (named[0], case)
    if name == "lose":
        if copy.standing is Standing.LOST:
            return IncidentClosed, (case[3:], "05/03/2026")
        return NotInCase, (*named, case)
    ways = {
        Standing.TAKEN_OUT: f"lần mang ra mã {shelf.removal}",
        Standing.NOT_FOUND: case,
        Standing.LOST: case,
        Standing.DESTROYED: "không còn thuộc sổ",
        Standing.STORE: "Tại nơi lưu giữ",
    }
    way = ways.get(copy.standing, f"dòng số {line} Sổ chuyển giao năm 2026")
    return StepImpossible, (*named, "từ 05/03/2026", f"“{ACTS[name].label}”", way)


@pytest.mark.parametrize(("name", "standing"), ILLEGAL)
def test_what_makes_no_sense_is_refused(shelf: Shelf, name: str, standing: Standing) -> None:
    copy = shelf.copies[standing]
    before = entries(shelf.office)
    error, words = expected(shelf, name, copy)
    with pytest.raises(KnownError) as refused:
        shelf.act(name, copy.id).result()
    assert type(refused.value) is error
    sentence = str(refused.value)
    assert [part for part in words if part not in sentence] == []
    assert "hưa ghi gì" in sentence
    assert entries(shelf.office) == before
    assert {one.standing: one for one in copies_of(shelf.office, copy.document_id)} == shelf.copies


def test_nothing_is_left_untried() -> None:
    assert {name for name, _standing in ILLEGAL} == set(ACTS)
    assert len(ILLEGAL) == 140
    assert set(PATHS) == set(Standing)


def test_a_batch_stops_at_the_one_that_stands_in_the_way(shelf: Shelf) -> None:
    before = entries(shelf.office)
    free, out = shelf.copies[Standing.STORE], shelf.copies[Standing.AWAY]
    with pytest.raises(StepImpossible, match=f"{out.number} của {LINE}"):
        shelf.office.write(give_copies, (free.id, out.id), receiver="Lê Văn Khác").result()
    assert entries(shelf.office) == before
    assert copies_of(shelf.office, free.document_id)[free.copy_no - 1] == free


def test_a_line_whose_copies_are_out_is_not_struck(shelf: Shelf) -> None:
    before = entries(shelf.office)
    struck = shelf.office.write(annul_document, "incoming", year=2026, seq_no=1, reason="Ghi nhầm")
    with pytest.raises(CopiesOut, match=rf"Bản số 02 của {LINE} .*Đã giao, chờ ký nhận"):
        struck.result()
    assert entries(shelf.office) == before


def test_a_case_or_a_removal_that_nobody_opened_is_not_ended(shelf: Shelf) -> None:
    before = entries(shelf.office)
    found_again = Closing(IncidentOutcome.FOUND, conclusion="Đã rõ")
    with pytest.raises(EventMissing, match="vụ việc số 99 năm 2026"):
        shelf.office.write(close_incident, 2026, 99, found_again).result()
    lost = shelf.cases[shelf.copies[Standing.LOST].id]
    with pytest.raises(IncidentClosed, match=f"số {lost} năm 2026 đã kết thúc ngày 05/03/2026"):
        shelf.office.write(close_incident, 2026, lost, found_again).result()
    with pytest.raises(EventMissing, match="mã 99"):
        shelf.office.write(bring_back, 99, [Counted(1, 4, 0)]).result()
    assert entries(shelf.office) == before


def test_a_struck_line_is_named_with_its_book_and_year(shelf: Shelf) -> None:
    line = receive(shelf.office)
    struck = {"year": 2026, "seq_no": line.seq_no}
    shelf.office.write(annul_document, "incoming", **struck, reason="Ghi trùng").result()
    (copy,) = copies_of(shelf.office, line.document_id)
    before = entries(shelf.office)
    words = f"Dòng số {line.seq_no:02d} sổ đến 2026 đã gạch bỏ"
    for name in ("place", "give", "send", "archive", "take_out", "miss", "see"):
        with pytest.raises(DocumentAnnulled, match=words):
            shelf.act(name, copy.id).result()
    with pytest.raises(DocumentAnnulled, match=words):
        shelf.office.write(request_provision, "incoming", **struck, new=replace(ASKED)).result()
    assert entries(shelf.office) == before
