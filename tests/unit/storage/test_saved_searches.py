from dataclasses import replace

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.ids import SavedSearchId
from relate_desktop.storage.database import Database
from tests.unit.storage.books import digest_of, doing


def listed(book: Database) -> list[tuple[str, str]]:
    with book.read() as reader:
        return [(one.name, one.query) for one in reader.saved_searches.all()]


def kept(book: Database, *pairs: tuple[str, str]) -> list[SavedSearchId]:
    with book.write(doing(OperationKind.LIST_ADD)) as writer:
        return [writer.saved_searches.add(name, query) for name, query in pairs]


def test_searches_are_kept_in_the_order_in_which_they_came(book: Database) -> None:
    kept(book, (" Quiet  clients ", "circle:clients last:>3m"), ("Ada", "ada"))
    assert listed(book) == [("Quiet clients", "circle:clients last:>3m"), ("Ada", "ada")]


def test_a_search_is_found_by_its_name_however_it_is_written(book: Database) -> None:
    (number,) = kept(book, ("Zürich", "zürich"))
    with book.read() as reader:
        found = reader.saved_searches.find("  ZURICH ")
        assert found is not None
        assert found.id == number
        assert reader.saved_searches.find("zur") is None


def test_a_search_is_changed_only_where_it_differs(book: Database) -> None:
    kept(book, ("Ada", "ada"))
    with book.read() as reader:
        present = reader.saved_searches.all()[0]
    with book.write(doing(OperationKind.LIST_EDIT)) as writer:
        writer.saved_searches.save(present)
        assert not writer.changed
        writer.saved_searches.save(replace(present, query="ada -byron"))
        writer.saved_searches.save(replace(present, id=SavedSearchId(99), query="x"))
    assert listed(book) == [("Ada", "ada -byron")]


def test_searches_are_arranged_and_removed_and_all_of_it_is_undone(book: Database) -> None:
    start = digest_of(book)
    one, two, three = kept(book, ("A", "a"), ("B", "b"), ("C", "c"))
    with book.write(doing(OperationKind.LIST_ORDER)) as writer:
        writer.saved_searches.arrange([three, one, two])
    assert [name for name, _query in listed(book)] == ["C", "A", "B"]
    with book.write(doing(OperationKind.LIST_REMOVE)) as writer:
        writer.saved_searches.remove(one)
    assert [name for name, _query in listed(book)] == ["C", "B"]
    assert kept(book, ("D", "d"))
    assert listed(book)[-1] == ("D", "d")
    for _change in range(4):
        book.undo(doing(OperationKind.UNDO))
    assert (listed(book), digest_of(book)) == ([], start)
