"""What is done in the books, on their paper, with their volumes, and the backup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bmnn_desktop.domain.direction import NewDirection
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.domain.volume import Signing
from bmnn_desktop.registers.form_file import read_pack
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.clock import state_day
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.correct_document import amend_document, correct_document
from bmnn_desktop.services.create_backup import create_backup
from bmnn_desktop.services.distribution_lists import drop_distribution_list, save_distribution_list
from bmnn_desktop.services.give_direction import finish_direction, give_direction
from bmnn_desktop.services.install_form import install_form
from bmnn_desktop.services.mark_signed import mark_signed, take_back_mark
from bmnn_desktop.services.move_document import move_document
from bmnn_desktop.services.open_envelope import keep_content_closed, open_envelope
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.prepare_handovers import prepare_handovers
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.print_minutes import print_minutes
from bmnn_desktop.services.receive_rest import receive_rest
from bmnn_desktop.services.reopen_volume import reopen_volume
from bmnn_desktop.services.set_signing import set_signing
from bmnn_desktop.services.spoil_sheet import spoil_sheet
from bmnn_desktop.services.year_change import Step, mark_step
from tests.grades.deed import (
    KEEPERS,
    OF_2026,
    OPENED,
    WHY,
    Deed,
    incoming_json,
    line_words,
    of_2026,
    outgoing_json,
    renewed_words,
)
from tests.grades.stage import (
    MAIL,
)
from tests.services.offices import DOCUMENT

BOOK_DEEDS: tuple[Deed, ...] = (
    Deed(
        "document.add",
        KEEPERS,
        lambda o, _s: o.write(add_document, "outgoing", DOCUMENT),
        lambda _s: ["document", "add", "outgoing"],
        outgoing_json(),
    ),
    Deed(
        "document.add_late",
        KEEPERS,
        lambda o, _s: o.write(
            add_document, "incoming", replace(MAIL, doc_number="19/CV"), year=2025
        ),
        lambda _s: ["document", "add", "incoming", "--year", 2025],
        incoming_json(doc_number="19/CV"),
    ),
    Deed(
        "document.correct",
        KEEPERS,
        lambda o, _s: o.write(
            correct_document,
            "outgoing",
            **of_2026(4),
            new=replace(DOCUMENT, signer="Khác"),
            reason="nhầm",
        ),
        lambda _s: ["document", "correct", *line_words(4, *WHY)],
        outgoing_json(signer="Khác"),
    ),
    Deed(
        "document.amend",
        KEEPERS,
        lambda o, _s: o.write(
            amend_document,
            "outgoing",
            **of_2026(1),
            new=replace(DOCUMENT, signer="Khác"),
            reason="nhầm",
        ),
        lambda _s: ["document", "amend", *line_words(1, *WHY)],
        outgoing_json(signer="Khác"),
    ),
    Deed(
        "document.amend_level",
        KEEPERS,
        lambda o, _s: o.write(
            amend_document,
            "outgoing",
            **of_2026(1),
            new=replace(DOCUMENT, level=Level.MAT),
            reason="nhầm",
        ),
        lambda _s: ["document", "amend", *line_words(1, *WHY)],
        outgoing_json(level="Mật"),
    ),
    Deed(
        "document.annul",
        KEEPERS,
        lambda o, _s: o.write(annul_document, "outgoing", **of_2026(4), reason="nhầm"),
        lambda _s: ["document", "annul", *line_words(4, *WHY)],
    ),
    Deed(
        "document.annul_printed",
        KEEPERS,
        lambda o, _s: o.write(annul_document, "outgoing", **of_2026(1), reason="nhầm"),
        lambda _s: ["document", "annul", *line_words(1, *WHY)],
    ),
    Deed(
        "document.move",
        KEEPERS,
        lambda o, _s: o.write(
            move_document, "outgoing", **of_2026(4), into="incoming", new=MAIL, reason="nhầm"
        ),
        lambda _s: ["document", "move", *line_words(4, "--into", "incoming", *WHY)],
        incoming_json(),
    ),
    Deed(
        "document.move_printed",
        KEEPERS,
        lambda o, _s: o.write(
            move_document, "outgoing", **of_2026(1), into="incoming", new=MAIL, reason="nhầm"
        ),
        lambda _s: ["document", "move", *line_words(1, "--into", "incoming", *WHY)],
        incoming_json(),
    ),
    Deed(
        "document.receive_rest",
        KEEPERS,
        lambda o, _s: o.write(receive_rest, **of_2026(1), copies=1, words=""),
        lambda _s: ["incoming", "rest", *OF_2026, "--number", 1, "--copies", 1],
    ),
    Deed(
        "envelope.open",
        KEEPERS,
        lambda o, _s: o.write(open_envelope, **of_2026(2), new=OPENED, opened_by="Chủ tịch"),
        lambda _s: ["incoming", "open", *OF_2026, "--number", 2, "--by", "Chủ tịch"],
        incoming_json(addressee="Chủ tịch UBND xã Mẫu"),
    ),
    Deed(
        "envelope.keep_closed",
        KEEPERS,
        lambda o, _s: o.write(keep_content_closed, **of_2026(2), opened_by="Chủ tịch"),
        lambda _s: ["incoming", "keep-closed", *OF_2026, "--number", 2, "--by", "Chủ tịch"],
    ),
    Deed(
        "direction.give",
        KEEPERS,
        lambda o, _s: o.write(
            give_direction, **of_2026(3), new=NewDirection("Chủ tịch", "Kế toán", None, "")
        ),
        lambda _s: [
            *("incoming", "direct", *OF_2026, "--number", 3, "--leader", "Chủ tịch"),
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
        lambda s: ["sheet", "print", "incoming", *OF_2026, "--out", s.out()],
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
        lambda s: ["sheet", "answer", s.stage.run, "spoiled", *WHY],
    ),
    Deed(
        "paper.print",
        KEEPERS,
        lambda o, s: o.write(print_minutes, **of_2026(1), out=s.out()),
        lambda s: ["paper", "minutes", *OF_2026, 1, "--out", s.out()],
    ),
    Deed(
        "sheet.sign",
        KEEPERS,
        lambda o, _s: o.write(mark_signed, "outgoing", year=2026, sheet=1),
        lambda _s: ["sheet", "signed", "outgoing", *OF_2026, 1],
    ),
    Deed(
        "sheet.unsign",
        KEEPERS,
        lambda o, _s: o.write(
            take_back_mark, "outgoing", year=2026, sheet=1, place="2.1", reason="nhầm"
        ),
        lambda _s: ["sheet", "take-back", "outgoing", *OF_2026, 1, "2.1", *WHY],
    ),
    Deed(
        "sheet.spoil",
        KEEPERS,
        lambda o, _s: o.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason="rách"),
        lambda _s: ["sheet", "spoil", "outgoing", *OF_2026, 1, *WHY],
    ),
    Deed(
        "form.install",
        KEEPERS,
        lambda o, s: o.write(install_form, read_pack(s.pack()), second=s.beside),
        lambda s: ["form", "install", s.pack(), *s.second_words, *renewed_words(s)],
    ),
    Deed(
        "volume.open",
        KEEPERS,
        lambda o, _s: o.write(open_volume, "outgoing", year=2026, number=2),
        lambda _s: ["volume", "open", "outgoing", *OF_2026, "--volume", 2],
    ),
    Deed(
        "volume.signing",
        KEEPERS,
        lambda o, _s: o.write(set_signing, "outgoing", year=2026, signing=Signing.RECEIPT_SHEET),
        lambda _s: ["sheet", "signing", "outgoing", *OF_2026, "receipt-sheet"],
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
            *("volume", "reopen", "outgoing", "--year", 2025, "--volume", 1, *WHY),
            *(*s.second_words, *renewed_words(s)),
        ],
    ),
    Deed(
        "year.step",
        KEEPERS,
        lambda o, _s: o.write(mark_step, 2026, Step.SIGN),
        lambda _s: ["year", "mark", *OF_2026, "sign"],
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
