"""What an export answers: what the target could not say, and what the proof found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.property import Property


class ExportFormat(StrEnum):
    """The ways out; the values are those of ``export --format``."""

    ORIGINAL = "original"
    VCARD4 = "vcard4"
    VCARD3 = "vcard3"
    JCARD = "jcard"


class LossKind(StrEnum):
    """Why a version cannot say something; each has words in ``words``."""

    PROPERTY_UNKNOWN = "property_unknown"
    """Written under its own name, which the version does not define: others may pass over it."""
    PARTIAL_DATE = "partial_date"
    """A date the version has no spelling for; written as text."""
    SECOND_PREFERENCE = "second_preference"
    """The version knows preferred or not, no order: a rank above 1 is left out."""
    PARAMETER_TEXT = "parameter_text"
    """A quotation mark or line break in a parameter, replaced by the nearest the version has."""
    CONTROL_CHARACTERS = "control_characters"
    """Control characters, which no version may carry, left out."""
    NAME_CHANGED = "name_changed"
    """A property, group or parameter name with illegal characters, written with legal ones."""
    SORT_PARTS = "sort_parts"
    """Sorting by several parts, of which the version can say the first."""
    PLACE_PARTS = "place_parts"
    """Height or accuracy of a place, of which the version can say latitude and longitude."""
    MEDIA_MISSING = "media_missing"
    """The content of a picture, sound or key is not to be had; the line is left out."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing the target version cannot say, by the name of its property."""

    property: str
    kind: LossKind


@dataclass(frozen=True, slots=True)
class LossCount:
    """How often one kind of loss met one property, over a whole export."""

    loss: Loss
    count: int


class ProofLimit(StrEnum):
    """What the independent reader is known not to read; told apart from faults of the export."""

    UNESCAPED_COMMA = "unescaped_comma"
    """Cuts a text at the first comma that is not escaped."""
    ESCAPED_COLON = "escaped_colon"
    """Doubles the backslash of ``\\:``."""
    DATA_URI = "data_uri"
    """Cuts a ``data:`` URI at its comma."""
    BARE_PARAMETER = "bare_parameter"
    """Drops parameters without a name."""
    ADDRESS_PARTS = "address_parts"
    """Drops what follows the seventh part of an address or the fifth of a name."""
    PROFILE = "profile"
    """Takes PROFILE for a kind of component."""
    PROPERTY_NAME = "property_name"
    """Cannot read names with spaces, slashes or other signs and turns ``_`` into ``-``."""
    QUOTED_PRINTABLE = "quoted_printable"
    """Reads quoted-printable text wrongly or not at all."""
    BASE64 = "base64"
    """Stops at vCard 2.1 BASE64 and at base64 text that is damaged."""
    TRAILING_BACKSLASH = "trailing_backslash"
    """Appends ``eof`` after a backslash at the end."""
    CHARSET = "charset"
    """Reads UTF-8 alone."""
    CARD_FRAME = "card_frame"
    """Stops at missing END lines, nested cards and stray lines."""
    TOO_LARGE = "too_large"
    """Needs more memory than it is given for a line of this size."""
    HANGS = "hangs"
    """Does not come back from this parameter list."""


class FaultKind(StrEnum):
    """How a written file differs from what was meant: a fault of ours."""

    CARD_MISSING = "card_missing"
    CARD_EXTRA = "card_extra"
    VALUE_DIFFERS = "value_differs"
    COUNT_DIFFERS = "count_differs"
    BYTES_DIFFER = "bytes_differ"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class ProofFault:
    """One difference: the card's place in the file, counted from 1, and the property's name."""

    card: int
    property: str
    kind: FaultKind


@dataclass(frozen=True, slots=True)
class LimitCount:
    """How many cards one known limit of the independent reader touched."""

    limit: ProofLimit
    cards: int


@dataclass(frozen=True, slots=True)
class ProofReport:
    """What the independent reader found in a written file."""

    cards: int
    """Cards read back."""
    facts: int
    """Values compared and found the same."""
    limits: tuple[LimitCount, ...] = ()
    faults: tuple[ProofFault, ...] = ()
    """The first hundred at most; ``fault_count`` counts all."""
    fault_count: int = 0

    @property
    def passed(self) -> bool:
        """Whether the file says what was meant."""
        return self.fault_count == 0


@dataclass(frozen=True, slots=True)
class PlacedProperty:
    """A property and the line of the source card that it came from.

    ``start`` and ``length`` are those of ``ContactDraft.spans``; ``start`` is None for a
    property that was added since. ``edited`` tells that the line no longer says it.
    """

    property: Property
    start: int | None = None
    length: int = 0
    edited: bool = False


@dataclass(frozen=True, slots=True)
class MeantCard:
    """What one card of an export is meant to say.

    A card that goes out as it came has its ``size`` in bytes and, where nothing in it was
    changed, the ``sha256`` of its bytes.
    """

    properties: tuple[Property, ...]
    size: int = 0
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What an export did. ``path`` is None for standard output."""

    path: Path | None
    format: ExportFormat
    contacts: tuple[ContactId, ...] = field(repr=False)
    cards: int
    size: int
    """In bytes."""
    losses: tuple[LossCount, ...]
    proof: ProofReport


def counted(losses: Iterable[Loss]) -> tuple[LossCount, ...]:
    """The losses with how often each was met, the most frequent first."""
    counts: dict[Loss, int] = {}
    for loss in losses:
        counts[loss] = counts.get(loss, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0].property, item[0].kind))
    return tuple(LossCount(loss, count) for loss, count in ranked)


def with_one_uid(properties: Sequence[Property]) -> tuple[Property, ...]:
    """The lines of a card of its own: a card has one UID (RFC 6350 section 6.7.6), the first.

    Somebody who was made one of several has all of theirs, each of which leads its source back.
    """
    uids = [item for item in properties if item.key == "UID"]
    return tuple(item for item in properties if item.key != "UID" or item is uids[0])
