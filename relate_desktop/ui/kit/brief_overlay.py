"""Before you meet: everything worth knowing, over the window, and the way to paper."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from relate_desktop.domain.brief import Brief, PersonBrief
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import display
from relate_desktop.ui.kit.avatars import Avatar
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.cards import clear_layout, line
from relate_desktop.ui.kit.few_lines import FewLines
from relate_desktop.ui.kit.labels import Heading, SafeLabel
from relate_desktop.ui.kit.overlays import Overlay
from relate_desktop.ui.kit.tall_page import TallPage
from relate_desktop.words.briefs import brief_about, brief_parts, brief_title, nothing_known, person_line
from relate_desktop.words.translation import _

AVATAR = 38
LINES = 4
_LONGEST_NAME = 60


class BriefOverlay(Overlay):
    """The brief of one meeting; ``opened`` carries whose page was asked for."""

    gives_way = True

    opened = Signal(object)

    def __init__(self, host: QWidget) -> None:
        super().__init__(host, "brief", _("Before you meet"), width=620)
        self._brief: Brief | None = None
        self._present: Present | None = None
        self.title = Heading("", "brief.title")
        self.title.setWordWrap(True)
        self.about = SafeLabel("", "small", "text2", wrap=True)
        self._page = TallPage(_("What to know"))
        self._page.body.setContentsMargins(0, 0, 8, 0)
        self._page.body.setSpacing(4)
        self.print_button = Button(_("Print…"), "brief.print", kind="quiet")
        self.print_button.clicked.connect(self.preview)
        self.close_button = Button(_("Close"), "brief.close", kind="primary")
        self.close_button.clicked.connect(self.close_overlay)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.print_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.body.addWidget(self.title)
        self.body.addWidget(self.about)
        self.body.addWidget(self._page, 1)
        self.body.addLayout(foot)

    def open_brief(self, brief: Brief, present: Present) -> None:
        """Show a brief and open."""
        self._brief, self._present = brief, present
        self.title.set_heading(brief_title(brief))
        self.about.setText("\n".join(brief_about(brief, present)))
        clear_layout(self._page.body)
        for number, person in enumerate(brief.people):
            if number:
                self._page.body.addSpacing(8)
                self._page.body.addWidget(line())
                self._page.body.addSpacing(8)
            self._add_person(person, present)
        self._page.body.addStretch(1)
        self._page.updateGeometry()
        self.open_over(self.close_button)

    def preview(self) -> None:
        """Show it as it would be printed."""
        from relate_desktop.ui.kit.brief_sheet import preview_brief  # noqa: PLC0415 - printing is rarely wanted

        if self._brief is not None and self._present is not None:
            preview_brief(self._brief, self._present, self.window())

    def _add_person(self, person: PersonBrief, present: Present) -> None:
        contact, row = person.person.id, person.person
        face = Avatar(AVATAR)
        face.show_person(row.own_script or row.full_name, row.hue, None, organisation=row.is_organization)
        name = display(row.called, _LONGEST_NAME)
        opener = Button(
            _("Open"), f"brief.person.{contact}", small=True, name=_("Open {name}").format(name=name)
        )
        opener.clicked.connect(lambda: self._open(contact))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(face)
        head.addWidget(Heading(name, f"brief.person.{contact}.name", "heading"))
        head.addStretch(1)
        head.addWidget(opener)
        body = self._page.body
        body.addLayout(head)
        for words in (person_line(person), nothing_known(person) if person.empty else ""):
            if words:
                body.addWidget(SafeLabel(words, "small", "text2", wrap=True))
        for number, part in enumerate(brief_parts(person, present)):
            body.addSpacing(6)
            body.addWidget(Heading(part.heading, f"brief.person.{contact}.part.{number}", "smallMedium"))
            for told in part.lines:
                body.addWidget(FewLines(told, "small", "text2", lines=LINES))

    def _open(self, contact: object) -> None:
        self.close_overlay()
        self.opened.emit(contact)
