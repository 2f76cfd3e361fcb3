"""Relate's own pop-up window (mock 13), for desktops that show none with buttons.

It stands at the bottom right until it is answered, one at a time, and never takes the keyboard by
itself: ``take_focus`` (Ctrl+Alt+R) gives it the focus, Esc gives it back.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.text import visible
from relate_desktop.system.notices import Button as NoticeButton
from relate_desktop.system.notices import Notice
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.flow import Flow
from relate_desktop.ui.kit.labels import IconLabel, SafeLabel
from relate_desktop.ui.kit.mark import Mark
from relate_desktop.ui.kit.marks import draw_shadow
from relate_desktop.ui.kit.snooze_menu import SnoozeMenu
from relate_desktop.ui.kit.theme import theme
from relate_desktop.words.translation import _, ngettext

WIDTH = 392
MARGIN = 22
"""Around the card, for its shadow; also the distance from the edge of the screen."""
_TITLE, _BODY = 200, 400
_RADIUS, _DISC = 14, 42
DONE, SNOOZE = "done", "snooze"

MakeMenu = Callable[[QWidget], SnoozeMenu]


@dataclass(frozen=True, slots=True)
class Card:
    """One pop-up: the notice, when it came, whom it is about (nobody while names are hidden)."""

    notice: Notice
    at: str = ""
    person: ContactSummary | None = None
    hidden: bool = False
    """Whether names and texts are hidden."""
    puts_off: bool = False
    """Whether it can be put off to a time of one's choice."""


