"""Find or do in its window: made when first asked for, told of who is in front and who was lately."""

from collections.abc import Callable, Generator
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import CircleSummary
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.services.recent_use import RecentUse
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.loading import PALETTE, in_turns, load
from relate_desktop.ui.shell.palette.entries import Known
from relate_desktop.ui.shell.palette.offers import Offers
from relate_desktop.ui.shell.palette.search import PaletteSearch
from relate_desktop.ui.shell.rooms import Surroundings

if TYPE_CHECKING:
    from relate_desktop.ui.shell.palette.panel import Palette

SHOWN = 5
_ON_THE_WAY = ("/write", "/call")


class PaletteDesk(QObject):
    """Opens Find or do, and remembers what was used."""

    def __init__(self, frame: Furniture, around: Surroundings) -> None:
        super().__init__(frame)
        self._frame, self._around = frame, around
        self.recent = RecentUse(around.folder)
        self._offers = Offers(frame.menus, self._go, self.recent)
        self._known = Known()
        self._people = Fresh(around.work, self, self._reader, self._take, lambda _error: None)
        frame.menus.do("palette", self.open)
        frame.menus.used.connect(self._give_way)
        frame.navigator.moved.connect(self._moved)
        frame.window.closed.connect(self._keep)
        around.news.changed.connect(self._look)
        self._moved()

    def open(self) -> None:
        """Open it with nothing typed, or empty it when it is open."""
        self._offers.jot = self._frame.jot
        self.palette.known = self._known
        self.palette.open_fresh()
        # counting circles takes a while in a large book: only now, and not with every step
        self._around.work.run(
            Lane.READ,
            lambda _job: self._around.book.contacts.circles(),
            self._take_circles,
            lambda _error: None,
            kind=JobKind.LIST,
            owner=self,
        )

    def warm(self) -> None:
        """Have it open in one frame, and make the first letter typed as quick as the next."""
        load(PALETTE, self, self._warm_words)

    def _warm_words(self) -> None:
        self._around.work.run(
            Lane.READ,
            lambda _job: self._around.book.palette.warm(),
            lambda _done: in_turns(self._make(), self, lambda _end: None),
            lambda _error: None,
            kind=JobKind.SEARCH,
            owner=self,
        )

    def _make(self) -> Generator[None, None, None]:
        palette = self.palette
        yield
        yield from palette.prepare()

    @cached_property
    def palette(self) -> "Palette":
        """The panel."""
        from relate_desktop.ui.shell.palette.panel import Palette  # noqa: PLC0415 - not before it is needed

        around = self._around
        photos = Photos(around.book.contacts.photo, around.work, self)
        search = PaletteSearch(lambda: around.book.palette, self.recent, around.clock)
        made = Palette(self._frame.window, self._offers, search, around.work, photos.picture)
        photos.arrived.connect(made.list.viewport().update)
        return made

    def _go(self, place: Place) -> None:
        # what is done on the way is no place to come back to
        passing = place.contact is not None and place.rest.endswith(_ON_THE_WAY)
        self._frame.navigator.go(place, remember=not passing)

    def _give_way(self) -> None:
        """A command was given by its keys or a menu: it is not to be done under the panel."""
        if "palette" in vars(self):
            self.palette.close_overlay()

    def _keep(self) -> None:
        """Write down what was used, for the next start."""
        self._around.work.run(
            Lane.WRITE, lambda _job: self.recent.keep(), on_failed=lambda _error: None, kind=JobKind.EDIT
        )

    def _moved(self) -> None:
        place = self._frame.navigator.history.current
        if place is not None and place.contact is not None:
            self.recent.used(f"people/{place.contact}")
        self._look()

    def _look(self) -> None:
        """Read who is in front and who was opened last."""
        self._people.ask()

    def _reader(self) -> Callable[[], Known]:
        place = self._frame.navigator.history.current
        current = place.contact if place is not None else None
        recent = [ContactId(int(key)) for key in self.recent.beginning("people/") if key.isdecimal()]
        return lambda: self._read(current, recent)

    def _read(self, current: ContactId | None, recent: list[ContactId]) -> Known:
        book = self._around.book
        others = [contact for contact in recent if contact != current]
        front = book.palette.recent((current,), 1) if current is not None else ()
        return Known(front[0] if front else None, book.palette.recent(others, SHOWN))

    def _take(self, known: Known) -> None:
        self._known = known
        if "palette" in vars(self):
            self.palette.known = known

    def _take_circles(self, circles: list[CircleSummary]) -> None:
        self._offers.circles = circles
        self.palette.renew_circles()
