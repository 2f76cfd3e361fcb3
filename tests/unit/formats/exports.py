"""Builders for exports and their proofs."""

from collections.abc import Sequence
from pathlib import Path

from relate_desktop.domain.draft import ContactDraft, Media
from relate_desktop.domain.exporting import ExportFormat, MeantCard, ProofReport
from relate_desktop.domain.property import Property
from relate_desktop.formats.jcard import jcard_lines
from relate_desktop.formats.proof import prove
from relate_desktop.formats.vcard.write import write_card
from tests.unit.formats.vcard.lines import MediaShelf

VERSIONS = {ExportFormat.VCARD4: "4.0", ExportFormat.VCARD3: "3.0"}

Contacts = Sequence[Sequence[Property]]


def exported(form: ExportFormat, contacts: Contacts, media: Sequence[Media] = ()) -> bytes:
    """The contacts as a file of this format."""
    shelf = MediaShelf(*media)
    if form is ExportFormat.JCARD:
        return b"".join(jcard_lines(contacts, shelf))
    return b"".join(write_card(properties, VERSIONS[form], shelf)[0] for properties in contacts)


def proven(path: Path, form: ExportFormat, content: bytes, contacts: Contacts) -> ProofReport:
    """What the proof says of a file with this content that was meant to say these contacts."""
    path.write_bytes(content)
    return prove(path, form, (MeantCard(tuple(properties)) for properties in contacts))


def as_it_came(draft: ContactDraft, *, changed: bool = False) -> MeantCard:
    """What a card that went out as it came is meant to be."""
    size = len(draft.source.skeleton) + sum(span.length for span in draft.source.spans)
    return MeantCard(draft.properties, size, None if changed else draft.source.sha256)
