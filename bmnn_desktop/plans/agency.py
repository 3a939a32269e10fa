"""Names of bodies: where one begins, where it ends, which commas part them.

Vietnamese prints no case and few articles, so a name is known by its first word (Sở, Công an,
"các cơ quan", "người đứng đầu …") and ends before the first word that begins a predicate.
"""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass

from bmnn_desktop.plans.letters import CAPITAL
from bmnn_desktop.plans.name_syllables import NAME_SYLLABLES

_POST = (
    r"(?:[Pp]hó\s+)?(?:[Gg]iám đốc|[Cc]hủ tịch|[Hh]iệu trưởng|[Cc]hánh [Vv]ăn phòng|[Tt]hủ trưởng|"
    r"[Tt]rưởng(?=\s+(?:các|phòng|ban|Phòng|Ban|Công|công|"
    r"đoàn|thôn|ấp|khu|bộ|khoa|đơn|trạm|Trạm|Đoàn))|"
    r"[Nn]gười đứng đầu|[Bb]í thư|[Cc]ục trưởng|[Vv]ụ trưởng|"
    r"[Tt]ổ trưởng|[Cc]hỉ huy trưởng|[Vv]iện trưởng|"
    r"[Bb]ộ trưởng|[Tt]hứ trưởng|[Kk]ế toán(?: trưởng)?|"
    r"[Hh]iệu phó|[Tt]hư ký|[Cc]hánh [Tt]hanh tra|[Tt]ổng giám đốc|"
    r"[Cc]ác đồng chí|[Đđ]ồng chí|[Ll]ãnh đạo(?=\s+(?:các|"
    r"Sở|UBND|Ủy|đơn vị|cơ quan|Phòng|phòng)))"
)
_QUANTIFIER = (
    r"(?:(?:[Tt]ất cả|[Tt]oàn thể)\s+)?(?:[Cc]ác|[Nn]hững|"
    r"[Mm]ọi|[Mm]ỗi|[Tt]ừng|[Tt]oàn thể|[Tt]ất cả)"
)
_PROPER = (
    r"(?:Cảnh sát|Bộ đội|Biên phòng|Bộ(?! máy| luật| phận)|"
    r"Sở|Ban(?! hành| bố)|Phòng(?!\s*,?\s*(?:ngừa|"
    r"chống|cháy|,|họp|thủ))|Trung tâm|Văn phòng|Công an|"
    r"UBND|Uỷ ban|Ủy ban|ỦY BAN|UỶ BAN|HĐND|Hội đồng|HỘI ĐỒNG|"
    r"Hội(?! nghị| thảo| họp| nhập)|Đoàn(?! kết)|Mặt trận|"
    r"UBMTTQ\w*|MTTQ|UB MTTQ|T[oòóÒ][aàáÀ] án|"
    r"Viện(?! dẫn)|VKSND|TAND|Cục(?! bộ)|Vụ(?! việc| án)|"
    r"Tổng cục|Chi cục|Thanh tra(?!\s*,)|Kho bạc|Bảo hiểm [Xx]ã hội|"
    r"Ngân hàng|Báo(?! cáo| động| đảm)|Đài|Trường(?! hợp)|"
    r"Khoa(?! học)|"
    r"Tổ(?! chức| quốc| Quốc)|Đội(?! ngũ)|Trạm|Bệnh viện|"
    r"Công ty|Tập đoàn|Tổng công ty|Đảng uỷ|Đảng ủy|Đảng bộ|"
    r"Thành ủy|Thành uỷ|"
    r"Tỉnh ủy|Tỉnh uỷ|Huyện ủy|Huyện uỷ|Quận ủy|Chi bộ|"
    r"Cấp ủy|Cấp uỷ|Thường trực|Liên đoàn|Công đoàn|Học viện|"
    r"Quân khu|"
    r"BCH|BCHQS|CAX|CA|VP|Thôn|Ấp|Quân đội|Chính phủ|Ngành|"
    r"Đơn vị|Cơ quan(?! chủ trì| phối hợp| thực hiện)|Địa phương|"
    r"Bộ phận|"
    r"Cán bộ|Công chức|Viên chức|Giáo viên|Nhân viên|Học viên|"
    r"Dân quân|Hợp tác xã|Bảo tàng|Thư viện|Ủy viên|Thành viên|"
    r"Người phụ trách|Nhà trường|Chính quyền|Doanh nghiệp|"
    r"Lực lượng|Hệ thống(?= chính trị)|Văn thư)"
)
_COMMON = (
    r"(?:sở|ban|ngành|phòng|cơ quan|đơn vị|tổ chức|địa phương|"
    r"đoàn thể|doanh nghiệp|bộ phận|cấp ủy|cấp uỷ|chi bộ|"
    r"đảng bộ|đảng ủy|hội|xã|phường|thị trấn|huyện|quận|"
    r"tổ|khoa|trường|thôn|ấp|khu phố|lực lượng|bộ|trung tâm|"
    r"chi cục|công ty|cá nhân|thành viên|"
    r"cán bộ|công chức|viên chức|giáo viên|nhân viên|đảng viên|"
    r"trạm|ủy ban|uỷ ban|công an|nhà trường|chính quyền|"
    r"tập thể|cấp|hội đồng|chủ tịch|giám đốc|thủ trưởng|"
    r"người đứng đầu)"
)
_LOWER_ALONE = (
    rf"(?:(?:phòng|trạm|trường|hội|đoàn|ban|đội|sở|thôn|trung tâm|"
    rf"khối|cục|vụ|viện)(?= {CAPITAL})|công an(?= (?:tỉnh|"
    rf"thành|xã|phường|huyện|các))|ủy ban nhân dân|uỷ ban nhân dân|"
    rf"văn phòng|người đứng đầu|thủ trưởng|lãnh đạo(?= các)|"
    rf"chủ tịch|cấp ủy|cấp uỷ|chi bộ|đảng bộ|(?:nhân viên|"
    rf"công chức|cán bộ|viên chức)(?= (?:văn thư|kế toán|thiết bị|"
    rf"tư pháp|địa chính|chuyên|phụ trách|được giao|làm công tác)))"
)
HEAD = (
    rf"(?:(?:{_QUANTIFIER}\s+)?{_POST}(?:\s*,\s*{_POST})*\b|"
    rf"{_QUANTIFIER}\s+(?:{_COMMON}|{_PROPER})\b|{_PROPER}\b|"
    rf"{_LOWER_ALONE}\b)"
)
_HEAD = re.compile(HEAD)
# Parts of a list that has one article: "các sở, ban, ngành, đoàn thể …"
_PART = re.compile(
    rf"(?:{_COMMON}(?![^\W\d])|(?:Sở|Ban|Ngành|Đoàn thể|"
    rf"Đơn vị|Phòng|Cục|Vụ|Viện|Trung tâm|Trường|Khoa|Xã|"
    rf"Phường|Hội|Tổ|Đội|Trạm)"
    r"(?=\s*(?:[,;.)]|$)|\s+(?:và|thuộc|trực thuộc|có liên quan|liên quan|của|trên|[Đđ]ảng)\b))"
)
_PLURAL = re.compile(
    rf"^(?:{_QUANTIFIER}|(?:{_POST})(?:\s*,\s*{_POST})*\s+{_QUANTIFIER}|"
    rf"{_QUANTIFIER}?\s*(?:Cơ quan|Đơn vị|Cán bộ|Công chức|"
    rf"Giáo viên|Nhân viên|Cấp [uủ][ỷy]|Thủ trưởng|Lãnh đạo|"
    rf"Ngành|Sở|Ban)(?=$|\s*,))\b"
)

