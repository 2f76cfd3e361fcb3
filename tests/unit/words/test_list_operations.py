from relate_desktop.domain.change import OperationKind
from relate_desktop.words.list_operations import LISTS_WORDED, list_operation_names
from relate_desktop.words.operations import summary


def test_every_kind_has_a_name_and_a_sentence() -> None:
    assert list_operation_names().keys() == LISTS_WORDED.keys()
    for kind in LISTS_WORDED:
        assert "\u2068أصدقاء\u2069" in summary(kind, {"list": "أصدقاء"})


def test_without_a_name_it_is_said_plainly() -> None:
    """Erasing people takes the texts out of what is remembered."""
    assert summary(OperationKind.LIST_ADD, {}) == "Made a new smart list."
    assert summary(OperationKind.LIST_REMOVE, {}) == "Removed a smart list."
