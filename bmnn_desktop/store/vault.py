"""An open vault: one thread that writes, one that reads, a lock file, a journal."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, TypeVar

from sqlcipher3 import dbapi2 as sqlcipher

from bmnn_desktop import paths
from bmnn_desktop.domain.anchor import Anchor
from bmnn_desktop.domain.clock import Clock
from bmnn_desktop.errors import Cancelled, GenerationOver, KnownError, SwitchUnfinished, VaultBusy
from bmnn_desktop.store import connection as connections
from bmnn_desktop.store import generation, keys, remembered, search, settings, snapshot
from bmnn_desktop.store import header as headers
from bmnn_desktop.store.asked import EntrySigner
from bmnn_desktop.store.entry import Change
from bmnn_desktop.store.failures import code_of, is_mere
from bmnn_desktop.store.header import Header
from bmnn_desktop.store.journal import Journal, Signer
from bmnn_desktop.store.lock_file import LockFile
from bmnn_desktop.store.rows import Rows
from bmnn_desktop.store.schema import Schema
from bmnn_desktop.store.verify import Verdict, verify
from bmnn_desktop.store.worker import Worker

T = TypeVar("T")
_READER_PATIENCE = 2.0  # seconds the writer waits for a reader it interrupted
_INTERRUPT_AGAIN = 0.05  # seconds; an interrupt that finds no statement is lost


class Reading:
    """The reader's seat: its connection refuses every write."""

    def __init__(self, connection: sqlcipher.Connection) -> None:
        connections.guard(connection, writes=False)
        self.connection = connection
        self.rows = Rows(connection)


