"""What is asked, permitted and found out about copies: orders, removals, provisions, cases."""

from __future__ import annotations

from bmnn_desktop.domain.copy_order import Making
from bmnn_desktop.domain.incident import Closing, IncidentOutcome, IncidentStepKind, NewStep
from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.removal import Counted
from bmnn_desktop.services.authorities import save_authority
from bmnn_desktop.services.bring_back import bring_back
from bmnn_desktop.services.close_incident import close_incident
from bmnn_desktop.services.decide_provision import decide_provision
from bmnn_desktop.services.give_provision import Given, give_provision
from bmnn_desktop.services.make_copies import make_copies
from bmnn_desktop.services.note_incident_step import note_incident_step
from bmnn_desktop.services.open_incident import open_incident
from bmnn_desktop.services.permit_copying import permit_copying, refuse_copying
from bmnn_desktop.services.request_copying import request_copying
from bmnn_desktop.services.request_provision import request_provision
from bmnn_desktop.services.take_out import take_out
from tests.grades.custody_deeds import IN_STORE
from tests.grades.custody_stage import (
    CASE,
    CHAIRMAN,
    COPYING,
    EARLIER,
    GRANTED,
    OUT,
    PERMISSION,
    PERMITTED_TODAY,
    REMOVAL,
    REQUEST,
)
from tests.grades.deed import KEEPERS, OF_2026, WHY, Deed, line_words, of_2026

COPIED = Making(made=2, made_by="Trần Thị Thử")
COPIED_EARLIER = Making(made=2, made_by="Trần Thị Thử", made_on=EARLIER)
MEASURE = NewStep(IncidentStepKind.MEASURE, "Tìm ở Văn phòng")
FOUND = Closing(IncidentOutcome.FOUND, "Để nhầm tủ")
GIVEN = Given("Trích một đoạn")
POST = "Chánh Văn phòng"
DECIDED = ("--by", PERMISSION.permitter, "--post", CHAIRMAN)
THE_CASE = (2026, 1)
OUT_LINE = ("--book", "outgoing", *OF_2026, "--number", OUT)

EVENT_DEEDS: tuple[Deed, ...] = (
    Deed(
        "copy.request",
        KEEPERS,
        lambda o, _s: o.write(request_copying, "outgoing", **of_2026(OUT), new=COPYING),
        lambda _s: [
            *("copy", "request", *line_words(OUT), "--by", COPYING.requester, "--copies", 2)
        ],
    ),
    Deed(
        "copy.permit",
        KEEPERS,
        lambda o, s: o.write(permit_copying, s.stage.custody.asked, PERMITTED_TODAY),
        lambda s: ["copy", "permit", s.stage.custody.asked, *DECIDED],
    ),
    Deed(
        "copy.permit_late",
        KEEPERS,
        lambda o, s: o.write(permit_copying, s.stage.custody.asked, PERMISSION),
        lambda s: ["copy", "permit", s.stage.custody.asked, *DECIDED, "--on", "04/03/2026"],
    ),
    Deed(
        "copy.refuse",
        KEEPERS,
        lambda o, s: o.write(refuse_copying, s.stage.custody.asked, PERMISSION, "chưa cần"),
        lambda s: ["copy", "refuse", s.stage.custody.asked, *DECIDED, *WHY],
    ),
    Deed(
        "copy.make",
        KEEPERS,
        lambda o, s: o.write(make_copies, s.stage.custody.permitted, COPIED),
        lambda s: ["copy", "make", s.stage.custody.permitted, "--copies", 2, "--by", "Thử"],
    ),
    Deed(
        "copy.make_late",
        KEEPERS,
        lambda o, s: o.write(make_copies, s.stage.custody.permitted, COPIED_EARLIER),
        lambda s: [
            *("copy", "make", s.stage.custody.permitted, "--copies", 2, "--by", "Thử"),
            *("--on", "04/03/2026"),
        ],
    ),
    Deed(
        "authority.save",
        KEEPERS,
        lambda o, _s: o.write(save_authority, POST, Level.MAT, "Quy chế số 1"),
        lambda _s: [
            *("copy", "authority", POST, "--level", "Mật", "--citation", "Quy chế số 1"),
        ],
    ),
    Deed(
        "removal.take",
        KEEPERS,
        lambda o, s: o.write(take_out, (s.stage.custody.in_store,), REMOVAL),
        lambda _s: [
            *("removal", "take", *IN_STORE, "--kind", "country", "--taker", REMOVAL.taker),
            *("--purpose", REMOVAL.purpose, "--due-on", "07/03/2026"),
        ],
    ),
    Deed(
        "removal.bring_back",
        KEEPERS,
        lambda o, s: o.write(
            bring_back, s.stage.custody.removal, [Counted(s.stage.custody.taken_out, 4)]
        ),
        lambda s: [
            *("removal", "bring-back", s.stage.custody.removal, *OUT_LINE, "--copy", 3),
            *("--pages", 4),
        ],
    ),
    Deed(
        "provision.request",
        KEEPERS,
        lambda o, _s: o.write(request_provision, "outgoing", **of_2026(OUT), new=REQUEST),
        lambda _s: [
            *("provision", "request", *OUT_LINE, "--kind", "body", "--asker", REQUEST.asker),
            *("--representative", REQUEST.representative, "--request", REQUEST.request),
            *("--what", REQUEST.what, "--purpose", REQUEST.purpose, "--commitment"),
        ],
    ),
    Deed(
        "provision.decide",
        KEEPERS,
        lambda o, s: o.write(decide_provision, s.stage.custody.requested, GRANTED),
        lambda s: [
            *("provision", "decide", s.stage.custody.requested, "--granted"),
            *("--decider", GRANTED.decider, "--decider-post", CHAIRMAN),
        ],
    ),
    Deed(
        "provision.give",
        KEEPERS,
        lambda o, s: o.write(give_provision, s.stage.custody.granted, GIVEN),
        lambda s: ["provision", "give", s.stage.custody.granted, "--given", GIVEN.given],
    ),
    Deed(
        "incident.open",
        KEEPERS,
        lambda o, s: o.write(open_incident, (s.stage.custody.in_store,), CASE),
        lambda _s: [
            *("incident", "open", *IN_STORE, "--discovered-at", CASE.discovered_at),
            *("--discoverer", CASE.discoverer, "--last-seen", "Ở Văn phòng"),
        ],
    ),
    Deed(
        "incident.step",
        KEEPERS,
        lambda o, _s: o.write(note_incident_step, *THE_CASE, MEASURE),
        lambda _s: ["incident", "note", "1/2026", "--kind", "measure", "--words", MEASURE.words],
    ),
    Deed(
        "incident.close",
        KEEPERS,
        lambda o, _s: o.write(close_incident, *THE_CASE, FOUND),
        lambda _s: [
            *("incident", "close", "1/2026", "--outcome", "found"),
            *("--conclusion", FOUND.conclusion),
        ],
    ),
)
