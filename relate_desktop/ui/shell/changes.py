"""What was changed, said in the snackbar with Undo; undo and redo themselves."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from relate_desktop.domain.change import Changes, HistoryEntry, OperationKind, Origin, Reverted
from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.domain.ids import ChangesetId
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.room import Message
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.menus import Menus
from relate_desktop.words.operations import summary
from relate_desktop.words.translation import _, ngettext

if TYPE_CHECKING:
    from relate_desktop.services.history import HistoryService

Do = Callable[[Job[Reverted]], Reverted]
Then = tuple[str, Callable[[], object]]

SILENT = frozenset({OperationKind.FORGET})
"""Kinds without an Undo to offer."""
_NOTHING = frozenset({ErrorKind.NOTHING_TO_UNDO, ErrorKind.NOTHING_TO_REDO})


class ChangeMessages(QObject):
    """Watches the news, keeps the menu's Undo and Redo in words, and does them.

    ``more`` answers what else is worth saying after a change, ``then`` what may be done next.
    """

    said = Signal(object)

    def __init__(
        self,
        history: "HistoryService",
        work: Work,
        news: News,
        menus: Menus,
        *,
        more: Callable[[ChangesetId], str] = lambda _changeset: "",
        then: Callable[[HistoryEntry], Then | None] = lambda _entry: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._more, self._then = more, then
        self._said: ChangesetId | None = None
        self._history, self._work, self._menus = history, work, menus
        self._undoing = Fresh(work, self, lambda: self._steps, self._name_actions, kind=JobKind.DETAIL)
        news.changed.connect(self._news)
        menus.do("undo", self.undo)
        menus.do("redo", self.redo)
        self._undoing.ask()

    def undo(self, changeset: ChangesetId | None = None) -> None:
        """Take the newest change back, or the one named."""
        self._run(lambda _job: self._history.undo(changeset))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._run(lambda _job: self._history.redo())

    def _run(self, do: Do) -> None:
        self._work.run(Lane.WRITE, do, self._reverted, self._not_done, kind=JobKind.UNDO, owner=self)

    def _reverted(self, reverted: Reverted) -> None:
        kept = len(reverted.conflicts)
        if reverted.changeset is None and not kept:
            self.said.emit(Message(_("Nothing of it could return."), "nothing"))
        if kept:
            words = ngettext(
                "{count} value stays as it is, because it was changed since.",
                "{count} values stay as they are, because they were changed since.",
                kept,
            )
            self.said.emit(Message(words.format(count=kept), "conflicts"))

    def _not_done(self, error: BaseException) -> None:
        if isinstance(error, UserError) and error.kind in _NOTHING:
            words = {
                ErrorKind.NOTHING_TO_UNDO: _("Nothing to undo."),
                ErrorKind.NOTHING_TO_REDO: _("Nothing to redo."),
            }
            self.said.emit(Message(words[error.kind], "nothing"))
        elif isinstance(error, UserError):
            self._work.failed.emit(error)

    def _news(self, changes: Changes) -> None:
        self._undoing.ask()
        changeset = changes.changeset
        if changeset is not None:
            self._work.run(
                Lane.READ,
                lambda _job: self._history.entry(changeset),
                self._say,
                lambda _error: None,
                kind=JobKind.DETAIL,
                owner=self,
            )

    def _say(self, entry: HistoryEntry) -> None:
        # entries are read side by side, and an earlier change is no news behind a later one
        if self._said is not None and entry.changeset < self._said:
            return
        self._said = entry.changeset
        if entry.origin is Origin.CALENDAR:
            return  # it followed by itself, and is nobody's step to be undone
        words = summary(entry.kind, entry.facts).rstrip(".")
        if more := self._more(entry.changeset):
            words = f"{words}. {more}"
        if entry.kind in SILENT:
            self.said.emit(Message(words, entry.kind))
        elif entry.kind is OperationKind.UNDO:
            self.said.emit(Message(words, entry.kind, _("Redo"), self.redo))
        else:
            changeset = entry.changeset
            message = Message(words, f"change {changeset}", _("Undo"), lambda: self._undo(changeset))
            self.said.emit(replace(message, then=self._then(entry)))

    def _undo(self, changeset: ChangesetId) -> None:
        """The snackbar's button: the newest change is undone so that redo knows of it."""
        newest = self._history.undoable()
        self.undo(None if newest is not None and newest.changeset == changeset else changeset)

    def _steps(self) -> tuple[HistoryEntry | None, HistoryEntry | None]:
        """What undo and redo would do."""
        return self._history.undoable(), self._history.redoable()

    def _name_actions(self, found: tuple[HistoryEntry | None, HistoryEntry | None]) -> None:
        undoable, redoable = found
        for identifier, entry, bare, named in (
            ("undo", undoable, _("Undo"), _("Undo: {what}")),
            ("redo", redoable, _("Redo"), _("Redo: {what}")),
        ):
            what = summary(entry.kind, entry.facts).rstrip(".") if entry is not None else ""
            self._menus.rename(identifier, named.format(what=what) if what else bare)
            self._menus.actions[identifier].setEnabled(entry is not None)
