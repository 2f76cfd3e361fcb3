"""Meeting today: when, with whom, what about, and one thing to know before; afterwards how it went."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from relate_desktop.domain.ids import MediaHash
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Frame, Panel, line
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.today.keyed_rows import KeyedRows
from relate_desktop.ui.today.row import Row, RowText
from relate_desktop.ui.today.view import MeetingLine
from relate_desktop.words.translation import _

AVATAR = 34
TIMES = 58


class CalendarMark(QWidget):
    """A bar in the colour of a calendar; blue for what was written down ahead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hue: int | None = None
        self.setFixedWidth(3)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_hue(self, hue: int | None) -> None:
        """Another colour."""
        self.hue = hue
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colour("blue") if self.hue is None else theme().hue(self.hue)[1])
        painter.drawRoundedRect(QRectF(self.rect()), 1.5, 1.5)
        painter.end()


class MeetingRow(Row):
    """One meeting."""

    opened = Signal(object)
    """All carry the MeetingLine."""
    after_asked = Signal(object)
    brief_asked = Signal(object)

    def __init__(self, shown: MeetingLine, parent: QWidget | None = None) -> None:
        self.line = shown
        identifier = f"today.meeting.{shown.key}"
        super().__init__(identifier, shown.name, parent=parent)
        self.edge = line()
        self._time = SafeLabel("", "bodyMedium")
        self._length = SafeLabel("", "small", "text2")
        self.mark = CalendarMark()
        self.avatar = Avatar(AVATAR)
        self.main = self.text = RowText(f"{identifier}.open")
        self.after = Button("", f"{identifier}.after", small=True)
        self.brief = IconButton("note", "", f"{identifier}.brief", kind="quiet", small=True)
        times = QVBoxLayout()
        times.setSpacing(1)
        times.addStretch(1)
        times.addWidget(self._time)
        times.addWidget(self._length)
        times.addStretch(1)
        self._times = Frame()
        self._times.setLayout(times)
        times.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 14, 8)
        row.setSpacing(0)
        row.addWidget(self._times)
        row.addWidget(self.mark)
        row.addSpacing(12)
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(4)
        row.addWidget(self.text, 1)
        row.addSpacing(8)
        row.addWidget(self.after)
        row.addWidget(self.brief)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.edge)
        box.addLayout(row)
        self.text.clicked.connect(self.open_row)
        self.brief.clicked.connect(lambda: self.brief_asked.emit(self.line))
        self.after.clicked.connect(lambda: self.after_asked.emit(self.line))
        self.show_line(shown)

    def show_line(self, shown: MeetingLine) -> None:
        """Show another state of the same meeting."""
        self.line = shown
        self._time.setText(shown.time)
        self._length.setText(shown.length)
        self._length.setVisible(bool(shown.length))
        self._times.setMinimumWidth(theme().scaled(TIMES) + 12)
        self.setAccessibleName(shown.name)
        self.setAccessibleDescription(", ".join(filter(None, (shown.useful, shown.calendar))))
        self.mark.show_hue(shown.hue)
        title = f"{shown.called} · {shown.title}" if shown.title else shown.called
        self.text.say(title, shown.useful, _("Open {name}").format(name=shown.person.called))
        self.after.set_words(_("How did it go?"), _("How did it go with {name}?").format(name=shown.called))
        self.after.setVisible(shown.over)
        self.brief.set_name(_("Before you meet {name}").format(name=shown.called))
        self.brief.setVisible(not shown.over)
        self.show_picture(None)

    def show_picture(self, picture: QImage | None) -> None:
        """Show the face."""
        face = self.line.person
        self.avatar.show_person(face.drawn, face.hue, picture, organisation=face.is_organization)

    def stops(self) -> Sequence[QWidget]:
        """The words, then what to know before or the question afterwards."""
        return [self.text, self.brief, self.after]

    def tick(self) -> None:
        """Space presses the words."""
        self.open_row()

    def open_row(self) -> None:
        """Go to the person."""
        self.opened.emit(self.line)


class MeetingSection(Frame):
    """The heading and the rows. It is not there while nobody is to be met."""

    row_made = Signal(object)
    row_gone = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        card = Panel("today.meetings", _("Meetings of today"), "card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        self._rows: KeyedRows[str, MeetingRow] = KeyedRows(rows, self.row_made.emit, self.row_gone.emit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 24, 0, 0)
        box.setSpacing(10)
        self._source = SafeLabel("", "small", "text2")
        named(self._source, "today.meetings.source", "")
        heads = QHBoxLayout()
        heads.setSpacing(10)
        heads.addWidget(Heading(_("Meeting today"), "today.section.meetings", "heading"))
        heads.addWidget(self._source, 0, Qt.AlignmentFlag.AlignVCenter)
        heads.addStretch(1)
        box.addLayout(heads)
        box.addWidget(card)

    def show_lines(self, lines: Sequence[MeetingLine], source: str = "") -> None:
        """Show these; those that are here already keep their widgets and the focus."""
        self._source.setText(source)
        self._source.setVisible(bool(source))
        wanted = {shown.key: shown for shown in lines}
        self._rows.keep(wanted)
        for place, (key, shown) in enumerate(wanted.items()):
            row = self._rows.get(key) or self._rows.add(key, MeetingRow(shown))
            if row.line != shown:
                row.show_line(shown)
            self._rows.move(row, place)
        self._rows.draw_edges()
        self.setVisible(bool(lines))

    def rows(self) -> list[MeetingRow]:
        """The rows in the order in which they stand."""
        return list(self._rows)

    def show_pictures(self, picture: Callable[[MediaHash], QImage | None]) -> None:
        """Ask for the pictures of everybody shown."""
        for row in self._rows:
            if row.line.person.photo is not None:
                row.show_picture(picture(row.line.person.photo))
