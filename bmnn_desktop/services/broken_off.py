"""What a lock broke off is said after the next unlocking: nobody believes in a backup that is not.

The note is written on the vault's own writer, after the work it speaks of has ended there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from enum import Enum

from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.settings import read_setting, write_setting

_NAME = "lock.broken_off"
_WORKS = "works"
_FORMS = "forms"


class Work(Enum):
    """Long work that a lock breaks off; the value is what the vault stores."""

    BACKUP = "backup"
    PRINT = "print"
    VERIFICATION = "verification"
    NEW_KEYS = "new keys"
    SIGNATURE = "signature"  # of a second person


_SENTENCES = {
    Work.BACKUP: (
        "Lần sao lưu đang làm dở đã dừng khi khóa; chưa có bản sao lưu mới nào được ghi. "
        "Hãy sao lưu lại."
    ),
    Work.PRINT: (
        "Lần in đang làm dở đã dừng khi khóa; không có tờ nào ra, các dòng vẫn là chưa in."
    ),
    Work.VERIFICATION: (
        "Lần kiểm tra tính toàn vẹn của sổ đang làm dở đã dừng khi khóa; chưa có kết luận."
    ),
    Work.NEW_KEYS: (
        "Việc đổi toàn bộ khóa đang làm dở đã dừng khi khóa; khóa vẫn như cũ. Hãy làm lại."
    ),
    Work.SIGNATURE: (
        "Người thứ hai đang được hỏi chữ ký khi khóa: chưa xác nhận gì, việc ấy vẫn chờ xác nhận."
    ),
}


def note_broken_off(
    desk: WritingDesk, works: Callable[[], Sequence[Work]], forms: Sequence[str]
) -> None:
    """Note work that did not end, and the titles of forms whose text was not kept."""
    broken = list(dict.fromkeys(work.value for work in works()))
    if broken or forms:
        note = {_WORKS: broken, _FORMS: list(forms)}
        write_setting(desk, _NAME, json.dumps(note, ensure_ascii=False))


def take_broken_off(desk: WritingDesk) -> tuple[str, ...]:
    """Return the sentences of the last lock, once."""
    stored = read_setting(desk, _NAME)
    if not stored:
        return ()
    write_setting(desk, _NAME, "")
    note = json.loads(stored)
    known = {work.value: sentence for work, sentence in _SENTENCES.items()}
    works = [known[work] for work in note[_WORKS] if work in known]
    forms = [
        f"Hộp “{title}” đang mở khi khóa: nội dung gõ trong hộp đó chưa được ghi."
        for title in note[_FORMS]
    ]
    return (*works, *forms)
