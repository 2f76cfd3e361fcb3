"""What somebody says in public, source by source; only what is ticked is kept (mock 14)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.domain.finding_review import Reviewed, ReviewGroup, Verdict
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.domain.text import isolate
from relate_desktop.services.lookups import Problem
from relate_desktop.ui.kit.accessibility import announce
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Frame, line
from relate_desktop.ui.kit.labels import Heading, IconLabel, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.kit.tall_page import TallPage
from relate_desktop.ui.lookups.reading import Found, Wanted, only_error
from relate_desktop.ui.lookups.ticked import Ticked
from relate_desktop.words.errors import tell
from relate_desktop.words.looking_up import (
    asked_account_words,
    ended_words,
    keep_words,
    never_words,
    read_words,
    sent_words,
    silent_words,
    source_host,
    target_words,
    unticked_words,
)
from relate_desktop.words.lookups import (
    found_words,
    proof_words,
    provider_name,
    remark_words,
    verdict_words,
)
from relate_desktop.words.numbers import sentence
from relate_desktop.words.row_changes import line_value
from relate_desktop.words.translation import _

ICONS = {Provider.GITHUB: "github-logo", Provider.MASTODON: "mastodon-logo"}
"""Providers with a sign of their own; all others have a globe."""
_TO_SETTINGS = frozenset({ErrorKind.KEY_MISSING, ErrorKind.KEY_REFUSED, ErrorKind.KEYRING_LOCKED})


@dataclass(frozen=True, slots=True)
class Source:
    """One account's part of the panel."""

    target: LookupTarget
    ended: "Note"
    """Why nothing of it can be kept any more; hidden while it can."""
    rows: list[Ticked] = field(default_factory=list)


