"""The signing process's end of the talk with the program that started it."""

from __future__ import annotations

from io import RawIOBase

from bmnn_desktop import program
from bmnn_desktop.errors import KnownError
from bmnn_desktop.services import signing_talk as talk
from bmnn_desktop.services.signing_desk import SigningDesk
from bmnn_desktop.services.signing_talk import Ear, Request, TalkError


class SigningPost:
    """Hears one request, says one answer, and signs once at most."""

    def __init__(self, hears: RawIOBase, says: RawIOBase) -> None:
        self._ear = Ear(hears)
        self._says = says
        self.request: Request | None = None

    @classmethod
    def at_standard_streams(cls) -> SigningPost:
        """Return the post of a process that was started for it; nothing else prints there."""
        return cls(*program.standard_streams())

    def desk(self) -> SigningDesk | None:
        """Hear the request and return the desk for it; None: there is nothing to sign here."""
        try:
            self.request = talk.read_request(self._ear.hear(talk.LONGEST_ASKED))
            return SigningDesk(self.request)
        except TalkError:
            return None
        except KnownError as error:
            self.refuse(error)
            return None

    def refuse(self, error: KnownError) -> None:
        """Pass a refusal on."""
        self._say(talk.refusal(error))

    def is_ready(self, desk: SigningDesk) -> None:
        """Say who will sign, once the secret was right."""
        self._say(desk.ready)

    def answer(self, desk: SigningDesk) -> bool:
        """Wait for the entry and sign it; tell whether one came, and the one that was shown.

        Returns as well when the program that asked is gone.
        """
        try:
            self._say(desk.sign(self._ear.hear(talk.LONGEST_ENTRY)))
        except TalkError:
            return False
        return True

    def _say(self, line: dict[str, object]) -> None:
        try:
            talk.say(self._says, talk.encode(line))
        except TalkError:
            return  # hearing will tell that nobody is there
