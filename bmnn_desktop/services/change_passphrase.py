"""Tự đổi mật khẩu: the old one is asked again, the key stays the same."""

from __future__ import annotations

import contextlib

from bmnn_desktop.errors import KnownError, OldPassphraseWrong, PassphraseSame, WrongPassphrase
from bmnn_desktop.services.desk import WritingDesk
from bmnn_desktop.services.new_person import check_passphrase
from bmnn_desktop.store.attempts import Attempts
from bmnn_desktop.store.header import Header


def change_passphrase(desk: WritingDesk, old: str, new: str) -> int:
    """Put the own key behind another passphrase and return the entry; the old one opens no more.

    Neither half of the header keeps it; a copy of the header made before still does, and only a
    new generation of keys ends that. A power cut between header and journal leaves the new one
    without an entry, never both. A wrong old passphrase counts like a failed unlocking. Raises
    OldPassphraseWrong, TooManyAttempts, PassphraseTooShort, PassphraseSame, KeyRevoked.
    """
    desk.journal.check_own()
    session, before = desk.session, desk.vault.header
    attempts = Attempts(desk.place, is_expected=desk.vault.header.counted)
    attempts.begin()
    try:
        _root, seed, slot = before.unlock(session.login, old)
    except WrongPassphrase:
        raise OldPassphraseWrong from None
    attempts.succeed()
    check_passphrase(new)
    if new == old:
        raise PassphraseSame

    def with_new(head: Header, root: bytes) -> Header:
        return head.with_passphrase(
            session.login, slot.signer, new, slot.kdf or head.kdf, root=root, seed=seed
        )

    try:
        with desk.journal.write("person.passphrase") as act:
            desk.writing.change_header(with_new)
    except BaseException:
        with contextlib.suppress(KnownError):
            desk.writing.change_header(lambda head, _root: head.with_slots(before.slots))
        raise
    return act.seq
