"""Today finds, by way of its tables, whom the rules would find by looking at everybody."""

import random
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.interaction import Direction, Happened, InteractionKind
from relate_desktop.domain.suggestions import Suggestions, suggest
from relate_desktop.domain.wall_time import moved
from relate_desktop.domain.wishes import Stretch, Wishes
from relate_desktop.services.book import OpenBook
from tests.clock import a_clock
from tests.open_book import a_book, a_person

MONDAY = datetime(2026, 11, 2, 10, tzinfo=UTC)
PEOPLE = 70


def live(book: OpenBook, chance: random.Random) -> None:
    """People in circles, with rhythms, wishes and talks of all kinds."""
    today = book.present().today
    for name in ("Clients", "Family"):
        book.rhythms.set_circle(name, Cadence(chance.randrange(5, 60)))
    for number in range(PEOPLE):
        circle = chance.choice(["CATEGORIES:Clients", "CATEGORIES:Family", "NOTE:x"])
        contact = book.contacts.add(a_person(f"P{number}", circle))
        for _talk in range(chance.randrange(9)):
            kind, direction = chance.choice(list(InteractionKind)), chance.choice(list(Direction))
            day = moved(today, -chance.randrange(-5, 200))
            book.timeline.log([contact], kind, direction, Happened(day))
        if chance.random() < 0.3:
            book.rhythms.set(contact, Cadence(chance.randrange(1, 60)))
        if chance.random() < 0.3:
            book.rhythms.agree(contact, True)  # noqa: FBT003 - the answer
        if chance.random() < 0.3:
            book.rhythms.wish(contact, some_wishes(chance, book))
        if chance.random() < 0.1:
            book.rhythms.not_now(contact)


def some_wishes(chance: random.Random, book: OpenBook) -> Wishes:
    return chance.choice(
        [
            Wishes(least_gap=chance.randrange(1, 60)),
            Wishes(paused_until=moved(book.present().today, 3)),
            Wishes(stretches=(Stretch(time(14), time(18)),)),
            Wishes(no_more_contact=True),
        ]
    )


def by_the_rules(book: OpenBook) -> Suggestions:
    """What the rules say of everybody."""
    present = book.present()
    with book.database.read() as reader:
        everybody = reader.agenda.acquaintances(reader.contacts.ids(), present.today)
        nudges = reader.circumstances.nudges(moved(present.today, -6), present.today)
    return suggest(everybody, nudges, present)


@pytest.mark.parametrize("seed", range(6))
def test_whom_the_rules_suggest_today_shows(tmp_path: Path, seed: int) -> None:
    chance, clock = random.Random(seed), a_clock(MONDAY)
    suggested = 0
    with a_book(tmp_path, clock) as book:
        live(book, chance)
        for _day in range(12):
            clock.pass_time(timedelta(hours=chance.randrange(1, 40)))
            expected = by_the_rules(book)
            found = book.agenda.today(seen=True).agenda.suggestions
            assert found.shown == expected.shown
            assert set(found.left_alone) <= set(expected.left_alone)
            assert {one for one in expected.left_alone if one.unanswered} <= set(found.left_alone)
            suggested += len(found.shown)
            for one in found.shown[:1]:
                book.timeline.log(
                    [one.contact], InteractionKind.CALL, Direction.BOTH, Happened(book.present().today)
                )
                after = book.agenda.today(seen=False).agenda.suggestions.shown
                assert one.contact not in {other.contact for other in after}, "any conversation resets"
    assert suggested
