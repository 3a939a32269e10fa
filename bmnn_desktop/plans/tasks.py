"""The tree of a plan into duties, reports and funding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from bmnn_desktop.domain.plan import PlanTask, ReportingDuty
from bmnn_desktop.domain.timing import UNSTATED, Timing, TimingKind
from bmnn_desktop.plans import clauses
from bmnn_desktop.plans.deliverable import deliverable
from bmnn_desktop.plans.label import ROLES, TIMES, Label, Labelled, read_label, split_inline
from bmnn_desktop.plans.outline import Node
from bmnn_desktop.plans.roles import Clause, Roles, clause_roles, heading_roles, label_roles
from bmnn_desktop.plans.table_rows import Row, table_rows
from bmnn_desktop.plans.timing import Found, find_timing

_PURPOSE = re.compile(
    r"(?:mục đích|mục tiêu|yêu cầu|quan điểm|chỉ tiêu|phạm vi|đối tượng|căn cứ|đặc điểm|tình hình|đánh giá (?:tình hình|kết quả)|"
    r"kết quả (?:thực hiện|đạt được)|sự cần thiết|nguyên tắc|thực trạng|giải thích)\b",
    re.IGNORECASE,
)
_FUNDING = re.compile(r"(?:nguồn\s+)?kinh phí|dự toán|bảo đảm kinh phí|ngân sách", re.IGNORECASE)
_CARRYING_OUT = re.compile(
    r"tổ chức thực hiện|phân công (?:nhiệm vụ|trách nhiệm|thực hiện)|trách nhiệm|chế độ (?:thông tin|báo cáo)|điều khoản",
    re.IGNORECASE,
)
_PROMPTLY = re.compile(
    r"[Kk]ịp thời[^,.;]{0,40}?báo cáo|[Kk]ịp thời\s+(?:phản ánh|báo cáo|thông tin)"
)
_NO_TASK_ARTICLE = re.compile(r"Điều \d+")
_ENDS = " .;,/"
_SUMMARY = 300
_TITLE = 150


@dataclass(frozen=True, slots=True)
class Situation:
    """What a duty inherits from the paragraphs above it."""

    section: str = ""
    roles: Roles = Roles()
    time: Found | None = None
    deliverable: str | None = None
    is_purpose: bool = False
    is_funding: bool = False
    must_name: bool = False


@dataclass(slots=True)
class Harvest:
    """What the walk has gathered."""

    year: int | None
    issued: date | None
    tasks: list[PlanTask] = field(default_factory=list)
    reports: list[ReportingDuty] = field(default_factory=list)
    funding: list[str] = field(default_factory=list)


def harvest(root: Node, *, year: int | None, issued: date | None) -> Harvest:
    """Gather everything below the root."""
    found = Harvest(year, issued)
    for table in root.tables:
        _table_tasks(table_rows(table) or [], "", Situation(), found, table.number)
    for node in root.children:
        _visit(node, Situation(), found, is_top=True)
    return found


def _visit(node: Node, above: Situation, found: Harvest, *, is_top: bool = False) -> None:
    here = _entered(node, above, is_top=is_top)
    labels, items = _parted(node)
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
    if own is not None and own.label is Label.CONTENT:
        text = own.value
    here, contents = _labelled(here, [*labels, *inline], found)
    for table in node.tables:
        rows = table_rows(table)
        if rows:
            _table_tasks(rows, node.ref, here, found, table.number)
    if here.is_purpose:
        return
    timed_or_owned = bool(
        [label for label in (*labels, *inline) if label.label in (*ROLES, *TIMES)]
    )
    if contents and not items:
        _leaf(
            replace_text(node, " ".join(contents)), " ".join(contents), here, found, labelled=True
        )
        return
    if not items:
        if node.tables and not timed_or_owned and len(text) < _TITLE:
            return
        _leaf(node, text, here, found, labelled=timed_or_owned)
        return
    direct = [item for item in items if not item.children and not item.tables]
    if timed_or_owned and len(items) == 1 and direct and not contents and node.is_heading:
        _leaf(replace_text(node, items[0].text), items[0].text, here, found, labelled=True)
        return
    here = _with_heading_owner(node, text, here, found)
    for item in items:
        _visit(item, here, found)


def replace_text(node: Node, text: str) -> Node:
    """Return a leaf that stands at a node's reference with another text."""
    return Node(node.ref, node.marker, text, node.line)


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
    if _FUNDING.match(title) and len(title) < _TITLE:
        return replace(here, is_funding=True, must_name=True)
    if is_top and _CARRYING_OUT.search(title) or (_NO_TASK_ARTICLE.match(node.ref)):
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
    roles = Roles()
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
    if roles != Roles():
        kept = here.roles if not roles.is_named else Roles()
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
        kept = Roles() if clause.roles.is_named else here.roles
        return replace(here, roles=clause.roles | kept)
    if not node.is_heading and len(clauses.sentences(text)) > 1:
        _leaf(node, text, here, found, labelled=False)
    return here


