"""Where the vault lies on disk when the user names no place."""

from __future__ import annotations

from pathlib import Path

REGISTER = "register.db"
HEADERS = ("keys.a", "keys.b")
ATTEMPTS = "attempts"
SIGN_ATTEMPTS = "attempts.sign"  # of the second signature: the door's success clears none
LOCK = "lock"
SNAPSHOT = "snapshot.tmp"
NEXT = "register.next"  # the register under the next generation of keys, until it is in its place


def before_upgrade(vault: Path) -> Path:
    """Return the folder beside a vault for the copy that is made before the vault is migrated."""
    return vault.with_name(vault.name + "-truoc-nang-cap")


def default_vault() -> Path:
    """Return the directory of this user's vault; it need not exist."""
    import platformdirs  # noqa: PLC0415  (30 ms, for those who name no place)

    return Path(platformdirs.user_data_dir("bmnn-desktop", appauthor=False)) / "vault"
