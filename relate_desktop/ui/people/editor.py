"""The form to edit a person or to write down a new one (mock 03)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from relate_desktop.domain.clock import Clock
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.draft import Media
from relate_desktop.domain.errors import UserError
from relate_desktop.domain.gender import gender_in
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.name import called, display_name, own_script
from relate_desktop.domain.photo import photo_of, with_photo, without_photo
from relate_desktop.domain.provenance import Provenance
from relate_desktop.domain.summary import hue_of
from relate_desktop.domain.text import visible
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.services.pictures import picture_from
from relate_desktop.ui.kit.accessibility import announce
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Page, Panel
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.pictures import decoded
from relate_desktop.ui.kit.strip import Strip
from relate_desktop.ui.kit.theme import theme
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.people.editor_drafts import FormDrafts
from relate_desktop.ui.people.editor_form import (
    days_of,
    own_fields_of,
    pairs_of_days,
    pairs_of_fields,
    pairs_of_ties,
    ties_of,
)
from relate_desktop.ui.people.editor_more import AboutCard, moments_card, own_fields_card, ties_card
from relate_desktop.ui.people.editor_names import NamesCard
from relate_desktop.ui.people.editor_reach import ReachCard
from relate_desktop.ui.people.editor_side import PictureCard, PreviewCard, SourcesCard
from relate_desktop.ui.people.person_form import PersonForm, applied, form_of
from relate_desktop.ui.people.twins import TwinCard
from relate_desktop.words.errors import tell
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.contacts import ContactsService
    from relate_desktop.services.drafts import DraftsService

SIDE_WIDTH = 280
NARROW = 820
"""Under this width in pixels the side cards stand under the form."""
NOBODY = Contact(())


@dataclass(frozen=True, slots=True)
class _Opened:
    """What was read before the form is filled."""

    contact: Contact
    provenance: Sequence[Provenance]
    picture: QImage | None
    hue: int


class PersonEditor(Panel):
    """One person's form. Save writes one change; leaving keeps the draft for later."""

    saved = Signal(object)
    """The ContactId that was written."""
    left = Signal()

    def __init__(
        self,
        contacts: "ContactsService",
        drafts: "DraftsService",
        work: Work,
        clock: Clock,
        *,
        twins: TwinCard,
    ) -> None:
        super().__init__("edit", _("Edit person"), "page")
        self._contacts, self._work, self._clock, self.twins = contacts, work, clock, twins
        self._contact = self._stored = NOBODY
        self._open, self._new = False, True
        self._drafts = FormDrafts(drafts, work, self.keep, self)
        self._photo: Media | None = None
        self._photo_removed = False
        self._picture: QImage | None = None
        self._hue = 0
        self._filling = False
        self._build()
        theme().changed.connect(self._arrange)

    # what the room asks

    @property
    def is_new(self) -> bool:
        """Whether it is about somebody who is not in the book yet."""
        return self._new

    @property
    def first_field(self) -> QLineEdit:
        """Where the cursor belongs first."""
        return self.names.call.editor

    def start(self, contact: ContactId | None, name: str = "") -> None:
        """Show the form for a person, or an empty one; a draft kept from before is shown again."""
        self.strip.hide()
        self.twins.forget()
        self.keep()
        # until the person is read, what stands in the fields is about somebody else
        self._open, self._new = False, contact is None
        if contact is None:
            self._opened(_Opened(Contact(()), (), None, hue_of(name)), name)
            return
        self._work.run(
            Lane.READ, lambda _job: self._read(contact), self._opened, kind=JobKind.DETAIL, owner=self
        )

    def keep(self) -> None:
        """Keep what is typed as a draft, unless nothing differs from what is stored."""
        if not self._open:
            return
        form = self.form()
        if form != form_of(self._stored):
            self._drafts.put(self._stored, applied(self._contact, form))
        else:
            self._drafts.drop(self._stored.id)

    def drafts(self) -> Sequence[ContactId]:
        """Whose forms were left with unsaved changes."""
        return [contact for contact in self._drafts.people() if contact is not None]

    def save(self) -> None:
        """Write the form as one change; says what is missing and keeps everything typed otherwise."""
        trouble = self.about.trouble() or self.moments.trouble()
        if not self._open:
            return
        if trouble is not None:
            trouble.setFocus()
            return
        form = self.form()
        if not form.savable:
            self.strip.show_problem(
                _("Nothing to know them by yet. A name, a number or an address is enough.")
            )
            self.first_field.setFocus()
            return
        changed = self._with_picture(applied(self._contact, form))
        media = (self._photo,) if self._photo is not None else ()
        self.save_button.setEnabled(False)
        self._work.run(
            Lane.WRITE,
            lambda _job: self._write(changed, media),
            self._saved,
            self._failed,
            kind=JobKind.EDIT,
            owner=self,
        )

    def leave(self) -> None:
        """Go back; the draft stays."""
        self.keep()
        self.left.emit()

    def form(self) -> PersonForm:
        """What is typed now."""
        before = form_of(self._contact)
        name = self.names.name()
        return replace(
            before,
            **self.names.texts(),
            name=name if name.parts != before.name.parts else before.name,
            reach=self.reach.rows(),
            birthday=self.about.born(),
            company=self.about.company.text().strip(),
            role=self.about.role.text().strip(),
            time_zone=self.about.time_zone.text().strip(),
            remember=self.about.remember.text(),
            circles=self.about.circle_names(),
            days=days_of(self.moments.pairs(), before.days),
            ties=ties_of(self.ties.pairs()),
            own_fields=own_fields_of(self.own.pairs()),
        )

    # building

    def _build(self) -> None:
        self.strip = Strip(identifier="edit.strip")
        self.names, self.reach = NamesCard(), ReachCard()
        self.about, self.moments = AboutCard(), moments_card()
        self.ties, self.own = ties_card(), own_fields_card()
        self.preview, self.picture, self.sources = PreviewCard(), PictureCard(), SourcesCard()
        for card in (self.names, self.reach, self.about, self.moments, self.ties, self.own):
            card.changed.connect(self._typed)
        self.picture.choose_asked.connect(self._choose_picture)
        self.picture.remove_asked.connect(self._remove_picture)
        page = Page("page")
        page.body.addWidget(self.strip)
        page.body.addWidget(self.twins)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(24)
        form = QVBoxLayout()
        form.setSpacing(14)
        for card in (self.names, self.reach, self.about, self.moments, self.ties, self.own):
            form.addWidget(card)
        form.addStretch(1)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(14)
        for beside in (self.preview, self.picture, self.sources):
            side.addWidget(beside)
        side.addStretch(1)
        self._columns.addLayout(form, 1)
        self._columns.addWidget(self._side)
        page.body.addLayout(self._columns)
        page.body.setContentsMargins(36, 8, 28, 28)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._header())
        box.addWidget(page, 1)

    def _header(self) -> QHBoxLayout:
        self.avatar = Avatar(44)
        self.crumb = SafeLabel(_("People"), "small", "text2")
        self.title = Heading(_("New person"), "edit.title")
        self.title.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.crumb)
        words.addWidget(self.title)
        self.state = SafeLabel("", "small", "text2")
        cancel = Button(_("Cancel"), "edit.cancel")
        cancel.clicked.connect(self._cancel)
        self.save_button = Button(_("Save"), "edit.save", kind="primary", description=_("Control Enter"))
        self.save_button.clicked.connect(self.save)
        row = QHBoxLayout()
        row.setContentsMargins(36, 20, 36, 12)
        row.setSpacing(14)
        row.addWidget(self.avatar)
        row.addLayout(words, 1)
        row.addWidget(self.state)
        row.addWidget(cancel)
        row.addWidget(self.save_button)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the side cards beside or under the form."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= theme().scaled(NARROW)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        if wide:
            self._side.setFixedWidth(theme().scaled(SIDE_WIDTH))
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16_777_215)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc leaves and keeps the draft."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    # filling

    def _read(self, contact: ContactId) -> _Opened:
        found = self._contacts.get(contact)
        photo = photo_of(found)
        content = photo.media if photo is not None else None
        picture = decoded(self._contacts.photo(content), 160) if content is not None else None
        summary = self._contacts.summaries([contact])[0]
        return _Opened(found, self._contacts.provenance(contact), picture, summary.hue)

    def _opened(self, opened: _Opened, name: str = "") -> None:
        self._stored, self._picture, self._hue = opened.contact, opened.picture, opened.hue
        self._open = True
        self._photo, self._photo_removed = None, False
        self._contact, form = self._drafts.begun(self._stored)
        if name and self.is_new:
            form = replace(form, full=name)
        self._filling = True
        self.names.show_form(form)
        self.reach.show_rows(form.reach)
        self.about.show_form(form)
        self.moments.show_pairs(pairs_of_days(form.days))
        self.ties.show_pairs(pairs_of_ties(form.ties))
        self.own.show_pairs(pairs_of_fields(form.own_fields))
        self._filling = False
        self.sources.show_sources(opened.provenance, self._clock().astimezone().date())
        self.picture.say("")
        self.save_button.setEnabled(True)
        self._typed()

    def _typed(self) -> None:
        if self._filling:
            return
        form = self.form()
        shown = applied(self._contact, form)
        self.reach.speak_of(gender_in(form.pronouns))
        name, own = called(shown), own_script(shown)
        title = _("New person") if self.is_new else _("Edit {name}").format(name=visible(name, 80))
        self.title.set_heading(title)
        self.state.setText(_("Unsaved changes") if self._changed(form) else "")
        self._drafts.touch()
        self.twins.look(shown.properties if self.is_new else ())
        self.preview.show_names(
            visible(name, 80) or _("No name"),
            visible(own, 80) if own != name else "",
            visible(form.company or form.role, 80),
            _("Dear {name},").format(name=visible(form.salutation or name, 80)),
            visible(display_name(shown), 80),
        )
        own_name = own or display_name(shown)
        for avatar in (self.avatar, self.preview.avatar):
            avatar.show_person(own_name, self._hue, self._picture)
        self.picture.show_picture(own_name, self._hue, self._picture)

    def _changed(self, form: PersonForm) -> bool:
        pictured = self._photo is not None or self._photo_removed
        return pictured or form != form_of(self._stored)

    # pictures

    def _choose_picture(self) -> None:
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        name, _filter = QFileDialog.getOpenFileName(
            self, _("Choose a picture"), pictures, _("Pictures (*.png *.jpg *.jpeg *.webp *.gif)")
        )
        if name:
            self._work.run(
                Lane.READ,
                lambda _job: self._read_picture(Path(name)),
                self._take_picture,
                lambda error: self.picture.say(tell(error).message if isinstance(error, UserError) else ""),
                kind=JobKind.DETAIL,
                owner=self,
            )

    def _read_picture(self, path: Path) -> tuple[Media, QImage | None]:
        media = picture_from(path)
        return media, decoded(media.content, 160)

    def _take_picture(self, found: tuple[Media, QImage | None]) -> None:
        media, picture = found
        if picture is None:
            self.picture.say(_("Relate cannot show this picture. PNG, JPEG, WebP and GIF work."))
            return
        self._photo, self._picture, self._photo_removed = media, picture, False
        self.picture.say("")
        self._typed()

    def _remove_picture(self) -> None:
        self._photo, self._picture, self._photo_removed = None, None, True
        self._typed()

    def _with_picture(self, contact: Contact) -> Contact:
        if self._photo is not None:
            return with_photo(contact, self._photo.hash, self._photo.media_type)
        return without_photo(contact) if self._photo_removed else contact

    # ending

    def _write(self, contact: Contact, media: Sequence[Media]) -> ContactId:
        if contact.id is None:
            return self._contacts.add(contact.properties, media)
        self._contacts.save(contact, media)
        return contact.id

    def _saved(self, contact: ContactId) -> None:
        self._finish()
        announce(self, _("Saved"))
        self.saved.emit(contact)

    def _failed(self, error: BaseException) -> None:
        self.save_button.setEnabled(True)
        if isinstance(error, UserError):
            self.strip.show_problem(tell(error).message)

    def _cancel(self) -> None:
        self._finish()
        self.left.emit()

    def _finish(self) -> None:
        """What is still in the fields belongs to nobody: it must not become a draft of somebody new."""
        self._drafts.drop(self._stored.id)
        self._contact, self._stored, self._open = NOBODY, NOBODY, False
