"""Labels in front of a value: "Cơ quan chủ trì: …", "Thời gian hoàn thành: …"."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass


class Label(enum.StrEnum):
    """What a label announces."""

    CONTENT = "content"
    OWNERS = "owners"
    LEAD = "lead"
    COORDINATE = "coordinate"
    DONE_BY = "done_by"
    DURING = "during"
    DELIVERABLE = "deliverable"
    MONEY = "money"
    OTHER = "other"


TIMES = (Label.DONE_BY, Label.DURING)
ROLES = (Label.OWNERS, Label.LEAD, Label.COORDINATE)

_BODY = (
    r"(?:(?:các\s+)?(?:cơ quan|đơn vị|tổ chức|bộ phận|phòng|"
    r"ban|cá nhân|người|cán bộ|đồng chí|tập thể)(?:\s*,\s*(?:cơ quan|"
    r"đơn vị|tổ chức|cá nhân|bộ phận|cán bộ))*)"
)
_WORDS = {
    Label.CONTENT: (
        r"nội dung(?: (?:công việc|thực hiện|nhiệm vụ|cụ thể))?|"
        r"nhiệm vụ(?: cụ thể)?|công việc"
    ),
    Label.LEAD: (
        rf"{_BODY}\s+(?:được (?:giao|phân công)\s+)?(?:chủ trì(?:\s*,?\s*(?:thực "
        rf"hiện|tham mưu))?|phụ trách|chịu trách nhiệm(?: chính)?|"
        rf"đầu mối)"
        r"|(?:giao\s+)?chủ trì(?: thực hiện)?|phụ trách|đầu mối"
    ),
    Label.COORDINATE: rf"(?:{_BODY}\s+)?(?:cùng\s+)?phối hợp(?: thực hiện)?",
    Label.OWNERS: (
        rf"{_BODY}\s+(?:(?:tổ chức\s+)?thực hiện|triển khai|"
        rf"tham gia thực hiện|chủ trì\s*,\s*phối hợp(?: thực hiện)?)"
        r"|phân công(?: thực hiện| nhiệm vụ)?|trách nhiệm(?: thực hiện)?|"
        r"thực hiện|đối tượng thực hiện"
    ),
    Label.DONE_BY: (
        r"(?:thời gian|thời hạn|thời điểm|ngày|hạn|tiến độ)\s+(?:phải\s+)?(?:hoàn "
        r"thành|xong|kết thúc|gửi|nộp|báo cáo)"
        r"|thời hạn(?: thực hiện)?|hạn chót|hoàn thành"
    ),
    Label.DURING: (
        r"(?:dự kiến\s+)?(?:thời gian|thời điểm|tiến độ)(?:\s*(?:,\s*địa điểm|"
        r"(?:tổ chức\s+)?thực hiện|tiến hành|triển khai|tổ chức|"
        r"dự kiến))*"
    ),
    Label.DELIVERABLE: (
        r"(?:dự kiến\s+)?(?:sản phẩm|kết quả|đầu ra)(?:\s+(?:đầu ra|"
        r"dự kiến|hoàn thành|thực hiện|đạt được|cần đạt|công việc))*|"
        r"sản phẩm\s*,\s*kết quả"
    ),
    Label.MONEY: r"(?:nguồn\s+)?kinh phí(?: thực hiện)?",
    Label.OTHER: (
        r"hình thức(?: thực hiện| tổ chức)?|địa điểm|thành phần(?: tham dự)?|"
        r"đối tượng|số lượng|ghi chú|phương pháp|phạm vi|quy mô|"
        r"yêu cầu|mục đích"
    ),
}
_PATTERNS = tuple((label, rf"(?:{words})") for label, words in _WORDS.items())
_LABEL = re.compile(
    r"\s*(?:"
    + "|".join(f"(?P<{label.value}>{words})" for label, words in _PATTERNS)
    + r")\s*(?::|(?=\s*$))\s*",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"(?:(?<=[.;,])\s+|\s*\(\s*)(?=(?:"
    + "|".join(
        words
        for label, words in _PATTERNS
        if label not in {Label.CONTENT, Label.OTHER, Label.MONEY}
    )
    + r")\s*:\s*\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and the text behind it."""

    label: Label
    value: str


def read_label(text: str) -> Labelled | None:
    """Return the label a paragraph begins with, if any."""
    match = _LABEL.match(text)
    if match is None or match.lastgroup is None:
        return None
    value = text[match.end() :].strip()
    if (
        not value
        and ":" not in text
        and not text.casefold().startswith(("thời gian", "cơ quan", "đơn vị", "nội dung"))
    ):
        return None
    return Labelled(Label(match.lastgroup), value)


def is_label(text: str) -> bool:
    """Tell whether a paragraph begins with a label."""
    return read_label(text) is not None


def split_inline(text: str) -> tuple[str, list[Labelled]]:
    """Return a paragraph without the labels in its midst, and those labels."""
    starts = list(_INLINE.finditer(text))
    if not starts:
        return text, []
    found = []
    for match, following in zip(starts, [*starts[1:], None], strict=True):
        piece = text[match.end() : following.start() if following else len(text)]
        label = read_label(piece)
        if label is not None:
            bracketed = "(" in match[0]
            value = label.value.rstrip(" .;,)") if bracketed else label.value.rstrip(" .;,")
            found.append(Labelled(label.label, value))
    return text[: starts[0].start()].rstrip(" ("), found
