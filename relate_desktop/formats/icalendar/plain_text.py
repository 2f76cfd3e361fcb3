"""Descriptions in plain text: what Google and Outlook write as HTML, without its signs.

Taken apart here and not by a library, because Python's own parser takes half a minute over
200 kB of tags that are never closed.
"""

import re
from collections.abc import Callable

LONGEST_MARKED = 200_000
"""Characters; a longer text is left as it is."""

_MARKS = re.compile(
    r"</?(?:a|b|i|u|br|p|ul|ol|li|div|span|html-blob|html|body|table|t[rdh]|strong|em|font|h[1-6])\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)([^<>]*)>|<!--[^<>]*-->|<![^<>]*>")
_ADDRESS = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))""", re.IGNORECASE)
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "html-blob"})
_UNSEEN = frozenset({"style", "script", "head", "title"})
_BLANK_LINES = re.compile(r"\n{3,}")


def plain(text: str) -> str:
    """The text without HTML; one that has none is given back as it is."""
    if "<" not in text or len(text) > LONGEST_MARKED or _MARKS.search(text) is None:
        return text
    from html import unescape  # noqa: PLC0415 - a large table, rarely needed

    reader = _Reader(unescape)
    place = 0
    for tag in _TAG.finditer(text):
        reader.take(text[place : tag.start()])
        place = tag.end()
        if tag[2]:
            reader.meet(tag[2].lower(), tag[3], closes=bool(tag[1]))
    reader.take(text[place:])
    lines = "".join(reader.pieces).split("\n")
    return _BLANK_LINES.sub("\n\n", "\n".join(line.strip() for line in lines)).strip()


class _Reader:
    def __init__(self, unescape: Callable[[str], str]) -> None:
        self._unescape = unescape
        self.pieces: list[str] = []
        self._unseen = ""
        self._link = ""
        self._linked = 0

    def take(self, text: str) -> None:
        """Takes what stands between tags."""
        if text and not self._unseen:
            self.pieces.append(self._unescape(text))

    def meet(self, tag: str, attributes: str, *, closes: bool) -> None:
        """Breaks lines, and says behind the text of a link where it leads."""
        if tag in _UNSEEN:
            self._unseen = "" if closes else tag
        broken = self.pieces and self.pieces[-1].endswith("\n")
        if self.pieces and ((tag == "br" and not closes) or (tag in _BREAKS - {"br"} and not broken)):
            self.pieces.append("\n")
        if tag == "li" and not closes:
            self.pieces.append("- ")
        if tag == "a":
            self._end_link()
            if not closes:
                found = _ADDRESS.search(attributes)
                self._link = (
                    self._unescape(next((part for part in found.groups() if part), "")) if found else ""
                )
                self._linked = len(self.pieces)

    def _end_link(self) -> None:
        address = self._link.removeprefix("mailto:").removeprefix("tel:")
        if address and address not in "".join(self.pieces[self._linked :]):
            self.pieces.append(f" ({address})")
        self._link = ""
