"""Plans kept in a real vault (0007_plans): accepted, followed, noted, reported; as of a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from bmnn_desktop.domain.holiday import Holiday
from bmnn_desktop.domain.plan import Plan, PlanHeading, PlanTask
from bmnn_desktop.domain.task import DraftPlan, DraftTask, KeptTask, Sure, TaskSort, TaskState
from bmnn_desktop.domain.task_change import TaskChange
from bmnn_desktop.domain.task_note import NewNote, NoteKind
from bmnn_desktop.domain.timing import UNSTATED, Offset, Timing, TimingKind
from bmnn_desktop.domain.unit_report import ReportState
from bmnn_desktop.errors import FieldsWrong, PlanAccepted, PlanEmpty, TaskEnded, TaskMissing
from bmnn_desktop.services.accept_plan import accept_plan
from bmnn_desktop.services.ask_reports import ask_reports
from bmnn_desktop.services.change_task import change_as_it_stands, change_task
from bmnn_desktop.services.duties import DutyKind
from bmnn_desktop.services.list_tasks import list_plans, list_tasks, show_task, tasks_of_month
from bmnn_desktop.services.look_at_plans import look_at_plans
from bmnn_desktop.services.note_task import note_task
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.plan_template import (
    draft_from_plan,
    draft_from_template,
    list_templates,
)
from bmnn_desktop.services.print_plan import print_plan_paper
from bmnn_desktop.services.receive_report import list_reports, receive_report
from bmnn_desktop.services.report_window import set_report_window
from bmnn_desktop.services.review_plan import review_plan
from bmnn_desktop.services.save_holiday import save_holiday
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.today_words import duty_words
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import tasks
from tests.services.offices import add, entries, found

OWN = "UBND xã Mẫu"
DAY = date(2026, 3, 5)  # the clock's
HEADING = PlanHeading(
    "Kế hoạch", "17/KH-UBND", None, "Giả Định", "2026-03-02", "UBND tỉnh Giả Định", "Giữ tài liệu"
)
LATE = Timing(TimingKind.BY_DATE, due=DAY - timedelta(days=2), before=DAY - timedelta(days=1))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office, _sheet = found(tmp_path / "vault")
    yield office
    office.close()


def task(ref: str, **changed: object) -> DraftTask:
    plain = DraftTask(ref, f"Việc giả định mục {ref}", lead=(OWN,))
    return replace(plain, **changed)  # type: ignore[arg-type]


def accept(office: Office, *some: DraftTask, number: str = "17/KH-UBND") -> list[KeptTask]:
    heading = replace(HEADING, number=number)
    plan = office.write(accept_plan, DraftPlan(heading, some, (OWN,))).result()
    return list(office.read(list_tasks, plan=plan, every=True).result())


def note(office: Office, kept: KeptTask, kind: NoteKind, **told: object) -> KeptTask:
    new = NewNote(kind, **told)  # type: ignore[arg-type]
    return office.write(note_task, kept.id, new).result()


def change(office: Office, kept: KeptTask, **changed: object) -> KeptTask:
    stands: TaskChange = office.read(change_as_it_stands, kept.id).result()
    new = replace(stands, **changed)  # type: ignore[arg-type]
    return office.write(change_task, kept.id, new).result()


def test_a_parsed_plan_is_sorted_for_us_and_a_known_duty_is_offered_as_linked(
    office: Office,
) -> None:
    (known,) = accept(office, task("I.1", summary="Rà soát các tủ đựng tài liệu mật của xã"))
    parsed = Plan(
        HEADING,
        (
            PlanTask("II.1", "", "Rà soát các tủ đựng tài liệu mật của xã", ("UBND cấp xã",)),
            PlanTask("II.2", "", "tổng hợp kết quả", ("Công an tỉnh",)),
            PlanTask("II.3", "", "góp ý", ("Sở Nội vụ",), ("Ủy ban nhân dân xã Mẫu",)),
            PlanTask("II.4", "", "ai cũng phải làm"),
            PlanTask("II.5", "", "việc khó", (OWN,), timing_text="khi nào đó", timing=UNSTATED),
        ),
        (),
        (),
    )
    before = entries(office)
    draft = office.read(review_plan, parsed).result()
    ours, urged, know = TaskSort.OURS, TaskSort.URGED, TaskSort.KNOW
    assert [one.sort for one in draft.tasks] == [ours, know, ours, ours, ours]
    assert [one.same_as for one in draft.tasks] == [known.id, None, None, None, None]
    assert [one.doubt for one in draft.tasks] == [
        *(Sure.FAIR, Sure.HIGH, Sure.FAIR, Sure.LOW, Sure.LOW),
    ]
    assert draft.tasks[1].summary == "Tổng hợp kết quả"
    police = office.read(review_plan, parsed, ("Công an tỉnh",)).result()
    assert police.tasks[1].sort is ours
    issuer = office.read(review_plan, parsed, ("Ủy ban nhân dân tỉnh Giả Định",)).result()
    assert issuer.tasks[1].sort is urged
    assert entries(office) == before


def test_only_what_is_ours_or_urged_reaches_today_and_never_its_words(office: Office) -> None:
    accept(
        office,
        task("II.1", timing=LATE, timing_text="trước ngày"),
        task("II.2", timing=LATE, sort=TaskSort.URGED),
        task("II.3", timing=LATE, sort=TaskSort.KNOW),
        task("II.4", timing=LATE, lead=(), requested=("Tòa án",)),
        task("II.5", timing=replace(LATE, tentative=True)),
        task("II.6"),
    )
    today = office.read(look_at_today).result()
    found = [one for one in today.duties.must if one.kind is DutyKind.TASK]
    assert [(one.who, one.is_red) for one in found] == [("II.1", True), ("II.2", True)]
    words = [duty_words(one, DAY) for one in found]
    plan = "Kế hoạch 17/KH-UBND của UBND tỉnh Giả Định"
    assert words == [
        (f"Nhiệm vụ II.1, {plan}", "quá hạn 2 ngày"),
        (f"Đôn đốc nhiệm vụ II.2, {plan}", "quá hạn 2 ngày"),
    ]
    soft = [one for one in today.duties.soon if one.kind is DutyKind.TASK_CHECK]
    assert [(one.who, one.is_red) for one in soft] == [("II.4", False), ("II.5", False)]
    assert "giả định" not in str(words)


def test_many_late_duties_are_a_few_lines_and_a_count(office: Office) -> None:
    accept(office, *(task(f"II.{number}", timing=LATE) for number in range(20)))
    must = office.read(look_at_today).result().duties.must
    assert [one.kind for one in must] == [DutyKind.TASK] * 5 + [DutyKind.TASKS]
    assert must[-1].count == 15


def test_overdue_is_as_of_any_day(office: Office) -> None:
    due = Timing(TimingKind.BY_DATE, due=date(2027, 2, 28), before=date(2027, 3, 1))
    accept(office, task("II.1", timing=due), task("II.2", timing=LATE))

    def late(on: date) -> list[tuple[str, int]]:
        rows = office.read(list_tasks, overdue=True, on=on).result()
        return [(one.ref, one.days_late(on)) for one in rows]

    assert late(date(2026, 3, 3)) == []
    assert late(DAY) == [("II.2", 2)]
    assert late(date(2027, 2, 28)) == [("II.2", 362)]
    assert late(date(2027, 3, 1)) == [("II.2", 363), ("II.1", 1)]
    (plan,) = office.read(list_plans, date(2027, 3, 1)).result()
    assert (plan.tasks, plan.open, plan.overdue) == (2, 2, 2)


def test_a_result_ends_a_duty_and_nothing_more_can_be_done_of_it(office: Office) -> None:
    (kept,) = accept(office, task("II.1", timing=LATE))
    done = note(office, kept, NoteKind.RESULT, words="Đã làm")
    assert (done.state, done.ended_on) == (TaskState.DONE, DAY)
    with pytest.raises(TaskEnded):
        note(office, kept, NoteKind.RESULT)
    assert note(office, kept, NoteKind.GUIDANCE, words="Muộn", whom="Công an").state is done.state
    assert office.read(list_tasks).result() == ()
    assert office.read(list_tasks, every=True).result()[0].state is TaskState.DONE


def test_a_check_in_rolls_into_the_next_year(office: Office) -> None:
    (kept,) = accept(office, task("II.1", timing=Timing(TimingKind.OPEN_ENDED)))
    assert (kept.due_on, kept.can_be_late) == (date(2026, 12, 14), False)
    noted = note(office, kept, NoteKind.RESULT, words="Năm nay đạt")
    assert (noted.state, noted.due_on) == (TaskState.OPEN, date(2027, 12, 14))


def test_the_window_of_the_report_moves_the_check_in_of_what_comes(office: Office) -> None:
    window = office.write(
        set_report_window, date(2025, 12, 1), date(2026, 11, 30), date(2026, 12, 4)
    ).result()
    assert window.of_year(2026) == (date(2025, 12, 1), date(2026, 11, 30), date(2026, 12, 4))
    (kept,) = accept(office, task("II.1", timing=Timing(TimingKind.OPEN_ENDED)))
    assert kept.due_on == date(2026, 11, 30)


def test_a_group_is_opened_into_units_and_is_done_when_the_last_one_is(office: Office) -> None:
    (kept,) = accept(office, task("II.1", lead=("các phòng, ban",), timing=LATE))
    opened = change(office, kept, units=("Phòng Kinh tế", "Phòng Văn hóa"))
    assert (opened.units, opened.lead) == (2, ("Phòng Kinh tế", "Phòng Văn hóa"))
    card = office.read(show_task, kept.id).result()
    assert {part.group for part in card.parts} == {"các phòng, ban"}
    with pytest.raises(FieldsWrong):
        note(office, kept, NoteKind.UNIT_DONE, whom="Phòng Lạ")
    first = note(office, kept, NoteKind.UNIT_DONE, whom="phòng kinh tế")
    assert (first.units_done, first.state) == (1, TaskState.OPEN)
    assert note(office, kept, NoteKind.UNIT_DONE, whom="Phòng Văn hóa").state is TaskState.DONE


def test_an_event_opens_a_duty_and_a_holiday_moves_it(office: Office) -> None:
    waits = Timing(TimingKind.BY_DATE, offset=Offset(3, "working_day", "nhận văn bản"))
    (kept,) = accept(office, task("II.1", timing=waits))
    assert kept.due_on is None
    assert change(office, kept, event_on=DAY).due_on == date(2026, 3, 10)
    assert "chưa ghi ngày nghỉ Tết" in office.read(show_task, kept.id).result().rule
    office.write(save_holiday, Holiday(date(2026, 3, 6), "nghỉ bù", is_off=True)).result()
    card = office.read(show_task, kept.id).result()
    assert card.task.due_on == date(2026, 3, 11)
    assert "chưa ghi ngày nghỉ" not in card.rule
    with pytest.raises(FieldsWrong):
        change(office, kept, event_on=date(2027, 1, 1))


def test_evidence_is_a_line_of_a_register_or_a_paper_file(office: Office) -> None:
    add(office)
    (kept,) = accept(office, task("II.1"))
    for wrong in ({}, {"evidence": "sổ đi 99/2026"}, {"evidence": "tệp.docx"}):
        with pytest.raises(FieldsWrong):
            note(office, kept, NoteKind.EVIDENCE, **wrong)
    note(office, kept, NoteKind.EVIDENCE, evidence="sổ đi 1/2026")
    note(office, kept, NoteKind.EVIDENCE, reference="Hồ sơ 12")
    notes = office.read(show_task, kept.id).result().notes
    assert [(one.document, one.reference) for one in notes] == [(1, ""), (None, "Hồ sơ 12")]


def test_money_is_summed_and_links_do_not_go_in_circles(office: Office) -> None:
    first, second = accept(office, task("II.1", timing=LATE), task("II.2", timing=LATE))
    change(office, first, estimate="12.500.000", decider="Hội đồng nhân dân", after=second.id)
    note(office, first, NoteKind.SPENT, amount="500.000")
    note(office, first, NoteKind.SPENT, amount="1.000.000")
    card = office.read(show_task, first.id).result()
    assert (card.estimate, card.spent, card.decider) == (12_500_000, 1_500_000, "Hội đồng nhân dân")
    assert card.after is not None
    with pytest.raises(FieldsWrong):
        change(office, second, after=first.id)
    with pytest.raises(FieldsWrong):
        change(office, second, same_as=99)
    change(office, second, same_as=first.id)
    assert [one.id for one in office.read(list_tasks, overdue=True).result()] == [first.id]
    assert change(office, first, dropped=True).state is TaskState.DROPPED
    assert change(office, first, dropped=False).state is TaskState.OPEN


def test_reports_of_units_wait_come_late_and_are_missing(office: Office) -> None:
    (kept,) = accept(office, task("II.1"))
    first, second = office.write(
        ask_reports, kept.plan, units=("Trạm A", "Trường B"), year=2026, due_on=date(2026, 3, 4)
    ).result()
    assert (first.first, first.last) == (date(2025, 2, 27), date(2026, 2, 26))
    today = office.read(look_at_today).result().duties.must
    assert [one.count for one in today if one.kind is DutyKind.UNIT_REPORTS] == [2]
    came = office.write(receive_report, first.id, reference="3/BC").result()
    assert came.state(DAY) is ReportState.RECEIVED_LATE
    assert second.state(DAY) is ReportState.MISSING
    assert second.state(date(2026, 3, 4)) is ReportState.WAITING
    with pytest.raises(FieldsWrong):
        office.write(ask_reports, kept.plan, units=("Trạm A",), year=2026).result()
    assert len(office.read(list_reports, kept.plan, 2026).result()) == 2


def test_templates_begin_a_plan_and_ours_comes_from_the_parent(office: Office) -> None:
    names = office.read(list_templates).result()
    assert [one.tasks for one in names] == [11, 10, 10]
    for name in names:
        draft = office.read(draft_from_template, name.key, 2026).result()
        assert all(one.lead == (OWN,) and one.sort is TaskSort.OURS for one in draft.tasks)
        understood = [one.timing.kind for one in draft.tasks if one.timing_text]
        assert TimingKind.UNSTATED not in understood
    open_ended, late, know = accept(
        office,
        task("II.1", timing=Timing(TimingKind.OPEN_ENDED), timing_text="các năm tiếp theo"),
        task("II.2", timing=LATE, timing_text="chậm nhất"),
        task("II.3", sort=TaskSort.KNOW),
    )
    own = office.read(draft_from_plan, know.plan, 2027).result()
    assert [one.same_as for one in own.tasks] == [open_ended.id, late.id]
    assert [one.timing_text for one in own.tasks] == ["các năm tiếp theo", ""]
    row = office.write(accept_plan, own).result()
    assert office.read(list_plans).result()[0].parent == know.plan
    assert row == 2


def test_what_cannot_be_kept_is_refused_and_nothing_is_stored(office: Office) -> None:
    (kept,) = accept(office, task("II.1"))
    before = entries(office)
    draft = DraftPlan(HEADING, (task("II.1"),), (OWN,))
    for wrong, error in (
        (draft, PlanAccepted),
        (replace(draft, tasks=(task("II.1", summary=" "),)), PlanEmpty),
        (
            replace(draft, heading=replace(HEADING, number="2"), tasks=(task("II.1", same_as=77),)),
            TaskMissing,
        ),
    ):
        with pytest.raises(error):
            office.write(accept_plan, wrong).result()
    for kind, told in (
        (NoteKind.PROGRESS, {}),
        (NoteKind.SPENT, {}),
        (NoteKind.SPENT, {"amount": "nhiều"}),
        (NoteKind.PROGRESS, {"words": "x", "on_day": date(2027, 1, 1)}),
    ):
        with pytest.raises(FieldsWrong):
            note(office, kept, kind, **told)
    assert entries(office) == before


def test_the_page_counts_what_it_shows_and_papers_are_printed(
    office: Office, tmp_path: Path
) -> None:
    kept, done = accept(office, task("II.1", timing=LATE), task("II.2"))
    note(office, done, NoteKind.RESULT)
    note(office, kept, NoteKind.DIFFICULTY, words="Thiếu tủ", whom="Công an xã")
    seen = office.read(look_at_plans, view="month", plan=None, month=(2026, 3)).result()
    assert [one.ref for one in seen.tasks] == ["II.1"]
    assert seen.counts == {
        "overdue": "Quá hạn: 1",
        "ours": "Việc của ta: 2",
        "urged": "Việc ta đôn đốc: 0",
        "done": "Đã xong: 1",
    }
    assert office.read(tasks_of_month, 2026, 12).result() == ()
    for paper, *which in (
        ("tasks", kept.plan),
        ("month", 2026, 3),
        ("overdue",),
        ("progress", kept.plan),
        ("unit-reports", kept.plan),
    ):
        out = tmp_path / f"{paper}.pdf"
        office.write(print_plan_paper, paper, *which, out=out).result()
        assert out.read_bytes().startswith(b"%PDF")
    assert office.read(lambda desk: tasks.counted(desk.rows, None, DAY)).result()[1:] == (1, 1)


def test_the_journal_replays_to_the_same_tables(office: Office) -> None:
    (kept,) = accept(office, task("II.1", timing=LATE))
    note(office, kept, NoteKind.RESULT)
    found = office.write(verify_vault).result()
    assert found.ok is not False
