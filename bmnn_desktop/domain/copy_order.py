"""Việc sao, chụp: asked for, permitted or refused, made; a line of the copying log once made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.text import fold


class CopyForm(Enum):
    """Hình thức (NĐ 26/2020/NĐ-CP, Điều 3); the value is what the vault stores."""

    SAO_Y = "sao_y"
    SAO_LUC = "sao_luc"
    TRICH_SAO = "trich_sao"
    CHUP = "chup"

    @property
    def label(self) -> str:
        """Return the form as the books write it."""
        return _FORMS[self]

    @classmethod
    def parse(cls, text: str) -> CopyForm | None:
        """Read a name or an identifier, with or without marks."""
        return _SPELLINGS.get(fold(text).replace("_", " ").strip())


_FORMS = {
    CopyForm.SAO_Y: "Sao y bản chính",
    CopyForm.SAO_LUC: "Sao lục",
    CopyForm.TRICH_SAO: "Trích sao",
    CopyForm.CHUP: "Chụp",
}
_SPELLINGS = {
    spelling: form
    for form in CopyForm
    for spelling in (fold(_FORMS[form]), form.value.replace("_", " "))
}


class CopyMedium(Enum):
    """What comes out of paper; the value is what the vault stores."""

    PAPER = "paper"
    ELECTRONIC = "electronic"  # only a draft of the decree names it

    @property
    def label(self) -> str:
        """Return the direction as the screen names it."""
        return "Giấy → giấy" if self is CopyMedium.PAPER else "Giấy → điện tử"


class OrderState(Enum):
    """How far an order is; the value is what the command line prints."""

    REQUESTED = "requested"
    PERMITTED = "permitted"
    REFUSED = "refused"
    MADE = "made"

    @property
    def label(self) -> str:
        """Return the state as the screen names it."""
        return _STATES[self]


_STATES = {
    OrderState.REQUESTED: "Chờ cho phép",
    OrderState.PERMITTED: "Đã cho phép, chưa sao, chụp",
    OrderState.REFUSED: "Không được phép",
    OrderState.MADE: "Đã sao, chụp",
}


@dataclass(frozen=True, slots=True)
class NewRequest:
    """Đề nghị sao, chụp as it is typed; `requested_on` None: today."""

    requester: str
    wanted: int
    form: CopyForm = CopyForm.SAO_Y
    medium: CopyMedium = CopyMedium.PAPER
    purpose: str = ""
    extract: str = ""  # of a trích sao, which part
    requested_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Permission:
    """Who permitted how many copies; `permitted_on` None: today, `permitted` None: as asked."""

    permitter: str
    post: str
    permitted: int | None = None
    permitted_on: date | None = None
    delegation: str = ""


@dataclass(frozen=True, slots=True)
class Making:
    """What came of it: the copies, who each is for, and what was destroyed at once.

    One name for each numbered copy, in order; what has none is kept here. Days that are None are
    today, that of destroying the day of the making.
    """

    made: int
    made_by: str
    recipients: tuple[str, ...] = ()
    made_on: date | None = None
    made_at: str = ""  # place and machine
    spare: int = 0
    spoiled: int = 0
    destroyed_on: date | None = None
    destroyed_by: str = ""


@dataclass(frozen=True, slots=True)
class MadeCopy:
    """A numbered copy: who it was made for, and where on paper he signs ("": not known yet)."""

    copy_no: int
    meant_for: str
    signed_at: str = ""


@dataclass(frozen=True, slots=True)
class CopyOrder:
    """An order as it is stored; numbers and days are None until that step is taken."""

    id: int
    document: Document
    requested_on: date
    requester: str
    purpose: str
    form: CopyForm
    medium: CopyMedium
    extract: str
    wanted: int
    permitted: int | None
    permitter: str
    permitter_post: str
    delegation: str
    basis: str  # by what the post may permit, as known on that day
    permitted_on: date | None
    refused_on: date | None
    refusal: str
    volume_id: int | None
    year: int | None
    seq_no: int | None
    made_on: date | None
    entered_on: date | None
    made_by: str
    made_at: str
    made: int | None
    spare: int
    spoiled: int
    destroyed_on: date | None
    destroyed_by: str
    note: str
    copies: tuple[MadeCopy, ...] = ()
    permission_told: date | None = None  # the day the permission was entered, by the journal

    @property
    def state(self) -> OrderState:
        """Return how far the order is."""
        if self.made_on is not None:
            return OrderState.MADE
        if self.refused_on is not None:
            return OrderState.REFUSED
        return OrderState.REQUESTED if self.permitted_on is None else OrderState.PERMITTED

    @property
    def is_late(self) -> bool:
        """Tell whether it was entered after the day on which the copies were made."""
        return self.made_on is not None and self.entered_on != self.made_on

    @property
    def is_permission_late(self) -> bool:
        """Tell whether the permission was entered after the day on which it was given."""
        return self.permission_told is not None and self.permission_told != self.permitted_on

    @property
    def numbers(self) -> str:
        """Return the numbers of its copies: "03–05"; nothing until they are made."""
        if not self.copies:
            return ""
        first, last = self.copies[0].copy_no, self.copies[-1].copy_no
        return f"{first:02d}" if first == last else f"{first:02d}–{last:02d}"
