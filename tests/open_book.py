"""Builders of books and people for tests above storage."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from relate_desktop.domain.change import Origin
from relate_desktop.domain.property import Property
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.services.contacts import line_of_card
from tests.clock import FixedClock, a_clock


@contextmanager
def a_book(folder: Path, clock: FixedClock | None = None, *, create: bool = True) -> Iterator[OpenBook]:
    """An open book in a folder below the given one."""
    with open_book(folder / "book", clock=clock or a_clock(), create=create, origin=Origin.WINDOW) as book:
        yield book


def a_person(name: str = "Ada Lovelace", *lines: str) -> tuple[Property, ...]:
    """The lines of somebody new."""
    return (line_of_card(f"FN:{name}"), *(line_of_card(line) for line in lines))
