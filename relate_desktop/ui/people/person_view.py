"""What the page of a person says, composed away from the window's thread."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from relate_desktop.domain.channels import (
    Channel,
    Email,
    Handle,
    Phone,
    addresses,
    emails,
    handles,
    phones,
    urls,
)
from relate_desktop.domain.circle import circles_of
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.gender import Gender, gender_of
from relate_desktop.domain.ids import ContactId, MediaHash, PropertyId
from relate_desktop.domain.important_date import ImportantDate, important_dates
from relate_desktop.domain.name import call_them, latin_form, phonetic, pronouns
from relate_desktop.domain.note import notes_of
from relate_desktop.domain.organization import organizations
from relate_desktop.domain.people import CircleSummary, ContactSummary
from relate_desktop.domain.property import Property
from relate_desktop.domain.provenance import Provenance
from relate_desktop.domain.relations import Surroundings
from relate_desktop.domain.text import visible
from relate_desktop.domain.vocabulary import understood
from relate_desktop.ui.people.around import around_lines
from relate_desktop.ui.people.chips import Chip
from relate_desktop.ui.people.facts import FactLine
from relate_desktop.ui.people.lines import Line
from relate_desktop.ui.people.standing import Standing
from relate_desktop.words.dates import day_in_row, parts_of_date
from relate_desktop.words.gender import around_heading, call_chip, call_description, reach_heading
from relate_desktop.words.properties import label_name, property_name
from relate_desktop.words.translation import _

Origins = dict[PropertyId, str]
"""Where each line came from, in words."""
_NO_TEXT = frozenset({"work-fax", "home-fax", "fax", "pager", "home", "main"})
"""Kinds of numbers to which nobody writes."""
LONGEST = 400
"""Characters of one foreign text that the page shows."""


@dataclass(frozen=True, slots=True)
class Section:
    """One block of the details column."""

    heading: str
    lines: Sequence[Line]
    name: str = ""
    """What assistive tools call the list."""


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything the page shows, as texts."""

    id: ContactId
    called: str
    full_name: str
    own_script: str
    title_description: str
    role: str
    hue: int
    photo: MediaHash | None
    is_organization: bool
    chips: Sequence[Chip] = ()
    write: str = ""
    """The address *Write* opens, such as ``mailto:ada@example.com``; empty when there is none."""
    call: str = ""
    """The number *Call* shows and opens."""
    sections: dict[str, Section] = field(default_factory=dict)
    gender: Gender = Gender.OTHER
    joined: bool = False
    """Whether they were made one of several, and can be separated again."""
    happened: object = None
    """What the timeline read of the person."""
    standing: Standing = field(default_factory=Standing)
    facts: Sequence[FactLine] = ()
    """What was kept of look-ups."""
    beside: frozenset[ContactId] = frozenset()
    """People who are named on the page: when they change, it says something else."""


def view_of(
    contact: Contact,
    summary: ContactSummary,
    *,
    provenance: Sequence[Provenance],
    happened: object,
    circles: Sequence[CircleSummary],
    now: datetime,
    around: Surroundings,
) -> PersonView:
    """The page for this contact at this moment."""
    called = visible(summary.called, LONGEST) or _("No name")
    origins = {one.property: _origin(one, now) for one in provenance}
    written, numbers = emails(contact), phones(contact)
    name, gender = call_them(contact), gender_of(contact)
    own_script = visible(summary.own_script, LONGEST)
    latin, full = visible(latin_form(contact), LONGEST), visible(summary.full_name, LONGEST) or called
    if own_script and _script(full) != _script(called):
        full = latin or called
    if own_script == full:
        own_script = ""
    return PersonView(
        id=summary.id,
        called=called,
        full_name=full,
        own_script=own_script,
        title_description=", ".join(
            part
            for part in (own_script, call_description(gender).format(name=visible(name, 60)) if name else "")
            if part
        ),
        role=_role_line(contact),
        hue=summary.hue,
        photo=summary.photo,
        is_organization=summary.is_organization,
        chips=_chips(contact, now),
        write=_write_address(written, numbers),
        call=next((one.number for one in sorted(numbers, key=lambda one: not one.preferred)), ""),
        sections=_sections(contact, called, origins, circles, around),
        gender=gender,
        happened=happened,
        beside=frozenset(
            row.id for row in (*(one.person for one in around.relations), *around.members) if row is not None
        ),
    )


def _write_address(written: Sequence[Email], numbers: Sequence[Phone]) -> str:
    """The preferred mail address, else a number that takes text messages."""
    mail = min(written, key=lambda one: not one.preferred, default=None)
    if mail is not None:
        return f"mailto:{mail.address}"
    takes_text = [one for one in numbers if one.label not in _NO_TEXT]
    number = min(takes_text, key=lambda one: not one.preferred, default=None)
    return "" if number is None else f"sms:{number.number}"


