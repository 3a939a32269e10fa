"""Which tables there are: journalled ones are replayed and compared, local ones are not."""

from __future__ import annotations

from dataclasses import dataclass

from sqlcipher3 import dbapi2 as sqlcipher


@dataclass(frozen=True, slots=True)
class Table:
    """A journalled table; `text` names its free text, which a scrub may blank."""

    name: str
    text: frozenset[str] = frozenset()


JOURNALLED: tuple[Table, ...] = (
    Table("organisation"),
    Table("person"),
    Table("signer"),
    Table("form"),
    Table("volume", frozenset({"paper_reference", "discrepancy"})),
    Table("envelope"),
    Table("document", frozenset({"subject", "note", "annul_reason"})),
    Table("recipient"),
    Table("copy"),
    Table("copy_order", frozenset({"purpose", "extract", "refusal", "note"})),
    Table("authority"),
    Table("custody", frozenset({"remark"})),
    Table("comparison", frozenset({"remark", "settlement"})),
    Table("direction", frozenset({"words"})),
    Table("correction", frozenset({"words"})),
    Table("print_run"),
    Table("sheet", frozenset({"spoil_reason"})),
    Table("sheet_line", frozenset({"cells"})),
    Table("printed_sheet"),
    Table("dispatch"),
    Table("parcel"),
    Table("handover"),
    Table("receipt"),
    Table("removal", frozenset({"purpose"})),
    Table("provision", frozenset({"what", "purpose", "reasons", "given"})),
    Table("incident", frozenset({"last_seen", "persons", "circumstances", "conclusion"})),
    Table("incident_item"),
    Table("incident_step", frozenset({"words"})),
    Table("plan", frozenset({"title", "funding", "bases"})),
    Table("task", frozenset({"summary", "section", "deliverable"})),
    Table("task_part"),
    Table("task_note", frozenset({"words"})),
    Table("unit_report"),
    Table("holiday"),
    Table("distribution_list"),
    Table("distribution_member"),
    Table("stated_day"),
    Table("inspection"),
    Table("inspection_look"),
    Table("year_step"),
    Table("medium"),
    Table("backup"),
    Table("backup_recipient"),
    Table("backup_recheck"),
    Table("inward_file"),
)
JOURNAL = ("entry", "change")
LOCAL = ("search_document", "search_index", "remembered", "draft", "setting")
SHADOW_PREFIX = "search_index_"  # FTS5 keeps its data in tables named after the index


def journalled_in(connection: sqlcipher.Connection) -> tuple[str, ...]:
    """Return the names of the journalled tables that a vault of this age has."""
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    names = {row[0] for row in found}
    return tuple(table.name for table in JOURNALLED if table.name in names)


def is_local(name: str) -> bool:
    """Tell whether `name` is a local table or part of one."""
    return name in LOCAL or name.startswith(SHADOW_PREFIX)
