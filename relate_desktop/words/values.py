"""What one line of a card says, for people."""

from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property
from relate_desktop.domain.text import visible
from relate_desktop.words.dates import parts_of_date
from relate_desktop.words.translation import _

LONGEST = 300
DATES = frozenset({"BDAY", "ANNIVERSARY", "DEATHDATE", "X-ANNIVERSARY", "X-ABDATE"})


def value_words(item: Property) -> str:
    """Dates in words, pictures named, everything else as it is."""
    if item.media is not None:
        return _("a picture or file")
    if item.key in DATES and (date := PartialDate.parse(item.value, item.parameters)) is not None:
        return parts_of_date(date.year, date.month, date.day)
    return visible(item.text.strip(" ;,"), LONGEST)
