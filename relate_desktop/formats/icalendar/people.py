"""Who invites and who is invited (RFC 5545 section 3.8.4.1 and 3.8.4.3)."""

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote

from relate_desktop.domain.calendar_event import TEL, Attendee, Participation
from relate_desktop.formats.icalendar.lines import Line, unescaped

MOST_PEOPLE = 1_000
_ANSWERS = {
    **{answer.value.upper(): answer for answer in Participation},
    # vCalendar 1.0
    "CONFIRMED": Participation.ACCEPTED,
    "DECLINED": Participation.DECLINED,
    "DELEGATED": Participation.DELEGATED,
}
_READABLE = re.compile(r"[\s().-]")
_NUMBER = re.compile(r"\+?[0-9]{5,20}")
_NAMED = re.compile(r"([^<]*)<([^<>]*)>")
"""A name and an address in one, as vCalendar 1.0 has them."""
_HOSTS = frozenset({"OWNER", "ORGANIZER"})
"""Roles of who invites in vCalendar 1.0, which knows no line for them."""
_THINGS = frozenset({"ROOM", "RESOURCE", "GROUP"})
"""Kinds of who is invited that are nobody: a hall, a beamer, a mailing list."""
_CALENDARS = re.compile(r"@(?:[a-z0-9-]+\.)?calendar\.google\.com\Z")
"""Addresses that Google gives to calendars and rooms, which nobody bears."""


def attendees(lines: Iterable[Line]) -> tuple[Attendee, ...]:
    """The people of an event, each once: whoever invites first, unless they are among the others."""
    found: dict[str, Attendee] = {}
    host: Attendee | None = None
    for line in lines:
        if line.name == "ATTENDEE":
            one = _attendee(line)
            if one is not None:
                found.setdefault(one.address or one.name, one)
        elif line.name == "ORGANIZER" and host is None:
            host = _attendee(line)
    if host is None:
        return tuple(found.values())
    key = host.address or host.name
    among = found.get(key)
    if among is None:
        return (replace(host, organizer=True), *found.values())
    found[key] = replace(among, name=among.name or host.name, organizer=True)
    return tuple(found.values())


def _attendee(line: Line) -> Attendee | None:
    text = unescaped(line.text[0]).strip()

    def said(name: bytes) -> str:
        return line.parameter(name).strip()

    name = _name(unescaped(said(b"CN")))
    # Where it is no address at all, some programs say the address as the name.
    address = _address(text) or _address(said(b"EMAIL")) or (_address(name) if ":" in text else "")
    if not address and "@" in text and ":" not in text:
        found = _NAMED.fullmatch(text)
        name = name or (found[1].strip().strip('"') if found else "")
        address = _address(found[2] if found else text)
    elif not address and not name and ":" not in text:
        name = text
    if name.lower().removeprefix("mailto:") == address:
        name = ""
    if not (name or address):
        return None
    answer = _ANSWERS.get((said(b"PARTSTAT") or said(b"STATUS")).upper(), Participation.UNANSWERED)
    host = said(b"ROLE").upper() in _HOSTS
    person = said(b"CUTYPE").upper() not in _THINGS and _CALENDARS.search(address) is None
    return Attendee(address, name, answer, host, person=person)


def _address(text: str) -> str:
    """The address of a ``mailto:`` or a bare one, in lower case, or a number; empty for any other kind."""
    lower = text.strip().strip("<>").lower()
    if lower.startswith(TEL):
        return _number(lower)
    if lower.startswith("mailto:"):
        lower = unquote(lower.removeprefix("mailto:").partition("?")[0])
    elif ":" in lower or " " in lower:
        return ""
    lower = lower.strip().strip("<>")
    return lower if lower.count("@") == 1 and not lower.startswith("@") and not lower.endswith("@") else ""


def _number(text: str) -> str:
    """A number without what makes it readable; empty for one that is known within a house alone."""
    number = _READABLE.sub("", unquote(text.removeprefix(TEL).partition(";")[0]))
    return f"{TEL}{number}" if _NUMBER.fullmatch(number) else ""


def _name(text: str) -> str:
    """A name without the single quotes that Outlook puts around it."""
    return text[1:-1].strip() if len(text) > 2 and text[0] == text[-1] == "'" else text
