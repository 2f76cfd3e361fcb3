"""The menu of a circle: name, colour, rhythm, place, joining, a file, taking it away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from relate_desktop.domain.cadence import Cadence
from relate_desktop.domain.circle import CIRCLE_HUES
from relate_desktop.domain.people import CircleSummary
from relate_desktop.ui.kit.buttons import rounded
from relate_desktop.ui.kit.dots import dot
from relate_desktop.ui.kit.tooltips import menu_text
from relate_desktop.words.circles import circle_called, colour_name
from relate_desktop.words.staying import RHYTHMS, rhythm_choice
from relate_desktop.words.translation import _

MOST = 40
"""Circles that are offered to join with; others are joined by renaming."""


@dataclass(frozen=True, slots=True)
class CircleActs:
    """What the menu can do, with the name of the circle it is about."""

    rename: Callable[[str], object]
    colour: Callable[[str, int], object]
    rhythm: Callable[[str, Cadence | None], object]
    join: Callable[[str, str], object]
    """The circle that stays, and the one that becomes part of it."""
    move: Callable[[str, int], object]
    export: Callable[[str], object]
    remove: Callable[[str], object]


def fill_circle_menu(
    menu: QMenu,
    circle: CircleSummary,
    circles: Sequence[CircleSummary],
    cadence: Cadence | None,
    acts: CircleActs,
) -> None:
    """Offer what can be done with a circle; ``circles`` are all there are, in their order."""
    menu.clear()
    menu.addAction(_("Rename…"), partial(acts.rename, circle.name))
    menu.addMenu(_colours(menu, circle, acts))
    menu.addMenu(_rhythms(menu, circle, cadence, acts))
    others = [one for one in circles if one.name != circle.name]
    if others:
        menu.addMenu(_joining(menu, circle, others, acts))
    menu.addSeparator()
    place = circles.index(circle)
    for words, step, there in (
        (_("Move up"), -1, place > 0),
        (_("Move down"), 1, place + 1 < len(circles)),
    ):
        action = menu.addAction(words, partial(acts.move, circle.name, step))
        action.setEnabled(there)
    menu.addSeparator()
    export = menu.addAction(_("Export…"), partial(acts.export, circle.name))
    export.setEnabled(circle.count > 0)
    menu.addAction(_("Remove circle (people stay)"), partial(acts.remove, circle.name))


def _colours(menu: QMenu, circle: CircleSummary, acts: CircleActs) -> QMenu:
    part = rounded(QMenu(_("Colour"), menu))
    group = QActionGroup(part)
    for hue in CIRCLE_HUES:
        chosen = hue == circle.hue
        action = QAction(dot(hue, ticked=chosen), colour_name(hue), part, checkable=True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _on, hue=hue: acts.colour(circle.name, hue))
        group.addAction(action)
        part.addAction(action)
    return part


def _rhythms(menu: QMenu, circle: CircleSummary, cadence: Cadence | None, acts: CircleActs) -> QMenu:
    part = rounded(QMenu(_("Default rhythm"), menu))
    group = QActionGroup(part)
    held = None if cadence is None else cadence.ideal
    for days in (None, *sorted({*RHYTHMS, *([held] if held is not None else [])})):
        action = QAction(rhythm_choice(days), part, checkable=True)
        action.setChecked(days == held)
        chosen = None if days is None else Cadence(days)
        action.triggered.connect(lambda _on, chosen=chosen: acts.rhythm(circle.name, chosen))
        group.addAction(action)
        part.addAction(action)
    return part


def _joining(menu: QMenu, circle: CircleSummary, others: Sequence[CircleSummary], acts: CircleActs) -> QMenu:
    part = rounded(QMenu(_("Join into"), menu))
    for other in others[:MOST]:
        words = menu_text(circle_called(other.name))
        part.addAction(dot(other.hue), words, partial(acts.join, other.name, circle.name))
    return part
