"""One name that may be wrong, as a row: what stands there, what it could be, what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.domain.name_doubts import NameDoubt
from relate_desktop.domain.people import ContactSummary
from relate_desktop.domain.text import isolate, visible
from relate_desktop.services.names import DoubtfulName, LeftName
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Panel, line
from relate_desktop.ui.kit.few_lines import FewLines
from relate_desktop.ui.kit.labels import IconLabel
from relate_desktop.ui.kit.tooltips import menu_text
from relate_desktop.words.names import (
    becomes_company,
    doubt_name,
    doubt_reason,
    proposal_sentence,
    take_words,
)
from relate_desktop.words.translation import _

AVATAR = 34
_LONGEST = 80


class _Row(Panel):
    """An avatar, words, buttons; a line above all but the first."""

    def __init__(
        self, identifier: str, name: str, person: ContactSummary, parent: QWidget | None = None
    ) -> None:
        super().__init__(identifier, name, "plain", parent=parent)
        self.edge = line()
        self.avatar = Avatar(AVATAR)
        drawn = person.own_script or person.full_name
        self.avatar.show_person(drawn, person.hue, organisation=person.is_organization)
        self.words = QVBoxLayout()
        self.words.setSpacing(1)
        self.side = QHBoxLayout()
        self.side.setSpacing(6)
        row = QHBoxLayout()
        row.setContentsMargins(16, 11, 14, 11)
        row.setSpacing(12)
        row.addWidget(self.avatar)
        row.addLayout(self.words, 1)
        row.addLayout(self.side)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.edge)
        box.addLayout(row)

    def stops(self) -> Sequence[QWidget]:
        """The buttons, in order."""
        found = (self.side.itemAt(place) for place in range(self.side.count()))
        return [widget for item in found if item is not None and (widget := item.widget()) is not None]


class DoubtRow(_Row):
    """One proposal."""

    taken = Signal(object, str)
    """The DoubtfulName, and what was chosen where there is a choice."""
    left = Signal(object)
    edit_asked = Signal(object)

    def __init__(self, doubtful: DoubtfulName, person: ContactSummary, parent: QWidget | None = None) -> None:
        proposal = doubtful.proposal
        identifier = f"names.{doubtful.contact}.{proposal.doubt}"
        super().__init__(identifier, proposal_sentence(proposal), person, parent)
        self.doubtful = doubtful
        self._say(doubtful)
        before = isolate(visible(proposal.before, _LONGEST))
        for number, (words, chosen) in enumerate(self._choices(doubtful)):
            button = Button(menu_text(words), f"{identifier}.take{number or ''}", small=True)
            button.setAccessibleName(f"{words}: {proposal_sentence(proposal)}")
            button.clicked.connect(lambda _on=False, name=chosen: self.taken.emit(self.doubtful, name))
            self.side.addWidget(button)
        words = _("Leave {name} as it is").format(name=before)
        leave = Button(_("Leave it"), f"{identifier}.leave", kind="quiet", small=True, name=words)
        leave.clicked.connect(lambda: self.left.emit(self.doubtful))
        words = _("Edit {name}").format(name=before)
        alone = not self.side.count()
        edit: Button = IconButton("pencil-simple", words, f"{identifier}.edit", kind="quiet")
        if alone:
            edit = Button(_("Write the name…"), f"{identifier}.edit", small=True, name=words)
        edit.clicked.connect(lambda: self.edit_asked.emit(self.doubtful.contact))
        for button in (edit, leave) if alone else (leave, edit):
            self.side.addWidget(button)

    def _say(self, doubtful: DoubtfulName) -> None:
        proposal = doubtful.proposal
        if proposal.after and not becomes_company(proposal):
            pair = QHBoxLayout()
            pair.setSpacing(8)
            pair.addWidget(FewLines(visible(proposal.before, _LONGEST), "body", "text2", lines=1))
            pair.addWidget(IconLabel("arrow-right", size=14), 0, Qt.AlignmentFlag.AlignVCenter)
            pair.addWidget(FewLines(visible(proposal.after, _LONGEST), "bodyMedium", lines=1), 1)
            self.words.addLayout(pair)
        else:
            self.words.addWidget(FewLines(proposal_sentence(proposal), "bodyMedium"))
        self.words.addWidget(FewLines(doubt_reason(proposal.doubt), "small", "text2", lines=2))

    @staticmethod
    def _choices(doubtful: DoubtfulName) -> list[tuple[str, str]]:
        proposal = doubtful.proposal
        if proposal.doubt is NameDoubt.CALLED:
            return [(visible(offer, 40), offer) for offer in proposal.offers]
        return [(take_words(proposal), "")] if proposal.after else []


class LeftRow(_Row):
    """One name that was left as it is."""

    again = Signal(object)
    """The LeftName to ask about again."""

    def __init__(self, left: LeftName, parent: QWidget | None = None) -> None:
        person = left.person
        identifier = f"names.left.{left.refusal.id}"
        name = visible(person.full_name or person.called, _LONGEST)
        super().__init__(identifier, f"{name}, {doubt_name(left.doubt)}", person, parent)
        self.words.addWidget(FewLines(name, "bodyMedium", lines=1))
        self.words.addWidget(FewLines(doubt_name(left.doubt), "small", "text2", lines=1))
        words = _("Ask about {name} again").format(name=isolate(name))
        again = Button(_("Ask again"), f"{identifier}.again", kind="quiet", small=True, name=words)
        again.clicked.connect(lambda: self.again.emit(left))
        self.side.addWidget(again)
