"""Where somebody was found, as the second line of a row."""

from relate_desktop.domain.people import SearchHit, TextHit
from relate_desktop.domain.text import isolate, visible
from relate_desktop.words.conversations import text_name
from relate_desktop.words.properties import property_name
from relate_desktop.words.translation import _

LONGEST = 200


def match_words(hit: SearchHit | TextHit) -> str:
    """The line or the text that answers a search: ``Former name: Smith``; nothing for the full name."""
    if hit.field == "fn":
        return ""
    where = text_name(hit.field) if isinstance(hit, TextHit) else property_name(hit.field)
    return _("{where}: {text}").format(where=where, text=isolate(visible(hit.snippet, LONGEST)))
