"""Reminders read from the clauses of a line: asked for, or meant by what is to be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from relate_desktop.domain.capture_days import Resolved
from relate_desktop.domain.capture_deeds import to_be_done
from relate_desktop.domain.capture_due import (
    FoundDue,
    behind_times,
    continues,
    denied,
    drop_links,
    find_due,
    says_more,
)
from relate_desktop.domain.capture_line import Clause, Line
from relate_desktop.domain.capture_who import Who, group_at, groups_in, stranger_at


@dataclass(frozen=True, slots=True)
class FoundReminder:
    """A reminder in the clauses from ``first`` up to ``last``, both by their place in the line."""

    clauses: range
    text: str
    whos: tuple[Who, ...]
    due: FoundDue
    places: frozenset[int]


def find_reminder(line: Line, index: int) -> FoundReminder | None:
    """The reminder asked for by the clause of this number: *remind me*."""
    trigger = _reminding(line, line.clauses[index])
    return None if trigger is None else _reminder(line, _with_neighbours(line, index, trigger), trigger)


def find_task(line: Line, index: int) -> FoundReminder | None:
    """The reminder meant by a clause that says what is to be done: *call Anna tomorrow*."""
    clause = line.clauses[index]
    if _tells_of_somebody(line, index):
        return None
    start = _to_do(line, clause)
    if start is None:
        return None
    stop = index + 1
    while stop < len(line.clauses) and continues(line, stop):
        stop += 1
    return _reminder(
        line, range(index, stop), frozenset(range(clause.start, start)) - line.timed(clause.range)
    )


def _tells_of_somebody(line: Line, index: int) -> bool:
    """Whether a clause goes on with the one before, or says what somebody else does or will do.

    *dass wir verschieben*, *sie kommt uns besuchen*, *Will die Eröffnung verschieben*.
    """
    language, clause = line.language, line.clauses[index]
    untimed = clause.start not in line.timed(clause.range)
    if index and untimed and line.folded(clause.start) in language.subordinates - language.articles:
        return True
    return language.object_first and _of_others(line, clause, behind_times(line, clause))


def _of_others(line: Line, clause: Clause, start: int) -> bool:
    """Whether somebody else, or nobody named, is the one who does or will do it."""
    language, tokens = line.language, line.tokens
    wants = (language.futures, language.obligations)
    somebody = line.mention_at(start)
    if somebody is not None:
        verb = any(table.at(tokens, somebody.stop, clause.stop) for table in wants)
        return verb and not any(line.folded(place) in language.first_person for place in clause.range)
    if line.folded(start) in language.they | language.they_all:
        third = line.folded(start + 1).endswith("t") and line.folded(start + 1) not in language.topics
        return third or language.obligations.at(tokens, start + 1, clause.stop) is not None
    mine = (language.obligations, language.bare_futures)
    if any(table.at(tokens, start, clause.stop) for table in mine):
        return False
    return language.futures.at(tokens, start, clause.stop) is not None


def _reminding(line: Line, clause: Clause) -> frozenset[int] | None:
    """The places of *remind me*; None where the clause has nothing of it."""
    for place in clause.range:
        found = line.language.reminds.at(line.tokens, place)
        if found is not None and line.mention_at(place) is None and line.reminds_at(place):
            return frozenset(range(place, place + found[0]))
    asked = [place for place in clause.range if line.folded(place) in line.language.remind_verbs]
    me = [place for place in clause.range if line.folded(place) in line.language.to_me]
    if asked and me and me[0] < asked[0]:
        # What stands before "me" only asks: kannst du mich.
        return frozenset({*range(clause.start, me[0] + 1), asked[0]} - line.timed(clause.range))
    return None


def _with_neighbours(line: Line, index: int, trigger: frozenset[int]) -> range:
    """The clauses a reminder takes: a time said before it, and what it is about said behind it."""
    start, stop = index, index + 1
    clause = line.clauses[index]
    own = says_more(line, clause, trigger)
    bare = not own and not line.times_in(clause.range)
    while stop < len(line.clauses):
        ends = line.clauses[stop - 1].ends.strip()
        goes_on = ends in {",", ":"} and not own and (bare or _may_be_about(line, line.clauses[stop], ends))
        if not goes_on and not continues(line, stop):
            break
        own = own or says_more(line, line.clauses[stop], frozenset())
        stop += 1
    timed = line.times_in(range(clause.start, line.clauses[stop - 1].stop))
    if not timed and index and _only_times(line, line.clauses[index - 1]):
        start -= 1
    return range(start, stop)


def _only_asks(line: Line, clause: Clause) -> bool:
    """Whether a clause right before *remind me* only asks for it: *can you*, *please*."""
    named = line.mentions_in(clause.range) or line.times_in(clause.range)
    return clause.ends == " " and len(clause.range) <= 3 and not named


def _may_be_about(line: Line, clause: Clause, ends: str) -> bool:
    """Whether a clause can say what to be reminded of: behind a colon, or to do something."""
    if ends == ":" or line.folded(clause.start) in line.language.remind_links:
        return True
    if not line.language.object_first:
        return False
    last = line.tokens[clause.stop - 1]
    return last.folded.endswith("n") and not last.capital


def _only_times(line: Line, clause: Clause) -> bool:
    return set(clause.range) <= line.timed(clause.range)


def _to_do(line: Line, clause: Clause) -> int | None:
    """Where what is to be done begins in a clause that says so: *must call*, *Anna anrufen*."""
    language = line.language
    told = (language.past, language.attempts)
    if denied(line, clause) or any(table.at(line.tokens, place) for place in clause.range for table in told):
        return None
    start = behind_times(line, clause)
    if line.folded(start) in language.first_person:
        start += 1
    for obligation in (language.obligations, language.bare_futures):
        named = line.mention_at(start) is not None
        found = None if named else obligation.at(line.tokens, start, clause.stop)
        stop = start if found is None else start + found[0]
        if stop > start and _says_what(line, clause, stop):
            return stop
    need = language.needs.at(line.tokens, start, clause.stop)
    if need is not None and start + need[0] < clause.stop:
        return start + need[0]
    follows_up = any(language.follow_ups.at(line.tokens, place, clause.stop) for place in clause.range)
    told_to_do = line.folded(start) in language.imperatives and start + 1 < clause.stop
    by_verb = _ends_with_task(line, clause) if language.object_first else None
    by_verb = _begins_with_task(line, clause, start) if by_verb is None else by_verb
    return clause.start if follows_up or told_to_do or by_verb else None


def _says_what(line: Line, clause: Clause, start: int) -> bool:
    """Whether a verb for what is to be done follows an obligation."""
    language = line.language
    words = [line.folded(place) for place in range(start, clause.stop)]
    verbs = words if language.object_first else words[:1]
    if not words or words[0] in language.says or language.states.intersection(verbs):
        return False
    if line.language.object_first:
        return bool(line.language.todo.intersection(words))
    return True


def _begins_with_task(line: Line, clause: Clause, start: int) -> bool:
    """*call Anna tomorrow*, *send Layla the fonts*: a verb, and whom or what or when."""
    language = line.language
    if line.folded(start) not in language.todo or start + 1 >= clause.stop:
        return False
    noun = language.nouns.at(line.tokens, start, clause.stop)
    if noun is not None and not to_be_done(line, clause, start, start + noun[0]):
        return False
    following = line.folded(start + 1)
    named = group_at(line, start + 1) is not None or stranger_at(line, start + 1) is not None
    objects = language.articles | language.their | language.to_words
    ahead = find_due(line, clause.range)
    timed = ahead.resolved is not None and (ahead.resolved.on or line.present.today) >= line.present.today
    return named or (following in objects and following not in language.from_words) or timed


def _ends_with_task(line: Line, clause: Clause) -> bool:
    """*morgen Anna anrufen*: whom or what, and last the verb."""
    language = line.language
    timed = line.timed(clause.range)
    places = [place for place in clause.range if place not in timed]
    if len(places) < (1 if timed else 2):
        return False
    last = _end_of_task(line, places)
    task = [place for place in places if place <= last]
    if {line.folded(place) for place in task} & (language.has | language.have):
        return False
    due = find_due(line, clause.range).resolved if timed else None
    ahead = due is not None and due.on is not None and due.on >= line.present.today
    ends = {places[-1], last}
    return any(is_task(line, place) or (ahead and _infinitive(line, place)) for place in ends)


def _end_of_task(line: Line, places: Sequence[int]) -> int:
    """The last word before what a task is about: *Jürgen fragen ob er Zeit hat*."""
    language = line.language
    begins = language.subordinates - language.articles | language.topics
    about = [place for place in places[1:] if line.folded(place) in begins]
    return max(place for place in places if not about or place < about[0])


def _infinitive(line: Line, place: int) -> bool:
    """Whether a verb nobody listed looks like one to be done; participles do not."""
    token, language = line.tokens[place], line.language
    known = language.nouns.word(token.folded) is not None or token.folded in language.vocabulary
    return token.folded.endswith("en") and not token.capital and not known and "ge" not in token.folded[:6]


def is_task(line: Line, place: int) -> bool:
    """Whether a verb for something to be done stands here, also with *to* inside: *abzuholen*."""
    word, language = line.folded(place), line.language
    if word in language.todo:
        return not (language.object_first and line.tokens[place].capital)
    parts = language.object_first and not line.tokens[place].capital
    if parts and any(len(verb) > 5 and word.endswith(verb) for verb in language.todo):
        return True  # a verb with something before it: *zurückschicken*
    cut = word.find("zu", 1) if language.to_in_verb else -1
    return cut > 0 and word[:cut] + word[cut + 2 :] in language.todo


def _reminder(line: Line, clauses: range, trigger: frozenset[int]) -> FoundReminder:
    if clauses.start and _only_asks(line, line.clauses[clauses.start - 1]):
        asking = line.clauses[clauses.start - 1]
        clauses, trigger = range(clauses.start - 1, clauses.stop), trigger | frozenset(asking.range)
    places = range(line.clauses[clauses.start].start, line.clauses[clauses.stop - 1].stop)
    near = max(trigger) + 1 if trigger else None
    due = find_due(line, places, near)
    if due.resolved is None:
        due = FoundDue(Resolved(room=True), (), due.sure, due.topic)
    read = set(trigger | due.places)
    drop_links(line, places, read)
    covered = [line.clauses[index] for index in clauses]
    whos = [who for clause in covered for group in groups_in(line, clause) for who in group.people]
    whos += _owners(line, covered, whos)
    strangers = _strangers(line, covered, read) if not whos else []
    return FoundReminder(
        clauses, line.text(covered, read), (*_named_first(whos), *strangers), due, frozenset(places)
    )


def _owners(line: Line, clauses: Sequence[Clause], whos: Sequence[Who]) -> list[Who]:
    """Those named only as owners: *Ton's invoice*; for a reminder they are whom it is about."""
    if whos:
        return []
    owners = [
        mention for clause in clauses for mention in line.mentions_in(clause.range) if mention.possessive
    ]
    return [Who(mention.start, mention.stop, mention.text, mention) for mention in owners]


def _named_first(whos: Sequence[Who]) -> list[Who]:
    """The names; the pronouns only where there is no name."""
    names = [who for who in whos if not who.pronoun]
    return names or list(whos)


def _strangers(line: Line, clauses: Sequence[Clause], read: set[int]) -> list[Who]:
    """People unknown whom something is to be done with: *call Dr Fox*, *Dr. Fuchs anzurufen*."""
    language = line.language
    for clause in clauses:
        for place in clause.range:
            who = stranger_at(line, place) if place not in read else None
            if who is None or who.stop > clause.stop:
                continue
            titled = line.folded(place) in language.titles
            verb = line.folded(who.stop) if language.object_first else line.folded(place - 1)
            before = line.folded(place - 1) if place > clause.start else ""
            if titled or (verb in language.to_people and before not in language.articles):
                return [who]
    return []
