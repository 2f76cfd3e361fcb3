"""The menu of *Stay in touch*: how often, no sooner than, pauses, no more contact."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from relate_desktop.domain.cadence import Cadence, CadenceSource
from relate_desktop.domain.person_rhythm import PersonRhythm
from relate_desktop.domain.present import Present
from relate_desktop.domain.text import isolate
from relate_desktop.domain.wall_time import moved
from relate_desktop.domain.wishes import Wishes
from relate_desktop.ui.kit.buttons import rounded
from relate_desktop.words.dates import day_in_row
from relate_desktop.words.numbers import sentence
from relate_desktop.words.standing import every_words
from relate_desktop.words.translation import _, ngettext

RHYTHMS = (7, 14, 21, 30, 61, 91, 122, 183, 365)
"""Days."""
LEAST_GAPS = (7, 14, 30, 61, 91)
PAUSES = (7, 14, 30, 91, 183)


@dataclass(frozen=True, slots=True)
class RhythmActs:
    """What the menu can do."""

    choose: Callable[[Cadence | None], object]
    wish: Callable[[Wishes], object]
    agree: Callable[[bool], object]


def fill_rhythm_menu(menu: QMenu, person: PersonRhythm, present: Present, acts: RhythmActs) -> None:
    """Offer the choices with those that hold ticked."""
    menu.clear()
    if person.learned is not None and person.cadence is None:
        _offer_learned(menu, person, acts)
    add_rhythms(menu, person.cadence, acts.choose)
    if person.keeping is not None and person.keeping.source is CadenceSource.CIRCLE:
        words = _("As in {circle}: {rhythm}").format(
            circle=isolate(person.keeping.circle), rhythm=every_words(person.keeping.usual)
        )
        note = menu.addAction(words)
        note.setEnabled(False)
    menu.addSeparator()
    _add_least_gap(menu, person.wishes, acts)
    _add_pause(menu, person.wishes, present.today, acts)
    no_more = QAction(_("No more contact"), menu, checkable=True)
    no_more.setChecked(person.wishes.no_more_contact)
    no_more.triggered.connect(lambda on: acts.wish(replace(person.wishes, no_more_contact=on)))
    menu.addAction(no_more)


def add_rhythms(
    menu: QMenu, held: Cadence | None, choose: Callable[[Cadence | None], object], *, several: bool = False
) -> None:
    """The rhythms to choose from, and none; of several people nothing is ticked."""
    group = QActionGroup(menu)
    days = sorted({*RHYTHMS, *([held.ideal] if held is not None else [])})
    for ideal in days:
        action = QAction(sentence(every_words(ideal)), menu, checkable=True)
        action.setChecked(held is not None and held.ideal == ideal)
        action.triggered.connect(lambda _on, ideal=ideal: choose(Cadence(ideal)))
        group.addAction(action)
        menu.addAction(action)
    none = QAction(_("No rhythm of their own"), menu, checkable=True)
    none.setChecked(held is None and not several)
    none.triggered.connect(lambda: choose(None))
    group.addAction(none)
    menu.addAction(none)


def _offer_learned(menu: QMenu, person: PersonRhythm, acts: RhythmActs) -> None:
    usual = person.learned.usual if person.learned is not None else 1
    words = _("Keep an eye on your usual rhythm, {rhythm}").format(rhythm=every_words(usual))
    action = QAction(words, menu, checkable=True)
    action.setChecked(person.agreed)
    action.triggered.connect(acts.agree)
    menu.addAction(action)
    menu.addSeparator()


def _add_least_gap(menu: QMenu, wishes: Wishes, acts: RhythmActs) -> None:
    part = rounded(QMenu(_("No sooner than"), menu))
    group = QActionGroup(part)
    for days in (None, *LEAST_GAPS):
        words = _("Any time") if days is None else _gap(days)
        action = QAction(words, part, checkable=True)
        action.setChecked(wishes.least_gap == days)
        action.triggered.connect(lambda _on, days=days: acts.wish(replace(wishes, least_gap=days)))
        group.addAction(action)
        part.addAction(action)
    menu.addMenu(part)


def _add_pause(menu: QMenu, wishes: Wishes, today: date, acts: RhythmActs) -> None:
    part = rounded(QMenu(_("Pause until"), menu))
    paused = wishes.paused_until is not None and today < wishes.paused_until
    if paused and wishes.paused_until is not None:
        held = part.addAction(_("Paused until {day}").format(day=day_in_row(wishes.paused_until, today)))
        held.setEnabled(False)
        part.addAction(_("Go on now"), lambda: acts.wish(replace(wishes, paused_until=None)))
        part.addSeparator()
    for days in PAUSES:
        until = moved(today, days)
        words = _("{day}, in {gap}").format(day=sentence(day_in_row(until, today)), gap=_gap(days))
        pause = QAction(words, part)
        changed = replace(wishes, paused_until=until)
        pause.triggered.connect(lambda _on, changed=changed: acts.wish(changed))
        part.addAction(pause)
    menu.addMenu(part)


def _gap(days: int) -> str:
    if days < 28:
        return ngettext("{count} week", "{count} weeks", days // 7).format(count=days // 7)
    months = round(days / 30.4)
    return ngettext("{count} month", "{count} months", months).format(count=months)
