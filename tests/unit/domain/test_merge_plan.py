"""Which lines stand when several people become one."""

from dataclasses import replace

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


def test_of_one_value_the_typed_one_stands_then_the_longer_then_the_newer() -> None:
    people = [person(1, "FN:Ada", "BDAY:1815"), person(2, "FN:Ada Lovelace", "BDAY:1816")]
    assert plan_merge(people).standing == {PropertyId(20), PropertyId(21)}
    assert plan_merge(people, {PropertyId(10)}).standing == {PropertyId(10), PropertyId(21)}
    assert field(plan_merge(people), "FN").single


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


def test_identifiers_of_every_source_stay() -> None:
    people = [person(1, "FN:Ada", "UID:a"), person(2, "FN:Ada", "UID:b")]
    assert PropertyId(21) in plan_merge(people).standing
