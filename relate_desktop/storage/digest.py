"""One number for all that the user owns: SHA-256 over every journalled row in a canonical order."""

import hashlib
from typing import Any

from relate_desktop.storage import schema
from relate_desktop.storage.journal import image_sql


def book_digest(connection: Any) -> str:
    """The digest in hexadecimal; two books with the same rows have the same."""
    found = hashlib.sha256()
    for table in schema.JOURNALLED:
        found.update(table.name.encode())
        for row_id, image in connection.execute(
            f"SELECT id, {image_sql(table)} FROM {table.name} ORDER BY id"
        ):
            found.update(b"\n%d " % row_id + image.encode())
    return found.hexdigest()


def row_counts(connection: Any) -> dict[str, int]:
    """How many rows each table has."""
    return {
        name: int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])
        for name in schema.metadata.tables
    }
