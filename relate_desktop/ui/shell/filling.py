"""Filling the window once the book is open: rooms, circles, messages, the first place."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from relate_desktop.domain.place import Place
from relate_desktop.domain.text import display
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.rooms import ROOMS, Surroundings
from relate_desktop.words.translation import _


def fill(frame: Furniture, around: Surroundings) -> None:
    """Give the window its rooms."""
    frame.navigator.set_rooms({name: partial(make, around) for name, make in ROOMS.items()})
    frame.offer_places()


def first_place(frame: Furniture, *, empty: bool, asks: Sequence[str] = ()) -> None:
    """Go to where a start begins: to today, or to the welcome while there is nobody.

    Who asks for the people list gets it at once, without seeing today first.
    """
    usual = "people" if list(asks[:1]) == ["people"] else "today"
    frame.navigator.go(Place("welcome" if empty else usual))


def open_asks(frame: Furniture, asks: Sequence[str]) -> None:
    """Open what a start of the program was asked for: files together, else places in order."""
    paths = [Path(one) for one in asks if Path(one).is_absolute()]
    if paths:
        frame.look_into(paths)
    for one in asks:
        if Path(one).is_absolute():
            continue
        place = Place.parse(one)
        if not frame.navigator.go(place):
            words = _("There is no place called {place}.").format(place=display(one, 60))
            frame.say(Message(words, "nowhere"))
