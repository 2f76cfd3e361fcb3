import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.lookups.asking import Got
from relate_desktop.lookups.html_page import HtmlPage, Link, joined, read_html_page
from tests.clock import START

URL = "https://ada.example.org/about/"


def got(body: bytes | str, **headers: str) -> Got:
    data = body if isinstance(body, bytes) else body.encode()
    return Got(URL, 200, {"content-type": "text/html", **headers}, data, START)


def a_page(body: bytes | str, **headers: str) -> HtmlPage:
    return read_html_page(got(body, **{name.replace("_", "-"): value for name, value in headers.items()}))


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Zoë".encode(), "text/html"),
        ("\ufeffZoë".encode(), "text/html"),
        ("Zoë".encode("latin-1"), "text/html"),
        ("Zoë".encode("latin-1"), "text/html; charset=ISO-8859-1"),
        ("Zoë".encode("utf-16"), 'text/html; charset="utf-16"'),
        (b"<meta charset=windows-1252><title>Zo\xeb</title>", "text/html"),
        (b"<meta charset=punycode><title>Zo\xc3\xab</title>", "text/html; charset=rot13"),
        (b"<title>Zo\xc3\xab</title>", "text/html; charset=" + " " * 90_000 + "!"),
        (b"<meta charset=nothing><title>Zo\xc3\xab</title>", "application/xhtml+xml; charset=us-ascii; q=1"),
    ],
)
def test_a_page_is_read_in_its_encoding(body: bytes, kind: str) -> None:
    text = a_page(body, content_type=kind).root.text_content()
    assert text in {"Zoë", "ZoÃ«"}
    assert ("ascii" in kind) is (text == "ZoÃ«")


@pytest.mark.parametrize("kind", ["application/json", "image/png", "text/plain", ""])
def test_what_is_no_html_is_no_page(kind: str) -> None:
    with pytest.raises(NetworkError) as caught:
        a_page("<p>", content_type=kind)
    assert caught.value.kind is ErrorKind.ANSWER_BROKEN


def test_links_say_what_they_are_to_the_page() -> None:
    page = a_page(
        "<link rel='alternate stylesheet' href=a.css><a href=/b>b</a><a rel=ME href='../c'>c</a>"
        "<link rel=alternate type='Application/RSS+XML; x=y' href='//feeds.example.org/f'><a rel=me>d</a>"
        "<a rel=me href='https://[::1'>e</a>"
    )
    assert list(page.links()) == [
        Link("https://ada.example.org/about/a.css", frozenset({"alternate", "stylesheet"})),
        Link("https://ada.example.org/c", frozenset({"me"})),
        Link("https://feeds.example.org/f", frozenset({"alternate"}), "application/rss+xml"),
    ]


def test_links_without_end_are_cut() -> None:
    assert len(list(a_page("<a rel=me href=x>" * 5000).links())) == 300


@pytest.mark.parametrize(
    ("base", "address"),
    [
        ("https://www.ada.example.org/", "https://www.ada.example.org/x"),
        ("/home/", "https://ada.example.org/home/x"),
        ("javascript:alert(1)", "https://ada.example.org/about/x"),
        ("https://[::1/", "https://ada.example.org/about/x"),
    ],
)
def test_links_follow_the_base_of_the_page(base: str, address: str) -> None:
    assert a_page(f"<base><base href='{base}'>").absolute("x") == address


def test_the_title_is_one_line() -> None:
    assert a_page("<title> About\n me </title><title>x</title>").title == "About me"
    assert a_page("<p>x").title == ""


@pytest.mark.parametrize(
    ("body", "header", "less"),
    [
        ("<meta name=robots content='noindex, nofollow'>", "", True),
        ("<meta name=ROBOTS content='follow,NOINDEX'>", "", True),
        ("<meta name=robots content=none>", "", True),
        ("<meta name=robots content='index, follow, max-snippet:-1'>", "", False),
        ("<meta name=googlebot content=noindex>", "", False),
        ("<p>noindex", "", False),
        ("", "noindex", True),
        ("", "noarchive, noindex", True),
        ("", "googlebot: noindex", False),
        ("", "unavailable_after: 25 Jun 2030, noindex", True),
    ],
)
def test_a_page_may_ask_not_to_be_indexed(body: str, header: str, less: bool) -> None:
    assert a_page(body, x_robots_tag=header).asks_for_less is less


def test_scripts_are_data_of_a_type() -> None:
    page = a_page("<script>x</script><script type='application/LD+json; a=b'>{}</script>")
    assert list(page.scripts("application/ld+json")) == ["{}"]


def test_addresses_that_cannot_be_read_are_none() -> None:
    assert joined("https://ada.example.org/a/b", " ../c ") == "https://ada.example.org/c"
    assert joined("https://ada.example.org/", "") == ""
    assert joined("https://ada.example.org/", "https://[::1") == ""
