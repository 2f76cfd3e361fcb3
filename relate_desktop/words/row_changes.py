"""What one row was and is, in words: for the details of a change and for what cannot return."""

from collections.abc import Callable, Mapping
from datetime import date

from relate_desktop.domain.change_details import Row, RowChange
from relate_desktop.domain.contact import Contact
from relate_desktop.domain.labels import label_of
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property
from relate_desktop.domain.text import display, squeezed
from relate_desktop.words.conversations import text_name
from relate_desktop.words.dates import parts_of_date
from relate_desktop.words.declined_rows import declined_sentence, declined_what
from relate_desktop.words.properties import label_name, property_name
from relate_desktop.words.suggestions import rhythm_words
from relate_desktop.words.translation import _, pgettext

_LONGEST = 120
_READ = 1_000


def row_sentence(row: RowChange) -> str:
    """What happened to a row: ``E-mail added: …``, ``E-mail: …, now …``, ``Removed``."""
    if (of_its_own := _SENTENCES.get(row.table)) is not None:
        return of_its_own(row)
    what, before, after = row_what(row), _value(row, row.before, row.was), _value(row, row.after, row.now)
    if row.before is None:
        return _("{what} added: {value}").format(what=what, value=after) if after else what
    if row.after is None:
        words = _("{what} removed: {value}").format(what=what, value=before)
        return words if before else _("{what} removed").format(what=what)
    if row.before.get("contact_id") != row.after.get("contact_id"):
        return _("{what} came over: {value}").format(what=what, value=after)
    if before == after:
        return _("{what} changed: {value}").format(what=what, value=after) if after else what
    return _("{what}: {before}, now {after}").format(
        what=what, before=before or _("nothing"), after=after or _("nothing")
    )


def row_what(row: RowChange) -> str:
    """What a row is: ``E-mail``, ``Call``, ``Reminder``."""
    shown = row.now or row.was
    if shown is not None:
        return line_name(shown)
    if row.table == "declined":
        return declined_what(row)
    state = row.after or row.before or {}
    if row.table == "entries":
        return text_name(str(state.get("kind", "")))
    return _names().get(row.table, _("Something beside the cards"))


def line_name(line: Property) -> str:
    """What a line of a card is, with its label: ``E-mail (home)``."""
    name, label = property_name(line.name), label_name(label_of(Contact((line,)), line))
    shown = display(name, _LONGEST)
    return _("{name} ({label})").format(name=shown, label=display(label, _LONGEST)) if label else shown


def row_value(row: RowChange, *, past: bool) -> str:
    """What a row says, before the change or after it; empty where there is nothing to say."""
    return _value(row, row.before, row.was) if past else _value(row, row.after, row.now)


def _of_person(row: RowChange) -> str:
    if row.before is None:
        return _("New person")
    if row.after is None:
        return _("Became part of somebody else, or left the book")
    return _("Removed") if row.after.get("trashed_at") is not None else _("Put back")


def _names() -> Mapping[str, str]:
    return {
        "contacts": _("Person"),
        "promises": _("Promise"),
        "reminders": _("Reminder"),
        "doings": _("Done"),
        "moments": _("Moment"),
        "rhythms": _("Stay in touch"),
        "circle_rhythms": _("Rhythm of a circle"),
        "set_asides": _("Not now"),
        "kept_apart": _("Two people"),
        "circle_styles": _("Circle"),
        "saved_searches": _("Smart list"),
        "ties": _("Relation"),
        "calendars": _("Calendar"),
        "calendar_components": _("Event"),
        "calendar_files": _("Calendar file"),
        "hidden_series": _("Hidden series"),
        "known_attendees": _("Who somebody of a meeting is"),
    }


def _value(row: RowChange, state: Row | None, line: Property | None) -> str:
    if state is None:
        return ""
    if line is not None:
        return line_value(line)
    told = _VALUES.get(row.table)
    return "" if told is None else told(state)


def line_value(line: Property) -> str:
    """What a line of a card says, as one safe line."""
    if line.media is not None:
        return _("a picture") if line.key in {"PHOTO", "LOGO"} else _("something embedded")
    day = PartialDate.parse(line.value) if line.key in {"BDAY", "ANNIVERSARY", "DEATHDATE"} else None
    if day is not None:
        return parts_of_date(day.year, day.month, day.day)
    if line.key in {"CATEGORIES", "NICKNAME"}:
        return _short(", ".join(line.items))
    parts = [", ".join(word for word in part if word.strip()) for part in line.components]
    text = "; ".join(part for part in parts if part) if len(parts) > 1 else line.text
    return _short(text)


def _text(state: Row) -> str:
    return _short(str(state.get("text") or ""))


def _dated_text(state: Row) -> str:
    text, day = _text(state), _day(state.get("due_on"))
    parts = [part for part in (text, day, _("done") if state.get("done_at") else "") if part]
    return ", ".join([*parts, _("kept")] if state.get("kept_at") else parts)


def _entry(state: Row) -> str:
    return ", ".join(part for part in (_day(state.get("on_day")), _text(state)) if part)


def _moment(state: Row) -> str:
    day = PartialDate.parse(str(state.get("date") or ""))
    words = "" if day is None else parts_of_date(day.year, day.month, day.day)
    return ", ".join(part for part in (_short(str(state.get("label") or "")), words) if part)


def _rhythm(state: Row) -> str:
    ideal = state.get("ideal")
    return _("every {usual}").format(usual=rhythm_words(ideal)) if isinstance(ideal, int) else _("no rhythm")


def _circle_rhythm(state: Row) -> str:
    circle = _short(str(state.get("circle") or ""))
    return pgettext("rhythm of a circle", "{circle}, {rhythm}").format(circle=circle, rhythm=_rhythm(state))


def _on_day(state: Row) -> str:
    return _day(state.get("on_day"))


def _day(value: object) -> str:
    if not isinstance(value, str):
        return ""
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return _short(value)
    return parts_of_date(day.year, day.month, day.day)


def _named(state: Row) -> str:
    return _short(str(state.get("name") or state.get("circle") or ""))


def _short(text: str) -> str:
    return display(squeezed(text[:_READ]), _LONGEST) if text.strip() else ""


_SENTENCES: Mapping[str, Callable[[RowChange], str]] = {
    "contacts": _of_person,
    "declined": declined_sentence,
}
"""Rows that are told in another way than by what was added, removed or changed."""

_VALUES: Mapping[str, Callable[[Row], str]] = {
    "entries": _entry,
    "promises": _dated_text,
    "reminders": _dated_text,
    "doings": _on_day,
    "moments": _moment,
    "rhythms": _rhythm,
    "circle_rhythms": _circle_rhythm,
    "set_asides": _on_day,
    "circle_styles": _named,
    "saved_searches": _named,
    "calendars": _named,
}
