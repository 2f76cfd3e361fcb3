"""The people around somebody, gathered from a real book."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from relate_desktop.domain.errors import NotFoundError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.services.book import OpenBook
from tests.open_book import a_book, a_person


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OpenBook]:
    with a_book(tmp_path) as opened:
        yield opened


def people(book: OpenBook, *names: str) -> list[ContactId]:
    return [book.contacts.add(a_person(name)) for name in names]


def talked(book: OpenBook, *contacts: ContactId) -> None:
    book.timeline.log(list(contacts), InteractionKind.MEETING, Direction.BOTH, Happened(date(2026, 3, 1)))


def test_everybody_within_reach_and_every_tie_among_them(book: OpenBook) -> None:
    ada, bo, cy, dee, far = people(book, "Ada", "Bo", "Cy", "Dee", "Far")
    book.relations.relate(ada, bo, "parent")
    book.relations.relate(bo, cy, "friend")
    book.relations.relate(cy, dee, "colleague")
    book.relations.relate(dee, far, "friend")
    book.relations.live_together([ada, cy], "Home")
    graph = book.acquaintances.around(ada)
    assert [(one.person.called, one.steps, one.by) for one in graph.people] == [
        ("Ada", 0, None),
        ("Bo", 1, ada),
        ("Cy", 1, ada),
        ("Dee", 2, cy),
        ("Far", 3, dee),
    ]
    tie = graph.between(bo, ada)
    assert tie is not None
    assert (tie.kinds_of(bo), tie.kinds_of(ada)) == (("parent",), ("child",))
    home = graph.between(ada, cy)
    assert home is not None
    assert home.household == "Home"
    assert {(one.one, one.other) for one in graph.ties_of(cy)} == {(bo, cy), (ada, cy), (cy, dee)}


def test_conversations_shared_join_people_where_wanted(book: OpenBook) -> None:
    ada, bo, cy = people(book, "Ada", "Bo", "Cy")
    talked(book, ada, bo)
    talked(book, ada, bo)
    talked(book, bo, cy)
    graph = book.acquaintances.around(ada)
    tie = graph.between(ada, bo)
    assert tie is not None
    assert (tie.talks, tie.told) == (2, False)
    assert len(graph.people) == 3
    assert len(book.acquaintances.around(ada, met=False).people) == 1


def test_a_large_round_says_nothing_of_who_knows_whom(book: OpenBook) -> None:
    everybody = people(book, *(f"P{number}" for number in range(14)))
    talked(book, *everybody)
    assert len(book.acquaintances.around(everybody[0]).people) == 1


def test_there_is_room_for_two_hundred(book: OpenBook) -> None:
    everybody = people(book, *(f"P{number}" for number in range(12)))
    for one in everybody[1:]:
        book.relations.relate(everybody[0], one, "friend")
    graph = book.acquaintances.around(everybody[0], most=6)
    assert (len(graph.people), graph.left_out) == (6, 6)


def test_who_is_removed_is_not_in_it_and_who_is_unknown_is_said(book: OpenBook) -> None:
    ada, bo = people(book, "Ada", "Bo")
    book.relations.relate(ada, bo, "friend")
    talked(book, ada, bo)
    book.contacts.trash([bo])
    assert len(book.acquaintances.around(ada).people) == 1
    with pytest.raises(NotFoundError):
        book.acquaintances.around(ContactId(99))
