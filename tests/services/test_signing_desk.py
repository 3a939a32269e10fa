"""What the signing process shows is what it hashes, and it signs nothing else."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bmnn_desktop.errors import (
    PinWrong,
    StickForeign,
    StickReplaced,
    StickUnreadable,
    TooManyAttempts,
    WrongPassphrase,
)
from bmnn_desktop.services.show_to_second import show_acts, show_proposal
from bmnn_desktop.services.signing_desk import SigningDesk
from bmnn_desktop.services.signing_talk import Request, TalkError, read_request
from bmnn_desktop.store import canonical, stick
from bmnn_desktop.store.asked import Asked
from bmnn_desktop.store.attempts import Boot
from bmnn_desktop.store.entry import SIGNATURE_DOMAIN
from bmnn_desktop.store.keys import PublicKey
from tests.services.offices import PASSPHRASE
from tests.services.second_people import (
    CHIEF,
    CHIEF_PASSPHRASE,
    PIN,
    TwoPeople,
    two_people,
    unlock_as,
)

Content = dict[str, Any]


@pytest.fixture
def asked(people: TwoPeople) -> Asked:
    return people.office.write(
        show_proposal, people.apart(), people.propose(), approve=True
    ).result()


def desk_for(
    people: TwoPeople, asked: Asked, boot: Callable[[], Boot] | None = None
) -> SigningDesk:
    request = Request(people.office.place, CHIEF, asked)
    # As it arrives: through JSON.
    heard = read_request(json.loads(json.dumps(request.to_json())))
    return SigningDesk(heard) if boot is None else SigningDesk(heard, boot)


def content_for(people: TwoPeople, asked: Asked, salt: bytes | None = None) -> Content:
    """Return the entry that an honest program would have signed."""
    reason = None
    if asked.reason is not None and salt is not None:
        reason = canonical.text_digest(asked.reason, salt).hex()
    return {
        "store": asked.store.hex(),
        "generation": 1,
        "seq": people.entries() + 1,
        "time": "2026-03-05T01:30:00.000Z",
        "signer": people.chief.row,
        "kind": asked.kind.value,
        "action": asked.action,
        "detail": asked.detail,
        "reason": reason,
        "previous": "00" * 32,
        "changes": [],
    }


def signs(people: TwoPeople, asked: Asked, content: object, salt: object = None) -> bool:
    """Tell whether the desk signs this; a wrong signature is none."""
    desk = desk_for(people, asked)
    desk.unlock_passphrase(CHIEF_PASSPHRASE)
    try:
        answer = desk.sign({"content": content, "salt": salt})
    except TalkError:
        return False
    assert isinstance(content, dict)
    signature = bytes.fromhex(str(answer["signature"]))
    key = PublicKey(people.chief.key.public)
    assert key.verifies(signature, SIGNATURE_DOMAIN + canonical.entry_hash(content))
    return True


def test_the_answer_to_what_is_shown_is_signed(people: TwoPeople, asked: Asked) -> None:
    assert signs(people, asked, content_for(people, asked))


OTHERS: dict[str, Callable[[Content], object]] = {
    "another proposal": lambda c: c["detail"].update(proposal="11" * 32),
    "more detail": lambda c: c["detail"].update(more=1),
    "an act": lambda c: c.update(kind="act"),
    "a rejection": lambda c: c.update(kind="reject"),
    "a proposal": lambda c: c.update(kind="propose"),
    "a confirmation": lambda c: c.update(kind="confirm", action="confirm"),
    "another action": lambda c: c.update(action="volume.reopen"),
    "another vault": lambda c: c.update(store="22" * 16),
    "another generation": lambda c: c.update(generation=2),
    "another signer": lambda c: c.update(signer=1),
    "a reason nobody saw": lambda c: c.update(reason="33" * 32),
    "changes of its own": lambda c: c.update(changes=[[1, "person", 1, "44" * 32, None, None]]),
    "something beside": lambda c: c.update(more=None),
    "something less": lambda c: c.pop("previous"),
    "an entry before the proposal": lambda c: c.update(seq=2),
    "a number that is none": lambda c: c.update(seq=True),
    "a time that is none": lambda c: c.update(time=7),
    "a link that is none": lambda c: c.update(previous=None),
}


@pytest.mark.parametrize("change", OTHERS.values(), ids=OTHERS)
def test_nothing_else_is_signed(
    people: TwoPeople, asked: Asked, change: Callable[[Content], object]
) -> None:
    content = copy.deepcopy(content_for(people, asked))
    change(content)
    assert not signs(people, asked, content)


@pytest.mark.parametrize("thing", ["ab" * 32, None, [], {}, 7], ids=str)
def test_no_bare_digest_is_signed(people: TwoPeople, asked: Asked, thing: object) -> None:
    assert not signs(people, asked, thing)
    desk = desk_for(people, asked)
    desk.unlock_passphrase(CHIEF_PASSPHRASE)
    with pytest.raises(TalkError):
        desk.sign({"digest": thing})


def test_one_signature_is_given_and_none_before_the_secret(people: TwoPeople, asked: Asked) -> None:
    desk = desk_for(people, asked)
    line = {"content": content_for(people, asked), "salt": None}
    with pytest.raises(TalkError):
        desk.sign(line)
    desk.unlock_passphrase(CHIEF_PASSPHRASE)
    desk.sign(line)
    with pytest.raises(TalkError):
        desk.sign(line)


def test_a_rejection_is_signed_with_the_reason_that_was_shown(people: TwoPeople) -> None:
    asked = people.office.write(
        show_proposal, people.apart(), people.propose(), approve=False, reason="chưa có quyết định"
    ).result()
    salt = bytes(16)
    content = content_for(people, asked, salt)
    assert signs(people, asked, content, salt.hex())
    assert not signs(people, asked, content, None)
    assert not signs(people, asked, content, "11" * 16)
    other = replace(asked, reason="đồng ý hết")
    assert not signs(people, other, content, salt.hex())
    assert desk_for(people, asked).rejection == "chưa có quyết định"


def test_a_confirmation_names_the_acts_that_were_shown(people: TwoPeople) -> None:
    seqs = [people.strike_printed(), people.strike_printed()]
    asked = people.office.write(show_acts, people.apart(), seqs).result()
    content = content_for(people, asked)
    assert signs(people, asked, content)
    for acts in (content["detail"]["acts"][:1], [], [*content["detail"]["acts"], "00" * 32]):
        assert not signs(people, asked, {**content, "detail": {"acts": acts}})
    shown = [act.sentence for act in desk_for(people, asked).acts]
    day = "ngày 05/03/2026; lý do: đăng ký hai lần"
    assert shown == [f"Gạch bỏ số 0{number} sổ đi 2026 sau khi in, {day}" for number in (1, 2)]


TAMPERED: dict[str, Callable[[Content], object]] = {
    "another new value": lambda told: told["changes"][0].update(payload='{"id":1,"symbol":"X"}'),
    "another old value": lambda told: told["replaced"][0].update(symbol="X"),
    "no old value": lambda told: told["replaced"].__setitem__(0, None),
    "no old row": lambda told: told["replaced"].clear(),
    "another reason": lambda told: told["entry"].update(reason="theo chỉ đạo"),
    "another row": lambda told: told["changes"][0].update(row=2),
    "no proposal": lambda told: told["entry"].update(kind="act"),
    "rows of others": lambda told: told["stood"].append({}),
    "a row that is none": lambda told: told["stood"].__setitem__(0, "X"),
    "no names": lambda told: told.pop("names"),
    "a name that is none": lambda told: told["names"]["documents"].append([1]),
    "nothing": lambda told: told.clear(),
}


@pytest.mark.parametrize("change", TAMPERED.values(), ids=TAMPERED)
def test_what_does_not_fit_its_own_digests_is_not_shown(
    people: TwoPeople, asked: Asked, change: Callable[[Content], object]
) -> None:
    body = json.loads(json.dumps(Request(people.office.place, CHIEF, asked).to_json()))
    change(body["asked"]["told"][0])
    with pytest.raises(TalkError):
        read_request(body)


@pytest.mark.parametrize(
    "change",
    [
        lambda e: e.update(action="person.revoke"),
        lambda e: e.update(signer=3),
        lambda e: e.update(time="2026-03-05T01:30:00.001Z"),
        lambda e: e.update(detail='{"x":1}'),
    ],
)
def test_what_is_shown_otherwise_hashes_otherwise(
    people: TwoPeople, asked: Asked, change: Callable[[Content], object]
) -> None:
    """A field without a digest of its own may be changed: then the signature is for nothing."""
    body = json.loads(json.dumps(Request(people.office.place, CHIEF, asked).to_json()))
    change(body["asked"]["told"][0]["entry"])
    lied = read_request(body).asked
    assert lied.detail != asked.detail
    assert not signs(people, lied, content_for(people, asked))


def test_another_vaults_proposal_is_not_even_shown(
    people: TwoPeople, asked: Asked, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = two_people(tmp_path / "other", people.clock)
    other.office.close()
    with pytest.raises(TalkError):
        SigningDesk(Request(other.office.place, CHIEF, asked))


def test_what_is_shown_says_who_what_why_old_and_new(people: TwoPeople, asked: Asked) -> None:
    (act,) = desk_for(people, asked).acts
    assert (act.name, act.reason) == ("Trần Thị Thử", "đổi ký hiệu")
    assert act.changes == (("Ký hiệu", "UBND", "UBND-VP"),)


# ── secrets ──────────────────────────────────────────────────────────────────────────────────


def test_wrong_secrets_are_counted_before_the_derivation_and_throttled(
    people: TwoPeople, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = people.enrol()
    now = [1000]
    desk = desk_for(people, asked, lambda: Boot("one", now[0]))
    counted: list[int] = []
    unlock = type(desk._header).unlock_stick

    def watched(*arguments: Any) -> Any:  # noqa: ANN401
        counted.append(json.loads((people.office.place / "attempts.sign").read_text())["count"])
        return unlock(*arguments)

    monkeypatch.setattr(type(desk._header), "unlock_stick", watched)
    for _again in range(5):
        with pytest.raises(PinWrong):
            desk.unlock_stick(people.stick_dir, "864213")
    assert counted == [1, 2, 3, 4, 5]
    with pytest.raises(TooManyAttempts):
        desk.unlock_stick(people.stick_dir, PIN)
    now[0] += 15
    desk.unlock_stick(people.stick_dir, PIN)
    assert desk.ready["ready"] == {"signer": row, "public": desk._key()[1].public}
    assert desk.refusal() is None


def test_the_doors_success_clears_no_wrong_pins(people: TwoPeople, asked: Asked) -> None:
    desk = desk_for(people, asked, lambda: Boot("one", 1000))
    for _again in range(5):
        with pytest.raises(WrongPassphrase):
            desk.unlock_passphrase("sai mat khau roi")
    people.office.close()
    unlock_as(people.home, people.clock, "giu-so", PASSPHRASE).close()
    with pytest.raises(TooManyAttempts):
        desk.unlock_passphrase(CHIEF_PASSPHRASE)


def test_a_stick_that_cannot_sign_here_costs_no_attempt(
    people: TwoPeople, asked: Asked, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = two_people(tmp_path / "other", people.clock)
    other.enrol()
    other.office.close()
    people.enrol()
    desk = desk_for(people, asked)
    with pytest.raises(StickForeign, match="kho sổ khác"):
        desk.unlock_stick(other.stick_dir, PIN)
    key_file = people.stick_dir / stick.NAME
    whole = json.loads(key_file.read_text())
    for text, error in (
        (json.dumps({**whole, "signer": 1}), StickReplaced),
        (json.dumps({**whole, "secret": "00"}), StickUnreadable),
        (json.dumps({**whole, "kind": "x"}), StickUnreadable),
        ("{", StickUnreadable),
        ("[]", StickUnreadable),
        ("", StickUnreadable),
    ):
        key_file.write_text(text)
        with pytest.raises(error):
            desk.unlock_stick(people.stick_dir, PIN)
    with pytest.raises(StickUnreadable):
        desk.unlock_stick(people.stick_dir / "none", PIN)
    assert not (people.office.place / "attempts.sign").exists() or json.loads(
        (people.office.place / "attempts.sign").read_text()
    )["count"] == 0  # fmt: skip
    key_file.write_text(json.dumps({**whole, "secret": "00" * 32}))
    with pytest.raises(PinWrong):
        desk.unlock_stick(people.stick_dir, PIN)
