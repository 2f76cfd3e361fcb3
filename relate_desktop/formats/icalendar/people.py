"""Who invites and who is invited (RFC 5545 section 3.8.4.1 and 3.8.4.3), as icalendar reads it."""

from collections.abc import Iterable
from dataclasses import replace
from email.utils import parseaddr
from urllib.parse import unquote

from icalendar.prop import vCalAddress

from relate_desktop.domain.calendar_event import Attendee, Participation

MOST_PEOPLE = 1_000
_ANSWERS = {
    **{answer.value.upper(): answer for answer in Participation},
    # vCalendar 1.0
    "CONFIRMED": Participation.ACCEPTED,
    "DECLINED": Participation.DECLINED,
    "DELEGATED": Participation.DELEGATED,
}
_THINGS = frozenset({"ROOM", "RESOURCE"})


def attendees(invited: Iterable[object], organizers: Iterable[object]) -> tuple[Attendee, ...]:
    """The people of an event, each once: whoever invites first, unless they are among the others."""
    found: dict[str, Attendee] = {}
    for value in invited:
        one = _attendee(value)
        if one is not None:
            found.setdefault(one.address or one.name, one)
    hosts = [one for one in map(_attendee, organizers) if one is not None][:1]
    for host in hosts:
        key = host.address or host.name
        among = found.get(key)
        if among is not None:
            found[key] = replace(among, name=among.name or host.name, organizer=True)
        else:
            found = {key: replace(host, organizer=True), **found}
    return tuple(found.values())


def _attendee(value: object) -> Attendee | None:
    text = str(value).strip()
    parameters = value.params if isinstance(value, vCalAddress) else {}

    def said(name: str) -> str:
        given = parameters.get(name, "")
        return str(given[0] if isinstance(given, list) and given else given or "").strip()

    name, address = said("CN").strip("\"'"), _address(text)
    if not address:
        address = _address(said("EMAIL"))
    if not address and "@" in text and ":" not in text:
        written, address = parseaddr(text)
        name, address = name or written, address.lower()
    elif not address and not name and ":" not in text:
        name = text
    if name.lower().removeprefix("mailto:") == address:
        name = ""
    if not (name or address):
        return None
    answer = _ANSWERS.get((said("PARTSTAT") or said("STATUS")).upper(), Participation.UNANSWERED)
    return Attendee(address, name, answer, person=said("CUTYPE").upper() not in _THINGS)


def _address(text: str) -> str:
    """The address of a ``mailto:`` or a bare one, in lower case; empty for any other kind."""
    lower = text.strip().strip("<>").lower()
    if lower.startswith("mailto:"):
        lower = unquote(lower.removeprefix("mailto:").partition("?")[0])
    elif ":" in lower or " " in lower:
        return ""
    lower = lower.strip().strip("<>")
    return lower if lower.count("@") == 1 and not lower.startswith("@") and not lower.endswith("@") else ""
