"""HTML of strangers as a tree: read by lxml with nothing loaded and nothing run, in bounded time.

The tree is built here, element by element, because libxml2 takes a minute to build one element with
200,000 attributes, and a tree without end takes all memory.
"""

from collections.abc import Mapping
from typing import Any

from lxml import etree, html

_MOST_ELEMENTS = 100_000
_MOST_ATTRIBUTES = 100
_DEEPEST = 250


def html_tree(text: str) -> html.HtmlElement:
    """The document that a text is; an empty one where it holds no element. Comments are left out."""
    builder = _Builder()
    target: Any = builder  # takes what it needs of the events there are
    parser = etree.HTMLParser(target=target, encoding="utf-8", no_network=True, huge_tree=False)
    data = text.replace("\0", "").encode("utf-8", "replace")
    try:
        etree.fromstring(data or b"<html>", parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return html.Element("html")
    return builder.tree


class _Builder:
    """Takes what the parser meets, up to what a page that people read may hold."""

    def __init__(self) -> None:
        self._built = etree.TreeBuilder(parser=html.html_parser)
        self.tree = html.Element("html")
        self._elements = 0
        self._depth = 0
        self._dropped = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Begins an element, or drops it with all that is in it."""
        self._depth += 1
        self._elements += 1
        if self._dropped or self._elements > _MOST_ELEMENTS or self._depth > _DEEPEST:
            self._dropped += 1
            return
        kept = dict(list(attributes.items())[:_MOST_ATTRIBUTES])
        self._built.start(tag, kept)

    def end(self, tag: str) -> None:
        """Ends the element that was begun last."""
        self._depth -= 1
        if self._dropped:
            self._dropped -= 1
        else:
            self._built.end(tag)

    def data(self, text: str) -> None:
        """Takes a text."""
        if not self._dropped:
            self._built.data(text)

    def close(self) -> None:
        """Ends the tree."""
        built = self._built.close() if self._elements else None
        if isinstance(built, html.HtmlElement):
            self.tree = built
