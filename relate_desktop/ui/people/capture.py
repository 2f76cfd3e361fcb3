"""The field “What happened with Anna?”: quick capture about the open person, kinds by one click."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from relate_desktop.domain.capture_corrections import CaptureAnswer
from relate_desktop.domain.gender import Gender
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import InteractionKind
from relate_desktop.domain.text import isolate
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.capture_field import CaptureField
from relate_desktop.ui.kit.cards import Panel
from relate_desktop.ui.kit.icons import pixmap
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.captures import CaptureService


class KindButton(QRadioButton):
    """One kind as an icon; a second click takes it back, and the words decide again."""

    def __init__(self, icon: str, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAutoExclusive(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        named(self, identifier, name)
        self.setToolTip(tip(name))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A small square."""
        side = theme().scaled(28)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It does not shrink."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The icon; filled on a ground of its own while it holds."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("accentSoft" if self.isChecked() else "hover"))
            painter.drawRoundedRect(self.rect(), 7, 7)
        side = theme().scaled(18)
        weight, ink = ("fill", "accentText") if self.isChecked() else ("regular", "text2")
        place = QRect(0, 0, side, side)
        place.moveCenter(self.rect().center())
        painter.drawPixmap(place, pixmap(self._icon, weight, ink, side))
        if self.hasFocus():
            draw_focus(painter, self.rect(), 7)
        painter.end()


class PersonCapture(CaptureField):
    """Identifier ``person.capture``; the person is fixed, and so is the kind once one is chosen."""

    def __init__(self, captures: "CaptureService", work: Work, parent: QWidget | None = None) -> None:
        super().__init__(captures, work, "person.capture", _("What happened?"), parent=parent)
        self._panel = Panel("person.capture.kind", _("Kind of conversation"))
        row = QHBoxLayout(self._panel)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._kinds: list[tuple[KindButton, InteractionKind | CaptureAnswer]] = []
        for key, icon, name, kind in (
            ("call", "phone", _("Call"), InteractionKind.CALL),
            ("mail", "envelope-simple", _("E-mail"), InteractionKind.MAIL),
            ("met", "coffee", _("Met"), InteractionKind.MEETING),
            ("note", "note", _("Note"), CaptureAnswer.JUST_A_NOTE),
        ):
            button = KindButton(icon, f"person.capture.{key}", name)
            button.clicked.connect(lambda on, button=button: self._choose(button, on=on))
            row.addWidget(button)
            self._kinds.append((button, kind))
        self.tools.addWidget(self._panel)
        self.top.setContentsMargins(14, 5, 10, 5)
        self.saved.connect(lambda _saved: self._choose(None, on=False))

    def show_person(self, contact: ContactId, called: str, _gender: Gender) -> None:
        """Be about this person; what was typed about somebody else is not theirs."""
        if contact != self._about:
            self.clear()
            self._choose(None, on=False)
            self.set_about(contact)
        words = _("What happened with {name}?").format(name=isolate(called))
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(_("What happened with {name}?").format(name=called))

    def _choose(self, chosen: KindButton | None, *, on: bool) -> None:
        held: InteractionKind | CaptureAnswer | None = None
        for button, kind in self._kinds:
            button.setChecked(on and button is chosen)
            held = kind if button.isChecked() else held
        self.set_kind(held)
        if chosen is not None:
            self.start()
