"""The structure of a file: what is read as what, and in which order (PDF 1.4, section 9.6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class _Mark(NamedTuple):
    """A marked piece of a page's content."""

    page: str  # the reference of its page
    number: int


class Element:
    """A heading, a paragraph, a table, a cell: its role, its parts in reading order."""

    __slots__ = ("index", "kids", "parent", "role")

    def __init__(self, index: int, role: str, parent: Element | None) -> None:
        self.index = index
        self.role = role
        self.parent = parent
        self.kids: list[Element | _Mark] = []


class Tags:
    """The elements of one file under its root; pages tell which of their pieces belong to which."""

    def __init__(self) -> None:
        self.root = Element(0, "Document", None)
        self._elements = [self.root]
        self._pages: list[list[Element]] = []

    def element(self, role: str, parent: Element | None = None) -> Element:
        """Return a new element, the last of its parent or of the file."""
        parent = parent or self.root
        found = Element(len(self._elements), role, parent)
        parent.kids.append(found)
        self._elements.append(found)
        return found

    @property
    def next_page(self) -> int:
        """Return the number under which the next page finds its pieces."""
        return len(self._pages)

    def add_page(self, page: str, marks: Sequence[Element]) -> None:
        """Tell which element each marked piece of a page belongs to, in order."""
        self._pages.append(list(marks))
        for number, element in enumerate(marks):
            element.kids.append(_Mark(page, number))

    def objects(self, root: int, first: int) -> Iterator[bytes]:
        """Yield the bodies of the elements, numbered from `first`, then the tree from page to them.

        `root` is the number of the structure tree's root; `tree_root` is its body.
        """
        for element in self._elements:
            above = root if element.parent is None else first + element.parent.index
            kids = " ".join(_kid(kid, first) for kid in element.kids)
            yield f"<< /S /{element.role} /P {above} 0 R /K [{kids}] >>".encode()
        places = " ".join(
            f"{number} [{' '.join(f'{first + each.index} 0 R' for each in marks)}]"
            for number, marks in enumerate(self._pages)
        )
        yield f"<< /Nums [{places}] >>".encode()

    def tree_root(self, first: int) -> bytes:
        """Return the body of the structure tree's root for elements numbered from `first`."""
        tree = first + len(self._elements)
        return (
            f"<< /Type /StructTreeRoot /K [{first} 0 R] /ParentTree {tree} 0 R "
            f"/ParentTreeNextKey {len(self._pages)} >>"
        ).encode()


def _kid(kid: Element | _Mark, first: int) -> str:
    if isinstance(kid, Element):
        return f"{first + kid.index} 0 R"
    return f"<< /Type /MCR /Pg {kid.page} /MCID {kid.number} >>"
