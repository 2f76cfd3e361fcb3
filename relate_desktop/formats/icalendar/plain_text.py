"""Descriptions in plain text: what Google and Outlook write as HTML, without its signs."""

import re
from html.parser import HTMLParser

LONGEST_MARKED = 200_000
"""Characters; a longer text is left as it is."""

_MARKS = re.compile(
    r"</?(?:a|b|i|u|br|p|ul|ol|li|div|span|html-blob|html|body|table|t[rdh]|strong|em|font|h[1-6])\b[^<>]*>",
    re.IGNORECASE,
)
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "html-blob"})
_UNSEEN = frozenset({"style", "script", "head", "title"})
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def plain(text: str) -> str:
    """The text without HTML; one that has none is given back as it is."""
    if "<" not in text or len(text) > LONGEST_MARKED or _MARKS.search(text) is None:
        return text
    reader = _Reader()
    reader.feed(text)
    reader.close()
    lines = "".join(reader.pieces).split("\n")
    return _BLANK_LINES.sub("\n\n", "\n".join(line.strip() for line in lines)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = 0
        self._link = ""
        self._linked = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Breaks lines, and notes where a link leads."""
        self._unseen += tag in _UNSEEN
        self._break(tag)
        if tag == "li":
            self.pieces.append("- ")
        if tag == "a":
            self._link = next((value or "" for name, value in attrs if name == "href"), "")
            self._linked = len(self.pieces)

    def handle_endtag(self, tag: str) -> None:
        """Says behind its text where a link led, unless the text said so itself."""
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag == "a" and self._link:
            text = "".join(self.pieces[self._linked :])
            address = self._link.removeprefix("mailto:").removeprefix("tel:")
            if address not in text:
                self.pieces.append(f" ({address})")
            self._link = ""
        if tag != "br":
            self._break(tag)

    def handle_data(self, data: str) -> None:
        """Takes the text."""
        if not self._unseen:
            self.pieces.append(data)

    def _break(self, tag: str) -> None:
        if tag in _BREAKS and self.pieces and (tag == "br" or not self.pieces[-1].endswith("\n")):
            self.pieces.append("\n")
