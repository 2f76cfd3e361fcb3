"""The newest lines of a feed: RSS, Atom, JSON Feed; from bytes that were fetched, never from an address."""

import calendar
import io
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

from lxml import etree

from relate_desktop.lookups.asking import Got
from relate_desktop.lookups.html_page import joined
from relate_desktop.lookups.json_answer import LONGEST_LINE, JsonObject, as_line, read_moment
from relate_desktop.lookups.microformats import STUMBLES
from relate_desktop.lookups.plain_text import plain_text
from relate_desktop.lookups.web_address import web_address

FEED_TYPES = frozenset({"application/atom+xml", "application/rss+xml", "application/feed+json"})
ACCEPTED = f"{', '.join(sorted(FEED_TYPES))}, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8"
_MOST_ENTRIES = 200
_MOST_ELEMENTS = 30_000
_MOST_ATTRIBUTES = 50
_MOST_NAMESPACES = 100
"""Bounds of what the reader of feeds is given; it takes very long over more."""

_BEFORE = b"\xef\xbb\xbf \t\r\n"
_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_NAMESPACE = re.compile(rb"xmlns:([^\s=]{1,200})")
_SLACK = timedelta(days=1)
"""A date further ahead than clocks differ is none: nothing was published tomorrow."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated thing: what it is called, where it stands, when it came out."""

    title: str
    address: str
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's own name, and what is in it, the newest first."""

    title: str
    entries: tuple[Entry, ...]


def read_feed(got: Got) -> Feed:
    """The feed that came; an empty one for what is none."""
    if got.body.lstrip(_BEFORE)[:1] == b"{":
        title, entries = _of_json(got)
    else:
        title, entries = _of_xml(got)
    known = [entry for entry in entries if entry.title]
    dated = [entry for entry in known if entry.published_at is not None]
    undated = [entry for entry in known if entry.published_at is None]
    newest = sorted(dated, key=lambda entry: entry.published_at or got.at, reverse=True)
    return Feed(title, (*newest, *undated))


def _of_json(got: Got) -> tuple[str, list[Entry]]:
    """JSON Feed, version 1.1 (jsonfeed.org)."""
    try:
        content = json.loads(got.body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return "", []
    feed = JsonObject(content if isinstance(content, dict) else {})
    if not feed.line("version").startswith("https://jsonfeed.org/version/"):
        return "", []
    entries = [
        Entry(
            item.line("title"),
            web_address(joined(got.url, item.line("url", 5000))),
            _past(read_moment(item.line("date_published")), got.at),
        )
        for item in feed.records("items")
    ]
    return feed.line("title"), entries


def _of_xml(got: Got) -> tuple[str, list[Entry]]:
    """RSS and Atom. What declares a document type, or is not well-formed, is not read."""
    if not _is_plain_xml(got.body):
        return "", []
    import feedparser  # noqa: PLC0415 - takes its time, and few look-ups need it

    headers = {"content-type": "application/xml", "content-location": got.url}
    try:
        parsed = feedparser.parse(
            io.BytesIO(got.body), response_headers=headers, sanitize_html=False, resolve_relative_uris=False
        )
    except STUMBLES:
        return "", []
    return _title(parsed.feed), list(_entries(parsed.entries, got))


def _entries(items: Iterable[Any], got: Got) -> Iterator[Entry]:
    for item in list(items)[:_MOST_ENTRIES]:
        moment = _moment(dict.get(item, "published_parsed") or dict.get(item, "updated_parsed"))
        link = item.get("link")
        address = web_address(joined(got.url, link)) if isinstance(link, str) else ""
        yield Entry(_title(item), address, _past(moment, got.at))


def _title(item: Any) -> str:
    """A title without markup, as one line; empty for one too long to be any."""
    title = item.get("title")
    line = as_line(plain_text(title)) if isinstance(title, str) and len(title) <= 5000 else ""
    return line if len(line) <= LONGEST_LINE else ""


def _moment(parts: Any) -> datetime | None:
    """The moment that a date in UTC, taken apart, is; None for what no calendar has."""
    try:
        return datetime.fromtimestamp(calendar.timegm(parts), UTC) if parts else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _past(moment: datetime | None, now: datetime) -> datetime | None:
    return moment if moment is not None and moment <= now + _SLACK else None


def _is_plain_xml(body: bytes) -> bool:
    """Whether this is XML without a document type, in an encoding in which one would be seen."""
    head = body.lstrip(_BEFORE)
    if not head.startswith(b"<") or b"\0" in head[:8]:
        return False
    if _DOCTYPE.search(body) or len(set(_NAMESPACE.findall(body))) > _MOST_NAMESPACES:
        return False
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    elements = list(islice(root.iter(etree.Element), _MOST_ELEMENTS + 1))
    return len(elements) <= _MOST_ELEMENTS and all(len(one.attrib) <= _MOST_ATTRIBUTES for one in elements)
