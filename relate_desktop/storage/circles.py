"""Circles: which there are, in what order and colour, and what is done with a whole circle."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from relate_desktop.domain.circle import CIRCLE_HUES, in_order, with_renamed, without_circle
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import CircleSummary
from relate_desktop.domain.text import fold, squeezed
from relate_desktop.storage import schema
from relate_desktop.storage.circle_hues import given_hues, hue_of
from relate_desktop.storage.contact_edits import Step
from relate_desktop.storage.contact_writer import ContactsWriter
from relate_desktop.storage.engine import raw
from relate_desktop.storage.journal import Journal, compact
from relate_desktop.storage.linked_people import IN
from relate_desktop.storage.rows import storable


@dataclass(frozen=True, slots=True)
class _Style:
    """One row of ``circle_styles``."""

    name: str
    hue: int | None
    place: int | None
    made: bool


class CirclesRepository:
    """Circles on one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._raw: Any = raw(connection)

    def all(self) -> list[CircleSummary]:
        """Every circle with living people in it and every one the user made, in the user's order.

        Who has no place of their own follows by name. Colours nobody chose were given when the circles
        first came.
        """
        found: dict[str, CircleSummary] = {}
        given = given_hues(self._raw)
        rows = self._raw.execute("SELECT folded, min(circle), count(*) FROM memberships GROUP BY folded")
        for folded, name, count in rows:
            found[folded] = CircleSummary(name, count, hue_of(folded, given))
        for folded, style in self._styles().items():
            if folded not in found and not style.made:
                continue
            circle = found.get(folded) or CircleSummary(style.name, 0, hue_of(folded, given))
            hue = circle.hue if style.hue is None else style.hue
            found[folded] = replace(circle, name=style.name, hue=hue, place=style.place)
        return in_order(found.values())

    def find(self, name: str) -> CircleSummary | None:
        """The circle of that name, however it is written."""
        wanted = fold(squeezed(name))
        return next((circle for circle in self.all() if fold(circle.name) == wanted), None)

    def shared(self, contacts: Sequence[int]) -> dict[str, int]:
        """How many of these people are in each circle, by its folded name."""
        rows = self._raw.execute(
            f"SELECT folded, count(*) FROM memberships WHERE contact_id {IN} GROUP BY folded",
            (compact(list(contacts)),),
        )
        return dict(rows.fetchall())

    def members(self, names: Iterable[str]) -> list[ContactId]:
        """Everybody in any of these circles, those in the trash as well."""
        folded = {fold(squeezed(name)) for name in names}
        rows = self._raw.execute(
            f"SELECT DISTINCT contact_id FROM memberships WHERE folded {IN}", (compact(sorted(folded)),)
        )
        found = {row[0] for row in rows}
        put_away = self._raw.execute(
            "SELECT p.contact_id FROM contacts c JOIN properties p ON p.contact_id=c.id "
            "WHERE c.trashed_at IS NOT NULL AND upper(p.name)='CATEGORIES'"
        )
        return [ContactId(number) for number in sorted(found.union(row[0] for row in put_away))]

    def _styles(self) -> dict[str, _Style]:
        rows = self._raw.execute("SELECT folded, circle, hue, ordinal, made FROM circle_styles ORDER BY id")
        return {folded: _Style(name, hue, place, bool(made)) for folded, name, hue, place, made in rows}


