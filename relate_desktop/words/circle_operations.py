"""What each change of circles and of many people at once was.

Facts that are understood: ``circle`` and ``other`` for its new name or what became part of it,
``joined`` for how many did, ``contacts`` for how many people changed or ``name`` of the one,
and of a bulk edit ``entered`` and ``left`` circles.
"""

from collections.abc import Callable, Mapping

from relate_desktop.domain.change import OperationKind
from relate_desktop.words.facts import Facts, count, named, somebody
from relate_desktop.words.translation import _, ngettext


def circle_operation_names() -> Mapping[OperationKind, str]:
    """These kinds of change in a word or two."""
    return {
        OperationKind.CIRCLE_ADD: _("New circle"),
        OperationKind.CIRCLE_RENAME: _("Circle renamed"),
        OperationKind.CIRCLE_JOIN: _("Circles joined"),
        OperationKind.CIRCLE_REMOVE: _("Circle removed"),
        OperationKind.CIRCLE_COLOUR: _("Circle’s colour"),
        OperationKind.CIRCLE_ORDER: _("Order of circles"),
        OperationKind.BULK: _("Several people edited"),
    }


def _added(facts: Facts) -> str:
    circle = named(facts, "circle")
    return _("New circle: {circle}.").format(circle=circle) if circle else _("Made a new circle.")


def _renamed(facts: Facts) -> str:
    circle, other = named(facts, "circle"), named(facts, "other")
    if not circle or not other:
        return _("Renamed a circle.")
    return _("Renamed the circle {circle} to {other}.").format(circle=circle, other=other)


def _joined(facts: Facts) -> str:
    circle, other, number = named(facts, "circle"), named(facts, "other"), count(facts, "joined")
    if circle and other:
        return _("Joined the circle {other} into {circle}.").format(circle=circle, other=other)
    if circle and number > 1:
        return ngettext(
            "Joined {count} circle into {circle}.", "Joined {count} circles into {circle}.", number
        ).format(count=f"{number:,}", circle=circle)
    return _("Joined circles.")


def _removed(facts: Facts) -> str:
    circle = named(facts, "circle")
    if not circle:
        return _("Removed a circle. Its people stayed.")
    return _("Removed the circle {circle}. Its people stayed.").format(circle=circle)


def _coloured(facts: Facts) -> str:
    circle = named(facts, "circle")
    if not circle:
        return _("Gave a circle another colour.")
    return _("Gave the circle {circle} another colour.").format(circle=circle)


def _ordered(facts: Facts) -> str:
    circle = named(facts, "circle")
    return _("Moved the circle {circle}.").format(circle=circle) if circle else _("Put the circles in order.")


def _edited(facts: Facts) -> str:
    """What was done with several people at once, where it was one thing with a circle."""
    who, entered, left = somebody(facts), named(facts, "entered"), named(facts, "left")
    if entered and not left:
        return _("Added {somebody} to {circle}.").format(somebody=who, circle=entered)
    if left and not entered:
        return _("Took {somebody} out of {circle}.").format(somebody=who, circle=left)
    return _("Edited {somebody}.").format(somebody=who)


CIRCLES_WORDED: Mapping[OperationKind, Callable[[Facts], str]] = {
    OperationKind.CIRCLE_ADD: _added,
    OperationKind.CIRCLE_RENAME: _renamed,
    OperationKind.CIRCLE_JOIN: _joined,
    OperationKind.CIRCLE_REMOVE: _removed,
    OperationKind.CIRCLE_COLOUR: _coloured,
    OperationKind.CIRCLE_ORDER: _ordered,
    OperationKind.BULK: _edited,
}
