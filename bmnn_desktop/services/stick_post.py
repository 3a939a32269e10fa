"""The stick-making process's end of the talk with the program that started it."""

from __future__ import annotations

from io import RawIOBase

from bmnn_desktop import program
from bmnn_desktop.errors import KnownError
from bmnn_desktop.services import signing_talk as talk
from bmnn_desktop.services.signing_talk import Ear, TalkError
from bmnn_desktop.services.stick_order import StickKey, StickOrder, read_order


class StickPost:
    """Hears one order and says one answer."""

    def __init__(self, hears: RawIOBase, says: RawIOBase) -> None:
        self._ear = Ear(hears)
        self._says = says

    @classmethod
    def at_standard_streams(cls) -> StickPost:
        """Return the post of a process that was started for it; nothing else prints there."""
        return cls(*program.standard_streams())

    def order(self) -> StickOrder | None:
        """Hear the order; None: there is nothing to make here."""
        try:
            return read_order(self._ear.hear(talk.LONGEST_ENTRY))
        except TalkError:
            return None

    def give(self, order: StickOrder, key: StickKey) -> bool:
        """Give what was made; where nobody is there any more, the key file goes."""
        try:
            talk.say(self._says, talk.encode(key.to_json()))
        except TalkError:
            order.path.unlink(missing_ok=True)
            return False
        return True

    def refuse(self, error: KnownError) -> None:
        """Pass a refusal on."""
        try:
            talk.say(self._says, talk.encode(talk.refusal(error)))
        except TalkError:
            return  # nobody is there to be told

    def wait(self) -> None:
        """Return when the program that ordered is gone: it says nothing more."""
        try:
            self._ear.hear(1)
        except TalkError:
            return
