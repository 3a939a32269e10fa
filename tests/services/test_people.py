"""People and their keys: the whole way from one founder to everybody gone, on real vaults."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bmnn_desktop import paths
from bmnn_desktop.backup import identity
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import (
    KeyRevoked,
    KnownError,
    LastPerson,
    LoginTaken,
    NotConfirmer,
    NothingChanged,
    OldPassphraseWrong,
    OwnPassphrase,
    PassphraseSame,
    PassphraseTooShort,
    PersonNotRevoked,
    PersonReleased,
    PersonRevoked,
    ReasonMissing,
    RecoverySheetForeign,
    RolesClash,
    RolesMissing,
    TooManyAttempts,
    UserUnknown,
    WrongPassphrase,
)
from bmnn_desktop.services.act_of_two import Settled
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.change_passphrase import change_passphrase
from bmnn_desktop.services.change_person import change_person
from bmnn_desktop.services.list_people import Member, list_people
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.rekey_person import rekey_person
from bmnn_desktop.services.release_person import release_person
from bmnn_desktop.services.renew_recovery import renew_recovery
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.second_person import RecoverySheetHolder, SecondPerson
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.verify_vault import verify_vault
from bmnn_desktop.store import header
from tests.services.offices import PASSPHRASE, FakeClock, add, cheap_wiring, found
from tests.services.signing import InPerson

HEAD = NewPerson(
    "truong", "Lê Văn Giả", frozenset({Role.CONFIRMER}), "cau cua truong phong", "Chủ tịch"
)
NEXT = NewPerson("moi", "Đỗ Thị Mới", frozenset({Role.KEEPER}), "cau cua nguoi moi", "Văn thư")
FORGOTTEN = "cau moi thay cau quen"


class Town:
    """One vault and the people who come and go."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.office, self.sheet = found(place)

    def sign(self, new: NewPerson = HEAD) -> InPerson:
        """Return the confirming person in presence."""
        return InPerson(self.place, new.login, new.passphrase)

    @property
    def paper(self) -> RecoverySheetHolder:
        """Return whoever holds the recovery sheet."""
        return RecoverySheetHolder(self.sheet.key)

    def admit(self, new: NewPerson, second: SecondPerson) -> Settled:
        """Admit a person; a new sheet goes into the envelope."""
        return self.keep(self.office.write(admit_person, new, second=second).result())

    def keep(self, settled: Settled) -> Settled:
        """Put a new sheet into the envelope."""
        if settled.sheet is not None:
            self.sheet = settled.sheet
        return settled

    def enter(self, login: str, passphrase: str) -> Office:
        """Close the vault and open it as somebody."""
        self.office.close()
        self.office = cheap_wiring().gate(self.place).unlock(login, passphrase)
        return self.office

    def refuses(self, login: str, passphrase: str) -> type[KnownError]:
        """Close the vault and tell how somebody is refused."""
        self.office.close()
        (self.place / paths.ATTEMPTS).unlink(missing_ok=True)
        with pytest.raises(KnownError) as caught:
            cheap_wiring().gate(self.place).unlock(login, passphrase)
        return type(caught.value)

    def recover(self, login: str, passphrase: str = FORGOTTEN) -> None:
        """Open the vault with the sheet, for somebody."""
        self.office.close()
        opened = cheap_wiring().gate(self.place).recover(self.sheet.key, login, passphrase)
        self.office, self.sheet = opened.office, opened.recovery

    def member(self, login: str) -> Member:
        """Return what the list says of somebody."""
        listed = self.office.read(list_people).result()
        return next(one for one in listed if one.login == login)

    def is_sound(self) -> bool:
        """Verify the vault and that every slot belongs to a key that may sign, once."""
        slots = header.read(self.place).header.slots
        active = self.office.read(
            lambda desk: {row[0] for row in desk.rows.all("SELECT id FROM signer WHERE retired=0")}
        ).result()
        assert sorted(slot.signer for slot in slots) == sorted(active)
        return self.office.write(verify_vault).result().verdict == "unknown"


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = Town(tmp_path / "vault")
    yield made
    made.office.close()


@pytest.fixture
def two(town: Town) -> Town:
    """Give a vault of two people."""
    town.admit(HEAD, town.paper)
    return town


# ── stories ──────────────────────────────────────────────────────────────────────────────────────


