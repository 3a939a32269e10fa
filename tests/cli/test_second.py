"""Two people at the command line: what waits, who answers, and who may not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.office import Office
from tests.cli.terminal import Answer, Shell, lines, write_secret
from tests.services.offices import PASSPHRASE, cheap_wiring
from tests.services.second_people import CHIEF, CHIEF_PASSPHRASE, PIN, admit


class Pair(Shell):
    """The keeper's command line in a vault with a confirming person."""

    def open(self) -> Office:
        """Open the vault below the command line."""
        return cheap_wiring(self.clock).gate(self.vault).unlock("giu-so", PASSPHRASE)

    def in_office(self, work: Callable[[Office], object]) -> object:
        office = self.open()
        try:
            return work(office)
        finally:
            office.close()

    def propose(self, symbol: str = "UBND-VP") -> int:
        def work(desk: WritingDesk) -> int:
            with desk.journal.propose("person.change", reason="đổi ký hiệu") as act:
                act.update("organisation", 1, symbol=symbol)
            return act.seq

        seq = self.in_office(lambda office: office.write(work).result())
        assert isinstance(seq, int)
        return seq

    def as_chief(self, *words: object) -> Answer:
        """Run a command as the confirming person, logged in."""
        secret = write_secret(self.home / "chief.txt", CHIEF_PASSPHRASE)
        opening = ("--vault", self.vault, "--user", CHIEF, "--passphrase-file", secret, "--json")
        return self.run(*opening, *words)

    @property
    def second(self) -> tuple[object, ...]:
        """Return the options by which the chief signs with his passphrase."""
        secret = write_secret(self.home / "chief.txt", CHIEF_PASSPHRASE)
        return ("--second", CHIEF, "--second-passphrase-file", secret)

    def strike_printed(self, number: int) -> None:
        """Register, print, strike."""
        self.json("document", "add", "outgoing", stdin=lines({"doc_number": f"{number}/KH"}))
        out = self.home / f"{number}.pdf"
        self.json("book", "print", "outgoing", "--year", 2026, "--out", out)
        self.json("document", "annul", "outgoing", "--year", 2026, "--number", number,
                  "--reason", "đăng ký hai lần")  # fmt: skip


