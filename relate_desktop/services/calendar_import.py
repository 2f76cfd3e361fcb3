"""Files of calendars on their way into the book, or only looked at."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from relate_desktop.domain.calendar import CALENDAR_HUES, Calendar
from relate_desktop.domain.calendar_file import CalendarComponent, ComponentKey
from relate_desktop.domain.event_schedule import span
from relate_desktop.domain.ids import CalendarId
from relate_desktop.domain.importing import Finding
from relate_desktop.domain.invitation_message import InvitationMessage, MessageKind
from relate_desktop.domain.text import squeezed
from relate_desktop.formats.icalendar.split import SHOWN
from relate_desktop.formats.registry import ICALENDAR
from relate_desktop.services.calendar_changes import CalendarCounts, FileChanges
from relate_desktop.services.calendar_reading import (
    TEXT,
    ZONE,
    CalendarRecord,
    CalendarText,
    calendar_text,
    records_of,
    refusal_remark,
)
from relate_desktop.services.import_tally import Tally
from relate_desktop.services.invitation_answers import InvitationAnswers
from relate_desktop.storage.calendar_writer import CalendarsWriter
from relate_desktop.storage.calendars import CalendarsRepository, KeptComponent, KeptFile

_COPY = re.compile(r"(.*\S)\s*\([0-9]{1,3}\)")
"""What browsers call a file that was there already: ``basic (1).ics``."""
_SAME_SHARE = 2
"""One in so many UIDs of a file must be in a calendar of its name for the two to be the same."""
_LONGEST_NAME = 200
MESSAGES = frozenset(kind.value for kind in MessageKind)
LARGEST = 128 << 20
"""How many bytes a calendar's file may have: it is read whole."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """One file with a calendar in it.

    ``path`` is where it lies, empty for what lies in an archive; ``folder`` is a folder that was
    meant as a whole, whose files of one event each are one calendar.
    """

    name: str
    content: bytes
    sha256: str
    path: str = ""
    folder: Path | None = None

    @property
    def place(self) -> str:
        """Where it lies, or what it is called in its archive."""
        return self.path or self.name


@dataclass(frozen=True, slots=True)
class _Target:
    """The calendar that a file belongs to, and the file as it was read last.

    A calendar that was only looked at has a number below nought.
    """

    calendar: Calendar
    file: KeptFile | None


Following = Callable[[CalendarRecord, Finding, str], None]
"""Hears of each record, what it is to the book, and the name of its calendar."""


class CalendarTaker:
    """Takes the calendars of one import, or of one reading again; without a writer it only looks.

    ``whole`` has every event read, also those of which the book has the very words: for whoever
    wants to show them.
    """

    def __init__(
        self, calendars: CalendarsRepository, writer: CalendarsWriter | None, *, whole: bool = False
    ) -> None:
        self._whole = whole
        self._calendars = calendars
        self._writer = writer
        self._known = {one.id: one for one in calendars.all()}
        self._files: dict[CalendarId, list[KeptFile]] = {}
        self._present: dict[CalendarId, dict[ComponentKey, list[KeptComponent]]] = {}
        self._taken: set[CalendarId] = set()
        self._next = -1
        self._answers = InvitationAnswers(calendars, writer)
        self.counts = CalendarCounts()

    def take(
        self, file: CalendarFile, tally: Tally, tick: Callable[[], None], follow: Following | None = None
    ) -> CalendarId:
        """Brings a file into its calendar; answers which that is."""
        text = calendar_text(file.content)
        for remark in text.loose:
            tally.skip(0, remark.line, remark)
        target = self._target(file, text)
        self._taken.add(target.calendar.id)
        answers = self._calendars.answers(target.calendar.id)
        known = () if self._whole else _known(self._of_file(target))
        return self._take(target, file, records_of(text, answers, tick, known), tally, follow)

    def take_read(self, calendar: CalendarId, file: CalendarFile, records: Sequence[CalendarRecord]) -> bool:
        """Brings a file that was read beforehand into a calendar that it is known to belong to.

        False, and nothing done, where what was not read again then is not kept any more.
        """
        kept = self._known[calendar]
        target = _Target(kept, self._file_of(kept, file, alone=kept.path == file.path))
        unread = Counter(one.component.essence for one in records if _unread(one.component))
        if unread - Counter(_known(self._of_file(target))):
            return False
        self._take(target, file, records, Tally(file.place, ICALENDAR), None)
        return True

    def _take(
        self,
        target: _Target,
        file: CalendarFile,
        records: Iterable[CalendarRecord],
        tally: Tally,
        follow: Following | None,
    ) -> CalendarId:
        calendar = target.calendar
        changes = FileChanges(self._of_file(target))
        messages: list[InvitationMessage] = []
        for record in records:
            finding = changes.compare(record.component)
            if record.message is not None and finding is not Finding.SAME:
                messages.append(record.message)
            if record.counts:
                _count(record, finding, tally)
                if follow is not None:
                    follow(record, finding, calendar.name)
        changes.keep(self._cut_off(calendar.id, changes))
        changes.new = self._answers.put(changes.new)
        changes.changed = dict(zip(changes.changed, self._answers.put(changes.changed.values()), strict=True))
        self._apply(target, file, changes)
        self.counts.changed += self._answers.arrived(messages)
        tally.removed += _events(changes.gone)
        return calendar.id

    def drop(self, calendar: CalendarId, files: Iterable[KeptFile]) -> None:
        """Takes out what came from files that are there no more."""
        gone = {file.id for file in files}
        present = self._kept(calendar)
        rows = {key: [one.id for one in kept if one.file in gone] for key, kept in present.items()}
        self.counts.gone += _events(rows)
        if self._writer is not None:
            self._writer.remove_components([number for numbers in rows.values() for number in numbers])
            self._writer.remove_files(gone)

    # ------------------------------------------------------------ which one

    def _target(self, file: CalendarFile, text: CalendarText) -> _Target:
        within = file.folder if file.folder is not None and text.one_event else None
        path = str(within) if within is not None else file.path
        name = _short(within.name) if within is not None else _named(file, text)
        if within is None and text.messages_alone:
            return self._of_messages(file, name)
        for calendar in self._known.values():
            if path and calendar.path == path:
                return _Target(calendar, self._file_of(calendar, file, alone=within is None))
        if within is None:
            held = self._in_folder(file)
            if held is not None:
                return held
            left = [
                one
                for one in self._known.values()
                if one.id not in self._taken and not self._of_messages_alone(one)
            ]
            # Of two that may be meant, the one that came from a file of this very place.
            for calendar in sorted(left, key=lambda one: not self._from(one, file)):
                if self._same(calendar, name, file, text.uids):
                    return self._moved(calendar, file)
        return self._begun(name, path)

    def _of_messages(self, file: CalendarFile, name: str) -> _Target:
        """Messages about invitations stand all in one calendar, which no file is the whole of.

        Whatever lay at their place before: mail programs save them all by the same name.
        """
        for calendar in self._known.values():
            if self._of_messages_alone(calendar):
                files = self._kept_files(calendar.id)
                return _Target(calendar, next((one for one in files if one.sha256 == file.sha256), None))
        return self._begun(name, "")

    def _of_messages_alone(self, calendar: Calendar) -> bool:
        if calendar.events or calendar.path:
            return False
        kinds = {key.kind for key in self._kept(calendar.id)}
        return bool(kinds & MESSAGES) and not kinds & SHOWN

    def _in_folder(self, file: CalendarFile) -> _Target | None:
        """The calendar of the folder that a file lies in, where it was read as a part of it."""
        folder = str(Path(file.path).parent) if file.path else ""
        for calendar in self._known.values():
            if folder and calendar.path == folder:
                kept = next((one for one in self._kept_files(calendar.id) if one.path == file.path), None)
                return None if kept is None else _Target(calendar, kept)
        return None

    def _same(self, calendar: Calendar, name: str, file: CalendarFile, uids: Sequence[str]) -> bool:
        """Whether the file is another copy of a calendar, or lies elsewhere now.

        A calendar whose own file still lies where it was is another one. One that the user called
        otherwise is known by the name of its file; of a file that names no event, by its place.
        """
        stems = {_stem(kept.path) for kept in self._kept_files(calendar.id)}
        if calendar.name != name and _stem(file.name) not in stems:
            return False
        if calendar.path and Path(calendar.path).exists():
            return False
        if not uids:
            return self._from(calendar, file)
        kept = {key.uid for key in self._kept(calendar.id)}
        return _SAME_SHARE * len(kept.intersection(uids)) >= len(uids)

    def _from(self, calendar: Calendar, file: CalendarFile) -> bool:
        return any(kept.path == file.place for kept in self._kept_files(calendar.id))

    def _moved(self, calendar: Calendar, file: CalendarFile) -> _Target:
        found = self._file_of(calendar, file, alone=True)
        if file.path and calendar.path != file.path:
            calendar = replace(calendar, path=file.path)
            self._known[calendar.id] = calendar
            if self._writer is not None:
                self._writer.save(calendar.id, path=file.path)
        return _Target(calendar, found)

    def _begun(self, name: str, path: str) -> _Target:
        hue = self._free_hue()
        number = CalendarId(self._next)
        self._next -= 1
        if self._writer is not None:
            number = self._writer.add(name, hue, path)
        calendar = Calendar(number, name, hue, path=path)
        self._known[number] = calendar
        self._files[number], self._present[number] = [], {}
        return _Target(calendar, None)

    def _free_hue(self) -> int:
        used = Counter(calendar.hue for calendar in self._known.values())
        return min(CALENDAR_HUES, key=lambda hue: used[hue])

    def _file_of(self, calendar: Calendar, file: CalendarFile, *, alone: bool) -> KeptFile | None:
        """The file as it was read last; a calendar of one file has but that."""
        files = self._kept_files(calendar.id)
        found = next((one for one in files if one.path == file.place), None)
        return found or (files[0] if alone and len(files) == 1 else None)

    # ---------------------------------------------------------- what is kept

    def _kept_files(self, calendar: CalendarId) -> list[KeptFile]:
        if calendar not in self._files:
            self._files[calendar] = self._calendars.files(calendar)
        return self._files[calendar]

    def _kept(self, calendar: CalendarId) -> dict[ComponentKey, list[KeptComponent]]:
        if calendar not in self._present:
            self._present[calendar] = self._calendars.present(calendar)
        return self._present[calendar]

    def _of_file(self, target: _Target) -> Mapping[ComponentKey, list[KeptComponent]]:
        if target.file is None:
            return {}
        number = target.file.id
        found = {
            key: [one for one in kept if one.file == number]
            for key, kept in self._kept(target.calendar.id).items()
        }
        return {key: kept for key, kept in found.items() if kept}

    def _cut_off(self, calendar: CalendarId, changes: FileChanges) -> set[str]:
        """What went out of a file because it is too long ago.

        Many programs give only the last weeks to others. What is over, and older than everything
        that is in the file now, was not called off.
        """
        coming = [*changes.new, *changes.changed.values()]
        present = {one.key.uid for one in coming} | changes.same
        gone = {key.uid for key in changes.gone if key.kind in SHOWN} - present
        if not gone:
            return set()
        begins = (span(one.draft.schedule).first for one in coming if one.draft is not None)
        return self._calendars.over_before(calendar, gone, min(begins, default=None))

    def _apply(self, target: _Target, file: CalendarFile, changes: FileChanges) -> None:
        self.counts.new += sum(one.draft is not None for one in changes.new)
        self.counts.others += sum(_other(one) for one in changes.new)
        self.counts.changed += sum(one.draft is not None for one in changes.changed.values())
        self.counts.gone += _events(changes.gone)
        if self._writer is not None:
            self._write(self._writer, target, file, changes)
        else:
            self._remember(target, file, changes)

    def _write(
        self, writer: CalendarsWriter, target: _Target, file: CalendarFile, changes: FileChanges
    ) -> None:
        calendar, path = target.calendar.id, file.place
        if target.file is None:
            number = writer.add_file(calendar, path, file.sha256)
        else:
            number = target.file.id
            if not changes.nothing or target.file.path != path:
                writer.save_file(number, path, file.sha256)
        writer.add_components(calendar, number, changes.new)
        writer.replace_components(number, changes.changed)
        writer.remove_components(number for numbers in changes.gone.values() for number in numbers)
        self._files.pop(calendar, None)
        self._present.pop(calendar, None)

    def _remember(self, target: _Target, file: CalendarFile, changes: FileChanges) -> None:
        """What the book would have now, for the next file of the same import."""
        calendar = target.calendar.id
        kept = self._kept(calendar)
        if target.file is None:
            number = self._next
            self._next -= 1
            self._files[calendar] = [
                *self._files.get(calendar, ()),
                KeptFile(number, file.place, file.sha256),
            ]
        else:
            number = target.file.id
        for one in changes.new:
            coming = _as_kept(self._next, number, one)
            kept.setdefault(one.key, []).append(coming)
            self._next -= 1
        for place, one in changes.changed.items():
            coming = _as_kept(place, number, one)
            kept[one.key] = [coming if before.id == place else before for before in kept[one.key]]
        for key, numbers in changes.gone.items():
            kept[key] = [one for one in kept[key] if one.id not in numbers]


def _unread(one: CalendarComponent) -> bool:
    return one.key.kind in SHOWN and one.draft is None and one.refused is None


def _other(one: CalendarComponent) -> bool:
    """Whether it is a record and no event."""
    return one.key.kind not in SHOWN and one.key.kind not in {TEXT, ZONE}


def _as_kept(number: int, file: int, one: CalendarComponent) -> KeptComponent:
    return KeptComponent(number, file, one.essence, one.unknown_zone, one.refused is not None)


def _known(present: Mapping[ComponentKey, Iterable[KeptComponent]]) -> Iterator[bytes]:
    """The essences of what is kept and not in question."""
    return (one.essence for kept in present.values() for one in kept if one.clear)


def _count(record: CalendarRecord, finding: Finding, tally: Tally) -> None:
    component = record.component
    tally.account(record.accounting)
    tally.note(record.number, record.remarks)
    if component.refused is not None:
        tally.skip(record.number, component.line, refusal_remark(component.refused))
    else:
        tally.count(finding, event=component.key.kind in SHOWN)


def _events(rows: Mapping[ComponentKey, Sequence[int]]) -> int:
    return sum(len(numbers) for key, numbers in rows.items() if key.kind in SHOWN)


def _named(file: CalendarFile, text: CalendarText) -> str:
    """What a calendar is called: as it says itself, else as its file."""
    return _short(text.name) or _short(_stem(file.name)) or file.name


def _stem(name: str) -> str:
    """What a file is called, without the number that browsers give to a copy."""
    stem = Path(name).stem
    copied = _COPY.fullmatch(stem)
    return copied[1] if copied else stem


def _short(name: str) -> str:
    return squeezed(name)[:_LONGEST_NAME]
