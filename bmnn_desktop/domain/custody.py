"""Custody: who holds each copy, by which unbroken chain of acts, from birth to the end.

Every hand-over is written down and signed for (Luật 117/2025/QH15, Điều 13); what leaves the place
of storage comes back to it (Điều 14). The table of acts below is ours: the order in which they
make sense, so that no copy is ever in two hands or in none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Standing(Enum):
    """Where a copy is, in one word; the value is what the vault stores."""

    STORE = "store"  # kept by the secrecy staff
    HANDED = "handed"  # to somebody of this body, who has not signed yet
    HELD = "held"  # by somebody of this body, who signed
    SENT = "sent"  # to another body, whose receipt is awaited
    AWAY = "away"  # with another body, which signed
    TAKEN_OUT = "taken_out"  # of the place of storage, for a task
    NOT_FOUND = "not_found"  # frozen until it is found or known to be lost
    RETURNED = "returned"  # to the body that issued it
    ARCHIVED = "archived"
    DESTROYED = "destroyed"
    LOST = "lost"

    @property
    def label(self) -> str:
        """Return the standing as the screen names it."""
        return _STANDINGS[self]

    @property
    def is_final(self) -> bool:
        """Tell whether nothing more happens to the copy here."""
        return self in _FINAL


_STANDINGS = {
    Standing.STORE: "Tại nơi lưu giữ",
    Standing.HANDED: "Đã giao, chờ ký nhận",
    Standing.HELD: "Đang giữ",
    Standing.SENT: "Đã gửi, chờ ký nhận",
    Standing.AWAY: "Cơ quan, tổ chức khác đã nhận",
    Standing.TAKEN_OUT: "Mang ra khỏi nơi lưu giữ",
    Standing.NOT_FOUND: "Chưa tìm thấy",
    Standing.RETURNED: "Đã trả nơi ban hành",
    Standing.ARCHIVED: "Đã nộp lưu trữ",
    Standing.DESTROYED: "Đã tiêu hủy",
    Standing.LOST: "Xác định đã mất",
}
_FINAL = frozenset({Standing.RETURNED, Standing.ARCHIVED, Standing.DESTROYED, Standing.LOST})


class Step(Enum):
    """What may happen to a copy; the value is what the vault stores."""

    PLACE = "place"  # moved to another place of storage
    GIVE = "give"  # to somebody of this body
    SEND = "send"  # to another body, by whatever carrier
    SIGN = "sign"
    UNSIGN = "unsign"  # the mark was set by mistake
    REFUSE = "refuse"  # not accepted, or the receipt never came back
    RETURN = "return"
    RECALL = "recall"  # to be back by a day
    REMIND = "remind"
    GIVE_BACK = "give_back"
    ARCHIVE = "archive"
    TAKE_OUT = "take_out"
    BRING_BACK = "bring_back"
    MISS = "miss"
    FIND = "find"
    LOSE = "lose"
    SEE = "see"  # compared with the paper

    @property
    def label(self) -> str:
        """Return the step as the history of a copy names it."""
        return _STEPS[self]

    def leads_to(self, standing: Standing) -> Standing | None:
        """Return where the step leaves a copy that stands so; None: it cannot be taken there."""
        return _LEADS[self].get(standing)

    @property
    def begins_at(self) -> frozenset[Standing]:
        """Return from where the step can be taken."""
        return frozenset(_LEADS[self])


_STEPS = {
    Step.PLACE: "Đổi nơi để",
    Step.GIVE: "Giao",
    Step.SEND: "Gửi đi",
    Step.SIGN: "Ký nhận",
    Step.UNSIGN: "Bỏ dấu đã ký",
    Step.REFUSE: "Không nhận, mang về",
    Step.RETURN: "Trả lại, ký trả",
    Step.RECALL: "Yêu cầu thu hồi",
    Step.REMIND: "Nhắc trả",
    Step.GIVE_BACK: "Trả nơi ban hành",
    Step.ARCHIVE: "Nộp lưu trữ",
    Step.TAKE_OUT: "Mang ra khỏi nơi lưu giữ",
    Step.BRING_BACK: "Mang về nơi lưu giữ",
    Step.MISS: "Báo chưa tìm thấy",
    Step.FIND: "Tìm thấy",
    Step.LOSE: "Xác định đã mất",
    Step.SEE: "Đối chiếu với bản giấy",
}
_S = Standing
_STAYS = {standing: standing for standing in (_S.HELD, _S.AWAY)}
_LEADS: dict[Step, dict[Standing, Standing]] = {
    Step.PLACE: {_S.STORE: _S.STORE},
    # Whoever holds a copy may pass it on through the secrecy staff: one chain, two signatures.
    Step.GIVE: {_S.STORE: _S.HANDED, _S.HELD: _S.HANDED},
    Step.SEND: {_S.STORE: _S.SENT},
    Step.SIGN: {_S.HANDED: _S.HELD, _S.SENT: _S.AWAY},
    Step.UNSIGN: {_S.HELD: _S.HANDED, _S.AWAY: _S.SENT},
    Step.REFUSE: {_S.HANDED: _S.STORE, _S.SENT: _S.STORE},
    Step.RETURN: {_S.HELD: _S.STORE, _S.AWAY: _S.STORE},
    Step.RECALL: _STAYS,
    Step.REMIND: {**_STAYS, _S.HANDED: _S.HANDED, _S.SENT: _S.SENT, _S.TAKEN_OUT: _S.TAKEN_OUT},
    Step.GIVE_BACK: {_S.STORE: _S.RETURNED},
    Step.ARCHIVE: {_S.STORE: _S.ARCHIVED},
    Step.TAKE_OUT: {_S.STORE: _S.TAKEN_OUT, _S.HELD: _S.TAKEN_OUT},
    Step.BRING_BACK: {_S.TAKEN_OUT: _S.STORE},
    Step.MISS: dict.fromkeys(
        (_S.STORE, _S.HANDED, _S.HELD, _S.SENT, _S.AWAY, _S.TAKEN_OUT), _S.NOT_FOUND
    ),
    Step.FIND: {_S.NOT_FOUND: _S.STORE},
    Step.LOSE: {_S.NOT_FOUND: _S.LOST},
    Step.SEE: {_S.STORE: _S.STORE, _S.HELD: _S.HELD, _S.AWAY: _S.AWAY},
}


class Origin(Enum):
    """Where a copy comes from; the value is what the vault stores."""

    ISSUED = "issued"
    RECEIVED = "received"
    MADE = "made"  # sao, chụp
    STOCK = "stock"  # there before the first day

    def number(self, copy_no: int) -> str:
        """Return the copy's number as it is said: "Bản số 03", "Bản sao số 03"."""
        kind = "Bản sao" if self is Origin.MADE else "Bản"
        return f"{kind} số {copy_no:02d}"


