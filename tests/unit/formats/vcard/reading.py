"""Cards in and records out, in few words."""

import io
from collections.abc import Iterable

from relate_desktop.domain.draft import ContactDraft, Record, Refusal, RemarkKind
from relate_desktop.domain.property import Property
from relate_desktop.formats.vcard.media import rebuilt
from relate_desktop.formats.vcard.read import read_cards


def records(content: bytes) -> list[Record]:
    return list(read_cards(io.BytesIO(content)))


def drafts(content: bytes) -> list[ContactDraft]:
    return [record for record in records(content) if isinstance(record, ContactDraft)]


def refusals(content: bytes) -> list[Refusal]:
    return [record for record in records(content) if isinstance(record, Refusal)]


def the_draft(content: bytes) -> ContactDraft:
    """The only contact of a file."""
    (draft,) = drafts(content)
    return draft


def a_card(*lines: str | bytes, version: str = "3.0", name: bool = True, newline: bytes = b"\r\n") -> bytes:
    """A whole card with these lines, called Jo Doe unless ``name`` is false."""
    frame: list[str | bytes] = ["BEGIN:VCARD", f"VERSION:{version}"]
    if name:
        frame += ["N:Doe;Jo;;;", "FN:Jo Doe"]
    everything = [*frame, *lines, "END:VCARD"]
    return b"".join((line.encode() if isinstance(line, str) else line) + newline for line in everything)


def read(*lines: str | bytes, version: str = "3.0") -> tuple[Property, ...]:
    """The properties that a card has because of these lines."""
    return the_draft(a_card(*lines, version=version)).properties[2:]


def value(*lines: str | bytes, version: str = "3.0") -> str:
    """The value of the one property that these lines are."""
    (found,) = read(*lines, version=version)
    return found.value


def remarks(content: bytes) -> list[RemarkKind]:
    return [remark.kind for draft in drafts(content) for remark in draft.remarks]


def whole_card(draft: ContactDraft) -> bytes:
    """A draft's card put together again from skeleton, spans and media."""
    contents = {media.hash: media.content for media in draft.media}
    pieces: list[bytes] = []
    taken = written = 0
    for span in draft.source.spans:
        before = span.start - written
        stretch = rebuilt(contents[span.hash], span)
        assert len(stretch) == span.length
        pieces += [draft.source.skeleton[taken : taken + before], stretch]
        taken += before
        written += before + span.length
    return b"".join((*pieces, draft.source.skeleton[taken:]))


def rejoined(found: Iterable[Record]) -> bytes:
    """The bytes of a whole file from its records."""
    return b"".join(
        whole_card(record) if isinstance(record, ContactDraft) else record.raw for record in found
    )


def spelled(item: Property) -> str:
    """A property in one line: parameter values between ``|``, their line breaks as ``⏎``."""
    group = f"{item.group}." if item.group else ""
    parameters = "".join(
        f";{'' if one.name is None else one.name + '='}{'|'.join(one.values)}" for one in item.parameters
    )
    return f"{group}{item.name}{parameters}:{item.value}".replace("\n", "⏎")
