"""The cards below: birthday, work, circles, worth remembering; moments, ties, own fields."""

from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLineEdit, QWidget

from relate_desktop.domain.important_date import DateKind
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.ui.kit.cards import Card
from relate_desktop.ui.kit.fields import LongTextField, TextField
from relate_desktop.ui.people.editor_pairs import PairsCard, PairWords
from relate_desktop.ui.people.person_form import PersonForm
from relate_desktop.ui.people.typed_date import typed_date
from relate_desktop.words.dates import parts_of_date
from relate_desktop.words.properties import label_name
from relate_desktop.words.translation import _

TIES = ("spouse", "partner", "child", "parent", "sibling", "friend", "colleague", "assistant", "manager")
"""Ties offered first; any other word can be typed."""


class AboutCard(Card):
    """Birthday, company, role, time zone, circles, worth remembering."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("About them"), parent)
        self.birthday = TextField(
            _("Birthday"), "edit.birthday", hint=_("Such as 26 November, or 26 Nov 1985.")
        )
        self.company = TextField(_("Company"), "edit.company")
        self.role = TextField(_("Role"), "edit.role")
        self.time_zone = TextField(_("Time zone"), "edit.timezone", hint=_("Such as Asia/Tokyo."))
        self.circles = TextField(_("Circles"), "edit.circles", hint=_("Several, with commas between."))
        self.remember = LongTextField(_("Worth remembering"), "edit.remember", lines=4)
        zones = QCompleter(sorted(available_timezones()), self)
        zones.setFilterMode(Qt.MatchFlag.MatchContains)
        zones.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.time_zone.editor.setCompleter(zones)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        places = ((self.company, 0, 0), (self.role, 0, 1), (self.birthday, 1, 0), (self.time_zone, 1, 1))
        for field, row, column in places:
            grid.addWidget(field, row, column)
        grid.addWidget(self.circles, 2, 0, 1, 2)
        grid.addWidget(self.remember, 3, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self._typed: PartialDate | None = None
        self.birthday.editor.textEdited.connect(self._echo)
        for one in (self.company, self.role, self.time_zone, self.circles):
            one.editor.textEdited.connect(lambda _text: self.changed.emit())
        self.remember.editor.textChanged.connect(self.changed)

    def show_form(self, form: PersonForm) -> None:
        """Fill the fields."""
        born = form.birthday
        self._typed = born
        self.birthday.set_text(parts_of_date(born.year, born.month, born.day) if born else "")
        self.birthday.set_error("")
        self.company.set_text(form.company)
        self.role.set_text(form.role)
        self.time_zone.set_text(form.time_zone)
        self.circles.set_text(", ".join(form.circles))
        self.remember.set_text(form.remember)

    def born(self) -> PartialDate | None:
        """The birthday as understood; what cannot be understood leaves the old one."""
        return self._typed

    def circle_names(self) -> tuple[str, ...]:
        """The circles typed, each once."""
        names = (name.strip() for name in self.circles.text().split(","))
        return tuple(dict.fromkeys(name for name in names if name))

    def trouble(self) -> QLineEdit | None:
        """The first field that cannot be understood, if any."""
        return self.birthday.editor if self.birthday.editor.property("wrong") else None

    def _echo(self, text: str) -> None:
        found = typed_date(text) if text.strip() else None
        wrong = bool(text.strip()) and found is None
        self.birthday.set_error(_("Relate does not understand this date.") if wrong else "")
        if not wrong:
            self._typed = found
            shown = parts_of_date(found.year, found.month, found.day) if found else ""
            self.birthday.editor.setAccessibleDescription(shown)
        self.changed.emit()


def moments_card() -> PairsCard:
    """Further special days."""
    return PairsCard(
        PairWords(
            heading=_("Moments"),
            identifier="edit.moment",
            add=_("Add a moment"),
            label=_("Kind of moment {number}"),
            value=_("Moment {number}"),
            remove=_("Remove moment {number}"),
            choices={
                DateKind.ANNIVERSARY: _("Anniversary"),
                DateKind.DEATH: _("Died on"),
                DateKind.BIRTHDAY: _("Birthday"),
            },
            hint=_("Such as 26 November, or 26 Nov 1985."),
            accepts=lambda text: typed_date(text) is not None,
        )
    )


def ties_card() -> PairsCard:
    """Who is around them."""
    return PairsCard(
        PairWords(
            heading=_("People around them"),
            identifier="edit.tie",
            add=_("Add somebody around them"),
            label=_("Who person {number} is to them"),
            value=_("Name of person {number}"),
            remove=_("Remove person {number}"),
            choices={kind: label_name(kind) for kind in TIES},
        )
    )


def own_fields_card() -> PairsCard:
    """Lines of the card that have no field of their own, and new ones."""
    return PairsCard(
        PairWords(
            heading=_("Own fields"),
            identifier="edit.own",
            add=_("Add an own field"),
            label=_("Name of own field {number}"),
            value=_("Value of own field {number}"),
            remove=_("Remove own field {number}"),
            choices={},
        )
    )
