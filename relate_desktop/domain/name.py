"""What somebody is called: the name in parts, in full, in Latin letters, and how it sounds."""

import re
from dataclasses import dataclass

from relate_desktop.domain.android import android_field
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.editing import with_single
from relate_desktop.domain.lines import Lines, best_lines
from relate_desktop.domain.property import Property, join_components
from relate_desktop.domain.revaluing import revalued
from relate_desktop.domain.text import fold, squeezed

CALL = "X-RELATE-CALL"
LATIN = "X-RELATE-LATIN"
FILE_UNDER = "X-RELATE-FILE-UNDER"
SALUTATION = "X-RELATE-SALUTATION"
PRONOUNS = "PRONOUNS"

_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]+")
_LEADING_SIGNS = re.compile(r"^[\W_]+")
_PHONETIC_PARTS = ("X-PHONETIC-LAST-NAME", "X-PHONETIC-FIRST-NAME", "X-PHONETIC-MIDDLE-NAME")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in the parts of N (RFC 6350 section 6.2.2); each part may hold several words."""

    family: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    additional: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[tuple[str, ...], ...]:
        """The five parts in the order of N."""
        return (self.family, self.given, self.additional, self.prefixes, self.suffixes)

    @property
    def empty(self) -> bool:
        """Whether no part says anything."""
        return not any(self.parts)

    def composed(self) -> str:
        """The parts as one text, as a western reader writes them; East Asian ones family first."""
        family, given = " ".join(self.family), " ".join(self.given)
        if _EAST_ASIAN.fullmatch(family) and (not given or _EAST_ASIAN.fullmatch(given)):
            return family + given
        parts = (self.prefixes, self.given, self.additional, self.family, self.suffixes)
        return squeezed(" ".join(word for part in parts for word in part))


def name_of(contact: Contact) -> PersonName | None:
    """The name in parts as N says it; None where there is no N or it says nothing."""
    return _parts_of(best_lines(contact.properties))


def with_name(contact: Contact, name: PersonName) -> Contact:
    """The contact with these name parts in N; surplus parts (RFC 9554) and parameters stay.

    A contact without N gets one; the full name (FN) is not touched.
    """
    line = best_lines(contact.properties).get("N") or contact.first("N")
    if line is None:
        return contact if name.empty else contact.added(Property("N", join_components(name.parts)))
    old = line.components
    padded = (*old, *(("",),) * 5)
    merged = [
        before if _said(before) == after else after or ("",)
        for before, after in zip(padded[:5], name.parts, strict=True)
    ]
    merged.extend(old[5:])
    if tuple(merged[: len(old)]) == old and not any(_said(part) for part in merged[len(old) :]):
        return contact
    return contact.replaced(line, revalued(line, join_components(merged)))


def display_name(contact: Contact) -> str:
    """The name to show: FN, else N composed, else nickname, company, e-mail, phone, address.

    Empty when the contact says none of these.
    """
    return full_name_in(best_lines(contact.properties))


def with_full_name(contact: Contact, text: str) -> Contact:
    """The contact with this full name (FN) as they write it; blank removes it."""
    line = best_lines(contact.properties).get("FN")
    if line is None or not text.strip():
        return with_single(contact, "FN", text)
    return contact if line.text == text else contact.replaced(line, revalued(line, _escaped(text)))


def call_them(contact: Contact) -> str | None:
    """How they like to be called: what was set in Relate, else the first nickname."""
    return call_in(best_lines(contact.properties)) or None


def with_call(contact: Contact, text: str | None) -> Contact:
    """The contact with what to call them; None leaves it to the nickname and the full name."""
    return with_single(contact, CALL, text)


def called(contact: Contact) -> str:
    """The name lists show: what to call them, else the Latin form, else the full name."""
    return called_in(best_lines(contact.properties))


def own_script(contact: Contact) -> str:
    """The full name where it differs from what they are called in script or form, else empty."""
    return own_script_in(best_lines(contact.properties))


def sort_key(contact: Contact) -> str:
    """The folded text by which lists order: file-under, else how it sounds, else the called name."""
    return sort_key_in(best_lines(contact.properties))


def phonetic(contact: Contact) -> str:
    """How the name sounds: N;PHONETIC (RFC 9554), X-PHONETIC-…, SOUND;X-IRMC-N; else empty."""
    return phonetic_in(best_lines(contact.properties))


def with_phonetic(contact: Contact, text: str | None) -> Contact:
    """The contact with how the name sounds; blank removes every spelling of it."""
    if phonetic(contact) == (text or "").strip():
        return contact
    spellings = [
        item
        for item in contact.properties
        if (item.key == "N" and item.parameter("PHONETIC"))
        or item.key in _PHONETIC_PARTS
        or (item.key == "SOUND" and "x-irmc-n" in item.types)
    ]
    for item in spellings:
        contact = contact.without(item)
    return with_single(contact, "X-PHONETIC-FIRST-NAME", text) if text else contact


def latin_form(contact: Contact) -> str:
    """The name in Latin letters where one was given, else empty."""
    return _text(contact.first(LATIN))


def with_latin_form(contact: Contact, text: str | None) -> Contact:
    """The contact with its name in Latin letters; None removes it."""
    return with_single(contact, LATIN, text)


def salutation(contact: Contact) -> str:
    """What to write at the head of a message to them, else empty."""
    return _text(contact.first(SALUTATION))


def with_salutation(contact: Contact, text: str | None) -> Contact:
    """The contact with what to write at the head of a message; None removes it."""
    return with_single(contact, SALUTATION, text)


def file_under(contact: Contact) -> str:
    """Where lists file the name: set in Relate, SORT-AS, SORT-STRING, else empty."""
    return file_under_in(best_lines(contact.properties))


def with_file_under(contact: Contact, text: str | None) -> Contact:
    """The contact filed under this text; None leaves it to what other programs said."""
    return with_single(contact, FILE_UNDER, text)


def pronouns(contact: Contact) -> str:
    """Their pronouns (PRONOUNS, RFC 9554 section 3.4), else empty."""
    return _text(contact.first(PRONOUNS, "X-RELATE-PRONOUNS", "X-PRONOUNS"))


def with_pronouns(contact: Contact, text: str | None) -> Contact:
    """The contact with these pronouns; None removes them."""
    line = contact.first(PRONOUNS, "X-RELATE-PRONOUNS", "X-PRONOUNS")
    return with_single(contact, line.name if line else PRONOUNS, text)


def full_name_in(lines: Lines) -> str:
    """``display_name`` of lines already found."""
    line = lines.get("FN")
    if line is not None and (text := line.text.strip()):
        return text
    if parts := _parts_of(lines):
        return parts.composed()
    if nickname := _nickname_in(lines):
        return nickname
    line = lines.get("ORG")
    if line is not None and (
        text := ", ".join(word for part in line.components for word in part if word.strip())
    ):
        return text
    for key in ("EMAIL", "TEL", "URL", "IMPP"):
        line = lines.get(key)
        if line is not None and (text := line.text.strip()):
            return _without_scheme(text)
    return ""


def call_in(lines: Lines) -> str:
    """``call_them`` of lines already found; empty when nothing says it."""
    line = lines.get(CALL)
    return line.text.strip() if line is not None else _nickname_in(lines)


def called_in(lines: Lines) -> str:
    """``called`` of lines already found."""
    return call_in(lines) or _text(lines.get(LATIN)) or full_name_in(lines)


def own_script_in(lines: Lines) -> str:
    """``own_script`` of lines already found."""
    if CALL not in lines and LATIN not in lines and not _nickname_in(lines):
        return ""
    full = full_name_in(lines)
    return "" if fold(full) == fold(called_in(lines)) else full


def phonetic_in(lines: Lines) -> str:
    """``phonetic`` of lines already found."""
    line = lines.get("N;PHONETIC")
    if line is not None and not (name := person_name(line)).empty:
        return squeezed(" ".join((*name.family, *name.given, *name.additional)))
    parts = [text for key in _PHONETIC_PARTS if (text := _text(lines.get(key)))]
    if parts:
        return " ".join(parts)
    line = lines.get("SOUND")
    if line is not None:
        return squeezed(" ".join(word for part in line.components for word in part))
    return ""


def file_under_in(lines: Lines) -> str:
    """``file_under`` of lines already found."""
    if set_here := _text(lines.get(FILE_UNDER)):
        return set_here
    for key in ("N", "FN", "ORG"):
        line = lines.get(key)
        if line is not None and line.parameters and (words := line.parameter("SORT-AS")):
            return squeezed(" ".join(word.replace(",", " ") for word in words))
    return _text(lines.get("SORT-STRING")) or _text(lines.get("X-EVOLUTION-FILE-AS"))


def sort_key_in(lines: Lines) -> str:
    """``sort_key`` of lines already found."""
    text = file_under_in(lines)
    if not text:
        text = called_in(lines)
        if not text.isascii() and _EAST_ASIAN.match(text):
            text = phonetic_in(lines) or text
    return _LEADING_SIGNS.sub("", squeezed(fold(text)))


def person_name(line: Property) -> PersonName:
    """One N line in parts, blank words left out."""
    padded = [_said(part) for part in line.components[:5]] + [()] * 5
    return PersonName(padded[0], padded[1], padded[2], padded[3], padded[4])


def _parts_of(lines: Lines) -> PersonName | None:
    line = lines.get("N")
    name = person_name(line) if line is not None else None
    return None if name is None or name.empty else name


def _nickname_in(lines: Lines) -> str:
    line = lines.get("NICKNAME")
    if line is not None:
        return next((text.strip() for text in line.items if text.strip()), "")
    line = lines.get("X-ANDROID-NICKNAME")
    field = android_field(line) if line is not None else None
    return field.value.strip() if field else ""


def _said(part: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for word in part if word.strip())


def _text(line: Property | None) -> str:
    return line.text.strip() if line is not None else ""


def _without_scheme(text: str) -> str:
    scheme, colon, rest = text.partition(":")
    return rest if colon and scheme.lower() in {"tel", "mailto", "sms", "xmpp", "sip"} and rest else text


def _escaped(text: str) -> str:
    return join_components(((text,),))
