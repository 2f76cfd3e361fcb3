"""What stands beside a name and is none: titles, generations, labels, the name somebody was born with."""

import re
from collections.abc import Iterator

from relate_desktop.domain.gender import Gender
from relate_desktop.domain.text import fold

_SHE_WORDS = "frau mrs ms miss dame fr fru madame sra srta doña dona mme mlle signora dra"
_HE_WORDS = "herr mr mister sir hr herrn monsieur sr don signor"
_TITLE_WORDS = """
dr prof profesor professor dipl ing mag phd md msc bsc mba sig rev pr und and bc mgr judr mudr doc
"""
_SHE, _HE = (frozenset(fold(words).split()) for words in (_SHE_WORDS, _HE_WORDS))
TITLES = frozenset(fold(_TITLE_WORDS).split()) | _SHE | _HE
"""Words before and behind a name that are no part of it."""

_LABEL_WORDS = """
handy mobil mobile mobiltelefon cell cellphone iphone whatsapp telegram signal privat private büro buero
office work home dienstlich geschäftlich zuhause portable perso pro maison bureau travail trabajo móvil
celular cel personal personale lavoro ufficio cellulare praca komórka matkapuhelin työ mobiel thuis werk
kontor arbeit tel phone number nummer fax festnetz landline onkel tante oma opa uncle aunt auntie grandma
grandpa granny tio tía tia zio zia oncle tata mamie papi дядя тётя ma ba m
"""
_LABELS = frozenset(fold(_LABEL_WORDS).split())
"""Words that may be a name, or tell which number it is or what somebody is to one: left out beside others."""
_NAMES_ALIKE = frozenset(
    {"home", "work", "pro", "tel", "ma", "ba", "m", "office", "phone", "number", "signal", "tata", "maison"}
    | {"bureau", "zia", "zio", "tia", "tio", "cel", "kontor", "private"}
)
"""Those that are people's names or initials too: beside one single word they count."""

GENERATIONS = {
    "jr": 2, "junior": 2, "jun": 2, "jnr": 2, "hijo": 2, "fils": 2, "ii": 2, "2nd": 2, "ifj": 2,
    "sr": 1, "senior": 1, "sen": 1, "snr": 1, "père": 1, "pere": 1, "iii": 3, "3rd": 3, "iv": 4,
    "4th": 4,
}  # fmt: skip
"""What tells a son from his father, by the place in the line."""
_LAST = {
    "filho": 2, "neto": 3, "sobrinho": 4, "segundo": 2, "mladsi": 2, "starsi": 1, "младшии": 2, "старшии": 1,
    "ml": 2, "st": 1, "мл": 2, "ст": 1, "d j": 2, "d a": 1, "dj": 2, "da": 1, "der jungere": 2,
    "der altere": 1, "the younger": 2, "the elder": 1, "the second": 2, "the third": 3,
}  # fmt: skip
"""The same, where these words are a generation only behind a whole name."""
_FIRST = {"ifj": 2, "id": 1}
_TAIL = re.compile(
    r"(?<=[^\W\d_])[\s,]+[(\[]?(filho|neto|sobrinho|segundo|mladsi|starsi|младшии|старшии"
    r"|d\. ?[ja]\.|der jungere|der altere|the (?:younger|elder|second|third)|(?:ml|st|мл|ст)\.)[)\]]?\s*\Z"
)
_SOME_GENERATION = re.compile(
    r"[^\W\d_][\W_]+(?:[js]n?r|[js][eu]n|junior|senior|jnr|snr|hijo|fils|p[eè]re|i[iv]+|[234](?:nd|rd|th))\b",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"[,(\[\s]+(?:née|nee|né|geb|geborene[rn]?|geboren|nata|nacida|nascida|z domu|rozená|roz|født|född|o\.s"
    r"|урожд|урожденная|урождённая|в девичестве)\b\.?[\s:]+"
    r"([^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*)?)\s*[)\]]?\s*\Z",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\A([^()\[\]]+?)\s*[(\[]\s*([^\W\d_][\w'’-]+)\s*[)\]]\s*\Z")
_SPACED = re.compile(r"[\W_]+")
_FEWEST = 2
"""Words of a name that something may stand behind."""


def generation_of(text: str, suffixes: str = "") -> int:
    """Which of those of one name it is: 1 the elder, 2 the younger, 3 the third; 0 where nothing tells."""
    folded = fold(text)
    if (tail := _TAIL.search(folded)) is not None and _many(folded[: tail.start()]):
        return _LAST[_SPACED.sub(" ", tail[1]).strip()]
    first = folded.partition(" ")[0].rstrip(".")
    if first in _FIRST:
        return _FIRST[first]
    if not suffixes and not _SOME_GENERATION.search(folded):
        return 0
    words = _SPACED.sub(" ", f"{folded} {fold(suffixes)}").split()
    return next((GENERATIONS[word] for word in reversed(words[1:]) if word in GENERATIONS), 0)


def without_generation(folded: str) -> str:
    """A folded name without a generation that only its place tells."""
    tail = _TAIL.search(folded)
    if tail is not None and _many(folded[: tail.start()]):
        return folded[: tail.start()]
    return folded.removeprefix("id.")


def without_labels(words: list[str]) -> list[str]:
    """Words of a name without those that label it, where others are left."""
    if _LABELS.isdisjoint(words):
        return words
    names = [word for word in words if word not in _LABELS]
    if len(names) < _FEWEST:
        names = [word for word in words if word not in _LABELS or word in _NAMES_ALIKE]
    return names or words


def gender_of_title(text: str) -> Gender:
    """Whether a name begins with what one calls a woman or a man."""
    first = fold(text[:10]).replace(".", " ").split()
    if not first:
        return Gender.OTHER
    return Gender.SHE if first[0] in _SHE else Gender.HE if first[0] in _HE else Gender.OTHER


def other_names(full: str, given: str) -> Iterator[str]:
    """Names that a name holds besides: the one somebody was born with, and what stands behind in brackets."""
    first = given or full.partition(" ")[0]
    if (born := _BORN.search(full)) is not None:
        yield full[: born.start()]
        yield f"{first} {born[1]}"
    elif (behind := _BEHIND.match(full)) is not None and fold(behind[2]) not in _LABELS:
        yield f"{first} {behind[2]}"


def _many(folded: str) -> bool:
    return len(folded.split()) >= _FEWEST
