"""Ai mở được bản sao lưu: whose keys the last backup was sealed to, and whose it should be now."""

from __future__ import annotations

from dataclasses import dataclass

from bmnn_desktop.services.desk import Desk
from bmnn_desktop.store import backup_readers
from bmnn_desktop.store.rows import Rows

_SHEET = "phiếu khóa khôi phục"


@dataclass(frozen=True, slots=True)
class BackupOpeners:
    """The last backup: who opens it, who still does though he should not, who does not yet."""

    present: tuple[str, ...]
    former: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def words(self) -> str:
        """Say it in sentences, each on a line."""
        who = _SHEET if self.former and not self.present else openers_words(self.present)
        said = [f"Mở được bản sao lưu sau cùng: {who}."]
        if self.former:
            said.append(
                f"Khóa cũ của {', '.join(self.former)} cũng mở được bản đó; "
                "hãy sao lưu lại và giữ riêng các bản cũ."
            )
        if self.missing:
            said.append(
                f"{', '.join(self.missing)} chưa mở được bản đó; bản sao lưu tới sẽ mở được."
            )
        return "\n".join(said)


def look_at_openers(desk: Desk) -> BackupOpeners | None:
    """Return who opens the last backup, None where there is none."""
    number = desk.rows.value("SELECT max(number) FROM backup")
    if number is None:
        return None
    sealed = backup_readers.readers_of(desk.rows, int(number))
    now = backup_readers.readers(desk.rows)
    keys = {one.signer for one in now}
    return BackupOpeners(
        present=tuple(one.name for one in now if one.signer in sealed),
        former=names_of(desk.rows, tuple(row for row in sealed if row not in keys)),
        missing=tuple(one.name for one in now if one.signer not in sealed),
    )


def names_of(rows: Rows, signers: tuple[int, ...]) -> tuple[str, ...]:
    """Return whose keys these are, each name once."""
    return tuple(dict.fromkeys(backup_readers.name_of(rows, row) for row in signers))


def openers_words(names: tuple[str, ...]) -> str:
    """Name those who open a backup, the recovery sheet first."""
    if not names:
        return f"chỉ {_SHEET}"
    return f"{_SHEET}; người xác nhận {', '.join(names)} bằng mật khẩu của mình"
