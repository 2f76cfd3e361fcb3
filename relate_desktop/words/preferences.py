"""What the preferences and their choices are called."""

from enum import StrEnum

from relate_desktop.domain.people import PeopleSort
from relate_desktop.services.preferences import Density, Motion, Theme
from relate_desktop.words.translation import _, pgettext


def preference_name(name: str) -> str:
    """The label of a preference. Raises KeyError for a name there is not."""
    return {
        "theme": _("Light or dark"),
        "density": _("Rows in lists"),
        "text_size": _("Text size"),
        "motion": _("Motion"),
        "keep_messages": _("Keep messages until I close them"),
        "show_menu_bar": _("Always show the menu bar"),
        "your_name": _("What should Relate call you?"),
        "side_bar_narrow": _("Narrow side bar"),
        "window_geometry": _("Place and size of the window"),
    }[name]


def choice_name(choice: StrEnum) -> str:
    """The label of one choice of a preference. Raises KeyError for a choice there is not."""
    names: dict[StrEnum, str] = {
        Theme.SYSTEM: pgettext("theme", "System"),
        Theme.LIGHT: pgettext("theme", "Light"),
        Theme.DARK: pgettext("theme", "Dark"),
        Density.COMFORTABLE: _("Comfortable"),
        Density.COMPACT: _("Compact"),
        Motion.FULL: pgettext("motion", "Full"),
        Motion.REDUCED: pgettext("motion", "Reduced"),
        PeopleSort.NAME: _("Name"),
        PeopleSort.RECENT: _("Last in touch"),
        PeopleSort.ADDED: _("Recently added"),
        PeopleSort.DUE: _("Next reminder"),
    }
    if isinstance(choice, Motion) and choice is Motion.SYSTEM:
        return pgettext("motion", "As the system says")
    return names[choice]
