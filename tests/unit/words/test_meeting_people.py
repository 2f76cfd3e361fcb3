"""The words for who somebody of a meeting is."""

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.meeting_people import MeetingPerson, Standing
from relate_desktop.domain.text import isolate
from relate_desktop.words.meeting_people import (
    also_invited,
    attendee_name,
    in_meetings,
    most_frequent,
    standing_words,
    strangers_words,
)
from tests.meetings import an_attendee


def test_somebody_is_called_by_name_else_by_address() -> None:
    assert attendee_name(an_attendee("a@b.org", "Ada")) == isolate("Ada")
    assert attendee_name(an_attendee("a@b.org", "a@b.org")) == isolate("a@b.org")
    assert attendee_name(an_attendee("tel:+4930123456")) == isolate("+4930123456")
    assert attendee_name(an_attendee()) == isolate("somebody")


def test_only_who_is_known_needs_no_question() -> None:
    guest = an_attendee("t@x.jp", "M. Tanaka")
    for standing in Standing:
        said = standing_words(MeetingPerson(standing, guest, ContactId(1)), "Misaki")
        assert bool(said) == (standing is not Standing.KNOWN)
    proposed = standing_words(MeetingPerson(Standing.PROPOSED, guest, ContactId(1)), "Misaki")
    assert proposed == f"Is this {isolate('Misaki')}?"


def test_what_else_is_invited_is_listed_up_to_a_dozen() -> None:
    assert also_invited([]) == ""
    team = [an_attendee(name="Team", person=False), an_attendee("attic@x.org", person=False)]
    assert also_invited(team) == f"Also invited: {isolate('Team')} and {isolate('attic@x.org')}"
    assert also_invited(team * 20).count("Team") == 6


def test_strangers_are_counted() -> None:
    assert strangers_words(0) == ""
    assert strangers_words(1) == "One person invited is not in your book."
    assert strangers_words(12) == "Twelve people invited are not in your book."
    assert strangers_words(500, more=True) == "More than 500 people invited are not in your book."
    assert most_frequent(100) == "These 100 are invited most often. The others come once these are answered."
    assert in_meetings(1) == "in 1 meeting"
    assert in_meetings(1200) == "in 1,200 meetings"
