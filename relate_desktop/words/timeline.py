"""What happened, as rows of the timeline say it: ``She wrote``, ``Call, 40 min``, ``12 Nov``."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo

from relate_desktop.domain.gender import Gender
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import isolate, visible
from relate_desktop.domain.wall_time import zone_named
from relate_desktop.words.conversations import talked
from relate_desktop.words.dates import day_in_row, full_day, parts_of_date
from relate_desktop.words.numbers import listed, sentence
from relate_desktop.words.translation import _, ngettext

_HOUR = 60
NAMED = 3
"""So many people are named in a row; the rest are counted."""


def talk_title(
    talk: Interaction,
    called: str,
    gender: Gender = Gender.OTHER,
    others: Sequence[str] = (),
    *,
    planned: bool = False,
) -> str:
    """A conversation on the page of one person: ``She wrote``, ``Call, with Ken, 40 min``.

    ``called`` is the person whose page it is, ``others`` are those who took part besides. Of
    what is still to come nobody can say yet who reached out.
    """
    words = {
        Direction.MINE: _mine,
        Direction.THEIRS: _she if gender is Gender.SHE else _he if gender is Gender.HE else _they,
        Direction.BOTH: _both,
    }[Direction.BOTH if planned else talk.direction]()[talk.kind].format(name=isolate(called))
    if others:
        words = _("{what}, with {names}").format(what=words, names=names(others))
    return _with_length(words, talk.minutes)


def talk_sentence(talk: Interaction, people: Sequence[str], *, planned: bool = False) -> str:
    """A conversation in the list of everybody: ``You called Anna``, ``Meeting with Anna and Ken``."""
    if not people:
        return _with_length(_both()[talk.kind], talk.minutes)
    if len(people) == 1 and not planned:
        return _with_length(talked(talk.kind, talk.direction, people[0]), talk.minutes)
    words = _("{what} with {names}").format(what=_both()[talk.kind], names=names(people))
    return _with_length(words, talk.minutes)


def note_title(others: Sequence[str] = ()) -> str:
    """A note, with those it is about."""
    return _("Note about {names}").format(names=names(others)) if others else _("Note")


def moment_title(moment: Moment) -> str:
    """A special day by what it is: ``Birthday``, ``Anniversary``, or the user's own word."""
    if moment.label:
        return isolate(visible(moment.label, 80))
    return {
        DateKind.BIRTHDAY: _("Birthday"),
        DateKind.ANNIVERSARY: _("Anniversary"),
        DateKind.DEATH: _("Day of death"),
        DateKind.OTHER: _("Moment"),
    }[moment.kind]


def moment_when(moment: Moment) -> str:
    """The day of a moment, as far as it is known: ``3 March 1985``."""
    return parts_of_date(moment.date.year, moment.date.month, moment.date.day)


def moment_in_row(moment: Moment, today: date) -> str:
    """The same in a row: ``Monday``, ``30 Nov``; a day of every year as it was the first time."""
    year, month, day = moment.date.year, moment.date.month, moment.date.day
    if moment.yearly or year is None or month is None or day is None:
        return moment_when(moment)
    return sentence(day_in_row(date(year, month, day), today))


def names(people: Sequence[str]) -> str:
    """Some people in a row: ``Anna and Ken``, ``Anna, Ken, Mei and two others``."""
    shown = [isolate(name) for name in people[:NAMED]]
    rest = len(people) - len(shown)
    if rest:
        shown.append(ngettext("{count} other", "{count} others", rest).format(count=rest))
    return listed(shown)


def length_words(minutes: int) -> str:
    """How long something took: ``40 min``, ``2 h``, ``1 h 30 min``."""
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def when_in_row(happened: Happened, present: Present) -> str:
    """When something was, in a row: ``Today, 10:30``, ``12 Nov``, ``Friday, 14:00``.

    The hour is said of today and of what is still to come.
    """
    if happened.at is None or happened.on < present.today:
        return sentence(day_in_row(happened.on, present.today))
    local = happened.at.astimezone(present.here)
    day = sentence(day_in_row(local.date(), present.today))
    return _("{day}, {time}").format(day=day, time=f"{local:%H:%M}")


