"""Paragraphs into a tree: sections, items, dashes and plus signs, each with its reference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from bmnn_desktop.plans.label import is_label
from bmnn_desktop.plans.marker import Marker, Rank
from bmnn_desktop.plans.paragraphs import Paragraph
from bmnn_desktop.plans.source import Table

_SENTENCE_END = re.compile(r"[.;]\s*$|/\.\s*$")
_TRAILING = " (đoạn cuối)"
_LOOK_BACK = 30  # items of one list


@dataclass(slots=True, eq=False)
class Node:
    """A numbered paragraph with what stands below it; `marker` is None for trailing paragraphs."""

    ref: str
    marker: Marker | None
    text: str
    line: int
    body: list[str] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    counts: Counter[Rank] = field(default_factory=Counter)

    @property
    def is_heading(self) -> bool:
        """Tell a title from a sentence."""
        return not _SENTENCE_END.search(self.text)


def outline(items: Iterable[Paragraph | Table]) -> Node:
    """Return the root; paragraphs before the first numbering are its body."""
    root = Node("", None, "", 0)
    stack: list[Node] = [root]
    for item in items:
        if isinstance(item, Table):
            stack[-1].tables.append(item)
        elif item.marker is not None:
            _place(stack, item, item.marker)
        else:
            _place_plain(stack, item)
    return root


def _depth(node: Node) -> int:
    return -1 if node.marker is None else node.marker.depth


def _place(stack: list[Node], item: Paragraph, marker: Marker) -> None:
    while len(stack) > 1 and _depth(stack[-1]) >= marker.depth:
        stack.pop()
    parent = stack[-1]
    node = Node(_ref(parent, marker), marker, item.text, item.number)
    parent.children.append(node)
    stack.append(node)


def _ref(parent: Node, marker: Marker) -> str:
    if marker.is_bullet:
        parent.counts[marker.rank] += 1
        sign = "-" if marker.rank is Rank.DASH else "+"
        return f"{parent.ref}{sign}{parent.counts[marker.rank]}"
    if marker.rank is Rank.INLINE:
        return f"{parent.ref}({marker.label})"
    above = parent.ref
    if marker.rank is Rank.DECIMAL:
        # 2.1 says its 2 itself
        own = parent.marker
        if own is not None and marker.label.startswith(f"{own.label}."):
            above = parent.ref.removesuffix(own.label).removesuffix(".")
    return f"{above}.{marker.label}" if above else marker.label


def _place_plain(stack: list[Node], item: Paragraph) -> None:
    if len(stack) == 1:
        stack[0].body.append(item.text)
        return
    top = stack[-1]
    if not top.text:
        top.text = item.text  # a part's number stands alone above its title
        return
    if is_label(item.text):
        holder = _governed(stack)
        holder.children.append(Node(holder.ref, None, item.text, item.number))
        return
    is_numbered = top.marker is not None and not top.marker.is_bullet
    if is_numbered and not top.children and (top.is_heading or top.body):
        top.body.append(item.text)
        return
    holder = _numbered(stack)
    section = stack[1]
    section.children.append(Node(f"{holder.ref}{_TRAILING}", None, item.text, item.number))


def _governed(stack: list[Node]) -> Node:
    """Return what a label without numbering speaks of: a whole list, when no item has its own."""
    holder = _numbered(stack)
    if holder.marker is None or holder.marker.rank < Rank.DECIMAL:
        return holder
    above = stack[stack.index(holder) - 1]
    listed = above.children[-_LOOK_BACK:]
    has_own = any(is_label(below.text) for item in listed for below in item.children[:_LOOK_BACK])
    return holder if has_own or len(listed) == 1 or above.marker is None else above


def _numbered(stack: list[Node]) -> Node:
    """Return the innermost node that has a number of its own."""
    for node in reversed(stack):
        if node.marker is not None and not node.marker.is_bullet:
            return node
    return stack[-1]
