"""How two names are alike: the same, swapped, in other letters, short for one another, or others."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise, permutations

from relate_desktop.domain.gender import Gender
from relate_desktop.domain.given_names import GIVEN_NAMES
from relate_desktop.domain.latin import ABJADS, consonants, is_brief, latin, letters_of, sound
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.name_forms import NameForm
from relate_desktop.domain.short_names import is_short_for, short_for_either, spelled_alike
from relate_desktop.domain.word_fit import LONG, Fit, made_of, word_fit

_PARTICLE_WORDS = """
von van der den de la le du di da del della dos das zu zur zum af av el al bin ibn y e
"""
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_FEWEST_CONSONANTS = 3
_MOST_PERMUTED = 4
_TWO = 2


def likeness(one: Sequence[NameForm], other: Sequence[NameForm]) -> MatchReason | None:
    """What the names of two records say of their being one person; None where they say nothing.

    Of several ways to name somebody those that are most alike count. Numbers in the names tell
    people apart whom one counts: ``Test User 1``, ``Test User 2``.
    """
    if not one or not other:
        return MatchReason.NO_NAME
    counted, others = _numbers(one), _numbers(other)
    if not (counted <= others or others <= counted):
        return MatchReason.DIFFERENT_NAME
    found = min({_likeness(mine, theirs) for mine in one for theirs in other}, key=_RANK.__getitem__)
    return MatchReason.SIMILAR_NAME if counted != others and _RANK[found] < _RANK[None] else found


def generations_differ(
    one: Sequence[NameForm], other: Sequence[NameForm], *, told_by_both: bool = False
) -> bool:
    """Whether one is the senior and the other the junior, or the third of the name.

    Somebody without a word of it is the senior, unless both have to tell.
    """
    mine = {form.generation for form in one} - {0}
    theirs = {form.generation for form in other} - {0}
    if mine and theirs:
        return mine.isdisjoint(theirs)
    return not told_by_both and max(mine | theirs, default=0) > 1


def given_names_sound_alike(one: Sequence[NameForm], other: Sequence[NameForm]) -> bool:
    """Whether the given names are nearly one: a slip in writing, or two that somebody gave to twins."""
    return any(
        fit in {Fit.SPELLED, Fit.CLOSE}
        and (not (mine.given or theirs.given) or _given_left(mine, theirs, [first], [second]))
        and letters_of(first) != letters_of(second)
        for mine in one
        for theirs in other
        for first, second, fit in _aligned(mine.words, theirs.words, loosely=False)[0]
    )


def short_for_wife_or_husband(one: Sequence[NameForm], other: Sequence[NameForm]) -> bool:
    """Whether the short name is one of women and of men: ``Chris`` is not surely ``Christina``."""
    short = short_words(one, other)
    return short is not None and short_for_either(sound(short[0]))


def both_given_to_children(one: Sequence[NameForm], other: Sequence[NameForm]) -> bool:
    """Whether the name that is short for the other is as often a whole one: ``Jan`` and ``Johannes``."""
    short = short_words(one, other)
    return short is not None and all(latin(word) in GIVEN_NAMES for word in short)


def given_name_may_be_short(one: Sequence[NameForm], other: Sequence[NameForm]) -> bool:
    """Whether all that differs are two given names of which one may be made of the other."""
    for mine in one:
        for theirs in other:
            _pairs, left, right = _aligned(mine.words, theirs.words, loosely=False)
            if len(left) == 1 and right and any(made_of(left[0], word) for word in right):
                return True
            if len(right) == 1 and left and any(made_of(right[0], word) for word in left):
                return True
    return False


def short_words(one: Sequence[NameForm], other: Sequence[NameForm]) -> tuple[str, str] | None:
    """Which word of two names is short for which, for the sentence that says so."""
    for mine in one:
        for theirs in other:
            for first in mine.words:
                for second in theirs.words:
                    if first != second and word_fit(first, second) is Fit.SHORT:
                        return (first, second) if len(first) <= len(second) else (second, first)
    return None


_RANK: dict[MatchReason | None, int] = {
    MatchReason.SAME_NAME: 0,
    MatchReason.SWAPPED_NAME: 1,
    MatchReason.SPELLED_NAME: 2,
    MatchReason.OTHER_SCRIPT: 3,
    MatchReason.SHORT_NAME: 4,
    MatchReason.CLOSE_NAME: 5,
    MatchReason.PART_OF_NAME: 6,
    MatchReason.INITIALS: 7,
    MatchReason.SIMILAR_NAME: 8,
    MatchReason.GIVEN_NAME_ONLY: 9,
    None: 10,
    MatchReason.DIFFERENT_FAMILY_NAME: 11,
    MatchReason.DIFFERENT_GIVEN_NAME: 12,
    MatchReason.DIFFERENT_NAME: 13,
}
_OF_FIT = {
    Fit.SAME: MatchReason.SAME_NAME,
    Fit.SPELLED: MatchReason.SPELLED_NAME,
    Fit.SHORT: MatchReason.SHORT_NAME,
    Fit.CLOSE: MatchReason.CLOSE_NAME,
    Fit.INITIAL: MatchReason.INITIALS,
    Fit.SIMILAR: MatchReason.SIMILAR_NAME,
}


def _numbers(forms: Sequence[NameForm]) -> frozenset[str]:
    return frozenset().union(*(form.numbers for form in forms))


def _likeness(one: NameForm, other: NameForm) -> MatchReason | None:
    if one.words == other.words or sorted(one.words) == sorted(other.words):
        return _of_same_words(one, other)
    scripts = one.scripts != other.scripts
    spelled = _all_letters(one, other)
    pairs, mine, theirs = _aligned(one.words, other.words, loosely=scripts)
    if spelled:
        similar = any(fit is Fit.SIMILAR for _one, _other, fit in pairs)
        sounding = MatchReason.SIMILAR_NAME if similar else MatchReason.SPELLED_NAME
        return MatchReason.OTHER_SCRIPT if scripts else sounding
    mine, theirs = _telling(mine, one), _telling(theirs, other)
    if mine and theirs:
        alike = scripts and _begin_alike(one, other)
        return MatchReason.SIMILAR_NAME if alike else _different(one, other, pairs, mine, theirs)
    if mine or theirs:
        return _in_part(one, other, pairs)
    worst = max(fit for _one, _other, fit in pairs)
    return MatchReason.OTHER_SCRIPT if scripts and worst in {Fit.SPELLED, Fit.CLOSE} else _OF_FIT[worst]


def _telling(left: list[str], form: NameForm) -> list[str]:
    """What is left of a name without its particles, unless that is all of the name: ``Al``, ``Di``."""
    return left if _PARTICLES.issuperset(form.words) else [word for word in left if word not in _PARTICLES]


def _begin_alike(one: NameForm, other: NameForm) -> bool:
    """Whether all words begin alike of two names of which one is in a script that leaves vowels out."""
    brief = any(map(is_brief, one.words)) != any(map(is_brief, other.words))
    mine, theirs = (sorted(word[0] for word in form.sounds) for form in (one, other))
    return brief and mine == theirs and len(mine) > 1


def _in_part(one: NameForm, other: NameForm, pairs: list[tuple[str, str, Fit]]) -> MatchReason | None:
    """One name is all in the other."""
    worst = max(fit for _one, _other, fit in pairs)
    whole = [pair for pair in pairs if pair[2] is not Fit.INITIAL]
    if not whole:
        return None
    if worst is Fit.INITIAL:
        return MatchReason.INITIALS
    if len(whole) > 1:
        return _OF_FIT[worst] if worst in {Fit.SHORT, Fit.SIMILAR} else MatchReason.PART_OF_NAME
    first, second, _fit = whole[0]
    if first in one.family or second in other.family:
        return None  # a family name alone is a household's
    return MatchReason.SIMILAR_NAME if worst is Fit.SIMILAR else MatchReason.GIVEN_NAME_ONLY


def _different(
    one: NameForm, other: NameForm, pairs: list[tuple[str, str, Fit]], mine: list[str], theirs: list[str]
) -> MatchReason | None:
    similar = [pair for pair in pairs if pair[2] is Fit.SIMILAR]
    if similar:  # beside another name that differs these are two names as well
        pairs = [pair for pair in pairs if pair not in similar]
        mine = [*mine, *(first for first, _other, _fit in similar)]
        theirs = [*theirs, *(second for _one, second, _fit in similar)]
    if not pairs:
        single = min(len(one.words), len(other.words)) == 1
        return None if single else MatchReason.DIFFERENT_NAME
    if len(pairs) > 1 and all(fit is not Fit.INITIAL for _one, _other, fit in pairs):
        extra = {len(word) for word in (*mine, *theirs)}
        if max(extra) > 1:
            # two names agree and a further one differs on each side: a second family name, or a brother
            return MatchReason.DIFFERENT_GIVEN_NAME if _given_left(one, other, mine, theirs) else None
        return MatchReason.DIFFERENT_GIVEN_NAME
    if _given_left(one, other, mine, theirs):
        return MatchReason.DIFFERENT_GIVEN_NAME
    return MatchReason.DIFFERENT_FAMILY_NAME


def _given_left(one: NameForm, other: NameForm, mine: list[str], theirs: list[str]) -> bool:
    """Whether it is the given names that do not fit: as the cards say, else by their place."""
    if one.given and other.given:
        return any(word in one.given for word in mine) and any(word in other.given for word in theirs)
    if one.given or other.given:
        known, left = (one, mine) if one.given else (other, theirs)
        return any(word in known.given for word in left)
    return one.words[0] in mine and other.words[0] in theirs


def _of_same_words(one: NameForm, other: NameForm) -> MatchReason:
    if _wife_and_husband(one, other):
        return MatchReason.DIFFERENT_GIVEN_NAME
    return MatchReason.SWAPPED_NAME if _swapped(one, other) else MatchReason.SAME_NAME


def _wife_and_husband(one: NameForm, other: NameForm) -> bool:
    """Whether a title alone tells two apart who have no given name or a letter of it: Mr and Mrs R. King."""
    told = {one.title, other.title}
    return told == {Gender.SHE, Gender.HE} and sum(len(word) > 1 for word in one.words) == 1


def _swapped(one: NameForm, other: NameForm) -> bool:
    if one.given and one.family and other.given and other.family:
        return not set(one.given).isdisjoint(other.family) and not set(one.family).isdisjoint(other.given)
    return one.words != other.words and not (one.family or other.family)


def _all_letters(one: NameForm, other: NameForm) -> bool:
    """Whether both names are the same once they are written without spaces, in either order."""
    mine, theirs = one.sounds, other.sounds
    if not mine or not theirs or max(len(mine), len(theirs)) > _MOST_PERMUTED:
        return False
    letters = sorted("".join(mine))
    if len(letters) < LONG or letters != sorted("".join(theirs)):
        return _unvowelled(one, other)
    return not {"".join(order) for order in permutations(mine)}.isdisjoint(
        "".join(order) for order in permutations(theirs)
    )


def _unvowelled(one: NameForm, other: NameForm) -> bool:
    """Whether the consonants agree, where one of the two is written without vowels."""
    abjad = [bool(ABJADS.search("".join(form.words))) for form in (one, other)]
    if abjad[0] == abjad[1]:
        return False
    mine, theirs = (sorted(consonants(form.sounds)) for form in (one, other))
    return len(mine) >= _FEWEST_CONSONANTS and mine == theirs


def _aligned(
    one: Sequence[str], other: Sequence[str], *, loosely: bool
) -> tuple[list[tuple[str, str, Fit]], list[str], list[str]]:
    """The words that fit, the best first, and those that are left of each."""
    fits = sorted(
        (fit, abs(first - second), first, second)
        for first, mine in enumerate(one)
        for second, theirs in enumerate(other)
        if (fit := word_fit(mine, theirs, loosely=loosely)) is not None
    )
    left, right = set(range(len(one))), set(range(len(other)))
    pairs: list[tuple[str, str, Fit]] = []
    for fit, _apart, first, second in fits:
        if first in left and second in right:
            left.discard(first)
            right.discard(second)
            pairs.append((one[first], other[second], fit))
    mine, theirs = [one[place] for place in sorted(left)], [other[place] for place in sorted(right)]
    pairs += _short_for_two(mine, theirs)
    pairs += [(second, first, fit) for first, second, fit in _short_for_two(theirs, mine)]
    return pairs, mine, theirs


def _short_for_two(short: list[str], whole: list[str]) -> list[tuple[str, str, Fit]]:
    """Words that are two together or short for two: ``서연``, ``Seo-yeon``; ``HP``, ``Hans-Peter``.

    What is found is left no more.
    """
    if not short or len(whole) < _TWO:
        return []
    for word in short:
        for first, second in pairwise(whole):
            fit = _of_two(word, first, second)
            if fit is not None:
                short.remove(word)
                whole.remove(first)
                whole.remove(second)
                return [(word, first + second, fit)]
    return []


@lru_cache(maxsize=65_536)
def _of_two(word: str, first: str, second: str) -> Fit | None:
    """How a word fits two that stand together: joined, short for both, or the letters they begin with."""
    heard, together = sound(word), sound(latin(first) + latin(second))
    if heard == together or spelled_alike(heard, together):
        return Fit.SPELLED
    if is_short_for(heard, together):
        return Fit.SHORT
    return Fit.INITIAL if latin(word) == latin(first)[:1] + latin(second)[:1] else None