@pytest.fixture
def pair(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Pair:
    made = Pair(tmp_path, capsys, monkeypatch)
    assert made.found().code == 0
    sheet = RecoverySheet.parse(made.recovery.read_text(encoding="utf-8"))
    made.in_office(lambda office: admit(office, sheet, CHIEF, CHIEF_PASSPHRASE))
    return made


def refused(answer: Answer, code: str) -> bool:
    return (answer.code, answer.err[:4], answer.out) == (1, code, "")


def pending(pair: Pair) -> list[int]:
    return [one["seq"] for one in pair.json("journal", "pending")["pending"]]


def test_what_waits_is_listed_and_approved_by_the_second_person(pair: Pair) -> None:
    seq = pair.propose()
    (one,) = pair.json("journal", "pending")["pending"]
    assert (one["seq"], one["name"], one["reason"]) == (seq, "Trần Thị Thử", "đổi ký hiệu")
    assert one["changes"] == [{"label": "Ký hiệu", "old": "UBND", "new": "UBND-VP"}]
    assert (one["stale"], one["own"]) == (False, True)
    said = pair("journal", "pending").out
    assert "\tKý hiệu: UBND → UBND-VP\n" in said
    answer = pair.json("journal", "approve", seq, *pair.second)
    assert answer == {"proposal": seq, "approved": True, "entry": seq + 1, "recovery": None}
    assert pending(pair) == []
    assert refused(pair("journal", "approve", seq, *pair.second), "K452")


def test_a_rejection_says_why(pair: Pair) -> None:
    seq = pair.propose()
    assert refused(pair("journal", "reject", seq, *pair.second), "K406")
    answer = pair("journal", "reject", seq, "--reason", "chưa có quyết định", *pair.second)
    assert answer.out == f"Đã ghi không đồng ý đề nghị ở mục {seq}.\n"
    assert pending(pair) == []


def test_acts_are_confirmed_in_one_batch(pair: Pair) -> None:
    for number in (1, 2, 3):
        pair.strike_printed(number)
    waiting = pair.json("journal", "unconfirmed")["unconfirmed"]
    assert [one["words"] for one in waiting] == [
        f"Gạch bỏ số 0{number} sổ đi 2026 sau khi in, ngày 05/03/2026; lý do: đăng ký hai lần"
        for number in (1, 2, 3)
    ]
    assert {(one["days"], one["red"]) for one in waiting} == {(0, False)}
    assert "\t0 ngày\n" in pair("journal", "unconfirmed").out
    first, *others = [one["seq"] for one in waiting]
    assert pair.json("journal", "confirm", first, *pair.second)["confirmed"] == [first]
    assert refused(pair("journal", "confirm", first, others[0], *pair.second), "K452")
    assert pair.as_chief("journal", "confirm", "--all").json["confirmed"] == others
    assert pair.json("journal", "unconfirmed") == {"unconfirmed": []}
    assert pair("journal", "confirm", "--all", *pair.second).out == "Không có việc chờ xác nhận.\n"


def test_a_stick_and_its_pin_sign_at_the_command_line(pair: Pair) -> None:
    usb, pin = pair.home / "usb", write_secret(pair.home / "pin.txt", PIN)
    usb.mkdir()
    stick = ("person", "stick", CHIEF, "--out", usb, "--pin-file", pin)
    assert refused(pair(*stick), "K454")
    made = pair.json(*stick, *pair.second)
    assert Path(made["key"]).parent == usb
    assert refused(pair(*stick, *pair.second), "K467")
    by_stick = ("--second", CHIEF, "--second-key-file", usb, "--second-pin-file", pin)
    seq = pair.propose()
    wrong = write_secret(pair.home / "wrong.txt", "864213")
    answer = pair("journal", "approve", seq, *by_stick[:-1], wrong)
    assert refused(answer, "K469")
    assert pair.json("journal", "approve", seq, *by_stick)["approved"]
    # It is no way in.
    door = pair.run("--vault", pair.vault, "--user", CHIEF, "--passphrase-file", pin, "today")
    assert refused(door, "K201")


def test_wrong_pins_are_throttled_across_commands(pair: Pair) -> None:
    seq = pair.propose()
    wrong = ("--second", CHIEF, "--second-passphrase-file")
    secret = write_secret(pair.home / "wrong.txt", "sai mat khau roi")
    for _again in range(5):
        assert refused(pair("journal", "approve", seq, *wrong, secret), "K201")
    assert refused(pair("journal", "approve", seq, *pair.second), "K202")
    assert pending(pair) == [seq]  # and the door opened meanwhile


@pytest.mark.parametrize("command", ["approve", "reject"])
def test_who_may_not_answer_is_refused(pair: Pair, command: str) -> None:
    seq = pair.propose()
    why = ("--reason", "thôi") if command == "reject" else ()
    own = ("--second", "giu-so", "--second-passphrase-file", pair.passphrase)
    assert refused(pair("journal", command, seq, *why), "K453")
    assert refused(pair("journal", command, seq, *why, *own), "K453")
    sheet = ("--recovery-file", pair.recovery, "--recovery-out", pair.home / "new.txt")
    assert refused(pair("journal", command, seq, *why, *sheet), "K455")
    assert refused(pair("journal", command, seq, *why, "--second", "ai-do"), "K214")
    assert refused(pair("journal", command, seq + 1, *why, *pair.second), "K452")
    assert pending(pair) == [seq]


def test_nobody_confirms_his_own_acts(pair: Pair) -> None:
    pair.strike_printed(1)
    assert refused(pair("journal", "confirm", "--all"), "K453")
    sheet = ("--recovery-file", pair.recovery, "--recovery-out", pair.home / "new.txt")
    assert refused(pair("journal", "confirm", "--all", *sheet), "K455")


def test_a_stale_proposal_is_refused_and_shown_as_stale(pair: Pair) -> None:
    one, other = pair.propose("UBND-1"), pair.propose("UBND-2")
    pair.json("journal", "approve", one, *pair.second)
    assert refused(pair("journal", "approve", other, *pair.second), "K451")
    assert [one["stale"] for one in pair.json("journal", "pending")["pending"]] == [True]


def test_the_revoked_sign_no_more(pair: Pair) -> None:
    seq = pair.propose()

    def revoke(desk: WritingDesk) -> None:
        with desk.journal.write("person.revoke") as act:
            act.update("signer", 3, retired=1)
            act.update("person", 2, revoked_on="2026-03-05")

    pair.in_office(lambda office: office.write(revoke).result())
    assert refused(pair("journal", "approve", seq, *pair.second), "K455")
    assert refused(pair.as_chief("journal", "approve", seq), "K201")


def test_a_volume_is_reopened_at_once_or_waits(pair: Pair) -> None:
    volume = ("outgoing", "--year", 2026, "--volume", 1)
    pair.json("volume", "close", *volume)
    waits = pair("volume", "reopen", *volume, "--reason", "sót")
    assert waits.out == "Đã đề nghị mở lại quyển 01 năm 2026; chờ xác nhận.\n"
    assert refused(pair("volume", "reopen", *volume, "--reason", "sót",
                        "--recovery-file", pair.recovery, "--recovery-out", pair.home / "new.txt"),
                   "K455")  # fmt: skip
    assert not (pair.home / "new.txt").exists()
    opened = pair.json("volume", "reopen", *volume, "--reason", "sót", *pair.second)
    assert opened["closed_on"] is None
    assert all(one["stale"] for one in pair.json("journal", "pending")["pending"])


@pytest.mark.parametrize(
    "words",
    [
        ("--second-passphrase-file", "x"),
        ("--second", CHIEF, "--second-key-file", "x"),
        ("--second", CHIEF, "--second-pin-file", "x"),
        ("--second", CHIEF, "--second-passphrase-file", "x", "--second-pin-file", "x"),
        ("--second", CHIEF, "--recovery-file", "x"),
    ],
)
def test_half_a_set_of_files_is_a_usage_error(pair: Pair, words: tuple[str, ...]) -> None:
    answer = pair("journal", "approve", 1, *words)
    assert (answer.code, answer.out) == (2, "")


def test_files_of_others_are_not_secrets(pair: Pair) -> None:
    seq = pair.propose()
    secret = write_secret(pair.home / "open.txt", CHIEF_PASSPHRASE)
    secret.chmod(0o644)
    by_open = ("--second", CHIEF, "--second-passphrase-file", secret)
    assert refused(pair("journal", "approve", seq, *by_open), "K204")
    assert refused(pair("journal", "approve", seq, *by_open[:-1], pair.home / "none"), "K205")


def test_new_keys_are_approved_by_the_second_person(pair: Pair) -> None:
    command = ("vault", "new-generation", "--reason", "người giữ khóa chuyển công tác")
    assert refused(pair(*command), "K454")
    by_sheet = ("--recovery-file", pair.recovery, "--recovery-out", pair.home / "new-sheet.txt")
    assert refused(pair(*command, *by_sheet), "K455")
    assert not (pair.home / "new-sheet.txt").exists()
    assert pair(*command, "--recovery-file", pair.recovery, *pair.second).code == 2
    wrong = write_secret(pair.home / "wrong.txt", "sai mat khau roi")
    assert refused(pair(*command, *pair.second[:-1], wrong), "K201")
    assert pair.json(*command, *pair.second) == {
        "generation": 2,
        "dropped": [],
        "recovery_file": None,
    }
    pair.json("document", "add", "outgoing", stdin=lines({}))
    assert pair.as_chief("today").code == 0


def test_the_confirming_person_proves_a_backup_without_the_sheet(pair: Pair) -> None:
    medium = pair.home / "medium"
    medium.mkdir()
    made = pair.json("backup", "create", "--medium", medium)
    assert made["opened_by"] == [f"Lê Văn {CHIEF}"]
    by_keeper = pair.json("backup", "verify", made["file"])  # who only knows the file again
    assert by_keeper.keys() == {"ok", "number", "verified_at", "opened_by"}
    assert by_keeper["opened_by"] == made["opened_by"]
    said = pair("backup", "verify", made["file"]).out
    assert f"phiếu khóa khôi phục; người xác nhận Lê Văn {CHIEF} bằng mật khẩu của mình" in said
    proved = pair.as_chief("backup", "verify", made["file"])
    assert (proved.code, proved.err) == (0, "")
    manifest = json.loads(proved.out)["manifest"]
    assert (manifest["number"], manifest["signer_row"]) == (1, 1)
    assert pair.json("backup", "inspect", made["file"])["recipients"] == 3

    foreign = pair.home / "foreign.age"
    foreign.write_bytes(Path(made["file"]).read_bytes()[:-1])
    assert pair.as_chief("backup", "verify", foreign).code == 3
