import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.words.circle_operations import CIRCLES_WORDED, circle_operation_names
from relate_desktop.words.operations import summary
from tests.bare import bare


def said(kind: OperationKind, **facts: str | int) -> str:
    return bare(summary(kind, facts))


def test_every_kind_has_a_name_and_a_sentence() -> None:
    assert circle_operation_names().keys() == CIRCLES_WORDED.keys()


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"entered": "Clients", "contacts": 12}, "Added twelve people to Clients."),
        ({"entered": "Clients", "contacts": 1, "name": "Ada"}, "Added Ada to Clients."),
        ({"left": "Clients", "contacts": 2}, "Took two people out of Clients."),
        ({"left": "A", "entered": "B", "contacts": 2}, "Edited two people."),
        ({"contacts": 10_000}, "Edited 10,000 people."),
    ],
)
def test_a_bulk_edit_says_what_it_was_where_it_was_one_thing(
    facts: dict[str, str | int], sentence: str
) -> None:
    assert said(OperationKind.BULK, **facts) == sentence


def test_a_circle_is_named_in_isolation() -> None:
    assert "\u2068أصدقاء\u2069" in summary(OperationKind.CIRCLE_ADD, {"circle": "أصدقاء"})


def test_without_a_name_it_is_said_plainly() -> None:
    """Erasing people takes the texts out of what is remembered."""
    assert said(OperationKind.CIRCLE_RENAME, circle="A") == "Renamed a circle."
    assert said(OperationKind.CIRCLE_ORDER) == "Put the circles in order."
    assert said(OperationKind.CIRCLE_JOIN) == "Joined circles."
    assert said(OperationKind.CIRCLE_REMOVE) == "Removed a circle. Its people stayed."
