"""What the preferences and their choices are called."""

from enum import StrEnum

from relate_desktop.domain.people import PeopleSort
from relate_desktop.domain.recurrence import LeapDay
from relate_desktop.domain.snooze import Snooze
from relate_desktop.services.preferences import (
    Density,
    HideNames,
    KeepRunning,
    LookupExpiry,
    Motion,
    OpenAtLogin,
    Theme,
)
from relate_desktop.words.reminders import leap_day_name, snooze_name
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
        "your_addresses": _("Your own mail addresses"),
        "meetings_held": _("Past meetings become conversations"),
        "side_bar_narrow": _("Narrow side bar"),
        "people_width": _("Width of the list of people"),
        "calendar_moments": _("Birthdays and moments in the calendar"),
        "calendar_reminders": _("Reminders in the calendar"),
        "window_geometry": _("Place and size of the window"),
        "first_day": _("The first day"),
        **_of_reminders(),
    }[name]


def _of_reminders() -> dict[str, str]:
    return {
        "popups": _("Pop-ups for reminders"),
        "meeting_popups": _("A pop-up before each meeting"),
        "popups_agreed": _("Asked about pop-ups"),
        "hide_names": _("Hide names in pop-ups"),
        "sound": _("A sound with each pop-up"),
        "morning_summary": _("One summary in the morning"),
        "default_snooze": _("What Snooze does in a pop-up"),
        "paused_until": _("Pop-ups paused until"),
        "day_start": _("Start of day"),
        "evening": _("Evening"),
        "quiet_from": _("Quiet from"),
        "quiet_to": _("Quiet until"),
        "working_days": _("Working days"),
        "leap_day": _("29 February in other years"),
        "nudges_a_day": _("Nudges a day"),
        "nudges_a_week": _("Nudges a week"),
        "rest_after_unanswered": _("Quiet after unanswered messages"),
        "offer_rhythms": _("Ask about rhythms Relate has noticed"),
        "open_at_login": _("Open at login, in the background"),
        "keep_running": _("When I close the window"),
        "lookups": _("Look-ups"),
        "lookups_since": _("Look-ups switched on"),
        "lookups_ask": _("Ask me before every look-up"),
        "lookups_expiry": _("Offer to remove facts I have not looked at for"),
        "lookups_bluesky_direct": _("Ask for people on Bluesky at their own servers"),
    }


def choice_name(choice: StrEnum) -> str:
    """The label of one choice of a preference. Raises KeyError for a choice there is not."""
    if isinstance(choice, Snooze):
        return snooze_name(choice)
    if isinstance(choice, LeapDay):
        return leap_day_name(choice)
    if isinstance(choice, HideNames | KeepRunning | OpenAtLogin):
        return _of_pop_ups(choice)
    if isinstance(choice, LookupExpiry):
        return _expiry_name(choice)
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


def _expiry_name(choice: LookupExpiry) -> str:
    return {
        LookupExpiry.HALF_YEAR: _("half a year"),
        LookupExpiry.YEAR: _("one year"),
        LookupExpiry.TWO_YEARS: _("two years"),
        LookupExpiry.NEVER: pgettext("expiry", "never"),
    }[choice]


def _of_pop_ups(choice: HideNames | KeepRunning | OpenAtLogin) -> str:
    """Each kind has its own table: as texts, a yes of one is the yes of the other."""
    if isinstance(choice, HideNames):
        return {
            HideNames.NEVER: pgettext("hide names", "Never"),
            HideNames.LOCKED: _("While the screen is locked"),
            HideNames.ALWAYS: pgettext("hide names", "Always"),
        }[choice]
    if isinstance(choice, KeepRunning):
        return {
            KeepRunning.ASK: _("Ask me"),
            KeepRunning.YES: _("Keep running for reminders"),
            KeepRunning.NO: _("Quit"),
        }[choice]
    return {
        OpenAtLogin.UNSET: _("Not asked yet"),
        OpenAtLogin.YES: pgettext("open at login", "Yes"),
        OpenAtLogin.NO: pgettext("open at login", "No"),
    }[choice]
