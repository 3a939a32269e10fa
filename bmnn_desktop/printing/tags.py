"""The structure of a file: what is read as what, and in which order (PDF 1.4, section 9.6).

A book of 100,000 lines has as many elements: what is kept of each is a few numbers.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_NONE = -1


class Element(NamedTuple):
    """A heading, a paragraph, a table, a cell: its place among all elements, and its role."""

    number: int
    role: str


class Tags:
    """The elements of one file; pages tell which of their marked pieces belong to which.

    An element has parts or pieces, never both.
    """

    def __init__(self) -> None:
        self._roles: list[str] = []
        self._parents = array("q")
        self._first = array("q")  # the page of an element's first piece
        self._numbers = array("q")  # the number of that piece on its page
        self._more: dict[int, list[tuple[int, int]]] = {}  # further pieces: page, number
        self._pages: list[str] = []
        self._marks: list[array[int]] = []  # of each page, the elements of its pieces
        self._root = Element(_NONE, "")
        self._root = self.element("Document")

    def element(self, role: str, parent: Element | None = None) -> Element:
        """Return a new element, the last of its parent or of the file."""
        self._parents.append((parent or self._root).number)
        self._first.append(_NONE)
        self._numbers.append(_NONE)
        self._roles.append(role)
        return Element(len(self._roles) - 1, role)

    @property
    def next_page(self) -> int:
        """Return the number under which the next page finds its pieces."""
        return len(self._pages)

    def add_page(self, page: str, marks: Sequence[Element]) -> None:
        """Tell which element each marked piece of a page belongs to, in order."""
        place = len(self._pages)
        self._pages.append(page)
        self._marks.append(array("q", [element.number for element in marks]))
        for number, (index, _) in enumerate(marks):
            if self._first[index] == _NONE:
                self._first[index], self._numbers[index] = place, number
            else:
                self._more.setdefault(index, []).append((place, number))

    def tree_root(self, first: int) -> bytes:
        """Return the body of the tree's root, whose elements are numbered from `first`."""
        tree = first + len(self._roles)
        return (
            f"<< /Type /StructTreeRoot /K [{first} 0 R] /ParentTree {tree} 0 R "
            f"/ParentTreeNextKey {len(self._pages)} >>"
        ).encode()

    def objects(self, root: int, first: int) -> Iterator[bytes]:
        """Yield the bodies of the elements, numbered from `first`, then the way back from pages.

        `root` is the number of the tree's root.
        """
        parts: dict[int, list[str]] = {}
        for index, parent in enumerate(self._parents):
            parts.setdefault(parent, []).append(f"{first + index} 0 R")
        for index, role in enumerate(self._roles):
            parent = self._parents[index]
            above = root if parent == _NONE else first + parent
            kids = " ".join(parts.pop(index, ())) or " ".join(self._pieces(index))
            yield f"<< /S /{role} /P {above} 0 R /K [{kids}] >>".encode()
        places = " ".join(
            f"{number} [{' '.join([f'{first + index} 0 R' for index in marks])}]"
            for number, marks in enumerate(self._marks)
        )
        yield f"<< /Nums [{places}] >>".encode()

    def _pieces(self, index: int) -> Iterator[str]:
        if self._first[index] == _NONE:
            return
        found = [(self._first[index], self._numbers[index]), *self._more.get(index, ())]
        for page, number in found:
            yield f"<< /Type /MCR /Pg {self._pages[page]} /MCID {number} >>"