_PREDICATE = re.compile(
    r"(?<![\w-])(?:"
    r"chủ trì|chủ động|tích cực|kịp thời|thường xuyên|tiếp tục|"
    r"nghiêm túc|nghiêm chỉnh|khẩn trương|phối hợp|phải|"
    r"cần|sẽ|"
    r"được|(?<!thiết )(?<!chuẩn )(?<!Chuẩn )bị|không|đã|"
    r"đang|có(?! liên quan| chức năng| thẩm quyền| tài liệu|"
    r" sử dụng| chứa| nhiệm vụ)|chịu|căn cứ|trên cơ sở|"
    r"theo|để|nhằm|khi|nếu|sau|trước|định kỳ|hằng|hàng|"
    r"là|do|từ|bằng|"
    r"tại(?! địa bàn)|trong(?! (?:tỉnh|thành phố|huyện|"
    r"xã|phường|toàn|hệ thống|ngành|đơn vị|cơ quan))|đối với|"
    r"qua|"
    r"tham mưu(?!\s*,\s*giúp việc)|tổ chức(?!\s*(?:[,.;:)]|"
    r"$)|\s+(?:chính trị|đảng|đoàn|có|liên quan|thuộc|trên|"
    r"trong|và|cá nhân|khác|cơ yếu|Đảng|hội|kinh tế|tín dụng))|"
    r"xây dựng(?! Đảng)|hướng dẫn|lãnh đạo|biên soạn|soạn|"
    r"kiểm kê|kiểm đếm|nộp|trực(?! thuộc| tiếp)|ghi|thu|"
    r"chi(?! cục| bộ| nhánh)|cấp(?! (?:xã|tỉnh|huyện|cơ sở|"
    r"trên|dưới|ủy|uỷ|thành|trung))|dự(?! án)|theo dõi|"
    r"đôn đốc|thực hiện|triển khai|chỉ đạo|tiến hành|báo cáo|"
    r"tổng hợp|rà soát|đánh giá|"
    r"trình|lập|ban hành|bố trí|nghiên cứu|thẩm định|giúp|"
    r"đề xuất|quán triệt|tuyên truyền|phổ biến|tăng cường|"
    r"đẩy mạnh|bảo đảm|"
    r"đảm bảo|làm(?! công tác| việc| nhiệm vụ)|phân công|"
    r"cử|giao|gửi|rút|xác định|lồng ghép|cung cấp|chuẩn bị|"
    r"cập nhật|đăng ký|đề nghị|kiến nghị|yêu cầu|"
    r"tự|phát hiện|xử lý|kiểm tra(?! (?:Tỉnh|Thành|Đảng|"
    r"Huyện|đảng))|thanh tra(?! (?:tỉnh|Chính|nhà nước|"
    r"sở|bộ|huyện))|giám sát|quản lý(?! (?:nhà nước|dự án|"
    r"chuyên|khu|ngành|trực|giáo dục|đô thị))|ký(?! (?:túc|"
    r"hiệu))|phê duyệt|quyết định|chấp hành|"
    r"chậm nhất|muộn nhất|tuần tra|mua|cài đặt|diễn tập|truy|rà|quét|dọn|vá|thay|lắp|sửa|xác minh|"
    r"(?<!quan )điều tra|bàn giao|niêm phong|sao lưu|đối chiếu|thẩm tra|vận hành|trực ban|"
    r"tập huấn|bồi dưỡng|đào tạo(?=\s+(?:cho|cán|đội|,))|"
    r"lựa chọn|sử dụng|bổ sung|khắc phục|hoàn thiện|hoàn thành|"
    r"tập trung|quan tâm|đưa|mở|phát động|đăng tải|"
    r"thông báo|thông tin(?=\s+(?:về|kịp|cho))|nâng cao|"
    r"duy trì|củng cố|kiện toàn|hỗ trợ|tạo|vận động|đổi mới|"
    r"xem xét|thống kê|lưu trữ|trang bị|"
    r"cụ thể hóa|cụ thể hoá|phân bổ|cân đối|đảm nhận|đảm nhiệm|"
    r"thành lập|giải quyết|trực tiếp|in|phát(?! thanh)|"
    r"nắm|ghi|mời|tiếp nhận|phân tích|tham gia(?! )|tham gia|"
    r"đồng thời|cũng|nhất là|trong đó|bao gồm|như|cùng(?! cấp)|"
    r"gắn|"
    r"quá trình|trao đổi|phản ánh|liên hệ|chuyển|ưu tiên|"
    r"đẩy|góp|thể hiện|ra soát|soạn thảo|bám sát|sơ kết|"
    r"tổng kết|áp dụng|niêm yết|vào|lên|về|đến|cho|tới|"
    r"với|chưa|nghiệm thu|khảo sát|mua sắm|lắp đặt|thay|"
    r"khen"
    r")(?![\w-])"
)
_ASSIGNED = re.compile(
    r"\s*được\s+(?:giao|phân công|giao nhiệm vụ|phân công nhiệm vụ)(?:\s*,?\s*(?:và\s+)?"
    r"(?:chủ trì|phối hợp|thực hiện|nhiệm vụ|làm đầu mối|"
    r"các nội dung|công việc|tại))*"
)
_SEPARATOR = re.compile(
    r"\s*[,;]\s*(?:và\s+)?|\s+và\s+|\s+cùng\s+(?:với\s+)?(?=các|Công|Sở|Phòng|Ban)"
)
_STOP = re.compile(r"[,;.:()\[\]“”\"/]|\s+và\s")
_WORD = re.compile(r"\S+")
_COUNCIL = (
    r"(?:Đoàn (?:ĐBQH|[Đđ]ại biểu Quốc hội)|HĐND|Hội đồng nhân dân|UBND|[UỦ][ỷy] ban nhân dân)"
)
_JOINT_OFFICE = re.compile(
    rf"(?:(?:[Ll]ãnh đạo|[Cc]hánh)\s+)?[Vv]ăn phòng\s+(?:{_COUNCIL}\s*,\s*)?{_COUNCIL}$"
)
_COUNCIL_NEXT = re.compile(_COUNCIL)
_UNDER = re.compile(r"(?:thuộc|trực thuộc|của)\s+((?:[^,;]|,\s)*)$")
_GOVERNING = (
    (re.compile(r"(?:Tỉnh|Thành|Huyện|Quận|Đảng) [uủ][ỷy](?:\s|$)"), "party"),
    (re.compile(r"(?:HĐND|Hội đồng nhân dân)(?:\s|$)"), "council"),
    (re.compile(r"(?:UBND|[UỦ][ỷy] ban nhân dân)(?:\s|$)"), "committee"),
)
_LOWER_LEVEL = re.compile(r"\bcấp (?:xã|huyện|cơ sở)\b|\bcác (?:xã|phường|huyện)\b")
_PERSON = re.compile(rf"(?:Ông|ông|Bà|bà|Đồng chí|đồng chí|Đ/c|Thầy|Cô|thầy|cô)\s+{CAPITAL}")
_POST_START = re.compile(_POST)
_LONGEST = 260  # characters of one name; more is a sentence
_MOST = 60  # names in one list


