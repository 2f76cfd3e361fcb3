"""Every card of others is edited: the value is said, what is true beside it stays, nothing else changes."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from relate_desktop.domain.assignments import read_assignments, with_assignments
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import ContactDraft
from relate_desktop.domain.exporting import PlacedProperty
from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property
from relate_desktop.domain.revaluing import revalued
from relate_desktop.formats.vcard.original import patched_card
from relate_desktop.formats.vcard.read import read_cards
from tests.corpus import corpus
from tests.unit.formats.vcard.lines import MediaShelf

pytestmark = pytest.mark.skipif(not corpus.is_here(), reason=corpus.ABSENT)

EDITS = ("title=Chief; x", "bday=1981-02-03", "tz=Europe/Berlin", "fn=Somebody New", "x-own-field=one")
DAY = PartialDate(1981, 2, 3)
MOST = 2
"""Cards of one file: those of the large ones are alike."""


def drafts(card: bytes) -> list[ContactDraft]:
    return [one for one in read_cards(io.BytesIO(card)) if isinstance(one, ContactDraft)]


def stored(draft: ContactDraft) -> Contact:
    """The card's lines numbered, as the book holds them."""
    lines = (replace(item, id=PropertyId(number)) for number, item in enumerate(draft.properties))
    return Contact(tuple(lines))


def written(draft: ContactDraft, before: Contact, after: Contact) -> bytes:
    """The card with what changed."""
    spans = dict(zip((item.id for item in before.properties), draft.spans, strict=True))
    known = {item.id: item for item in before.properties}
    lines = [
        PlacedProperty(item, *spans[item.id], edited=item is not known[item.id])
        if item.id is not None
        else PlacedProperty(item)
        for item in after.properties
    ]
    return patched_card(draft.source, lines, MediaShelf(*draft.media))[0]


def changed_lines(before: Contact, after: Contact) -> Iterator[tuple[Property, Property]]:
    known = {item.id: item for item in before.properties}
    for item in after.properties:
        if item.id is not None and item != known[item.id]:
            yield known[item.id], item


def says(one: Property, other: Property, *, guessed: bool) -> bool:
    """Whether a line read again says what it should; of a card alone letters may be guessed otherwise."""
    return one == replace(other, id=None, value=one.value if guessed else other.value)


@pytest.mark.parametrize("path", corpus.vcards(), ids=corpus.name)
def test_an_edit_of_any_card_says_the_new_value_and_leaves_all_else(path: Path) -> None:
    for draft in drafts(path.read_bytes())[:MOST]:
        before, guessed = stored(draft), not is_utf_8(draft.source.skeleton)
        for edit in EDITS:
            after = with_assignments(before, read_assignments([edit]))
            for old, new in changed_lines(before, after):
                assert new == revalued(old, new.value)
            (again,) = drafts(written(draft, before, after))
            for one, other in zip(again.properties, after.properties, strict=True):
                if other in before.properties:
                    assert says(one, other, guessed=guessed)
                elif other.key == "BDAY":
                    assert PartialDate.parse(one.value, one.parameters) == DAY
                else:
                    assert (one.key, one.group, one.value) == (other.key, other.group, other.value)


def is_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
