"""What a record brings to a person."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.importing import Choice, FieldChoices, Finding, Side
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.matching import Match
from relate_desktop.domain.merging import difference, finding_of, merged
from tests.cards import a_contact, a_stored_contact, contacts, lines, written

TYPED = frozenset({PropertyId(1), PropertyId(2)})
BRINGING = [Choice.ADD_NEW_BITS, Choice.KEEP_MINE, Choice.TAKE_THEIRS, Choice.REPLACE]


def stored(contact: Contact) -> Contact:
    """The contact with its lines numbered, as the book holds it."""
    numbered = tuple(replace(item, id=PropertyId(place)) for place, item in enumerate(contact.properties, 1))
    return Contact(numbered, ContactId(7))


def test_new_lines_conflicts_and_the_same_are_told_apart() -> None:
    contact = a_stored_contact("FN:Ada", "TEL;HOME:+49 30 1", "EMAIL:a@x")
    found = difference(contact, lines("FN:Ada K.", "TEL;CELL:+49-30-1", "EMAIL:b@x", "X-FOO:1", "NOTE:"))
    assert found.new == (2, 3)
    assert found.new_names == ("EMAIL", "X-FOO")
    assert found.conflicting == ("FN",)
    assert found.same == ((1, 1),)
    assert not found.nothing_new


def test_revision_producer_and_version_alone_are_no_news() -> None:
    contact = a_stored_contact("VERSION:3.0", "FN:Ada", "REV:2020", "PRODID:a")
    assert difference(contact, lines("VERSION:4.0", "FN:Ada", "REV:2024", "PRODID:b")).nothing_new


def test_conflicts_with_what_was_typed_are_no_news() -> None:
    contact = a_stored_contact("FN:Ada")
    assert not difference(contact, lines("FN:Bea")).nothing_new
    assert difference(contact, lines("FN:Bea"), TYPED).nothing_new


@pytest.mark.parametrize("name", ["ORG", "TITLE", "NICKNAME", "PHOTO"])
def test_one_against_one_is_a_change_and_more_are_additions(name: str) -> None:
    assert difference(a_contact(f"{name}:a"), lines(f"{name}:b")).conflicting == (name,)
    assert difference(a_contact(f"{name}:a", f"{name}:c"), lines(f"{name}:b")).new_names == (name,)
    assert difference(a_contact(f"{name}:a"), lines(f"{name}:b", f"{name}:c")).new_names == (name,)


def test_a_second_full_name_in_another_language_is_an_addition() -> None:
    found = difference(a_contact("FN:Ada"), lines("FN:Ada", "FN;LANGUAGE=ru:Ада"))
    assert (found.new_names, found.conflicting) == (("FN",), ())


def test_circles_held_already_are_no_news() -> None:
    contact = a_contact("CATEGORIES:A,B", "CATEGORIES:C")
    assert difference(contact, lines("CATEGORIES:c,a")).nothing_new
    assert difference(contact, lines("CATEGORIES:D")).new_names == ("CATEGORIES",)


def test_a_label_goes_where_its_line_goes() -> None:
    contact = a_stored_contact("item1.TEL:030 1", "item1.X-ABLabel:Boat")
    draft = lines("item1.TEL:030 2", "item1.X-ABLabel:Car", "item2.TEL:0301", "item2.X-ABLabel:Boat")
    after, sources = merged(contact, draft)
    assert written(after) == [
        "item1.TEL:030 1",
        "item1.X-ABLabel:Boat",
        "item2.TEL:030 2",
        "item2.X-ABLabel:Car",
    ]
    assert sources == (2, 3, 0, 1)


def test_a_label_alone_is_no_news() -> None:
    contact = a_contact("item1.TEL:030 1", "item1.X-ABLabel:Boat")
    assert difference(contact, lines("TEL:030 1", "item1.TEL:0301", "item1.X-ABLabel:Ferry")).nothing_new


def test_new_bits_join_and_what_nobody_typed_is_brought_up_to_date() -> None:
    contact = a_stored_contact("FN:Ada", "ORG;X=1:Acme", "TITLE:Clerk", "REV:2020-01-01", "TEL:030 1")
    draft = lines("FN:Ada K.", "ORG:Beta", "TITLE:Chief", "REV:2024-01-01", "EMAIL:a@x", "TEL;CELL:0301")
    after, sources = merged(contact, draft, TYPED)
    assert written(after) == [
        "FN:Ada",
        "ORG;X=1:Acme",
        "TITLE:Chief",
        "REV:2024-01-01",
        "TEL:030 1",
        "EMAIL:a@x",
    ]
    assert sources == (None, None, 2, 3, 5, 4)
    assert [item.id for item in after.properties] == [1, 2, 3, 4, 5, None]


def test_an_older_record_adds_but_changes_nothing() -> None:
    contact = a_stored_contact("FN:Ada", "REV:20240101T000000Z")
    after, _ = merged(contact, lines("FN:Bea", "REV:2020-01-01", "TEL:030 1"))
    assert written(after) == ["FN:Ada", "REV:20240101T000000Z", "TEL:030 1"]
    taken, _ = merged(contact, lines("FN:Bea", "REV:2020-01-01"), choice=Choice.TAKE_THEIRS)
    assert written(taken)[0] == "FN:Bea"


def test_keep_mine_keeps_every_conflict() -> None:
    after, sources = merged(a_stored_contact("FN:Ada"), lines("FN:Bea", "TEL:1"), choice=Choice.KEEP_MINE)
    assert written(after) == ["FN:Ada", "TEL:1"]
    assert sources == (None, 1)


def test_replace_removes_what_the_record_does_not_say() -> None:
    contact = a_stored_contact("FN:Ada", "NOTE:typed", "TEL:030 1", "X-RELATE-CALL:Ady", "UID:7", "EMAIL:a@x")
    after, sources = merged(
        contact, lines("FN:Bea", "EMAIL:A@x", "URL:u"), frozenset({PropertyId(2)}), Choice.REPLACE
    )
    assert written(after) == ["FN:Bea", "NOTE:typed", "X-RELATE-CALL:Ady", "UID:7", "EMAIL:a@x", "URL:u"]
    assert sources == (0, 4, 5)


def test_an_identity_is_never_exchanged() -> None:
    after, sources = merged(a_stored_contact("UID:1"), lines("UID:2"), choice=Choice.TAKE_THEIRS)
    assert (written(after), sources) == (["UID:1"], (None,))


@pytest.mark.parametrize(
    ("match", "new", "finding"),
    [
        (None, True, Finding.NEW),
        (Match(ContactId(1), None, (MatchReason.IDENTICAL,), certain=True), True, Finding.SAME),
        (Match(ContactId(1), None, (MatchReason.SAME_UID,), certain=True), True, Finding.UPDATE),
        (Match(ContactId(1), None, (MatchReason.SAME_UID,), certain=True), False, Finding.SAME),
        (Match(ContactId(1), None, (MatchReason.SAME_EMAIL,), certain=False), False, Finding.LOOK),
    ],
)
def test_the_finding_follows_match_and_difference(match: Match | None, new: bool, finding: Finding) -> None:
    found = difference(a_contact("FN:Ada"), lines("FN:Ada", *(["TEL:1"] if new else [])))
    assert finding_of(match, found) is finding


@given(contacts)
def test_a_record_brings_nothing_to_itself(contact: Contact) -> None:
    book = stored(contact)
    found = difference(book, contact.properties)
    assert found.nothing_new
    assert not found.conflicts
    for choice in BRINGING:
        after, sources = merged(book, contact.properties, choice=choice)
        assert choice is Choice.REPLACE or after == book
        assert len(sources) == len(contact.properties)


@given(contacts, contacts, st.sampled_from(BRINGING), st.sets(st.integers(1, 10)))
def test_what_was_typed_is_never_changed_nor_removed(
    mine: Contact, theirs: Contact, choice: Choice, typed: set[int]
) -> None:
    book = stored(mine)
    keep = frozenset(PropertyId(number) for number in typed)
    after, sources = merged(book, theirs.properties, keep, choice)
    kept = [item for item in book.properties if item.id in keep]
    assert [item for item in after.properties if item.id in keep] == kept
    assert len(sources) == len(theirs.properties)
    assert all(place is None or 0 <= place < len(after.properties) for place in sources)


@given(contacts, contacts)
def test_bringing_a_record_in_twice_changes_nothing_more(mine: Contact, theirs: Contact) -> None:
    once, _ = merged(stored(mine), theirs.properties, choice=Choice.TAKE_THEIRS)
    book = stored(once)
    twice, _ = merged(book, theirs.properties, choice=Choice.TAKE_THEIRS)
    assert twice.properties == book.properties


@given(contacts, contacts)
def test_keeping_mine_loses_none_of_my_lines(mine: Contact, theirs: Contact) -> None:
    book = stored(mine)
    after, _ = merged(book, theirs.properties, choice=Choice.KEEP_MINE)
    assert after.properties[: len(book.properties)] == book.properties


def test_one_line_is_decided_otherwise_than_its_row() -> None:
    book = stored(a_contact("FN:Ada", "BDAY:1815-12-10", "TITLE:Countess"))
    draft = lines("FN:Ada K.", "BDAY:1815-12-11", "TITLE:Analyst")
    after, sources = merged(book, draft, choice=Choice.KEEP_MINE, fields=FieldChoices({1: Side.THEIRS}))
    assert [item.value for item in after.properties] == ["Ada", "1815-12-11", "Countess"]
    assert sources == (None, 1, None)


def test_what_was_typed_gives_way_where_somebody_says_so_of_that_line() -> None:
    book = stored(a_contact("FN:Ada", "BDAY:1815-12-10"))
    draft = lines("FN:Ada K.", "BDAY:1815-12-11")
    fields = FieldChoices({1: Side.THEIRS})
    after, _ = merged(book, draft, TYPED, Choice.ADD_NEW_BITS, fields)
    assert [item.value for item in after.properties] == ["Ada", "1815-12-11"]


def test_both_stand_side_by_side_or_in_a_note_where_there_can_be_only_one() -> None:
    book = stored(a_contact("FN:Ada", "BDAY:1815-12-10", "TITLE:Countess"))
    draft = lines("FN:Ada", "BDAY:1815-12-11", "TITLE:Analyst")
    fields = FieldChoices({1: Side.BOTH, 2: Side.BOTH}, notes={1: "Birthday, elsewhere: 11 December"})
    after, sources = merged(book, draft, choice=Choice.TAKE_THEIRS, fields=fields)
    assert written(after) == written(
        a_contact(
            "FN:Ada",
            "BDAY:1815-12-10",
            "TITLE:Countess",
            "TITLE:Analyst",
            "NOTE:Birthday\\, elsewhere: 11 December",
        )
    )
    assert sources == (0, None, 3)


def test_new_lines_that_are_not_wanted_stay_out_with_their_labels() -> None:
    book = stored(a_contact("FN:Ada"))
    draft = lines(
        "FN:Ada", "item1.EMAIL:a@x", "item1.X-ABLabel:Old", "item2.EMAIL:b@x", "item2.X-ABLabel:New"
    )
    after, sources = merged(book, draft, fields=FieldChoices(left_out=frozenset({1})))
    assert [item.value for item in after.properties] == ["Ada", "b@x", "New"]
    assert sources == (0, None, None, 1, 2)
