"""A new person jotted down in one line: ``+Johanna Vale, Northlight Clinic, 020 7946 0123``."""

import re

from relate_desktop.domain.capture_parts import CapturedPerson, Mark, MarkKind
from relate_desktop.domain.text import squeezed

_SIGN = "+"
_EMAIL = re.compile(r"(?:mailto:)?([\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})")
_PHONE = re.compile(r"(?<![\w@.])(?:\+|00)?\(?\d[\d ()/.-]{4,24}\d(?![\w@])")
_ASIDE = re.compile(r"\(([^()]*)\)")
_LAST_NAME_WORDS = 6


def is_new_person(sentence: str) -> bool:
    """Whether the line begins like a new person: a plus, and a letter behind it."""
    line = sentence.lstrip()
    return line.startswith(_SIGN) and line[1:].lstrip()[:1].isalpha()


def read_person(sentence: str) -> CapturedPerson:
    """The new person of a line: the name first, then company, numbers and the rest as it comes."""
    body = sentence.lstrip().removeprefix(_SIGN)
    emails = tuple(dict.fromkeys(_EMAIL.findall(body)))
    body = _EMAIL.sub(" ", body)
    phones = tuple(dict.fromkeys(squeezed(match[0]) for match in _PHONE.finditer(body)))
    body = _PHONE.sub(" ", body)
    aside = ", ".join(squeezed(found) for found in _ASIDE.findall(body))
    body = _ASIDE.sub(",", body)
    pieces = [squeezed(piece).strip(" .;") for piece in re.split(r"[,;()\n]", body)]
    pieces = [piece for piece in pieces if piece]
    name, rest = (pieces[0], pieces[1:]) if pieces else ("", [])
    organization = rest.pop(0) if rest and _looks_like_company(rest[0]) else ""
    start = len(sentence) - len(sentence.lstrip())
    mark = Mark(MarkKind.NEW_PERSON, start, len(sentence.rstrip()))
    return CapturedPerson(
        name, organization, phones, emails, ", ".join([*rest, aside] if aside else rest), (mark,)
    )


def _looks_like_company(text: str) -> bool:
    """Whether a piece reads like a name: short, and with a capital first."""
    return not text[0].islower() and len(text.split()) <= _LAST_NAME_WORDS
