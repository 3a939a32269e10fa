"""What every step of a copying order checks: the document, the right to permit, the days."""

from __future__ import annotations

from datetime import date

from bmnn_desktop.domain.authority import AuthorityStatus
from bmnn_desktop.domain.copy_order import CopyOrder, OrderState
from bmnn_desktop.domain.custody import Origin, Standing
from bmnn_desktop.domain.dates import short_date
from bmnn_desktop.domain.document import Document
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.numbering import show_number
from bmnn_desktop.errors import (
    CopiesMade,
    CopyingForbidden,
    CopyLevelUnknown,
    CopyOrderMissing,
    CopyOrderSettled,
    DocumentAnnulled,
    DocumentMissing,
    FieldsWrong,
    FieldWrong,
    NoAuthority,
    NothingToCopyFrom,
)
from bmnn_desktop.services.authorities import authorities
from bmnn_desktop.services.copy_steps import words_of
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store import copies, copy_orders, documents
from bmnn_desktop.store.rows import Rows

# From a copy that is here or with somebody of this body one can copy; not from one that went away.
_AT_HAND = frozenset({Standing.STORE, Standing.HANDED, Standing.HELD, Standing.TAKEN_OUT})


def line_to_copy(rows: Rows, book: str, year: int, seq_no: int) -> Document:
    """Return the line; raise DocumentMissing and what `require_copyable` raises."""
    found = documents.by_number(rows, book, year, seq_no)
    if found is None:
        raise DocumentMissing(seq_no=seq_no, year=year)
    require_copyable(rows, found)
    return found


def require_copyable(rows: Rows, line: Document) -> Level:
    """Return the level of a document that may be copied from.

    Raises DocumentAnnulled, CopyLevelUnknown, CopyingForbidden, NothingToCopyFrom.
    """
    if line.is_annulled:
        raise DocumentAnnulled(line=words_of(line))
    if line.is_sealed or line.level is None:
        raise CopyLevelUnknown(line=words_of(line))
    if line.copying_allowed is False:
        raise CopyingForbidden(line=words_of(line))
    found = copies.of_document(rows, line.id)
    if not any(copy.standing in _AT_HAND for copy in found):
        where = "; ".join(f"{copy.number}: {copy.words}" for copy in found[:3])
        more = ", …" if len(found) > 3 else ""  # noqa: PLR2004 (enough to go and look)
        raise NothingToCopyFrom(line=words_of(line), where=f"{where}{more}" or "chưa có bản nào")
    return line.level


def require_not_copied(rows: Rows, line: Document) -> None:
    """Raise CopiesMade while there are copies made of a document: they would belong to no line."""
    made = [
        copy
        for copy in copies.of_document(rows, line.id)
        if copy.origin is Origin.MADE and not copy.standing.is_final
    ]
    if made:
        order = next(one for one in copy_orders.of_document(rows, line.id) if one.copies)
        first, last = made[0].copy_no, made[-1].copy_no
        numbers = f"bản sao số {show_number(first)}–{show_number(last)}"
        raise CopiesMade(
            line=words_of(line),
            numbers=numbers,
            seq_no=show_number(order.seq_no or 0),
            year=order.year,
        )


def order_in_state(rows: Rows, order: int, *states: OrderState) -> CopyOrder:
    """Return an order; raise CopyOrderMissing, CopyOrderSettled when it is past these states."""
    found = copy_orders.by_id(rows, order)
    if found is None:
        raise CopyOrderMissing(order=order)
    if found.state not in states:
        state = found.state.label.lower()
        if found.made_on is not None:
            state += f" ngày {short_date(found.made_on)}, số {found.seq_no} năm {found.year}"
        elif found.refused_on is not None:
            state += f" ngày {short_date(found.refused_on)}"
        raise CopyOrderSettled(order=order, line=words_of(found.document), state=state)
    return found


def basis_of(rows: Rows, post: str, level: Level) -> str:
    """Return by what a post may permit copies of a level; raise NoAuthority."""
    known = authorities(rows)
    found = known.may_permit(post, level)
    if found is not None:
        return found.basis
    lower = [each for each in known.of_post(post) if each.status is not AuthorityStatus.OWN]
    reach = f"; chức vụ này chỉ đến độ {lower[0].level.label}" if lower else ""
    raise NoAuthority(post=post, level=level.label, known=reach)


def check_order(earlier: date | None, later: date, field: str, label: str, before: str) -> None:
    """Raise FieldsWrong for a day that lies before the one it follows."""
    if earlier is not None and later < earlier:
        why = f"trước ngày {before} ({short_date(earlier)})."
        raise FieldsWrong((FieldWrong(field=field, label=label, why=why),))


def check_texts(texts: dict[str, tuple[str, str]], needed: frozenset[str]) -> None:
    """Check texts by field (label, text); raise FieldsWrong with all that are missing."""
    wrong = tuple(
        FieldWrong(field=field, label=label, why="chưa ghi.")
        for field, (label, text) in texts.items()
        if field in needed and not text
    )
    if wrong:
        raise FieldsWrong(wrong)
    for field, (label, text) in texts.items():
        check_length(field, label, text)
