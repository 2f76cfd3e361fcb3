"""Meetings of a day, wherever they stand."""

from dataclasses import replace
from datetime import timedelta

from relate_desktop.domain.ids import EntryId, InteractionId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.meetings import USUAL_LENGTH, Meeting, few_of_each, met, of_calendar, written_ahead
from tests.meetings import a_whole_day, an_event, an_occurrence
from tests.present import TODAY, a_present, at
from tests.summaries import a_summary

COFFEE = Interaction(
    InteractionKind.CALL, Direction.BOTH, Happened(TODAY, at("2026-11-24 16:00")), (), "Coffee"
)
ADA, BOB = a_summary(1, "Ada"), a_summary(2, "Bob")
NUMBER = InteractionId(EntryId(7))


def planned(item: Interaction = COFFEE) -> Meeting:
    found = written_ahead(NUMBER, item, (ADA,))
    assert found is not None
    return found


def in_calendar(wall: str = "2026-11-24 10:30") -> Meeting:
    found = of_calendar(an_occurrence(an_event("Crane"), wall), (ADA, BOB), "Studio")
    assert found is not None
    return found


def test_it_is_over_after_its_length_or_the_usual_one() -> None:
    meeting = planned()
    assert not meeting.over(a_present("2026-11-24 16:59"))
    assert meeting.over(a_present("2026-11-24 17:00"))
    assert meeting.ends_at - meeting.at == USUAL_LENGTH
    short = planned(replace(COFFEE, minutes=20))
    assert short.ends_at - short.at == timedelta(minutes=20)


def test_one_asks_how_it_went_until_it_was_told() -> None:
    later = a_present("2026-11-24 18:00")
    assert planned().asks(later)
    assert not replace(planned(), told=True).asks(later)
    often = of_calendar(replace(an_occurrence(an_event("Endless")), often=True), (ADA,))
    assert often is not None
    assert not often.asks(later)


def test_what_was_written_ahead_keeps_its_words_and_kind() -> None:
    meeting = planned()
    assert (meeting.title, meeting.kind, meeting.key) == ("Coffee", InteractionKind.CALL, "7")
    assert written_ahead(NUMBER, replace(COFFEE, happened=Happened(TODAY)), (ADA,)) is None
    assert written_ahead(NUMBER, COFFEE, ()) is None


def test_what_stands_in_a_calendar_has_its_hours_and_its_name() -> None:
    meeting = in_calendar()
    assert (meeting.title, meeting.minutes, meeting.calendar) == ("Crane", 45, "Studio")
    assert meeting.key.startswith("event.")
    assert of_calendar(a_whole_day(an_event("Fair"), "2026-11-24"), (ADA,)) is None
    assert of_calendar(an_occurrence(an_event("Crane")), ()) is None


def test_who_is_met_twice_is_one_person_to_meet() -> None:
    day = (planned(), in_calendar())
    assert met(day, a_present("2026-11-24 09:00")) == {ADA.id, BOB.id}
    assert met(day, a_present("2026-11-24 12:00")) == {ADA.id}
    assert met(day, a_present("2026-11-24 18:00")) == frozenset()


def test_of_what_takes_place_over_and_over_the_next_times_are_told() -> None:
    endless = an_event("Endless", uid="endless")
    times = [an_occurrence(endless, f"2026-11-24 10:{minute:02}", key=f"{minute}") for minute in range(10)]
    found = [meeting for one in times if (meeting := of_calendar(one, (ADA,))) is not None]
    crane = in_calendar("2026-11-24 10:30")
    told = few_of_each([*found, crane], found[4].ends_at)
    assert told == [*found[5:7], replace(found[7], more=True), crane]
    late = few_of_each(found, found[-1].ends_at)
    assert [one.key for one in late] == [one.key for one in found[7:]]
    assert few_of_each([*found[:3], crane], found[0].at) == [*found[:3], crane]
