"""One question: two people beside each other, why Relate asks, and the three answers (mock 05)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.ids import PropertyId
from relate_desktop.domain.merge_plan import MergePlan
from relate_desktop.services.duplicate_search import FoundPair
from relate_desktop.ui.duplicates.comparison import Comparison, Side
from relate_desktop.ui.duplicates.reasons import Reasons
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Foot, Frame, Page, clear_layout, line
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.ui.kit.tab_order import order_tabs
from relate_desktop.words.translation import _


@dataclass(frozen=True, slots=True)
class Question:
    """One pair with everything there is to see of it; the plan keeps the one who is here for longer."""

    pair: FoundPair
    plan: MergePlan
    sides: tuple[Side, Side]
    short: tuple[str, str] | None = None
    """Which name is short for which, where that is a reason."""


class Asking(Frame):
    """Shows a question and says what was answered."""

    stepped = Signal(int)
    """To the next pair or to the one before."""
    joined = Signal()
    different = Signal()
    all_asked = Signal()
    """Those who are certain are to be joined together."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.question: Question | None = None
        self._comparison: Comparison | None = None
        self.heading = Heading(_("Are these the same person?"), "duplicates.title")
        self.reasons = Reasons()
        self._shelf = QVBoxLayout()
        page = Page(max_width=1120)
        page.body.setContentsMargins(32, 24, 32, 20)
        page.body.setSpacing(14)
        page.body.addLayout(self._head())
        page.body.addLayout(self._why())
        page.body.addLayout(self._shelf)
        page.body.addLayout(self._note())
        page.body.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(page, 1)
        box.addWidget(line())
        box.addWidget(self._foot())

    @property
    def standing(self) -> frozenset[PropertyId]:
        """The lines that were chosen."""
        return self._comparison.standing if self._comparison is not None else frozenset()

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where F6 stops: the comparison, then the buttons."""
        return [self._comparison.first, self.join] if self._comparison is not None else [self.join]

    def show_question(self, question: Question, position: str, *, several: bool, certain: int) -> None:
        """Show it, with its place among several and how many could be joined without asking."""
        self.question = question
        clear_layout(self._shelf)
        self._comparison = Comparison(question.plan, question.sides)
        self._shelf.addWidget(self._comparison)
        self.reasons.show_reasons(question.pair.reasons, question.short)
        self._why_words.setVisible(bool(question.pair.reasons))
        self.position.setText(position)
        for button in (self.previous, self.next, self.later):
            button.setVisible(several)
        order_tabs((self,))
        self.all_certain.setVisible(certain > 1)
        self.all_certain.set_words(_("Join all {count} who are certain…").format(count=f"{certain:,}"))

    def forget(self) -> Question | None:
        """The question, which is decided now."""
        question, self.question, self._comparison = self.question, None, None
        return question

    # building

    def _head(self) -> QHBoxLayout:
        self.position = SafeLabel("", "small", "text2")
        named(self.position, "duplicates.position", "")
        self.previous = IconButton("caret-left", _("Previous pair"), "duplicates.previous")
        self.next = IconButton("caret-right", _("Next pair"), "duplicates.next")
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.heading, 1)
        for widget in (self.position, self.previous, self.next):
            top.addWidget(widget)
        return top

    def _why(self) -> QHBoxLayout:
        self._why_words = SafeLabel(_("Why Relate asks:"), "body", "text2")
        why = QHBoxLayout()
        why.setSpacing(8)
        why.addWidget(self._why_words)
        why.addWidget(self.reasons, 1)
        self.all_certain = Button("", "duplicates.all", kind="link", small=True)
        self.all_certain.clicked.connect(self.all_asked)
        why.addWidget(self.all_certain, 0, Qt.AlignmentFlag.AlignTop)
        return why

    def _note(self) -> QHBoxLayout:
        words = _(
            "Joining keeps everything from both pages. Values you do not pick stay in the history, "
            "and you can separate them again at any time."
        )
        note = QHBoxLayout()
        note.setSpacing(8)
        note.addWidget(IconLabel("info", size=16), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(SafeLabel(words, "small", "text2", wrap=True), 1)
        return note

    def _foot(self) -> QWidget:
        self.different_button = Button(_("Two different people"), "duplicates.different", icon="users")
        self.later = Button(_("Decide later"), "duplicates.later", kind="quiet")
        self.join = Button(_("Join into one"), "duplicates.join", kind="primary", icon="arrows-merge")
        self.different_button.clicked.connect(self.different)
        self.later.clicked.connect(lambda: self.stepped.emit(1))
        self.join.clicked.connect(self.joined)
        frame = Foot()
        row = QHBoxLayout(frame)
        row.setContentsMargins(32, 14, 32, 14)
        row.setSpacing(10)
        row.addWidget(self.different_button)
        row.addStretch(1)
        row.addWidget(self.later)
        row.addWidget(self.join)
        return frame
