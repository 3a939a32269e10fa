"""Vietnamese text: one form to store (NFC), one form to search (folded)."""

from __future__ import annotations

import functools
import unicodedata


def tidy(text: str) -> str:
    """Return `text` as it is stored: NFC, one line, single spaces, no control characters."""
    # Composed last: a letter and its mark may come together only once what hid between is gone.
    visible = text if text.isprintable() else "".join(map(_visible, text))
    return " ".join(unicodedata.normalize("NFC", visible).split())


def inside(words: str) -> str:
    """Return words as they stand inside a sentence: their first letter small."""
    return words[:1].lower() + words[1:]


def fold(text: str) -> str:
    """Return `text` as it is searched: no marks, đ as d, one case.

    SQLite's own `remove_diacritics` never folds đ.
    """
    apart = unicodedata.normalize("NFD", text)
    return "".join(map(_bare, apart)).casefold()


@functools.lru_cache(maxsize=4096)  # saving and searching fold every letter there is
def _bare(character: str) -> str:
    if unicodedata.combining(character):
        return ""
    return {"đ": "d", "Đ": "D"}.get(character, character)


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":  # direction marks, zero-width joiners: invisible and misleading
        return ""
    if category == "Cs":  # a lone surrogate is no text and cannot be stored
        return "\N{REPLACEMENT CHARACTER}"
    return " " if category.startswith(("C", "Z")) else character
