"""Whether a record is somebody already in the book."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.matching import (
    KeyKind,
    MatchKey,
    Verdict,
    card_key,
    email_key,
    judge,
    key_number,
    match_keys,
    matches,
    name_key,
    phone_key,
    source_of,
)
from relate_desktop.domain.property import Property
from tests.cards import contacts, lines

ADA = ("N:Lovelace;Ada;;;", "FN:Ada Lovelace", "EMAIL:ada@x.example", "TEL:+44 20 7946 0958")


def verdict(
    draft: tuple[Property, ...], other: tuple[Property, ...], producer: str = "phone"
) -> Verdict | None:
    """What the shared keys of two records, both from ``producer``, come to."""
    shared = set(match_keys(draft, producer)) & set(match_keys(other, producer))
    return judge(draft, other, shared)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+49 (170) 123-45 67", "0170 1234567"),
        ("0049 170 1234567", "+49 170 1234567"),
        ("tel:+1-555-555-0100", "(555) 555 0100"),
        ("٠١٧٠١٢٣٤٥٦٧", "01701234567"),
    ],
)
def test_spellings_of_one_number_have_one_key(one: str, other: str) -> None:
    assert phone_key(one) == phone_key(other) != ""


@pytest.mark.parametrize(("one", "other"), [("7946 0958", "+44 20 7946 0958"), ("12345678", "012345678")])
def test_short_numbers_are_compared_whole(one: str, other: str) -> None:
    assert phone_key(one) != phone_key(other)


@pytest.mark.parametrize("text", ["", "112", "ask Jo", "x-1"])
def test_what_is_too_short_for_a_number_has_no_key(text: str) -> None:
    assert phone_key(text) == ""


def test_addresses_are_compared_without_case_but_with_accents() -> None:
    assert email_key(" mailto:ADA@X.example ") == email_key("ada@x.example") == "ada@x.example"
    assert email_key("müller@x") != email_key("muller@x")
    assert email_key("nobody") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Doe, Jo", "Jo Doe"), ("JÖRG  Müller", "jorg muller"), ("Straße, Anna", "anna STRASSE")],
)
def test_names_are_compared_whatever_their_order_and_spelling(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("कमल", "कमला"), ("Anna", "\u0430nna"), ("がく", "かく"), ("Jo Doe", "Jo Roe")]
)
def test_other_names_are_not_the_same(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_record_has_each_key_once() -> None:
    found = match_keys(
        lines(*ADA, "email:ADA@x.example", "UID: 1-2 ", "NICKNAME:x"), "-//Apple//iOS 17.1//EN"
    )
    assert found == (
        MatchKey(KeyKind.NAME, "ada lovelace"),
        MatchKey(KeyKind.EMAIL, "ada@x.example"),
        MatchKey(KeyKind.PHONE, "079460958"),
        MatchKey(KeyKind.UID, "-//apple//ios //en\x1f1-2"),
    )


def test_a_name_in_parts_stands_in_for_the_full_name() -> None:
    assert match_keys(lines("N:Doe;Jo;;Dr.;")) == (MatchKey(KeyKind.NAME, "doe dr jo"),)


def test_a_uid_says_nothing_without_its_source() -> None:
    assert match_keys(lines("UID:1")) == ()
    assert match_keys(lines("UID:1"), "phone") != match_keys(lines("UID:1"), "mail")


def test_a_newer_version_of_a_program_is_the_same_source() -> None:
    assert source_of("-//Apple Inc.//iOS 17.1//EN") == source_of("-//Apple Inc.//iOS 18.0.2//EN")
    assert source_of("-//Apple Inc.//iOS//EN") != source_of("-//Apple Inc.//macOS//EN")


def test_a_key_has_one_number_on_every_machine() -> None:
    assert key_number(MatchKey(KeyKind.EMAIL, "ada@example.org")) == 7052076537163227401


def test_the_identical_card_is_certain() -> None:
    assert judge(lines("FN:A"), lines("FN:B"), [card_key("ab")]) == Verdict(
        (MatchReason.IDENTICAL,), certain=True
    )


def test_a_record_that_says_the_same_is_certain_whatever_its_revision_and_order() -> None:
    one = lines("VERSION:3.0", *ADA, "REV:2020", "PRODID:a")
    other = lines("VERSION:4.0", *reversed(ADA), "REV:2024")
    assert verdict(one, other) == Verdict((MatchReason.IDENTICAL,), certain=True)


def test_the_same_uid_is_certain_while_anything_agrees() -> None:
    before = lines(*ADA, "UID:7")
    renamed = lines("FN:Ada King", "EMAIL:countess@x.example", "TEL:+44 20 7946 0958", "UID:7")
    found = verdict(renamed, before)
    assert found == Verdict((MatchReason.SAME_UID, MatchReason.SAME_PHONE), certain=True)


def test_the_same_uid_is_not_certain_when_all_disagree() -> None:
    found = verdict(lines("FN:Bob Roe", "EMAIL:bob@y.example", "TEL:5551234", "UID:7"), lines(*ADA, "UID:7"))
    assert found == Verdict((MatchReason.SAME_UID, MatchReason.EVERYTHING_ELSE_DIFFERS), certain=False)


def test_a_uid_alone_is_certain_where_nothing_can_be_compared() -> None:
    found = verdict(lines("NOTE:x", "UID:7"), lines(*ADA, "UID:7"))
    assert found == Verdict((MatchReason.SAME_UID,), certain=True)


def test_a_shared_address_needs_a_look() -> None:
    found = verdict(lines("FN:Ada L.", "EMAIL:ADA@x.example"), lines(*ADA))
    assert found == Verdict((MatchReason.SAME_EMAIL,), certain=False)


def test_a_household_needs_a_look_and_says_why() -> None:
    anna = lines("N:Müller;Anna;;;", "FN:Anna Müller", "TEL:030 123456")
    bernd = lines("N:Müller;Bernd;;;", "FN:Bernd Müller", "TEL:030 123456")
    found = verdict(bernd, anna)
    assert found == Verdict((MatchReason.SAME_PHONE, MatchReason.DIFFERENT_GIVEN_NAME), certain=False)
    assert verdict(bernd[1:], anna[1:]) == found
    assert verdict(bernd[1:], anna) == found


@pytest.mark.parametrize("name", ["A. Müller", "Ann Müller", "Anna Maria Müller", "Müller"])
def test_a_shorter_or_longer_name_is_no_other_given_name(name: str) -> None:
    found = verdict(lines(f"FN:{name}", "TEL:030 123456"), lines("FN:Anna Müller", "TEL:030 123456"))
    assert found == Verdict((MatchReason.SAME_PHONE,), certain=False)


def test_a_full_name_alone_is_no_match() -> None:
    assert verdict(lines("FN:Ada Lovelace", "TEL:030 999999"), lines(*ADA)) is None
    assert (
        verdict(lines("FN:Ada Lovelace", "CATEGORIES:A"), lines("FN:Ada Lovelace", "CATEGORIES:A", "NOTE:x"))
        is None
    )


@pytest.mark.parametrize(
    ("line", "spelled", "reason"),
    [
        ("BDAY:1985-04-12", "BDAY;VALUE=date:19850412", MatchReason.SAME_BIRTHDAY),
        ("ORG:Acme;", "ORG:Acme", MatchReason.SAME_ORGANIZATION),
        ("ADR:;;1 Rue;Town;;;", "ADR;HOME:;;1  Rue;Town", MatchReason.SAME_ADDRESS),
        ("URL:https://x.example", "URL;TYPE=home:https://x.example", MatchReason.SAME_OTHER),
    ],
)
def test_a_full_name_and_one_more_field_need_a_look(line: str, spelled: str, reason: MatchReason) -> None:
    found = verdict(lines("FN:Ada Lovelace", line, "NOTE:a"), lines("FN:ADA  Lovelace", spelled, "NOTE:b"))
    assert found == Verdict((MatchReason.SAME_NAME, reason), certain=False)


def test_a_lookalike_in_another_script_is_nobody() -> None:
    assert verdict(lines("FN:\u0430nna Doe", "ORG:Acme"), lines("FN:anna Doe", "ORG:Acme")) is None


def test_the_most_certain_comes_first_and_strangers_not_at_all() -> None:
    people = {
        ContactId(1): lines("FN:Bea Lovelace", "TEL:+44 20 7946 0958"),
        ContactId(2): lines("FN:Ada Lovelace"),
        ContactId(3): lines("FN:Ada King", "EMAIL:ada@x.example", "UID:7"),
        ContactId(4): lines("FN:Ada L.", "EMAIL:ada@x.example"),
    }
    draft = lines(*ADA, "UID:7")
    found = {
        key: [one for one, theirs in people.items() if key in match_keys(theirs, "phone")]
        for key in match_keys(draft, "phone")
    }
    ranked = matches(draft, found, lambda one: Contact(people[one], one))
    assert [(match.contact, match.certain) for match in ranked] == [(3, True), (4, False), (1, False)]


def test_no_more_candidates_are_fetched_than_anyone_can_look_at() -> None:
    fetched: list[ContactId] = []

    def fetch(one: ContactId) -> Contact:
        fetched.append(one)
        return Contact(lines("FN:x", "TEL:030 123456"), one)

    found = {MatchKey(KeyKind.PHONE, "030123456"): [ContactId(number) for number in range(1, 5000)]}
    assert len(matches(lines("FN:y", "TEL:030 123456"), found, fetch)) == len(fetched) == 20


@given(contacts, st.sampled_from(["", "phone"]))
def test_every_record_that_says_something_is_identical_to_itself(contact: Contact, producer: str) -> None:
    keys = match_keys(contact.properties, producer)
    assert len(keys) == len(set(keys))
    found = judge(contact.properties, contact.properties, keys)
    assert found is None or found.certain


@given(contacts, contacts)
def test_nothing_but_identity_and_uid_is_ever_certain(one: Contact, other: Contact) -> None:
    found = verdict(one.properties, other.properties)
    if found is not None and found.certain:
        assert {MatchReason.IDENTICAL, MatchReason.SAME_UID} & set(found.reasons)
