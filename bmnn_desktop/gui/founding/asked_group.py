"""Which group of a copied recovery sheet is asked back."""

from __future__ import annotations

from bmnn_desktop.domain import crockford
from bmnn_desktop.domain.recovery_sheet import RecoverySheet


def where(sheet: RecoverySheet, asked: int) -> str:
    """Say where on the sheet the group of the key stands; the key's lines are last."""
    label, groups = sheet.lines[-1]
    line, group = divmod(asked, len(groups))
    first = len(sheet.lines) - sum(name == label for name, _groups in sheet.lines) + 1
    return f"Gõ lại nhóm thứ {group + 1} của dòng {first + line}"


def is_group(sheet: RecoverySheet, asked: int, typed: str) -> bool:
    """Tell whether `typed` is that group, as a person may write it."""
    read = crockford.decode(crockford.strip(typed))
    return read is not None and read == crockford.decode(sheet.groups[asked])
