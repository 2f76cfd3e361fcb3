"""What the form to edit a person holds, read from a contact and written back into one.

Reading and writing are each other's inverse: ``applied(contact, form_of(contact))`` is the
contact itself, and a changed field changes the lines of that field and no others.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from relate_desktop.domain.channels import (
    AddressParts,
    Channel,
    ChannelKind,
    ChannelValue,
    Email,
    Handle,
    Phone,
    PostalAddress,
    Url,
    added_channel,
    channels,
    edited,
)
from relate_desktop.domain.circle import circles_of, with_circles
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import with_single
from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.important_date import (
    DateKind,
    added_date,
    birthday,
    important_dates,
    with_birthday,
    with_date,
)
from relate_desktop.domain.name import (
    PersonName,
    call_them,
    file_under,
    latin_form,
    name_of,
    phonetic,
    pronouns,
    salutation,
    with_call,
    with_file_under,
    with_full_name,
    with_latin_form,
    with_name,
    with_phonetic,
    with_pronouns,
    with_salutation,
)
from relate_desktop.domain.note import notes_of, with_notes
from relate_desktop.domain.organization import organizations, with_organization
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property, escape
from relate_desktop.domain.relationship import relationships, with_relationship, with_relative_name
from relate_desktop.domain.revaluing import revalued
from relate_desktop.domain.text import fold
from relate_desktop.domain.vocabulary import understood

TIME_ZONE = "TZ"
FORMER_NAME = "X-MAIDENNAME"
NEVER_CALL = "X-RELATE-NEVER-CALL"
BETWEEN_NOTES = "\n———\n"
"""What stands between several notes in their one field; a note may have blank lines of its own."""


@dataclass(frozen=True, slots=True)
class ReachRow:
    """One way to reach somebody as the form shows it; ``property`` is None for a new one."""

    kind: ChannelKind
    label: str = ""
    value: ChannelValue = ""
    preferred: bool = False
    service: str = ""
    property: Property | None = None


@dataclass(frozen=True, slots=True)
class DayRow:
    """A further special day; ``label`` is a ``DateKind`` or the user's own words."""

    label: str
    date: PartialDate | None
    property: Property | None = None


@dataclass(frozen=True, slots=True)
class TieRow:
    """Somebody around them; ``kind`` is a key of ``RELATION_KINDS`` or the user's own word."""

    kind: str
    name: str
    property: Property | None = None


@dataclass(frozen=True, slots=True)
class OwnField:
    """A line of the card that has no field of its own, by name and value."""

    name: str
    value: str
    property: Property | None = None


@dataclass(frozen=True, slots=True)
class PersonForm:
    """Every field of the form; texts are plain, blank means there is none."""

    call: str = ""
    salutation: str = ""
    full: str = ""
    latin: str = ""
    sounds: str = ""
    pronouns: str = ""
    file_under: str = ""
    name: PersonName = field(default_factory=PersonName)
    former: str = ""
    never: str = ""
    reach: tuple[ReachRow, ...] = ()
    birthday: PartialDate | None = None
    company: str = ""
    role: str = ""
    time_zone: str = ""
    remember: str = ""
    circles: tuple[str, ...] = ()
    days: tuple[DayRow, ...] = ()
    """Special days other than the birthday; days written as free text stand among the lines as they are."""
    ties: tuple[TieRow, ...] = ()
    own_fields: tuple[OwnField, ...] = ()

    @property
    def savable(self) -> bool:
        """Whether there is a name, a number or an address to know somebody by."""
        named = any((self.call, self.full, self.latin, self.company, *_flat(self.name)))
        return named or any(_says_something(row.value) for row in self.reach)


