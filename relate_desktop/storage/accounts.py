"""Accounts with providers, by name; kept outside the record, since a key cannot be undone."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.account import Account, AccountId
from relate_desktop.domain.lookup import Provider
from relate_desktop.storage.engine import raw
from relate_desktop.storage.moments import from_column, to_column
from relate_desktop.storage.rows import storable

_COLUMNS = "id, provider, user, server, created_at, session_only, refused_at"


@dataclass(frozen=True, slots=True)
class KeptAccount:
    """An account as the book has it."""

    account: Account
    session_only: bool
    refused: bool
    """Whether the provider did not take its key the last time."""


class AccountsRepository:
    """Accounts on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def all(self) -> tuple[KeptAccount, ...]:
        """Every account, the oldest first; those of providers this version does not know are left out."""
        rows = self._raw.execute(
            f"SELECT {_COLUMNS} FROM accounts ORDER BY created_at, provider, server, user, id"
        )
        known = {provider.value for provider in Provider}
        return tuple(_kept(row) for row in rows if row[1] in known)


class AccountsWriter(AccountsRepository):
    """Accounts on a transaction that keeps no record."""

    def put(self, account: Account, *, session_only: bool) -> None:
        """Notes an account, new or with a new key: nobody has refused that yet."""
        self._raw.execute(
            f"INSERT INTO accounts ({_COLUMNS}) VALUES (?,?,?,?,?,?,NULL) ON CONFLICT (id) DO UPDATE SET "
            "session_only=excluded.session_only, refused_at=NULL",
            (
                account.id,
                account.provider.value,
                storable(account.user),
                account.server,
                to_column(account.created_at),
                int(session_only),
            ),
        )

    def refuse(self, account: AccountId, at: datetime) -> None:
        """Notes that the provider did not take the key."""
        self._raw.execute("UPDATE accounts SET refused_at=? WHERE id=?", (to_column(at), account))

    def remove(self, account: AccountId) -> None:
        """Takes an account out of the book."""
        self._raw.execute("DELETE FROM accounts WHERE id=?", (account,))


def _kept(row: Sequence[Any]) -> KeptAccount:
    account = Account(AccountId(row[0]), Provider(row[1]), row[2], row[3], from_column(row[4]))
    return KeptAccount(account, session_only=bool(row[5]), refused=row[6] is not None)
