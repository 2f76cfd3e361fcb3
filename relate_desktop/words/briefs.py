"""The brief before a meeting in sentences, the same for the window, the printer and the command line."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from relate_desktop.domain.brief import Brief, PersonBrief
from relate_desktop.domain.markdown import plain
from relate_desktop.domain.payback import Payback
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import Promise
from relate_desktop.domain.text import display, fold, isolate, squeezed, visible
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.words.before import said_then
from relate_desktop.words.dates import full_day, month_name, weekday_name
from relate_desktop.words.meeting_people import also_invited
from relate_desktop.words.numbers import listed
from relate_desktop.words.suggestions import payback_sentence
from relate_desktop.words.today import day_and_month, moment_name, moment_when, on_day
from relate_desktop.words.translation import _

LONGEST = 300
_NAME = 80
_ONE_LINE = 160


class BriefPart(NamedTuple):
    """One part of what to know of somebody."""

    heading: str
    lines: tuple[str, ...]


def brief_title(brief: Brief) -> str:
    """What a brief is called: ``Before you meet Misaki-san and Ton``."""
    names = [display(one.person.called, _NAME) for one in brief.people]
    return _("Before you meet {names}").format(names=listed(names)) if names else _("Before you meet")


def brief_when(brief: Brief, present: Present) -> str:
    """When it is: ``Tuesday 24 November, 10:30 to 11:15``."""
    if brief.all_day and brief.on is not None:
        return full_day(brief.on)
    start, end = brief.starts_at.astimezone(present.here), brief.ends_at.astimezone(present.here)
    said = _("{weekday} {day} {month}, {start} to {end}")
    return said.format(
        weekday=weekday_name(start.date()),
        day=start.day,
        month=month_name(start.month),
        start=f"{start:%H:%M}",
        end=f"{end:%H:%M}",
    )


def brief_about(brief: Brief, present: Present) -> tuple[str, ...]:
    """What it is about, when and where, and who else comes."""
    lines = [display(squeezed(brief.title), LONGEST)] if brief.title.strip() else []
    lines.append(brief_when(brief, present))
    if brief.place.strip():
        lines.append(display(squeezed(brief.place), LONGEST))
    if brief.others:
        lines.append(also_invited(brief.others))
    return tuple(lines)


def person_line(brief: PersonBrief) -> str:
    """Who somebody is, besides what they are called: full name, pronouns, work, their hour."""
    person = brief.person
    said = [display(brief.pronouns, _NAME)] if brief.pronouns else []
    full = person.own_script or person.full_name
    if fold(full) != fold(person.called):
        said.insert(0, display(full, _NAME))
    said += [display(text, _NAME) for text in (person.role, person.organization) if text]
    if brief.there is not None:
        said.append(_("{hour} there").format(hour=f"{brief.there:%H:%M}"))
    return " · ".join(said)


def brief_parts(brief: PersonBrief, present: Present) -> tuple[BriefPart, ...]:
    """What to know of somebody, part by part; parts with nothing in them are left out."""
    called, today = isolate(brief.person.called), present.today
    parts = (
        BriefPart(_("You promised"), tuple(_owed(one, today) for one in brief.mine)),
        BriefPart(_("{name} promised").format(name=called), tuple(_owed(one, today) for one in brief.theirs)),
        BriefPart(
            _("Last time") if len(brief.talks) == 1 else _("The last times"),
            tuple(said_then(talk, brief.person.called, today)[1] for talk in brief.talks),
        ),
        BriefPart(_("Notes"), tuple(_note(note, today) for note in brief.notes)),
        BriefPart(
            _("Coming up"),
            tuple(
                _("{what}, {when}").format(
                    what=moment_name(day, brief.person.called), when=moment_when(day.on, today)
                )
                for day in brief.days
            ),
        ),
        BriefPart(_("Worth remembering"), tuple(_text(text) for text in brief.worth)),
    )
    return tuple(part for part in parts if part.lines)


def nothing_known(brief: PersonBrief) -> str:
    """Of somebody the book knows nothing of but the name."""
    name = isolate(brief.person.called)
    if brief.first_time:
        return _("You have not written anything down with {name} yet.").format(name=name)
    return _("Nothing else is written down about {name}.").format(name=name)


def useful_line(found: Payback | None, called: str) -> str:
    """The one thing to know before a meeting, in a row; empty where there is none."""
    if found is None:
        return ""
    if found.text:
        return visible(squeezed(plain(found.text)), _ONE_LINE)
    return payback_sentence(found, called)


def brief_text(brief: Brief, present: Present) -> Iterator[str]:
    """All of it as lines of plain text."""
    yield brief_title(brief)
    yield from brief_about(brief, present)
    for person in brief.people:
        yield ""
        yield from person_text(person, present)


def person_text(person: PersonBrief, present: Present) -> Iterator[str]:
    """What to know of one person as lines of plain text."""
    who = person_line(person)
    name = display(person.person.called, _NAME)
    yield _("{name} · {who}").format(name=name, who=who) if who else name
    if person.empty:
        yield f"  {nothing_known(person)}"
    for part in brief_parts(person, present):
        yield f"  {part.heading}"
        for line in part.lines:
            yield f"    {line}"


def _owed(promise: Promise, today: date) -> str:
    text = display(squeezed(promise.text), LONGEST)
    since = on_day(promise.made_on, today)
    if promise.due is not None:
        return _("{what}, by {day}").format(what=text, day=day_and_month(promise.due.on, today))
    return _("{what}, said {when}").format(what=text, when=since)


def _note(note: TimelineNote, today: date) -> str:
    return _("{day}: {text}").format(day=day_and_month(note.happened.on, today), text=_text(note.text))


def _text(text: str) -> str:
    return display(squeezed(plain(text)), LONGEST)