def test_from_one_founder_to_two_people(town: Town) -> None:
    assert not town.office.read(look_at_today).result().has_confirmer
    old = town.sheet
    settled = town.admit(HEAD, town.paper)
    assert settled.sheet is not None
    assert settled.sheet.key != old.key
    assert (settled.sheet.store, settled.sheet.fingerprint) == (old.store, old.fingerprint)
    assert town.office.read(look_at_today).result().has_confirmer
    assert town.member("truong") == Member(
        "truong", "Lê Văn Giả", "Chủ tịch", HEAD.roles, None, None, True, False, False
    )
    # From now on the second person confirms, the sheet does not, and the old one is nothing.
    with pytest.raises(NotConfirmer):
        town.admit(NEXT, town.paper)
    with pytest.raises(RecoverySheetForeign):
        town.admit(NEXT, RecoverySheetHolder(old.key))
    assert town.admit(NEXT, town.sign()).sheet is None
    assert town.is_sound()
    for new in (HEAD, NEXT):
        assert town.enter(new.login, new.passphrase).session.roles == new.roles
    recipients = town.office.read(
        lambda desk: [row[0] for row in desk.rows.all(
            "SELECT recipient FROM backup_recipient WHERE retired = 0"
        )]
    ).result()  # fmt: skip
    assert recipients == [identity.recipient_text(town.sheet.key)]


def test_the_head_dies_and_another_follows(two: Town) -> None:
    two.office.write(revoke_person, "truong", reason="từ trần").result()
    assert not two.office.read(look_at_today).result().has_confirmer
    another = replace(HEAD, login="pho", name="Ngô Văn Phó", passphrase="cau cua pho chu tich")
    assert two.admit(another, two.paper).sheet is not None
    assert two.is_sound()
    two.admit(NEXT, two.sign(another))
    two.keep(two.office.write(release_person, "truong", second=two.sign(another)).result())
    assert two.member("truong").released_on is not None
    assert two.refuses("truong", HEAD.passphrase) is WrongPassphrase


def test_the_clerk_leaves_at_once_and_nobody_follows_yet(two: Town) -> None:
    add(two.office)
    held = two.office
    two.enter(HEAD.login, HEAD.passphrase)
    assert held is not two.office
    two.office.write(revoke_person, "giu-so", reason="nghỉ việc đột xuất").result()
    assert two.refuses("giu-so", PASSPHRASE) is WrongPassphrase
    assert cheap_wiring().gate(two.place).logins() == ("truong",)
    two.enter(HEAD.login, HEAD.passphrase)
    # The only one left confirms nothing of his own: the sheet answers him.
    with pytest.raises(KnownError):
        two.admit(NEXT, two.sign())
    assert two.admit(NEXT, two.paper).sheet is not None
    assert two.is_sound()
    assert add(two.enter(NEXT.login, NEXT.passphrase)).seq_no == 2
    assert two.is_sound()


def test_the_head_forgot_and_gets_a_new_passphrase(two: Town) -> None:
    deputy = replace(HEAD, login="pho", passphrase="cau cua pho chu tich")
    two.admit(deputy, two.sign())
    two.office.write(rekey_person, "truong", FORGOTTEN, second=two.sign(deputy)).result()
    assert two.is_sound()
    assert two.refuses("truong", HEAD.passphrase) is WrongPassphrase
    two.enter("truong", FORGOTTEN)
    assert two.is_sound()


@pytest.mark.parametrize("login", ["giu-so", "truong"])
def test_whoever_forgot_opens_with_the_sheet(two: Town, login: str) -> None:
    old = two.sheet
    two.recover(login)
    assert two.office.session.login == login
    assert two.sheet.key != old.key
    assert two.is_sound()
    two.office.close()
    with pytest.raises(RecoverySheetForeign):
        cheap_wiring().gate(two.place).recover(old.key, login, FORGOTTEN)
    old_passphrase = {"giu-so": PASSPHRASE, "truong": HEAD.passphrase}.pop(login)
    assert two.refuses(login, old_passphrase) is WrongPassphrase
    other, passphrase = {"giu-so": ("truong", HEAD.passphrase), "truong": ("giu-so", PASSPHRASE)}[
        login
    ]
    two.enter(other, passphrase)
    two.enter(login, FORGOTTEN)


def test_one_alone_forgot(town: Town) -> None:
    town.recover("giu-so")
    town.admit(HEAD, town.paper)
    assert town.is_sound()


