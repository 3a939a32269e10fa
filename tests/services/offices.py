"""Real vaults with a cheap key derivation and a clock that tests wind."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.services.add_document import Registered, add_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.gate import Founding
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.print_run import Printed
from bmnn_desktop.store.keys import Kdf
from bmnn_desktop.wiring import Wiring

PASSPHRASE = "mot cau dai de thu"
FOUNDING = Founding(
    training=True,
    org="UBND xã Mẫu",
    parent_org="UBND tỉnh Giả Định",
    place="Mẫu",
    symbol="UBND",
    login="giu-so",
    name="Trần Thị Thử",
    passphrase=PASSPHRASE,
    year=2026,
)
DOCUMENT = NewDocument(
    doc_number="05/KH-UBND",
    doc_date=date(2026, 3, 5),
    doc_type="Kế hoạch",
    subject="Diễn tập khu vực phòng thủ giả định",
    level=Level.TOI_MAT,
    signer="Nguyễn Văn Mẫu",
    recipients=("Công an xã Mẫu", "Ban Chỉ huy quân sự xã Mẫu"),
    holding_unit="Văn phòng",
    note="",
)


class FakeClock:
    """A clock that goes on one second whenever somebody looks."""

    def __init__(self, moment: datetime = datetime(2026, 3, 5, 1, 30, tzinfo=UTC)) -> None:
        self.moment = moment

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


def cheap_wiring(clock: FakeClock | None = None) -> Wiring:
    """Return the real wiring at the lowest cost."""
    return Wiring(clock=clock or FakeClock(), kdf=Kdf(64, 1, 1))


def found(
    place: Path, clock: FakeClock | None = None, **changed: object
) -> tuple[Office, RecoverySheet]:
    """Found a vault at `place` and return it open, with its recovery sheet."""
    founded = cheap_wiring(clock).gate(place).found(replace(FOUNDING, **changed))  # type: ignore[arg-type]
    return founded.office, founded.recovery


def document(**changed: object) -> NewDocument:
    """Return the sample document with some fields changed."""
    return replace(DOCUMENT, **changed)  # type: ignore[arg-type]


def add(office: Office, *, year: int | None = None, **changed: object) -> Registered:
    """Register the sample document with some fields changed."""
    return office.write(add_document, "outgoing", document(**changed), year=year).result()


def print_out(
    office: Office,
    out: Path,
    *,
    book: str = "outgoing",
    year: int = 2026,
    answer: Answer = Answer.GOOD,
) -> Printed:
    """Print a book and answer."""
    printed = office.write(print_book, book, year=year, out=out).result()
    office.write(answer_print, printed.run_id, answer, reason="kẹt giấy").result()
    return printed


def entries(office: Office) -> int:
    """Return the number of the journal's last entry."""
    return office.read(lambda desk: int(desk.rows.value("SELECT max(seq) FROM entry"))).result()
