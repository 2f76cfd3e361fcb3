"""With whom one talked: the people a verb or a noun of a clause goes with."""

from relate_desktop.domain.capture_line import Clause, Line
from relate_desktop.domain.capture_tokens import TokenKind
from relate_desktop.domain.capture_who import Group, Who, group_at, group_before, groups_in, stranger_at


def linked(line: Line, clause: Clause, place: int) -> tuple[Group | None, frozenset[int]]:
    """The group right behind a place, with the preposition before it."""
    language = line.language
    skipped = line.timed(clause.range)
    passed = language.fillers | language.to_me
    while place < clause.stop and (place in skipped or line.folded(place) in passed):
        place += 1
    links = language.with_words | language.from_words | language.to_words
    link = place if place < clause.stop and line.folded(place) in links else None
    start = place if link is None else place + 1
    group = group_at(line, start, stranger=True) if start < clause.stop else None
    if group is None and link is None:
        group = _lower_stranger(line, clause, start)
    return group, frozenset() if link is None or group is None else frozenset({link})


def _lower_stranger(line: Line, clause: Clause, place: int) -> Group | None:
    """A name in small letters that nobody goes by, where nobody else can be meant."""
    language = line.language
    if place >= clause.stop or line.about is not None or first_group(line, clause) is not None:
        return None
    token = line.tokens[place]
    known = language.vocabulary | language.fillers | language.particles
    if line.mention_at(place) is not None or line.folded(place - 1) in language.articles:
        return None
    if token.kind is not TokenKind.WORD or token.folded in known or place in line.timed(clause.range):
        return None
    if language.nouns.at(line.tokens, place) or language.channels.at(line.tokens, place):
        return None
    return Group(place, place + 1, (Who(place, place + 1, token.text),))


def first_group(line: Line, clause: Clause) -> Group | None:
    """The first group that is not only what they talked about."""
    for group in groups_in(line, clause):
        before = line.folded(group.start - 1) if group.start > clause.start else ""
        if before not in line.language.about_words:
            return with_stranger_before(line, clause.start, group)
    return None


def with_stranger_before(line: Line, start: int, group: Group) -> Group:
    """The group with somebody unknown joined to it in front: *Dave and Anna*."""
    if line.folded(group.start - 1) not in line.language.and_words:
        return group
    for place in range(start, group.start - 1):
        who = stranger_at(line, place)
        if who is not None and who.stop == group.start - 1:
            return Group(place, group.stop, (who, *group.people))
    return group


def stranger_before(line: Line, clause: Clause, verb: int) -> Group | None:
    """Somebody unknown before a verb that stands last: *Johanna angerufen*."""
    language = line.language
    things = language.articles | language.about_words | language.their
    for place in range(clause.start, verb):
        before = line.folded(place - 1) if place > clause.start else ""
        owner = line.mention_at(place - 1)
        unnamed = before in things or (owner is not None and owner.possessive)
        if unnamed or (line.about is not None and before not in language.with_words):
            continue
        group = group_at(line, place, stranger=True)
        if group is not None:
            return group
    return None


def link_before(line: Line, clause: Clause, group: Group) -> frozenset[int]:
    """The place of the preposition right before a group."""
    place = group.start - 1
    links = line.language.with_words | line.language.from_words | line.language.to_words
    return frozenset({place}) if place >= clause.start and line.folded(place) in links else frozenset()


def in_full(line: Line, clause: Clause, group: Group, verb: int) -> Group:
    """The group, with a known given name made a stranger's where another family name follows it."""
    last = group.people[-1]
    family = stranger_at(line, group.stop) if group.stop < clause.stop else None
    if family is None or last.mention is None or len(last.mention.text.split()) > 1:
        return group
    if family.stop != verb and line.folded(family.stop) not in line.language.and_words:
        return group
    whole = Who(last.start, family.stop, f"{last.text} {family.text}")
    return Group(group.start, family.stop, (*group.people[:-1], whole))


def unknown_subject(line: Line, clause: Clause, verb: int) -> Group | None:
    """Somebody or something nobody knows that did it: *The bakery called*."""
    language = line.language
    timed = line.timed(clause.range)
    passed = language.fillers | language.has | language.have | language.first_person | language.and_words
    start = next((place for place in range(clause.start, verb) if place not in timed), verb)
    words = range(start, verb)
    unread = [place for place in words if place not in timed and line.folded(place) not in passed]
    if not unread or any(line.mention_at(place) is not None for place in words):
        return None
    if any(line.folded(place) in language.they | language.they_all for place in words):
        return None
    return Group(start, verb, (Who(start, verb, line.text_between(start, verb)),))


def subject_of(line: Line, clause: Clause, verb: int) -> Group | None:
    """Who did it: the group right before the verb, which no preposition governs."""
    skipped = line.timed(clause.range)
    stop = verb
    passed = line.language.fillers | line.language.has | line.language.have
    while stop > clause.start and (stop - 1 in skipped or line.folded(stop - 1) in passed):
        stop -= 1
    group = group_before(line, stop, clause.start)
    group = None if group is None else with_stranger_before(line, clause.start, group)
    if group is None or link_before(line, clause, group):
        return None
    return group
