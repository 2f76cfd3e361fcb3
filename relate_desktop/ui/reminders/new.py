"""A small panel for a new reminder or promise."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.reminder import DueTime, Reminder
from relate_desktop.domain.repeating import repeated
from relate_desktop.domain.typed_due import TypedDue
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Page
from relate_desktop.ui.kit.choices import Segments
from relate_desktop.ui.kit.fields import TextField
from relate_desktop.ui.kit.labels import Heading
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.when_field import WhenField
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.reminders.inspector import Senses
from relate_desktop.ui.reminders.people_field import PeopleField
from relate_desktop.ui.reminders.repeat_field import RepeatField
from relate_desktop.words.due import owed_choice
from relate_desktop.words.translation import _

_REMINDER = "reminder"
_WIDTH = 480


class _Fields(Page):
    """As high as the fields are; where the window is lower, they scroll."""

    def __init__(self) -> None:
        super().__init__("surface")
        # the ring of a focused field stands outside it
        self.body.setContentsMargins(2, 2, 2, 2)
        self.body.setSpacing(14)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What the fields need at this width."""
        wanted = self.body.sizeHint()
        height = self.body.heightForWidth(self.viewport().width()) if self.body.hasHeightForWidth() else 0
        return QSize(wanted.width(), max(wanted.height(), height) + 2)


class NewReminder(Overlay):
    """``made`` carries the Reminder or Promise that was asked for."""

    made = Signal(object)

    def __init__(self, host: QWidget, senses: Senses, work: Work) -> None:
        super().__init__(host, "reminders.new", _("New reminder"), width=_WIDTH)
        self._senses = senses
        kinds = [(_REMINDER, _("Remind me")), *((by.value, owed_choice(by)) for by in OwedBy)]
        self.kind = Segments("reminders.new.kind", _("What it is"), kinds)
        self.text = TextField(_("What"), "reminders.new.text")
        self.when = WhenField("reminders.new.when", senses.read, senses.present)
        self.repeat = RepeatField(senses.present, senses.read, identifier="reminders.new.repeat")
        self.about = PeopleField(senses.find, work, identifier="reminders.new.people")
        self.add = Button(_("Add reminder"), "reminders.new.add", kind="primary")
        cancel = Button(_("Not now"), "reminders.new.cancel")
        self.body.addWidget(Heading(_("New reminder"), "reminders.new.title", "heading"))
        fields = _Fields()
        for widget in (self.kind, self.text, self.when, self.repeat, self.about):
            fields.body.addWidget(widget)
        self.body.addWidget(fields)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.add)
        self.body.addLayout(row)
        cancel.clicked.connect(self.close_overlay)
        self.add.clicked.connect(self.save)
        self.kind.chosen.connect(self._kind_chosen)
        self.when.settled.connect(self._due_settled)
        self.repeat.changed.connect(self._rule_changed)

    def ask(self, about: Sequence[ContactSummary] = ()) -> None:
        """Open an empty one, about these people; one that is half filled in stays."""
        if self.isVisible():
            return
        if not self.text.text().strip():
            self.kind.choose(_REMINDER)
            self._kind_chosen(_REMINDER)
            self.text.set_error("")
            self.when.show_due(DueTime(self._senses.present().today))
            self.repeat.show_rule(None, self._senses.present().today)
        if about or not self.text.text().strip():
            self.about.show_people(about)
        self.open_over(self.text.editor)

    def save(self) -> None:
        """Ask for what is filled in; what is missing is said at its field."""
        text, typed = self.text.text().strip(), self.when.typed()
        self.text.set_error("" if text else _("Say in a few words what it is about."))
        if not text:
            self.text.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif typed is None:
            self.when.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            item = self._item(text, typed)
            if item is None:
                self.when.set_error(_("There is no such day."))
                return
            self.text.set_text("")
            self.close_overlay()
            self.made.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter adds, with and without Control."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.save()
            return
        super().keyPressEvent(event)

    def _item(self, text: str, typed: TypedDue) -> Reminder | Promise | None:
        present = self._senses.present()
        people = self.about.contacts
        if self.kind.current() != _REMINDER:
            return Promise(OwedBy(self.kind.current()), text, people, present.today, typed.due)
        plain = Reminder(text, people, typed.due, present.now)
        rule = self.repeat.rule or typed.repeats
        return plain if rule is None else repeated(plain, rule, present)

    def _kind_chosen(self, kind: str) -> None:
        promised = kind != _REMINDER
        self.repeat.setVisible(not promised)
        self.add.set_words(_("Add promise") if promised else _("Add reminder"))

    def _due_settled(self, typed: TypedDue) -> None:
        if typed.repeats is not None:
            self.repeat.show_rule(typed.repeats, typed.due.on if typed.due is not None else None)

    def _rule_changed(self, rule: object) -> None:
        """What comes back needs a day to begin on."""
        if rule is not None and not self.when.text().strip():
            self.when.show_due(DueTime(self._senses.present().today))
