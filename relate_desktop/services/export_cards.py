"""The cards of an export, one after another, and what each of them is meant to say."""

import io
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.exporting import (
    ExportFormat,
    Loss,
    LossKind,
    MeantCard,
    PlacedProperty,
    with_one_uid,
)
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.property import Property
from relate_desktop.domain.source import StoredCard
from relate_desktop.formats.jcard import jcard_line
from relate_desktop.formats.vcard.media_values import embedded_hash
from relate_desktop.formats.vcard.original import patched_card, restore_card
from relate_desktop.formats.vcard.read import read_cards
from relate_desktop.formats.vcard.write import write_card
from relate_desktop.storage.book import BookReader
from relate_desktop.storage.sources import Origins

_VERSIONS = {ExportFormat.VCARD4: "4.0", ExportFormat.VCARD3: "3.0", ExportFormat.ORIGINAL: "4.0"}
"""People who were typed here, and so have no original, go out as the newest version beside the others."""

_CHUNK = 200


@dataclass(frozen=True, slots=True)
class OutgoingCard:
    """One card on its way out. ``sha256`` where it is an untouched one as it came."""

    contact: ContactId
    content: bytes = field(repr=False)
    losses: tuple[Loss, ...] = ()
    sha256: str | None = None


class Ledger:
    """Which cards were written, kept small: what the proof compares the file with."""

    def __init__(self) -> None:
        self.contacts = array("q")
        self._sizes = array("Q")
        self._untouched: dict[int, str] = {}
        self._incomplete: set[int] = set()

    def note(self, card: OutgoingCard) -> None:
        """One more card was written."""
        if any(loss.kind is LossKind.MEDIA_MISSING for loss in card.losses):
            self._incomplete.add(len(self.contacts))
        if card.sha256 is not None:
            self._untouched[len(self.contacts)] = card.sha256
        self.contacts.append(card.contact)
        self._sizes.append(len(card.content))

    def __len__(self) -> int:
        return len(self.contacts)

    def meant(self, book: BookReader, form: ExportFormat) -> Iterator[MeantCard]:
        """What each written card is meant to say, in order."""
        place = 0
        for contact, origins in _people(book, list(dict.fromkeys(self.contacts)), form):
            for said in _said(book, contact, origins):
                properties = _with_content(book, said) if place in self._incomplete else said
                yield MeantCard(properties, self._sizes[place], self._untouched.get(place))
                place += 1


def _with_content(book: BookReader, properties: Sequence[Property]) -> tuple[Property, ...]:
    """The properties but for those whose picture, sound or key is gone: a loss that was told."""
    contents = ((item, embedded_hash(item)) for item in properties)
    return tuple(
        item for item, content in contents if content is None or book.media.find(content) is not None
    )


def outgoing_cards(book: BookReader, ids: Sequence[int], form: ExportFormat) -> Iterator[OutgoingCard]:
    """The cards of these people in their order; who is gone is left out."""
    for contact, origins in _people(book, ids, form):
        if origins[0]:
            yield from _originals(book, contact, origins)
        elif form is ExportFormat.JCARD:
            content, losses = jcard_line(with_one_uid(contact.properties), book.media.get)
            yield OutgoingCard(_id(contact), content, losses)
        else:
            yield _fresh(book, contact, _VERSIONS[form])


def _people(book: BookReader, ids: Sequence[int], form: ExportFormat) -> Iterator[tuple[Contact, Origins]]:
    """People with the cards they came from, where these are what goes out."""
    for start in range(0, len(ids), _CHUNK):
        chunk = [ContactId(contact) for contact in ids[start : start + _CHUNK]]
        origins = book.sources.of_many(chunk) if form is ExportFormat.ORIGINAL else {}
        for contact in book.contacts.iterate(chunk):
            yield contact, origins.get(_id(contact), ([], []))


def _fresh(book: BookReader, contact: Contact, version: str) -> OutgoingCard:
    content, losses = write_card(with_one_uid(contact.properties), version, book.media.get)
    return OutgoingCard(_id(contact), content, losses)


def _originals(book: BookReader, contact: Contact, origins: Origins) -> Iterator[OutgoingCard]:
    for card, lines in zip(origins[0], _placed(contact, origins), strict=True):
        if _untouched(card, lines):
            content = restore_card(card.source, book.media.get)
            yield OutgoingCard(_id(contact), content, sha256=card.source.sha256)
        else:
            content, losses = patched_card(card.source, _touched(book, card, lines), book.media.get)
            yield OutgoingCard(_id(contact), content, losses)


def _said(book: BookReader, contact: Contact, origins: Origins) -> Iterator[tuple[Property, ...]]:
    """What each card of a person says as it goes out."""
    if not origins[0]:
        yield with_one_uid(contact.properties)
        return
    for card, lines in zip(origins[0], _placed(contact, origins), strict=True):
        spoken = lines if _untouched(card, lines) else _touched(book, card, lines)
        yield tuple(one.property for one in spoken)


def _touched(book: BookReader, card: StoredCard, lines: Sequence[PlacedProperty]) -> list[PlacedProperty]:
    """The lines of a changed card: edited and added ones as the person has them, others as they came.

    A property may say more by now than a line it also stands on, since a newer card said so.
    """
    whole = io.BytesIO(restore_card(card.source, book.media.get))
    draft = next(one for one in read_cards(whole) if isinstance(one, ContactDraft))
    own = {start: item for item, (start, _) in zip(draft.properties, draft.spans, strict=True)}
    kept = [
        one if one.edited or one.start is None else replace(one, property=own.get(one.start, one.property))
        for one in lines
    ]
    left_out = [PlacedProperty(own[start], start, length) for start, length in card.left_out if start in own]
    return [*kept, *left_out]


def _placed(contact: Contact, origins: Origins) -> list[list[PlacedProperty]]:
    """Each card's lines; what stands on no card goes onto the newest, a UID only where there is none."""
    cards, lines = origins
    properties = {item.id: item for item in contact.properties}
    placed: dict[int, list[PlacedProperty]] = {card.id: [] for card in cards}
    seen = set()
    for line in lines:
        if line.card in placed:
            item = properties[line.property]
            seen.add(line.property)
            one = PlacedProperty(item, line.first_byte, line.byte_length, line.edited)
            placed[line.card].append(one)
    added = [PlacedProperty(item) for item in contact.properties if item.id not in seen]
    newest = placed[cards[-1].id]
    if any(one.property.key == "UID" for one in newest):
        added = [one for one in added if one.property.key != "UID"]
    newest.extend(added)
    return [placed[card.id] for card in cards]


def _untouched(card: StoredCard, lines: Sequence[PlacedProperty]) -> bool:
    whole = len(lines) == card.line_count
    return whole and not any(one.edited or one.start is None for one in lines)


def _id(contact: Contact) -> ContactId:
    if contact.id is None:
        raise ValueError("only people of the book are exported")
    return contact.id
