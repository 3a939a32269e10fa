"""What letterhead, preamble and ending say of the plan: number, place, date, issuer, signer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bmnn_desktop.domain.plan import AttachedPlan, PlanHeading, Signer
from bmnn_desktop.domain.text import fold
from bmnn_desktop.plans.agency import scan
from bmnn_desktop.plans.citation import citations
from bmnn_desktop.plans.document import Document
from bmnn_desktop.plans.letters import CAPITAL
from bmnn_desktop.plans.marker import split_marker
from bmnn_desktop.plans.source import Line

_NUMBER = re.compile(
    r"S[ốÓỐ]\s*:?\s*(?P<digits>[\d]*)[\s.…_]*(?P<symbol>[/\-]\s*[A-ZĐ][\w\-/&.]*)?"
)
_BLANK = r"[\s.…_]*"
_PLACE = re.compile(
    rf"(?P<place>[^\d,:;/]{{2,60}}),\s*ngày{_BLANK}(?P<day>\d{{0,2}}){_BLANK}"
    rf"(?:tháng{_BLANK}(?P<month>\d{{0,2}}){_BLANK}năm{_BLANK}|"
    rf"/{_BLANK}(?:(?P<month2>\d{{1,2}}){_BLANK}/)?{_BLANK})(?P<year>\d{{4}})"
)
_MOTTO = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh "
    r"phúc|ĐẢNG CỘNG SẢN VIỆT NAM",
    re.IGNORECASE,
)
_BODY_START = re.compile(
    r"(?:BỘ|SỞ|[ỦU][ỶY] BAN|UỶ BAN|UBND|HĐND|HỘI|TỈNH [UỦ][ỶY]|"
    r"THÀNH [UỦ][ỶY]|HUYỆN [UỦ][ỶY]|ĐẢNG [UỦ][ỶY]|ĐẢNG BỘ|"
    r"CHI BỘ|"
    r"BAN|VĂN PHÒNG|CÔNG AN|PHÒNG|TRƯỜNG|TRUNG TÂM|CỤC|"
    r"TỔNG CỤC|CHI CỤC|VIỆN|T[ÒO][AÀ] ÁN|BỆNH VIỆN|ĐOÀN|"
    r"LIÊN ĐOÀN|ĐÀI|HỌC VIỆN|CÔNG TY|THỦ TƯỚNG|CHÍNH PHỦ|"
    r"KHO BẠC|MẶT TRẬN)\b"
)
_COMMON = re.compile(
    r"\b(?:ủy ban nhân dân|uỷ ban nhân dân|ủy ban|uỷ ban|"
    r"nhân dân|hội đồng|tỉnh ủy|thành ủy|huyện ủy|đảng ủy|"
    r"tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|thị xã|"
    r"công an|sở|bộ|phòng|trường|trung tâm|văn phòng|cục|"
    r"chi cục|trung học cơ sở|trung học phổ thông|tiểu học|"
    r"mầm non|và|chi bộ|đảng bộ|bệnh viện)\b",
    re.IGNORECASE,
)
_SHORT = {
    "UBND",
    "HĐND",
    "THCS",
    "THPT",
    "TP",
    "TNHH",
    "GD&ĐT",
    "GDĐT",
    "BCH",
    "CAND",
    "II",
    "III",
    "IV",
}
_ISSUES = re.compile(
    rf"(?P<who>{CAPITAL}[^,;.:]{{3,120}}?)\s+(?:đề ra|ban hành|"
    rf"xây dựng|triển khai|lập|xác định)\s+(?:\w+\s+){{0,3}}?(?:[Kk]ế hoạch|"
    rf"[Cc]hương trình|[Hh]ướng dẫn|[Pp]hương án)"
)
_GENERIC = re.compile(
    r"(?:tỉnh|thành phố|huyện|quận|xã|phường|thị trấn|thị xã|trường)$", re.IGNORECASE
)
_CAPACITY = re.compile(
    r"(?:(?:TM|KT|TL|TUQ|T/M|K/T|Q)\s?\.?\s|CHỦ TỊCH|PHÓ|"
    r"BÍ THƯ|GIÁM ĐỐC|HIỆU TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|"
    r"TRƯỞNG|CHÁNH|THỦ TRƯỞNG|CỤC TRƯỞNG|VIỆN TRƯỞNG)"
)
_NAME = re.compile(rf"(?:{CAPITAL}[^\W\d_]*\s){{1,5}}{CAPITAL}[^\W\d_]*")
_FIRST_TEXTS = 400  # paragraphs in which the place is looked for
_FIRST_LETTERS = 1000
_RANK = re.compile(r"^(?:(?:Thiếu|Trung|Thượng|Đại) (?:tá|úy|tướng)|(?:PGS|GS|TS|ThS|BS)\.?)\s+")


def read_heading(document: Document, preamble: Sequence[str], body: Sequence[str]) -> PlanHeading:
    """Read the heading; what is blank on paper is None."""
    number, number_raw = _number(document.letterhead)
    place, day = _place(document.letterhead)
    issuer = _letterhead_issuer(document.letterhead)
    place = _usual_spelling(place, [*preamble, *body, issuer or "", document.title or ""])
    if issuer:
        issuer = _as_written(issuer, [*preamble, *body])
    issuer = issuer or _preamble_issuer(preamble, place)
    based_on = citations(text for text in preamble)
    attached = (
        AttachedPlan(_sentence_case(document.attached_kind), document.attached_title)
        if document.attached_kind
        else None
    )
    return PlanHeading(
        type=_sentence_case(document.kind) if document.kind else None,
        number=number,
        number_raw=number_raw,
        place=place,
        date=day,
        issuer=issuer,
        title=_title_case(document.title),
        based_on=based_on,
        cites=tuple(cited for cited in citations(body) if cited not in based_on),
        signer=_signer(document.ending),
        recipients=_recipients(document.ending),
        attached=attached,
    )


def _number(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    for line in lines:
        match = _NUMBER.match(line.text)
        if match and (match["digits"] or match["symbol"]):
            symbol = (match["symbol"] or "").replace(" ", "")
            number = f"{match['digits']}{symbol}" if match["digits"] else None
            return number, match[0].strip()
    return None, None


def _place(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    for line in lines:
        text = line.text
        number = _NUMBER.match(text)
        if number:
            text = text[number.end() :]
        match = _PLACE.search(text)
        if match:
            month = match["month"] or match["month2"]
            day = match["year"]
            if month:
                day += f"-{int(month):02d}"
                if match["day"]:
                    day += f"-{int(match['day']):02d}"
            place = _MOTTO.sub("", match["place"]).strip(" .-–")
            return place or None, day
    return None, None


def _usual_spelling(place: str | None, texts: Sequence[str]) -> str | None:
    """Return the place as the text mostly writes it: letterheads lose their marks."""
    if not place:
        return place
    wanted, size = fold(place), len(place.split())
    seen: Counter[str] = Counter()
    words = [word for text in texts[:_FIRST_TEXTS] for word in text[:_FIRST_LETTERS].split()]
    for index in range(len(words) - size + 1):
        if words[index][:1].isupper():
            group = " ".join(words[index : index + size]).strip(" .,;:()")
            if fold(group) == wanted and not group.isupper():
                seen[group] += 1
    if not seen or place in seen:
        return place
    return seen.most_common(1)[0][0]


def _as_written(name: str, texts: Sequence[str]) -> str:
    """Return the capitals the text gives a name that the letterhead prints in capitals only."""
    pattern = re.compile(re.escape(name), re.IGNORECASE)
    for text in texts[:_FIRST_TEXTS]:
        match = pattern.search(text)
        if match and not match[0].isupper() and match[0][0].isupper():
            return match[0]
    return name


def _letterhead_issuer(lines: Sequence[Line]) -> str | None:
    bodies: list[str] = []
    for line in lines:
        text = _MOTTO.sub("", line.text).strip(" -–_")
        if not text:
            continue
        if _NUMBER.match(text) and not text.isupper():
            break
        if not text.isupper() or text.startswith(("SỐ", "DỰ THẢO")):
            continue
        if bodies and not _BODY_START.match(text):
            bodies[-1] += f" {text}"
        elif _BODY_START.match(text):
            bodies.append(text)
    return _decased(bodies[-1]) if bodies else None


def _preamble_issuer(preamble: Sequence[str], place: str | None) -> str | None:
    for text in reversed(preamble):
        for match in reversed(list(_ISSUES.finditer(text))):
            found = scan(match["who"])
            if found.names and found.end >= len(match["who"].rstrip()):
                name = found.names[0]
                return f"{name} {place}" if place and _GENERIC.search(name) else name
    return None


def _recipients(lines: Sequence[Line]) -> tuple[str, ...]:
    out: list[str] = []
    for line in lines[1:]:
        marker, text = split_marker(line.text)
        if marker is None and (_CAPACITY.match(text) or text.isupper()):
            break
        if marker is not None and marker.is_bullet:
            out.append(text)
        elif out and text[:1].islower():
            out[-1] += f" {text}"
        else:
            break
    return tuple(text.rstrip(" .;,") for text in out)


def _signer(lines: Sequence[Line]) -> Signer:
    capacity: list[str] = []
    name = None
    for line in lines[1:]:
        marker, text = split_marker(line.text)
        if marker is not None and marker.is_bullet:
            continue
        bare = _RANK.sub("", text)
        if text.isupper() and _CAPACITY.match(line.text):
            capacity.append(line.text)
        elif _NAME.fullmatch(bare) and not text.isupper():
            name = bare
    return Signer(" / ".join(capacity) or None, name)


def _sentence_case(text: str) -> str:
    return text[:1] + text[1:].lower()


def _title_case(title: str | None) -> str | None:
    return _decased(title) if title and title.isupper() else title


def _decased(text: str) -> str:
    words = [word if word in _SHORT else word.capitalize() for word in text.split()]
    out = _COMMON.sub(lambda match: match[0].lower(), " ".join(words))
    return out[:1].upper() + out[1:]
