"""The two roots of every error that is not a bug."""

from __future__ import annotations

from typing import ClassVar


class KnownError(Exception):
    """A refusal with a sentence for the user; `exit_code` is what the command line returns."""

    code: ClassVar[str] = ""
    sentence: ClassVar[str] = ""
    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(self.sentence.format(**facts))


class IntegrityError(KnownError):
    """The vault, a backup or a sheet is not what it should be (exit 3)."""

    exit_code = 3


class Cancelled(KnownError):
    code = "K701"
    sentence = "Đã dừng theo yêu cầu; sổ vẫn nguyên như trước."
