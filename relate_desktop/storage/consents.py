"""To what the user agreed: whom to ask at all, and which account of which person."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.storage.engine import raw
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.rows import storable


@dataclass(frozen=True, slots=True)
class Agreed:
    """A consent: to which version of the words, and when."""

    version: int
    at: datetime
    key_of: str = ""
    """The user's own account whose key goes along; empty where none was spoken of."""


class ConsentsRepository:
    """Consents on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def providers(self) -> dict[Provider, Agreed]:
        """Whom the user agreed to ask."""
        rows = self._raw.execute("SELECT provider, version, agreed_at FROM provider_consents")
        known = {provider.value for provider in Provider}
        return {Provider(row[0]): Agreed(row[1], from_column(row[2])) for row in rows if row[0] in known}

    def targets(self, contact: ContactId) -> dict[LookupTarget, Agreed]:
        """Which accounts of a person the user agreed to."""
        rows = self._raw.execute(
            "SELECT provider, server, handle, version, agreed_at, key_of FROM lookup_consents "
            "WHERE contact_id=?",
            (contact,),
        )
        return {
            LookupTarget(Provider(row[0]), row[1], row[2]): Agreed(row[3], from_column(row[4]), row[5])
            for row in rows
        }


class ConsentsWriter(ConsentsRepository):
    """Consents on a transaction that keeps no record."""

    def agree(self, provider: Provider, version: int, at: datetime) -> None:
        """Notes that the user agreed to ask a provider."""
        self._raw.execute(
            "INSERT INTO provider_consents (provider, version, agreed_at) VALUES (?,?,?) "
            "ON CONFLICT (provider) DO UPDATE SET version=excluded.version, agreed_at=excluded.agreed_at",
            (provider.value, version, to_column(at)),
        )

    def withdraw(self, provider: Provider) -> None:
        """The user agrees no more, to none of that provider's accounts either."""
        for table in ("provider_consents", "lookup_consents"):
            self._raw.execute(f"DELETE FROM {table} WHERE provider=?", (provider.value,))

    def agree_to(
        self, contact: ContactId, targets: Mapping[LookupTarget, str], version: int, at: datetime
    ) -> None:
        """Notes that the user agreed to ask these accounts of a person, each with the key of an own one."""
        self._raw.executemany(
            "INSERT INTO lookup_consents (contact_id, provider, server, handle, version, agreed_at, key_of) "
            "VALUES (?,?,?,?,?,?,?) ON CONFLICT DO UPDATE SET version=excluded.version, "
            "agreed_at=excluded.agreed_at, key_of=excluded.key_of",
            [
                (contact, one.provider.value, one.server, storable(one.handle), version, to_column(at), key)
                for one, key in targets.items()
            ],
        )

    def withdraw_from(self, contact: ContactId) -> None:
        """The user agrees to nothing about this person any more."""
        self._raw.execute("DELETE FROM lookup_consents WHERE contact_id=?", (contact,))
