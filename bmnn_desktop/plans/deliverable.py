"""The paper a duty ends in: a decision, a regulation, a plan, a report."""

from __future__ import annotations

import re

_PAPER = (
    r"(?:[Qq]uy chế|[Kk]ế hoạch|[Qq]uyết định|[Bb]áo cáo|"
    r"[Dd]ự toán|[Dd]anh mục|[Qq]uy định|[Hh]ướng dẫn|[Cc]hương trình|"
    r"[Đđ]ề án|[Nn]ội quy|[Qq]uy trình|[Tt]ờ trình|[Pp]hương án|"
    r"[Vv]ăn bản|[Dd]anh sách|[Bb]iên bản|[Ll]ộ trình)"
)
_MAKES = re.compile(
    rf"(?:ban hành|xây dựng|sửa đổi(?:\s*,\s*bổ sung)?|lập|"
    rf"soạn thảo|hoàn thiện|trình)\s+(?P<paper>{_PAPER}\b[^,;.:()]{{0,100}})",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"^(?:Ban hành\s+)?(?P<paper>Quyết định\s+[^,;.:()]{2,80})")
_TAIL = re.compile(
    r"\s+(?:để|nhằm|theo|trên cơ sở|phù hợp|bảo đảm|đảm bảo|"
    r"trước|trong|và tổ chức|và triển khai)\b.*$"
)


def deliverable(text: str) -> str | None:
    """Return the paper a clause speaks of making, as printed."""
    match = _DECIDES.match(text) or _MAKES.search(text)
    if match is None:
        return None
    return _TAIL.sub("", match["paper"]).strip() or None
