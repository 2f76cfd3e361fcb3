"""Circles as a whole: new ones, other names, colours and places, two made one, taken away."""

from collections.abc import Callable, Sequence

from relate_desktop.domain.change import Operation, OperationKind, Origin
from relate_desktop.domain.circle import CIRCLE_HUES, LONGEST_CIRCLE
from relate_desktop.domain.errors import ErrorKind, NotFoundError, UsageError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import CircleSummary
from relate_desktop.domain.text import fold, squeezed
from relate_desktop.services.jobs import Stepping
from relate_desktop.storage.book import BookReader, BookWriter
from relate_desktop.storage.database import Database


class CirclesService:
    """Reads may be called on any thread, writes on any but the window's. Each write is one change.

    A job hears how many of the people are done, and is where cancel bites.
    """

    def __init__(self, database: Database, origin: Origin) -> None:
        self._database = database
        self._origin = origin

    def all(self) -> list[CircleSummary]:
        """Every circle with how many people are in it, in the user's order."""
        with self._database.read() as book:
            return book.circles.all()

    def find(self, name: str) -> CircleSummary | None:
        """The circle of that name, however it is written."""
        with self._database.read() as book:
            return book.circles.find(name)

    def shared(self, contacts: Sequence[ContactId]) -> dict[str, int]:
        """How many of these people are in each circle, by its name, as far as any is."""
        with self._database.read() as book:
            counts = book.circles.shared(contacts)
            return {
                one.name: counts[fold(one.name)] for one in book.circles.all() if fold(one.name) in counts
            }

    def add(self, name: str, hue: int | None = None) -> CircleSummary:
        """A new circle with nobody in it yet, in the colour least used where none is given.

        Raises UsageError: CIRCLE_NAMELESS, TEXT_TOO_LONG, CIRCLE_THERE.
        """
        wanted = _named(name)
        with self._database.write(self._about(OperationKind.CIRCLE_ADD, wanted)) as book:
            there = book.circles.find(wanted)
            if there is not None:
                raise UsageError(ErrorKind.CIRCLE_THERE, name=there.name)
            book.circles.add(wanted, _coloured(hue))
            return _known(book, wanted)

    def rename(self, old: str, new: str, job: Stepping | None = None) -> int:
        """Gives a circle another name with everybody in it; how many people changed.

        Raises NotFoundError(CIRCLE_UNKNOWN); UsageError(CIRCLE_THERE) where another circle is called
        so already, which ``join`` is for; CIRCLE_NAMELESS and TEXT_TOO_LONG.
        """
        wanted = _named(new)
        with self._database.write(self._about(OperationKind.CIRCLE_RENAME, old, other=wanted)) as book:
            circle, there = _known(book, old), book.circles.find(wanted)
            if there is not None and fold(there.name) != fold(circle.name):
                raise UsageError(ErrorKind.CIRCLE_THERE, name=there.name)
            changed = book.circles.rename(circle.name, wanted, _step(job))
            book.note(circle=circle.name, contacts=changed)
            return changed

    def join(self, kept: str, others: Sequence[str], job: Stepping | None = None) -> int:
        """Makes several circles one, which keeps its name, colour, place and rhythm; how many changed.

        Raises NotFoundError(CIRCLE_UNKNOWN) and UsageError(CIRCLE_SAME).
        """
        with self._database.write(self._about(OperationKind.CIRCLE_JOIN, kept)) as book:
            circle = _known(book, kept)
            gone = [_known(book, name) for name in others]
            if not gone or any(one.name == circle.name for one in gone):
                raise UsageError(ErrorKind.CIRCLE_SAME, name=circle.name)
            changed = book.circles.join(circle.name, [one.name for one in gone], _step(job))
            book.note(circle=circle.name, contacts=changed, joined=len(gone))
            if len(gone) == 1:
                book.note(other=gone[0].name)
            return changed

    def remove(self, name: str, job: Stepping | None = None) -> int:
        """Takes a circle away; its people stay. How many were in it. Raises NotFoundError(CIRCLE_UNKNOWN)."""
        with self._database.write(self._about(OperationKind.CIRCLE_REMOVE, name)) as book:
            circle = _known(book, name)
            changed = book.circles.remove(circle.name, _step(job))
            book.note(circle=circle.name, contacts=changed)
            return changed

    def colour(self, name: str, hue: int) -> bool:
        """Gives a circle one of the ten colours; whether it had another.

        Raises NotFoundError(CIRCLE_UNKNOWN).
        """
        with self._database.write(self._about(OperationKind.CIRCLE_COLOUR, name)) as book:
            circle = _known(book, name)
            book.note(circle=circle.name)
            return book.circles.colour(circle.name, _coloured(hue) or 0)

    def move(self, name: str, place: int) -> bool:
        """Puts one circle at a place among the others, counted from 0; whether it stood elsewhere.

        Raises NotFoundError(CIRCLE_UNKNOWN).
        """
        with self._database.write(self._about(OperationKind.CIRCLE_ORDER, name)) as book:
            circle = _known(book, name)
            book.note(circle=circle.name)
            others = [one.name for one in book.circles.all() if one.name != circle.name]
            others.insert(max(place, 0), circle.name)
            return book.circles.arrange(others)

    def _about(self, kind: OperationKind, circle: str, **facts: str | int) -> Operation:
        return Operation(kind, self._origin, {"circle": circle, **facts})


def _known(book: BookReader | BookWriter, name: str) -> CircleSummary:
    circle = book.circles.find(name)
    if circle is None:
        raise NotFoundError(ErrorKind.CIRCLE_UNKNOWN, name=name)
    return circle


def _named(name: str) -> str:
    wanted = squeezed(name)
    if not wanted:
        raise UsageError(ErrorKind.CIRCLE_NAMELESS)
    if len(wanted) > LONGEST_CIRCLE:
        raise UsageError(ErrorKind.TEXT_TOO_LONG, most=LONGEST_CIRCLE)
    return wanted


def _coloured(hue: int | None) -> int | None:
    return None if hue is None else hue % len(CIRCLE_HUES)


def _step(job: Stepping | None) -> Callable[[int, int], None] | None:
    return None if job is None else job.step
