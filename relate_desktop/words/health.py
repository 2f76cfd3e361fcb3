"""What ``check`` found, and what ``check --repair`` did."""

from collections.abc import Callable, Mapping

from relate_desktop.domain.text import display
from relate_desktop.words.translation import _

_LONGEST_FACT = 120


def problem_words(code: str, facts: Mapping[str, str | int]) -> str:
    """A problem in a sentence; one without words of its own is told by its code."""
    sentence = _PROBLEMS.get(code, lambda: _("Something is not as it should be: {code}."))()
    shown = {
        name: f"{value:,}" if isinstance(value, int) else display(value, _LONGEST_FACT)
        for name, value in facts.items()
    }
    return sentence.format_map(_Facts({"code": code, **shown}))


def repair_words(code: str) -> str:
    """What a repair did, in a sentence."""
    return {
        "closed_to_others": _("Other users of this computer can no longer look into the book."),
        "rebuilt": _("Lists, circles and search were built anew."),
    }[code]


class _Facts(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


_PROBLEMS: Mapping[str, Callable[[], str]] = {
    "damaged": lambda: _("The book's file is damaged in {findings} places. First: {first}."),
    "ties_broken": lambda: _("{count} rows point to something that is not there."),
    "sqlite_too_old": lambda: _("The SQLite of this program is too old."),
    "foreign_objects": lambda: _("The file holds {count} things that Relate did not make. First: {first}."),
    "summaries_differ": lambda: _("{count} people are missing from the lists. --repair builds them anew."),
    "search_differs": lambda: _("{count} people are missing from search. --repair builds it anew."),
    "texts_differ": lambda: _(
        "{count} notes, conversations or reminders are not as search has them. --repair builds it anew."
    ),
    "closeness_differs": lambda: _(
        "What is due and whose day is near is wrong for {count} people. --repair builds it anew."
    ),
    "relations_differ": lambda: _(
        "The relations of {count} people are not as their cards tell. --repair finds them."
    ),
    "events_differ": lambda: _(
        "{count} events of calendars are not where they belong. --repair builds their days anew."
    ),
    "talks_differ": lambda: _(
        "Of {count} people it is not known when you were last in touch. --repair finds it again."
    ),
    "entries_out_of_order": lambda: _("{count} conversations or notes stand at the wrong place."),
    "changes_missing": lambda: _("The last {count} changes are missing; the newest was made at {at}."),
    "media_damaged": lambda: _("{count} pictures are damaged."),
    "media_missing": lambda: _("{count} pictures are missing."),
    "open_to_others": lambda: _(
        "{count} files can be read by other users of this computer. --repair closes them. First: {first}."
    ),
}
