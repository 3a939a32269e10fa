"""An unlocked vault at work: runs services on the vault's threads for both front ends."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from bmnn_desktop.domain.clock import Clock
from bmnn_desktop.errors import NotAllowed, VaultDamaged
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.session import Session, read_roles
from bmnn_desktop.services.signed_apart import SecretFiles, SignedApart
from bmnn_desktop.services.working_day import WorkingDay
from bmnn_desktop.store import people
from bmnn_desktop.store.vault import Reading, Vault, Writing

P = ParamSpec("P")
T = TypeVar("T")


class Office:
    """The open vault of one session; `close` locks it."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock
        self.day = WorkingDay(clock)
        person, organisation = vault.read(self._look_up).result()
        self.session = Session(
            person.id, person.login, person.name, read_roles(person.roles), vault.signer.row
        )
        self.org_name = organisation.name
        self.training = vault.header.training
        self.place: Path = vault.place
        self.notices = vault.notices
        self._asked_apart: list[SignedApart] = []

    def read(
        self, service: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Run a reading service on the reader's thread."""

        def work(reading: Reading) -> T:
            desk = Desk(
                reading.rows, self.session, self._clock, self.day, self.place, self.training
            )
            return service(desk, *args, **kwargs)

        return self._vault.read(work)

    def write(
        self, service: Callable[Concatenate[WritingDesk, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Run a writing service on the writer's thread."""

        def work(writing: Writing) -> T:
            desk = WritingDesk(
                writing.rows,
                self.session,
                self._clock,
                self.day,
                self.place,
                self.training,
                writing,
                self._vault,
            )
            return service(desk, *args, **kwargs)

        return self._vault.write(work)

    def second_person(self, login: str, files: SecretFiles | None = None) -> SignedApart:
        """Return somebody who signs in a process of his own; a lock does not wait for him."""
        apart = SignedApart(self.place, login, files)
        self._asked_apart.append(apart)
        return apart

    def stop_read(self, read: Future[Any]) -> None:
        """Stop a read that nobody wants any more: it gets Cancelled, every other goes on."""
        self._vault.stop_read(read)

    def training_database_key(self) -> str:
        """Return the database key of a training vault in hex; raise NotAllowed for a real one."""
        if not self.training:
            raise NotAllowed
        return self._vault.database_key

    def close(self) -> None:
        """Finish the writer, close both connections, free the lock file."""
        for apart in self._asked_apart:
            apart.give_up()
        self._vault.close()

    def _look_up(self, reading: Reading) -> tuple[people.Person, people.Organisation]:
        person = people.behind_signer(reading.rows, self._vault.signer.row)
        if person is None:
            raise VaultDamaged
        self.day.look_up(reading.rows)
        return person, people.organisation(reading.rows, self.day.today())
