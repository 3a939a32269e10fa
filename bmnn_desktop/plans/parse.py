"""A plan's text into heading, duties, reports and funding: a pure function."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bmnn_desktop.domain.plan import Plan
from bmnn_desktop.errors import NotAPlan
from bmnn_desktop.plans.calendar_words import made
from bmnn_desktop.plans.document import dissect
from bmnn_desktop.plans.heading import read_heading
from bmnn_desktop.plans.outline import Node, outline
from bmnn_desktop.plans.paragraphs import Paragraph, paragraphs
from bmnn_desktop.plans.source import Source
from bmnn_desktop.plans.tasks import harvest

_YEAR = re.compile(r"\bnăm\s+(20\d{2})\b")
_PURPOSE = re.compile(r"mục đích|yêu cầu|mục tiêu", re.IGNORECASE)
_CARRY = re.compile(r"tổ chức thực hiện|phân công|nhiệm vụ", re.IGNORECASE)
_ISO_DAY = 10


def parse(source: Source) -> Plan:
    """Read a plan. Raises NotAPlan."""
    document = dissect(source)
    if document.kind == "QUYẾT ĐỊNH" and document.attached_kind is None:
        raise NotAPlan
    root = outline(paragraphs(document.body))
    if document.kind is None and not _reads_like_a_plan(root):
        raise NotAPlan
    preamble = root.body
    if document.preamble:
        preamble = [
            item.text for item in paragraphs(document.preamble) if isinstance(item, Paragraph)
        ]
    heading = read_heading(document, preamble, list(_texts(root)))
    issued = _day(heading.date)
    year = int(heading.date[:4]) if heading.date else _title_year(heading.title)
    found = harvest(root, year=year, issued=issued)
    if not found.tasks:
        raise NotAPlan
    return Plan(heading, tuple(found.tasks), tuple(found.funding), tuple(found.reports))


def _reads_like_a_plan(root: Node) -> bool:
    """Tell a plan whose heading is lost by its sections."""
    titles = [node.text for node in root.children]
    return any(map(_PURPOSE.match, titles)) and any(map(_CARRY.search, titles))


def _texts(node: Node) -> Iterator[str]:
    pending = [node]
    while pending:
        here = pending.pop()
        yield here.text
        if here.marker is not None:
            yield from here.body
        pending.extend(reversed(here.children))


def _day(text: str | None) -> date | None:
    """Return the date when it is printed in full and exists."""
    if text is None or len(text) != _ISO_DAY:
        return None
    year, month, day = map(int, text.split("-"))
    return made(year, month, day)


def _title_year(title: str | None) -> int | None:
    match = _YEAR.search(title or "")
    return int(match[1]) if match else None
