"""Words of any script in Latin letters and as they sound: for comparing, never for showing."""

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

from relate_desktop.domain.text import fold

_NO_LETTER = re.compile(r"[^a-z]+")
_SYLLABLE = re.compile(r"[A-Z]?[^A-Z]*")
_DOUBLED = re.compile(r"(.)\1+")
_SILENT = re.compile(r"(?<=.)h(?![aeiou])")
_VOWELS = re.compile(r"[aeiouhv]+")

_SPELLINGS = (
    ("schtsch", "s"),
    ("shch", "s"),
    ("tsch", "k"),
    ("dsch", "s"),
    ("sch", "s"),
    ("tch", "k"),
    ("sh", "s"),
    ("zh", "s"),
    ("cz", "k"),
    ("sz", "s"),
    ("tz", "s"),
    ("ts", "s"),
    ("kh", "k"),
    ("ch", "k"),
    ("ck", "k"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("dt", "t"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("w", "v"),
    ("x", "ks"),
    ("ou", "u"),
    ("oy", "u"),
    ("oo", "u"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("j", "i"),
    ("y", "i"),
    ("ee", "i"),
    ("ei", "ai"),
    ("ie", "i"),
)
"""How languages write one sound, the longest first: what is left is no spelling of any of them."""

_CHOICES = tuple(
    (spelling, letter)
    for spelling, letter in _SPELLINGS
    if spelling in {"ck", "ph", "th", "c", "ae", "oe", "ue", "j", "y"}
)

ABJADS = re.compile("[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f]")
"""Scripts that mostly leave vowels out."""
_BRIEF = re.compile("[\u0590-\u05ff\u0600-\u06ff\u0750-\u077f\u0900-\u0dff\u0e00-\u0eff]")
"""These, and those in which some vowels stand in no letter."""
_ARTICLE = re.compile("\\A\u0627\u0644(?=..)")
_LATIN_ARTICLE = re.compile(r"\A(?:al-?|el-?|e(?=(.)\1)|a(?=(.)\2))(?=...)")
_GREEK = re.compile("[\u0370-\u03ff]")
_GREEK_PAIRS = tuple(
    (re.compile(pair), letters)
    for pair, letters in (
        (
            "(?<=[\u03b1\u03b5])\u03c5(?=[\u03b2\u03b3\u03b4\u03b6\u03bb\u03bc\u03bd\u03c1\u03b1\u03b5\u03b7\u03b9\u03bf\u03c9])",
            "v",
        ),
        ("(?<=[\u03b1\u03b5])\u03c5", "f"),
        ("\\A\u03bc\u03c0", "b"),
        ("\\A\u03bd\u03c4", "d"),
        ("\\A\u03b3\u03ba", "g"),
        ("\u03b3(?=[\u03b3\u03ba\u03be\u03c7])", "n"),
    )
)
"""Two letters that stand for one sound."""
_KANA = re.compile("[\u3041-\u30ff]")
_SMALL = {"ゃ": "a", "ゅ": "u", "ょ": "o", "ャ": "a", "ュ": "u", "ョ": "o"}
_LONG_VOWELS = re.compile(r"o[ou]|uu|aa")
_THAI_BEFORE = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
"""A vowel that is written before the letter it sounds behind."""
_KOREAN_NAME = 4
_KOREAN_FAMILIES = {
    "김": "kim", "이": "lee yi rhee", "박": "park", "최": "choi", "정": "jung jeong chung", "강": "kang",
    "조": "cho", "윤": "yoon", "장": "chang", "임": "lim", "오": "oh", "신": "shin", "권": "kwon",
    "안": "ahn", "유": "yoo", "전": "jun", "고": "ko", "문": "moon", "손": "sohn", "허": "heo hur",
    "노": "roh", "심": "shim", "주": "joo", "우": "woo", "구": "koo", "류": "ryu", "엄": "um",
    "원": "won", "천": "chun", "공": "kong", "현": "hyun", "길": "kil", "연": "youn", "선": "sun",
}  # fmt: skip
"""How those families write themselves whose name a table of letters spells otherwise."""


@lru_cache(maxsize=65_536)
def latin(word: str) -> str:
    """A word in small Latin letters and nothing else; empty where there is no letter in it."""
    folded = fold(word)
    return _NO_LETTER.sub("", folded if folded.isascii() else _written(folded).lower())


def _written(word: str) -> str:
    """A folded word of another script in Latin letters, as it is heard where letters are read in pairs."""
    if _KANA.search(word):
        return _kana(word)
    if _GREEK.search(word):
        for pair, letters in _GREEK_PAIRS:
            word = pair.sub(letters, word)
    return anyascii(_THAI_BEFORE.sub(r"\2\1", word))


def _kana(word: str) -> str:
    """Kana as it is heard: small letters belong to the one before, long vowels count once."""
    heard = ""
    for letter in word:
        if letter in _SMALL:
            before = heard.removesuffix("i")
            heard = before + ("" if before.endswith(("sh", "ch", "j")) else "y") + _SMALL[letter]
        elif letter not in "っッー":
            heard += anyascii(letter).lower()
    return _LONG_VOWELS.sub(lambda found: found[0][0], heard)


@lru_cache(maxsize=4_096)
def latin_words(word: str) -> tuple[str, ...]:
    """A folded word of another script in Latin letters, in every way that people look for it.

    Whole; as it is heard where that differs (``Ευάγγελος``, ``evangelos``); and where its letters are
    syllables, from each of them on: ``王小明`` is found as ``wangxiaoming`` and ``xiaoming``.
    Of a Korean name the family is there as people write it: ``kim``, ``lee``.
    """
    written = anyascii(word)
    syllables = [part for one in _SYLLABLE.findall(written) if (part := _NO_LETTER.sub("", one.lower()))]
    whole = _NO_LETTER.sub("", written.lower())
    if not whole:
        return ()
    onwards = ["".join(syllables[place:]) for place in range(1, len(syllables))]
    families = _KOREAN_FAMILIES.get(word[:1], "").split() if len(word) <= _KOREAN_NAME else []
    return tuple(dict.fromkeys([whole, latin(word), *syllables, *onwards, *families]))


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """A word roughly as it sounds: ``Meyer``, ``Maier``, ``Шевченко`` and ``Schewtschenko`` become the same.

    Umlauts count as the vowel with and without its ``e``. Made for comparing names of whom
    something else is known to be the same; too rough to tell anything by itself.
    """
    text = latin(word)
    for spelling, letter in _SPELLINGS:
        text = text.replace(spelling, letter)
    text = _SILENT.sub("", text)
    text = _DOUBLED.sub(r"\1", text)
    if text.endswith("d"):
        text = f"{text[:-1]}t"
    if text.startswith("ie"):
        text = text[1:]
    return text


def letters_of(word: str) -> str:
    """A word without the choices that people make in writing one and the same name.

    ``Jörg`` and ``Joerg``, ``Philipp`` and ``Filip``, ``Sara`` and ``Sarah`` become the same; ``Lisa`` and
    ``Liza``, which only sound alike, do not.
    """
    text = latin(word)
    for spelling, letter in _CHOICES:
        text = text.replace(spelling, letter)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", text))


def is_brief(word: str) -> bool:
    """Whether some of the vowels of a word are not written."""
    return _BRIEF.search(word) is not None


@lru_cache(maxsize=65_536)
def bones(word: str) -> str:
    """The consonants of one word without an article, for a word whose vowels are not all written."""
    folded = fold(word)
    bare = _LATIN_ARTICLE.sub("", folded) if folded.isascii() else _ARTICLE.sub("", folded)
    return consonants([sound(bare)])


def consonants(sounds: Iterable[str]) -> str:
    """What is left of words as they sound where vowels are not written."""
    return "".join(_DOUBLED.sub(r"\1", _VOWELS.sub("", word).replace("d", "t")) for word in sounds)
