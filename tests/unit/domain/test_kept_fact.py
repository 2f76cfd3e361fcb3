from dataclasses import replace
from datetime import UTC, datetime

import pytest

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId, MediaHash
from relate_desktop.domain.kept_fact import (
    KeptFact,
    contradicted,
    line_for,
    line_of,
    still_said,
    with_finding,
    without_fact,
)
from relate_desktop.domain.lookup import Finding, FindingField, LookupTarget, Proof, Provider
from relate_desktop.services.contacts import line_of_card
from tests.open_book import a_person

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PAGE = "https://github.com/ada"
TARGET = LookupTarget(Provider.GITHUB, "https://api.github.com", "ada")


def ada(*lines: str) -> Contact:
    return Contact(a_person("Ada Lovelace", *lines))


def kept(person: Contact, field: FindingField, value: str, detail: str = "") -> tuple[Contact, KeptFact]:
    """The person after keeping a finding, and the fact."""
    finding = Finding(field, value, PAGE, detail=detail)
    line = line_for(finding)
    assert line is not None
    changed, said, before = with_finding(person, finding, line)
    added = changed is not person
    fact = KeptFact(
        ContactId(1), field, TARGET, "7", PAGE, Proof.SELF_ASSERTED, NOW, said.name, said.value,
        before if added else "", added,
    )  # fmt: skip
    return changed, fact


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        (FindingField.NAME, "Ada", "NICKNAME:Ada"),
        (FindingField.PRONOUNS, "she/her", "PRONOUNS:she/her"),
        (FindingField.TITLE, "Lead; analyst", "TITLE:Lead\\; analyst"),
        (FindingField.ORGANIZATION, "Engine, Ltd", "ORG:Engine\\, Ltd"),
        (FindingField.EMAIL, "ada@example.org", "EMAIL:ada@example.org"),
        (FindingField.URL, "https://ada.example.org/", "URL:https://ada.example.org/"),
        (FindingField.PLACE, "London", "ADR:;;;London;;;"),
        (FindingField.ABOUT, "Numbers,\nand poems", "NOTE:Numbers\\,\\nand poems"),
        (FindingField.BIRTHDAY, "--12-10", "BDAY:--1210"),
        (FindingField.LANGUAGE, "en", "LANG:en"),
        (FindingField.TIME_ZONE, "Europe/London", "TZ:Europe/London"),
    ],
)
def test_a_finding_becomes_the_line_that_cards_have_for_it(
    field: FindingField, value: str, line: str
) -> None:
    changed, fact = kept(ada(), field, value)
    assert changed.properties[-1] == line_of_card(line)
    assert (fact.added, fact.replaced) == (True, "")
    assert without_fact(changed, fact) == ada()


def test_a_profile_elsewhere_says_its_network() -> None:
    changed, _ = kept(ada(), FindingField.PROFILE, "https://sketch.example/@ada", "Mastodon")
    assert changed.properties[-1].parameter("SERVICE-TYPE") == ("Mastodon",)


def test_a_picture_is_kept_only_where_it_was_read_and_news_is_no_line() -> None:
    picture = Finding(FindingField.PHOTO, "https://a.example/x.png", PAGE)
    assert line_for(picture) is None
    line = line_for(picture, MediaHash("ab" * 32))
    assert line is not None
    assert line.media == "ab" * 32
    assert line_for(Finding(FindingField.NEWS, "A talk", PAGE)) is None


@pytest.mark.parametrize(
    ("said", "field", "value"),
    [
        ("URL:http://www.ada.example.org", FindingField.URL, "https://ada.example.org/"),
        ("X-SOCIALPROFILE;TYPE=github:https://github.com/Ada", FindingField.PROFILE, PAGE),
        ("TITLE:creative  LEAD", FindingField.TITLE, "Creative lead"),
        ("ADR:;;Road 1;London;;N1;UK", FindingField.PLACE, "London"),
        ("BDAY;VALUE=date:1815-12-10", FindingField.BIRTHDAY, "1815-12-10"),
        ("FN:Ada Lovelace", FindingField.NAME, "ada lovelace"),
    ],
)
def test_what_the_book_says_already_stays_as_it_is_written(
    said: str, field: FindingField, value: str
) -> None:
    person = ada(said)
    changed, fact = kept(person, field, value)
    assert changed is person
    assert not fact.added
    assert without_fact(person, fact) == person


