from datetime import UTC, datetime

import pytest

from relate_desktop.domain.lookup import Finding, FindingField
from relate_desktop.lookups.findings import Findings, typed_page

PAGE = "https://example.org/ada"
CHANGED = datetime(2026, 10, 18, tzinfo=UTC)


def test_what_is_empty_or_said_twice_is_no_finding() -> None:
    found = Findings(PAGE, CHANGED)
    found.add(FindingField.NAME, "")
    found.add(FindingField.PLACE, "London")
    found.add(FindingField.PLACE, "LONDON", "again")
    found.add(FindingField.TITLE, "London")
    assert found.all() == (
        Finding(FindingField.PLACE, "London", PAGE, changed_at=CHANGED),
        Finding(FindingField.TITLE, "London", PAGE, changed_at=CHANGED),
    )


def test_a_finding_may_be_of_another_page_and_day() -> None:
    news = Finding(FindingField.NEWS, "A talk in Kyoto", f"{PAGE}/talks", changed_at=CHANGED)
    found = Findings(PAGE)
    found.take(news)
    found.take(news)
    assert found.all() == (news,)


def test_the_page_of_an_account_is_said_once() -> None:
    found = Findings(PAGE)
    found.add_page("https://sketch.example.org/@ada")
    found.add_profile("https://sketch.example.org/@Ada")
    assert [one.field for one in found.all()] == [FindingField.PROFILE]


def test_mail_and_pages_are_taken_where_they_are_some() -> None:
    found = Findings(PAGE)
    for text in ("mailto:ada@example.org", "ada@users.noreply.github.com", "ada"):
        found.add_mail(text)
    for text in ("ada.example.org", "javascript:alert(1)"):
        found.add_page(text)
    found.add_profile("https://www.linkedin.com/in/ada", "linkedin")
    found.add_profile("https://sketch.example.org/@ada", "mastodon")
    assert [(one.field, one.value, one.detail) for one in found.all()] == [
        (FindingField.EMAIL, "ada@example.org", ""),
        (FindingField.URL, "https://ada.example.org/", ""),
        (FindingField.PROFILE, "https://www.linkedin.com/in/ada", "LinkedIn"),
        (FindingField.PROFILE, "https://sketch.example.org/@ada", "mastodon"),
    ]


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("ada.example.org/notes?x=1", "https://ada.example.org/notes?x=1"),
        ("http://ada.example.org", "http://ada.example.org/"),
        ("//ada.example.org", ""),
        ("ada@example.org", ""),
        ("localhost:8080", ""),
        ("127.0.0.1/x", ""),
        ("soon…", ""),
        ("...", ""),
        ("", ""),
    ],
)
def test_pages_are_understood_as_people_type_them(typed: str, address: str) -> None:
    assert typed_page(typed) == address
