"""The room of names to get right: each with what it could be; nothing is changed by itself."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.name_doubts import NameDoubt
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.services.names import DoubtfulName, LeftName, in_order
from relate_desktop.ui.kit.accessibility import announce
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Page, Panel, clear_layout
from relate_desktop.ui.kit.choices import Chips
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.names.rows import DoubtRow, LeftRow
from relate_desktop.words.names import doubt_name, names_found, take_all_words
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

SHOWN = 40
"""Rows made at once; more on request."""
_FEW = 50
"""So many changed people are looked at one by one; after more, everybody is."""
_ALL, _LEFT = "all", "left"


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, with everybody on the rows."""

    names: list[DoubtfulName]
    left: list[LeftName]


class NamesRoom(Room):
    """Places: ``names``, ``names/<kind>``, ``names/left``."""

    progress_kinds = frozenset({JobKind.NAMES})

    def __init__(self, book: "OpenBook", work: Work, news: News) -> None:
        super().__init__()
        self._book, self._work = book, work
        self._names: list[DoubtfulName] = []
        self._left: list[LeftName] = []
        self._shown = SHOWN
        self._stale = True
        self._again = False
        """Whether something changed while it was looked."""
        self._wanted = ""
        self._job: Job[Looked] | None = None
        self._rows: list[DoubtRow | LeftRow] = []
        self._focus_waits = False
        """Whether the room was gone to before there was anything to give the focus to."""
        self._build()
        news.changed.connect(self._news)

    # what the shell asks

    @property
    def title(self) -> str:
        """The place for the window's title."""
        return _("Names to get right")

    def go(self, place: Place) -> None:
        """Look through the names, unless nothing changed since, and show one kind."""
        self._wanted = place.rest
        if self._stale:
            self._look()
        elif place.rest or not self._rows:
            self._show()

    def regions(self) -> Sequence[QWidget]:
        """The kinds, then the names."""
        if self._stack.currentWidget() is not self._page:
            return [self]
        first = [row.stops()[0] for row in self._rows[:1]]
        return [self.kinds.button(self.kinds.current()), *first]

    def default_focus(self) -> QWidget | None:
        """The first name's first button."""
        self._focus_waits = not self._rows
        return self._rows[0].stops()[0] if self._rows else None

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Ctrl+Enter puts everything listed right."""
        return {"save": self._take_all} if self._sure() else {}

    # building

    def _build(self) -> None:
        self.none = EmptyPage(
            "check-circle",
            names_found(0).rstrip("."),
            _("Relate looks again whenever people come in. Nothing is changed by itself."),
        )
        self.looking = EmptyPage("magnifying-glass", _("Looking at names"), "")
        self._page = self._made_page()
        self._stack = QStackedWidget()
        for widget in (self.none, self.looking, self._page):
            self._stack.addWidget(widget)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)

    def _made_page(self) -> QWidget:
        self.heading = Heading(_("Names to get right"), "names.title")
        self.summary = SafeLabel("", "body", "text2", wrap=True)
        self.take_all = Button("", "names.take", kind="primary")
        self.take_all.clicked.connect(self._take_all)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.summary)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.take_all, 0, Qt.AlignmentFlag.AlignTop)
        self.kinds = Chips("names.kinds", _("Kinds of doubt"), wraps=True)
        self.kinds.chosen.connect(self._choose)
        card = Panel("names.list", _("Names to get right"), "card")
        self._list = QVBoxLayout(card)
        self._list.setContentsMargins(1, 1, 1, 1)
        self._list.setSpacing(0)
        self.more = Button(_("Show more"), "names.more", kind="quiet")
        self.more.clicked.connect(self._show_more)
        page = Page(max_width=980)
        page.body.addLayout(head)
        page.body.addWidget(self.kinds)
        page.body.addWidget(card)
        page.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        page.body.addStretch(1)
        return page

    # looking

    def _look(self) -> None:
        self._stale = False
        if not self._names and not self._left:
            self._stack.setCurrentWidget(self.looking)
        self._job = self._work.run(
            Lane.READ,
            lambda job: Looked(self._book.names.look(job), self._book.names.left()),
            self._found,
            lambda _error: self._found(Looked([], [])),
            kind=JobKind.NAMES,
            on_cancelled=self._stopped,
            owner=self,
        )

    def _stopped(self) -> None:
        self._job = None
        self._stale = True

    def _found(self, looked: Looked) -> None:
        self._job = None
        self._names, self._left = looked.names, looked.left
        self._show()
        again, self._again = self._again, False
        if again:
            self._changed_much()

    def _news(self, changes: Changes) -> None:
        if self._stale or not (changes.everything or changes.contacts):
            return
        few = sorted(changes.contacts)
        if self._job is not None:
            self._again = True
            return
        if changes.everything or len(few) > _FEW:
            self._changed_much()
            return
        self._work.run(
            Lane.READ,
            lambda _job: (few, self._book.names.anew(few), self._book.names.left()),
            self._renewed,
            lambda _error: self._look(),
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _changed_much(self) -> None:
        """Look at everything anew, at once or when somebody comes here."""
        self._stale = True
        if self.isVisible():
            self._look()

    def _renewed(self, answer: tuple[list[ContactId], list[DoubtfulName], list[LeftName]]) -> None:
        changed, fresh, self._left = answer
        gone = set(changed)
        self._names = in_order([*(one for one in self._names if one.contact not in gone), *fresh])
        self._show()

    # showing

    def _show(self) -> None:
        counts = Counter(one.proposal.doubt for one in self._names)
        choices = [(_ALL, _count(_("All"), len(self._names)))]
        choices += [
            (doubt.value, _count(doubt_name(doubt), counts[doubt])) for doubt in NameDoubt if counts[doubt]
        ]
        if self._left:
            choices.append((_LEFT, _count(_("Left as they are"), len(self._left))))
        self.kinds.set_choices([(key, words, None) for key, words in choices])
        if self._wanted:
            self.kinds.choose(self._wanted)
            self._wanted = ""
        words = names_found(len(self._names))
        if words != self.summary.text():
            self.summary.setText(words)
            announce(self, words)
        self._fill()
        self._stack.setCurrentWidget(self._page if self._names or self._left else self.none)

    def _choose(self, _key: str) -> None:
        self._shown = SHOWN
        self._fill()

    def _show_more(self) -> None:
        self._shown += SHOWN
        self._fill()

    def _listed(self) -> list[DoubtfulName]:
        key = self.kinds.current()
        if key == _LEFT:
            return []
        return [one for one in self._names if key in {_ALL, "", one.proposal.doubt.value}]

    def _sure(self) -> list[DoubtfulName]:
        """What is listed and can be taken as it is."""
        return [one for one in self._listed() if one.proposal.after]

    def _fill(self) -> None:
        focus = self._place_of_focus()
        clear_layout(self._list)
        leaving = self.kinds.current() == _LEFT
        listed = self._listed()
        if leaving:
            self._rows = [self._left_row(one) for one in self._left[: self._shown]]
        else:
            part = listed[: self._shown]
            rows = self._book.contacts.summaries(list(dict.fromkeys(one.contact for one in part)))
            people = {row.id: row for row in rows}
            self._rows = [self._row(one, people[one.contact]) for one in part if one.contact in people]
        for number, row in enumerate(self._rows):
            row.edge.setVisible(number > 0)
            self._list.addWidget(row)
            for stop in row.stops():
                stop.installEventFilter(self)
        total = len(self._left) if leaving else len(listed)
        self.more.setVisible(total > self._shown)
        sure = self._sure()
        self.take_all.setVisible(len(sure) > 1)
        self.take_all.set_words(take_all_words(len(sure)))
        self.acts_changed.emit()
        if focus is not None or (self._focus_waits and self._rows):
            self._focus_waits = False
            self._focus_row(*(focus or (0, 0)))

    def _row(self, one: DoubtfulName, person: ContactSummary) -> DoubtRow:
        row = DoubtRow(one, person)
        row.taken.connect(lambda name, chosen: self._write(lambda: self._book.names.take([name], chosen)))
        row.left.connect(lambda name: self._write(lambda: self._book.names.leave([name])))
        row.edit_asked.connect(lambda contact: self.asked.emit(Place("people", f"{contact}/edit")))
        return row

    def _left_row(self, one: LeftName) -> LeftRow:
        row = LeftRow(one)
        row.again.connect(lambda left: self._write(lambda: self._book.names.ask_again([left])))
        return row

    # keyboard

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and down go to the same button of the next name."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            at = self._place_of_focus()
            if step is not None and at is not None:
                if 0 <= at[0] + step < len(self._rows):
                    self._focus_row(at[0] + step, at[1])
                return True
        return super().eventFilter(watched, event)

    def _place_of_focus(self) -> tuple[int, int] | None:
        """The row and the button that have the focus."""
        focus = QApplication.focusWidget()
        for number, row in enumerate(self._rows):
            for place, stop in enumerate(row.stops()):
                if stop is focus:
                    return number, place
        return None

    def _focus_row(self, number: int, place: int) -> None:
        if not self._rows:
            self.kinds.button(self.kinds.current()).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        stops = self._rows[min(number, len(self._rows) - 1)].stops()
        stops[min(place, len(stops) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    # deciding

    def _take_all(self) -> None:
        sure = self._sure()
        if sure:
            self._write(lambda: self._book.names.take(sure))

    def _write(self, write: Callable[[], object]) -> None:
        self._work.run(
            Lane.WRITE,
            lambda _job: write(),
            lambda _done: None,
            lambda _error: self._look(),
            kind=JobKind.EDIT,
            owner=self,
        )


def _count(words: str, count: int) -> str:
    return f"{words} {count:,}"