def when_in_full(happened: Happened, here: tzinfo) -> str:
    """When something was, for tooltips and descriptions."""
    day = full_day(happened.on)
    if happened.at is None:
        return day
    local = _local(happened, here)
    words = _("{day}, {time}").format(day=day, time=f"{local:%H:%M}")
    if local.utcoffset() == happened.at.astimezone(here).utcoffset():
        return words
    place = happened.zone.rpartition("/")[2].replace("_", " ")
    return _("{moment} in {place}").format(moment=words, place=isolate(place))


def last_touch(kind: InteractionKind, direction: Direction, gender: Gender, called: str) -> str:
    """Who reached out last, for the end of a sentence: ``she wrote``, ``you called``, ``you met``."""
    spoken = {
        Direction.MINE: _("you wrote"),
        Direction.THEIRS: {
            Gender.SHE: _("she wrote"),
            Gender.HE: _("he wrote"),
            Gender.OTHER: _("{name} wrote").format(name=isolate(called)),
        }[gender],
        Direction.BOTH: _("you were in touch"),
    }
    calls = {
        Direction.MINE: _("you called"),
        Direction.THEIRS: {
            Gender.SHE: _("she called"),
            Gender.HE: _("he called"),
            Gender.OTHER: _("{name} called").format(name=isolate(called)),
        }[gender],
        Direction.BOTH: _("you talked"),
    }
    if kind is InteractionKind.CALL:
        return calls[direction]
    if kind is InteractionKind.MEETING:
        return _("you met")
    if kind is InteractionKind.OTHER and direction is not Direction.THEIRS:
        return _("you were in touch")
    return spoken[direction]


def _with_length(words: str, minutes: int | None) -> str:
    if minutes is None:
        return words
    return _("{what}, {length}").format(what=words, length=length_words(minutes))


def _local(happened: Happened, here: tzinfo) -> datetime:
    """The moment on the clock of where it was; the caller knows that there is one."""
    moment = happened.at
    if moment is None:
        raise ValueError("only a day is known")
    return moment.astimezone(zone_named(happened.zone, here))


def _mine() -> Mapping[InteractionKind, str]:
    return {
        InteractionKind.CALL: _("You called"),
        InteractionKind.MEETING: _("You visited"),
        InteractionKind.MESSAGE: _("You wrote"),
        InteractionKind.MAIL: _("You mailed"),
        InteractionKind.OTHER: _("You reached out"),
    }


def _she() -> Mapping[InteractionKind, str]:
    return {
        InteractionKind.CALL: _("She called"),
        InteractionKind.MEETING: _("She came by"),
        InteractionKind.MESSAGE: _("She wrote"),
        InteractionKind.MAIL: _("She mailed"),
        InteractionKind.OTHER: _("She reached out"),
    }


def _he() -> Mapping[InteractionKind, str]:
    return {
        InteractionKind.CALL: _("He called"),
        InteractionKind.MEETING: _("He came by"),
        InteractionKind.MESSAGE: _("He wrote"),
        InteractionKind.MAIL: _("He mailed"),
        InteractionKind.OTHER: _("He reached out"),
    }


def _they() -> Mapping[InteractionKind, str]:
    return {
        InteractionKind.CALL: _("{name} called"),
        InteractionKind.MEETING: _("{name} came by"),
        InteractionKind.MESSAGE: _("{name} wrote"),
        InteractionKind.MAIL: _("{name} mailed"),
        InteractionKind.OTHER: _("{name} reached out"),
    }


def _both() -> Mapping[InteractionKind, str]:
    return {
        InteractionKind.CALL: _("Call"),
        InteractionKind.MEETING: _("Meeting"),
        InteractionKind.MESSAGE: _("Messages"),
        InteractionKind.MAIL: _("Mails"),
        InteractionKind.OTHER: _("Conversation"),
    }
