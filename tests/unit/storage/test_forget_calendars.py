from dataclasses import replace

import pytest

from relate_desktop.domain.calendar_file import essence_of
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.event_draft import EventDraft
from relate_desktop.domain.ids import CalendarId, ContactId, EventId
from relate_desktop.storage.component_bytes import unpacked
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from tests.unit.storage.books import a_person, a_property, added, digest_of, doing
from tests.unit.storage.events import a_calendar, an_event

ADA, BOB = "ada@ada.example", "bob@bob.example"


def forget(book: Database, *contacts: ContactId) -> None:
    with book.write(doing(OperationKind.FORGET)) as writer:
        writer.contacts.forget(contacts)


def kept(book: Database, calendar: CalendarId) -> tuple[bytes, EventDraft]:
    with book.read() as reader:
        ((number,),) = ([one.id for one in each] for each in reader.calendars.present(calendar).values())
        (series,) = reader.calendars.series(EventId(number))
        ((_key, content),) = reader.calendars.components(calendar)
        draft = EventDraft("", series.event.title, series.schedule, description=series.event.description)
        return content, replace(draft, attendees=series.event.attendees)


def test_somebody_erased_is_invited_nowhere_any_more_and_others_still_are(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("EMAIL", f"mailto:{ADA.title()}")))
    coming = an_event(addresses=[ADA, BOB, "not" + ADA, ADA + ".pt"])
    folded = coming.raw.replace(b"ATTENDEE:mailto:ada@", b"ATTENDEE;CN=Ada:mai\r\n lto:ada\r\n @")
    folded = folded.replace(b"END:", b"DESCRIPTION:Guests: ADA@ada.example\\, bob\r\nEND:")
    assert coming.draft is not None
    said = replace(coming.draft, description="Guests: ADA@ada.example, bob")
    calendar = a_calendar(book, replace(coming, raw=folded, essence=essence_of(folded), draft=said))
    forget(book, ada)
    content, draft = kept(book, calendar)
    assert b"lto:ada\r\n @ada.example\r\n" not in content
    assert b"lto:ada\r\n @ada.example.pt" in content
    assert b"notada@ada.example" in content
    assert b"ATTENDEE:mailto:bob@bob.example" in content
    assert ([one.address for one in draft.attendees], draft.description) == (
        [BOB, "notada@ada.example", "ada@ada.example.pt"],
        "Guests: , bob",
    )
    with book.read() as reader:
        assert not reader.met_events.uids_with([ADA])
        assert len(reader.met_events.uids_with([BOB])) == 1
        ((present,),) = reader.calendars.present(calendar).values()
    assert present.essence == essence_of(folded)
    digest_of(book)


def test_who_was_invited_by_phone_is_erased_as_well(book: Database) -> None:
    ada, _bob = added(
        book,
        a_person("Ada", a_property("TEL", "(919) 555-1234"), a_property("TEL", "030 123456")),
        a_person("Office", a_property("TEL", "tel:+49-30-123456")),
    )
    invited = ["tel:+19195551234", "tel:+4930123456", "tel:+4930123457"]
    coming = an_event(addresses=invited)
    said = coming.raw.replace(b"mailto:tel:+1919", b"tel:+1-919-").replace(b"mailto:tel:", b"tel:")
    calendar = a_calendar(book, replace(coming, raw=said, essence=essence_of(said)))
    forget(book, ada)
    content, draft = kept(book, calendar)
    assert content.count(b"ATTENDEE:tel:") == 2
    assert b"tel:+1-919-5551234" not in content
    assert [one.address for one in draft.attendees] == invited[1:]
    with book.read() as reader:
        assert not reader.met_events.uids_with(invited[:1])
        assert len(reader.met_events.uids_with(invited[1:2])) == 1


@pytest.mark.parametrize("spelled", ["+1 (919) 555-1234", "+1%20919%205551234", "+1-919-5551234"])
def test_a_number_is_erased_however_it_is_written_and_from_what_was_said_earlier(
    book: Database, spelled: str
) -> None:
    (ada,) = added(book, a_person("Ada", a_property("TEL", "(919) 555-1234")))
    coming = an_event(addresses=["tel:+19195551234"])
    said = coming.raw.replace(b"mailto:tel:+19195551234", f"tel:{spelled}".encode())
    calendar = a_calendar(book, replace(coming, raw=said, essence=essence_of(said)))
    with book.read() as reader:
        ((present,),) = reader.calendars.present(calendar).values()
    with book.write(doing(OperationKind.CALENDAR_READ)) as writer:
        writer.calendars.replace_components(present.file, {present.id: an_event("alone")})
    forget(book, ada)
    with book._readers.connect() as connection:
        texts = raw(connection).execute("SELECT reading, raw FROM calendar_texts").fetchall()
    assert len(texts) == 2
    assert not any("tel:" in reading or b"tel:" in unpacked(content) for reading, content in texts)


def test_what_a_calendar_said_earlier_is_erased_as_well(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("EMAIL", ADA)))
    calendar = a_calendar(book, an_event(addresses=[ADA]))
    with book.read() as reader:
        ((present,),) = reader.calendars.present(calendar).values()
    with book.write(doing(OperationKind.CALENDAR_READ)) as writer:
        writer.calendars.replace_components(present.file, {present.id: an_event("alone")})
    forget(book, ada)
    with book._readers.connect() as connection:
        readings = raw(connection).execute("SELECT reading FROM calendar_texts").fetchall()
    assert len(readings) == 2
    assert not any("ada@" in reading for (reading,) in readings)


def test_an_address_that_somebody_else_has_stays(book: Database) -> None:
    ada, _bob = added(
        book,
        a_person("Ada", a_property("EMAIL", ADA)),
        a_person("Office", a_property("EMAIL", ADA), a_property("NOTE", "no address")),
    )
    calendar = a_calendar(book, an_event(addresses=[ADA]))
    forget(book, ada)
    assert [one.address for one in kept(book, calendar)[1].attendees] == [ADA]
