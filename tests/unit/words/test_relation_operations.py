"""Changes of relations in History."""

from relate_desktop.domain.change import OperationKind
from relate_desktop.words.operations import operation_name, summary
from tests.bare import bare


def test_both_people_are_named_and_one_alone_reads_as_well() -> None:
    both = {"name": "Ada", "other": "Bo"}
    assert bare(summary(OperationKind.RELATE, both)) == "Noted how Ada and Bo are related."
    assert bare(summary(OperationKind.UNRELATE, {"name": "Ada"})) == "Removed a relation of Ada."


def test_households_come_together_and_apart() -> None:
    assert bare(summary(OperationKind.HOUSEHOLD, {"household": "Us", "contacts": 2})) == (
        "Two people live together as Us."
    )
    assert bare(summary(OperationKind.HOUSEHOLD, {"household": "Us", "name": "Ada"})) == (
        "Ada no longer lives with Us."
    )
    assert summary(OperationKind.HOUSEHOLD, {}) == "Changed a household."


def test_they_have_names_for_menus() -> None:
    assert operation_name(OperationKind.RELATE) == "New relation"
