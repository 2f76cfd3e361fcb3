"""Pairs of cards with what somebody who knows the people says of them: one person, or two."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from relate_desktop.domain.property import Property, escape
from relate_desktop.services.contacts import line_of_card

FOLDER = Path(__file__).parent / "data" / "duplicates"
FIRST, HELD_OUT = FOLDER / "first.txt", FOLDER / "held_out.txt"
FRESH, LAST = FOLDER / "fresh.txt", FOLDER / "last.txt"
SETS = {"first": FIRST, "held out": HELD_OUT, "fresh": FRESH, "last": LAST}
"""The rules were made with the first and the third in view; of the others one pair each changed them."""

_LINES = {
    "m": "TEL;TYPE=CELL:{}",
    "t": "TEL;TYPE=HOME:{}",
    "w": "TEL;TYPE=WORK:{}",
    "e": "EMAIL:{}",
    "o": "ORG:{}",
    "b": "BDAY:{}",
    "k": "IMPP:{}",
    "c": "NICKNAME:{}",
    "x": "NOTE:{}",
    "u": "URL:{}",
    "d": "UID:{}",
}


@dataclass(frozen=True)
class LabelledPair:
    """Two cards. ``one`` says that they are one person, ``sure`` that nobody would ask."""

    one: bool
    sure: bool
    cards: tuple[tuple[Property, ...], tuple[Property, ...]]
    text: str


def labelled_pairs(path: Path) -> Iterator[LabelledPair]:
    """The pairs of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            label, first, second = (part.strip() for part in line.split(" | "))
            if label not in {"sure", "one", "two"}:
                raise ValueError(line)
            yield LabelledPair(label != "two", label == "sure", (_card(first), _card(second)), line)


def _card(text: str) -> tuple[Property, ...]:
    name, *rest = (part.strip() for part in text.split(";"))
    lines = [f"FN:{escape(name)}"] if name else []
    for part in rest:
        code, _colon, value = part.partition(":")
        if code == "n":
            family, given = value.split(",")
            lines.append(f"N:{family};{given};;;")
        elif code == "a":
            street, town = value.split(", ")
            lines.append(f"ADR:;;{escape(street)};{escape(town)};;;")
        elif code == "p":
            family, given = value.split()
            lines += [f"X-PHONETIC-LAST-NAME:{family}", f"X-PHONETIC-FIRST-NAME:{given}"]
        else:
            lines.append(_LINES[code].format(escape(value)))
    return tuple(line_of_card(line) for line in lines)
