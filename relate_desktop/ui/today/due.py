"""For today: what is to be done, with why it is here, done with a tick, put off with a menu."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPropertyAnimation, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from relate_desktop.domain.ids import MediaHash
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Frame, Panel, line
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.toggles import Ring
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.ui.today.keyed_rows import KeyedRows
from relate_desktop.ui.today.row import Row, RowText
from relate_desktop.ui.today.view import DueLine
from relate_desktop.words.translation import _

STAYS_MS = 400
"""How long a done row stays ticked before it closes."""
AVATAR = 34


class DueRow(Row):
    """One reminder or promise."""

    done = Signal(object)
    """Ticked; carries the row."""
    opened = Signal(object)
    """The words were pressed; carries the row."""
    closed = Signal(object)
    """Done and folded away; carries the row."""

    def __init__(self, shown: DueLine, menu: QMenu, parent: QWidget | None = None) -> None:
        self.line = shown
        identifier = f"today.due.{shown.key}"
        super().__init__(identifier, shown.text, parent=parent)
        self.leaving = False
        self._fold: QPropertyAnimation | None = None
        self.edge = line()
        self.ring = Ring(f"{identifier}.done", _done_name(shown.text), size=24)
        self.avatar = Avatar(AVATAR)
        place = self.avatar.sizePolicy()
        place.setRetainSizeWhenHidden(True)
        self.avatar.setSizePolicy(place)
        self.main = self.text = RowText(f"{identifier}.open")
        self._when = SafeLabel("", "small", "text2")
        self.snooze = IconButton(
            "bell-simple-z", _snooze_name(shown.text), f"{identifier}.snooze", kind="quiet"
        )
        self.snooze.setMenu(menu)
        row = QHBoxLayout()
        row.setContentsMargins(9, 6, 9, 6)
        row.setSpacing(0)
        row.addWidget(self.ring)
        row.addSpacing(5)
        row.addWidget(self.avatar)
        row.addSpacing(12 - 8)
        row.addWidget(self.text, 1)
        row.addSpacing(12)
        row.addWidget(self._when)
        row.addSpacing(8)
        row.addWidget(self.snooze)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.edge)
        box.addLayout(row)
        self._stays = QTimer(self)
        self._stays.setSingleShot(True)
        self._stays.timeout.connect(self._leave)
        self.ring.toggled.connect(self._ticked)
        self.text.clicked.connect(lambda: self.opened.emit(self))
        self.show_line(shown)

    def show_line(self, shown: DueLine, picture: QImage | None = None) -> None:
        """Show another state of the same thing."""
        self.line = shown
        named_for = shown.person.called if shown.person is not None else ""
        opens = _("Open {name}").format(name=named_for) if named_for else _("Open in Reminders")
        self.text.say(shown.text, shown.reason, opens)
        self.setAccessibleName(shown.text)
        self.setAccessibleDescription(", ".join(one for one in (shown.reason, shown.full_when) if one))
        self.ring.set_name(_done_name(shown.text))
        self.snooze.set_name(_snooze_name(shown.text))
        self._when.setText(shown.when)
        self._when.setToolTip(tip(shown.full_when))
        self.show_picture(picture)

    def show_picture(self, picture: QImage | None) -> None:
        """Show who it is about; nobody leaves the place empty."""
        face = self.line.person
        self.avatar.setVisible(face is not None)
        if face is not None:
            self.avatar.show_person(face.drawn, face.hue, picture, organisation=face.is_organization)

    def stops(self) -> Sequence[QWidget]:
        """Ring, words, snooze."""
        return [self.ring, self.text, self.snooze]

    @property
    def stays(self) -> bool:
        """Whether it is there and not on its way out."""
        return not self.leaving and super().stays

    def tick(self) -> None:
        """Done."""
        if not self.leaving:
            self.ring.setChecked(True)

    def open_row(self) -> None:
        """Go to the person."""
        self.opened.emit(self)

    def ask_snooze(self) -> None:
        """Show the snooze menu."""
        self.snooze.showMenu()

    def untick(self) -> None:
        """It could not be marked: stay as if nothing had been."""
        self.leaving = False
        self._stays.stop()
        self.ring.setEnabled(True)
        self.ring.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.ring.setChecked(False)
        self.ring.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def _ticked(self) -> None:
        self.leaving = True
        self.done.emit(self)
        self.ring.setEnabled(False)
        self._stays.start(STAYS_MS)

    def _leave(self) -> None:
        if not self.leaving:
            return
        if not theme().moves or not self.isVisible():
            self.closed.emit(self)
            return
        fold = QPropertyAnimation(self, b"maximumHeight", self)
        fold.setDuration(theme().duration("rowLeave"))
        fold.setStartValue(self.height())
        fold.setEndValue(0)
        fold.setEasingCurve(QEasingCurve.Type.OutCubic)
        fold.finished.connect(lambda: self.closed.emit(self))
        self._fold = fold
        fold.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)


class DueSection(Frame):
    """The heading, the rows, what is left for Reminders, what stepped back."""

    row_made = Signal(object)
    row_gone = Signal(object)
    more_asked = Signal()
    room_asked = Signal()

    def __init__(self, menu: Callable[[], QMenu], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._menu = menu
        self._lines: Sequence[DueLine] = ()
        self._words = ("", "")
        self.heading = Heading(_("For today"), "today.section.due", "heading")
        self.card = Panel("today.due", _("Reminders for today"), "card")
        rows = QVBoxLayout(self.card)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        self._rows: KeyedRows[str, DueRow] = KeyedRows(rows, self.row_made.emit, self.row_gone.emit)
        self.more = Button("", "today.due.more", kind="link", small=True)
        self.back = Button("", "today.due.room", kind="quiet", small=True)
        feet = QHBoxLayout()
        feet.setContentsMargins(8, 4, 0, 0)
        feet.setSpacing(8)
        feet.addWidget(self.more)
        feet.addWidget(self.back)
        feet.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 24, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.heading)
        box.addSpacing(10)
        box.addWidget(self.card)
        box.addLayout(feet)
        self.more.clicked.connect(self.more_asked)
        self.back.clicked.connect(self.room_asked)

    def show_lines(self, lines: Sequence[DueLine], more: str, stepped_back: str) -> None:
        """Show these rows; those that are here already keep their widgets and the focus."""
        self._lines, self._words = tuple(lines), (more, stepped_back)
        self._rows.keep({shown.key for shown in lines} | {row.line.key for row in self._rows if row.leaving})
        for place, shown in enumerate(lines):
            row = self._rows.get(shown.key)
            if row is None:
                row = self._add(shown)
            elif row.line != shown and not row.leaving:
                row.show_line(shown)
            self._put(row, place)
        for button, words in ((self.more, more), (self.back, stepped_back)):
            button.set_words(words)
            button.setVisible(bool(words))
        self._draw_edges()

    def rows(self) -> list[DueRow]:
        """The rows in the order in which they stand."""
        return list(self._rows)

    def show_pictures(self, picture: Callable[[MediaHash], QImage | None]) -> None:
        """Ask for the pictures of everybody shown."""
        for row in self._rows:
            face = row.line.person
            if face is not None and face.photo is not None:
                row.show_picture(picture(face.photo))

    def _add(self, shown: DueLine) -> DueRow:
        row = self._rows.add(shown.key, DueRow(shown, self._menu()))
        row.closed.connect(self._closed)
        return row

    def _put(self, row: DueRow, place: int) -> None:
        """Keep the order of the lines; rows on their way out stand where they are."""
        rows = list(self._rows)
        staying = [one for one in rows if not one.leaving or one is row]
        if place < len(staying) and staying[place] is row:
            return
        rows.remove(row)
        before = [one for one in rows if not one.leaving][:place]
        self._rows.move(row, rows.index(before[-1]) + 1 if before else 0)

    def _closed(self, row: DueRow) -> None:
        if self._rows.get(row.line.key) is row:
            self._rows.drop(row.line.key)
        # done and undone meanwhile: it is wanted again
        self.show_lines(self._lines, *self._words)

    def _draw_edges(self) -> None:
        self._rows.draw_edges()
        rows = len(self._rows) > 0
        self.card.setVisible(rows)
        self.heading.setVisible(rows)
        self.setVisible(rows or any(self._words))


def _done_name(text: str) -> str:
    return _("Mark done: {what}").format(what=text)


def _snooze_name(text: str) -> str:
    return _("Snooze: {what}").format(what=text)
