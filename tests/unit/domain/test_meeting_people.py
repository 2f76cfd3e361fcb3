"""Who the people of a meeting are: certain by address, asked about by name, never assumed."""

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.calendar_event import Attendee, CalendarEvent, EventStatus, Participation
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.matching import name_key
from relate_desktop.domain.meeting_people import (
    MOST_MET,
    Acquainted,
    KnownAttendee,
    KnownBy,
    MeetingPerson,
    People,
    Standing,
    gathered,
    met_in,
    owner_of,
    perhaps_mine,
    spoken_name,
    takes_part,
    title_key,
    word_for,
)
from tests.meetings import an_attendee, an_event, an_occurrence

OLENA, ANNA, TON = ContactId(1), ContactId(2), ContactId(3)
KNOWN = Acquainted(
    mine=frozenset({"robin@example.org"}),
    my_names=frozenset({"robin"}),
    by_address={"olena@example.org": [OLENA], "family@example.org": [ANNA, TON]},
    by_name={name_key("Olena Bondar"): [OLENA], name_key("Anna Lind"): [ANNA], name_key("Jo"): [ANNA, TON]},
)


def of(event: CalendarEvent, *said: KnownAttendee, title: tuple[ContactId, ...] = ()) -> list[MeetingPerson]:
    known = Acquainted(
        KNOWN.mine, KNOWN.my_names, KNOWN.by_address, KNOWN.by_name, said, {title_key(event.title): title}
    )
    return list(People(known).of(event))


def standings(*attendees: Attendee) -> list[tuple[Standing, ContactId | None]]:
    return [(one.standing, one.contact) for one in of(an_event("Meeting", *attendees))]


def test_an_address_that_one_person_has_is_certain_whatever_the_name_says() -> None:
    assert standings(an_attendee("OLENA@example.org", "Somebody Else")) == [(Standing.KNOWN, OLENA)]


def test_a_full_name_alone_is_only_proposed() -> None:
    assert standings(an_attendee("other@example.org", "Bondar, Olena")) == [(Standing.PROPOSED, OLENA)]


def test_a_name_several_people_have_is_unknown_and_offers_them() -> None:
    (found,) = of(an_event("Meeting", an_attendee("jo@example.org", "Jo")))
    assert (found.standing, found.contact, found.candidates) == (Standing.UNKNOWN, None, (ANNA, TON))


def test_the_address_of_a_household_with_a_name_is_that_person() -> None:
    assert standings(an_attendee("family@example.org", "Anna Lind")) == [(Standing.KNOWN, ANNA)]
    (found,) = of(an_event("Meeting", an_attendee("family@example.org")))
    assert (found.standing, found.candidates) == (Standing.UNKNOWN, (ANNA, TON))


def test_the_users_word_goes_before_everything() -> None:
    word = KnownAttendee(KnownBy.ADDRESS, "olena@example.org", TON)
    (found,) = of(an_event("Meeting", an_attendee("olena@example.org")), word)
    assert (found.standing, found.contact) == (Standing.KNOWN, TON)
    nobody = KnownAttendee(KnownBy.ADDRESS, "other@example.org", None)
    (found,) = of(an_event("Meeting", an_attendee("other@example.org", "Olena Bondar")), nobody)
    assert (found.standing, found.contact) == (Standing.NOBODY, None)


def test_a_word_about_a_name_holds_where_there_is_no_address() -> None:
    word = KnownAttendee(KnownBy.NAME, name_key("M. Tanaka"), TON)
    (found,) = of(an_event("Meeting", an_attendee(name="Tanaka M.")), word)
    assert found.contact == TON
    (found,) = of(an_event("Meeting", an_attendee("m@example.org", "M. Tanaka")), word)
    assert found.standing is Standing.UNKNOWN


def test_the_user_is_known_by_address_and_by_name_only_without_one() -> None:
    assert standings(an_attendee("Robin@Example.org", "Anna Lind")) == [(Standing.ME, None)]
    assert standings(an_attendee(name="Robin")) == [(Standing.ME, None)]
    assert standings(an_attendee("robin@elsewhere.org", "Robin")) == [(Standing.UNKNOWN, None)]


def test_rooms_are_nobody_and_an_organiser_named_twice_is_one() -> None:
    room = an_attendee("room@example.org", "Anna Lind", person=False)
    organizer = an_attendee("olena@example.org", answer=Participation.UNANSWERED, organizer=True)
    found = gathered((organizer, room, an_attendee("olena@example.org", "Olena")))
    assert found == (
        Attendee("olena@example.org", "Olena", Participation.ACCEPTED, organizer=True, person=True),
    )


def test_one_person_by_two_addresses_is_met_once_and_comes_if_one_of_them_does() -> None:
    known = Acquainted(by_address={"a@example.org": [ANNA], "b@example.org": [ANNA]})
    event = an_event(
        "Meeting", an_attendee("a@example.org", answer=Participation.DECLINED), an_attendee("b@example.org")
    )
    assert met_in(People(known).of(event)) == (ANNA,)


def test_who_declined_is_not_met() -> None:
    event = an_event(
        "Meeting",
        an_attendee("olena@example.org", answer=Participation.DECLINED),
        an_attendee("family@example.org", "Anna Lind", Participation.TENTATIVE),
    )
    assert met_in(of(event)) == (ANNA,)


