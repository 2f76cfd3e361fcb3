"""What of a person is found, cut into words, and what somebody typed, cut the same way.

Both sides are folded (no case, no accents). Scripts written without blanks are cut into pairs
of neighbouring characters, so that any two of them find a name. Of a number every six digits
in a row are kept, so that any part of it finds it, however it is written. Names stand there as they
are spelled elsewhere as well: umlauts with their ``e``, other alphabets in Latin letters.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from relate_desktop.domain.latin import latin, latin_words
from relate_desktop.domain.property import Property, unescape
from relate_desktop.domain.search_letters import PAIRED, paired, pairs_in, pieces_with_e, separated, with_e
from relate_desktop.domain.text import digits, fold

NAME_PROPERTIES = frozenset(
    {"FN", "N", "NICKNAME", "X-RELATE-CALL", "PHONETIC", "X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME"}
    | {"X-PHONETIC-LAST-NAME", "X-RELATE-LATIN", "X-MAIDENNAME", "SORT-STRING"}
)
"""Whose words make a hit a hit by name; these stand first among the results."""

PHONE_PROPERTIES = frozenset({"TEL", "X-WHATSAPP", "X-SIGNAL"})

_UNSEARCHED = frozenset(
    {"UID", "REV", "PRODID", "VERSION", "PROFILE", "CLIENTPIDMAP", "X-ABUID", "X-ABLABEL", "X-RELATE-ID"}
    | {"CREATED", "X-ABADR", "X-IMAGEHASH", "X-IMAGETYPE", "X-ADDRESSBOOKSERVER-KIND", "KIND", "MAILER"}
    | {"X-SHARED-PHOTO-DISPLAY-PREF", "X-EVOLUTION-FILE-AS", "BEGIN", "END", "XML", "LANGUAGE"}
)
"""Of no use to people: identifiers, dates of files, labels every address book repeats."""

LONGEST_TEXT = 200_000
"""Characters of one person that are searched; a novel in a note ends here."""

MOST_WORDS = 16
_MOST_NAMES = 4_096
LONGEST_QUERY = 1_000
_LONGEST_WORD = 64
_LONGEST_NUMBER = 24
_WINDOW = 6
"""Long enough to be rare, short enough that few different ones begin with any prefix."""
_SHORTEST_NATIONAL = 4
WORD = re.compile(r"[a-z0-9\u0080-\U0010ffff]+")
"""A word of a folded text, exactly as FTS5's ``ascii`` tokenizer cuts it."""

_NUMBER = re.compile(r"^[(+]?[\d().\-/]*\d[\d().\-/]*$", re.ASCII)
_OTHER_TRUNKS = ("8", "06")
"""What is dialled before a national number where that is no zero: in Russia, in Hungary."""
_TRUNK_ZERO = re.compile(r"\(0\)")
_TWO_DIGIT_COUNTRIES = frozenset(
    {str(code) for code in (*range(60, 67), 81, 82, 84, 86, *range(90, 96), 98)}
) | {str(code) for code in (20, 27, *range(30, 35), 36, *range(39, 42), *range(43, 50), *range(51, 59))}


_MOST_SPELLINGS = 64
_FEWEST_TYPED = 5
"""A shorter word with a letter wrong is too often another word."""
_MOST_TYPED = 24
_ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
    "αβγδεζηθικλμνξοπρσςτυφχψω",
)


_NOTHING, _NAME, _PHONE, _REST = range(4)


class _Kinds(dict[str, int]):
    """How a property is searched, by its name as written; learnt as met."""

    def __missing__(self, name: str) -> int:
        key = name.upper()
        kind = _REST
        if key in _UNSEARCHED:
            kind = _NOTHING
        elif key in NAME_PROPERTIES:
            kind = _NAME
        elif key in PHONE_PROPERTIES:
            kind = _PHONE
        if len(self) < _MOST_NAMES:
            self[name] = kind
        return kind


