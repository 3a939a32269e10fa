"""An inspection visit, and the one a year later: what was signed on paper then is proved now."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from bmnn_desktop.gui.demo import ink, inspection, monday
from bmnn_desktop.gui.demo.hands import press, type_text, until
from bmnn_desktop.gui.demo.typist import CTRL
from bmnn_desktop.gui.main_window import MainWindow
from bmnn_desktop.gui.verify_page import VerifyPage
from bmnn_desktop.services.add_document import add_document
from bmnn_desktop.services.inspection import list_inspections, show_looks
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.print_new_lines import print_new_lines
from bmnn_desktop.services.verify_vault import verify_vault
from tests.faults.vaults import copy_vault
from tests.printing.reading import texts
from tests.services.offices import PASSPHRASE, FakeClock, cheap_wiring, document
from tests.stories.conftest import Room

DAY = monday.Day(date(2026, 11, 16))
_CODE = re.compile(r"\b(?:[0-9A-Z]{5}-){4}[0-9A-Z]{5}\b")


def verdict(window: MainWindow, code: str) -> str:
    """Type a code into the page of verification; return the tone of the verdict."""
    page = window.go("verify")
    assert isinstance(page, VerifyPage)
    page.ui.anchor_edit.clear()
    type_text(page.ui.anchor_edit, code)
    press(page.ui.start_button, Qt.Key.Key_Space)
    until(lambda: page.ui.verdict_frame.isVisible() and not page.jobs.is_busy, "the verdict")
    return str(page.ui.verdict_label.property("tone"))


def unlock(place: Path, clock: FakeClock) -> Office:
    return cheap_wiring(clock).gate(place).unlock("giu-so", PASSPHRASE)


def test_an_inspection_and_the_one_a_year_later(room: Room) -> None:
    window, camera = room.window, room.camera
    # What is in the books and on paper before he comes.
    monday.keep_list(window)
    monday.receive(window, camera, DAY)
    monday.send(window, camera, DAY)
    out = room.home / "trang.pdf"
    on_paper = window.office.write(print_new_lines, "outgoing", year=2026, out=out).result()
    ink.print_new(window, camera, "incoming", "so-den")
    entries = window.office.read(
        lambda desk: int(desk.rows.value("SELECT max(seq) FROM entry"))
    ).result()

    # He comes, looks, draws his sample, takes his sheet away.
    code = inspection.inspect(window, camera)
    (sheet,) = (room.home / "prints").glob("phieu-chot-so-lieu*.pdf")
    (sample,) = (room.home / "prints").glob("boc-ngau-nhien*.pdf")
    told = " ".join(" ".join(texts(sheet.read_bytes())).split())
    assert set(_CODE.findall(told)) == {code}
    assert "Đỗ Văn Kiểm" in told
    assert "Trần Thị Thử" in told
    assert "Tìm thấy" in " ".join(" ".join(texts(sample.read_bytes())).split())
    looks = [each.look.what for each in window.office.read(show_looks, 1).result()]
    assert "Sổ đi" in looks
    assert "Sổ đi 2026, số 12" in looks
    assert all(what in told for what in looks)
    # He types the code of any page: five minutes.
    assert verdict(window, on_paper.code) == "good"
    assert verdict(window, code) == "good"
    # Nothing but his own acts stands in the journal since he came.
    acts = window.office.read(
        lambda desk: {
            row[0] for row in desk.rows.all("SELECT action FROM entry WHERE seq > ?", (entries,))
        }
    ).result()
    assert acts == {"inspection.open", "inspection.look", "inspection.print"}

    # The end locks; the clerk goes on with her passphrase.
    assert window.guest.band is not None
    press(window.guest.band.end_button, Qt.Key.Key_Space)
    until(lambda: window.leaving.is_over, "the lock")
    place = window.office.place
    clerk = unlock(place, room.clock)
    assert clerk.notices == ()
    (only,) = clerk.read(list_inspections).result()
    assert only.closed_at is not None
    clerk.write(add_document, "outgoing", document()).result()
    clerk.close()

    # A year later another inspector types the code of the sheet in the file.
    room.clock.moment += timedelta(days=365)
    later = unlock(place, room.clock)
    assert later.write(verify_vault, code).result().ok is True
    later.close()


def test_a_vault_put_back_to_before_the_sheet_is_found_out(room: Room) -> None:
    window, camera = room.window, room.camera
    place, older = window.office.place, room.home / "older"
    window.office.write(add_document, "outgoing", document()).result()
    copy_vault(place, older)
    inspection.begin(window)
    press(window, Qt.Key.Key_I, CTRL)
    code = inspection.print_paper(window, camera, "phieu")
    put_back = unlock(older, room.clock)
    put_back.write(add_document, "outgoing", document()).result()
    found = put_back.write(verify_vault, code).result()
    assert found.ok is False
    put_back.close()
