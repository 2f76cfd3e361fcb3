"""The column beside a timeline: ways to reach somebody, what is worth remembering, circles."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relate_desktop.ui.kit.buttons import Button, IconButton
from relate_desktop.ui.kit.cards import Frame
from relate_desktop.ui.kit.labels import SafeLabel
from relate_desktop.ui.kit.long_page import FAR, NEAR
from relate_desktop.ui.people.facts import Facts
from relate_desktop.ui.people.lines import LineList
from relate_desktop.ui.people.person_view import Section
from relate_desktop.words.translation import _

SECTIONS = ("reach", "remember", "moments", "relations", "circles", "others")


class Details(Frame):
    """Sections that are hidden while nothing is in them, and a sentence below."""

    copied = Signal(str)
    opened = Signal(str)
    story_asked = Signal(object)
    """The PropertyId of a line of which it is asked where it came from."""
    around_asked = Signal()
    graph_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent)
        box = QVBoxLayout(self)
        self.stand(aside=True)
        box.setSpacing(6)
        self._read_only = False
        self._shown: tuple[Mapping[str, Section], str] = ({}, "")
        self.sections: dict[str, tuple[SafeLabel, LineList]] = {}
        for key in SECTIONS:
            heading = SafeLabel("", "heading")
            lines = LineList(f"person.{key}", "")
            lines.copied.connect(self.copied)
            lines.opened.connect(self.opened)
            lines.story_asked.connect(self.story_asked)
            if self.sections:
                heading.setContentsMargins(0, 12, 0, 0)
            box.addWidget(heading)
            box.addWidget(lines)
            self.sections[key] = (heading, lines)
            if key == "relations":
                box.addLayout(self._around())
        self.facts = Facts()
        box.addWidget(self.facts)
        self.footer = SafeLabel("", "caption", "text2", wrap=True)
        self.footer.setContentsMargins(0, 16, 0, 0)
        box.addWidget(self.footer)
        box.addStretch(1)

    def _around(self) -> QHBoxLayout:
        """What can be done below the people around somebody."""
        self.graph = Button(_("Who knows whom"), "person.graph", kind="quiet", small=True)
        self.around = IconButton(
            "pencil-simple", _("Change the people around them"), "person.around.open", kind="quiet"
        )
        self.graph.clicked.connect(self.graph_asked)
        self.around.clicked.connect(self.around_asked)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self.graph, self.around):
            button.hide()
            row.addWidget(button)
        row.addStretch(1)
        return row

    def stand(self, *, aside: bool) -> None:
        """Stand beside what happened, or in line with it below."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*((20, 20, 16, 20) if aside else (NEAR, 8, FAR, 24)))

    def only_show(self) -> None:
        """Offer nothing that changes anything, and stand without margins of its own."""
        self._read_only = True
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)

    def show_sections(self, found: Mapping[str, Section], footer: str) -> None:
        """Fill it; what is the same as before keeps its current line."""
        if (found, footer) == self._shown:
            return
        self._shown = (found, footer)
        for key, (heading, lines) in self.sections.items():
            section = found.get(key, Section("", ()))
            heading.setText(section.heading)
            heading.setVisible(bool(section.lines))
            lines.setAccessibleName(section.name)
            lines.show_lines(section.lines)
        for button in (self.graph, self.around):
            button.setVisible(bool(self.sections["relations"][1].lines.rows) and not self._read_only)
        self.footer.setText(footer)
        self.footer.setVisible(bool(footer))
