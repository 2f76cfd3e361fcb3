"""The panel of Find or do (mock 09): results follow every letter, the focus stays in the field."""

from collections.abc import Generator, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.ranking import nearness
from relate_desktop.domain.text import isolate
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.kit.accessibility import announce, named
from relate_desktop.ui.kit.cards import line
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.palette import field, foot
from relate_desktop.ui.shell.palette.entries import (
    MOST,
    Entry,
    Group,
    Known,
    Prefix,
    Wanted,
    best,
    fitted,
    wanted,
)
from relate_desktop.ui.shell.palette.offers import Offers, called_name
from relate_desktop.ui.shell.palette.rows import (
    Picture,
    ResultDelegate,
    Results,
    drawn_icon,
    heights,
    spoken_row,
)
from relate_desktop.ui.shell.palette.search import Answers, PaletteSearch
from relate_desktop.words.translation import _, ngettext

WIDTH = 680
_EMPTY_ABOUT, _EMPTY_PEOPLE, _EMPTY_COMMANDS = 2, 5, 4
_LEAST = 5
"""Rows shown however low the window is; the list scrolls then."""


class Palette(Overlay):
    """Find or do. ``known`` is kept up to date by whoever made it."""

    def __init__(
        self, host: QWidget, offers: Offers, search: PaletteSearch, work: Work, picture: Picture
    ) -> None:
        super().__init__(host, "palette", _("Find or do"), width=WIDTH)
        self._offers, self._search, self._work = offers, search, work
        self.known = Known()
        self._job: Job[Answers] | None = None
        self._about: ContactSummary | None = None
        self._typed_before = ""
        self._enter_waits = False
        self.field = field.PaletteField()
        self.results = Results(self)
        self.list = QListView()
        named(self.list, "palette.results", _("Results"))
        self.list.setModel(self.results)
        self.list.setItemDelegate(ResultDelegate(picture, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._clicked)
        self.foot = foot.PaletteFoot()
        self.body.setContentsMargins(1, 1, 1, 1)
        self.body.setSpacing(0)
        for widget in (self.field, line(), self.list, self.foot):
            self.body.addWidget(widget)
        self.field.typed.connect(self._typed)
        self.field.pressed.connect(self._pressed)

    def prepare(self) -> Generator[None, None, None]:
        """Do ahead, in steps, what the first frame would take longest for: style sheets and icons."""
        for child in self.panel.findChildren(QWidget):
            child.ensurePolished()
        yield
        for entry in (one for group in self._at_first() for one in group.entries):
            if entry.icon:
                drawn_icon(entry)
                yield

    def open_fresh(self) -> None:
        """Open with nothing typed."""
        self._leave_person()
        self.panel.setMaximumWidth(theme().scaled(WIDTH))
        self.field.text.clear()
        self._show(self._at_first())
        self.open_over(self.field.text)

    def renew_circles(self) -> None:
        """The circles are known now: show them where they are asked for."""
        text = self.field.text.text()
        if self.isVisible() and self._about is None and wanted(text).prefix is Prefix.CIRCLES:
            self._typed(text)

    @property
    def waiting(self) -> bool:
        """Whether results of what was typed last are still on their way."""
        return self._job is not None

    # keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the keys that are for the results out of the field's hands."""
        pressed = watched is self.field.text and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self.isVisible() and self.field.takes(event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, key: str) -> None:
        steps = {"up": -1, "down": 1}
        if key in steps:
            self._move(steps[key])
        elif key in {"first", "last"}:
            places = self.results.places()
            if places:
                self._stand_on(places[0 if key == "first" else -1])
        elif key == "enter":
            self._enter()
        elif key == "tab":
            self._more()
        elif self._about is not None:
            text = self._typed_before
            self._leave_person()
            self.field.text.setText(text)
            self._typed(text)
        elif key == "escape":
            self.close_overlay()

    def _move(self, step: int) -> None:
        """One entry up or down, from the last to the first and back."""
        places = self.results.places()
        if places:
            here = self.list.currentIndex().row()
            place = places.index(here) + step if here in places else 0
            self._stand_on(places[place % len(places)])
            entry = self.results.entry(self.list.currentIndex().row())
            if entry is not None:
                announce(self.list, spoken_row(entry))

    def _enter(self) -> None:
        if self._job is not None:
            self._enter_waits = True  # whoever types a name and Enter means that name
            return
        entry = self.results.entry(self.list.currentIndex().row())
        if entry is not None:
            self._run(entry)

    def _clicked(self, index: QModelIndex) -> None:
        entry = self.results.entry(index.row())
        if entry is not None:
            self._run(entry)

    def _run(self, entry: Entry) -> None:
        self.close_overlay()
        if entry.use:
            self._offers.recent.used(entry.use)
        entry.run()

    def _more(self) -> None:
        """Go on to what can be done about the person one stands on."""
        entry = self.results.entry(self.list.currentIndex().row())
        if entry is None or entry.person is None:
            return
        self._typed_before = self.field.text.text()
        self._about = entry.person
        self.field.show_about(called_name(entry.person))
        self.field.text.clear()
        self._typed("")

    def _leave_person(self) -> None:
        self._about = None
        self._typed_before = ""
        self.field.show_about("")

    # finding

    def _typed(self, text: str) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._enter_waits = False
        asked = wanted(text)
        if self._about is not None:
            self._show([self._about_group(self._about, text.strip(), MOST)])
        elif asked.prefix in {Prefix.NONE, Prefix.PEOPLE} and asked.text:
            self._find(asked)
        elif asked.prefix is Prefix.NONE:
            self._show(self._at_first())
        elif asked.prefix is Prefix.PEOPLE:
            self._show([Group(_("People"), self._people(self.known.recent))])
        elif asked.prefix is Prefix.COMMANDS:
            self._show([Group(_("Do"), tuple(self._offers.commands(asked.text)))])
        elif asked.prefix is Prefix.CIRCLES:
            self._show([Group(_("Circles"), tuple(self._offers.in_circles(asked.text)))])
        else:
            self._show([Group("", (self._offers.new_person(asked.text),))])

    def _find(self, asked: Wanted) -> None:
        self._job = self._work.run(
            Lane.READ,
            lambda job: self._search.find(asked.text, job, texts=asked.prefix is Prefix.NONE),
            partial(self._arrived, asked),
            lambda _error: self._arrived(asked, Answers()),
            kind=JobKind.SEARCH,
            owner=self,
        )

    def _arrived(self, asked: Wanted, found: Answers) -> None:
        if wanted(self.field.text.text()) != asked or self._about is not None:
            return
        self._job = None
        self._show(self._answers(asked, found))
        if self._enter_waits:
            self._enter_waits = False
            self._enter()

    def _answers(self, asked: Wanted, found: Answers) -> list[Group]:
        people = Group(
            _("People"), tuple(self._search.found_entry(one, self._offers.go) for one in found.people)
        )
        if asked.prefix is Prefix.PEOPLE:
            return [people, Group("", tuple(self._offers.last(asked.text)), always=True)]
        groups = [people]
        nearest = found.nearest
        if nearest is not None:
            groups.append(self._about_group(nearest, "", 3))
        written = tuple(self._search.text_entry(one, self._offers.go) for one in found.texts)
        places = (*self._offers.places(asked.text), *self._offers.in_circles(asked.text))
        return [
            *groups,
            Group(_("Go to"), places, 3),
            Group(_("Do"), tuple(self._offers.commands(asked.text)), 3),
            Group(_("Found in your notes"), written, 4),
            Group("", tuple(self._offers.last(asked.text)), always=True),
        ]

    def _at_first(self) -> list[Group]:
        groups = []
        about: Group | None = None
        if self.known.current is not None:
            about = fitted([self._about_group(self.known.current, "", _EMPTY_ABOUT)])[0]
            groups.append(about)
        groups.append(Group(_("People"), self._people(self.known.recent), _EMPTY_PEOPLE))
        common = self._offers.common(_EMPTY_COMMANDS, about.entries if about is not None else ())
        groups.append(Group(_("Do"), tuple(common), _EMPTY_COMMANDS))
        return groups

    def _people(self, people: Sequence[ContactSummary]) -> tuple[Entry, ...]:
        return tuple(self._search.person_entry(one, self._offers.go) for one in people)

    def _about_group(self, person: ContactSummary, text: str, most: int) -> Group:
        entries = [
            entry
            for entry in self._offers.about(person)
            if not text or nearness(text, entry.title) is not None
        ]
        return Group(_("About {name}").format(name=isolate(called_name(person))), tuple(entries), most)

    # showing

    def _show(self, groups: Sequence[Group]) -> None:
        shown = self._fitting(groups)
        self.results.show(shown)
        places = self.results.places()
        self.list.setVisible(bool(places))
        self.list.setFixedHeight(min(heights(shown), self._room()))
        if places:
            self._stand_on(places[best(shown)])
        self.foot.offer_more(there_is=self._has_more())
        if self.isVisible():
            count = len(places)
            announce(self.list, ngettext("{n} result", "{n} results", count).format(n=count))

    def _fitting(self, groups: Sequence[Group]) -> list[Group]:
        """As many rows as the window has room for, at most eleven."""
        for rows in range(MOST, _LEAST, -1):
            shown = fitted(groups, rows)
            if heights(shown) <= self._room():
                return shown
        return fitted(groups, _LEAST)

    def _room(self) -> int:
        around = self.layout()
        margins = around.contentsMargins() if around is not None else self.contentsMargins()
        used = margins.top() + margins.bottom() + self.field.height() + self.foot.height() + 3
        return max(120, self.window().height() - used)

    def _stand_on(self, row: int) -> None:
        index = self.results.index(row, 0)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)
        self.foot.offer_more(there_is=self._has_more())

    def _has_more(self) -> bool:
        entry = self.results.entry(self.list.currentIndex().row())
        return entry is not None and entry.person is not None and self._about is None
