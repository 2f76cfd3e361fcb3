"""What taking a change back would come to: what returns, what stays, and why."""

from collections.abc import Callable, Mapping
from datetime import datetime

from relate_desktop.domain.change import Stays
from relate_desktop.domain.change_details import Effect, Kept, RevertPlan
from relate_desktop.domain.text import isolate
from relate_desktop.words.dates import moment_in_row
from relate_desktop.words.numbers import count_words, listed, people, sentence
from relate_desktop.words.operations import summary
from relate_desktop.words.row_changes import row_value, row_what
from relate_desktop.words.translation import _, ngettext

_OTHER = "other"


def plan_sentences(plan: RevertPlan) -> list[str]:
    """What would happen, a sentence each: what comes back, what goes, what is as before."""
    if plan.nothing:
        return [_("Nothing of it can return.")]
    ways: tuple[tuple[Callable[[Effect], int], str], ...] = (
        (lambda effect: effect.back, _("Comes back: {what}.")),
        (lambda effect: effect.gone, _("Goes again: {what}.")),
        (lambda effect: effect.changed, _("Becomes as it was: {what}.")),
    )
    return [
        words.format(what=_counted(plan.effects, number))
        for number, words in ways
        if any(map(number, plan.effects.values()))
    ]


def kept_heading(count: int) -> str:
    """Over the list of what stays."""
    words = ngettext("{count} thing stays as it is", "{count} things stay as they are", count)
    return sentence(words.format(count=count_words(count)))


def kept_sentence(kept: Kept, now: datetime) -> str:
    """One thing that stays, and why: ``E-mail of Ada stays …: it was changed since (Edited Ada, …)``."""
    what, name = row_what(kept.row), isolate(kept.called)
    if kept.conflict.table == "contacts":
        words = {
            Stays.NEEDED: _("{name} stays: something was written about them since"),
            Stays.REMOVED_SINCE: _("{name} does not come back: they left the book since"),
        }.get(kept.conflict.why, _("{name} stays as they are now: they were changed since"))
        return _ended(words.format(name=name if kept.called else _("Somebody")), kept, now)
    whose = _("{what} of {name}").format(what=what, name=name) if kept.called else what
    past, present = row_value(kept.row, past=True), row_value(kept.row, past=False)
    sentences = {
        Stays.CHANGED_SINCE: (
            _("{whose} stays “{value}”: it was changed since"),
            _("{whose} stays: it was changed since"),
            present,
        ),
        Stays.REMOVED_SINCE: (
            _("{whose} does not come back (“{value}”): it was removed since"),
            _("{whose} does not come back: it was removed since"),
            past,
        ),
        Stays.GONE: (
            _("{whose} cannot come back (“{value}”): what it belongs to is gone"),
            _("{whose} cannot come back: what it belongs to is gone"),
            past,
        ),
        Stays.NEEDED: (
            _("{whose} stays (“{value}”): something was added to it since"),
            _("{whose} stays: something was added to it since"),
            present,
        ),
    }
    full, bare, value = sentences[kept.conflict.why]
    return _ended((full if value else bare).format(whose=whose, value=value), kept, now)


def _ended(words: str, kept: Kept, now: datetime) -> str:
    """The sentence with the change that is the reason, where it is known."""
    if kept.since is None:
        return _("{words}.").format(words=words)
    change = summary(kept.since.kind, kept.since.facts).rstrip(".")
    return _("{words} ({change}, {when}).").format(
        words=words, change=change, when=moment_in_row(kept.since.at, now)
    )


def _counted(effects: Mapping[str, Effect], number: Callable[[Effect], int]) -> str:
    counts: dict[str, int] = {}
    for table, effect in effects.items():
        noun = table if table in _NOUNS else _OTHER
        counts[noun] = counts.get(noun, 0) + number(effect)
    return listed([_NOUNS[noun](count) for noun, count in counts.items() if count])


def _values(count: int) -> str:
    return ngettext("{count} line of a card", "{count} lines of cards", count).format(
        count=count_words(count)
    )


def _entries(count: int) -> str:
    return ngettext("{count} conversation or note", "{count} conversations and notes", count).format(
        count=count_words(count)
    )


def _promises(count: int) -> str:
    return ngettext("{count} promise", "{count} promises", count).format(count=count_words(count))


def _reminders(count: int) -> str:
    return ngettext("{count} reminder", "{count} reminders", count).format(count=count_words(count))


def _moments(count: int) -> str:
    return ngettext("{count} moment", "{count} moments", count).format(count=count_words(count))


def _others(count: int) -> str:
    return ngettext("{count} other thing", "{count} other things", count).format(count=count_words(count))


_NOUNS: Mapping[str, Callable[[int], str]] = {
    "contacts": people,
    "properties": _values,
    "entries": _entries,
    "promises": _promises,
    "reminders": _reminders,
    "moments": _moments,
    _OTHER: _others,
}
