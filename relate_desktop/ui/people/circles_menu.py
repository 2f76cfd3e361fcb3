"""The menu *Circles* of one person or many: which there are, who is in them, a new one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from relate_desktop.domain.people import CircleSummary
from relate_desktop.ui.kit.dots import dot
from relate_desktop.ui.kit.tooltips import menu_text
from relate_desktop.words.circles import circle_called
from relate_desktop.words.translation import _

Counted = Sequence[tuple[CircleSummary, int]]
"""Every circle with how many of the people are in it."""
Act = Callable[[str], object]


def fill_membership(
    menu: QMenu, circles: Counted, everybody: int, *, enter: Act, leave: Act, new: Act
) -> None:
    """Offer every circle, ticked where all are in it; another click takes them out again."""
    menu.clear()
    for circle, count in circles:
        whole = count == everybody
        action = _entry(menu, circle, count, everybody, ticked=whole)
        action.setCheckable(True)
        action.setChecked(whole)
        _do(action, leave if whole else enter, circle)
    _offer_new(menu, new, apart=bool(circles))


def fill_entering(menu: QMenu, circles: Counted, everybody: int, *, enter: Act, new: Act) -> None:
    """Offer the circles that not all are in yet, and a new one."""
    menu.clear()
    wanted = [(circle, count) for circle, count in circles if count < everybody]
    for circle, count in wanted:
        _do(_entry(menu, circle, count, everybody), enter, circle)
    _offer_new(menu, new, apart=bool(wanted))


def fill_leaving(menu: QMenu, circles: Counted, everybody: int, *, leave: Act) -> None:
    """Offer the circles that any are in."""
    menu.clear()
    for circle, count in circles:
        if count:
            _do(_entry(menu, circle, count, everybody), leave, circle)


def _entry(
    menu: QMenu, circle: CircleSummary, count: int, everybody: int, *, ticked: bool = False
) -> QAction:
    name = menu_text(circle_called(circle.name))
    words = name
    if 0 < count < everybody:
        words = _("{circle}, {count} of {all}").format(circle=name, count=f"{count:,}", all=f"{everybody:,}")
    return menu.addAction(dot(circle.hue, ticked=ticked), words)


def _offer_new(menu: QMenu, new: Act, *, apart: bool) -> None:
    if apart:
        menu.addSeparator()
    menu.addAction(_("New circle…"), partial(new, ""))


def _do(action: QAction, act: Act, circle: CircleSummary) -> None:
    action.triggered.connect(lambda _on: act(circle.name))
