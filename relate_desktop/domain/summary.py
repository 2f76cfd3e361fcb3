"""What a list row says of a person, computed in a single pass over the lines."""

import unicodedata
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from relate_desktop.domain.channels import phone_number
from relate_desktop.domain.ids import MediaHash
from relate_desktop.domain.lines import Lines, best_lines
from relate_desktop.domain.name import called_in, full_name_in, own_script_in, sort_key_in
from relate_desktop.domain.property import Property

HUES = 10
_ORGANIZATION_KINDS = frozenset({"org", "organization", "company"})


@dataclass(frozen=True, slots=True)
class SummaryFields:
    """The texts of one list row; absent parts are empty."""

    called: str
    full_name: str
    own_script: str
    sort_key: str
    organization: str
    role: str
    email: str
    phone: str
    photo: MediaHash | None
    is_organization: bool


def summarise(properties: Sequence[Property]) -> SummaryFields:
    """The list row of a person with these lines."""
    lines = best_lines(properties)
    return SummaryFields(
        called=called_in(lines),
        full_name=full_name_in(lines),
        own_script=own_script_in(lines),
        sort_key=sort_key_in(lines),
        organization=_organization(lines.get("ORG")),
        role=_text(lines.get("TITLE")) or _text(lines.get("ROLE")),
        email=_address(lines.get("EMAIL"), "mailto:"),
        phone=_phone(lines.get("TEL")),
        photo=_photo(lines.get("PHOTO")),
        is_organization=is_organization_in(lines),
    )


def hue_of(full_name: str) -> int:
    """Which of the ten avatar colours suits a name; the same on every machine and run.

    The high half of the checksum is used because its remainder by ten clumps.
    """
    name = unicodedata.normalize("NFC", full_name).casefold()
    return (zlib.crc32(name.encode("utf-8", "surrogatepass")) >> 16) % HUES


def _text(line: Property | None) -> str:
    return line.text.strip() if line is not None else ""


def _address(line: Property | None, scheme: str) -> str:
    text = _text(line)
    return text[len(scheme) :] if text[: len(scheme)].lower() == scheme else text


def _phone(line: Property | None) -> str:
    return phone_number(line) if line is not None else ""


def _organization(line: Property | None) -> str:
    if line is None:
        return ""
    if "\\" not in line.value and "," not in line.value:
        return next((part for text in line.value.split(";") if (part := text.strip())), "")
    parts = (", ".join(word.strip() for word in part if word.strip()) for part in line.components)
    return next((part for part in parts if part), "")


def _photo(line: Property | None) -> MediaHash | None:
    return line.media if line is not None else None


def is_organization_in(lines: Lines) -> bool:
    """``organization.is_organization`` of lines already found."""
    kind = lines.get("KIND") or lines.get("X-ADDRESSBOOKSERVER-KIND")
    if kind is not None:
        return kind.value.strip().lower() in _ORGANIZATION_KINDS
    shown = lines.get("X-ABSHOWAS")
    return shown is not None and shown.value.strip().lower() == "company"
