from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.lookup import Finding, FindingField, LookupRemark, LookupTarget, Provider
from relate_desktop.lookups.asking import Known
from relate_desktop.lookups.website import WebsiteSource
from tests.clock import START
from tests.servers.net import Reply, a_page, sent_on
from tests.unit.lookups.contract import Hosts, Profile, ProviderContract
from tests.unit.lookups.hostile import HOSTILE_TEXTS
from tests.unit.lookups.pictures import PNG

HOST = "ada.example"
URL = f"https://{HOST}/"
PHOTO = f"https://{HOST}/ada.png"
CHANGED = datetime(2025, 10, 18, 7, 30, tzinfo=UTC)
LAST_MODIFIED = "Sat, 18 Oct 2025 07:30:00 GMT"

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>Ada Lovelace</title>
<link rel="me" href="https://github.com/ada"><link rel="me" href="mailto:ada@example.org">
{feed}
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "Person",
"url": "https://ada.example/", "name": "Ada Lovelace", "jobTitle": "Countess",
"sameAs": ["https://www.linkedin.com/in/ada"]}}</script></head>
<body><div class="h-card"><img class="u-photo" src="{photo}" alt="me">
<a class="p-name u-url u-uid" href="/" rel="me">Ada Lovelace</a>, <span class="p-pronouns">she/her</span>
<span class="p-locality">London</span> <time class="dt-bday">--12-10</time>
<p class="p-note">{note}</p></div>
<div class="h-card"><a class="p-name u-url" href="https://eve.example/">Eve</a></div>
<a rel="me" href="https://sketch.example.org/@ada">@ada</a></body></html>"""
FEED = (
    '<link rel="alternate" type="application/rss+xml" href="/feed.xml"><link rel="alternate" type="text/css">'
)
RSS = "<rss version='2.0'><channel><title>Notes</title>{}</channel></rss>".format(
    "".join(
        f"<item><title>Talk {n}</title><link>/talks/{n}</link>"
        f"<pubDate>Sun, 0{n} Mar 2026 08:00:00 GMT</pubDate></item>"
        for n in range(1, 8)
    )
)


def a_site(note: str = "Numbers.", feed: str = "", photo: str = "ada.png") -> Reply:
    return a_text(PAGE.format(note=note, feed=feed, photo=photo))


def a_text(text: str, *headers: tuple[str, str]) -> Reply:
    known = (("Content-Type", "text/html; charset=utf-8"), ("Last-Modified", LAST_MODIFIED))
    return Reply(200, (*known, *headers), text.encode("utf-8", "surrogatepass"))


def found(field: FindingField, value: str, detail: str = "") -> Finding:
    return Finding(field, value, URL, changed_at=CHANGED, detail=detail)


def news(number: int) -> Finding:
    at = datetime(2026, 3, number, 8, tzinfo=UTC)
    return Finding(FindingField.NEWS, f"Talk {number}", f"{URL}talks/{number}", changed_at=at, detail="Notes")


SAID = (
    found(FindingField.NAME, "Ada Lovelace"),
    found(FindingField.PRONOUNS, "she/her"),
    found(FindingField.PLACE, "London"),
    found(FindingField.BIRTHDAY, "--12-10"),
    found(FindingField.ABOUT, "Numbers."),
    found(FindingField.TITLE, "Countess"),
    found(FindingField.PROFILE, "https://www.linkedin.com/in/ada", "LinkedIn"),
    found(FindingField.PHOTO, PHOTO),
    found(FindingField.PROFILE, "https://github.com/ada", "GitHub"),
    found(FindingField.EMAIL, "ada@example.org"),
    found(FindingField.PROFILE, "https://sketch.example.org/@ada"),
)


def a_profile(page: Reply, findings: tuple[Finding, ...], **routes: Reply) -> Profile:
    return Profile(
        target=LookupTarget(Provider.WEBSITE, f"https://{HOST}", URL),
        lines=(URL, "http://ada.example", "https://ADA.example/#top"),
        hosts={
            HOST: {"/": page, "/ada.png": a_page(PNG), **{f"/{name}": one for name, one in routes.items()}}
        },
        main=URL,
        account_id=URL,
        findings=findings,
        pictures=(PHOTO,),
    )


class WebsiteContract(ProviderContract):
    """What holds for pages of one's own, however much is on them."""

    source = WebsiteSource()
    others = (
        "https://github.com/ada",
        "https://www.facebook.com/ada",
        "https://uk.linkedin.com/in/ada",
        "https://x.com/ada",
        "https://wa.me/441234",
        "ada@example.org",
        "ada.example",
        "github:ada",
        "@ada:example.org",
        "https://ada.example:8443/",
        "ftp://ada.example/",
    )

    def broken(self) -> Sequence[bytes]:
        return ()

    def spoilt(self) -> Iterator[Reply]:
        for text in HOSTILE_TEXTS:
            yield from (a_site(text), a_site(photo=text), a_site(feed=f"<base href='{text}'>"))
            yield a_site(feed=f"<link rel='alternate' type='application/rss+xml' href='{text}'>")
            card = f"<a rel=me class='u-url u-uid' href=/>{text}</a>{text}"
            yield a_text(f"<base href=/><div class=h-card>{card}</div>")
        for body in (b"", b"<", b"\xff\xfe", b"<div class=h-card>" * 10_000, b"</html>", b"<!--" * 10_000):
            yield replace(self.profile.answer, body=body)