def test_founded_by_two(tmp_path: Path) -> None:
    office, sheet = found(tmp_path / "vault", confirmer=HEAD)
    try:
        assert office.session.login == "giu-so"
        assert office.read(look_at_today).result().has_confirmer
        assert [(one.login, one.post, one.opens) for one in office.read(list_people).result()] == [
            ("giu-so", "", True),
            ("truong", "Chủ tịch", True),
        ]
        head = InPerson(tmp_path / "vault", HEAD.login, HEAD.passphrase)
        with pytest.raises(NotConfirmer):
            office.write(admit_person, NEXT, second=RecoverySheetHolder(sheet.key)).result()
        office.write(admit_person, NEXT, second=head).result()
        assert office.write(verify_vault).result().verdict == "unknown"
    finally:
        office.close()
    cheap_wiring().gate(tmp_path / "vault").unlock(HEAD.login, HEAD.passphrase).close()


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"login": "giu-so"}, LoginTaken),
        ({"roles": frozenset({Role.ADMINISTRATOR})}, RolesMissing),
        ({"roles": frozenset({Role.KEEPER, Role.CONFIRMER})}, RolesClash),
        ({"passphrase": "ngan"}, PassphraseTooShort),
    ],
)
def test_a_wrong_founding_by_two_leaves_nothing(
    tmp_path: Path, changed: dict[str, object], error: type[KnownError]
) -> None:
    with pytest.raises(error):
        found(tmp_path / "vault", confirmer=replace(HEAD, **changed))  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


# ── refused ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"login": "giu-so"}, LoginTaken),
        ({"roles": frozenset()}, RolesMissing),
        ({"roles": frozenset({Role.KEEPER, Role.CONFIRMER})}, RolesClash),
        ({"passphrase": "ngan"}, PassphraseTooShort),
    ],
)
def test_a_wrong_person_is_not_admitted(
    town: Town, changed: dict[str, object], error: type[KnownError]
) -> None:
    before = (town.place / paths.HEADERS[0]).read_bytes()
    with pytest.raises(error):
        town.admit(replace(HEAD, **changed), town.paper)  # type: ignore[arg-type]
    assert (town.place / paths.HEADERS[0]).read_bytes() == before


def test_nobody_locks_himself_out(town: Town) -> None:
    with pytest.raises(LastPerson):
        town.office.write(revoke_person, "giu-so", reason="thử").result()
    town.admit(HEAD, town.paper)
    with pytest.raises(OwnPassphrase):
        town.office.write(rekey_person, "giu-so", FORGOTTEN, second=town.sign()).result()
    with pytest.raises(ReasonMissing):
        town.office.write(revoke_person, "giu-so", reason=" ").result()
    town.office.write(revoke_person, "giu-so", reason="chuyển công tác").result()
    with pytest.raises(KeyRevoked):  # the session that revoked itself writes nothing more
        add(town.office)
    town.enter(HEAD.login, HEAD.passphrase)
    with pytest.raises(LastPerson):
        town.office.write(revoke_person, "truong", reason="thử").result()
    assert town.is_sound()


def test_who_is_gone_is_gone(two: Town) -> None:
    for login, error in (("truong", PersonNotRevoked), ("khong-co", UserUnknown)):
        with pytest.raises(error):
            two.office.write(release_person, login, second=two.sign()).result()
    deputy = replace(HEAD, login="pho", passphrase="cau cua pho chu tich")
    two.admit(deputy, two.sign())
    two.office.write(revoke_person, "truong", reason="nghỉ hưu").result()
    with pytest.raises(LoginTaken):
        two.admit(HEAD, two.sign(deputy))
    second = two.sign(deputy)
    for act in (
        lambda: two.office.write(rekey_person, "truong", FORGOTTEN, second=second),
        lambda: two.office.write(revoke_person, "truong", reason="thử"),
        lambda: two.office.write(change_person, "truong", name="X", second=second),
    ):
        with pytest.raises(PersonRevoked):
            act().result()
    two.office.write(release_person, "truong", second=second).result()
    with pytest.raises(PersonReleased):
        two.office.write(release_person, "truong", second=second).result()
    with pytest.raises(PersonRevoked):
        two.recover("truong")
    two.enter("giu-so", PASSPHRASE)
    assert two.is_sound()


