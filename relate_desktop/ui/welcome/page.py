"""Welcome (mock 12): drop a file, choose one, look around, or start with one person."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.system.account import account_name
from relate_desktop.ui.kit.buttons import Button, CardButton
from relate_desktop.ui.kit.cards import Frame, Page, Panel, line
from relate_desktop.ui.kit.fields import TextField
from relate_desktop.ui.kit.icons import dress
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.ui.kit.mark import Mark
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _, pgettext

LEFT_WIDTH = 436
AddSample = Callable[[Job[object]], object]
"""Adds the sample people, on a worker."""


class DropArea(Panel):
    """The dashed card with the one big button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        heading = _("Drop your phone’s contacts here")
        super().__init__("welcome.drop", heading, parent=parent)
        self.choose = Button(_("Choose a file…"), "welcome.choose", kind="primary")
        self.choose.setMinimumWidth(140)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 36, 24, 36)
        box.setSpacing(6)
        box.addStretch(1)
        centre = Qt.AlignmentFlag.AlignHCenter
        box.addWidget(IconLabel("file-arrow-down", "regular", "accentText", 40), 0, centre)
        box.addSpacing(8)
        box.addWidget(SafeLabel(heading, "title"), 0, centre)
        box.addWidget(
            SafeLabel(_("A .vcf file, as phones and address books give it."), tone="text2"), 0, centre
        )
        box.addSpacing(10)
        box.addWidget(self.choose, 0, centre)
        box.addStretch(1)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A dashed edge says that something can be let go here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme().colour("borderStrong"), 2)
        pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 14, 14)
        painter.end()


