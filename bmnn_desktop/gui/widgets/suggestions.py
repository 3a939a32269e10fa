"""Remembered values and which of them are meant by what is being typed."""

from __future__ import annotations

import re

from bmnn_desktop.domain.text import fold

_WORD = re.compile(r"\w+")


class Suggestions:
    """Matches without diacritics: every typed word begins a word of the value."""

    def __init__(self) -> None:
        self._folded: dict[str, str] = {}  # value → its words, each after a space

    def set_values(self, values: tuple[str, ...]) -> None:
        """Take `values`, most used first; those already known are not folded again."""
        known = self._folded
        self._folded = {value: known.get(value) or _words(value) for value in values}

    def matching(self, typed: str, most: int) -> list[str]:
        """Return at most `most` values, in their order; all are meant by nothing typed.

        The value that is typed already is no suggestion; punctuation alone means none.
        """
        # The longest first: it is the one that most values lack.
        starts = sorted((f" {word}" for word in set(_WORD.findall(fold(typed)))), key=len)[::-1]
        if typed.strip() and not starts:
            return []
        found = []
        for value, words in self._folded.items():
            for start in starts:
                if start not in words:
                    break
            else:
                if value != typed:
                    found.append(value)
            if len(found) == most:
                break
        return found


def _words(value: str) -> str:
    return "".join(f" {word}" for word in _WORD.findall(fold(value)))
