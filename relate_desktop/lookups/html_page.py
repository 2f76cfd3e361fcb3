"""A page of strangers: its links, its title, the data in it, and what it asks of machines."""

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import html

from relate_desktop.lookups.answers import broken
from relate_desktop.lookups.asking import Got
from relate_desktop.lookups.html_tree import html_tree
from relate_desktop.lookups.json_answer import as_line
from relate_desktop.lookups.web_address import page_of, same_page

HTML = "text/html, application/xhtml+xml;q=0.9"
_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_MOST_LINKS = 300
_MOST_SCRIPTS = 20
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
"""Blanks may stand in one place only: in two, a header of nothing else would be tried in every way."""
_DECLARED = 1024
"""Bytes at the beginning in which a page may say its encoding (HTML, section 4.2.5.4)."""

_ENCODINGS = {"utf-8": "utf-8-sig", "ascii": "cp1252", "iso8859-1": "cp1252"} | {
    name: name
    for name in (
        *(f"iso8859-{part}" for part in (*range(2, 12), *range(13, 17))),
        *(f"cp{page}" for page in (866, 874, *range(1250, 1259))),
        *("koi8-r", "koi8-u", "mac-roman", "shift_jis", "euc_jp", "iso2022_jp", "euc_kr", "cp949"),
        *("gb2312", "gbk", "gb18030", "big5", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be"),
    )
}
"""Encodings that pages are written in, as Python calls them: others it knows take their time, or are none."""

_NO_INDEX = re.compile(r"(?:^|[\s,])(?:noindex|none)(?:$|[\s,])", re.IGNORECASE)
_NAMED_ROBOT = re.compile(r"^\s*(?!max-|unavailable_after)[A-Za-z0-9_-]+\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page: where it leads, absolute, and what it is to the page."""

    address: str
    relations: frozenset[str]
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What a page holds. ``url`` is where it came from, ``base`` what its links are relative to."""

    url: str
    base: str
    here: frozenset[str]
    """The page as ``same_page`` writes it: where it came from, and the address that was asked."""
    root: html.HtmlElement = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def title(self) -> str:
        """The title as one line; empty where there is none."""
        found = next(self.root.iter("title"), None)
        return as_line((found.text or "")[:500]) if found is not None else ""

    @property
    def asks_for_less(self) -> bool:
        """Whether the page does not want to be indexed, as it says in its head or its headers."""
        header = self.headers.get("x-robots-tag", "")
        said = [] if _NAMED_ROBOT.match(header) else [header]
        said += [
            meta.get("content", "")
            for meta in self.root.iter("meta")
            if meta.get("name", "").strip().lower() == "robots"
        ]
        return any(_NO_INDEX.search(text) for text in said)

    def links(self) -> Iterator[Link]:
        """The links that say what they are to the page, in order."""
        count = 0
        for element in self.root.iter("a", "link"):
            relations = frozenset(element.get("rel", "").lower().split())
            address = self.absolute(element.get("href", ""))
            if relations and address and count < _MOST_LINKS:
                count += 1
                kind = element.get("type", "").split(";", 1)[0].strip().lower()
                yield Link(address, relations, kind)

    def scripts(self, media_type: str) -> Iterator[str]:
        """The data that the page carries in scripts of a type; scripts themselves are never run."""
        count = 0
        for element in self.root.iter("script"):
            if element.get("type", "").split(";", 1)[0].strip().lower() == media_type and element.text:
                count += 1
                if count <= _MOST_SCRIPTS:
                    yield element.text

    def absolute(self, address: str) -> str:
        """An address of the page as a whole one; empty for none."""
        return joined(self.base, address)


def read_html_page(got: Got, asked: str = "") -> HtmlPage:
    """The page that came, where ``asked`` led. Raises ANSWER_BROKEN for what is no HTML."""
    if got.media_type not in _TYPES:
        raise broken(got)
    root = html_tree(_text(got))
    based = next((base.get("href", "") for base in root.iter("base") if base.get("href")), "")
    base = joined(got.url, based)
    here = frozenset({same_page(got.url), same_page(asked)} - {""})
    return HtmlPage(got.url, base if page_of(base) is not None else got.url, here, root, got.headers)


def joined(base: str, address: str) -> str:
    """An address relative to another as a whole one; empty for one that cannot be read."""
    try:
        return urljoin(base, address.strip()) if address.strip() else ""
    except ValueError:
        return ""


def _text(got: Got) -> str:
    """The page decoded: as its headers say, as it says itself, as UTF-8, or as the old web wrote."""
    said = _CHARSET.search(got.headers.get("content-type", ""))
    within = _META.search(got.body[:_DECLARED])
    for name in (said[1] if said else "", within[1].decode("ascii") if within else "", "utf-8"):
        try:
            codec = codecs.lookup(name).name
            if codec in _ENCODINGS:
                return got.body.decode(_ENCODINGS[codec])
        except (LookupError, ValueError):
            continue
    return got.body.decode("cp1252", "replace")
