"""Search without diacritics: an FTS5 index over text folded by us, written with each act."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop.domain.text import fold
from bmnn_desktop.store.entry import Change

# FTS5's unicode61 knows Unicode 6.1; every letter of 3.2 is one to it as well.
_category = unicodedata.ucd_3_2_0.category
# A letter to FTS5 that nobody can type; begins the words that say where a line is.
_PLACE = "\ue000"
_LETTERS = frozenset(map(chr, range(128))) | {_PLACE}
_FOLDED = """
    SELECT char(0xE000) || d.book, char(0xE000) || d.book || d.year,
           d.seq_no, d.doc_number, d.doc_type, d.subject, d.signer, d.holding_unit, d.note,
           (SELECT group_concat(name, ' ') FROM recipient
            WHERE document_id = d.id AND in_use = 1),
           CASE d.arrival_no WHEN d.seq_no THEN NULL ELSE d.arrival_no END,
           d.issuer, d.receiving_unit, d.drafter, d.basis, e.addressee,
           nullif(e.cover_number, d.doc_number)
    FROM document AS d LEFT JOIN envelope AS e ON e.id = d.envelope_id"""
_FOLDED_ONE = f"{_FOLDED} WHERE d.id = ?"
_FOLDED_ALL = f"{_FOLDED} ORDER BY d.id"
_INDEXED_ALL = """
    SELECT s.folded FROM document AS d LEFT JOIN search_document AS s ON s.id = d.id
    ORDER BY d.id"""


def refresh(connection: sqlcipher.Connection, changes: Sequence[Change]) -> None:
    """Bring the index up to date with the rows an act changed."""
    touched = {change.row for change in changes if change.table == "document"}
    touched |= {
        connection.execute(
            "SELECT document_id FROM recipient WHERE id = ?", (change.row,)
        ).fetchone()[0]
        for change in changes
        if change.table == "recipient"
    }
    for document in sorted(touched):
        _index(connection, document)


def rebuild(connection: sqlcipher.Connection) -> None:
    """Index every document of a vault whose tables were rebuilt from the journal."""
    for (document,) in connection.execute("SELECT id FROM document ORDER BY id").fetchall():
        _index(connection, document)


def folded(connection: sqlcipher.Connection, document: int) -> str:
    """Return the searchable text of a document."""
    return _text_of(connection.execute(_FOLDED_ONE, (document,)).fetchone())


def is_up_to_date(connection: sqlcipher.Connection) -> bool:
    """Tell whether the index holds the text of every document; one left over shows nothing."""
    rows = zip(connection.execute(_FOLDED_ALL), connection.execute(_INDEXED_ALL), strict=True)
    return all(_text_of(row) == indexed[0] for row, indexed in rows)


def match(typed: str, book: str | None = None, year: int | None = None) -> str | None:
    """Return the FTS5 query for what was typed: each word as a prefix; None for no word.

    Only lines of `book` (None: of every book), there only those of `year`, are found: looking at
    each hit to learn where it is would cost the typist.
    """
    letters = (c if _category(c)[0] in "LN" else " " for c in fold(typed))
    words = [f'"{word}"*' for word in "".join(letters).split()]
    if not words:
        return None
    if book is not None:
        words.append(f'"{_PLACE}{book}{"" if year is None else year}"')
    return " AND ".join(words)


def _text_of(row: Sequence[object]) -> str:
    text = fold(" ".join(str(value) for value in row if value not in (None, "")))
    # A younger character is a letter to FTS5 and none to `match`: the words would differ.
    younger = {ord(c): " " for c in set(text) - _LETTERS if _category(c) == "Cn"}
    return text.translate(younger) if younger else text


def _index(connection: sqlcipher.Connection, document: int) -> None:
    text = folded(connection, document)
    old = connection.execute(
        "SELECT folded FROM search_document WHERE id = ?", (document,)
    ).fetchone()
    if old is None:
        connection.execute("INSERT INTO search_document VALUES (?, ?)", (document, text))
    elif old[0] == text:
        return
    else:
        connection.execute(
            "INSERT INTO search_index (search_index, rowid, folded) VALUES ('delete', ?, ?)",
            (document, old[0]),
        )
        connection.execute("UPDATE search_document SET folded = ? WHERE id = ?", (text, document))
    connection.execute("INSERT INTO search_index (rowid, folded) VALUES (?, ?)", (document, text))
