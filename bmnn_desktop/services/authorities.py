"""Who may permit copying and providing: the posts of the law as known, and those of the unit."""

from __future__ import annotations

from bmnn_desktop import resources
from bmnn_desktop.domain.authority import Authorities, Authority, AuthorityStatus
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.text import fold, tidy
from bmnn_desktop.errors import FieldsWrong, FieldWrong, NothingChanged
from bmnn_desktop.registers.authority_file import load_authorities
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.typed_text import check_length
from bmnn_desktop.store.failures import as_damage
from bmnn_desktop.store.rows import Rows

_OWN = "SELECT post, level, citation FROM authority WHERE in_use = 1 ORDER BY id"


def list_authorities(desk: Desk) -> Authorities:
    """Return every post that is known to have the right, those of the law first."""
    return authorities(desk.rows)


def authorities(rows: Rows) -> Authorities:
    """Return the same for a service that decides by it."""
    with as_damage():
        own = tuple(
            Authority(row[0], Level(row[1]), row[2], AuthorityStatus.OWN) for row in rows.all(_OWN)
        )
    return Authorities((*load_authorities(resources.path("law/copying_authority.toml")), *own))


def save_authority(
    desk: WritingDesk, post: str, level: Level, citation: str, *, in_use: bool = True
) -> int:
    """Add a post of the unit's own with its basis, or change or drop one; return the entry.

    `level` is the highest it may permit. A post of the law stays as it is known; one of the same
    name beside it is the unit's own word. Raises FieldsWrong, NothingChanged, NotAllowed.
    """
    desk.session.require(Role.KEEPER)
    texts = {"post": tidy(post), "citation": tidy(citation)}
    labels = {"post": "Chức vụ", "citation": "Căn cứ"}
    wrong = tuple(
        FieldWrong(field=name, label=labels[name], why="chưa ghi.")
        for name, text in texts.items()
        if not text
    )
    if wrong:
        raise FieldsWrong(wrong)
    for name, text in texts.items():
        check_length(name, labels[name], text)
    columns = {**texts, "level": level.value, "in_use": int(in_use)}
    with desk.journal.write("authority.save") as act:
        known = {
            fold(row[1]): row[0]
            for row in act.rows.all("SELECT id, post FROM authority ORDER BY id")
        }
        row = known.get(fold(texts["post"]))
        if row is None:
            act.insert("authority", **columns)
        elif act.read("authority", row) == {"id": row, **columns}:
            raise NothingChanged
        else:
            act.update("authority", row, **columns)
    return act.seq