def _table_tasks(rows: Sequence[Row], ref: str, here: Situation, found: Harvest, line: int) -> None:
    for row in rows:
        labels = [
            Labelled(label, text)
            for label, text in row.cells.items()
            if text and label is not Label.CONTENT
        ]
        situation, _ = _labelled(here, labels, found)
        if row.section:
            situation = replace(situation, section=row.section)
        own = f"{ref}.{row.ref}" if ref else row.ref
        node = Node(own, None, row.cells[Label.CONTENT], line)
        _emit(node, [[node.text]], situation, found, labelled=True)


def _leaf(node: Node, text: str, here: Situation, found: Harvest, *, labelled: bool) -> None:
    if node.marker is None and clauses.is_closing(text):
        closing = Harvest(found.year, found.issued)
        _emit(
            Node("kết", None, text, node.line),
            clauses.sentences(text),
            here,
            closing,
            labelled=labelled,
        )
        found.reports.extend(closing.reports)
        return
    if not node.children and not labelled:
        pieces = clauses.split_inline_items(text)
        if len(pieces) > 1:
            here = _with_heading_owner(node, pieces[0][1], here, found)
            for suffix, piece in pieces[1:]:
                _emit(
                    Node(node.ref + suffix, node.marker, piece, node.line),
                    clauses.sentences(piece),
                    here,
                    found,
                    labelled=False,
                )
            return
    _emit(node, clauses.sentences(text), here, found, labelled=labelled)


def _emit(
    node: Node,
    sentences: Sequence[Sequence[str]],
    here: Situation,
    found: Harvest,
    *,
    labelled: bool,
) -> None:
    duties: list[tuple[str, Roles, Found | None]] = []
    roles = here.roles
    paragraph = " ".join(clause for sentence in sentences for clause in sentence)
    if here.is_funding or _FUNDING.match(paragraph):
        found.funding.append(f"{node.ref}: {paragraph.strip(_ENDS)[:_SUMMARY]}")
    for sentence in sentences:
        partners: tuple[str, ...] = () if not labelled else here.roles.coordinate
        for text in sentence:
            owner, colon, rest = text.partition(":")
            title = heading_roles(owner) if colon and rest.strip() else Roles()
            if title.is_named:
                roles, text = title, rest.strip()
            clause = clause_roles(text)
            if clause.roles.is_named and not (labelled and here.roles.is_named):
                roles = replace(clause.roles, coordinate=())
            partners = tuple(dict.fromkeys((*partners, *clause.roles.coordinate)))
            acting = Roles(
                roles.lead,
                (*(here.roles.coordinate if not clause.roles.is_named else ()), *partners),
                roles.requested,
            )
            acting = replace(
                acting,
                coordinate=tuple(
                    dict.fromkeys(n for n in acting.coordinate if n not in acting.lead)
                ),
            )
            if _reported(node, text, clause, acting, found) or clauses.is_statement(text):
                continue
            time = here.time or find_timing(text, year=found.year, issued=found.issued)
            if duties and clauses.is_time_only(text):
                before, who, had = duties[-1]
                duties[-1] = (f"{before}; {text}", who | acting, had or time)
            elif duties and (
                not clauses.begins_with_verb(text) and time is None and not clause.roles.is_named
            ):
                duties[-1] = (f"{duties[-1][0]}; {text}", duties[-1][1] | acting, duties[-1][2])
            else:
                duties.append((text, acting, time))
    if labelled and len(duties) > 1:
        joined = Roles()
        for _, each, _ in duties:
            joined |= each
        duties = [
            (
                "; ".join(text for text, _, _ in duties),
                joined,
                here.time or next((t for _, _, t in duties if t), None),
            )
        ]
    if here.must_name or node.marker is None:
        duties = [duty for duty in duties if duty[1].is_named]
    if here.is_funding:
        duties = [duty for duty in duties if duty[1].is_named]
    for number, (text, acting, time) in enumerate(duties, start=1):
        found.tasks.append(
            PlanTask(
                ref=f"{node.ref}#{number}" if len(duties) > 1 else node.ref,
                section=here.section,
                summary=text.strip(_ENDS)[:_SUMMARY],
                lead=acting.lead,
                coordinate=acting.coordinate,
                requested=acting.requested,
                timing_text=time.text if time else None,
                timing=time.timing if time else UNSTATED,
                deliverable=here.deliverable or deliverable(text),
                report_to=clauses.report_to(text),
                line=node.line,
            )
        )


def _reported(node: Node, text: str, clause: Clause, acting: Roles, found: Harvest) -> bool:
    """Note a report; return True when the clause is nothing else."""
    only = clauses.is_report(text, clause.predicate)
    if not only and "báo cáo" not in text:
        return False
    time = find_timing(text, year=found.year, issued=found.issued)
    prompt = _PROMPTLY.search(text)
    if time is None and prompt:
        time = Found(prompt[0], Timing(TimingKind.IMMEDIATE))
    who = acting.lead or acting.requested
    found.reports.append(
        ReportingDuty(
            ref=node.ref,
            who=", ".join(who) or None,
            to=clauses.report_to(text),
            when_text=time.text if time else None,
            timing=time.timing if time else UNSTATED,
            content=text.strip(_ENDS)[:_SUMMARY],
            line=node.line,
        )
    )
    return only
