"""Taking back what one change did to some people alone."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.merge_plan import merged_lines, plan_merge
from relate_desktop.domain.property import Property
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_book, a_draft, digest_of, doing, imported

lines = st.builds(
    Property,
    st.sampled_from(["FN", "TEL", "EMAIL", "NOTE", "UID", "X-RELATE-CALL"]),
    st.sampled_from(["a", "bb", "+49 30 123456"]),
)
people = st.lists(lines, min_size=1, max_size=4)


def contact(book: Database, one: ContactId) -> Contact | None:
    with book.read() as reader:
        return reader.contacts.find(one)


@given(cards=st.lists(people, min_size=6, max_size=6), which=st.integers(0, 2))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_group_of_a_large_merge_returns_whole_and_the_others_stay(
    tmp_path_factory: pytest.TempPathFactory, cards: list[list[Property]], which: int
) -> None:
    book = a_book(tmp_path_factory.mktemp("part"))
    ids = imported(book, *(a_draft(tuple(card), record=number) for number, card in enumerate(cards)))
    with book.write(doing()) as writer:
        for one, other in pairwise(ids):
            writer.pairs.add(one, other, (), 0.5)
    groups = [tuple(ids[place : place + 2]) for place in (0, 2, 4)]
    before = {one: contact(book, one) for one in ids}
    with book.write(doing(OperationKind.MERGE_ALL)) as writer:
        for kept, other in groups:
            found = [writer.contacts.get(kept), writer.contacts.get(other)]
            plan = plan_merge(found)
            writer.merger.merge(kept, [other], merged_lines(found, plan, plan.standing))
        changeset = writer.changeset
    joined, whole = {one: contact(book, one) for one in ids}, digest_of(book)
    book.separate(doing(OperationKind.SEPARATE), changeset, None, groups[which])
    for number, group in enumerate(groups):
        for one in group:
            assert contact(book, one) == (before if number == which else joined)[one]
    digest_of(book)
    book.undo(doing(OperationKind.UNDO))
    assert digest_of(book) == whole
    book.close()
