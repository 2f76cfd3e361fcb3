from datetime import UTC, datetime, timedelta

import pytest

from relate_desktop.lookups.asking import Got
from relate_desktop.lookups.feed import Entry, Feed, read_feed
from tests.clock import START

URL = "https://ada.example.org/feed"
DAY = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Notes &amp;amp; talks</title>
<item><title>Old &lt;i&gt;things&lt;/i&gt;</title><link>/old</link>
<pubDate>Sat, 28 Feb 2026 08:30:00 GMT</pubDate></item>
<item><title>A talk in Kyoto</title><link>https://talks.example.org/kyoto</link>
<pubDate>Sun, 01 Mar 2026 09:30:00 +0100</pubDate></item>
<item><title></title><description>nothing to call it by</description></item>
<item><title>Some day</title><pubDate>next Tuesday</pubDate></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Notes</title>
<entry><title type="html">A talk &amp;mdash; soon</title><link href="kyoto"/>
<updated>2026-03-01T08:30:00Z</updated></entry>
<entry><title>Tomorrow and tomorrow</title><published>2026-04-01T08:30:00Z</published></entry></feed>"""
JSON = """\ufeff{"version": "https://jsonfeed.org/version/1.1", "title": "Notes", "items": [
{"id": "1", "title": "A talk", "url": "/kyoto", "date_published": "2026-03-01T08:30:00Z"},
{"id": "2", "content_text": "nothing to call it by"}, 7, {"title": ["x"]}]}"""


def feed(body: str | bytes) -> Feed:
    data = body if isinstance(body, bytes) else body.encode()
    return read_feed(Got(URL, 200, {}, data, START))


def test_rss_is_read_newest_first() -> None:
    assert feed(RSS) == Feed(
        "Notes & talks",
        (
            Entry("A talk in Kyoto", "https://talks.example.org/kyoto", DAY),
            Entry("Old things", "https://ada.example.org/old", DAY - timedelta(days=1)),
            Entry("Some day", "", None),
        ),
    )


def test_atom_is_read_and_nothing_is_published_in_the_future() -> None:
    assert feed(ATOM) == Feed(
        "Notes",
        (
            Entry("A talk — soon", "https://ada.example.org/kyoto", DAY),
            Entry("Tomorrow and tomorrow", "", None),
        ),
    )


def test_json_feed_is_read() -> None:
    assert feed(JSON) == Feed("Notes", (Entry("A talk", "https://ada.example.org/kyoto", DAY),))


RSS_OF = '<rss version="2.0"><channel><title>T</title>{}</channel></rss>'


@pytest.mark.parametrize(
    "body",
    [
        *(b"", b"{", b"{}", b"[]", b"<", b"<rss>", b"\xff\xfe<\0r\0", b"hello", b"<html><p>x</html>"),
        b'<!DOCTYPE r [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel>',
        b'<?xml version="1.0" encoding="punycode"?><rss/>',
        b'{"version": "https://jsonfeed.org/version/1.1", "items": 7}',
        RSS.encode("utf-16"),
        RSS_OF.format("<item/>" * 40_000).encode(),
        RSS_OF.format("<item " + " ".join(f"a{n}='x'" for n in range(50_000)) + "/>").encode(),
        RSS_OF.format(
            "<item><title>x</title></item>" + "".join(f"<n{n}:y xmlns:n{n}='u'/>" for n in range(200))
        ).encode(),
        RSS_OF.format("<i>" * 1000 + "</i>" * 1000).encode(),
    ],
    ids=lambda body: repr(body[:20]),
)
def test_what_is_no_feed_or_too_much_of_one_is_empty(body: bytes) -> None:
    assert feed(body).entries == ()


@pytest.mark.parametrize(
    "item",
    [
        "<title>x</title><pubDate>Sun, 99 Mar 99999 09:30:00 +9999</pubDate>",
        "<title>x</title><pubDate>" + "1-" * 50_000 + "</pubDate>",
        "<title>x</title><link>javascript:alert(1)</link>",
        "<title>x</title><link>https://user:word@example.org/</link>",
        "<title>x</title><link>file:///etc/passwd</link>",
        "<title>&lt;script&gt;alert(1)&lt;/script&gt;x</title>",
    ],
    ids=lambda item: item[16:50],
)
def test_nothing_in_an_entry_leads_astray(item: str) -> None:
    assert feed(RSS_OF.format(f"<item>{item}</item>")).entries == (Entry("x", "", None),)


def test_no_address_in_a_feed_is_opened() -> None:
    """A reader that takes names of files and addresses for feeds is given bytes."""
    assert feed(b"<rss/>") == Feed("", ())
    assert feed(b"https://ada.example.org/feed").entries == ()
    assert feed(b"/etc/passwd").entries == ()
