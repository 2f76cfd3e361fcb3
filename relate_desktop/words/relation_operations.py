"""What each change of relations, households and doubtful names was.

Facts that are understood: ``name`` of the one person, ``other`` of whom they are related to,
``household``, ``contacts`` for several.
"""

from collections.abc import Callable, Mapping

from relate_desktop.domain.change import OperationKind
from relate_desktop.words.facts import Facts, count, named, somebody
from relate_desktop.words.numbers import people, sentence
from relate_desktop.words.translation import _


def relation_operation_names() -> Mapping[OperationKind, str]:
    """These kinds of change in a word or two."""
    return {
        OperationKind.RELATE: _("New relation"),
        OperationKind.RELATION_EDIT: _("Relation edited"),
        OperationKind.UNRELATE: _("Relation removed"),
        OperationKind.HOUSEHOLD: _("Household"),
        OperationKind.LIVING_APART: _("Not one household"),
        OperationKind.LIVING_ASKED: _("Household to be asked about again"),
        OperationKind.HOW_MET: _("How you met"),
        OperationKind.NAMES: _("Names put right"),
        OperationKind.DECLINE: _("Left as it is"),
        OperationKind.ASK_AGAIN: _("To be asked again"),
    }


def _both(facts: Facts, words: str, alone: str) -> str:
    """A sentence with both people, or with one where the other is no longer known."""
    other = named(facts, "other")
    return (
        words.format(somebody=somebody(facts), other=other)
        if other
        else alone.format(somebody=somebody(facts))
    )


def _household(facts: Facts) -> str:
    home = named(facts, "household")
    if count(facts, "contacts") and home:
        return _("{people} live together as {home}.").format(
            people=sentence(people(count(facts, "contacts"))), home=home
        )
    if home:
        return _("{somebody} no longer lives with {home}.").format(somebody=somebody(facts), home=home)
    return _("Changed a household.")


def _names(facts: Facts, one: str, several: str) -> str:
    """A sentence about one name, or about the names of several people."""
    return (several if count(facts, "contacts") > 1 else one).format(somebody=somebody(facts))


RELATION_WORDED: Mapping[OperationKind, Callable[[Facts], str]] = {
    OperationKind.RELATE: lambda facts: _both(
        facts, _("Noted how {somebody} and {other} are related."), _("Noted a relation of {somebody}.")
    ),
    OperationKind.RELATION_EDIT: lambda facts: _both(
        facts, _("Changed how {somebody} and {other} are related."), _("Changed a relation of {somebody}.")
    ),
    OperationKind.UNRELATE: lambda facts: _both(
        facts, _("Removed the relation of {somebody} and {other}."), _("Removed a relation of {somebody}.")
    ),
    OperationKind.HOUSEHOLD: _household,
    OperationKind.LIVING_APART: lambda facts: _both(
        facts,
        _("{somebody} and {other} do not live together."),
        _("{somebody} does not live with others of the same address."),
    ),
    OperationKind.LIVING_ASKED: lambda facts: _both(
        facts,
        _("It is asked again whether {somebody} and {other} live together."),
        _("It is asked again who lives with {somebody}."),
    ),
    OperationKind.HOW_MET: lambda facts: _("Noted how you met {somebody}.").format(somebody=somebody(facts)),
    OperationKind.NAMES: lambda facts: _names(
        facts, _("Put the name of {somebody} right."), _("Put the names of {somebody} right.")
    ),
    OperationKind.DECLINE: lambda facts: _names(
        facts, _("Left the name of {somebody} as it is."), _("Left the names of {somebody} as they are.")
    ),
    OperationKind.ASK_AGAIN: lambda facts: _names(
        facts,
        _("The name of {somebody} is asked about again."),
        _("The names of {somebody} are asked about again."),
    ),
}
