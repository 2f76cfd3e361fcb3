import pytest

from relate_desktop.domain.bulk import BulkPlan
from relate_desktop.domain.ids import ContactId
from relate_desktop.words.bulk import done_words, plan_words, refused_words


def a_plan(people: int, changing: int, refused: int = 0) -> BulkPlan:
    ids = tuple(map(ContactId, range(1, people + 1)))
    return BulkPlan(people, ids[:changing], ids[changing : changing + refused])


@pytest.mark.parametrize(
    ("plan", "planned", "done"),
    [
        (
            a_plan(120, 98),
            "Changes 98 of 120 people. 22 are as wished already.",
            "Changed 98 of 120 people. 22 are as wished already.",
        ),
        (a_plan(1, 1), "Changes one person.", "Changed one person."),
        (a_plan(10_000, 10_000), "Changes 10,000 people.", "Changed 10,000 people."),
        (
            a_plan(1, 0),
            "Changes nobody. One is as wished already.",
            "Nobody changed. One is as wished already.",
        ),
        (a_plan(0, 0), "Changes nobody.", "Nobody changed."),
        (a_plan(5, 3, 2), "Changes three of five people.", "Changed three of five people."),
    ],
)
def test_it_is_said_how_many(plan: BulkPlan, planned: str, done: str) -> None:
    assert plan_words(plan) == planned
    assert done_words(plan) == done


def test_who_cannot_is_counted_with_the_reason() -> None:
    assert refused_words(a_plan(1, 0, 1)).startswith("One stays as it was:")
    assert refused_words(a_plan(30, 0, 20)).startswith("20 stay as they were:")
