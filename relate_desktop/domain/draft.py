"""What a reader yields: contacts not yet true, and records it refuses, both fully accounted for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from relate_desktop.domain.gist import Gist, gist_of, keys_of
from relate_desktop.domain.ids import MediaHash
from relate_desktop.domain.matching import MatchKey
from relate_desktop.domain.property import Property


class RemarkKind(StrEnum):
    """What a reader had to say of a record or a line; each has words in ``words/findings.py``."""

    NO_CONTENT = "no_content"
    NOT_A_CARD = "not_a_card"
    LINE_WITHOUT_NAME = "line_without_name"
    END_MISSING = "end_missing"
    CARD_TRUNCATED = "card_truncated"
    NESTED_TOO_DEEP = "nested_too_deep"
    NESTED_CARD_KEPT = "nested_card_kept"
    LINE_TOO_LONG = "line_too_long"
    TEXT_TOO_LONG = "text_too_long"
    TOO_MANY_PROPERTIES = "too_many_properties"
    TOO_MANY_PARAMETERS = "too_many_parameters"
    CHARSET_UNKNOWN = "charset_unknown"
    CHARSET_GUESSED = "charset_guessed"
    BYTES_UNDECODABLE = "bytes_undecodable"
    QUOTED_PRINTABLE_DAMAGED = "quoted_printable_damaged"
    BASE64_DAMAGED = "base64_damaged"
    PICTURE_NOT_SHOWN = "picture_not_shown"
    PICTURE_TOO_LARGE = "picture_too_large"
    MEDIA_REMOTE = "media_remote"
    FILE_UNREADABLE = "file_unreadable"
    """A whole file among several; ``error`` in the facts is the ErrorKind, its facts stand beside."""
    OUTSIDE_CALENDAR = "outside_calendar"
    EVENT_REFUSED = "event_refused"
    """``reason`` in the facts is an EventRefusal, ``amount`` how many there were of what."""
    EVENT_REMARK = "event_remark"
    """``what`` in the facts is an EventRemark, ``zone`` the time zone that nobody knows."""
    COMPONENT_KEPT = "component_kept"
    """``kind`` in the facts is what it is, such as VTODO."""
    INVITATION_MESSAGE = "invitation_message"
    """``message`` in the facts is a MessageKind, ``who`` and ``title`` say whose and about what,
    ``answer`` is a Participation."""
    ALREADY_HERE = "already_here"
    """Left out because it seems to be somebody in the book and that is what was asked for."""
    LEFT_OUT = "left_out"
    """Left out because the user chose so."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding with the line it stands on, counted from 1 in the file."""

    kind: RemarkKind
    line: int
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Accounting:
    """Where each property of a record went; the three add up to the lines read."""

    understood: int = 0
    kept_as_is: int = 0
    refused: int = 0

    def plus(self, other: "Accounting") -> "Accounting":
        """Both together."""
        return Accounting(
            self.understood + other.understood,
            self.kept_as_is + other.kept_as_is,
            self.refused + other.refused,
        )


@dataclass(frozen=True, slots=True)
class Media:
    """An embedded picture, sound or key, decoded. ``media_type`` is by content, else as declared."""

    hash: MediaHash
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class MediaSpan:
    """A stretch of a card's bytes that holds encoded media and can be rebuilt exactly from it.

    ``start`` counts in the whole card; ``width`` first and later line widths of the base64
    text, ``fold`` what stands between its lines.
    """

    start: int
    length: int
    hash: MediaHash
    first_width: int
    width: int
    fold: bytes


@dataclass(frozen=True, slots=True)
class CardSource:
    """A card as it came. ``skeleton`` is its bytes with every media span cut out."""

    skeleton: bytes = field(repr=False)
    spans: tuple[MediaSpan, ...]
    sha256: str
    """Of the whole card's bytes, spans included: what makes two records identical."""
    version: str
    """``2.1``, ``3.0`` or ``4.0``: the rules by which changed lines are written anew."""
    charset: str
    """The file's encoding when it was transcoded (UTF-16), else ``utf-8``."""


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """A person as a file tells of them, not yet in the book."""

    record: int
    """Counted from 1 in the file."""
    line: int
    """The first line of the record, counted from 1."""
    properties: tuple[Property, ...]
    spans: tuple[tuple[int, int], ...]
    """Where each property stands in the card: (first byte, length), line ends included."""
    source: CardSource
    producer: str
    """The producing program: PRODID where given, else the dialect; with UID it makes identity."""
    accounting: Accounting
    media: tuple[Media, ...] = ()
    remarks: tuple[Remark, ...] = ()
    ready: Gist | None = field(default=None, compare=False, repr=False)
    """The gist, where somebody has worked it out already."""

    @property
    def gist(self) -> Gist:
        """What follows from the record alone."""
        return self.ready or gist_of(self.properties, self.producer, self.source.sha256)

    @property
    def keys(self) -> Mapping[MatchKey, int]:
        """By what the record can be found again, which is asked more often than all that follows from it."""
        return self.ready.keys if self.ready else keys_of(self.properties, self.producer, self.source.sha256)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A record that could not be read; its bytes are kept so that the user can save them."""

    record: int
    line: int
    remark: Remark
    raw: bytes = field(repr=False)
    accounting: Accounting = Accounting()


@dataclass(frozen=True, slots=True)
class LooseText:
    """What stood between records: kept with the file, belonging to nobody."""

    line: int
    raw: bytes = field(repr=False)


Record = ContactDraft | Refusal | LooseText
"""What a reader yields, one after another."""