def test_a_title_proposes_whom_it_names_alone_and_a_yes_is_remembered_for_the_title() -> None:
    event = an_event("Coffee with Olena")
    (found,) = of(event, title=(OLENA,))
    assert (found.standing, found.contact, found.attendee) == (Standing.PROPOSED, OLENA, None)
    assert met_in([found]) == ()
    assert of(event, title=(OLENA, ANNA)) == []
    yes = KnownAttendee(KnownBy.TITLE, title_key("coffee  with OLENA"), OLENA)
    assert met_in(of(event, yes, title=(OLENA,))) == (OLENA,)
    no = KnownAttendee(KnownBy.TITLE, title_key(event.title), None)
    assert of(event, no, title=(OLENA,)) == []


def test_a_title_says_nothing_of_whom_the_address_has_told_already() -> None:
    event = an_event("Coffee with Olena", an_attendee("olena@example.org"))
    assert [one.standing for one in of(event, title=(OLENA,))] == [Standing.KNOWN]


def test_a_linked_person_is_met_and_the_title_is_not_asked_about_any_more() -> None:
    event = an_event("Coffee", uid="1@x")
    found = of(event, KnownAttendee(KnownBy.EVENT, "1@x", TON), title=(OLENA,))
    assert [(one.standing, one.contact) for one in found] == [(Standing.KNOWN, TON)]


def test_a_crowd_is_met_by_nobody() -> None:
    people = [MeetingPerson(Standing.KNOWN, contact=ContactId(number)) for number in range(MOST_MET + 1)]
    assert len(met_in(people[1:])) == MOST_MET
    assert met_in(people) == ()


def test_one_takes_no_part_in_what_one_declined_or_what_was_called_off() -> None:
    mine = an_attendee("robin@example.org", answer=Participation.DECLINED)
    declined = an_event("Meeting", mine, an_attendee("olena@example.org"))
    assert not takes_part(an_occurrence(declined), of(declined))
    cancelled = an_event("Meeting", status=EventStatus.CANCELLED)
    assert not takes_part(an_occurrence(cancelled), of(cancelled))
    event = an_event("Meeting", an_attendee("olena@example.org", answer=Participation.DECLINED))
    assert takes_part(an_occurrence(event), of(event))


def test_an_address_in_the_place_of_a_name_is_no_name() -> None:
    assert spoken_name(an_attendee("a@b.org", "'a@b.org'")) == ""
    assert spoken_name(an_attendee("a@b.org", " Anna  @ work ")) == "Anna @ work"


def test_what_stands_in_brackets_behind_a_name_is_no_part_of_it() -> None:
    assert spoken_name(an_attendee("a@b.org", "Lind, Anna (External)")) == "Lind, Anna"
    assert spoken_name(an_attendee("a@b.org", "Anna Lind [Studio]")) == "Anna Lind"
    assert spoken_name(an_attendee("a@b.org", "(Anna)")) == "(Anna)"
    known = of(an_event("Meeting", an_attendee("new@b.org", "Olena Bondar (External)")))
    assert [(one.standing, one.contact) for one in known] == [(Standing.PROPOSED, OLENA)]


def test_what_is_remembered_is_the_address_else_the_name() -> None:
    assert word_for(an_attendee("A@b.org", "Anna"), ANNA) == KnownAttendee(KnownBy.ADDRESS, "a@b.org", ANNA)
    assert word_for(an_attendee(name="Lind, Anna"), None) == KnownAttendee(KnownBy.NAME, "anna lind", None)
    assert word_for(an_attendee(), ANNA) is None


attendees = st.builds(
    Attendee,
    address=st.sampled_from(
        ["", "olena@example.org", "family@example.org", "robin@example.org", "x@y", "\ud800"]
    ),
    name=st.sampled_from(["", "Olena Bondar", "Anna Lind", "Jo", "Robin", "@", "\u202e"]),
    participation=st.sampled_from(Participation),
    organizer=st.booleans(),
    person=st.booleans(),
)


@given(st.lists(attendees, max_size=8))
def test_nobody_is_met_twice_and_nobody_by_name_alone(invited: list[Attendee]) -> None:
    found = of(an_event("Meeting", *invited), title=(OLENA,))
    contacts = [one.contact for one in found if one.contact is not None]
    assert len(contacts) == len(set(contacts))
    addresses = {one.address for one in invited if one.person}
    if "olena@example.org" not in addresses:
        assert OLENA not in met_in(found)


def test_what_the_owner_of_a_calendar_declined_was_not_held() -> None:
    olena = an_attendee("olena@example.org")
    owner = an_attendee("Me@Example.org", answer=Participation.DECLINED)
    event = an_event("Meeting", olena, owner)
    assert takes_part(an_occurrence(event), of(event))
    assert takes_part(an_occurrence(event), of(event), owner_of("Studio"))
    assert not takes_part(an_occurrence(event), of(event), owner_of("me@example.org"))
    assert owner_of("Work @ home") == ""


def test_whoever_is_part_of_nearly_everything_may_be_the_user() -> None:
    often = [("robin@example.org", 9), ("olena@example.org", 4)]
    assert perhaps_mine(often, 10) == ("robin@example.org",)
    assert perhaps_mine(often, 10, known={"robin@example.org"}) == ()
    assert perhaps_mine([("robin@example.org", 4)], 4) == ()
    assert perhaps_mine([("robin@example.org", 10), ("olena@example.org", 9)], 10) == ()
    assert perhaps_mine([("robin@example.org", 5)], 10) == ()
    assert perhaps_mine([], 0) == ()


def test_a_calendar_named_by_an_address_asks_whether_it_is_the_users() -> None:
    assert perhaps_mine([], 0, ["Robin@Example.org", "Work @ home", "Studio"]) == ("robin@example.org",)
