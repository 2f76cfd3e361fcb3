"""Who is suggested, how often, and who is left alone."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.cadence import Cadence, CadenceSource
from relate_desktop.domain.hours import Hours
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, InteractionKind, Talk
from relate_desktop.domain.present import Present
from relate_desktop.domain.rest import rest_of
from relate_desktop.domain.suggestions import (
    Acquaintance,
    LeftAlone,
    Nudge,
    Quiet,
    Suggestion,
    hidden_days,
    judge,
    suggest,
)
from relate_desktop.domain.wishes import Stretch, Wishes, against
from tests.present import BERLIN, TODAY, a_present, at, talk, talks_every, wrote

LONG_AGO = date(2020, 1, 1)


def somebody(number: int = 1, gap: int = 100, cadence: Cadence | None = None) -> Acquaintance:
    """Somebody to be in touch with every month, not talked to for so many days."""
    last = TODAY - timedelta(days=gap)
    return Acquaintance(
        ContactId(number),
        (Talk(last, InteractionKind.MESSAGE, Direction.THEIRS),),
        LONG_AGO,
        cadence=cadence or Cadence(30),
    )


def shown(*people: Acquaintance, nudges: tuple[Nudge, ...] = (), present: Present | None = None) -> list[int]:
    return [item.contact for item in suggest(people, nudges, present or a_present()).shown]


class TestReasons:
    def test_a_suggestion_says_the_gap_the_rhythm_and_who_wrote_last(self) -> None:
        found = judge(somebody(gap=63), a_present())
        assert isinstance(found, Suggestion)
        assert (found.gap, found.keeping.usual, found.keeping.source) == (63, 30, CadenceSource.PERSON)
        assert found.last_direction is Direction.THEIRS
        assert found.last_on == date(2026, 9, 22)

    def test_a_learned_rhythm_needs_a_yes(self) -> None:
        person = Acquaintance(ContactId(1), talks_every(28, date(2026, 9, 1)), LONG_AGO)
        assert judge(person, a_present()) is None
        found = judge(replace(person, agreed=True), a_present())
        assert isinstance(found, Suggestion)
        assert (found.keeping.usual, found.keeping.source) == (28, CadenceSource.LEARNED)

    def test_nobody_is_suggested_who_was_not_chosen(self) -> None:
        assert judge(Acquaintance(ContactId(1), (talk("2020-01-01"),), LONG_AGO), a_present()) is None

    def test_without_a_conversation_the_gap_counts_from_the_choice(self) -> None:
        person = Acquaintance(ContactId(1), (), date(2026, 9, 1), cadence=Cadence(30))
        found = judge(person, a_present())
        assert isinstance(found, Suggestion)
        assert (found.gap, found.last_on, found.last_direction) == (84, None, None)


class TestWhen:
    @pytest.mark.parametrize(("gap", "late"), [(42, False), (43, True)])
    def test_it_has_been_a_while_after_one_and_a_bit_usual_gaps(self, gap: int, late: bool) -> None:
        assert bool(shown(somebody(gap=gap))) is late

    @pytest.mark.parametrize(("gap", "late"), [(60, False), (61, True)])
    def test_or_after_the_latest_where_it_is_set(self, gap: int, late: bool) -> None:
        assert bool(shown(somebody(gap=gap, cadence=Cadence(30, latest=60)))) is late

    def test_never_on_days_off_or_in_quiet_hours(self) -> None:
        assert shown(somebody(), present=a_present("2026-11-28 10:00")) == []
        assert shown(somebody(), present=a_present("2026-11-24 06:00")) == []

    def test_a_pause_of_pop_ups_hides_nobody_from_today(self) -> None:
        present = a_present(hours=Hours(paused_until=at("2026-11-25 09:00")))
        assert present.quiet
        assert shown(somebody(), present=present) == [1]

    def test_never_with_a_meeting_in_the_next_week(self) -> None:
        soon = replace(somebody(), meeting_on=TODAY + timedelta(days=7))
        found = judge(soon, a_present())
        assert found == LeftAlone(ContactId(1), Quiet.MEETING, TODAY + timedelta(days=7))
        assert shown(replace(soon, meeting_on=TODAY + timedelta(days=8))) == [1]

    def test_their_wishes_come_first(self) -> None:
        elsewhere = Wishes(stretches=(Stretch(time(9), time(12)),), zone="America/Los_Angeles")
        found = judge(replace(somebody(), wishes=elsewhere), a_present())
        assert isinstance(found, LeftAlone)
        assert found.quiet is Quiet.HOURS
        found = judge(replace(somebody(), wishes=Wishes(least_gap=200)), a_present())
        assert found == LeftAlone(ContactId(1), Quiet.LEAST_GAP, date(2027, 3, 4))
        found = judge(replace(somebody(), wishes=Wishes(no_more_contact=True)), a_present())
        assert found == LeftAlone(ContactId(1), Quiet.NO_MORE_CONTACT, None)

    def test_nobody_is_told_to_write_to_somebody_who_has_died(self) -> None:
        late = Acquaintance(ContactId(1), talks_every(10, TODAY - timedelta(days=99)), TODAY, Cadence(10))
        waiting = Acquaintance(ContactId(2), (wrote("2026-11-20"), wrote("2026-11-23")), TODAY)
        for person in (late, waiting):
            assert judge(person, a_present()) is not None
            assert judge(replace(person, died=True), a_present()) is None

    def test_two_unanswered_messages_start_a_rest_whoever_it_is(self) -> None:
        joao = Acquaintance(ContactId(4), (wrote("2026-11-10"), wrote("2026-11-24")), LONG_AGO)
        assert judge(joao, a_present()) == LeftAlone(ContactId(4), Quiet.REST, date(2026, 12, 8), 2)


class TestHowOften:
    def test_at_most_three_a_day_the_longest_gaps_first(self) -> None:
        people = [somebody(number, gap=100 + 10 * number) for number in range(1, 6)]
        found = suggest(people, (), a_present())
        assert [item.contact for item in found.shown] == [5, 4, 3]
        assert found.waiting == 2

    def test_who_was_shown_today_keeps_the_place(self) -> None:
        people = [somebody(number, gap=100 + 10 * number) for number in range(1, 6)]
        nudges = tuple(Nudge(ContactId(number), TODAY) for number in (1, 2, 3))
        assert shown(*people, nudges=nudges) == [3, 2, 1]

    def test_an_answered_one_leaves_its_place_empty_today(self) -> None:
        people = [somebody(number, gap=100 + 10 * number) for number in range(1, 6)]
        people[0] = replace(people[0], talks=(talk("2026-11-24"),))
        nudges = tuple(Nudge(ContactId(number), TODAY) for number in (1, 2, 3))
        assert shown(*people, nudges=nudges) == [3, 2]

    def test_at_most_ten_in_a_week(self) -> None:
        nudges = tuple(
            Nudge(ContactId(100 + number), TODAY - timedelta(days=1 + number % 6)) for number in range(9)
        )
        people = [somebody(number) for number in (1, 2, 3)]
        assert len(shown(*people, nudges=nudges)) == 1

    def test_the_user_may_want_fewer(self) -> None:
        assert suggest([somebody()], (), a_present(), a_day=0).shown == ()
        assert suggest([somebody()], (), a_present(), a_week=0).shown == ()

    @pytest.mark.parametrize(("days", "back"), [(1, False), (3, False), (4, True)])
    def test_nobody_twice_within_three_days(self, days: int, back: bool) -> None:
        nudges = (Nudge(ContactId(1), TODAY - timedelta(days=days)),)
        assert bool(shown(somebody(), nudges=nudges)) is back

    def test_not_now_hides_for_half_the_usual_gap(self) -> None:
        aside = replace(somebody(), set_aside_on=(TODAY - timedelta(days=14),))
        assert judge(aside, a_present()) == LeftAlone(
            ContactId(1), Quiet.SET_ASIDE, TODAY + timedelta(days=1)
        )
        assert shown(replace(aside, set_aside_on=(TODAY - timedelta(days=15),))) == [1]
        assert (hidden_days(4), hidden_days(30), hidden_days(365)) == (7, 15, 45)

    def test_after_not_now_twice_relate_asks(self) -> None:
        days = (TODAY - timedelta(days=40), TODAY - timedelta(days=20))
        found = judge(replace(somebody(), set_aside_on=days), a_present())
        assert isinstance(found, Suggestion)
        assert found.ask_whether
        talked_between = replace(somebody(gap=45), set_aside_on=(TODAY - timedelta(days=90), days[1]))
        found = judge(talked_between, a_present())
        assert isinstance(found, Suggestion)
        assert not found.ask_whether


days = st.dates(date(2024, 1, 1), date(2026, 11, 24))
talks = st.lists(
    st.builds(Talk, days, st.sampled_from(InteractionKind), st.sampled_from(Direction)), max_size=12
).map(lambda found: tuple(sorted(found, key=lambda talk: talk.on)))
wishes = st.builds(
    Wishes,
    stretches=st.sampled_from([(), (Stretch(time(9), time(17)),), (Stretch(time(20), time(4)),)]),
    days=st.frozensets(st.integers(0, 6)),
    zone=st.sampled_from(["", "Asia/Tokyo", "America/New_York"]),
    least_gap=st.none() | st.integers(1, 200),
    paused_until=st.none() | st.dates(date(2026, 10, 1), date(2027, 2, 1)),
)
people = st.builds(
    Acquaintance,
    st.integers(1, 20).map(ContactId),
    talks,
    days,
    cadence=st.none() | st.builds(Cadence, st.integers(1, 90)),
    circles=st.sampled_from([{}, {"Clients": Cadence(14)}]),
    agreed=st.booleans(),
    wishes=wishes,
    set_aside_on=st.lists(days, max_size=3).map(tuple),
    meeting_on=st.none() | st.dates(date(2026, 11, 20), date(2027, 1, 1)),
)
presents = st.builds(
    Present,
    st.integers(0, 40 * 24 * 60).map(lambda minutes: at("2026-11-24 00:00") + timedelta(minutes=minutes)),
    st.just(BERLIN),
    st.builds(Hours, quiet_from=st.integers(0, 23).map(time), quiet_to=st.integers(0, 23).map(time)),
)


@given(st.lists(people, max_size=8, unique_by=lambda person: person.contact), presents)
def test_nobody_is_suggested_in_a_rest_in_quiet_hours_or_against_a_wish(
    known: list[Acquaintance], present: Present
) -> None:
    by_contact = {person.contact: person for person in known}
    found = suggest(known, (), present).shown
    assert not (found and present.quiet)
    assert len(found) <= 3
    for item in found:
        person = by_contact[item.contact]
        assert rest_of(person.talks, item.keeping.usual, present.today) is None
        assert against(person.wishes, item.last_on, present.now, present.here) is None
        assert item.gap > item.keeping.late_after
        assert person.wishes.least_gap is None or item.last_on is None or item.gap >= person.wishes.least_gap


@given(people, presents, st.sampled_from(InteractionKind), st.sampled_from(Direction))
def test_any_contact_resets(
    person: Acquaintance, present: Present, kind: InteractionKind, direction: Direction
) -> None:
    talked = replace(person, talks=(*person.talks, Talk(present.today, kind, direction)))
    assert suggest([talked], (), present).shown == ()


@given(st.lists(people, max_size=8, unique_by=lambda person: person.contact), st.integers(0, 200))
def test_no_week_has_more_than_ten_suggestions(known: list[Acquaintance], start: int) -> None:
    nudges: list[Nudge] = []
    now = at("2026-11-24 10:00") + timedelta(days=start)
    for _ in range(14):
        present = Present(now, BERLIN)
        shown_today = {item.contact for item in suggest(known, nudges, present).shown}
        nudges += [Nudge(contact, present.today) for contact in shown_today]
        now += timedelta(days=1)
    for nudge in nudges:
        week = [other for other in nudges if 0 <= (nudge.on - other.on).days < 7]
        assert len(week) <= 10
        assert sum(other.on == nudge.on for other in week) <= 3
        assert (
            sum(other.contact == nudge.contact and 0 < (nudge.on - other.on).days <= 3 for other in week) == 0
        )
