"""The tree of a plan into duties, reports and funding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bmnn_desktop.plans import clauses
from bmnn_desktop.plans.duties import FUNDING, emit
from bmnn_desktop.plans.label import ROLES, TIMES, Label, Labelled, read_label, split_inline
from bmnn_desktop.plans.marker import ROW
from bmnn_desktop.plans.outline import Node
from bmnn_desktop.plans.roles import NOBODY, clause_roles, heading_roles, label_roles
from bmnn_desktop.plans.situation import Harvest, Situation
from bmnn_desktop.plans.source import Table
from bmnn_desktop.plans.table_rows import table_rows
from bmnn_desktop.plans.timing import find_timing

_PURPOSE = re.compile(
    r"(?:mục đích|mục tiêu|yêu cầu|quan điểm|chỉ tiêu|phạm vi|"
    r"đối tượng|căn cứ|đặc điểm|tình hình|đánh giá (?:tình hình|"
    r"kết quả)|"
    r"kết quả (?:thực hiện|đạt được)|sự cần thiết|nguyên tắc|thực trạng|giải thích)\b",
    re.IGNORECASE,
)
_CARRYING_OUT = re.compile(
    r"tổ chức thực hiện|phân công (?:nhiệm vụ|trách nhiệm|"
    r"thực hiện)|trách nhiệm|chế độ (?:thông tin|báo cáo)|"
    r"điều khoản",
    re.IGNORECASE,
)
_NO_TASK_ARTICLE = re.compile(r"Điều \d+")
_ENDS = " .;,/"
_TITLE = 150
_CLOSING_REF = "kết"


def harvest(root: Node, *, year: int | None, issued: date | None) -> Harvest:
    """Gather everything below the root."""
    found = Harvest(year, issued)
    for table in root.tables:
        _table_tasks(table, "", Situation(), found)
    for node in root.children:
        _visit(node, Situation(), found, is_top=True)
    return found


def _visit(node: Node, above: Situation, found: Harvest, *, is_top: bool = False) -> None:
    here = _entered(node, above, is_top=is_top)
    labels, items = _parted(node)
    here, text, inline = _own_text(node, here)
    every = [*labels, *inline]
    here, contents = _labelled(here, every, found)
    for table in node.tables:
        _table_tasks(table, node.ref, here, found)
    if here.is_purpose:
        return
    labelled = any(label.label in (*ROLES, *TIMES) for label in every)
    if not items:
        if contents:
            _leaf(node, " ".join(contents), here, found, labelled=True)
        elif labelled or not node.tables or len(text) >= _TITLE:
            _leaf(node, text, here, found, labelled=labelled)
    elif labelled and not contents and node.is_heading and _is_single(items):
        # one dash below a title, and labels beside it: the title is the duty
        _leaf(node, items[0].text, here, found, labelled=True)
    else:
        here = _with_heading_owner(node, text, here, found)
        for item in items:
            _visit(item, here, found)


def _is_single(items: Sequence[Node]) -> bool:
    return len(items) == 1 and not items[0].children and not items[0].tables


def _own_text(node: Node, here: Situation) -> tuple[Situation, str, list[Labelled]]:
    """Return a node's words with those below its title, the labels in their midst taken out."""
    text = node.text
    if node.body:
        owner = heading_roles(text)
        if owner.is_named:
            here = replace(here, roles=owner)
            text = ""
        elif not node.children and node.is_heading and len(text) < _TITLE:
            text = ""  # a title; the duty is told below it
        text = " ".join(filter(None, [text, *node.body]))
    text, inline = split_inline(text)
    own = read_label(text)
    return here, own.value if own is not None and own.label is Label.CONTENT else text, inline


def _entered(node: Node, above: Situation, *, is_top: bool) -> Situation:
    title = node.text.strip(_ENDS + ":")
    here = above
    if is_top:
        here = replace(here, section=title[:_TITLE])
    elif (
        node.is_heading and node.children and len(title) < _TITLE and read_label(node.text) is None
    ):
        here = replace(here, section=title)
    if not (node.is_heading or is_top or node.children):
        return here
    if _PURPOSE.match(title) and len(title) < _TITLE:
        return replace(here, is_purpose=True)
    if FUNDING.match(title) and len(title) < _TITLE:
        return replace(here, is_funding=True, must_name=True)
    if (is_top and _CARRYING_OUT.search(title)) or _NO_TASK_ARTICLE.match(node.ref):
        return replace(here, must_name=True)
    return here


