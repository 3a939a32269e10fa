"""Two vaults in which every act is possible: one with confirming persons, one without any.

Built once and copied; whoever sits at the desk, and who is asked to sign beside him, is chosen by
name.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from bmnn_desktop import paths, resources
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.direction import NewDirection
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import NewMedium, Purpose
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.create_backup import create_backup
from bmnn_desktop.services.distribution_lists import save_distribution_list
from bmnn_desktop.services.enrol_medium import enrol_medium
from bmnn_desktop.services.give_direction import give_direction
from bmnn_desktop.services.mark_signed import mark_signed
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.print_minutes import print_minutes
from bmnn_desktop.services.print_new_lines import print_new_lines
from bmnn_desktop.services.reopen_volume import reopen_volume
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.store.connection import open_database
from tests.faults.vaults import copy_vault
from tests.grades import custody_stage, plan_stage
from tests.grades.custody_stage import Custody
from tests.grades.plan_stage import Plans
from tests.services import received
from tests.services.offices import DOCUMENT, PASSPHRASE, FakeClock, cheap_wiring, found
from tests.services.signing import InPerson

KEEPER, ADMINISTRATOR, CONFIRMER = Role.KEEPER, Role.ADMINISTRATOR, Role.CONFIRMER
BOTH, CLERK, ADMIN, HEAD, DEPUTY, TARGET, GONE = (
    *("giu-so", "nguoi-giu", "quan-tri", "truong", "pho", "thu-ba", "da-nghi"),
)
DESKS = {  # who sits at the desk, by the roles
    BOTH: frozenset({KEEPER, ADMINISTRATOR}),
    CLERK: frozenset({KEEPER}),
    ADMIN: frozenset({ADMINISTRATOR}),
    HEAD: frozenset({CONFIRMER}),
}
PEOPLE = {
    **DESKS,
    DEPUTY: frozenset({CONFIRMER}),
    TARGET: frozenset({CONFIRMER}),
    GONE: frozenset({KEEPER}),
}
STICK = NewMedium(Purpose.BACKUP, "01/USB", Level.TUYET_MAT, "Phạm Giữ Đĩa", "Két số 1")
MAIL = replace(received.MAIL, subject="Nội dung giả định", copies_announced=2)
SEALED = replace(received.SEALED, copies_announced=2)


def passphrase_of(login: str) -> str:
    """Return the passphrase of a person of the stage."""
    return PASSPHRASE if login == BOTH else f"mot cau cua {login}"


@dataclass(frozen=True)
class Stage:
    """A prepared vault: what stands in it by number."""

    place: Path
    sheet: RecoverySheet
    key: str  # of the database
    confirmers: bool
    struck: int  # the entry that waits for its confirmation
    proposal: int  # the entry that waits for its answer: the keeper wants a volume reopened
    run: int  # the print that waits for its answer
    direction: int
    custody: Custody
    stick: Path  # the folder that plays the enrolled stick, with a backup on it
    plans: Plans


@dataclass
class Scene:
    """A copy of a stage with room for files."""

    stage: Stage
    place: Path
    home: Path
    second: SecondPerson | None = None
    second_words: tuple[object, ...] = ()  # the same at the command line
    clock: FakeClock = field(default_factory=FakeClock)
    _names: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.sheet = self.stage.sheet  # the one that signs now

    @property
    def beside(self) -> SecondPerson:
        """Return who signs beside the one at the desk."""
        assert self.second is not None
        return self.second

    def out(self) -> Path:
        """Return a file that is not there yet."""
        return self.home / f"out-{next(self._names)}.pdf"

    def folder(self) -> Path:
        """Return a new empty folder."""
        made = self.home / f"folder-{next(self._names)}"
        made.mkdir()
        return made

    def pack(self) -> Path:
        """Return a file with a form that is newly issued."""
        text = resources.path("forms/outgoing-2026.toml").read_text("utf-8")
        made = self.home / "outgoing-2027.toml"
        made.write_text(text.replace("outgoing-2026", "outgoing-2027"), "utf-8")
        return made

    def open(self, login: str) -> Office:
        """Open the vault for somebody."""
        return cheap_wiring(self.clock).gate(self.place).unlock(login, passphrase_of(login))

    @contextmanager
    def desk(self, login: str) -> Iterator[Office]:
        """Open the vault for somebody, and close it."""
        office = self.open(login)
        try:
            yield office
        finally:
            office.close()

    def signs(self, who: str) -> SecondPerson:
        """Return somebody who signs in this process; "sheet": the recovery sheet."""
        if who == "sheet":
            return RecoverySheetHolder(self.sheet.key)
        return InPerson(self.place, who, passphrase_of(who))

    def written(self) -> tuple[str, ...]:
        """Return a digest of every byte that an act could have written."""
        names = (paths.REGISTER, *paths.HEADERS)
        files = [self.place / name for name in names]
        files += [path for path in sorted(self.home.rglob("*")) if path.suffix in (".age", ".pdf")]
        return tuple(
            f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files
        )

    def stored(self) -> tuple[str, ...]:
        """Return digests of every table, of the header and of what lies beside.

        Not of the settings of this computer, in which every unlocking leaves its mark.
        """
        rows = hashlib.sha256()
        connection = open_database(self.place / paths.REGISTER, self.stage.key)
        try:
            names = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
            for (name,) in connection.execute(names).fetchall():
                if name != "setting":
                    found = connection.execute(f"SELECT * FROM {name}").fetchall()
                    rows.update(repr([tuple(row) for row in found]).encode())
        finally:
            connection.close()
        return (rows.hexdigest(), *self.written()[1:])

    def entries(self, office: Office, after: int) -> list[tuple[str, str, str | None]]:
        """Return kind, action and signer's login of the entries that follow one."""
        sql = (
            "SELECT e.kind, e.action, p.login FROM entry AS e JOIN signer AS s ON s.id = e.signer"
            " LEFT JOIN person AS p ON p.id = s.person_id WHERE e.seq > ? ORDER BY e.seq"
        )
        found = office.read(lambda desk: desk.rows.all(sql, (after,))).result()
        return [tuple(row) for row in found]


