from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.calendar_event import Attendee, EventStatus, Participation
from relate_desktop.domain.event_draft import EventDraft, EventRemark
from relate_desktop.domain.ids import CalendarId, EventId
from relate_desktop.storage.event_rows import draft_of, event_of, reading_column, refusal_of
from tests.unit.storage.events import a_refused_event, a_schedule, an_event

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
ATTENDEES = st.builds(Attendee, TEXTS, TEXTS, st.sampled_from(Participation), st.booleans(), st.booleans())
DRAFTS = st.builds(
    EventDraft,
    uid=TEXTS,
    title=TEXTS,
    schedule=st.sampled_from([a_schedule(), replace(a_schedule(), sequence=3)]),
    place=TEXTS,
    description=TEXTS,
    url=TEXTS,
    status=st.sampled_from(EventStatus),
    attendees=st.lists(ATTENDEES, max_size=3).map(tuple),
    busy=st.booleans(),
    private=st.booleans(),
    unknown_zone=TEXTS,
    remarks=st.lists(st.sampled_from(EventRemark), max_size=3).map(tuple),
)


@given(DRAFTS)
def test_an_event_comes_back_as_it_was(draft: EventDraft) -> None:
    column = reading_column(replace(an_event(), draft=draft))
    assert column is not None
    assert draft_of(column) == draft
    assert refusal_of(column) is None
    shown = event_of(column, EventId(4), CalendarId(2))
    assert shown is not None
    assert (shown.event, shown.schedule) == (draft.shown(EventId(4), CalendarId(2)), draft.schedule)


def test_an_event_is_shown_with_all_it_says_of_itself() -> None:
    column = reading_column(an_event("Coffee", addresses=["ada@ada.example"]))
    shown = event_of(column or "", EventId(4), CalendarId(2))
    assert shown is not None
    assert (shown.event.id, shown.event.calendar, shown.event.title) == (4, 2, "Coffee")
    assert shown.schedule == a_schedule()


def test_why_an_event_could_not_be_read_is_kept() -> None:
    refused = a_refused_event()
    column = reading_column(refused) or ""
    assert draft_of(column) is None
    assert event_of(column, EventId(1), CalendarId(1)) is None
    assert refusal_of(column) == refused.refused


def test_letters_that_are_none_do_not_stop_a_calendar() -> None:
    column = reading_column(replace(an_event(), draft=EventDraft("a\ud800", "b", a_schedule())))
    assert draft_of(column or "") == EventDraft("a\ufffd", "b", a_schedule())


def test_what_is_no_event_has_no_column() -> None:
    assert reading_column(replace(an_event(), draft=None)) is None
