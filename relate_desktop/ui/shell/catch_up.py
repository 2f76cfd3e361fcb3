"""While you were away: one sheet for everything that came, instead of a pile of pop-ups.

What came lately can be done or put off here; what is older waits, without a word of blame, until
there is room.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.due_list import DueGroup, DueRow
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.place import Place
from relate_desktop.domain.text import visible
from relate_desktop.services.waiting import Came
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Panel, clear_layout, line
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.labels import ElidedLabel, Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.snooze_menu import SnoozeMenu
from relate_desktop.ui.kit.tall_page import TallPage
from relate_desktop.ui.kit.toggles import Ring
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.due import moved_quietly, unsaid, why_in_row
from relate_desktop.words.numbers import count_words, listed, sentence
from relate_desktop.words.reminders import group_name
from relate_desktop.words.today import due_when
from relate_desktop.words.translation import _, ngettext

_LONGEST = 160
MakeMenu = Callable[[QWidget], SnoozeMenu]


class Deeds:
    """What can be done with a row; each is given to a worker."""

    def __init__(self, done: Callable[[DueRow], object], put_off: Callable[[DueRow, object], object]) -> None:
        self.done, self.put_off = done, put_off


class CatchUpSheet(Overlay):
    """Reads what came each time it is opened, and again whenever the book has changed."""

    gives_way = True

    asked = Signal(object)
    """A Place to go to."""

    def __init__(
        self, host: QWidget, read: Callable[[], Came], work: Work, deeds: Deeds, make_menu: MakeMenu
    ) -> None:
        super().__init__(host, "catch_up", _("While you were away"), width=600)
        self._deeds, self._make_menu = deeds, make_menu
        self._came = Fresh(work, self, lambda: read, self._show, lambda _error: None)
        self._opens = False
        self.rows: list[CatchUpRow] = []
        self.summary = SafeLabel("", tone="text2", wrap=True)
        self._page = TallPage(_("What came"))
        self._page.body.setContentsMargins(0, 0, 8, 0)
        self.close_button = Button(_("Close"), "catch_up.close", kind="primary")
        self.close_button.clicked.connect(self.close_overlay)
        self.today = Button(_("Go to Today"), "catch_up.today", kind="quiet")
        self.today.clicked.connect(lambda: self._ask(Place("today")))
        self.body.addWidget(Heading(_("While you were away"), "catch_up.title"))
        self.body.addWidget(self.summary)
        self.body.addWidget(self._page, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.today)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.body.addLayout(foot)

    def open_now(self) -> None:
        """Read what came and open."""
        self.refresh(open_it=True)

    def refresh(self, *, open_it: bool = False) -> None:
        """Read again, if it is open or is to be."""
        if not open_it and not self.isVisible():
            return
        self._opens = open_it or (self._opens and self._came.on_its_way)
        self._came.ask()

    def _show(self, came: Came) -> None:
        kept = self._focused()
        if kept is not None:  # or the focus would go from row to row as they go, and the page with it
            self.panel.setFocus(Qt.FocusReason.OtherFocusReason)
        clear_layout(self._page.body)
        self.rows = []
        self.summary.setText(_said(came))
        for group, rows in ((DueGroup.TODAY, came.lately), (DueGroup.ROOM, came.older)):
            if rows:
                self._add_group(group, rows, came)
        self._page.body.addStretch(1)
        self._page.setVisible(bool(self.rows))
        self._page.updateGeometry()
        if self._opens:
            self.open_over(self.close_button)
        elif kept is not None:
            self._focus_row(kept)

    def _add_group(self, group: DueGroup, rows: tuple[DueRow, ...], came: Came) -> None:
        words = _("Lately") if group is DueGroup.TODAY else group_name(group)
        heading = Heading(words, f"catch_up.{group.value}", "heading")
        heading.setContentsMargins(0, 10 if self.rows else 0, 0, 4)
        self._page.body.addWidget(heading)
        if group is DueGroup.ROOM:
            self._page.body.addWidget(SafeLabel(sentence(moved_quietly(len(rows))), "small", "text2"))
        for number, row in enumerate(rows):
            people = [came.people[who] for who in row.people if who in came.people]
            shown = CatchUpRow(row, people, came, len(self.rows), self._make_menu)
            shown.done.connect(self._deeds.done)
            shown.put_off.connect(self._deeds.put_off)
            shown.opened.connect(self._ask)
            if number:
                self._page.body.addWidget(line())
            self._page.body.addWidget(shown)
            shown.show()
            self.rows.append(shown)

    def _ask(self, place: Place) -> None:
        self.close_overlay()
        self.asked.emit(place)

    def _focused(self) -> int | None:
        """In which row the focus is, if in any."""
        focus = QApplication.focusWidget()
        return next((at for at, row in enumerate(self.rows) if focus and row.isAncestorOf(focus)), None)

    def _focus_row(self, number: int) -> None:
        """Go on with the row that came to this place, or with the last one."""
        target = self.rows[min(number, len(self.rows) - 1)].ring if self.rows else self.close_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)


class CatchUpRow(Panel):
    """One thing that came."""

    done = Signal(object)
    put_off = Signal(object, object)
    opened = Signal(object)

    def __init__(
        self,
        row: DueRow,
        people: list[ContactSummary],
        came: Came,
        number: int,
        make_menu: MakeMenu,
    ) -> None:
        text = visible(row.text, _LONGEST)
        names = tuple(visible(one.called, 60) for one in people)
        called = listed(names)
        when = due_when(row.tell_at, came.present, timed=row.timed)
        identifier = f"catch_up.row.{number}"
        super().__init__(identifier, text, description=", ".join(part for part in (called, when) if part))
        self.ring = Ring(f"{identifier}.done", _("Mark done: {text}").format(text=text))
        self.ring.toggled.connect(lambda on: self.done.emit(row) if on else None)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 7, 0, 7)
        box.setSpacing(8)
        box.addWidget(self.ring)
        if people:
            avatar = Avatar(34)
            one = people[0]
            avatar.show_person(one.own_script or one.full_name, one.hue, organisation=one.is_organization)
            box.addWidget(avatar)
            box.addSpacing(4)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ElidedLabel(text, "bodyMedium"))
        item = row.reminder or row.promise
        told = came.origins.get(item.told_in or 0) if item is not None else None
        words.addWidget(
            ElidedLabel(why_in_row(row, unsaid(row, names), came.present, told), "small", "text2")
        )
        box.addLayout(words, 1)
        box.addWidget(SafeLabel(when, "small", "text2"))
        if row.reminder is not None:
            self._add_snooze(box, row, text, identifier, make_menu)
        if people:
            go = IconButton(
                "caret-right", _("Open {name}").format(name=called), f"{identifier}.open", kind="quiet"
            )
            go.clicked.connect(lambda: self.opened.emit(Place.person(people[0].id)))
            box.addWidget(go)

    def _add_snooze(
        self, box: QHBoxLayout, row: DueRow, text: str, identifier: str, make_menu: MakeMenu
    ) -> None:
        snooze = IconButton(
            "bell-simple-z", _("Snooze: {text}").format(text=text), f"{identifier}.snooze", kind="quiet"
        )
        menu = make_menu(snooze)
        menu.chosen.connect(lambda until: self.put_off.emit(row, until))
        snooze.setMenu(menu)
        box.addWidget(snooze)


def _said(came: Came) -> str:
    count = len(came.lately) + len(came.older)
    if not count:
        return _("Nothing is waiting any more.")
    words = ngettext("{count} reminder came. No hurry.", "{count} reminders came. No hurry.", count)
    return sentence(words.format(count=count_words(count)))
