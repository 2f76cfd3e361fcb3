"""The brief before a meeting, from a real book."""

from datetime import timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.errors import NotFoundError
from relate_desktop.domain.held_meetings import Held, occurrence_key, says
from relate_desktop.domain.ids import CalendarId, ContactId, EntryId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.promise import OwedBy, Promise
from tests.clock import a_clock
from tests.meetings import an_attendee, an_event, an_occurrence
from tests.open_book import a_book, a_person
from tests.present import TODAY, at

NINE = at("2026-11-24 09:00")


def test_a_brief_says_who_it_is_what_was_said_and_what_is_owed(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NINE)) as book:
        misaki = book.contacts.add(
            a_person(
                "Misaki Tanaka", "EMAIL:m@tanaka.jp", "X-RELATE-CALL:Misaki-san", "TZ:Asia/Tokyo", "NOTE:Tea"
            )
        )
        book.promises.add(Promise(OwedBy.MINE, "the sample", (misaki,), TODAY))
        on = Happened(TODAY - timedelta(days=9))
        book.timeline.log((misaki,), InteractionKind.CALL, Direction.BOTH, on, "warmer paper")
        book.timeline.note((misaki,), "told in confidence", on, in_confidence=True, pinned=True)
        book.timeline.note((misaki,), "Moves house", on)
        book.timeline.note((misaki,), "Ask for Ken", Happened(TODAY - timedelta(days=900)), pinned=True)
        event = an_event("Crane", an_attendee("m@tanaka.jp"), an_attendee("x@y.org", "Ken"), place="Studio")
        found = book.briefs.before(an_occurrence(event))
        assert (found.title, found.place) == ("Crane", "Studio")
        assert [one.name for one in found.others] == ["Ken"]
        (person,) = found.people
        assert person.person.called == "Misaki-san"
        assert person.there is not None
        assert [talk.text for talk in person.talks] == ["warmer paper"]
        assert [one.text for one in person.mine] == ["the sample"]
        assert person.worth == ("Ask for Ken", "Tea")
        assert [note.text for note in person.notes] == ["Moves house"]
        assert book.briefs.about([misaki])[0].worth == person.worth


def test_what_was_promised_in_confidence_is_kept_out(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NINE)) as book:
        ada = book.contacts.add(a_person("Ada"))
        note = book.timeline.note((ada,), "she is ill", Happened(TODAY), in_confidence=True)
        told = Promise(OwedBy.MINE, "to say nothing", (ada,), TODAY, told_in=note)  # type: ignore[arg-type]
        book.promises.add(told)
        (person,) = book.briefs.about([ada])
        assert person.empty


def test_a_meeting_is_no_talk_before_itself(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NINE)) as book:
        ada = book.contacts.add(a_person("Ada", "EMAIL:ada@x.org"))
        past = an_occurrence(an_event("Coffee", an_attendee("ada@x.org")), "2026-11-23 10:00")
        happened = Happened(past.first_on, past.starts_at)
        item = Interaction(InteractionKind.MEETING, Direction.BOTH, happened, (ada,), "Coffee", 45)
        entry = book.timeline.log((ada,), item.kind, item.direction, happened, item.text, minutes=45)
        assert len(book.briefs.before(past).people[0].talks) == 1
        with book.database.aside() as aside:
            aside.held_meetings.put([Held(occurrence_key(past), entry, says(item), (ada,), CalendarId(1))])
        assert book.briefs.before(past).people[0].talks == ()
        later = an_occurrence(an_event("Tea", an_attendee("ada@x.org")))
        (person,) = book.briefs.before(later).people
        assert [talk.text for talk in person.talks] == ["Coffee"]
        assert person.useful is None  # the calendar's own words are nothing to know


def test_a_meeting_written_down_ahead_has_a_brief_too(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NINE)) as book:
        ada = book.contacts.add(a_person("Ada"))
        when = Happened(TODAY, NINE + timedelta(hours=3))
        entry = book.timeline.log((ada,), InteractionKind.MEETING, Direction.BOTH, when, "Coffee", minutes=30)
        found = book.briefs.before_entry(entry)
        assert (found.title, found.starts_at) == ("Coffee", NINE + timedelta(hours=3))
        assert found.ends_at == NINE + timedelta(hours=3, minutes=30)
        assert found.people[0].first_time
        note = book.timeline.note((ada,), "no meeting", Happened(TODAY))
        with pytest.raises(NotFoundError):
            book.briefs.before_entry(note)
        with pytest.raises(NotFoundError):
            book.briefs.before_entry(EntryId(999))


def test_nobody_is_told_of_whom_there_is_not(tmp_path: Path) -> None:
    with a_book(tmp_path, a_clock(NINE)) as book, pytest.raises(NotFoundError):
        book.briefs.about([ContactId(5)])
