"""What speaks for two people being one, and what against."""

import pytest

from relate_desktop.domain.certainty import ASKED, certainty, is_certain
from relate_desktop.domain.likeness import compare, profile_of
from relate_desktop.domain.match_reason import MatchReason as Reason
from tests.labelled_pairs import SETS, labelled_pairs
from tests.open_book import a_person


@pytest.mark.parametrize(
    ("line", "other", "reason"),
    [
        ("TEL;TYPE=CELL:0176 1234567", "TEL:+49 176 1234567", Reason.SAME_MOBILE),
        ("TEL;TYPE=HOME:030 1234567", "TEL;TYPE=CELL,HOME:+49 30 1234567", Reason.SAME_PHONE),
        ("EMAIL:ada@example.org", "EMAIL:ADA@example.org", Reason.SAME_EMAIL),
        ("EMAIL:info@example.org", "EMAIL:info@example.org", Reason.SHARED_EMAIL),
        ("EMAIL:family.king@example.org", "EMAIL:family.king@example.org", Reason.SHARED_EMAIL),
        ("IMPP:xmpp:ada@example.org", "IMPP:xmpp:Ada@example.org", Reason.SAME_HANDLE),
        ("UID:urn:uuid:4fbe8971-0bc3-424c", "UID:4FBE8971-0BC3-424C", Reason.SAME_UID),
        ("BDAY:1815-12-10", "BDAY:18151210", Reason.SAME_BIRTHDAY),
        ("BDAY:1815-12-10", "BDAY:--12-10", Reason.SAME_DAY),
        ("BDAY:1815-12-10", "BDAY:1816-12-10", Reason.DIFFERENT_BIRTHDAY),
        ("ORG:Kite Museum;Shop", "ORG:KITE MUSEUM", Reason.SAME_ORGANIZATION),
        ("ADR:;;Am Markt 1;Köln;;;", "ADR:;;am markt 1;koln;;;", Reason.SAME_ADDRESS),
        ("ADR:;;Am Markt 1;Köln;;;", "ADR:;;Am Markt 2;Köln;;;", Reason.DIFFERENT_ADDRESS),
        ("PHOTO:media:abc", "PHOTO:media:abc", Reason.SAME_PICTURE),
        ("NOTE:met at the kite fair", "NOTE:Met at the kite fair", Reason.SAME_OTHER),
        ("KIND:org", "KIND:individual", Reason.DIFFERENT_KIND),
    ],
)
def test_each_thing_in_common_is_a_reason_of_its_own(line: str, other: str, reason: Reason) -> None:
    one, two = (profile_of(a_person("Ada Lovelace", text)) for text in (line, other))
    assert set(compare(one, two)) == {Reason.SAME_NAME, reason}
    assert compare(one, two) == compare(two, one)


def test_a_single_word_speaks_against_it_unless_a_number_of_their_own_is_the_same() -> None:
    call = profile_of(a_person("Schatz", "TEL;TYPE=CELL:0176 1234567"))
    home = profile_of(a_person("Schatz", "TEL;TYPE=HOME:0176 1234567"))
    ada = profile_of(a_person("Ada King", "TEL:0176 1234567"))
    assert compare(call, ada) == (Reason.SAME_MOBILE,)
    assert compare(home, ada) == (Reason.SAME_PHONE, Reason.DIFFERENT_NAME)


def test_no_name_is_a_reason_only_beside_another() -> None:
    bare = profile_of(a_person("ada@example.org", "EMAIL:ada@example.org"))
    assert compare(bare, profile_of(a_person("Grace"))) == ()
    ada = profile_of(a_person("Ada", "EMAIL:ada@example.org"))
    assert compare(bare, ada) == (Reason.SAME_EMAIL, Reason.NO_NAME)


def test_a_card_named_like_its_company_is_the_company() -> None:
    museum = profile_of(a_person("Kite Museum", "ORG:Kite Museum", "TEL:+44 20 7946 0001"))
    ada = profile_of(a_person("Ada King", "ORG:Kite Museum", "TEL:+44 20 7946 0001"))
    assert Reason.DIFFERENT_KIND in compare(museum, ada)


def test_a_forged_name_is_told() -> None:
    forged = profile_of(a_person("Аdа King"))  # with Cyrillic letters for the Latin ones
    assert Reason.LOOK_ALIKE in compare(forged, profile_of(a_person("Ada King")))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Louis Cap 1{}", ("TEL;TYPE=CELL:0176 1234567",)),
        ("Test User {}", ("BDAY:1990-01-02", "ORG:Kite Museum")),
    ],
)
def test_people_who_are_counted_are_never_certainly_one(name: str, lines: tuple[str, ...]) -> None:
    one, two = (profile_of(a_person(name.format(number), *lines)) for number in (4, 5))
    assert not is_certain(compare(one, two))
    assert is_certain(compare(one, one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lena Braun", "Nora Braun"),
        ("Beth Clay", "Lisa Clay"),
        ("Bill Clay", "Liam Clay"),
        ("Ted King", "Ned King"),
        ("Lisa King", "Liza King"),
        ("Marina King", "Martina King"),
        ("Carla King", "Carola King"),
        ("Mei Chen", "Mai Chen"),
        ("Li Wang", "Lie Wang"),
    ],
)
def test_twins_are_asked_about_and_never_certainly_one(one: str, other: str) -> None:
    shared = ("TEL;TYPE=CELL:0176 1234567", "BDAY:1990-01-02", "ADR:;;Am Markt 1;Köln;;;")
    reasons = compare(profile_of(a_person(one, *shared)), profile_of(a_person(other, *shared)))
    assert certainty(reasons) > ASKED
    assert not is_certain(reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Jörg King", "Joerg King"), ("Philipp King", "Filip King"), ("Sara King", "Sarah King")],
)
def test_one_name_written_in_two_ways_is_no_twin(one: str, other: str) -> None:
    shared = ("TEL;TYPE=HOME:030 1234567", "BDAY:1990-01-02", "ADR:;;Am Markt 1;Köln;;;")
    assert is_certain(compare(profile_of(a_person(one, *shared)), profile_of(a_person(other, *shared))))


