"""What each change of the time spent with people was: conversations, reminders, promises, rhythms.

Facts that are understood: ``name`` of the one person or ``contacts`` for several, ``kind`` and
``direction`` of a conversation (``kind`` is ``note`` for a note), ``entries`` for several of
them, ``title`` of a reminder or promise or moment, ``until`` of a snooze as a wall time,
``circle``, and ``count`` for several.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.words.dates import month_name, weekday_name
from relate_desktop.words.facts import Facts, count, named, somebody
from relate_desktop.words.numbers import listed, people, sentence
from relate_desktop.words.translation import N_, _, ngettext


def time_operation_names() -> Mapping[OperationKind, str]:
    """These kinds of change in a word or two."""
    return {
        OperationKind.LOG: _("Conversation"),
        OperationKind.NOTE: _("Note"),
        OperationKind.ENTRY_EDIT: _("Edit"),
        OperationKind.ENTRY_REMOVE: _("Removal"),
        OperationKind.REMIND: _("New reminder"),
        OperationKind.REMINDER_EDIT: _("Reminder edited"),
        OperationKind.REMINDER_REMOVE: _("Reminder removed"),
        OperationKind.DONE: _("Done"),
        OperationKind.SNOOZE: _("Snoozed"),
        OperationKind.PROMISE: _("New promise"),
        OperationKind.PROMISE_EDIT: _("Promise edited"),
        OperationKind.PROMISE_KEPT: _("Promise kept"),
        OperationKind.PROMISE_REMOVE: _("Promise removed"),
        OperationKind.MOMENT: _("New moment"),
        OperationKind.MOMENT_REMOVE: _("Moment removed"),
        OperationKind.RHYTHM: _("Stay in touch"),
        OperationKind.CIRCLE_RHYTHM: _("Stay in touch"),
        OperationKind.NOT_NOW: _("Not now"),
        OperationKind.CAPTURE: _("Jotted down"),
        OperationKind.MEETING_PEOPLE: _("Who somebody is"),
        OperationKind.STRANGERS: _("People of meetings"),
        OperationKind.STRANGERS_LEFT: _("Invited, nobody of the book"),
        OperationKind.HELD_MEETINGS: _("Meetings"),
    }


def _logged(facts: Facts) -> str:
    said = {
        InteractionKind.CALL: _("Wrote down a call with {somebody}."),
        InteractionKind.MEETING: _("Wrote down a meeting with {somebody}."),
        InteractionKind.MESSAGE: _("Wrote down a message with {somebody}."),
        InteractionKind.MAIL: _("Wrote down a mail with {somebody}."),
        InteractionKind.OTHER: _("Wrote down a conversation with {somebody}."),
    }
    return said[_kind(facts)].format(somebody=somebody(facts))


def _noted(facts: Facts) -> str:
    return _("Wrote a note about {somebody}.").format(somebody=somebody(facts))


def _entry_edited(facts: Facts) -> str:
    if facts.get("kind") == "note":
        return _("Edited a note about {somebody}.").format(somebody=somebody(facts))
    return _("Edited a conversation with {somebody}.").format(somebody=somebody(facts))


def _entry_removed(facts: Facts) -> str:
    several = count(facts, "entries")
    if several > 1:
        return ngettext(
            "Removed {count} conversation or note.", "Removed {count} conversations and notes.", several
        ).format(count=f"{several:,}")
    if facts.get("kind") == "note":
        return _("Removed a note about {somebody}.").format(somebody=somebody(facts))
    return _("Removed a conversation with {somebody}.").format(somebody=somebody(facts))


def _kind(facts: Facts) -> InteractionKind:
    kind = facts.get("kind")
    return InteractionKind(kind) if kind in set(InteractionKind) else InteractionKind.OTHER


def _titled(titled: str, about: str, several: str) -> Callable[[Facts], str]:
    """A sentence with the title where there is one, with the person, or with how many there were."""

    def said(facts: Facts) -> str:
        number = count(facts, "count")
        if number > 1:
            return _(several).format(count=f"{number:,}")
        title = named(facts, "title")
        if title:
            return _(titled).format(title=title)
        return _(about).format(somebody=somebody(facts))

    return said


def _snoozed(facts: Facts) -> str:
    """Until when, where that is known, and what."""
    what = named(facts, "title") or _("a reminder about {somebody}").format(somebody=somebody(facts))
    until = facts.get("until")
    if count(facts, "count") > 1 or not isinstance(until, str):
        return _PLAINLY_SNOOZED(facts)
    if not until:
        return _("Waits until there is room: {what}.").format(what=what)
    try:
        wall = datetime.fromisoformat(until)
    except ValueError:
        return _PLAINLY_SNOOZED(facts)
    day = _("{weekday} {day} {month}").format(
        weekday=weekday_name(wall.date()), day=wall.day, month=month_name(wall.month)
    )
    return _("Snoozed until {day}, {time}: {what}.").format(day=day, time=f"{wall:%H:%M}", what=what)


_PLAINLY_SNOOZED = _titled(
    N_("Snoozed {title}."), N_("Snoozed a reminder about {somebody}."), N_("Snoozed {count} reminders.")
)


def _circle(facts: Facts) -> str:
    circle = named(facts, "circle")
    if circle:
        return _("Changed how often to be in touch with the circle {circle}.").format(circle=circle)
    return _("Changed how often to be in touch with a circle.")


def _captured(facts: Facts) -> str:
    number = count(facts, "entries")
    if named(facts, "name") or count(facts, "contacts"):
        return _("Written down for {somebody}.").format(somebody=somebody(facts))
    return ngettext("Jotted down one thing.", "Jotted down {count} things.", max(number, 1)).format(
        count=f"{number:,}"
    )


def _said_who(facts: Facts) -> str:
    """Who an attendee or a title of a calendar is."""
    title = named(facts, "title")
    if not named(facts, "name"):
        return _("Said that {title} is nobody in the book.").format(title=title)
    return _("Said that {title} is {somebody}.").format(title=title, somebody=somebody(facts))


def _strangers(facts: Facts) -> str:
    """How many of those who are invited came into the book."""
    added = count(facts, "contacts")
    said = ngettext(
        "Added {people} who is invited to meetings.", "Added {people} who are invited to meetings.", added
    )
    return said.format(people=people(added))


def _strangers_left(facts: Facts) -> str:
    """How many of those who are invited are nobody of the book."""
    left = count(facts, "contacts")
    said = ngettext(
        "Said that {people} invited to meetings is nobody in the book.",
        "Said that {people} invited to meetings are nobody in the book.",
        left,
    )
    return said.format(people=people(left))


def _held(facts: Facts) -> str:
    """How many meetings became conversations, were changed and were taken back."""
    parts = []
    if written := count(facts, "written"):
        parts.append(ngettext("{count} meeting written down", "{count} meetings written down", written))
    if changed := count(facts, "changed"):
        parts.append(ngettext("{count} changed", "{count} changed", changed))
    if gone := count(facts, "gone"):
        parts.append(ngettext("{count} taken back", "{count} taken back", gone))
    counts = [number for number in (written, changed, gone) if number]
    said = [part.format(count=f"{number:,}") for part, number in zip(parts, counts, strict=True)]
    return _("{what}, as the calendar says.").format(what=sentence(listed(said))) if said else _("Meetings.")


TIME_WORDED: Mapping[OperationKind, Callable[[Facts], str]] = {
    OperationKind.LOG: _logged,
    OperationKind.NOTE: _noted,
    OperationKind.ENTRY_EDIT: _entry_edited,
    OperationKind.ENTRY_REMOVE: _entry_removed,
    OperationKind.REMIND: _titled(
        N_("Added the reminder {title}."),
        N_("Added a reminder about {somebody}."),
        N_("Added {count} reminders."),
    ),
    OperationKind.REMINDER_EDIT: _titled(
        N_("Edited the reminder {title}."),
        N_("Edited a reminder about {somebody}."),
        N_("Edited {count} reminders."),
    ),
    OperationKind.REMINDER_REMOVE: _titled(
        N_("Removed the reminder {title}."),
        N_("Removed a reminder about {somebody}."),
        N_("Removed {count} reminders."),
    ),
    OperationKind.DONE: _titled(
        N_("Done: {title}."), N_("Done: a reminder about {somebody}."), N_("Done: {count} reminders.")
    ),
    OperationKind.SNOOZE: _snoozed,
    OperationKind.PROMISE: _titled(
        N_("Added the promise {title}."),
        N_("Added a promise with {somebody}."),
        N_("Added {count} promises."),
    ),
    OperationKind.PROMISE_EDIT: _titled(
        N_("Edited the promise {title}."),
        N_("Edited a promise with {somebody}."),
        N_("Edited {count} promises."),
    ),
    OperationKind.PROMISE_KEPT: _titled(
        N_("Promise kept: {title}."), N_("A promise with {somebody} kept."), N_("{count} promises kept.")
    ),
    OperationKind.PROMISE_REMOVE: _titled(
        N_("Removed the promise {title}."),
        N_("Removed a promise with {somebody}."),
        N_("Removed {count} promises."),
    ),
    OperationKind.MOMENT: _titled(
        N_("Added the moment {title}."),
        N_("Added a moment of {somebody}."),
        N_("Added {count} moments."),
    ),
    OperationKind.MOMENT_REMOVE: _titled(
        N_("Removed the moment {title}."),
        N_("Removed a moment of {somebody}."),
        N_("Removed {count} moments."),
    ),
    OperationKind.RHYTHM: lambda facts: _("Changed how often to be in touch with {somebody}.").format(
        somebody=somebody(facts)
    ),
    OperationKind.CIRCLE_RHYTHM: _circle,
    OperationKind.NOT_NOW: lambda facts: _("Not now: {somebody}.").format(somebody=somebody(facts)),
    OperationKind.CAPTURE: _captured,
    OperationKind.MEETING_PEOPLE: _said_who,
    OperationKind.STRANGERS: _strangers,
    OperationKind.STRANGERS_LEFT: _strangers_left,
    OperationKind.HELD_MEETINGS: _held,
}
