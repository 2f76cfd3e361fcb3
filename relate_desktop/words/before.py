"""Before one writes to somebody: what was said last, and whether it is a time to write."""

from datetime import date

from relate_desktop.domain.interaction import Direction, Interaction, InteractionKind
from relate_desktop.domain.rest import Rest
from relate_desktop.domain.text import isolate, visible
from relate_desktop.words.conversations import talked
from relate_desktop.words.dates import day_in_row, short_month_name
from relate_desktop.words.numbers import count_words
from relate_desktop.words.suggestions import gap_words
from relate_desktop.words.translation import _, ngettext

LONGEST = 160

_ICONS = {
    InteractionKind.CALL: "phone",
    InteractionKind.MEETING: "coffee",
    InteractionKind.MESSAGE: "chat-circle-text",
    InteractionKind.MAIL: "envelope-simple",
    InteractionKind.OTHER: "chat-circle-text",
}


def said_then(talk: Interaction, called: str, today: date) -> tuple[str, str]:
    """An icon, and a conversation in a line: ``10 Nov: You wrote to Anna: invoice attached``."""
    text = visible(" ".join(talk.text.split()), LONGEST)
    day = _on(talk.happened.on, today)
    said = talked(talk.kind, talk.direction, called)
    words = _("{day} · {said}: {text}") if text else _("{day} · {said}")
    mine = talk.direction is Direction.MINE and talk.kind in {InteractionKind.MESSAGE, InteractionKind.MAIL}
    icon = "paper-plane-tilt" if mine else _ICONS[talk.kind]
    return icon, words.format(day=day, said=said, text=isolate(text))


def pacing(called: str, rest: Rest | None, usual: float | None, would_rest: int | None, today: date) -> str:
    """Whether it is a time to write; empty when nothing is known.

    ``would_rest`` is for how many days one more message without an answer starts a rest.
    """
    name = isolate(called)
    if rest is not None:
        return ngettext(
            "{name} has {count} unanswered note from you. Relate stays quiet until {until}.",
            "{name} has {count} unanswered notes from you. Relate stays quiet until {until}.",
            rest.unanswered,
        ).format(name=name, count=count_words(rest.unanswered), until=_on(rest.until, today))
    if would_rest is not None:
        return _(
            "If {name} does not answer this one, Relate waits {gap} before it suggests anything."
        ).format(name=name, gap=gap_words(would_rest))
    if usual is not None:
        return _("You and {name} talk about every {gap}.").format(name=name, gap=gap_words(usual))
    return ""


def _on(day: date, today: date) -> str:
    """A day that may have passed or is to come, never a bare weekday."""
    if abs((day - today).days) < 2:
        return day_in_row(day, today)
    said = _("{day} {month}").format(day=day.day, month=short_month_name(day.month))
    return said if day.year == today.year else _("{day} {year}").format(day=said, year=day.year)
