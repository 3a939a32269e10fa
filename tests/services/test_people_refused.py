"""People and their keys: what is refused, the own passphrase, the recovery sheet."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bmnn_desktop import paths
from bmnn_desktop.domain.recovery_sheet import RecoverySheet
from bmnn_desktop.errors import (
    KeyRevoked,
    KnownError,
    LastPerson,
    LoginTaken,
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
from bmnn_desktop.services.change_passphrase import change_passphrase
from bmnn_desktop.services.change_person import change_person
from bmnn_desktop.services.rekey_person import rekey_person
from bmnn_desktop.services.release_person import release_person
from bmnn_desktop.services.renew_recovery import renew_recovery
from bmnn_desktop.services.revoke_person import revoke_person
from bmnn_desktop.services.second_person import RecoverySheetHolder
from bmnn_desktop.services.session import Role
from bmnn_desktop.store import header
from tests.services.offices import PASSPHRASE, FakeClock, add, cheap_wiring, found
from tests.services.town import FORGOTTEN, HEAD, Town

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
    assert two.keep(two.office.write(renew_recovery, second=two.sign()).result()).sheet
    assert two.is_sound()
    two.office.close()
    with pytest.raises(RecoverySheetForeign):
        cheap_wiring().gate(two.place).recover(old.key, "giu-so", FORGOTTEN)
    two.recover("giu-so")


def test_the_sheet_of_one_alone_renews_itself(town: Town) -> None:
    old = town.sheet
    town.keep(town.office.write(renew_recovery, second=town.paper).result())
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
