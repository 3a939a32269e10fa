"""People and their keys: the whole way from one founder to everybody gone, on real vaults."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bmnn_desktop.backup import identity
from bmnn_desktop.errors import (
    KnownError,
    LoginTaken,
    NotAllowed,
    NotConfirmer,
    PassphraseTooShort,
    RecoverySheetForeign,
    RolesClash,
    RolesMissing,
    WrongPassphrase,
)
from bmnn_desktop.services.admit_person import admit_person
from bmnn_desktop.services.list_people import Member, list_people
from bmnn_desktop.services.rekey_person import rekey_person
from bmnn_desktop.services.release_person import release_person
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.today import look_at_today
from bmnn_desktop.services.verify_vault import verify_vault
from tests.services.offices import PASSPHRASE, add, cheap_wiring, found
from tests.services.signing import InPerson
from tests.services.town import FORGOTTEN, HEAD, NEXT, Town

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
    head = two.office.session
    two.office.session = replace(head, roles=frozenset())
    with pytest.raises(NotAllowed):  # a guest's session keeps no users
        two.admit(NEXT, two.paper)
    with pytest.raises(NotAllowed):
        two.office.write(revoke_person, "truong", reason="thử").result()
    two.office.session = head
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
