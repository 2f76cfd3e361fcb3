"""One change of a line for all who are chosen, with how many it would change before it is done."""

import re
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.assignments import Assignment, read_assignments
from relate_desktop.domain.bulk import BulkEdit, BulkPlan
from relate_desktop.domain.errors import UserError
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.kit.accessibility import announce, named
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.choices import Segments
from relate_desktop.ui.kit.fields import ChoiceField, TextField
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.work import Work
from relate_desktop.words.bulk import plan_words, refused_words
from relate_desktop.words.errors import tell
from relate_desktop.words.numbers import people
from relate_desktop.words.translation import _

Plan = Callable[[BulkEdit, Job[BulkPlan]], BulkPlan]
OTHER = ""
SET, ADD, CLEAR = "set", "add", "clear"
SINGLE = frozenset({"tz"})
"""Lines of which somebody has one, so that nothing is added beside it."""
_NAME = re.compile("[A-Za-z0-9-]+")
PAUSE = 200
"""Milliseconds without typing after which it is counted again."""


class BulkEditor(Overlay):
    """Asks for a line, what to do with it and the value; ``answered`` carries the BulkEdit."""

    answered = Signal(object)

    def __init__(self, host: QWidget, count: int, plan: Plan, work: Work) -> None:
        super().__init__(host, "people.change", _("Change several people"), width=520)
        self._plan, self._work = plan, work
        self._job: Job[BulkPlan] | None = None
        self._edit: BulkEdit | None = None
        heading = _("Change {people}").format(people=people(count))
        self.which = ChoiceField(_("What"), "people.change.which", _choices())
        self.name = TextField(
            _("Name of the line"), "people.change.name", hint=_("As a vCard has it, such as X-TEAM")
        )
        self.act = Segments(
            "people.change.act",
            _("What to do"),
            [(SET, _("Set")), (ADD, _("Add")), (CLEAR, _("Take away"))],
        )
        self.value = TextField(_("Value"), "people.change.value")
        self.preview = SafeLabel("", "small", "text2", wrap=True)
        named(self.preview, "people.change.preview", "")
        self.cancel = Button(_("Cancel"), "people.change.cancel", kind="quiet")
        self.answer = Button("", "people.change.answer", kind="primary")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out(heading)
        self._connect()
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter answers, once it is known what it would do."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.answer.click()
            return
        super().keyPressEvent(event)

    # making

    def _lay_out(self, heading: str) -> None:
        self.body.addWidget(Heading(heading, "people.change.title", "heading"))
        for part in (self.which, self.name, self.act, self.value, self.preview):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.answer)
        self.body.addLayout(row)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.close_overlay)
        self.answer.clicked.connect(self._answered)
        self.which.editor.currentIndexChanged.connect(self._arrange)
        self.act.chosen.connect(self._arrange)
        for field in (self.name, self.value):
            field.editor.textChanged.connect(self._changed)
        self._pause.timeout.connect(self._count)
        self.closed.connect(self.deleteLater)

    def _arrange(self) -> None:
        """Show what the line and the act need."""
        which = str(self.which.editor.currentData())
        self.name.setVisible(which == OTHER)
        self.act.button(ADD).setEnabled(which not in SINGLE)
        if which in SINGLE and self.act.current() == ADD:
            self.act.choose(SET)
        self.value.setVisible(self.act.current() != CLEAR)
        self._changed()

    # counting

    def _changed(self) -> None:
        """What was counted is no longer what is asked for."""
        if self._job is not None:
            self._job.cancel()
        self._edit = None
        self.value.set_error("")
        self.name.set_error("")
        self.preview.setText("")
        self.answer.setEnabled(False)
        self.answer.set_words(_("Change"))
        self._pause.start()

    def _asked(self) -> BulkEdit | None:
        """What is typed, where it is whole."""
        name = str(self.which.editor.currentData()) or self.name.text().strip()
        value, act = self.value.text().strip(), self.act.current()
        if not name or (act != CLEAR and not value):
            return None
        given = "" if act == CLEAR else value
        sign = "+=" if act == ADD else "="
        assignments: tuple[Assignment, ...] = read_assignments([f"{name}{sign}{given}"])
        return BulkEdit(assignments=assignments)

    def _count(self) -> None:
        name = self.name.text().strip()
        if self.name.isVisibleTo(self) and name and not _NAME.fullmatch(name):
            self.name.set_error(_("A name has only letters, digits and hyphens, such as X-TEAM."))
            return
        try:
            edit = self._asked()
        except UserError as error:
            self._refused(error)
            return
        if edit is None:
            return
        self._job = self._work.run(
            Lane.READ,
            lambda job: self._plan(edit, job),
            lambda plan: self._counted(edit, plan),
            self._refused,
            kind=JobKind.SEARCH,
            owner=self,
        )

    def _counted(self, edit: BulkEdit, plan: BulkPlan) -> None:
        self._edit = edit
        words = plan_words(plan)
        if plan.refused:
            words = f"{words} {refused_words(plan)}"
        self.preview.setText(words)
        announce(self.preview, words)
        self.answer.setEnabled(bool(plan.changing))
        if plan.changing:
            self.answer.set_words(_("Change {people}").format(people=people(len(plan.changing))))

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.value.set_error(tell(error).message)

    def _answered(self) -> None:
        if self._edit is not None and self.answer.isEnabled():
            edit = self._edit
            self.close_overlay()
            self.answered.emit(edit)


def _choices() -> list[tuple[str, str]]:
    """The lines that are changed for several people most, and any other."""
    return [
        ("org", _("Company")),
        ("title", _("Role")),
        ("note", _("Worth remembering")),
        ("url", _("Web page")),
        ("tz", _("Time zone")),
        (OTHER, _("Another line…")),
    ]
