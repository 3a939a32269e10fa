"""XML from outside, read defensively: no document type, no entities, bounded size and depth."""

from __future__ import annotations

from xml.parsers import expat

from bmnn_desktop.errors import PlanFileDamaged

_DEEPEST = 200
_MOST_ELEMENTS = 3_000_000


class Element:
    """An element with its attributes, its text, and its children in order."""

    __slots__ = ("attributes", "children", "tag", "text")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.text = ""
        self.children: list[Element] = []

    def child(self, tag: str) -> Element | None:
        """Return the first child of a tag."""
        return next((child for child in self.children if child.tag == tag), None)

    def value(self, *path: str) -> str | None:
        """Return the `w:val` of the element down a path of tags."""
        here: Element | None = self
        for tag in path:
            here = here.child(tag) if here is not None else None
        return None if here is None else here.attributes.get("w:val")


def read_xml(data: bytes) -> Element:
    """Return the root element. Raises PlanFileDamaged."""
    root = Element("", {})
    stack = [root]
    count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(stack) > _DEEPEST or count > _MOST_ELEMENTS:
            raise PlanFileDamaged
        element = Element(tag, attributes)
        stack[-1].children.append(element)
        stack.append(element)

    def end(_tag: str) -> None:
        stack.pop()

    def text(piece: str) -> None:
        stack[-1].text += piece

    def refuse(*_parts: object) -> None:
        raise PlanFileDamaged

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise PlanFileDamaged from error
    if not root.children:
        raise PlanFileDamaged
    return root.children[0]
