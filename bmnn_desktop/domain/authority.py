"""Thẩm quyền cho phép: who may permit copying, and by Điều 15 providing, up to which level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.text import fold, tidy

_RANKS = {Level.MAT: 1, Level.TOI_MAT: 2, Level.TUYET_MAT: 3}


class AuthorityStatus(Enum):
    """How far it is known that a post has the right; the value is what the data file says."""

    CONFIRMED = "confirmed"  # reported of the law in force
    OLD = "old"  # of the law before it
    DRAFT = "draft"  # of a bill, or carried over from another article
    OWN = "own"  # added by the unit, with its own basis

    @property
    def label(self) -> str:
        """Return the status as screen, command line and paper say it."""
        return _LABELS[self]

    @property
    def is_unconfirmed(self) -> bool:
        """Tell whether nobody has read it in the law in force."""
        return self in (AuthorityStatus.OLD, AuthorityStatus.DRAFT)


_LABELS = {
    AuthorityStatus.CONFIRMED: "theo luật đang có hiệu lực",
    AuthorityStatus.OLD: "theo luật cũ, chưa xác nhận",
    AuthorityStatus.DRAFT: "theo dự thảo, chưa xác nhận",
    AuthorityStatus.OWN: "do đơn vị tự ghi",
}


@dataclass(frozen=True, slots=True)
class Authority:
    """A post that may permit; `level` is the highest."""

    post: str
    level: Level
    citation: str
    status: AuthorityStatus

    def covers(self, level: Level) -> bool:
        """Tell whether it reaches a level: who may permit a higher one may permit a lower one.

        The lists of the law are by level and do not say so; it is this program's reading.
        """
        return _RANKS[level] <= _RANKS[self.level]

    @property
    def basis(self) -> str:
        """Return the article as it is kept beside a decision; with its status unless confirmed."""
        if self.status is AuthorityStatus.CONFIRMED:
            return self.citation
        return f"{self.citation} ({self.status.label})"


@dataclass(frozen=True, slots=True)
class Authorities:
    """Every post that is known to have the right, of the law and of the unit."""

    posts: Sequence[Authority]

    def may_permit(self, post: str, level: Level) -> Authority | None:
        """Return by what the post may permit a level, the surest basis first; None: it may not."""
        order = list(AuthorityStatus)
        found = [each for each in self.of_post(post) if each.covers(level)]
        return min(found, key=lambda each: order.index(each.status), default=None)

    def of_post(self, post: str) -> tuple[Authority, ...]:
        """Return what is known of a post; marks and case do not matter."""
        return tuple(each for each in self.posts if _same(each.post, post))

    def for_level(self, level: Level) -> tuple[Authority, ...]:
        """Return the posts that may permit a level."""
        return tuple(each for each in self.posts if each.covers(level))


def _same(one: str, other: str) -> bool:
    return fold(tidy(one)) == fold(tidy(other))
