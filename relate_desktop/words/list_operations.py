"""What each change of smart lists was; the fact ``list`` is the name."""

from collections.abc import Callable, Mapping

from relate_desktop.domain.change import OperationKind
from relate_desktop.words.facts import Facts, named
from relate_desktop.words.translation import _


def list_operation_names() -> Mapping[OperationKind, str]:
    """These kinds of change in a word or two."""
    return {
        OperationKind.LIST_ADD: _("New smart list"),
        OperationKind.LIST_EDIT: _("Smart list changed"),
        OperationKind.LIST_REMOVE: _("Smart list removed"),
        OperationKind.LIST_ORDER: _("Order of smart lists"),
    }


def _added(facts: Facts) -> str:
    name = named(facts, "list")
    return _("New smart list: {list}.").format(list=name) if name else _("Made a new smart list.")


def _edited(facts: Facts) -> str:
    name = named(facts, "list")
    return _("Changed the smart list {list}.").format(list=name) if name else _("Changed a smart list.")


def _removed(facts: Facts) -> str:
    name = named(facts, "list")
    return _("Removed the smart list {list}.").format(list=name) if name else _("Removed a smart list.")


def _ordered(facts: Facts) -> str:
    name = named(facts, "list")
    return _("Moved the smart list {list}.").format(list=name) if name else _("Moved a smart list.")


LISTS_WORDED: Mapping[OperationKind, Callable[[Facts], str]] = {
    OperationKind.LIST_ADD: _added,
    OperationKind.LIST_EDIT: _edited,
    OperationKind.LIST_REMOVE: _removed,
    OperationKind.LIST_ORDER: _ordered,
}
