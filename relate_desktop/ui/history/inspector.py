"""The chosen change: what it did to whom, and what would return if it were taken back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.place import Place
from relate_desktop.ui.history.model import parting
from relate_desktop.ui.history.reading import Told
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Page
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.sentences import Sentence, Sentences
from relate_desktop.ui.kit.side_pane import SidePane
from relate_desktop.words.translation import _

_LYING = 260


class ChangeInspector(SidePane):
    """Shows one change at a time. The room takes it back."""

    take_back_asked = Signal()
    plan_asked = Signal()
    opened = Signal(object)
    """The Place of somebody to look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("history.change", _("The chosen change"), "inspector", lying=_LYING, parent=parent)
        self.headline = Heading("", "history.change.title", "heading")
        self.headline.setWordWrap(True)
        self.whence = SafeLabel("", "small", "text2", wrap=True)
        self.did = Sentences("history.did", _("What this change did"))
        self.people = Sentences("history.people", _("People it concerned"))
        self.people_heading = SafeLabel(_("Whom it concerned"), "smallMedium")
        self.people.opened.connect(lambda key: self.opened.emit(Place.parse(key)))
        self.returns = Sentences("history.returns", _("What would return"))
        self.stays_heading = SafeLabel("", "smallMedium", "amber", wrap=True)
        self.stays = Sentences("history.stays", _("What would stay, and why"))
        self.no_way_back = SafeLabel("", "small", "text2", wrap=True)
        self.look = Button(_("See what would return"), "history.plan", kind="quiet", small=True)
        self.take_back = Button(_("Take back"), "history.take_back", icon="arrow-counter-clockwise")
        self.look.clicked.connect(self.plan_asked)
        self.take_back.clicked.connect(self.take_back_asked)
        self.take_back.setEnabled(False)
        self._lay_out()

    def show_change(self, told: Told) -> None:
        """Show a change."""
        self.headline.set_heading(told.headline)
        self.whence.setText(told.whence)
        self.did.show_sentences(told.did)
        self.people.show_sentences(
            [Sentence("user", called, key=Place.person(contact).address) for contact, called in told.people]
        )
        self.people_heading.setVisible(bool(told.people))
        plan = told.plan
        self.returns.show_sentences(plan.returns if plan is not None else ())
        self.stays.show_sentences(plan.stays if plan is not None else ())
        self.stays_heading.setText(plan.heading if plan is not None else "")
        self.stays_heading.setVisible(plan is not None and bool(plan.heading))
        self.look.setVisible(told.may_take_back and plan is None)
        self.no_way_back.setText("" if told.may_take_back else _no_way_back(told))
        self.no_way_back.setVisible(not told.may_take_back)
        self._back_heading.setVisible(told.may_take_back)
        joined = parting(told.entry) is not None
        self.take_back.set_words(_("Separate again…") if joined else _("Take back"))
        self.take_back.setEnabled(told.may_take_back and not (plan is not None and plan.nothing))
        self.setVisible(True)

    def _lay_out(self) -> None:
        page = Page("plain")
        page.setAccessibleName(_("The chosen change"))
        body = page.body
        body.setContentsMargins(22, 24, 18, 12)
        body.setSpacing(8)
        self._back_heading = SafeLabel(_("If you take it back"), "smallMedium")
        for heading in (self._back_heading, self.stays_heading, self.people_heading):
            heading.setContentsMargins(0, 8, 0, 0)
        for widget in (
            self.headline, self.whence, self.did, self._back_heading, self.returns, self.stays_heading,
            self.stays, self.no_way_back, self.look, self.people_heading, self.people,
        ):  # fmt: skip
            body.addWidget(widget)
        body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 8, 18, 16)
        foot.addWidget(self.take_back)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(page, 1)
        box.addLayout(foot)


def _no_way_back(told: Told) -> str:
    if told.entry.undone:
        return _("This was taken back already.")
    if told.entry.kind is OperationKind.FORGET:
        return _("What was erased for good cannot come back.")
    return _("This one is undone or done again with the Edit menu.")
