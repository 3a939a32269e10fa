"""A paragraph into clauses, and what a clause is: a duty, a report, a statement."""

from __future__ import annotations

import re

from bmnn_desktop.plans.agency import HEAD, scan
from bmnn_desktop.plans.letters import CAPITAL

_SENTENCES = re.compile(rf"(?<=[\w)”\"/]{{2}})(?<!\bTP)(?<!\bTp)\.\s+(?={CAPITAL})")
_PARTS = re.compile(r"\s*;\s+(?=[^\W_])")
_INLINE = re.compile(r"(?:^|(?<=[\s;,:.]))\((\d{1,2})\)\s*(?=[^\W\d_])")
_DIFFICULTY = re.compile(
    r"(?:nếu có|nếu phát sinh|có|gặp|những|phát sinh)\s+(?:những\s+|"
    r"các\s+|phát sinh\s+|vấn đề\s+)?(?:khó khăn|vướng mắc|"
    r"bất cập|phát sinh|vấn đề|nội dung (?:chưa|cần))",
)
_CONDITION = re.compile(
    r"(?:[Nn]ếu|[Qq]uá trình|[Tt]rường hợp|[Kk]hi)\b[^.;]{0,160}?(?:khó khăn|"
    r"vướng mắc|phát sinh|bất cập)"
)
_TELLS = re.compile(r"báo cáo|phản ánh|gửi|liên hệ|trao đổi|thông tin|đề xuất|kiến nghị")
_REPORT = re.compile(
    r"(?:(?:định kỳ|h[àằ]ng (?:năm|quý|tháng|tuần)|kịp thời|"
    r"đột xuất|thường xuyên|nghiêm túc|chủ động|có trách nhiệm|"
    r"và|tiếp tục|đồng thời|giúp\b[^,;]{0,60}?|"
    r"trước\b[^,;]{0,40}?|chậm nhất\b[^,;]{0,40}?|6 tháng|"
    r"cuối năm|năm|quý|tháng|tổng hợp|xây dựng|gửi|lập|"
    r"[,/])\s*)*"
    r"(?:thực hiện (?:nghiêm |tốt |đầy đủ )*(?:chế độ\s+)?(?:thông tin,?\s+)?báo "
    r"cáo|chế độ (?:thông tin,?\s+)?báo cáo|"
    r"(?:kết quả\s+|tình hình\s+|số liệu\s+)*(?:gửi\s+)?báo cáo|"
    r"gửi\s+(?:kết quả|số liệu)|phản ánh)(?!\s+viên)"
)
_VERB_START = re.compile(
    r"\s*(?:(?:[Cc]hủ động|[Kk]ịp thời|[Tt]iếp tục|[Tt]hường xuyên|"
    r"[Đđ]ồng thời|[Đđ]ịnh kỳ|[Nn]ghiêm túc|[Tt]ích cực|"
    r"[Kk]hẩn trương)\s*,?\s*)*[^\W\d_]+"
)
_STATEMENT = re.compile(
    r"(?:Kinh phí|Nguồn kinh phí|Trên đây|Kế hoạch này|"
    r"Quyết định này|Thời gian|Sau đây|Cụ thể|Gồm|Bao gồm|"
    r"Đến nay|Hiện nay|Nhìn chung)\b"
)
_ASSIGNMENT = re.compile(
    r"\s*(?:chủ trì|thực hiện|phụ trách|đảm nhiệm)(?:\s+thực hiện|"
    r",?\s*phối hợp[^;]{2,160}?\sthực hiện)?"
    r"\s*(?:$|[.]|,?\s*(?:xong|hoàn thành|từ|trong|trước|vào|chậm nhất)\b)"
)
_TIME_ONLY = re.compile(
    r"(?:(?:và\s+)?(?:hoàn thành|xong|kết thúc)\s+(?:trước|"
    r"trong|vào|chậm|xong|quý|tháng|ngày)|thời gian|thời hạn|"
    r"thời điểm|chậm nhất|trước ngày|trong (?:quý|tháng))\b"
)
_CLOSING = re.compile(
    r"\s*(?:Trên đây là|Nhận được|Yêu cầu .{3,160}?nghiêm túc|Quá trình|Trong quá trình)\b"
)
_REFERS = re.compile(
    r"(?:[Bb]áo cáo|[Gg]ửi(?:\s+(?:về|báo cáo|kết quả))*|[Pp]hản ánh(?:\s+(?:về|"
    r"đến|với))*|[Tt]rình|kiến nghị)\s+"
    r"(?:[^.;:]{0,140}?(?:về|gửi|cho|với|đến|lên|tới)\s+)??(?:về\s+|"
    r"cho\s+|lên\s+|với\s+|đến\s+)?(?=" + HEAD + r"|cấp có thẩm quyền|cấp trên)"
)
_ROUTE = re.compile(r"\s*\((?:qua|thông qua)[^)]{2,80}\)")
_LEVEL = re.compile(r"(?:các\s+)?cấp (?:có thẩm quyền|trên)")
_HEAD = re.compile(HEAD)


