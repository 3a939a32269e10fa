"""Who leads, who takes part, who is asked: read from a clause or from the value of a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bmnn_desktop.plans.agency import HEAD, begins_agency, scan
from bmnn_desktop.plans.label import Label, Labelled

_FRONTED = re.compile(
    r"(?:Căn cứ|Trên cơ sở|Theo|Từ|Trước|Trong|Định kỳ|"
    r"H[àằ]ng (?:năm|quý|tháng|tuần)|Chậm nhất|Quá trình|"
    r"Khi|Sau khi|Để|Nhằm|Đối với|Tại|Cùng với|"
    r"Ngay sau khi|Đến|Vào|Thông qua|Năm \d{4}|Quý [IV]+)\b[^.;:]{0,400}?(?:,\s*(?"
    r":đề nghị\s+|giao\s+|yêu cầu\s+)?|(?<=[\d])\s|(?<=năm)\s|"
    r"(?<=quý)\s|(?<=tháng)\s)(?=" + HEAD + r")"
)
_ASKS = re.compile(r"(?:Trân trọng\s+)?[ĐđĐ]ề nghị\s*:?\s*")
_GIVES = re.compile(
    r"(?:Giao|giao|Phân công|phân công|Yêu cầu|yêu cầu|"
    r"Ủy quyền|Ủy ban nhân dân \w+ giao|UBND \w+ giao)\s+(?:cho\s+)?(?=" + HEAD + ")"
)
_GIVEN = re.compile(r"[,;]\s*(?:giao|phân công)\s+(?:cho\s+)?(?=" + HEAD + ")")
_BY = re.compile(r"(?<!\w)do\s+(?=" + HEAD + r")")
_BY_LEADS = re.compile(
    r"\s*(?:,\s*)?(?:làm\s+)?(?:chủ trì|phụ trách|chịu trách nhiệm|đầu mối|trực tiếp|thực hiện)"
)
_HOW = (
    r"(?:\s+(?:chặt chẽ|thường xuyên|hiệu quả|đồng bộ|tốt|"
    r"kịp thời|cùng))*(?:\s*,\s*(?:thường xuyên|hiệu quả))?"
)
_TOGETHER = re.compile(
    rf"(?:[Pp]hối hợp|[Pp]hối, kết hợp|[Kk]ết hợp){_HOW}(?:\s*(?:với|cùng với|cùng|:))?\s+(?="
    + HEAD
    + ")"
)
_JOINED_BY = re.compile(
    r"(?:với\s+)?sự (?:tham gia|phối hợp) (?:phối hợp\s+)?của\s+(?=" + HEAD + ")"
)
_AFTER_NAMES = re.compile(
    r"\s*,?\s*(?:cùng\s+)?(?:phối hợp(?:\s+thực hiện)?|tham gia phối hợp|phối hợp)\s*(?:$|[.;)])"
)
_PREDICATE = re.compile(r"\s*(?:,\s*)?[^\W\d_]")
_PART_LEAD = re.compile(r"(?:[Gg]iao\s+)?[Cc]hủ trì\s*:\s*")
_BRACKET = re.compile(r"\s*\((?:cơ quan\s+)?(chủ trì|phối hợp)\)", re.IGNORECASE)
_CLAUSES = re.compile(r"(?<=[.;])\s+(?=[^\W\d_])|\n")
_COLON = re.compile(r":\s+(?:[Gg]iao\s+)?(?=" + HEAD + ")")


@dataclass(frozen=True, slots=True)
class Roles:
    """The bodies of a duty, each as printed."""

    lead: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    requested: tuple[str, ...] = ()

    def __or__(self, other: Roles) -> Roles:
        return Roles(
            _union(self.lead, other.lead),
            _union(self.coordinate, other.coordinate),
            _union(self.requested, other.requested),
        )

    def without_doubles(self) -> Roles:
        """Return the roles with no lead among the partners."""
        return Roles(self.lead, _without(self.coordinate, self.lead), self.requested)

    @property
    def is_named(self) -> bool:
        """Tell whether somebody is to act."""
        return bool(self.lead or self.requested)


NOBODY = Roles()


@dataclass(frozen=True, slots=True)
class Clause:
    """The roles of a clause, and where its predicate begins."""

    roles: Roles
    predicate: int


def clause_roles(text: str) -> Clause:
    """Read the roles of a running clause: "A chủ trì, phối hợp với B, C làm …"."""
    at = 0
    fronted = _FRONTED.match(text)
    if fronted:
        at = fronted.end()
        asked = bool(re.search(r"đề nghị\s*$", fronted[0]))
    else:
        asked = False
    asks = _ASKS.match(text, at)
    gives = _GIVES.match(text, at)
    requested: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    predicate = 0
    if asks or asked:
        found = scan(text, asks.end() if asks else at)
        requested, predicate = found.names, found.end
    else:
        found = scan(text, gives.end() if gives else at)
        if found.names and (gives or _is_subject(text, found.end)):
            lead, predicate = found.names, found.end
    if not lead and not requested:
        lead = _leads_within(text)
    if not lead and not requested:
        lead, predicate = _behind_colon(text)
    coordinate = _together(text)
    if _AFTER_NAMES.match(text, predicate) and lead and not coordinate:
        lead, coordinate = (), lead
    return Clause(Roles(lead, _without(coordinate, lead), requested), predicate)


def label_roles(found: Labelled) -> Roles:
    """Read the roles from the value of a label."""
    if found.label is Label.COORDINATE:
        return Roles(coordinate=_listed(found.value))
    if found.label is Label.LEAD:
        roles = _owners(found.value)
        return roles if roles.coordinate or roles.requested else Roles(lead=roles.lead)
    return _owners(found.value)


def heading_roles(text: str) -> Roles:
    """Read the owner a heading names: "4. Phòng Y tế", "Trách nhiệm của …", "Giao …"."""
    bare = re.sub(
        r"^(?:Trách nhiệm|Nhiệm vụ)\s+của\s+|^Đối với\s+|^Giao\s+(?:cho\s+)?", "", text.strip()
    )
    asks = _ASKS.match(bare)
    start = asks.end() if asks else 0
    if not begins_agency(bare, start):
        return NOBODY
    found = scan(bare, start)
    rest = re.sub(r"^\s*\([^)]{0,120}\)", "", bare[found.end :]).strip(" .:;")
    if rest and not re.fullmatch(
        r"(?:có trách nhiệm|chủ trì|chịu trách nhiệm|thực hiện)[^.;]{0,40}", rest
    ):
        return NOBODY
    return Roles(requested=found.names) if asks else Roles(lead=found.names)


def _owners(value: str) -> Roles:
    roles = NOBODY
    for piece in _CLAUSES.split(_BRACKET.sub(r" \1", value)):
        roles |= _owner_piece(piece, had=roles)
    return roles


def _owner_piece(piece: str, *, had: Roles) -> Roles:
    piece = _PART_LEAD.sub("", piece.strip())
    if not piece:
        return NOBODY
    if re.match(r"[Pp]hối hợp", piece):
        names = _together(piece, is_list=True) or _listed(
            re.sub(r"^[Pp]hối hợp\s*(?:với|cùng|:)*\s*", "", piece)
        )
        return Roles(coordinate=names)
    asks = _ASKS.match(piece)
    opening = asks or _GIVES.match(piece)
    start = opening.end() if opening else 0
    found = scan(piece, start, is_list=True)
    if asks:
        return Roles(requested=found.names)
    coordinate = _together(piece, found.end, is_list=True)
    if _AFTER_NAMES.match(piece, found.end) and not coordinate:
        return Roles(coordinate=found.names)
    continues_partners = had.coordinate and not re.search(r"chủ trì|thực hiện", piece[found.end :])
    if continues_partners:
        return Roles(coordinate=found.names)
    return Roles(found.names, _without(coordinate, found.names))


def _listed(value: str) -> tuple[str, ...]:
    names: tuple[str, ...] = ()
    for piece in _CLAUSES.split(value):
        names = _union(names, scan(piece.strip(), is_list=True).names)
    return names


def _together(text: str, at: int = 0, *, is_list: bool = False) -> tuple[str, ...]:
    names: tuple[str, ...] = ()
    for pattern in (_TOGETHER, _JOINED_BY):
        for match in pattern.finditer(text, at):
            names = _union(names, scan(text, match.end(), is_list=is_list).names)
    return names


def _leads_within(text: str) -> tuple[str, ...]:
    match = _GIVEN.search(text)
    if match:
        return scan(text, match.end()).names
    for match in _BY.finditer(text):
        found = scan(text, match.end())
        if found.names and _BY_LEADS.match(text, found.end):
            return found.names
    return ()


def _behind_colon(text: str) -> tuple[tuple[str, ...], int]:
    """Read "Tự kiểm tra: các phòng … làm …"."""
    match = _COLON.search(text)
    if match:
        found = scan(text, match.end())
        if found.names and _is_subject(text, found.end):
            return found.names, found.end
    return (), 0


def _is_subject(text: str, end: int) -> bool:
    """Tell whether a predicate follows: a name alone is no clause."""
    rest = text[end : end + 40]
    return bool(_PREDICATE.match(rest)) or rest.startswith((":", " ("))


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return (*first, *(name for name in second if name not in first))


def _without(names: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name not in others)