def _parted(node: Node) -> tuple[list[Labelled], list[Node]]:
    """Part the children into labels and items; the items of "Nội dung:" are items here."""
    labels: list[Labelled] = []
    items: list[Node] = []
    is_listed = any(read_label(child.text) is None for child in node.children)
    for child in node.children:
        label = read_label(child.text)
        if (
            label is None
            or (
                label.label is Label.CONTENT
                and (
                    _is_own_item(child) or (is_listed and bool(label.value) and not child.children)
                )
            )
            or (label.label is Label.OTHER and child.children)
        ):
            items.append(child)
        elif label.label is Label.CONTENT and child.children:
            if label.value and not label.value.endswith(":"):
                labels.append(label)
            items.extend(child.children)
        else:
            below = [piece for grandchild in child.children for piece in _texts(grandchild)]
            value = "\n".join(filter(None, [label.value, *child.body, *below]))
            labels.append(Labelled(label.label, value))
    return labels, items


def _is_own_item(node: Node) -> bool:
    return any(
        (label := read_label(child.text)) is not None and label.label in (*ROLES, *TIMES)
        for child in node.children
    )


def _texts(node: Node) -> list[str]:
    return [node.text, *(text for child in node.children for text in _texts(child))]


def _labelled(
    here: Situation, labels: Sequence[Labelled], found: Harvest
) -> tuple[Situation, list[str]]:
    roles = NOBODY
    contents: list[str] = []
    for label in labels:
        if label.label in ROLES:
            roles |= label_roles(label)
        elif label.label in TIMES:
            time = find_timing(label.value, year=found.year, issued=found.issued, label=label.label)
            here = replace(here, time=time or here.time)
        elif label.label is Label.DELIVERABLE and label.value:
            here = replace(here, deliverable=label.value.strip(_ENDS))
        elif label.label is Label.CONTENT and label.value:
            contents.append(label.value)
    if roles != NOBODY:
        kept = here.roles if not roles.is_named else NOBODY
        here = replace(here, roles=roles | kept)
    return here, contents


def _with_heading_owner(node: Node, text: str, here: Situation, found: Harvest) -> Situation:
    """Take over the owner a heading names; a heading of several sentences is a duty itself."""
    owner = heading_roles(text)
    if owner.is_named:
        return replace(here, roles=owner)
    clause = clause_roles(text)
    if clause.roles.is_named or clause.roles.coordinate:
        if not text.rstrip().endswith(":") and not node.is_heading:
            _leaf(node, text, here, found, labelled=False)
        kept = NOBODY if clause.roles.is_named else here.roles
        return replace(here, roles=clause.roles | kept)
    if not node.is_heading and len(clauses.sentences(text)) > 1:
        _leaf(node, text, here, found, labelled=False)
    return here


def _table_tasks(table: Table, ref: str, here: Situation, found: Harvest) -> None:
    if here.is_purpose:
        return
    for row in table_rows(table) or ():
        labels = [
            Labelled(label, text)
            for label, text in row.cells.items()
            if text and label is not Label.CONTENT
        ]
        situation, _ = _labelled(here, labels, found)
        if row.section:
            situation = replace(situation, section=row.section)
        # a row is as good as a numbered paragraph
        node = Node(f"{ref}.{row.ref}" if ref else row.ref, ROW, "", table.number)
        emit(node, row.cells[Label.CONTENT], situation, found, labelled=True)


def _leaf(node: Node, text: str, here: Situation, found: Harvest, *, labelled: bool) -> None:
    if node.marker is None and clauses.is_closing(text):
        closing = Harvest(found.year, found.issued)
        emit(Node(_CLOSING_REF, None, text, node.line), text, here, closing, labelled=labelled)
        found.reports.extend(closing.reports)
        return
    pieces = clauses.split_inline_items(text) if not labelled and not node.children else []
    if len(pieces) > 1:
        here = _with_heading_owner(node, pieces[0][1], here, found)
        for suffix, piece in pieces[1:]:
            item = Node(node.ref + suffix, node.marker, piece, node.line)
            emit(item, piece, here, found, labelled=False)
        return
    emit(node, text, here, found, labelled=labelled)