def test_what_contradicts_gives_way_in_its_place_and_comes_back() -> None:
    person = ada("item1.TITLE:Art director", "item1.X-ABLabel:Work", "NOTE:x")
    changed, fact = kept(person, FindingField.TITLE, "Creative lead")
    assert [line.text for line in changed.all("TITLE")] == ["Creative lead"]
    assert changed.properties[1].group == "item1"
    assert fact.replaced == "Art director"
    assert without_fact(changed, fact) == person


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("ROLE;LANGUAGE=de;PREF=1:Chefin", FindingField.TITLE),
        ("X-PRONOUNS;PREF=1:she", FindingField.PRONOUNS),
        ("item1.TZ;TYPE=home;X-OWN=1:Europe/Rome", FindingField.TIME_ZONE),
        ("item1.BDAY;VALUE=date;X-OWN=1:1815-12-10", FindingField.BIRTHDAY),
    ],
)
def test_what_stood_beside_a_replaced_value_is_there_when_it_comes_back(
    line: str, field: FindingField
) -> None:
    before = ada(line)
    value = "1815-12-11" if field is FindingField.BIRTHDAY else "Something else"
    after, fact = kept(before, field, value)
    assert after != before
    assert after.properties[1].parameters == before.properties[1].parameters
    assert without_fact(after, fact) == before


def test_what_told_of_the_old_value_alone_is_given_back_from_the_record() -> None:
    before = ada("BDAY;VALUE=text;X-OWN=1:circa 1815")
    after, fact = kept(before, FindingField.BIRTHDAY, "1815-12-10")
    assert after.properties[1] == line_of_card("BDAY;X-OWN=1:18151210")
    assert without_fact(after, fact, line_of(before, replace(fact, value=fact.replaced))) == before


def test_only_what_people_have_once_is_contradicted() -> None:
    person = ada("TITLE:Art director", "EMAIL:a@b.example", "URL:https://x.example")
    assert contradicted(person, Finding(FindingField.TITLE, "Lead", PAGE)) is not None
    assert contradicted(person, Finding(FindingField.EMAIL, "c@d.example", PAGE)) is None
    assert contradicted(person, Finding(FindingField.URL, "https://y.example", PAGE)) is None


def test_another_name_contradicts_the_book_and_never_replaces_the_name_there() -> None:
    found = Finding(FindingField.NAME, "Countess Lovelace", PAGE)
    said = contradicted(ada(), found)
    assert said is not None
    assert said.text == "Ada Lovelace"
    changed, fact = kept(ada(), FindingField.NAME, "Countess Lovelace")
    assert [line.text for line in changed.all("FN", "NICKNAME")] == ["Ada Lovelace", "Countess Lovelace"]
    assert fact.replaced == ""
    assert without_fact(changed, fact) == ada()


def test_another_town_is_another_address_and_never_replaces_a_street() -> None:
    person = ada("ADR:;;Road 1;Kyoto;;;JP")
    changed, _ = kept(person, FindingField.PLACE, "Osaka")
    assert [line.value for line in changed.all("ADR")] == [";;Road 1;Kyoto;;;JP", ";;;Osaka;;;"]


def test_a_line_that_the_user_changed_since_is_the_users_own() -> None:
    changed, fact = kept(ada(), FindingField.TITLE, "Creative lead")
    line = changed.all("TITLE")[0]
    edited = changed.replaced(line, line.with_value("Director"))
    assert not still_said(edited, fact)
    assert without_fact(edited, fact) == edited