_KINDS = _Kinds()


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must match: any of the alternatives, each a set of words that must all begin one."""

    alternatives: tuple[tuple[str, ...], ...]
    number: str = ""
    """The digits meant, when the term is a number."""

    @property
    def expression(self) -> str:
        """The term for FTS5; words hold no quotation marks by construction, and are doubled anyway."""
        sides = (" AND ".join(_quoted(word) for word in side) for side in self.alternatives)
        return "(" + " OR ".join(f"({side})" for side in sides) + ")"


def expression(terms: Iterable[Term]) -> str:
    """All terms for FTS5, in any order."""
    return " AND ".join(term.expression for term in terms)


def terms_of(query: str) -> list[Term]:
    """What somebody typed as terms; empty when it holds nothing to look for."""
    terms: list[Term] = []
    numbers: list[str] = []
    for piece in query[:LONGEST_QUERY].split():
        if _NUMBER.match(piece if piece.isascii() else _with_ascii_digits(piece)):
            numbers.append(piece)
            continue
        terms += _number_terms(numbers)
        numbers = []
        terms += _word_terms(piece)
    terms += _number_terms(numbers)
    return terms[:MOST_WORDS]


def loosened(terms: Iterable[Term]) -> list[Term]:
    """The terms with one typo forgiven in each word of five letters or more.

    A letter too many, one missing, one wrong, or two that changed places, at the word's beginning or
    further on: what is typed may go on, so it is the beginning of a word that is compared.
    """
    return [
        term if term.number else Term((*term.alternatives, *_mistyped(term.alternatives[0])))
        for term in terms
    ]


@lru_cache(maxsize=64)
def answerer(term: Term) -> Callable[[Sequence[str]], bool]:
    """Whether words answer the term: any alternative, of which each part begins a word."""
    alone = frozenset(side[0] for side in term.alternatives if len(side) == 1)
    lengths = sorted({len(word) for word in alone})
    together = [side for side in term.alternatives if len(side) > 1]

    def answer(words: Sequence[str]) -> bool:
        return any(word[:length] in alone for word in words for length in lengths) or any(
            all(any(word.startswith(part) for word in words) for part in side) for side in together
        )

    return answer


def document(properties: Iterable[Property]) -> tuple[str, str]:
    """The two columns of a person: words of the name, and everything else worth finding."""
    names: list[str] = []
    others: list[str] = []
    numbers: list[str] = []
    for item in properties:
        kind = _KINDS[item.name]
        value = item.value
        if kind == _REST:
            if value and not value.startswith("media:"):
                others.append(value)
        elif kind == _NAME:
            names.append(value)
        elif kind == _PHONE:
            numbers += number_windows(value)
    rest = _column(others, opened=True)
    name = " ".join(filter(None, (_column(names), *spelled_elsewhere(names))))
    return name, f"{rest} {' '.join(numbers)}" if numbers else rest


def folded_text(text: str) -> str:
    """A plain text as it stands in an index: its folded words, in scripts without blanks their pairs."""
    return _folded(text[:LONGEST_TEXT], opened=True)


def words_of(text: str) -> list[str]:
    """The folded words of a plain text."""
    return _cut(separated(fold(text)))


def pairs_of(word: str) -> tuple[str, ...]:
    """A word as it is looked up: as it is, or its neighbouring pairs in scripts without blanks."""
    if word.isascii():
        return (word,)
    found: list[str] = []
    position = 0
    for run in PAIRED.finditer(word):
        if run.start() > position:
            found.append(word[position : run.start()])
        letters = run.group()
        found += [letters] if len(letters) == 1 else pairs_in(letters)
        position = run.end()
    if position < len(word):
        found.append(word[position:])
    return tuple(dict.fromkeys(found))


def number_windows(value: str) -> list[str]:
    """Every six neighbouring digits of a phone number, and its shorter endings.

    A bracketed trunk zero is read along once and passed over once.
    """
    plain = value.partition(";")[0] if value[:4].lower() == "tel:" else value
    found = _windows(digits(plain)[:_LONGEST_NUMBER])
    if "(0)" in plain:
        found += _windows(digits(_TRUNK_ZERO.sub("", plain))[:_LONGEST_NUMBER])
    return found


def _word_terms(piece: str) -> list[Term]:
    """The words of a piece, each as it may be spelled elsewhere too."""
    return [Term(tuple(dict.fromkeys(map(pairs_of, spelled)))) for spelled in spellings_of(piece)]


def spellings_of(piece: str) -> list[tuple[str, ...]]:
    """Each word of a piece: as it is, with umlauts as two letters, in Latin letters."""
    words = words_of(piece)
    if piece.isascii():
        return [(word,) for word in words]
    others = words_of(with_e(piece))
    found = []
    for place, word in enumerate(words):
        spellings = [word]
        if len(others) == len(words):
            spellings.append(others[place])
        if not word.isascii() and not PAIRED.search(word) and len(written := latin(word)) > 1:
            spellings.append(written)
        found.append(tuple(dict.fromkeys(spellings)))
    return found


def spelled_elsewhere(names: Iterable[str], *, plain: bool = False) -> list[str]:
    """Words of names as they are written where their letters are not at hand."""
    found: dict[str, None] = {}
    for name in names:
        if "-" in name:
            found.update(dict.fromkeys(_joined(name)))
        if name.isascii():
            continue
        text = name[:LONGEST_TEXT] if plain or "\\" not in name else unescape(name[:LONGEST_TEXT])
        if len(found) >= _MOST_SPELLINGS:
            break
        words = words_of(text)
        found.update(dict.fromkeys(word for word in _with_two_letters(text) if word not in words))
        for word in words:
            if not word.isascii():
                found.update(dict.fromkeys(latin_words(word)))
    return list(found)[:_MOST_SPELLINGS]


def _joined(name: str) -> list[str]:
    """The words of a name that a hyphen joins, as one: ``Ann-Marie`` is looked for as ``annmarie`` too."""
    return ["".join(words) for piece in name.split() if "-" in piece and len(words := words_of(piece)) > 1]


def _mistyped(side: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    """Everything that one typo away from a word would have been."""
    word = side[0]
    if len(side) > 1 or not _FEWEST_TYPED <= len(word) <= _MOST_TYPED or PAIRED.search(word):
        return []
    letters = next((one for one in _ALPHABETS if word[0] in one), "")
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {before + behind[1:] for before, behind in halves if behind}
    found |= {before + behind[1] + behind[0] + behind[2:] for before, behind in halves if len(behind) > 1}
    found |= {before + letter + behind[1:] for before, behind in halves if behind for letter in letters}
    found |= {before + letter + behind for before, behind in halves for letter in letters}
    return [(one,) for one in sorted(found - {word})]


def _windows(number: str) -> list[str]:
    return [number[start : start + _WINDOW] for start in range(len(number) - 1)] or (
        [number] if number else []
    )


def _parts(number: str) -> tuple[str, ...]:
    """A number looked for, as windows that must all be there."""
    if len(number) <= _WINDOW:
        return (number,)
    return tuple(number[start : start + _WINDOW] for start in range(len(number) - _WINDOW + 1))


def _with_ascii_digits(piece: str) -> str:
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in piece)


def _number_terms(pieces: list[str]) -> list[Term]:
    if not pieces:
        return []
    together = digits("".join(pieces))[:_LONGEST_NUMBER]
    international = pieces[0].startswith(("+", "(+"))
    alternatives = [_parts(number) for number in _spellings(together, international=international)]
    apart = tuple(word for piece in pieces for word in words_of(piece))
    if not international and (apart != (together,) or len(together) > _WINDOW):
        alternatives.append(apart)
    return [Term(tuple(alternatives), together)]


def _spellings(number: str, *, international: bool) -> list[str]:
    """A number as it may have been written: with or without country code and trunk zero."""
    found = [number]
    if number.startswith("00"):
        international, number = True, number[2:]
        found += [number] if number else []
    if international:
        national = number[_country_length(number) :]
        if national:
            found.append("0" + national)
        if len(national) >= _SHORTEST_NATIONAL:
            found.append(national)
    elif number.startswith("0") and len(number) > 2:
        found.append(number[1:])
    if not international and len(number) > _WINDOW:
        found += [number.removeprefix(trunk) for trunk in _OTHER_TRUNKS if number.startswith(trunk)]
    return found


def _country_length(number: str) -> int:
    if number[:1] in {"1", "7"}:
        return 1
    return 2 if number[:2] in _TWO_DIGIT_COUNTRIES else 3


def _column(values: list[str], *, opened: bool = False) -> str:
    text = " ".join(values)[:LONGEST_TEXT]
    return _folded(unescape(text) if "\\" in text else text, opened=opened)


def _folded(text: str, *, opened: bool = False) -> str:
    """The words as they are looked up; ``opened`` adds those whose umlauts are two letters elsewhere."""
    if text.isascii():
        return text.lower()
    folded = separated(fold(text))
    if opened and (others := _with_two_letters(text)):
        known = set(_cut(folded))
        folded = " ".join((folded, *dict.fromkeys(word for word in others if word not in known)))
    return paired(folded)


def _with_two_letters(text: str) -> list[str]:
    """The words of a text that have umlauts, with those as two letters."""
    return [word for piece in pieces_with_e(text) for word in words_of(piece)]


def _cut(separate: str) -> list[str]:
    return [word[:_LONGEST_WORD] for word in WORD.findall(separate)]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"*'
