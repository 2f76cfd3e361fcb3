"""Connections to SQLite: one that writes, several that cannot, all with the same guarded settings.

Transactions begin where SQLAlchemy says so and nowhere else: ``BEGIN IMMEDIATE`` for the writer,
so that it never has to upgrade a stale snapshot, and plain ``BEGIN`` for readers.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from relate_desktop.domain.errors import ErrorKind, StorageError
from relate_desktop.domain.query_answer import answers, month_day

OLDEST_SQLITE = (3, 51, 3)
"""Older ones can damage a WAL file when two connections write and checkpoint at one moment."""

BUSY_TIMEOUT = 5.0
"""Seconds that a writer waits for its turn."""

_PRAGMAS: dict[str, int | str] = {
    "synchronous": 2,
    "foreign_keys": 1,
    "secure_delete": 1,
    "cell_size_check": 1,
    "mmap_size": 0,
    "temp_store": 2,
    "journal_size_limit": 16 * 1024 * 1024,
}
_WRITER_PRAGMAS: dict[str, int | str] = {"cache_size": -32000, "wal_autocheckpoint": 1000}
# four times as much made no search quicker, and each reader of the idle agent would keep it
_READER_PRAGMAS: dict[str, int | str] = {"cache_size": -4000, "wal_autocheckpoint": 0, "query_only": 1}


def sqlite_version() -> tuple[int, ...]:
    """The version of the SQLite in use."""
    return tuple(int(part) for part in driver.sqlite_version.split("."))


def refuse_old_sqlite(version: tuple[int, ...] | None = None) -> None:
    """Raises StorageError(SQLITE_TOO_OLD) for a SQLite with the WAL-reset fault."""
    found = version or sqlite_version()
    if found < OLDEST_SQLITE:
        raise StorageError(ErrorKind.SQLITE_TOO_OLD, version=".".join(str(part) for part in found))


def writer_engine(path: Path, *, journal_mode: str = "wal", busy_timeout: float = BUSY_TIMEOUT) -> Engine:
    """An engine of exactly one connection that may write; its transactions begin IMMEDIATE."""

    def connect() -> Any:
        connection = _connected(path, busy_timeout)
        _settle(connection, {"journal_mode": journal_mode, **_PRAGMAS, **_WRITER_PRAGMAS})
        return connection

    return _engine(connect, "BEGIN IMMEDIATE", size=1, overflow=0)


def reader_engine(path: Path) -> Engine:
    """An engine whose connections can only read, each transaction one snapshot."""

    def connect() -> Any:
        connection = _connected(path, BUSY_TIMEOUT)
        _settle(connection, {**_PRAGMAS, **_READER_PRAGMAS})
        return connection

    return _engine(connect, "BEGIN", size=3, overflow=5)


def memory_engine() -> Engine:
    """An engine of one connection to an empty book in memory, which any thread may use in turn."""

    def connect() -> Any:
        return _knowing(driver.connect(":memory:", isolation_level=None, check_same_thread=False))

    return _engine(connect, "BEGIN", size=1, overflow=0)


def look(path: Path, *, immutable: bool) -> Any:
    """A bare connection for looking at a file without changing a byte of it.

    ``immutable`` leaves no file beside it either, and must not be used while others write.
    """
    name = quote(str(path.absolute()))
    mode = "immutable=1" if immutable else "mode=ro"
    connection = driver.connect(f"file:{name}?{mode}", uri=True, isolation_level=None, timeout=BUSY_TIMEOUT)
    connection.execute("PRAGMA cell_size_check=1")
    return connection


def raw(connection: Connection) -> Any:
    """The driver's own connection, for the hot paths where Core would cost too much."""
    return connection.connection.dbapi_connection


def _connected(path: Path, timeout: float) -> Any:
    connection = driver.connect(str(path), isolation_level=None, check_same_thread=False, timeout=timeout)
    return _knowing(connection)


def _knowing(connection: Any) -> Any:
    """Has a connection compare what SQLite cannot as people do, with what answers for one person."""
    connection.create_function("answers", 4, answers, deterministic=True)
    connection.create_function("month_day", 1, month_day, deterministic=True)
    return connection


def _settle(connection: Any, pragmas: dict[str, int | str]) -> None:
    """Sets each pragma and reads it back: SQLite ignores in silence what it cannot do."""
    for name, wanted in pragmas.items():
        connection.execute(f"PRAGMA {name}={wanted}").fetchall()
        row = connection.execute(f"PRAGMA {name}").fetchone()
        found = row[0] if row else None
        if found != wanted and not (name == "mmap_size" and found is None):
            connection.close()
            raise StorageError(ErrorKind.DISK_FAILING, pragma=name)


def _engine(connect: Callable[[], Any], begin: str, *, size: int, overflow: int) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver,
        creator=connect,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=overflow,
        pool_timeout=60,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
