import pytest

from relate_desktop.domain.change import OperationKind, Origin
from relate_desktop.words.operations import (
    operation_name,
    origin_name,
    redone_summary,
    summary,
    undone_summary,
)


@pytest.mark.parametrize("kind", OperationKind)
def test_every_kind_of_change_has_words(kind: OperationKind) -> None:
    assert operation_name(kind)
    assert summary(kind, {}).endswith(".")


@pytest.mark.parametrize("origin", Origin)
def test_every_door_has_words(origin: Origin) -> None:
    assert origin_name(origin)


def test_an_import_counts_who_came_and_who_changed() -> None:
    assert summary(OperationKind.IMPORT, {"created": 99, "updated": 2}) == (
        "99 people imported and two people updated."
    )
    assert summary(OperationKind.IMPORT, {"created": 1}) == "One person imported."


def test_a_person_is_named_in_isolation() -> None:
    assert summary(OperationKind.EDIT, {"name": "ليلى"}) == "Edited \u2068ليلى\u2069."


def test_several_people_are_counted() -> None:
    assert summary(OperationKind.TRASH, {"contacts": 5}) == "Removed five people."


def test_undo_says_what_it_undid() -> None:
    facts = {"undone_kind": "add", "name": "Ada"}
    assert summary(OperationKind.UNDO, facts) == "Undone: Added \u2068Ada\u2069."
    assert undone_summary(OperationKind.ADD, {"name": "Ada"}) == summary(OperationKind.UNDO, facts)
    assert redone_summary(OperationKind.ADD, {"name": "Ada"}) == summary(OperationKind.REDO, facts)


def test_erasing_names_nobody() -> None:
    assert summary(OperationKind.FORGET, {"contacts": 1, "name": "Ada"}) == "Erased one person for good."