def form_of(contact: Contact) -> PersonForm:
    """The form as it is first shown for this contact."""
    company = next(iter(organizations(contact)), None)
    born = birthday(contact)
    return PersonForm(
        call=call_them(contact) or "",
        salutation=salutation(contact),
        full=_text(contact, "FN"),
        latin=latin_form(contact),
        sounds=phonetic(contact),
        pronouns=pronouns(contact),
        file_under=file_under(contact),
        name=name_of(contact) or PersonName(),
        former=_text(contact, FORMER_NAME),
        never=_text(contact, NEVER_CALL),
        reach=tuple(_row(one) for kind in ChannelKind for one in channels(contact, kind)),
        birthday=born.date if born else None,
        company=company.name if company else "",
        role=company.title if company else "",
        time_zone=_text(contact, TIME_ZONE),
        remember=BETWEEN_NOTES.join(notes_of(contact)),
        circles=circles_of(contact),
        days=tuple(
            DayRow(day.label or day.kind, day.date, day.property)
            for day in important_dates(contact)
            if day.date is not None and (born is None or day.property is not born.property)
        ),
        ties=tuple(TieRow(tie.kind, tie.name, tie.property) for tie in relationships(contact) if tie.name),
        own_fields=tuple(
            OwnField(item.name, _own_text(item), item) for item in contact.properties if _own(item)
        ),
    )


def applied(contact: Contact, form: PersonForm) -> Contact:
    """The contact as the form says; only the lines of changed fields are touched."""
    before = form_of(contact)
    contact = _with_names(contact, before, form)
    contact = _with_reach(contact, before.reach, form.reach)
    if form.birthday != before.birthday:
        contact = with_birthday(contact, form.birthday)
    if (form.company, form.role) != (before.company, before.role):
        contact = with_organization(contact, form.company, form.role)
    if form.time_zone != before.time_zone:
        contact = with_single(contact, TIME_ZONE, form.time_zone)
    if form.remember != before.remember:
        contact = with_notes(contact, [note for note in form.remember.split(BETWEEN_NOTES) if note.strip()])
    if form.circles != before.circles:
        contact = with_circles(contact, form.circles)
    contact = _with_days(contact, before.days, form.days)
    contact = _with_ties(contact, before.ties, form.ties)
    return _with_own_fields(contact, before.own_fields, form.own_fields)


def _with_names(contact: Contact, before: PersonForm, form: PersonForm) -> Contact:
    if form.full != before.full:
        contact = with_full_name(contact, form.full)
    if form.name != before.name:
        contact = with_name(contact, form.name)
    changes = (
        (form.call, before.call, with_call),
        (form.salutation, before.salutation, with_salutation),
        (form.latin, before.latin, with_latin_form),
        (form.sounds, before.sounds, with_phonetic),
        (form.pronouns, before.pronouns, with_pronouns),
        (form.file_under, before.file_under, with_file_under),
    )
    for after, was, change in changes:
        if after != was:
            contact = change(contact, after or None)
    for after, was, name in (
        (form.former, before.former, FORMER_NAME),
        (form.never, before.never, NEVER_CALL),
    ):
        if after != was:
            contact = with_single(contact, name, after)
    return contact


def _with_reach(contact: Contact, before: Sequence[ReachRow], after: Sequence[ReachRow]) -> Contact:
    held = {_line(row): row for row in before}
    kept = {_line(row) for row in after}
    for row in before:
        if row.property is not None and _line(row) not in kept:
            contact = contact.without(_present(contact, row.property))
    for row in after:
        was = held.get(_line(row))
        if row.property is None or was is None:
            # nothing there yet, or a draft outlived the line: somebody else took it away meanwhile
            contact = added_channel(
                contact, row.kind, row.value, row.label, preferred=row.preferred, service=row.service
            )
            continue
        if row != was:
            contact = edited(
                contact,
                _present(contact, row.property),
                row.value if row.value != was.value else None,
                row.label if row.label != was.label else None,
                row.preferred if row.preferred != was.preferred else None,
            )
    return contact


def _with_days(contact: Contact, before: Sequence[DayRow], after: Sequence[DayRow]) -> Contact:
    left = {row.property: row.date for row in after if row.property is not None}
    for row in before:
        if row.property is not None and left.get(row.property) != row.date:
            contact = with_date(contact, _present(contact, row.property), left.get(row.property))
    for row in after:
        if row.property is None and row.date is not None:
            known = row.label in set(DateKind)
            kind = DateKind(row.label) if known else DateKind.OTHER
            contact = added_date(contact, kind, row.date, "" if known else row.label)
    return contact


