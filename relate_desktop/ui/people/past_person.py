"""A person as they were on a past day, to be read: names, details, what was written down by then."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.gender import Gender
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.interaction import Interaction
from relate_desktop.domain.markdown import plain
from relate_desktop.domain.moment import Moment
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import visible
from relate_desktop.domain.timeline import TimelineEntry, TimelineFilter
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.cards import Page
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.photos import Photos
from relate_desktop.ui.people.details import Details
from relate_desktop.ui.people.lines import Line, LineList
from relate_desktop.ui.people.person_view import PersonView, view_of
from relate_desktop.words.timeline import note_title, talk_title, when_in_row
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

MOST = 200
"""Entries of a timeline that are shown; the latest."""
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class PastView:
    """What the page shows of somebody."""

    person: PersonView
    written: Sequence[Line]
    more: int


def past_view(past: "OpenBook", contact: ContactId) -> PastView:
    """The page of somebody in a past book; on a worker. Raises NotFoundError(CONTACT_UNKNOWN)."""
    found, present = past.contacts.get(contact), past.present()
    person = view_of(
        found,
        past.contacts.summaries([contact])[0],
        provenance=past.contacts.provenance(contact),
        happened=None,
        circles=past.circles.all(),
        now=present.now,
        around=past.relations.around(contact),
    )
    ids = [number for number in past.timeline.ids(TimelineFilter(contact)) if number > 0]
    written = [
        _line(entry, contact, person.called, person.gender, present)
        for entry in past.timeline.page(ids[:MOST])
    ]
    return PastView(person, written, max(0, len(ids) - MOST))


def _line(entry: TimelineEntry, contact: ContactId, called: str, gender: Gender, present: Present) -> Line:
    item = entry.item
    if isinstance(item, Moment):
        raise TypeError("moments stand in the details")
    others = [visible(one.called, 80) or _("No name") for one in entry.people if one.id != contact]
    if isinstance(item, Interaction):
        title, icon = talk_title(item, called, gender, others), "chat-circle-text"
    else:
        title, icon = note_title(others), "note"
    when = when_in_row(item.happened, present)
    text = visible(plain(item.text[:_LONGEST]).strip(), _LONGEST, keep_lines=True)
    head = f"{title} · {when}"
    return Line(icon, text or head, head if text else "", copies=item.text)


class PastPerson(Page):
    """One column that scrolls; nothing in it can be changed."""

    copied = Signal(str)
    opened = Signal(str)

    def __init__(self, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent, max_width=760)
        self._photos = photos
        self._view: PastView | None = None
        self.avatar = Avatar(56)
        self.title = Heading("", "past.person", "title")
        self.title.setWordWrap(True)
        self.role = SafeLabel("", "body", "text2", wrap=True)
        self.details = Details()
        self.details.only_show()
        self.details.copied.connect(self.copied)
        self.details.opened.connect(self.opened)
        self.heading = SafeLabel(_("What was written down by then"), "heading")
        self.written = LineList("past.timeline", _("What was written down by then"))
        self.written.copied.connect(self.copied)
        self.more = SafeLabel("", "caption", "text2", wrap=True)
        photos.arrived.connect(self._show_photo)
        self._lay_out()

    def show_person(self, view: PastView) -> None:
        """Fill the page."""
        self._view = view
        person = view.person
        self.title.set_heading(person.full_name)
        self.title.setAccessibleDescription(person.title_description)
        self.role.setText(person.role)
        self.role.setVisible(bool(person.role))
        self.details.show_sections(person.sections, "")
        self.heading.setVisible(bool(view.written))
        self.written.show_lines(view.written)
        self.more.setText(
            _("{count} older ones are not shown here.").format(count=f"{view.more:,}") if view.more else ""
        )
        self.more.setVisible(bool(view.more))
        self._show_photo()
        self.verticalScrollBar().setValue(0)

    def _show_photo(self) -> None:
        if self._view is None:
            return
        person = self._view.person
        picture = self._photos.picture(person.photo) if person.photo is not None else None
        name = person.own_script or person.full_name
        self.avatar.show_person(name, person.hue, picture, organisation=person.is_organization)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.role)
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        for widget in (self.details, self.heading, self.written, self.more):
            self.body.addWidget(widget)
        self.body.addStretch(1)
