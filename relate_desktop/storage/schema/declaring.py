"""How every table of a book is declared, and the file's own marks."""

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table

APPLICATION_ID = 0x52454C41
"""``RELA`` in the file's header: a book of Relate."""

VERSION = 2
"""The ``user_version`` that this program writes and understands."""

metadata = MetaData()


def reference(target: str) -> ForeignKey:
    """A foreign key checked at commit, so that rows may return in any order."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def numbered(name: str, *columns: Column[object] | Index) -> Table:
    """A table whose row ids are never used twice (``AUTOINCREMENT``)."""
    return Table(name, metadata, Column("id", Integer, primary_key=True), *columns, sqlite_autoincrement=True)