def _with_ties(contact: Contact, before: Sequence[TieRow], after: Sequence[TieRow]) -> Contact:
    left = {row.property: row.name for row in after if row.property is not None}
    ties = {tie.property: tie for tie in relationships(contact)}
    for row in before:
        if row.property is not None and left.get(row.property, "") != row.name:
            contact = with_relative_name(contact, ties[row.property], left.get(row.property, ""))
    for row in after:
        if row.property is None and row.name.strip():
            contact = with_relationship(contact, row.name, row.kind)
    return contact


def _with_own_fields(contact: Contact, before: Sequence[OwnField], after: Sequence[OwnField]) -> Contact:
    held = {_line(one): one for one in before}
    kept = {_line(one) for one in after if one.value.strip() or one == held.get(_line(one))}
    for one in before:
        if one.property is not None and _line(one) not in kept:
            contact = contact.without(_present(contact, one.property))
    for one in after:
        was = held.get(_line(one))
        if one.property is None or was is None:
            if one.name.strip() and one.value.strip():
                contact = contact.added(own_line(one.name, one.value))
        elif one.value.strip() and one != was:
            item = _present(contact, one.property)
            contact = contact.replaced(item, revalued(item, _own_value(item, one.value)))
    return contact


def _own_text(item: Property) -> str:
    """What a line that nobody knows says; one whose separators may mean something is shown as it stands."""
    return item.text if escape(item.text) == item.value else item.value


def _own_value(item: Property, text: str) -> str:
    """The text as this line spells it."""
    return escape(text) if escape(item.text) == item.value else text


def own_line(name: str, value: str) -> Property:
    """A free line: its name made legal as ``X-…`` where it is no name of a vCard property."""
    ascii_name = fold(name.strip()).upper()
    cleaned = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in ascii_name)
    cleaned = cleaned.strip("-") or "FIELD"
    known = understood(cleaned) or cleaned.startswith("X-")
    return Property(cleaned if known else f"X-{cleaned}", escape(value))


def _row(one: Channel) -> ReachRow:
    kinds: dict[type, ChannelKind] = {
        Email: ChannelKind.EMAIL,
        Phone: ChannelKind.PHONE,
        PostalAddress: ChannelKind.ADDRESS,
        Url: ChannelKind.URL,
        Handle: ChannelKind.HANDLE,
    }
    service = one.service if isinstance(one, Handle) else ""
    return ReachRow(kinds[type(one)], one.label, _value(one), one.preferred, service, one.property)


def _value(one: Channel) -> ChannelValue:
    match one:
        case Phone():
            return one.number
        case PostalAddress():
            return one.parts
        case Handle():
            return one.name
        case _:
            return one.address


def _line(row: ReachRow | OwnField) -> PropertyId | Property | None:
    """What tells a row's line from others: its number in the book, where it has one."""
    return row.property.id or row.property if row.property is not None else None


def _present(contact: Contact, wanted: Property) -> Property:
    """The line as it stands now: an earlier step may have taken its preference away."""
    for item in contact.properties:
        if item is wanted or (item.id is not None and item.id == wanted.id):
            return item
    same = [
        item for item in contact.properties if replace(item, parameters=()) == replace(wanted, parameters=())
    ]
    return same[0] if same else wanted


def _own(item: Property) -> bool:
    return not understood(item.name) and item.media is None and not item.key.startswith(("X-RELATE-", "X-AB"))


def _text(contact: Contact, name: str) -> str:
    item = contact.first(name)
    return item.text.strip() if item is not None else ""


def _flat(name: PersonName) -> tuple[str, ...]:
    return tuple(word for part in name.parts for word in part)


def _says_something(value: ChannelValue) -> bool:
    return not value.empty if isinstance(value, AddressParts) else bool(value.strip())
