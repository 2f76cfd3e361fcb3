"""Which lines stand when several people become one."""

from dataclasses import replace

import pytest

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.merge_plan import MergeField, MergePlan, merged_lines, plan_merge
from tests.cards import a_contact


def person(number: int, *lines: str) -> Contact:
    """Somebody stored, whose lines are numbered from ten times their own number."""
    numbered = (
        replace(item, id=PropertyId(number * 10 + place))
        for place, item in enumerate(a_contact(*lines).properties)
    )
    return Contact(tuple(numbered), ContactId(number))


def field(plan: MergePlan, name: str) -> MergeField:
    return next(one for one in plan.fields if one.name == name)


def test_lists_are_united_and_what_both_say_stands_once() -> None:
    people = [person(1, "FN:Ada", "EMAIL:A@x", "TEL:+49 30 1"), person(2, "EMAIL:a@x", "TEL:+49 30 2")]
    plan = plan_merge(people)
    lines = merged_lines(people, plan, plan.standing)
    assert [(line.id, line.same) for line in lines] == [(10, ()), (11, (20,)), (12, ()), (21, ())]
    assert field(plan, "EMAIL").agreed
    assert not field(plan, "TEL").agreed


@pytest.mark.parametrize(
    ("mine", "theirs", "standing"),
    [
        ("+49 151 2345678", "0151 2345678", 11),
        ("0151/2345678", "tel:+49-151-2345678", 20),
        ("011 15 5555-0217", "+54 9 11 5555-0217", 20),
        ("0151 2345678", "0151-2345678", 11),
    ],
)
def test_a_number_with_and_without_its_country_stands_once(mine: str, theirs: str, standing: int) -> None:
    people = [person(1, "FN:Ada", f"TEL:{mine}"), person(2, f"TEL:{theirs}")]
    plan = plan_merge(people)
    assert plan.standing == {PropertyId(10), PropertyId(standing)}
    assert field(plan, "TEL").agreed


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("+49 151 2345678", "+43 151 2345678"),
        ("030 1234567", "1234567"),
        ("+49 30 1234567 x1", "030 1234567 x2"),
        ("+49 30 1234567", "030 1234567 x2"),
        ("call me", "Call me not"),
    ],
)
def test_numbers_that_may_be_two_both_stand(mine: str, theirs: str) -> None:
    plan = plan_merge([person(1, "FN:Ada", f"TEL:{mine}"), person(2, f"TEL:{theirs}")])
    assert len(field(plan, "TEL").values) == 2


def test_a_number_typed_by_hand_stands_as_it_was_typed() -> None:
    people = [person(1, "FN:Ada", "TEL:0151 2345678"), person(2, "TEL:+49 151 2345678")]
    assert plan_merge(people, {PropertyId(11)}).standing == {PropertyId(10), PropertyId(11)}


def test_of_one_value_the_typed_one_stands_then_the_longer_then_the_newer() -> None:
    people = [person(1, "FN:Ada", "BDAY:1815"), person(2, "FN:Ada Lovelace", "BDAY:1816")]
    assert plan_merge(people).standing == {PropertyId(20), PropertyId(21)}
    assert plan_merge(people, {PropertyId(10)}).standing == {PropertyId(10), PropertyId(21)}
    assert field(plan_merge(people), "FN").single


def standing_names(*people: Contact, by_hand: int = 0) -> set[str]:
    plan = plan_merge(people, {PropertyId(by_hand)})
    return {item.value for person in people for item in person.properties if item.id in plan.standing}


