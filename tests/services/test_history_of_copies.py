"""The history of a line tells what happened to its copies, and nothing of another line's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bmnn_desktop.domain.incident import (
    Closing,
    IncidentOutcome,
    IncidentStepKind,
    NewIncident,
    NewStep,
)
from bmnn_desktop.domain.removal import Counted
from bmnn_desktop.services.bring_back import bring_back
from bmnn_desktop.services.close_incident import close_incident
from bmnn_desktop.services.give_copies import give_copies
from bmnn_desktop.services.list_entries import EntryQuery, list_entry_numbers
from bmnn_desktop.services.note_incident_step import note_incident_step
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_incident import open_incident
from bmnn_desktop.services.place_copies import place_copies
from bmnn_desktop.services.request_copying import request_copying
from bmnn_desktop.services.request_provision import request_provision
from bmnn_desktop.services.return_copies import return_copies
from bmnn_desktop.services.sign_lines import sign_lines
from bmnn_desktop.services.take_out import take_out
from tests.services.copying import REQUEST
from tests.services.events import INSIDE
from tests.services.moving import copy_id
from tests.services.offices import add, entries
from tests.services.test_provisions import BODY

FIRST = {"year": 2026, "seq_no": 1}


def history(office: Office, number: int) -> list[int]:
    query = EntryQuery(book="outgoing", year=2026, number=number)
    return list(office.read(list_entry_numbers, query).result())


def test_every_act_on_a_copy_stands_in_the_history_of_its_line(office: Office) -> None:
    line, next_line = add(office, pages=12, annexes=1), add(office)
    one, two = (copy_id(office, line, number) for number in (1, 2))

    def did(service: Callable[..., Any], *said: object, **named: object) -> Any:  # noqa: ANN401
        done = office.write(service, *said, **named).result()
        assert history(office, 1)[0] == entries(office), service
        assert entries(office) not in history(office, 2), service
        return done

    given = did(give_copies, (one,), receiver="Phòng Thí Dụ")
    did(sign_lines, year=2026, numbers=given.lines)
    did(return_copies, (one,))
    did(place_copies, (one,), place="Tủ sắt số 1")
    removal = did(take_out, (one,), INSIDE)
    did(bring_back, removal, [Counted(one, 12, 1)])
    did(request_copying, "outgoing", **FIRST, new=REQUEST)
    did(request_provision, "outgoing", **FIRST, new=BODY)
    case = did(open_incident, (two,), NewIncident("14:30", "Trần Thị Thử"))
    step = NewStep(IncidentStepKind.MEASURE, "Tìm lại trong các tủ")
    did(note_incident_step, case.year, case.number, step)
    found = Closing(IncidentOutcome.FOUND, "Kết luận số 1 của lãnh đạo")
    did(close_incident, case.year, case.number, found)
    before = history(office, 1)
    office.write(give_copies, (copy_id(office, next_line, 1),), receiver="Ai đó").result()
    assert history(office, 1) == before
    assert history(office, 2)[0] == entries(office)
