"""Changes of relations in History."""

from relate_desktop.domain.change import OperationKind
from relate_desktop.words.operations import operation_name, summary


def plain(text: str) -> str:
    return text.replace("\u2068", "").replace("\u2069", "")


def test_both_people_are_named_and_one_alone_reads_as_well() -> None:
    both = {"name": "Ada", "other": "Bo"}
    assert plain(summary(OperationKind.RELATE, both)) == "Noted how Ada and Bo are related."
    assert plain(summary(OperationKind.UNRELATE, {"name": "Ada"})) == "Removed a relation of Ada."


def test_households_come_together_and_apart() -> None:
    assert plain(summary(OperationKind.HOUSEHOLD, {"household": "Us", "contacts": 2})) == (
        "Two people live together as Us."
    )
    assert plain(summary(OperationKind.HOUSEHOLD, {"household": "Us", "name": "Ada"})) == (
        "Ada no longer lives with Us."
    )
    assert summary(OperationKind.HOUSEHOLD, {}) == "Changed a household."


def test_they_have_names_for_menus() -> None:
    assert operation_name(OperationKind.RELATE) == "New relation"