class TestWebsite(WebsiteContract):
    profile = a_profile(a_site(), SAID)

    def test_the_same_host_with_www_may_be_asked_as_well(self) -> None:
        assert self.source.request(self.profile.target).hosts == (HOST, f"www.{HOST}")
        (www,) = self.source.targets(("www.ada.example",))
        assert self.source.request(www).hosts == (f"www.{HOST}", HOST)
        (deep,) = self.source.targets(("https://ada.people.example.org/~ada?x=1",))
        assert deep.handle == "https://ada.people.example.org/~ada?x=1"
        assert self.source.request(deep).hosts == ("ada.people.example.org",)

    def test_a_page_that_sends_on_to_its_www_is_followed(self) -> None:
        hosts: Hosts = {
            HOST: {"/": sent_on(f"https://www.{HOST}/", 301)},
            f"www.{HOST}": {"/": a_site(photo="")},
        }
        with self.net(hosts) as net:
            answer = self.ask(net)
        assert answer.findings[0].source_url == f"https://www.{HOST}/"
        assert answer.account_id == URL

    def test_a_page_of_one_language_is_still_the_page_that_was_asked(self) -> None:
        hosts: Hosts = {HOST: {"/": sent_on("/en/"), "/en/": a_site(photo="")}}
        with self.net(hosts) as net:
            answer = self.ask(net)
        assert answer.findings[0] == Finding(
            FindingField.NAME, "Ada Lovelace", f"{URL}en/", changed_at=CHANGED
        )

    def test_a_picture_has_the_address_that_its_finding_names(self) -> None:
        with self.net(self.profile.told(main=a_site(photo="HTTPS://ADA.example:443/ada.png"))) as net:
            assert [address for address, _ in self.ask(net).pictures] == [PHOTO]

    def test_somebody_s_page_is_asked_for_once_a_day(self) -> None:
        with self.net() as net:
            assert self.ask(net).next_allowed_at == START + timedelta(days=1)
            again = self.ask(net, Known(URL, "", LAST_MODIFIED))
        assert again.next_allowed_at == START + timedelta(days=1)

    @pytest.mark.parametrize("kind", ["application/json", "text/plain", "image/png"])
    def test_what_is_no_page_is_broken(self, kind: str) -> None:
        with self.net(self.profile.told(main=a_page(b"{}", content_type=kind))) as net:
            assert self.outcome(net) is ErrorKind.ANSWER_BROKEN

    def test_a_page_that_says_nothing_of_anybody_is_an_empty_answer(self) -> None:
        with self.net(self.profile.told(main=a_page("<p>Welcome to my home page"))) as net:
            assert self.ask(net).findings == ()

    @pytest.mark.parametrize(
        "page",
        [
            a_text(a_site().body.decode(), ("X-Robots-Tag", "noindex")),
            a_site(feed=f"{FEED}<meta name='robots' content='noindex'>"),
        ],
    )
    def test_of_a_page_that_does_not_want_to_be_indexed_only_the_name_is_read(self, page: Reply) -> None:
        with self.net(self.profile.told(main=page)) as net:
            answer = self.ask(net)
            assert len(net.asked) == 1
        assert answer.findings == (found(FindingField.NAME, "Ada Lovelace"),)
        assert answer.remarks == (LookupRemark.ASKED_FOR_LESS,)

    @pytest.mark.parametrize("moment", ["yesterday", "Sat, 18 Oct 2042 07:30:00 GMT", "", "Sat, 99 Oct 2025"])
    def test_a_page_that_cannot_say_when_it_changed_does_not(self, moment: str) -> None:
        with self.net(self.profile.told(main=replace(a_site(), headers=dated(moment)))) as net:
            assert {finding.changed_at for finding in self.ask(net).findings} == {None}

    @pytest.mark.parametrize(
        "photo", ["https://elsewhere.example.org/ada.png", "data:image/png;base64,AAAA", "/"]
    )
    def test_a_picture_elsewhere_is_not_read(self, photo: str) -> None:
        with self.net(self.profile.told(main=a_site(photo=photo))) as net:
            assert self.ask(net).pictures == ()


def dated(moment: str) -> tuple[tuple[str, str], ...]:
    return (("Content-Type", "text/html"), ("Last-Modified", moment))


class TestWebsiteWithAFeed(WebsiteContract):
    keeps_tags = False
    profile = a_profile(
        a_site(feed=FEED), (*SAID, *(news(n) for n in (7, 6, 5, 4, 3))), **{"feed.xml": a_page(RSS.encode())}
    )

    def test_its_news_are_never_missed_for_a_page_that_stayed(self) -> None:
        with self.net() as net:
            first = self.ask(net)
            assert (first.etag, first.last_modified) == ("", "")

    @pytest.mark.parametrize(
        "feed", ["https://elsewhere.example.org/feed", "javascript:x", "https://[::1", ""]
    )
    def test_a_feed_elsewhere_is_not_read(self, feed: str) -> None:
        page = a_site(feed=f"<link rel='alternate' type='application/rss+xml' href='{feed}'>")
        with self.net(self.profile.told(main=page)) as net:
            answer = self.ask(net)
            assert net.hosts == {HOST}
        assert answer.findings == SAID
