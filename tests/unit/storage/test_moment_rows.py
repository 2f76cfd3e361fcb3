from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.moment_rows import MOMENTS_IN_ORDER, moments_by_id
from tests.unit.storage.books import a_person, added
from tests.unit.storage.days import a_moment


def test_whole_dates_stand_on_the_timeline_and_others_do_not(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    first = a_moment(book, ada, "2024-05-01")
    a_moment(book, ada, "--04-15", "Birthday")
    later = a_moment(book, bob, "2026-05-01")
    with book._readers.connect() as connection:
        plain = raw(connection)
        rows = plain.execute(f"{MOMENTS_IN_ORDER} ORDER BY sort_at DESC").fetchall()
        assert [row[0] for row in rows] == [-later, -first]
        found = moments_by_id(plain, [first, 99])
    assert {number: (one.contact, one.date, one.label) for number, one in found.items()} == {
        first: (ada, PartialDate(2024, 5, 1), "Moved")
    }
