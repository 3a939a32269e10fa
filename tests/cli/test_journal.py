"""The journal and the closing sheet by command line."""

from __future__ import annotations

import pytest

from tests.cli.terminal import Shell, lines

BOOK = ("outgoing", "--year", 2026)


@pytest.fixture
def worked(shell: Shell) -> Shell:
    """Give a vault with three lines on paper, one of them annulled since."""
    shell("document", "add", "outgoing", stdin=lines({}, {}, {}))
    shell("sheet", "print", *BOOK, "--out", str(shell.home / "so.pdf"), "--good")
    annulled = shell("document", "annul", *BOOK, "--number", 2, "--reason", "ghi trùng")
    assert annulled.code == 0, annulled.err
    return shell


def test_entries_are_listed_and_filtered(worked: Shell) -> None:
    listed = worked.json("journal", "list")
    seqs = [entry["seq"] for entry in listed["entries"]]
    assert seqs == sorted(seqs, reverse=True)
    assert (seqs[-1], listed["more"]) == (1, False)
    newest = listed["entries"][0]
    assert newest["action"] == "document.annul_printed"
    assert newest["words"] == "Gạch bỏ số 02 sổ đi 2026 sau khi in"
    assert newest["reason"] == "ghi trùng"
    few = worked.json("journal", "list", "--limit", 2)
    assert (len(few["entries"]), few["more"]) == (2, True)
    added = worked.json("journal", "list", "--action", "document.add")["entries"]
    assert len(added) == 3
    of_line = worked.json("journal", "list", "--book", "outgoing", "--number", 2)["entries"]
    assert {entry["action"] for entry in of_line} >= {"document.add", "document.annul_printed"}
    assert len(of_line) < len(seqs)
    assert worked.json("journal", "list", "--person", "khong-co")["entries"] == []
    assert worked.json("journal", "list", "--to", "04/03/2026")["entries"] == []
    assert len(worked.json("journal", "list", "--from", "05/03/2026")["entries"]) == len(seqs)
    assert "Gạch bỏ số 02" in worked("journal", "list").out


def test_a_number_needs_its_book(worked: Shell) -> None:
    assert worked("journal", "list", "--number", 2).code == 2
    assert worked("journal", "list", "--book", "outgoing", "--number", 9).err.startswith("K403")


def test_one_entry_shows_old_and_new(worked: Shell) -> None:
    seq = worked.json("journal", "list", "--limit", 1)["entries"][0]["seq"]
    shown = worked.json("journal", "show", seq)
    assert shown["sentence"].endswith("; lý do: ghi trùng")
    (line,) = (each for each in shown["changes"] if each["title"].startswith("Dòng của sổ"))
    assert {"label": "Lý do gạch bỏ", "old": "", "new": "ghi trùng"} in line["values"]
    assert "Lý do gạch bỏ\t\tghi trùng" in worked("journal", "show", seq).out
    assert worked("journal", "show", 999).err.startswith("K481")


def test_what_waits_and_the_closing_sheet(worked: Shell) -> None:
    (act,) = worked.json("journal", "unconfirmed")["unconfirmed"]
    assert (act["action"], act["reason"]) == ("document.annul_printed", "ghi trùng")
    out = worked.home / "chot.pdf"
    printed = worked.json("journal", "closing-sheet", "--from", "01/03/2026", "--out", str(out))
    assert printed["pages"] == 1
    assert out.read_bytes().startswith(b"%PDF-")
    assert worked.json("verify", "--anchor", printed["code"])["ok"] is True
    newest = worked.json("journal", "list", "--limit", 2)["entries"][1]
    assert newest["words"] == "In giấy tờ: tờ chốt sổ"
    late = worked("journal", "closing-sheet", "--to", "06/03/2026", "--out", str(out))
    assert late.err.startswith("K482")
