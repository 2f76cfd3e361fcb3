"""People read: one whole, many streamed, by name, and where each of their values came from."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.property import Property
from relate_desktop.domain.provenance import Provenance
from relate_desktop.storage import naming
from relate_desktop.storage.fact_sources import line_source
from relate_desktop.storage.journal import compact
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.record import Writer, last_writers
from relate_desktop.storage.rows import PROPERTY_COLUMNS, property_of
from relate_desktop.storage.summaries import PeopleLists

_CHUNK = 500


class ContactsRepository(PeopleLists):
    """People on one transaction; ids of people in the trash are known here as well."""

    def get(self, contact: ContactId) -> Contact:
        """The person; raises NotFoundError(CONTACT_UNKNOWN)."""
        found = self.find(contact)
        if found is None:
            raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=contact)
        return found

    def find(self, contact: ContactId) -> Contact | None:
        """The person, or None."""
        properties = tuple(property_of(row) for row in self._property_rows([contact]))
        if not properties and not self.exists(contact):
            return None
        return Contact(properties, contact)

    def exists(self, contact: ContactId) -> bool:
        """Whether there is such a person, in the trash or not."""
        return self._raw.execute("SELECT 1 FROM contacts WHERE id=?", (contact,)).fetchone() is not None

    def trashed(self, contact: ContactId) -> bool:
        """Whether the person waits in the trash."""
        row = self._raw.execute("SELECT trashed_at FROM contacts WHERE id=?", (contact,)).fetchone()
        return row is not None and row[0] is not None

    def living(self, contacts: Iterable[int]) -> list[ContactId]:
        """Those of these people who are there and not in the trash, each once, in the order given."""
        wanted = list(dict.fromkeys(contacts))
        rows = self._raw.execute(
            f"SELECT id FROM contacts WHERE id {IN} AND trashed_at IS NULL", (compact(wanted),)
        )
        there = {row[0] for row in rows}
        return [ContactId(contact) for contact in wanted if contact in there]

    def iterate(self, ids: Iterable[int]) -> Iterator[Contact]:
        """People one after another in the order asked for, never all in memory; the gone are left out."""
        part: list[int] = []
        for contact in ids:
            part.append(contact)
            if len(part) == _CHUNK:
                yield from self._chunk(part)
                part = []
        yield from self._chunk(part)

    def hand_edited(self, contact: ContactId) -> frozenset[PropertyId]:
        """The properties that somebody typed or changed by hand: no import may overwrite them."""
        rows = self._raw.execute(
            "SELECT id FROM properties WHERE contact_id=? AND (source_card_id IS NULL OR edited=1)",
            (contact,),
        )
        return frozenset(PropertyId(row[0]) for row in rows)

    def named(self, text: str) -> list[ContactId]:
        """Whom a word on the command line means: an id, else everybody with that name or address."""
        return naming.named(self._raw, text)

    def going_by(self, name: str) -> list[tuple[ContactId, str, tuple[str, ...]]]:
        """Everybody in whose names all the words stand: id, what they are called, their names."""
        return naming.going_by(self._raw, name)

    def provenance(self, contact: ContactId) -> list[Provenance]:
        """Where each property came from, in the order of the properties."""
        rows = self._raw.execute(
            "SELECT id,name,value,source_card_id,edited FROM properties WHERE contact_id=? ORDER BY ordinal",
            (contact,),
        ).fetchall()
        writers = last_writers(self._connection, "properties", [row[0] for row in rows])
        return [self._provenance(row, writers[row[0]]) for row in rows if row[0] in writers]

    def _provenance(self, row: Sequence[Any], writer: Writer) -> Provenance:
        line, name, value, card, edited = row
        looked_up = writer.kind is OperationKind.LOOKUP_KEEP
        return Provenance(
            property=PropertyId(line),
            name=name,
            value=value,
            changeset=writer.changeset,
            kind=writer.kind,
            at=writer.at,
            source=line_source(self._raw, writer.kind, writer.changeset, line, value) or writer.source,
            edited=card is not None and bool(edited) and not looked_up,
        )

    def _chunk(self, ids: Sequence[int]) -> Iterator[Contact]:
        gathered: dict[int, list[Property]] = {contact: [] for contact in self._existing(ids)}
        for row in self._property_rows(ids):
            gathered[row[5]].append(property_of(row))
        for contact in ids:
            if contact in gathered:
                yield Contact(tuple(gathered[contact]), ContactId(contact))

    def _existing(self, ids: Sequence[int]) -> list[int]:
        marks = ",".join("?" * len(ids))
        return [row[0] for row in self._raw.execute(f"SELECT id FROM contacts WHERE id IN ({marks})", ids)]

    def _property_rows(self, ids: Sequence[int]) -> list[Sequence[Any]]:
        marks = ",".join("?" * len(ids))
        rows: list[Sequence[Any]] = self._raw.execute(
            f"SELECT {PROPERTY_COLUMNS},contact_id FROM properties WHERE contact_id IN ({marks}) "
            "ORDER BY contact_id,ordinal",
            list(ids),
        ).fetchall()
        return rows