def test_name_post_and_roles_are_changed_by_two(two: Town) -> None:
    second = two.sign()
    with pytest.raises(NothingChanged):
        two.office.write(change_person, "truong", post="Chủ tịch", second=second).result()
    with pytest.raises(RolesClash):
        two.office.write(
            change_person, "giu-so", roles=frozenset({Role.KEEPER, Role.CONFIRMER}), second=second
        ).result()
    two.office.write(change_person, "giu-so", post="Văn thư", second=second).result()
    two.office.write(
        change_person, "giu-so", roles=frozenset({Role.KEEPER}), second=second
    ).result()
    changed = two.member("giu-so")
    assert (changed.post, changed.roles) == ("Văn thư", frozenset({Role.KEEPER}))
    assert two.is_sound()


# ── the own passphrase ───────────────────────────────────────────────────────────────────────────


def test_the_old_passphrase_opens_neither_half(two: Town) -> None:
    entry = two.office.write(change_passphrase, PASSPHRASE, FORGOTTEN).result()
    assert entry
    assert two.is_sound()
    two.office.close()
    for name in paths.HEADERS:
        alone = two.place / name
        kept = alone.read_bytes()
        alone.unlink()
        found_head = header.read(two.place).header
        with pytest.raises(WrongPassphrase):
            found_head.unlock("giu-so", PASSPHRASE)
        found_head.unlock("giu-so", FORGOTTEN)
        alone.write_bytes(kept)
    two.enter("giu-so", FORGOTTEN)


def test_the_old_passphrase_is_asked_and_counted(two: Town) -> None:
    for new, error in (("ngan", PassphraseTooShort), (PASSPHRASE, PassphraseSame)):
        with pytest.raises(error):
            two.office.write(change_passphrase, PASSPHRASE, new).result()
    for _ in range(5):
        with pytest.raises(OldPassphraseWrong):
            two.office.write(change_passphrase, FORGOTTEN, FORGOTTEN).result()
    with pytest.raises(TooManyAttempts):
        two.office.write(change_passphrase, PASSPHRASE, FORGOTTEN).result()


# ── the recovery sheet ───────────────────────────────────────────────────────────────────────────


def test_the_sheet_is_renewed_by_two(two: Town) -> None:
    old = two.sheet
    two.sheet = two.office.write(renew_recovery, second=two.sign()).result()
    assert two.is_sound()
    two.office.close()
    with pytest.raises(RecoverySheetForeign):
        cheap_wiring().gate(two.place).recover(old.key, "giu-so", FORGOTTEN)
    two.recover("giu-so")


def test_the_sheet_of_one_alone_renews_itself(town: Town) -> None:
    old = town.sheet
    town.sheet = town.office.write(renew_recovery, second=town.paper).result()
    assert town.sheet.key != old.key
    with pytest.raises(RecoverySheetForeign):
        town.office.write(renew_recovery, second=RecoverySheetHolder(old.key)).result()
    assert town.is_sound()


def test_a_guessed_sheet_counts_like_a_guessed_passphrase(two: Town) -> None:
    two.office.close()
    gate = cheap_wiring().gate(two.place)
    before = [(two.place / name).read_bytes() for name in (*paths.HEADERS, paths.REGISTER)]
    for _ in range(5):
        with pytest.raises(RecoverySheetForeign):
            gate.recover(bytes(32), "giu-so", FORGOTTEN)
    with pytest.raises(TooManyAttempts):
        gate.recover(two.sheet.key, "giu-so", FORGOTTEN)
    after = [(two.place / name).read_bytes() for name in (*paths.HEADERS, paths.REGISTER)]
    assert before == after


def test_nobody_unknown_is_recovered(two: Town) -> None:
    two.office.close()
    gate = cheap_wiring().gate(two.place)
    with pytest.raises(UserUnknown):
        gate.recover(two.sheet.key, "khong-co", FORGOTTEN)
    with pytest.raises(PassphraseTooShort):
        gate.recover(two.sheet.key, "giu-so", "ngan")
    two.recover("giu-so")


def test_the_sheet_is_nothing_in_another_vault(two: Town, tmp_path: Path) -> None:
    office, sheet = found(tmp_path / "other", FakeClock())
    office.close()
    two.office.close()
    with pytest.raises(RecoverySheetForeign):
        cheap_wiring().gate(two.place).recover(sheet.key, "giu-so", FORGOTTEN)
    assert isinstance(two.sheet, RecoverySheet)
