"""``list``, ``search`` and ``show``: who is in the book."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING, Any

from relate_desktop.cli.numbers import past_day, plain_text, positive, search_text
from relate_desktop.cli.output import iso, table
from relate_desktop.cli.program import Answer, Command, Program
from relate_desktop.words.translation import _, ngettext

if TYPE_CHECKING:
    from relate_desktop.domain.contact import Contact
    from relate_desktop.domain.ids import ContactId, PropertyId
    from relate_desktop.domain.partial_date import PartialDate
    from relate_desktop.domain.people import ContactSummary, TextHit
    from relate_desktop.domain.property import Property
    from relate_desktop.domain.provenance import Provenance
    from relate_desktop.services.book import OpenBook

_PAGE = 500
_SHOWN = 20
"""Entries of a timeline that a person is shown; a program gets all."""


def commands() -> tuple[Command, ...]:
    """The commands of this file."""
    return (
        Command("list", _("list people"), "list --query lisbon --limit 10", _declare_list, _list),
        Command(
            "search",
            _("find people, notes, conversations and reminders"),
            "search 0142",
            _declare_search,
            _search,
        ),
        Command("show", _("show one person, whole"), "show misaki@example.com", _declare_show, _show),
    )


def contact_word(parser: ArgumentParser, **options: Any) -> None:
    """The argument that names one person."""
    parser.add_argument(
        "contact",
        metavar=_("CONTACT"),
        type=plain_text,
        help=_("an id, or a name or address that only one person has"),
        **options,
    )


def others_option(parser: ArgumentParser) -> None:
    """The option that names further people something is about."""
    parser.add_argument(
        "--with",
        dest="others",
        metavar=_("CONTACT"),
        type=plain_text,
        action="append",
        default=[],
        help=_("somebody else it is about; may be repeated"),
    )


def as_of_option(parser: ArgumentParser) -> None:
    """The option that asks for the book as it was."""
    parser.add_argument(
        "--as-of",
        metavar=_("DAY"),
        type=past_day,
        help=_("as the book was at the end of a past day, such as 2026-03-14"),
    )


def dated(document: dict[str, Any], as_of: date | None) -> dict[str, Any]:
    """A document that says of which day it tells, where that was asked."""
    return document if as_of is None else document | {"as_of": as_of.isoformat()}


def _declare_list(parser: ArgumentParser) -> None:
    parser.add_argument("--query", metavar=_("Q"), type=search_text, help=_("only people who match"))
    parser.add_argument("--limit", metavar=_("N"), type=positive, help=_("at most so many"))
    parser.add_argument(
        "--sort",
        choices=("name", "recent", "due"),
        default="name",
        help=_("by name, by who you were last in touch with, or by what is next"),
    )
    as_of_option(parser)


def _list(options: Namespace, program: Program) -> Answer:
    from relate_desktop.domain.ids import ContactId
    from relate_desktop.domain.people import PeopleSort

    with program.book(as_of=options.as_of) as book:
        ids: Sequence[int] = book.contacts.ids(sort=PeopleSort(options.sort))
        if options.query is not None:
            matching = set(book.search.exactly(options.query))
            ids = [one for one in ids if one in matching]
        wanted = [ContactId(one) for one in ids[: options.limit]]
        rows = list(_summaries(book, wanted))
        today = book.present().today
    document = {"total": len(ids), "contacts": [_listed(row, program.here()) for row in rows]}
    return Answer(
        dated(document, options.as_of),
        table([_row(row, today) for row in rows]),
    )


def _row(row: "ContactSummary", today: date) -> tuple[str, ...]:
    from relate_desktop.words.dates import day_in_row

    last = day_in_row(row.last_talk.on, today) if row.last_talk is not None else ""
    return (str(row.id), row.full_name, last, row.organization, row.email, row.phone)


def _summaries(book: "OpenBook", ids: Sequence[Any]) -> Iterator["ContactSummary"]:
    for start in range(0, len(ids), _PAGE):
        yield from book.contacts.summaries(ids[start : start + _PAGE])


def _listed(row: "ContactSummary", here: tzinfo) -> dict[str, Any]:
    return {
        "contact": str(row.id),
        "name": row.full_name,
        "organization": row.organization,
        "email": row.email,
        "phone": row.phone,
        "last_contact": _last_contact(row),
        "next_due": _next_due(row, here),
    }


def _last_contact(row: "ContactSummary") -> str | None:
    """When somebody was last in touch: a moment, or the day where no more is known."""
    if row.last_talk is not None and not row.last_hour_known:
        return row.last_talk.on.isoformat()
    return iso(row.last_contact_at)


def _next_due(row: "ContactSummary", here: tzinfo) -> str | None:
    """When the next reminder comes: a moment, or the day where any time of it will do."""
    if row.next_due_at is None:
        return None
    local = row.next_due_at.astimezone(here)
    return local.isoformat(timespec="seconds") if row.next_hour_known else local.date().isoformat()


def _declare_search(parser: ArgumentParser) -> None:
    parser.add_argument("words", metavar=_("WORDS"), nargs="+", type=plain_text, help=_("what to look for"))
    parser.add_argument(
        "--limit", metavar=_("N"), type=positive, default=50, help=_("at most so many (default: 50)")
    )
    as_of_option(parser)


def _search(options: Namespace, program: Program) -> Answer:
    from relate_desktop.words.conversations import text_name
    from relate_desktop.words.properties import property_name

    with program.book(as_of=options.as_of) as book:
        found = book.search.find(" ".join(options.words), options.limit)
    results: list[dict[str, str | None]] = [
        {"contact": str(hit.contact), "name": hit.name, "field": hit.field, "snippet": hit.snippet}
        for hit in found.hits
    ]
    rows = [(str(hit.contact), hit.name, property_name(hit.field), hit.snippet) for hit in found.hits]
    texts = found.texts[: options.limit - len(found.hits)]
    results += [_written(hit) for hit in texts]
    rows += [
        ("" if hit.contact is None else str(hit.contact), hit.name, text_name(hit.field), hit.snippet)
        for hit in texts
    ]
    lines = [*table(rows)] or [_("Nobody found.")]
    total = found.total + found.texts_total
    document = {"query": found.query, "total": total, "results": results}
    return Answer(dated(document, options.as_of), lines)


def _written(hit: "TextHit") -> dict[str, str | None]:
    """A note, conversation, reminder or promise as a result of a search."""
    return {
        "contact": None if hit.contact is None else str(hit.contact),
        "name": hit.name,
        "field": hit.field,
        "snippet": hit.snippet,
        "id": str(hit.number),
        "when": hit.on.isoformat(),
    }


def _declare_show(parser: ArgumentParser) -> None:
    contact_word(parser)
    as_of_option(parser)


def _show(options: Namespace, program: Program) -> Answer:
    from relate_desktop.cli.entries import entry_document, timeline_lines, timeline_of
    from relate_desktop.cli.meetings import meeting_document, meeting_lines
    from relate_desktop.cli.nearness import nearness
    from relate_desktop.domain.name import call_them, display_name

    with program.book(as_of=options.as_of) as book:
        contact_id = book.contacts.named(options.contact)
        contact = book.contacts.get(contact_id)
        jcard = book.contacts.jcard(contact_id)
        entries = timeline_of(book, contact_id)
        present = book.present()
        near = nearness(book, contact_id)
        coming = book.meetings.coming(contact_id)
        meetings = [meeting_document(book, one, present) for one in coming]
        provenance = book.contacts.provenance(contact_id)
        removed = next((one.removed_at for one in book.removed.page([contact_id])), None)
    days = _days(contact)
    document: dict[str, Any] = {
        "contact": str(contact_id),
        "name": display_name(contact),
        "call_them": call_them(contact),
        "removed_at": iso(removed),
        "jcard": jcard,
        "timeline": [entry_document(entry) for entry in entries],
        "reminders": near.reminders,
        "rhythm": near.rhythm,
        "meetings": meetings,
        "provenance": [_origin(item, days) for item in provenance],
    }
    lines = [*_headed(contact, contact_id, removed, present.now), *_whole(contact, provenance, present.now)]
    lines += near.lines
    if coming:
        lines += ["", _("Meetings"), *table(list(meeting_lines(coming, present)), widest=60)]
    if entries:
        lines += ["", _("Timeline"), *timeline_lines(entries[:_SHOWN], present)]
        more = len(entries) - _SHOWN
        if more > 0:
            lines.append(ngettext("… and {count} more", "… and {count} more", more).format(count=f"{more:,}"))
    return Answer(dated(document, options.as_of), lines)


def _days(contact: "Contact") -> dict["PropertyId | None", "PartialDate"]:
    """The dates of the person, by the property whose whole value each is."""
    from relate_desktop.domain.important_date import important_dates
    from relate_desktop.domain.partial_date import PartialDate

    return {
        one.property.id: one.date
        for one in important_dates(contact)
        if one.date is not None and PartialDate.parse(one.property.value) is not None
    }


def _origin(item: "Provenance", days: Mapping["PropertyId | None", "PartialDate"]) -> dict[str, Any]:
    from relate_desktop.domain.property import unescape

    day = days.get(item.property)
    return {
        "property": item.name.lower(),
        "value": unescape(item.value) if day is None else day.iso(),
        "operation": str(item.changeset),
        "source": item.source,
        "when": iso(item.at),
    }


def _headed(
    contact: "Contact", contact_id: "ContactId", removed: datetime | None, now: datetime
) -> Iterator[str]:
    """Who it is, and whether they are in the book at all."""
    from relate_desktop.domain.name import display_name
    from relate_desktop.domain.text import visible
    from relate_desktop.words.dates import moment_in_row

    yield visible(display_name(contact))
    if removed is not None:
        yield _("Removed {when}. 'put-back {contact}' brings them back.").format(
            when=moment_in_row(removed, now), contact=contact_id
        )
    yield ""


def _whole(contact: "Contact", provenance: Sequence["Provenance"], now: datetime) -> Iterator[str]:
    from relate_desktop.domain.contact import GROUP_LABELS
    from relate_desktop.domain.labels import APPLE_LABEL, label_of
    from relate_desktop.domain.text import visible
    from relate_desktop.words.dates import moment_in_row, parts_of_date
    from relate_desktop.words.properties import label_name, property_name

    origins = {item.property: item for item in provenance}
    days = _days(contact)
    rows = []
    for item in contact.properties:
        if item.key == APPLE_LABEL and any(one.key not in GROUP_LABELS for one in contact.siblings(item)):
            continue  # it stands beside the line it belongs to
        label = label_name(label_of(contact, item))
        origin = origins.get(item.id) if item.id is not None else None
        came = ""
        if origin is not None:
            when = moment_in_row(origin.at, now)
            came = f"{visible(origin.source)}, {when}" if origin.source else when
        day = days.get(item.id)
        value = plain_value(item) if day is None else parts_of_date(day.year, day.month, day.day)
        rows.append((property_name(item.name), label, value, came))
    yield from table(rows)


def plain_value(item: "Property") -> str:
    """A property's value in one line for a person: parts with commas between, media by kind."""
    from relate_desktop.domain.labels import APPLE_LABEL
    from relate_desktop.domain.vocabulary import ValueShape, value_shape
    from relate_desktop.words.values import value_words

    if item.media is not None:
        return _("(embedded)")
    if item.key == APPLE_LABEL or value_shape(item.key) is ValueShape.LIST:
        return " ".join(value_words(item).split())
    parts = [", ".join(word for word in part if word.strip()) for part in item.components]
    text = "; ".join(part for part in parts if part) if len(parts) > 1 else item.text
    return " ".join(text.split())
