"""How each act of the table is done: by its service, and by the command line.

One `Deed` for each act that is done at an open vault; an act without one fails a test. Whoever
founds, restores, recovers or unlocks stands before the door: `AT_THE_DOOR`.
"""

from __future__ import annotations

from tests.grades.book_deeds import BOOK_DEEDS
from tests.grades.custody_deeds import CUSTODY_DEEDS
from tests.grades.deed import Deed
from tests.grades.event_deeds import EVENT_DEEDS
from tests.grades.media_deeds import MEDIA_DEEDS
from tests.grades.people_deeds import PEOPLE_DEEDS
from tests.grades.plan_deeds import PLAN_DEEDS

AT_THE_DOOR = frozenset(
    {"vault.found", "vault.migrate", "vault.restore", "person.recover"}
    | {"attempts.tampered", "header.revived"}
)
DEEDS: tuple[Deed, ...] = (
    *(*PEOPLE_DEEDS, *BOOK_DEEDS, *CUSTODY_DEEDS, *EVENT_DEEDS),
    *(*MEDIA_DEEDS, *PLAN_DEEDS),
)
BY_KEY = {deed.key: deed for deed in DEEDS}
