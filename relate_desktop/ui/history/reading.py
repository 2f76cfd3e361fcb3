"""What the inspector shows of a change, read and worded away from the window's thread."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from relate_desktop.domain.change import HistoryEntry
from relate_desktop.domain.change_details import ChangeDetails, RowChange
from relate_desktop.domain.errors import UserError
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.text import display, isolate, visible
from relate_desktop.ui.history.model import may_take_back
from relate_desktop.ui.kit.sentences import Sentence
from relate_desktop.words.dates import full_moment
from relate_desktop.words.operations import origin_name, summary
from relate_desktop.words.row_changes import row_sentence
from relate_desktop.words.take_back import kept_heading, kept_sentence, plan_sentences
from relate_desktop.words.translation import _, ngettext

if TYPE_CHECKING:
    from relate_desktop.services.history import HistoryService

FEW = 2_000
"""Up to so many people it is found out at once what taking back would come to."""
SHOWN = 40
"""Rows that are told one by one; the rest are counted."""
FEW_LINES = 12
"""Rows of a change of several people, so that what would return stays in sight."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking back would come to, in sentences."""

    returns: Sequence[Sentence]
    heading: str
    stays: Sequence[Sentence]
    nothing: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One change as the inspector tells it."""

    entry: HistoryEntry
    headline: str
    whence: str
    did: Sequence[Sentence]
    people: Sequence[tuple[ContactId, str]]
    plan: Plan | None
    """None while it was not asked what would return, and where there is no way back."""

    @property
    def may_take_back(self) -> bool:
        """Whether there is a way back."""
        return may_take_back(self.entry)


def read_change(
    history: "HistoryService",
    changeset: ChangesetId,
    contact: ContactId | None,
    now: datetime,
    *,
    plan: bool = False,
) -> Told:
    """A change told; ``plan`` finds out what taking it back would come to, however large it is."""
    entry = history.entry(changeset)
    details = history.details(changeset, contact)
    wanted = may_take_back(entry) and (plan or entry.contact_count <= FEW)
    parts = [full_moment(entry.at), origin_name(entry.origin)]
    if entry.source:
        parts.append(display(entry.source, 200))
    return Told(
        entry=entry,
        headline=summary(entry.kind, entry.facts).rstrip("."),
        whence=" · ".join(parts),
        did=_rows(details) if len(details.people) < 2 else _rows_of_several(entry, details),
        people=[(one, visible(called, 80) or _("No name")) for one, called in details.people],
        plan=_plan(history, changeset, now) if wanted else None,
    )


def _plan(history: "HistoryService", changeset: ChangesetId, now: datetime) -> Plan | None:
    try:
        plan = history.plan(changeset)
    except UserError:  # taken back meanwhile, or the book is busy: it can be asked for again
        return None
    stays = [Sentence("info", kept_sentence(kept, now)) for kept in plan.kept[:SHOWN]]
    if len(plan.kept) > SHOWN:
        stays.append(Sentence("dots-three", _more(len(plan.kept) - SHOWN)))
    return Plan(
        returns=[Sentence("arrow-counter-clockwise", words) for words in plan_sentences(plan)],
        heading=kept_heading(len(plan.kept)) if plan.kept else "",
        stays=stays,
        nothing=plan.nothing,
    )


def _rows(details: ChangeDetails) -> list[Sentence]:
    rows = [Sentence(_sign(row), row_sentence(row)) for row in details.rows[:SHOWN]]
    more = details.more + max(0, len(details.rows) - SHOWN)
    if more:
        rows.append(Sentence("dots-three", _more(more)))
    return rows


def _rows_of_several(entry: HistoryEntry, details: ChangeDetails) -> list[Sentence]:
    """Of several people: how many are new, then the first lines with whom they are about."""
    new = {row.contact for row in details.rows if row.table == "contacts" and row.before is None}
    told = [row for row in details.rows if not _said_by_name(row, new)]
    called = dict(details.people)
    rows = [
        Sentence(_sign(row), row_sentence(row), isolate(called[row.contact]) if row.contact in called else "")
        for row in told[:FEW_LINES]
    ]
    more = details.more + max(0, len(told) - FEW_LINES)
    if new:
        count = max(len(new), int(entry.facts.get("created", 0)))
        more -= min(details.more, count - len(new))
        words = ngettext("{count} new person", "{count} new people", count)
        rows.insert(0, Sentence("user-plus", words.format(count=f"{count:,}")))
    if not more:
        return rows
    lines = ngettext("{count} line of their cards", "{count} lines of their cards", more)
    return [*rows, Sentence("dots-three", _more(more) if told else lines.format(count=f"{more:,}"))]


def _said_by_name(row: RowChange, new: set[ContactId | None]) -> bool:
    """Whether it says no more than that somebody is new, and what they are called."""
    if row.contact not in new or row.before is not None:
        return False
    return row.table == "contacts" or (row.now is not None and row.now.key in {"FN", "N"})


def _more(count: int) -> str:
    return ngettext("and {count} more", "and {count} more", count).format(count=f"{count:,}")


def _sign(row: RowChange) -> str:
    if row.before is None:
        return "plus"
    return "minus" if row.after is None else "pencil-simple"
