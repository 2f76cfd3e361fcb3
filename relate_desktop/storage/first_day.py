"""Whom one may not want to lose touch with, as far as an address book shows it."""

from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.first_day import Hint
from relate_desktop.domain.ids import ContactId
from relate_desktop.storage.engine import raw

_STARRED = "starred"
"""What phones call the circle of the people with a star."""


class FirstDayRepository:
    """On one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def likely(self, limit: int) -> list[tuple[ContactId, frozenset[Hint]]]:
        """People with the most signs of being close, and what those are; nobody twice."""
        rows = self._raw.execute(
            "SELECT s.contact_id, k.starred, k.birthday, k.noted FROM summaries s JOIN ("
            "  SELECT p.contact_id AS id, max(p.name='BDAY') AS birthday, max(p.name='NOTE') AS noted,"
            "    max(p.name IN ('NICKNAME','X-RELATE-CALL','PHOTO')) AS near,"
            "    min(sum(p.name IN ('TEL','EMAIL')),3) AS ways,"
            "    EXISTS (SELECT 1 FROM memberships m WHERE m.contact_id=p.contact_id AND m.folded=?)"
            "    AS starred"
            "  FROM properties p GROUP BY p.contact_id"
            ") k ON k.id=s.contact_id WHERE s.trashed=0 AND s.is_organization=0 "
            "ORDER BY 6*k.starred+4*k.birthday+3*k.noted+2*k.near+k.ways DESC, s.contact_id LIMIT ?",
            (_STARRED, limit),
        )
        return [(ContactId(row[0]), _hints(*row[1:])) for row in rows]

    def chosen(self, limit: int) -> list[ContactId]:
        """People with a rhythm of their own, in the order in which they got it."""
        rows = self._raw.execute(
            "SELECT r.contact_id FROM rhythms r JOIN contacts c ON c.id=r.contact_id "
            "WHERE r.ideal IS NOT NULL AND c.trashed_at IS NULL ORDER BY r.id LIMIT ?",
            (limit,),
        )
        return [ContactId(row[0]) for row in rows]


def _hints(starred: int, birthday: int, noted: int) -> frozenset[Hint]:
    found = {Hint.STARRED: starred, Hint.BIRTHDAY: birthday, Hint.NOTE: noted}
    return frozenset(hint for hint, there in found.items() if there)
