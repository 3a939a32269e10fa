"""A place to sign, and the capacity in which it is signed (NĐ 30/2020: TM., Q., KT., TL., TUQ.)."""

from __future__ import annotations

from dataclasses import dataclass

SEALED = "(Ký, ghi rõ họ tên, đóng dấu)"
SIGNED = "(Ký, ghi rõ họ tên)"
LEADER = "Lãnh đạo cơ quan, tổ chức"
KEEPER = "Người lập sổ"


@dataclass(frozen=True, slots=True)
class Capacity:
    """The post of a signer and for whom he signs.

    A deputy chairman of a People's Committee: post "Phó Chủ tịch", deputy_of "Chủ tịch",
    on_behalf_of "Ủy ban nhân dân".
    """

    post: str
    on_behalf_of: str = ""  # TM.: a collective
    deputy_of: str = ""  # KT.: the head, for whom a deputy signs
    by_order_of: str = ""  # TL.
    authorised_by: str = ""  # TUQ.
    acting: bool = False  # Q.

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the lines above the signature, in capitals."""
        prefixed = (
            ("TM.", self.on_behalf_of),
            ("TUQ.", self.authorised_by),
            ("TL.", self.by_order_of),
            ("KT.", self.deputy_of),
        )
        above = [f"{prefix} {name}" for prefix, name in prefixed if name]
        post = f"Q. {self.post}" if self.acting else self.post
        return tuple(line.upper() for line in (*above, post))


@dataclass(frozen=True, slots=True)
class Signer:
    """Who is to sign; without a name the line stays free for it."""

    capacity: Capacity
    name: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign as it is printed."""

    titles: tuple[str, ...]
    name: str = ""
    note: str = ""  # how to sign: SIGNED, SEALED
    dated: str = ""  # place and day above the titles, where the head of the paper has none

    @classmethod
    def of(cls, signer: Signer | None, otherwise: str, note: str, dated: str = "") -> Signature:
        """Return the place of `signer`, or of the post `otherwise` where nobody is named."""
        signer = signer or Signer(Capacity(otherwise))
        return cls(signer.capacity.lines, signer.name, note, dated)
