"""Relations and households, through the service and in a real book."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from relate_desktop.domain.change import Changes
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ContactId, PropertyId
from relate_desktop.services.book import OpenBook
from relate_desktop.words.operations import summary
from tests.open_book import a_book, a_person
from tests.unit.services.going import a_job


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


def people(book: OpenBook, *names: str) -> list[ContactId]:
    return [book.contacts.add(a_person(name)) for name in names]


def around(book: OpenBook, contact: ContactId) -> list[tuple[str, str]]:
    return [(one.name, one.kind) for one in book.relations.around(contact).relations]


def test_a_relation_is_seen_from_both_sides(book: OpenBook) -> None:
    ada, byron = people(book, "Ada", "Byron")
    assert book.relations.relate(ada, byron, "father")
    assert around(book, ada) == [("Byron", "father")]
    assert around(book, byron) == [("Ada", "child")]


def test_who_is_she_is_a_daughter_from_the_other_side(book: OpenBook) -> None:
    (byron,) = people(book, "Byron")
    ada = book.contacts.add(a_person("Ada", "PRONOUNS:she/her"))
    book.relations.relate(ada, byron, "parent")
    assert around(book, byron) == [("Ada", "daughter")]


def test_own_words_have_their_own_inverse(book: OpenBook) -> None:
    ada, bo = people(book, "Ada", "Bo")
    book.relations.relate(ada, bo, "Landlord", "Tenant")
    assert around(book, ada) == [("Bo", "Landlord")]
    assert around(book, bo) == [("Ada", "Tenant")]


def test_what_is_known_from_either_side_is_not_noted_again(book: OpenBook) -> None:
    ada, bo = people(book, "Ada", "Bo")
    book.relations.relate(ada, bo, "parent")
    assert not book.relations.relate(ada, bo, "mother")
    assert not book.relations.relate(bo, ada, "child")
    assert book.relations.relate(ada, bo, "colleague")
    assert len(around(book, bo)) == 2


def test_a_relation_follows_whoever_gets_another_name(book: OpenBook) -> None:
    ada, bo = people(book, "Ada", "Bo")
    book.relations.relate(ada, bo, "friend")
    person = book.contacts.get(bo)
    book.contacts.save(person.replaced(person.properties[0], *a_person("Boris")))
    assert around(book, ada) == [("Boris", "friend")]


def test_a_name_on_a_card_leads_to_the_only_one_who_has_it(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada", "X-SPOUSE:William King"))
    assert [one.person for one in book.relations.around(ada).relations] == [None]
    (william,) = people(book, "King William")
    (found,) = book.relations.around(ada).relations
    assert found.person is not None
    assert (found.person.id, found.by_name) == (william, True)
    assert around(book, william) == [("Ada", "spouse")]
    people(book, "William King")
    (found,) = book.relations.around(ada).relations
    assert found.person is None
    assert len(found.candidates) == 2


def test_who_of_several_is_meant_can_be_said(book: OpenBook) -> None:
    ada = book.contacts.add(a_person("Ada", "X-SPOUSE:William King"))
    one, other = people(book, "William King", "William King")
    (found,) = book.relations.around(ada).relations
    assert book.relations.point(ada, found.line, other)
    assert around(book, other) == [("Ada", "spouse")]
    assert around(book, one) == []
    (found,) = book.relations.around(ada).relations
    book.relations.point(ada, found.line, None)
    assert around(book, other) == []


def test_a_reference_of_a_card_leads_to_the_card_of_the_same_file(book: OpenBook, tmp_path: Path) -> None:
    file = tmp_path / "two.vcf"
    file.write_text(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//T//EN\r\nUID:urn:uuid:1\r\nFN:Ada\r\n"
        "RELATED;TYPE=friend:urn:uuid:2\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//T//EN\r\nUID:urn:uuid:2\r\nFN:Bo\r\nEND:VCARD\r\n"
    )
    book.imports.run([file], job=a_job())
    ada = book.contacts.named("Ada")
    assert around(book, ada) == [("Bo", "friend")]


def test_somebody_who_is_not_in_the_book_is_a_name(book: OpenBook) -> None:
    (ada,) = people(book, "Ada")
    assert book.relations.relate_name(ada, " Emi ", "sister")
    assert not book.relations.relate_name(ada, "Emi", "sister")
    assert around(book, ada) == [("Emi", "sister")]
    with pytest.raises(UsageError):
        book.relations.relate_name(ada, " ", "sister")


def test_a_relation_can_be_worded_anew_and_taken_away_from_both_sides(book: OpenBook) -> None:
    ada, bo = people(book, "Ada", "Bo")
    book.relations.relate(ada, bo, "friend")
    (seen,) = book.relations.around(bo).relations
    assert book.relations.reword(seen.said_by, seen.line, "manager")
    assert around(book, bo) == [("Ada", "report")]
    book.relations.unrelate(seen.said_by, seen.line)
    assert around(book, ada) == around(book, bo) == []
    with pytest.raises(NotFoundError) as told:
        book.relations.unrelate(seen.said_by, PropertyId(999))
    assert told.value.kind is ErrorKind.RELATION_UNKNOWN


def test_both_hear_of_a_relation_and_undo_takes_it_back(book: OpenBook) -> None:
    ada, bo = people(book, "Ada", "Bo")
    heard: list[Changes] = []
    book.listen(heard.append)
    book.relations.relate(ada, bo, "friend")
    assert heard[-1].contacts == {ada, bo}
    assert next(entry.kind.value for entry in book.history.entries(bo)) == "relate"
    book.history.undo()
    assert around(book, ada) == []
    assert heard[-1].contacts == {ada, bo}
    book.history.redo()
    assert around(book, bo) == [("Ada", "friend")]


def test_nobody_is_related_to_themselves(book: OpenBook) -> None:
    (ada,) = people(book, "Ada")
    with pytest.raises(UsageError):
        book.relations.relate(ada, ada, "friend")
    book.contacts.save(book.contacts.get(ada).added(*a_person("x", "X-SPOUSE:Ada")[1:]))
    assert [one.person for one in book.relations.around(ada).relations] == [None]


def test_who_is_removed_is_a_name_until_put_back(book: OpenBook) -> None:
    ada, bo = people(book, "Ada", "Bo")
    book.relations.relate(ada, bo, "friend")
    book.contacts.trash([bo])
    assert [one.person for one in book.relations.around(ada).relations] == [None]
    book.contacts.put_back([bo])
    (found,) = book.relations.around(ada).relations
    assert found.person is not None


def test_relations_follow_a_merge_and_come_home_when_separated(book: OpenBook) -> None:
    ada, bo, boris = people(book, "Ada", "Bo", "Boris")
    book.relations.relate(ada, boris, "friend")
    book.relations.relate(ada, bo, "cousin")
    merged = book.merges.merge(bo, [boris])
    assert sorted(around(book, ada)) == [("Boris", "cousin"), ("Boris", "friend")]
    book.merges.separate(merged.changeset)
    assert sorted(around(book, ada)) == [("Bo", "cousin"), ("Boris", "friend")]


def test_whoever_becomes_one_with_a_relative_is_not_related_to_themselves(book: OpenBook) -> None:
    ada, bo = people(book, "Ada", "Bo")
    book.relations.relate(ada, bo, "friend")
    merged = book.merges.merge(ada, [bo])
    assert around(book, ada) == []
    book.merges.separate(merged.changeset)
    assert around(book, bo) == [("Ada", "friend")]


def test_erasing_somebody_erases_what_points_to_them(book: OpenBook) -> None:
    ada, bo = people(book, "Ada", "Unforgettable")
    book.relations.relate(ada, bo, "Blutsbruder")
    book.contacts.trash([bo])
    book.contacts.forget([bo])
    assert around(book, ada) == []
    assert book.health().problems == ()
    book.database.checkpoint()
    kept = (book.folder / "relate.db").read_bytes()
    assert b"Unforgettable" not in kept
    assert b"Blutsbruder" not in kept


def test_a_household_has_everybody_and_one_name(book: OpenBook) -> None:
    ada, bo, cy, dee = people(book, "Ada", "Bo", "Cy", "Dee")
    made = book.relations.live_together([ada, bo], "The Kings")
    assert made.members == (ada, bo)
    assert book.relations.live_together([bo, cy]).home == made.home
    renamed = book.relations.live_together([cy], "Kings & Co")
    assert [one.home.name for one in book.relations.households()] == ["Kings & Co"]
    assert set(renamed.members) == {ada, bo, cy}
    found = book.relations.around(ada)
    assert found.household is not None
    assert [row.called for row in found.members] == ["Bo", "Cy"]
    other = book.relations.live_together([dee])
    assert other.home != renamed.home
    assert book.relations.move_out(bo)
    assert not book.relations.move_out(bo)
    assert [row.called for row in book.relations.around(ada).members] == ["Cy"]
    book.history.undo()
    assert [row.called for row in book.relations.around(ada).members] == ["Bo", "Cy"]


def test_two_households_of_one_name_stay_two(book: OpenBook) -> None:
    ada, bo = people(book, "Ada", "Bo")
    book.relations.live_together([ada], "Müller")
    book.relations.live_together([bo], "Müller")
    assert [one.members for one in book.relations.households()] == [(ada,), (bo,)]


def test_how_one_met_is_noted_and_forgotten(book: OpenBook) -> None:
    (ada,) = people(book, "Ada")
    assert book.relations.met(ada, "At a fair")
    assert book.relations.around(ada).how_met == "At a fair"
    assert book.relations.met(ada, "")
    assert book.relations.around(ada).how_met == ""


def test_who_has_the_same_address_is_proposed_until_they_live_together(book: OpenBook) -> None:
    add = book.contacts.add
    ada = add(a_person("Ada", "ADR:;;Hauptstr. 5;Köln;;50667;"))
    bo = add(a_person("Bo", "ADR;TYPE=HOME:;;Hauptstraße 5;Cologne;;50667;"))
    add(a_person("Cy", "ADR;TYPE=WORK:;;Hauptstr. 5;Köln;;50667;"))
    add(a_person("Dee", "ADR:;;Hauptstr. 51;Köln;;50667;"))
    assert [row.id for row in book.relations.at_one_address(ada)] == [bo]
    assert [row.id for row in book.relations.at_one_address(bo)] == [ada]
    assert book.relations.households() == []
    book.relations.live_together([ada, bo])
    assert book.relations.at_one_address(ada) == []


def at_home(book: OpenBook, *names: str) -> list[ContactId]:
    """People of one address."""
    return [book.contacts.add(a_person(name, "ADR:;;Gasse 5;Bonn;;;")) for name in names]


def proposed(book: OpenBook, contact: ContactId) -> list[ContactId]:
    return [row.id for row in book.relations.at_one_address(contact)]


def test_who_does_not_live_together_is_not_proposed_again_until_that_is_undone_or_asked(
    book: OpenBook,
) -> None:
    ada, bo, cy = at_home(book, "Ada", "Bo", "Cy")
    assert book.relations.live_apart(ada, [bo])
    assert not book.relations.live_apart(bo, [ada])
    assert (proposed(book, ada), proposed(book, bo), proposed(book, cy)) == ([cy], [cy], [ada, bo])
    assert [row.id for row in book.relations.living_apart(bo)] == [ada]
    told = book.history.entries(bo)[0]
    assert summary(told.kind, told.facts) == "\u2068Ada\u2069 and \u2068Bo\u2069 do not live together."
    book.history.undo()
    assert proposed(book, ada) == [bo, cy]
    book.history.redo()
    assert book.relations.ask_who_lives_there(bo, [ada])
    assert not book.relations.ask_who_lives_there(bo)
    assert proposed(book, bo) == [ada, cy]
    with pytest.raises(UsageError):
        book.relations.live_apart(ada, [ada])


def test_who_lives_together_after_all_is_no_longer_refused(book: OpenBook) -> None:
    ada, bo = at_home(book, "Ada", "Bo")
    book.relations.live_apart(ada, [bo])
    book.relations.live_together([bo, ada])
    assert book.relations.living_apart(ada) == []


def test_who_is_in_the_trash_is_not_named_among_those_who_live_apart(book: OpenBook) -> None:
    ada, bo = at_home(book, "Ada", "Bo")
    book.relations.live_apart(ada, [bo])
    book.contacts.trash([bo])
    assert book.relations.living_apart(ada) == []
    book.contacts.put_back([bo])
    assert [row.id for row in book.relations.living_apart(ada)] == [bo]


def test_a_refusal_follows_whoever_is_merged_and_leaves_with_who_is_erased(book: OpenBook) -> None:
    ada, bo, twin = at_home(book, "Ada", "Bo", "Bo B.")
    book.relations.live_apart(ada, [bo])
    merged = book.merges.merge(twin, [bo])
    assert proposed(book, ada) == proposed(book, twin) == []
    assert [row.id for row in book.relations.living_apart(ada)] == [twin]
    book.merges.separate(merged.changeset, twin)
    assert (proposed(book, twin), proposed(book, bo)) == ([ada, bo], [twin])
    book.contacts.forget([bo])
    assert book.relations.living_apart(ada) == []
    assert not book.relations.ask_who_lives_there(ada)


def test_a_house_of_many_is_no_household(book: OpenBook) -> None:
    everybody = [book.contacts.add(a_person(f"P{number}", "ADR:;;Gasse 5;Bonn;;;")) for number in range(10)]
    assert book.relations.at_one_address(everybody[0]) == []
