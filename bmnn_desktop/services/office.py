"""An unlocked vault at work: runs services on the vault's threads for both front ends."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from bmnn_desktop.domain.clock import VIETNAM, Clock
from bmnn_desktop.errors import KnownError, NotAllowed, VaultDamaged
from bmnn_desktop.media.port import UsbPort
from bmnn_desktop.services.desk import Desk, WritingDesk
from bmnn_desktop.services.inspection import close_inspection, end_left_inspection, note_looks
from bmnn_desktop.services.session import Session, read_roles
from bmnn_desktop.services.signed_apart import SecretFiles, SignedApart
from bmnn_desktop.services.stick_apart import StickApart
from bmnn_desktop.services.working_day import WorkingDay
from bmnn_desktop.store import people
from bmnn_desktop.store.vault import Reading, Vault, Writing

P = ParamSpec("P")
T = TypeVar("T")
_LEFT = (
    "Phiên kiểm tra lần trước chưa kết thúc khi kho sổ đóng lại; đã ghi kết thúc lúc {moment}, "
    "là lần xem sau cùng."
)


class Office:
    """The open vault of one session; `close` locks it."""

    def __init__(
        self, vault: Vault, clock: Clock, usb: UsbPort, *, is_command: bool = False
    ) -> None:
        self._vault = vault
        self._clock = clock
        self._usb = usb
        self.day = WorkingDay(clock)
        person, organisation = vault.read(self._look_up).result()
        self.session = Session(
            person.id, person.login, person.name, read_roles(person.roles), vault.signer.row
        )
        self.org_name = organisation.name
        self.training = vault.header.training
        self.place: Path = vault.place
        self.notices = vault.notices
        self._asked_apart: list[SignedApart | StickApart] = []
        self._settle_inspection(is_command=is_command)

    def read(
        self, service: Callable[Concatenate[Desk, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Run a reading service on the reader's thread."""

        def work(reading: Reading) -> T:
            desk = Desk(
                reading.rows,
                self.session,
                self._clock,
                self.day,
                self.place,
                self.training,
                self._usb,
            )
            found = service(desk, *args, **kwargs)
            if self.session.guest.inspection is not None:
                self._record(desk, service, args, kwargs)
            return found

        return self._vault.read(work)

    def write(
        self, service: Callable[Concatenate[WritingDesk, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Future[T]:
        """Run a writing service on the writer's thread; for a guest only what is open to him.

        The future may carry InspectionUnderWay.
        """

        def work(writing: Writing) -> T:
            self.session.guest.check(service)
            desk = WritingDesk(
                writing.rows,
                self.session,
                self._clock,
                self.day,
                self.place,
                self.training,
                self._usb,
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

    def stick_maker(self, pin_file: Path | None = None) -> StickApart:
        """Return what makes a stick in a process of its own; a lock does not wait for it."""
        apart = StickApart(pin_file)
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
        """Finish the writer, close both connections, free the lock file.

        A guest session of this process ends with it; if that fails the next unlocking ends it.
        """
        for apart in self._asked_apart:
            apart.give_up()
        inspection = self.session.guest.inspection
        if inspection is not None and not inspection.by_command:
            with contextlib.suppress(KnownError):
                self.write(close_inspection).result()
        self._vault.close()

    def _settle_inspection(self, *, is_command: bool) -> None:
        """End what another process left open, or carry it on; never keep the owner out."""
        try:
            ended = self.write(end_left_inspection, is_command=is_command).result()
        except KnownError as error:  # a full disk: the next unlocking tries again
            self.notices += (str(error),)
        else:
            if ended is not None:
                self.notices += (_LEFT.format(moment=_moment(ended.closed_at)),)

    def _record(
        self,
        desk: Desk,
        service: Callable[..., object],
        args: Sequence[object],
        kwargs: Mapping[str, object],
    ) -> None:
        """Journal what the guest opened before he sees it."""
        # Loaded when wanted: an inspector comes once a year.
        from bmnn_desktop.services.looks import looks_of  # noqa: PLC0415

        looks = self.session.guest.unseen(looks_of(desk, service, args, kwargs))
        if looks:
            self.write(note_looks, looks).result()

    def _look_up(self, reading: Reading) -> tuple[people.Person, people.Organisation]:
        person = people.behind_signer(reading.rows, self._vault.signer.row)
        if person is None:
            raise VaultDamaged
        self.day.look_up(reading.rows)
        return person, people.organisation(reading.rows, self.day.today())


def _moment(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}"
