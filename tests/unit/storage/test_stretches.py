from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.ranges import Ranges, ranges_of
from relate_desktop.storage.stretches import BETWEEN, conditions
from tests.unit.storage.books import a_person, added

numbers = st.sets(st.integers(1, 40) | st.integers(1_000, 1_060) | st.integers(0, 10**9), max_size=60)


@given(numbers)
def test_every_number_is_let_through_once(wanted: set[int]) -> None:
    found: list[int] = []
    for which, parameters in conditions(ranges_of(wanted)):
        if which == BETWEEN:
            found += range(parameters[0], parameters[1] + 1)
        else:
            found += map(int, parameters[0].strip("[]").split(","))
    assert sorted(found) == sorted(wanted)


def test_few_statements_do_for_many_loose_ids_and_long_stretches() -> None:
    loose = ranges_of(range(0, 4_000, 2))
    assert [which for which, _parameters in conditions(loose)].count(BETWEEN) == 0
    assert len(list(conditions(loose))) == 2
    whole = Ranges()
    whole.add(1, 1_000_000)
    assert list(conditions(whole)) == [(BETWEEN, (1, 1_000_000))]
    assert list(conditions(Ranges())) == []


def test_a_statement_takes_them(book: Database) -> None:
    people = added(book, *(a_person(str(number)) for number in range(5)))
    ((which, parameters),) = conditions(ranges_of([people[0], people[3]]))
    with book._readers.connect() as connection:
        rows = raw(connection).execute(f"SELECT id FROM contacts WHERE id {which}", parameters).fetchall()
    assert [row[0] for row in rows] == [people[0], people[3]]