def last(office: Office) -> int:
    """Return the number of the journal's head."""
    return office.read(lambda desk: int(desk.rows.value("SELECT max(seq) FROM entry"))).result()


def build(home: Path, *, confirmers: bool) -> Stage:
    """Found a vault, admit everybody, and prepare what every act needs."""
    place = home / "vault"
    office, sheet = found(place, year=2025)
    people = dict(PEOPLE)
    first = DEPUTY if confirmers else None
    if not confirmers:
        people[TARGET] = frozenset({ADMINISTRATOR})
    logins = [DEPUTY, HEAD] if confirmers else []
    logins += [TARGET, CLERK, ADMIN, GONE]
    for login in logins:
        is_signed = first is not None and login != first
        second: SecondPerson = RecoverySheetHolder(sheet.key)
        if is_signed:
            second = InPerson(place, DEPUTY, passphrase_of(DEPUTY))
        new = NewPerson(login, f"Người {login}", people[login], passphrase_of(login))
        settled = office.write(admit_person, new, second=second).result()
        sheet = settled.sheet or sheet
    office.write(revoke_person, GONE, reason="nghỉ hưu").result()
    struck, proposal, run, direction = _fill(office, home)
    custody = custody_stage.stand(office)
    stick = home / "stick"
    stick.mkdir()
    beside: SecondPerson = RecoverySheetHolder(sheet.key)
    if confirmers:
        beside = InPerson(place, DEPUTY, passphrase_of(DEPUTY))
    enrolled = office.write(enrol_medium, stick, STICK, second=beside).result()
    sheet = enrolled.sheet or sheet
    office.write(create_backup, stick).result()
    plans = plan_stage.stand(office)
    key = office.training_database_key()
    office.close()
    return Stage(
        *(place, sheet, key, confirmers, struck, proposal, run, direction),
        *(custody, stick, plans),
    )


def _fill(office: Office, home: Path) -> tuple[int, int, int, int]:
    for book in ("outgoing", "incoming"):
        office.write(open_volume, book, year=2026).result()
    office.write(
        set_signing, "incoming", year=2026, signing=Signing.RECEIPT_SHEET
    ).result()  # fmt: skip
    office.write(close_volume, "outgoing", year=2025, number=1).result()
    for number in range(1, 4):
        _add(office, number)
    printed = office.write(
        print_new_lines, "outgoing", year=2026, out=home / "so.pdf"
    ).result()  # fmt: skip
    office.write(answer_print, printed.run_id, Answer.GOOD).result()
    office.write(
        mark_signed, "outgoing", year=2026, sheet=1, except_places=("1.1", "1.2", "3.1", "3.2")
    ).result()  # fmt: skip
    struck = office.write(
        annul_document, "outgoing", year=2026, seq_no=3, reason="ghi trùng"
    ).result()  # fmt: skip
    for number in range(4, 8):
        _add(office, number)
    short = replace(MAIL, finding=Finding.SHORT, remark="thiếu một bản", copies_issued=1)
    for mail in (short, SEALED, replace(MAIL, doc_number="18/CV-CA")):
        office.write(add_document, "incoming", mail).result()
    direction = office.write(
        give_direction, year=2026, seq_no=3, new=NewDirection("Chủ tịch", "Văn phòng", None, "")
    ).result()
    office.write(save_distribution_list, "Các xã", ("Xã A", "Xã B")).result()
    run = office.write(print_minutes, year=2026, seq_no=1, out=home / "bb.pdf").result()
    office.write(
        reopen_volume, "outgoing", year=2025, number=1, reason="ghi sót", second=None
    ).result()
    return struck, last(office), run.run_id, direction


def _add(office: Office, number: int) -> None:
    office.write(
        add_document, "outgoing", replace(DOCUMENT, doc_number=f"{number:02}/KH-UBND")
    ).result()  # fmt: skip


def copy(stage: Stage, home: Path) -> Scene:
    """Copy a stage into an empty directory."""
    copy_vault(stage.place, home / "vault")
    return Scene(stage, home / "vault", home)
