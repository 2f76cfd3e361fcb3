"""What each change of calendars was.

Facts that are understood: ``name`` of the calendar, ``title`` of an event, and how many ``events``
and ``other_entries`` came, how many are ``changed_events`` and ``gone_events``.
"""

from collections.abc import Callable, Mapping

from relate_desktop.domain.change import OperationKind
from relate_desktop.words.facts import Facts, count, named
from relate_desktop.words.numbers import count_words, listed
from relate_desktop.words.translation import _, ngettext


def calendar_operation_names() -> Mapping[OperationKind, str]:
    """These kinds of change in a word or two."""
    return {
        OperationKind.CALENDAR_READ: _("Calendar read again"),
        OperationKind.CALENDAR_EDIT: _("Calendar"),
        OperationKind.CALENDAR_REMOVE: _("Calendar removed"),
        OperationKind.EVENT_HIDE: _("Event hidden"),
        OperationKind.EVENT_SHOW: _("Event shown"),
    }


def events(number: int) -> str:
    """How many events, for a sentence: ``one event``, ``190 events``."""
    return ngettext("{count} event", "{count} events", number).format(count=count_words(number))


def entries(events: int, others: int, *, in_words: bool = True) -> list[str]:
    """Events and what else is in a calendar, as far as there are any: ``two events``, ``one other entry``."""
    named = (
        (events, ngettext("{count} event", "{count} events", events)),
        (others, ngettext("{count} other entry", "{count} other entries", others)),
    )
    return [
        words.format(count=count_words(number) if in_words else f"{number:,}")
        for number, words in named
        if number
    ]


def _calendar(facts: Facts) -> str:
    return named(facts, "name") or _("a calendar")


def _read(facts: Facts) -> str:
    told = [
        words.format(events=events(number))
        for words, number in (
            (_("{events} new"), count(facts, "events")),
            (_("{events} changed"), count(facts, "changed_events")),
            (_("{events} gone"), count(facts, "gone_events")),
        )
        if number
    ]
    if not told:
        return _("Read {calendar} again.").format(calendar=_calendar(facts))
    return _("Read {calendar} again: {what}.").format(calendar=_calendar(facts), what=listed(told))


def _event(facts: Facts) -> str:
    return named(facts, "title") or _("an event")


CALENDAR_WORDED: Mapping[OperationKind, Callable[[Facts], str]] = {
    OperationKind.CALENDAR_READ: _read,
    OperationKind.CALENDAR_EDIT: lambda facts: _("Changed {calendar}.").format(calendar=_calendar(facts)),
    OperationKind.CALENDAR_REMOVE: lambda facts: _("Removed {calendar} from the calendars.").format(
        calendar=_calendar(facts)
    ),
    OperationKind.EVENT_HIDE: lambda facts: _("{event} is not shown any more.").format(event=_event(facts)),
    OperationKind.EVENT_SHOW: lambda facts: _("{event} is shown again.").format(event=_event(facts)),
}
