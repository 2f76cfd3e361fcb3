"""What was kept of look-ups: where each fact came from, beside the line or note it became."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId, EntryId
from relate_desktop.domain.kept_fact import KeptFact
from relate_desktop.domain.lookup import FindingField, LookupTarget, Proof, Provider
from relate_desktop.storage import schema
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, column_names, compact
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.rows import storable

_COLUMNS = ", ".join(f"f.{name}" for name in ("id", *column_names(schema.kept_facts)))
_THERE = "JOIN contacts c ON c.id=f.contact_id WHERE c.trashed_at IS NULL"
_LOOKED = "coalesce(f.seen_at, f.fetched_at)"
_IN = "IN (SELECT value FROM json_each(?))"


class KeptFactsRepository:
    """Kept facts on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def of(self, contact: ContactId) -> list[KeptFact]:
        """Those about one person, the latest first."""
        return self._read("WHERE f.contact_id=? ORDER BY f.fetched_at DESC, f.id", (contact,))

    def get(self, facts: Iterable[int]) -> list[KeptFact]:
        """Some by their numbers; those that are gone are left out."""
        return self._read(f"WHERE f.id {_IN} ORDER BY f.id", (compact(list(facts)),))

    def from_provider(self, provider: Provider) -> list[KeptFact]:
        """Everything kept from one provider, people in the trash included."""
        return self._read("WHERE f.provider=? ORDER BY f.contact_id, f.id", (provider.value,))

    def stale(self, before: datetime) -> list[KeptFact]:
        """What was kept, and last looked at, before a moment; the oldest first."""
        return self._read(
            f"{_THERE} AND {_LOOKED}<? ORDER BY {_LOOKED}, f.id",
            (to_column(before),),
        )

    def _read(self, condition: str, parameters: tuple[object, ...]) -> list[KeptFact]:
        rows = self._raw.execute(f"SELECT {_COLUMNS} FROM kept_facts f {condition}", parameters)
        return [_fact(row) for row in rows.fetchall()]


class KeptFactsWriter(KeptFactsRepository):
    """Kept facts on a write transaction."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self._journal = journal

    def put(self, fact: KeptFact) -> None:
        """Keeps a fact; the same one again is only newer."""
        columns = (
            fact.contact,
            fact.field.value,
            fact.target.provider.value,
            fact.target.server,
            storable(fact.target.handle),
            storable(fact.account_id),
            storable(fact.source_url),
            fact.proof.value,
            to_column(fact.fetched_at),
            fact.line,
            storable(fact.value),
            storable(fact.replaced),
            int(fact.added),
            fact.entry,
            None,
        )
        known = next((one for one in self.of(fact.contact) if _same(one, fact)), None)
        self._journal.touch((fact.contact,))
        if known is None or known.id is None:
            self._journal.insert(schema.kept_facts, *columns)
            return
        newer = {
            "fetched_at": to_column(fact.fetched_at),
            "source_url": storable(fact.source_url),
            "seen_at": None,
            "entry_id": fact.entry,
        }
        self._journal.update(schema.kept_facts, known.id, newer)

    def inherit(self, fact: KeptFact) -> None:
        """Notes that a fact stands for its line now, and what to say again when it goes."""
        if fact.id is not None:
            self._journal.touch((fact.contact,))
            values = {"replaced": storable(fact.replaced), "added": int(fact.added)}
            self._journal.update(schema.kept_facts, fact.id, values)

    def seen(self, facts: Sequence[KeptFact], at: datetime) -> None:
        """Notes that the user has looked at these, and wants them still."""
        for fact in facts:
            if fact.id is not None:
                self._journal.touch((fact.contact,))
                self._journal.update(schema.kept_facts, fact.id, {"seen_at": to_column(at)})

    def remove(self, facts: Sequence[KeptFact]) -> None:
        """Takes facts out; their lines are the caller's to take back."""
        self._journal.touch(sorted({fact.contact for fact in facts}))
        self._journal.delete(schema.kept_facts, [fact.id for fact in facts if fact.id is not None])


def _same(one: KeptFact, other: KeptFact) -> bool:
    return (one.target, one.account_id, one.line, one.value) == (
        other.target,
        other.account_id,
        other.line,
        other.value,
    )


def _fact(row: Sequence[Any]) -> KeptFact:
    number, contact, field, provider, server, handle, account, source, proof, fetched, *rest = row
    line, value, replaced, added, entry, seen = rest
    return KeptFact(
        ContactId(contact),
        FindingField(field),
        LookupTarget(Provider(provider), server, handle),
        account,
        source,
        Proof(proof),
        from_column(fetched),
        line,
        value,
        replaced,
        bool(added),
        None if entry is None else EntryId(entry),
        None if seen is None else from_column(seen),
        number,
    )
