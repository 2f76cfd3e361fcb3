"""Who invites and who is invited."""

from relate_desktop.domain.calendar_event import Attendee, Participation
from tests.unit.formats.icalendar.calendars import read_one


def people(*lines: str) -> tuple[Attendee, ...]:
    return read_one("DTSTART:20260701T120000Z", *lines).attendees


def test_an_address_has_small_letters_and_no_scheme() -> None:
    found = people('ATTENDEE;CN="Lovelace, Ada";PARTSTAT=ACCEPTED:MAILTO:Ada@Example.org')
    assert found == (Attendee("ada@example.org", "Lovelace, Ada", Participation.ACCEPTED),)


def test_the_quotes_of_outlook_are_no_part_of_a_name() -> None:
    assert [one.name for one in people("ATTENDEE;CN=\"'Ada Lovelace'\":mailto:ada@x.org")] == ["Ada Lovelace"]
    assert [one.name for one in people("ATTENDEE;CN=O'Neil:mailto:o@x.org")] == ["O'Neil"]


def test_who_invites_is_one_of_those_invited_or_comes_first() -> None:
    ada, bob = "ATTENDEE;PARTSTAT=DECLINED:mailto:ada@x.org", "ATTENDEE:mailto:bob@x.org"
    found = people(ada, bob, "ORGANIZER;CN=Bob:mailto:BOB@x.org")
    assert [(one.address, one.name, one.organizer) for one in found] == [
        ("ada@x.org", "", False),
        ("bob@x.org", "Bob", True),
    ]
    found = people(ada, "ORGANIZER:mailto:eve@x.org")
    assert [(one.address, one.organizer) for one in found] == [("eve@x.org", True), ("ada@x.org", False)]


def test_rooms_things_and_lists_are_no_people() -> None:
    kinds = ("ROOM", "resource", "Group", "INDIVIDUAL", "UNKNOWN", "X-GUEST")
    found = people(*(f"ATTENDEE;CUTYPE={kind};CN=Attic:mailto:{kind}@x.org" for kind in kinds))
    assert [one.person for one in found] == [False, False, False, True, True, True]


def test_calendars_that_google_names_like_people_are_none() -> None:
    hosts = ("group.calendar.google.com", "resource.calendar.google.com", "calendar.google.com", "google.com")
    found = people(*(f"ATTENDEE;CN=Studio:mailto:a{number}@{host}" for number, host in enumerate(hosts)))
    assert [one.person for one in found] == [False, False, False, True]
    (host,) = people("ORGANIZER;CN=Studio:mailto:abc@group.calendar.google.com")
    assert (host.organizer, host.person) == (True, False)


def test_an_address_may_stand_in_a_parameter() -> None:
    found = people("ATTENDEE;CN=Ada;EMAIL=ada@x.org:/aMTIzNDU2Nzg5/principal/")
    assert found == (Attendee("ada@x.org", "Ada"),)


def test_who_is_invited_by_phone_has_a_number() -> None:
    found = people("ATTENDEE;CN=Ada:tel:+1-(919)-555.1234;ext=7", "ATTENDEE:TEL:7042;phone-context=x.org")
    assert found == (Attendee("tel:+19195551234", "Ada"),)
    assert found[0].number == "+19195551234"
    assert Attendee("ada@x.org").number == ""


def test_old_calendars_write_name_and_address_in_one() -> None:
    found = read_one(
        "DTSTART:20260701T120000Z",
        "ATTENDEE;ROLE=OWNER;STATUS=CONFIRMED:Ada Lovelace <Ada@x.org>",
        version="1.0",
    ).attendees
    assert found == (Attendee("ada@x.org", "Ada Lovelace", Participation.ACCEPTED, organizer=True),)


def test_a_name_that_only_repeats_the_address_is_none() -> None:
    assert people("ATTENDEE;CN=ada@x.org:mailto:ada@x.org") == (Attendee("ada@x.org"),)


def test_an_address_may_stand_where_the_name_should() -> None:
    assert people("ATTENDEE;CN=ada@x.org:invalid:nomail") == (Attendee("ada@x.org"),)


def test_a_name_is_the_same_with_its_comma_escaped() -> None:
    assert people("ATTENDEE;CN=Lovelace\\, Ada:mailto:ada@x.org") == (Attendee("ada@x.org", "Lovelace, Ada"),)


def test_somebody_without_name_and_address_is_nobody() -> None:
    assert people("ATTENDEE:urn:uuid:1234", "ATTENDEE:mailto:") == ()


def test_everybody_comes_once_and_not_more_than_fit_in_a_hall() -> None:
    assert len(people(*(f"ATTENDEE:mailto:{number}@x.org" for number in range(3_000)))) == 1_000
    assert len(people(*["ATTENDEE:mailto:a@x.org"] * 3)) == 1


def test_a_name_may_have_quotes_and_a_colon() -> None:
    found = people("ATTENDEE;CN=\"Lovelace: ^'Ada^'\";PARTSTAT=TENTATIVE:mailto:ada@x.org")
    assert [(one.name, one.participation) for one in found] == [('Lovelace: "Ada"', Participation.TENTATIVE)]
