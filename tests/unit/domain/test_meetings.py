"""Meetings of a day."""

from dataclasses import replace
from datetime import timedelta

from relate_desktop.domain.ids import EntryId, InteractionId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.meetings import USUAL_LENGTH, Meeting
from tests.present import TODAY, a_present, at

COFFEE = Interaction(InteractionKind.MEETING, Direction.BOTH, Happened(TODAY, at("2026-11-24 16:00")), ())


def test_it_is_over_after_its_length_or_the_usual_one() -> None:
    meeting = Meeting(InteractionId(EntryId(1)), COFFEE, at("2026-11-24 16:00"), ())
    assert not meeting.over(a_present("2026-11-24 16:59"))
    assert meeting.over(a_present("2026-11-24 17:00"))
    assert meeting.ends_at - meeting.at == USUAL_LENGTH
    short = replace(meeting, item=replace(COFFEE, minutes=20))
    assert short.ends_at - short.at == timedelta(minutes=20)