@dataclass(frozen=True, slots=True)
class Names:
    """Bodies found in a row, and where the row ends."""

    names: tuple[str, ...]
    end: int


class _Next(enum.Enum):
    """What follows a separator: a new body, more of the same name, or no body."""

    NEW = enum.auto()
    SAME = enum.auto()
    NONE = enum.auto()


def begins_agency(text: str, at: int = 0) -> bool:
    """Tell whether a body's name begins at `at`."""
    return _HEAD.match(text, at) is not None


def scan(text: str, at: int = 0, *, is_list: bool = False) -> Names:
    """Return the bodies that stand from `at` on.

    In a list (the value of a label) whatever is no predicate belongs to a name.
    """
    spans: list[tuple[int, int]] = []
    position = at
    follows = _Next.NEW if _opens(text, at, is_list=is_list) else _Next.NONE
    while follows is not _Next.NONE and len(spans) < _MOST:
        stop = _piece_end(text, position, is_list=is_list)
        begin = spans.pop()[0] if follows is _Next.SAME else position
        if stop <= position or stop - begin > 2 * _LONGEST:
            break
        spans.append((begin, stop))
        gap = _gap(text, stop, is_list=is_list)
        if gap is None:
            break
        position = gap.end()
        follows = _next(text, position, gap[0], text[begin:stop], is_list=is_list)
    names = _joined_under([text[begin:stop].strip() for begin, stop in spans])
    end = spans[-1][1] if spans else at
    return Names(tuple(name for name in map(_clean, names) if name), end)