class CirclesWriter(CirclesRepository):
    """Circles on a write transaction. Names are compared whatever their case and accents."""

    def __init__(self, journal: Journal, contacts: ContactsWriter) -> None:
        super().__init__(journal.connection)
        self._journal = journal
        self._contacts = contacts

    def add(self, name: str, hue: int | None = None) -> bool:
        """A new circle with nobody in it yet; False where there is one of that name."""
        if self.find(name) is not None:
            return False
        used = [circle.hue for circle in self.all()]
        fresh = min(CIRCLE_HUES, key=used.count)
        self._style(name, hue=fresh if hue is None else hue, made=1)
        return True

    def colour(self, name: str, hue: int) -> bool:
        """Gives a circle a colour; whether it had another."""
        circle = self.find(name)
        if circle is None or circle.hue == hue:
            return False
        self._style(circle.name, hue=hue)
        return True

    def arrange(self, names: Sequence[str]) -> bool:
        """Puts these circles first, in this order; whether anything stood elsewhere."""
        present = self.all()
        wanted = {fold(squeezed(name)): None for name in names}
        order = [circle for folded in wanted for circle in present if fold(circle.name) == folded]
        order += [circle for circle in present if fold(circle.name) not in wanted]
        if [one.name for one in order] == [one.name for one in present]:
            return False
        for place, circle in enumerate(order):
            if circle.place != place:
                self._style(circle.name, ordinal=place)
        return True

    def rename(self, old: str, new: str, step: Step | None = None) -> int:
        """Gives a circle another name with everybody in it; how many people changed.

        Where a circle of the new name is there already the two become one.
        """
        circle, name = self.find(old), storable(squeezed(new))
        if circle is None or circle.name == name:
            return 0
        other = self.find(name)
        if other is not None and fold(other.name) != fold(circle.name):
            return self.join(other.name, [circle.name], step)
        changed = self._rewrite([circle.name], {fold(circle.name): name}, step)
        style = self._styles().get(fold(circle.name))
        self._forget_style(circle.name)
        self._style(name, hue=circle.hue, ordinal=circle.place, made=int(style is not None and style.made))
        self._move_rhythm(circle.name, name)
        return changed

    def join(self, kept: str, others: Sequence[str], step: Step | None = None) -> int:
        """Makes several circles one; how many people changed. The rhythm of the one kept stands."""
        circle = self.find(kept)
        found = [one for one in map(self.find, others) if one is not None]
        gone = [one for one in found if circle is None or one.name != circle.name]
        if circle is None or not gone:
            return 0
        renamed = {fold(one.name): circle.name for one in gone}
        changed = self._rewrite([one.name for one in gone], renamed, step)
        for one in gone:
            self._move_rhythm(one.name, circle.name)
            self._forget_style(one.name)
        return changed

    def remove(self, name: str, step: Step | None = None) -> int:
        """Takes everybody out of a circle and its looks and rhythm away; how many people it had."""
        circle = self.find(name)
        if circle is None:
            return 0
        changed = self._contacts.edit_many(
            self.members([circle.name]), lambda contact: without_circle(contact, circle.name), step
        )
        self._forget_style(circle.name)
        self._journal.delete(schema.circle_rhythms, self._rhythm_rows(circle.name))
        return len(changed)

    # ------------------------------------------------------------------ people

    def _rewrite(self, names: Sequence[str], renamed: Mapping[str, str], step: Step | None) -> int:
        people = self.members(names)
        return len(self._contacts.edit_many(people, lambda one: with_renamed(one, renamed), step))

    # ------------------------------------------------------------------- looks

    def _style(self, name: str, **values: int | None) -> None:
        """Keeps looks of a circle, in its row or a new one."""
        rows = self._style_rows(name)
        if rows:
            self._journal.update(schema.circle_styles, rows[-1], values)
            return
        spelled = storable(squeezed(name))
        looks = (values.get("hue"), values.get("ordinal"), values.get("made", 0))
        self._journal.insert(schema.circle_styles, fold(spelled), spelled, *looks)

    def _forget_style(self, name: str) -> None:
        self._journal.delete(schema.circle_styles, self._style_rows(name))

    def _style_rows(self, name: str) -> list[int]:
        """Taking an older change back may leave two rows for a circle: the later one holds."""
        return self._rows("circle_styles", name)

    def _rhythm_rows(self, name: str) -> list[int]:
        return self._rows("circle_rhythms", name)

    def _rows(self, table: str, name: str) -> list[int]:
        rows = self._raw.execute(
            f"SELECT id FROM {table} WHERE folded=? ORDER BY id", (fold(squeezed(name)),)
        )
        return [row[0] for row in rows]

    def _move_rhythm(self, old: str, new: str) -> None:
        """The rhythm goes along, unless the circle it goes to has one."""
        rows = self._rhythm_rows(old)
        if not rows:
            return
        if fold(old) != fold(new) and self._rhythm_rows(new):
            self._journal.delete(schema.circle_rhythms, rows)
            return
        for row_id in rows:
            self._journal.update(schema.circle_rhythms, row_id, {"folded": fold(new), "circle": new})
