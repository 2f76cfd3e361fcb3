"""What may matter today, found quickly: who is late, who rests, whose day is near."""

from collections import defaultdict
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
from relate_desktop.storage.moment_days import those_who_died
from relate_desktop.storage.recent_talks import planned_days, recent_talks
from relate_desktop.storage.rhythms import RhythmsRepository

_IN_TOUCH = timedelta(days=365)
"""Whoever one talked to within this is near."""

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
        died = those_who_died(self._raw, wanted)
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
                died=contact in died,
            )
            for contact in wanted
            if contact in heads
        ]

    def coming(self, today: date, days: int, limit: int) -> list[ContactId]:
        """Those with a moment today or within so many days: those one is in touch with first, then by day."""
        return self._with_days([today + timedelta(days=ahead) for ahead in range(days + 1)], today, limit)

    def passed(self, today: date, days: int, limit: int) -> list[ContactId]:
        """Those with a moment within so many days before today and no talk since, the latest first."""
        before = [today - timedelta(days=ago) for ago in range(1, days + 1)]
        return self._with_days(before, today, limit, talked_since=False)

    def moments_on(
        self, days: Sequence[date], today: date, a_day: int
    ) -> tuple[list[ContactId], dict[date, int]]:
        """Those with a moment on one of these days, at most so many a day; and how many more each day has."""
        taken: dict[int, int] = defaultdict(int)
        named: list[ContactId] = []
        for _rank, place, contact, _talked_on in self._near(days, today):
            taken[place] += 1
            if taken[place] <= a_day:
                named.append(ContactId(contact))
        more = {days[place]: count - a_day for place, count in taken.items() if count > a_day}
        return list(dict.fromkeys(named)), more

    def _with_days(
        self, days: Sequence[date], today: date, limit: int, *, talked_since: bool = True
    ) -> list[ContactId]:
        found = (
            contact
            for _rank, place, contact, talked_on in self._near(days, today)
            if talked_since or talked_on < days[place].isoformat()
        )
        return list(dict.fromkeys(ContactId(contact) for contact in found))[:limit]

    def _near(self, days: Sequence[date], today: date) -> list[tuple[int, int, int, str]]:
        """How near, which of the days, who, last talk: of everybody with a moment then, the nearest first.

        29 February counts on the 28th and on 1 March as well; the rules know which is meant.
        """
        places = {spelled: place for place, day in reversed([*enumerate(days)]) for spelled in _spelled(day)}
        rows = self._raw.execute(
            "SELECT d.month_day, d.contact_id, t.on_day, l.late_on FROM moment_days d "
            "LEFT JOIN last_talks t ON t.contact_id=d.contact_id "
            f"LEFT JOIN lateness l ON l.contact_id=d.contact_id WHERE d.month_day {IN}",
            (compact(list(places)),),
        )
        lately = (today - _IN_TOUCH).isoformat()
        return sorted(
            (_distance(talked_on, late_on, lately), places[day], contact, talked_on or "")
            for day, contact, talked_on, late_on in rows
        )

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


def _distance(talked_on: str | None, late_on: str | None, lately: str) -> int:
    """How far somebody is: with a rhythm or lately in touch, once in touch, never."""
    if late_on is not None or (talked_on or "") >= lately:
        return 0
    return 1 if talked_on is not None else 2


def _spelled(day: date) -> Sequence[str]:
    """How a day may stand in the table."""
    found = [day.isoformat(), f"--{day:%m-%d}"]
    return [*found, "--02-29"] if (day.month, day.day) in {(2, 28), (3, 1)} else found
