"""Whom a word means: on the command line an id, name or address; in a jotted line a name."""

from typing import Any

from relate_desktop.domain import search_words
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.property import Property
from relate_desktop.domain.text import digits, fold, squeezed
from relate_desktop.storage.journal import compact
from relate_desktop.storage.rows import PROPERTY_COLUMNS, property_of

_NAMES = frozenset({"FN", "N", "NICKNAME", "ORG", "X-RELATE-CALL"})
_ADDRESSES = frozenset({"EMAIL", "TEL", "IMPP", "SOCIALPROFILE", "X-SOCIALPROFILE", "URL"})
_MOST = 200
_EXACT, _WHOLE_WORDS = 2, 1


def named(connection: Any, text: str) -> list[ContactId]:
    """The person with this id, else everybody whose name or address it is, best understanding alone.

    A name or address as a whole beats words of a name; several people come back by id.
    """
    plain = text.strip()
    if plain.isascii() and plain.isdecimal() and len(plain) <= 18:
        row = connection.execute("SELECT id FROM contacts WHERE id=?", (int(plain),)).fetchone()
        if row is not None:
            return [ContactId(row[0])]
    terms = search_words.terms_of(plain)
    if not terms:
        return []
    wanted = search_words.expression(terms)
    best: dict[int, int] = {}
    rows = connection.execute(
        f"SELECT {PROPERTY_COLUMNS},contact_id FROM properties WHERE contact_id IN "
        "(SELECT rowid FROM search WHERE search MATCH ? LIMIT ?) ORDER BY contact_id",
        (wanted, _MOST),
    )
    for row in rows:
        rank = _rank(property_of(row), plain)
        if rank:
            best[row[5]] = max(rank, best.get(row[5], 0))
    top = max(best.values(), default=0)
    return [ContactId(contact) for contact, rank in sorted(best.items()) if rank == top]


def going_by(connection: Any, name: str) -> list[tuple[ContactId, str, tuple[str, ...]]]:
    """Everybody in whose names all the words stand, with what they are called and their names.

    Those talked with last come first; of very many only the first are looked at.
    """
    words = search_words.words_of(name)
    if not words:
        return []
    # a single letter at the end is the initial of a family name
    ends = "*" if len(words) > 1 and len(words[-1]) == 1 else ""
    wanted = " AND ".join(f'"{word}"' for word in words) + ends
    people = {
        ContactId(row[0]): (str(row[1]), [str(row[2])])
        for row in connection.execute(
            "SELECT contact_id,called,full_name FROM summaries WHERE contact_id IN "
            "(SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)",
            (f"name : ({wanted})", _MOST),
        )
    }
    for row in connection.execute(
        f"SELECT {PROPERTY_COLUMNS},contact_id FROM properties "
        "WHERE name IN ('N','NICKNAME','X-RELATE-LATIN') AND contact_id IN (SELECT value FROM json_each(?))",
        (compact(list(people)),),
    ):
        item = property_of(row)
        people[row[5]][1].extend(_composed(item) if item.key == "N" else item.items)
    return [(contact, called, tuple(names)) for contact, (called, names) in people.items()]


def _composed(item: Property) -> list[str]:
    """The given and the family name of N as one name."""
    parts = [" ".join(part) for part in item.components[:2]]
    return [squeezed(" ".join(reversed(parts)))]


def _rank(item: Property, text: str) -> int:
    key = item.key
    if key in _NAMES:
        folded = squeezed(fold(text))
        values = [item.text, *(" ".join(part) for part in item.components), *item.items]
        if any(squeezed(fold(value)) == folded for value in values):
            return _EXACT
        words = set(search_words.words_of(item.text))
        return _WHOLE_WORDS if set(search_words.words_of(text)) <= words else 0
    if key in _ADDRESSES:
        return _EXACT if _same_address(item, text) else 0
    return 0


def _same_address(item: Property, text: str) -> bool:
    if item.key == "TEL":
        wanted, found = digits(text).lstrip("0"), digits(item.value)
        return len(wanted) >= 5 and found.endswith(wanted) and not any(c.isalpha() for c in text)
    value = fold(item.text).strip()
    return fold(text).strip() in {value, value.removeprefix("mailto:"), value.partition(":")[2]}
