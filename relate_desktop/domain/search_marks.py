"""What people have on their cards, as words of the index of people that nobody can type.

Each begins with a sign of private use, which is a blank wherever text is folded: no card and no
query comes to such a word. So a filter reads one list of the index and not every line.
"""

from collections.abc import Iterable, Sequence

from relate_desktop.domain.property import Property
from relate_desktop.domain.query import Feature
from relate_desktop.domain.query_answer import BLANK, FEATURE_LINES, LINES_OF, month_day
from relate_desktop.domain.search_words import LONGEST_TEXT, document

_SIGN = "\ue000"
_BORN = f"{_SIGN}0"
_MARKS = {feature: f"{_SIGN}{chr(ord('a') + place)}" for place, feature in enumerate(FEATURE_LINES)}
_MARKS_OF = {
    name: frozenset(_MARKS[feature] for feature, lines in FEATURE_LINES.items() if name in lines)
    for name in frozenset().union(*FEATURE_LINES.values())
}
_UNREAD = f"{_SIGN}1"
UNREAD = f'"{_UNREAD}"'
"""People with a line that the index leaves out, wholly or from some place on, for FTS5."""
_MEDIA = "media:"
_BIRTH, _DEATH = "BDAY", "DEATHDATE"
_ASKED = frozenset().union(*LINES_OF.values())


def indexed(properties: Sequence[Property]) -> tuple[str, str]:
    """The two columns of a person in the index: the words of ``document``, and the marks behind them."""
    name, rest = document(properties)
    return name, f"{rest} {marks_of(properties)}"


def marks_of(properties: Sequence[Property]) -> str:
    """The words that stand for what somebody has, and for the day of the year of their birth if they live."""
    found: set[str] = set()
    names: set[str] = set()
    length = 0
    for item in properties:
        length += len(item.value) + 1
        if item.value.strip(BLANK):
            names.add(item.name)
        if item.value.startswith(_MEDIA) and item.key in _ASKED:
            found.add(_UNREAD)
    if length > LONGEST_TEXT:
        found.add(_UNREAD)
    names = {name.upper() for name in names}
    for name in names:
        found |= _MARKS_OF.get(name, frozenset())
    if _BIRTH in names and _DEATH not in names:
        days = {month_day(item.value) for item in properties if item.name.upper() == _BIRTH}
        found.update(map(_born_on, days - {""}))
    return " ".join(sorted(found))


def having(feature: Feature) -> str:
    """People who have something on their card, for FTS5."""
    return f'"{_MARKS[feature]}"'


def born_on(days: Iterable[str]) -> str:
    """The living with a birthday on one of these days of the year (``--04-15``), for FTS5."""
    return " OR ".join(f'"{_born_on(day)}"' for day in sorted(days)) or '""'


def _born_on(day: str) -> str:
    return _BORN + day.replace("-", "")