def split_inline_items(text: str) -> list[tuple[str, str]]:
    """Return [("", head), ("(1)", …), ("(2)", …)] where a paragraph counts its own items."""
    marks = list(_INLINE.finditer(text))
    if len(marks) < 2 or [mark[1].lstrip("0") for mark in marks] != [  # noqa: PLR2004
        str(n) for n in range(1, len(marks) + 1)
    ]:
        return [("", text)]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    head = text[: marks[0].start()].strip()
    items = [
        (f"({mark[1]})", text[mark.end() : end].strip(" ;,"))
        for mark, end in zip(marks, ends, strict=True)
    ]
    return [("", head), *items]


def sentences(text: str) -> list[list[str]]:
    """Return the sentences of a paragraph, each as its clauses."""
    return [_clauses(sentence.strip()) for sentence in _SENTENCES.split(text) if sentence.strip()]


def _clauses(sentence: str) -> list[str]:
    out: list[str] = []
    for piece in _PARTS.split(sentence):
        # "A; B and C do this": what stands before the sign is names only
        if out and _is_names_only(out[-1]):
            out[-1] = f"{out[-1]}; {piece}"
        else:
            out.append(piece)
    return out


def _is_names_only(text: str) -> bool:
    bare = re.sub(r"^(?:Đề nghị|Giao|Yêu cầu)\s+", "", text)
    found = scan(bare)
    return bool(found.names) and not bare[found.end :].strip(" ,")


def is_report(clause: str, predicate: int) -> bool:
    """Tell a clause whose only act is to report."""
    rest = clause[predicate:].lstrip(" ,:")
    rest = rest[:1].lower() + rest[1:]
    return bool(_REPORT.match(rest)) or is_difficulty(clause)


def is_difficulty(clause: str) -> bool:
    """Tell the sentence that asks to report what hinders."""
    return bool(
        _CONDITION.search(clause) or ("nếu có" in clause and _DIFFICULTY.search(clause))
    ) and bool(_TELLS.search(clause))


def is_assignment_only(predicate: str) -> bool:
    """Tell a predicate that only says who does the duty before it."""
    return bool(_ASSIGNMENT.match(predicate))


def is_time_only(clause: str) -> bool:
    """Tell a clause that only says when the duty before it is to be done."""
    return bool(_TIME_ONLY.match(clause))


def is_statement(clause: str) -> bool:
    """Tell a clause that asks nothing of anybody."""
    return bool(_STATEMENT.match(clause))


def is_closing(text: str) -> bool:
    """Tell the sentence that ends a plan."""
    return bool(_CLOSING.match(text))


def begins_with_verb(clause: str) -> bool:
    """Tell whether a clause can stand as a duty of its own."""
    match = _VERB_START.match(clause)
    return match is not None and not _HEAD.match(clause)


def report_to(text: str) -> str | None:
    """Return the body a report goes to, with the way it takes."""
    for match in _REFERS.finditer(text):
        level = _LEVEL.match(text, match.end())
        if level:
            return level[0]
        found = scan(text, match.end())
        if found.names:
            route = _ROUTE.match(text, found.end)
            return f"{found.names[0]} {route[0].strip()}" if route else found.names[0]
    return None
