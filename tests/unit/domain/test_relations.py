"""The order of relations, and that nothing is told twice."""

from datetime import UTC, datetime

from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.relations import Relation, in_order

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def a_relation(number: int | None, kind: str, said_by: int = 1, name: str = "") -> Relation:
    name = name or f"P{number}"
    row = None
    if number is not None:
        row = ContactSummary(
            ContactId(number),
            name,
            name,
            "",
            "",
            "",
            "",
            "",
            None,
            0,
            is_organization=False,
            added_at=NOW,
            changed_at=NOW,
        )
    return Relation(row, name, kind, kind, ContactId(said_by), PropertyId(1))


def test_what_both_cards_say_is_told_once_by_the_own_card() -> None:
    own, told = a_relation(2, "sibling"), a_relation(2, "sister", said_by=2)
    assert in_order([own, told]) == (own,)
    assert len(in_order([own, a_relation(2, "colleague", said_by=2)])) == 2


def test_namesakes_whom_the_book_does_not_know_stay_two() -> None:
    assert len(in_order([a_relation(None, "friend", name="Jo"), a_relation(None, "friend", name="Jo")])) == 2


def test_the_nearest_come_first() -> None:
    ordered = in_order(
        [
            a_relation(2, "Pen friend"),
            a_relation(3, "colleague"),
            a_relation(4, "mother"),
            a_relation(5, "spouse"),
        ]
    )
    assert [one.kind for one in ordered] == ["spouse", "mother", "colleague", "Pen friend"]
