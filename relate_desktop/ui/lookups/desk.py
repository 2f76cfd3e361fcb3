"""From *Look up…* to what is kept: gate, question, asking, review. One look-up at a time, of one person."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.change import Changes
from relate_desktop.domain.errors import ErrorKind, UsageError, UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import LookupRequest, LookupTarget, Provider
from relate_desktop.domain.place import Place
from relate_desktop.services.jobs import Job, JobKind, Lane
from relate_desktop.services.preferences import LookupExpiry
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.lookups.ask import AskPanel
from relate_desktop.ui.lookups.gate import GatePanel, NeverPanel
from relate_desktop.ui.lookups.progress import ProgressPanel
from relate_desktop.ui.lookups.reading import Found, Wanted, ask_and_review, read_wanted
from relate_desktop.ui.lookups.review import ReviewPanel
from relate_desktop.words.preferences import choice_name

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook


class LookupDesk(QObject):
    """Every question opens a panel over the window; the network is asked in its own lane alone."""

    asked = Signal(object)
    """A Place to go to."""

    def __init__(self, book: "OpenBook", work: Work, host: QWidget) -> None:
        super().__init__(host)
        self._book, self._work, self._host = book, work, host
        self._photos = Photos(book.contacts.photo, work, self)
        self._ended = Fresh(work, self, self._ending, self._show_ended, kind=JobKind.DETAIL)
        self._job: Job[Found] | None = None
        self._turn = 0
        self.panel: Overlay | None = None
        """What stands over the window now."""
        work.progressed.connect(self._follow)

    def look_up(self, contact: ContactId, provider: Provider | None = None) -> None:
        """Begin with somebody; a look-up that is still on its way ends."""
        self._leave()
        if not self._book.preferences.current.lookups:
            self._work.failed.emit(UsageError(ErrorKind.LOOKUPS_OFF))
            return
        expires = expiry_words(self._book.preferences.current.lookups_expiry)
        turn = self._turn
        self._work.run(
            Lane.READ,
            lambda _job: read_wanted(self._book, contact, provider, expires),
            lambda wanted: self._begin(turn, wanted, provider),
            kind=JobKind.DETAIL,
            owner=self,
        )

    def follow(self, changes: Changes) -> None:
        """Say so in an open review when the user has thought better of it meanwhile, wherever that was."""
        panel = self.panel
        if isinstance(panel, ReviewPanel):
            touched = changes.touches(panel.contact) or "provider_consents" in changes.tables
            if touched:
                self._ended.ask()

    # the steps

    def _begin(self, turn: int, wanted: Wanted, provider: Provider | None) -> None:
        if turn != self._turn:
            return
        consent = self._book.lookups.consent

        def once_more() -> None:
            self.look_up(wanted.contact, provider)

        if wanted.gate.never:
            panel = NeverPanel(self._host, wanted)
            panel.again.connect(
                lambda: self._write(lambda: consent.never(wanted.contact, never=False), once_more)
            )
            self._open(panel, panel.no)
        elif not wanted.gate.open:
            gate = GatePanel(self._host, wanted)
            gate.asked.connect(self.asked)
            gate.overruled.connect(
                lambda reason: self._write(lambda: consent.overrule(wanted.contact, reason), once_more)
            )
            self._open(gate, gate.no)
        elif wanted.silent:
            self._ask(wanted, wanted.requests)
        else:
            self._question(wanted)

    def _question(self, wanted: Wanted) -> None:
        ask = AskPanel(self._host, wanted)
        ask.agreed.connect(lambda chosen: self._ask(wanted, chosen))
        ask.settings_asked.connect(self._to_settings)
        self._open(ask, ask.go if ask.go.isEnabled() and wanted.requests else ask.no)

    def _ask(self, wanted: Wanted, requests: Sequence[LookupRequest]) -> None:
        self._turn += 1
        turn = self._turn
        panel = ProgressPanel(self._host, wanted, requests)
        panel.stopped.connect(self._leave)
        self._open(panel, panel.stop)
        self._job = self._work.run(
            Lane.NETWORK,
            lambda job: ask_and_review(self._book, wanted.contact, requests, job),
            lambda found: self._review(turn, wanted, requests, found),
            lambda error: self._failed(turn, error),
            kind=JobKind.DETAIL,
            owner=self,
        )

    def _review(self, turn: int, wanted: Wanted, requests: Sequence[LookupRequest], found: Found) -> None:
        if turn != self._turn:
            return
        self._job = None
        self._end_progress()
        panel = ReviewPanel(self._host, wanted, found, self._photos)
        panel.kept.connect(lambda numbers: self._keep(wanted, found, numbers))
        panel.never_asked.connect(
            lambda: self._write(lambda: self._book.lookups.consent.never(wanted.contact))
        )
        panel.again.connect(lambda: self._ask(wanted, requests))
        panel.settings_asked.connect(self._to_settings)
        self._open(panel, panel.first())
        self._ended.ask()

    def _ending(self) -> Callable[[], Mapping[LookupTarget, ErrorKind]] | None:
        """Whether all that is shown may still be kept."""
        if not isinstance(self.panel, ReviewPanel):
            return None
        consent, contact, targets = self._book.lookups.consent, self.panel.contact, self.panel.targets
        return lambda: consent.ended(contact, targets)

    def _show_ended(self, ended: Mapping[LookupTarget, ErrorKind]) -> None:
        if isinstance(self.panel, ReviewPanel):
            self.panel.end(ended)

    def _keep(self, wanted: Wanted, found: Found, numbers: frozenset[int]) -> None:
        kept, others = found.chosen(numbers)
        facts, number = self._book.lookups.facts, found.result.id
        self._write(lambda: facts.keep(wanted.contact, number, kept, others))

    # around them

    def _open(self, panel: Overlay, focus: QWidget) -> None:
        self.panel = panel
        panel.closed.connect(lambda: self._closed(panel))
        panel.open_over(focus)

    def _closed(self, panel: Overlay) -> None:
        if self.panel is panel:
            self.panel = None

    def _leave(self) -> None:
        """End whatever is under way; its answers are shown to nobody."""
        self._turn += 1
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        if self.panel is not None:
            self.panel.close_overlay()

    def _end_progress(self) -> None:
        if isinstance(self.panel, ProgressPanel):
            self.panel.end()

    def _failed(self, turn: int, error: BaseException) -> None:
        if turn != self._turn:
            return
        self._job = None
        self._end_progress()
        if isinstance(error, UserError):
            self._work.failed.emit(error)

    def _follow(self, job: Job[object]) -> None:
        if job is self._job and isinstance(self.panel, ProgressPanel):
            self.panel.show_progress(job.progress)

    def _write(self, write: Callable[[], object], then: Callable[[], object] | None = None) -> None:
        self._work.run(
            Lane.WRITE,
            lambda _job: write(),
            lambda _done: then() if then is not None else None,
            kind=JobKind.EDIT,
            owner=self,
        )

    def _to_settings(self) -> None:
        self.asked.emit(Place("settings", "lookups"))


def expiry_words(expiry: LookupExpiry) -> str:
    """After how long facts are offered for removal; empty for never."""
    return "" if expiry.days is None else choice_name(expiry)
