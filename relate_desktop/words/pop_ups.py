"""The words of pop-ups: what is due, why, and the buttons that answer it."""

from collections.abc import Sequence

from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.meetings import Meeting
from relate_desktop.domain.moment import MomentDay
from relate_desktop.domain.pop_ups import PopUpKind, Telling
from relate_desktop.domain.snooze import Snooze
from relate_desktop.domain.text import display, fold, squeezed, visible
from relate_desktop.services.tellings import Answer, Tidings
from relate_desktop.system.notices import Button, Notice, Shown
from relate_desktop.words.briefs import useful_line
from relate_desktop.words.due import snoozed_words
from relate_desktop.words.due_reasons import due_reason_words
from relate_desktop.words.numbers import listed
from relate_desktop.words.reminders import pop_up_title
from relate_desktop.words.translation import _, ngettext

TRY = "try"
"""The key of the pop-up that is only tried."""
LOOK, WRITE = "look", "write"
"""Keys of buttons that open something, as ``Answer.OPEN`` does."""
_MOST_NAMES = 3
_LONGEST, _LONGEST_NAME = 200, 60


def notice_of(tidings: Tidings, *, hidden: bool, snooze: Snooze = Snooze.HOUR, sound: bool = False) -> Notice:
    """The words of a pop-up; ``hidden`` says nothing of whom and what it is about."""
    pop_up = tidings.pop_up
    title, body = _hidden(tidings) if hidden else _said(tidings)
    stays = pop_up.kind is PopUpKind.SINGLE and pop_up.tellings[0].day is None
    return Notice(pop_up.key, title, body, _buttons(tidings, snooze), stays=stays, sound=sound)


def a_try() -> Notice:
    """The pop-up that Settings shows to see whether any comes."""
    done = Button(Answer.DONE.value, answer_name(Answer.DONE))
    return Notice(TRY, _("A pop-up from Relate"), _("Reminders will look like this."), (done,))


def snooze_button(snooze: Snooze) -> str:
    """The button that puts a reminder off, as the user prefers."""
    return {
        Snooze.HOUR: _("Snooze 1 hour"),
        Snooze.EVENING: _("This evening"),
        Snooze.TOMORROW: _("Tomorrow"),
        Snooze.NEXT_WEEK: _("Next week"),
        Snooze.ROOM: _("When there is room"),
    }[snooze]


def answer_name(answer: Answer, snooze: Snooze = Snooze.HOUR) -> str:
    """The label of an answer's button."""
    return {
        Answer.DONE: _("Done"),
        Answer.SNOOZE: snooze_button(snooze),
        Answer.OPEN: _("Open"),
    }[answer]


def delivery_words(delivery: Shown | None) -> str:
    """What is wrong with the desktop's pop-ups, for Settings; empty where nothing is."""
    if delivery is None or delivery is Shown.ACCEPTED:
        return ""
    why = {
        Shown.ABSENT: _("this desktop has no service for them."),
        Shown.SILENT: _("the desktop’s service does not answer."),
        Shown.REFUSED: _("the system refused."),
    }[delivery]
    return _("Relate could not show pop-ups: {why} Reminders still appear here.").format(why=why)


def _said(tidings: Tidings) -> tuple[str, str]:
    pop_up = tidings.pop_up
    if pop_up.kind is not PopUpKind.SINGLE:
        title = pop_up_title(pop_up.kind, len(pop_up.tellings), "")
        return title, _whom(tidings)
    (telling,) = pop_up.tellings
    if telling.day is not None:
        return _day_title(telling.day, _called(telling, tidings)), _day_body(telling.day)
    if telling.meeting is not None:
        return _meeting_title(telling.meeting, tidings), _meeting_body(telling.meeting, tidings)
    item = telling.promise if telling.due is None else telling.due.reminder
    text = "" if item is None else visible(squeezed(item.text), _LONGEST)
    return text, _why(telling, text, tidings)


def _hidden(tidings: Tidings) -> tuple[str, str]:
    pop_up = tidings.pop_up
    if pop_up.kind is PopUpKind.SINGLE:
        title = _("A reminder is waiting")
    else:
        title = pop_up_title(pop_up.kind, len(pop_up.tellings), "")
    return title, _("Names are hidden in pop-ups.")


