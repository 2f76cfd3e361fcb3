"""What one line of a card says, for people."""

from relate_desktop.domain.labels import APPLE_LABEL, label_text
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.domain.property import Property
from relate_desktop.domain.text import visible
from relate_desktop.domain.vocabulary import ValueShape, value_shape
from relate_desktop.words.dates import parts_of_date
from relate_desktop.words.properties import label_name
from relate_desktop.words.translation import _

LONGEST = 300
DATES = frozenset({"BDAY", "ANNIVERSARY", "DEATHDATE", "X-ANNIVERSARY", "X-ABDATE"})


def value_words(item: Property) -> str:
    """Dates in words, pictures named, everything else as it is."""
    if item.media is not None:
        return _("a picture or file")
    if item.key in DATES and (date := PartialDate.parse(item.value, item.parameters)) is not None:
        return parts_of_date(date.year, date.month, date.day)
    if item.key == APPLE_LABEL:
        return visible(label_name(label_text(item.text.strip())), LONGEST)
    if value_shape(item.key) is ValueShape.LIST:
        return visible(list_words(item), LONGEST)
    return visible(item.text.strip(" ;,"), LONGEST)


def list_words(item: Property) -> str:
    """A line of several texts; one that holds a comma itself stands in quotes, so that it reads as one."""
    texts = (text.strip() for text in item.items)
    return ", ".join(_("“{text}”").format(text=text) if "," in text else text for text in texts if text)
