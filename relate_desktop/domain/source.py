"""Cards as they were kept, and which property stands on which of their lines."""

from dataclasses import dataclass

from relate_desktop.domain.draft import CardSource
from relate_desktop.domain.ids import BatchId, PropertyId, SourceCardId


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file that people were brought in from; ``between`` is what stood between its cards."""

    name: str
    """The file's name without its folders."""
    format: str
    sha256: str | None = None
    encoding: str | None = None
    between: bytes = b""


@dataclass(frozen=True, slots=True)
class StoredCard:
    """One card as it came, with the place it came from."""

    id: SourceCardId
    source: CardSource
    producer: str
    record: int
    """Counted from 1 in its file."""
    line: int
    file: str | None
    batch: BatchId | None
    line_count: int = 0
    """How many of its lines properties were made of, at first."""
    left_out: tuple[tuple[int, int], ...] = ()
    """Lines that never became part of the person, as (first byte, length): they stay as they came."""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """The line of a card that a property came from, or came from as well.

    A stretch of a card that no source line covers belonged to a property deleted since, was left
    out from the beginning, or is the card's frame (BEGIN, VERSION, END).
    """

    property: PropertyId
    card: SourceCardId
    first_byte: int
    byte_length: int
    edited: bool
    """Whether the property was changed by hand since, so that the line has to be written anew."""
