"""What is done to the unit's sticks; folders play them."""

from __future__ import annotations

from pathlib import Path

from bmnn_desktop.domain.level import Level
from bmnn_desktop.domain.medium import NewMedium, Purpose, Withdrawal
from bmnn_desktop.services.enrol_medium import enrol_medium
from bmnn_desktop.services.read_inward import read_inward
from bmnn_desktop.services.recheck_backup import recheck_backup
from bmnn_desktop.services.withdraw_medium import withdraw_medium
from tests.grades.deed import KEEPERS, MANAGERS, Deed, renewed_words
from tests.grades.stage import Scene

NEW_STICK = NewMedium(Purpose.BACKUP, "02/USB", Level.TUYET_MAT, "Phạm Giữ Đĩa", "Két số 1")


def inward_file(scene: Scene) -> Path:
    """Return a file that lies on a folder which plays an inward stick."""
    path = scene.folder() / "ke-hoach.txt"
    path.write_text("Kế hoạch giả định\n", encoding="utf-8")
    return path


MEDIA_DEEDS: tuple[Deed, ...] = (
    Deed(
        "backup.recheck",
        KEEPERS,
        lambda o, s: o.write(recheck_backup, s.stage.stick),
        lambda s: ["backup", "recheck", "--medium", s.stage.stick],
    ),
    Deed(
        "medium.enrol",
        MANAGERS,
        lambda o, s: o.write(enrol_medium, s.folder(), NEW_STICK, second=s.beside),
        lambda s: [
            *("media", "enrol", s.folder(), "--number", "02/USB", "--level", "Tuyệt mật"),
            *("--custodian", "Phạm Giữ Đĩa", "--keeping", "Két số 1"),
            *(*s.second_words, *renewed_words(s)),
        ],
    ),
    Deed(
        "medium.withdraw",
        MANAGERS,
        lambda o, s: o.write(
            withdraw_medium, "01/USB", Withdrawal.LOST, reason="rơi", second=s.beside
        ),
        lambda s: [
            *("media", "withdraw", "01/USB", "--why", "lost", "--reason", "rơi"),
            *(*s.second_words, *renewed_words(s)),
        ],
    ),
    Deed(
        "inward.read",
        KEEPERS,
        lambda o, s: o.write(read_inward, inward_file(s)),
        lambda s: ["media", "read", inward_file(s)],
    ),
)
