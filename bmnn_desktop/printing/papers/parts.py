"""What the body of a paper is made of, as data. A line feed begins a new paragraph."""

from __future__ import annotations

from dataclasses import dataclass

Texts = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text: justified, its first line indented."""

    text: str

    @property
    def texts(self) -> Texts:
        """Return what is read, line by line."""
        return ((self.text,),)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading in bold that stays with what follows."""

    text: str

    @property
    def texts(self) -> Texts:
        """Return what is read, line by line."""
        return ((self.text,),)


@dataclass(frozen=True, slots=True)
class PenLines:
    """Dotted lines to write on."""

    count: int

    @property
    def texts(self) -> Texts:
        """Return nothing: there is nothing to read."""
        return ()


@dataclass(frozen=True, slots=True)
class CutLine:
    """A dotted line across the page, with words on it: what is below is torn off."""

    text: str

    @property
    def texts(self) -> Texts:
        """Return what is read."""
        return ((self.text,),)


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it is about; an empty value is a dotted line for the pen."""

    label: str
    value: str = ""
    share: float = 1  # of the width of its row


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled facts, one or more side by side in each row."""

    rows: tuple[tuple[Fact, ...], ...]

    @property
    def texts(self) -> Texts:
        """Return what is read, row by row."""
        return tuple(tuple(f"{fact.label}: {fact.value}" for fact in row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; `share` is its part of the width, in any unit."""

    title: str
    share: float
    align: str = "left"  # left, center or justify
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table; its heads come again on every page. Without titles it has no heads."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def has_heads(self) -> bool:
        """Tell whether any column has a title."""
        return any(column.title for column in self.columns)

    @property
    def texts(self) -> Texts:
        """Return what is read, row by row."""
        heads = (tuple(column.title for column in self.columns),) if self.has_heads else ()
        return (*heads, *self.rows)


@dataclass(frozen=True, slots=True)
class Box:
    """A framed place for an answer: its text if known, else dotted lines for the pen."""

    title: str
    text: str = ""
    pen_lines: int = 2
    share: float = 1


@dataclass(frozen=True, slots=True)
class Boxes:
    """Boxes side by side."""

    boxes: tuple[Box, ...]

    @property
    def texts(self) -> Texts:
        """Return what is read, box by box."""
        return tuple((f"{box.title}: {box.text}",) for box in self.boxes)


Part = Paragraph | Section | PenLines | CutLine | Facts | Table | Boxes
