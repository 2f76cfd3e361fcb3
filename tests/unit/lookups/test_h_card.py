import pytest

from relate_desktop.domain.lookup import FindingField
from relate_desktop.lookups.asking import Got
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.h_card import HCard, own_card, tell_card, tell_page
from relate_desktop.lookups.html_page import HtmlPage, read_html_page
from tests.clock import START

URL = "https://ada.example.org/"


def a_page(body: str, url: str = URL) -> HtmlPage:
    return read_html_page(Got(url, 200, {"content-type": "text/html"}, body.encode(), START))


def own_name(body: str, url: str = URL) -> str:
    card = own_card(a_page(body, url))
    return card.lines("name")[0] if card is not None else ""


def told(body: str) -> list[tuple[FindingField, str]]:
    page = a_page(body)
    card, found = own_card(page), Findings(URL)
    assert card is not None
    tell_card(card, found, page)
    return [(finding.field, finding.value) for finding in found.all()]


ADA = "<p class=h-card><a class='p-name u-url' href='/'>Ada</a></p>"
EVE = "<p class=h-card><a class='p-name u-url' href='https://eve.example.org/'>Eve</a></p>"
UID = "<p class=h-card><a class='p-name u-url u-uid' href='https://ada.example.org'>Ada L</a></p>"


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (ADA, "Ada"),
        (ADA + UID, "Ada L"),
        (EVE + UID, "Ada L"),
        (EVE + ADA, ""),
        (EVE, ""),
        ("<p class=h-card><b class=p-name>Ada</b></p>", ""),
        (
            EVE + "<p class=h-card><a class='p-name u-url' rel=me href='https://x.example.org'>Ada</a></p>",
            "Ada",
        ),
        (ADA.replace("href='/'", "href='http://www.ada.example.org/#top'"), "Ada"),
        (f"<div class=h-entry><div class='p-author h-card'>{ADA[16:-4]}</div></div>", "Ada"),
        (ADA.replace("'/'", "'https://[::1'"), ""),
        ("<p>no card", ""),
        ("", ""),
    ],
)
def test_only_the_card_that_is_the_page_s_own_is_read(body: str, name: str) -> None:
    assert own_name(body) == name


def test_a_card_of_old_is_read() -> None:
    body = """<div class="vcard"><a class="url fn" href="/" rel="me">Ada Lovelace</a>
    <span class="org">Analytical Engines</span><span class="title">Programmer</span>
    <span class="adr"><span class="locality">London</span></span></div>"""
    assert told(body) == [
        (FindingField.NAME, "Ada Lovelace"),
        (FindingField.TITLE, "Programmer"),
        (FindingField.ORGANIZATION, "Analytical Engines"),
        (FindingField.PLACE, "London"),
    ]


def test_everything_a_card_says_is_told() -> None:
    body = """<body class="h-card"><script>x</script><a class="u-url u-uid" href="/">home</a>
    <h1 class="p-name">Ada<br> Lovelace</h1><i class="p-pronouns">she/her</i>
    <i class="p-job-title">Programmer</i>
    <div class="p-org h-card"><b class="p-name">Analytical Engines</b></div>
    <a class="u-email" href="mailto:ada@example.org?subject=hi">mail</a>
    <a class="u-email" href="mailto:no-reply@example.org">mail</a>
    <a class="u-url" href="talks">talks</a><a class="u-url" href="https://github.com/ada">code</a>
    <a class="u-url" href="javascript:alert(1)">x</a>
    <p class="p-adr h-adr"><i class="p-locality">London</i> <i class="p-country-name">UK</i></p>
    <time class="dt-bday" datetime="1815-12-10">10 December</time>
    <data class="p-tz" value="Europe/London"></data>
    <div class="e-note"><p>Numbers,</p><p>and <b>what</b> they could be.</p><script>alert(1)</script></div>
    <div class="h-feed"><p class="h-entry"><b class="p-name">Not a name</b></p></div></body>"""
    assert told(body) == [
        (FindingField.NAME, "Ada Lovelace"),
        (FindingField.PRONOUNS, "she/her"),
        (FindingField.TITLE, "Programmer"),
        (FindingField.ORGANIZATION, "Analytical Engines"),
        (FindingField.EMAIL, "ada@example.org"),
        (FindingField.URL, "https://ada.example.org/talks"),
        (FindingField.PROFILE, "https://github.com/ada"),
        (FindingField.PLACE, "London, UK"),
        (FindingField.BIRTHDAY, "1815-12-10"),
        (FindingField.TIME_ZONE, "Europe/London"),
        (FindingField.ABOUT, "Numbers,\n\nand what they could be."),
    ]


def test_what_no_calendar_and_no_clock_knows_is_left_out() -> None:
    bad = "<i class=dt-bday>31 February</i><i class=p-tz>Moon/Crater</i><i class=p-locality> </i>"
    assert told(ADA.replace("</p>", f"{bad}</p>")) == [(FindingField.NAME, "Ada")]


@pytest.mark.parametrize(
    "body",
    [
        "<div class=h-card>" * 5000,
        "<div class=vcard>" * 300,
        ("<div class=vcard>" + "<i class=fn>x</i>" * 1400 + "</div>") * 30,
        ("<div class=h-card>" + "<i class=fn>x</i>" * 900 + "<b class='p-x vcard'>" * 3 + "</div>") * 30,
        "<div class=h-card>" + "<i class=p-name>x" * 3000,
        "<div class=h-card><i class='" + " ".join(f"p-x{n}" for n in range(20_000)) + "'>x</i></div>",
    ],
    ids=lambda body: body[:40],
)
def test_cards_without_end_are_passed_over(body: str) -> None:
    assert own_name(UID + body) == "Ada L"


def test_a_card_that_the_reader_stumbles_over_hides_no_other() -> None:
    """mf2py fails over a picture without words as the value of a name."""
    bad = "<div class=h-card><p class=p-name><img class=value></p></div>"
    assert own_name(UID + bad) == own_name(bad + UID) == "Ada L"


def test_values_that_are_no_texts_are_none() -> None:
    card = HCard(
        {"name": [None, 7, {"value": 7}, {}, ["x"], "Ada"], "org": "x", "adr": [7, {"properties": 7}]}, URL
    )
    assert card.lines("name", "org") == ("Ada",)
    assert card.text("org") == ""
    assert list(card.inside("adr")) == []
    assert card.addresses("name") == ("https://ada.example.org/Ada",)


def test_a_page_on_a_network_is_an_account() -> None:
    found = Findings(URL)
    for address in ("https://github.com/ada", "https://talks.example.org/", "https://127.0.0.1/"):
        tell_page(address, found)
    assert [finding.field for finding in found.all()] == [FindingField.PROFILE, FindingField.URL]
