"""What each change was, in one sentence: for History, undo and the message after it."""

from collections.abc import Callable, Mapping

from relate_desktop.domain.change import OperationKind, Origin
from relate_desktop.domain.text import isolate
from relate_desktop.words.calendar_operations import (
    CALENDAR_WORDED,
    calendar_operation_names,
    entries,
    events,
)
from relate_desktop.words.circle_operations import CIRCLES_WORDED, circle_operation_names
from relate_desktop.words.facts import Facts, count, somebody
from relate_desktop.words.list_operations import LISTS_WORDED, list_operation_names
from relate_desktop.words.lookup_operations import LOOKUPS_WORDED, lookup_operation_names
from relate_desktop.words.numbers import listed, people, sentence
from relate_desktop.words.relation_operations import RELATION_WORDED, relation_operation_names
from relate_desktop.words.time_operations import TIME_WORDED, time_operation_names
from relate_desktop.words.translation import _, ngettext


def summary(kind: OperationKind, facts: Facts) -> str:
    """One sentence for a change, as far as its facts tell: ``Edited Ada.``"""
    return _WORDED[kind](facts)


def undone_summary(kind: OperationKind, facts: Facts) -> str:
    """What undoing this change was, as a message: ``Undone: Edited Ada.``"""
    return _("Undone: {what}").format(what=summary(kind, facts))


def redone_summary(kind: OperationKind, facts: Facts) -> str:
    """What redoing this change was, as a message: ``Done again: Edited Ada.``"""
    return _("Done again: {what}").format(what=summary(kind, facts))


def operation_name(kind: OperationKind) -> str:
    """The kind of change in a word or two, for menus and columns."""
    return {
        OperationKind.IMPORT: _("Import"),
        OperationKind.ADD: _("New person"),
        OperationKind.EDIT: _("Edit"),
        OperationKind.TRASH: _("Removal"),
        OperationKind.PUT_BACK: _("Put back"),
        OperationKind.FORGET: _("Erased for good"),
        OperationKind.UNDO: _("Undo"),
        OperationKind.REDO: _("Redo"),
        OperationKind.TAKE_BACK: _("Taken back"),
        OperationKind.SAMPLE: _("Sample people"),
        OperationKind.MERGE: _("Joined"),
        OperationKind.MERGE_ALL: _("All certain ones joined"),
        OperationKind.SEPARATE: _("Separated again"),
        OperationKind.KEEP_APART: _("Two people"),
        **relation_operation_names(),
        **time_operation_names(),
        **circle_operation_names(),
        **list_operation_names(),
        **calendar_operation_names(),
        **lookup_operation_names(),
    }[kind]


def origin_name(origin: Origin) -> str:
    """Where a change was made."""
    return {
        Origin.WINDOW: _("In the window"),
        Origin.COMMAND_LINE: _("On the command line"),
        Origin.POP_UP: _("In a pop-up"),
        Origin.CALENDAR: _("From a calendar"),
    }[origin]


def _imported(facts: Facts) -> str:
    parts = []
    if created := count(facts, "created"):
        parts.append(_("{people} imported").format(people=people(created)))
    if updated := count(facts, "updated"):
        parts.append(_("{people} updated").format(people=people(updated)))
    if came := entries(count(facts, "events"), count(facts, "other_entries")):
        parts.append(_("{events} imported").format(events=listed(came)))
    if changed := count(facts, "changed_events"):
        parts.append(_("{events} changed").format(events=events(changed)))
    if gone := count(facts, "gone_events"):
        parts.append(_("{events} removed").format(events=events(gone)))
    if not parts:
        return _("An import that changed nothing.")
    return _("{what}.").format(what=sentence(listed(parts)))


def _about(facts: Facts) -> str:
    """The sentence of the change that an undo, redo or take back was about."""
    kind = facts.get("undone_kind")
    if isinstance(kind, str) and kind in set(OperationKind):
        return summary(OperationKind(kind), {name: facts[name] for name in facts if name != "undone_kind"})
    return _("an earlier change.")


_WORDED: Mapping[OperationKind, Callable[[Facts], str]] = {
    OperationKind.IMPORT: _imported,
    OperationKind.ADD: lambda facts: _("Added {somebody}.").format(somebody=somebody(facts)),
    OperationKind.EDIT: lambda facts: _("Edited {somebody}.").format(somebody=somebody(facts)),
    OperationKind.TRASH: lambda facts: _("Removed {somebody}.").format(somebody=somebody(facts)),
    OperationKind.PUT_BACK: lambda facts: _("Put {somebody} back.").format(somebody=somebody(facts)),
    OperationKind.FORGET: lambda facts: _("Erased {people} for good.").format(
        people=people(count(facts, "contacts") or 1)
    ),
    OperationKind.UNDO: lambda facts: _("Undone: {what}").format(what=_about(facts)),
    OperationKind.REDO: lambda facts: _("Done again: {what}").format(what=_about(facts)),
    OperationKind.TAKE_BACK: lambda facts: _("Taken back: {what}").format(what=_about(facts)),
    OperationKind.SAMPLE: lambda facts: _("{people} invented to look around with.").format(
        people=sentence(people(count(facts, "created") or 12))
    ),
    OperationKind.MERGE: lambda facts: _("Joined {people} into {somebody}.").format(
        people=people(count(facts, "joined") or 2), somebody=somebody(facts)
    ),
    OperationKind.MERGE_ALL: lambda facts: ngettext(
        "Joined {people} who was here twice.",
        "Joined {people} who were here twice.",
        count(facts, "kept") or 1,
    ).format(people=people(count(facts, "kept") or 1)),
    OperationKind.SEPARATE: lambda facts: _("Separated {somebody} again.").format(somebody=somebody(facts)),
    OperationKind.KEEP_APART: lambda facts: _("{somebody} and {other} are two people.").format(
        somebody=somebody(facts), other=isolate(str(facts.get("other", "")))
    ),
    **RELATION_WORDED,
    **TIME_WORDED,
    **CIRCLES_WORDED,
    **LISTS_WORDED,
    **CALENDAR_WORDED,
    **LOOKUPS_WORDED,
}
