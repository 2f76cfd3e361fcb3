"""Between the rows of the cards and the fields of the form: days, ties and own fields as pairs."""

from collections.abc import Sequence

from relate_desktop.ui.people.editor_pairs import Pair
from relate_desktop.ui.people.person_form import DayRow, OwnField, TieRow
from relate_desktop.ui.people.typed_date import typed_date
from relate_desktop.words.dates import parts_of_date
from relate_desktop.words.properties import label_name, property_name


def pairs_of_days(days: Sequence[DayRow]) -> list[Pair]:
    """Special days as rows, in words."""
    return [Pair(day.label, _words(day), day.property) for day in days]


def days_of(pairs: Sequence[Pair], before: Sequence[DayRow]) -> tuple[DayRow, ...]:
    """The special days that the rows say; rows nobody touched stay the days they were before."""
    known = {day.property: day for day in before}
    days = []
    for pair in pairs:
        day = known.get(pair.property) if pair.property is not None else None
        if day is not None and pair.value == _words(day):
            days.append(day)
        elif (date := typed_date(pair.value)) is not None:
            days.append(DayRow(pair.label, date, pair.property))
    return tuple(days)


def pairs_of_ties(ties: Sequence[TieRow]) -> list[Pair]:
    """People around somebody as rows."""
    return [Pair(tie.kind, tie.name, tie.property, label_name(tie.kind)) for tie in ties]


def ties_of(pairs: Sequence[Pair]) -> tuple[TieRow, ...]:
    """The people around somebody that the rows say."""
    return tuple(TieRow(pair.label, pair.value.strip(), pair.property) for pair in pairs)


def pairs_of_fields(fields: Sequence[OwnField]) -> list[Pair]:
    """Own fields as rows."""
    return [
        Pair(one.name, one.value, one.property, property_name(one.name) if one.property is not None else "")
        for one in fields
    ]


def own_fields_of(pairs: Sequence[Pair]) -> tuple[OwnField, ...]:
    """The own fields that the rows say."""
    return tuple(OwnField(pair.label, pair.value, pair.property) for pair in pairs)


def _words(day: DayRow) -> str:
    return parts_of_date(day.date.year, day.date.month, day.date.day) if day.date is not None else ""
