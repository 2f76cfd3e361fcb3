"""What a row was before a change, right after it, and is now, as the record has it."""

import json
from typing import Any

from sqlalchemy import Table

from relate_desktop.storage.journal import column_names, image_sql

Image = tuple[Any, ...]
"""A row's columns but the id, in order; columns younger than an image are empty."""

ABSENT = None


class RowStates:
    """The rows of one changeset."""

    def __init__(self, connection: Any, changeset: int) -> None:
        self._raw = connection
        self._changeset = changeset

    def before(self, table: Table, row_id: int) -> Image | None:
        """The row before the change; None where the change added it."""
        row = self._raw.execute(
            "SELECT before FROM changes WHERE changeset_id=? AND table_name=? AND row_id=? "
            "AND last_row_id IS NULL",
            (self._changeset, table.name, row_id),
        ).fetchone()
        return image_of(table, row[0]) if row else ABSENT

    def after(self, table: Table, row_id: int) -> Image | None:
        """The row right after the change: the next image before, else as it stands."""
        parameters = {"c": self._changeset, "t": table.name, "r": row_id}
        image = self._raw.execute(
            "SELECT changeset_id, before FROM changes WHERE table_name=:t AND row_id=:r AND changeset_id>:c "
            "AND last_row_id IS NULL ORDER BY changeset_id LIMIT 1",
            parameters,
        ).fetchone()
        added = self._raw.execute(
            "SELECT min(changeset_id) FROM changes WHERE table_name=:t AND changeset_id>:c "
            "AND last_row_id IS NOT NULL AND last_row_id>=:r AND row_id<=:r",
            parameters,
        ).fetchone()[0]
        if added is not None and (image is None or added < image[0]):
            return ABSENT
        return image_of(table, image[1]) if image else self.now(table, row_id)

    def now(self, table: Table, row_id: int) -> Image | None:
        """The row as it stands; None where it is gone."""
        row = self._raw.execute(
            f"SELECT {image_sql(table)} FROM {table.name} WHERE id=?", (row_id,)
        ).fetchone()
        return image_of(table, row[0]) if row else ABSENT

    def last_writer(self, table: str, row_id: int) -> int | None:
        """The last change since that wrote the row."""
        row = self._raw.execute(
            "SELECT max(changeset_id) FROM changes WHERE table_name=? AND row_id=? AND changeset_id>? "
            "AND last_row_id IS NULL",
            (table, row_id, self._changeset),
        ).fetchone()
        return int(row[0]) if row[0] is not None else None


def image_of(table: Table, text: str) -> Image:
    """An image as values; columns younger than it are empty."""
    values = json.loads(text)
    return (*values, *([None] * (len(column_names(table)) - len(values))))
