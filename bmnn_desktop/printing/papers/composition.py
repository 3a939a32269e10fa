"""A paper ready to be set: every element of NĐ 30/2020 in its box, and the digest of its text."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass
from typing import Protocol, cast

from bmnn_desktop.domain.form import Status
from bmnn_desktop.printing.lines import printed_text
from bmnn_desktop.printing.papers.letterhead import Letterhead
from bmnn_desktop.printing.papers.parts import Part
from bmnn_desktop.printing.papers.signature import Signature

PROPOSED = "trình bày theo Nghị định 30/2020/NĐ-CP, nội dung đề xuất"


@dataclass(frozen=True, slots=True)
class Composition:
    """The text of one paper. What is empty is left out."""

    letterhead: Letterhead
    body: tuple[Part, ...]
    signatures: tuple[Signature, ...]
    dated: str = ""  # place and day, in the head
    number: str = ""  # "05/BB-UBND"; "/BB-UBND": the number is still to be written
    regarding: str = ""  # "V/v …" of a letter, under its number
    title: str = ""  # the type of the paper, in capitals
    subject: str = ""  # trích yếu, under the title
    address: str = "Kính gửi"
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()  # Nơi nhận, without dashes and semicolons
    bound: bool = False  # a landscape page in a frame, to be bound into a book
    landscape: bool = False  # for tables wide as a book (NĐ 30/2020, Phụ lục I)
    citation: str = PROPOSED
    status: Status = Status.DEFAULT

    @property
    def texts(self) -> list[tuple[str, ...]]:
        """Return what is read, line by line and cell by cell, however it is broken on paper."""
        head = self.letterhead
        lines: list[tuple[str, ...]] = [
            (head.parent_org,),
            (head.org,),
            (self.number, self.dated),
            (self.regarding,),
            (self.title,),
            (self.subject,),
        ]
        if self.addressees:
            lines.append((self.address, *self.addressees))
        lines += [line for part in self.body for line in part.texts]
        lines += [(place.dated, *place.titles, place.name) for place in self.signatures]
        lines += [(recipient,) for recipient in self.recipients]
        return [line for line in lines if any(line)]


class Paper(Protocol):
    """The content of one paper, which knows how it is worded."""

    @property
    def kind(self) -> str:
        """Return the name of this kind of paper in the journal."""

    def compose(self, letterhead: Letterhead) -> Composition:
        """Return the text of the paper."""


@dataclass(frozen=True, slots=True)
class PaperPrinted:
    """What is known of a paper once it is laid out, before anything is written."""

    kind: str
    pages: int
    digest: str


def paper_digest(kind: str, composition: Composition) -> str:
    """Return the SHA-256 of the text as canonical JSON (UTF-8, sorted keys, no spaces).

    Of the text as printed, not of the PDF: {"lines":[[cell, …], …],"paper"}
    """
    content = {"lines": tidied(composition).texts, "paper": kind}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def tidied(composition: Composition) -> Composition:
    """Return the composition with every text as it is printed."""
    return cast("Composition", _tidied(composition))


def _tidied(value: object) -> object:
    if isinstance(value, str):
        return printed_text(value)
    if isinstance(value, tuple):
        return tuple(_tidied(each) for each in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {f.name: _tidied(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return dataclasses.replace(value, **fields)
    return value
