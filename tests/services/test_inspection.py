"""Phiên kiểm tra: a guest changes nothing, what he opens is recorded, nobody is kept out."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop import services
from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.domain.inspection import LookKind, NewInspection
from bmnn_desktop.domain.level import Level
from bmnn_desktop.errors import (
    AnchorMistyped,
    FieldsWrong,
    InspectionMissing,
    InspectionUnderWay,
    NotAllowed,
    OutputExists,
)
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.annul_document import annul_document
from bmnn_desktop.services.draw_sample import draw_sample
from bmnn_desktop.services.find_documents import find_documents
from bmnn_desktop.services.inspection import (
    close_inspection,
    find_inspection,
    list_inspections,
    open_inspection,
    show_looks,
)
from bmnn_desktop.services.inspection_papers import (
    inspection_sheet,
    preview_inspection_sheet,
    print_inspection_sheet,
    print_sample_sheet,
)
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.list_sheets import list_sheets, sheet_places
from bmnn_desktop.services.looks import is_decided
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.preview_book import preview_book
from bmnn_desktop.services.show_document import show_document
from bmnn_desktop.services.spoil_sheet import spoil_sheet
from bmnn_desktop.services.verify_vault import verify_vault
from tests.house.tree import PACKAGE, own_python
from tests.printing.reading import shows_code, texts
from tests.services.offices import (
    PASSPHRASE,
    FakeClock,
    add,
    cheap_wiring,
    document,
    entries,
    found,
)
from tests.services.paper import Desktop, receive

NEW = NewInspection("Đỗ Văn Kiểm", "Công an tỉnh Giả Định", "15/QĐ-CAT", date(2026, 3, 2))
Service = Callable[..., Any]


def modules() -> list[Any]:
    """Return every module of the services."""
    return [
        importlib.import_module(f"{services.__name__}.{each.name}")
        for each in pkgutil.iter_modules(services.__path__)
    ]


def services_at(desk: str) -> dict[str, Service]:
    """Return the public functions whose first parameter is such a desk."""
    found_: dict[str, Service] = {}
    for module in modules():
        for name, each in inspect.getmembers(module, inspect.isfunction):
            own = each.__module__ == module.__name__ and not name.startswith("_")
            first = next(iter(inspect.signature(each).parameters.values()), None) if own else None
            if first is not None and first.annotation == desk:
                found_[name] = each
    return found_


WRITING = services_at("WritingDesk")
OPEN = {
    "close_inspection",
    "note_looks",
    "print_inspection_sheet",
    "print_sample_sheet",
    "verify_vault",
}


@pytest.fixture
def guest(office: Office) -> Office:
    """Return the office with an inspector in it and two lines in the book."""
    add(office)
    add(office)
    office.write(open_inspection, NEW).result()
    return office


def looks(office: Office) -> list[tuple[str, str]]:
    """Return kind and words of what is recorded in the newest session."""
    number = office.read(find_inspection, None).result().id
    recorded = office.read(show_looks, number).result()
    return [(each.look.kind.value, each.look.what) for each in recorded]


def again(office: Office, clock: FakeClock, *, is_command: bool = False) -> Office:
    """Unlock anew, as the next process does."""
    place = office.place
    return cheap_wiring(clock).gate(place).unlock("giu-so", PASSPHRASE, is_command=is_command)


def killed(office: Office) -> None:
    """End a process in the middle: nothing is written, the lock is freed by the system."""
    office._vault.close()
    office.session.guest.leave()  # this process knows nothing any more


# ── nothing is written ───────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401
    """Return one guest session for all refusals."""
    office, _sheet = found(tmp_path_factory.mktemp("watched") / "vault")
    office.write(open_inspection, NEW).result()
    yield office
    office.close()


@pytest.mark.parametrize("name", sorted(set(WRITING) - OPEN))
def test_a_writing_service_is_refused(watched: Office, name: str) -> None:
    before = entries(watched)
    with pytest.raises(InspectionUnderWay):
        watched.write(WRITING[name]).result()
    assert entries(watched) == before


def test_the_services_open_to_a_guest_are_these() -> None:
    assert len(WRITING) > 40
    assert {
        name for name, each in WRITING.items() if getattr(each, "is_open_to_guests", False)
    } == OPEN


def test_what_no_service_is_marked_as_is_refused_too(watched: Office) -> None:
    with pytest.raises(InspectionUnderWay):
        watched.write(lambda desk: desk.journal).result()


def test_no_other_place_makes_a_desk_that_writes() -> None:
    product = [path for path in own_python() if path.is_relative_to(PACKAGE)]
    makers = {
        path.name
        for path in product
        if re.search(r"(?<!class )\bWritingDesk\(|\bvault\.write\(", path.read_text("utf-8"))
    }
    assert makers == {"office.py"}


def test_what_was_queued_behind_the_opening_is_refused(office: Office) -> None:
    opening = office.write(open_inspection, NEW)
    behind = office.write(add_document, "outgoing", document())
    opening.result()
    with pytest.raises(InspectionUnderWay):
        behind.result()


def test_the_end_gives_no_rights_back(guest: Office) -> None:
    guest.write(close_inspection).result()
    with pytest.raises(InspectionUnderWay):
        guest.write(add_document, "outgoing", document()).result()
    with pytest.raises(InspectionMissing):
        guest.write(close_inspection).result()


# ── opening ──────────────────────────────────────────────────────────────────────────────────────


def test_what_is_missing_is_named_and_nothing_is_written(office: Office) -> None:
    before = entries(office)
    with pytest.raises(FieldsWrong) as raised:
        office.write(open_inspection, NewInspection(" ", "", "x" * 3000, None)).result()
    assert {each.field for each in raised.value.errors} == {
        "inspector",
        "body",
        "decision",
    }
    assert entries(office) == before
    assert not office.session.guest.is_here


def test_the_opening_is_journalled(guest: Office) -> None:
    def last(desk: Any) -> tuple[Any, ...]:  # noqa: ANN401
        return tuple(
            desk.rows.one("SELECT action, detail FROM entry WHERE seq = ?", (entries_now,))
        )

    entries_now = entries(guest)
    assert guest.read(last).result() == ("inspection.open", '{"by_command":false}')
    opened = guest.session.guest.inspection
    assert opened is not None
    assert (opened.inspector, opened.opened_by) == ("Đỗ Văn Kiểm", "Trần Thị Thử")
    assert opened.decision_words == "QĐ số 15/QĐ-CAT, ngày 02/03/2026"


# ── what he opens ────────────────────────────────────────────────────────────────────────────────


def test_what_is_opened_is_recorded_once(office: Office, desktop: Desktop) -> None:
    one = add(office, subject="nội dung mật").document_id
    receive(office)
    desktop.go_on()
    office.write(open_inspection, NEW).result()
    assert looks(office) == []
    for _twice in range(2):
        office.read(show_document, one).result()
        office.read(list_documents, "incoming", year=2026).result()
        office.read(list_documents, "outgoing", year=2026, search="noi dung mat").result()
        office.read(find_documents, "noi dung mat").result()
        office.read(list_sheets, "outgoing", year=2026).result()
        office.read(sheet_places, "outgoing", year=2026, sheet=1).result()
        office.read(preview_book, "incoming", year=2026).result().close()
    assert looks(office) == [
        ("document", "Sổ đi 2026, số 01"),
        ("register", "Sổ đến 2026"),
        ("register", "Sổ đi 2026, có tìm"),
        ("register", "Tìm trong các sổ"),
        ("volume", "Sổ đi 2026, quyển 01"),
        ("sheet", "Sổ đi 2026, quyển 01, tờ 01"),
        ("volume", "Sổ đến 2026, quyển 01"),
    ]

    def told(desk: Any) -> str:  # noqa: ANN401
        rows = desk.rows.all("SELECT * FROM inspection_look")
        return " ".join(str(value) for row in rows for value in row)

    assert "noi dung" not in office.read(told).result()


def test_what_cannot_be_shown_is_no_look(guest: Office) -> None:
    with pytest.raises(Exception, match="này"):
        guest.read(show_document, 99).result()
    assert looks(guest) == []


def test_nothing_is_recorded_without_a_guest(office: Office) -> None:
    before = entries(office)
    row = add(office).document_id
    office.read(show_document, row).result()
    assert entries(office) == before + 1


def test_of_every_service_that_is_read_it_was_decided_what_it_shows() -> None:
    reading = {**services_at("Desk"), **services_at("WritingDesk")}
    product = [path for path in own_python() if path.is_relative_to(PACKAGE)]
    called = {
        name
        for path in product
        for name in re.findall(r"office\.read\(\s*([a-z_]+)\b", path.read_text("utf-8"))
        if name in reading
    }
    assert len(called) > 20
    assert {name for name in called if not is_decided(reading[name])} == set()


# ── ending ───────────────────────────────────────────────────────────────────────────────────────


def test_locking_ends_it(guest: Office, clock: FakeClock) -> None:
    guest.close()
    after = again(guest, clock)
    (only,) = after.read(list_inspections).result()
    assert only.closed_at is not None
    assert after.notices == ()
    add(after)
    after.close()


@pytest.mark.parametrize("is_command", [False, True])
def test_killed_in_the_middle_the_next_unlocking_ends_it(
    guest: Office, clock: FakeClock, is_command: bool
) -> None:
    guest.read(list_documents, "outgoing", year=2026).result()
    (look,) = guest.read(show_looks, 1).result()
    killed(guest)
    clock.moment = clock.moment.replace(hour=9)
    after = again(guest, clock, is_command=is_command)
    (only,) = after.read(list_inspections).result()
    assert only.closed_at == look.at
    assert len(after.notices) == 1
    assert "lần xem sau cùng" in after.notices[0]
    add(after)
    assert after.write(verify_vault).result().ok is None
    after.close()


def test_killed_before_a_look_it_ends_when_it_began(guest: Office, clock: FakeClock) -> None:
    killed(guest)
    after = again(guest, clock)
    (only,) = after.read(list_inspections).result()
    assert only.closed_at == only.opened_at
    after.close()


def test_one_opened_by_command_is_carried_on_by_commands(office: Office, clock: FakeClock) -> None:
    add(office)
    office.write(open_inspection, NEW, by_command=True).result()
    office.read(show_document, 1).result()
    office.close()
    next_command = again(office, clock, is_command=True)
    next_command.read(show_document, 1).result()
    assert looks(next_command) == [("document", "Sổ đi 2026, số 01")]
    with pytest.raises(InspectionUnderWay):
        next_command.write(add_document, "outgoing", document()).result()
    next_command.close()
    window = again(office, clock)  # the clerk is never kept out
    assert "Phiên kiểm tra lần trước" in window.notices[0]
    add(window)
    window.close()


# ── papers ───────────────────────────────────────────────────────────────────────────────────────


def flat(out: Path) -> str:
    return re.sub(r"\s+", " ", " ".join(texts(out.read_bytes())))


def test_the_sheet_states_the_figures_and_its_code_verifies(
    office: Office, desktop: Desktop, clock: FakeClock
) -> None:
    for _line in range(3):
        add(office)
    office.write(annul_document, "outgoing", year=2026, seq_no=2, reason="trùng").result()
    desktop.go_on()
    office.write(spoil_sheet, "outgoing", year=2026, sheet=1, reason="rách").result()
    desktop.go_on()
    office.write(open_inspection, NEW).result()
    office.read(show_document, 3).result()
    paper = office.read(inspection_sheet).result()
    outgoing = next(each for each in paper.counted if each.book == "Sổ đi")
    assert tuple(outgoing) == ("Sổ đi", 2026, "01–03", 3, 1, 0, 1, 2, 1)
    assert paper.entries == entries(office)
    out = desktop.out()
    printed = office.write(print_inspection_sheet, out=out).result()
    assert printed.entry == paper.entries + 1
    assert all(shows_code(page, printed.code) for page in texts(out.read_bytes()))
    text = flat(out)
    for words in (
        *("Đỗ Văn Kiểm", "Công an tỉnh Giả Định", "QĐ số 15/QĐ-CAT, ngày 02/03/2026"),
        *("Trần Thị Thử", "Sổ đi 2026, số 03", f"có {paper.entries} mục"),
        "không phải mẫu do pháp luật quy định",
    ):
        assert words in text, words
    assert office.write(verify_vault, printed.code).result().ok
    office.close()
    next_year = again(office, clock)
    add(next_year)
    assert next_year.write(verify_vault, printed.code).result().ok
    next_year.close()


def test_a_code_that_was_not_printed_does_not_verify(guest: Office) -> None:
    with pytest.raises(AnchorMistyped):
        guest.write(verify_vault, "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE").result()
    assert guest.write(verify_vault, Anchor.of(1, 1, bytes(32)).code).result().ok is False


def test_an_older_session_can_be_printed_later(
    guest: Office, clock: FakeClock, tmp_path: Path
) -> None:
    guest.close()
    after = again(guest, clock)
    out = tmp_path / "phieu.pdf"
    after.write(print_inspection_sheet, 1, out=out).result()
    assert "Đỗ Văn Kiểm" in flat(out)
    with pytest.raises(OutputExists):
        after.write(print_inspection_sheet, 1, out=out).result()
    with pytest.raises(InspectionMissing):
        after.write(print_inspection_sheet, 7, out=tmp_path / "x.pdf").result()
    after.close()


def test_the_preview_has_no_code(guest: Office) -> None:
    preview = guest.read(preview_inspection_sheet).result()
    assert preview.names[0] == "Trang 1"
    preview.close()
    assert looks(guest) == []


def test_a_sample_is_drawn_by_its_seed_and_recorded(office: Office, tmp_path: Path) -> None:
    for number in range(1, 16):
        add(
            office,
            subject="" if number == 4 else "bí mật",
            level=(Level.TUYET_MAT if number == 4 else Level.MAT),
        )
    office.write(open_inspection, NEW).result()
    sample = office.read(draw_sample, "outgoing", year=2026, seed=42).result()
    assert len(sample.lines) == 10
    assert sample == office.read(draw_sample, "outgoing", year=2026, seed=42).result()
    other = office.read(draw_sample, "outgoing", year=2026, seed=43, count=3).result()
    assert len(other.lines) == 3
    recorded = looks(office)
    assert ("register", "Sổ đi 2026, bốc ngẫu nhiên, số gieo 42") in recorded
    drawn = {f"Sổ đi 2026, số {line.seq_no:02d}" for line in (*sample.lines, *other.lines)}
    assert {what for kind, what in recorded if kind == LookKind.DOCUMENT.value} == drawn
    out = tmp_path / "mau.pdf"
    office.write(print_sample_sheet, "outgoing", year=2026, seed=42, out=out).result()
    text = flat(out)
    assert "số gieo 42" in text
    assert "Tìm thấy" in text
    assert "bí mật" not in text.replace("bí mật nhà nước", "")


def test_who_neither_keeps_nor_confirms_opens_none(office: Office) -> None:
    administrator = office.session.__class__(1, "quan-tri", "Quản Trị", frozenset(), 1)
    office.session = administrator
    with pytest.raises(NotAllowed):
        office.write(open_inspection, NEW).result()
