from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import memory_engine, raw
from relate_desktop.storage.numbers import numbers
from tests.unit.storage.books import a_person, added


def test_whole_numbers_come_in_the_order_of_a_query_with_a_limit() -> None:
    values = "SELECT column1 AS number FROM (VALUES (2),(9007199254740993),(-1)) ORDER BY 1 DESC LIMIT -1"
    with memory_engine().connect() as connection:
        assert numbers(raw(connection), values) == [9007199254740993, 2, -1]
        assert numbers(raw(connection), "SELECT 1 AS number WHERE 1=?", (2,)) == []


def test_everybody_in_the_order_of_names(book: Database) -> None:
    zoe, ada, bob = added(book, a_person("Zoe"), a_person("Ada"), a_person("Bob"))
    with book.read() as reader:
        assert list(reader.search.ids("-has:note")) == [ada, bob, zoe]
