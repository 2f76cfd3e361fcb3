"""Answers to invitations come in as files: the event says so, and no meeting is made of them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relate_desktop.domain.calendar_event import CalendarEvent, Participation
from relate_desktop.domain.draft import RemarkKind
from relate_desktop.domain.importing import FileReport
from relate_desktop.services.book import OpenBook
from tests.clock import a_clock
from tests.open_book import a_book
from tests.unit.services.calendar_files import HEAD, Steps, a_file, vevent

DECEMBER = datetime(2026, 12, 1, tzinfo=UTC)
ADA, BOB = "ATTENDEE;CN=Ada:mailto:ada@x.org", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bob@x.org"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path, a_clock()) as opened:
        yield opened


def a_message(
    folder: Path,
    answer: str = "ACCEPTED",
    *lines: str,
    who: str = "ada@x.org",
    method: str = "REPLY",
    file: str = "invite.ics",
) -> Path:
    """A file as mail programs send one back."""
    event = vevent("Coffee", f"ATTENDEE;CN=Ada;PARTSTAT={answer}:mailto:{who}", *lines, uid="1@x")
    path = folder / "mail" / file
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(f"{HEAD}METHOD:{method}\r\n{event}END:VCALENDAR\r\n".encode())
    return path


def imported(book: OpenBook, *paths: Path) -> FileReport:
    report = book.imports.run(paths, job=Steps())
    assert all(file.balanced for file in report.files)
    return report.files[-1]


def events(book: OpenBook) -> list[CalendarEvent]:
    return [one.event for one in book.calendars.agenda(datetime(2026, 11, 1, tzinfo=UTC), DECEMBER)]


def answers(book: OpenBook) -> list[tuple[str, Participation]]:
    return [(one.address, one.participation) for event in events(book) for one in event.attendees]


def test_an_answer_is_told_of_and_stands_in_the_event(book: OpenBook, tmp_path: Path) -> None:
    imported(book, a_file(tmp_path, vevent("Coffee", ADA, BOB, uid="1@x")))
    report = imported(book, a_message(tmp_path, "DECLINED"))
    (noted,) = report.noted
    assert (noted.remark.kind, noted.remark.facts["who"]) == (RemarkKind.INVITATION_MESSAGE, "Ada")
    assert (report.records, report.created, report.others.created, report.skipped) == (1, 1, 1, ())
    assert answers(book) == [("ada@x.org", Participation.DECLINED), ("bob@x.org", Participation.ACCEPTED)]
    (entry,) = book.history.entries(limit=1)
    assert dict(entry.facts)["changed_events"] == 1
    book.history.undo()
    assert answers(book)[0] == ("ada@x.org", Participation.UNANSWERED)


def test_the_same_answer_again_changes_nothing(book: OpenBook, tmp_path: Path) -> None:
    calendar, answer = a_file(tmp_path, vevent("Coffee", ADA, uid="1@x")), a_message(tmp_path)
    imported(book, calendar)
    imported(book, answer)
    for path in (answer, calendar):
        assert book.imports.run([path], job=Steps()).changeset is None
    assert answers(book) == [("ada@x.org", Participation.ACCEPTED)]


def test_an_answer_that_comes_first_is_there_when_its_event_comes(book: OpenBook, tmp_path: Path) -> None:
    imported(book, a_message(tmp_path))
    assert events(book) == []
    imported(book, a_file(tmp_path, vevent("Coffee", ADA, BOB, uid="1@x")))
    assert answers(book) == [("ada@x.org", Participation.ACCEPTED), ("bob@x.org", Participation.ACCEPTED)]


def test_an_invitation_that_comes_after_its_answer_is_a_calendar_of_its_own(
    book: OpenBook, tmp_path: Path
) -> None:
    answer = a_message(tmp_path)
    imported(book, answer)
    imported(book, a_message(tmp_path, "NEEDS-ACTION", method="REQUEST"))
    assert [one.events for one in book.calendars.all()] == [0, 1]
    assert answers(book) == [("ada@x.org", Participation.ACCEPTED)]
    assert imported(book, a_message(tmp_path)).created == 0


def test_an_answer_saved_over_its_invitation_is_not_taken_for_the_calendar(
    book: OpenBook, tmp_path: Path
) -> None:
    imported(book, a_message(tmp_path, "NEEDS-ACTION", method="REQUEST"))
    a_message(tmp_path, "DECLINED")
    book.calendars.read_again(Steps())
    assert answers(book) == [("ada@x.org", Participation.UNANSWERED)]


def test_an_answer_stays_while_its_calendar_knows_none(book: OpenBook, tmp_path: Path) -> None:
    imported(book, a_file(tmp_path, vevent("Coffee", ADA, uid="1@x")))
    imported(book, a_message(tmp_path, "TENTATIVE"))
    a_file(tmp_path, vevent("Coffee", ADA, "LOCATION:Attic", uid="1@x"))
    imported(book, tmp_path / "studio.ics")
    assert answers(book) == [("ada@x.org", Participation.TENTATIVE)]
    a_file(tmp_path, vevent("Coffee", ADA.replace(";", ";PARTSTAT=DECLINED;", 1), uid="1@x"))
    imported(book, tmp_path / "studio.ics")
    assert answers(book) == [("ada@x.org", Participation.DECLINED)]


def test_an_answer_stays_when_the_zone_of_its_event_is_explained(book: OpenBook, tmp_path: Path) -> None:
    event = vevent("Coffee", ADA, uid="1@x").replace("Europe/Berlin", "Corporate")
    imported(book, a_file(tmp_path, event))
    imported(book, a_message(tmp_path))
    (calendar,) = (one.id for one in book.calendars.all() if one.unknown_zones)
    assert book.calendars.explain_zone(calendar, "Corporate", "Europe/Lisbon")
    assert answers(book) == [("ada@x.org", Participation.ACCEPTED)]


def test_all_messages_stand_in_one_calendar_and_take_nothing_away(book: OpenBook, tmp_path: Path) -> None:
    invitation = a_message(tmp_path, "NEEDS-ACTION", method="REQUEST")
    imported(book, invitation)
    imported(book, a_message(tmp_path))  # saved by the mail program over the invitation
    imported(book, a_message(tmp_path, "DECLINED", who="bob@x.org", file="answer.ics"))
    assert [(one.name, one.events, one.path) for one in book.calendars.all()] == [
        ("invite", 1, str(invitation)),
        ("invite", 0, ""),
    ]
    assert answers(book) == [("ada@x.org", Participation.ACCEPTED)]


@pytest.mark.parametrize("method", ["COUNTER", "DECLINECOUNTER", "REFRESH"])
def test_proposals_and_requests_make_no_meeting(book: OpenBook, tmp_path: Path, method: str) -> None:
    imported(book, a_file(tmp_path, vevent("Coffee", ADA, uid="1@x")))
    report = imported(book, a_message(tmp_path, "TENTATIVE", method=method))
    assert [one.remark.facts["message"] for one in report.noted] == [method]
    assert answers(book) == [("ada@x.org", Participation.UNANSWERED)]


def test_an_answer_to_one_time_is_for_that_time_alone(book: OpenBook, tmp_path: Path) -> None:
    time = "RECURRENCE-ID;TZID=Europe/Berlin:20261125T093000"
    series = vevent("Coffee", ADA, "RRULE:FREQ=DAILY;COUNT=2", uid="1@x")
    moved = vevent("Coffee", ADA, time, uid="1@x").replace("20261124", "20261125")
    imported(book, a_file(tmp_path, series, moved))
    imported(book, a_message(tmp_path, "DECLINED", time))
    assert answers(book) == [
        ("ada@x.org", Participation.UNANSWERED),
        ("ada@x.org", Participation.DECLINED),
    ]


def test_what_is_sent_to_be_added_is_one_more_time(book: OpenBook, tmp_path: Path) -> None:
    later = vevent("Coffee", uid="1@x").replace("20261124", "20261127")
    content = (
        f"{HEAD}{vevent('Coffee', uid='1@x')}END:VCALENDAR\r\n{HEAD}METHOD:ADD\r\n{later}END:VCALENDAR\r\n"
    )
    path = tmp_path / "both.ics"
    path.write_bytes(content.encode())
    report = imported(book, path)
    assert report.noted == ()
    found = book.calendars.agenda(datetime(2026, 11, 1, tzinfo=UTC), DECEMBER)
    assert [one.first_on.day for one in found] == [24, 27]
