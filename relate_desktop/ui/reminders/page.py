"""The room of reminders: list left, the chosen one right (mock 06)."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.due_list import DueGroup, DueRow
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.place import Place
from relate_desktop.domain.recurrence import Recurrence
from relate_desktop.domain.reminder import Reminder
from relate_desktop.domain.repeating import repeated
from relate_desktop.services.due_acts import DueActs
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.services.typed_words import TypedWords
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.room import Room
from relate_desktop.ui.kit.side_pane import WIDTH
from relate_desktop.ui.kit.snooze_menu import SnoozeMenu
from relate_desktop.ui.kit.strip import Strip
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.reminders.before import Hint
from relate_desktop.ui.reminders.head import RemindersHead
from relate_desktop.ui.reminders.inspector import Inspector, Item, Senses
from relate_desktop.ui.reminders.lines import Board, BoardView, RowKey, key_of
from relate_desktop.ui.reminders.menu import RowActs, RowMenu
from relate_desktop.ui.reminders.new import NewReminder
from relate_desktop.ui.reminders.nothing import NothingPage
from relate_desktop.ui.reminders.reading import find_people, read_board, read_hints
from relate_desktop.ui.reminders.view import RemindersView
from relate_desktop.words.pop_ups import delivery_words
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook
    from relate_desktop.system.notices import Shown

LEAST_LIST = 400


class RemindersRoom(Room):
    """Places: ``reminders``, ``reminders/<id>``, ``reminders/p<id>`` for a promise,
    ``reminders/repeating``, ``reminders/done``, ``reminders/new``, ``reminders/new/<person>``."""

    def __init__(
        self,
        book: "OpenBook",
        work: Work,
        news: News,
        delivery: Callable[[], "Shown | None"] = lambda: None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._book, self._work, self._delivery = book, work, delivery
        self._acts = DueActs(book.reminders, book.promises, book.present)
        words = TypedWords(book.present, lambda: QLocale.system().name())
        self._senses = Senses(book.present, words.due, lambda text: find_people(book, text))
        self._shown_view = BoardView.TO_DO
        self._wanted: RowKey | None = None
        self._position: int | None = None
        self._showing = False
        self._board = Fresh(work, self, self._reader, self._show)
        self._photos = Photos(book.contacts.photo, work, self)
        self.strip = Strip(self)
        self.head = RemindersHead()
        self.list = RemindersView(self._photos)
        self.empty = NothingPage()
        self.snooze_menu = SnoozeMenu(book.present, words.due, self)
        self.menu = RowMenu(self.snooze_menu, self)
        self.inspector = Inspector(self._senses, self._photos, work, (self.snooze_menu, self.menu))
        self._lay_out()
        self._connect(news)
        self._show_none()

    # what the shell asks

    @property
    def title(self) -> str:
        """The place's name."""
        return _("Reminders")

    def go(self, place: Place) -> None:
        """Show a segment, a reminder or promise, or the panel for a new one."""
        head, _slash, tail = place.rest.partition("/")
        views = {"repeating": BoardView.REPEATING, "done": BoardView.DONE}
        if head == "new":
            self._ask_new(ContactId(int(tail)) if tail.isascii() and tail.isdecimal() else None)
            view = self._shown_view
        else:
            view = views.get(head, BoardView.TO_DO)
            self._wanted = RowKey.parse(head)
        self._turn_to(view)

    def acts(self) -> Mapping[str, Callable[[], object]]:
        """Done and Snooze are about the chosen row."""
        row = self.list.row
        item = None if row is None else row.reminder or row.promise
        if item is None:
            return {}
        acts: dict[str, Callable[[], object]] = {"person.remove": self._remove}
        if item.open:
            acts |= {"done": self.list.tick, "snooze": self._snooze}
        if row is not None and row.people:
            acts["save"] = self.inspector.settle
        return acts

    def regions(self) -> Sequence[QWidget]:
        """The list, then the chosen reminder."""
        return (
            [self.list, self.inspector.text] if self.inspector.isVisible() else [self.list, self.head.views]
        )

    def default_focus(self) -> QWidget | None:
        """The list."""
        return self.list if self._stack.currentWidget() is self.list else self.head.add

    def keep(self) -> None:
        """What is still being typed is taken in."""
        self.inspector.settle()

    # making

    @cached_property
    def new(self) -> NewReminder:
        """The panel for a new reminder."""
        panel = NewReminder(self, self._senses, self._work)
        panel.made.connect(self._keep_new)
        return panel

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        main = Frame("page")
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.head)
        strip = QVBoxLayout()
        strip.setContentsMargins(36, 0, 22, 0)
        strip.addWidget(self.strip)
        column.addLayout(strip)
        listed = QVBoxLayout()
        listed.setContentsMargins(8, 0, 8, 0)
        listed.addWidget(self._stack)
        column.addLayout(listed, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(main, 1)
        self._row.addWidget(self.inspector)

    def _connect(self, news: News) -> None:
        self.head.chosen.connect(self._segment_chosen)
        for button in (self.head.add, self.empty.add):
            button.clicked.connect(lambda: self._ask_new(None))
        listed, inspector = self.list, self.inspector
        listed.chosen.connect(self._show_row)
        listed.lines.ticked.connect(self._ticked)
        listed.edit_asked.connect(self._edit)
        listed.remove_asked.connect(self._remove)
        listed.menu_asked.connect(self.menu.popup)
        listed.dropped.connect(self._dropped)
        inspector.changed.connect(self._save)
        inspector.done_asked.connect(listed.tick)
        self.menu.asked.connect(self._fill_menu)
        inspector.open_asked.connect(lambda contact: self.asked.emit(Place.person(contact)))
        self.snooze_menu.chosen.connect(self._snoozed)
        news.changed.connect(self._news)
        theme().changed.connect(self._fit)

    # showing

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The inspector goes under the list where both have no room side by side."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tight = self.width() < theme().scaled(WIDTH) + LEAST_LIST
        beside = 0 if tight else theme().scaled(WIDTH)
        self.head.fit(self.width() - beside, low=theme().low(self.height()))
        direction = QBoxLayout.Direction.TopToBottom if tight else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self.inspector.lie_down(self.height() if tight else 0)

    def _segment_chosen(self, view: BoardView) -> None:
        self._wanted = None
        self.asked.emit(Place("reminders", "" if view is BoardView.TO_DO else view.value))

    def _look_at_pop_ups(self) -> None:
        """Say on top when the desktop shows no pop-ups, as long as they are wanted."""
        said = delivery_words(self._delivery()) if self._book.preferences.current.popups else ""
        if not said:
            self.strip.hide()
        elif self.strip.isHidden():
            settings = Place("settings", "reminders")
            self.strip.show_problem(
                said, action=_("How to allow them"), act=lambda: self.asked.emit(settings)
            )

    def _turn_to(self, view: BoardView) -> None:
        self._look_at_pop_ups()
        if view is not self._shown_view:
            self._position = None
        self._shown_view = view
        self.head.show_view(view)
        self._board.ask()

    def _news(self, _changes: Changes) -> None:
        if self.isVisible():
            self._board.ask()

    def _reader(self) -> Callable[[], Board]:
        view = self._shown_view
        return lambda: read_board(self._book, view)

    def _show(self, board: Board) -> None:
        row = self.list.row
        wanted = self._wanted or (key_of(row) if row is not None else None)
        position = self.list.currentIndex().row() if row is not None else self._position
        had_focus = self.list.hasFocus()
        self._showing = True
        self.list.lines.show(board)
        self._wanted = None
        self._stack.setCurrentIndex(0 if board.rows else 1)
        if not board.rows:
            self.empty.say_for(board.view)
            self._show_none()
            self._showing = False
            return
        self.list.stand_on(wanted, position)
        self._showing = False
        if had_focus:
            self.list.setFocus()

    def _show_none(self) -> None:
        self.inspector.hide()
        self.acts_changed.emit()

    def _show_row(self, row: DueRow | None) -> None:
        board = self.list.lines.board
        self.inspector.settle()
        if row is None or board is None:
            self._show_none()
            return
        self._position = self.list.currentIndex().row()
        self.inspector.show_row(row, board)
        self.snooze_menu.offers_room = row.reminder is None or not row.reminder.repeating
        if board.view is BoardView.TO_DO and not self._showing:
            self.settled.emit(Place("reminders", key_of(row).text))
        self.acts_changed.emit()
        first = board.first_of(row)
        if first is not None:
            self._work.run(
                Lane.READ,
                lambda _job: (first.id, read_hints(self._book, first.id)),
                self._show_hints,
                lambda _error: None,
                kind=JobKind.DETAIL,
                owner=self,
            )

    def _show_hints(self, found: tuple[ContactId, tuple[Hint, ...]]) -> None:
        self.inspector.show_hints(*found)

    # doing

    def _write(self, do: Callable[[], object], row: DueRow | None = None) -> None:
        def failed(error: BaseException) -> None:
            if row is not None:
                self.list.lines.untick(row)
            self._work.failed.emit(error)
            self._board.free()

        # rows that were read before would take back what the user just chose
        self._board.hold()
        self._work.run(
            Lane.WRITE,
            lambda _job: do(),
            lambda _done: self._board.free(),
            failed,
            kind=JobKind.EDIT,
            on_cancelled=self._board.free,
            owner=self,
        )

    def _ticked(self, row: DueRow, done: bool) -> None:
        self._write(lambda: self._acts.done(row) if done else self._acts.reopen(row), row)

    def _dropped(self, key: RowKey, group: DueGroup) -> None:
        row = self.list.lines.row(self.list.lines.index_of(key))
        if row is not None and row.group is not group:
            self._wanted = key
            self._write(lambda: self._acts.move(row, group))

    def _snoozed(self, until: object) -> None:
        row = self.list.row
        if row is not None:
            self._write(lambda: self._acts.snooze(row, until))  # type: ignore[arg-type]

    def _remove(self) -> None:
        row = self.list.row
        if row is not None:
            self._write(lambda: self._acts.remove((row,)))

    def _save(self, item: Item) -> None:
        self._write(lambda: self._acts.keep(item))

    def _keep_new(self, item: Item) -> None:
        def kept(number: int) -> None:
            key = f"{number}" if isinstance(item, Reminder) else f"p{number}"
            self.asked.emit(Place("reminders", key))

        self._work.run(Lane.WRITE, lambda _job: self._acts.keep(item), kept, kind=JobKind.EDIT, owner=self)

    def _repeat(self, rule: Recurrence | None) -> None:
        row = self.list.row
        reminder: Reminder | None = row.reminder if row is not None else None
        made = repeated(reminder, rule, self._book.present()) if reminder is not None else None
        if made is not None:
            self._save(made)

    # asking

    def _edit(self) -> None:
        if self.inspector.isVisible():
            self.inspector.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.inspector.text.selectAll()

    def _edit_rule(self) -> None:
        self.inspector.repeat.choice.setFocus(Qt.FocusReason.OtherFocusReason)
        self.inspector.repeat.begin_own()

    def _snooze(self) -> None:
        if self.list.row is not None:
            self.snooze_menu.open_at(self.inspector.snooze)

    def _fill_menu(self) -> None:
        row, board = self.list.row, self.list.lines.board
        if row is None or board is None:
            return
        acts = RowActs(
            tick=self.list.tick,
            edit=self._edit,
            open=lambda contact: self.asked.emit(Place.person(contact)),
            repeat=self._repeat,
            own_rule=self._edit_rule,
            remove=self._remove,
        )
        self.menu.fill(row, board, acts)

    def _ask_new(self, about: ContactId | None) -> None:
        if about is None:
            self.new.ask()
            return
        self._work.run(
            Lane.READ,
            lambda _job: self._book.contacts.summaries((about,)),
            self._ask_about,
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _ask_about(self, people: Sequence[ContactSummary]) -> None:
        self.new.ask(people)
