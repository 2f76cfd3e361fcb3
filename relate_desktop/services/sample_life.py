"""What happened lately with the sample people, told from whatever day it is."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId, InteractionId
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.name import called
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.recurrence_text import RefusedRule, read_rule
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.domain.wall_time import instant, moved
from relate_desktop.storage.book import BookWriter
from relate_desktop.system.paths import resources_folder

Told = Mapping[str, Any]


def write_life(book: BookWriter, people: Sequence[ContactId], present: Present) -> None:
    """Writes conversations, notes, promises, reminders, rhythms and moments of these people.

    Of somebody who is not among them, because the book had them already, nothing is invented.
    """
    told: Told = json.loads((resources_folder() / "sample" / "life.json").read_text(encoding="utf-8"))
    _Life(book, {_name(one): one.id for one in book.contacts.iterate(people) if one.id}, present).write(told)


def _name(person: Contact) -> str:
    return called(person)


class _Life:
    """One telling of it."""

    def __init__(self, book: BookWriter, people: Mapping[str, ContactId], present: Present) -> None:
        self._book, self._people, self._present = book, people, present
        self._entries: dict[str, InteractionId] = {}

    def write(self, told: Told) -> None:
        """Everything, conversations first: promises and reminders came out of them."""
        for one in told["entries"]:
            if people := self._those(one["who"]):
                entry = self._book.timeline.add(self._entry(one, people))
                self._entries[one.get("id", "")] = InteractionId(entry)
        for one in told["promises"]:
            if people := self._those(one["who"]):
                self._book.promises.add(self._promise(one, people))
        for one in told["reminders"]:
            if people := self._those(one["who"]):
                self._book.reminders.add(self._reminder(one, people))
        for one in told["rhythms"]:
            for contact in self._those([one["who"]]):
                self._keep_rhythm(contact, one)
        for one in told["moments"]:
            for contact in self._those([one["who"]]):
                self._book.moments.add(self._moment(one, contact))

    def _those(self, names: Sequence[str]) -> tuple[ContactId, ...]:
        return tuple(self._people[name] for name in names if name in self._people)

    def _day(self, distance: int) -> date:
        return moved(self._present.today, distance)

    def _entry(self, one: Told, people: tuple[ContactId, ...]) -> Interaction | TimelineNote:
        happened = self._happened(one)
        if one["kind"] == "note":
            return TimelineNote(one["text"], happened, people, in_confidence=bool(one.get("in_confidence")))
        kind, direction = InteractionKind(one["kind"]), Direction(one["from"])
        return Interaction(kind, direction, happened, people, one["text"], one.get("minutes"))

    def _happened(self, one: Told) -> Happened:
        on = self._day(one["day"])
        if "at" not in one:
            return Happened(on)
        at = instant(on, time.fromisoformat(one["at"]), self._present.here)
        return Happened(on, at, getattr(self._present.here, "key", "") or "")

    def _promise(self, one: Told, people: tuple[ContactId, ...]) -> Promise:
        return Promise(
            OwedBy(one["owed_by"]),
            one["text"],
            people,
            self._day(one["made"]),
            DueTime(self._day(one["due"])),
            told_in=self._entries.get(one.get("told_in", "-")),
        )

    def _reminder(self, one: Told, people: tuple[ContactId, ...]) -> Reminder:
        rule = read_rule(one["repeats"]) if "repeats" in one else None
        at = time.fromisoformat(one["at"]) if "at" in one else None
        due = None if one["due"] is None else DueTime(self._day(one["due"]), at)
        return Reminder(
            one["text"],
            people,
            due,
            self._present.now,
            repeats=None if isinstance(rule, RefusedRule) else rule,
            began_on=due.on if due is not None and rule is not None else None,
            done_at=self._present.now if one.get("done") else None,
            told_in=self._entries.get(one.get("told_in", "-")),
        )

    def _keep_rhythm(self, contact: ContactId, one: Told) -> None:
        chosen = self._book.rhythms.of(contact)
        cadence = Cadence(one["every"]) if "every" in one else None
        agreed = bool(one.get("agreed"))
        self._book.rhythms.choose(contact, replace(chosen, cadence=cadence, agreed=agreed, asked=agreed))

    def _moment(self, one: Told, contact: ContactId) -> Moment:
        on = self._day(one["day"])
        day = PartialDate(on.year, on.month, on.day)
        return Moment(DateKind.OTHER, day, contact, one["label"], yearly=False)
