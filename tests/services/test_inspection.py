"""Phiên kiểm tra: a guest changes nothing, what he opens is recorded, nobody is kept out."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from bmnn_desktop import services
from bmnn_desktop.domain.inspection import NewInspection
from bmnn_desktop.errors import (
    DiskFull,
    FieldsWrong,
    InspectionMissing,
    InspectionUnderWay,
)
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.inspection import (
    close_inspection,
    list_inspections,
    open_inspection,
    show_looks,
)
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.looks import is_decided
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.show_document import show_document
from bmnn_desktop.services.verify_vault import verify_vault
from tests.house.tree import PACKAGE, own_python
from tests.services.inspecting import NEW, again, killed, looks
from tests.services.offices import (
    FakeClock,
    add,
    document,
    entries,
    found,
)

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


# ── nothing is written ──────────────────────────────────────────────────────────────────────────


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
    # Opening notes what was done to the files; the door lets in who forgot, by the sheet.
    assert makers == {"office.py", "opening.py", "gate.py"}


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


# ── opening ─────────────────────────────────────────────────────────────────────────────────────


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


# ── ending ──────────────────────────────────────────────────────────────────────────────────────


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


def test_a_process_that_is_killed_leaves_a_session_that_the_next_one_ends(
    guest: Office, clock: FakeClock
) -> None:
    place = guest.place
    guest.close()
    dying = subprocess.Popen([sys.executable, "-m", "tests.services.dying_guest", str(place)])
    assert dying.wait(60) == -signal.SIGKILL
    after = again(guest, clock)
    left, _before = after.read(list_inspections).result()
    (look,) = after.read(show_looks, left.id).result()
    assert left.closed_at == look.at
    assert "lần xem sau cùng" in after.notices[0]
    add(after)
    assert after.write(verify_vault).result().ok is None
    after.close()


def test_what_cannot_be_ended_keeps_nobody_out(
    guest: Office, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_desk: object, **_how: object) -> None:
        raise DiskFull

    killed(guest)
    monkeypatch.setattr("bmnn_desktop.services.office.end_left_inspection", full)
    after = again(guest, clock)
    assert after.notices == (str(DiskFull()),)
    add(after)
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


def test_of_every_service_a_front_end_reads_it_was_decided_what_it_shows() -> None:
    """Whatever way it is handed to the office: by name, in a table, as an argument."""
    reading = services_at("Desk")
    rooms = [PACKAGE / room for room in ("gui", "cli")]
    known = {
        name.name
        for path in own_python()
        if any(path.is_relative_to(room) for room in rooms)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(services.__name__)
        for name in node.names
    }
    shown = {name for name in known if name in reading}
    assert len(shown) > 60
    assert {name for name in shown if not is_decided(reading[name])} == set()


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
