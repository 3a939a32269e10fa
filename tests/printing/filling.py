"""Fills sheets over several runs as a service would: it keeps places and slots, nothing else."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterable, Sequence
from itertools import count

from bmnn_desktop.domain.form import Form
from bmnn_desktop.printing.books import preview_sheets, print_sheets
from bmnn_desktop.printing.lines import Foot, Line
from bmnn_desktop.printing.placed import Feed, PlacedLine, SheetInUse, SheetKept, SheetPrinted
from tests.printing.invented import COVER, FOOT, outgoing


class Binder:
    """The sheets in the binder of one book, and the PDF of each run."""

    def __init__(self, form: Form | None = None) -> None:
        self.form = form or outgoing()
        self.sheets: dict[int, list[PlacedLine]] = {}
        self.slots: dict[int, list[int]] = {}
        self.runs: list[bytes] = []
        self.pages: list[tuple[SheetPrinted, ...]] = []  # of each run

    @property
    def start(self) -> SheetInUse | None:
        """Return the sheet in use."""
        if not self.sheets:
            return None
        number = max(self.sheets)
        last = self.sheets[number][-1]
        return SheetInUse(number, last.top + last.height, last.position, len(self.slots[number]))

    @property
    def kept(self) -> list[SheetKept]:
        """Return the sheets as they are stored."""
        return [SheetKept(number, tuple(placed)) for number, placed in self.sheets.items()]

    def print(
        self, lines: Iterable[Line], *, offset_mm: tuple[float, float] = (0.0, 0.0)
    ) -> tuple[SheetPrinted, ...]:
        """Print one run in tiếp and file its sheets."""
        out = io.BytesIO()
        entry = 1207 + len(self.runs)

        def commit(sheets: Sequence[SheetPrinted]) -> Foot:
            for sheet in sheets:
                assert (sheet.feed is Feed.NEW) is (sheet.number not in self.sheets)
                self.sheets.setdefault(sheet.number, []).extend(sheet.lines)
                self.slots.setdefault(sheet.number, []).append(sheet.slot)
            return dataclasses.replace(FOOT, entry=entry)

        sheets = print_sheets(
            self.form,
            COVER,
            out=out,
            commit=commit,
            numbers=count(max(self.sheets, default=0) + 1),
            start=self.start,
            lines=lines,
            offset_mm=offset_mm,
        )
        self.runs.append(out.getvalue())
        self.pages.append(sheets)
        return sheets

    def previewed(self, lines: Iterable[Line]) -> tuple[bytes, tuple[SheetPrinted, ...]]:
        """Preview every sheet with new lines."""
        out = io.BytesIO()
        sheets = preview_sheets(
            self.form,
            COVER,
            out=out,
            numbers=count(max(self.sheets, default=0) + 1),
            kept=self.kept,
            start=self.start,
            lines=lines,
        )
        return out.getvalue(), sheets


def redrawn(binder: Binder, kept: Iterable[SheetKept] | None = None) -> bytes:
    """Print sheets whole from what is stored: all of the binder, or `kept`."""
    out = io.BytesIO()
    print_sheets(
        binder.form,
        COVER,
        out=out,
        commit=lambda _: FOOT,
        numbers=count(99),
        kept=binder.kept if kept is None else kept,
    )
    return out.getvalue()
