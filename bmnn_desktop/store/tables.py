"""Which tables there are: journalled ones are replayed and compared, local ones are not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A journalled table; `text` names its free text, which a scrub may blank."""

    name: str
    text: frozenset[str] = frozenset()


JOURNALLED: tuple[Table, ...] = (
    Table("organisation"),
    Table("person"),
    Table("signer"),
    Table("volume", frozenset({"paper_reference"})),
    Table("document", frozenset({"subject", "note", "annul_reason"})),
    Table("recipient"),
    Table("copy"),
    Table("print_run"),
    Table("sheet"),
    Table("backup"),
    Table("backup_recipient"),
)
JOURNAL = ("entry", "change")
LOCAL = ("search_document", "search_index")
SHADOW_PREFIX = "search_index_"  # FTS5 keeps its data in tables named after the index


def is_local(name: str) -> bool:
    """Tell whether `name` is a local table or part of one."""
    return name in LOCAL or name.startswith(SHADOW_PREFIX)