@pytest.mark.parametrize(("one", "other"), [("Marina", "Martina"), ("Carla", "Carola"), ("Lisa", "Liza")])
def test_sisters_of_one_house_need_no_birthday_to_be_asked_about(one: str, other: str) -> None:
    shared = ("TEL;TYPE=HOME:0561 555199", "ADR:;;Am Markt 1;Köln;;;", "ORG:King & Co")
    reasons = compare(*(profile_of(a_person(f"{name} King", *shared)) for name in (one, other)))
    assert certainty(reasons) > ASKED
    assert not is_certain(reasons)


def test_an_address_of_ones_own_makes_a_slip_of_what_could_be_a_twin() -> None:
    shared = ("EMAIL:lisa@example.org", "BDAY:1990-01-02")
    one, other = (profile_of(a_person(f"{name} King", *shared)) for name in ("Lisa", "Liza"))
    assert is_certain(compare(one, other))


@pytest.mark.parametrize("which", SETS)
def test_of_pairs_that_people_decided_on_nearly_all_are_found_and_hardly_any_is_wrongly_certain(
    which: str,
) -> None:
    likely: dict[bool, list[tuple[float, bool]]] = {True: [], False: []}
    for pair in labelled_pairs(SETS[which]):
        reasons = compare(*map(profile_of, pair.cards))
        likely[pair.one].append((certainty(reasons), is_certain(reasons)))
    found = sum(chance >= ASKED for chance, _certain in likely[True])
    right, wrong = (sum(certain for _chance, certain in likely[one]) for one in (True, False))
    assert found >= 0.95 * len(likely[True])
    assert right >= 0.98 * (right + wrong)


def test_a_card_that_is_named_like_a_company_and_says_no_more_is_that_company() -> None:
    bakery = profile_of(a_person("Bäckerei Ruf", "ORG:Bäckerei Ruf", "TEL;TYPE=WORK:0711 555225"))
    bare = profile_of(a_person("Baeckerei Ruf", "TEL;TYPE=WORK:0711 555225"))
    person = profile_of(a_person("Baeckerei Ruf", "KIND:individual", "TEL;TYPE=WORK:0711 555225"))
    assert Reason.DIFFERENT_KIND not in compare(bakery, bare)
    assert Reason.DIFFERENT_KIND in compare(bakery, person)


def test_a_short_name_nobody_wrote_down_is_asked_about_behind_a_number_of_ones_own() -> None:
    one, other = (f"{name} Pichler" for name in ("Gerli", "Gerlinde"))
    mobile, home = "TEL;TYPE=CELL:0664 5550116", "TEL;TYPE=HOME:0512 5550116"
    asked, family = (
        compare(profile_of(a_person(one, line)), profile_of(a_person(other, line))) for line in (mobile, home)
    )
    assert Reason.SIMILAR_NAME in asked
    assert certainty(asked) >= ASKED
    assert not is_certain(asked)
    assert Reason.DIFFERENT_GIVEN_NAME in family


def test_a_junior_with_an_address_of_his_own_need_not_say_so_everywhere() -> None:
    junior = profile_of(a_person("Frank King Jr.", "EMAIL:frank@example.org", "TEL;TYPE=HOME:030 1234567"))
    same = profile_of(a_person("Frank King", "EMAIL:frank@example.org"))
    father = profile_of(a_person("Frank King", "TEL;TYPE=HOME:030 1234567"))
    assert is_certain(compare(junior, same))
    assert Reason.DIFFERENT_GENERATION in compare(junior, father)


def test_siblings_whose_names_are_one_name_in_two_countries_are_never_certainly_one() -> None:
    shared = ("TEL;TYPE=HOME:0561 555199", "ADR:;;Am Markt 1;Köln;;;")
    for more in ((), ("BDAY:1988-07-07",)):
        reasons = compare(
            *(profile_of(a_person(f"{name} King", *shared, *more)) for name in ("Jan", "Johannes"))
        )
        assert certainty(reasons) >= ASKED
        assert not is_certain(reasons)


def test_colleagues_of_one_name_with_a_mailbox_each_are_asked_about() -> None:
    company = ("TEL;TYPE=WORK:089 880163", "ORG:Kite Museum")
    one, other, private = (
        profile_of(a_person("Thomas Huber", *company, f"EMAIL:{address}"))
        for address in ("thomas.huber@kite.example", "t.huber2@kite.example", "thomas@home.example")
    )
    assert certainty(compare(one, other)) > ASKED
    assert not is_certain(compare(one, other))
    assert is_certain(compare(one, private))


def test_the_mailbox_of_a_family_makes_no_one_person_of_a_couple() -> None:
    chris, christina, kate, katherine = (
        profile_of(a_person(f"{name} Park", "EMAIL:theparks@example.org"))
        for name in ("Chris", "Christina", "Kate", "Katherine")
    )
    assert not is_certain(compare(chris, christina))
    assert is_certain(compare(kate, katherine))


def test_a_birthday_whose_day_and_month_changed_places_speaks_neither_way() -> None:
    one, turned, other = (
        profile_of(a_person("Ada Lovelace", f"BDAY:{day}"))
        for day in ("1980-03-04", "1980-04-03", "1980-04-04")
    )
    assert compare(one, turned) == (Reason.SAME_NAME,)
    assert Reason.DIFFERENT_BIRTHDAY in compare(one, other)
