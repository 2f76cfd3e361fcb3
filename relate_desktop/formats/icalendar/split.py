"""Cuts a calendar into its components, each kept byte for byte as it came.

Nothing is interpreted here but BEGIN and END lines, so nothing can be lost: every byte of a file
is in a component or in the text between them, and the BEGIN lines before are as many as after.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from relate_desktop.formats.icalendar.lines import Line, content_lines, set_out, unescaped
from relate_desktop.formats.vcard.cards import line_count
from relate_desktop.formats.vcard.encoding import encoding_of

CALENDAR = "VCALENDAR"
SHOWN = frozenset({"VEVENT", "VFREEBUSY"})
"""Kinds of components that can take place at a time."""
_TOP = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE", CALENDAR})
"""Kinds that stand in no component of another of these kinds: one closes the other."""
_MARK = re.compile(
    rb"(?:\A|(?<=[\r\n]))(?:\xef\xbb\xbf)?([ \t]*+)(BEGIN|END)[ \t]*:[ \t]*([A-Za-z0-9_-]{1,60})[ \t]*+"
    rb"(?:\r{0,4}\n|\r|\Z)",
    re.IGNORECASE,
)
HEAD_LIMIT = 1 << 20
"""How many bytes in one piece a calendar may say of itself; what is longer is kept and not read."""
_KEY = re.compile(
    rb"(?:\A|(?<=[\r\n]))(?:(BEGIN|END)[ \t]*:"
    rb"|(?:UID|RECURRENCE-ID|SEQUENCE)[ \t]*+(?:[;:][^\r\n]*|(?=[\r\n]))(?:\r{0,4}[\r\n][ \t][^\r\n]*)*)",
    re.IGNORECASE,
)
KEY_LIMIT = 1 << 16
"""The longest name of a component, in bytes; a longer one is none."""
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class CalendarHead:
    """A VCALENDAR: where it begins and what it says of itself."""

    line: int
    properties: tuple[Line, ...] = field(default=(), repr=False)

    def first(self, *names: str) -> str:
        """The text of the first of these properties that is there, in the order of the names."""
        for name in names:
            for line in self.properties:
                if line.name == name:
                    return unescaped(line.text[0]).strip()
        return ""

    @property
    def name(self) -> str:
        """What the calendar calls itself (RFC 7986 NAME, X-WR-CALNAME)."""
        return self.first("NAME", "X-WR-CALNAME")

    @property
    def old(self) -> bool:
        """Whether it speaks vCalendar 1.0."""
        return self.first("VERSION").startswith("1")

    @property
    def method(self) -> str:
        """What it is sent for (RFC 5546), in capitals."""
        return self.first("METHOD").upper()

    @property
    def old_zone(self) -> str:
        """The lines by which a calendar of 1.0 says its zone."""
        found = [line for line in self.properties if line.name in {"TZ", "DAYLIGHT"}] if self.old else []
        return "\n".join(f"{line.name}:{line.text[0].strip()}" for line in found)


@dataclass(frozen=True, slots=True)
class RawComponent:
    """One component as it came.

    ``start`` and ``line`` say where it begins in the file, ``calendar`` in which VCALENDAR (-1
    outside of any). ``ended`` is False where its END is missing. ``recurrence_id`` is the value as
    it stands; ``begins`` counts the BEGIN lines in it. ``old`` if its calendar is of version 1.0,
    whose zone is then in ``old_zone``; ``method`` is what its calendar is sent for (RFC 5546), in
    capitals. ``earlier`` counts the components of its UID before it.
    """

    kind: str
    raw: bytes = field(repr=False)
    line: int
    start: int
    calendar: int
    uid: str = ""
    recurrence_id: str = ""
    sequence: int = 0
    ended: bool = True
    begins: int = 1
    old: bool = False
    old_zone: str = ""
    method: str = ""
    earlier: int = 0


@dataclass(frozen=True, slots=True)
class LooseText:
    """Bytes that belong to no component: what a VCALENDAR says of itself, and what stands around it."""

    start: int
    line: int
    raw: bytes = field(repr=False)
    calendar: int = -1


@dataclass(frozen=True, slots=True)
class SplitCalendar:
    """A file in pieces. ``refused`` are those of its texts that are in no VCALENDAR and are not blank."""

    calendars: tuple[CalendarHead, ...]
    components: tuple[RawComponent, ...]
    texts: tuple[LooseText, ...] = field(repr=False)
    refused: tuple[LooseText, ...]
    begins: int
    """How many BEGIN lines the file has; as many as its calendars and all that is in its components."""
    unended: int = 0
    """How many calendars and components lack their END."""


def components(data: bytes) -> SplitCalendar:
    """The pieces of a file; never raises. UTF-16 and UTF-32 are taken as the UTF-8 they stand for."""
    encoding = encoding_of(data[:64])
    if encoding != "utf-8":
        data = data.decode(encoding, "replace").encode("utf-8", "replace")
    splitter = _Splitter(data)
    splitter.run()
    return splitter.result()


@dataclass(slots=True)
class _Open:
    """The component that is being read: its nested kinds stand on a stack."""

    kind: str
    start: int
    stack: list[str]
    standing: Counter[str]
    """How often each kind stands on the stack."""
    begins: int = 1


class _Splitter:
    def __init__(self, data: bytes) -> None:
        self._data = data
        self._counted = (0, 1)
        self._open: _Open | None = None
        self._calendar = -1
        self._heads: list[int] = []
        self._given = 0
        self._begins = 0
        self._unended = 0
        self._indent: bytes | None = None
        self._components: list[RawComponent] = []
        self._texts: list[LooseText] = []

    def run(self) -> None:
        """Goes through the marks of the file once."""
        for mark in _MARK.finditer(self._data):
            if self._indent is None:
                self._indent = mark[1]
            # A mark that is set in is the continuation of a text, unless the whole file is set in.
            if mark[1] and mark[1] != self._indent:
                continue
            kind = mark[3].decode("ascii").upper()
            if mark[2].upper() == b"BEGIN":
                self._begins += 1
                self._begin(kind, mark.start())
            else:
                self._end(kind, mark.start(), mark.end())
        if self._open is not None:
            self._close(len(self._data), ended=False)
        self._loose(len(self._data))
        self._unended += self._calendar >= 0

    def result(self) -> SplitCalendar:
        """The pieces found."""
        said: list[list[Line]] = [[] for _ in self._heads]
        for text in self._texts:
            if text.calendar >= 0 and len(text.raw) <= HEAD_LIMIT:
                said[text.calendar] += content_lines(text.raw)
        heads = tuple(
            CalendarHead(
                self._line(start), tuple(line for line in lines if line.name not in {"BEGIN", "END"})
            )
            for start, lines in zip(self._heads, said, strict=True)
        )
        said_of = [(head.old, head.old_zone, head.method) for head in heads]
        named = (
            _with_keys(one, *(said_of[one.calendar] if one.calendar >= 0 else (False, "", "")))
            for one in self._components
        )
        found = tuple(_numbered(named))
        refused = tuple(text for text in self._texts if text.calendar < 0 and _says_something(text.raw))
        return SplitCalendar(heads, found, tuple(self._texts), refused, self._begins, self._unended)

    def _begin(self, kind: str, start: int) -> None:
        opened = self._open
        if opened is not None:
            if kind not in _TOP or (opened.kind not in _TOP and self._ends(opened.kind, start)):
                opened.stack.append(kind)
                opened.standing[kind] += 1
                opened.begins += 1
                return
            self._close(start, ended=False)
        if kind == CALENDAR:
            self._loose(start)
            self._unended += self._calendar >= 0
            self._heads.append(self._line(start))
            self._calendar = len(self._heads) - 1
            return
        self._loose(start)
        self._open = _Open(kind, start, [kind], Counter((kind,)))

    def _end(self, kind: str, start: int, end: int) -> None:
        opened = self._open
        if kind == CALENDAR:
            if opened is not None:
                self._close(start, ended=False)
            self._loose(end)
            self._calendar = -1
            return
        if opened is None or not opened.standing[kind]:
            return
        while (ended := opened.stack.pop()) != kind:
            opened.standing[ended] -= 1
            self._unended += 1
        opened.standing[kind] -= 1
        if not opened.stack:
            self._close(end, ended=True)

    def _close(self, end: int, *, ended: bool) -> None:
        opened = self._open
        if opened is None:
            return
        self._components.append(
            RawComponent(
                opened.kind,
                self._data[opened.start : end],
                self._line(opened.start),
                opened.start,
                self._calendar,
                ended=ended,
                begins=opened.begins,
            )
        )
        self._unended += not ended
        self._open = None
        self._given = end

    def _ends(self, kind: str, start: int) -> bool:
        """Whether a component of this kind has an end behind this place."""
        return self._last_ends.get(kind, -1) > start

    @cached_property
    def _last_ends(self) -> dict[str, int]:
        """Where each kind ends for the last time, by one look through the file."""
        return {
            mark[3].decode("ascii").upper(): mark.start()
            for mark in _MARK.finditer(self._data)
            if mark[2].upper() == b"END" and (not mark[1] or mark[1] == self._indent)
        }

    def _loose(self, end: int) -> None:
        if end > self._given:
            raw = self._data[self._given : end]
            self._texts.append(LooseText(self._given, self._line(self._given), raw, self._calendar))
            self._given = end

    def _line(self, start: int) -> int:
        """The number of the line that begins here; asked for in the order of the file."""
        place, line = self._counted
        line += line_count(self._data[place:start])
        self._counted = (start, line)
        return line


def _with_keys(one: RawComponent, old: bool, old_zone: str, method: str) -> RawComponent:
    """The component with what names it; what is nested in it names something else."""
    found: dict[str, str] = {}
    depth = 0
    for mark in _KEY.finditer(set_out(one.raw)):
        if mark[1]:
            depth += 1 if mark[1].upper() == b"BEGIN" else -1
        elif depth == 1 and len(mark[0]) <= KEY_LIMIT:
            for line in content_lines(mark[0]):
                found.setdefault(line.name, line.text[0].strip())
    sequence = found.get("SEQUENCE", "")
    return replace(
        one,
        uid=unescaped(found.get("UID", "")),
        recurrence_id=found.get("RECURRENCE-ID", ""),
        sequence=int(sequence) if _NUMBER.fullmatch(sequence) else 0,
        old=old,
        old_zone=old_zone,
        method=method,
    )


def _numbered(components: Iterable[RawComponent]) -> Iterator[RawComponent]:
    """The components, each with how many of its UID came before it."""
    met: Counter[tuple[str, str]] = Counter()
    for one in components:
        earlier = met[one.kind, one.uid] if one.uid else 0
        met[one.kind, one.uid] += 1
        yield replace(one, earlier=earlier) if earlier else one


def _says_something(raw: bytes) -> bool:
    return bool(raw.replace(b"\xef\xbb\xbf", b"").strip(b"\0 \t\r\n"))
