"""Past meetings as conversations: they follow the calendar until somebody touches them."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.calendar_event import EventStatus, Participation
from relate_desktop.domain.held_meetings import (
    LONGEST_TITLE,
    Held,
    conversation_of,
    each_once,
    event_key,
    followed,
    moved,
    occurrence_key,
    planned_as,
    says,
    stands_for,
    untouched,
)
from relate_desktop.domain.ids import CalendarId, ContactId, EntryId, InteractionId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.meeting_people import MeetingPerson, Standing
from tests.meetings import a_whole_day, an_attendee, an_event, an_occurrence
from tests.present import TODAY, at

ADA, BOB, EVE = ContactId(1), ContactId(2), ContactId(3)
NOW = at("2026-11-24 12:00")


def known(*contacts: ContactId) -> list[MeetingPerson]:
    return [MeetingPerson(Standing.KNOWN, contact=contact) for contact in contacts]


def written(*contacts: ContactId, title: str = "Coffee", wall: str = "2026-11-24 10:30") -> Interaction:
    item = conversation_of(an_occurrence(an_event(title), wall), known(*contacts), NOW)
    assert item is not None
    return replace(item, id=InteractionId(EntryId(7)))


def held(item: Interaction, *people: ContactId) -> Held:
    return Held("key", EntryId(7), says(item), people or item.participants, CalendarId(1))


def test_a_past_meeting_becomes_a_conversation_of_both() -> None:
    item = written(ADA, BOB, title="  Crane \n catalogue ")
    assert (item.kind, item.direction) == (InteractionKind.MEETING, Direction.BOTH)
    assert (item.happened, item.minutes) == (Happened(TODAY, at("2026-11-24 10:30")), 45)
    assert (item.participants, item.text) == ((ADA, BOB), "Crane catalogue")


def test_nothing_becomes_of_what_is_not_over_was_called_off_or_was_with_nobody() -> None:
    event = an_event("Coffee")
    assert conversation_of(an_occurrence(event, "2026-11-24 11:30"), known(ADA), NOW) is None
    assert conversation_of(an_occurrence(event, "2026-11-24 11:15"), known(ADA), NOW) is not None
    assert conversation_of(an_occurrence(event), [], NOW) is None
    cancelled = an_occurrence(an_event("Coffee", status=EventStatus.CANCELLED))
    assert conversation_of(cancelled, known(ADA), NOW) is None
    me = MeetingPerson(Standing.ME, an_attendee("me@x", answer=Participation.DECLINED))
    assert conversation_of(an_occurrence(event), [*known(ADA), me], NOW) is None


def test_whole_days_have_no_hour_and_no_length() -> None:
    item = conversation_of(a_whole_day(an_event("Fair"), "2026-11-20", "2026-11-22"), known(ADA), NOW)
    assert item is not None
    assert (item.happened.on.isoformat(), item.happened.at, item.minutes) == ("2026-11-20", None, None)
    instant = conversation_of(an_occurrence(an_event("Now"), minutes=0), known(ADA), NOW)
    assert instant is not None
    assert instant.minutes is None


def test_a_title_without_end_is_cut() -> None:
    assert len(written(ADA, title="x" * 100_000).text) == LONGEST_TITLE


def test_it_follows_when_the_meeting_was_moved_or_renamed() -> None:
    item = written(ADA)
    moved = written(ADA, title="Tea", wall="2026-11-23 09:00")
    assert followed(held(item), item, moved) == moved
    assert followed(held(item), item, item) is None


def test_whoever_edits_it_has_the_last_word() -> None:
    item = written(ADA)
    edited = replace(item, text="She passed her exam")
    assert not untouched(held(item), edited)
    assert followed(held(item), edited, written(ADA, title="Tea")) is None
    own = Held("key", EntryId(7), "", (), CalendarId(1))
    assert followed(own, item, written(ADA, title="Tea")) is None


def test_who_was_added_by_hand_stays_and_who_was_taken_out_stays_out() -> None:
    item = written(ADA, BOB)
    without_bob = replace(item, participants=(ADA, EVE))
    found = followed(held(item), without_bob, written(ADA, BOB, title="Tea"))
    assert found is not None
    assert found.participants == (ADA, EVE)


def test_a_person_who_was_joined_into_another_comes_back_as_that_one() -> None:
    item = written(ADA, BOB)
    joined = replace(item, participants=(ADA, EVE))  # Bob has become Eve
    assert followed(held(item), joined, replace(item, participants=(ADA, EVE))) is None


def test_the_day_stays_with_the_hour_wherever_the_laptop_travels() -> None:
    item = written(ADA)
    elsewhere = replace(item, happened=replace(item.happened, on=TODAY.replace(day=25)))
    assert followed(held(item), item, elsewhere) is None


def test_a_meeting_somebody_wrote_down_is_not_written_down_again() -> None:
    occurrence = an_occurrence(an_event("Coffee"))
    by_hand = replace(written(ADA), happened=Happened(TODAY), text="She passed")
    assert stands_for(occurrence, [ADA], [by_hand]) == by_hand
    assert stands_for(occurrence, [BOB], [by_hand]) is None
    mail = replace(by_hand, kind=InteractionKind.MAIL)
    assert stands_for(occurrence, [ADA], [mail]) is None
    late = replace(by_hand, happened=Happened(TODAY, at("2026-11-24 20:00")))
    assert stands_for(occurrence, [ADA], [late]) is None
    after = replace(by_hand, happened=Happened(TODAY, at("2026-11-24 11:40")), kind=InteractionKind.CALL)
    assert stands_for(occurrence, [ADA], [after]) == after


def test_an_occurrence_has_one_key_in_whatever_calendar_and_nothing_can_be_read_in_it() -> None:
    one, other = an_event("Coffee", uid="ada@example.org"), an_event("Tea", uid="ada@example.org")
    key = occurrence_key(an_occurrence(one, key="20261124T093000Z"))
    assert key == occurrence_key(an_occurrence(other, key="20261124T093000Z"))
    assert key.endswith("/20261124T093000Z")
    assert "ada" not in event_key("ada@example.org")
    assert key != occurrence_key(an_occurrence(one, key="20261125T093000Z"))


def test_an_occurrence_in_two_calendars_is_the_one_that_takes_place() -> None:
    off = an_occurrence(an_event("Coffee", uid="1@x", status=EventStatus.CANCELLED))
    on, again = an_occurrence(an_event("Tea", uid="1@x")), an_occurrence(an_event("Later", uid="1@x"))
    assert list(each_once([off, on, again]).values()) == [on]


def test_the_latest_version_of_an_occurrence_counts_in_whatever_calendar_it_is() -> None:
    event = an_event("Coffee", uid="1@x")
    on = an_occurrence(event)
    off = an_occurrence(replace(event, status=EventStatus.CANCELLED, sequence=1))
    assert list(each_once([on, off]).values()) == list(each_once([off, on]).values()) == [off]


def test_what_was_told_of_a_series_goes_to_the_nearest_time_after_it_moved() -> None:
    event = an_event("Coffee", uid="1@x")
    times = [an_occurrence(event, f"2026-11-{day} 11:30", key=f"202611{day}T103000Z") for day in (17, 24)]
    new = {occurrence_key(one): one for one in times}
    was = [
        Held(f"{event_key('1@x')}/{key}", EntryId(1), "says", (ADA,), CalendarId(1))
        for key in ("20261124T083000Z", "20261101T083000Z", "")
    ]
    ((before, now),) = moved(was, new)
    assert (before, now) == (replace(was[0], entry=None), replace(was[0], key=occurrence_key(times[1])))


people = st.lists(st.sampled_from([ADA, BOB, EVE]), min_size=1, max_size=3, unique=True)


@given(people, people, people)
def test_following_never_undoes_the_users_hand(
    before: list[ContactId], now: list[ContactId], wanted: list[ContactId]
) -> None:
    item = written(*before)
    current = replace(item, participants=tuple(now))
    found = followed(held(item), current, replace(written(*wanted), text="Tea")) or current
    assert set(now) - set(before) <= set(found.participants)
    assert not (set(before) - set(now)) & set(found.participants)


def test_what_was_planned_is_the_nearest_meeting_with_anybody_in_common() -> None:
    at_half_past, later = an_occurrence(an_event("Coffee")), an_occurrence(an_event("Tea"))
    plan = replace(written(ADA), happened=Happened(TODAY, at_half_past.starts_at))
    assert planned_as(plan, [(later, [BOB]), (at_half_past, [ADA, EVE])]) == at_half_past
    assert planned_as(plan, [(at_half_past, [BOB])]) is None
    early = replace(plan, happened=Happened(TODAY, at_half_past.starts_at - timedelta(hours=1)))
    assert planned_as(early, [(at_half_past, [ADA])]) is None
    assert planned_as(replace(plan, happened=Happened(TODAY)), [(at_half_past, [ADA])]) is None