class Writing:
    """The writer's seat: the journal, and what needs the vault to stand still."""

    def __init__(self, vault: Vault, connection: sqlcipher.Connection) -> None:
        self._vault = vault
        # A commit that meets a reader is not to wait for it but to interrupt it once more.
        connection.execute(f"PRAGMA busy_timeout = {int(_INTERRUPT_AGAIN * 1000)}")
        self.connection = connection
        self.rows = Rows(connection)
        self.journal = Journal(
            connection,
            connections.guard(connection, writes=True),
            store=vault.header.store,
            generation=vault.header.generation,
            signer=vault.signer,
            clock=vault.clock,
            commit=vault.commit,
            refresh=_refresh,
        )

    def change_header(self, change: Callable[[Header, bytes], Header]) -> None:
        """Write the header that `change` makes of the present one and the root key.

        A slot is written before its key is journalled and dropped afterwards; what a power cut
        leaves between the two is mended at the next opening.
        """
        self._vault.change_header(change)
        # Not known yet, an older header put back would pass once; the change itself stands.
        if not self.connection.in_transaction:
            with contextlib.suppress(KnownError), self.local() as connection:
                settings.put(connection, headers.SEQUENCE, str(self._vault.header.sequence))

    def begin_generation(
        self,
        second: EntrySigner,
        reason: str,
        progress: generation.Progress,
        renewal: generation.Renewal | None = None,
    ) -> Header:
        """Change every key of the vault; `second` approves. Nothing is written after it.

        Raises what `generation.draft` raises, with the vault as it was; SwitchUnfinished.
        """
        return self._vault.begin_generation(self.connection, second, reason, progress, renewal)

    @contextlib.contextmanager
    def header_following(self) -> Iterator[None]:
        """Let the header follow the journal, whether what is done here succeeds or not.

        Slots of keys that may not sign go: those of an act that failed, those that it retired.
        """
        try:
            yield
        finally:  # what cannot be done now is done at the next opening
            with contextlib.suppress(KnownError, sqlcipher.Error):
                found = self.rows.all("SELECT id FROM signer WHERE retired = 0")
                active = {row[0] for row in found}
                if any(slot.signer not in active for slot in self._vault.header.slots):
                    self.change_header(lambda head, _root: head.with_only(active))

    @contextlib.contextmanager
    def local(self) -> Iterator[sqlcipher.Connection]:
        """Open a transaction on the local tables; committed at the end."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield self.connection
            self._vault.commit(self.connection)
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def verify(self, anchors: Sequence[Anchor], progress: Callable[[float], None]) -> Verdict:
        """Verify the whole vault; saves queue meanwhile."""
        return verify(
            self.connection,
            self._vault.path,
            self._vault.database_key,
            store=self._vault.header.store,
            schema=self._vault.schema,
            anchors=anchors,
            progress=progress,
        )

    def snapshot(
        self, progress: Callable[[float], None]
    ) -> AbstractContextManager[snapshot.Snapshot]:
        """Copy the database under a fresh key; saves queue meanwhile."""
        return snapshot.take(
            self.connection, self._vault.place, self._vault.schema.version, progress
        )


class Vault:
    """An unlocked vault. `opening` makes one; `close` gives everything back."""

    def __init__(
        self,
        place: Path,
        header: Header,
        root: bytes,
        signer: Signer,
        *,
        schema: Schema,
        clock: Clock,
        lock: LockFile,
        notices: tuple[str, ...],
    ) -> None:
        self.place = place
        self.path = place / paths.REGISTER
        self.header = header
        self.signer = signer
        self.schema = schema
        self.clock = clock
        self.notices = notices
        self._root = root
        self._lock = lock
        self._reads: dict[Future[Any], threading.Event] = {}  # set: nobody wants it any more
        self._is_closing = False
        self._interrupts = 0
        self._is_over = False  # the header may be of the next generation
        self._successor: generation.Successor | None = None
        self._reader: Worker[Reading] | None = None
        self._reading: Reading | None = None
        self._at_reader = threading.Lock()
        self._writer = Worker("vault writer", lambda: Writing(self, self._open()), _drop)
        try:
            self._writer.wait_ready()
            self._reader = Worker("vault reader", self._make_reading, self._drop_reading)
            self._reader.wait_ready()
        except BaseException:
            self.close()
            raise

    @property
    def database_key(self) -> str:
        """Return the 64 hex digits of the database key (shown for training vaults only)."""
        return keys.database_key(self._root)

    @property
    def medium_key(self) -> bytes:
        """Return the key of the MAC on enrolled media; other keys, other tokens."""
        return keys.medium_key(self._root)

    def write(self, work: Callable[[Writing], T]) -> Future[T]:
        """Run `work` on the writer's thread; it gets GenerationOver once the keys were changed."""

        def unless_over(writing: Writing) -> T:
            if self._is_over:
                raise GenerationOver
            return work(writing)

        return self._writer.submit(unless_over)

    def read(self, work: Callable[[Reading], T]) -> Future[T]:
        """Run `work` on the reader's thread; once more when the writer interrupted it."""
        if self._reader is None:
            msg = "the vault is closed"
            raise RuntimeError(msg)
        unwanted = threading.Event()
        future = self._reader.submit(lambda reading: self._read_patiently(reading, work, unwanted))
        self._reads[future] = unwanted
        future.add_done_callback(self._reads.pop)
        return future

    def stop_read(self, read: Future[Any]) -> None:
        """Stop a read that nobody wants any more: it gets Cancelled, every other goes on."""
        unwanted = self._reads.get(read)
        if unwanted is not None and not read.cancel():
            unwanted.set()
            self._interrupt_reader()

    def close(self) -> None:
        """Stop reading, finish what is queued to write, close both connections, free the lock.

        Puts the register of the next generation in its place; raises SwitchUnfinished when that
        cannot be done now.
        """
        self._is_closing = True
        if self._reader is not None:
            self._interrupt_reader()
            while not self._reader.stop(_INTERRUPT_AGAIN):  # it may have been between statements
                self._interrupt_reader()
            self._reader = None
        self._writer.stop()
        made, self._successor = self._successor, None
        try:
            if made is not None:
                generation.settle(self.place, made.header, made.root)
        except (KnownError, OSError) as error:
            raise SwitchUnfinished from error
        finally:
            self._lock.release()

    def commit(self, connection: sqlcipher.Connection) -> None:
        """Commit; a reader in mid-statement would refuse it, so it is interrupted."""
        deadline = time.monotonic() + _READER_PATIENCE
        while True:
            self._interrupt_reader()
            try:
                connection.execute("COMMIT")
            except sqlcipher.OperationalError as error:
                if code_of(error) != sqlcipher.SQLITE_BUSY:
                    raise
                if time.monotonic() > deadline:
                    raise VaultBusy from error
            else:
                return

    def change_header(self, change: Callable[[Header, bytes], Header]) -> None:
        """Write the header that `change` makes; only on the writer's thread."""
        made = change(self.header, self._root)
        headers.write(self.place, made, self._root)
        self.header = made

    def begin_generation(
        self,
        connection: sqlcipher.Connection,
        second: EntrySigner,
        reason: str,
        progress: generation.Progress,
        renewal: generation.Renewal | None,
    ) -> Header:
        """Switch to a new generation of keys; only on the writer's thread.

        The vault does not go on with the new register: a job that waits behind this one would
        write into the old one, Windows replaces no open file, and the old root key can be got out
        of memory only with the process. So it refuses to write, and is to be closed.
        """
        headers.write(self.place, self.header, self._root)  # a half may have rotted
        made = generation.draft(
            connection,
            self.place,
            self.header,
            signer=self.signer,
            second=second,
            reason=reason,
            schema=self.schema,
            clock=self.clock,
            progress=progress,
            renewal=renewal,
        )
        self._is_over = True
        try:
            generation.switch(self.place, made)
        except (KnownError, OSError) as error:
            raise SwitchUnfinished from error
        self._successor = made
        return made.header

    def _open(self) -> sqlcipher.Connection:
        return connections.open_database(self.path, keys.database_key(self._root))

    def _make_reading(self) -> Reading:
        self._reading = Reading(self._open())
        return self._reading

    def _drop_reading(self, reading: Reading) -> None:
        with self._at_reader:  # a closed connection cannot be interrupted
            self._reading = None
            reading.connection.close()

    def _interrupt_reader(self) -> None:
        with self._at_reader:
            if self._reading is not None:
                self._interrupts += 1
                self._reading.connection.interrupt()

    def _read_patiently(
        self, reading: Reading, work: Callable[[Reading], T], unwanted: threading.Event
    ) -> T:
        """Read once more when the interrupt was meant for another: a commit, an unwanted read.

        One that meets SQLite while it reads a statement or opens the search index comes out as a
        mere error, of whatever words.
        """
        while True:
            before = self._interrupts
            try:
                return work(reading)
            except sqlcipher.OperationalError as error:
                was_sent = self._interrupts != before
                code = code_of(error)
                if code != sqlcipher.SQLITE_INTERRUPT and not (was_sent and is_mere(code)):
                    raise
                if unwanted.is_set() or self._is_closing:
                    raise Cancelled from error


def _refresh(connection: sqlcipher.Connection, changes: Sequence[Change]) -> None:
    """Bring the local tables that follow the registers up to date, in the act's transaction."""
    search.refresh(connection, changes)
    remembered.learn(connection, changes)


def _drop(seat: Writing) -> None:
    seat.connection.close()
