"""The grammar of time phrases, and the words that are no times."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bmnn_desktop.domain.timing import Offset, Timing, TimingKind
from bmnn_desktop.plans.label import Label
from bmnn_desktop.plans.timing import find_timing

K = TimingKind
ISSUED = date(2027, 3, 9)


def meaning(text: str, label: Label | None = None) -> Timing | None:
    found = find_timing(text, year=2027, issued=ISSUED, label=label)
    return None if found is None else found.timing


def day(month: int, number: int, year: int = 2027) -> date:
    return date(year, month, number)


def window(start: date, due: date, *, approximate: bool = False) -> Timing:
    return Timing(K.WINDOW, start=start, due=due, approximate=approximate)


PHRASES = {
    # so long after an event
    "nộp bản kê chậm nhất 10 ngày kể từ ngày ký Kế hoạch": Timing(
        K.BY_DATE, due=day(3, 19), offset=Offset(10, "day", "ký Kế hoạch")
    ),
    "trả lời trong thời hạn 03 ngày làm việc kể từ ngày nhận được phiếu": Timing(
        K.BY_DATE, offset=Offset(3, "working_day", "nhận được phiếu")
    ),
    "báo tin trong vòng 12 giờ kể từ khi phát hiện": Timing(
        K.BY_DATE, offset=Offset(12, "hour", "phát hiện")
    ),
    "đánh giá sau 02 năm thực hiện": Timing(
        K.BY_DATE, due=day(3, 9, 2029), offset=Offset(2, "year", "bắt đầu thực hiện")
    ),
    # days
    "gửi chậm nhất ngày 12/4/2027": Timing(K.BY_DATE, due=day(4, 12)),
    "gửi đến hết ngày 12-4-2027": Timing(K.BY_DATE, due=day(4, 12)),
    "hoàn thành trước ngày 01 tháng 3 năm 2028": Timing(
        K.BY_DATE, due=day(2, 29, 2028), before=day(3, 1, 2028)
    ),
    "gửi trước 5.6.2027": Timing(K.BY_DATE, due=day(6, 4), before=day(6, 5)),
    "xong trước 16 giờ 30 ngày 02/7/2027": Timing(K.BY_DATE, due=day(7, 2), due_time="16:30"),
    "trực từ ngày 05/8/2027 đến hết ngày 09/8/2027": Timing(
        K.BY_DATE, start=day(8, 5), due=day(8, 9)
    ),
    # the same day again and again
    "nộp trước ngày 10 hằng tháng": Timing(K.MONTHLY, recurrence="09"),
    "đối chiếu ngày 25 của tháng cuối quý": Timing(
        K.QUARTERLY, recurrence="03-25,06-25,09-25,12-25"
    ),
    "gửi trước ngày 20 tháng 11 hàng năm": Timing(K.ANNUAL, recurrence="11-19"),
    "hằng năm, gửi trước ngày 01/12": Timing(K.ANNUAL, recurrence="11-30"),
    # periods
    "làm trong 6 tháng đầu năm": window(day(1, 1), day(6, 30)),
    "làm trong 6 tháng cuối năm 2028": window(day(7, 1, 2028), day(12, 31, 2028)),
    "làm trong 9 tháng đầu năm 2027": window(day(1, 1), day(9, 30)),
    "mở lớp trong quý I, II/2027": window(day(1, 1), day(6, 30)),
    "mở lớp từ quý I/2027 đến quý III/2027": window(day(1, 1), day(9, 30)),
    "mở lớp từ tháng 2 đến tháng 5/2027": window(day(2, 1), day(5, 31)),
    "hoàn thành trong tháng 2/2027": Timing(K.BY_DATE, due=day(2, 28)),
    "hoàn thành trong quý II/2027": Timing(K.BY_QUARTER, due=day(6, 30)),
    "họp vào giữa tháng 4/2027": window(day(4, 11), day(4, 20), approximate=True),
    "họp vào cuối tháng 2/2027": window(day(2, 21), day(2, 28), approximate=True),
    "họp vào tuần thứ ba của tháng 8/2027": window(day(8, 16), day(8, 22), approximate=True),
    "giai đoạn 2027 - 2029": window(day(1, 1), day(12, 31, 2029)),
    "đạt chuẩn đến năm 2029": Timing(K.BY_DATE, due=day(12, 31, 2029)),
    "năm 2027 và những năm tiếp theo": Timing(K.OPEN_ENDED, start=day(1, 1)),
    "xong trước quý IV/2027": Timing(K.BY_DATE, due=day(9, 30), before=day(10, 1)),
    # again and again
    "kiểm kê hằng quý": Timing(K.QUARTERLY),
    "kiểm kê mỗi tuần": Timing(K.WEEKLY),
    "kiểm kê ít nhất 01 lần/năm": Timing(K.ANNUAL),
    "kiểm định 03 năm một lần": Timing(K.YEARS, recurrence="P3Y"),
    "định kỳ 2 năm/lần thay khóa": Timing(K.YEARS, recurrence="P2Y"),
    "định kỳ 6 tháng/lần thay khóa": Timing(K.HALF_YEARLY),
    # without a date
    "thường xuyên, liên tục nhắc nhở": Timing(K.OPEN_ENDED),
    "kiểm tra định kỳ, đột xuất": Timing(K.OPEN_ENDED),
    "kiểm tra máy trước và trong quá trình sử dụng": Timing(K.OPEN_ENDED),
    "kiểm tra máy trước khi lắp đặt": Timing(K.OPEN_ENDED, event="lắp đặt"),
    "cử người hỗ trợ khi có yêu cầu": Timing(K.OPEN_ENDED, event="có yêu cầu"),
    "khẩn trương vá lỗ hổng": Timing(K.IMMEDIATE),
    "ghi sổ ngay khi nhận bì": Timing(K.IMMEDIATE, event="nhận bì"),
    "phổ biến ngay sau khi Thông tư có hiệu lực": Timing(K.IMMEDIATE, event="Thông tư có hiệu lực"),
}


@pytest.mark.parametrize("phrase", PHRASES)
def test_a_phrase_means(phrase: str) -> None:
    assert meaning(phrase) == PHRASES[phrase]


NO_TIMES = (
    "lấy từ nguồn chi thường xuyên của đơn vị",
    "quản lý người thường xuyên ra vào kho",
    "phối hợp chặt chẽ, thường xuyên giữa các phòng",
    "giữ nếp làm việc đúng tiến độ",
    "nộp hồ sơ đúng thời gian quy định",
    "ngăn chặn từ sớm, từ xa",
    "vạch lộ trình thay máy",
    "giữ đội ngũ ổn định, lâu dài",
    "xác định thời hạn bảo vệ của tài liệu",
    "làm thủ tục gia hạn",
    "rút kinh nghiệm công việc hằng năm của phòng",
    "theo Quyết định số 12/2027/QĐ-UBND ngày 05/5/2027 của Ủy ban nhân dân tỉnh",
    "theo Thông báo ngày 06 tháng 6 năm 2027 của Văn phòng",
    "theo Công văn số 44/SYT-VP ngày 07/7/2027",
    "ban hành ngày 08/8/2027",
    "ngay từ đầu phải nắm vững quy định",
    "khắc phục hạn chế trong thời gian qua",
    "chuẩn bị cho năm học 2027 - 2028",
    "ngày 31/02/2027 không có trong lịch, chậm nhất ngày 31/02/2027",
    "thực hiện nhiệm vụ trong quá trình chuyển đổi số",
    "kịp thời tháo gỡ khó khăn",
)


@pytest.mark.parametrize("phrase", NO_TIMES)
def test_a_word_that_looks_like_a_time_is_none(phrase: str) -> None:
    assert meaning(phrase) is None


def test_a_label_decides_between_deadline_and_window() -> None:
    assert meaning("Quý II năm 2027", Label.DONE_BY) == Timing(K.BY_QUARTER, due=day(6, 30))
    assert meaning("Quý II năm 2027", Label.DURING) == window(day(4, 1), day(6, 30))
    assert meaning("năm 2027 và các năm tiếp theo", Label.DONE_BY) == Timing(
        K.OPEN_ENDED, start=day(1, 1)
    )


def test_a_first_date_may_be_followed_by_a_continuing_duty() -> None:
    timing = meaning("Quý II/2027 và tổ chức thực hiện thường xuyên", Label.DONE_BY)
    assert timing == Timing(K.BY_QUARTER, due=day(6, 30), continues=True)


def test_a_tentative_date_keeps_its_condition_in_the_text() -> None:
    found = find_timing("Dự kiến tháng 5/2027 (nếu đủ vốn)", year=2027, label=Label.DURING)
    assert found is not None
    assert found.timing.tentative
    assert found.text == "Dự kiến tháng 5/2027 (nếu đủ vốn)"


def test_waiting_for_others_stays_without_a_date() -> None:
    assert meaning("theo tiến độ của cấp trên", Label.DURING) == Timing(
        event="theo tiến độ của cấp trên"
    )


def test_a_missing_year_is_that_of_the_plan_and_never_guessed() -> None:
    assert meaning("chậm nhất ngày 12/4") == Timing(K.BY_DATE, due=day(4, 12))
    assert find_timing("chậm nhất ngày 12/4") is None


@given(st.dates(date(1950, 1, 2), date(2190, 12, 31)), st.sampled_from("/-."))
def test_before_a_day_ends_the_day_before(printed: date, sign: str) -> None:
    text = f"trước ngày {printed.day:02d}{sign}{printed.month}{sign}{printed.year}"
    assert meaning(text) == Timing(K.BY_DATE, due=printed - timedelta(days=1), before=printed)
