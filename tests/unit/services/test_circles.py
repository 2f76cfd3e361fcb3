from collections.abc import Callable
from pathlib import Path

import pytest

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.circle import LONGEST_CIRCLE
from relate_desktop.domain.errors import Cancelled, ErrorKind, UserError
from relate_desktop.services.book import OpenBook
from relate_desktop.services.circles import CirclesService
from relate_desktop.services.jobs import InlineRunner, Job, JobKind, Lane, Progress
from relate_desktop.words.operations import summary
from tests.bare import bare
from tests.open_book import a_book, a_person


def listed(book: OpenBook) -> list[tuple[str, int]]:
    return [(circle.name, circle.count) for circle in book.circles.all()]


def last(book: OpenBook) -> str:
    entry = book.history.entries(limit=1)[0]
    return bare(summary(entry.kind, entry.facts))


def test_a_circle_is_made_named_joined_and_taken_away_each_as_one_change(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada", "CATEGORIES:Kunden,Work"))
        made = book.circles.add(" Clients ", 4)
        assert (made.name, made.count, made.hue) == ("Clients", 0, 4)
        assert last(book) == "New circle: Clients."
        assert book.circles.rename("work", "Studio") == 1
        assert last(book) == "Renamed the circle Work to Studio."
        assert book.circles.join("clients", ["kunden"]) == 1
        assert last(book) == "Joined the circle Kunden into Clients."
        assert listed(book) == [("Clients", 1), ("Studio", 1)]
        assert book.circles.remove("studio") == 1
        assert last(book) == "Removed the circle Studio. Its people stayed."
        assert book.contacts.count() == 1
        for _change in range(4):
            book.history.undo()
        assert listed(book) == [("Kunden", 1), ("Work", 1)]


def test_colours_and_places(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada", "CATEGORIES:A,B,C"))
        assert book.circles.colour("a", 9)
        assert not book.circles.colour("A", 9)
        assert last(book) == "Gave the circle A another colour."
        assert book.circles.move("c", 0)
        assert last(book) == "Moved the circle C."
        assert not book.circles.move("C", 0)
        assert book.circles.move("C", 99)
        assert [name for name, _count in listed(book)] == ["A", "B", "C"]
        found = book.circles.find("a")
        assert found is not None
        assert found.hue == 9


def test_a_circle_joined_of_several_counts_them(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        for name in ("A", "B", "C"):
            book.contacts.add(a_person(f"In {name}", f"CATEGORIES:{name}"))
        assert book.circles.join("A", ["B", "C"]) == 2
        assert last(book) == "Joined 2 circles into A."
        assert listed(book) == [("A", 3)]


def test_the_rhythm_of_a_circle_follows_its_people(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        ada = book.contacts.add(a_person("Ada", "CATEGORIES:Work"))
        book.rhythms.set_circle("Work", Cadence(30))
        book.circles.rename("Work", "Studio")
        keeping = book.rhythms.of(ada).keeping
        assert keeping is not None
        assert (keeping.circle, keeping.usual) == ("Studio", 30)
        book.circles.remove("Studio")
        assert book.rhythms.of(ada).keeping is None


def test_how_many_of_some_people_are_in_which(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        people = [book.contacts.add(a_person(name, "CATEGORIES:Work")) for name in ("Ada", "Bob")]
        book.contacts.add(a_person("Carl", "CATEGORIES:Zoo"))
        assert book.circles.shared(people) == {"Work": 2}


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        (ErrorKind.CIRCLE_UNKNOWN, lambda circles: circles.rename("x", "y")),
        (ErrorKind.CIRCLE_UNKNOWN, lambda circles: circles.join("x", ["A"])),
        (ErrorKind.CIRCLE_UNKNOWN, lambda circles: circles.join("A", ["x"])),
        (ErrorKind.CIRCLE_UNKNOWN, lambda circles: circles.remove("x")),
        (ErrorKind.CIRCLE_UNKNOWN, lambda circles: circles.colour("x", 1)),
        (ErrorKind.CIRCLE_UNKNOWN, lambda circles: circles.move("x", 1)),
        (ErrorKind.CIRCLE_NAMELESS, lambda circles: circles.add(" \n")),
        (ErrorKind.CIRCLE_NAMELESS, lambda circles: circles.rename("A", "")),
        (ErrorKind.TEXT_TOO_LONG, lambda circles: circles.add("x" * (LONGEST_CIRCLE + 1))),
        (ErrorKind.CIRCLE_THERE, lambda circles: circles.add("a")),
        (ErrorKind.CIRCLE_THERE, lambda circles: circles.rename("A", "b")),
        (ErrorKind.CIRCLE_SAME, lambda circles: circles.join("A", ["a"])),
        (ErrorKind.CIRCLE_SAME, lambda circles: circles.join("A", [])),
    ],
)
def test_what_cannot_be_meant_changes_nothing(tmp_path: Path, kind: ErrorKind, act: object) -> None:
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada", "CATEGORIES:A,B"))
        with pytest.raises(UserError) as error:
            act(book.circles)  # type: ignore[operator]
        assert error.value.kind is kind
        assert [entry.kind for entry in book.history.entries()] == [OperationKind.ADD]


@pytest.mark.parametrize(
    "write",
    [
        lambda circles, job: circles.rename("Work", "Studio", job),
        lambda circles, job: circles.join("Zoo", ["Work"], job),
        lambda circles, job: circles.remove("Work", job),
    ],
)
def test_a_change_of_all_in_a_circle_tells_how_far_it_is_and_stopped_leaves_nothing(
    tmp_path: Path, write: Callable[[CirclesService, Job[int]], int]
) -> None:
    with a_book(tmp_path) as book:
        for name in ("Ada", "Bob"):
            book.contacts.add(a_person(name, "CATEGORIES:Work"))
        book.contacts.add(a_person("Carl", "CATEGORIES:Zoo"))
        before = book.health().digest

        def stopped(job: Job[int]) -> int:
            job.cancel()
            return write(book.circles, job)

        runner = InlineRunner()
        with pytest.raises(Cancelled):
            runner.submit(Lane.WRITE, stopped, JobKind.BULK).result()
        assert book.health().digest == before
        done = runner.submit(Lane.WRITE, lambda job: write(book.circles, job), JobKind.BULK)
        assert (done.result(), done.progress) == (2, Progress(2, 2))
