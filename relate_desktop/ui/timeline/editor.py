"""The fields in which an entry is changed, in the place of its row.

There is no button: what is typed is kept as soon as one goes on to something else, as one change
that can be undone. Esc leaves everything as it was.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.interaction import Direction, Interaction, InteractionKind
from relate_desktop.domain.timeline import TimelineEntry
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.services.typed_words import TypedWords
from relate_desktop.ui.kit.cards import Card, Panel
from relate_desktop.ui.kit.choices import Segments
from relate_desktop.ui.kit.fields import ChoiceField, LongTextField, TextField
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.long_page import FAR, NEAR
from relate_desktop.ui.kit.toggles import CheckBox
from relate_desktop.ui.timeline.happened_field import HappenedField
from relate_desktop.ui.timeline.people_line import PeopleLine
from relate_desktop.words.conversations import direction_name, kind_name
from relate_desktop.words.timeline import length_words
from relate_desktop.words.translation import _


class EntryEditor(Panel):
    """``kept`` carries the changed TimelineEntry where something differs; ``ended`` follows always."""

    kept = Signal(object)
    ended = Signal()

    def __init__(self, typed: TypedWords, people: PeopleLine, parent: QWidget | None = None) -> None:
        super().__init__("entry", _("Edit"), "plain", parent=parent)
        self._typed, self.people = typed, people
        self._entry: TimelineEntry | None = None
        self._over = False
        self.text = LongTextField(_("What"), "entry.text", lines=4)
        self.when = HappenedField("entry.when", typed)
        self.kind = ChoiceField(
            _("Kind"), "entry.kind", [(kind.value, kind_name(kind)) for kind in InteractionKind]
        )
        self.length = TextField(_("How long"), "entry.length")
        self.length.editor.setPlaceholderText(_("40 min, 1 h 30"))
        directions = (Direction.THEIRS, Direction.MINE, Direction.BOTH)
        self.who = Segments(
            "entry.direction",
            _("Who reached out"),
            [(direction.value, direction_name(direction)) for direction in directions],
        )
        self.pinned = CheckBox(_("Pinned on top"), "entry.pinned")
        self.in_confidence = CheckBox(_("Told in confidence"), "entry.in_confidence")
        self._lay_out()
        self.text.editor.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    @property
    def first_field(self) -> QWidget:
        """Where the cursor belongs first."""
        return self.text.editor

    def show_entry(self, entry: TimelineEntry) -> None:
        """Fill the fields."""
        self._entry = entry
        item = entry.item
        talk = item if isinstance(item, Interaction) else None
        note = item if isinstance(item, TimelineNote) else None
        if talk is not None:
            self.kind.set_value(talk.kind.value)
            self.who.choose(talk.direction.value)
            self.length.set_text("" if talk.minutes is None else length_words(talk.minutes))
        if note is not None:
            self.pinned.setChecked(note.pinned)
            self.in_confidence.setChecked(note.in_confidence)
        for part in (self.kind, self.length, self._direction):
            part.setVisible(talk is not None)
        for box in (self.pinned, self.in_confidence):
            box.setVisible(note is not None)
        if talk is not None or note is not None:
            shown = talk or note
            self.text.set_text(shown.text if shown is not None else "")
            if shown is not None:
                self.when.show_happened(shown.happened)
        self.people.show_people(entry.people)

    def keep(self, *, leaving: bool = False) -> None:
        """Keep what is typed and end; stays open where something is not understood.

        Who is ``leaving`` cannot be asked: what is not understood then stays as it was.
        """
        if self._over or self._entry is None:
            return
        trouble = self._trouble(self._entry)
        if trouble is not None and not leaving:
            trouble.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        changed = self._changed(self._entry)
        self._over = True
        if changed != self._entry:
            self.kept.emit(changed)
        self.ended.emit()

    def cancel(self) -> None:
        """End and leave everything as it was."""
        if not self._over:
            self._over = True
            self.ended.emit()

    # reading the fields

    def _trouble(self, entry: TimelineEntry) -> QWidget | None:
        """The first field that is not understood, which says so."""
        if self.when.happened() is None:
            return self.when.editor
        if isinstance(entry.item, Interaction) and self._minutes(entry.item) is None and self.length.text():
            self.length.set_error(_("Try “40 min” or “1 h 30”."))
            return self.length.editor
        if isinstance(entry.item, TimelineNote) and not self.text.text().strip():
            self.text.set_error(
                _("A note without words. Esc leaves it as it was, Delete in the list removes it.")
            )
            return self.text.editor
        return None

    def _changed(self, entry: TimelineEntry) -> TimelineEntry:
        """The entry as the fields say it."""
        item, text = entry.item, self.text.text()
        if isinstance(item, Interaction):
            minutes = self._minutes(item)
            item = replace(
                item,
                kind=InteractionKind(self.kind.value()),
                direction=Direction(self.who.current()),
                happened=self.when.happened() or item.happened,
                participants=self.people.ids(),
                text=text,
                minutes=item.minutes if minutes is None and self.length.text().strip() else minutes,
            )
        elif isinstance(item, TimelineNote):
            item = replace(
                item,
                text=text if text.strip() else item.text,
                happened=self.when.happened() or item.happened,
                people=self.people.ids(),
                pinned=self.pinned.isChecked(),
                in_confidence=self.in_confidence.isChecked(),
            )
        return replace(entry, item=item)

    def _minutes(self, talk: Interaction) -> int | None:
        """The length that is typed; None for none and for what is not understood."""
        words = self.length.text().strip()
        if talk.minutes is not None and words == length_words(talk.minutes):
            return talk.minutes
        return self._typed.minutes(words) if words else None

    # building

    def _lay_out(self) -> None:
        card = Card(padding=14)
        card.body.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self.kind, 3)
        top.addWidget(self.when, 4)
        top.addWidget(self.length, 2)
        card.body.addLayout(top)
        self._direction = Panel("entry.direction.row", _("Who reached out"))
        who = QHBoxLayout(self._direction)
        who.setContentsMargins(0, 0, 0, 0)
        who.addWidget(SafeLabel(_("Who reached out"), "smallMedium", "text2"))
        who.addWidget(self.who)
        who.addStretch(1)
        card.body.addWidget(self._direction)
        card.body.addWidget(self.text)
        card.body.addWidget(self.people)
        marks = QHBoxLayout()
        marks.addWidget(self.pinned)
        marks.addWidget(self.in_confidence)
        marks.addStretch(1)
        card.body.addLayout(marks)
        card.body.addWidget(
            SafeLabel(
                _("Kept when you go on to something else. Esc leaves it as it was."),
                "caption",
                "text3",
                wrap=True,
            )
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(NEAR - 12, 0, FAR - 12, 12)
        box.addWidget(card)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves, Enter in a line keeps."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.keep()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ctrl+Enter keeps from within several lines as well."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self.keep()
                return True
        return super().eventFilter(watched, event)

    def _follow_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        """Going on to something else in the window keeps what was typed."""
        if self._over or now is None or before is None or not self.isAncestorOf(before):
            return
        inside = now is self or self.isAncestorOf(now)
        if not inside and now.window() is self.window():
            QTimer.singleShot(0, self, self.keep)
