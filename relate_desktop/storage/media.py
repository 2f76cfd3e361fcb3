"""``media.db``: pictures, sounds and keys, each once by the SHA-256 of its content.

Content is written and committed before the row that names it, and never overwritten, so a
crash between the two leaves at worst content that nobody names.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

from sqlalchemy import Connection, Engine, RootTransaction

from relate_desktop.domain.draft import Media
from relate_desktop.domain.errors import BookDamagedError, BookNewerError, ErrorKind
from relate_desktop.domain.ids import MediaHash
from relate_desktop.storage.engine import raw, reader_engine, writer_engine
from relate_desktop.storage.permissions import ensure_file

NAME = "media.db"
APPLICATION_ID = 0x52454C4D
VERSION = 1
_TABLE = (
    "CREATE TABLE media (id INTEGER PRIMARY KEY AUTOINCREMENT, hash BLOB NOT NULL UNIQUE, "
    "media_type TEXT NOT NULL, content BLOB NOT NULL)"
)
_INSERT = "INSERT OR IGNORE INTO media (hash, media_type, content) VALUES (?,?,?)"


class MediaReader(Protocol):
    """Media as readers of a book see it."""

    def find(self, media: MediaHash) -> Media | None:
        """The content of that hash, or None."""
        ...

    def get(self, media: MediaHash) -> Media:
        """The content of that hash; raises LookupError when it is not there."""
        ...


class MediaStore:
    """The media file of one open book."""

    def __init__(self, folder: Path, journal_mode: str) -> None:
        self.path = folder / NAME
        ensure_file(self.path)
        self._writer = writer_engine(self.path, journal_mode=journal_mode)
        self._readers = reader_engine(self.path)
        try:
            self._settle()
        except BaseException:
            self.close()
            raise

    def write(self) -> "MediaWriter":
        """A writer whose transaction begins with the first thing added."""
        return MediaWriter(self._writer)

    def find(self, media: MediaHash) -> Media | None:
        """The content of that hash, or None."""
        with self._readers.begin() as connection:
            row = (
                raw(connection)
                .execute("SELECT media_type, content FROM media WHERE hash=?", (bytes.fromhex(media),))
                .fetchone()
            )
        return Media(media, row[0], row[1]) if row else None

    def get(self, media: MediaHash) -> Media:
        """The content of that hash; raises LookupError when it is not there."""
        found = self.find(media)
        if found is None:
            raise LookupError(media)
        return found

    def hashes(self) -> set[str]:
        """The hash of everything kept."""
        with self._readers.begin() as connection:
            return {row[0] for row in raw(connection).execute("SELECT lower(hex(hash)) FROM media")}

    def damaged(self) -> list[str]:
        """The hashes whose content is no longer what it was, and SQLite's own complaints."""
        with self._readers.begin() as connection:
            plain = raw(connection)
            found = [row[0] for row in plain.execute("PRAGMA quick_check") if row[0] != "ok"]
            for name, content in plain.execute("SELECT hash, content FROM media"):
                if hashlib.sha256(content).digest() != name:
                    found.append(name.hex())
        return found

    def forget(self, media: Iterable[str]) -> None:
        """Erases content for good, out of the file and its log."""
        wanted = [(bytes.fromhex(name),) for name in media]
        if wanted:
            with self._writer.begin() as connection:
                raw(connection).executemany("DELETE FROM media WHERE hash=?", wanted)
        self.checkpoint()

    def checkpoint(self) -> None:
        """Moves the log into the file and cuts it to nothing."""
        with self._writer.connect() as connection:
            raw(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Lets go of the file."""
        self._readers.dispose()
        self._writer.dispose()

    def _settle(self) -> None:
        with self._writer.begin() as connection:
            plain = raw(connection)
            application = plain.execute("PRAGMA application_id").fetchone()[0]
            version = plain.execute("PRAGMA user_version").fetchone()[0]
            if (application, version) == (APPLICATION_ID, VERSION):
                return
            if application == APPLICATION_ID and version > VERSION:
                raise BookNewerError(ErrorKind.BOOK_NEWER, path=str(self.path.parent), version=version)
            if plain.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                raise BookDamagedError(ErrorKind.BOOK_FOREIGN, path=str(self.path.parent))
            plain.execute(_TABLE)
            plain.execute(f"PRAGMA application_id={APPLICATION_ID}")
            plain.execute(f"PRAGMA user_version={VERSION}")


class MediaWriter:
    """Adds media in one transaction; ``commit`` comes before that of the rows that name them."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._connection: Connection | None = None
        self._transaction: RootTransaction | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._transaction is not None and self._transaction.is_active:
            self._transaction.rollback()
        if self._connection is not None:
            self._connection.close()

    def add(self, media: Media) -> MediaHash:
        """Keeps one content, unless it is there already."""
        self.add_many((media,))
        return media.hash

    def add_many(self, media: Iterable[Media]) -> None:
        """Keeps many; raises ValueError when a hash is not that of its content."""
        rows = []
        for item in media:
            digest = hashlib.sha256(item.content).digest()
            if digest.hex() != item.hash:
                raise ValueError(item.hash)
            rows.append((digest, item.media_type, item.content))
        if rows:
            self._begun().executemany(_INSERT, rows)

    def commit(self) -> None:
        """Makes what was added durable."""
        if self._transaction is not None:
            self._transaction.commit()

    def _begun(self) -> Any:
        if self._connection is None:
            self._connection = self._engine.connect()
            self._transaction = self._connection.begin()
        return raw(self._connection)
