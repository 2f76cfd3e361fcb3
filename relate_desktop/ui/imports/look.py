"""Look before you import: tabs, table, details, and the button that says what it will do (mock 04)."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.importing import CALENDAR, Choice, Decisions, FieldChoices, Finding, ImportPlan
from relate_desktop.services.import_detail import ImportDetail
from relate_desktop.ui.imports.cells import CellDelegate, row_height
from relate_desktop.ui.imports.detail import DetailPane
from relate_desktop.ui.imports.differences import MERGING, merging_choice
from relate_desktop.ui.imports.look_head import LookHead
from relate_desktop.ui.imports.table import CHOICE, FOUND, NAME, PlanTable, part_of
from relate_desktop.ui.kit.accessibility import named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Foot, Frame, Panel, column_line, line
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.toggles import CheckBox
from relate_desktop.ui.kit.tooltips import tip
from relate_desktop.words.imports import Amount, amount
from relate_desktop.words.translation import _

DETAIL_WIDTH = 292
BESIDE = 860
"""Below this width, in pixels at 100 %, the details go under the table."""
TICK = 24
"""Pixels from the edge of the table to the ticks."""
LEAST_HEIGHT = 140
"""Of the table, in pixels: where the window is small, the details give way."""
WIDTHS = {FOUND: 224, CHOICE: 204}
SHARE = 0.28
"""The most of the table that one of these columns takes: the rest is for the names."""
TABS: tuple[frozenset[Finding], ...] = (
    frozenset(Finding),
    frozenset({Finding.NEW}),
    frozenset({Finding.SAME, Finding.UPDATE}),
    frozenset({Finding.LOOK}),
    frozenset({Finding.UNREADABLE}),
)
OF_CALENDARS: tuple[frozenset[Finding], ...] = (
    frozenset(Finding),
    frozenset({Finding.NEW}),
    frozenset({Finding.UPDATE}),
    frozenset({Finding.SAME}),
    frozenset({Finding.UNREADABLE}),
)
"""The tabs where there are only events: nobody among them needs a look."""


class LookPage(Panel):
    """Everything the files hold and what will be done with it; nothing is written yet."""

    choose_asked = Signal()
    cancelled = Signal()
    run_asked = Signal()
    row_opened = Signal(int)
    save_unreadable_asked = Signal()

    def __init__(self, called: Callable[[ContactId], str], parent: QWidget | None = None) -> None:
        super().__init__("import", _("Look before you import"), "page", parent=parent)
        self.table = PlanTable(called, self)
        self.table.chosen.connect(self._summarise)
        self._findings = TABS
        self._open: int | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        self.head = LookHead(len(TABS))
        self.lead, self.search, self.tabs = self.head.lead, self.head.search, self.head.tabs
        self.head.choose.clicked.connect(self.choose_asked)
        self.search.textChanged.connect(self._search)
        self.search.installEventFilter(self)
        self.tabs.currentChanged.connect(self._show_tab)
        box.addWidget(self.head)
        box.addWidget(line())
        middle = self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        middle.setSpacing(0)
        middle.addWidget(self._middle(), 3)
        self._edge = column_line()
        middle.addWidget(self._edge)
        self.detail = DetailPane()
        theme().changed.connect(self._fit)
        self.detail.chosen.connect(self._choose_open)
        self.detail.fields_chosen.connect(self._choose_fields)
        self.detail.save_asked.connect(self.save_unreadable_asked)
        middle.addWidget(self.detail, 2)
        box.addLayout(middle, 1)
        box.addWidget(line())
        box.addWidget(self._footer())

    # what the room asks

    def show_plan(self, plan: ImportPlan, names: Sequence[str]) -> None:
        """Show a new plan."""
        self._open = None
        counts = plan.counts
        found = _readable(plan)
        files = names[0] if len(names) == 1 else _("{count} files").format(count=len(names))
        self.lead.setText(
            _("{file}, {people}. Nothing has changed yet.").format(file=files, people=amount(found))
        )
        words = (_("All"), _("New"), _("Already here"), _("Needs a look"), _("Could not read"))
        self._findings = TABS
        if found.total and not found.people:
            new = _("New") if found.others else _("New events")
            words = (_("All"), new, _("Updated"), _("Already here"), _("Could not read"))
            self._findings = OF_CALENDARS
        each = [sum(counts.get(finding, 0) for finding in findings) for findings in self._findings]
        for number, count in enumerate(each):
            self.tabs.setTabVisible(number, number < 2 or count > 0)
        for number, (word, count) in enumerate(zip(words, each, strict=True)):
            # last: a tab that stays as it is makes Qt forget that another became visible; words lay out anew
            self.tabs.setTabText(number, f"{word} {count:,}")
        self.detail.clear()
        self.search.clear()
        self.table.show_plan(plan)
        self.tabs.setCurrentIndex(0)
        self._summarise()
        self.view.scrollToTop()
        if self.table.rowCount():
            self.view.setCurrentIndex(self.table.index(0, NAME))

    def show_detail(self, number: int, detail: ImportDetail) -> None:
        """Show one row whole, if it is still the one chosen."""
        if number == self._open:
            self.detail.show_detail(detail, self.table.choice(number), self.table.fields(number))

    def decisions(self) -> Decisions:
        """What the user decided differently from what was proposed."""
        return self.table.decisions()

    @property
    def first(self) -> QWidget:
        """Where the keyboard belongs first."""
        return self.run if self.run.isEnabled() else self.view

    def regions(self) -> Sequence[QWidget]:
        """Where F6 stops."""
        return [self.tabs, self.view, self.run]

    # building

    def _middle(self) -> QWidget:
        self.view = PlanView()
        self.all = CheckBox("", "import.all", name=_("Take all shown"), parent=self.view.horizontalHeader())
        self.all.setToolTip(tip(_("Take all shown")))
        self.view.horizontalHeader().geometriesChanged.connect(self._place_all)
        self.view.horizontalHeader().sectionResized.connect(self._place_all)
        self.all.clicked.connect(self._take_all)
        named(self.view, "import.table", _("People in the file"))
        self.view.setMinimumHeight(LEAST_HEIGHT)
        self.view.setModel(self.table)
        self.view.setItemDelegate(CellDelegate(self.view))
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(FOUND, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(CHOICE, QHeaderView.ResizeMode.Interactive)
        self.view.selectionModel().currentChanged.connect(self._row_changed)
        self.view.ticked.connect(self._tick_selected)
        frame = Frame("page")
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.view, 1)
        return frame

    def _footer(self) -> QWidget:
        self.summary = SafeLabel("", "bodyMedium", wrap=True)
        named(self.summary, "import.summary", "")
        self._hint = SafeLabel(
            _("You can take the whole import back at any later time."), "small", "text2", wrap=True
        )
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.summary)
        words.addWidget(self._hint)
        cancel = Button(_("Cancel"), "import.cancel")
        cancel.clicked.connect(self.cancelled)
        self.run = Button(_("Import"), "import.run", kind="primary")
        self.run.clicked.connect(self.run_asked)
        self.run.setAccessibleDescription(self._hint.text())
        frame = Foot()
        row = QHBoxLayout(frame)
        row.setContentsMargins(28, 14, 28, 14)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(cancel)
        row.addWidget(self.run)
        return frame

    def begin_search(self) -> None:
        """Begin to search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrow down and Enter lead from the search into the table."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            onward = event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}
            if onward and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.view.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the details beside or under the table."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = theme().low(self.height())
        self.head.fit(low=low)
        self._hint.setVisible(not low)
        room, beside = self.width(), self.width() >= theme().scaled(BESIDE)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._columns.setStretchFactor(self.detail, 1 if low else 2)
        self._edge.setVisible(beside)
        if beside:
            self.detail.setFixedWidth(theme().scaled(DETAIL_WIDTH))
            room -= theme().scaled(DETAIL_WIDTH)
        else:
            self.detail.setMinimumWidth(0)
            self.detail.setMaximumWidth(16_777_215)
        for column, width in WIDTHS.items():
            self.view.setColumnWidth(column, min(theme().scaled(width), round(room * SHARE)))

    # choosing

    def _search(self) -> None:
        self._show_tab(self.tabs.currentIndex())

    def _show_tab(self, number: int) -> None:
        self.table.show_findings(self._findings[number], self.search.text())
        self._summarise()
        if self.table.rowCount():
            self.view.setCurrentIndex(self.table.index(0, NAME))

    def _row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._open = self.table.place(current) if current.isValid() else None
        if self._open is None:
            self.detail.clear()
        else:
            self.row_opened.emit(self._open)

    def _selected_places(self) -> list[int]:
        rows = self.view.selectionModel().selectedRows(NAME)
        return [place for index in rows if (place := self.table.place(index)) is not None]

    def _choose_open(self, choice: Choice) -> None:
        if self._open is not None:
            places = self._selected_places()
            self.table.choose(places if self._open in places else [self._open], choice)
            self.row_opened.emit(self._open)

    def _choose_fields(self, fields: FieldChoices) -> None:
        if self._open is None:
            return
        choice = self.table.choice(self._open)
        if choice in MERGING:
            self.table.choose_fields(self._open, fields, choice)
            return
        self.table.choose_fields(self._open, fields, merging_choice(self.table.record(self._open).finding))
        self.row_opened.emit(self._open)

    def _tick_selected(self) -> None:
        places = self._selected_places()
        if places:
            self.table.take(places, taken=not self.table.taken(places[0]))
            if self._open is not None:
                self.row_opened.emit(self._open)

    def _place_all(self) -> None:
        header, width = self.view.horizontalHeader(), self.all.sizeHint().width()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.all.setGeometry(header.width() - TICK - width if rtl else TICK, 0, width, header.height())

    def _take_all(self) -> None:
        taken = self.table.all_taken() != Qt.CheckState.Checked
        self.table.take(self.table.shown_places(), taken=taken)

    def _summarise(self) -> None:
        state = self.table.all_taken()
        self.all.setTristate(state == Qt.CheckState.PartiallyChecked)
        self.all.setCheckState(state)
        taken = self.table.count_taken()
        added, updated = taken.added, taken.updated
        parts = {
            (True, True): _("Adds {added} and updates {updated}"),
            (True, False): _("Adds {added}"),
            (False, True): _("Updates {updated}"),
            (False, False): _("Nothing new in this file. Nothing will change."),
        }
        words = parts[bool(added.total), bool(updated.total)]
        bare = added.total and updated.total == updated.people and added.total == added.people
        self.summary.setText(
            words.format(
                added=amount(added, in_words=True), updated=f"{updated.people:,}" if bare else amount(updated)
            )
        )
        both = added.plus(updated)
        count = both.total
        words = _("Import {people}").format(people=amount(both)) if count else _("Nothing to import")
        self.run.set_words(words)
        self.run.setEnabled(count > 0)


class PlanView(QTableView):
    """The table: one tab stop, Space ticks what is selected, Alt+↓ opens the choice."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(row_height())
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setProperty("kind", "ticks")
        self.horizontalHeader().setFixedHeight(34)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.clicked.connect(self._clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Space and Alt+↓ mean the row; everything else moves."""
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        elif event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._clicked(self.currentIndex().siblingAtColumn(CHOICE))
        else:
            super().keyPressEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == CHOICE and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)


def _readable(plan: ImportPlan) -> Amount:
    """How much there is that can be read."""
    if not any(file.format == CALENDAR for file in plan.files):
        return Amount(sum(plan.counts.values()) - plan.counts.get(Finding.UNREADABLE, 0), 0)
    parts = Counter(part_of(row) for row in plan.rows if row.finding is not Finding.UNREADABLE)
    return Amount(*(parts[part] for part in range(3)))
