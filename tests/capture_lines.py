"""The labelled lines of quick capture, read from their tables, and readings in the same spelling."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from relate_desktop.domain.capture import understand
from relate_desktop.domain.capture_line import Line
from relate_desktop.domain.capture_parts import (
    Candidate,
    Captured,
    CapturedConversation,
    CapturedDue,
    CapturedMoment,
    CapturedNote,
    CapturedPart,
    CapturedPerson,
    CapturedPromise,
    CapturedRemember,
    CapturedReminder,
)
from relate_desktop.domain.capture_people import NameIndex
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.languages import LANGUAGES
from relate_desktop.domain.recurrence_text import write_rule
from tests.present import a_present

DATA = Path(__file__).parent / "data" / "capture"
YEAR = 2026
TODAY = date(2026, 11, 24)
MOMENT = "2026-11-24 15:00"


@dataclass(frozen=True)
class People:
    """Who is in the book of a set of lines, with the short names the labels use."""

    index: NameIndex
    short: Mapping[ContactId, str]

    def candidate(self, short: str) -> Candidate:
        contact = next(contact for contact, name in self.short.items() if name == short)
        return Candidate(contact, short)


@dataclass(frozen=True)
class Labelled:
    """One line with what it means, in the spelling of the table."""

    sentence: str
    about: str | None
    parts: tuple[str, ...]
    asked: tuple[str, ...]


@cache
def load_people(code: str) -> People:
    rows = [row.split("\t") for row in (DATA / f"{code}.people.txt").read_text("utf-8").splitlines()]
    people = [
        (ContactId(number), row[2] if len(row) > 2 else row[1].split()[0], row[1:])
        for number, row in enumerate(rows, start=1)
    ]
    short = {ContactId(number): row[0] for number, row in enumerate(rows, start=1)}
    return People(NameIndex(people), short)


def load_lines(name: str) -> list[Labelled]:
    return [labelled(row) for row in (DATA / f"{name}.tsv").read_text("utf-8").splitlines()]


def labelled(row: str) -> Labelled:
    sentence, label = row.split("\t")
    pieces = [piece.strip() for piece in label.split("||")]
    about = pieces.pop(0)[1:] if pieces[0].startswith("@") else None
    parts = tuple(_normal(piece) for piece in pieces if not piece.startswith("?"))
    asked = tuple(sorted(piece[1:] for piece in pieces if piece.startswith("?")))
    return Labelled(sentence, about, parts, asked)


def a_line(sentence: str, code: str = "en", about: str | None = None) -> Line:
    """A line taken apart, with the people of the labelled lines."""
    people = load_people(code)
    candidate = None if about is None else people.candidate(about)
    return Line(sentence, LANGUAGES[code], people.index, a_present(MOMENT), candidate)


def read(line: Labelled, people: People, code: str) -> Captured:
    about = None if line.about is None else people.candidate(line.about)
    return understand(line.sentence, LANGUAGES[code], people.index, a_present(MOMENT), about)


def spelled(captured: Captured, people: People) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A reading as a label spells it: its parts, and what is asked."""
    parts = tuple(_spell(part, people) for part in captured.parts)
    asked = sorted(f"{item.doubt.value} {item.text}" for item in captured.unclear)
    return parts, tuple(asked)


def _normal(piece: str) -> str:
    """A part of a label without its empty fields, in one order."""
    head, *fields = [field.strip() for field in re.split(r";\s(?=\w+=)", piece)]
    values = dict(field.split("=", 1) for field in fields)
    if head.split()[0] in {"call", "meeting", "message", "mail", "other", "note"}:
        values.setdefault("on", f"{TODAY:%m-%d}")
    return _joined(head, values)


def _joined(head: str, values: Mapping[str, str]) -> str:
    order = ["name", "org", "phone", "email", "who", "on", "at", "min", "due", "every", "text"]
    found = [f"{name}={values[name]}" for name in order if values.get(name)]
    return "; ".join([head, *found])


def _spell(part: CapturedPart, people: People) -> str:
    if isinstance(part, CapturedPerson):
        values = {
            "name": part.name,
            "org": part.organization,
            "phone": ", ".join(part.phones),
            "email": ", ".join(part.emails),
        }
        return _joined("new", values | {"text": part.text})
    values = {"who": "+".join(people.short[person.contact] for person in part.people), "text": part.text}
    if isinstance(part, CapturedConversation):
        values |= {"on": _day(part.on), "at": f"{part.at:%H:%M}" if part.at else ""}
        values["min"] = str(part.minutes or "")
        return _joined(f"{part.kind.value} {part.direction.value}", values)
    if isinstance(part, CapturedNote):
        return _joined("note", values | {"on": _day(part.on)})
    if isinstance(part, CapturedMoment):
        return _joined("moment", values | {"on": part.date.iso().removeprefix(f"{YEAR}-")})
    if isinstance(part, CapturedRemember):
        return _joined("remember", values)
    head = f"promise {part.owed_by.value}" if isinstance(part, CapturedPromise) else "remind"
    return _joined(head, values | _due(part))


def _due(part: CapturedPromise | CapturedReminder) -> dict[str, str]:
    due: CapturedDue | None = part.due
    if due is None:
        return {}
    if due.on is None:
        return {"due": "room"}
    at = f" {due.at:%H:%M}" if due.at else ""
    return {"due": _day(due.on) + at, "every": write_rule(due.repeats) if due.repeats else ""}


def _day(day: date) -> str:
    return day.isoformat() if day.year != YEAR else f"{day:%m-%d}"
