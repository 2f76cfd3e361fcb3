"""A contact as a fresh vCard 3.0 or 4.0, correct by the rules of that version."""

from collections.abc import Sequence

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.exporting import Loss
from relate_desktop.domain.name import display_name, name_of
from relate_desktop.domain.property import Parameter, Property, escape, join_components
from relate_desktop.formats.vcard.line_writing import folded, logical_line
from relate_desktop.formats.vcard.media_values import MediaSource
from relate_desktop.formats.vcard.version3 import as_version_3
from relate_desktop.formats.vcard.version4 import as_version_4

_DERIVED = (Parameter("DERIVED", ("TRUE",)),)


def write_card(
    properties: Sequence[Property], version: str, media: MediaSource
) -> tuple[bytes, tuple[Loss, ...]]:
    """The properties as one card of ``version`` (``3.0`` or ``4.0``) and what it could not say.

    The full name that both versions demand, and the name that 3.0 demands, are supplied from
    what is there. Raises ValueError for any other version: 2.1 is never written fresh.
    """
    losses: list[Loss] = []
    if version == "4.0":
        spoken = as_version_4(with_full_name(properties), media, losses)
    elif version == "3.0":
        spoken = as_version_3(with_both_names(properties), media, losses)
    else:
        raise ValueError(version)
    lines = [folded(logical_line(item, version, losses)) for item in spoken]
    frame = f"BEGIN:VCARD\r\nVERSION:{version}\r\n".encode()
    return b"".join((frame, *lines, b"END:VCARD\r\n")), tuple(losses)


def with_full_name(properties: Sequence[Property]) -> tuple[Property, ...]:
    """The properties with FN in front where there is none, marked as derived (RFC 9554)."""
    if any(item.key == "FN" for item in properties):
        return tuple(properties)
    return (_full_name(properties, _DERIVED), *properties)


def with_both_names(properties: Sequence[Property]) -> tuple[Property, ...]:
    """The properties with FN and N in front where they are missing, as 3.0 demands both."""
    supplied: list[Property] = []
    keys = {item.key for item in properties}
    if "N" not in keys:
        supplied.append(_name_parts(properties))
    if "FN" not in keys:
        supplied.append(_full_name(properties, ()))
    return (*supplied, *properties)


def _full_name(properties: Sequence[Property], parameters: tuple[Parameter, ...]) -> Property:
    return Property("FN", escape(display_name(Contact(tuple(properties)))), parameters)


def _name_parts(properties: Sequence[Property]) -> Property:
    """N from other spellings of the name, else with the whole full name as given name.

    A company or a nameless contact gets an empty one.
    """
    contact = Contact(tuple(properties))
    name = name_of(contact)
    if name is not None and not name.empty:
        return Property("N", join_components(name.parts))
    full = contact.first("FN")
    organization = contact.first("ORG")
    company = organization is not None and full is not None and organization.components[0][0] == full.text
    if full is None or company:
        return Property("N", ";;;;")
    return Property("N", f";{escape(full.text)};;;")
