"""A vault of keeper and confirming people under the fingers, with things that wait for the latter.

Whoever confirms signs in a real process of his own, by files in place of its window.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bmnn_desktop.domain.document import NewDocument
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.gui.ask_dialog import AskDialog
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.journal.page import JournalPage
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.gate import Founded
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_new_lines import print_new_lines
from bmnn_desktop.services.reopen_volume import reopen_volume
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.signed_apart import SecretFiles, SignedApart
from tests.services.signing import InPerson

HEAD = NewPerson(
    "truong", "Lê Văn Giả", frozenset({Role.CONFIRMER}), "cau cua truong phong", "Chủ tịch"
)
DEPUTY = NewPerson("pho", "Ngô Văn Phó", frozenset({Role.CONFIRMER}), "cau cua pho chu tich")
SILENT = ["sleep", "60"]  # a second person who never answers
D = TypeVar("D", bound=AskDialog)


@dataclass
class Work:
    """What the keeper does, and how the others are asked."""

    founded: Founded
    home: Path

    @property
    def office(self) -> Office:
        """Return the keeper's office."""
        return self.founded.office

    def admit(self, new: NewPerson) -> None:
        """Let somebody confirm; the first one comes with the recovery sheet."""
        second: RecoverySheetHolder | InPerson = RecoverySheetHolder(self.founded.recovery.key)
        if new is not HEAD:
            second = InPerson(self.office.place, HEAD.login, HEAD.passphrase)
        self.office.write(admit_person, new, second=second).result()

    def annul(self, *documents: NewDocument) -> None:
        """Register and print these, then strike each: an act that waits."""
        for document in documents:
            self.office.write(add_document, "outgoing", document).result()
        out = self.home / "so.pdf"
        printed = self.office.write(print_new_lines, "outgoing", year=2026, out=out).result()
        self.office.write(answer_print, printed.run_id, Answer.GOOD).result()
        for number in range(12, 12 + len(documents)):
            self.office.write(
                annul_document, "outgoing", year=2026, seq_no=number, reason="đăng ký trùng"
            ).result()

    def close(self) -> None:
        """Close the volume of the incoming register."""
        self.office.write(close_volume, "incoming", year=2026, number=1).result()

    def propose(self, reason: str = "Sót hai văn bản") -> int:
        """Propose to reopen it."""
        return self.office.write(
            reopen_volume, "incoming", year=2026, number=1, reason=reason, second=None
        ).result().entry  # fmt: skip

    def is_closed(self, office: Office | None = None) -> bool:
        """Tell whether that volume is closed."""
        sql = "SELECT closed_on IS NOT NULL FROM volume WHERE book = 'incoming'"
        return (office or self.office).read(lambda desk: bool(desk.rows.value(sql))).result()

    def entries(self, office: Office | None = None) -> int:
        """Return the number of the last entry."""
        sql = "SELECT max(seq) FROM entry"
        return (office or self.office).read(lambda desk: int(desk.rows.value(sql))).result()

    def apart(self, login: str, passphrase: str = "") -> SignedApart:
        """Return a person whose process reads this passphrase, by default the right one."""
        known = {one.login: one.passphrase for one in (HEAD, DEPUTY)}
        path = self.home / f"{login}.txt"
        path.touch(mode=0o600)
        path.write_text(f"{passphrase or known[login]}\n", encoding="utf-8")
        apart = SignedApart(self.office.place, login, SecretFiles((path,)))
        self.office._asked_apart.append(apart)
        return apart

    def silent(self, login: str) -> SignedApart:
        """Return a person who does not answer."""
        files = SecretFiles((self.home / "none",))
        apart = SignedApart(self.office.place, login, files, command=lambda _window: SILENT)
        self.office._asked_apart.append(apart)
        return apart


def settled(page: JournalPage) -> None:
    """Wait until the journal stands."""
    until(lambda: page.filters.is_settled and not page.jobs.is_busy, "the journal")


def journal(window: MainWindow) -> JournalPage:
    """Go to the journal."""
    page = window.go("journal")
    assert isinstance(page, JournalPage)
    settled(page)
    return page


def asked(window: MainWindow, kind: type[D]) -> D:
    """Return the dialog that asks."""
    until(lambda: bool(window.findChildren(kind)), "the question")
    dialog: D = window.findChildren(kind)[0]
    until(dialog.isVisible, "the dialog")
    assert dialog.height() <= window.height() - 40, "it fits on the screen"
    return dialog


def gone(window: MainWindow, kind: type[AskDialog]) -> None:
    """Wait until it is answered."""
    until(lambda: not window.findChildren(kind), "the answer")
