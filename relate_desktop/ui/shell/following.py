"""What in the frame follows the book: messages with Undo, the strip about sample people, and the like."""

from collections.abc import Generator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from relate_desktop.domain.change import HistoryEntry, OperationKind
from relate_desktop.domain.deed_told import begin_to_tell
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.languages import LANGUAGES
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.kept_line import KeptLine
from relate_desktop.ui.kit.news import News
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.shell.background import Background
from relate_desktop.ui.shell.calendar_export import CalendarExport
from relate_desktop.ui.shell.changes import ChangeMessages, Then
from relate_desktop.ui.shell.circles import CirclesDesk
from relate_desktop.ui.shell.draft_strip import DraftStrip
from relate_desktop.ui.shell.export import PeopleExport
from relate_desktop.ui.shell.furniture import Furniture
from relate_desktop.ui.shell.jot import JotOverlay, useful_words
from relate_desktop.ui.shell.looking_up import LookingUp
from relate_desktop.ui.shell.palette.desk import PaletteDesk
from relate_desktop.ui.shell.pop_up_desk import PopUpDesk
from relate_desktop.ui.shell.pop_up_question import PopUpQuestion
from relate_desktop.ui.shell.rooms import Surroundings
from relate_desktop.ui.shell.smart_lists import SmartListsDesk
from relate_desktop.ui.shell.twice import LookingTwice
from relate_desktop.ui.shell.waiting import WaitingCount
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook
    from relate_desktop.services.captures import CaptureService


@dataclass(frozen=True, slots=True)
class Following:
    """Those who follow the book and are needed later."""

    palette: PaletteDesk
    pop_ups: PopUpDesk


def follow(frame: Furniture, around: Surroundings) -> Following:
    """Have messages, menus and side bar follow the book from now on."""
    steps = following(frame, around)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Following = end.value
            return found


def following(frame: Furniture, around: Surroundings) -> Generator[None, None, Following]:
    """The same in steps, for the window to answer its user between two of them."""
    book, work, news = around.book, around.work, around.news
    overlay = JotOverlay(frame.window, book.captures, work)
    KeptLine(overlay.field.line, book.drafts, "jot", work)
    yield
    messages = ChangeMessages(
        book.history,
        work,
        news,
        frame.menus,
        more=partial(_useful, book.captures),
        then=partial(_tell_of, overlay),
        parent=frame,
    )
    messages.said.connect(frame.say)
    export = PeopleExport(frame.window, book.exports, work)
    export.said.connect(frame.say)
    export.lost.connect(frame.tell_loss)
    frame.menus.do("export", export.ask)
    days = CalendarExport(frame.window, book.calendar_exports, work)
    days.said.connect(frame.say)
    days.lost.connect(frame.tell_loss)
    frame.menus.do("export.calendar", days.ask)
    yield
    SampleStrip(book, work, news, frame)
    CirclesDesk(book, work, news, frame, export.ask)
    SmartListsDesk(book, work, news, frame, export.ask)
    frame.offer_jot(overlay.open_with)
    yield
    background = Background(frame, around)
    DraftStrip(frame, around)
    WaitingCount(frame, around, background.tray)
    LookingTwice(frame, around)
    LookingUp(frame, around)
    PopUpQuestion(book, work, news, frame.window)
    yield
    return Following(PaletteDesk(frame, around), PopUpDesk(frame, around, background))


def _useful(captures: "CaptureService", changeset: ChangesetId) -> str:
    """What is worth saying after something was jotted down."""
    saved = captures.saved_lately(changeset)
    return "" if saved is None else useful_words(saved)


def _tell_of(overlay: JotOverlay, entry: HistoryEntry) -> Then | None:
    """After something done with somebody that sounds like a conversation: what was said."""
    facts = entry.facts
    title, called, contact = facts.get("title"), facts.get("name"), facts.get("contact")
    if entry.kind not in {OperationKind.DONE, OperationKind.PROMISE_KEPT} or not isinstance(contact, int):
        return None
    told = begin_to_tell(str(title or ""), str(called or ""), LANGUAGES.values())
    if told is None:
        return None
    return _("What did you say?"), lambda: overlay.open_with(told, ContactId(contact))


class SampleStrip(QObject):
    """Says on top, for as long as they are there, that one looks at sample people."""

    def __init__(self, book: "OpenBook", work: Work, news: News, frame: Furniture) -> None:
        super().__init__(frame)
        self._book, self._work, self._strip = book, work, frame.sample_strip
        there = Fresh(work, self, lambda: self._there, self._show, lambda _error: None, kind=JobKind.DETAIL)
        news.changed.connect(there.ask)
        there.ask()

    def _there(self) -> bool:
        return self._book.sample.present() is not None

    def _show(self, present: bool) -> None:
        if not present:
            self._strip.hide()
            return
        self._strip.show_notice(
            _("You are looking at sample people."),
            _("Sample people"),
            action=_("Remove them and start"),
            act=self._remove,
        )

    def _remove(self) -> None:
        self._work.run(Lane.WRITE, lambda _job: self._book.sample.remove(), kind=JobKind.UNDO, owner=self)