def _whom(tidings: Tidings) -> str:
    """Who several things are about: ``Layla, Chidi and Anna.``"""
    ids = dict.fromkeys(who for one in tidings.pop_up.tellings for who in one.people)
    names = [display(tidings.called[who], _LONGEST_NAME) for who in ids if who in tidings.called]
    parts = [_("{names}.").format(names=_some(names))] if names else []
    if tidings.pop_up.kind is PopUpKind.CATCH_UP:
        parts.append(_("No hurry."))
    return " ".join(parts)


def _some(names: Sequence[str]) -> str:
    """The first names, and how many there are more."""
    shown, more = names[:_MOST_NAMES], len(names) - _MOST_NAMES
    if more > 0:
        shown = [*shown, ngettext("{count} more", "{count} more", more).format(count=more)]
    return listed(shown)


def _why(telling: Telling, text: str, tidings: Tidings) -> str:
    """Who it is about where the text does not say so, when it is due if that is not now, and why."""
    present, parts = tidings.present, []
    name = _called(telling, tidings)
    if name and fold(name) not in fold(text):
        parts.append(_("With {name}.").format(name=display(name, _LONGEST_NAME)))
    due = telling.due
    if due is not None and due.due_at > present.now:
        parts.append(_("Due {when}.").format(when=snoozed_words(due.due_at, present)))
    if tidings.reason is not None:
        parts.append(_("{why}.").format(why=due_reason_words(tidings.reason, present.today)))
    return " ".join(parts)


def _called(telling: Telling, tidings: Tidings) -> str:
    names = [tidings.called[who] for who in telling.people if who in tidings.called]
    return listed(names)


def _day_title(day: MomentDay, called: str) -> str:
    name = display(called, _LONGEST_NAME)
    label = display(day.moment.label, _LONGEST_NAME) if day.moment.label else _("A day")
    return {
        DateKind.BIRTHDAY: _("{name}’s birthday is today"),
        DateKind.ANNIVERSARY: _("{name} has an anniversary today"),
        DateKind.DEATH: _("{name} died on this day"),
        DateKind.OTHER: _("{what} of {name} is today"),
    }[day.moment.kind].format(name=name, what=label)


def _meeting_title(meeting: Meeting, tidings: Tidings) -> str:
    """With whom and when: ``Misaki-san at 10:30``."""
    names = [display(person.called, _LONGEST_NAME) for person in meeting.people]
    hour = f"{meeting.at.astimezone(tidings.present.here):%H:%M}"
    return _("{names} at {hour}").format(names=_some(names), hour=hour)


def _meeting_body(meeting: Meeting, tidings: Tidings) -> str:
    """The one thing to know, else what it is about."""
    useful = useful_line(tidings.useful, meeting.people[0].called)
    return useful or visible(squeezed(meeting.title), _LONGEST)


def _day_body(day: MomentDay) -> str:
    """How many years it is: ``Turns 35.``"""
    if day.years is None:
        return ""
    said = {
        DateKind.BIRTHDAY: _("Turns {count}."),
        DateKind.ANNIVERSARY: ngettext("{count} year.", "{count} years.", day.years),
        DateKind.DEATH: ngettext("{count} year ago.", "{count} years ago.", day.years),
        DateKind.OTHER: ngettext("{count} year.", "{count} years.", day.years),
    }
    return said[day.moment.kind].format(count=day.years)


def _buttons(tidings: Tidings, snooze: Snooze) -> tuple[Button, ...]:
    kind = tidings.pop_up.kind
    if kind is PopUpKind.CATCH_UP:
        return (Button(LOOK, _("Look")),)
    opening = Button(Answer.OPEN, answer_name(Answer.OPEN))
    if kind is PopUpKind.SUMMARY:
        return (opening,)
    done = Button(Answer.DONE, answer_name(Answer.DONE))
    (telling,) = tidings.pop_up.tellings
    if telling.day is not None:
        return (Button(WRITE, _("Write")), done)
    if telling.meeting is not None:
        return (opening, Button(Answer.SNOOZE, _("Snooze 5 minutes")))
    if telling.promise is not None:
        return (done, opening)
    return (done, Button(Answer.SNOOZE, answer_name(Answer.SNOOZE, snooze)), opening)
