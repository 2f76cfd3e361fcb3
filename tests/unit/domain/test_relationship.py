"""Ties to other people as cards tell them."""

import pytest

from relate_desktop.domain.relationship import (
    how_met,
    own_id,
    relationships,
    with_how_met,
    with_own_id,
    with_relation,
    with_relationship,
    with_relative_name,
    with_tie_to,
)
from tests.cards import a_contact, written


@pytest.mark.parametrize(
    ("lines", "kind", "name", "reference"),
    [
        (("RELATED;TYPE=friend:urn:uuid:f81d",), "friend", "", "urn:uuid:f81d"),
        (("RELATED;TYPE=co-worker;VALUE=text:ask: Jane",), "co-worker", "ask: Jane", ""),
        (("RELATED:Jane Doe",), "", "Jane Doe", ""),
        (("item9.X-ABRELATEDNAMES:Bo", "item9.X-ABLabel:_$!<Father>!$_"), "father", "Bo", ""),
        (("item9.X-ABRELATEDNAMES:Bo", "item9.X-ABLabel:Godfather"), "Godfather", "Bo", ""),
        (("X-EVOLUTION-SPOUSE:Joan Doe",), "spouse", "Joan Doe", ""),
        (("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Jo;9;;;",), "parent", "Jo", ""),
        (("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Jo;0;Aunt;;",), "Aunt", "Jo", ""),
        (("AGENT:BEGIN:VCARD\\nFN:Susan Thomas\\nEND:VCARD",), "agent", "Susan Thomas", ""),
        (("item9.X-ABRELATEDNAMES:Bo", "item9.X-ABLabel:REFERRED_BY"), "referred-by", "Bo", ""),
        (("AGENT:BEGIN:VCARD\\nN:Thomas;Susan\\nEND:VCARD",), "agent", "Susan Thomas", ""),
        (("AGENT:Jo Doe",), "agent", "Jo Doe", ""),
        (
            ("RELATED;TYPE=agent:data:text/vcard;charset=utf-8,BEGIN:VCARD%0AFN:Sue%20Doe%0A",),
            "agent",
            "Sue Doe",
            "",
        ),
        (("AGENT;VALUE=uri:CID:x",), "agent", "", "CID:x"),
    ],
)
def test_every_spelling_of_a_tie_is_read(
    lines: tuple[str, ...], kind: str, name: str, reference: str
) -> None:
    (tie,) = relationships(a_contact("FN:x", "X-SPOUSE:", *lines))
    assert (tie.kind, tie.name, tie.reference) == (kind, name, reference)


def test_a_new_tie_reads_back() -> None:
    contact = with_relationship(with_relationship(a_contact("FN:x"), "Bo", "father"), "Al", "Pen friend")
    assert [(tie.name, tie.kind) for tie in relationships(contact)] == [
        ("Bo", "father"),
        ("Al", "Pen friend"),
    ]


def test_a_name_is_changed_where_it_stands() -> None:
    android = a_contact("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Jo;9;;")
    assert written(with_relative_name(android, relationships(android)[0], "Al")) == [
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Al;9;;"
    ]
    spouse = a_contact("X-SPOUSE;X=1:Jo", "FN:x")
    assert written(with_relative_name(spouse, relationships(spouse)[0], "A;l")) == [
        "X-SPOUSE;X=1:A\\;l",
        "FN:x",
    ]
    assert written(with_relative_name(spouse, relationships(spouse)[0], "")) == ["FN:x"]
    agent = a_contact("AGENT:BEGIN:VCARD\\nFN:Su\\nEND:VCARD")
    assert with_relative_name(agent, relationships(agent)[0], "Al") == agent


def test_a_tie_points_to_somebody_of_the_book() -> None:
    contact = with_relationship(a_contact("FN:x"), "Bo", "mentor", person="abc", inverse="apprentice")
    (tie,) = relationships(contact)
    assert (tie.kind, tie.person, tie.inverse) == ("mentor", "abc", "apprentice")
    contact = with_tie_to(contact, tie, "")
    (tie,) = relationships(contact)
    assert (tie.person, tie.inverse, tie.name) == ("", "apprentice", "Bo")
    (tie,) = relationships(with_tie_to(contact, tie, "def"))
    assert tie.person == "def"


def test_another_word_for_a_tie_leaves_the_rest_of_the_line() -> None:
    contact = with_relationship(a_contact("FN:x"), "Bo", "friend", person="abc")
    (tie,) = relationships(contact)
    changed = with_relation(contact, tie, "Godfather", "Godson")
    (tie,) = relationships(changed)
    assert (tie.kind, tie.inverse, tie.person, tie.name) == ("Godfather", "Godson", "abc", "Bo")
    assert len(changed.properties) == len(contact.properties)
    assert with_relation(changed, tie, "Godfather", "Godson") == changed


@pytest.mark.parametrize(
    "line",
    [
        "X-SPOUSE:Jo",
        "RELATED;TYPE=friend;VALUE=text:Jo",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Jo;9;;",
    ],
)
def test_a_line_of_an_older_spelling_can_get_another_word(line: str) -> None:
    contact = a_contact("FN:x", line)
    (tie,) = relationships(with_relation(contact, relationships(contact)[0], "cousin"))
    assert (tie.kind, tie.name, tie.property.key) == ("cousin", "Jo", "X-ABRELATEDNAMES")


def test_something_to_point_to_is_given_once() -> None:
    contact = with_own_id(a_contact("FN:x"), "abc")
    assert own_id(contact) == "abc"
    assert with_own_id(contact, "def") == contact


def test_how_one_met_is_a_line_of_its_own() -> None:
    contact = with_how_met(a_contact("FN:x"), "At a fair, 2023")
    assert how_met(contact) == "At a fair, 2023"
    assert how_met(with_how_met(contact, " ")) == ""


def test_another_name_is_somebody_else_and_points_to_nobody() -> None:
    contact = with_relationship(a_contact("FN:x"), "Bo", "friend", person="abc")
    (tie,) = relationships(contact)
    (tie,) = relationships(with_relative_name(contact, tie, "Cy"))
    assert (tie.name, tie.person, tie.kind) == ("Cy", "", "friend")
