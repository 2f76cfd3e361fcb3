"""The rows of the people list."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QMimeData, QObject, Qt

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.interaction import Direction, InteractionKind
from relate_desktop.domain.people import ContactSummary, SearchHit, TextHit
from relate_desktop.domain.text import fold, isolate, visible
from relate_desktop.ui.kit.paged import Index, PagedModel
from relate_desktop.ui.kit.people_drag import PEOPLE, with_people
from relate_desktop.words.dates import elapsed_days
from relate_desktop.words.matches import match_words
from relate_desktop.words.numbers import sentence
from relate_desktop.words.translation import _

LONGEST = 200
"""Characters of a foreign text that a row shows at most."""
WRITTEN = frozenset({InteractionKind.MESSAGE, InteractionKind.MAIL})
DRAGGED = 200
"""People who are dragged as vCards as well; to write more would hold up the window."""
WAITING = 60
"""Days for which a row says that an answer is waited for."""
SUMMARY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
CONTEXT_ROLE = SUMMARY_ROLE + 1


def context_line(row: ContactSummary, now: datetime) -> str:
    """The second line of a row: the most useful thing known that is not the name, and when in touch."""
    last = row.last_talk
    if last is None:
        return _known_line(row)
    today = now.astimezone().date()
    waits = last.direction is Direction.MINE and last.kind in WRITTEN and (today - last.on).days <= WAITING
    known = _("Waiting for their reply") if waits else isolate(_known_line(row))
    when = elapsed_days(last.on, today)
    return f"{known} · {when}" if known else sentence(when)


def _known_line(row: ContactSummary) -> str:
    shown = row.organization or row.role
    if row.organization and row.role:
        shown = _("{role} at {organization}").format(role=row.role, organization=row.organization)
    return visible(shown or row.email or row.phone, LONGEST)


def row_name(row: ContactSummary) -> str:
    """What a row is called; somebody of whom only a number is known still has a name to click."""
    return visible(row.called, LONGEST) or _("No name")


class PeopleModel(PagedModel[ContactSummary]):
    """People in an order; rows are read a page at a time."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], Sequence[ContactSummary]],
        export: Callable[[Sequence[int]], bytes],
        clock: Clock,
        parent: QObject | None = None,
        named: Callable[[str], Collection[int]] = lambda _beginning: (),
    ) -> None:
        super().__init__(fetch, lambda row: row.id, parent)
        self._export, self._clock, self._named = export, clock, named
        self._hits: dict[int, SearchHit | TextHit] = {}

    def explain(self, people: Sequence[int], hits: Mapping[int, SearchHit | TextHit]) -> None:
        """Where these people answer what is searched for, as far as they do."""
        for contact in people:
            self._hits.pop(contact, None)
        self._hits.update(hits)

    def context(self, row: ContactSummary) -> str:
        """The second line of a row: where they answer a search, unless that is to be seen anyway."""
        known, hit = context_line(row, self._clock()), self._hits.get(row.id)
        if hit is None:
            return known
        seen = fold(" ".join((row.called, row.own_script or row.full_name, known)))
        return known if fold(hit.snippet) in seen else match_words(hit) or known

    def value(self, row: ContactSummary, role: int) -> Any:
        """The row itself for the delegate, sentences for assistive tools."""
        if role == SUMMARY_ROLE:
            return row
        if role == CONTEXT_ROLE:
            return self.context(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row_name(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row_name(row), self.context(row)) if part)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            bell = _("has a reminder") if row.next_due_at is not None else ""
            return ", ".join(filter(None, (visible(row.own_script or row.full_name, LONGEST), bell)))
        return None

    def beginning(self, wanted: str) -> list[int]:
        """Whoever is filed under what begins so; else those of the rows read whose name does."""
        named = self._named(wanted)
        places = [place for place, one in enumerate(self.ids()) if one in named] if named else []
        return places or super().beginning(wanted)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be dragged out as vCards."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """What a dragged row is."""
        return ["text/vcard", PEOPLE]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:  # noqa: N802 - Qt's name
        """The dragged people as one vCard stream, and who they are; of very many only the latter."""
        data = QMimeData()
        ids = [found for index in indexes if (found := self.id_at(index)) is not None]
        if len(ids) <= DRAGGED:
            data.setData("text/vcard", self._export(ids))
        return with_people(data, ids)
