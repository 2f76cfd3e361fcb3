"""What happened with a person so far, put into words for the timeline."""

from collections.abc import Sequence
from datetime import datetime

from relate_desktop.domain.change import HistoryEntry, OperationKind
from relate_desktop.ui.people.timeline import Moment
from relate_desktop.words.dates import full_moment, moment_in_row
from relate_desktop.words.operations import summary
from relate_desktop.words.translation import _

_ICONS = {
    OperationKind.IMPORT: ("tray-arrow-down", "blue"),
    OperationKind.ADD: ("user-plus", "accent"),
    OperationKind.EDIT: ("pencil-simple", "plain"),
    OperationKind.TRASH: ("trash", "amber"),
    OperationKind.PUT_BACK: ("arrow-counter-clockwise", "accent"),
    OperationKind.SAMPLE: ("users", "blue"),
}


def moments_of(entries: Sequence[HistoryEntry], now: datetime) -> list[Moment]:
    """The changes of one person as moments, newest first; what was undone is left out."""
    return [_moment(entry, now) for entry in entries if not entry.undone]


def _moment(entry: HistoryEntry, now: datetime) -> Moment:
    icon, tint = _ICONS.get(entry.kind, ("clock-counter-clockwise", "plain"))
    titles = {
        OperationKind.IMPORT: _("Imported"),
        OperationKind.ADD: _("Added by you"),
        OperationKind.EDIT: _("Edited by you"),
        OperationKind.SAMPLE: _("Sample person"),
    }
    text = _("From {source}.").format(source=entry.source) if entry.source else ""
    return Moment(
        icon,
        tint,
        titles.get(entry.kind) or summary(entry.kind, entry.facts),
        moment_in_row(entry.at, now),
        full_moment(entry.at),
        text,
    )
