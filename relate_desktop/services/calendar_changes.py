"""What a file says of a calendar beside what the book has of it: new, changed, the same, gone."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from relate_desktop.domain.calendar_file import CalendarComponent, ComponentKey
from relate_desktop.domain.importing import Finding
from relate_desktop.storage.calendars import KeptComponent


@dataclass(slots=True)
class CalendarCounts:
    """What became of events, over all files: for the sentence in history."""

    new: int = 0
    changed: int = 0
    gone: int = 0
    others: int = 0
    """Tasks and journal entries that came."""

    @property
    def facts(self) -> dict[str, int]:
        """The facts that are not nought."""
        told = {
            "events": self.new,
            "other_entries": self.others,
            "changed_events": self.changed,
            "gone_events": self.gone,
        }
        return {name: number for name, number in told.items() if number}


class FileChanges:
    """Compares the components of one file, as they come, with those that are kept of it."""

    def __init__(self, present: Mapping[ComponentKey, Iterable[KeptComponent]]) -> None:
        self._left = {key: list(kept) for key, kept in present.items()}
        self.new: list[CalendarComponent] = []
        self.changed: dict[int, CalendarComponent] = {}
        self.same: set[str] = set()
        """The UIDs of what the file says as the book has it."""

    def compare(self, coming: CalendarComponent) -> Finding:
        """What a component is to the book; UNREADABLE only where it could not be read."""
        finding = self._compare(coming)
        return Finding.UNREADABLE if coming.refused is not None else finding

    @property
    def gone(self) -> dict[ComponentKey, list[int]]:
        """What is kept and was not in the file."""
        return {key: [one.id for one in kept] for key, kept in self._left.items() if kept}

    def keep(self, uids: Collection[str]) -> None:
        """These events stay as they are, though they were not in the file."""
        self._left = {key: kept for key, kept in self._left.items() if key.uid not in uids}

    @property
    def nothing(self) -> bool:
        """Whether the file says what the book has, as far as it was compared."""
        return not (self.new or self.changed or self.gone)

    def _compare(self, coming: CalendarComponent) -> Finding:
        kept = self._left.get(coming.key)
        if not kept:
            self.new.append(coming)
            return Finding.NEW
        # A key that came several times is first looked for as it stands.
        same = next((one for one in kept if one.essence == coming.essence), None)
        before = same or kept[0]
        kept.remove(before)
        if same is not None and same.unknown_zone == coming.unknown_zone:
            self.same.add(coming.key.uid)
            return Finding.SAME
        self.changed[before.id] = coming
        return Finding.UPDATE
