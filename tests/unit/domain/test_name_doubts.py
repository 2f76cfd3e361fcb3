"""Names that look wrong: what is proposed, what is left alone, and what taking a proposal comes to."""

import pytest
from hypothesis import given

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.name_doubts import NameDoubt, name_proposal, name_proposals, with_proposal
from tests.cards import a_contact, contacts, written


def doubts(*lines: str) -> dict[NameDoubt, tuple[str, str]]:
    return {
        one.doubt: (one.before, one.after)
        for one in name_proposals(a_contact(*lines))
        if one.doubt is not NameDoubt.CALLED
    }


def taken(doubt: NameDoubt, *lines: str) -> list[str]:
    contact = a_contact(*lines)
    proposal = name_proposal(contact, doubt)
    assert proposal is not None
    return written(with_proposal(contact, proposal))


def test_capitals_are_written_as_names_are_in_the_parts_as_well() -> None:
    assert taken(NameDoubt.CAPITALS, "FN:ANNA LINDQVIST", "N:LINDQVIST;ANNA;;;", "TEL:1") == [
        "FN:Anna Lindqvist",
        "N:Lindqvist;Anna;;;",
        "TEL:1",
    ]
    assert taken(NameDoubt.CAPITALS, "N:LINDQVIST;ANNA;;;") == ["N:Lindqvist;Anna;;;"]


def test_garbled_text_is_read_again_in_every_line_of_the_name() -> None:
    assert taken(NameDoubt.GARBLED, "FN:JÃ¶rg", "N:MÃ¼ller;JÃ¶rg;;;", "ORG:BÃ¤cker", "NOTE:Ã¼") == [
        "FN:Jörg",
        "N:Müller;Jörg;;;",
        "ORG:Bäcker",
        "NOTE:Ã¼",
    ]


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        (("FN:Lindqvist\\, Anna",), ["FN:Anna Lindqvist", "N:Lindqvist;Anna;;;"]),
        (("FN:Lindqvist\\, Anna", "N:Lindqvist;Anna;;;"), ["FN:Anna Lindqvist", "N:Lindqvist;Anna;;;"]),
        (("FN:Anna Lindqvist", "N:Anna;Lindqvist;;;"), ["FN:Anna Lindqvist", "N:Lindqvist;Anna;;;"]),
        (("FN:Lindqvist Anna", "N:Anna;Lindqvist;;;"), ["FN:Anna Lindqvist", "N:Lindqvist;Anna;;;"]),
    ],
)
def test_swapped_names_change_places(lines: tuple[str, ...], after: list[str]) -> None:
    assert taken(NameDoubt.SWAPPED, *lines) == after


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        (("FN:Anna Lindqvist", "N:Anna Lindqvist;;;;"), ["FN:Anna Lindqvist", "N:Lindqvist;Anna;;;"]),
        (
            ("FN:Anna van der Berg", "N:;Anna van der Berg;;;"),
            ["FN:Anna van der Berg", "N:van der Berg;Anna;;;"],
        ),
        (("FN:AnnaLindqvist",), ["FN:Anna Lindqvist"]),
        (("FN:anna.lindqvist",), ["FN:Anna Lindqvist"]),
    ],
)
def test_joined_names_come_apart(lines: tuple[str, ...], after: list[str]) -> None:
    assert taken(NameDoubt.JOINED, *lines) == after


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        (("FN:Harbour Bakery GmbH",), ["FN:Harbour Bakery GmbH", "ORG:Harbour Bakery GmbH", "KIND:org"]),
        (
            ("FN:Harbour Bakery", "ORG:Harbour Bakery"),
            ["FN:Harbour Bakery", "ORG:Harbour Bakery", "KIND:org"],
        ),
        (
            ("FN:Anna Lindqvist (Harbour Bakery)", "ORG:Harbour Bakery"),
            ["FN:Anna Lindqvist", "ORG:Harbour Bakery"],
        ),
        (("FN:Anna Lindqvist - Harbour Bakery",), ["FN:Anna Lindqvist", "ORG:Harbour Bakery"]),
        (("FN:Anna Lindqvist (Acme GmbH)",), ["FN:Anna Lindqvist", "ORG:Acme GmbH"]),
    ],
)
def test_a_company_goes_where_companies_stand(lines: tuple[str, ...], after: list[str]) -> None:
    assert taken(NameDoubt.COMPANY, *lines) == after


def test_an_address_in_place_of_a_name_gives_one_or_asks_for_it() -> None:
    assert doubts("EMAIL:anna.lindqvist@example.org")[NameDoubt.MISSING] == (
        "anna.lindqvist@example.org",
        "Anna Lindqvist",
    )
    assert doubts("FN:+49 151 234")[NameDoubt.MISSING] == ("+49 151 234", "")
    contact = a_contact("TEL:+49 151 234")
    proposal = name_proposal(contact, NameDoubt.MISSING)
    assert proposal is not None
    assert with_proposal(contact, proposal) == contact
    assert written(with_proposal(contact, proposal, "Bo")) == ["TEL:+49 151 234", "FN:Bo"]


def test_what_somebody_likes_to_be_called_is_asked_where_there_are_two_forms() -> None:
    contact = a_contact("FN:Stephen Marlow", "N:Marlow;Stephen;;;")
    (proposal,) = name_proposals(contact)
    assert proposal.offers == ("Stephen", "Steve")
    changed = with_proposal(contact, proposal, "Steve")
    assert name_proposals(changed) == ()
    assert with_proposal(contact, proposal) == contact


@pytest.mark.parametrize(
    "lines",
    [
        ("FN:Anna Lindqvist", "N:Lindqvist;Anna;;;"),
        ("FN:Kim Seo-yeon", "N:Kim;Seo-yeon;;;"),
        ("FN:田中 美咲", "N:田中;美咲;;;"),
        ("FN:Ronald McDonald",),
        ("FN:MacGregor",),
        ("FN:bell",),
        ("FN:John Smith\\, Jr.",),
        ("FN:Acme\\, Inc.", "KIND:org"),
        ("FN:Katherine (Kate) Smith",),
        ("FN:Anna (Plumber)", "ORG:Other"),
        ("FN:IKEA", "KIND:org"),
        ("FN:Ó",),
        ("FN:ليلى حداد",),
        ("ORG:Harbour Bakery", "TEL:12345"),
        ("X-RELATE-CALL:Bo", "TEL:12345"),
        ("N:Lindqvist;Anna;;;",),
    ],
)
def test_names_that_may_be_right_are_left_alone(lines: tuple[str, ...]) -> None:
    assert doubts(*lines) == {}


def test_another_name_is_another_proposal_and_the_key_does_not_tell_it() -> None:
    one = name_proposal(a_contact("FN:ANNA LIND"), NameDoubt.CAPITALS)
    other = name_proposal(a_contact("FN:ANNA LUND"), NameDoubt.CAPITALS)
    assert one is not None
    assert other is not None
    assert one.key != other.key
    assert "anna" not in one.key.lower()


@given(contacts)
def test_taking_everything_ends_and_breaks_nothing(contact: Contact) -> None:
    for doubt in NameDoubt:
        proposal = name_proposal(contact, doubt)
        if proposal is not None and doubt is not NameDoubt.CALLED:
            changed = with_proposal(contact, proposal)
            kept = {"TEL", "EMAIL", "NOTE", "BDAY"}
            assert [one for one in changed.properties if one.key in kept] == [
                one for one in contact.properties if one.key in kept
            ]
