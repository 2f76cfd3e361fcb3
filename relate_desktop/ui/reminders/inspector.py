"""The chosen reminder or promise: whom, what, when, what to know before, what can be done (mock 06)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from relate_desktop.domain.due_list import DueRow
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.present import Present
from relate_desktop.domain.promise import OwedBy, Promise
from relate_desktop.domain.recurrence import Recurrence
from relate_desktop.domain.reminder import DueTime, Reminder, moved_to
from relate_desktop.domain.repeating import repeated
from relate_desktop.domain.text import isolate, visible
from relate_desktop.domain.typed_due import TypedDue
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Frame, Page, line
from relate_desktop.ui.kit.choices import Segments
from relate_desktop.ui.kit.fields import ChoiceField
from relate_desktop.ui.kit.labels import ElidedLabel
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.side_pane import SidePane
from relate_desktop.ui.kit.when_field import Read, WhenField
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.reminders.before import Before, Hint
from relate_desktop.ui.reminders.due_chips import DueChips, Pill
from relate_desktop.ui.reminders.lines import LONGEST, Board
from relate_desktop.ui.reminders.people_field import Find, PeopleField
from relate_desktop.ui.reminders.repeat_field import RepeatField
from relate_desktop.ui.reminders.title_field import TitleField
from relate_desktop.words.due import due_chip, owed_choice, repeats_chip
from relate_desktop.words.repeating import ahead_name
from relate_desktop.words.translation import _

Item = Reminder | Promise

_LYING = 280
_TIMED = (timedelta(), timedelta(minutes=15), timedelta(hours=1), timedelta(days=1), timedelta(weeks=1))
_WHOLE = (timedelta(), timedelta(days=1), timedelta(days=2), timedelta(weeks=1), timedelta(weeks=2))


@dataclass(frozen=True, slots=True)
class Senses:
    """What the inspector asks: the present, what typed words mean, who is meant by a name."""

    present: Callable[[], Present]
    read: Read
    find: Find


class Inspector(SidePane):
    """Shows one row and says what the user changed. The room writes it down.

    ``menus`` are those of the buttons Snooze and ⋯.
    """

    changed = Signal(object)
    """A Reminder or Promise as it is to be from now on."""
    done_asked = Signal()
    open_asked = Signal(object)
    """A ContactId."""

    def __init__(
        self,
        senses: Senses,
        photos: Photos,
        work: Work,
        menus: tuple[QMenu, QMenu],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("reminders.detail", _("Reminder"), "inspector", lying=_LYING, parent=parent)
        self._senses, self._photos = senses, photos
        self._item: Item | None = None
        self._people: tuple[ContactSummary, ...] = ()
        self.avatar, self.name, self.beside = (
            Avatar(44),
            ElidedLabel(look="heading"),
            ElidedLabel(tone="text2"),
        )
        self.open = IconButton("arrow-square-out", _("Open"), "reminders.open", kind="quiet")
        self.text = TitleField("reminders.text", _("Reminder"))
        self.chips, self.before = DueChips(), Before()
        self.done = Button(_("Done"), "reminders.done", kind="primary", icon="check")
        self.again = Button(_("Not done after all"), "reminders.again", icon="arrow-counter-clockwise")
        self.snooze = Button(_("Snooze"), "reminders.snooze", icon="bell-simple-z")
        self.more = IconButton("dots-three", _("More for this reminder"), "reminders.more", weight="bold")
        self.owed = Segments(
            "reminders.owed", _("Who promised"), [(by.value, owed_choice(by)) for by in OwedBy]
        )
        self.when = WhenField("reminders.when", senses.read, senses.present)
        self.repeat = RepeatField(senses.present, senses.read)
        self.ahead = ChoiceField(_("Tell me"), "reminders.ahead", [])
        self.about = PeopleField(senses.find, work)
        self.snooze.setMenu(menus[0])
        self.more.setMenu(menus[1])
        self._lay_out()
        self._connect()

    # what the room asks

    @property
    def item(self) -> Item | None:
        """What is shown, as it was last saved or is being made."""
        return self._item

    def show_row(self, row: DueRow, board: Board) -> None:
        """Show a row of the list; what is being typed stays."""
        item = row.reminder if row.reminder is not None else row.promise
        people = [board.people[one] for one in row.people if one in board.people]
        self._put(item, people)
        pills = [Pill(due_chip(row, board.present), "clock", warm=row.tell_at is not None)]
        if row.reminder is not None:
            pills.append(Pill(repeats_chip(row.reminder.repeats)))
        self.chips.show_pills(pills)

    def show_hints(self, contact: ContactId, hints: Sequence[Hint]) -> None:
        """What to know before writing to somebody, if they are still the one shown."""
        if self._people and self._people[0].id == contact:
            self.before.show_hints(hints)

    def settle(self) -> None:
        """Take in what is still being typed."""
        self.text.settle()

    # making

    def _lay_out(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.name)
        who.addWidget(self.beside)
        self._head = Frame()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(12)
        head.addWidget(self.avatar)
        head.addLayout(who, 1)
        head.addWidget(self.open)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.done, self.again, self.snooze, self.more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        page = Page("surface")
        page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        body = page.body
        body.setContentsMargins(26, 26, 26, 26)
        body.setSpacing(12)
        body.addWidget(self._head)
        # the words stand in line with what is above and below, the frame around them outside
        words = QVBoxLayout()
        words.setContentsMargins(-4, 0, -4, 0)
        words.addWidget(self.text)
        body.addLayout(words)
        body.addWidget(self.chips)
        body.addWidget(line())
        body.addWidget(self.before)
        body.addLayout(buttons)
        body.addWidget(line())
        for field in (self.owed, self.when, self.repeat, self.ahead, self.about):
            body.addWidget(field)
        body.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 0, 0, 0)
        box.addWidget(page)

    def _connect(self) -> None:
        self.text.settled.connect(self._text_settled)
        self.when.settled.connect(self._due_settled)
        self.repeat.changed.connect(self._rule_changed)
        self.ahead.editor.activated.connect(self._ahead_chosen)
        self.owed.chosen.connect(lambda key: self._save(owed_by=OwedBy(key)))
        self.about.changed.connect(lambda people: self._save(people=tuple(people)))
        for button in (self.done, self.again):
            button.clicked.connect(self.done_asked)
        self.open.clicked.connect(lambda: self.open_asked.emit(self._people[0].id))
        self._photos.arrived.connect(self._show_face)

    # showing

    def _put(self, item: Item | None, people: Sequence[ContactSummary]) -> None:
        again = item is not None and self._item is not None and _same(item, self._item)
        self._item, self._people = item, tuple(people)
        self.setVisible(item is not None)
        if item is None:
            return
        self.setAccessibleName(visible(item.text, LONGEST))
        self._show_people()
        if not (again and self.text.hasFocus()):
            self.text.show_text(item.text)
        if not (again and self.when.editor.hasFocus()):
            self.when.show_due(item.due)
        if not (again and self.about.editor.hasFocus()):
            self.about.show_people(people)
        reminder = item if isinstance(item, Reminder) else None
        self.owed.setVisible(reminder is None)
        self.repeat.setVisible(reminder is not None)
        self.ahead.setVisible(reminder is not None and reminder.due is not None)
        if isinstance(item, Promise):
            self.owed.choose(item.owed_by.value)
        if reminder is not None:
            on = reminder.due.on if reminder.due else None
            self.repeat.show_rule(reminder.repeats, on, again=again)
            self._show_ahead(reminder)
        if not again:
            self.before.show_hints(())
        open_ = item.open
        self.done.setVisible(open_)
        self.again.setVisible(not open_ and not (reminder is not None and reminder.repeating))
        self.snooze.setVisible(open_)

    def _show_people(self) -> None:
        self._head.setVisible(bool(self._people))
        if not self._people:
            return
        first = self._people[0]
        called = visible(first.called, LONGEST) or _("No name")
        others = len(self._people) - 1
        beside = visible(first.organization or first.role, LONGEST)
        self.name.setText(visible(first.full_name, LONGEST) or called)
        self.beside.setText(_others(others) if others else beside)
        self.beside.setVisible(bool(self.beside.text()))
        self.open.set_name(_("Open {name}").format(name=isolate(called)))
        self._show_face()

    def _show_face(self) -> None:
        if self._people:
            first = self._people[0]
            picture = self._photos.picture(first.photo) if first.photo is not None else None
            name = first.own_script or first.full_name
            self.avatar.show_person(name, first.hue, picture, organisation=first.is_organization)

    def _show_ahead(self, reminder: Reminder) -> None:
        timed = reminder.due is not None and reminder.due.at is not None
        offered = list(_TIMED if timed else _WHOLE)
        if reminder.ahead not in offered:
            offered.append(reminder.ahead)
        self.ahead.editor.clear()
        for ahead in sorted(offered):
            self.ahead.editor.addItem(ahead_name(ahead, timed=timed), ahead.total_seconds())
        self.ahead.editor.setCurrentIndex(sorted(offered).index(reminder.ahead))

    # changing

    def _save(self, **values: object) -> None:
        if self._item is not None:
            self._tell(replace(self._item, **values))  # type: ignore[arg-type]

    def _tell(self, item: Item) -> None:
        if item != self._item:
            self._item = item
            self.changed.emit(item)

    def _text_settled(self, text: str) -> None:
        self._save(text=text)

    def _due_settled(self, typed: TypedDue) -> None:
        item = self._item
        if isinstance(item, Promise):
            self._save(due=typed.due)
        elif item is not None and typed.repeats is not None:
            begun = moved_to(item, typed.due)
            self._repeat(begun, typed.repeats)
        elif item is not None:
            self._tell(_due_at(item, typed.due))

    def _rule_changed(self, rule: Recurrence | None) -> None:
        if isinstance(self._item, Reminder):
            self._repeat(self._item, rule)

    def _repeat(self, reminder: Reminder, rule: Recurrence | None) -> None:
        made = repeated(reminder, rule, self._senses.present())
        if made is None:
            self.repeat.until.set_error(_("There is no such day."))
            return
        self._tell(made)

    def _ahead_chosen(self) -> None:
        self._save(ahead=timedelta(seconds=self.ahead.editor.currentData()))


def _due_at(reminder: Reminder, due: DueTime | None) -> Reminder:
    """The reminder on another day; one that repeats and gets no day repeats no more."""
    if due is None and reminder.repeats is not None:
        return replace(moved_to(reminder, None), repeats=None, began_on=None)
    return moved_to(reminder, due)


def _same(one: Item, other: Item) -> bool:
    return type(one) is type(other) and one.id == other.id


def _others(count: int) -> str:
    return _("and one more") if count == 1 else _("and {count} more").format(count=count)
