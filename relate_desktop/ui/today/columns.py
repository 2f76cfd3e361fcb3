"""How Today is laid out: the main column, and the rail beside it or, in a narrow window, below."""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from relate_desktop.domain.ids import MediaHash
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.cards import Frame, Page
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.strip import Strip
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.today.awhile import WhileCard
from relate_desktop.ui.today.due import DueSection
from relate_desktop.ui.today.ending import DoneLine, NothingWaits
from relate_desktop.ui.today.first_day import LastTalkSection, NamesSection, WaitingCard
from relate_desktop.ui.today.invitation import CalendarInvitation
from relate_desktop.ui.today.meetings import MeetingSection
from relate_desktop.ui.today.notices import Notices
from relate_desktop.ui.today.row import Row
from relate_desktop.ui.today.soon import SoonCard
from relate_desktop.ui.today.view import FirstDay, TodayView
from relate_desktop.words.first_day import doubtful
from relate_desktop.words.names import odd_names
from relate_desktop.words.today import more_in_reminders
from relate_desktop.words.translation import _

RAIL, GAP = 260, 28
RAIL_BELOW = 1120
"""Windows narrower than this have the rail below the main column."""
WIDEST = 1180
LEFT, TOP, RIGHT = 36, 30, 28


class TodayColumns(Page):
    """Everything Today shows. Parts that have nothing to show are not there."""

    calendar_asked = Signal()
    """The calendar is to be looked at: a file of it has moved."""
    twice_asked = Signal()
    """Those who may be here twice are to be looked at."""
    made_first = Signal()
    """The parts of the first day are there; they come once."""

    def __init__(self, menu: Callable[[], QMenu], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.greeting = Heading("", "today.title", "display")
        self.greeting.setWordWrap(True)
        self.summary = SafeLabel("", "body", "text2", wrap=True)
        named(self.summary, "today.summary", "")
        self.due = DueSection(menu)
        self.meetings = MeetingSection()
        self.moved = Strip(identifier="today.calendar_moved")
        self.nothing, self.done = NothingWaits(), DoneLine()
        self.awhile, self.soon, self.notices = WhileCard(), SoonCard(), Notices()
        self._moved_said = ""
        self._main, self._rail = Frame(), Frame()
        self._main_box, self._rail_box = QVBoxLayout(self._main), QVBoxLayout(self._rail)
        self.capture_box = QVBoxLayout()
        self._first_box = QVBoxLayout()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._fill_main()
        self._fill_rail()
        self.body.setContentsMargins(LEFT, TOP, RIGHT, RIGHT)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(self._main, 1)
        self._columns.addWidget(self._rail)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)
        self.fit()

    def show_view(self, view: TodayView) -> None:
        """Show all of it; what is there already keeps its place and the focus."""
        self.greeting.set_heading(view.greeting)
        self.summary.setText(view.summary)
        if view.first is not None or self._made("last_talks"):
            self._show_first(view.first or FirstDay())
        self.due.show_lines(view.due, more_in_reminders(view.more) if view.more else "", view.stepped_back)
        self.meetings.show_lines(view.meetings, view.meetings_from)
        self._tell_moved(view.calendar_moved)
        self.nothing.setVisible(view.nothing_waits)
        self.done.show_done(view.done, more=view.more > 0)
        self.done.setVisible(bool(view.done))
        self.awhile.show_lines(view.awhile, view.rule)
        self.soon.show_lines(view.soon)
        self.notices.show_lines(view.notices)
        if view.doubtful or self._made("doubts"):
            self.doubts.show_count(view.doubtful)

    def sections(self) -> list[Sequence[Row]]:
        """The rows of each part, in the order in which one walks through them."""
        parts: list[Sequence[Row]] = []
        if self._made("last_talks"):
            parts += [self.last_talks.rows(), self.names.rows()]
        return [*parts, self.due.rows(), self.meetings.rows(), self.awhile.rows(), [self.soon.row]]

    def show_pictures(self, picture: Callable[[MediaHash], QImage | None]) -> None:
        """Put the pictures that are at hand into the avatars, and ask for the others."""
        self.due.show_pictures(picture)
        self.meetings.show_pictures(picture)
        self.awhile.show_pictures(picture)
        if self._made("last_talks"):
            self.last_talks.show_pictures(picture)

    # the first day, made when it is one

    @cached_property
    def last_talks(self) -> LastTalkSection:
        """When did you last talk?"""
        return LastTalkSection()

    @cached_property
    def names(self) -> NamesSection:
        """Names to get right."""
        return NamesSection()

    @cached_property
    def doubts(self) -> WaitingCard:
        """Who may be here twice."""
        note = _("They can wait. Nothing is joined on its own.")
        card = WaitingCard("today.doubts", "users", doubtful, note)
        self._rail_box.insertWidget(self._rail_box.indexOf(self.notices), card)
        card.look.clicked.connect(self.twice_asked)
        return card

    @cached_property
    def odd_names(self) -> WaitingCard:
        """Names that may be wrong."""
        note = _("They can wait. Nothing is changed on its own.")
        card = WaitingCard("today.odd_names", "tag", odd_names, note)
        card.hide()
        return card

    def _tell_moved(self, words: str) -> None:
        """Say once that a calendar's file is not where it was; closed, it stays away for the day."""
        if words == self._moved_said:
            return
        self._moved_said = words
        self._moved_box.setContentsMargins(0, 16 if words else 0, 0, 0)
        if words:
            self.moved.show_problem(
                words, action=_("Find the file…"), act=self.calendar_asked.emit, harmless=True
            )
        else:
            self.moved.hide()

    @cached_property
    def invitation(self) -> CalendarInvitation:
        """Bring your calendar too."""
        return CalendarInvitation()

    def _show_first(self, first: FirstDay) -> None:
        if self._first_box.isEmpty():
            for widget in (self.last_talks, self.names):
                self._first_box.addWidget(widget)
            for card in (self.invitation, self.odd_names):
                self._rail_box.insertWidget(self._rail_box.indexOf(self.notices), card)
            self.made_first.emit()
        self.last_talks.show_people(first.last_talks)
        self.names.show_questions(first.names)
        self.invitation.setVisible(first.without_calendar)

    def _made(self, name: str) -> bool:
        return name in vars(self)

    # layout

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Move the rail below in a narrow window."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Follow the window's width and the size of the text."""
        below = self.window().width() < theme().scaled(RAIL_BELOW)
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if below else direction.LeftToRight
        if self._columns.direction() != wanted:
            self._columns.setDirection(wanted)
        self._columns.setStretch(0, 0 if below else 1)
        self._keep_edge()
        width = theme().scaled(RAIL)
        self._rail.setMinimumWidth(0 if below else width)
        self._rail.setMaximumWidth(16_777_215 if below else width)

    def _keep_edge(self) -> None:
        """Take the room of the scroll bar out of the margin, so that nothing moves when it comes."""
        spare = max(0, self.width() - LEFT - RIGHT - WIDEST)
        bar = self.verticalScrollBar()
        taken = min(bar.width(), RIGHT) if bar.isVisible() else 0
        margins = self.body.contentsMargins()
        if margins.right() != RIGHT - taken + spare:
            self.body.setContentsMargins(LEFT, TOP, RIGHT - taken + spare, RIGHT)

    def _fill_main(self) -> None:
        box = self._main_box
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.greeting)
        box.addSpacing(3)
        box.addWidget(self.summary)
        for inner in (self.capture_box, self._first_box):
            inner.setSpacing(0)
            box.addLayout(inner)
        box.addWidget(self.due)
        self._moved_box = QVBoxLayout()
        self._moved_box.addWidget(self.moved)
        box.addLayout(self._moved_box)
        self._moved_box.setContentsMargins(0, 0, 0, 0)
        for widget in (self.meetings, self.nothing, self.done):
            box.addWidget(widget)
        for part in (self.due, self.meetings, self.nothing, self.done):
            part.hide()
        box.addStretch(1)

    def _fill_rail(self) -> None:
        box = self._rail_box
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(16)
        for widget in (self.awhile, self.soon, self.notices):
            box.addWidget(widget)
            widget.hide()
        box.addStretch(1)
