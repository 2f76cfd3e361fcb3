from relate_desktop.domain.change import OperationKind
from relate_desktop.storage import schema
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.ranges import Ranges, ranges_of
from relate_desktop.storage.staying import Staying
from tests.unit.storage.books import a_person, doing
from tests.unit.storage.days import a_call, kept


def found(book: Database, new: dict[str, Ranges]) -> dict[str, set[int]]:
    everything = {table.name: new.get(table.name, Ranges()) for table in schema.JOURNALLED}
    with book._readers.connect() as connection:
        staying = Staying(raw(connection), everything, everything)
        staying.find()
    return {table: rows for table, rows in staying.rows.items() if rows}


def test_what_hangs_on_nothing_else_may_go(book: Database) -> None:
    with book.write(doing(OperationKind.CAPTURE)) as writer:
        ada = writer.contacts.add(a_person("Ada"))
        writer.timeline.add(a_call(ada))
    one = ranges_of([1])
    assert found(book, {"contacts": one, "properties": one, "entries": one, "participants": one}) == {}


def test_somebody_with_an_entry_of_another_change_stays_with_their_lines(book: Database) -> None:
    with book.write(doing(OperationKind.ADD)) as writer:
        ada = writer.contacts.add(a_person("Ada"))
    kept(book, a_call(ada))
    one = ranges_of([1])
    assert found(book, {"contacts": one, "properties": one}) == {"contacts": {1}, "properties": {1}}
