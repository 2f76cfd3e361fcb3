"""The page of one person: who they are, how things stand, what happened, how to reach them (mock 02)."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.cards import Frame, Page, Panel, column_line, line
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.slot import PersonSlot
from relate_desktop.ui.kit.tab_order import order_tabs
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.people.capture import PersonCapture
from relate_desktop.ui.people.details import Details
from relate_desktop.ui.people.header import PersonHeader
from relate_desktop.ui.people.opened import OpenedCard
from relate_desktop.ui.people.person_view import PersonView
from relate_desktop.ui.people.promises import Promises
from relate_desktop.ui.people.question import QuestionCard
from relate_desktop.ui.people.summary import SummaryStrip
from relate_desktop.words.translation import _

DETAILS_WIDTH = 252
NARROW = 640
"""Under this width in pixels everything stands in one column and scrolls as one."""


class PersonPage(Panel):
    """Shows one person. Built once and filled anew for each, so that opening costs little.

    ``timeline`` is the part that another room makes: everything that happened, as one long list.
    """

    copied = Signal(str)
    opened = Signal(str)
    around_asked = Signal()
    """Somebody wants to note who is what to the person."""
    graph_asked = Signal()

    def __init__(
        self, photos: Photos, timeline: PersonSlot, capture: PersonCapture, parent: QWidget | None = None
    ) -> None:
        super().__init__("person", "", "surface", parent=parent)
        self._view: PersonView | None = None
        self._wide: bool | None = None
        self.header, self.timeline, self.details = PersonHeader(photos), timeline, Details()
        self.facts = self.details.facts
        self.summary, self.opened_card, self.promises = SummaryStrip(), OpenedCard(), Promises()
        self.offer_card = QuestionCard("person.offer", _("Your usual rhythm"))
        self.capture = capture
        self.late_hour = SafeLabel("", "caption", "amber", wrap=True)
        self.late_hour.hide()
        self.details.copied.connect(self.copied)
        self.details.opened.connect(self.opened)
        for part in (self.header, self.details):
            part.around_asked.connect(self.around_asked)
            part.graph_asked.connect(self.graph_asked)
        timeline.link_asked.connect(self.opened)
        self._lay_out()
        theme().changed.connect(self._arrange)

    @property
    def view(self) -> PersonView | None:
        """Who is shown."""
        return self._view

    def show_person(self, view: PersonView) -> None:
        """Fill the page; what happened begins at its top when it is about somebody else than before."""
        other = self._view is None or self._view.id != view.id
        self._view = view
        self.setAccessibleName(view.called)
        self.header.show_person(view)
        self.details.show_sections(view.sections, view.standing.footer)
        self.facts.show_facts(view.id, view.facts)
        self.summary.show_standing(view.standing)
        self.capture.show_person(view.id, view.called, view.gender)
        self._offer(view)
        if self.promises.show_promises(view.standing.promises):
            self._order_tabs()
        self.late_hour.setText(view.standing.late_hour)
        self.late_hour.setVisible(bool(view.standing.late_hour))
        self._arrange()
        self.timeline.show_person(view.id, view.called, view.gender, view.happened)
        if other:
            self._aside.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the details beside or under what happened."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A comfortable page."""
        return QSize(740, 600)

    def _offer(self, view: PersonView) -> None:
        """Ask once whether the rhythm that the log shows is to be kept an eye on."""
        if not view.standing.offer:
            self.offer_card.hide()
            return
        yes = _("Keep an eye on it")
        self.offer_card.ask("clock", view.standing.offer, yes=(yes, yes), no=_("No"))

    # laying out

    def _lay_out(self) -> None:
        self._top = Frame("surface")
        top = QVBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self.header)
        top.addWidget(self.summary)
        top.addWidget(line())
        for place, part in enumerate(
            (self.capture, self.late_hour, self.opened_card, self.offer_card, self.promises)
        ):
            self.timeline.head.insertWidget(place, part)
        self._aside = Page("surface")
        self._aside.setAccessibleName(_("Details"))
        self._aside.body.setContentsMargins(0, 0, 0, 0)
        self._aside.body.addWidget(self.details)
        self._between = column_line()
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.timeline, 1)
        columns.addWidget(self._between)
        columns.addWidget(self._aside)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self._top)
        self._box.addLayout(columns, 1)

    def _order_tabs(self) -> None:
        """From the head of the page through what happened to the details, wide or narrow."""
        order_tabs((self._top, self.timeline.above, self.timeline.view, self.details))

    def _arrange(self) -> None:
        wide = self.width() >= theme().scaled(NARROW)
        self.header.arrange(self.width(), wide=wide)
        if wide == self._wide:
            return
        self._wide = wide
        self._between.setVisible(wide)
        self._aside.setVisible(wide)
        if wide:
            self.timeline.set_top(None)
            self.timeline.set_foot(None)
            self._box.insertWidget(0, self._top)
            self._aside.body.addWidget(self.details)
            self._aside.setFixedWidth(theme().scaled(DETAILS_WIDTH))
            self._top.show()
            self.details.show()
            self.details.stand(aside=True)
        else:
            self.timeline.set_top(self._top)
            self.timeline.set_foot(self.details)
            self.details.stand(aside=False)
        self._order_tabs()
