"""One content line as somebody types it."""

from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.domain.property import Property
from relate_desktop.formats.vcard.card import CardReading
from relate_desktop.formats.vcard.cards import Closed, RawCard
from relate_desktop.formats.vcard.heads import STRUCTURE_NAMES


def read_line(text: str, version: str = "4.0") -> Property:
    """One content line such as ``TEL;TYPE=cell:+49 1`` as a property.

    Raises InputError(PROPERTY_MALFORMED) when it is not exactly one line with a name and a colon.
    """
    line = text.strip("\r\n")
    raw = line.encode("utf-8", "replace") + b"\r\n"
    frame = b"VERSION:" + version.encode() + b"\r\n"
    card = RawCard(1, frame + raw, len(frame), len(frame) + len(raw), Closed.BY_END)
    reading = CardReading(card, _western)
    wrong = reading.refused or reading.media or len(reading.properties) != 1
    if wrong or "\n" in line or "\r" in line or reading.properties[0].key in STRUCTURE_NAMES:
        raise InputError(ErrorKind.PROPERTY_MALFORMED, line=line)
    return reading.properties[0]


def _western(_: bytes) -> str:
    return "cp1252"
