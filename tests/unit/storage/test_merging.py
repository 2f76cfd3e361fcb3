"""People made one and separated again: nothing lost, everything on exactly one of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relate_desktop.domain.change import OperationKind, Reverted
from relate_desktop.domain.contact import GROUP_LABELS, Contact
from relate_desktop.domain.errors import ErrorKind, NotFoundError
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.domain.merge_plan import merged_lines, plan_merge
from relate_desktop.domain.property import Property
from relate_desktop.domain.timeline import TimelineFilter
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_book, a_draft, a_person, a_property, added, digest_of, doing, imported

DAY = date(2026, 11, 1)


@pytest.fixture
def book(tmp_path: Path) -> Database:
    return a_book(tmp_path)


def person(book: Database, contact: ContactId) -> Contact:
    with book.read() as reader:
        return reader.contacts.get(contact)


def values(book: Database, contact: ContactId) -> list[tuple[str, str]]:
    return [(item.name, item.value) for item in person(book, contact).properties]


def merge(book: Database, *people: ContactId) -> ChangesetId:
    with book.read() as reader:
        contacts = [reader.contacts.get(one) for one in people]
        by_hand = {number for one in people for number in reader.contacts.hand_edited(one)}
    plan = plan_merge(contacts, by_hand)
    lines = merged_lines(contacts, plan, plan.standing)
    with book.write(doing(OperationKind.MERGE, contact=people[0], name="Ada")) as writer:
        writer.merger.merge(people[0], people[1:], lines)
        return writer.changeset


def separate(book: Database, changeset: ChangesetId, newer_to: ContactId | None = None) -> Reverted:
    return book.separate(doing(OperationKind.SEPARATE), changeset, newer_to)


def talk(book: Database, text: str, *people: ContactId) -> int:
    with book.write(doing(OperationKind.LOG)) as writer:
        call = Interaction(InteractionKind.CALL, Direction.MINE, Happened(DAY), tuple(people), text)
        return writer.timeline.add(call)


def talks(book: Database, contact: ContactId) -> list[str]:
    with book.read() as reader:
        ids = reader.timeline.ids(TimelineFilter(contact))
        return [entry.item.text for entry in reader.timeline.page(ids) if isinstance(entry.item, Interaction)]


def test_the_merged_person_has_what_both_had_and_the_other_is_gone(book: Database) -> None:
    ada, other = added(
        book,
        a_person("Ada", a_property("TEL", "+1"), a_property("EMAIL", "a@x")),
        a_person("Ada", a_property("TEL", "+1"), a_property("EMAIL", "b@x")),
    )
    talk(book, "one", ada)
    talk(book, "two", other)
    merge(book, ada, other)
    assert values(book, ada) == [("FN", "Ada"), ("TEL", "+1"), ("EMAIL", "a@x"), ("EMAIL", "b@x")]
    assert sorted(talks(book, ada)) == ["one", "two"]
    with book.read() as reader:
        assert reader.contacts.find(other) is None
        assert [row.id for row in reader.contacts.summaries(reader.contacts.ids())] == [ada]
    digest_of(book)


def test_cards_of_both_go_out_byte_for_byte_after_a_merge(book: Database) -> None:
    same = a_property("EMAIL", "a@x")
    one, other = imported(
        book,
        a_draft(a_person("Ada", same), record=1),
        a_draft(a_person("Ada", same, a_property("URL", "x:y")), record=2),
    )
    merge(book, one, other)
    with book.read() as reader:
        assert len(reader.sources.cards_of(one)) == 2
        placed = Counter(name for name, _value in values(book, one))
        assert placed == {"FN": 1, "EMAIL": 1, "URL": 1}
        assert len(reader.sources.lines_of(one)) == 5
    digest_of(book)


def test_somebody_on_the_same_entry_stands_there_once(book: Database) -> None:
    ada, other = added(book, a_person("Ada"), a_person("Ada Two"))
    talk(book, "both", ada, other)
    before = digest_of(book)
    changeset = merge(book, ada, other)
    assert talks(book, ada) == ["both"]
    separate(book, changeset)
    assert digest_of(book) == before


def test_pairs_follow_and_the_pair_itself_is_settled(book: Database) -> None:
    ada, other, third = added(book, a_person("Ada"), a_person("Ada B"), a_person("Ada C"))
    with book.write(doing()) as writer:
        writer.pairs.add(ada, other, [MatchReason.SAME_NAME], 0.9)
        writer.pairs.add(other, third, [MatchReason.SAME_NAME], 0.8)
        writer.pairs.keep_apart(ada, third)
    merge(book, ada, other)
    with book.read() as reader:
        assert [(pair.one, pair.other) for pair in reader.pairs.all()] == [(ada, third)]
        assert reader.pairs.kept_apart() == {(ada, third)}


def test_two_people_are_not_taken_for_a_pair_again(book: Database) -> None:
    ada, other = added(book, a_person("Ada"), a_person("Ada"))
    with book.write(doing()) as writer:
        assert writer.pairs.add(ada, other, [MatchReason.SAME_NAME], 0.9)
        assert writer.pairs.keep_apart(other, ada)
    with book.write(doing()) as writer:
        assert writer.pairs.add(ada, other, [MatchReason.SAME_NAME], 0.9) is None
        assert not writer.pairs.keep_apart(ada, other)
    with book.read() as reader:
        assert reader.pairs.all() == []


def test_what_was_edited_since_stays_edited_where_it_belongs(book: Database) -> None:
    ada, other = added(book, a_person("Ada"), a_person("Ada", a_property("EMAIL", "b@x")))
    changeset = merge(book, ada, other)
    merged = person(book, ada)
    (email,) = merged.all("EMAIL")
    with book.write(doing()) as writer:
        writer.contacts.save(merged.replaced(email, email.with_value("new@x")))
    separate(book, changeset)
    assert values(book, ada) == [("FN", "Ada")]
    assert values(book, other) == [("FN", "Ada"), ("EMAIL", "new@x")]
    digest_of(book)


@pytest.mark.parametrize("to_other", [False, True])
def test_what_was_added_since_goes_to_whom_the_user_names(book: Database, to_other: bool) -> None:
    ada, other = added(book, a_person("Ada"), a_person("Bea"))
    talk(book, "before", other)
    changeset = merge(book, ada, other)
    talk(book, "since", ada)
    with book.write(doing()) as writer:
        writer.contacts.save(person(book, ada).added(Property("NOTE", "since")))
    separate(book, changeset, other if to_other else None)
    taker, giver = (other, ada) if to_other else (ada, other)
    assert ("NOTE", "since") in values(book, taker)
    assert ("NOTE", "since") not in values(book, giver)
    assert "since" in talks(book, taker)
    assert "since" not in talks(book, giver)
    assert "before" in talks(book, other)
    digest_of(book)


def test_what_a_later_merge_brought_is_nobodys_but_theirs(book: Database) -> None:
    ada, other = added(book, a_person("Ada"), a_person("Bea"))
    first = merge(book, ada, other)
    (third,) = added(book, a_person("Cleo", a_property("NOTE", "of Cleo")))
    talk(book, "with Cleo", third)
    second = merge(book, ada, third)
    talk(book, "since", ada)
    separate(book, first, other)
    assert sorted(talks(book, other)) == ["since"]
    assert talks(book, ada) == ["with Cleo"]
    separate(book, second)
    assert values(book, third) == [("FN", "Cleo"), ("NOTE", "of Cleo")]
    assert talks(book, third) == ["with Cleo"]
    digest_of(book)


def test_only_a_merge_that_stands_can_be_separated(book: Database) -> None:
    ada, other = added(book, a_person("Ada"), a_person("Bea"))
    changeset = merge(book, ada, other)
    separate(book, changeset)
    for wrong in (changeset, ChangesetId(1)):
        with pytest.raises(NotFoundError) as told:
            separate(book, wrong)
        assert told.value.kind is ErrorKind.NOTHING_TO_UNDO


def test_nobody_is_merged_with_somebody_who_is_not_there(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with pytest.raises(NotFoundError), book.write(doing(OperationKind.MERGE)) as writer:
        writer.merger.merge(ada, [ContactId(99)], ())


lines = st.builds(
    Property,
    st.sampled_from(["FN", "TEL", "EMAIL", "BDAY", "NOTE", "UID", "X-ABLabel", "X-RELATE-CALL"]),
    st.sampled_from(["a", "bb", "1815-12-10", "+49 30 123456"]),
    st.just(()),
    st.sampled_from([None, None, "item1"]),
)
people = st.lists(lines, min_size=1, max_size=5)


def said(found: Iterable[tuple[str, str]]) -> set[str]:
    """The names of lines, labels aside: of two names in full one goes, and its label with it."""
    return {name for name, _ in found if name.upper() not in GROUP_LABELS}


@given(data=st.data(), one=people, other=people)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_everything_ends_up_on_exactly_one_of_the_two(
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
    one: Sequence[Property],
    other: Sequence[Property],
) -> None:
    book = a_book(tmp_path_factory.mktemp("merge"))
    ada, bea = added(book, one, other)
    entries = [talk(book, f"t{number}", ada, bea) for number in range(2)]
    before, digest = Counter([*values(book, ada), *values(book, bea)]), digest_of(book)
    changeset = merge(book, ada, bea)
    assert said(values(book, ada)) == said(before)
    if data.draw(st.booleans()):
        separate(book, changeset)
        assert digest_of(book) == digest
        book.close()
        return
    entries += [talk(book, f"s{number}", ada) for number in range(data.draw(st.integers(0, 2)))]
    more = data.draw(st.lists(lines.map(lambda item: Property("X-NEW", item.value)), max_size=2))
    with book.write(doing()) as writer:
        writer.contacts.save(person(book, ada).added(*more))
    separate(book, changeset, data.draw(st.sampled_from([None, ada, bea])))
    found = Counter([*values(book, ada), *values(book, bea)])
    assert found == before + Counter(("X-NEW", item.value) for item in more)
    told = Counter([*talks(book, ada), *talks(book, bea)])
    assert told == Counter({"t0": 2, "t1": 2}) + Counter(f"s{number}" for number in range(len(entries) - 2))
    digest_of(book)
    book.close()