class HowTo(Frame):
    """The expander: how the file gets off the phone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.button = Button(_("How do I get that file off my phone?"), "welcome.how", kind="link")
        self.button.setProperty("open", "false")
        self._steps = Frame()
        steps = QVBoxLayout(self._steps)
        steps.setContentsMargins(28, 4, 0, 4)
        steps.setSpacing(6)
        for words in self._ways():
            steps.addWidget(SafeLabel(words, "small", "text2", wrap=True))
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.button)
        self.others = SafeLabel(_("iPhone, Android, Google and others"), "small", "text3")
        head.addWidget(self.others)
        head.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._steps)
        self.button.clicked.connect(self._turn)
        self._show(opened=False)

    @staticmethod
    def _ways() -> Sequence[str]:
        return (
            _("iPhone: Contacts ▸ Lists ▸ hold All Contacts ▸ Export. Send the file to this laptop."),
            _("Android: Contacts ▸ Organise ▸ Export to file. Send the file to this laptop."),
            _("Google: the contacts page ▸ Export ▸ vCard."),
            _("Thunderbird, Nextcloud, macOS: the address book ▸ Export ▸ vCard."),
        )

    def _turn(self) -> None:
        self._show(opened=self._steps.isHidden())

    def _show(self, *, opened: bool) -> None:
        self._steps.setVisible(opened)
        dress(self.button, "caret-down" if opened else "caret-right", colour="link", size=16, gap=4)
        self.button.setAccessibleDescription(_("Shown below") if opened else _("Folded"))


class WelcomeRoom(Room):
    """Shown instead of everything while the book is empty. Place: ``welcome``."""

    def __init__(
        self,
        add_sample: AddSample,
        preferences: PreferencesService,
        work: Work,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._add_sample, self._preferences, self._work = add_sample, preferences, work
        self.drop = DropArea()
        self.how = HowTo()
        self.samples = CardButton(
            "users-three",
            _("Look around with sample people"),
            _("Twelve invented people. Remove them all with one click."),
            "welcome.sample",
        )
        self.one = CardButton(
            "user-plus", _("Start with one person"), _("A name is enough. The rest can wait."), "welcome.one"
        )
        self.you = TextField(_("What should Relate call you?"), "welcome.you")
        self.you.set_text(preferences.current.your_name or account_name())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = self._made_left()
        row.addWidget(self._left)
        row.addWidget(self._made_right(), 1)
        self.drop.choose.clicked.connect(lambda: self.offered.emit([]))
        self.samples.clicked.connect(self._look_around)
        self.one.clicked.connect(lambda: self.asked.emit(Place("people", "new")))
        self.you.editor.editingFinished.connect(self.keep)
        theme().changed.connect(self._fit)

    @property
    def title(self) -> str:
        """The place's name."""
        return _("Welcome")

    def go(self, place: Place) -> None:  # noqa: ARG002 - there is one place here
        """Be ready for another try."""
        self.samples.setEnabled(True)

    def regions(self) -> Sequence[QWidget]:
        """The ways to start, and the name."""
        return [self.drop.choose, self.you.editor]

    def default_focus(self) -> QWidget | None:
        """The main button."""
        return self.drop.choose

    def keep(self) -> None:
        """Remember what the user wants to be called."""
        self._preferences.change(your_name=self.you.text().strip())

    def _look_around(self) -> None:
        self.samples.setEnabled(False)
        self._work.run(
            Lane.WRITE,
            self._add_sample,
            lambda _report: self.asked.emit(Place("today")),
            kind=JobKind.SAMPLE,
            on_cancelled=lambda: self.samples.setEnabled(True),
            owner=self,
        )

    def _made_left(self) -> Page:
        left = Page("side")
        left.setMaximumWidth(LEFT_WIDTH)
        left.setMinimumWidth(320)
        left.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        box = left.body
        box.setContentsMargins(48, 64, 40, 40)
        box.setSpacing(8)
        box.addWidget(Mark(QSize(52, 40)))
        box.addSpacing(24)
        heading = Heading(_("Keep close to the people you work and live with"), "welcome.title", "display")
        heading.setWordWrap(True)
        box.addWidget(heading)
        box.addWidget(
            SafeLabel(
                _("Relate takes in the people you have, as they are, and keeps every detail of them."),
                tone="text2",
                wrap=True,
            )
        )
        box.addSpacing(20)
        for icon, words in (
            ("lock-simple", _("Everything stays on this laptop. There is no account.")),
            ("shield-check", _("You look before anything is added, and nothing is lost on the way.")),
            ("arrow-counter-clockwise", _("Made a mistake? Undo brings it back.")),
        ):
            box.addLayout(self._promise(icon, words))
        box.addStretch(1)
        self.you.setMaximumWidth(240)
        box.addWidget(self.you)
        return left

    @staticmethod
    def _promise(icon: str, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 10)
        row.setSpacing(14)
        row.addWidget(IconLabel(icon, "regular", "accentText", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(SafeLabel(words, tone="text2", wrap=True), 1)
        return row

    def _made_right(self) -> QWidget:
        right = Page("page")
        box = right.body
        box.setContentsMargins(64, 56, 64, 28)
        box.setSpacing(12)
        self.drop.setMinimumHeight(250)
        box.addWidget(self.drop)
        box.addWidget(self.how)
        either = QHBoxLayout()
        either.setSpacing(14)
        either.addWidget(line(), 1)
        either.addWidget(SafeLabel(pgettext("between two ways to start", "or"), "small", "text2"))
        either.addWidget(line(), 1)
        box.addSpacing(8)
        box.addLayout(either)
        cards = self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        cards.setSpacing(14)
        cards.addWidget(self.samples, 1)
        cards.addWidget(self.one, 1)
        box.addLayout(cards)
        box.addSpacing(16)
        self._steps = self._made_steps()
        box.addWidget(self._steps)
        box.addStretch(1)
        self._right = right
        return right

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Where there is little room for the words, only the ways to start stay."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tight = self.width() < theme().scaled(880)
        if tight == self._left.isHidden():
            return
        home = self._right.body if tight else self._left.body
        home.addWidget(self.you)
        for widget in (self._left, self._steps, self.how.others):
            widget.setHidden(tight)
        direction = QBoxLayout.Direction
        self._cards.setDirection(direction.TopToBottom if tight else direction.LeftToRight)
        self._right.body.setContentsMargins(*((28, 24, 28, 24) if tight else (64, 56, 64, 28)))

    @staticmethod
    def _made_steps() -> QWidget:
        steps_row = Frame()
        row = QHBoxLayout(steps_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addStretch(1)
        steps = (_("Drop a file"), _("Look it over"), _("See your people"))
        for number, words in enumerate(steps, 1):
            if number > 1:
                row.addWidget(IconLabel("arrow-right", "regular", "text3", 14))
            row.addWidget(SafeLabel(f"{number}.", "smallMedium", "accent"))
            row.addWidget(SafeLabel(words, "small", "text2"))
        row.addSpacing(6)
        row.addWidget(SafeLabel(_("About a minute."), "small", "text3"))
        row.addStretch(1)
        return steps_row
