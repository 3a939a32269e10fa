"""How acts about copies are done in the window: its own acts and dialogs, answered as typed."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLineEdit

from bmnn_desktop.domain.level import Level
from bmnn_desktop.gui.copying.asking import Asking
from bmnn_desktop.gui.copying.orders_dialog import OrdersDialog, Wish
from bmnn_desktop.gui.demo.hands import until
from bmnn_desktop.gui.events.acts import EventActs
from bmnn_desktop.gui.year.volume_acts import VolumeActs
from bmnn_desktop.services.list_copy_orders import show_copy_order
from bmnn_desktop.services.open_matters import Matters, open_matters
from tests.grades.custody_stage import (
    CASE,
    COPYING,
    GRANTED,
    MAIL_NO,
    OUT,
    PERMISSION,
    PERMITTED_TODAY,
    REMOVAL,
    REQUEST,
    STOCKED,
    Custody,
)
from tests.grades.event_deeds import COPIED, COPIED_EARLIER, FOUND, GIVEN, MEASURE, POST

if TYPE_CHECKING:
    from tests.grades.driving import Hand

Step = Callable[["Hand"], object]
# On the card and on Giao – nhận, driven by tests of their own.
CUSTODY_ELSEWHERE = (
    dict.fromkeys(
        (
            *(f"custody.{act}" for act in ("give", "return", "give_back", "archive")),
            *(f"custody.{act}" for act in ("place", "recall")),
        ),
        "tests/gui/custody/test_copies.py",
    )
    | dict.fromkeys(
        (f"custody.{act}" for act in ("send", "sign", "refuse", "remind")),
        "tests/gui/custody/test_page.py",
    )
    | {"stock.see": "tests/gui/custody/test_stock.py"}
)


def _ask(act: Step, values: object) -> Step:
    """Ask, and answer with what was typed."""

    def do(hand: Hand) -> None:
        act(hand)
        hand.answer(copy.copy(values))  # whoever hears it may change it

    return do


def _events(hand: Hand) -> EventActs:
    return EventActs(hand.window, hand.office, hand.jobs, hand.window.lock)


def _stood(hand: Hand) -> Custody:
    return hand.scene.stage.custody


def _matters(hand: Hand) -> Matters:
    return hand.office.read(open_matters).result()


def _choose(row: Callable[[Custody], int], pages: str = "") -> Step:
    """Tick a copy in the dialog that is asked, and type what was counted of it."""

    def do(hand: Hand) -> None:
        name = f"copy_{row(_stood(hand))}_box"

        def boxes() -> list[QCheckBox]:
            return [one for one in hand.window.findChildren(QCheckBox, name) if one.isVisible()]

        until(lambda: bool(boxes()), "the copies")
        boxes()[0].setChecked(True)
        if pages:
            (edit,) = boxes()[0].window().findChildren(QLineEdit, f"{name}_pages")
            edit.setText(pages)

    return do


def _of_copies(ask: Step, choose: Step) -> Step:
    def do(hand: Hand) -> None:
        ask(hand)
        choose(hand)

    return do


def _asking(hand: Hand) -> Asking:
    line = hand.line(OUT)
    orders = OrdersDialog(hand.window, line, hand.window.lock)
    return Asking(orders, line, hand.office, hand.jobs, hand.window.lock)


def _order(wish: Wish, order: Callable[[Custody], int]) -> Step:
    return lambda hand: _asking(hand).do(
        wish, hand.office.read(show_copy_order, order(_stood(hand))).result()
    )


def _close_short(hand: Hand) -> None:
    VolumeActs(hand.window, hand.office, hand.jobs, hand.window.lock).ask_to_close(hand.volume())


_MAKE = _order(Wish.MAKE, lambda stood: stood.permitted)
CUSTODY_DRIVERS: dict[str, Step] = {
    "copy.request": _ask(lambda h: _asking(h).request(), asdict(COPYING)),
    "copy.permit": _ask(_order(Wish.PERMIT, lambda stood: stood.asked), asdict(PERMITTED_TODAY)),
    "copy.permit_late": _ask(_order(Wish.PERMIT, lambda stood: stood.asked), asdict(PERMISSION)),
    "copy.refuse": _ask(
        _order(Wish.REFUSE, lambda stood: stood.asked), {**asdict(PERMISSION), "reason": "nhầm"}
    ),
    "copy.make": _ask(_MAKE, asdict(COPIED)),
    "copy.make_late": _ask(_MAKE, asdict(COPIED_EARLIER)),
    "authority.save": _ask(
        lambda h: _asking(h).add_authority(),
        {"post": POST, "level": Level.MAT, "citation": "Quy chế số 1"},
    ),
    "removal.take": _ask(
        _of_copies(
            lambda h: _events(h).take_out(h.line(MAIL_NO, "incoming")),
            _choose(lambda stood: stood.in_store),
        ),
        asdict(REMOVAL),
    ),
    "removal.bring_back": _ask(
        _of_copies(
            lambda h: _events(h).bring_back(_matters(h).removals[0], _matters(h)),
            _choose(lambda stood: stood.taken_out, pages="4"),
        ),
        {"on": None, "place": "", "remark": ""},
    ),
    "provision.request": _ask(lambda h: _events(h).provide(h.line(OUT)), asdict(REQUEST)),
    "provision.decide": _ask(
        lambda h: _events(h).decide(
            next(one for one in _matters(h).provisions if one.id == _stood(h).requested)
        ),
        asdict(GRANTED),
    ),
    "provision.give": _ask(
        lambda h: _events(h).give(
            next(one for one in _matters(h).provisions if one.id == _stood(h).granted)
        ),
        asdict(GIVEN),
    ),
    "incident.open": _ask(
        _of_copies(
            lambda h: _events(h).miss(h.line(MAIL_NO, "incoming")),
            _choose(lambda stood: stood.in_store),
        ),
        asdict(CASE),
    ),
    "incident.step": _ask(lambda h: _events(h).note(_matters(h).incidents[0]), asdict(MEASURE)),
    "incident.close": _ask(
        lambda h: _events(h).close(_matters(h).incidents[0], _matters(h)),
        {key: value for key, value in asdict(FOUND).items() if key != "lost"},
    ),
    "stock.enter": lambda h: h.saving("stock")._add(STOCKED, then_next=False),
    "volume.close_short": _ask(_close_short, "đang tìm một bản"),
}