class ReviewPanel(Overlay):
    """Closing it decides nothing."""

    kept = Signal(object)
    """The numbers of the findings that are kept, as a frozenset; empty: none is wanted."""
    never_asked = Signal()
    again = Signal()
    """Ask once more: nothing came."""
    settings_asked = Signal()

    def __init__(self, host: QWidget, wanted: Wanted, found: Found, photos: Photos) -> None:
        title = _("What {name} says in public").format(name=isolate(wanted.called))
        super().__init__(host, "lookup.review", title, width=620)
        self._wanted, self._found, self._photos = wanted, found, photos
        self.rows: list[Ticked] = []
        self._sources: list[Source] = []
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self._head(title))
        page = TallPage(_("What was found"))
        for group in found.groups:
            self._add_group(page, group)
        for number, problem in enumerate(found.result.problems):
            page.body.addWidget(line())
            page.body.addWidget(self._problem(number, problem))
        self.body.addWidget(page, 1)
        if found.result.answers:
            self.body.addWidget(line())
            self.body.addWidget(self._promise(decide=bool(self.rows)))
        self.body.addWidget(line())
        self.body.addWidget(self._foot())
        self._count()
        photos.arrived.connect(self._show_photo)
        self.closed.connect(self.deleteLater)

    # building

    def _head(self, title: str) -> Frame:
        self.avatar = Avatar(44)
        heading = Heading(title, "lookup.review.title", "heading")
        heading.setWordWrap(True)
        if only_error(self._found) is not None:
            under = _("Nothing came back, and nothing was kept.")
        elif self._found.decisions:
            under = _("Looked up just now, because you asked. Nothing is kept until you choose.")
        else:
            under = _("Looked up just now, because you asked. There is nothing new to decide.")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(heading)
        words.addWidget(SafeLabel(under, "small", "text2", wrap=True))
        if self._found.result.problems and self._found.groups:
            silent = silent_words(len(self._found.result.problems))
            words.addWidget(SafeLabel(silent, "small", "amber", wrap=True))
        self.close_button = IconButton("x", _("Close"), "lookup.review.close", kind="quiet", small=True)
        self.close_button.clicked.connect(self.close_overlay)
        head = Frame()
        row = QHBoxLayout(head)
        row.setContentsMargins(22, 20, 18, 18)
        row.setSpacing(14)
        row.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._show_photo()
        return head

    def _add_group(self, page: TallPage, group: ReviewGroup) -> None:
        band = Frame("band")
        row = QHBoxLayout(band)
        row.setContentsMargins(22, 8, 22, 8)
        row.setSpacing(8)
        row.addWidget(IconLabel(ICONS.get(group.target.provider, "globe-simple"), size=16))
        row.addWidget(SafeLabel(self._asked(group), "smallMedium"))
        website = group.target.provider is Provider.WEBSITE
        what = target_words(group.target, self._wanted.gender)
        if not website:
            what = _("public profile, {provider}").format(provider=provider_name(group.target.provider))
        told = ", ".join((what, read_words(group.fetched_at)))
        row.addWidget(SafeLabel(told, "small", "text2", wrap=True), 1)
        page.body.addWidget(band)
        for remark in group.remarks:
            page.body.addWidget(Note(remark_words(remark)))
        source = Source(group.target, Note("", "amber"))
        source.ended.hide()
        page.body.addWidget(source.ended)
        self._sources.append(source)
        for number, one in enumerate(group.findings):
            if number:
                page.body.addWidget(line())
            source.rows.append(self._fact(group, one))
            page.body.addWidget(source.rows[-1])
        if not group.findings:
            page.body.addWidget(Note(_("Nothing new here.")))

    def _asked(self, group: ReviewGroup) -> str:
        """Who was asked about whom: the host, and the account there."""
        return asked_account_words(group.target)

    def _fact(self, group: ReviewGroup, one: Reviewed) -> Ticked:
        words = found_words(one.finding)
        verdict = verdict_words(one.verdict, old=one.old)
        row = Ticked(
            f"lookup.fact.{len(self.rows)}",
            words,
            words,
            self._beside(one),
            description=f"{self._asked(group)}, {verdict}",
            pill=("differs" if one.old else one.verdict.value, verdict),
        )
        row.set_on(on=one.ticked)
        row.toggled.connect(self._count)
        self.rows.append(row)
        return row

    def _beside(self, one: Reviewed) -> str:
        """What the book says, where it stood and when that changed."""
        parts = [one.finding.detail, proof_words(one.finding.proof)]
        if one.verdict is Verdict.CONFIRMS:
            parts.append(_("same as yours"))
        if one.said is not None and one.verdict is Verdict.DIFFERS:
            said = line_value(one.said) or _("something else")
            origin = self._found.origins.get(one.said.id) if one.said.id is not None else None
            parts.append(
                _("you have {value}, {origin}").format(value=said, origin=origin)
                if origin
                else _("you have {value}").format(value=said)
            )
        if one.finding.changed_at is not None:
            parts.append(_("last changed in {year}").format(year=one.finding.changed_at.astimezone().year))
        return sentence(", ".join(part for part in parts if part))

    def _problem(self, number: int, problem: Problem) -> Frame:
        told = tell(problem.error)
        frame = Frame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(22, 12, 22, 12)
        row.setSpacing(10)
        row.addWidget(IconLabel("warning-circle", colour="amber", size=18), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(SafeLabel(_whose(problem.error, told.message), "bodyMedium", wrap=True))
        words.addWidget(SafeLabel(told.hint, "small", "text2", wrap=True))
        row.addLayout(words, 1)
        if problem.error.kind in _TO_SETTINGS:
            button = Button(_("Open Settings"), f"lookup.problem.{number}.settings", small=True)
            button.clicked.connect(self._to_settings)
            row.addWidget(button)
        return frame

    def _promise(self, *, decide: bool) -> Frame:
        frame = Frame()
        row = QHBoxLayout(frame)
        row.setContentsMargins(22, 11, 22, 11)
        row.setSpacing(8)
        row.addWidget(IconLabel("shield-check", size=16), 0, Qt.AlignmentFlag.AlignTop)
        sent = sent_words(self._found.sent, self._wanted.expires, keys=self._found.keys)
        words = f"{sent} {unticked_words()}" if decide else sent
        row.addWidget(SafeLabel(words, "caption", "text2", wrap=True), 1)
        return frame

    def _foot(self) -> Frame:
        self.never = Button(never_words(self._wanted.gender), "lookup.never", kind="quiet")
        self.none = Button(_("Keep none"), "lookup.none")
        self.keep = Button("", "lookup.keep", kind="primary")
        self.retry = Button(_("Ask again"), "lookup.again")
        self.never.clicked.connect(self._never)
        self.none.clicked.connect(lambda: self._decide(frozenset()))
        self.keep.clicked.connect(lambda: self._decide(self._ticked()))
        self.retry.clicked.connect(self._again)
        decide = bool(self.rows)
        foot = Frame()
        row = QHBoxLayout(foot)
        row.setContentsMargins(10, 13, 18, 13)
        row.setSpacing(10)
        row.addWidget(self.never)
        row.addStretch(1)
        for button in (self.retry, self.none, self.keep):
            row.addWidget(button)
        self.none.setVisible(decide)
        self.keep.setVisible(decide)
        self.retry.setVisible(bool(self._found.result.problems) and not decide)
        return foot

    # consent that ends meanwhile

    @property
    def contact(self) -> ContactId:
        """Whom it is about."""
        return self._wanted.contact

    @property
    def targets(self) -> tuple[LookupTarget, ...]:
        """The accounts that have said something."""
        return tuple(source.target for source in self._sources)

    def end(self, ended: Mapping[LookupTarget, ErrorKind]) -> None:
        """Say of which of them nothing can be kept any more, and let nothing of them be ticked."""
        for source in self._sources:
            kind = ended.get(source.target)
            provider = source.target.provider
            words = "" if kind is None else ended_words(kind, provider, self._wanted.called)
            if words and words != source.ended.words.text():
                announce(self.panel, words, assertive=True)
            source.ended.words.setText(words)
            source.ended.setVisible(bool(words))
            for row in source.rows:
                row.set_on(on=row.on and not words)
                row.setEnabled(not words)
        self.none.setEnabled(any(row.isEnabled() for row in self.rows))

    # deciding

    def first(self) -> QWidget:
        """Where the focus begins: the first finding, else the way out."""
        return self.rows[0].box if self.rows else self.close_button

    def _ticked(self) -> frozenset[int]:
        return frozenset(number for number, row in enumerate(self.rows) if row.on)

    def _count(self) -> None:
        amount = len(self._ticked())
        self.keep.set_words(keep_words(amount))
        self.keep.setEnabled(amount > 0)

    def _decide(self, numbers: frozenset[int]) -> None:
        self.close_overlay()
        self.kept.emit(numbers)

    def _never(self) -> None:
        self.close_overlay()
        self.never_asked.emit()

    def _again(self) -> None:
        self.close_overlay()
        self.again.emit()

    def _to_settings(self) -> None:
        self.close_overlay()
        self.settings_asked.emit()

    def _show_photo(self) -> None:
        photo = self._wanted.photo
        picture = self._photos.picture(photo) if photo is not None else None
        self.avatar.show_person(self._wanted.full_name, self._wanted.hue, picture)


class Note(Frame):
    """A sentence between the findings."""

    def __init__(self, words: str, tone: str = "text2") -> None:
        super().__init__()
        self.words = SafeLabel(words, "small", tone, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 10, 22, 10)
        row.addWidget(self.words)


def _whose(error: UserError, message: str) -> str:
    """Which host it was, where the sentence does not say so itself."""
    host = str(error.facts.get("host", ""))
    if not host or host in message:
        return message
    return _("{host}: {message}").format(host=source_host(host), message=message)
