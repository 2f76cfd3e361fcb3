"""Imports as batches of files; appended, never journalled: an undone import keeps its papers."""

import zlib
from collections.abc import Sequence

from relate_desktop.domain.ids import BatchId
from relate_desktop.domain.source import ImportedFile
from relate_desktop.storage.journal import Journal
from relate_desktop.storage.rows import storable
from relate_desktop.storage.schema import batches, import_files


class BatchesWriter:
    """Notes where the people of one import come from."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def add(self, files: Sequence[ImportedFile] = ()) -> BatchId:
        """A new batch, with the files already known; the changeset of this write points to it."""
        batch = BatchId(self._journal.reserve(batches, 1))
        self._journal.raw.execute(
            "INSERT INTO batches (id, created_at) VALUES (?,?)", (batch, self._journal.at)
        )
        self._journal.batch = batch
        for file in files:
            self.add_file(batch, file)
        return batch

    def add_file(self, batch: BatchId, file: ImportedFile) -> int:
        """One more file of the batch; the number returned is what ``contacts.add_many`` takes."""
        number = self._journal.reserve(import_files, 1)
        self._journal.raw.execute(
            "INSERT INTO import_files (id, batch_id, name, format) VALUES (?,?,?,?)",
            (number, batch, storable(file.name), file.format),
        )
        self.complete(number, file)
        return number

    def complete(self, number: int, file: ImportedFile) -> None:
        """Fills in what is known of a file only after it was read to its end."""
        self._journal.raw.execute(
            "UPDATE import_files SET sha256=?, encoding=?, loose_text=? WHERE id=?",
            (file.sha256, file.encoding, zlib.compress(file.between) if file.between else None, number),
        )
