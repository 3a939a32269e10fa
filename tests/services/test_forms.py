"""A form pack is installed by two, kept by the journal, and printed in the volumes opened later."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bmnn_desktop import resources
from bmnn_desktop.errors import FormKnown, NotConfirmer, VaultDamaged
from bmnn_desktop.registers import PRINTED
from bmnn_desktop.registers.form_file import FormPack, parse_form
from bmnn_desktop.registers.samples import fields_of, sample_rows
from bmnn_desktop.registers.shipped_forms import in_force, shipped_forms
from bmnn_desktop.services.close_volume import close_volume
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.install_form import install_form
from bmnn_desktop.services.list_forms import FormState, book_form, list_forms
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.preview_form import preview_form, write_form_preview
from bmnn_desktop.services.reopen_volume import reopen_volume
from bmnn_desktop.services.reprint_sheet import reprint_sheet
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.services.volume_form import form_of
from bmnn_desktop.store import volumes
from tests.printing.reading import texts
from tests.services.offices import add, found, print_out
from tests.services.second_people import TwoPeople

NEW_TITLE = "Ký hiệu (mẫu mới)"


def pack(name: str = "outgoing-2027", day: str = "2027-01-01", **changed: str) -> FormPack:
    """Return the outgoing form under another name, with another title of its second column."""
    text = resources.path("forms/outgoing-2026.toml").read_text("utf-8")
    for old, new in {
        "outgoing-2026": name,
        "2026-03-01": day,
        "Số, ký hiệu tài liệu, vật chứa BMNN": NEW_TITLE,
        **changed,
    }.items():
        assert old in text
        text = text.replace(old, new, 1)
    return FormPack(parse_form("mẫu.toml", text), text)


def install(people: TwoPeople, new: FormPack) -> int:
    """Install a form that the chief signs for in his own process."""
    return people.office.write(install_form, new, second=people.apart()).result().entry


def states(office: Office, book: str = "outgoing") -> list[FormState]:
    return [one for one in office.read(list_forms).result() if one.form.book == book]


def form_id(office: Office, year: int, number: int = 1) -> str:
    def read(desk: WritingDesk) -> str:
        return form_of(desk.rows, volumes.find(desk.rows, "outgoing", year, number)).id

    return office.read(read).result()  # type: ignore[arg-type]


def rows_of_form(office: Office) -> int:
    return office.read(lambda desk: int(desk.rows.value("SELECT count(*) FROM form"))).result()


def test_samples_show_what_each_book_can_show() -> None:
    for book in PRINTED:
        shipped = in_force(shipped_forms(), book.key, date(2026, 3, 5))
        assert {column.field for column in shipped.columns} <= fields_of(book.key)
        assert all(set(row) == fields_of(book.key) for row in sample_rows(book.key))


def test_a_new_volume_takes_the_form_in_force_and_an_old_one_keeps_its_own(
    people: TwoPeople, tmp_path: Path
) -> None:
    office = people.office
    add(office)
    print_out(office, tmp_path / "truoc.pdf")
    install(people, pack())
    office.write(reprint_sheet, "outgoing", year=2026, sheet=1, out=tmp_path / "lai.pdf").result()
    assert "mẫu mới" not in " ".join(" ".join(texts((tmp_path / "lai.pdf").read_bytes())).split())
    office.write(open_volume, "outgoing", year=2026, number=2).result()  # before it takes effect
    office.write(open_volume, "outgoing", year=2027).result()  # ahead, for a year that it is for
    used = {one.form.id: [(v.year, v.number) for v in one.volumes] for one in states(office)}
    assert used == {"outgoing-2027": [(2027, 1)], "outgoing-2026": [(2026, 2), (2026, 1)]}
    assert [one.is_next for one in states(office)] == [False, True]
    assert office.read(book_form, "outgoing").result().id == "outgoing-2027"
    add(office, year=2027)
    print_out(office, tmp_path / "moi.pdf", year=2027)
    assert "mẫu mới" in " ".join(" ".join(texts((tmp_path / "moi.pdf").read_bytes())).split())
    assert office.write(verify_vault, None).result().ok is None


def test_a_corrected_form_of_the_same_day_replaces_it_for_the_next_volume(
    people: TwoPeople,
) -> None:
    office = people.office
    install(people, pack("outgoing-2026-2", "2026-03-01"))
    office.write(open_volume, "outgoing", year=2026, number=2).result()
    install(people, pack("outgoing-2026-3", "2026-03-01"))
    office.write(open_volume, "outgoing", year=2026, number=3).result()
    assert [form_id(office, 2026, number) for number in (1, 2, 3)] == [
        "outgoing-2026",
        "outgoing-2026-2",
        "outgoing-2026-3",
    ]


def test_a_reopened_volume_has_the_form_it_had(people: TwoPeople) -> None:
    office = people.office
    add(office)
    office.write(close_volume, "outgoing", year=2026, number=1, discrepancy="chưa in").result()
    install(people, pack("outgoing-2026-2", "2026-03-01"))
    office.write(
        reopen_volume, "outgoing", year=2026, number=1, reason="sót", second=people.apart()
    ).result()
    assert form_id(office, 2026) == "outgoing-2026"


def test_nothing_is_installed_by_one_or_by_a_name_that_is_taken(people: TwoPeople) -> None:
    office = people.office
    before = people.entries()
    with pytest.raises(NotConfirmer):  # there is a confirming person: the sheet is not asked
        office.write(install_form, pack(), second=RecoverySheetHolder(people.sheet.key)).result()
    with pytest.raises(FormKnown, match="outgoing-2026"):
        office.write(install_form, pack("outgoing-2026"), second=people.apart()).result()
    assert (rows_of_form(office), people.entries()) == (0, before)
    install(people, pack())
    with pytest.raises(FormKnown, match="outgoing-2027"):
        office.write(install_form, pack(), second=people.apart()).result()
    assert rows_of_form(office) == 1


def test_a_pack_whose_text_is_not_the_one_that_was_signed_is_damage(tmp_path: Path) -> None:
    office, sheet = found(tmp_path / "vault")
    holder = RecoverySheetHolder(sheet.key)
    office.write(install_form, pack("outgoing-2026-2", "2026-03-01"), second=holder).result()

    def forge(desk: WritingDesk) -> None:
        with desk.journal.write("document.add") as act:
            content = str(act.read("form", 1)["content"])
            act.update("form", 1, content=content.replace(NEW_TITLE, "Ký hiệu khác"))

    office.write(forge).result()
    with pytest.raises(VaultDamaged):
        office.write(open_volume, "outgoing", year=2026, number=2).result()
    assert office.write(verify_vault, None).result().ok is False
    office.close()


@pytest.mark.parametrize("form", shipped_forms(), ids=lambda form: form.id)
def test_a_form_is_previewed_with_invented_rows_and_without_a_vault(
    form: object, tmp_path: Path
) -> None:
    out = tmp_path / "mau.pdf"
    assert write_form_preview(form, out) == 2  # type: ignore[arg-type]
    shown = " ".join(" ".join(texts(out.read_bytes())).split())
    assert "XEM TRƯỚC" in shown
    assert "mục tiêu giả định" in shown
    assert "Mã đối chiếu" not in shown


def test_the_preview_of_a_pack_shows_its_own_columns(people: TwoPeople) -> None:
    shown = people.office.read(preview_form, pack().form).result()
    assert shown.names == ("Bìa", "Tờ 1")
    picture = shown.picture(1, 40)
    assert (picture.width, picture.height) == (468, 331)
    shown.close()