@dataclass(frozen=True, slots=True)
class CopyPlace:
    """A copy and where it is now."""

    id: int
    document_id: int
    origin: Origin
    copy_no: int
    standing: Standing
    holder: str  # who, where it is not in store
    place: str  # nơi để
    since: date | None  # None: since it came into being
    due_on: date | None  # to be back
    handover_id: int | None  # the line of the transfer log it went out with
    meant_for: str  # who is to get it
    seen_on: date | None  # of one from stock: compared with the paper
    pages: int | None
    annexes: int | None

    @property
    def number(self) -> str:
        """Return "Bản số 03"."""
        return self.origin.number(self.copy_no)

    @property
    def is_unaccounted(self) -> bool:
        """Tell whether nobody knows where it is, and its case is open."""
        return self.standing is Standing.NOT_FOUND

    @property
    def words(self) -> str:
        """Return where it is: "Đang giữ: Phòng Thí Dụ"."""
        if self.holder:
            return f"{self.standing.label}: {self.holder}"
        return f"{self.standing.label}, {self.place}" if self.place else self.standing.label


@dataclass(frozen=True, slots=True)
class CustodyLine:
    """One step of a copy's chain, as it left the copy."""

    step: Step
    on: date
    standing: Standing
    holder: str
    place: str
    due_on: date | None
    handover_no: int | None  # the line of the transfer log
    pages: int | None
    annexes: int | None
    remark: str
