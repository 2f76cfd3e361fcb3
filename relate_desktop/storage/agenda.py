"""What may matter today, found quickly: who is late, who rests, whose day is near."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.person_rhythm import NOTHING_CHOSEN
from relate_desktop.domain.suggestions import Acquaintance
from relate_desktop.storage.closeness import known_since
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import compact
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.recent_talks import planned_days, recent_talks
from relate_desktop.storage.rhythms import RhythmsRepository

_MOST_DAYS = 400
"""Days of a year that are looked for one by one."""

_BY_RATIO = "(julianday(:today)-julianday(since))/max(usual,1) DESC, contact_id"


class AgendaRepository:
    """The agenda's questions on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)
        self._rhythms = RhythmsRepository(connection)

    def late(self, today: date, limit: int, passed_over: int = 0) -> list[ContactId]:
        """Those with whom it may have been a while, the longest in usual gaps first."""
        rows = self._raw.execute(
            f"SELECT contact_id FROM lateness WHERE late_on<=:today ORDER BY {_BY_RATIO} LIMIT :n OFFSET :o",
            {"today": today.isoformat(), "n": limit, "o": passed_over},
        )
        return [ContactId(row[0]) for row in rows]

    def late_count(self, today: date) -> int:
        """With how many it may have been a while."""
        row = self._raw.execute("SELECT count(*) FROM lateness WHERE late_on<=?", (today.isoformat(),))
        return int(row.fetchone()[0])

    def resting(self, today: date, limit: int) -> list[ContactId]:
        """Those who may be left alone after messages without an answer, soonest over first."""
        rows = self._raw.execute(
            "SELECT contact_id FROM lateness WHERE rest_until>? ORDER BY rest_until, contact_id LIMIT ?",
            (today.isoformat(), limit),
        )
        return [ContactId(row[0]) for row in rows]

    def acquaintances(self, contacts: Iterable[int], today: date) -> list[Acquaintance]:
        """What the rules need to know of these people, in the order asked for; the trash is left out."""
        wanted = list(dict.fromkeys(contacts))
        rows = self._raw.execute(
            f"SELECT id, created_at FROM contacts WHERE trashed_at IS NULL AND id {IN}", (compact(wanted),)
        )
        return self._known(wanted, dict(rows.fetchall()), today)

    def acquaintance(self, contact: ContactId, today: date) -> Acquaintance:
        """The same of one person, in the trash or not. Raises NotFoundError(CONTACT_UNKNOWN)."""
        row = self._raw.execute("SELECT id, created_at FROM contacts WHERE id=?", (contact,)).fetchone()
        if row is None:
            raise NotFoundError(ErrorKind.CONTACT_UNKNOWN, contact=contact)
        return self._known([contact], {row[0]: row[1]}, today)[0]

    def last_days(self, contacts: Iterable[int]) -> dict[ContactId, date]:
        """The day of the last conversation with each of these people who had one."""
        rows = self._raw.execute(
            f"SELECT contact_id, on_day FROM last_talks WHERE contact_id {IN}", (compact(list(contacts)),)
        )
        return {ContactId(row[0]): date.fromisoformat(row[1]) for row in rows}

    def _known(self, wanted: Sequence[int], heads: Mapping[int, int], today: date) -> list[Acquaintance]:
        chosen_ids = compact(wanted)
        chosen = self._rhythms.of_people(wanted)
        circles = self._rhythms.circles_of(wanted)
        asides = self._rhythms.set_asides(wanted)
        planned = planned_days(self._raw, chosen_ids, today)
        return [
            Acquaintance(
                contact=ContactId(contact),
                talks=recent_talks(self._raw, contact, today),
                known_since=known_since(heads[contact]),
                cadence=chosen.get(contact, NOTHING_CHOSEN).cadence,
                circles=circles.get(contact, {}),
                agreed=chosen.get(contact, NOTHING_CHOSEN).agreed,
                wishes=chosen.get(contact, NOTHING_CHOSEN).wishes,
                set_aside_on=asides.get(contact, ()),
                meeting_on=planned.get(contact),
            )
            for contact in wanted
            if contact in heads
        ]

    def with_days(self, start: date, end: date, limit: int) -> list[ContactId]:
        """Those with a moment between two days, those one is in touch with first, then by the day.

        29 February counts on the 28th and on 1 March as well; the rules know which is meant.
        """
        days = [start + timedelta(days=ahead) for ahead in range(min((end - start).days + 1, _MOST_DAYS))]
        places = {day: place for place, wanted in enumerate(days) for day in _spelled(wanted)}
        rows = self._raw.execute(
            "SELECT d.month_day, d.contact_id, t.contact_id IS NOT NULL OR l.contact_id IS NOT NULL "
            "FROM moment_days d LEFT JOIN last_talks t ON t.contact_id=d.contact_id "
            f"LEFT JOIN lateness l ON l.contact_id=d.contact_id WHERE d.month_day {IN}",
            (compact(list(places)),),
        )
        found = sorted((not known, places[day], contact) for day, contact, known in rows)
        return list(dict.fromkeys(ContactId(contact) for _unknown, _place, contact in found))[:limit]

    def told_ahead(self, days: int) -> list[ContactId]:
        """Those with a moment of which one wants to be told more than so many days ahead."""
        rows = self._raw.execute(
            "SELECT DISTINCT m.contact_id FROM moments m JOIN contacts c ON c.id=m.contact_id "
            "WHERE m.days_before>? AND c.trashed_at IS NULL",
            (days,),
        )
        return [ContactId(number) for number in chain.from_iterable(rows)]

    def entry_days(self, entries: Iterable[int]) -> Mapping[int, tuple[str, date]]:
        """Kind and day of these entries."""
        rows = self._raw.execute(
            f"SELECT id, kind, on_day FROM entries WHERE id {IN}", (compact(list(entries)),)
        )
        return {row[0]: (row[1], date.fromisoformat(row[2])) for row in rows}


def _spelled(day: date) -> Sequence[str]:
    """How a day may stand in the table."""
    found = [day.isoformat(), f"--{day:%m-%d}"]
    return [*found, "--02-29"] if (day.month, day.day) in {(2, 28), (3, 1)} else found
