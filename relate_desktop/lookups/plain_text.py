"""HTML of strangers as plain text: read by lxml with nothing loaded and nothing run, in bounded time."""

import re
from collections.abc import Iterator

from lxml import etree, html

from relate_desktop.lookups.html_tree import html_tree
from relate_desktop.lookups.json_answer import as_text
from relate_desktop.lookups.web_address import web_address

_LONGEST = 200_000
"""Characters of HTML that are looked at."""
_MOST_LINKS = 100
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_ENDS = re.compile(r" *\n *")
_SILENT = frozenset({"script", "style", "head", "title", "template", "noscript", "svg", "math", "iframe"})
_LINES = frozenset({"br", "div", "li", "tr", "dt", "dd", "hr"})
_PARAGRAPHS = frozenset({"p", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})


def plain_text(text: str) -> str:
    """The text with its lines and paragraphs, as ``as_text`` leaves it."""
    return as_text(_ENDS.sub("\n", "".join(_pieces(html_tree(f"<body>{text[:_LONGEST]}")))))


def links_in(text: str) -> tuple[str, ...]:
    """The pages out on the net that links of the text lead to, in order, none twice."""
    root = html_tree(f"<body>{text[:_LONGEST]}")
    found = (web_address(link.get("href", "")) for link in root.iter("a"))
    return tuple(dict.fromkeys(filter(None, found)))[:_MOST_LINKS]


def _pieces(root: html.HtmlElement) -> Iterator[str]:
    """Text and line ends in the order in which a browser would show them."""
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        begins = event == "start"
        if element.tag in _SILENT:
            silent += 1 if begins else -1
        if element.tag in _PARAGRAPHS:
            yield "\n\n"
        elif element.tag in _LINES and begins is (element.tag == "br"):
            yield "\n"
        text = element.text if begins else element.tail
        if text and not silent:
            yield _BLANKS.sub(" ", text)
