"""Values of each version in the one spelling of ``domain/property.py``."""

import re

from relate_desktop.formats.vcard.spelling import Spelling

_ESCAPE = re.compile(r"\\(\r\n|.)|\\\Z", re.DOTALL)
_OLD_LITERAL = re.compile(
    r"(?<![A-Za-z])[A-Za-z]:\\|(?:\A|\s)\\\\\w|(?<!\\)(?:\\\\)*\\(?:[^\\nN;,:]|\Z)", re.DOTALL
)
"""A drive, the name of a computer, or a backslash that escapes nothing: the value knows no escapes."""
_NEWLINES = re.compile(r"\r{0,4}\n|\r")
_OUTER_NEWLINES = "\r\n"


def canonical(text: str, spelling: Spelling, *, old: bool) -> str:
    """``text``, as decoded from a card, in the canonical spelling; ``old`` is vCard 2.1.

    vCard 2.1 knows only ``\\;``; its other backslashes stand for themselves, except where
    the value shows no sign of a path and the producer meant ``\\n``, ``\\,`` or ``\\:``.
    """
    if spelling is Spelling.PLAIN:
        return _plain(text)
    if spelling is Spelling.AS_WRITTEN:
        return _NEWLINES.sub(r"\\n", text) if "\n" in text or "\r" in text else text
    if "\\" in text:
        text = _old_escapes(text) if old else _ESCAPE.sub(_one_spelling, text)
    if "\n" in text or "\r" in text:
        text = _NEWLINES.sub(r"\\n", text)
    if spelling is Spelling.LISTS and not old:
        return text
    return _escape_bare(text, _BARE[spelling])


_BARE = {
    Spelling.TEXT: re.compile(r"\\.|[,;]", re.DOTALL),
    Spelling.LIST: re.compile(r"\\.|;", re.DOTALL),
    Spelling.STRUCTURE: re.compile(r"\\.|,", re.DOTALL),
    Spelling.LISTS: re.compile(r"\\.|,", re.DOTALL),
}


def cut(value: str, limit: int) -> str:
    """At most ``limit`` characters of a canonical value, never half an escape."""
    short = value[:limit]
    trailing = len(short) - len(short.rstrip("\\"))
    return short[:-1] if trailing % 2 else short


def _one_spelling(match: re.Match[str]) -> str:
    found = match.group(1)
    if found is None:
        return "\\\\"
    if found in "\\,;n":
        return match.group()
    if found in "N\r\n":
        return "\\n"
    if found in ':"':
        return found
    return "\\\\" + found


def _old_escapes(text: str) -> str:
    if _OLD_LITERAL.search(text):
        return _ESCAPE.sub(_old_literal, text)
    return _ESCAPE.sub(_one_spelling, text)


def _old_literal(match: re.Match[str]) -> str:
    found = match.group(1)
    if found is None:
        return "\\\\"
    if found == ";":
        return "\\;"
    if found == "\\":
        return "\\\\\\\\"
    return "\\\\" + found


def _escape_bare(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(_backslashed, text)


def _backslashed(match: re.Match[str]) -> str:
    found = match.group()
    return found if len(found) > 1 else "\\" + found


def _plain(text: str) -> str:
    text = text.strip(_OUTER_NEWLINES)
    if "\\" in text:
        text = re.sub(r"\\([:,;\\])", r"\1", text)
    if "\n" in text or "\r" in text:
        text = _NEWLINES.sub(r"\\n", text)
    return text
