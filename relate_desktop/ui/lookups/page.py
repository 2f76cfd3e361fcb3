"""Everything that was ever asked of anybody: when, about whom, what was sent, how much came back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.place import Place
from relate_desktop.domain.request_ledger import LookupMade
from relate_desktop.domain.text import isolate, visible
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Page
from relate_desktop.ui.kit.empty import EmptyPage
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.sentences import Sentence, Sentences
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.looking_up import asked_result, asked_words, made_when
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

PAGE = 50
LONGEST = 120


@dataclass(frozen=True, slots=True)
class _Known:
    made: Sequence[LookupMade]
    names: Mapping[ContactId, str] = field(default_factory=dict)
    now: datetime | None = None
    more: bool = False


class AskedRoom(Room):
    """Place: ``lookups``."""

    def __init__(self, book: "OpenBook", work: Work, news: News, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book, self._amount = book, PAGE
        self._newest = Fresh(work, self, lambda: self._reader(self._amount), self._show)
        self.list = Sentences("lookups.list", _("What was asked"))
        self.list.opened.connect(lambda address: self.asked.emit(Place.parse(address)))
        self.earlier = Button(_("Show earlier ones"), "lookups.earlier")
        self.earlier.clicked.connect(self._more)
        words = _("Each line was written down before anything left this laptop. Keys are never in it.")
        self.under = SafeLabel(words, "body", "text2", wrap=True)
        page = Page(max_width=860)
        page.body.addWidget(Heading(_("What was asked"), "lookups.title"))
        page.body.addWidget(self.under)
        page.body.addWidget(self.list)
        page.body.addWidget(self.earlier)
        page.body.addStretch(1)
        self.earlier.hide()
        settings = Button(_("Look-ups in Settings"), "lookups.settings")
        settings.clicked.connect(lambda: self.asked.emit(Place("settings", "lookups")))
        self._empty = EmptyPage(
            "globe-simple",
            _("Nothing was ever asked of anybody"),
            _("Relate asks about nobody until you switch look-ups on, and then about one person at a time."),
            button=settings,
        )
        self._stack = QStackedWidget()
        for one in (page, self._empty):
            self._stack.addWidget(one)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._stack)
        news.changed.connect(self._news)

    @property
    def title(self) -> str:
        """The place's name."""
        return _("What was asked")

    def go(self, _place: Place) -> None:
        """Show the latest."""
        self._amount = PAGE
        self._newest.ask()

    def regions(self) -> Sequence[QWidget]:
        """The list."""
        return [self.list]

    def default_focus(self) -> QWidget | None:
        """The list."""
        return self.list

    def _news(self, _changes: Changes) -> None:
        if self.isVisible():
            self._newest.ask()

    def _more(self) -> None:
        self._amount += PAGE
        self._newest.ask()

    def _reader(self, amount: int) -> "_Reading":
        return _Reading(self._book, amount)

    def _show(self, known: _Known) -> None:
        rows: list[Sentence] = []
        for made in known.made:
            who = known.names.get(made.contact)
            text = " · ".join(
                (
                    made_when(made, known.now or made.at),
                    isolate(who) if who else _("somebody who is gone"),
                    asked_result(made),
                )
            )
            under = "\n".join(asked_words(one) for one in made.asked) or _("Nothing was sent.")
            rows.append(
                Sentence("globe-simple", text, under, Place.person(made.contact).address if who else "")
            )
        self.list.show_sentences(rows)
        self.earlier.setVisible(known.more)
        self._stack.setCurrentIndex(0 if rows else 1)


class _Reading:
    """Reads so many look-ups and one more, to know whether there are earlier ones."""

    def __init__(self, book: "OpenBook", amount: int) -> None:
        self._book, self._amount = book, amount

    def __call__(self) -> _Known:
        made = self._book.lookups.asked(self._amount + 1)
        shown = made[: self._amount]
        people = self._book.contacts.summaries(list(dict.fromkeys(one.contact for one in shown)))
        names = {one.id: visible(one.called, LONGEST) or _("No name") for one in people}
        return _Known(shown, names, self._book.present().now, len(made) > self._amount)
