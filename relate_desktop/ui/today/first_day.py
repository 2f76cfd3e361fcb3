"""The first day (mock 12c): when one last talked, names to get right, what can wait."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from relate_desktop.domain.first_day import LastTalk
from relate_desktop.domain.ids import ContactId, MediaHash
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Card, Frame, Panel, line
from relate_desktop.ui.kit.few_lines import FewLines
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.ui.kit.marks import draw_focus
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.today.keyed_rows import KeyedRows
from relate_desktop.ui.today.row import Row
from relate_desktop.ui.today.view import Face, NameQuestion
from relate_desktop.words.first_day import last_talk_answer, last_talk_name
from relate_desktop.words.translation import _

AVATAR = 34


class AnswerChip(QRadioButton):
    """One rough answer, as a pill."""

    def __init__(self, words: str, identifier: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        named(self, identifier, name)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Words with air around."""
        metrics = QFontMetrics(theme().font("small"))
        return QSize(metrics.horizontalAdvance(self.text()) + 26, max(30, metrics.height() + 10))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It is shown whole."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """An outlined pill, filled when it is the answer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(0, 1, 0, -1)
        radius = area.height() / 2
        on = self.isChecked()
        back = "accentSoft" if on else ("hover" if self.underMouse() else "surface")
        painter.setPen(QPen(theme().colour("accent" if on else "border"), theme().border))
        painter.setBrush(theme().colour(back))
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        font = theme().font("small")
        font.setWeight(font.Weight.Medium)
        painter.setFont(font)
        painter.setPen(theme().colour("accentText" if on else "text"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if self.hasFocus():
            draw_focus(painter, area, radius)
        painter.end()


class LastTalkRow(Row):
    """One person and three rough answers."""

    answered = Signal(object, object)
    """The ContactId and the LastTalk."""

    def __init__(self, face: Face, parent: QWidget | None = None) -> None:
        self.face = face
        identifier = f"today.first.{face.contact}"
        super().__init__(identifier, face.called, parent=parent)
        self.edge = line()
        self.avatar = Avatar(AVATAR)
        self.avatar.show_person(face.drawn, face.hue, organisation=face.is_organization)
        self._group = QButtonGroup(self)
        self.chips = {
            answer: AnswerChip(
                last_talk_answer(answer), f"{identifier}.{answer}", last_talk_name(answer, face.called)
            )
            for answer in LastTalk
        }
        self.main = self.chips[LastTalk.WEEK]
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(FewLines(face.called, "bodyMedium"))
        if face.organization or face.drawn != face.called:
            words.addWidget(FewLines(face.organization or face.drawn, "small", "text2", lines=1))
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 14, 10)
        row.setSpacing(6)
        row.addWidget(self.avatar)
        row.addSpacing(6)
        row.addLayout(words, 1)
        row.addSpacing(6)
        for answer, chip in self.chips.items():
            self._group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _checked, given=answer: self.answered.emit(face.contact, given))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.edge)
        box.addLayout(row)

    def stops(self) -> Sequence[QWidget]:
        """The three answers."""
        return list(self.chips.values())

    def tick(self) -> None:
        """Space on the first answer gives it."""
        self.chips[LastTalk.WEEK].click()

    def open_row(self) -> None:
        """Enter gives the first answer too."""
        self.tick()