def _opens(text: str, at: int, *, is_list: bool) -> bool:
    if _HEAD.match(text, at):
        return True
    return is_list and text[at : at + 1].isupper() and not _PREDICATE.match(text, at)


def _gap(text: str, stop: int, *, is_list: bool) -> re.Match[str] | None:
    """Return the separator behind a name, in a list also behind its bracket."""
    gap = _SEPARATOR.match(text, stop)
    if gap is None and is_list and text[stop : stop + 1] == "(":
        closing = text.find(")", stop, stop + _LONGEST)
        gap = _SEPARATOR.match(text, closing + 1) if closing > 0 else None
    return gap


def _next(text: str, at: int, gap: str, current: str, *, is_list: bool) -> _Next:
    """Tell what follows a separator."""
    if _is_same_name(text, at, gap, current):
        return _Next.SAME
    if _HEAD.match(text, at):
        return _Next.NEW
    if not text[at : at + 1] or _PREDICATE.match(text, at):
        return _Next.NONE
    if ";" in gap:
        return _Next.NEW if is_list else _Next.NONE
    return _Next.SAME if is_list or text[at].isupper() else _Next.NONE


def _is_same_name(text: str, at: int, gap: str, current: str) -> bool:
    """Tell a comma within a name: "các sở, ban, ngành", "Văn phòng HĐND và UBND"."""
    if "và" in gap and _JOINT_OFFICE.search(current) and _COUNCIL_NEXT.match(text, at):
        return True
    if "," in gap and _PERSON.match(current) and _POST_START.match(text, at):
        return True
    is_plural = bool(_PLURAL.match(current)) or " các " in current
    return (
        is_plural
        and ";" not in gap
        and bool(_PART.match(text, at))
        and not _PREDICATE.match(text, at)
    )


