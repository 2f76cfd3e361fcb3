import json
from typing import Any

import pytest

from relate_desktop.domain.lookup import FindingField
from relate_desktop.lookups.asking import Got
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.html_page import HtmlPage, read_html_page
from relate_desktop.lookups.json_ld import own_person, tell_person
from tests.clock import START

URL = "https://ada.example.org/"
ADA = {"@type": "Person", "name": "Ada", "url": "https://ada.example.org"}
EVE = {"@type": "Person", "name": "Eve", "url": "https://eve.example.org"}
NOBODY: dict[str, Any] = {"@type": "Person", "name": "Ada"}


def a_page(*nodes: Any) -> HtmlPage:
    scripts = "".join(f"<script type='application/ld+json'>{json.dumps(node)}</script>" for node in nodes)
    return read_html_page(Got(URL, 200, {"content-type": "text/html"}, scripts.encode(), START))


@pytest.mark.parametrize(
    ("nodes", "name"),
    [
        ([ADA], "Ada"),
        ([NOBODY], "Ada"),
        ([NOBODY, NOBODY], None),
        ([EVE], None),
        ([EVE, ADA], "Ada"),
        ([[EVE, ADA]], "Ada"),
        ([{"@graph": [EVE, ADA]}], "Ada"),
        ([{"@type": ["Person", "http://schema.org/Person"], "@id": f"{URL}#me", "name": "Ada"}, EVE], "Ada"),
        ([{"@type": "ProfilePage", "mainEntity": {**EVE, "name": "Ada"}}, EVE], "Ada"),
        ([{"@type": "BlogPosting", "author": NOBODY}], None),
        ([{"@type": "Organization", "name": "Ada & Co", "url": URL}], None),
        ([7, "x", None, {"@type": 7}, {"@graph": 7}], None),
        ([], None),
    ],
)
def test_only_the_person_whom_the_page_is_about_is_read(nodes: list[Any], name: str | None) -> None:
    person = own_person(a_page(*nodes))
    assert (person.line("name") if person is not None else None) == name


@pytest.mark.parametrize("text", ["{", "[" * 100_000, "", "nan", '{"@type": "Person"'])
def test_data_that_cannot_be_read_is_none(text: str) -> None:
    body = f"<script type='application/ld+json'>{text}</script>".encode()
    page = read_html_page(Got(URL, 200, {"content-type": "text/html"}, body, START))
    assert own_person(page) is None


def test_data_without_end_is_cut() -> None:
    assert own_person(a_page([EVE] * 500 + [ADA])) is None


def test_what_the_person_says_is_told() -> None:
    ada = {
        **ADA,
        "jobTitle": ["Programmer", "Countess"],
        "worksFor": [{"@type": "Organization", "name": "Analytical Engines"}, "Babbage"],
        "email": "mailto:ada@example.org",
        "url": [URL, "https://talks.example.org/"],
        "sameAs": ["https://github.com/ada", "javascript:alert(1)", 7, "https://sketch.example.org/@ada"],
        "description": "not read",
    }
    page, found = a_page(ada), Findings(URL)
    person = own_person(page)
    assert person is not None
    tell_person(person, found, page)
    assert [(finding.field, finding.value) for finding in found.all()] == [
        (FindingField.NAME, "Ada"),
        (FindingField.TITLE, "Programmer"),
        (FindingField.ORGANIZATION, "Babbage"),
        (FindingField.ORGANIZATION, "Analytical Engines"),
        (FindingField.EMAIL, "ada@example.org"),
        (FindingField.URL, "https://talks.example.org/"),
        (FindingField.PROFILE, "https://github.com/ada"),
        (FindingField.PROFILE, "https://sketch.example.org/@ada"),
    ]
