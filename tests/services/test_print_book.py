"""Print, answer, reprint; nothing is stored wrongly when the output fails."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.domain.sheet import Answer
from bmnn_desktop.errors import (
    BookEmpty,
    Cancelled,
    ClearFileRefused,
    OutputExists,
    OutputFailed,
    PrintRunUnknown,
    VolumeMissing,
)
from bmnn_desktop.services.answer_print import answer_print
from bmnn_desktop.services.desk import Desk
from bmnn_desktop.services.list_documents import list_documents
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import open_volume
from bmnn_desktop.services.preview_book import preview_book
from bmnn_desktop.services.print_book import print_book
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.verify_vault import verify_vault
from tests.backup.tmpfs import make_read_only, tmpfs
from tests.printing.reading import shows_code, texts
from tests.services.offices import add, entries, found, print_out


def printed_flags(office: Office) -> dict[int, bool]:
    rows = office.read(list_documents, "outgoing", year=2026).result().rows
    return {row.seq_no: row.printed for row in rows}


def runs(office: Office) -> list[tuple[object, ...]]:
    def read(desk: Desk) -> list[tuple[object, ...]]:
        found = desk.rows.all("SELECT id, reprint_no, state FROM print_run ORDER BY id")
        return [tuple(row) for row in found]

    return office.read(read).result()


def unprinted(office: Office) -> int:
    books = office.read(look_at_today).result().books
    return next(line.unprinted for line in books if line.book == "outgoing")


def test_lines_count_as_printed_only_after_a_good_answer(office: Office, tmp_path: Path) -> None:
    add(office)
    add(office)
    done = office.write(print_book, "outgoing", year=2026, out=tmp_path / "so.pdf").result()
    assert (done.lines, done.sheets) == (2, 1)
    assert printed_flags(office) == {1: False, 2: False}
    asked = office.read(look_at_today).result().unanswered_print
    assert asked is not None
    assert (asked.id, asked.book, asked.year) == (done.run_id, "outgoing", 2026)
    office.write(answer_print, done.run_id, Answer.GOOD).result()
    assert printed_flags(office) == {1: True, 2: True}
    assert (unprinted(office), runs(office)) == (0, [(1, 0, "good")])
    assert office.read(look_at_today).result().unanswered_print is None
    add(office)
    assert printed_flags(office) == {1: True, 2: True, 3: False}
    assert unprinted(office) == 1


def test_a_spoiled_print_leaves_its_lines_unprinted(office: Office, tmp_path: Path) -> None:
    add(office)
    print_out(office, tmp_path / "one.pdf", answer=Answer.SPOILED)
    assert (printed_flags(office), unprinted(office)) == ({1: False}, 1)
    again = print_out(office, tmp_path / "two.pdf")
    assert runs(office) == [(1, 0, "spoiled"), (again.run_id, 0, "good")]
    assert printed_flags(office) == {1: True}


def test_a_reprint_is_marked(office: Office, tmp_path: Path) -> None:
    add(office)
    print_out(office, tmp_path / "one.pdf")
    print_out(office, tmp_path / "two.pdf")
    assert [run[1:] for run in runs(office)] == [(0, "good"), (1, "good")]
    first, second = (
        "".join(texts((tmp_path / name).read_bytes())) for name in ("one.pdf", "two.pdf")
    )
    assert "In lại" not in first
    assert "In lại" in second


def test_an_answer_is_given_once(office: Office, tmp_path: Path) -> None:
    add(office)
    done = print_out(office, tmp_path / "so.pdf")
    before = entries(office)
    for run in (done.run_id, done.run_id + 1, 0):
        with pytest.raises(PrintRunUnknown):
            office.write(answer_print, run, Answer.NOTHING).result()
    assert entries(office) == before
    assert printed_flags(office) == {1: True}


def test_the_code_in_the_foot_names_the_print_entry(office: Office, tmp_path: Path) -> None:
    add(office)
    done = print_out(office, tmp_path / "so.pdf")
    anchor = Anchor.parse(done.code)
    assert (anchor.generation, anchor.seq) == (1, done.entry)
    assert shows_code("".join(texts((tmp_path / "so.pdf").read_bytes())), done.code)
    add(office)
    verdict = office.write(verify_vault, done.code).result()
    assert (verdict.ok, verdict.verdict) == (True, "pass")


def test_the_file_is_its_owners_alone(office: Office, tmp_path: Path) -> None:
    add(office)
    print_out(office, tmp_path / "so.pdf")
    assert stat.S_IMODE((tmp_path / "so.pdf").stat().st_mode) == 0o600


def refused(office: Office, out: Path, error: type[Exception], *, year: int = 2026) -> None:
    """Print into `out`, see it refused and nothing changed."""
    before = entries(office), runs(office)
    with pytest.raises(error):
        office.write(print_book, "outgoing", year=year, out=out).result()
    assert (entries(office), runs(office)) == before


def test_a_file_that_is_there_is_not_written_over(office: Office, tmp_path: Path) -> None:
    add(office)
    out = tmp_path / "so.pdf"
    out.write_text("cũ")
    refused(office, out, OutputExists)
    assert out.read_text() == "cũ"
    link = tmp_path / "link.pdf"
    link.symlink_to(tmp_path / "nowhere.pdf")
    refused(office, link, OutputExists)
    assert not (tmp_path / "nowhere.pdf").exists()


def test_a_missing_directory_is_refused(office: Office, tmp_path: Path) -> None:
    add(office)
    refused(office, tmp_path / "none" / "so.pdf", OutputFailed)
    refused(office, tmp_path, OutputExists)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    """Give a file system that is soon full."""
    with tmpfs(tmp_path / "small", 64 * 1024) as place:
        yield place


def test_a_place_that_cannot_be_written_is_refused(office: Office, small: Path) -> None:
    add(office)
    make_read_only(small)
    refused(office, small / "so.pdf", OutputFailed)


def test_a_full_medium_leaves_no_file_and_no_printed_line(
    office: Office, small: Path, tmp_path: Path
) -> None:
    add(office)
    out = small / "so.pdf"
    (small / "ballast").write_bytes(bytes(60 * 1024))
    with pytest.raises(OutputFailed):
        office.write(print_book, "outgoing", year=2026, out=out).result()
    assert not out.exists()
    assert printed_flags(office) == {1: False}
    # No sheet left the program: nobody is asked, and the next good run prints the lines.
    assert [state for _id, _reprint, state in runs(office)] == ["nothing"]
    assert office.read(look_at_today).result().unanswered_print is None
    print_out(office, tmp_path / "so.pdf")
    assert printed_flags(office) == {1: True}
    assert office.write(verify_vault).result().ok is None


def test_a_print_that_is_stopped_before_its_entry_changes_nothing(
    office: Office, tmp_path: Path
) -> None:
    def stop(_done: int) -> None:
        raise Cancelled

    add(office)
    before = entries(office)
    with pytest.raises(Cancelled):
        office.write(
            print_book, "outgoing", year=2026, out=tmp_path / "so.pdf", progress=stop
        ).result()
    assert (entries(office), list(tmp_path.iterdir())) == (before, [tmp_path / "vault"])


def test_what_is_not_there_is_not_printed(office: Office, tmp_path: Path) -> None:
    refused(office, tmp_path / "so.pdf", BookEmpty)
    refused(office, tmp_path / "so.pdf", VolumeMissing, year=2025)
    assert not (tmp_path / "so.pdf").exists()


def test_a_real_vault_writes_no_file_in_clear(tmp_path: Path) -> None:
    office, _sheet = found(tmp_path / "vault", training=False)
    try:
        add(office)
        refused(office, tmp_path / "so.pdf", ClearFileRefused)
        assert not (tmp_path / "so.pdf").exists()
    finally:
        office.close()


def test_a_preview_is_in_memory_and_changes_nothing(office: Office, tmp_path: Path) -> None:
    add(office)
    before = entries(office), sorted(tmp_path.rglob("*"))
    preview = office.read(preview_book, "outgoing", year=2026).result()
    try:
        assert preview.page_count >= 2
        assert preview.picture(0, 40.0).data
    finally:
        preview.close()
    assert (entries(office), sorted(tmp_path.rglob("*"))) == before


def test_each_year_is_printed_by_itself(office: Office, tmp_path: Path) -> None:
    add(office)
    office.write(open_volume, "outgoing", year=2027).result()
    add(office)
    print_out(office, tmp_path / "so.pdf", year=2027)
    assert printed_flags(office) == {1: False}
    rows = office.read(list_documents, "outgoing", year=2027).result().rows
    assert [row.printed for row in rows] == [True]
