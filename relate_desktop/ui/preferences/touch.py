"""The settings page Staying in touch: how many nudges, the rhythm of each circle, who is paused."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import CircleSummary, ContactSummary
from relate_desktop.domain.text import fold, isolate, visible
from relate_desktop.domain.wishes import Wishes
from relate_desktop.services.jobs import JobKind, Lane
from relate_desktop.services.preferences import Preferences, PreferencesService
from relate_desktop.ui.kit.buttons import Button
from relate_desktop.ui.kit.fields import ComboBox
from relate_desktop.ui.kit.fresh import Fresh
from relate_desktop.ui.kit.spin_boxes import SpinBox
from relate_desktop.ui.kit.toggles import Switch
from relate_desktop.ui.kit.work import Work
from relate_desktop.ui.preferences.rows import SettingCard, SettingRow, SettingSection
from relate_desktop.words.preferences import preference_name
from relate_desktop.words.staying import RHYTHMS, circle_people, paused_words, rhythm_choice
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

MOST_CIRCLES = 200
LONGEST = 120


@dataclass(frozen=True, slots=True)
class _Known:
    """What the page shows of the book."""

    circles: Sequence[CircleSummary]
    rhythms: Mapping[str, Cadence]
    paused: Mapping[ContactId, Wishes]
    people: Sequence[ContactSummary]


class TouchSettings(QObject):
    """Makes ``section`` and keeps it true to preferences and book."""

    def __init__(
        self, preferences: PreferencesService, book: "OpenBook", work: Work, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._preferences, self._book, self._work = preferences, book, work
        self._known: _Known | None = None
        self._newest = Fresh(work, self, lambda: self._read, self._show_known)
        bounds = {"nudges_a_day": 3, "nudges_a_week": 10}
        self.nudges, self.nudges_week = (
            SpinBox(identifier, preference_name(name), 0, bounds[name])
            for identifier, name in (
                ("settings.nudges", "nudges_a_day"),
                ("settings.nudges_week", "nudges_a_week"),
            )
        )
        self.rest = Switch("settings.rest", preference_name("rest_after_unanswered"))
        self.offer = Switch("settings.offer_rhythms", preference_name("offer_rhythms"))
        self.circles = SettingCard(_("How often, by circle"), [])
        self.paused = SettingCard(_("People left alone"), [])
        self.section = SettingSection(
            "touch", _("Staying in touch"), [self._nudging(), self.circles, self.paused]
        )
        change = preferences.change
        self.nudges.valueChanged.connect(lambda number: change(nudges_a_day=number))
        self.nudges_week.valueChanged.connect(lambda number: change(nudges_a_week=number))
        self.rest.clicked.connect(lambda: change(rest_after_unanswered=self.rest.isChecked()))
        self.offer.clicked.connect(lambda: change(offer_rhythms=self.offer.isChecked()))
        self._show_known(_Known((), {}, {}, ()))

    def show(self, now: Preferences) -> None:
        """Show what is preferred."""
        for box, number in ((self.nudges, now.nudges_a_day), (self.nudges_week, now.nudges_a_week)):
            box.setValue(number)
        self.rest.setChecked(now.rest_after_unanswered)
        self.offer.setChecked(now.offer_rhythms)

    def look(self) -> None:
        """Read circles and pauses again."""
        self._newest.ask()

    # making

    def _nudging(self) -> SettingCard:
        return SettingCard(
            "",
            [
                SettingRow(
                    preference_name("nudges_a_day"),
                    _("People Relate suggests when it has been a while. None: it only answers."),
                    self.nudges,
                ),
                SettingRow(
                    preference_name("nudges_a_week"), _("However many people wait."), self.nudges_week
                ),
                SettingRow(
                    preference_name("rest_after_unanswered"),
                    _("Two messages without an answer start a rest. Writing is never blocked."),
                    self.rest,
                ),
                SettingRow(
                    preference_name("offer_rhythms"),
                    _("After six conversations, once a person, and never without a yes."),
                    self.offer,
                ),
            ],
        )

    # the book

    def _read(self) -> _Known:
        paused = self._book.rhythms.paused()
        return _Known(
            self._book.contacts.circles()[:MOST_CIRCLES],
            self._book.rhythms.circles(),
            paused,
            self._book.contacts.summaries(list(paused)),
        )

    def _show_known(self, known: _Known) -> None:
        if known == self._known:
            return
        self._known = known
        rows = [self._circle(number, circle, known) for number, circle in enumerate(known.circles)]
        none = SettingRow(
            _("No circles yet"),
            _("A circle’s rhythm holds for everybody in it without one of their own."),
            None,
        )
        self.circles.set_rows(rows or [none])
        people = {person.id: person for person in known.people}
        left = [self._left_alone(people[one], known.paused[one]) for one in known.paused if one in people]
        nobody = SettingRow(
            _("Nobody"), _("On a person’s page, Stay in touch can pause somebody, or end it for good."), None
        )
        self.paused.set_rows(left or [nobody])

    def _circle(self, number: int, circle: CircleSummary, known: _Known) -> SettingRow:
        held = {fold(name): cadence for name, cadence in known.rhythms.items()}.get(fold(circle.name))
        combo = ComboBox(f"settings.circle.{number}", quiet=True)
        combo.addItem(rhythm_choice(None), None)
        for days in sorted({*RHYTHMS, *([held.ideal] if held is not None else [])}):
            combo.addItem(rhythm_choice(days), days)
        combo.setCurrentIndex(combo.findData(held.ideal) if held is not None else 0)
        called = visible(circle.name, LONGEST)
        combo.setAccessibleName(_("How often: {circle}").format(circle=isolate(called)))
        combo.activated.connect(lambda: self._set_circle(circle.name, combo.currentData()))
        return SettingRow(isolate(called), circle_people(circle.count), combo)

    def _left_alone(self, person: ContactSummary, wishes: Wishes) -> SettingRow:
        called = visible(person.called, LONGEST) or _("No name")
        button = Button(
            _("Go on"),
            f"settings.paused.{person.id}",
            small=True,
            name=_("Go on with {name}").format(name=isolate(called)),
        )
        button.clicked.connect(lambda: self._go_on(person.id, wishes))
        return SettingRow(isolate(called), paused_words(wishes), button)

    def _set_circle(self, name: str, days: int | None) -> None:
        cadence = None if days is None else Cadence(days)
        self._write(lambda: self._book.rhythms.set_circle(name, cadence))

    def _go_on(self, contact: ContactId, wishes: Wishes) -> None:
        free = replace(wishes, paused_until=None, no_more_contact=False)
        self._write(lambda: self._book.rhythms.wish(contact, free))

    def _write(self, do: Callable[[], object]) -> None:
        self._work.run(
            Lane.WRITE, lambda _job: do(), lambda _done: self.look(), kind=JobKind.EDIT, owner=self
        )
