"""What happened, in rows."""

from datetime import UTC, date, datetime

import pytest

from relate_desktop.domain.gender import Gender
from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.words.timeline import (
    last_touch,
    length_words,
    moment_in_row,
    moment_title,
    moment_when,
    names,
    note_title,
    talk_sentence,
    talk_title,
    when_in_full,
    when_in_row,
)
from tests.bare import bare
from tests.present import BERLIN, a_present


def a_talk(
    kind: InteractionKind = InteractionKind.CALL,
    direction: Direction = Direction.BOTH,
    minutes: int | None = None,
) -> Interaction:
    return Interaction(kind, direction, Happened(date(2026, 11, 12)), (), minutes=minutes)


@pytest.mark.parametrize(
    ("direction", "gender", "title"),
    [
        (Direction.MINE, Gender.SHE, "You wrote"),
        (Direction.THEIRS, Gender.SHE, "She wrote"),
        (Direction.THEIRS, Gender.HE, "He wrote"),
        (Direction.THEIRS, Gender.OTHER, "Misaki wrote"),
        (Direction.BOTH, Gender.SHE, "Messages"),
    ],
)
def test_a_row_says_who_reached_out(direction: Direction, gender: Gender, title: str) -> None:
    assert bare(talk_title(a_talk(InteractionKind.MESSAGE, direction), "Misaki", gender)) == title


@pytest.mark.parametrize("kind", InteractionKind)
@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("gender", Gender)
def test_every_kind_has_words(kind: InteractionKind, direction: Direction, gender: Gender) -> None:
    assert talk_title(a_talk(kind, direction), "Ada", gender).strip()
    assert talk_sentence(a_talk(kind, direction), ["Ada"]).strip()
    assert last_touch(kind, direction, gender, "Ada").strip()


def test_of_what_comes_nobody_says_who_reached_out() -> None:
    mine = a_talk(InteractionKind.MEETING, Direction.MINE)
    assert talk_title(mine, "Misaki", Gender.SHE, planned=True) == "Meeting"


def test_length_and_others_follow() -> None:
    title = talk_title(a_talk(minutes=40), "Misaki", Gender.SHE, ["Ken"])
    assert bare(title) == "Call, with Ken, 40 min"
    assert [length_words(minutes) for minutes in (5, 60, 90)] == ["5 min", "1 h", "1 h 30 min"]


def test_many_are_counted() -> None:
    assert bare(names(["A", "B"])) == "A and B"
    assert bare(names(["A", "B", "C", "D", "E"])) == "A, B, C and 2 others"
    assert bare(note_title(["A"])) == "Note about A"
    assert bare(talk_sentence(a_talk(), ["A", "B"])) == "Call with A and B"
    assert bare(talk_sentence(a_talk(), ["A"], planned=True)) == "Call with A"
    assert talk_sentence(a_talk(), []) == "Call"


def test_the_hour_is_said_of_today_and_of_what_comes() -> None:
    present = a_present("2026-11-24 09:00")
    at = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    assert when_in_row(Happened(date(2026, 11, 24), at), present) == "Today, 10:30"
    assert (
        when_in_row(Happened(date(2026, 11, 12), datetime(2026, 11, 12, 9, tzinfo=UTC)), present) == "12 Nov"
    )
    assert when_in_row(Happened(date(2026, 11, 23)), present) == "Yesterday"


def test_the_full_day_names_the_place_of_another_clock() -> None:
    at = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
    assert when_in_full(Happened(date(2026, 11, 24), at), BERLIN) == "Tuesday 24 November 2026, 10:30"
    there = when_in_full(Happened(date(2026, 11, 24), at, "Asia/Tokyo"), BERLIN)
    assert bare(there) == "Tuesday 24 November 2026, 18:30 in Tokyo"
    assert when_in_full(Happened(date(2026, 11, 24)), BERLIN) == "Tuesday 24 November 2026"


@pytest.mark.parametrize("kind", DateKind)
def test_moments_have_names(kind: DateKind) -> None:
    moment = Moment(kind, PartialDate(1986, 3, 3), None)
    assert moment_title(moment)
    assert moment_when(moment) == "3 March 1986"
    assert bare(moment_title(Moment(kind, PartialDate(1986, 3, 3), None, "New flat"))) == "New flat"


@pytest.mark.parametrize(
    ("day", "yearly", "shown"),
    [
        (PartialDate(2026, 11, 30), False, "Monday"),
        (PartialDate(2026, 12, 30), False, "30 Dec"),
        (PartialDate(1986, 3, 3), True, "3 March 1986"),
        (PartialDate(2027, 3), False, "March 2027"),
    ],
)
def test_a_moment_in_a_row_is_told_as_other_days_are(day: PartialDate, yearly: bool, shown: str) -> None:
    moment = Moment(DateKind.OTHER, day, None, "moves house", yearly=yearly)
    assert moment_in_row(moment, date(2026, 11, 24)) == shown
