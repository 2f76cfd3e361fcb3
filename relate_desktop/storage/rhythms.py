"""Rhythms kept: of people, of circles, and when the user said *not now*."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.person_rhythm import NOTHING_CHOSEN, Chosen
from relate_desktop.domain.text import fold, squeezed
from relate_desktop.domain.wishes import Wishes
from relate_desktop.storage import schema
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, compact
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.rhythm_rows import COLUMNS, FIELDS, cadence_columns, chosen_columns, chosen_of
from relate_desktop.storage.rows import storable

_CADENCE = ("ideal", "latest", "no_sooner")


class RhythmsRepository:
    """Rhythms on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def of(self, contact: ContactId) -> Chosen:
        """What was chosen for a person; nothing at all where nothing was."""
        return self.of_people((contact,)).get(contact, NOTHING_CHOSEN)

    def of_people(self, contacts: Iterable[int]) -> dict[int, Chosen]:
        """What was chosen for each of these people, where anything was."""
        rows = self._raw.execute(
            f"SELECT contact_id,{COLUMNS} FROM rhythms WHERE contact_id {IN}", (compact(list(contacts)),)
        )
        return {row[0]: chosen_of(row[1:]) for row in rows}

    def cadences(self, contacts: Iterable[int]) -> dict[int, Cadence]:
        """The rhythm of their own of each of these people who has one."""
        rows = self._raw.execute(
            "SELECT contact_id, ideal, latest, no_sooner FROM rhythms "
            f"WHERE ideal IS NOT NULL AND contact_id {IN}",
            (compact(list(contacts)),),
        )
        return {contact: Cadence(*numbers) for contact, *numbers in rows}

    def paused(self) -> dict[ContactId, Wishes]:
        """Who asked for a pause or for no more contact; those in the trash are left out."""
        rows = self._raw.execute(
            f"SELECT r.contact_id,{','.join(f'r.{name}' for name in FIELDS)} FROM rhythms r "
            "JOIN contacts c ON c.id=r.contact_id AND c.trashed_at IS NULL "
            "WHERE r.no_more_contact OR r.paused_until IS NOT NULL ORDER BY r.contact_id"
        )
        return {ContactId(row[0]): chosen_of(row[1:]).wishes for row in rows}

    def circles(self) -> dict[str, Cadence]:
        """The rhythm of every circle that has one, by the name of the circle."""
        rows = self._raw.execute(
            "SELECT circle, ideal, latest, no_sooner FROM circle_rhythms ORDER BY folded"
        )
        return {row[0]: Cadence(*row[1:]) for row in rows}

    def circles_of(self, contacts: Iterable[int]) -> dict[int, Mapping[str, Cadence]]:
        """For each of these people the rhythms of their circles, where any has one."""
        found: dict[int, dict[str, Cadence]] = defaultdict(dict)
        rows = self._raw.execute(
            "SELECT m.contact_id, r.circle, r.ideal, r.latest, r.no_sooner FROM memberships m "
            f"JOIN circle_rhythms r ON r.folded=m.folded WHERE m.contact_id {IN}",
            (compact(list(contacts)),),
        )
        for contact, circle, *numbers in rows:
            found[contact][circle] = Cadence(*numbers)
        return dict(found)

    def set_asides(self, contacts: Iterable[int]) -> dict[int, tuple[date, ...]]:
        """The days on which the user said *not now* about these people."""
        found: dict[int, list[date]] = defaultdict(list)
        for contact, day in self._raw.execute(
            f"SELECT contact_id, on_day FROM set_asides WHERE contact_id {IN} ORDER BY on_day",
            (compact(list(contacts)),),
        ):
            found[contact].append(date.fromisoformat(day))
        return {contact: tuple(days) for contact, days in found.items()}


class RhythmsWriter(RhythmsRepository):
    """Rhythms on a write transaction."""

    def __init__(self, journal: Journal) -> None:
        super().__init__(journal.connection)
        self._journal = journal

    def choose(self, contact: ContactId, chosen: Chosen) -> bool:
        """Keeps what was chosen for a person; whether anything differed."""
        before = self.of(contact)
        if before == chosen:
            return False
        rows = self._raw.execute("SELECT id FROM rhythms WHERE contact_id=?", (contact,)).fetchall()
        values = dict(zip(FIELDS, chosen_columns(chosen), strict=True))
        if chosen == NOTHING_CHOSEN:
            self._journal.delete(schema.rhythms, [row[0] for row in rows])
        elif rows:
            self._journal.update(schema.rhythms, rows[0][0], values)
        else:
            self._journal.insert(schema.rhythms, contact, *values.values())
        self._journal.touch((contact,))
        return True

    def choose_many(
        self, contacts: Sequence[ContactId], change: Callable[[Chosen], Chosen]
    ) -> list[ContactId]:
        """Changes what was chosen for each of these people; answers for whom anything differed."""
        before = self.of_people(contacts)
        rows = dict(
            self._raw.execute(
                f"SELECT contact_id, id FROM rhythms WHERE contact_id {IN}", (compact(list(contacts)),)
            ).fetchall()
        )
        chosen = {one: change(before.get(one, NOTHING_CHOSEN)) for one in sorted(set(contacts))}
        changed = {one: now for one, now in chosen.items() if before.get(one, NOTHING_CHOSEN) != now}
        gone = [rows[one] for one, now in changed.items() if one in rows and now == NOTHING_CHOSEN]
        kept = {one: chosen_columns(now) for one, now in changed.items() if now != NOTHING_CHOSEN}
        self._journal.delete(schema.rhythms, gone)
        rewritten = [(rows[one], columns) for one, columns in kept.items() if one in rows]
        self._journal.update_many(schema.rhythms, FIELDS, rewritten)
        new = [(one, *columns) for one, columns in kept.items() if one not in rows]
        first = self._journal.reserve(schema.rhythms, len(new))
        self._journal.insert_many(schema.rhythms, [(first + place, *row) for place, row in enumerate(new)])
        self._journal.touch(changed)
        return list(changed)

    def choose_for_circle(self, circle: str, cadence: Cadence | None) -> bool:
        """Keeps the rhythm of a circle; None takes it away. Whether anything differed."""
        name = storable(squeezed(circle))
        row = self._raw.execute(
            "SELECT id, ideal, latest, no_sooner FROM circle_rhythms WHERE folded=?", (fold(name),)
        ).fetchone()
        if (row is None and cadence is None) or (row is not None and row[1:] == cadence_columns(cadence)):
            return False
        if cadence is None:
            self._journal.delete(schema.circle_rhythms, [row[0]])
        elif row is None:
            self._journal.insert(schema.circle_rhythms, fold(name), name, *cadence_columns(cadence))
        else:
            values = dict(zip(_CADENCE, cadence_columns(cadence), strict=True))
            self._journal.update(schema.circle_rhythms, row[0], values)
        return True

    def set_aside(self, contact: ContactId, on: date) -> bool:
        """Remembers *not now* on a day; False when it was said that day already."""
        known = self._raw.execute(
            "SELECT 1 FROM set_asides WHERE contact_id=? AND on_day=?", (contact, on.isoformat())
        ).fetchone()
        if known is not None:
            return False
        self._journal.insert(schema.set_asides, contact, on.isoformat())
        self._journal.touch((contact,))
        return True
