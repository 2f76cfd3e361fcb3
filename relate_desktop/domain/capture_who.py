"""Who is meant at a place of a line: names, pronouns, and names nobody goes by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from relate_desktop.domain.capture_line import Clause, Line
from relate_desktop.domain.capture_parts import Candidate, Doubt
from relate_desktop.domain.capture_people import Mention
from relate_desktop.domain.capture_tokens import TokenKind
from relate_desktop.domain.ids import ContactId


@dataclass(frozen=True, slots=True)
class Who:
    """One named or pointed at, in the tokens from ``start`` up to ``stop``.

    ``mention`` is a name somebody goes by; without it ``pronoun`` says whether it is one.
    """

    start: int
    stop: int
    text: str
    mention: Mention | None = None
    pronoun: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Several joined by *and*, in the tokens from ``start`` up to ``stop``."""

    start: int
    stop: int
    people: tuple[Who, ...]

    @property
    def places(self) -> range:
        """The places of its tokens."""
        return range(self.start, self.stop)


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt about whom or when, before it is known to which part it belongs."""

    doubt: Doubt
    text: str
    start: int
    stop: int
    candidates: tuple[Candidate, ...] = ()
    days: tuple[date, ...] = ()


def who_at(line: Line, place: int, *, stranger: bool = False) -> Who | None:
    """Who is named at a place; with ``stranger`` also by a name nobody in the book goes by."""
    mention = line.mention_at(place)
    if mention is not None:
        begins = mention.start == place and not mention.possessive
        return Who(place, mention.stop, mention.text, mention) if begins else None
    if pronoun_at(line, place):
        plural = line.folded(place) in line.language.they_all
        return Who(place, place + 1, line.tokens[place].text, pronoun=True, plural=plural)
    return stranger_at(line, place) if stranger else None


def pronoun_at(line: Line, place: int) -> bool:
    """Whether a pronoun of somebody else stands here, and does not only own what follows."""
    language, word = line.language, line.folded(place)
    if word not in language.they | language.they_all:
        return False
    if word not in language.their:
        return True
    following = line.folded(place + 1)
    if language.capital_nouns:
        return not (place + 1 < len(line.tokens) and line.tokens[place + 1].capital)
    return following not in language.family and following not in line.language.yearly


def stranger_at(line: Line, place: int) -> Who | None:
    """A name nobody goes by: words with capitals, behind a title if there is one."""
    start = place
    while line.folded(place) in line.language.titles:
        place += 1
    stop = place
    while stop < len(line.tokens) and stop - place < 3 and _may_be_name(line, stop):
        stop += 1
    if stop == place:
        return None
    return Who(start, stop, line.text_between(start, stop))


def group_at(line: Line, place: int, *, stranger: bool = False) -> Group | None:
    """The people named from a place on, joined by *and*, with a stranger among them if need be."""
    first = who_at(line, place, stranger=stranger)
    if first is None:
        return None
    people, stop = [first], first.stop
    while line.folded(stop) in line.language.and_words:
        following = who_at(line, stop + 1, stranger=True)
        if following is None or following.pronoun:
            if line.folded(stop + 1) in line.language.first_person:
                stop += 2
            break
        people.append(following)
        stop = following.stop
    return Group(place, stop, tuple(people))


def group_before(line: Line, stop: int, start: int) -> Group | None:
    """The people named right up to a place, from ``start`` at the earliest."""
    for place in range(start, stop):
        group = group_at(line, place)
        if group is not None and group.stop == stop:
            return group
    return None


def groups_in(line: Line, clause: Clause) -> Iterator[Group]:
    """The groups of known people and pronouns in a clause, from left to right."""
    place = clause.start
    while place < clause.stop:
        group = group_at(line, place)
        if group is None:
            place += 1
        else:
            yield group
            place = group.stop


def owner_in(line: Line, clause: Clause, start: int) -> Group | None:
    """Somebody named only as an owner, from a place on: *dinner at Chidi's*.

    Of *Chidi's agent* it is the agent, whom nobody knows.
    """
    for mention in line.mentions_in(range(start, clause.stop)):
        if mention.possessive:
            who = Who(mention.start, mention.stop, mention.text, mention)
            if _owns_somebody(line, clause, mention):
                who = Who(mention.stop, mention.stop + 1, line.tokens[mention.stop].text)
            return Group(mention.start, who.stop, (who,))
    return None


def _owns_somebody(line: Line, clause: Clause, mention: Mention) -> bool:
    """Whether the one talked with stands behind their owner, and is nothing one talks by."""
    language, place = line.language, mention.stop
    links = language.with_words | language.to_words | language.from_words
    led = line.folded(mention.start - 1) in links - language.at_words or mention.start == clause.start
    if place >= clause.stop or not led:
        return False
    word = line.tokens[place]
    named = word.kind is TokenKind.WORD and (word.capital or not language.capital_nouns)
    return named and place not in line.timed(clause.range) and language.nouns.word(word.folded) is None


def only_people(line: Line, clause: Clause) -> Group | None:
    """The group a clause consists of; None where it says anything else."""
    group = group_at(line, clause.start)
    return group if group is not None and group.stop == clause.stop else None


@dataclass(frozen=True, slots=True)
class Named:
    """Whom a group comes to, with what has to be asked about it."""

    people: tuple[Candidate, ...]
    questions: tuple[Question, ...] = ()


def named(line: Line, whos: Sequence[Who], before: Sequence[Who]) -> Named:
    """Whom the words mean. A pronoun means those named ``before``, else who the page is about."""
    people: dict[ContactId, Candidate] = {}
    questions: list[Question] = []
    for who in whos:
        found = _pointed_at(line, who, before) if who.pronoun else _named(who)
        people |= {candidate.contact: candidate for candidate in found.people}
        questions += found.questions
    return Named(tuple(people.values()), tuple(questions))


def _named(who: Who) -> Named:
    candidates = who.mention.candidates if who.mention is not None else ()
    if len(candidates) == 1:
        return Named(candidates)
    doubt = Doubt.WHO if candidates else Doubt.UNKNOWN
    return Named((), (Question(doubt, who.text, who.start, who.stop, candidates),))


def _pointed_at(line: Line, who: Who, before: Sequence[Who]) -> Named:
    names = {other.text: other for other in before if not other.pronoun}
    if not names:
        if line.about is not None:
            return Named((line.about,))
        return Named((), (Question(Doubt.PRONOUN, who.text, who.start, who.stop),))
    if len(names) > 1 and not who.plural:
        known = tuple(candidate for other in names.values() for candidate in _named(other).people)
        return Named((), (Question(Doubt.PRONOUN, who.text, who.start, who.stop, known),))
    # What has to be asked about the name itself was asked where it stood.
    return Named(tuple(candidate for other in names.values() for candidate in _named(other).people))


def _may_be_name(line: Line, place: int) -> bool:
    token = line.tokens[place]
    if token.kind is not TokenKind.WORD or not token.capital or line.mention_at(place) is not None:
        return False
    known = line.language.vocabulary | line.language.articles
    if token.folded in known or line.language.nouns.at(line.tokens, place):
        return False
    return not any(found.start <= place < found.stop for found in line.times)
