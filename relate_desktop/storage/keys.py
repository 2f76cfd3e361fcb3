"""By what people can be found again: match keys as 64-bit numbers, looked up in bulk."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.matching import MatchKey, key_number
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import compact

_CHUNK = 2_000


class KeysRepository:
    """Match keys on one transaction; people in the trash have none."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def holders(self, numbers: Iterable[int]) -> dict[int, list[ContactId]]:
        """Who has each key, by its number; numbers nobody has are left out."""
        found: dict[int, list[ContactId]] = {}
        wanted = list(numbers)
        for start in range(0, len(wanted), _CHUNK):
            rows = self._raw.execute(
                "SELECT key, contact_id FROM keys WHERE key IN (SELECT value FROM json_each(?)) "
                "ORDER BY key, contact_id",
                (compact(wanted[start : start + _CHUNK]),),
            )
            for number, contact in rows:
                found.setdefault(number, []).append(ContactId(contact))
        return found

    def shared(self, most: int) -> Iterator[list[ContactId]]:
        """For each key that several people have, who they are; keys of more than ``most`` say nothing.

        Keys that the same people share come once each.
        """
        rows = self._raw.execute(
            "SELECT group_concat(contact_id) FROM keys GROUP BY key HAVING count(*) BETWEEN 2 AND ?", (most,)
        )
        for (holders,) in rows:
            yield [ContactId(int(contact)) for contact in str(holders).split(",")]

    def matching(self, keys: Iterable[MatchKey]) -> dict[MatchKey, list[ContactId]]:
        """Who has each key, by id; keys nobody has are left out."""
        numbers = {key_number(key): key for key in keys}
        return {numbers[number]: holders for number, holders in self.holders(numbers).items()}
