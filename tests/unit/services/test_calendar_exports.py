"""Days, reminders and promises go out, whole or not at all."""

import io
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from relate_desktop.domain.errors import NotFoundError, StorageError
from relate_desktop.domain.ids import ContactId, InteractionId
from relate_desktop.domain.interaction import Happened
from relate_desktop.domain.outgoing_event import CalendarExportReport, CalendarProgram
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.formats.icalendar.write import read_back
from relate_desktop.services.book import OpenBook
from relate_desktop.words.calendar_exports import title
from tests.open_book import a_book, a_person
from tests.unit.services.going import a_job

DAY = DueTime(date(2026, 12, 1), time(9), "Europe/Berlin")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    """Two people, two birthdays, two reminders and a promise."""
    with a_book(tmp_path) as opened:
        ada = opened.contacts.add(a_person("Ada Lovelace", "BDAY:18151210", "UID:ada"))
        bob = opened.contacts.add(a_person("Bob", "BDAY:--0229"))
        now = opened.clock()
        opened.reminders.add(Reminder("Call", (ada,), DAY, now))
        opened.reminders.add(Reminder("Some day", (bob,), None, now))
        opened.promises.add(Promise(OwedBy.MINE, "the paper", (ada,), date(2026, 1, 1), DAY))
        yield opened


def export(
    book: OpenBook,
    target: Path | io.BytesIO,
    program: CalendarProgram = CalendarProgram.OTHER,
    ids: list[ContactId] | None = None,
    query: str | None = None,
) -> CalendarExportReport:
    return book.calendar_exports.export(
        target, program=program, name="Relate", say=title, ids=ids, query=query, job=a_job()
    )


def titles(content: bytes) -> list[str]:
    return sorted(said for said, _ in read_back(content).values())


def test_everything_goes_out_with_the_names_of_its_people(book: OpenBook, tmp_path: Path) -> None:
    target = tmp_path / "days.ics"
    report = export(book, target)
    assert (report.events, report.tasks, report.undated, report.path) == (2, 3, 0, target)
    assert report.size == target.stat().st_size
    assert titles(target.read_bytes()) == [
        "Birthday of Ada Lovelace (1815)",
        "Birthday of Bob",
        "Call (Ada Lovelace)",
        "Promised to Ada Lovelace: the paper",
        "Some day (Bob)",
    ]


def test_google_gets_events_and_what_has_no_day_stays_here(book: OpenBook) -> None:
    stream = io.BytesIO()
    report = export(book, stream, CalendarProgram.GOOGLE)
    assert (report.events, report.tasks, report.undated, report.path) == (4, 0, 1, None)
    assert b"VTODO" not in stream.getvalue()


def test_only_what_is_about_the_chosen_goes_out(book: OpenBook) -> None:
    bob = book.contacts.named("Bob")
    stream = io.BytesIO()
    export(book, stream, ids=[bob])
    assert titles(stream.getvalue()) == ["Birthday of Bob", "Some day (Bob)"]
    stream = io.BytesIO()
    export(book, stream, query="lovelace")
    assert len(titles(stream.getvalue())) == 3
    stream = io.BytesIO()
    export(book, stream, ids=[bob], query="lovelace")
    assert titles(stream.getvalue()) == []


def test_what_was_told_in_confidence_stays_here(book: OpenBook) -> None:
    ada, now = book.contacts.named("Ada Lovelace"), book.clock()
    note = book.timeline.note((ada,), "she is ill", Happened(now.date()), in_confidence=True)
    told = InteractionId(note)
    book.promises.add(Promise(OwedBy.MINE, "say nothing", (ada,), date(2026, 1, 1), DAY, told_in=told))
    book.reminders.add(Reminder("Ask how she is", (ada,), DAY, now, told_in=told))
    stream = io.BytesIO()
    report = export(book, stream)
    assert (report.events, report.tasks, report.secret) == (2, 3, 2)
    written = stream.getvalue().decode()
    assert not [words for words in ("say nothing", "Ask how she is", "she is ill") if words in written]


def test_exporting_again_gives_everything_its_old_name(book: OpenBook) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    export(book, first)
    export(book, second)
    assert read_back(first.getvalue()).keys() == read_back(second.getvalue()).keys()


def test_somebody_unknown_is_not_exported(book: OpenBook) -> None:
    with pytest.raises(NotFoundError):
        export(book, io.BytesIO(), ids=[ContactId(99)])


def test_a_target_that_cannot_be_written_is_told(book: OpenBook, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        export(book, tmp_path / "missing" / "days.ics")
