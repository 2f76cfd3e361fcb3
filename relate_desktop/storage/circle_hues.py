"""The colours circles got by themselves: given once, in the order in which the circles first came.

They stand outside the record, under a number that does not tell the name: a circle that leaves
and returns, by undo or by hand, has its colour again, and no other circle's changes meanwhile.
"""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Any

from relate_desktop.domain.circle import CIRCLE_HUES
from relate_desktop.storage.journal import compact
from relate_desktop.storage.linked_people import IN

_PREFIX = "circle-hue-"
_GIVEN = f"FROM circumstances WHERE name>='{_PREFIX}' AND name<'{_PREFIX}g'"
"""A number in hexadecimal begins with no letter from g on."""


def hue_of(folded: str, given: dict[str, int]) -> int:
    """The colour of a circle, of those that were ``given``; one without has that of its number."""
    name = _name(folded)
    return given.get(name, CIRCLE_HUES[int(name[-2:], 16) % len(CIRCLE_HUES)])


def given_hues(connection: Any) -> dict[str, int]:
    """All colours that were given."""
    return {name: int(value) for name, value in connection.execute(f"SELECT name, value {_GIVEN}")}


def give_hues(connection: Any, circles: Iterable[str]) -> None:
    """Gives circles that have none yet, in their folded names, the colours least used so far."""
    names = {_name(folded): None for folded in circles}
    known = connection.execute(f"SELECT name FROM circumstances WHERE name {IN}", (compact(list(names)),))
    fresh = names.keys() - {row[0] for row in known}
    if not fresh:
        return
    uses = dict.fromkeys(CIRCLE_HUES, 0)
    for hue, count in connection.execute(
        f"SELECT CAST(value AS INTEGER), count(*) {_GIVEN} GROUP BY value UNION ALL "
        "SELECT hue, count(*) FROM circle_styles WHERE hue IS NOT NULL GROUP BY hue"
    ):
        uses[hue] = uses.get(hue, 0) + count
    for name in names:
        if name in fresh:
            hue = min(CIRCLE_HUES, key=lambda one: uses[one])
            uses[hue] += 1
            connection.execute("INSERT INTO circumstances (name, value) VALUES (?,?)", (name, str(hue)))


def give_all_hues(connection: Any) -> None:
    """Gives every circle in the book its colour, in the order of whom they first had."""
    rows = connection.execute(
        "SELECT folded FROM memberships GROUP BY folded ORDER BY min(contact_id), folded"
    )
    give_hues(connection, [row[0] for row in rows.fetchall()])


def _name(folded: str) -> str:
    return _PREFIX + blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
