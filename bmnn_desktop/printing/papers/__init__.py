"""Administrative documents on A4 (Nghị định 30/2020/NĐ-CP): minutes, letters, slips, certificates.

One file a paper: a dataclass of its content, which composes its text. Adding one needs no more:
`composition`, `parts`, `signature` and `letterhead` are what a text is made of. `press` sets it:
`head`, `body` (over `text_line` and `grid`) and `closing` turn it into strips, `strip` fills pages
with them, `margin` draws what stands around.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from bmnn_desktop.printing.lines import Foot
from bmnn_desktop.printing.papers.composition import Paper, PaperPrinted, paper_digest
from bmnn_desktop.printing.papers.letterhead import Letterhead

__all__ = ["Letterhead", "Paper", "PaperPrinted", "preview_paper", "print_paper"]

# ReportLab takes a seventh of a second to import: at the first print, not at the program's start.
# ruff: noqa: PLC0415


def print_paper(
    paper: Paper,
    letterhead: Letterhead,
    out: BinaryIO,
    commit: Callable[[PaperPrinted], Foot],
    *,
    training: bool,
) -> PaperPrinted:
    """Lay out a paper, commit, and only then write the PDF into `out`.

    `commit` is called once, when all pages are laid out: it enters the print in the journal and
    returns what the foot of every page shows. If it raises, nothing has been written.
    """
    from bmnn_desktop.printing.papers.press import Press

    composition = paper.compose(letterhead)
    press = Press(composition, training=training, preview=False)
    printed = PaperPrinted(paper.kind, press.pages, paper_digest(paper.kind, composition))
    press.print(out, commit(printed))
    return printed


def preview_paper(
    paper: Paper, letterhead: Letterhead, out: BinaryIO, *, training: bool
) -> PaperPrinted:
    """Write the same pages with a watermark and without code and QR: never to be signed."""
    from bmnn_desktop.printing.papers.press import Press

    composition = paper.compose(letterhead)
    press = Press(composition, training=training, preview=True)
    press.preview(out)
    return PaperPrinted(paper.kind, press.pages, paper_digest(paper.kind, composition))
