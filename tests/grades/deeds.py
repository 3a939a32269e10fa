"""How each act of the table is done: by its service, and by the command line.

One `Deed` for each act that is done at an open vault; an act without one fails a test. Whoever
founds, restores, recovers or unlocks stands before the door: `AT_THE_DOOR`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.domain.direction import NewDirection
from bmnn_desktop.domain.inspection import Look, LookKind, NewInspection
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.begin_generation import begin_generation
from bmnn_desktop.services.change_passphrase import change_passphrase
from bmnn_desktop.services.change_person import change_person
from bmnn_desktop.services.clock import state_day
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.confirm_acts import confirm_acts
from bmnn_desktop.services.correct_document import amend_document, correct_document
from bmnn_desktop.services.create_backup import create_backup
from bmnn_desktop.services.distribution_lists import drop_distribution_list, save_distribution_list
from bmnn_desktop.services.enrol_stick import enrol_stick
from bmnn_desktop.services.give_direction import finish_direction, give_direction
from bmnn_desktop.services.inspection import close_inspection, note_looks, open_inspection
from bmnn_desktop.services.inspection_papers import print_sample_sheet
from bmnn_desktop.services.mark_signed import mark_signed, take_back_mark
from bmnn_desktop.services.move_document import move_document
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_envelope import keep_content_closed, open_envelope
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.prepare_handovers import prepare_handovers
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.print_minutes import print_minutes
from bmnn_desktop.services.receive_rest import receive_rest
from bmnn_desktop.services.rekey_person import rekey_person
from bmnn_desktop.services.release_person import release_person
from bmnn_desktop.services.renew_recovery import renew_recovery
from bmnn_desktop.services.reopen_volume import reopen_volume
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.services.spoil_sheet import spoil_sheet
from bmnn_desktop.services.year_change import Step, mark_step
from tests.cli.terminal import LINE, write_secret
from tests.grades.stage import (
    ADMIN,
    BOTH,
    CLERK,
    GONE,
    HEAD,
    KEEPER,
    MAIL,
    TARGET,
    Scene,
    passphrase_of,
)
from tests.services.offices import DOCUMENT
from tests.services.second_people import PIN

KEEPERS = frozenset({BOTH, CLERK})
MANAGERS = frozenset({BOTH, CLERK, ADMIN})  # a confirming person only where there is none of them
HOSTS = frozenset({BOTH, CLERK, HEAD})  # who may let an inspector in
ALL = frozenset({BOTH, CLERK, ADMIN, HEAD})
NEW_PHRASE = "mot cau moi khac han"
NEW = NewPerson("moi", "Đỗ Thị Mới", frozenset({KEEPER}), NEW_PHRASE)
OPENED = replace(MAIL, addressee="Chủ tịch UBND xã Mẫu")
INSPECTION = NewInspection("Lê Kiểm Tra", "Sở Thí Dụ", "12/QĐ", None)
AT_THE_DOOR = frozenset(
    {"vault.found", "vault.migrate", "vault.restore", "person.recover"}
    | {"attempts.tampered", "header.revived"}
)
_2026 = ("--year", 2026)
_WHY = ("--reason", "ghi nhầm")

Do = Callable[[Office, Scene], "Future[Any]"]
Words = Callable[[Scene], list[object]]


@dataclass(frozen=True)
class Deed:
    """One act: who may do it, and how it is done."""

    key: str
    may: frozenset[str]
    do: Do
    words: Words
    stdin: str = ""
    is_for_guests: bool = False  # an inspector may cause it, and nobody without one

    @property
    def is_by_two(self) -> bool:
        """Tell whether it has no effect before a second person has signed."""
        return actions.grade(self.key) is Grade.BEFORE


def _line(number: int, *more: object, book: str = "outgoing") -> list[object]:
    return [book, *_2026, "--number", number, *more]


def _of(seq_no: int) -> dict[str, Any]:
    return {"year": 2026, "seq_no": seq_no}


def _json(**changed: object) -> str:
    return json.dumps({**LINE, **changed}, ensure_ascii=False) + "\n"


def _mail(**changed: object) -> str:
    line = {
        "doc_number": "17/CV-CA", "doc_date": "2026-03-02", "doc_type": "Công văn",
        "subject": "Nội dung giả định", "level": "Tối mật", "arrival_date": "2026-03-04",
        "issuer": "Công an tỉnh Giả Định", "receiving_unit": "Văn phòng", "finding": "Đủ",
    }  # fmt: skip
    return json.dumps({**line, **changed}, ensure_ascii=False) + "\n"


def _secret(scene: Scene, text: str = NEW_PHRASE) -> tuple[object, ...]:
    return ("--new-passphrase-file", write_secret(scene.home / "new.txt", text))


def _renewed(scene: Scene, *, always: bool = False) -> tuple[object, ...]:
    """Return where a new sheet goes, when there will be one."""
    is_used = "--recovery-file" in scene.second_words
    return ("--recovery-out", scene.home / "sheet.txt") if is_used or always else ()


DEEDS: tuple[Deed, ...] = (
    Deed(
        "generation.begin",
        MANAGERS,
        lambda o, s: o.write(begin_generation, reason="có người đi", second=s.beside),
        lambda s: ["vault", "new-generation", *_WHY, *s.second_words],
    ),
    Deed(
        "recovery.renew",
        MANAGERS,
        lambda o, s: o.write(renew_recovery, second=s.beside),
        lambda s: ["recovery", "renew", *s.second_words, *_renewed(s, always=True)],
    ),
    Deed(
        "confirm",
        ALL,
        lambda o, s: o.write(confirm_acts, [s.stage.struck], second=s.second),
        lambda s: ["journal", "confirm", s.stage.struck, *s.second_words],
    ),
    Deed(
        "person.admit",
        MANAGERS,
        lambda o, s: o.write(admit_person, NEW, second=s.beside),
        lambda s: [
            *("person", "admit", "--login", "moi", "--name", "Đỗ Thị Mới", "--role", "keeper"),
            *(*_secret(s), *s.second_words, *_renewed(s)),
        ],
    ),
    Deed(
        "person.change",
        MANAGERS,
        lambda o, s: o.write(change_person, TARGET, post="Kế toán", second=s.beside),
        lambda s: [
            *("person", "change", TARGET, "--post", "Kế toán", *s.second_words, *_renewed(s)),
        ],
    ),
    Deed(
        "person.rekey",
        MANAGERS,
        lambda o, s: o.write(rekey_person, TARGET, NEW_PHRASE, second=s.beside),
        lambda s: [
            *("person", "rekey", TARGET, *_secret(s), *s.second_words, *_renewed(s)),
        ],
    ),
    Deed(
        "person.stick",
        frozenset({BOTH, ADMIN}),
        lambda o, s: o.write(enrol_stick, TARGET, pin=PIN, place=s.folder(), second=s.beside),
        lambda s: [
            *("person", "stick", TARGET, "--out", s.folder()),
            *("--pin-file", write_secret(s.home / "pin.txt", PIN), *s.second_words),
        ],
    ),
    Deed(
        "person.release",
        MANAGERS,
        lambda o, s: o.write(release_person, GONE, second=s.beside),
        lambda s: ["person", "release", GONE, *s.second_words, *_renewed(s)],
    ),
    Deed(
        "person.revoke",
        ALL,
        lambda o, _s: o.write(revoke_person, TARGET, reason="nghỉ hưu"),
        lambda _s: ["person", "revoke", TARGET, *_WHY],
    ),
    Deed(
        "person.passphrase",
        ALL,
        lambda o, _s: o.write(change_passphrase, passphrase_of(o.session.login), NEW_PHRASE),
        lambda s: ["person", "passphrase", *_secret(s)],
    ),
    Deed(
        "inspection.open",
        HOSTS,
        lambda o, _s: o.write(open_inspection, INSPECTION),
        lambda _s: [
            *("inspection", "open", "--inspector", "Lê Kiểm Tra", "--body", "Sở Thí Dụ"),
            *("--decision", "12/QĐ"),
        ],
    ),
    Deed(
        "inspection.look",
        HOSTS,
        lambda o, _s: o.write(note_looks, [Look(LookKind.JOURNAL, "Nhật ký thao tác")]),
        lambda _s: ["journal", "list"],
        is_for_guests=True,
    ),
    Deed(
        "inspection.close",
        HOSTS,
        lambda o, _s: o.write(close_inspection),
        lambda _s: ["inspection", "close"],
        is_for_guests=True,
    ),
    Deed(
        "inspection.print",
        HOSTS,
        lambda o, s: o.write(
            print_sample_sheet, "outgoing", year=2026, seed=7, out=s.out(), count=2
        ),
        lambda s: [
            *("inspection", "sample", "outgoing", *_2026, "--seed", 7, "--count", 2),
            *("--out", s.out()),
        ],
    ),
    Deed(
        "document.add",
        KEEPERS,
        lambda o, _s: o.write(add_document, "outgoing", DOCUMENT),
        lambda _s: ["document", "add", "outgoing"],
        _json(),
    ),
    Deed(
        "document.add_late",
        KEEPERS,
        lambda o, _s: o.write(
            add_document, "incoming", replace(MAIL, doc_number="19/CV"), year=2025
        ),
        lambda _s: ["document", "add", "incoming", "--year", 2025],
        _mail(doc_number="19/CV"),
    ),
    Deed(
        "document.correct",
        KEEPERS,
        lambda o, _s: o.write(
            correct_document,
            "outgoing",
            **_of(4),
            new=replace(DOCUMENT, signer="Khác"),
            reason="nhầm",
        ),
        lambda _s: ["document", "correct", *_line(4, *_WHY)],
        _json(signer="Khác"),
    ),
    Deed(
        "document.amend",
        KEEPERS,
        lambda o, _s: o.write(
            amend_document,
            "outgoing",
            **_of(1),
            new=replace(DOCUMENT, signer="Khác"),
            reason="nhầm",
        ),
        lambda _s: ["document", "amend", *_line(1, *_WHY)],
        _json(signer="Khác"),
    ),
    Deed(
        "document.amend_level",
        KEEPERS,
        lambda o, _s: o.write(
            amend_document,
            "outgoing",
            **_of(1),
            new=replace(DOCUMENT, level=Level.MAT),
            reason="nhầm",
        ),
        lambda _s: ["document", "amend", *_line(1, *_WHY)],
        _json(level="Mật"),
    ),
    Deed(
        "document.annul",
        KEEPERS,
        lambda o, _s: o.write(annul_document, "outgoing", **_of(4), reason="nhầm"),
        lambda _s: ["document", "annul", *_line(4, *_WHY)],
    ),
    Deed(
        "document.annul_printed",
        KEEPERS,
        lambda o, _s: o.write(annul_document, "outgoing", **_of(1), reason="nhầm"),
        lambda _s: ["document", "annul", *_line(1, *_WHY)],
    ),
    Deed(
        "document.move",
        KEEPERS,
        lambda o, _s: o.write(
            move_document, "outgoing", **_of(4), into="incoming", new=MAIL, reason="nhầm"
        ),
        lambda _s: ["document", "move", *_line(4, "--into", "incoming", *_WHY)],
        _mail(),
    ),
    Deed(
        "document.move_printed",
        KEEPERS,
        lambda o, _s: o.write(
            move_document, "outgoing", **_of(1), into="incoming", new=MAIL, reason="nhầm"
        ),
        lambda _s: ["document", "move", *_line(1, "--into", "incoming", *_WHY)],
        _mail(),
    ),
    Deed(
        "document.receive_rest",
        KEEPERS,
        lambda o, _s: o.write(receive_rest, **_of(1), copies=1, words=""),
        lambda _s: ["incoming", "rest", *_2026, "--number", 1, "--copies", 1],
    ),
    Deed(
        "envelope.open",
        KEEPERS,
        lambda o, _s: o.write(open_envelope, **_of(2), new=OPENED, opened_by="Chủ tịch"),
        lambda _s: ["incoming", "open", *_2026, "--number", 2, "--by", "Chủ tịch"],
        _mail(addressee="Chủ tịch UBND xã Mẫu"),
    ),
    Deed(
        "envelope.keep_closed",
        KEEPERS,
        lambda o, _s: o.write(keep_content_closed, **_of(2), opened_by="Chủ tịch"),
        lambda _s: ["incoming", "keep-closed", *_2026, "--number", 2, "--by", "Chủ tịch"],
    ),
    Deed(
        "direction.give",
        KEEPERS,
        lambda o, _s: o.write(
            give_direction, **_of(3), new=NewDirection("Chủ tịch", "Kế toán", None, "")
        ),
        lambda _s: [
            *("incoming", "direct", *_2026, "--number", 3, "--leader", "Chủ tịch"),
            *("--assignee", "Kế toán"),
        ],
    ),
    Deed(
        "direction.finish",
        KEEPERS,
        lambda o, s: o.write(finish_direction, s.stage.direction),
        lambda s: ["incoming", "done", s.stage.direction],
    ),
    Deed(
        "list.save",
        KEEPERS,
        lambda o, _s: o.write(save_distribution_list, "Các tỉnh", ("Tỉnh A",)),
        lambda _s: ["list", "save", "Các tỉnh"],
        "Tỉnh A\n",
    ),
    Deed(
        "list.drop",
        KEEPERS,
        lambda o, _s: o.write(drop_distribution_list, "Các xã"),
        lambda _s: ["list", "drop", "Các xã"],
    ),
    Deed(
        "handover.prepare",
        KEEPERS,
        lambda o, _s: o.write(prepare_handovers),
        lambda _s: ["sheet", "prepare"],
    ),
    Deed(
        "book.print",
        KEEPERS,
        lambda o, s: o.write(print_book, "incoming", year=2026, out=s.out()),
        lambda s: ["sheet", "print", "incoming", *_2026, "--out", s.out()],
    ),
    Deed(
        "book.print.answer",
        KEEPERS,
        lambda o, s: o.write(answer_print, s.stage.run, Answer.GOOD),
        lambda s: ["sheet", "answer", s.stage.run, "good"],
    ),
    Deed(
        "book.print.spoiled",
        KEEPERS,
        lambda o, s: o.write(answer_print, s.stage.run, Answer.SPOILED, reason="kẹt giấy"),
        lambda s: ["sheet", "answer", s.stage.run, "spoiled", *_WHY],
    ),
    Deed(
        "paper.print",
        KEEPERS,
        lambda o, s: o.write(print_minutes, **_of(1), out=s.out()),
        lambda s: ["paper", "minutes", *_2026, 1, "--out", s.out()],
    ),
    Deed(
        "sheet.sign",
        KEEPERS,
        lambda o, _s: o.write(mark_signed, "outgoing", year=2026, sheet=1),
        lambda _s: ["sheet", "signed", "outgoing", *_2026, 1],
    ),
    Deed(
        "sheet.unsign",
        KEEPERS,
        lambda o, _s: o.write(
            take_back_mark, "outgoing", year=2026, sheet=1, place="1.1", reason="nhầm"
        ),
        lambda _s: ["sheet", "take-back", "outgoing", *_2026, 1, "1.1", *_WHY],
    ),
    Deed(
        "sheet.spoil",
        KEEPERS,
        lambda o, _s: o.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason="rách"),
        lambda _s: ["sheet", "spoil", "outgoing", *_2026, 1, *_WHY],
    ),
    Deed(
        "volume.open",
        KEEPERS,
        lambda o, _s: o.write(open_volume, "outgoing", year=2026, number=2),
        lambda _s: ["volume", "open", "outgoing", *_2026, "--volume", 2],
    ),
    Deed(
        "volume.signing",
        KEEPERS,
        lambda o, _s: o.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET),
        lambda _s: ["sheet", "signing", "outgoing", *_2026, "receipt-sheet"],
    ),
    Deed(
        "volume.close",
        KEEPERS,
        lambda o, _s: o.write(close_volume, "incoming", year=2025, number=1),
        lambda _s: ["volume", "close", "incoming", "--year", 2025, "--volume", 1],
    ),
    Deed(
        "volume.reopen",
        KEEPERS,
        lambda o, s: o.write(
            reopen_volume, "outgoing", year=2025, number=1, reason="sót", second=s.second
        ),
        lambda s: [
            *("volume", "reopen", "outgoing", "--year", 2025, "--volume", 1, *_WHY),
            *s.second_words,
        ],
    ),
    Deed(
        "year.step",
        KEEPERS,
        lambda o, _s: o.write(mark_step, 2026, Step.SIGN),
        lambda _s: ["year", "mark", *_2026, "sign"],
    ),
    Deed(
        "day.state",
        KEEPERS,
        lambda o, _s: o.write(state_day, date(2026, 3, 6), sure=True),
        lambda _s: ["day", "state", "06/03/2026", "--sure"],
    ),
    Deed(
        "backup.create",
        KEEPERS,
        lambda o, s: o.write(create_backup, s.folder()),
        lambda s: ["backup", "create", "--medium", s.folder()],
    ),
)
BY_KEY = {deed.key: deed for deed in DEEDS}