def _script(name: str) -> str:
    """The script of a name's first letter, such as ``LATIN``; empty without a letter."""
    letter = next((one for one in name if one.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


def _chips(contact: Contact, now: datetime) -> Sequence[Chip]:
    chips = []
    if name := call_them(contact):
        chips.append(
            Chip(call_chip(gender_of(contact)).format(name=visible(name, 60)), "hand-waving", accent=True)
        )
    if sound := phonetic(contact):
        chips.append(Chip(_("Sounds like {sound}").format(sound=visible(sound, 60)), "ear"))
    if words := pronouns(contact):
        chips.append(Chip(visible(words, 40)))
    if there := _time_there(contact, now):
        chips.append(Chip(_("{time} there").format(time=there), "clock"))
    return chips


def _time_there(contact: Contact, now: datetime) -> str:
    zone = contact.first("TZ")
    if zone is None or "/" not in zone.text:
        return ""
    try:
        return f"{now.astimezone(ZoneInfo(zone.text.strip())):%H:%M}"
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""


def _role_line(contact: Contact) -> str:
    works = next(iter(organizations(contact)), None)
    home = next((one.parts.locality for one in addresses(contact) if one.parts.locality), "")
    line = ""
    if works is not None:
        line = works.name
        if works.name and works.title:
            line = _("{role} at {organization}").format(role=works.title, organization=works.name)
        elif works.title or works.role:
            line = works.title or works.role
    return visible(", ".join(part for part in (line, home) if part), LONGEST)


def _sections(
    contact: Contact, called: str, origins: Origins, circles: Sequence[CircleSummary], around: Surroundings
) -> dict[str, Section]:
    gender = gender_of(contact)
    heading = around_heading(gender)
    hues = {one.name: one.hue for one in circles}
    return {
        "reach": Section(
            reach_heading(gender), _reach(contact, origins), _("Ways to reach {name}").format(name=called)
        ),
        "remember": Section(_("Worth remembering"), _notes(contact, origins), _("Worth remembering")),
        "moments": Section(_("Moments"), _dates(contact, origins), _("Moments")),
        "relations": Section(heading, around_lines(around, origins), heading),
        "circles": Section(
            _("Circles"),
            [Line("", visible(one, LONGEST), hue=hues.get(one, 9)) for one in circles_of(contact)],
            _("Circles of {name}").format(name=called),
        ),
        "others": Section(_("Kept as it came"), _others(contact, origins), _("Lines kept as they came")),
    }


def _reach(contact: Contact, origins: Origins) -> list[Line]:
    ways: list[tuple[Channel, str, str, str]] = []
    ways += [(one, "envelope-simple", one.address, f"mailto:{one.address}") for one in emails(contact)]
    ways += [(one, "phone", one.number, f"tel:{one.number}") for one in phones(contact)]
    ways += [(one, "chat-circle-text", one.name, "") for one in handles(contact)]
    ways += [(one, "globe-simple", one.address, one.address) for one in urls(contact)]
    for place in addresses(contact):
        text = place.formatted or ", ".join(part for part in place.parts.parts if part)
        ways.append((place, "map-pin", text, ""))
    return [_way(one, icon, value, opens, origins) for one, icon, value, opens in ways]


def _way(one: Channel, icon: str, value: str, opens: str, origins: Origins) -> Line:
    shown = visible(value, LONGEST, keep_lines=True)
    service = one.service if isinstance(one, Handle) else ""
    words = visible(label_name(one.label), 60) if one.label else visible(service, 60)
    preferred = _("preferred") if one.preferred else ""
    detail = ", ".join(part for part in (words, preferred) if part)
    kind = words or property_name(one.property.name)
    name = ", ".join(part for part in (kind, shown, preferred) if part)
    return Line(
        icon, shown, detail, name, _from(one.property, origins), value, opens,
        line=one.property.id, ltr=icon != "map-pin",
    )  # fmt: skip


def _notes(contact: Contact, origins: Origins) -> list[Line]:
    lines = []
    for item in contact.all("NOTE"):
        text = visible(item.text.strip(), 4000, keep_lines=True)
        if text:
            source = _from(item, origins)
            lines.append(Line("note", text, source=source, copies=item.text, line=item.id))
    return lines if notes_of(contact) else []


def _dates(contact: Contact, origins: Origins) -> list[Line]:
    return [
        Line(
            "cake" if one.property.key == "BDAY" else "calendar-blank",
            _date_words(one),
            visible(one.label, 60) or property_name(one.property.name),
            source=_from(one.property, origins),
            copies=_date_words(one),
            line=one.property.id,
        )
        for one in important_dates(contact)
    ]


def _date_words(one: ImportantDate) -> str:
    if one.date is None:
        return visible(one.text, LONGEST)
    return parts_of_date(one.date.year, one.date.month, one.date.day)


def _others(contact: Contact, origins: Origins) -> list[Line]:
    return [
        Line(
            "tag",
            visible(item.text, LONGEST),
            visible(property_name(item.name), 60),
            source=_from(item, origins),
            copies=item.text,
            line=item.id,
        )
        for item in contact.properties
        if not understood(item.name) and item.media is None and item.value.strip()
    ]


def _from(item: Property, origins: Origins) -> str:
    return origins.get(item.id, "") if item.id is not None else ""


def _origin(one: Provenance, now: datetime) -> str:
    day = day_in_row(one.at.astimezone().date(), now.astimezone().date())
    if one.edited and one.source:
        return _("From {source}, changed by you on {day}").format(source=one.source, day=day)
    if one.source:
        return _("From {source}, {day}").format(source=one.source, day=day)
    return _("Typed by you, {day}").format(day=day)
