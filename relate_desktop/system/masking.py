"""Takes keys out of whatever is about to be written for people or programs to read."""

import logging
import re

MASK = "[key]"

_NAMED = re.compile(
    r"(?i)\b(authorization|proxy-authorization|private-token|x-api-key|set-cookie|cookie)\b"
    r"([\"']?\s*[:=,]\s*b?[\"']?)[^\"'\r\n]+"
)
"""A header by its name, with all that follows on the line or in the quotes."""
_GIVEN = re.compile(
    r"(?i)\b((?:access_?|refresh_?)?token|code|password|secret|api_?key)([\"']?\s*[=:]\s*[\"']?)[^\s&\"',;]+"
)
"""A parameter of an address or a mapping."""
_SHAPED = re.compile(
    r"gh[pousr]_\w{4,}|github_pat_\w{4,}|glpat-[\w-]{4,}|ya29\.[\w-]{4,}|eyJ[\w-]{4,}(?:\.[\w-]+)*"
    r"|(?i:\b(?:bearer|basic|token)\s+[\w.~+/=-]{8,})|://[^\s/@]+@"
)
"""What looks like a key of some provider, or a name and password in an address."""


def masked(text: str) -> str:
    """The text with a mark in the place of each key in it."""
    text = _NAMED.sub(rf"\1\2{MASK}", text)
    text = _GIVEN.sub(rf"\1\2{MASK}", text)
    return _SHAPED.sub(lambda found: f"://{MASK}@" if found[0].startswith("://") else MASK, text)


class MaskingFilter(logging.Filter):
    """Masks the whole message of a record, its words included."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always True; nothing of the record is left that was not looked through."""
        try:
            message = record.getMessage()
        except (TypeError, ValueError, KeyError):  # whoever logged it miscounted its words
            message = str(record.msg)
        record.msg, record.args = masked(message), ()
        if record.exc_text:
            record.exc_text = masked(record.exc_text)
        return True


MASKING = MaskingFilter()
"""The one there is, so that nobody is given it twice."""
