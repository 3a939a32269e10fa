"""The keys that one act brings: each gets its row at once, its slot just before the commit."""

from __future__ import annotations

from collections.abc import Callable

from bmnn_desktop.store import keys
from bmnn_desktop.store.act import Act
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.journal import Signer
from bmnn_desktop.store.keys import Kdf, SigningKey
from bmnn_desktop.store.slots import Slot
from bmnn_desktop.store.vault import Writing


class NewKeys:
    """What is given in an act that is proposed and approved in one transaction.

    `write_slots` stands between the signatures and the commit: a power cut before the commit leaves
    a slot without a key, which the next opening drops; after it, an old slot, which goes as well.
    """

    def __init__(self, writing: Writing, act: Act) -> None:
        self._writing = writing
        self._act = act
        self._slots: list[Callable[[Header, bytes], Header]] = []

    def give(self, person: int, login: str, passphrase: str, kdf: Kdf) -> Signer:
        """Give a person a key behind a passphrase."""
        seed = keys.new_secret()
        signer = self._admit(person, seed)
        self._slots.append(
            lambda head, root: head.with_passphrase(
                login, signer.row, passphrase, kdf, root=root, seed=seed
            )
        )
        return signer

    def give_recovery(self, recovery: bytes) -> Signer:
        """Give the vault another recovery key, in place of the one it has."""
        self._retire("person_id IS NULL", ())
        signer = self._admit(None, keys.recovery_seed(recovery))
        self._slots.append(lambda head, root: head.with_recovery(signer.row, recovery, root))
        return signer

    def give_stick(self, person: int, public: str, slot: Slot) -> None:
        """Give a person a key on a stick that was made for its row, in place of an older one."""
        self._retire("person_id = ? AND is_stick = 1", (person,))
        if self._insert(person, public, is_stick=True) != slot.signer:
            msg = "the stick was made for another row"
            raise RuntimeError(msg)
        self._slots.append(lambda head, _root: head.with_stick(slot))

    def retire(self, person: int) -> None:
        """Retire every key that a person has, on a stick too."""
        self._retire("person_id = ?", (person,))

    def write_slots(self) -> None:
        """Write the header with every slot given."""
        if self._slots:
            self._writing.change_header(self.with_slots)

    def with_slots(self, head: Header, root: bytes) -> Header:
        """Return the header with every slot given."""
        for change in self._slots:
            head = change(head, root)
        return head

    def _admit(self, person: int | None, seed: bytes) -> Signer:
        key = SigningKey(seed)
        return Signer(self._insert(person, key.public), key)

    def _insert(self, person: int | None, public: str, *, is_stick: bool = False) -> int:
        return self._act.insert(
            "signer", person_id=person, public_key=public, retired=0, is_stick=int(is_stick)
        )

    def _retire(self, whose: str, parameters: tuple[int, ...]) -> None:
        found = self._act.rows.all(
            f"SELECT id FROM signer WHERE retired = 0 AND {whose}",  # noqa: S608
            parameters,
        )
        for (row,) in found:
            self._act.update("signer", row, retired=1)
