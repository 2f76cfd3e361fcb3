"""Words of events."""

from relate_desktop.domain.calendar_event import EventStatus, Participation
from relate_desktop.words.calendars import participation_name, status_name


def test_every_answer_reads_after_a_name() -> None:
    assert participation_name(Participation.ACCEPTED) == "comes"
    assert all(participation_name(answer) for answer in Participation)


def test_only_an_event_that_is_not_sure_says_so() -> None:
    assert status_name(EventStatus.CONFIRMED) == ""
    assert status_name(EventStatus.CANCELLED) == "cancelled"
