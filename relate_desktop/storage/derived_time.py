"""What follows from the time spent with people, kept true at the end of every write.

A write says nothing of this by itself: the journal knows which rows it wrote, whether by hand,
by undo or by an import. First the rows are made to agree among themselves, through the journal;
then the derived tables follow.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Any

from relate_desktop.storage import schema
from relate_desktop.storage.journal import Journal
from relate_desktop.storage.last_talks import LastTalks
from relate_desktop.storage.ranges import Ranges
from relate_desktop.storage.stretches import conditions
from relate_desktop.storage.text_index import KINDS, TextIndex


class DerivedTime:
    """The end of one write transaction, as far as time spent with people is concerned."""

    def __init__(self, journal: Journal, today: date) -> None:
        self._journal = journal
        self._today = today
        self._raw: Any = journal.raw

    def settle(self) -> None:
        """Gives participants their entry's place in order and leaves each person once on an entry."""
        if self._journal.undoes is None and not (self._gone("entries") or self._gone("participants")):
            return  # new rows were written whole
        written = self._journal.rows()
        entries = written.get("entries", Ranges())
        people = written.get("participants", Ranges())
        for row_id, sort_at in list(self._out_of_order(entries, people)):
            self._journal.update(schema.participants, row_id, {"sort_at": sort_at})
        self._journal.delete(schema.participants, list(self._doubled(people)))

    def finish(self) -> None:
        """Makes the index of texts and the latest talks true."""
        written = self._journal.rows()
        self._index(written)
        if "entries" in written or "participants" in written or self._gone("participants"):
            LastTalks(self._raw, self._today).renew(self._people(written))
        at = self._journal.at
        for which, parameters in conditions(self._journal.touched):
            self._raw.execute(
                f"UPDATE summaries SET changed_at=? WHERE contact_id {which} AND changed_at<>?",
                (at, *parameters, at),
            )

    def _out_of_order(self, entries: Ranges, people: Ranges) -> Iterator[tuple[int, int]]:
        for column, ranges in (("e.id", entries), ("p.id", people)):
            for first, last in ranges:
                yield from self._raw.execute(
                    "SELECT p.id, e.sort_at FROM participants p JOIN entries e ON e.id=p.entry_id "
                    f"WHERE {column} BETWEEN ? AND ? AND p.sort_at<>e.sort_at",
                    (first, last),
                ).fetchall()

    def _doubled(self, people: Ranges) -> Iterator[int]:
        for first, last in people:
            rows = self._raw.execute(
                "SELECT max(o.id) FROM participants p JOIN participants o ON o.entry_id=p.entry_id "
                "AND o.contact_id=p.contact_id WHERE p.id BETWEEN ? AND ? "
                "GROUP BY p.entry_id, p.contact_id HAVING count(DISTINCT o.id)>1",
                (first, last),
            )
            yield from chain.from_iterable(rows.fetchall())

    def _index(self, written: dict[str, Ranges]) -> None:
        index = TextIndex(self._raw)
        for table, kind in KINDS.items():
            rewritten = self._rewritten(table)
            if rewritten:
                index.remove(kind, rewritten)
            for first, last in written.get(table, Ranges()):
                index.add_range(kind, first, last)

    def _rewritten(self, table: str) -> list[int]:
        rows = self._raw.execute(
            "SELECT DISTINCT row_id FROM changes WHERE changeset_id=? AND table_name=? "
            "AND before IS NOT NULL",
            (self._journal.changeset, table),
        )
        return list(chain.from_iterable(rows.fetchall()))

    def _gone(self, table: str) -> bool:
        row = self._raw.execute(
            "SELECT 1 FROM changes WHERE changeset_id=? AND table_name=? AND before IS NOT NULL LIMIT 1",
            (self._journal.changeset, table),
        ).fetchone()
        return row is not None

    def _people(self, written: dict[str, Ranges]) -> Ranges:
        """Everybody whose conversations were written, added or taken away."""
        found: set[int] = set()
        for table, column in (("participants", "id"), ("entries", "entry_id")):
            for first, last in written.get(table, Ranges()):
                rows = self._raw.execute(
                    f"SELECT DISTINCT contact_id FROM participants WHERE {column} BETWEEN ? AND ?",
                    (first, last),
                )
                found.update(chain.from_iterable(rows))
        images = self._raw.execute(
            "SELECT DISTINCT json_extract(before,'$[1]') FROM changes WHERE changeset_id=? "
            "AND table_name='participants' AND before IS NOT NULL",
            (self._journal.changeset,),
        )
        found.update(chain.from_iterable(images))
        people = Ranges()
        for contact in sorted(found):
            people.add(contact, contact)
        return people


def rebuild_time(connection: Any, today: date) -> None:
    """Makes everything derived of entries anew; ``today`` is the day where the user is."""
    TextIndex(connection).rebuild()
    connection.execute("DELETE FROM last_talks")
    last = connection.execute("SELECT coalesce(max(id),0) FROM contacts").fetchone()[0]
    everybody = Ranges()
    everybody.add(0, last)
    LastTalks(connection, today).renew(everybody)
