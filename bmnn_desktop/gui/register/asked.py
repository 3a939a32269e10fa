"""Which fields of a form are asked, by what is typed in the others."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bmnn_desktop.domain.book import Book, Field, FieldKind
from bmnn_desktop.domain.comparison import Finding
from bmnn_desktop.domain.envelope import EnvelopeKind

# What belongs to no book but to what is being done; asked only then.
OPENED_BY = Field("opened_by", "Người mở bì", None, FieldKind.TEXT, hint="Người có tên trên bì.")
BACK_NO = Field(
    "back_no",
    "Số trên sổ giấy",
    None,
    FieldKind.COUNT,
    hint="Số đã ghi trên giấy; số cấp sau nối tiếp số lớn nhất.",
)
PAPER_REFERENCE = Field(
    "paper_reference", "Tờ, dòng", None, FieldKind.TEXT, hint="Ví dụ: tờ dự phòng 7, dòng 3."
)
BACK_FIELDS = frozenset({BACK_NO.name, PAPER_REFERENCE.name})


def fields_of_form(book: Book) -> tuple[Field, ...]:
    """Return every field that a form of `book` may ask, in order."""
    opening = (OPENED_BY,) if book.key == "incoming" else ()
    # A list of what was there before has no paper of ours behind it.
    back = (BACK_NO, PAPER_REFERENCE) if book.is_yearly else ()
    return (*opening, *back, *book.fields)


def is_asked(field: Field, values: Mapping[str, object], extra: Collection[str]) -> bool:
    """Tell whether `field` is asked; of the fields of no book only `extra` are."""
    kind = values.get("envelope")
    match field.name:
        case "opened_by" | "back_no" | "paper_reference":
            return field.column is not None or field.name in extra
        case "addressee":
            return isinstance(kind, EnvelopeKind) and kind.is_addressee_only
        case "remark":
            return values.get("finding") not in (None, Finding.COMPLETE)
        case _:
            is_hidden = isinstance(kind, EnvelopeKind) and kind.hides_content
            return field.while_sealed or not is_hidden


def rows_of(fields: tuple[Field, ...]) -> tuple[tuple[Field, ...], ...]:
    """Return the fields row by row: a number stands beside the short field before it."""
    rows: list[tuple[Field, ...]] = []
    for field in fields:
        before = rows[-1] if rows else ()
        is_short = len(before) == 1 and before[0].kind in (FieldKind.DATE, FieldKind.COUNT)
        if is_short and field.kind is FieldKind.COUNT and not field.section:
            rows[-1] = (before[0], field)
        else:
            rows.append((field,))
    return tuple(rows)
