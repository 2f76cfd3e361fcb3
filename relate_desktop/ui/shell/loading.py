"""Loading what the window needs later: on its own thread, one module a turn of the event loop.

A class that stands on Qt is never made on another thread: PySide keeps the classes in one table
and the window's thread reads it without a lock, so that a class made meanwhile ended the program.
"""

import sys
from collections.abc import Callable, Generator, Iterable
from importlib import import_module
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")
BESIDE = tuple(
    "relate_desktop." + name
    for name in ("words.due", "words.operations", "services.captures", "words.lookups")
)
"""What of it knows no Qt and takes long: a worker loads it while the window paints."""
_UI = "relate_desktop.ui."
FOLLOWING = tuple(
    _UI + name
    for name in (
        "kit.fresh",
        "kit.tinted_line",
        "kit.kept_line",
        "kit.overlays",
        "shell.tray",
        "shell.closing",
        "shell.background",
        "shell.calendar_export",
        "shell.changes",
        "kit.flow",
        "kit.choices",
        "kit.swatches",
        "kit.circle_form",
        "kit.dots",
        "shell.circle_menu",
        "shell.kept_desk",
        "shell.circles",
        "shell.draft_strip",
        "shell.export",
        "kit.person_picker",
        "kit.capture_menus",
        "kit.avatars",
        "kit.capture_chip",
        "kit.toggles",
        "kit.capture_panel",
        "kit.capture_field",
        "shell.jot",
        "shell.looking_up",
        "shell.palette",
        "kit.photos",
        "shell.palette.entries",
        "shell.palette.offers",
        "people",
        "kit.paged",
        "people.model",
        "shell.palette.search",
        "shell.palette.desk",
        "kit.when_field",
        "kit.another_time",
        "kit.snooze_menu",
        "kit.tall_page",
        "shell.catch_up",
        "shell.pop_up",
        "shell.pop_up_desk",
        "shell.pop_up_question",
        "kit.name_form",
        "shell.smart_lists",
        "shell.twice",
        "shell.waiting",
        "shell.following",
        "kit.tab_order",
        "preferences",
        "preferences.rows",
        "preferences.running",
        "preferences.general",
        "preferences.page",
    )
)
"""What the window needs once its book is open, each after those that it needs itself."""
PALETTE = tuple(_UI + "shell.palette." + name for name in ("field", "foot", "rows", "panel"))
"""What the palette needs when it opens, likewise."""

SETTINGS = tuple(
    _UI + name
    for name in (
        "preferences.appearance",
        "kit.spin_boxes",
        "kit.weekdays",
        "preferences.reminders",
        "preferences.touch",
        "preferences.keyring_row",
        "preferences.account_form",
        "kit.fixed",
        "preferences.asked_list",
        "preferences.provider_rows",
        "preferences.lookups",
        "preferences.calendars",
        "preferences.about",
    )
)
"""What the other pages of the settings need, likewise, once somebody is at the first one."""


def load_beside() -> None:
    """Load ``BESIDE``, on a worker's thread."""
    for name in BESIDE:
        import_module(name)


def load(modules: Iterable[str], context: QObject, then: Callable[[], object]) -> None:
    """Load ``modules`` in order and call ``then``, or nothing any more once ``context`` is gone.

    Call it on the window's thread. Between two modules the window answers its user; what is
    loaded already takes no turn. Asked for twice, each asker is called when all is there.
    """
    left = iter(modules)

    def turn() -> None:
        for name in left:
            if name not in sys.modules:
                import_module(name)
                QTimer.singleShot(0, context, turn)
                return
        then()

    turn()


def in_turns(steps: Generator[None, None, T], context: QObject, then: Callable[[T], object]) -> None:
    """Take a step a turn and call ``then`` with what comes of them; likewise."""

    def turn() -> None:
        try:
            next(steps)
        except StopIteration as end:
            then(end.value)
        else:
            QTimer.singleShot(0, context, turn)

    turn()