def test_the_name_in_full_and_in_its_parts_are_one_persons() -> None:
    robert = person(1, "FN:Robert Smith", "N:Smith;Robert;;;")
    bob = person(2, "FN:Bob Smith", "N:Smith;Bob;James Francis;Dr.;")
    assert standing_names(robert, bob) == {"Robert Smith", "Smith;Robert;;;"}
    assert standing_names(bob, robert) == {"Robert Smith", "Smith;Robert;;;"}
    assert standing_names(robert, bob, by_hand=21) == {"Bob Smith", "Smith;Bob;James Francis;Dr.;"}
    assert standing_names(person(1, "FN:Robert Smith"), bob) == {"Robert Smith"}
    assert standing_names(robert, person(2, "N:Smith;Bob;James Francis;Dr.;")) == {
        "Robert Smith",
        "Smith;Robert;;;",
    }


def test_parts_that_say_the_same_stand_beside_a_full_name_that_has_none() -> None:
    ada = person(2, "FN:Ada King", "N:King;Ada;;;")
    assert standing_names(person(1, "FN:Ada King"), ada) == {"Ada King", "King;Ada;;;"}
    assert standing_names(person(1, "N:King;Ada;;;"), person(2, "FN:Ada King")) == {"Ada King", "King;Ada;;;"}
    mary = person(2, "FN:Ada King", "N:King;Ada;Mary;;")
    assert standing_names(person(1, "FN:Ada King"), mary) == {"Ada King", "King;Ada;Mary;;"}


@pytest.mark.parametrize(
    ("kept", "other"),
    [
        ("Jürgen Müller", "Juergen Mueller"),
        ("Нина Иванова", "Nina Ivanova"),
        ("Ada Lovelace", "ADA LOVELACE"),
        ("Lovelace Ada", "Ada Lovelace"),
        ("Anne-Marie Duval", "Annemarie Duval"),
    ],
)
def test_a_name_that_is_merely_spelled_otherwise_stays_the_first_persons(kept: str, other: str) -> None:
    assert standing_names(person(1, f"FN:{kept}"), person(2, f"FN:{other}")) == {kept}
    assert standing_names(person(1, f"FN:{other}"), person(2, f"FN:{kept}")) == {other}
    assert standing_names(person(1, f"FN:{kept}"), person(2, f"FN:{other}"), by_hand=20) == {other}


def test_a_title_or_a_further_name_is_more_than_another_spelling() -> None:
    assert standing_names(person(1, "FN:Ada King"), person(2, "FN:Dr. Ada King")) == {"Dr. Ada King"}


def test_somebody_may_decide_otherwise() -> None:
    people = [person(1, "FN:Ada", "TITLE:A"), person(2, "FN:Bea", "TITLE:B")]
    plan = plan_merge(people)
    lines = merged_lines(people, plan, {PropertyId(20), PropertyId(11), PropertyId(21)})
    assert [line.id for line in lines] == [11, 20, 21]


def test_labels_come_with_their_line_under_a_group_of_their_own() -> None:
    people = [
        person(1, "FN:Ada", "item1.TEL:1", "item1.X-ABLabel:Studio"),
        person(2, "item1.TEL:2", "item1.X-ABLabel:Home", "item2.TEL:1", "item2.X-ABLabel:Atelier"),
    ]
    plan = plan_merge(people)
    lines = merged_lines(people, plan, plan.standing)
    assert [(line.id, line.group) for line in lines] == [
        (10, None),
        (11, "item1"),
        (12, "item1"),
        (20, "item3"),
        (21, "item3"),
    ]


def test_of_lines_that_say_the_same_one_with_a_label_stands() -> None:
    people = [person(1, "EMAIL:a@x"), person(2, "item1.EMAIL:a@x", "item1.X-ABLabel:Studio")]
    plan = plan_merge(people, by_hand=[PropertyId(10)])
    lines = merged_lines(people, plan, plan.standing)
    assert [(line.id, line.same) for line in lines] == [(20, (10,)), (21, ())]
    assert field(plan, "EMAIL").values[0].by_hand


def test_identifiers_of_every_source_stay() -> None:
    people = [person(1, "FN:Ada", "UID:a"), person(2, "FN:Ada", "UID:b")]
    assert PropertyId(21) in plan_merge(people).standing
