"""Bốc ngẫu nhiên: lines of a book drawn by a seed, so that anybody can draw the same ones again."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass

from bmnn_desktop.domain.document import Document
from bmnn_desktop.errors import BookEmpty
from bmnn_desktop.registers import book as find_book
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_documents import list_ids, read_documents

MOST = 10
_SEEDS = 1_000_000


@dataclass(frozen=True, slots=True)
class Sample:
    """The lines that were drawn, in the order of their numbers."""

    book: str
    year: int
    seed: int
    lines: tuple[Document, ...]


def new_seed() -> int:
    """Return a seed nobody chose."""
    return secrets.randbelow(_SEEDS)


def draw_sample(desk: Desk, book: str, *, year: int, seed: int, count: int = MOST) -> Sample:
    """Draw lines of a book and year, struck ones too; raise BookUnknown, BookEmpty.

    Drawn are the lines whose SHA-256 of "seed:row" is lowest.
    """
    ids = list_ids(desk, find_book(book).key, year=year)
    if not ids:
        raise BookEmpty
    drawn = sorted(ids, key=lambda row: hashlib.sha256(f"{seed}:{row}".encode()).digest())[:count]
    lines = sorted(read_documents(desk, drawn), key=lambda line: line.seq_no)
    return Sample(book, year, seed, tuple(lines))
