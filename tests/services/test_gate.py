"""The locked door: founding and unlocking."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bmnn_desktop.errors import (
    FieldsWrong,
    KnownError,
    LoginInvalid,
    LoginTaken,
    PassphraseShared,
    PassphraseTooShort,
    VaultExists,
    VaultInUse,
    VaultMissing,
    WrongPassphrase,
)
from bmnn_desktop.services.new_person import NewPerson
from bmnn_desktop.services.office import Office
from bmnn_desktop.services.open_volume import list_volumes
from bmnn_desktop.services.session import Role
from bmnn_desktop.services.verify_vault import verify_vault
from tests.services.offices import FOUNDING, PASSPHRASE, cheap_wiring, found

_HEAD = NewPerson("truong", "Lê Văn Giả", frozenset({Role.CONFIRMER}), "cau cua truong phong")


def test_the_founder_keeps_the_books_and_the_users(office: Office) -> None:
    assert office.session.roles == {Role.KEEPER, Role.ADMINISTRATOR}
    assert (office.session.login, office.session.name) == ("giu-so", "Trần Thị Thử")
    assert (office.org_name, office.training, office.notices) == ("UBND xã Mẫu", True, ())
    (volume,) = office.read(list_volumes, "outgoing").result()
    assert (volume.year, volume.number, volume.first_no) == (2026, 1, 1)
    assert office.write(verify_vault).result().verdict == "unknown"


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"login": "Giu-so"}, LoginInvalid),
        ({"login": "x"}, LoginInvalid),
        ({"login": "giữ"}, LoginInvalid),
        ({"login": "a" * 33}, LoginInvalid),
        ({"login": "ab\n"}, LoginInvalid),
        ({"passphrase": "x" * 14}, PassphraseTooShort),
        ({"org": " \u200b"}, FieldsWrong),
        ({"name": ""}, FieldsWrong),
        ({"place": ""}, FieldsWrong),
        ({"year": 1944}, FieldsWrong),
        ({"first_no": 100_000}, FieldsWrong),
        ({"duty_phone": "x" * 2001}, FieldsWrong),
        ({"confirmer": replace(_HEAD, login="giu-so")}, LoginTaken),
        ({"confirmer": replace(_HEAD, passphrase=PASSPHRASE)}, PassphraseShared),
    ],
)
def test_a_wrong_founding_leaves_nothing(
    tmp_path: Path, changed: dict[str, object], error: type[KnownError]
) -> None:
    with pytest.raises(error):
        cheap_wiring().gate(tmp_path / "vault").found(replace(FOUNDING, **changed))  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_a_place_with_something_in_it_is_not_founded(tmp_path: Path) -> None:
    (tmp_path / "note.txt").touch()
    with pytest.raises(VaultExists):
        cheap_wiring().gate(tmp_path).found(FOUNDING)
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_one_door_one_key(tmp_path: Path) -> None:
    gate = cheap_wiring().gate(tmp_path / "vault")
    assert not gate.exists()
    with pytest.raises(VaultMissing):
        gate.unlock("giu-so", PASSPHRASE)
    office, _sheet = found(tmp_path / "vault")
    assert (gate.exists(), gate.is_training(), gate.logins()) == (True, True, ("giu-so",))
    with pytest.raises(VaultInUse):
        gate.unlock("giu-so", PASSPHRASE)
    office.close()
    for login, passphrase in (("giu-so", PASSPHRASE + "x"), ("ai-do", PASSPHRASE)):
        with pytest.raises(WrongPassphrase):
            gate.unlock(login, passphrase)
    gate.unlock("giu-so", PASSPHRASE).close()


def test_only_a_training_vault_shows_its_database_key(tmp_path: Path, office: Office) -> None:
    assert len(bytes.fromhex(office.training_database_key())) == 32
    real, _sheet = found(tmp_path / "real", training=False)
    try:
        with pytest.raises(KnownError, match="không có quyền"):
            real.training_database_key()
    finally:
        real.close()