class LastTalkSection(Frame):
    """When did you last talk?"""

    answered = Signal(object, object)
    row_made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        card = Panel("today.first", _("When did you last talk?"), "card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        self._rows: KeyedRows[ContactId, LastTalkRow] = KeyedRows(rows, self.row_made.emit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 24, 0, 0)
        box.setSpacing(10)
        box.addLayout(
            _heading(_("When did you last talk?"), "today.section.first", _("a rough answer is fine"))
        )
        box.addWidget(card)

    def show_people(self, people: Sequence[Face]) -> None:
        """Ask about these; who was answered for stays until the day is over."""
        for face in people:
            if face.contact not in self._rows:
                row = self._rows.add(face.contact, LastTalkRow(face))
                row.answered.connect(self.answered)
        self._rows.draw_edges()
        self.setVisible(bool(self._rows))

    def rows(self) -> list[LastTalkRow]:
        """The rows in order."""
        return list(self._rows)

    def show_pictures(self, picture: Callable[[MediaHash], QImage | None]) -> None:
        """Ask for the pictures of everybody shown."""
        for row in self._rows:
            face = row.face
            if face.photo is not None:
                row.avatar.show_person(
                    face.drawn, face.hue, picture(face.photo), organisation=face.is_organization
                )


class NameRow(Row):
    """What somebody likes to be called."""

    chosen = Signal(object, str)
    """The ContactId and the name."""
    other_asked = Signal(object)

    def __init__(self, asked: NameQuestion, parent: QWidget | None = None) -> None:
        face = asked.person
        super().__init__(f"today.names.{face.contact}", asked.words, parent=parent)
        self.face = face
        self.edge = line()
        self.avatar = Avatar(AVATAR)
        self.avatar.show_person(face.drawn, face.hue, organisation=face.is_organization)
        self.buttons = [
            Button(offer, f"today.names.{face.contact}.{number}", small=True)
            for number, offer in enumerate(asked.offers)
        ]
        other = Button(
            _("Other…"),
            f"today.names.{face.contact}.other",
            kind="quiet",
            small=True,
            name=_("Other name for {name}").format(name=face.full_name),
        )
        for button, offer in zip(self.buttons, asked.offers, strict=True):
            button.clicked.connect(lambda _checked, name=offer: self.chosen.emit(face.contact, name))
        other.clicked.connect(lambda: self.other_asked.emit(face.contact))
        self.buttons.append(other)
        self.main = self.buttons[0]
        row = QHBoxLayout()
        row.setContentsMargins(16, 13, 14, 13)
        row.setSpacing(6)
        row.addWidget(self.avatar)
        row.addSpacing(6)
        row.addWidget(FewLines(asked.words, "bodyMedium"), 1)
        for button in self.buttons:
            row.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.edge)
        box.addLayout(row)

    def stops(self) -> Sequence[QWidget]:
        """The offers, then another."""
        return self.buttons

    def tick(self) -> None:
        """Space takes the first offer."""
        self.buttons[0].click()

    def open_row(self) -> None:
        """Enter takes it as well."""
        self.tick()


class NamesSection(Frame):
    """Names to get right."""

    row_made = Signal(object)
    row_gone = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        card = Panel("today.names", _("Names to get right"), "card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        self._rows: KeyedRows[ContactId, NameRow] = KeyedRows(rows, self.row_made.emit, self.row_gone.emit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 24, 0, 0)
        box.setSpacing(10)
        box.addLayout(_heading(_("Names to get right"), "today.section.names", _("from your phone book")))
        box.addWidget(card)

    def show_questions(self, questions: Sequence[NameQuestion]) -> None:
        """Ask these; what is answered goes."""
        wanted = {asked.person.contact: asked for asked in questions}
        self._rows.keep(wanted)
        for contact, asked in wanted.items():
            if contact not in self._rows:
                self._rows.add(contact, NameRow(asked))
        self._rows.draw_edges()
        self.setVisible(bool(self._rows))

    def rows(self) -> list[NameRow]:
        """The rows in order."""
        return list(self._rows)


class WaitingCard(Card):
    """That there is something to look at, how much, and that it can wait."""

    def __init__(
        self,
        identifier: str,
        icon: str,
        words: Callable[[int], str],
        note: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent, padding=16)
        self._say = words
        self.body.setSpacing(6)
        self.words = SafeLabel("", "bodyMedium", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel(icon, "regular", "amber", 18), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.words, 1)
        self.body.addLayout(head)
        self.body.addWidget(SafeLabel(note, "small", "text2", wrap=True))
        self.look = Button(_("Look at them"), f"{identifier}.look", kind="quiet", small=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(0, 4, 0, 0)
        foot.addWidget(self.look)
        foot.addStretch(1)
        self.body.addLayout(foot)

    def show_count(self, count: int) -> None:
        """Say how many there are; none: nothing."""
        self.words.setText(self._say(count))
        self.look.setAccessibleDescription(self._say(count))
        self.setVisible(count > 0)


def _heading(words: str, identifier: str, beside: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    row.addWidget(Heading(words, identifier, "heading"))
    row.addWidget(SafeLabel(beside, "small", "text2"), 1)
    return row
