"""Whatever is done, the table of ties says what the cards say, both sides agree, and undo returns."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from relate_desktop.domain.change import HistoryEntry, OperationKind
from relate_desktop.domain.errors import UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person

KINDS = ("father", "friend", "manager", "referred-by", "Landlord")
people = st.integers(1, 4).map(ContactId)
deeds = st.lists(
    st.one_of(
        st.tuples(st.just("relate"), people, people, st.sampled_from(KINDS)),
        st.tuples(st.just("home"), people, people),
        st.tuples(st.just("out"), people),
        st.tuples(st.just("trash"), people),
        st.tuples(st.just("back"), people),
        st.tuples(st.just("merge"), people, people),
        st.tuples(st.just("rename"), people, st.sampled_from(["P1", "P2", "New"])),
        st.tuples(st.just("name"), people, st.sampled_from(["P1", "P3", "Nobody"])),
        st.tuples(st.just("undo")),
    ),
    max_size=8,
)


def undoable(book: OpenBook) -> list[HistoryEntry]:
    """What was done since the four people were added and still stands."""
    return [
        entry
        for entry in book.history.entries()
        if entry.changeset > 4 and not entry.undone and entry.kind is not OperationKind.UNDO
    ]


def do(book: OpenBook, deed: tuple[object, ...]) -> None:
    word, *who = deed
    relations, contacts = book.relations, book.contacts
    acts = {
        "relate": relations.relate,
        "home": lambda one, other: relations.live_together([one, other]),
        "out": relations.move_out,
        "trash": lambda one: contacts.trash([one]),
        "back": lambda one: contacts.put_back([one]),
        "merge": lambda one, other: book.merges.merge(one, [other]),
        "rename": lambda one, name: contacts.save(
            contacts.get(one).replaced(contacts.get(one).all("FN")[0], *a_person(name))
        ),
        "name": lambda one, name: relations.relate_name(one, name, "friend"),
        "undo": lambda: book.history.undo() if undoable(book) else None,
    }
    try:
        acts[str(word)](*who)  # type: ignore[operator]
    except UserError:
        return


def agree(book: OpenBook) -> None:
    """What one page says of another the other says of the one."""
    living = [ContactId(one) for one in book.contacts.ids()]
    around = {contact: book.relations.around(contact) for contact in living}
    for contact, found in around.items():
        for one in found.relations:
            if one.person is None:
                continue
            assert one.person.id != contact
            back = [other for other in around[one.person.id].relations if other.person is not None]
            assert any(other.person is not None and other.person.id == contact for other in back)
        for member in found.members:
            assert contact in {row.id for row in around[member.id].members}


@given(deeds)
@settings(max_examples=25, deadline=None)
def test_both_sides_agree_after_anything(done: list[tuple[object, ...]]) -> None:
    with TemporaryDirectory() as folder, a_book(Path(folder)) as book:
        for number in range(1, 5):
            book.contacts.add(a_person(f"P{number}"))
        start = book.health().digest
        for deed in done:
            do(book, deed)
        assert book.health().problems == ()
        agree(book)
        for _entry in undoable(book):
            book.history.undo()
        assert book.health().problems == ()
        assert book.health().digest == start
