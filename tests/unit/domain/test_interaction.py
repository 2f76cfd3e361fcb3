"""Conversations and what follows from their dates."""

from datetime import UTC, date

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import (
    Direction,
    Happened,
    Interaction,
    InteractionKind,
    planned_on,
    talks_of,
)
from tests.present import BERLIN, TODAY, at


def an_interaction(happened: Happened, direction: Direction = Direction.MINE) -> Interaction:
    return Interaction(InteractionKind.MAIL, direction, happened, (ContactId(1),))


def test_a_moment_lies_on_the_day_of_its_zone() -> None:
    moment = at("2026-11-24 20:00")
    assert Happened.moment(moment, "Asia/Tokyo", UTC).on == date(2026, 11, 25)
    assert Happened.moment(moment, "", BERLIN).on == date(2026, 11, 24)


def test_a_day_without_an_hour_is_sorted_as_its_noon() -> None:
    assert Happened(TODAY).sort_at(BERLIN) == at("2026-11-24 12:00")
    assert Happened(TODAY, zone="Asia/Tokyo").sort_at(BERLIN) == at("2026-11-24 12:00", "Asia/Tokyo")
    assert Happened(TODAY, at("2026-11-24 07:00")).sort_at(BERLIN) == at("2026-11-24 07:00")


def test_talks_are_the_past_in_order() -> None:
    evening = an_interaction(Happened(TODAY, at("2026-11-24 20:00")), Direction.MINE)
    morning = an_interaction(Happened(TODAY, at("2026-11-24 08:00")), Direction.THEIRS)
    before = an_interaction(Happened(date(2026, 11, 1)), Direction.BOTH)
    planned = an_interaction(Happened(date(2026, 11, 27)))
    talks = talks_of([evening, planned, morning, before], TODAY)
    assert [talk.direction for talk in talks] == [Direction.BOTH, Direction.THEIRS, Direction.MINE]
    assert planned_on([evening, planned, morning], TODAY) == date(2026, 11, 27)
    assert planned_on([evening], TODAY) is None