def _piece_end(text: str, at: int, *, is_list: bool = False) -> int:
    """Return where the piece of a name that begins at `at` ends.

    In running text a small word that names no field, place or rank ends it too: verbs are
    without number.
    """
    head = _HEAD.match(text, at) or _PART.match(text, at)
    search_from = head.end() if head else at
    stop = _STOP.search(text, search_from)
    limit = min(stop.start() if stop else len(text), at + _LONGEST)
    while True:
        verb = _PREDICATE.search(text, search_from, limit)
        if verb is None:
            return limit if is_list else _before_stranger(text, search_from, limit)
        if verb[0] == "được":
            assigned = _ASSIGNED.match(text, verb.start())
            if assigned:
                search_from = assigned.end()
                stop = _STOP.search(text, search_from)
                limit = min(stop.start() if stop else len(text), at + _LONGEST)
                continue
        return verb.start() if is_list else _before_stranger(text, search_from, verb.start())


def _before_stranger(text: str, begin: int, end: int) -> int:
    # "Chỉ huy", "Kiểm sát": a name's word has one capital for two syllables
    last = text[:begin].rpartition(" ")[2]
    follows_capital = last[:1].isupper() and not last.isupper()
    for word in _WORD.finditer(text, begin, end):
        syllable = word[0]
        if syllable[0].islower() and syllable not in NAME_SYLLABLES and not follows_capital:
            return word.start()
        follows_capital = syllable[0].isupper() and not syllable.isupper()
    return end


def _joined_under(names: list[str]) -> list[str]:
    """Join "bodies under A, B and C" where A, B, C govern the same level and nothing follows."""
    for index, name in enumerate(names[:-1]):
        under = _UNDER.search(name)
        rest = names[index + 1 :]
        if under is None or len(rest) > 2:  # noqa: PLR2004
            continue
        kinds = [_governs(under[1]), *map(_governs, rest)]
        if None not in kinds and len(set(kinds)) == len(kinds):
            return [*names[:index], f"{', '.join([name, *rest[:-1]])} và {rest[-1]}"]
    return names


def _governs(name: str) -> str | None:
    if _LOWER_LEVEL.search(name):
        return None
    return next((kind for pattern, kind in _GOVERNING if pattern.match(name)), None)


def _clean(name: str) -> str:
    return " ".join(name.split()).strip(" ,.;:-–")
