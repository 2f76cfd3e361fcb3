"""Preferences that change the look, and the menu's switches for them."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QStyle

from relate_desktop.services.preferences import Density, Motion, Preferences, PreferencesService, Theme
from relate_desktop.ui.kit.theme import Appearance, theme
from relate_desktop.ui.shell.menus import Menus

TEXT_STEP = 10


def appearance_of(preferences: Preferences) -> Appearance:
    """The look that these preferences mean."""
    return Appearance(
        scheme=preferences.theme.value,
        compact=preferences.density is Density.COMPACT,
        text_size=preferences.text_size,
        reduce_motion=_reduces_motion(preferences.motion),
    )


def _reduces_motion(motion: Motion) -> bool:
    if motion is not Motion.SYSTEM:
        return motion is Motion.REDUCED
    # where the desktop says that nothing is to be animated, Qt's styles give animations no time
    style = QApplication.style()
    return style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0


class Looks(QObject):
    """Applies the look whenever preferences change, and offers it in the View menu."""

    def __init__(self, preferences: PreferencesService, menus: Menus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences, self._menus = preferences, menus
        for choice in Theme:
            menus.do(f"theme.{choice.value}", partial(preferences.change, theme=choice))
        menus.do("compact", self._turn_density)
        menus.do("larger", lambda: self._resize(TEXT_STEP))
        menus.do("smaller", lambda: self._resize(-TEXT_STEP))
        self._stop = preferences.listen(self.apply)
        self.apply(preferences.current)

    def apply(self, preferences: Preferences) -> None:
        """Make the program look like this."""
        theme().apply(appearance_of(preferences))
        self._menus.actions[f"theme.{preferences.theme.value}"].setChecked(True)
        self._menus.actions["compact"].setChecked(preferences.density is Density.COMPACT)

    def stop(self) -> None:
        """Follow the preferences no more."""
        self._stop()

    def _turn_density(self) -> None:
        compact = self._preferences.current.density is Density.COMPACT
        self._preferences.change(density=Density.COMFORTABLE if compact else Density.COMPACT)

    def _resize(self, step: int) -> None:
        self._preferences.change(text_size=self._preferences.current.text_size + step)
