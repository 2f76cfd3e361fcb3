"""The question before a look-up: whom Relate would ask, and what it would send (ux 6.11)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.errors import ErrorKind, UsageError
from relate_desktop.domain.lookup import LookupRequest
from relate_desktop.domain.text import isolate
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.tall_page import TallPage
from relate_desktop.ui.lookups.reading import Wanted
from relate_desktop.ui.lookups.ticked import Ticked
from relate_desktop.words.errors import tell
from relate_desktop.words.looking_up import (
    also_asked_words,
    discloses_words,
    off_words,
    request_words,
    sends_only_words,
    sends_words,
    untold_words,
)
from relate_desktop.words.lookups import left_out_words, named_by_words
from relate_desktop.words.numbers import sentence
from relate_desktop.words.translation import _


class AskPanel(Overlay):
    """Nothing leaves the laptop before *Look up* is pressed."""

    agreed = Signal(object)
    """The requests the user agreed to."""
    settings_asked = Signal()

    def __init__(self, host: QWidget, wanted: Wanted) -> None:
        name = isolate(wanted.called)
        super().__init__(host, "lookup.ask", _("Look up {name}?").format(name=name), width=540)
        self._wanted = wanted
        self.rows: list[Ticked] = []
        heading = Heading(
            _("Look up what {name} says in public?").format(name=name), "lookup.ask.title", "heading"
        )
        heading.setWordWrap(True)
        self.body.addWidget(heading)
        self._promise = SafeLabel("", "small", "text2", wrap=True)
        if wanted.requests:
            self._add_requests()
        else:
            self._say_nothing()
        if wanted.off:
            self._add_off()
        self.body.addLayout(self._buttons())
        self._count()
        self.closed.connect(self.deleteLater)

    def _add_requests(self) -> None:
        self.body.addWidget(SafeLabel(_("Relate would ask:"), "body", "text2"))
        telling = sum(bool(discloses_words(request)) for request in self._wanted.requests)
        if telling:
            self.body.addWidget(SafeLabel(untold_words(telling), "small", "amber", wrap=True))
        page = TallPage(_("Whom Relate would ask"))
        for number, request in enumerate(self._wanted.requests):
            warning = discloses_words(request)
            parts = (f"{sends_words(request)}.", also_asked_words(request), named_by_words(request))
            under = " ".join(part for part in parts if part)
            words = request_words(request, self._wanted.gender)
            row = Ticked(
                f"lookup.ask.{number}",
                words,
                words,
                under,
                warning=warning,
                description=f"{under} {warning}".strip(),
                flush=True,
            )
            # an address is given away by a tick of its own, never by one of ours
            row.set_on(on=not warning)
            row.toggled.connect(self._count)
            page.body.addWidget(row)
            self.rows.append(row)
        self.body.addWidget(page)
        self.body.addWidget(self._promise)
        if self._wanted.left_out:
            words = left_out_words(self._wanted.left_out)
            self.body.addWidget(SafeLabel(words, "small", "text2", wrap=True))

    def _say_nothing(self) -> None:
        if self._wanted.off:
            words = _("You have not agreed to ask anybody who is on this card. Nothing was sent.")
        else:
            words = tell(UsageError(ErrorKind.LOOKUP_NOTHING, name=self._wanted.called)).line
        self.body.addWidget(SafeLabel(words, "body", "text2", wrap=True))

    def _add_off(self) -> None:
        self.settings = Button(_("Open Settings"), "lookup.ask.settings", kind="link", small=True)
        self.settings.clicked.connect(self._to_settings)
        row = QHBoxLayout()
        row.addWidget(SafeLabel(off_words(self._wanted.off), "small", "text2", wrap=True), 1)
        row.addWidget(self.settings)
        self.body.addLayout(row)

    def _buttons(self) -> QHBoxLayout:
        self.no = Button(_("Not now"), "lookup.ask.no")
        self.go = Button(_("Look up"), "lookup.ask.go", kind="primary")
        self.no.clicked.connect(self.close_overlay)
        self.go.clicked.connect(self._agree)
        if not self._wanted.requests:
            self.go.hide()  # never shown before it has a parent: it would be a window of its own
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.go)
        return row

    def _count(self) -> None:
        chosen = self._chosen()
        self.go.setEnabled(bool(chosen))
        words = _("Nothing is ticked, so nothing would be sent.")
        if chosen:
            words = sends_only_words(len(chosen), keys=any(one.with_key for one in chosen))
        self._promise.setText(sentence(words))

    def _chosen(self) -> list[LookupRequest]:
        return [request for row, request in zip(self.rows, self._wanted.requests, strict=False) if row.on]

    def _agree(self) -> None:
        chosen = self._chosen()
        self.close_overlay()
        self.agreed.emit(chosen)

    def _to_settings(self) -> None:
        self.close_overlay()
        self.settings_asked.emit()