class PopUpWindow(QWidget):
    """Shows cards one after another, each until it is answered or withdrawn."""

    answered = Signal(str, str)
    """A notice's key and the key of the button."""
    put_off = Signal(str, object)
    """A notice's key and until when: a moment in UTC, None for *when there is room*."""

    def __init__(self, make_menu: MakeMenu) -> None:
        super().__init__(None, _FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self._make_menu = make_menu
        self._cards: list[Card] = []
        self._face: _Face | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        theme().changed.connect(self._renew)

    @property
    def cards(self) -> Sequence[Card]:
        """What is shown, and what waits behind it."""
        return tuple(self._cards)

    def show_card(self, card: Card) -> None:
        """Show a card, behind those that wait; one of the same key is replaced."""
        for place, known in enumerate(self._cards):
            if known.notice.key == card.notice.key:
                self._cards[place] = card
                break
        else:
            self._cards.append(card)
        self._renew()

    def withdraw(self, key: str) -> None:
        """Take a card away; no matter if there is none."""
        left = [card for card in self._cards if card.notice.key != key]
        if len(left) != len(self._cards):
            self._cards = left
            self._renew()

    def take_focus(self) -> bool:
        """Give it the keyboard; whether there is anything to answer."""
        if self._face is None or not self._cards:
            return False
        self._accept_focus(accepts=True)
        self.show()
        self.raise_()
        self.activateWindow()
        self._face.first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    # Qt's side

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as a notice is, as high as its words are."""
        width = theme().scaled(WIDTH)
        height = self._face.height_at(width) if self._face is not None else 0
        return QSize(width + 2 * MARGIN, height + 2 * MARGIN)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The card and its shadow; everything else is clear."""
        painter = QPainter(self)
        card = self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        draw_shadow(painter, card.adjusted(6, 2, -6, -10), _RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("border"), theme().border))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc gives the keyboard back; the card stays."""
        if event.key() == Qt.Key.Key_Escape:
            self._accept_focus(accepts=False)
            self.show()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Left by the keyboard, it takes none again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            menu_open = self._face is not None and self._face.menu_open
            if not menu_open and not self.windowFlags() & _NO_FOCUS and self.isVisible():
                self._accept_focus(accepts=False)
                self.show()

    # inside

    def _renew(self) -> None:
        if self._face is not None:
            self._box.removeWidget(self._face)
            self._face.hide()
            self._face.deleteLater()
            self._face = None
        if not self._cards:
            self.hide()
            return
        card = self._cards[0]
        self._face = _Face(card, len(self._cards) - 1, self._make_menu)
        self._face.pressed.connect(self._pressed)
        self._face.put_off.connect(lambda until: self._put_off(card, until))
        self._box.addWidget(self._face)
        self._face.show()
        title = visible(card.notice.title, _TITLE)
        named(self, "popup", _("Reminder: {text}").format(text=title))
        self.setWindowTitle(title)
        self._place()
        self.show()

    def _pressed(self, button: str) -> None:
        card = self._cards[0]
        self.withdraw(card.notice.key)
        self.answered.emit(card.notice.key, button)

    def _put_off(self, card: Card, until: object) -> None:
        self.withdraw(card.notice.key)
        self.put_off.emit(card.notice.key, until)

    def _accept_focus(self, *, accepts: bool) -> None:
        self.setWindowFlag(_NO_FOCUS, on=not accepts)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, on=not accepts)

    def _place(self) -> None:
        """At the bottom right, where reading goes to the right; on Wayland the desktop decides."""
        self.setFixedSize(self.sizeHint())
        screen = QGuiApplication.primaryScreen()
        if screen is None:
            return
        area = screen.availableGeometry()
        left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = area.left() if left else area.right() - self.width() + 1
        self.move(x, area.bottom() - self.height() + 1)


class _Face(QWidget):
    """What is on one card."""

    pressed = Signal(str)
    put_off = Signal(object)

    def __init__(self, card: Card, more: int, make_menu: MakeMenu) -> None:
        super().__init__()
        self._menu: SnoozeMenu | None = None
        box = self._inside = QVBoxLayout(self)
        box.setContentsMargins(18, 12, 14, 16)
        box.setSpacing(8)
        box.addLayout(_head(card, more))
        middle = QHBoxLayout()
        middle.setSpacing(13)
        middle.addWidget(_sign(card), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        title = SafeLabel(visible(card.notice.title, _TITLE), "heading", wrap=True)
        words.addWidget(title)
        if card.notice.body:
            words.addWidget(SafeLabel(visible(card.notice.body, _BODY), "small", "text2", wrap=True))
        words.addSpacing(9)
        buttons = Flow(spacing=8)
        self._buttons = [self._button(one, card, make_menu) for one in card.notice.buttons]
        for button in self._buttons:
            buttons.addWidget(button)
        words.addLayout(buttons)
        middle.addLayout(words, 1)
        box.addLayout(middle)

    def height_at(self, width: int) -> int:
        """How high the words need it to be, whether it is shown already or not."""
        self._inside.activate()
        return self._inside.totalHeightForWidth(width)

    @property
    def first(self) -> Button:
        """What the keyboard is given to."""
        return self._buttons[0]

    @property
    def menu_open(self) -> bool:
        """Whether one is just choosing until when."""
        return self._menu is not None and self._menu.isVisible()

    def _button(self, one: NoticeButton, card: Card, make_menu: MakeMenu) -> Button:
        first = one.key == card.notice.buttons[0].key
        kind = "primary" if one.key == DONE else "plain" if one.key == SNOOZE or first else "quiet"
        icon = {DONE: "check", SNOOZE: "bell-simple-z"}.get(one.key, "")
        chooses = one.key == SNOOZE and card.puts_off
        label = _("Snooze") if chooses else one.label
        name = label
        if one.key not in {DONE, SNOOZE} and card.person is not None:
            name = _("Open {name}").format(name=visible(card.person.called, 60))
        button = Button(label, f"popup.{one.key}", kind=kind, icon=icon, small=True, name=name)
        if chooses:
            self._menu = make_menu(button)
            self._menu.chosen.connect(self.put_off)
            button.setMenu(self._menu)
        else:
            button.clicked.connect(lambda: self.pressed.emit(one.key))
        return button


def _head(card: Card, more: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(7)
    row.addWidget(Mark(QSize(theme().scaled(16), theme().scaled(12))))
    row.addWidget(SafeLabel(_("Relate"), "small", "text2"))
    row.addStretch(1)
    if more:
        words = ngettext("+{count} more", "+{count} more", more).format(count=more)
        row.addWidget(SafeLabel(words, "smallMedium", "accent"))
    row.addWidget(SafeLabel(card.at, "small", "text2"))
    return row


def _sign(card: Card) -> QWidget:
    """Whose reminder it is; a lock while names are hidden."""
    if card.person is None:
        disc = Frame("disc")
        disc.setFixedSize(_DISC, _DISC)
        inside = QHBoxLayout(disc)
        inside.setContentsMargins(0, 0, 0, 0)
        icon = IconLabel("lock-simple" if card.hidden else "bell-simple", size=20)
        inside.addWidget(icon, 0, Qt.AlignmentFlag.AlignCenter)
        return disc
    avatar = Avatar(_DISC)
    person = card.person
    avatar.show_person(person.own_script or person.full_name, person.hue, organisation=person.is_organization)
    return avatar


_NO_FOCUS = Qt.WindowType.WindowDoesNotAcceptFocus
_FLAGS = (
    Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint | _NO_FOCUS
)
