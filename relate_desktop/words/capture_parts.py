"""What quick capture understood, in plain words: each part as a title, a second line and a sentence."""

from datetime import date, time

from relate_desktop.domain.capture_parts import (
    CapturedConversation,
    CapturedDue,
    CapturedMoment,
    CapturedNote,
    CapturedPart,
    CapturedPerson,
    CapturedPromise,
    CapturedReminder,
)
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.text import display, isolate
from relate_desktop.words.conversations import talked
from relate_desktop.words.dates import day_in_row, full_day, month_name, parts_of_date, weekday_name
from relate_desktop.words.due import clock_time
from relate_desktop.words.numbers import listed, sentence
from relate_desktop.words.reminders import owed, repeats
from relate_desktop.words.timeline import length_words
from relate_desktop.words.translation import _

_LONGEST = 120


def part_title(part: CapturedPart, today: date) -> str:
    """What a part is: ``You called Anna``, ``Anna, about the invoice``, ``New person: Johanna``."""
    if isinstance(part, CapturedPerson):
        return _("New person: {name}").format(name=display(part.name))
    names, text = names_of(part), display(part.text, _LONGEST)
    if isinstance(part, CapturedConversation):
        planned = part.on > today
        return _planned(part.kind, names) if planned else talked(part.kind, part.direction, names)
    if isinstance(part, CapturedPromise):
        return owed(part.owed_by, names)
    if isinstance(part, CapturedReminder):
        return _about(names if part.people else "", part.text)
    if isinstance(part, CapturedNote):
        said = _("A note about {name}")
    elif isinstance(part, CapturedMoment):
        said = _("A day to remember for {name}: {what}")
    else:
        said = _("Worth remembering of {name}: {what}")
    return said.format(name=isolate(names), what=text)


def part_detail(part: CapturedPart, today: date) -> str:
    """The second line: day, length and words of a conversation, until when of what is owed."""
    if isinstance(part, CapturedPerson):
        pieces = [part.organization, *part.phones, *part.emails, part.text]
    elif isinstance(part, CapturedConversation):
        when = _day(part.on, today)
        hour = "" if part.at is None else clock_time(part.at)
        pieces = [when, hour, "" if part.minutes is None else length_words(part.minutes), part.text]
    elif isinstance(part, CapturedNote):
        pieces = [_day(part.on, today), part.text]
    elif isinstance(part, CapturedPromise):
        pieces = [
            part.text,
            "" if part.due is None else _("by {when}").format(when=due_near(part.due, today)),
        ]
    elif isinstance(part, CapturedReminder):
        pieces = [_reminded(part.due, today)]
    elif isinstance(part, CapturedMoment):
        when = parts_of_date(part.date.year, part.date.month, part.date.day)
        pieces = [when, _("every year") if part.yearly else ""]
    else:
        pieces = []
    return display(", ".join(piece for piece in pieces if piece), _LONGEST * 2)


def part_sentence(part: CapturedPart, today: date) -> str:
    """The whole part for assistive tools and the command line."""
    title, detail = part_title(part, today), part_detail(part, today)
    return f"{title}: {detail}" if detail else title


def names_of(part: CapturedPart) -> str:
    """Whom a part is about: ``Anna and Olena``; ``somebody`` as long as it is not said."""
    if isinstance(part, CapturedPerson):
        return part.name
    return listed([person.called for person in part.people]) or _("somebody")


def day_near(day: date, today: date) -> str:
    """A day to choose: ``today``, ``yesterday, Monday``, ``Monday 16 November``."""
    distance = (day - today).days
    near = {0: _("today"), -1: _("yesterday"), 1: _("tomorrow")}.get(distance)
    if near is not None:
        return _("{near}, {weekday}").format(near=near, weekday=weekday_name(day)) if distance else near
    return _day(day, today)


def _day(day: date, today: date) -> str:
    """A day in full, the year only where it is another; today is today."""
    if day == today:
        return _("today")
    if day.year != today.year:
        return full_day(day)
    month = month_name(day.month)
    return _("{weekday} {day} {month}").format(weekday=weekday_name(day), day=day.day, month=month)


def due_near(due: CapturedDue, today: date) -> str:
    """Until when: ``Friday 27 November, 14:00``, ``when there is room``, ``Every month``."""
    if due.on is None:
        return _("when there is room")
    said = day_near(due.on, today)
    if due.at is not None:
        said = _("{day}, {time}").format(day=said, time=clock_time(due.at))
    if due.repeats is not None:
        return _("{rule}, first on {day}").format(rule=repeats(due.repeats), day=said)
    return said


def day_short(day: date, today: date) -> str:
    """A day on a chip: ``today``, ``yesterday``, ``16 Nov``."""
    return day_in_row(day, today)


def due_short(due: CapturedDue, today: date) -> str:
    """Until when, on a chip: ``8 Dec, any time``, ``tomorrow, 09:00``, ``no date``."""
    if due.on is None:
        return _("no date")
    at = _("any time") if due.at is None else clock_time(due.at)
    return _("{day}, {time}").format(day=day_in_row(due.on, today), time=at)


def answers(text: str) -> str:
    """That the line also answers a reminder that is open."""
    return _("This also answers the reminder “{text}”.").format(text=display(text, _LONGEST))


def night_there(at: time, called: str) -> str:
    """That it is night for somebody then; it never keeps anybody from anything."""
    return _("It is {time} for {name} then.").format(time=clock_time(at), name=isolate(called))


def mark_done(text: str) -> str:
    """What the tick beside it does."""
    return _("Mark done: {text}").format(text=display(text, _LONGEST))


def _planned(kind: InteractionKind, names: str) -> str:
    return {
        InteractionKind.CALL: _("You will talk to {name} on the phone"),
        InteractionKind.MEETING: _("You meet {name}"),
        InteractionKind.MESSAGE: _("You will write to {name}"),
        InteractionKind.MAIL: _("You will mail {name}"),
        InteractionKind.OTHER: _("You will talk to {name}"),
    }[kind].format(name=isolate(names))


def _reminded(due: CapturedDue, today: date) -> str:
    if due.on is None:
        return _("Reminder when there is room")
    if due.repeats is not None:
        return sentence(due_near(due, today))
    return _("Reminder: {when}").format(when=due_near(due, today))


def _about(names: str, text: str) -> str:
    """A reminder in a few words; a name that stands in them is not said twice."""
    words = sentence(text)
    if not names or not text:
        return display(words, _LONGEST) or isolate(names)
    if any(name.casefold() in text.casefold() for name in names.split()):
        return display(words, _LONGEST)
    return _("{name}, {what}").format(name=isolate(names), what=display(text, _LONGEST))
