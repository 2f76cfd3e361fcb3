"""Answers in JSON, read so that no type, size or sign in them surprises anybody.

A field of the wrong type is a field that is not there; an answer that is no object is broken. Text of
one line is squeezed and free of control characters; what JSON can spell and UTF-8 cannot becomes U+FFFD.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from relate_desktop.domain.text import squeezed
from relate_desktop.lookups.answers import broken
from relate_desktop.lookups.asking import Got

LONGEST_LINE = 500
"""Characters of one line that somebody says about themselves; longer is no such line."""
LONGEST_TEXT = 10_000
MOST_RECORDS = 100
"""Entries of a list that are looked at."""

_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_MANY_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True, slots=True)
class JsonObject:
    """One object of an answer, read by names."""

    values: Mapping[str, object] = field(default_factory=dict, repr=False)

    def line(self, name: str, limit: int = LONGEST_LINE) -> str:
        """A text of one line; empty where there is none, or one too long to be meant."""
        value = self.values.get(name)
        line = as_line(value) if isinstance(value, str) else ""
        return line if len(line) <= limit else ""

    def text(self, name: str) -> str:
        """A text that may have several lines, cut where it is too long."""
        value = self.values.get(name)
        return as_text(value) if isinstance(value, str) else ""

    def raw(self, name: str, limit: int = LONGEST_TEXT) -> str:
        """A text as it came, such as HTML that is still to be read; empty where it is too long."""
        value = self.values.get(name)
        return _SURROGATES.sub("\ufffd", value) if isinstance(value, str) and len(value) <= limit else ""

    def number(self, name: str) -> int | None:
        """A whole number of the size that ids have."""
        value = self.values.get(name)
        return value if type(value) is int and abs(value) < 2**63 else None

    def says(self, name: str) -> bool:
        """Whether the field is true, and not merely something that counts as true."""
        return self.values.get(name) is True

    def denies(self, name: str) -> bool:
        """Whether the field is false: not missing, not null."""
        return self.values.get(name) is False

    def moment(self, name: str) -> datetime | None:
        """A date with a time and a zone, in UTC."""
        return read_moment(self.line(name))

    def record(self, name: str) -> "JsonObject":
        """The object inside; an empty one where there is none."""
        return _object(self.values.get(name)) or JsonObject()

    def records(self, name: str) -> tuple["JsonObject", ...]:
        """The objects of a list."""
        found = (_object(value) for value in self._list(name))
        return tuple(item for item in found if item is not None)

    def lines(self, name: str) -> tuple[str, ...]:
        """The texts of a list, each of one line."""
        found = (as_line(value) for value in self._list(name) if isinstance(value, str))
        return tuple(line for line in found if line and len(line) <= LONGEST_LINE)

    def _list(self, name: str) -> Iterator[object]:
        value = self.values.get(name)
        return iter(value[:MOST_RECORDS] if isinstance(value, list) else ())


def read_object(got: Got) -> JsonObject:
    """The object that an answer is. Raises ANSWER_BROKEN."""
    found = _object(_read(got))
    if found is None:
        raise broken(got)
    return found


def read_objects(got: Got) -> tuple[JsonObject, ...]:
    """The objects of the list that an answer is. Raises ANSWER_BROKEN."""
    value = _read(got)
    if not isinstance(value, list):
        raise broken(got)
    found = (_object(item) for item in value[:MOST_RECORDS])
    return tuple(item for item in found if item is not None)


def as_line(text: str) -> str:
    """A text of strangers as one line."""
    return squeezed(_CONTROLS.sub(" ", _SURROGATES.sub("\ufffd", text)))


def as_text(text: str) -> str:
    """A text of strangers with its lines, without blank ends and long gaps, cut where it is too long."""
    lined = _LINE_ENDS.sub("\n", _SURROGATES.sub("\ufffd", text[: 2 * LONGEST_TEXT]))
    cleaned = "\n".join(line.rstrip() for line in _CONTROLS.sub("", lined).split("\n"))
    return _MANY_LINES.sub("\n\n", cleaned).strip()[:LONGEST_TEXT].rstrip()


def read_moment(text: str) -> datetime | None:
    """A moment as ISO 8601 writes it, in UTC; None for a day alone, a time without a zone, and all else."""
    if "T" not in text and " " not in text:
        return None
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo is not None else None
    except (ValueError, OverflowError):
        return None


def _object(value: object) -> JsonObject | None:
    return JsonObject(value) if isinstance(value, dict) else None


def _read(got: Got) -> object:
    try:
        return json.loads(got.body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise broken(got) from None
