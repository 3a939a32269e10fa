"""How one act is done, by its service and by the command line; and what the deeds share."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any

from bmnn_desktop.domain import action as actions
from bmnn_desktop.domain.action import Grade
from bmnn_desktop.domain.inspection import NewInspection
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from tests.cli.terminal import LINE, write_secret
from tests.grades.stage import (
    ADMIN,
    BOTH,
    CLERK,
    HEAD,
    KEEPER,
    MAIL,
    Scene,
)

KEEPERS = frozenset({BOTH, CLERK})
MANAGERS = frozenset({BOTH, CLERK, ADMIN})  # a confirming person only where there is none of them
HOSTS = frozenset({BOTH, CLERK, HEAD})  # who may let an inspector in
ALL = frozenset({BOTH, CLERK, ADMIN, HEAD})
NEW_PHRASE = "mot cau moi khac han"
NEW = NewPerson("moi", "Đỗ Thị Mới", frozenset({KEEPER}), NEW_PHRASE)
OPENED = replace(MAIL, addressee="Chủ tịch UBND xã Mẫu")
INSPECTION = NewInspection("Lê Kiểm Tra", "Sở Thí Dụ", "12/QĐ", None)
OF_2026 = ("--year", 2026)
WHY = ("--reason", "ghi nhầm")

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


def line_words(number: int, *more: object, book: str = "outgoing") -> list[object]:
    return [book, *OF_2026, "--number", number, *more]


def of_2026(seq_no: int) -> dict[str, Any]:
    return {"year": 2026, "seq_no": seq_no}


def outgoing_json(**changed: object) -> str:
    return json.dumps({**LINE, **changed}, ensure_ascii=False) + "\n"


def incoming_json(**changed: object) -> str:
    line = {
        "doc_number": "17/CV-CA", "doc_date": "2026-03-02", "doc_type": "Công văn",
        "subject": "Nội dung giả định", "level": "Tối mật", "arrival_date": "2026-03-04",
        "issuer": "Công an tỉnh Giả Định", "receiving_unit": "Văn phòng", "finding": "Đủ",
    }  # fmt: skip
    return json.dumps({**line, **changed}, ensure_ascii=False) + "\n"


def secret_words(scene: Scene, text: str = NEW_PHRASE) -> tuple[object, ...]:
    return ("--new-passphrase-file", write_secret(scene.home / "new.txt", text))


def renewed_words(scene: Scene, *, always: bool = False) -> tuple[object, ...]:
    """Return where a new sheet goes, when there will be one."""
    is_used = "--recovery-file" in scene.second_words
    return ("--recovery-out", scene.home / "sheet.txt") if is_used or always else ()
