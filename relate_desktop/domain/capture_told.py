"""Conversations and notes made of what their clauses say."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from relate_desktop.domain.capture_days import Resolved, Toward, resolved
from relate_desktop.domain.capture_doubt import left_hanging, others_named
from relate_desktop.domain.capture_due import half_read
from relate_desktop.domain.capture_line import Clause, Line
from relate_desktop.domain.capture_parts import (
    CapturedConversation,
    CapturedNote,
    CapturedPart,
    Doubt,
    MarkKind,
)
from relate_desktop.domain.capture_talk import Form, FoundTalk
from relate_desktop.domain.capture_when import FoundWhen
from relate_desktop.domain.capture_who import Group, Named, Question, Who, named, only_people, owner_in
from relate_desktop.domain.capture_words import Shape, Side, When
from relate_desktop.domain.interaction import Direction, InteractionKind

_NEVER_THE_DAY = frozenset({Shape.ROOM, Shape.EVERY})
_ELAPSED = frozenset({Shape.AWAY})
_PLANNED = frozenset({InteractionKind.CALL, InteractionKind.MEETING})
"""What may be written down ahead; a mail of tomorrow is not written yet."""


@dataclass(frozen=True, slots=True)
class Built:
    """A part with what has to be asked about it, and whom it names."""

    part: CapturedPart
    questions: tuple[Question, ...]
    whos: tuple[Who, ...] = ()


@dataclass(frozen=True, slots=True)
class _Time:
    """When a conversation was: its day, its hour where one was said, and what was read for it."""

    on: date
    at: time | None
    places: frozenset[int]
    questions: tuple[Question, ...]


def build_talk(line: Line, clause: Clause, talk: FoundTalk, clauses: Sequence[Clause]) -> Built:
    """The conversation of a clause; ``clauses`` are all those that may say more of it."""
    when = _time(line, clause, talk, clauses)
    group, apart = _group(line, clause, talk, clauses)
    people = _people(line, clause, group)
    minutes, lasting = _length(line, clauses)
    asked: tuple[Question, ...] = ()
    if talk.direction is None:
        asked = (_question(line, Doubt.DIRECTION, [min(talk.what)]),)
    read = talk.used | apart | when.places | lasting
    text = line.text(clauses, read)
    who_places = set() if group is None else set(group.places)
    part = CapturedConversation(
        people=people.people,
        kind=talk.kind,
        direction=talk.direction or Direction.MINE,
        on=when.on,
        at=when.at,
        minutes=minutes,
        text=text,
        marks=(
            *line.mark(MarkKind.WHAT, talk.what),
            *line.mark(MarkKind.WHO, who_places),
            *line.mark(MarkKind.WHEN, when.places),
            *line.mark(MarkKind.LENGTH, lasting - when.places),
        ),
    )
    whos = group.people if group is not None else ()
    if when.on > line.present.today and talk.kind not in _PLANNED:
        asked = (*asked, _question(line, Doubt.WHEN, sorted(when.places or talk.what)))
    if untold := left_untold(line, clauses, read):
        asked = (*asked, _question(line, Doubt.WHAT, sorted(untold)))
    if not when.questions and not asked:
        asked = others_named(line, clause, read) or left_hanging(line, clauses, read)
    if not asked and group is not None and _among_themselves(line, clause, talk, group):
        asked = (_question(line, Doubt.WHAT, clause.range),)
    if half_read(line, clause.range, read) and not when.questions and not _topic_before(line, clause, talk):
        asked = (*asked, _question(line, Doubt.WHEN, clause.range))
    return Built(part, (*people.questions, *when.questions, *asked), whos)


def build_note(line: Line, clauses: Sequence[Clause]) -> Built | None:
    """The note these clauses are; None where they say nothing."""
    prefix, led = _note_prefix(line, clauses) if clauses else (set[int](), None)
    text = line.text(clauses, prefix)
    if not text:
        return None
    places = {place for clause in clauses for place in clause.range}
    mentions = line.mentions_in(places)
    whos = tuple(Who(item.start, item.stop, item.text, item) for item in mentions)
    if not whos:
        whos = led.people if led is not None else ()
    people = named(line, whos, ())
    questions = people.questions
    if not whos:
        people = Named(()) if line.about is None else Named((line.about,))
        questions = () if people.people else (_question(line, Doubt.NOBODY, sorted(places)),)
    if not prefix and (hints := _hints_of_talk(line, clauses)):
        questions = (*questions, _question(line, Doubt.WHAT, sorted(hints)))
    on, timed = _note_day(line, places)
    marks = (
        *line.mark(MarkKind.NOTE, prefix),
        *line.mark(MarkKind.WHO, {place for who in whos for place in range(who.start, who.stop)}),
        *line.mark(MarkKind.WHEN, timed),
    )
    return Built(CapturedNote(people.people, on, text, marks), questions, whos)


def _among_themselves(line: Line, clause: Clause, talk: FoundTalk, group: Group) -> bool:
    """Whether several talked, and nothing says that I was there: *Anna and Olena had lunch*."""
    language = line.language
    before = group.start >= clause.start and group.stop <= min(talk.what) and len(group.people) > 1
    words = {line.folded(place) for place in clause.range}
    told = talk.form is Form.TOLD or (language.object_first and words & language.be)
    if not before or not told or talk.direction is not Direction.BOTH:
        return False
    if words & (language.first_person | language.to_me | language.with_words | language.have):
        return False
    return not language.object_first or bool(words & (language.has | language.be))


def _group(
    line: Line, clause: Clause, talk: FoundTalk, clauses: Sequence[Clause]
) -> tuple[Group | None, frozenset[int]]:
    """With whom: as the clause says, else a clause that names people and nothing else."""
    apart = [found for clause in clauses if (found := only_people(line, clause)) is not None]
    if talk.group is None:
        if apart:
            return apart[0], frozenset(apart[0].places)
        start = clause.start if line.language.object_first else max(talk.what) + 1
        return owner_in(line, clause, start), frozenset()
    listed = [found for found in apart if found.start == talk.group.stop + 1]
    if not listed:
        return talk.group, frozenset()
    whole = Group(talk.group.start, listed[0].stop, (*talk.group.people, *listed[0].people))
    return whole, frozenset(whole.places)


def _people(line: Line, clause: Clause, group: Group | None) -> Named:
    if group is None:
        if line.about is not None:
            return Named((line.about,))
        return Named((), (_question(line, Doubt.NOBODY, list(clause.range)),))
    before = [
        Who(item.start, item.stop, item.text, item)
        for item in line.mentions
        if item.start < group.start and not item.possessive
    ]
    return named(line, group.people, before)


def _length(line: Line, clauses: Iterable[Clause]) -> tuple[int | None, frozenset[int]]:
    found = [item for clause in clauses for item in line.lengths_in(clause.range)]
    if not found:
        return None, frozenset()
    return found[0].minutes, frozenset(range(found[0].start, found[0].stop))


def _time(line: Line, clause: Clause, talk: FoundTalk, clauses: Sequence[Clause]) -> _Time:
    """When it was. A time that cannot be its day stays in the text, or is asked about."""
    questions: list[Question] = []
    found: list[tuple[FoundWhen, Resolved]] = []
    for item in _times_of(line, clause, clauses):
        if item.when.shape is Shape.VAGUE:
            if line.folded(item.start - 1) in line.language.topics:
                continue
            questions.append(_question(line, Doubt.WHEN, range(item.start, item.stop)))
            continue
        come = _resolved(line, item, talk)
        if come is not None:
            found.append((item, come))
    days = [pair for pair in found if pair[0].when.shape is not Shape.TIME]
    hours = [pair for pair in found if pair[0].when.shape is Shape.TIME]
    chosen = (days[:1] or hours[:1]) + (hours[:1] if days else [])
    if not chosen:
        return _stretched(line, clauses, questions)
    item, come = chosen[0]
    if days and _after_topic(line, clause, talk, item):
        place = range(item.start, item.stop)
        questions.append(_question(line, Doubt.WHEN, place, (line.present.today, *come.days)))
        return _Time(line.present.today, None, frozenset(), tuple(questions))
    at = next((hour.at for when, hour in chosen if _has_hour(when.when)), None)
    if len(days) > 1 or not come.sure:
        place = range(item.start, item.stop)
        questions.append(_question(line, Doubt.WHEN, place, come.days if len(come.days) > 1 else ()))
    places = frozenset(place for when, _ in chosen for place in range(when.start, when.stop))
    return _Time(come.on or line.present.today, at, places, tuple(questions))


def _times_of(line: Line, clause: Clause, clauses: Sequence[Clause]) -> list[FoundWhen]:
    """The times of the clause itself and of those that say nothing but a time, a length or whom."""
    found = line.times_in(clause.range)
    for other in clauses:
        if other != clause and _only_says_when(line, other):
            found += line.times_in(other.range)
    return [item for item in found if item.when.shape not in _NEVER_THE_DAY and not item.when.due_only]


def _only_says_when(line: Line, clause: Clause) -> bool:
    people = {place for item in line.mentions_in(clause.range) for place in range(item.start, item.stop)}
    return set(clause.range) <= line.timed(clause.range) | people


def _resolved(line: Line, found: FoundWhen, talk: FoundTalk) -> Resolved | None:
    """The day a time comes to; None for one that lies ahead of what has happened."""
    present, when = line.present, found.when
    if talk.form is Form.TOLD:
        come = resolved(when, present, Toward.PAST)
        ahead = come.on is not None and come.on > present.today
        return None if ahead or come.on is None else come
    if when.shape is Shape.WEEKDAY and when.side is None and when.hour is not None:
        ahead_days = resolved(when, present, Toward.FUTURE)
        behind = resolved(when, present, Toward.PAST)
        days = tuple(dict.fromkeys((*ahead_days.days, *behind.days)))
        return Resolved(days, ahead_days.at, sure=False)
    toward = Toward.NEAREST
    if when.shape is Shape.TIME:
        day = resolved(When(Shape.DAY), present, Toward.NEAREST)
        return Resolved(day.days, resolved(when, present, Toward.NEAREST).at)
    come = resolved(when, present, toward)
    return come if come.on is not None else None


def _stretched(line: Line, clauses: Sequence[Clause], questions: Sequence[Question]) -> _Time:
    """Today, at the hour a stretch such as ``9:15-9:45`` begins."""
    for clause in clauses:
        for item in line.lengths_in(clause.range):
            if item.begins is not None:
                at = resolved(item.begins, line.present, Toward.NEAREST).at
                return _Time(line.present.today, at, frozenset({item.start}), tuple(questions))
    return _Time(line.present.today, None, frozenset(), tuple(questions))


def _has_hour(when: When) -> bool:
    """Whether a time says an hour, as *10 min ago* does and *this morning* does not."""
    elapsed = when.shape in _ELAPSED and when.unit is not None and when.unit.value in {"minute", "hour"}
    return when.hour is not None or elapsed


def _after_topic(line: Line, clause: Clause, talk: FoundTalk, found: FoundWhen) -> bool:
    """Whether a time stands behind *about*: it may be when it was, or what it was about."""
    if found.start not in clause.range:
        return False
    topics = line.language.topics
    read = talk.used | line.timed(clause.range)
    before = range(clause.start, found.start)
    about = [
        place
        for place in before
        if place not in read and (line.folded(place) in topics or _begins_purpose(line, place))
    ]
    return bool(about) and max(about) > max(
        (place for place in talk.what if place in clause.range), default=-1
    )


def _begins_purpose(line: Line, place: int) -> bool:
    """*rang to cancel Friday*: what it was for, with a time of its own."""
    language = line.language
    purpose = line.folded(place) in language.to_words and line.folded(place + 1) in language.todo
    return purpose and not language.object_first


def _topic_before(line: Line, clause: Clause, talk: FoundTalk) -> bool:
    """Whether the clause says what it was about, where times may stand as they like."""
    return any(line.folded(place) in line.language.topics for place in clause.range if place not in talk.used)


def _note_prefix(line: Line, clauses: Sequence[Clause]) -> tuple[set[int], Group | None]:
    """The words that only say that a note follows, and on whom: *Note for Anna:*, *Anna:*."""
    first = clauses[0]
    if first.start != 0:
        return set(), None
    found = line.language.notes.at(line.tokens, 0, first.stop)
    place = found[0] if found is not None else 0
    prefix = set(range(place))
    if found is not None and line.folded(place) in line.language.note_links:
        prefix.add(place)
        place += 1
    rest = Clause(place, first.stop, first.ends)
    group = only_people(line, rest) if place < first.stop else None
    if group is not None and first.ends.strip() in {":", "-", "\u2013"}:
        return prefix | set(group.places), group
    return prefix, None


def _hints_of_talk(line: Line, clauses: Sequence[Clause]) -> set[int]:
    """The places of what hardly stands in a note: a length, or something done with somebody."""
    language = line.language
    for clause in clauses:
        for length in line.lengths_in(clause.range):
            return set(range(length.start, length.stop))
        if line.mentions_in(clause.range):
            for time in line.times_in(clause.range):
                if _has_hour(time.when) and not _not_talked(line, clause):
                    return set(range(time.start, time.stop))
        for place in range(clause.start, clause.stop - 1):
            at_theirs = line.folded(place) in language.at_words and line.mention_at(place + 1) is not None
            if at_theirs and not _not_talked(line, clause):
                return {place, place + 1}
        for place in range(clause.start, min(clause.start + 4, clause.stop - 1)):
            links = language.with_words | language.from_words
            linked = line.folded(place) in links and line.mention_at(place + 1) is not None
            if linked and not _not_talked(line, clause) and not language.once.at(line.tokens, place - 1):
                return {place, place + 1}
    return set()


def _not_talked(line: Line, clause: Clause) -> bool:
    """Whether a clause says that they did not talk: *no call from Anna*."""
    language = line.language
    return any(
        language.negations.at(line.tokens, place, clause.stop) or line.folded(place) in language.none
        for place in clause.range
    )


def left_untold(line: Line, clauses: Sequence[Clause], read: Collection[int]) -> set[int]:
    """The places of a conversation with somebody else that stayed in the text of another."""
    language = line.language
    for clause in clauses:
        others = [
            item for item in line.mentions_in(clause.range) if item.start not in read and not item.possessive
        ]
        for place in clause.range:
            told = language.past.at(line.tokens, place, clause.stop)
            if told is not None and place not in read and others and line.mention_at(place) is None:
                return set(range(place, place + told[0]))
    return set()


def _note_day(line: Line, places: Iterable[int]) -> tuple[date, frozenset[int]]:
    """The day a note is of: one that lies behind and is sure, else today."""
    held = set(places)
    behind = [
        (item, come)
        for item in line.times_in(held)
        if (item.when.side is Side.PAST or (item.when.shape is Shape.DAY and item.when.days < 0))
        and not item.when.due_only
        and (come := resolved(item.when, line.present, Toward.PAST)).sure
    ]
    if len(behind) != 1 or behind[0][1].on is None:
        return line.present.today, frozenset()
    item, come = behind[0]
    return come.on or line.present.today, frozenset(range(item.start, item.stop))


def _question(
    line: Line, doubt: Doubt, places: Sequence[int] | range, days: tuple[date, ...] = ()
) -> Question:
    start, stop = min(places), max(places) + 1
    return Question(doubt, line.text_between(start, stop), start, stop, days=days)
