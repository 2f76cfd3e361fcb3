"""Somebody who was made one of several, before they are separated again."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.joining import Joined
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.summary import hue_of
from relate_desktop.domain.text import isolate
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import Card, Foot, Frame, Page, clear_layout, line
from relate_desktop.ui.kit.labels import ElidedLabel, Heading, SafeLabel, breakable
from relate_desktop.ui.kit.toggles import RadioButton
from relate_desktop.words.numbers import listed
from relate_desktop.words.translation import _


@dataclass(frozen=True, slots=True)
class SeparateView:
    """A person with the merge to take back, and the day of it where the user is."""

    person: ContactSummary
    joined: Joined
    words: str
    """What happened, in a sentence."""


def separate_words(person: ContactSummary, joined: Joined, day: str) -> str:
    """Who comes back: ``Lupe and Guadalupe Ríos were joined on 3 November.``"""
    others = listed([isolate(one.called or _("somebody without a name")) for one in joined.others])
    said = _("{others} became part of {name} on {day}, and will be a page of their own again.")
    return said.format(others=others, name=isolate(person.called), day=day)


class SeparatePage(Frame):
    """Says who returns, asks who gets what was written since, and separates."""

    separated = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("page", parent)
        self.view: SeparateView | None = None
        self._takers: dict[ContactId, RadioButton] = {}
        self.heading = Heading("", "duplicates.separate.title")
        self.heading.setWordWrap(True)
        self.words = SafeLabel("", "body", "text2", wrap=True)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(8)
        card = Card(_("Who gets what was written since?"))
        card.body.addWidget(
            SafeLabel(
                _("Notes, conversations and values that were added after they were joined."),
                "small",
                "text2",
                wrap=True,
            )
        )
        card.body.addLayout(self._choices)
        page = Page(max_width=720)
        page.body.setContentsMargins(32, 24, 32, 20)
        page.body.addWidget(self.heading)
        page.body.addWidget(self.words)
        page.body.addWidget(card)
        page.body.addWidget(
            SafeLabel(_("Nothing is lost, and Undo joins them again."), "small", "text2", wrap=True)
        )
        page.body.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(page, 1)
        box.addWidget(line())
        box.addWidget(self._foot())

    def show_joined(self, view: SeparateView) -> None:
        """Show who would be separated."""
        self.view = view
        self.heading.set_heading(_("Separate {name} again").format(name=isolate(view.person.called)))
        self.words.setText(breakable(view.words))
        clear_layout(self._choices)
        group = QButtonGroup(self)
        self._takers = {}
        names = [
            (one.id, one.called or _("Somebody without a name"))
            for one in (view.joined.kept, *view.joined.others)
        ]
        for contact, name in names:
            hue = view.person.hue if contact == view.person.id else hue_of(name)
            taker = _Taker(contact, name, hue)
            group.addButton(taker.choice)
            self._choices.addWidget(taker)
            self._takers[contact] = taker.choice
        self._takers[view.person.id].setChecked(True)

    @property
    def newer_to(self) -> ContactId | None:
        """Who gets what was written since; None where it stays."""
        view = self.view
        return next(
            (
                contact
                for contact, choice in self._takers.items()
                if choice.isChecked() and view is not None and contact != view.person.id
            ),
            None,
        )

    @property
    def stops(self) -> Sequence[QWidget]:
        """The choices, then the button."""
        first = next((one for one in self._takers.values() if one.isChecked()), None)
        return [first, self.separate] if first is not None else [self.separate]

    def _foot(self) -> QWidget:
        self.back = Button(_("Leave them joined"), "duplicates.separate.back", kind="quiet")
        self.separate = Button(_("Separate again"), "duplicates.separate", kind="primary", icon="users")
        self.back.clicked.connect(self.left)
        self.separate.clicked.connect(self.separated)
        frame = Foot()
        row = QHBoxLayout(frame)
        row.setContentsMargins(32, 14, 32, 14)
        row.setSpacing(10)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.separate)
        return frame


class _Taker(Frame):
    """One of those who are separated: the choice, picture and name; all of it can be pressed."""

    def __init__(self, contact: ContactId, name: str, hue: int) -> None:
        super().__init__()
        said = _("What was written since goes to {name}").format(name=name)
        self.choice = RadioButton("", f"duplicates.separate.{contact}", name=said)
        avatar = Avatar(34)
        avatar.show_person(name, hue)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.choice)
        row.addWidget(avatar)
        row.addWidget(ElidedLabel(name, "bodyMedium"), 1)

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Beside the circle as on it."""
        self.choice.click()
