"""The desk of the process that signs: it reads the header, never the registers.

It signs one entry, which answers what was shown, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from bmnn_desktop import paths
from bmnn_desktop.errors import (
    AttemptsTampered,
    PinWrong,
    StickReplaced,
    TooManyAttempts,
    WrongPassphrase,
)
from bmnn_desktop.services.act_words import ActInWords, in_words
from bmnn_desktop.services.signing_talk import Request, TalkError
from bmnn_desktop.store import canonical, header, stick
from bmnn_desktop.store.attempts import Attempts, Boot, this_boot
from bmnn_desktop.store.entry import SIGNATURE_DOMAIN, Kind
from bmnn_desktop.store.keys import SigningKey
from bmnn_desktop.store.slots import Slot


class SigningDesk:
    """One request, answered once. Wrong secrets are counted apart from those of the door.

    That their counter was tampered with stays written in it: the vault's next opening journals it.
    """

    def __init__(self, request: Request, boot: Callable[[], Boot] = this_boot) -> None:
        """Raise TalkError for a request about another vault, HeaderDamaged, VaultMissing."""
        self._asked = request.asked
        self._header = header.read(request.place).header
        if self._header.store != self._asked.store:
            raise TalkError
        self.login = request.login
        self._attempts = Attempts(
            request.place, boot, paths.SIGN_ATTEMPTS, is_expected=self._header.counted
        )
        self._unlocked: tuple[Slot, SigningKey] | None = None

    @property
    def acts(self) -> tuple[ActInWords, ...]:
        """Return what is to be signed, in words."""
        return tuple(in_words(told) for told in self._asked.told)

    @property
    def is_confirmation(self) -> bool:
        """Tell whether acts are confirmed that took effect; else a proposal is answered."""
        return self._asked.kind is Kind.CONFIRM

    @property
    def rejection(self) -> str | None:
        """Return the reason with which the proposal is rejected; None: it is not."""
        return self._asked.reason

    @property
    def has_stick(self) -> bool:
        """Tell whether the person may sign with a stick."""
        return any(slot.is_stick and slot.login == self.login for slot in self._header.slots)

    @property
    def has_passphrase(self) -> bool:
        """Tell whether the person may sign with a passphrase."""
        slots = self._header.slots
        return any(slot.is_passphrase and slot.login == self.login for slot in slots)

    @property
    def ready(self) -> dict[str, object]:
        """Return the line that says who will sign; only after unlocking."""
        slot, key = self._key()
        return {"ready": {"signer": slot.signer, "public": key.public}}

    def refusal(self) -> TooManyAttempts | AttemptsTampered | None:
        """Return why the next secret is refused and how long, None when it is not."""
        return self._attempts.refusal()

    def unlock_passphrase(self, passphrase: str) -> None:
        """Unlock the seed of the person's login.

        Raises TooManyAttempts, WrongPassphrase, PlaceReadOnly, DiskFull.
        """
        self._attempts.begin()
        _root, seed, slot = self._header.unlock(self.login, passphrase)
        self._attempts.succeed()
        self._unlocked = (slot, SigningKey(seed))

    def unlock_stick(self, place: Path, pin: str) -> None:
        """Unlock the seed of a stick: its key file, or the directory where it lies.

        Raises StickUnreadable, StickForeign, StickReplaced, which cost no attempt; TooManyAttempts,
        PinWrong, PlaceReadOnly, DiskFull.
        """
        path = place / stick.NAME if place.is_dir() else place
        found = stick.read(path, self._header.store)
        if self._header.stick(self.login, found.signer) is None:
            raise StickReplaced
        self._attempts.begin()
        try:
            seed, slot = self._header.unlock_stick(self.login, found.signer, pin, found.secret)
        except WrongPassphrase:
            raise PinWrong from None
        self._attempts.succeed()
        self._unlocked = (slot, SigningKey(seed))

    def sign(self, line: Mapping[str, Any]) -> dict[str, object]:
        """Return the line with the signature of the one entry that answers; raise TalkError."""
        slot, key = self._key()
        try:
            content, salt = line["content"], line["salt"]
            is_it = self._asked.is_answered_by(
                content,
                None if salt is None else bytes.fromhex(salt),
                signer=slot.signer,
                generation=self._header.generation,
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise TalkError from error
        if not is_it:
            raise TalkError
        self._unlocked = None
        return {"signature": key.sign(SIGNATURE_DOMAIN + canonical.entry_hash(content)).hex()}

    def _key(self) -> tuple[Slot, SigningKey]:
        if self._unlocked is None:
            raise TalkError
        return self._unlocked
